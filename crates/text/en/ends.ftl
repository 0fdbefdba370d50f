# What closes the system of record: who is one person, what is damaged, what was decided already, words of codes.

## One person with two accounts
ends-act-flag-same-person = say that `{ $account }` and `{ $other }` are one person
ends-act-part-same-person = say that `{ $account }` is not the same person as { $others }
ends-not-same-person = `{ $account }` is not said to be the same person as anybody
    .hint = look at the page of the person: somebody may have taken it back already
ends-same-person-moved = which accounts are the same person as `{ $account }` has changed since this was proposed
    .hint = look at it anew, and propose it again if it still holds
ends-route-part-same-person = Takes back that an account is the same person's as others; where a second person could sign, it is proposed (202).
ends-flags = `{ $account }` and `{ $other }` are one person from then on: neither signs what the other proposed. Nobody loses a duty by it.
ends-parts = `{ $account }` counts as another person than { $others } from then on: each may sign what the other proposed.
ends-part-same-person = It is another person
    .hint = What was said is taken back: the account counts as a person of its own again. Neither of the accounts it is about can sign that.

## Ways into an account that were added while somebody else had a link
ends-ways-in = Ways into the account that were added since
    .hint = Ask { $name } which of them are theirs, and tick those. Every other one goes with the confirmation, and all sessions end.
ends-way-in-passkey = Passkey
ends-way-in-one-time-codes = One-time codes of an authenticator app
ends-way-in-identity = Identity at a provider
ends-way-in-token = Token for programs
ends-way-in-added = added at { $at }
ends-way-in-undated = nobody knows when it was added
ends-way-in-unknown = there is no way into the account `{ $id }` that was added since
    .hint = name them by the `id` they have among the person's `ways_in` now
ends-no-way-in-left = nothing would be left with which the owner of `{ $account }` could sign in
    .hint = name what is theirs; where nothing is, make them a new link first
ends-confirms-elsewhere = ways into `{ $account }` are taken away only by who may confirm people wherever it belongs
    .hint = name all of them as kept, or ask somebody who may approve people at each of its operators

## What is damaged
ends-table-gone = the database has lost what the program keeps in: { $tables }
    .hint = Stop the program and bring a backup back; what was kept there is gone.
ends-schema-broken = the database is not as the program made it: { $error }
    .hint = `proofmark ledger verify` names what is otherwise; bring a backup back
ends-schema-missing = the { $kind } `{ $name }` of `{ $table }` is gone
    .hint = Somebody took it away behind the program's back. Bring a backup back, or export the record and bring it into a new home.
ends-schema-changed = the { $kind } `{ $name }` of `{ $table }` is not as the program made it, or is switched off
    .hint = Somebody changed it behind the program's back. Bring a backup back, or export the record and bring it into a new home.
ends-schema-added = somebody added the { $kind } `{ $name }` to `{ $table }`, which acts by itself
    .hint = Find out what it did to what is kept, and take it away.
ends-schema-unseen = whether tables, indexes and triggers are as the program made them could not be seen: { $error }
    .hint = On PostgreSQL the program's user needs the right to make temporary tables.
ends-kind-table = table
ends-kind-constraint = constraint
ends-kind-index = index
ends-kind-trigger = trigger
ends-kind-rule = rule
ends-kind-function = function
ends-last-seal-gone = `keys/ledger.sealed`, which remembers the last checkpoint outside the database, is not there
    .hint = Without it nobody notices when the last lines are taken away together with their checkpoints. Bring it back from a backup; the next checkpoint writes it anew.
ends-ledger-node-changed = the node at level { $level }, index { $index } of the ledger's tree (`ledger_node`) was changed: the lines under it make another
    .hint = The lines themselves are not what was changed. Bring a backup back.

## Cases that are no longer declared
ends-case-gone = no longer declared since { $at }
    .hint = The dossier does not name this case any more. What it asked for it asks for still: declare it again with what became of it.
ends-case-gone-revision = Revision { $number } of the dossier is the first without it

## Lists
ends-limit = `limit` is a whole number from 1 to { $most }
    .hint = ask for the next page with the `next` of this one

## A demonstration
ends-demo-again = This demonstration was kept: it goes on where it ended. Each link below chooses a new password.

## What the doctor looks at
ends-doctor-about-home = home
ends-doctor-about-permissions = permissions
ends-doctor-about-disk = disk
ends-doctor-about-key = key
ends-doctor-about-database = database
ends-doctor-about-schema = schema
ends-doctor-about-clock = clock
ends-doctor-about-ledger = ledger
ends-doctor-about-documents = documents
ends-doctor-about-proof = proof
ends-doctor-about-jobs = jobs
ends-doctor-schema = every table, index and trigger is as the program made it

## Words a person may type in the interview, between commas
ends-words-yes = y, yes, true
ends-words-no = n, no, false
ends-words-none = none, no, n, -
ends-words-unknown = unknown, don't know, dont know
ends-words-stop = stop
ends-words-back = back
ends-interview-class = Class: { $class }, { $category } ({ $title }).

## What lines of the ledger say was done
ends-action-accept-invitation = accepted an invitation
ends-action-add-identity-provider = added a provider of identities
ends-action-add-operator = added an operator
ends-action-add-webhook = added a webhook
ends-action-approve = approved a proposal
ends-action-archive-product = archived the product
ends-action-assemble-pack = assembled an evidence pack
ends-action-assess = assessed the product
ends-action-change-attestors = changed who attests the ledger
ends-action-change-grants = changed what somebody may do
ends-action-change-mail-settings = changed the mail settings
ends-action-change-password = changed the password
ends-action-change-webhook = changed a webhook
ends-action-check-supplier = checked a supplier's product
ends-action-confirm-person = confirmed whose account it is
ends-action-cosign-checkpoint = had a checkpoint cosigned
ends-action-decide-finding = decided on a finding
ends-action-decide-findings = decided on findings
ends-action-determine-modification = determined whether a modification is substantial
ends-action-disable-account = closed an account
ends-action-disable-webhook = switched a webhook off
ends-action-enable-account = opened an account again
ends-action-end-other-sessions = ended one's other sessions
ends-action-end-session = ended a session of one's own
ends-action-end-sessions = ended every session of an account
ends-action-enrol-one-time-codes = set up one-time codes
ends-action-enter-in-case = entered something in a case
ends-action-flag-same-person = said that two accounts are one person's
ends-action-forget-identity = forgot an identity
ends-action-forget-second-factor = took a lost second factor away
ends-action-import-advisories = brought in advisories
ends-action-invite = invited somebody
ends-action-invite-again = made a new invitation link
ends-action-keep-client-secret = kept the secret of a provider of identities
ends-action-keep-files = handed files in
ends-action-make-reset-link = made a link for a new password
ends-action-make-token = made a token
ends-action-open-case = opened a case
ends-action-part-same-person = took back that accounts are one person's
ends-action-pause-identity-provider = paused a provider of identities
ends-action-place-hold = placed a hold
ends-action-propose = proposed something for a second person
ends-action-propose-modification = proposed how a modification is to be judged
ends-action-purge = purged documents
ends-action-refuse = refused a proposal
ends-action-register-passkey = registered a passkey
ends-action-release-hold = released a hold
ends-action-remove-identity-provider = removed a provider of identities
ends-action-remove-mail-settings = removed the mail settings
ends-action-remove-passkey = removed a passkey
ends-action-remove-webhook = removed a webhook
ends-action-replay-delivery = sent an event to a webhook once more
ends-action-reset-password = chose a new password by a link
ends-action-resume-identity-provider = resumed a provider of identities
ends-action-revoke-token = revoked a token
ends-action-revoke-workload = stopped trusting a workload
ends-action-rotate-webhook-secret = made a new secret for a webhook
ends-action-seal-credentials = sealed secrets of sign-in
ends-action-send-test-letter = sent a letter to try the mail
ends-action-set-up = set the installation up
ends-action-sign-in = signed in
ends-action-sign-in-throttled = refused sign-in after too many attempts
ends-action-sign-out = signed out
ends-action-sign-out-everywhere = signed out everywhere
ends-action-sign-state-of-the-law = signed a state of the law
ends-action-stamp-checkpoint = had a checkpoint time-stamped
ends-action-trust-workload = trusted a workload
ends-action-unarchive-product = brought the product back from the archive
ends-action-use-state-of-the-law = took a state of the law into use
ends-action-use-token-first = used a token for the first time
ends-action-wish-letters = chose which letters to get
ends-action-withdraw = withdrew a proposal
ends-action-withdraw-decision = withdrew a decision

## What the API knows, takes and answers
ends-unknown-parameter = there is no parameter `{ $name }` here
    .hint = what may be asked: { $known }
ends-no-parameters = there is no parameter `{ $name }` here: nothing may be asked beside the path
ends-parameter-empty = the parameter `{ $name }` has no value
    .hint = leave out what is not meant
ends-parameter-twice = the parameter `{ $name }` is there twice
ends-parameter-whole = `{ $name }` is a whole number from { $least } to { $most }, in digits alone
ends-parameter-number = `{ $name }` is a number from { $least } to { $most }, such as `7.5`
ends-parameter-truth = `{ $name }` is `true` or `false`
ends-parameter-day = `{ $name }` is a day such as `2027-12-11`
ends-parameter-digest = `{ $name }` is a SHA-256 digest: 64 digits from `0` to `f`, in small letters
ends-parameter-one-of = `{ $name }` is one of { $known }
ends-unknown-part = there is no part `{ $name }` in this form
    .hint = its parts are: { $known }
ends-body-unwanted = this place takes no body
    .hint = what it needs stands in its path and its query; send the request without one
ends-no-object = the JSON is no object: it must be fields with their values, in `{"{"} {"}"}`
ends-score = not a CVSS score from 0.0 to 10.0
ends-status-304 = It is as the asker has it already.
ends-status-400 = The request could not be read: its path, its key, its form or its JSON.
ends-status-401 = Nobody is signed in, or the token lets nobody in.
ends-status-403 = Whoever asks may not do this.
ends-status-404 = There is no such thing, or none whoever asks may know of.
ends-status-408 = The body took too long to come.
ends-status-409 = Something stands in the way as things are now: it was done already, is being done, or has changed.
ends-status-412 = It is no longer the version named in `If-Match`.
ends-status-413 = The body, or a part of it, is too large.
ends-status-414 = The path with its query is too long.
ends-status-415 = The body is of another media type than is taken here.
ends-status-421 = The installation does not answer to the name it was asked by.
ends-status-422 = What was asked could be read and is not possible; every problem is named with its place.
ends-status-428 = The version that is to be changed was not named in `If-Match`.
ends-status-429 = There were too many requests; `Retry-After` says when it is worth another try.
ends-status-5xx = The installation is hindered or at fault; what was asked was not done.

## The API of one's own account, and of what waits for the installation
ends-route-account = What lets whoever asks into their account: passkeys and identities. For a person in a session.
ends-route-own-password = Changes one's own password and ends every session. For a person in a session.
ends-route-begin-codes = Makes a secret for one-time codes, shown this once. For a person in a session.
ends-route-prove-codes = Proves by its first code that the secret arrived; gives recovery codes, shown this once.
ends-route-remove-passkey = Removes a passkey of one's own. For a person in a session.
ends-route-forget-identity = Takes away an identity at a provider from one's own account. For a person in a session.
ends-route-end-sessions = Ends every session of one's own, this one too.
ends-route-installation-proposals = What waits for a second person in the installation itself, the newest first.
