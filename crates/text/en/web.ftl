## What the room `web` says. A key begins with `web-`; an attribute `.hint` says what the reader can do.

# Refusals
web-refused = { $count ->
    [one] one problem was found in what you handed in
   *[other] { $count } problems were found in what you handed in
}
    .hint = nothing was kept; every problem is listed with its place
web-not-found = there is nothing here, or nothing you may see
    .hint = check the address, or ask whoever gave you the link
web-no-such-thing = there is no such thing here
    .hint = it may have been taken away, or the address is mistyped
web-not-this-way = nothing here answers to `{ $method }`
    .hint = the API's description at `/api/v1/openapi.json` says what each address takes
web-sign-in-first = sign in first
    .hint = a person signs in at `/sign-in`; a program sends `Authorization: Bearer` with its token
web-other-site = this came from another site's page, so it was not done
    .hint = open the page here and send the form from it
web-stale-form = this form belongs to a session that has ended
    .hint = load the page again and send the form anew
web-wrong-host = this installation does not answer to the name `{ $host }`
    .hint = start it with `--host` and the name people reach it by
web-too-often = that was too often
    .hint = try again in { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }
web-too-large = that is more than the { $most } bytes this place takes
    .hint = send less, or split it
web-too-many-parts = a form may have { $most } parts at most
web-too-slow = it took too long to arrive
    .hint = try again over a better connection
web-body-cut-off = it broke off before its end
web-wrong-media = this place takes `{ $wanted }` only
    .hint = set the `Content-Type` header to it
web-bad-form = the form could not be read
web-bad-path = the address could not be read
web-bad-file-name = a file's name must be a plain relative path without `..`, backslashes, colons or control characters
web-bad-json = the JSON could not be read: { $error }
    .hint = the API's description at `/api/v1/openapi.json` says what it must be
web-no-body = there was no body
web-no-room = an upload could not be written to disk: { $error }
web-bad-once-key = an idempotency key has 1 to { $most } printable ASCII characters
web-once-at-work = the same request is being worked on right now
    .hint = ask again in a moment; it is not done twice
web-once-for-something-else = this idempotency key was used for another request before
    .hint = use a new key for each change
web-busy = too many requests are waiting
    .hint = try again in a moment
web-fault = this went wrong, and it is our fault
    .hint = nothing was kept; please report it with the number below
web-no-checkpoint = the ledger has no signed checkpoint yet
    .hint = there is one after the first change
web-exposed = listening on { $address } without TLS would send passwords over the network in the clear
    .hint = give a certificate with `--tls-cert` and `--tls-key`, or say `--behind-tls-proxy` if something in front speaks TLS
web-cannot-listen = { $address } could not be listened on: { $error }
    .hint = choose another address with `--listen`
web-tls-unreadable = `{ $path }` cannot be used for TLS: { $error }
    .hint = it must be PEM: the certificate chain in one file, its private key in the other

# What each route does
web-route-health = Says whether the installation can answer.
web-route-asset = Style, script and icon of the pages.
web-route-checkpoint = The ledger's last signed checkpoint.
web-route-ledger-key = The key the ledger's checkpoints are verified with.
web-route-entries = A bundle of the ledger's lines.
web-route-tile = A tile of the ledger's hashes.
web-route-front = Leads to where the visitor's work is.
web-route-sign-in = The page to sign in.
web-route-preferences = Remembers language and light.
web-route-openapi = Describes this API.

# The API's description
web-api-description = Everything the pages do. Lists are paged with `after`, which is the `next` of the page before; refusals are problem documents (RFC 9457) with a stable `code`; answers carry an `ETag`.
web-api-token = A token made under People and tokens, or the identity token of a trusted CI workload.
web-api-once = The same key gets the same answer, and the change is made once.
web-api-if-match = The version that is to be changed, as its `ETag` gave it; without it the change is refused (428), over another version too (412).

# The layout
web-skip = Skip to the content
web-navigation = Main
web-crumbs = Where you are
web-place-portfolio = Portfolio
web-place-findings = Findings
web-place-ledger = Ledger
web-place-feeds = Feeds and jobs
web-place-people = People and tokens
web-place-settings = Settings
web-search-label = Search
web-search-hint = Component, CVE, release, product, case …
web-account = Your account
web-sign-out = Sign out
web-language = Language
web-theme = Appearance
web-theme-system = As the system
web-theme-light = Light
web-theme-dark = Dark
web-no-legal-advice = Proofmark helps to decide; it is no legal advice.
web-pager = Pages
web-pager-first = From the beginning
web-pager-next = Next
web-to-front = To the front page
web-request-id = Request { $id }
web-title-forbidden = Not allowed
web-title-not-found = Not found
web-title-too-often = Slow down
web-title-fault = Something went wrong
web-title-refused = Not done

# Signing in
web-sign-in = Sign in
web-sign-in-name = Name
web-sign-in-password = Password
web-sign-in-lost = Lost your password or your second factor? An administrator of your operator can send you a link.

# More refusals
web-bad-query = the query could not be read: { $error }
    .hint = the API's description at `/api/v1/openapi.json` says which parameters there are
web-record-unreadable = a kept `{ $kind }` record cannot be read
    .hint = it was written by a newer Proofmark, or damaged; `proofmark ledger verify` says which
web-nothing-chosen = no finding was chosen
    .hint = tick the findings the decision is about

# What each route does
web-route-portfolio = What an operator's products add up to.
web-route-products = Lists products.
web-route-product = Shows a product.
web-route-submit = Takes a component list, VEX, a dossier and files for a release, and gives the verdict.
web-route-assess = Assesses a product again from its kept files, and keeps the result.
web-route-assessment = Shows the assessment as it would be now; nothing is kept.
web-route-file = Gives a file of a product.
web-route-revision = Shows what a revision of a dossier changed.
web-route-release = Shows a release.
web-route-releases = Lists a product's releases, the newest first.
web-route-document = Gives a document that the ledger names for a product.
web-route-findings = Lists findings.
web-route-components = Lists components.
web-route-decide = Decides on findings.
web-route-ledger = Lists the operator's lines of the ledger, the newest first.
web-route-proof = Proves that a line is under the last signed checkpoint.
web-route-consistency = Proves that the ledger only grew between two sizes.
web-route-feeds = Says what is known of published vulnerabilities.
web-route-jobs = Lists jobs.
web-route-retry = Has a failed job tried again.
web-route-settings = Shows how the installation behaves.
web-route-search = Searches products, findings and components.
web-route-me = Says who asks, and what they were granted.

# Words many pages share
web-any = All
web-copy = Copy
web-open = open
web-closed = closed
web-undecided = undecided
web-unresolved = to be resolved
web-resolved = resolved
web-exploited = exploited somewhere
web-exploited-count = { $count } exploited somewhere
web-no-match = Nothing matches these filters.
web-and-more = … and { $count } more
web-products = Products
web-releases = Releases
web-components = Components
web-files = Files
web-archived = archived
web-upload = Hand in
web-choose = Choose
web-choose-this = Choose { $vulnerability } in { $component }
web-filter-named = Name
web-filter-gate = Gate
web-filter-order = Order
web-filter-state = State
web-filter-resolved = Resolution
web-filter-exploited = Exploitation
web-filter-score = Score
web-filter-apply = Filter
web-order-urgency = Most urgent first
web-order-name = By name
web-order-support-end = Support ends first
web-order-severity = Severest first
web-order-epss = Likeliest exploited first
web-order-newest = Newest first
web-rating-critical = critical
web-rating-high = high
web-rating-medium = medium
web-rating-low = low
web-rating-unrated = not rated
web-from-high = high and above
web-from-medium = medium and above
web-gate-open = gate open
web-gate-closed = gate closed
web-gate-not-asked = gate not asked
web-gate-unknown = not assessed
web-status-not-affected = not affected
web-status-affected = affected
web-status-fixed = declared fixed
web-status-under-investigation = under investigation
web-standing-met = met
web-standing-open = open
web-standing-late = late
web-standing-not-applicable = not applicable
web-column-product = Product
web-column-release = Release
web-column-gate = Gate
web-column-findings = Open findings
web-column-obligations = Obligations
web-column-support-end = Support ends
web-column-deadline = Next deadline
web-column-law = Law
web-column-asks = What is asked
web-column-standing = Standing
web-column-shown-by = Shown by, or missing
web-column-revision = Revision
web-column-when = When
web-column-who = Who
web-column-what = What
web-column-about = About
web-column-changes = Changes
web-column-component = Component
web-column-version = Version
web-column-licences = Licences
web-column-named-by = Named by
web-column-vulnerability = Vulnerability
web-column-score = Score
web-column-epss = EPSS
web-column-decision = Decision
web-column-since = Since
web-column-line = Line
web-column-documents = Documents and records
web-column-source = Source
web-column-records = Records
web-column-newest = Newest record
web-column-job = Job
web-column-lane = Lane
web-column-state = State
web-column-due = Due
web-column-attempts = Attempts
web-column-key = Key
web-column-was = Was
web-column-is = Is

# Portfolio
web-figure-products = { $count ->
    [one] product
   *[other] products
}
web-figure-gates-closed = { $count ->
    [one] gate closed
   *[other] gates closed
}
web-figure-exploited = { $count ->
    [one] finding exploited somewhere
   *[other] findings exploited somewhere
}
web-figure-undecided = { $count ->
    [one] finding undecided
   *[other] findings undecided
}
web-figure-late = { $count ->
    [one] obligation late
   *[other] obligations late
}
web-figure-unassessed = { $count ->
    [one] product never assessed
   *[other] products never assessed
}
web-figure-components = { $count ->
    [one] component
   *[other] components
}
web-figure-open = { $count ->
    [one] open finding
   *[other] open findings
}
web-figure-severe = critical or high
web-release-of = Release { $version }
web-obligations-met = { $met } of { $all } met
web-late-count = { $count } late
web-first-product = No product yet
    .hint = A product is one readable file, `proofmark.toml`, that says what it is, what it is for and who makes it. `proofmark init` asks the questions and writes it. Hand it in here with the component list it names, and the verdict is there a moment later.
web-first-product-ci = From a pipeline instead
web-add-product = Add a product
web-upload-files = Dossier and files
    .hint = `proofmark.toml`, the component list it names, and the evidence beside it.
web-upload-folder = Or the whole folder the dossier lies in

# Product
web-assess-again = Assess again
web-assessed = Release { $version }, assessed { $at }.
web-never-assessed = It was never assessed.
web-no-releases = No release was handed in yet.
web-hand-in = Hand in a release
web-hand-in-release = Version
    .hint = Left empty, it is the one the dossier names.
web-hand-in-sbom = Component list (CycloneDX or SPDX)
web-hand-in-vex = Statements on vulnerabilities (OpenVEX)
web-hand-in-files = Dossier and further files
web-readiness = Readiness by area
web-see-open = See what is open
web-obligations = Obligations
web-days = Days that bind
web-no-days = No day of the Regulation binds here.
web-binds-already = binds
web-binds-later = will bind
web-binds-if-modified = only if modified
web-binds-not = does not bind you
web-binds-open = cannot be said yet
web-support = Support period
web-support-from = runs from
web-support-floor = earliest end by law
web-support-required = end by expected use
web-support-declared = declared end
web-support-enough = long enough
web-support-shorter-than-use = shorter than the expected use
web-support-too-short = too short
web-support-not-asked = not asked
web-support-open = cannot be said yet
web-support-alternative = The support period on a line from { $from } to { $to }, with today.
web-dossier-history = The dossier's history
web-show-changes = What changed
web-revision = Revision { $number } of the dossier
web-no-changes = No key changed.
web-whole-dossier = The whole dossier
web-key-added = added
web-key-removed = removed
web-key-changed = changed
web-received = { $at }, from { $by }

# Release
web-in-the-way = What keeps the gate closed
web-dependency-path = How it came into the product
web-open-findings = Open findings
web-over-time = Open findings over time
web-over-time-alternative = Open findings from { $from } to { $to }; { $count } are open now.
web-ages = Age of open findings
web-age-week = less than a week
web-age-month = a week to a month
web-age-quarter = one to three months
web-age-year = three months to a year
web-age-older = more than a year
web-fixed-in = fixed in { $versions }
web-named-by-product = the product itself
web-sboms = Component lists
web-no-sbom = No component list was handed in.
web-sbom-counts = counts
web-sbom-superseded = superseded

# Findings
web-findings-lead = Every known vulnerability in every product, the one that needs you first.
web-no-findings = No finding matches
    .hint = Either nothing is known about the components of your releases, or the filters leave everything out. An open finding appears here as soon as a component list or new vulnerability data brings it.
web-decide = Decide
web-decide-hint = Tick findings above and decide on all of them at once. The decision holds for every release with the same component version.
web-decide-status = Status
web-decide-justification = Why not affected
web-decide-because = Reasoning
web-decide-expires = Holds until
web-any-justification = none
web-because-component-not-present = the component is not in the product
web-because-code-not-present = the vulnerable code is not in it
web-because-not-executed = the vulnerable code never runs
web-because-not-controlled = an adversary cannot reach it
web-because-mitigated = built-in protections stop it
web-decided = { $count ->
    [one] The decision on one finding is kept. Its release is being assessed anew.
   *[other] The decision on { $count } findings is kept. Their releases are being assessed anew.
}

web-decided-in-dossier = The dossier decides on this finding, and what it says counts. Change it there and hand it in again.

# Ledger
web-ledger-lead = Every change to the record, in the order it was made. It proves who recorded what and when, not that what they declared is true.
web-ledger-empty = Nothing happened yet
    .hint = Every change writes one line: who, when, what, on what, with the digests before and after.
web-ledger-standing = How it stands
web-ledger-sealed = all sealed
web-ledger-unsealed = { $count } not sealed yet
web-ledger-lines = Lines of the whole installation
web-ledger-key = Key
web-ledger-checkpoint = Signed checkpoint
web-ledger-follow = To follow it from outside

# Feeds and jobs
web-no-feeds = No vulnerability data yet
    .hint = Without it, no release gate can open: nobody looked. Bring in OSV records and the catalogue of exploited vulnerabilities.
web-sources = Vulnerability data
web-records = { $count ->
    [one] one record
   *[other] { $count } records
}
web-jobs = Jobs
web-no-jobs = Nothing is waiting.
web-lane-waited = somebody waits
web-lane-soon = soon
web-lane-bulk = when there is time
web-job-waiting = waiting
web-job-working = at work
web-job-done = done
web-job-failed = failed
web-job-retry = Try again

# Search
web-nothing-found = Nothing found
    .hint = Search for a product's name, any part of a component's name, or a whole identifier such as CVE-2026-1234.

# Settings
web-installation = This installation
web-program = Program
web-state-of-the-law = State of the law
web-operator = Operator
web-api = API
    .hint = Everything the pages do, for programs. Make a token under People and tokens.
web-ci = Hand in from a pipeline
    .hint = One call: the verdict comes back at once, with the digest the evidence is found by.

# Signing in, setting up, one's account
web-route-do-sign-in = Signs in with name and password.
web-route-sign-in-code = Completes a sign-in with a one-time code.
web-route-passkey = Signs in with a passkey.
web-route-passkey-register = Registers a passkey.
web-route-passkey-remove = Removes a passkey.
web-route-sign-out = Ends sessions.
web-route-set-up = Makes the first administrator, by a link that works once.
web-route-invitation = Accepts an invitation.
web-route-reset = Chooses a new password, by a link that works once.
web-route-account = One's own account.
web-route-password = Changes one's password.
web-route-codes = Enrols one-time codes.
web-route-approvals = Shows what waits for a second person.
web-route-approve = Approves a proposal, and does what it says.
web-route-refuse = Refuses a proposal.
web-route-withdraw = Takes one's own proposal back.
web-route-people = Shows people and tokens.
web-route-invite = Invites a person.
web-route-reset-link = Makes a link to choose a new password.
web-route-make-token = Makes a token.
web-route-revoke-token = Revokes a token.
web-sign-in-passkey = Sign in with a passkey
web-sign-in-second = One more step
web-sign-in-code = One-time code or recovery code
web-set-up = Set up Proofmark
    .hint = This link works once. You become the first administrator; others are invited by you.
web-set-up-operator = Operator
    .hint = The name of the manufacturer, importer or other operator, as its dossiers write it.
web-set-up-display-name = Name
web-set-up-account = Name to sign in with
    .hint = Small letters, digits, points, hyphens. The ledger calls the person by it.
web-set-up-email = E-mail
web-new-password = New password
    .hint = At least twelve characters; a sentence is best.
web-old-password = Present password
web-keep = Keep
web-remove = Remove
web-invitation = Welcome
web-reset = Choose a new password
web-you-sign-in-as = You will sign in as { $account }.
web-change-password = Password
web-codes = One-time codes
    .hint = A second factor from an app on your telephone, beside your password.
web-codes-enrol = Set up one-time codes
    .hint = Scan the picture with the app, or type the letters, then give the first code.
web-codes-picture = A picture for the app on your telephone
web-codes-enrolled = One-time codes are set up. Keep these recovery codes where you keep important papers; each works once and they are shown this once
web-passkeys = Passkeys
    .hint = Sign in with your fingerprint, face or a security key. Nobody can guess or steal it by a false page.
web-passkey-add = Add a passkey
web-sessions = Sessions
    .hint = Ends every session of yours, on every machine, this one too.
web-sign-out-everywhere = Sign out everywhere

# People and tokens
web-people = People
web-no-people = You may not see who else is here.
web-no-duty = no duty yet
web-no-second-factor = no second factor
web-account-active = active
web-account-invited = invited
web-account-disabled = disabled
web-column-person = Person
web-column-duties = Duties
web-column-token = Token
web-column-expires = Expires
web-invite = Invite a person
web-invite-again = New link
web-make-reset = Link for a new password
web-link-made = This link is for { $account } alone. It works once and is shown this once
web-tokens = Tokens
web-no-tokens = No token yet
    .hint = A token lets a program act in your place, with some of your duties, for a while.
web-token-made = The token { $name } is made. It is shown this once
web-token-stands = valid
web-token-make = Make a token
web-token-name = What it is for
web-token-days = Days it lasts
web-token-products = Products
    .hint = Their ids, with spaces between; left empty, all of them.
web-token-revoke = Revoke

# Approvals
web-place-approvals = Approvals
web-approvals-lead = What needs two people. Nobody approves what they proposed.
web-no-approvals = Nothing waits for a second person
    .hint = Dismissing a finding, changing duties and trusting a workload wait here until somebody else approves them.
web-approvals-decided = Decided
web-waits-until = until { $at }
web-proposed = proposed by { $by }, { $at }
web-approve = Approve
web-refuse = Refuse
web-withdraw = Withdraw
web-not-your-own = You proposed this, so somebody else must approve it.
web-proposal-expired = expired
web-proposal-done = approved by { $by }, { $at }
web-proposal-refused = refused by { $by }, { $at }
web-proposal-withdrawn = withdrawn { $at }

# The command line
web-cli-serve = Serve the web application and the API
web-cli-listen = Where to listen; beyond this machine only with TLS
web-cli-tls-cert = The certificate chain, PEM; read again when it changes
web-cli-tls-key = Its private key, PEM
web-cli-behind-tls-proxy = Something in front speaks TLS
web-cli-host = A name people reach it by; may be given more than once
web-cli-trusted-proxy = A proxy whose `X-Forwarded-For` is believed; may be given more than once
web-cli-stores = Connections to the database at most
web-cli-requests-a-minute = Requests a minute that one address or token may make
web-cli-open-ledger = Let anybody read the ledger's lines; they name operators, products and people
web-cli-log = How the log is written
web-findings-go-on = Very many findings were looked through, and few of them fit. The next page goes on from there.
