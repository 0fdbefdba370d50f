# The obligations of every role, and the checks of suppliers.

duties-applies-on-order = It starts with an order of a market surveillance authority; none is declared.
duties-applies-no-intermediate-report = The coordinating CSIRT has asked for no intermediate report.
duties-applies-on-event = It starts with an exploited vulnerability or a severe incident; none that must be notified is declared.
duties-applies-no-high-risk-ai = The product is not declared to be a high-risk AI system.
duties-applies-no-other-acts = No other Union act is declared that the same declaration covers.
duties-applies-other-class = It is asked of products of another class.
duties-applies-no-simplified-form = The Commission has fixed no form for simplified documentation under this state of the law.
duties-applies-no-representative = No authorised representative is declared.
duties-applies-no-other-operator = No other economic operator supplied the product or was supplied with it, as declared.
duties-applies-no-doubt = Nothing gives reason to doubt conformity and no significant risk is known, as declared.
duties-applies-not-placed-yet = It starts once the product is on the market; no such day has come.
duties-applies-nothing-to-correct = No vulnerability, non-conformity or significant risk is known, as declared.
duties-applies-other-support = The steward does not support the software in the way this duty is tied to, as declared.
duties-applies-not-ceased = The manufacturer is not declared to have ceased operations.

duties-evidence-supplier-check = check of the supplier
duties-evidence-supplier-check-add = Check the product before passing it on, and write each point with `holds` and `evidence` into `[supplier_check]`, with `checked_by` and `checked_on`.
duties-evidence-warnings-given = warnings given
duties-evidence-warnings-given-add = Tell whom the law names, and write the days into `[supplier_check]` as `manufacturer_informed_on`, `authority_informed_on` or `users_informed_on`.
duties-evidence-own-contact = the importer's own contact
duties-evidence-own-contact-add = State your name and contact on the product or with it, write them into `operator.postal_address` and `operator.email`, and confirm `supplier_check.importer_contact.holds`.
duties-evidence-supply-chain-record = record of the supply chain
duties-evidence-supply-chain-record-add = Name where suppliers and business customers are recorded in `supply_chain.record`; if there are none, say `false` in `supply_chain.supplied_by_operators` and `supply_chain.supplied_to_operators`.
duties-evidence-mandate = written mandate
duties-evidence-mandate-add = Put the mandate beside the dossier, name it in `operator.authorised_representative.mandate` and list what it covers in `operator.authorised_representative.tasks`.

duties-check-conformity-procedure = The manufacturer carried out the conformity assessment procedure.
duties-check-technical-documentation = The manufacturer drew up the technical documentation.
duties-check-ce-marking = The product bears the CE marking.
duties-check-declaration = The declaration of conformity, or the simplified one, comes with the product.
duties-check-user-information = The information and instructions of Annex II come with the product.
duties-check-user-information-language = They are in a language users and authorities understand easily.
duties-check-product-identification = A type, batch or serial number or another mark identifies the product.
duties-check-manufacturer-contact = The manufacturer's name, postal address and digital contact are on or with the product.
duties-check-support-period-end = The end of the support period is stated, month and year at least.
duties-check-importer-contact = The importer's name, postal address and digital contact are on or with the product.
duties-check-documents-provided = Manufacturer and importer handed over every document that is needed.
duties-check-not-checked = not checked, as far as is stated: say whether it is so in `{ $path }`
duties-check-no-evidence = nothing proves it: name a file in `{ $path }`
duties-check-not-carried-out-yet = The check is dated { $checked_on }, which has not come: it was not carried out.
duties-check-doubted = There is reason to believe that product or processes do not conform: nothing may be passed on until they do.

duties-follows-tell-manufacturer-risk = Tell the manufacturer of the significant cybersecurity risk.
duties-follows-tell-authority-risk = Tell the market surveillance authorities of the significant cybersecurity risk.
duties-follows-tell-authority-factors = Tell the market surveillance authorities of the risk factors that are not technical.
duties-follows-tell-manufacturer-vulnerability = Tell the manufacturer of the vulnerability without undue delay.
duties-follows-correct = See at once that the product is corrected, withdrawn or recalled, and keep a record of it.
duties-follows-tell-authority-ceased = Tell the market surveillance authorities that the manufacturer has ceased operations.
duties-follows-tell-users-ceased = Tell the users, as far as possible, that the manufacturer has ceased operations.

duties-missing-not-met = not so: { $point }
duties-missing-mandated-tasks = the mandate does not name all three tasks of Article 18(3)

duties-contradiction-excluded-task = a mandate cannot hold what Article { $paragraph } asks (Article 18(2))
  .hint = the manufacturer does this itself; take the task out of the mandate and out of this list
duties-excluded-design = 13(1)
duties-excluded-risk = 13(2) to (4) and (7)
duties-excluded-components = 13(5) and (6)
duties-excluded-vulnerabilities = 13(8)
duties-excluded-updates = 13(9) to (11)
duties-excluded-documentation = 13(12), first subparagraph
duties-excluded-series = 13(14)
duties-contradiction-missing-task = the mandate does not name `{ $task }`, which every mandate must (Article 18(3))
  .hint = have the mandate extended, or list the task if the mandate names it
duties-contradiction-checked-after-placing = the check is dated { $checked_on }, after the product was placed on the market on { $placed_on }
  .hint = the check comes before the product is placed or made available; if there was an earlier one, state its day
duties-contradiction-check-of-other-role = a check of the supplier is declared, but this operator is neither importer nor distributor
  .hint = take `[supplier_check]` out, or correct `operator.activity`

duties-cli-check = check a supplied product before passing it on, for importers and distributors, and record the outcome
duties-cli-check-dir = the directory with `proofmark.toml`
duties-cli-check-on = the day the answer is for; today if left out
duties-show-check = Check of the supplier
duties-show-of = Articles 19 and 20
duties-show-may = The product may be placed or made available on the market as far as this check goes.
duties-show-must-not = The product must not be placed or made available on the market.
duties-show-open = It cannot be decided, because this is not stated: { $missing }
duties-show-points-open = It cannot be decided, because what is marked open below is not stated or not shown.
duties-show-not-asked = The Regulation asks no such check of this operator for this product; nothing was recorded.
duties-show-not-yet = The law asks for this check from { $from } on; until then this is preparation.
duties-show-checked = checked by { $by } on { $on }: { $covers }
duties-show-points = Points
duties-show-met = met:
duties-show-not-met = not met:
duties-show-point-open = open:
duties-show-not-applicable = not applicable:
duties-show-must-follow = What must follow
duties-show-done = done on { $on }
duties-show-not-done = not done; once it is, write it into `{ $at }`
duties-show-recorded = The outcome was recorded in the ledger.

duties-shown-answered = the authority was answered on { $on }
duties-missing-answer = an authority waits for an answer: `{ $path }` is not stated, or has not come
duties-contradiction-answered-before-asked = answered on { $answered_on }, before it was received on { $received_on }
  .hint = correct one of the two days
duties-shown-by-submission = The declared case says that it was submitted at { $at }; what was submitted is not seen here.
