# Classification, conformity assessment procedures, and the state of the law in use.

# --- legal review ---
routes-review-draft-kind = The final description of this part of `{ $category }` ({ $kind }) was not seen (row { $row }). Have a lawyer check it.
routes-review-less-strict = Several categories match, and `{ $category }` is not the strictest of them. No source says that the less strict one may be chosen; have a lawyer check it.

# --- classification ---
routes-class-matches-too = `{ $category }` is declared to match as well. Declared reason: { $because }
routes-class-ancillary-only = The function of `{ $category }` is there beside the core functionality only. It neither changes the class nor takes the product out of its category. Declared reason: { $because }
routes-class-merely-complements = What goes beyond `{ $category }` merely complements it, which is no exceeding: the category still matches. Declared reason: { $because }
routes-class-critical-component = A class I product stays in class I although it integrates a component of the critical category `{ $category }`.
routes-class-none-but-matches = No category is declared for the core functionality, and yet these are declared to match: { $categories }. One of them must be the core functionality.
routes-class-not-chosen = `{ $category }` and { $others } match, and the stricter one was not chosen. Without reasons for the choice no class is safe.
routes-class-chosen = Of `{ $category }` and { $others }, all of which match, `{ $category }` was chosen as the one core functionality. Declared reason: { $because }
routes-class-chosen-strictest = Of `{ $category }` and { $others }, all of which match, `{ $category }` was chosen, and none of them is stricter. The technical documentation must name the one core functionality and the reasons.
routes-class-described-differently = Sales material, instructions and technical documentation name different categories. The product's features decide, not its labels; bring the descriptions in line.

# --- circuits ---
routes-circuit-fits = A circuit with attack potential `{ $level }` and tamper protection `{ $tamper }` fits `{ $category }`.
routes-circuit-is = A circuit with attack potential `{ $level }` and tamper protection `{ $tamper }` is no `{ $category }` but one of { $tier }.
routes-circuit-no-security-functions = The circuit has no security functions meant to protect more than the chip itself, so it does not match `{ $category }`.
routes-circuit-missing = Which category of circuits it is turns on `{ $path }`, which is not stated.
    .hint = State it in the dossier.
routes-circuit-yes = yes
routes-circuit-no = no
routes-circuit-not-stated = not stated
routes-circuit-either = { $one } or { $other }

# --- contradictions of classification ---
routes-contradiction-circuit = { $because }
    .hint = Correct `product.core_functionality.category`, or the facts about the circuit.
routes-contradiction-not-chosen = Several categories match ({ $categories }), and no reasons are given for the one that was chosen.
    .hint = Give them in `product.core_functionality.chosen_because`; the technical documentation must name the one core functionality.
routes-contradiction-none-but-matches = The core functionality is declared to fall under no category, and yet these are declared to match: { $categories }.
    .hint = Name one of them in `product.core_functionality.category`, or correct how the product stands to them.
routes-contradiction-described = `{ $words }` names `{ $named }`, another category than the other descriptions do. That is a warning sign.
    .hint = Bring sales material, instructions and technical documentation in line with the product.
routes-contradiction-described-never = No description of the product names the chosen category ({ $chosen }). Misrepresenting a product to change its class is not allowed.
    .hint = Correct the category, or the descriptions.
routes-contradiction-unknown-kind = `{ $kind }` is none of the kinds known for `{ $category }`, so it is not known whether it rests on a draft. Known: { $known }.

# --- procedures, Articles 12, 27, 32 and 69 ---
routes-review-restrictions = How far a citation with restrictions presumes conformity has not been verified for this Regulation. Have a lawyer check it.
routes-standard-with-restrictions = `{ $reference }` is declared applied in full and was cited with restrictions, which are declared to be met otherwise: { $restrictions }
routes-standard-does-not-cover = `{ $reference }` is declared not to cover every risk of the core functionality, so internal control is closed.
routes-not-known-whether-covered = Whether internal control is open turns on `{ $path }`, which is not stated for `{ $reference }`.
    .hint = State it in the dossier; until then plan with a notified body.
routes-certificate-covers = A certificate of the designated scheme `{ $scheme }` ({ $reference }) covers every risk of the core functionality, so internal control is open.
routes-certificate-covers-part = The certificate under `{ $scheme }` takes away the need for a third party for the requirements it covers, and only for those.
routes-free-too-late = The technical documentation is public since { $since } only, but the product was placed on the market on { $placed_on }: the rule for free software does not help it.
routes-act-would-make-mandatory = A delegated act under Article 8(1) would make certification mandatory for this category, and close the other procedures. None is adopted under the state of the law in use.
routes-artificial-intelligence-strict = A high-risk AI system of a class that needs a third party, and the AI Act's own procedure is internal control: for the requirements of this Regulation its procedures apply.
routes-ai-deemed = Annex I is met and the declaration shows it, so the AI Act's cybersecurity requirements count as met.
routes-ai-not-deemed = The AI Act's cybersecurity requirements do not count as met through this Regulation, because `{ $path }` is not so.
routes-ai-not-known = Whether the AI Act's cybersecurity requirements count as met through this Regulation turns on `{ $path }`, which is not stated.
routes-certificate-not-designated = `{ $scheme }` is not designated for this Regulation and product under the state of the law in use, so its certificate opens no procedure.
routes-certificate-too-low = The certificate's level is `{ $level }`; below `{ $least }` it counts for nothing here.
routes-certificate-expired = The certificate was valid until { $until } and counts no longer.
routes-lower-fees = Notified bodies must lower their fees for micro, small and medium-sized enterprises in proportion to their interests and needs.
routes-contradiction-certificate = The procedure is certification, but the declared certificate does not count: { $because }
routes-contradiction-undecided = Procedure `{ $procedure }` is declared, but whether it is open is not known: { $because }
routes-contradiction-other-certificate = `{ $under }`: the certificate counts for this Regulation until { $until } at the latest (Article 69(1)); the product is placed on the market on { $placed_on }.

# --- the state of the law in use ---
routes-caution-before = The answer is for { $on }, before the day the state of the law describes ({ $as_of }); what was in force then may differ. Use a state of that time (`proofmark law history`).
routes-caution-long-after = The answer is for { $on }, long after the newest source of the state of the law ({ $newest }); what has been adopted, cited or notified since is not known here.
routes-state-not-signed = the state of the law is not signed, so it is not taken into use: { $error }
    .hint = `proofmark law sign FILE` signs a state with this installation's key; a published one comes signed
routes-state-signed-by-another = the state of the law is signed, but by no key that is believed here: { $error }
    .hint = name the publisher's key with `--key`, after comparing it with one you got from them another way
routes-state-tampered = the state of the law or its signature was changed: { $error }
    .hint = get the file again from its publisher; it was not taken into use
routes-state-unreadable = the file cannot be used as a state of the law: { $error }
    .hint = `proofmark law show --format json` shows the state in use; its file has the same keys
routes-state-older = the state of the law is of { $as_of }, older than the one in use ({ $in_use })
    .hint = take it into use all the same with `--older`
routes-state-no-key = no key is known with which the state of the law could be opened
    .hint = name the publisher's key with `--key`
routes-state-damaged = the state of the law that is kept here cannot be opened again: { $error }
    .hint = `proofmark ledger verify` says whether the store is sound; `proofmark law use` takes a state into use again

# --- how it is shown ---
routes-show-element = relied on: { $element }
routes-show-against = against: { $against }
routes-show-suggestion = worth a look: `{ $category }` ({ $title }), because `{ $path }` says “{ $words }”. That is a hint, not an answer.
routes-show-matches = matches
routes-show-integrated-only = integrated only
routes-show-ancillary-only = ancillary only
routes-show-exceeds = substantially exceeded
routes-show-falls-short = the product falls substantially short of it
routes-show-merely-complements = merely complemented, so it matches
routes-show-manufacturer = manufacturer
routes-show-notified-body = notified body
routes-show-certification-body = certification body
routes-show-output = comes out: { $output }
routes-show-undecided = { $procedure }: cannot be told

routes-law-title = State of the law
routes-law-holds = What it holds
routes-law-built-in = built into this program
routes-law-signed = signed with { $key }; in use since { $since }, taken by { $by }
routes-law-none = none
routes-law-evidence = Newest source: { $newest }
routes-law-standards = Harmonised standards cited under the Regulation: { $values }
routes-law-specifications = Common specifications: { $values }
routes-law-schemes = Certification schemes designated under Article 27(9): { $values }
routes-law-mandatory = Mandatory certification under Article 8(1): { $values }
routes-law-exclusions = Exclusions under Article 2(5): { $values }
routes-law-amendments = Acts that changed Annex III or IV: { $values }
routes-law-bodies = Notified bodies listed on { $checked_on }: { $count }
routes-law-interpretation = { $reference } of { $dated }; does not bind
routes-law-platform = Single reporting platform: { $url }, glossary { $glossary } of { $captured_on }
routes-law-coordinators = CSIRTs designated as coordinators: { $count }, list of { $dated }
routes-law-own = The Regulation's own figures
routes-law-own-fixed = no state of the law changes them
routes-law-own-chapter-iv = Chapter IV on notified bodies applies
routes-law-own-reporting = Article 14 (reporting) applies
routes-law-own-health = Regulation (EU) 2025/327 amends the Regulation for health record systems
routes-law-own-general = everything else applies
routes-law-own-stewards = stewards' duties apply
routes-law-own-penalties = penalties apply, on the literal reading of Article 71(2); open point OPN-02
routes-law-own-certificates = last day for certificates under other acts (Article 69(1))
routes-law-own-clocks = Reports: early warning within { $early } hours, notification within { $notification }; final report { $days } days after a measure is available, or { $months } month after the notification of an incident
routes-law-own-years = Documents are kept for { $retention } years at least; the support period's floor is { $support } years unless the product is used for less
routes-law-own-tier = Fines up to { $euro } euro or { $share } % of worldwide annual turnover
routes-law-instruments = Instruments
routes-law-not-used = Powers nobody has used, and when that was looked up
routes-law-proposals = Proposals
routes-law-no-law = no law; nothing is computed from them
routes-law-written = Standards, cited or not
routes-law-history = States of the law
routes-law-is-in-use = in use
routes-law-diff = From { $was } to { $is }
routes-law-same = Nothing stands differently.
routes-law-nothing = nothing
routes-law-was-is = was { $was }, is { $is }
routes-law-on = { $directory }, for { $on }
routes-law-no-change = Nothing changes for it.
routes-law-opened = opens: { $procedures }
routes-law-closed = closes: { $procedures }
routes-law-class = class: was { $was }, is { $is }
routes-law-scope = scope: was { $was }, is { $is }
routes-law-dates = the days that bind it change
routes-law-begun = begins to apply: { $ids }
routes-law-ended = no longer applies: { $ids }
routes-law-undetermined = undetermined ({ $missing })
routes-law-in-scope = in scope
routes-law-part = part of another product
routes-law-out = outside
routes-law-not-on-the-market = not on the market
routes-law-allowed = allowed without conformity

# --- command line ---
routes-cli-law-show = show the state of the law in use
routes-cli-law-show-all = also show instruments, unused powers, proposals and every standard
routes-cli-law-history = list every state of the law this program or this installation knows
routes-cli-law-diff = say what differs between two states, and what that changes for products
routes-cli-law-diff-old = a file, the day of a built-in state, `in-use` or `built-in`
routes-cli-law-diff-new = the same, for the state to compare with
routes-cli-law-diff-dir = directories with dossiers, to say what changes for them
routes-cli-law-diff-as-of = the day the answers are for; today if left out
routes-cli-law-use = take a signed state of the law into use
routes-cli-law-use-file = the signed file
routes-cli-law-use-key = the key to believe, or a file that holds it; else the one believed last, or this installation's own
routes-cli-law-use-older = take it although it is older than the one in use
routes-cli-law-use-built-in = go back to the state this program was built with
routes-cli-law-sign = sign a state of the law with this installation's key, for others to use
routes-cli-law-sign-file = the state, a TOML file
routes-cli-law-sign-out = the file to write; standard output if left out
routes-state-of-the-future = this state describes { $as_of }, a day that has not come: verdicts under it suppose what it says
