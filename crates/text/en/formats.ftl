## What the room `formats` says. A key begins with `formats-`; an attribute `.hint` says what the reader can do.

# What any reader may say of its input.
formats-empty = there is nothing in this file
    .hint = The tool that wrote it may have failed; run it again and look at its messages.
formats-too-long = this file has { $bytes } bytes, more than the { $most } bytes that are read
    .hint = Hand in one document for each product, or leave file lists and licence texts out of it.
formats-packed = this file is packed ({ $kind })
    .hint = Unpack it and hand in the document inside.
formats-pdf = this file is a PDF, which no program can read a bill of materials from
    .hint = Ask its author for the CycloneDX or SPDX JSON document it was made from.
formats-utf16 = this file is written in UTF-16
    .hint = Save it as UTF-8. In PowerShell, end the command with `| Out-File -Encoding utf8 bom.json` in place of `> bom.json`.
formats-not-utf8 = the byte at offset { $offset } is not UTF-8
    .hint = Save the file as UTF-8.
formats-too-deep = objects and lists stand more than { $most } deep in each other here
    .hint = Have the tool that wrote the document list components flat.
formats-json-ends-early = the document ends in the middle
    .hint = It was cut off on its way here; hand it in again, or run the tool that wrote it again.
formats-json-malformed = this is not JSON: { $why }
    .hint = Hand the file in as the tool wrote it; a log line before or after the document spoils it.
formats-xml-ends-early = the document ends in the middle
    .hint = It was cut off on its way here; hand it in again, or run the tool that wrote it again.
formats-xml-malformed = this is not XML: { $why }
    .hint = Hand the file in as the tool wrote it; a log line before or after the document spoils it.
formats-xml-outside = something stands here outside the document's one element
    .hint = Hand the file in as the tool wrote it; a log line before or after the document spoils it.
formats-xml-doctype = the document brings a document type of its own, which is not read
    .hint = Leave `<!DOCTYPE …>` out: no bill of materials needs one.
formats-xml-entity = `&{ $name };` stands for nothing that XML knows by itself
    .hint = Write the sign itself, or its number as in `&#233;`.
formats-xml-attributes = this element has more than { $most } attributes
    .hint = Have the tool that wrote the document write what its format knows.
formats-xml-prefix = the prefix `{ $prefix }` stands for no namespace here
    .hint = Declare it on this element or one around it: `xmlns:{ $prefix }="…"`.
formats-xml-twice = `{ $name }` stands here a second time
    .hint = Check the document with the validator of its format, and tell the makers of the tool that wrote it.
formats-xml-not-allowed = XML allows no `{ $what }` here
    .hint = Have the tool that wrote the document escape what it writes: `]]>` in text is `]]&gt;`; control characters cannot be written in XML at all.
formats-xml-too-much = what this document says has more than { $most } bytes in the form it is read in
    .hint = Hand in one document for each product, or leave file lists and licence texts out of it.
formats-xml-passed-over = this is not read of a document in XML: { $names }
    .hint = Hand in the list as CycloneDX JSON, where it is needed.
formats-xml-too-deep = elements stand more than { $most } deep in each other here
    .hint = Have the tool that wrote the document list components flat.
formats-json-unexpected = this cannot stand here in { $format }: { $why }
    .hint = Check the document with the validator of its format, and tell the makers of the tool that wrote it.
formats-more-of-this-kind = { $count } more of this kind: `{ $kind }`
formats-text-too-long = a text here is longer than the { $most } bytes that are kept
    .hint = Shorten it: a name, a version or a licence identifier needs a line.

# What readers of bills of materials may say.
formats-too-many-components = the document has more than the { $most } components that are read
    .hint = Hand in one document for each product.
formats-too-many-dependencies = the document has more than the { $most } dependencies that are read
    .hint = Hand in one document for each product.
formats-reference-twice = the reference `{ $reference }` stands for two components
    .hint = Dependencies on it are read as dependencies on the first. Give each component a reference of its own.
formats-dependency-unknown = the reference `{ $reference }` stands for no component of this document
    .hint = This dependency is left out. List the component, or take the dependency away.
formats-purl-unreadable = `{ $purl }` is not a package URL
    .hint = The component is kept without it, and may not be matched with advisories. A package URL looks like `pkg:npm/%40angular/core@18.2.0`.
formats-digest-unreadable = `{ $value }` is no digest of the algorithm `{ $algorithm }`
    .hint = The component is kept without this digest. Write it in hexadecimal, in full.
formats-dependency-without-reference = this dependency does not say what depends
    .hint = It is left out. Give it the reference of a component of this document.
formats-instant-unreadable = `{ $instant }` is not a date and time with a time zone
    .hint = Write it like `2026-11-21T10:00:00Z`.
formats-component-without-name = this component has no name
    .hint = A bill of materials that hides a name proves nothing; have the tool that wrote it name the component.
formats-component-name-empty = the name of this component is empty
    .hint = It is kept by its other marks; have the tool that wrote it name the component.
formats-subject-without-name = the product this document is about has no name here
    .hint = The document is read; have the tool that wrote it name the product and its version.
formats-component-type-unknown = `{ $word }` is no type of component
    .hint = The component is read as a library.
formats-component-type-missing = this component does not say its type
    .hint = The component is read as a library.

# What is recognised and not read.
formats-unknown = this is no bill of materials in a format that is read
    .hint = CycloneDX 1.2 to 1.7 is read as JSON and XML, SPDX 2.2, 2.3 and 3.0 as JSON, SPDX 2 as tag-value too; so are `Cargo.lock`, `package-lock.json` and the lists that Yocto, Buildroot, OpenWrt and Zephyr write.
formats-json-unknown = this is JSON, but no bill of materials in a format that is read
    .hint = CycloneDX 1.2 to 1.7 and SPDX 2.2, 2.3 or 3.0 are read; they begin with `"bomFormat"`, `"spdxVersion"` and `"@context"`.
formats-osv-list = this is a list, and an OSV record is one object
    .hint = Hand in its records one by one, each in a file of its own.
formats-names-nothing = this list names no component besides the product: nothing is looked for
    .hint = Have the tool that wrote it list what is in the product, in `components` (CycloneDX) or `packages` (SPDX).
formats-json-list = this is a list, and a bill of materials is one object
    .hint = Hand in its elements one by one.
formats-not-an-sbom = this is { $what }, not a bill of materials
    .hint = Hand in a CycloneDX document in JSON or XML, or an SPDX one in JSON or RDF/XML.
formats-kind-syft = Syft's own JSON
formats-kind-trivy = Trivy's own JSON
formats-kind-osv = an OSV record
formats-kind-kev = the catalogue of known exploited vulnerabilities
formats-kind-csaf = a CSAF document
formats-kind-sarif = a SARIF report
formats-kind-package-json = a `package.json`, which asks for versions but does not fix them
formats-kind-openvex = an OpenVEX document
formats-spdx-yaml = this is SPDX in YAML, and it cannot be read: { $why }
    .hint = Have the tool write JSON, or convert it: `pyspdxtools -i bom.spdx.yaml -o bom.spdx.json`.
formats-rdf-unread = `{ $name }` is a form of RDF/XML that SPDX documents do not use, and it is not read
    .hint = Have the tool write JSON, or convert it: `pyspdxtools -i bom.spdx.rdf -o bom.spdx.json`.
formats-rdf-no-document = this is RDF of SPDX, but nothing in it is an `SpdxDocument`
    .hint = Hand in the whole document: it has an element `spdx:SpdxDocument` with the `rdf:about` of its namespace.
formats-rdf-several-documents = this is the second `SpdxDocument` in one file
    .hint = Hand in each document in a file of its own.
formats-rdf-licence-deep = licences stand more than { $most } deep in each other here, or in a circle
    .hint = Have the tool that wrote the document state the licence as an expression.
formats-xml = this is XML, and no bill of materials in it is read
    .hint = Hand in a CycloneDX document in JSON or XML, or an SPDX one in JSON or RDF/XML.
formats-html = this is a web page
    .hint = The download was answered with a page, often for signing in; fetch the document itself.
formats-attestation = this is a signed attestation around a document
    .hint = Take the document out: it is the `predicate` of the statement, which stands base64-encoded in `payload`.
formats-wrapped = the bill of materials stands inside `sbom` here
    .hint = Take it out, for example with `jq .sbom`, and hand that in.
formats-other-lockfile = `{ $name }` is no lockfile that is read
    .hint = Have the package manager or a scanner write a CycloneDX JSON document from it.

# CycloneDX.
formats-cyclonedx-bom-format = `bomFormat` is `{ $found }`, not `CycloneDX`
    .hint = A CycloneDX document begins with `"bomFormat": "CycloneDX"`.
formats-cyclonedx-xml-root = the outermost element, `{ $found }`, is not the `bom` of CycloneDX: its name or its namespace is another
    .hint = A CycloneDX document begins with `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">`; 1.2 to 1.7 are read.
formats-cyclonedx-newer = CycloneDX `{ $version }` is newer than 1.7, the newest version known here
    .hint = It is read as 1.7; what later versions added is not looked at.
formats-cyclonedx-version = `{ $version }` is no version of CycloneDX that is read
    .hint = Versions 1.2 to 1.7 are read: `specVersion` in JSON, the end of the namespace in XML.

# SPDX.
formats-spdx-version-near = `{ $version }` is neither SPDX-2.2 nor SPDX-2.3
    .hint = It is read as SPDX-2.3; check what was found.
formats-spdx-version = `{ $version }` is no version of SPDX that is read
    .hint = SPDX-2.2 and SPDX-2.3 JSON documents are read.
formats-spdx-files-only = the document lists no package, only files: { $files }
    .hint = Files are not matched with advisories; have the tool that wrote it list the packages they belong to.
formats-spdx-several-subjects = the document describes { $count } packages, so it is not clear which of them is the product
    .hint = Let it describe one package, the product, which contains or depends on the others.

# OSV records and the catalogue of known exploited vulnerabilities.
formats-osv-without-id = this record has no `id`
formats-osv-version = `{ $version }` is no version of the OSV schema known here
    .hint = It is read as 1.7; what later versions changed is not looked at.
formats-osv-withdrawn-unreadable = this record says it was withdrawn, but not readably when
    .hint = Tell the database it comes from.
formats-osv-range-type = `{ $kind }` is no type of range that is read
    .hint = The range is left out; `SEMVER`, `ECOSYSTEM` and `GIT` are read.
formats-kev-other = this is not the catalogue of known exploited vulnerabilities
    .hint = Hand in `known_exploited_vulnerabilities.json` as CISA publishes it.
formats-kev-entry = the entry `{ $id }` has no day of addition that can be read (`{ $added }`)
    .hint = The entry is left out.

# Scores of exploitation (EPSS).
formats-epss-other = these are no EPSS scores
    .hint = Hand in `epss_scores-current.csv` as FIRST publishes it, packed by gzip or not.
formats-epss-too-long = the file of EPSS scores is longer than { $limit } bytes
    .hint = Hand in the scores of a single day.
formats-epss-day = `{ $day }` is no day of the scores
    .hint = The scores are taken without their day.
formats-epss-line = `{ $line }` is no line of a CVE with two numbers from 0 to 1
    .hint = The line is left out.

# Lockfiles.
formats-cargo-lock-malformed = this is not a `Cargo.lock`: { $why }
    .hint = Let `cargo generate-lockfile` write it anew.
formats-cargo-lock-newer = `Cargo.lock` version { $version } is newer than 4, the newest version known here
    .hint = It is read as version 4; check what was found.
formats-package-lock-other = this is not a lockfile of npm
    .hint = Hand in `package-lock.json` or `npm-shrinkwrap.json`.
formats-package-lock-newer = `lockfileVersion` { $version } is newer than 3, the newest version known here
    .hint = It is read as version 3; check what was found.
formats-package-lock-path = the path `{ $path }` is too long or too deep for a file system
formats-package-lock-not-found = the dependency `{ $name }` is in no folder where Node.js would look for it
    .hint = This dependency is left out. Let `npm install --package-lock-only` write the lockfile anew.
formats-package-lock-development = packages that only development needs are left out: { $count }
    .hint = What is not shipped is no part of the product. If some of it is shipped (bundled code, for example), list it under `dependencies`.
formats-lockfile-without-packages = this lockfile lists no packages
    .hint = Hand in the lockfile of the product's workspace, after a build.
formats-case-no-facts = the facts of this case cannot be read
formats-case-header = the table `[case]` cannot be read: { $why }
    .hint = It holds `says`, `rows`, `on`, `state` and `expect`, nothing else.
formats-openvex-other = this is not an OpenVEX document
    .hint = a VEX document is JSON with `"@context": "https://openvex.dev/ns/v0.2.0"` and a list `statements`
formats-openvex-statement = this statement cannot be read: `{ $found }`
    .hint = a statement names a vulnerability, products, and a status: not_affected, affected, fixed or under_investigation

formats-not-carried-no-place = { $format } has no place for it

formats-not-carried-own-words = only the format it was read from says this, and { $format } does not

formats-not-carried-further-dependencies = what services depend on and what components provide has no place in { $format }; what components depend on is written

formats-not-carried-signature = a signature is valid for the document that was signed, and for no other
