# What the law asks, and what was found when the declared facts were laid against it.

# --- legal review ---
law-review-draft = The final wording of this rule (row { $row }) was not seen in full; it rests on a draft. Have a lawyer check it.
law-review-unverified = This rule (row { $row }) has not been verified against a published text. Have a lawyer check it.
law-review-inferred = No source states this rule (row { $row }); it was reasoned from the text. Have a lawyer check it.
law-review-secondary = This rule (row { $row }) is known from secondary sources only. Have a lawyer check it.
law-review-donations = Recital 15 counts donations sought for profit as commercial; the guidance normally counts no donation. Have a lawyer check it.
law-review-separate-services = The answer holds only if the paid service is optional and separate from the software; the declared facts do not say. Have a lawyer check it.
law-review-unknown-act = `{ $act }` was adopted after this procedure was written. Have a lawyer check whether it covers the product.
law-review-category = Part of the final description of `{ $category }` was not seen ({ $parts }). If the product is of that kind, have a lawyer check it.
law-review-annex-amended = `{ $act }` changed the annexes after these categories were written. Have a lawyer check the category.
law-review-state = The newest source behind this is of { $newest }. Check the Official Journal, the Commission's list of notified bodies and the certification schemes again.
law-review-partly-applied = Article 32(2) can be read to send only the uncovered requirements to a notified body; the safe reading is the whole product. Have a lawyer check it.
law-review-health-records = The amending text was not read in full. Have a lawyer check which procedure applies.
law-review-artificial-intelligence = Whether the AI Act would allow internal control here is not among the declared facts. Have a lawyer check which procedure applies to which requirements.

# --- facts not stated ---
law-not-stated = `{ $path }` is not stated, so this question cannot be answered.
    .hint = State it in the dossier.

# --- scope, Articles 2 and 4 ---
law-scope-not-electronic = The object is neither software nor hardware that handles digital data, so it is no product with digital elements.
law-scope-electronic = Declared as `{ $kind }`: software or hardware that handles digital data.
law-scope-supplied = Declared as `{ $kind }`: it is supplied to users, not only offered as a remote service.
law-scope-part-of-another = The remote service `{ $service }` is remote data processing of a product of the same manufacturer: in scope as part of that product, never on its own.
law-scope-service-alone = A service that only runs remotely is no product of its own, and no product of the same manufacturer is declared to need it. Other law, such as NIS2, may apply to it.
    .hint = If a product of yours cannot perform a function without it, declare it under `remote_services` in that product's dossier.
law-scope-connection = A data connection is declared (`{ $how }`).
law-scope-no-connection = No data connection to a device or network in any intended or reasonably foreseeable use, so the Regulation does not apply.
law-scope-act-not-claimed = `{ $act }` is not declared to take the product out.
law-scope-medical-devices = Regulation (EU) 2017/745 on medical devices applies to the product, so this Regulation does not.
law-scope-in-vitro = Regulation (EU) 2017/746 on in vitro diagnostics applies to the product, so this Regulation does not.
law-scope-motor-vehicles = Regulation (EU) 2019/2144 on vehicles applies to the product, so this Regulation does not. A part counts only if it was designed and built exclusively for such vehicles.
law-scope-two-wheels = The product is within Regulation (EU) No 168/2013 and no pedal-assisted L1e vehicle; a delegated act takes it out of this Regulation.
law-scope-aviation = The product is certified under Regulation (EU) 2018/1139, so this Regulation does not apply. Falling within that field without a certificate would not be enough.
law-scope-marine = The product is marine equipment within Directive 2014/90/EU, so this Regulation does not apply.
law-scope-unknown-act = The state of the law lists `{ $act }`, which this procedure asks no question about.
law-scope-no-other-act = No other delegated act excludes products under the state of the law of { $as_of }.
law-scope-spare-part = A spare part that replaces an identical component, made to the same specifications, supplied to repair a product already on the market: this Regulation does not apply to it.
law-scope-spare-part-not-claimed = It is not declared to be a spare part.
law-scope-spare-part-not-fulfilled = Declared as a spare part, but not all three conditions hold: identical component, same specifications, supplied for repair.
law-scope-national-security = Developed or modified exclusively for national security or defence, or designed to process classified information: this Regulation does not apply.
law-scope-national-security-not-claimed = It is not declared to be exclusively for national security or defence, nor designed to process classified information.
law-scope-only-shown = Only shown at a fair or demonstration, with a visible sign that it does not comply: it may be presented, and is not made available until it complies.
law-scope-only-shown-not-claimed = It is not declared to be only shown with a sign of non-compliance.
law-scope-test-version = Unfinished software for testing, for a limited period and visibly marked: it may be made available without conformity.
    .hint = Assess its risks all the same, follow the requirements as far as possible, and never force users onto it.
law-scope-test-version-not-claimed = It is not declared to be a test version.
law-scope-test-version-not-fulfilled = Declared as a test version, but not all conditions hold: limited period, visible sign, no safety component under other law.
law-scope-own-use = Made only for one's own use, so it is not made available on the market.
law-scope-own-use-not-claimed = It is not declared to be made only for one's own use.
law-scope-on-union-market = It is supplied for distribution or use on the Union market.
law-scope-not-on-union-market = It is not supplied for distribution or use on the Union market.
law-scope-commercial = It is supplied in the course of a commercial activity (`{ $fact }`), paid or free: the Regulation applies.
law-scope-not-commercial = No sign of a commercial activity is declared, so it is not made available on the market.

# --- free and open-source software ---
law-free-not-declared = It is not declared as free and open-source software.
law-free-not-free = It is not free and open-source software: that needs both a free licence and source openly shared with the public.
law-free-is-free = It is free and open-source software: freely licensed, and its source is openly shared.
law-free-own-responsibility = This person publishes it and controls its development and releases.
law-free-contribution = This person contributes to software under someone else's responsibility and has no duties for it. The right to commit alone is not enough.
law-free-not-for-profit = The publisher is a not-for-profit whose constitution sends all earnings after costs to not-for-profit goals, so the software is not placed on the market.
law-free-price = A price is charged for it, so this version is placed on the market by a manufacturer.
law-free-monetised = Other goods or services are monetised through it, so it is placed on the market.
law-free-personal-data = Personal data for purposes other than security, compatibility or interoperability are a condition of use, so it is placed on the market.
law-free-donations-gate = Donations decide about access, updates, security fixes or contractual benefits; that equals a price, so it is placed on the market.
law-free-donations-for-profit = Donations exceed costs and are sought for profit, which counts as a commercial activity.
law-free-course-of-business = Its makers call its supply commercial, so it is placed on the market.
law-free-support-at-cost = A natural person bundles support at cost only, so it is not placed on the market.
law-free-separate-services = Paid services are optional and separate from freely available software, so the software is not placed on the market.
law-free-not-commercial = No price, no condition and nothing monetised through it; voluntary donations do not count. It is not placed on the market.

# --- remote services, Article 3(2) ---
law-remote-connectivity = `{ $service }` only carries data; connectivity is no data processing in this test.
law-remote-not-needed = No function of the product fails without `{ $service }`, so it is outside the product; assess its risk only.
law-remote-part = A function of the product fails without `{ $service }`, and it was developed by the manufacturer or under its responsibility: it is part of the product.
law-remote-component = A function of the product fails without `{ $service }`, but it is a third party's: treat it as a component, with due diligence.
law-remote-hosted = Who operates or hosts `{ $service }` does not matter; the infrastructure or platform below it stays outside the product.

# --- roles ---
law-role-contributor = A contributor to free software that is not under its own responsibility has no role.
law-role-natural-person = A natural person who publishes free software without placing it on the market has no role; only a legal person can be a steward.
law-role-no-steward = Without systematic and sustained support of software meant for commercial activities the publisher is no steward and has no role.
law-role-steward = A legal person gives systematic, sustained support to free software meant for commercial activities and is not its manufacturer: an open-source software steward, who may not affix the CE marking.
law-role-manufacturer = Develops the product, or has it developed, and markets it under its own name or trademark: the manufacturer.
law-role-does-not-develop = Does not develop the product nor have it developed.
law-role-supplier-modifies = An importer or distributor who substantially modifies a product already on the market is its manufacturer, with the duties of Articles 13 and 14.
law-role-other-modifies = Substantially modifies a product and makes it available: its manufacturer for the part affected, or for the whole product if its cybersecurity as a whole is affected.
law-role-modifies-for-itself = Substantially modifies the product, but does not make it available.
law-role-own-brand = Places the product on the market under its own name: its manufacturer, with the duties of Articles 13 and 14.
law-role-importer = Established in the Union, and places on the market a product that bears the name of someone established outside it: the importer.
law-role-importer-outside = Only a person established in the Union can be the importer; `{ $country }` is no Member State.
law-role-distributor = Makes the product available later in the chain without affecting its properties: a distributor.
law-role-representative = Established in the Union, and acts for the manufacturer under a written mandate: its authorised representative.
law-role-representative-outside = Only a person in the Union can be an authorised representative; `{ $country }` is no Member State.
law-role-intermediary = Only runs a marketplace or another intermediary service, so it is none of the operators for this product.
law-role-none = No activity that makes an economic operator is declared.
law-role-representative-optional = A manufacturer outside the Union may appoint an authorised representative; this Regulation does not oblige it to.
law-role-responsible-person = This Regulation does not itself call for a responsible person in the Union; another act on the same product may.

# --- class, Articles 7 and 8 ---
law-class-none = The core functionality (“{ $core }”) is declared to fall under no category of Annex III or IV.
law-class-unknown-category = `{ $category }` is no category of Annex III or IV.
law-class-of-category = The core functionality is that of `{ $category }` ({ $title }), so the class is `{ $class }`. A product matches when: { $matches }
law-class-integrated-only = `{ $category }` is only integrated or ancillary, which alone never changes the class. Declared reason: { $because }
law-class-exceeds = The core functionality is declared to exceed `{ $category }` substantially, which puts the product outside it. Declared reason: { $because }
law-class-falls-short = The core functionality is declared to fall substantially short of `{ $category }`, which puts the product outside it. Declared reason: { $because }
law-class-only-route = The class changes the conformity route only; all other duties are the same for every class.
law-class-annex-amended = `{ $act }` has changed Annex III or IV.

# --- routes, Article 32 ---
law-route-default = In neither annex: internal control is open.
law-route-class-i = Important, class I: internal control needs a cited harmonised standard or common specification, applied in full.
law-route-none-cited = No harmonised standard or common specification for `{ $category }` counts under the state of the law of { $as_of }.
law-route-standard-in-full = `{ $reference }` is declared applied in full, so internal control is open. Treat risks of additional functions by other documented means.
law-route-standard-in-part = `{ $reference }` is declared applied in part only, so internal control is closed.
law-route-standard-not-applied = These are cited and would open internal control, but none is declared as applied: { $references }.
law-route-standard-would-open = Internal control would open once a standard for `{ $category }` is cited in the Official Journal and applied in full.
law-route-named-standard-would-open = Internal control would open once { $references } is cited in the Official Journal for `{ $category }` and applied in full.
law-route-free = Free and open-source software whose technical documentation is public (`{ $place }`): internal control is open for important products.
law-route-free-would-open = Internal control would open if the technical documentation were public at the time of placing on the market.
law-route-class-ii = Important, class II: internal control is closed, and applying standards never opens it.
law-route-critical-no-internal-control = Critical: internal control is closed.
law-route-critical-free = The rule for free software covers Annex III only, not critical products.
law-route-may-be-stricter = A manufacturer may always choose the stricter procedure.
law-route-class-i-third-party = Important, class I, without a standard applied in full: a notified body is needed.
law-route-class-ii-third-party = Important, class II: a notified body is needed.
law-route-critical-third-party = Critical, and no delegated act makes certification mandatory: the procedures of class II apply.
law-route-mandatory-certification = `{ $act }` makes certification under `{ $scheme }` mandatory for this category, at level `{ $level }` at least.
law-route-scheme-designated = `{ $scheme }` is designated by `{ $act }` at level substantial or above.
law-route-no-scheme = No certification scheme is designated for this Regulation under the state of the law of { $as_of }.
law-route-scheme-would-open = Certification would open once a scheme at level substantial or above is designated for this Regulation and covers the product.
law-route-artificial-intelligence = A high-risk AI system: the AI Act's procedure takes the place of Article 32, and meeting Annex I covers its cybersecurity requirements.
law-route-artificial-intelligence-strict = A high-risk AI system of a class that needs a third party: where the AI Act would allow internal control, the procedures of this Regulation still apply to its requirements.
law-route-health-records = An electronic health record system uses the procedure of Regulation (EU) 2025/327 from 2027-03-26.
law-route-machinery = Machinery goes through its own procedure as well; both apply.
law-route-whole-product = Take the whole product to one notified body, for all requirements.
law-route-notified-bodies = A notified body is needed. Listed for this Regulation on { $checked_on }: { $count }.

# --- dates, Articles 69 to 71 ---
law-date-reporting = Reporting of actively exploited vulnerabilities and severe incidents (Article 14)
law-date-reporting-why = It binds for every product in scope, also for products placed on the market before 2027-12-11.
law-date-reporting-after-support = It goes on after the support period has ended.
law-date-reporting-not-this-role = This role does not report under Article 14: it tells the manufacturer, and the authorities of a significant risk.
law-date-everything = Everything else: requirements, conformity assessment, documentation, CE marking, vulnerability handling
law-date-everything-of-the-role = The duties of this role, and everything else but reporting
law-date-placed-after = Placed on the market on { $placed_on }, on or after the day of full application.
law-date-placed-before = Placed on the market on { $placed_on }, before 2027-12-11: bound only if substantially modified from that day on.
law-date-new-units = Everything else, for units placed on the market from this day on
law-date-new-units-why = Placing on the market is judged unit by unit: new units of an old model must conform.
law-date-version-placed-once = A version of software is placed on the market once, when it is first offered; later downloads of it are no new placing.
law-date-iterations = A later version keeps the earlier day unless it is a substantial modification.
law-date-stewards = Duties of open-source software stewards
law-date-stewards-why = Stewards are bound, reporting included, from the day of full application; they cannot be fined.
law-date-health-records = Conformity procedure of Regulation (EU) 2025/327 for electronic health record systems
law-date-health-records-why = Declared as an electronic health record system.
law-date-other-certificates = Last day on which cybersecurity certificates under other harmonisation law count
law-date-other-certificates-why = They count only for the risks they cover, and never replace the risk assessment.

# --- evidence: what it is called, and what closes it ---
law-evidence-scope-facts = scope facts
law-evidence-scope-facts-add = State the facts named here under `[scope]`, `[product]` or `[free_software]`, so that it is clear whether the Regulation applies.
law-evidence-role-facts = role facts
law-evidence-role-facts-add = State the facts named here under `[operator]` and `[operator.activity]`, so that it is clear who owes what.
law-evidence-core-functionality = core functionality
law-evidence-core-functionality-add = Write `[product.core_functionality]` with `is`, `category` (leave it out if none fits) and `because`.
law-evidence-risk-assessment = risk assessment
law-evidence-risk-assessment-add = Write the cybersecurity risk assessment, put the file beside the dossier and name it in `risk_assessment.document`; add `reviewed_on`.
law-evidence-risk-assessment-content = content of the risk assessment
law-evidence-risk-assessment-content-add = Let the risk assessment cover use, conditions of use and time in use, then set `covers_use`, `covers_conditions` and `covers_time_in_use` under `[risk_assessment]`.
law-evidence-requirement-decision = decision on a requirement
law-evidence-requirement-decision-add = For each requirement named here add a table such as `[requirements."I.2.c"]` with `applies`, `implemented_by` and at least one existing file in `evidence`.
law-evidence-requirement-matrix = complete requirement matrix
law-evidence-requirement-matrix-add = Decide on every requirement of Annex I: one table such as `[requirements."I.2.c"]` each for `I.1`, `I.2.a` to `I.2.m` and `II.1` to `II.8`.
law-evidence-justifications = justifications
law-evidence-justifications-add = Give every requirement with `applies = false` a clear `not_applicable_because`.
law-evidence-sbom = software bill of materials
law-evidence-sbom-add = Produce an SBOM that lists at least the top-level dependencies, and name it in `release.sbom`.
law-evidence-components-checked = checked components
law-evidence-components-checked-add = Check the SBOM against advisory data; for components no data speaks about add `[[checked_otherwise]]` with `because`.
law-evidence-release-gate = open release gate
law-evidence-release-gate-add = Decide on each finding that blocks the gate in `[[vulnerability_decisions]]`, or ship a fixed version and a new SBOM.
law-evidence-findings-resolved = resolved findings
law-evidence-findings-resolved-add = Take a decision on every open finding in `[[vulnerability_decisions]]`.
law-evidence-record = record
law-evidence-record-add = Put the document beside the dossier and add an `[[evidence]]` entry with `file`, `observed_on` and this obligation in `shows`.
law-evidence-handling-process = vulnerability handling process
law-evidence-handling-process-add = Write down how vulnerabilities are received, judged and remedied, and name the file in `technical_documentation.vulnerability_handling`.
law-evidence-disclosure-policy = vulnerability disclosure policy
law-evidence-disclosure-policy-add = Publish a coordinated vulnerability disclosure policy and give its address in `contact.disclosure_policy`.
law-evidence-vulnerability-reports = address for vulnerability reports
law-evidence-vulnerability-reports-add = Set up an address for vulnerability reports and give it in `contact.vulnerability_reports`.
law-evidence-advisories = place for advisories
law-evidence-advisories-add = Choose where security advisories are published and give it in `contact.advisories`.
law-evidence-single-point-of-contact = single point of contact
law-evidence-single-point-of-contact-add = Give users one address in `contact.single_point_of_contact` where a person answers, and state `contact.reaches_a_person = true`.
law-evidence-manufacturer-identity = manufacturer's identity
law-evidence-manufacturer-identity-add = Give `operator.postal_address` and `operator.email` (and `operator.website`, if there is one).
law-evidence-product-identification = product identification
law-evidence-product-identification-add = Give `product.type_designation`, and say in `product.identified_by` where a unit's number or a version's name is found.
law-evidence-intended-purpose = intended purpose
law-evidence-intended-purpose-add = Describe the intended purpose in `product.intended_purpose`.
law-evidence-security-properties = security properties
law-evidence-security-properties-add = Describe `product.security_environment`, `product.essential_functionalities` and `product.security_properties`.
law-evidence-risk-circumstances = circumstances of significant risk
law-evidence-risk-circumstances-add = List in `product.risk_circumstances` the uses and foreseeable misuses that may lead to significant cybersecurity risks.
law-evidence-support-period-end = end of the support period
law-evidence-support-period-end-add = State the last day in `support_period.ends_on`.
law-evidence-support-period-length = length of the support period
law-evidence-support-period-length-add = Let `support_period.ends_on` lie at least five years after placing on the market, or at the end of the expected use if that is shorter (`support_period.expected_use_years`).
law-evidence-support-period-rationale = support period rationale
law-evidence-support-period-rationale-add = Give `support_period.expected_use_years` and the reasoning in `support_period.rationale`; keep the record behind it as a file in `support_period.record`.
law-evidence-support-offer = offered support
law-evidence-support-offer-add = Say in `support_period.offers` what technical security support users get.
law-evidence-instructions = instructions
law-evidence-instructions-add = Write the instructions named here under `[instructions]`, as text or as a link.
law-evidence-instruction-languages = languages of the instructions
law-evidence-instruction-languages-add = List the languages users get in `instructions.languages`.
law-evidence-sbom-offered = SBOM for users
law-evidence-sbom-offered-add = Say in `instructions.sbom_at` where users find the SBOM.
law-evidence-update-distribution = secure distribution of updates
law-evidence-update-distribution-add = Describe how updates are distributed securely and name the file in `technical_documentation.update_distribution`.
law-evidence-production-process = production and monitoring process
law-evidence-production-process-add = Describe production, monitoring and their validation and name the file in `technical_documentation.production`.
law-evidence-design = design documents
law-evidence-design-add = Describe architecture and design and name the files in `technical_documentation.design`.
law-evidence-illustrations = photographs or drawings
law-evidence-illustrations-add = Add photographs or drawings of outside, marking and inside, and name the files in `product.illustrations`.
law-evidence-test-reports = test reports
law-evidence-test-reports-add = Add at least one `[[technical_documentation.test_reports]]` entry with an existing `document`.
law-evidence-applied-standards = standards or solutions
law-evidence-applied-standards-add = List standards applied under `[[conformity.standards]]`, with `parts` where applied in part; or describe the solution of every requirement in `implemented_by`.
law-evidence-remote-services = remote services
law-evidence-remote-services-add = State for each `[[remote_services]]` entry `developed_under_own_responsibility` and `function_depends_on_it`.
law-evidence-conformity-procedure = conformity assessment
law-evidence-conformity-procedure-add = Choose an open procedure in `conformity.procedure`, carry it out and state `conformity.completed_on`.
law-evidence-notified-body = notified body
law-evidence-notified-body-add = Name the notified body, its number and its certificate under `[conformity.notified_body]`.
law-evidence-declaration-signed = signed declaration of conformity
law-evidence-declaration-signed-add = When conformity is shown, sign the declaration and give `name`, `function`, `place` and `signed_on` under `[conformity.signatory]`.
law-evidence-declaration-supplied = declaration for users
law-evidence-declaration-supplied-add = Publish the full declaration and give its exact address in `conformity.declaration_at`.
law-evidence-ce-marking = CE marking
law-evidence-ce-marking-add = When conformity is shown, affix the CE marking and say where in `conformity.ce_marking_on`.

# --- the release gate, Annex I Part I(2)(a) ---
law-review-exploited-accepted = `{ $vulnerability }` is known to be exploited somewhere, and its risk is accepted for this release. Have a lawyer check that decision.
law-gate-no-sbom = There is no SBOM, so nothing is known about the release's components.
law-gate-no-advisories = There is no advisory data, so nothing is known about vulnerabilities in the release's components.
law-gate-advisories-of = Checked against advisory data of { $as_of }.
law-gate-advisories-undated = Checked against advisory data that does not say its date.
law-gate-per-placing = Point (2)(a) is judged at placing on the market, per unit for hardware and per version for software; what becomes known later is handled under Part II.
law-gate-exploited-somewhere = `{ $vulnerability }` is listed in { $catalogue } as exploited somewhere. Exploited somewhere is not exploited in our product.
law-gate-undecided = Nobody has decided on `{ $vulnerability }` in `{ $component }`.
    .hint = Add a `[[vulnerability_decisions]]` entry, or ship a version without it.
law-gate-under-investigation = `{ $vulnerability }` in `{ $component }` is still under investigation.
    .hint = Decide before placing the release on the market.
law-gate-fix-not-proven = `{ $vulnerability }` is declared fixed, but the SBOM still holds the affected `{ $component }`. A fix declared is not a fix proven.
    .hint = Hand in an SBOM without the affected version.
law-gate-not-justified = `{ $vulnerability }` in `{ $component }` is declared not to affect the product, without a justification.
    .hint = Give `justification` in the decision.
law-gate-risk-not-accepted = `{ $vulnerability }` affects the product through `{ $component }`, and no named person has accepted the risk with reasons.
    .hint = Fix it, or set `risk_accepted` with `because` and `decided_by`.
law-gate-lapsed = The decision on `{ $vulnerability }` in `{ $component }` lapsed after { $expires_on }.
    .hint = Look at it again, and decide anew.
law-gate-not-affected = `{ $vulnerability }` in `{ $component }` is declared not to affect the product, with a justification.
law-gate-risk-accepted = The risk of `{ $vulnerability }` in `{ $component }` was accepted by { $decided_by }: { $because }
law-gate-unchecked = Nothing is known about `{ $component }`: { $because }
    .hint = Check it by other means and add a `[[checked_otherwise]]` entry.
law-gate-checked-otherwise = `{ $component }` was checked by other means: { $because }

# --- when an obligation applies ---
law-applies-scope-out = The Regulation does not apply to this product.
law-applies-part-of-another = It is asked of the product this service is part of.
law-applies-not-on-the-market = The product is not made available on the market by this operator.
law-applies-without-conformity = The product may be shown or tested without conformity.
law-applies-other-role = Owed by a manufacturer, which this operator is not for this product.
law-applies-marking-of-hardware = For hardware, the CE marking stands on the product itself.
law-applies-marking-of-software = For software, the CE marking stands on the declaration or the website instead of on the product.
law-applies-not-module-h = A notified body's number follows the CE marking only under module H.
law-applies-no-notified-body = The chosen procedure involves no notified body.
law-applies-no-standards = No standard, common specification or certification is declared as used.
law-applies-sbom-not-offered = The SBOM is not offered to users; the law does not ask for that.
law-applies-declaration-not-online = No internet address of the declaration is stated; the full declaration goes with the product.
law-applies-option-not-used = An option that is not declared as used.
law-applies-no-sbom-act = The Commission has adopted no act on the format of SBOMs under this state of the law.
law-applies-on-request = It starts with a request of a market surveillance authority; none is declared.
law-applies-on-ceasing = It starts before operations cease; nothing of the kind is declared.
law-applies-no-component-vulnerability = No vulnerability in an integrated component is on record.
law-applies-nothing-not-conform = Nothing on record gives reason to believe that a product on the market is not conform.

# --- how an obligation stands ---
law-shown-fact = `{ $path }` is stated.
law-shown-file = `{ $file }` is there.
law-shown-decision = `{ $requirement }` is decided: { $implemented_by }
law-shown-gate = The release gate is open.
law-shown-findings = No finding waits for a decision.
law-shown-sbom = The SBOM ({ $format }) lists { $components } components.
law-shown-components = Every component was checked.
law-shown-matrix = Every requirement asked for here is decided.
law-shown-support-length = The support period from { $from } to { $to } is long enough.
law-shown-procedure = Procedure `{ $procedure }` is open and was completed on { $completed_on }.
law-shown-nothing-to-declare = The dossier declares nothing that would need it.
law-missing-fact = `{ $path }` is not stated.
law-missing-file = `{ $path }` names `{ $file }`, which is not there.
law-missing-stale = `{ $file }` could be relied on until { $stale_after } only, and does not count any more.
law-missing-not-true = `{ $path }` is not declared to be so.
law-missing-record = No document shows `{ $obligation }`: { $asks }
law-missing-decision = There is no decision on `{ $requirement }`.
law-missing-implementation = The decision on `{ $requirement }` does not say how it is implemented.
law-missing-decision-evidence = The decision on `{ $requirement }` names no evidence that is there.
law-missing-always-applies = `{ $requirement }` is declared not to apply, but it always does.
law-missing-justification = `{ $requirement }` is declared not to apply, without a justification.
law-missing-gate = The release gate was not asked.
law-missing-gate-blocked = The release gate is closed: { $count ->
        [one] one obstacle
       *[other] { $count } obstacles
    }.
law-missing-findings = { $count ->
        [one] One finding waits
       *[other] { $count } findings wait
    } for a decision.
law-missing-sbom = There is no SBOM.
law-missing-sbom-top-level = The SBOM does not list the top-level dependencies.
law-missing-components = { $count ->
        [one] One component was
       *[other] { $count } components were
    } not checked.
law-missing-support-length = The support period ends on { $to }, before { $least }.
law-missing-procedure-closed = Procedure `{ $procedure }` is not open to this product.
law-missing-not-completed = The procedure is completed on { $completed_on } only.
law-missing-not-signed-yet = The declaration is signed on { $signed_on } only.
law-because-justified = Declared not to apply: { $justification }

# --- contradictions ---
law-contradiction-class = The class is declared as `{ $declared }`, but by its core functionality the product is `{ $found }`.
    .hint = Correct `product.declared_class`, or the category of the core functionality with the element it relies on.
law-contradiction-unknown-category = `{ $category }` is no category of Annex III or IV.
    .hint = Write it as `III.I.12`, `III.II.2` or `IV.1`; leave it out if none fits.
law-contradiction-unknown-category-near = `{ $category }` is no category of Annex III or IV.
    .hint = Did you mean `{ $near }` ({ $title })?
law-contradiction-own-category = `{ $category }` is set aside here, but it is the category of the core functionality.
    .hint = A product has one core functionality: keep the category in one place.
law-contradiction-no-category-no-reason = No category is declared for the core functionality, and no reason why none fits.
    .hint = Give the reason in `product.core_functionality.because`.
law-contradiction-tailor-made = The product is declared as tailor-made, but no agreement with the business user is named.
    .hint = Name the written agreement; without evidence the deviations do not count.
law-contradiction-support-ends-before = The support period ends on { $ends_on }, before the product is placed on the market on { $placed_on }.
    .hint = Correct one of the two days.
law-contradiction-support-too-short = The support period ends on { $ends_on }; it must not end before { $least }.
    .hint = It lasts five years at least, or as long as the expected use if that is shorter.
law-contradiction-support-shorter-than-use = The support period ends on { $ends_on }, but the product is expected to be in use for { $years } years. Five years are a floor, not a default.
    .hint = Extend it, or say in `support_period.rationale` why a shorter period reflects the expected use.
law-contradiction-minimum-support = `{ $act }` sets a minimum support period of { $years } years for some products: { $products }
    .hint = If the product is among them, let the support period last that long.
law-contradiction-unknown-requirement = `{ $requirement }` is no requirement of Annex I.
    .hint = The requirements are `I.1`, `I.2.a` to `I.2.m` and `II.1` to `II.8`.
law-contradiction-requirement-twice = There is more than one decision on `{ $requirement }`.
    .hint = Keep one.
law-contradiction-applies-and-not = `{ $requirement }` is declared to apply, and yet there is a reason why it does not.
    .hint = Keep one of the two.
law-contradiction-always-applies = `{ $requirement }` is declared not to apply, but it applies to every product.
    .hint = Say how it is implemented.
law-contradiction-not-justified = `{ $requirement }` is declared not to apply, without a justification.
    .hint = Give a clear reason in `not_applicable_because`, or decide that it applies.
law-contradiction-decided-twice = There is more than one decision on `{ $vulnerability }` in `{ $component }`.
    .hint = Keep one.
law-contradiction-unknown-obligation = `{ $obligation }` is neither an obligation nor a requirement, so this evidence shows nothing.
    .hint = Write it as `art13-7` or `I.2.c`.
law-contradiction-unknown-obligation-near = `{ $obligation }` is neither an obligation nor a requirement, so this evidence shows nothing.
    .hint = Did you mean `{ $near }`?
law-contradiction-procedure-closed = Procedure `{ $procedure }` is not open to this product under the state of the law of { $as_of }. { $because }
    .hint = Open procedures: { $open }.
law-contradiction-notified-body = Internal control involves no notified body, and no number stands beside the CE marking.
    .hint = Remove `conformity.notified_body`, or choose the procedure that involves it.
law-contradiction-signed-too-early = The declaration is signed on { $signed_on }, before conformity was shown on { $completed_on }.
    .hint = Sign it after the procedure is completed.
law-contradiction-signed-not-completed = The declaration is signed, but the conformity procedure is not stated as completed.
    .hint = State `conformity.completed_on`.
law-contradiction-signed-too-late = The declaration is signed on { $signed_on }, after the product is placed on the market on { $placed_on }.
    .hint = Declaration and CE marking come before placing on the market.
law-contradiction-completed-too-late = The conformity procedure is completed on { $completed_on }, after the product is placed on the market on { $placed_on }.
    .hint = The procedure comes before placing on the market.
law-contradiction-not-a-member-state = `{ $country }` is no Member State of the Union.
    .hint = List Member States only.
law-contradiction-intermediary = Declared to be only an intermediary, but other activities with the product are declared too.
    .hint = Who also makes, sells or modifies the product is not only an intermediary.
law-contradiction-distributes-modified = Declared to pass the product on unchanged, but also to modify it substantially.
    .hint = Who modifies it substantially becomes its manufacturer.
law-contradiction-representative-outside = The authorised representative is established in `{ $country }`, outside the Union.
    .hint = Only a person in the Union can be an authorised representative.
law-contradiction-steward-ce = An open-source software steward may not affix the CE marking.
    .hint = Remove `conformity.ce_marking_on`.
law-contradiction-natural-steward = Sustained support is declared, but a natural person cannot be an open-source software steward.
    .hint = No duty follows from it for a natural person.
law-contradiction-support-at-cost = Support is declared to be at cost only, and also to be paid beyond cost.
    .hint = Keep one of the two.
law-contradiction-only-automated = Users reach automated tools only at the single point of contact.
    .hint = Let a person answer there as well.
