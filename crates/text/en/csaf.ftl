## What is said of documents of the Common Security Advisory Framework, and of the folders they are published in. A key begins with `csaf-`.

# What is wrong with a document.
csaf-version = `{ $version }` is no version of CSAF that can be read here
    .hint = documents of version 2.0 and 2.1 can
csaf-without-id = the document has no identifier (`/document/tracking/id`)
csaf-without-publisher = the document does not say who publishes it (`/document/publisher/name`)
csaf-product-unknown = the product `{ $id }` stands nowhere in the document's product tree

# Folders of documents.
csaf-list-too-long = the list of documents is longer than { $bytes } bytes
csaf-list-too-many = the list names more than { $most } documents
csaf-list-line = `{ $line }` names no document below the folder
csaf-left-out = { $count } of the { $listed } documents that are listed are not there as they should be; the first is `{ $path }`: { $why }
csaf-not-there = it is not there
csaf-digest-missing = its digest is not there
csaf-digest-other = it does not have the digest that is published beside it

# Publishers and where their documents are.
csaf-provider-role = `{ $role }` is no role of a publisher of CSAF documents
csaf-provider-name = the metadata do not say who publishes
csaf-provider-address = `{ $written }` is no address of the web
csaf-provider-fingerprint = `{ $written }` is no fingerprint of a key
csaf-provider-too-many = the metadata name more than { $most } places or keys
csaf-aggregator-empty = it lists no publisher
csaf-provider-not-found = nothing at `{ $domain }` says where its CSAF documents are
    .hint = looked for are the well-known address, the lines `CSAF:` in `security.txt` and `csaf.data.security.` before the domain; name the address of its `provider-metadata.json`
csaf-provider-not-there = nothing lies at `{ $url }`
csaf-provider-plain = `{ $origin }` is not reached through TLS: what a publisher says of itself is not believed over an open line
csaf-provider-nothing-open = none of its feeds and folders is for everybody (TLP:WHITE or TLP:CLEAR)
csaf-provider-feed-name = `{ $name }` cannot be the name of a publisher's feed: `csaf-`, small letters, digits and hyphens, and no name of the register
csaf-provider-needs-name = no name for a feed can be made of `{ $url }`
    .hint = give it one with `--name csaf-…`
csaf-provider-taken = `{ $feed }` is another publisher already
    .hint = give this one another name with `--name csaf-…`
csaf-provider-mirror = a publisher's documents lie where its metadata say; there is no mirror of them
csaf-provider-removed = `{ $feed }` and the copy of its documents are gone; the next import or fetch builds the database without them
csaf-provider-keys = { $count ->
    [0] It signs by no key
    [one] It signs by this key
   *[other] It signs by these keys
 }
csaf-provider-compare = Compare the fingerprints with what the publisher says elsewhere: from now on only these are believed.
csaf-provider-next = Fetch its documents with `proofmark feeds sync --only { $feed }`.
csaf-signatures = signatures verified: { $verified }; without: { $unsigned }

# Keys and signatures.
csaf-key-unfit = the key at `{ $url }` cannot be taken: { $why }
csaf-key-other = the key at `{ $url }` has the fingerprint { $fingerprint }, not the one the metadata name
csaf-key-changed = the publisher's keys changed: it has { $found }, accepted is { $accepted }
    .hint = ask the publisher whether it changed its keys; `proofmark feeds provider accept-keys { $feed }` believes those it has now
csaf-signature-bad = its signature does not hold: { $why }

# The command line.
csaf-cli = publishers of CSAF documents, by what they say of themselves: add, list, accept keys, remove
csaf-cli-add = find a publisher's metadata, keep its keys, and make a feed of it
csaf-cli-where = its domain, or the address of its `provider-metadata.json`
csaf-cli-name = what its feed is called: `csaf-` and small letters, digits and hyphens; else it is named by its host
csaf-cli-list = list the publishers an aggregator names, to choose from
csaf-cli-aggregator = the address of an `aggregator.json`
csaf-cli-accept = believe the keys a publisher has now
csaf-cli-remove = forget a publisher and the copy of its documents
csaf-cli-feed = the name of its feed
