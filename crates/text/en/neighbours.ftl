# Other Union law beside the Regulation, and what standards say to the requirements of Annex I.

# --- one line an act: at most 76 letters, so that it fits beside its mark ---
neighbours-radio-equipment = RED: Delegated Regulation 2022/30 asks cybersecurity of radio equipment.
neighbours-machinery = Machinery: from 2027-01-20 both acts and both procedures apply.
neighbours-artificial-intelligence = AI Act: meeting Annex I, as declared, meets its Article 15 as well.
neighbours-health-data = EHDS: its procedure governs health record systems from 2027-03-26.
neighbours-network-security-own = NIS2: your own duties on incidents may run beside those of Article 14.
neighbours-network-security-users = NIS2: a conforming product helps its users with supply-chain security.
neighbours-financial-resilience = DORA: applies in parallel where financial entities use the product.
neighbours-data-access = Data Act: users' access to data is a duty of its own; grant it securely.
neighbours-personal-data = GDPR: applies on its own, and so does its duty to notify data breaches.
neighbours-identity-wallets = eIDAS: a wallet must meet Article 5a of Regulation 910/2014 as well.
neighbours-common-criteria = EUCC: a certificate gives no presumption until a delegated act says so.
neighbours-toys = Toys: toy safety law applies too; Annex III takes its notion of a toy.
neighbours-general-product-safety = GPSR: governs the product's risks that are not about cybersecurity.
neighbours-product-liability = Product liability: missing security updates can make a product defective.

# --- days ---
neighbours-applies-from = { $act } starts to apply on { $on }.
neighbours-applies-since = { $act } has applied since { $on }.
neighbours-radio-equipment-repeal = It has applied to radio equipment placed on the market since 2025-08-01. The Commission aims to repeal it from 2027-12-11; certificates stay usable until 2028-06-11 for the risks they cover.
neighbours-radio-equipment-repealed = The Commission aimed to repeal it from 2027-12-11: look up whether it did. Certificates stay usable until 2028-06-11 for the risks they cover.
neighbours-health-data-from = Its conformity procedure replaces that of Article 32 from { $on }.
neighbours-health-data-since = Its conformity procedure has replaced that of Article 32 since { $on }.
neighbours-product-liability-from = Member States have until { $on } to bring the directive into their law.
neighbours-product-liability-since = Member States had until { $on } to bring the directive into their law.

# --- legal review ---
neighbours-review-not-binding = Known from guidance or a FAQ, which bind nobody; the other act was not read. Have a lawyer check it.
neighbours-review-intention = This is an intention, not law. Have a lawyer check what was adopted.

# --- standards ---
neighbours-no-presumption = `{ $reference }` speaks to requirements of Annex I, but its reference is not cited in the Official Journal under this Regulation: having applied it gives no presumption of conformity.
neighbours-standards-heading = Declared standards and the requirements they speak to

# --- the page of an assessment ---
neighbours-heading = Other Union law
neighbours-remark = touched by declared facts
neighbours-not-stated = Other Union law nobody can rule out yet
neighbours-not-stated-act = { $name } ({ $act }): not stated: { $missing }.

# --- proofmark law map ---
neighbours-map-command = Print which clauses of standards speak to the requirements of Annex I
neighbours-map-requirement-help = One requirement, as I.2.c or II.5; left out: all of them
neighbours-map-standard-help = One standard, as "EN 18031-1" or "EN 18031"; left out: all of them
neighbours-map-title = Standards and Annex I
neighbours-map-caution = None of this gives a presumption of conformity: only a reference cited in the Official Journal under this Regulation does (Article 27(1)). The rows help to find evidence.
neighbours-map-standard = standard
neighbours-map-relation = relation
neighbours-map-confidence = trust
neighbours-map-origin = whose mapping
neighbours-map-clauses = clauses
neighbours-map-editions = Editions
neighbours-map-origins = Whose mapping
neighbours-map-no-requirement = `{ $written }` is no requirement of Annex I.
    .hint = Part I is I.1 and I.2.a to I.2.m, Part II is II.1 to II.8.
neighbours-map-no-standard = The mapping does not know `{ $written }`.
    .hint = It knows: { $known }.

# --- contradictions ---
neighbours-contradiction-radio = Delegated Regulation (EU) 2022/30 is declared to ask cybersecurity of the product, which is declared not to be radio equipment.
    .hint = It concerns radio equipment only: correct one of `scope.also.radio_equipment` and `scope.also.radio_cybersecurity`.
neighbours-contradiction-personal-data = No personal data are declared to be processed, but giving them is declared to be a condition of use.
    .hint = Whoever asks for personal data processes them: correct this fact or `scope.supply.personal_data_as_condition`.
neighbours-contradiction-source-code = The product is declared to be mere source code and hardware at once.
    .hint = Correct this fact or `product.kind`.
neighbours-contradiction-toy = A toy is declared not to be a consumer product.
    .hint = Toys are for children: state whether consumers are likely to use it.
