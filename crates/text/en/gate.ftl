# The gate: the Regulation's own rule, the manufacturer's, and what is let through for a while.

# --- the command ---
gate-cli = say whether a release may go out: by the Regulation's own rule and the manufacturer's, for a pipeline; nothing is kept
gate-cli-policy = the manufacturer's rules, instead of `gate.toml` beside the dossier
gate-cli-output = where the verdict goes as JSON
gate-cli-report = a report: `sarif`, `junit`, `markdown` or `json`, to standard output or into a file; may be given several times
gate-cli-report-kind = reports are `sarif`, `junit`, `markdown` and `json`
gate-cli-report-file = no file is named after `=`
gate-cli-two-reports = two reports cannot both be written to standard output
    .hint = Name a file for all but one: `--report sarif=gate.sarif`.
gate-cli-all = show every hit

# --- the policy's file ---
gate-file-too-large = the policy is larger than { $most } MiB
    .hint = Divide products, or name components by their beginnings.
gate-not-utf8 = the policy is not UTF-8: the byte at offset { $offset } fits no character
    .hint = Save it as UTF-8.
gate-format-unknown = this version of the policy's format is not known; the known one is `{ $known }`
    .hint = Write `gate = { $known }`, or use a newer Proofmark if the file was made for one.
gate-waiver-one-person = `{ $person }` decided and approved: a waiver needs two persons
    .hint = Let somebody else approve it; the review of the file shows that they did.
gate-waiver-ends-before = the waiver ends before it was decided
    .hint = Write the last day it holds.
gate-waiver-too-long = the waiver lasts longer than a year
    .hint = Choose an earlier day; when it has passed, decide again.
gate-waiver-of-the-law = what the Regulation's own rule blocks cannot be waived
    .hint = `{ $rule }` is cleared by decisions: write `[[vulnerability_decisions]]` or `[[checked_otherwise]]` in the dossier.
gate-waiver-rule-unknown = no rule of this policy is called `{ $rule }`
    .hint = Write the `id` of a rule of this file.
gate-rule-asks-nothing = this rule asks nothing
    .hint = State at least one condition.
gate-rule-name = a rule's name is made of small letters, digits and `-`, 80 at most
    .hint = Write one like `no-critical`.
gate-rule-of-the-law = `{ $id }`: names that begin with `annex-` or `article-` are the law's own
    .hint = Choose another name. The Regulation's rule always stands; a policy cannot change it.
gate-rule-twice = a rule called `{ $id }` stands above already
    .hint = Give each rule a name of its own: waivers and reports call it by that.
gate-above-hundred = a score is 100 at most
    .hint = Write a number from 0 to 100.
gate-signature-without-keys = signatures are to be verified, and no key is named
    .hint = Name the OpenPGP certificates that may sign: `keys = ["keys/release.asc"]`.
gate-guideline-unknown = `{ $written }` is no guideline
    .hint = Write one of `regulation`, `ntia`, `cisa`, `bsi`.
gate-check-unknown = the guideline has no check `{ $written }`
    .hint = Its checks are { $known }.
gate-not-a-licence = `{ $written }` is no licence of the SPDX list
    .hint = Write an SPDX id (`MIT`), one with its exception (`GPL-2.0-only WITH Classpath-exception-2.0`), `LicenseRef-…`, or a beginning with `*`.
gate-licence-unreadable = `{ $written }` is no SPDX licence expression
gate-end-of-life-none = no end-of-life data are named
    .hint = Save what `https://endoflife.date/api/v1/products/openssl/` answers beside the dossier and name it in `[[end_of_life]]`.
gate-end-of-life-not-there = there is no file `{ $file }` beside the dossier
    .hint = Save what endoflife.date says of the product there.
gate-end-of-life-unreadable = the file is not what endoflife.date answers
    .hint = Save the answer of `/api/v1/products/NAME/` or of `/api/NAME.json` as it is.
gate-end-of-life-too-large = the file is larger than { $most } MiB
    .hint = Save the answer for one product.

# --- what a rule hits ---
gate-law-because = Products are made available without known exploitable vulnerabilities.
gate-hit-finding = { $vulnerability } in { $component }: { $rating }, { $state }, { $fix }
    .hint = Update the component, or decide in the dossier with reasons.
gate-fix-in = fixed in { $version }
gate-fix-none = no fix known
gate-rated-unknown = not rated
gate-rated-none = no severity
gate-rated-low = low
gate-rated-medium = medium
gate-rated-high = high
gate-rated-critical = critical
gate-state-undecided = undecided
gate-state-under-investigation = under investigation
gate-state-affected = affected
gate-state-risk-accepted = risk accepted
gate-state-fix-declared = declared fixed, but still listed
gate-state-not-affected = not affected
gate-state-wrong-match = wrong match
gate-state-closed-by-facts = closed by facts about the release
gate-state-expired = the decision has expired
gate-hit-decision-expired = the decision on { $vulnerability } in { $component } held until { $on }
    .hint = Look at it again, and write a new last day or another decision.
gate-hit-decision-expires = the decision on { $vulnerability } in { $component } holds until { $on } only
    .hint = Look at it again before that day.
gate-hit-decision-endless = the decision on { $vulnerability } in { $component } has no last day
    .hint = Write `expires_on`.
gate-hit-decision-nobody = the decision on { $vulnerability } in { $component } names nobody who decided
    .hint = Write `decided_by`.
gate-hit-decision-old = the decision on { $vulnerability } in { $component } is old or undated
    .hint = Look at it again, and write `decided_on`.
gate-hit-no-sbom = there is no bill of materials to judge
    .hint = Write one as CycloneDX or SPDX beside the dossier.
gate-hit-check = { $check }: { $asks }; lacking or not said in { $lacking } of { $of }
    .hint = `proofmark sbom check` shows where, and who can mend it.
gate-hit-score = { $score } of 100 by { $guideline }, and { $least } are asked
    .hint = `proofmark sbom check` shows what is lacking.
gate-hit-sbom-unsigned = the bill of materials carries no signature
    .hint = Sign it when it is written.
gate-hit-key-unusable = `{ $file }` is no usable OpenPGP certificate
    .hint = Export the public key there: `gpg --armor --export KEY`.
gate-hit-file-not-there = there is no file `{ $file }` beside the dossier
    .hint = Put it there before the gate is asked.
gate-hit-signature-missing = `{ $file }` has no signature beside it
    .hint = Sign it: `gpg --armor --detach-sign FILE` writes `FILE.asc`.
gate-hit-signature-invalid = the signature of `{ $file }` does not verify: { $why }
    .hint = Sign the file as it is, by one of the keys the rule names.
gate-hit-component = { $component } is not to be used
    .hint = Replace it.
gate-hit-unsupported = { $component } is no longer supported
    .hint = Replace it, or state in the dossier what is done about it.
gate-hit-unsupported-since = { $component } has been without support since { $on }
    .hint = Replace it, or state in the dossier what is done about it.
gate-hit-end-of-life-past = { $component } has been without support since { $on }
    .hint = Update it to a version that is supported.
gate-hit-end-of-life-near = { $component } is supported until { $on } only
    .hint = Plan the update to a version that is supported for longer.
gate-hit-end-of-life-unknown = the end-of-life data do not know the version of { $component }
    .hint = Fetch newer data, or correct the version in the bill of materials.
gate-hit-licence = { $component } is under { $licence }, which the policy does not allow
    .hint = Replace it, or have the licence looked at.
gate-hit-licence-unstated = no licence of { $component } is stated
    .hint = State it in the bill of materials as an SPDX expression.
gate-hit-licence-unreadable = the licence of { $component } is no SPDX expression: { $licence }
    .hint = State it in the bill of materials as an SPDX expression.
gate-hit-data-old = { $what }: of { $on }, and { $most } days at most are allowed
    .hint = Bring the data up to date and ask again.
gate-hit-data-undated = { $what }: there are none, or nobody says of which day they are
    .hint = Bring the data up to date and ask again.
gate-data-advisories = advisory data
gate-data-sbom = the bill of materials
gate-data-file = end-of-life data in { $file }

# --- the verdict ---
gate-outcome-passed = passed
gate-outcome-waived = waived
gate-outcome-warned = warning
gate-outcome-blocked = blocked
gate-outcome-not-asked = not asked by the Regulation
gate-report-passed = The gate is open for { $product } { $release }.
gate-report-blocked = The gate is closed for { $product } { $release }.
gate-report-counts = Blocking: { $blocking }. Warnings: { $warnings }. Waived: { $waived }.
gate-report-rule = Rule
gate-report-outcome = Outcome
gate-report-hits = Hits
gate-report-left-out = { $count ->
        [one] one more is in the verdict
       *[other] { $count } more are in the verdict
    }
gate-report-waived = Waived until { $until }: { $because }
gate-report-waiver-expired = The waiver of this expired after { $on }.
gate-report-waiver-lapsed = A waiver of { $rule } expired after { $on }.
gate-report-waiver-unused = A waiver of { $rule } lets nothing through: it can go.
gate-report-waiver-not-yet = A waiver of { $rule } holds from { $on } on only.
gate-report-rests-on = What the verdict rests on
gate-report-undated = undated
gate-policy-no-file = `{ $path }` is there and is no file that can be read, so there is no verdict
    .hint = Take it away, or name the policy with --policy.
