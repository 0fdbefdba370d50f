# Days, periods, support, retention, size and penalties.

# --- reading the dossier ---
periods-kind-count = a whole number
periods-count-out-of-range = the number must be between 0 and { $most }
    .hint = Write a whole number without separators or a unit, as `8500000`.

# --- the days of the law ---
periods-day-publication = The Regulation is published in the Official Journal.
periods-day-in-force = The Regulation enters into force; the Commission may adopt delegated acts for five years, renewed unless opposed.
periods-day-acts-due = Day by which the Commission was to adopt the technical descriptions and the act on delaying notifications.
periods-day-descriptions = The technical descriptions of the categories in Annexes III and IV are in force.
periods-day-notified-bodies = The chapter on notifying authorities and notified bodies applies.
periods-day-reporting = Article 14 applies to every product in scope, those on the market already included.
periods-day-enough-bodies = Day by which Member States strive for enough notified bodies.
periods-day-machinery = The Machinery Regulation applies.
periods-day-health-records = Changes for electronic health record systems take effect in Articles 13(4), 31(3) and 32(5a).
periods-day-everything = Everything else applies: requirements, conformity assessment, stewards, market surveillance and penalties.
periods-day-radio-equipment = The Commission means to repeal the delegated act on the cybersecurity of radio equipment from this day; nothing is decided.
periods-day-certificates = Last day on which cybersecurity certificates issued under other harmonisation law are valid here.
periods-day-platform-report = The report on the reporting platform is due, and by then ENISA's first report on trends.
periods-day-evaluation = The first evaluation of the Regulation is due, then one every four years.

# --- placing on the market ---
periods-placed-per-unit = Each unit is placed on the market by itself; the first one on { $on }.
periods-placed-once = This version counts as placed once, on { $on }: when it was complete and first offered. Later downloads are no new placing.
periods-placed-as-earlier-unnamed = No substantial modification of an earlier version, so it keeps that version's day: { $on }.
periods-placed-as-earlier = No substantial modification of `{ $version }`, so it keeps that version's day: { $on }.
periods-placed-anew = A substantial modification is a new placing on the market: { $on }.
periods-still-offered = The version can still be downloaded: that is making available, not placing on the market again.

# --- duties on a day ---
periods-duty-reporting = Reporting binds since 2026-09-11 for every product in scope.
periods-duty-reporting-legacy = Products placed on the market before 2027-12-11 are not excepted from it.
periods-duty-reporting-wording = The French wording of Article 69(3) is reported to differ from the English one.
periods-duty-reporting-known-before = Exploitation already known before 2026-09-11 need not be reported; exploitation learnt of later must be, even of a vulnerability known before.
periods-duty-reporting-after-support = The support period ended on { $on }; reporting goes on all the same.
periods-duty-legacy-handling = Placed on the market before 2027-12-11: no vulnerability handling under Annex I, Part II is asked; informing users under Article 14 is.
periods-duty-legacy = Placed on the market on { $on }, before 2027-12-11, so nothing but reporting binds unless it is substantially modified from that day on.
periods-duty-everything = Everything the Regulation asks binds from { $from }.
periods-duty-handling-until = Vulnerabilities are handled until support ends, not before { $on }.
periods-duty-handling-ended = The support period ended on { $on }, and vulnerability handling with it; reporting goes on.
periods-duty-handling-not-this-role = Handling vulnerabilities is the manufacturer's duty.
periods-duty-role = The duties of this role bind from { $from }.
periods-duty-steward-reporting = Stewards report, to the extent they are involved, from the day of full application only.
periods-duty-steward-policy = Policy and cooperation of stewards bind from the day of full application, whatever the day the software appeared.

# --- old designs, old stock, variants, other certificates ---
periods-old-design-stays = Designed before, placed after: a risk assessment of today shows its measures to be adequate, so it need not be redesigned.
periods-old-design-changes = Designed before, placed after, and a risk assessment of today does not show its measures to be adequate: change the design.
periods-old-design-still-due = Conformity assessment, declaration, CE marking, documentation, user information and vulnerability handling are due all the same; tests of the past need not be repeated for the record under Article 32(1).
periods-modified-by-another = Modified by another than its manufacturer: that person answers under Articles 21 and 22.
periods-modified-whole = The modification worsens the cybersecurity of the whole, so the duties are for the whole product.
periods-modified-parts = The duties are limited to the modified parts: { $parts }
periods-old-stock = A distributor need not bring products placed before 2027-12-11 into conformity, unless it modifies them substantially.
periods-variant-before = Variant `{ $variant }` differs in its makeup, so it is a product of its own, placed on { $on }, before full application.
periods-variant-after = Variant `{ $variant }` differs in its makeup, so it is a product of its own, placed on { $on }, on or after full application.
periods-variant-own-day = Variant `{ $variant }` differs in its makeup, so it is a product of its own and needs a day of placing of its own.
periods-certificate-counts = Certificate `{ $name }` counts until { $until } for the risks it covers, and for no others: { $risks }. It never replaces the risk assessment.
periods-certificate-over = Certificate `{ $name }` counted until { $until } only.

# --- support period ---
periods-support-runs-from-unit = It runs from the placing of each unit; of this product line the last one known counts: { $from }.
periods-support-runs-from-version = It runs from the placing of the version: { $from }.
periods-support-floor = Five years at least, and no shorter than the expected use it reflects: { $months } months.
periods-support-shorter-use = The expected use of { $months } months is shorter than five years, so the period equals it.
periods-support-subscription = Software that is by its nature used by subscription: the period equals the subscription of { $months } months.
periods-support-act = `{ $act }` sets a minimum of { $years } years and covers this product.
periods-support-act-open = `{ $act }` sets a minimum of { $years } years for some products, and whether this is one is not stated: { $products }
periods-support-aligned = A modified version whose use is judged by the same factors takes over what remains of the original period, up to { $on }, even if that is less than five years.
periods-support-reassessed = What the use is judged by has changed with the modification, so the length is assessed anew; it is not reset by itself.
periods-support-nothing-remains = The original period ended on { $on }, before the modified version was placed: nothing remains to take over.
periods-support-long-enough = The declared end { $ends_on } is late enough.
periods-support-too-short = The declared end { $ends_on } is before { $floor }, the earliest the law lets it be.
periods-support-shorter-than-use = The declared end { $ends_on } is before the expected use ends ({ $required }); five years are a floor, not a default.
periods-support-beyond-calendar = The period would end beyond the year 9999; check the days and numbers declared.
periods-beyond-calendar = beyond the year 9999
periods-support-not-asked = Placed on the market on { $on }, before 2027-12-11: no support period is asked.
periods-support-source = After the end, releasing the source code may be considered; that is an encouragement, no duty.
periods-component-nothing-done = Component `{ $component }` loses its support before the product does, and nothing is done about it: replace it, patch it or mitigate.
periods-component-remedied = Component `{ $component }` loses its support before the product does; it is taken care of.
periods-notice-at-purchase = The end of support, month and year at least, stands where users see it when they buy.
periods-notice-at-end = Users are shown a notice when support has ended, where that is technically feasible.
periods-notice-not-feasible = A notice at the end is declared not to be technically feasible, so none is asked.
periods-notice-older-versions = Users of older versions should learn that these are no longer remedied.
periods-latest-only = The upgrade is free and makes nobody buy hardware or replace infrastructure, so remedies may go to the latest version only. Staff time, tests and routine updates of dependencies are no extra cost.
periods-latest-only-broken = This keeps remedies from going to the latest version only: older versions in their support period must be remedied too.
periods-latest-only-paid-support = Support of older versions may be sold beside it.

# --- retention ---
periods-keep-documentation = Technical documentation and EU declaration of conformity
periods-keep-information = Information and instructions for users, online too where they are offered there
periods-keep-updates = Each security update stays available
periods-keep-update = Security update `{ $update }` stays available
periods-keep-representative = EU declaration of conformity and technical documentation, for the manufacturer
periods-keep-importer = Copy of the EU declaration of conformity; technical documentation obtainable
periods-keep-suppliers = Who supplied the product
periods-keep-supplied = To whom the product was supplied
periods-keep-certificate = EU type-examination certificate with annexes and additions, and technical documentation
periods-keep-declaration = EU declaration of conformity, as the procedure asks
periods-keep-quality = Technical documentation, quality system, approved changes, decisions and reports of the notified body
periods-keep-ten-years = Ten years from { $from }.
periods-keep-support-period = The support period ends later, on { $on }.
periods-keep-beyond-calendar = Ten years from then lie beyond the year 9999; check the day.
periods-keep-last-unit = Placing is judged by unit; the last unit, placed on { $on }, decides for the archive of the product line.
periods-keep-this-unit = Placing is judged by unit; this is the day for units placed on { $on }. The last unit decides for the archive of the product line.

# --- enterprise size ---
periods-size-is = By headcount and money the enterprise is `{ $size }`.
periods-size-at-least = By its own numbers the enterprise is `{ $size }`; with linked and partner enterprises it may be larger.
periods-size-declared = The enterprise is declared to be `{ $size }`.
periods-size-contradicted = The enterprise is declared to be `{ $size }`, and its numbers say otherwise.

# --- penalties ---
periods-fine-first = For infringements of Annex I and Articles 13 and 14.
periods-fine-legacy = Placed on the market on { $on }, before 2027-12-11: unless it is substantially modified, only Article 14 can be infringed with it.
periods-fine-second = For infringements of the other duties listed in Article 64(3).
periods-fine-third = For incorrect, incomplete or misleading information given to a notified body or an authority on request.
periods-fine-fixed = No undertaking: the fixed amount is the maximum.
periods-fine-fixed-higher = An undertaking: the fixed amount is higher than the share of its turnover.
periods-fine-share = An undertaking: the share of its worldwide turnover is higher than the fixed amount.
periods-fine-steward = No administrative fine on an open-source software steward for any infringement of this Regulation.
periods-fine-small = A `{ $size }` manufacturer is not fined for missing the deadline of 24 hours for an early warning.
periods-fine-small-only = That is all: missing the deadline of 72 hours, the final report, or saying nothing can be fined; the duty to report in 24 hours stands.
periods-fine-not-small = The exemption for the deadline of 24 hours is for micro and small manufacturers; this one is `{ $size }`.
periods-fine-no-other = Member States should impose no other pecuniary penalty in the exempt cases.
periods-fine-factors = Weighed are nature, gravity, duration and consequences, fines already imposed for the like, and size and market share.
periods-fine-public-bodies = Whether and how far public bodies can be fined, each Member State decides.
periods-fine-courts = In some Member States courts impose the fines.
periods-fine-beside-measures = Corrective and restrictive measures come beside fines, not instead of them.
periods-fine-before = Read literally, Article 71(2) advances Article 14 and the chapter on notified bodies alone, so Articles 15 to 17, 52 to 60 and 64 apply from 2027-12-11: before that day Article 64 is no basis for a fine, not even for late reports.
periods-fine-before-national = That late reports are fined before that day is therefore not certain; national law may provide for something.
periods-fine-before-platform = The platform and its rules are in use although their articles, read literally, apply from 2027-12-11.
periods-fine-actual = How high a fine would be in a given case: only its limit can be computed.
periods-fine-national = What the national rules on penalties say: they set the actual regime, and differ.
periods-fine-critical = Whether a wrong route for a critical product can be fined under Article 64(3): it does not list Article 32(4).

# --- contradictions ---
periods-contradiction-size = The enterprise is declared to be `{ $declared }`, but its numbers make it `{ $found }`.
    .hint = Correct the numbers or the size; linked and partner enterprises count.
periods-contradiction-use = The expected use is declared as { $years } years and as { $months } months.
    .hint = Keep one of the two.
periods-contradiction-last-unit = The last unit is placed on { $last }, before the first one on { $first }.
    .hint = Correct one of the two days.
periods-contradiction-first-unit = The first unit is placed on { $first }, but the release is said to be placed on { $placed }.
    .hint = Keep the day of the first unit in both.
periods-contradiction-offered = The version is said to be placed on { $placed }, but it was complete and first offered on { $offered } only.
    .hint = A version counts as placed when it is complete and first offered; correct the days.
periods-contradiction-shorter-than-use = The support period ends on { $ends_on }, but the product is expected to be in use for { $months } months. Five years are a floor, not a default.
    .hint = Extend it, or say in `support_period.rationale` why a shorter period reflects the expected use.
periods-contradiction-last-unit-support = The support period ends on { $ends_on }; for the last unit, placed on { $last }, it must not end before { $least }.
    .hint = Each unit has a support period of its own; extend it, or stop placing units earlier.
periods-contradiction-latest-only = Remedies for older versions are stopped, but the upgrade is not free or costs users hardware or infrastructure.
    .hint = Remedy older versions too, or make the upgrade free of such cost.
periods-contradiction-update-gone = Security update `{ $update }` is no longer available; it must stay available until { $until }.
    .hint = Make it available again.
periods-contradiction-component = Component `{ $component }` loses its support on { $on }, before the product does, and nothing is done about it.
    .hint = Replace it, patch it yourself or mitigate its vulnerabilities.
periods-contradiction-unknown-act = The state of the law knows no minimum support period set by `{ $act }`.
    .hint = Write the act as the state of the law names it, or use a newer state.
periods-contradiction-subscription = Declared as used by subscription only, without the length of a subscription.
    .hint = State `support_period.subscription_months`.

# --- legal review ---
periods-review-use = The FAQ says the support period need not simply equal the expected use; Article 13(8) says it reflects it. Have a lawyer check the reasoning.
periods-review-act = Which products a delegated act covers takes a reader. Have a lawyer check it.
periods-review-nothing-remains = No source says what holds where nothing of the original period remains. Have a lawyer check it.
periods-review-last-unit = That the last unit placed governs the archive of a product line is reasoned from the text; no source states it. Have a lawyer check it.
periods-review-before = Whether anything can be fined before 2027-12-11 takes national law. Have a lawyer check it.

# --- in the terminal ---
periods-show-duties = What binds on the day
periods-show-nothing-binds = Nothing binds on this day.
periods-show-reporting = Reporting (Article 14)
periods-show-handling = Vulnerability handling (Annex I, Part II)
periods-show-everything-else = Everything else
periods-show-units-before = { $group }, for units placed before 2027-12-11
periods-show-units-from = { $group }, for units placed from 2027-12-11 on
periods-show-binds = { $of }: binds
periods-show-not-before = { $of }: not before { $on }
periods-show-ended = { $of }: ended on { $on }
periods-show-unless-modified = { $of }: not asked unless substantially modified
periods-show-not = { $of }: not for this role
periods-show-open = { $of }: cannot be said; not stated: { $missing }
periods-show-support = Support period
periods-show-required = required up to { $on }
periods-show-long-enough = The declared support period is long enough.
periods-show-shorter-than-use = The declared support period is shorter than the expected use.
periods-show-too-short = The declared support period is too short.
periods-show-support-not-asked = No support period is asked.
periods-show-support-open = Whether the support period is long enough cannot be said; not stated: { $missing }
periods-show-latest-only = Remedies may go to the latest version only.
periods-show-not-latest-only = Remedies may not stop for older versions.
periods-show-latest-only-open = Whether remedies may stop for older versions cannot be said.
periods-show-notice-at-purchase = End of support stated at purchase, from
periods-show-notice-at-end = Notice that support has ended, on
periods-show-notice-older = Notice to users of older versions
periods-show-given = { $notice }: given
periods-show-due = { $notice }: due
periods-show-later = { $notice }: later
periods-show-not-asked = { $notice }: not asked
periods-show-notice-open = { $notice }: cannot be said
periods-show-retention = What is kept, and until when
periods-show-until = { $what }: until { $on }
periods-show-until-at-least = { $what }: not before { $on }; not stated: { $missing }
periods-show-size = Size of the enterprise
periods-show-penalties = Fines, at most
periods-show-penalties-from = Article 64, from { $on }
periods-show-at-most = At most EUR { $amount }
periods-show-at-most-open = At most EUR { $amount }, or a higher share of turnover; not stated: { $missing }
periods-show-exempt = What is exempt
periods-show-factors = What is weighed, and what comes beside
periods-show-cannot-be-said = What cannot be said
periods-show-days = The days of the law
periods-end-not-stated-at-purchase = The end of the support period is declared not to be stated at the time of purchase.
