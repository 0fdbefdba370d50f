## What the room `web` says. A key begins with `web-`; an attribute `.hint` says what the reader can do.

# Refusals
web-refused = { $count ->
    [one] one problem was found in what you handed in
   *[other] { $count } problems were found in what you handed in
}
    .hint = nothing was kept; every problem is listed with its place
web-not-found = there is nothing here, or nothing you may see
    .hint = check the address, or ask whoever gave you the link
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
web-api-problem = Why it was not done, with a stable code and every problem.
web-api-once = The same key gets the same answer, and the change is made once.
web-api-if-match = The version that is to be changed; without it, whatever is there.

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
web-search-hint = Component, CVE, product …
web-account = Your account
web-sign-out = Sign out
web-language = Language
web-theme = Light
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
