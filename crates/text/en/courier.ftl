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
courier-openid-issuer = { $origin } says it is `{ $found }`, not `{ $asked }`
    .hint = write the issuer exactly as the provider does, down to the last slash
courier-openid-json = the answer of { $origin } is not what a provider answers (line { $line }, column { $column })
