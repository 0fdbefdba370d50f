# Statements of vulnerabilities in products (VEX): what is read, written, shown.

# --- what is wrong with a document ---
vex-unknown = this is no VEX document
    .hint = OpenVEX, CSAF, CycloneDX with vulnerabilities, and the security profile of SPDX 3 are read.
vex-without-product = the statement names no product
    .hint = Name what it is about by package URL, CPE name, or name and version.
vex-without-vulnerability = the statement names no vulnerability
vex-bare-not-affected = `{ $name }` is said not to affect the product, and nothing says why
    .hint = Every VEX format asks for a justification or an impact statement there.
vex-bare-affected = `{ $name }` is said to affect the product, and nothing says what is to be done
    .hint = Say it, even if it is that nothing can be done.
vex-justification-without-status = the justification for `{ $name }` is passed over: only what is not affected has one
vex-too-many = the document states more than { $most } things
vex-states-nothing-of = nothing is stated of `{ $name }`: it has no `analysis`, and is left out
vex-states-nothing = the document states nothing of any vulnerability
vex-contradiction = `{ $name }` in `{ $item }` is `{ $second }` here and `{ $first }` at { $place }
    .hint = Give both statements a time: the later one holds then. Or take one of them out.
vex-superseded = what is said here of `{ $name }` in `{ $item }` is passed over: a later statement says otherwise
vex-not-kept = `{ $what }` is not kept
vex-versions-left-out = the statement about `{ $item }` is left out: it holds for some versions only, and without them it would say more
vex-state-unknown = `{ $word }` is no word of the standard
vex-product-twice = the product id `{ $id }` is missing or stands twice
vex-product-unknown = the product tree knows no `{ $id }`
vex-csaf-lacks = a CSAF VEX document has to have `{ $what }`
vex-csaf-two-flags = the product `{ $id }` has several justifications
vex-csaf-more-remediations = the product `{ $id }` has several remediations; the first is kept

# --- what writing loses ---
vex-lost-member = `{ $what }` has no place in this format
vex-lost-word = `{ $word }` for `{ $name }` is CycloneDX's own word, and kept there only
vex-left-out-bare = the statement about `{ $name }` is left out: it says that the product is not affected, and not why
vex-nothing-to-write = there is nothing to state
vex-csaf-needs-namespace = CSAF asks for an identifier of the document, the author's name, and the address the author publishes under
    .hint = Name the address with --namespace; identifier and author have to stand in the document that is read.
vex-justification-mapped = `{ $word }` is written as `{ $as }`, which is not the same; the exact word stands in `detail`

# --- the command ---
vex-cli = statements of vulnerabilities in products (VEX): write, convert, show
vex-cli-export = write what you state of a release's vulnerabilities: decisions, and what follows from the release's facts
vex-cli-convert = write a VEX document in another format, and say what could not be carried over
vex-cli-show = show what a VEX document states
vex-cli-file = the VEX document: OpenVEX, CSAF, CycloneDX or SPDX 3
vex-cli-as = the format to write
vex-cli-output = where to write it; standard output otherwise
vex-cli-namespace = the address the author publishes under, where the document names none
vex-cli-undecided = state what nobody decided yet as under investigation
vex-title = Vulnerability statements for { $product } { $release }
vex-fix-not-proven = Declared fixed; not proven: the component list still names an affected version.
vex-edition = edition { $edition }, { $at }
vex-part-of = { $item } in { $whole }

# --- what others state, as evidence ---
vex-origin-supplier = a VEX document
vex-stated-by = Stated by { $by }, { $at }.
vex-stated-within = Stated for it as a part of `{ $within }`.
vex-contradicts-decision = `{ $file }` states `{ $stated }`, and here `{ $decided }` holds: look at both.
