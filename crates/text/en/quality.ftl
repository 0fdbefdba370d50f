# How good a bill of materials is, and how it is mended.

# --- the command ---
quality-cli = bills of materials themselves: generate, convert, judge, compare
quality-cli-check = say how good a bill of materials is: against the Regulation's own minimum, NTIA's and CISA's minimum elements and BSI TR-03183-2
quality-cli-file = the bill of materials, or a lockfile
quality-cli-against = whose requirements the exit code answers for
quality-cli-all = show what is there as well, and every place where something is lacking
quality-components = { $count ->
        [one] one component
       *[other] { $count } components
    }
quality-score = { $there } of { $asked } required, { $score } of 100
quality-secondary = known here from secondary sources only; not law
quality-lacking = lacking in { $lacking } of { $asked }
quality-undecided = { $asked ->
        [one] the document does not tell whether there is any
       *[other] not said of { $undecided } of { $asked }; the document does not tell whether there is any
    }
quality-more-met = { $count ->
        [one] one more is there (--all shows it)
       *[other] { $count } more are there (--all shows them)
    }
quality-more-optional = { $count ->
        [one] one optional is not there (--all shows it)
       *[other] { $count } optional are not there (--all shows them)
    }
quality-by-tool = The tool can mend it.
quality-by-maker = Somebody has to say it.

# --- two lists beside each other ---
quality-cli-diff = say what became of components, and of what is known of them, from one list to the next
quality-cli-earlier = the earlier list
quality-cli-newer = the newer list
quality-cli-notes = write Markdown for release notes
quality-cli-diff-all = show every entry
quality-diff-counts = { $before } components before, { $now } now
quality-diff-appeared = newly known vulnerabilities
quality-diff-disappeared = vulnerabilities that are gone
quality-diff-exploited = exploited somewhere
quality-diff-fixed-in = fixed in { $versions }
quality-diff-loose = the list does not say how it came in
quality-diff-steps = { $count } steps from the product
quality-diff-nothing = Nothing changed.
quality-diff-not-asked = No vulnerability database was asked: what became of vulnerabilities is not said.
quality-diff-no-database = there is no vulnerability database, so only the lists are compared
    .hint = `proofmark feeds sync` or `proofmark feeds import` make one; --db names another
quality-diff-asked = Both lists were asked about in the same database, with records up to { $as_of }: what was published since counts for both. { $stayed } known in both; { $unchecked } components now of which something cannot be said.
quality-notes-title = What changed in the components
quality-notes-more = and { $count } more

# --- what it is held against ---
quality-regulation = Regulation (EU) 2024/2847, Annex I, Part II, point (1)
quality-ntia = NTIA minimum elements, 2021
quality-cisa = CISA minimum elements, version 2.1 of 2026
quality-bsi = BSI TR-03183-2, version 2.1.0

# --- what is asked ---
quality-asks-common-format = A commonly used, machine-readable format
    .hint = Write it as CycloneDX or SPDX.
quality-asks-top-level = The dependencies of the product itself, at least
    .hint = Name the product as what the document is about, and list what it depends on directly; where it depends on nothing, state an empty list.
quality-asks-newer-format = CycloneDX from 1.6 or SPDX from 3.0.1 on
    .hint = Let the tool write a newer version of its format.
quality-asks-timestamp = When the document was made
    .hint = Let the tool write the instant: `metadata.timestamp` in CycloneDX, `created` in SPDX.
quality-asks-author = A person or an organisation that made the document
    .hint = Say who you are: `metadata.manufacturer` or `metadata.authors` in CycloneDX, a creator that is no tool in SPDX.
quality-asks-creator = Who made the document, with an address of mail or of a page
    .hint = Give `metadata.manufacturer` a contact with `email`, or a `url`; in SPDX give a creator one.
quality-asks-tool-name = The tool that made the document
    .hint = Let the tool write its name into `metadata.tools`, in SPDX as a creator `Tool:`.
quality-asks-tool-version = The version of the tool that made the document
    .hint = Let the tool write its version beside its name.
quality-asks-signature = A signature of who made the document
    .hint = Sign it. Only whether a signature stands in the document is looked at; one in a file beside it is not seen here.
quality-asks-edition = The edition of the document
    .hint = Count the editions: `version` in CycloneDX. SPDX 2 has no place for it.
quality-asks-generation-context = In which phase the product was looked at
    .hint = Let the tool say so: `metadata.lifecycles` in CycloneDX, `software_sbomType` in SPDX 3.
quality-asks-own-address = An address or number of the document's own
    .hint = Give it a `serialNumber`, or a document namespace.
quality-asks-no-vulnerabilities = No vulnerabilities inside
    .hint = Take `vulnerabilities` out and publish them as CSAF or VEX: they change while the components stay.
quality-asks-name = The component's name
    .hint = Name it as who made it does.
quality-asks-version = The component's version
    .hint = Give the version as who made it does.
quality-asks-version-or-date = The component's version; where there is none, when its file was made
    .hint = Give the version as who made it does, else the date of the file.
quality-asks-supplier = Who supplies the component
    .hint = Say it in `supplier`.
quality-asks-producer = Who makes the component
    .hint = Say it in `manufacturer` or `supplier`; in SPDX `originator` or `supplier`.
quality-asks-component-creator = Who made the component, with an address of mail or of a page
    .hint = Say it in `manufacturer` with a contact's `email` or a `url`; in SPDX 3 in `originatedBy`.
quality-asks-identifier = An identifier that databases know the component by
    .hint = Give it a package URL, else a CPE name or a SWID tag.
quality-asks-digest = A digest of the component
    .hint = Let the tool that sees the files write it, where the build knows them.
quality-asks-licence = A licence
    .hint = Give it as an SPDX expression.
quality-asks-relation = How the component came into the product
    .hint = List it among what another component, or the product, depends on.
quality-asks-file-name = The name of the file the component is delivered as
    .hint = CycloneDX: property `bsi:component:filename`.
quality-asks-dependencies = What the component depends on, be it nothing
    .hint = Give every component an entry in `dependencies`, an empty one where it depends on nothing.
quality-asks-completeness = How completely the component's dependencies are listed
    .hint = CycloneDX: name it in `compositions` with `complete`, `incomplete` or `unknown`.
quality-asks-distribution-licence = The licences the component may be distributed under, by SPDX identifiers
    .hint = CycloneDX: a licence with `acknowledgement` `concluded`; SPDX: `hasConcludedLicense`.
quality-asks-original-licence = The licences its maker gave the component, if any, by SPDX identifiers
    .hint = CycloneDX: a licence with `acknowledgement` `declared`; SPDX: `hasDeclaredLicense`.
quality-asks-deployed-digest = The SHA-512 digest of the form the component is delivered in
    .hint = CycloneDX: under `hashes` of an external reference `distribution`.
quality-asks-properties = Whether the component can be executed, is an archive, and is structured
    .hint = CycloneDX: properties `bsi:component:executable`, `bsi:component:archive`, `bsi:component:structured`.
quality-asks-source-address = Where the component's source code lies, if it lies anywhere
    .hint = CycloneDX: an external reference `source-distribution` or `vcs`.
quality-asks-deployed-address = Where the form the component is delivered in lies, if it lies anywhere
    .hint = CycloneDX: an external reference `distribution`.
quality-asks-source-digest = The digest of the component's source code
    .hint = CycloneDX: under `hashes` of an external reference `source-distribution`.
quality-asks-security-txt = Where the component's security.txt lies
    .hint = CycloneDX: an external reference `rfc-9116`.

# --- what stands there instead ---
quality-no-sbom = { $format } is read here, but it is no format of bills of materials.
quality-no-product = The document does not say which component is the product, so nobody can tell what its top level is.
quality-top-level-in-part = The document itself says that the dependencies of the product are listed in part only.
quality-format-older = It is written as { $format }.
quality-author-only-tool = Only a tool is named: { $tool }.
quality-creator-without-address = { $name } is named, without an address.
quality-licence-by-name = `{ $licence }` is a name, not an SPDX identifier.
quality-licence-other-sense = `{ $licence }` is stated, but not as concluded.
quality-digest-elsewhere = The component has a SHA-512 digest, but not at the place where it says what it is of.
quality-digest-other = There is a digest by { $algorithm } only.
quality-schema-unknown-member = The official schema knows no such member here: { $members }
    .hint = Take it away, or say it in a property.
quality-schema-lacks = Here `{ $member }` is lacking, which the official schema asks for.
    .hint = Have the tool that wrote it add it.
quality-schema-unknown-word = `{ $value }` is none of the words the official schema knows here.
    .hint = Use one of the words the specification lists; a licence it does not list goes into `name`.
quality-schema-form = `{ $value }` has not the form the official schema asks for: { $form }
    .hint = Write it in that form.
quality-schema-format = `{ $value }` is not of the form `{ $format }`, which the official schema asks for.
    .hint = Write it in that form.
quality-schema-type = The official schema asks for another kind of value here: { $kind }.
    .hint = Write it as that kind.
quality-schema-twice = The official schema allows each entry once here, and one stands twice.
    .hint = Keep one of them.
quality-schema-several-forms = This has several of the forms of which the official schema allows one.
    .hint = Choose one of them.
quality-schema-no-form = This has none of the forms the official schema allows here.
    .hint = See the specification for the forms; often a word in it is misspelt or a member too much.
quality-schema-rule = This breaks the rule `{ $rule }` of the official schema.
    .hint = See the schema of its version.
quality-schema-met = Keeps the official schema of { $schema }
quality-schema-broken = { $count ->
    [one] Breaks the official schema of { $schema } in one place
   *[other] Breaks the official schema of { $schema } in { $count } places
}
quality-schema-broken-more = Breaks the official schema of { $schema } in more than { $count } places
quality-nothing-listed = nothing is listed
quality-cli-strict = Answer no, too, where the document breaks the official schema of its version
