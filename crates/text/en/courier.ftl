## What the room `courier` says. A key begins with `courier-`; an attribute `.hint` says what the reader can do.
## No sentence holds more of a URL than scheme, host and port: the rest may hold secrets.

# Where an errand may go.
courier-url-unreadable = this is not a URL that can be used
    .hint = write it in full, `https://` first, with no spaces and at most 2048 characters
courier-url-scheme = a URL that begins with `{ $scheme }:` is not fetched or sent to
    .hint = only `https` and `http` are
courier-url-credentials = a URL must not hold a name or a password
    .hint = take `name:password@` out of the URL; use a token or a header where the receiver asks for one
courier-url-port = port { $port } is not one at which HTTP is expected
    .hint = use port 443, 80, or one above 1023 that no other well-known service uses
courier-barred = `{ $host }` may not be reached: { $why }
    .hint = if this is meant, the person who runs the installation can name the network in its list of allowed networks
courier-network-this-machine = it is this machine itself
courier-network-private = it is on a private network
courier-network-link-local = it is on the local link, where clouds give out credentials
courier-network-metadata = it is a cloud's metadata service
courier-network-multicast = it is a multicast address
courier-network-reserved = its address is set aside and nobody's
courier-network-wrapped = it is an IPv4 address disguised as an IPv6 one
courier-network-unreadable = `{ $network }` is not a network
    .hint = write it as `10.20.0.0/16`, `fd12:3456::/32` or a single address
courier-redirect-unreadable = { $origin } redirects to something that is not a URL
courier-redirect-to-plain = { $origin } redirects from `https` to `http`, which is not followed
    .hint = use the address it should lead to, with `https`
courier-redirects = { $origin } redirects more than { $most ->
    [one] once
   *[other] { $most } times
 }
    .hint = use the address it leads to in the end
courier-header = the header `{ $header }` holds something no header may hold

# What happened on the way.
courier-unready = nothing can be sent from here: { $error }
    .hint = check the certificates of the system and the file of further authorities
courier-proxy = the proxy's address cannot be used
    .hint = write it as `http://proxy.example:3128`
courier-authorities = the file of further certificate authorities holds no readable certificate
    .hint = it must be PEM: blocks of `-----BEGIN CERTIFICATE-----`
courier-unreachable = { $origin } could not be reached: { $error }
courier-certificate = { $origin } could not prove who it is: { $error }
    .hint = if its certificate is from an authority of your own, name that authority's certificate in the settings
courier-slow = { $origin } did not answer to the end within { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
 }
courier-cut-off = the answer of { $origin } broke off or cannot be read: { $error }
courier-too-large = the answer of { $origin } is larger than { $bytes } bytes
courier-status = { $origin } answered with status { $status }
courier-not-kept = what arrived could not be kept: { $error }
courier-not-read = what was to be sent could not be read: { $error }
courier-media-type = { $origin } answered with `{ $found }` instead of `{ $asked }`

# Webhooks, mail, witnesses, identity providers.
courier-webhook-secret = this is not a secret webhooks can be signed with
    .hint = it begins with `whsec_` or `whsk_` and holds 24 to 64 bytes in base64
courier-mail-address = `{ $address }` is not an address a letter can be sent from or to
courier-mail-unsecured = letters to `{ $host }` would travel unprotected
    .hint = choose STARTTLS or TLS; without either, only a mail server on this machine is used
courier-mail-too-large = a letter may have at most { $bytes } bytes
courier-mail-tls = the certificates for the way to `{ $host }` cannot be read
courier-mail-slow = the mail server `{ $host }` did not take the letter within { $seconds } seconds
courier-mail-unreachable = the mail server `{ $host }` could not take the letter: { $error }
courier-mail-refused = the mail server `{ $host }` refused the letter: { $error }
    .hint = check the sender's address, the name and the password in the settings
courier-witness = the answer of the witness at { $origin } cannot be used: { $error }
courier-openid-json = the answer of { $origin } is not what a provider answers (line { $line }, column { $column })

# Events.
courier-event-assessment-kept = a product was assessed
courier-event-gate-closed = a release gate closed
courier-event-gate-opened = a release gate opened
courier-event-findings-new = there are new findings
courier-event-decision-made = findings were decided on
courier-event-proposal-waiting = something waits for a second person
courier-event-people-changed = who may do what changed
courier-event-settings-changed = a setting changed
courier-event-ledger-sealed = the ledger was sealed
courier-event-webhook-disabled = a webhook failed for too long and is disabled

# Webhooks and settings.
courier-unsealed = the secret could not be sealed, so nothing was kept
    .hint = the system gives no randomness; try again
courier-secret-unopened = the secret of `{ $purpose }` cannot be opened with this installation's key
    .hint = the ledger's key is not the one it was sealed with; rotate the secret or give the password anew
courier-webhook-name = a webhook needs a name of at most { $most } bytes on one line
courier-webhook-no-events = a webhook needs at least one event
    .hint = choose what it is to be told of
courier-webhook-too-many = there may be { $most } webhooks at most
    .hint = remove one that is no longer needed
courier-no-such-webhook = there is no webhook `{ $id }`
courier-webhook-is-disabled = this webhook is disabled: nothing is sent there
    .hint = enable it first
courier-no-such-delivery = there is no delivery `{ $id }`, or not any more
    .hint = deliveries are kept for a month
courier-delivery-status = the receiver answered with status { $status }
courier-mail-host = this is not the name of a mail server
courier-wish-of-another = letters can only be wished for by the person they are for

# Letters.
courier-letter-subject = { $operator }: what happened { $closed ->
    [0] {""}
    [one] (one release gate is closed)
   *[other] ({ $closed } release gates are closed)
 }
courier-letter-subject-quiet = { $operator }: nothing new
courier-letter-greeting = This is what happened at { $operator } since the last letter.
courier-letter-nothing-new = Nothing new. Proofmark is at work and watches; this letter says so, so that silence is never mistaken for it.
courier-letter-done = - { $what }{ $count ->
    [one] {""}
   *[other] , { $count } times
 }
courier-letter-more = … and { $count } more.
courier-letter-standing = Now: { $products } products, { $closed } closed gates, { $findings } open findings of which { $undecided } are undecided, { $late } late obligations.
courier-letter-urgent-subject = { $operator }: { $what }
courier-letter-urgent = At { $operator }: { $what }. It is about `{ $about }`. Open Proofmark to see what is to be done.
courier-letter-why = You get this letter because you asked for it; you can change that under your notices.

# The worker.
courier-job-unknown = nothing here knows how to do a job of the kind `{ $kind }`
    .hint = a newer version of the program may have asked for it; bring all nodes to the same version
courier-job-broke = the job broke off through a fault of the program
    .hint = please report it with what the log says at that time
courier-worker-not-started = the worker could not be started: { $error }
