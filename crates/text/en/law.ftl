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
law-route-mandatory-certification = `{ $act }` makes certification under `{ $scheme }` mandatory for this category.
law-route-scheme-designated = `{ $scheme }` is designated by `{ $act }` at level substantial or above.
law-route-no-scheme = No certification scheme is designated for this Regulation under the state of the law of { $as_of }.
law-route-scheme-would-open = Certification would open once a scheme is designated for this Regulation and covers the product.
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
law-date-reporting-not-this-role = Only manufacturers report under Article 14; others tell the manufacturer.
law-date-everything = Everything else: requirements, conformity assessment, documentation, CE marking, vulnerability handling
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
