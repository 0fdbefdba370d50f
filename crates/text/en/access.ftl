## What the room `access` says. A key begins with `access-`; an attribute `.hint` says what the reader can do.
access-list = { $first }, { $next }
access-nobody = nobody

access-duty-administrator = administrator
access-duty-product-owner = product owner
access-duty-engineer = engineer
access-duty-security-response = security response
access-duty-compliance = compliance
access-duty-approver = approver
access-duty-auditor = auditor

access-may-not = you may not { $what }: that is for { $duties }
    .hint = ask an administrator for the duty, or somebody who has it
access-right-see-portfolio = see this operator's products
access-right-see-product = see this product
access-right-keep-dossier = keep this product's dossier
access-right-hand-in = hand in component lists or evidence for this product
access-right-assess = have this product assessed
access-right-propose-decision = propose decisions about this product
access-right-approve = give the second signature for this product
access-right-run-cases = run this product's cases
access-right-see-people = see who may do what
access-right-manage-people = manage people
access-right-approve-people = give the second signature under changes of people's duties or keys
access-right-make-tokens = make tokens
access-right-manage-tokens = manage the tokens of others
access-right-manage-settings = change settings
access-right-see-ledger = see the ledger
access-right-seal-ledger = seal or publish the ledger
access-right-hold = put a hold on records
access-right-purge = purge records
access-right-manage-operators = manage operators
access-right-see-jobs = see the jobs
access-right-retry-jobs = have jobs tried again
access-right-see-feeds = see the feeds
access-right-import-feeds = import feeds
access-right-export-record = take out the complete record

access-password-short = the password is too short: it needs at least { $least } bytes
    .hint = several words in a row are easy to remember and hard to guess
access-password-long = the password is longer than { $most } bytes
access-password-common = this password is among those everybody tries first
    .hint = several words in a row that do not belong together are hard to guess
access-password-of-names = this password is made of names everybody knows
    .hint = leave out your own name, the operator's and Proofmark's, or add words of your own

access-code-wrong = the code is not right
    .hint = it changes every 30 seconds; check that the telephone's clock is right
access-code-used = this code was used already
    .hint = wait for the next one: it changes every 30 seconds
access-code-name-long = the account's name is too long for a QR code

access-token-malformed = this is not a token of Proofmark
    .hint = a token begins with `pmk_` and has 76 characters; check that it was copied as a whole
access-token-revoked = the token was revoked
    .hint = make a new one
access-token-expired = the token expired at { $at }
    .hint = make a new one
access-token-in-the-past = the token would have expired already
access-token-too-long = a token lasts at most 366 days
    .hint = choose an earlier day; a CI system can present its own identity instead and needs no token

access-throttled = too many attempts; the next one is heard in { $minutes ->
    [one] a minute
   *[other] at most { $minutes } minutes
    }
    .hint = a passkey is never held up

access-passkey-malformed = the passkey's answer cannot be read: `{ $part }` is not as Web Authentication writes it
    .hint = try again; if it goes on, try another browser or another authenticator
access-passkey-challenge = this answers another question than the one that was asked
    .hint = load the page again and try once more
access-passkey-origin = the browser says it acted for `{ $origin }`, not for `{ $expected }`
    .hint = open Proofmark under the address it is configured for
access-passkey-other-party = the passkey was used for another site than `{ $expected }`
access-passkey-nobody-there = nobody touched the authenticator
access-passkey-not-verified = the authenticator did not verify who uses it
    .hint = set a PIN, a fingerprint or a face on the authenticator
access-passkey-algorithm = the passkey's key is of a kind that is not accepted
    .hint = accepted are Ed25519, ES256 and RS256
access-passkey-unknown = this passkey is not known here
    .hint = sign in another way and register it again
access-passkey-signature = the passkey's signature is not right
access-passkey-copied = the passkey was used more often elsewhere than here: it may have been copied
    .hint = sign in another way, remove the passkey and register a new one
access-passkey-attestation-ignored = the authenticator's statement about its maker (`{ $format }`) was not looked at: every maker's passkeys are accepted alike

access-keys-malformed = the issuer's keys cannot be read
access-discovery-malformed = what `{ $issuer }` says about itself cannot be used
    .hint = check the issuer's address letter by letter: it must be exactly the one the provider names itself by
access-address-insecure = `{ $address }` is not an address with TLS
    .hint = it must begin with `https://`; without TLS only this very machine is asked
access-provider-malformed = an identity provider needs a name of at most 100 bytes and a client id of at most 200
access-identity-malformed = the identity token cannot be read
access-identity-no-token = the provider answered without an identity token
    .hint = sign in again; if it goes on, check the client id and secret at the provider
access-identity-algorithm = the identity token is signed in a way that is not accepted
    .hint = accepted are RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 and EdDSA
access-identity-signature = the identity token is not signed by its issuer
access-identity-issuer = the identity token is not from `{ $expected }`
access-identity-audience = the identity token is not for `{ $expected }`
access-identity-expired = the identity token has expired
access-identity-too-early = the identity token is not valid yet
    .hint = compare the clocks of both machines
access-identity-nonce = the identity token answers another sign-in
    .hint = begin the sign-in anew
access-workload-malformed = a workload needs a name of at most 100 bytes, an audience and at most 20 conditions
access-workload-open = the conditions would let in others' jobs
    .hint = hold the repository, the project or the subject fast: `repository` = `owner/name`
access-workload-revoked = this workload is no longer trusted
access-workload-condition = the identity token does not meet the condition on `{ $claim }`

access-account-name = an account's name is 2 to 64 letters, digits, points, hyphens or underscores, and begins with a letter
    .hint = choose another one: `anna.lindqvist`
access-account-display-name = a person's name is 1 to 200 bytes long and stands on one line
access-account-email = this is not an e-mail address
access-grants-malformed = these duties cannot be given here
    .hint = give each duty once, for this operator; the installation has administrators, approvers, auditors and security response only
access-operator-name = this cannot be an operator's name
    .hint = it needs a letter or digit, stands on one line, has at most 200 bytes and is not `installation`

access-act-decide-finding = decide on a finding of `{ $product }`
access-act-change-grants = change what `{ $account }` may do
access-act-trust-workload = trust the workload `{ $workload }`
access-act-add-identity-provider = take people from `{ $provider }`
access-proposal-closed = this proposal was decided or withdrawn already
access-proposal-expired = this proposal expired at { $at }
    .hint = propose it again
access-proposal-own = nobody approves what they proposed themselves
    .hint = ask a second person who may
access-proposal-concerned = nobody approves what is about themselves
    .hint = ask another person who may
