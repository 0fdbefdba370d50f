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
