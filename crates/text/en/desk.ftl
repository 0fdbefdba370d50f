# What administrators and approvers work with.

## Versions and what is done once
desk-if-match-missing = the change does not say which version it is to be written over
    .hint = read it first and send its `ETag` as `If-Match`
desk-moved = somebody else changed it since it was read
    .hint = look again, and decide anew on what is there now
desk-part-twice = the form holds the part “{ $part }” twice
    .hint = Hand in one component list, one VEX document and one dossier at a time; merge several lists into one first.
desk-once-secret = this was done already, and its answer held a secret that is shown once
    .hint = make another one, or rotate it

## What each route of the API does
desk-route-list-people = Lists the operator's people and what each may do.
desk-route-invite-person = Invites somebody; the link is shown this once.
desk-route-invite-person-again = Makes a new invitation link for somebody who has not come yet, shown this once.
desk-route-reset-password-of = Makes a link with which somebody chooses a new password, shown this once.
desk-route-disable-person = Closes an account at once: its sessions end and its tokens are of no use.
desk-route-enable-person = Opens an account again.
desk-route-change-duties = Changes what somebody may do; where a second person could sign, it is proposed (202).
desk-route-forget-second-factor = Takes away somebody's lost second factor; where a second person could sign, it is proposed (202).
desk-route-list-tokens = Lists tokens: all for whoever manages them, otherwise one's own.
desk-route-issue-token = Makes a token, shown this once; only a person in a session does.
desk-route-end-token = Revokes a token at once.
desk-route-list-proposals = Lists what waits for a second person and what was decided, as it stands before whoever asks.
desk-route-show-proposal = Shows a proposal: what is there now, what would be after, and what would refuse the signature.
desk-route-approve-proposal = Approves a proposal, and does what it says; only a second person in a session does.
desk-route-refuse-proposal = Refuses a proposal, with a reason.
desk-route-withdraw-proposal = Takes one's own proposal back.
desk-route-decide-proposals = Signs several proposals, each with a line of the ledger of its own; says of each what came of it.
desk-route-list-operators = Lists the operators of whoever asks.
desk-route-add-operator = Adds an operator to the installation, with its first administrator.
desk-route-list-webhooks = Lists the operator's webhooks.
desk-route-add-webhook = Adds a webhook; its secret is shown this once.
desk-route-show-webhook = Shows a webhook, without its secrets.
desk-route-change-webhook = Changes the webhook that was seen: name, address, events, whether any are sent.
desk-route-remove-webhook = Removes the webhook that was seen.
desk-route-rotate-webhook-secret = Gives a webhook a new secret, shown this once; for a day deliveries are signed with both.
desk-route-list-deliveries = Lists what was sent to a webhook in the last thirty days and how each attempt ended.
desk-route-replay-delivery = Sends an event to a webhook once more, under the same id.
desk-route-show-mail = Shows the mail settings, without the password.
desk-route-change-mail = Changes the mail settings that were seen.
desk-route-remove-mail = Takes the mail settings away: no letters any more.
desk-route-send-test-letter = Sends whoever asks a letter, to the address of their account.
desk-route-list-holds = Lists the holds in force.
desk-route-place-hold = Places a hold: nothing it is on is purged until it is lifted.
desk-route-show-hold = Shows a hold in force.
desk-route-release-hold = Lifts the hold that was seen.
desk-route-look-at-purge = Says what a purge would take away and why everything else stays, and takes nothing away.
desk-route-purge = Takes away what neither law nor hold keeps, and says why everything else stays.
desk-route-archive-product = Archives a product, or takes it back among those at work.
desk-route-list-decisions = Lists the decisions on a product's findings, with where each stands.
desk-route-show-decision = Shows the decision of the record on one finding.
desk-route-withdraw-decision = Withdraws the decision that was seen: the finding is open to be decided anew.

## Second signatures
desk-nothing-to-sign = no proposal was chosen
    .hint = tick those the signature is for
desk-too-many-to-sign = more than { $most } proposals at once
    .hint = sign them in parts

## Mail
desk-mail-none = there are no mail settings to test
    .hint = enter the mail server first
desk-no-address = your account has no address a letter can go to
    .hint = an account gets its address when it is invited
desk-test-subject = Proofmark: letters arrive
desk-test-letter = This letter was sent because { $by } asked { $with } for a test. If you read it, letters from Proofmark arrive at this address.

## Approvals in words
desk-what-changes = What changes
desk-now = Now
desk-after = After approval
desk-yes = yes
desk-no = no
desk-no-end = no end set
desk-decided-by = Decided by
desk-risk-accepted = Remaining risk accepted
desk-duty-for = { $duty } for { $products }
desk-forgets = The one-time codes and passkeys of { $account } are taken away; the password stays, and a new second factor can be enrolled under Your account.
desk-trusted = Trusted
desk-issuer = Issuer
desk-audience = Audience
desk-conditions = What its tokens must say
desk-client = What it calls this installation
desk-in-the-way = You cannot sign this now:
desk-bound = What it is bound to
    .hint = If any of this changes before it is approved, the proposal is void and must be made anew.
desk-bound-version = version { $version }
desk-bound-nothing = nothing is there yet
desk-several = { $count ->
        [one] Sign one proposal of this kind
       *[other] Sign several of { $count } proposals of this kind
    }
    .hint = Each that is ticked is signed for itself, with a line of the ledger of its own. What one refuses leaves the others as they are.
desk-which = Which of them
desk-reason = Reason for all of them
    .hint = Needed to refuse; to approve, it may be left out.
desk-approve-ticked = Approve those ticked
desk-refuse-ticked = Refuse those ticked
desk-or-several = Or tick it above, with others of its kind.
desk-signed = { $done } of { $all } signed
desk-signed-this = signed
desk-not-signed = not signed

## Decisions on findings
desk-decisions = Decisions
    .hint = Where both the dossier and the record speak of a finding, the dossier holds.
desk-no-decisions = No decision on a finding of this product
    .hint = Decisions are made on the page Findings, or declared in the dossier.
desk-stands-in = Stands in
desk-in-dossier = in the dossier
    .hint = It cannot be withdrawn here: change or remove it in `proofmark.toml` and hand the dossier in.
desk-in-record = in the record
desk-overruled = set aside by the dossier
desk-approved-by = approved by { $by }
desk-holds-until = holds until { $on }
desk-withdraw-decision = Withdraw the decision
desk-withdraw-this = Withdraw the decision on { $vulnerability } in { $component }

## The parts of the settings
desk-settings-general = General
desk-webhooks = Webhooks
desk-mail = Mail
desk-retention = Holds and retention

## Webhooks
desk-no-webhooks = No webhook yet
    .hint = A webhook tells another program what happened here, as it happens: ids and counts, never contents.
desk-webhook-add = Add a webhook
    .hint = Only public addresses are taken, unless whoever runs the installation allows a network.
desk-webhook-name = Name
desk-webhook-url = Address
desk-webhook-events = Events
desk-webhook-secret = This is what deliveries are signed with. It is shown this once.
    .hint = Give it to the receiver now; a lost secret can only be rotated.
desk-webhook-on = sends
desk-webhook-off = paused
desk-webhook-off-by = by { $by }, { $at }
desk-webhook-failed = failed for too long
desk-webhook-failed-at = nothing is sent since { $at }
desk-webhook-added = added by { $by }, { $at }
desk-webhook-two-secrets = Deliveries are signed with the old secret too until { $at }.
desk-webhook-pause = Pause
desk-webhook-resume = Send again
desk-webhook-rotate = Rotate the secret
    .hint = For a day after the secret is rotated, deliveries carry two signatures, so that the receiver can follow.
desk-webhook-remove = Remove
desk-deliveries = Deliveries
    .hint = Those of the last thirty days, newest first, each with the receiver's answers. What could not be delivered is tried for about three days.
desk-no-deliveries = Nothing was sent there yet.
desk-delivery-event = Event
desk-delivered = delivered
desk-given-up = given up
desk-on-its-way = on its way, next at { $at }
desk-no-answer = no answer:
desk-replay = Send again

## Mail, as its page shows it
desk-no-mail = No letters are sent
    .hint = With a mail server, everybody can have summaries and what is urgent sent to them.
desk-mail-server = Mail server
    .hint = For the whole installation. The password is sealed and never shown again; left empty, the one that is kept stays as long as server and name do.
desk-mail-host = Server
desk-mail-port = Port
desk-mail-security = Way to it
desk-mail-tls = TLS from the first byte
desk-mail-start-tls = STARTTLS, without which nothing is sent
desk-mail-plain = unprotected, for a server on the same machine only
desk-mail-login = Name to sign in with
desk-mail-password = Password
desk-mail-from = Sender's address
desk-mail-remove = Send no letters any more
    .hint = The settings and the sealed password are taken away.
desk-test = Send me a test letter
    .hint = It goes to the address of your own account. Come back to see whether it went.
desk-test-sent = A test letter to { $to } is on its way
desk-test-went = handed to the mail server

## Holds and retention
desk-holds = Holds
    .hint = Nothing a hold is on is purged, however long ago its retention ended, until somebody lifts the hold.
desk-no-holds = No hold is in force
    .hint = Place one when a proceeding, an audit or an authority needs things to stay.
desk-hold = Hold
desk-hold-on = On
desk-hold-name = What it is called
    .hint = A file number, a matter.
desk-hold-place = Place a hold
desk-hold-release = Lift the hold
desk-until-lifted = until it is lifted
desk-product-id = The product's id
    .hint = Empty: all of the operator's.
desk-purge = Purge
    .hint = Takes away superseded uploads that neither the law nor a hold keeps, jobs done a month ago and what has expired. The ledger's lines, assessments, packs and reviews stay for ever.
desk-purge-look = Look at what would go
desk-purge-do = { $count ->
        [one] Take one document away
       *[other] Take { $count } documents away
    }
desk-spared = Documents that stay
desk-document = Document
desk-why-it-stays = Why it stays

## One person
desk-route-person = One person: their account, their duties, what waits for a second person about them.
desk-account = Account
desk-duties-of = Duties
    .hint = Beside each duty stand the products it is for; left empty, all of them. Where a second person could sign, the change is proposed and waits for them.
desk-only-products = { $duty }: only for these products
desk-change-duties = Change the duties
desk-close-out = Close the account
    .hint = It happens at once: sessions end, tokens are of no use. Nobody is waited for.
desk-let-back = Open the account again
    .hint = What it may do is what it could before.
desk-forget-factor = Forget the lost second factor
desk-person-waits = { $count ->
        [one] A change to this account waits for a second person
       *[other] { $count } changes to this account wait for a second person
    }
    .hint = Until it is signed nothing of it holds.
desk-duties-wait = The duties were proposed and wait for a second person
    .hint = Until they are signed under Approvals, the account can do nothing.

## Operators of the installation, products that are archived
desk-route-operators = The operators of the installation, and a form to add one.
desk-operators = Operators
    .hint = Each operator has its own products, people and settings; nothing of one is seen by another.
desk-operators-none = No operator yet
desk-operator-since = Added
desk-operator-add = Add an operator
desk-operator-name = The operator's name
    .hint = As it is written in its declarations. Its id in addresses is made of it and stays.
desk-operator-administrator = Its first administrator
    .hint = The account of somebody who is here already. They invite everybody else.
desk-route-archive = Archives a product, or takes it back, from its page.
desk-archive = Archive the product
    .hint = It is no longer shown among the products at work. Nothing of it goes, and its duties go on.
desk-unarchive = Take it back among the products at work

## Jobs of the installation itself
desk-installation-jobs = Jobs of the installation
    .hint = Time stamps and cosignatures of the ledger, summaries by mail: what no operator asked for.
desk-route-installation-jobs = Lists the jobs of the installation itself.
desk-route-retry-installation-job = Has a failed job of the installation itself tried again.
desk-no-such-job = no job `{ $job }` has failed here
    .hint = it may have been tried again already, or be done

## Whose account it is
desk-one-hand = `{ $one }` and `{ $other }` count as one person: one of them, or somebody else, had the links with which their accounts were opened
    .hint = somebody who had none of these links confirms on the page People whose account it is; where nobody else could, it ends two weeks after the link was used
desk-nothing-to-confirm = there is nothing to confirm about `{ $account }`
desk-not-yours-to-confirm = whose account `{ $account }` is cannot be said by its owner or by whoever had the link into it
    .hint = ask somebody else who may approve
desk-route-same-person = Says that two accounts are one person's: where two people are needed, they are one.
desk-route-confirm-person = Confirms that an account is in its owner's hands, whoever else had the link into it.
desk-same-person = One person with two accounts
    .hint = Where two people are needed, the two accounts are one from then on, also under what waits already. Nobody loses a duty by it.
desk-same-person-as = The same person as { $other }
desk-same-person-other = The other account
desk-flag-same-person = They are one person
desk-unconfirmed = { $count ->
    [one] Of one account it is not confirmed whose it is
   *[other] Of { $count } accounts it is not confirmed whose they are
}
    .hint = Somebody else had the link with which its owner came in. Until somebody who had none of the links confirms it, the two sign nothing for each other.
desk-link-held = { $by } had the link that was used at { $at }
desk-confirm-person = I know that this is { $name }

## What a proposal rests on, and what waits beside it
desk-finding-gone = the finding `{ $vulnerability }` in `{ $component }` is no longer open
    .hint = look at it anew; where nothing is found, nothing needs to be decided
desk-finding-exploited = `{ $vulnerability }` is known to be exploited now; it was not when this was proposed
    .hint = look at it anew, and propose it again if it still holds
desk-finding-not-exploited = `{ $vulnerability }` is no longer listed as exploited; it was when this was proposed
    .hint = look at it anew, and propose it again if it still holds
desk-finding-rated = `{ $vulnerability }` is rated { $now } now; it was { $was } when this was proposed
    .hint = look at it anew, and propose it again if it still holds
desk-finding-fixed-in = `{ $vulnerability }` is fixed in { $now } now; it was { $was } when this was proposed
    .hint = look at it anew, and propose it again if it still holds
desk-bound-finding = rated { $score }, exploited: { $exploited }, fixed in { $fixed }
desk-proposal-lapsed = another proposal about the same was approved: `{ $approved }`
    .hint = look at what holds now, and propose again if it should be otherwise
desk-lapsed = lapsed at { $at }: another one about the same was approved
desk-competing = { $count ->
    [one] Another proposal about the same waits
   *[other] { $count } other proposals about the same wait
}
    .hint = Only one of them can hold: approving one makes the others lapse.
desk-competing-one = proposed by { $by }
desk-justification-missing = what is `not_affected` needs one of the words of VEX for why
    .hint = component_not_present, vulnerable_code_not_present, vulnerable_code_not_in_execute_path, vulnerable_code_cannot_be_controlled_by_adversary or inline_mitigations_already_exist
desk-dismissal-not-justified = The decision that `{ $vulnerability }` does not affect the product has no justification.
    .hint = Give one of the words of VEX as `justification`; without it the decision clears nothing and cannot be passed on.
desk-dossier-decides = the dossier decides `{ $vulnerability }` in `{ $component }` already, at `{ $place }`, and holds
    .hint = change it there and hand the dossier in
desk-dossier-holds = The dossier decides the same finding at { $place }, and holds
    .hint = What is approved here counts once a revision of the dossier says the same, or no longer decides it.
desk-no-such-product = there is no product `{ $product }` here
    .hint = name products by their ids, as in their addresses; hand the product in first

## Providers of identities that are paused
desk-provider-paused = nobody comes from `{ $provider }` at present: it is paused
    .hint = sign in another way, or ask an administrator of the installation
desk-provider-not-paused = `{ $provider }` is not paused
desk-paused = Paused
desk-pause-provider = Pause { $provider }
desk-resume-provider = Take people from { $provider } again
desk-route-pause-provider = Takes nobody from a provider of identities until it is taken up again.
desk-route-resume-provider = Takes people from a provider of identities again; where a second person could sign, it is proposed (202).
