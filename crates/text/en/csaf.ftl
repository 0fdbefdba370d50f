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

# What the standard's tests say of a document.
csaf-judged-no-csaf = this is no document of CSAF: it does not say of which version it is (`/document/csaf_version`)
csaf-judged-other-version = the tests are those of CSAF 2.0, and this document is of version `{ $version }`: none was run
    .hint = hand in the document of version 2.0
csaf-judged-no-schema = the official schema cannot be used
csaf-judged-twice = the member `{ $member }` stands twice in one object: readers could choose differently between the two
    .hint = keep one of them
csaf-judged-breaks-schema = The document breaks the official schema at `{ $place }`, so something may have been overlooked.
csaf-judged-too-much = The product groups are named so often that more than { $most } products would be looked up.
csaf-judged-no-vector = `{ $place }` has no vector.
csaf-judged-revision = There is no date or no version number at `{ $place }`.
csaf-judged-purl-long = The package URL at `{ $place }` is longer than { $most } bytes.
csaf-judged-product-undefined = The product `{ $id }` is defined nowhere in the product tree.
    .hint = Define it there, or refer to one that is.
csaf-judged-product-twice = The product `{ $id }` is defined already.
    .hint = Give each product an identifier of its own.
csaf-judged-product-circle = The product `{ $id }` is, through relationships, made of itself.
    .hint = Let the relationship refer to products that are defined without it.
csaf-judged-group-undefined = The product group `{ $id }` is defined nowhere in the product tree.
    .hint = Define it under `product_groups`, or refer to one that is.
csaf-judged-group-twice = The product group `{ $id }` is defined already.
    .hint = Give each group an identifier of its own.
csaf-judged-contradicting = `{ $status }` contradicts `{ $before }`, which is said of the product `{ $id }` already.
    .hint = Keep what is true.
csaf-judged-scored-twice = The product `{ $id }` has a score of CVSS { $version } already.
    .hint = Keep one score of each version for each product.
csaf-judged-vector = No score can be computed from `{ $vector }`.
    .hint = Name every base metric, and each metric once.
csaf-judged-score = This is { $given }; from the vector follows { $right }.
    .hint = Write what follows from the vector, or mend the vector.
csaf-judged-inconsistent = This is `{ $given }`; the vector says `{ $metric }:{ $value }`.
    .hint = Write what the vector says, or leave the property out.
csaf-judged-weakness-unknown = There is no weakness `{ $id }`.
    .hint = Look it up in the Common Weakness Enumeration; views and categories are no weaknesses.
csaf-judged-weakness-name = That is not what `{ $id }` is called: { $name }
    .hint = Write its name as the Common Weakness Enumeration does.
csaf-judged-language = `{ $tag }` is no language: one of its parts is not registered, or not where it may stand.
    .hint = Write a tag of BCP 47, as `en` or `de-AT`.
csaf-judged-translator = A translator publishes this, and it does not say which language it was translated from.
    .hint = Add `source_lang`.
csaf-judged-translation = The document is in the language it was translated from, `{ $tag }`.
    .hint = Take `source_lang` away unless this is a translation.
csaf-judged-purl = `{ $purl }` is no package URL.
    .hint = Write `pkg:type/namespace/name@version`.
csaf-judged-unsorted-history = Revision `{ $number }` is younger than `{ $before }` and has a lower number.
    .hint = Let numbers grow with the dates.
csaf-judged-latest = The document's version is `{ $version }`, that of its last revision is `{ $last }`.
    .hint = Let both be the same.
csaf-judged-not-draft = The version `{ $version }` is not released yet, and the status is `{ $status }`.
    .hint = Make the status `draft`, or the version `1` or `1.0.0`.
csaf-judged-zero-revision = The status is `{ $status }`, and revision `{ $number }` is one before the first release.
    .hint = Leave drafts out of the history of what is released.
csaf-judged-pre-release = Revision `{ $number }` is a pre-release.
    .hint = Leave pre-releases out of the history.
csaf-judged-released-version = The status is `{ $status }`, and the version `{ $version }` is a pre-release.
    .hint = Give the document the version of a release.
csaf-judged-first-revision = The history begins with `{ $number }`, not with version 0 or 1.
    .hint = List every version from the first on.
csaf-judged-missing-revision = Between `{ $before }` and `{ $number }` a version is lacking.
    .hint = List every version, the major ones where versions are semantic.
csaf-judged-revision-twice = There is a revision `{ $number }` already.
    .hint = Give each revision a number of its own.
csaf-judged-mixed = Revision `{ $number }` and the document's version `{ $version }` are numbered in different ways.
    .hint = Use whole numbers everywhere, or semantic versions everywhere.
csaf-judged-cve-twice = `{ $cve }` stands at `{ $first }` already.
    .hint = Put both together.
csaf-judged-involved-twice = `{ $party }` is involved at { $date } already.
    .hint = Say once what a party did at a time.
csaf-judged-algorithm-twice = The file has a digest of `{ $algorithm }` already.
    .hint = Give one digest of each algorithm for each file.
csaf-judged-category = The category `{ $category }` resembles the profile `{ $profile }` and is not it.
    .hint = Write `{ $profile }` where the document keeps that profile, else another word.
csaf-judged-reserved = The category `{ $category }` begins with `csaf_`, which is kept for profiles of the standard.
    .hint = Choose another word, or `csaf_base`.
csaf-judged-document-notes = No note of the document describes what it is about.
    .hint = Add a note of the category `description`, `details`, `general` or `summary`.
csaf-judged-document-references = No reference of the document leads elsewhere.
    .hint = Add a reference of the category `external`.
csaf-judged-vulnerabilities = An informational advisory tells of no vulnerabilities.
    .hint = Take them away, or choose another category.
csaf-judged-no-vulnerabilities = There are no vulnerabilities.
    .hint = Add one, or choose another category.
csaf-judged-no-product-tree = There is no product tree.
    .hint = Say which products the document is about.
csaf-judged-no-notes = The vulnerability has no notes.
    .hint = Describe it.
csaf-judged-no-status = The vulnerability does not say which products are affected.
    .hint = Add `product_status`.
csaf-judged-no-vex-status = The vulnerability says of no product that it is affected, not affected, fixed or under investigation.
    .hint = Say one of these.
csaf-judged-no-name = The vulnerability has no identifier.
    .hint = Add `cve`, or another identifier under `ids`.
csaf-judged-no-impact = The product `{ $id }` is not affected, and nothing says why.
    .hint = Add a flag, or a threat of the category `impact`.
csaf-judged-no-action = The product `{ $id }` is affected, and nothing says what to do.
    .hint = Add a remediation; `no_fix_planned` and `none_available` are ones.
csaf-judged-no-product = This does not say at which products it stands.
    .hint = Add `product_ids` or `group_ids`.
csaf-judged-range = `{ $name }` is a range, not one version.
    .hint = Make it a branch of the category `product_version_range`, or name the version.
csaf-judged-flagged-twice = At the product `{ $id }` stands a flag that says why it is not affected already.
    .hint = Keep the one that fits best.
csaf-judged-product-unused = The product `{ $id }` is referred to nowhere.
    .hint = Say something of it, or take it away.
csaf-judged-no-remediation = Nothing says what to do about the product `{ $id }`.
    .hint = Add a remediation; `no_fix_planned` and `none_available` are ones.
csaf-judged-no-score = Nothing says how badly the product `{ $id }` is affected.
    .hint = Add a score.
csaf-judged-build = Revision `{ $number }` says what it was built from.
    .hint = Leave out what stands behind the plus.
csaf-judged-older = { $date } is before the revision of { $revision }.
    .hint = Mend the date.
csaf-judged-involvement-date = The involvement has no date.
    .hint = Say when the party did what it did.
csaf-judged-weak-algorithm = The file has a digest of `{ $algorithm }` only, for which other files can be made.
    .hint = Add a digest of SHA-256 or a stronger algorithm.
csaf-judged-no-label = Nothing says to whom the document may be passed on.
    .hint = Add a label of the Traffic Light Protocol: WHITE, GREEN, AMBER or RED.
csaf-judged-no-canonical = No reference says where the document lies.
    .hint = Add a reference of the category `self` whose address begins with `https://` and ends with `{ $file }`.
csaf-judged-no-language = The document does not say in which language it is.
    .hint = Add `lang`.
csaf-judged-unsorted = This belongs before what stands above it.
    .hint = Sort the members by their names.
csaf-judged-private-language = A part of `{ $tag }` is for private use, and others do not know what it means.
    .hint = Use a registered language.
csaf-judged-default-language = `i-default` names no language.
    .hint = Say which language it is.
csaf-judged-no-helper = Nothing identifies the product `{ $id }` for machines.
    .hint = Add a package URL, a CPE name or digests.
csaf-judged-cve-id = `{ $cve }` stands among other identifiers.
    .hint = Put it under `cve`.
csaf-judged-no-vers = The range `{ $name }` is not written as `vers`.
    .hint = Write it so: `vers:semver/>=1.0.0|<1.4.2`.
csaf-judged-fixed-scored = The product `{ $id }` is fixed, and its environmental score is not 0.
    .hint = Score what is left after the fix: nothing.
csaf-judged-additional = The standard knows no such member here: { $members }
    .hint = Take it away; other programs do not read it.

# The judgement as a whole.
csaf-check-cli = documents of CSAF themselves: judge them
csaf-check-cli-check = judge documents of CSAF 2.0 by the official schema and the tests of the standard
csaf-check-cli-file = the documents
csaf-check-cli-all = show every test and every place
csaf-check-valid = Valid: all { $count } mandatory tests that apply passed
csaf-check-invalid = Not valid
csaf-check-undecided = Not known to be valid: some tests could not be decided
csaf-check-schema-kept = keeps the official schema
csaf-check-schema-broken = { $count ->
    [one] breaks the official schema in one place
   *[other] breaks the official schema in { $count } places
 }
csaf-check-mandatory = Mandatory tests
csaf-check-optional = Optional tests
csaf-check-counted = passed { $passed }, failed { $failed }, do not apply { $apart }, undecided { $undecided }
csaf-check-not-applicable = asked of documents of another category
csaf-check-unread = { $count ->
    [one] One document could not be judged
   *[other] { $count } documents could not be judged
 }
