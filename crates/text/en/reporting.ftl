# Articles 14 to 17: what has to be notified, by when, to whom, and what the notifications say.

# --- the dossier's values ---
reporting-kind-instant = a day, a time and the offset from UTC
reporting-not-an-instant = `{ $written }` is not a day with a time and an offset
    .hint = Write it as `2026-09-14T22:10:00+02:00`, or in UTC as `2026-09-14T20:10:00Z`.
reporting-instant-without-offset = `{ $written }` does not say its offset from UTC, so nobody knows which hour is meant
    .hint = Add the offset, as in `2026-09-14T22:10:00+02:00`, or `Z` for UTC.

# --- legal review ---
reporting-review-component = The guidance makes exploitation in the product decisive; the FAQ names only exploitability. Have a lawyer check it.
reporting-review-test-version = Nobody has said whether a version allowed without conformity is reported on. Have a lawyer check it; notifying is the safe answer.
reporting-review-incident-before = The guidance says this of exploitation only, not of incidents. Have a lawyer check it.
reporting-review-month = The law counts from the notification; here the early warning stands for it. Have a lawyer check it.
reporting-review-other-coordinator = A notification to the wrong coordinator may be void and has to be made again. Have a lawyer check whom to notify.
reporting-review-sensitivity = The Article points at the early warning, but the notification is what asks for the sensitivity. Have a lawyer check it; state it in both.

# --- who is bound ---
reporting-not-yet = Article 14 applies from { $from }; on the day asked about nothing has to be notified.
reporting-known-before = The exploitation was known before 11 September 2026, so it need not be notified. New exploitation of the same vulnerability would have to be.
reporting-incident-known-before = The incident was known before 11 September 2026, so it need not be notified.
reporting-facts-clash = `{ $one }` and `{ $other }` cannot both be right, so no answer is safe.
    .hint = Correct one of them.
reporting-part-of-product = It is remote data processing of a product, so it is notified for that product.
reporting-test-version = The version may be supplied without conformity, and is treated here like any product.
reporting-out-of-scope = The Regulation does not apply to the product, so nothing has to be notified under it. Other law, such as NIS2, may ask for it.
reporting-importer = Importers notify nothing themselves: tell the manufacturer without delay, and the market surveillance authority where the risk is significant.
reporting-distributor = Distributors notify nothing themselves: tell the manufacturer without delay, and the market surveillance authority where the risk is significant.
reporting-supplier-not-yet = Importers and distributors notify nothing themselves, and their duty to tell the manufacturer applies from 11 December 2027 only. Tell the manufacturer all the same.
reporting-representative = The duty is the manufacturer's; a representative files only what its mandate covers, in the manufacturer's name.
reporting-no-role = Article 14 binds manufacturers; for this product the operator is none.
reporting-steward-not-yet = Stewards notify from 11 December 2027.
reporting-steward-reached = The event reaches what the steward does for the software, so the steward notifies it.
reporting-steward-not-reached = The event does not reach what the steward does for the software, so the steward has nothing to notify.
reporting-steward-passes-on = Pass the information on to those who develop the software.

# --- vulnerabilities ---
reporting-exploited-here = A malicious actor has exploited the vulnerability in this product without the owner's permission, and the evidence is reliable.
reporting-not-exploited-anywhere = Nobody is known to have exploited it, so it is no actively exploited vulnerability.
reporting-not-exploitable = It cannot be exploited in this product.
reporting-not-exploited-here = It has not been exploited in this product. Exploitation somewhere else does not start the clock.
reporting-no-reliable-evidence = The evidence of the exploitation is not reliable.
reporting-no-malicious-actor = No malicious actor did it: what research in good faith finds is not actively exploited.
reporting-with-permission = The owner of the system had permitted it.
reporting-the-component = the component
reporting-component-exploited-here = The vulnerability is in `{ $component }`, and it is exploitable and exploited in this product: both makers notify it.
reporting-component-elsewhere = The vulnerability is in `{ $component }`, but not both exploitable and exploited in this product. Its own maker notifies it, if it is on the market.
reporting-component-open = The sources differ where a component's vulnerability can be exploited in this product and has not been.
reporting-upstream = Report the vulnerability to whoever makes or maintains `{ $component }`, fix it in the product, and share the fix.

# --- incidents ---
reporting-incident = An incident as Directive (EU) 2022/2555 (NIS2) defines it.
reporting-incident-severe = A severe incident that affects the security of the product.
reporting-incident-sensitive = It affects, or can affect, how the product protects sensitive or important data or functions.
reporting-incident-code = It has led, or can lead, to malicious code in a product or in a user's systems.
reporting-incident-not-severe = Neither sensitive or important data or functions nor malicious code are in question, so it is not severe.
reporting-incident-beside-the-product = It does not affect what the product does to protect data or functions.
reporting-near-miss = A near miss: it could have become an incident and was prevented.
reporting-cyber-threat = A threat that has not become an incident.

# --- what goes with the duty ---
reporting-through-the-platform = It goes to the coordinator and to ENISA at once, through the single reporting platform.
reporting-remote-too = Remote data processing is part of the product, also for what has to be notified.
reporting-every-size = The duty is the same for operators of every size.
reporting-legacy = It applies to products placed on the market before 11 December 2027 as well.
reporting-after-support = It goes on after the support period has ended.
reporting-only-reporting = Of vulnerability handling, only notifying and informing users is owed for such a product.
reporting-voluntary = It may be notified voluntarily, to a coordinator or to ENISA; nothing further follows from that. The platform did not take voluntary notifications when it opened: use the coordinator's own address.
reporting-voluntary-later = Read literally, Articles 15 to 17 apply from 11 December 2027 only.

# --- awareness ---
reporting-no-signal = No signal is declared. The duty demands no particular sources; customers, researchers, authorities, media or telemetry may bring one.
reporting-assess-now = A signal came in: assess it immediately.
reporting-under-assessment = Under assessment since { $since }. The clocks start once you are reasonably certain, not before.
reporting-assessment-long = { $hours ->
        [one] One hour has passed since the first sign. An assessment that drags on does not hold the clocks back: decide, or write down what stands in the way.
       *[other] { $hours } hours have passed since the first sign. An assessment that drags on does not hold the clocks back: decide, or write down what stands in the way.
    }
reporting-aware = Aware since { $at }: reasonably certain after a first assessment.
reporting-aware-aligned = That is the notion of the implementing act under NIS2 (recital 31) and of the data protection guidelines on breaches.
reporting-ruling-unexplained = The ruling does not say why, or who made it.
    .hint = Fill in `because` and `decided_by` while people still remember.
reporting-rulings-compete = Several rulings give different instants and none stands. Until somebody rules, be alarmed by the earliest, { $earliest }.
    .hint = Set `stands = true` in the one that counts; leave the others as they are.
reporting-moved-later = The standing ruling moves awareness from { $earliest } to { $later }, and nobody has confirmed it. Until then be alarmed by the earlier one.
    .hint = Let a second person confirm it (`confirmed_by`).
reporting-aware-before-signal = Awareness ({ $aware }) is declared to come before the first signal ({ $signal }). One of them is wrong; be alarmed by the earlier one.

# --- clocks ---
reporting-clock-not-aware = not aware yet
reporting-clock-no-measure = no corrective or mitigating measure is available yet
reporting-clock-not-notified = the incident notification has not been submitted yet
reporting-clock-given = the information was given with an earlier stage
reporting-asks-a1 = Early warning: without undue delay, at the latest 24 hours after becoming aware.
reporting-asks-a2 = Vulnerability notification: without undue delay, at the latest 72 hours after becoming aware.
reporting-asks-a3 = Final report: at the latest 14 days after a corrective or mitigating measure is available, be it a workaround.
reporting-asks-s1 = Early warning: without undue delay, at the latest 24 hours after becoming aware.
reporting-asks-s2 = Incident notification: without undue delay, at the latest 72 hours after becoming aware.
reporting-asks-s3 = Final report: within one month of submitting the incident notification.
reporting-asks-x1 = Intermediate report: as the coordinator asks.
reporting-asks-x2 = Users: tell the impacted ones, and where appropriate all, in time. The law sets no hours. Where you do not, the coordinators may.
reporting-platform-counter = The platform's own counter shows 48 hours from the early warning, which is not this deadline.
reporting-measure-not-final = Whether a workaround, a partial measure or a staged one is already "available" is open; counting from the first measure is the safe reading.
reporting-measure-before-awareness = A measure was available before you became aware. The 14 days are counted from awareness; read literally they began earlier, so send the final report with the notification if you can.
reporting-month-from-warning = The early warning held everything, so the month is counted from its submission.

# --- periods, Regulation No 1182/71 ---
reporting-outer-hour = before { $end } ({ $zone })
reporting-outer-day = before the end of { $day } in { $zone }, that is before { $end }
reporting-weekday = { $weekday } { $day }
reporting-period-hours = The hour in which it happens is not counted; the period runs from the next full hour to the end of its last hour.
reporting-period-days = The day on which it happens is not counted; the period ends with the last hour of its last day.
reporting-period-month = A month ends with the last hour of the day with the same date, or of the month's last day where it has no such date.
reporting-period-counts = Saturdays, Sundays and public holidays count; a period in hours is never moved because of them.
reporting-period-two-working-days = A rule that longer periods hold two working days is not relied on for 72 hours.
reporting-period-moved = { $from } is a Saturday, a Sunday or a public holiday, so the period ends with the next working day, { $to }.
reporting-period-outer-first = The last day ends before plain arithmetic does ({ $strict }), because clocks or the end of a month come in between: work to the earlier one.
reporting-period-place = Holidays and civil time are those of { $state } ({ $zone }), where the notification is made. Regional holidays are not counted.
reporting-period-place-several = Holidays and civil time are those of { $state }, where the notification is made, at its coordinator's seat ({ $zone }); the State keeps other civil times as well. Regional holidays are not counted.
reporting-period-open = Neither this Regulation nor its guidance says whether Regulation No 1182/71 counts here, nor which civil time does.

# --- coordinator ---
reporting-coordinator = The coordinator designated by { $state }.
reporting-decisions = The main establishment is in { $state }: decisions on the products' cybersecurity are predominantly taken there.
reporting-decisions-lead = So the coordinator of { $state } is notified.
reporting-decisions-outside = Those decisions are predominantly taken in { $state }, outside the Union, so the Union establishments decide.
reporting-decisions-distributed = Those decisions are taken in several States and none predominates, so the Union establishment with the most employees decides.
reporting-group = Several companies of a group share the decisions; which of them is the manufacturer has to be settled first.
reporting-employees = The Union establishment with the most employees is in { $state }.
reporting-counts-open = Two States are level, or a count is missing.
    .hint = State the counts, so that one is the largest.
reporting-none-declared = `{ $fact }` names no Member State.
reporting-by-representative = The authorised representative for most of the products is in { $state }.
reporting-by-importer = The importer of most of the products is in { $state }.
reporting-by-distributor = The distributor of most of the products is in { $state }.
reporting-by-users = Most users are in { $state }.
reporting-coordinator-before = Users decide, and { $state } was notified first: later notifications may stay there.
reporting-other-coordinator = It was sent to the coordinator of { $used }, while Article 14(7) leads to { $state }. The clocks run on.

# --- content ---
reporting-content-member-states = Member States in which the product is known to have been made available
reporting-content-product = general information on the product
reporting-content-nature = general nature of the exploit and the vulnerability, or of the incident
reporting-content-taken = corrective or mitigating measures taken
reporting-content-for-users = corrective or mitigating measures users can take
reporting-content-sensitivity = how sensitive the information is considered
reporting-content-severity = description with the severity
reporting-content-impact = impact
reporting-content-actor = what is known of the malicious actor
reporting-content-update = the security update or other corrective measure in detail
reporting-content-suspected = whether unlawful or malicious acts are suspected
reporting-content-assessment = initial assessment
reporting-content-cause = type of threat, or likely root cause
reporting-content-mitigation = applied and ongoing mitigation
reporting-content-told = the vulnerability or incident, told to the users
reporting-users-how = Where appropriate, tell users in a structured, machine-readable form that is easy to process.
reporting-users-detail = The detail follows the risk: it may go to affected customers first, and to everyone once the matter is dealt with.
reporting-form-is-not-the-law = The platform calls the measures taken optional here; the law asks for them as far as they are known.
reporting-form-is-not-the-law-users = The platform calls the measures users can take optional here; the law asks for them as far as they are known.

# --- dissemination and delay ---
reporting-onward = The coordinator passes it on without delay to the coordinators of the Member States you name.
reporting-onward-only-here = You name only the coordinator's own State, so it need not be passed on.
reporting-delay-asked = A delay is the coordinator's exception, for reasons of cybersecurity and for as long as strictly necessary; asking for one decides nothing.
reporting-sensitivity-slip = The Article speaks of the sensitivity stated in the early warning.
reporting-enisa-has-it = Such a delay does not keep it from ENISA.
reporting-market-surveillance = The coordinators give the market surveillance authorities what these need.
reporting-public-after-fix = Once there is a fix, ENISA adds what is publicly known to the European vulnerability database, in agreement with you.
reporting-no-liability = Notifying does not by itself make you more liable.
reporting-platform-down = If the platform is down, submit as soon as it is back; writing to the CSIRT meanwhile does not replace that, and the clocks run on.
reporting-delay-mitigation = An effective mitigation is expected within 72 hours; if it does not come, the coordinator passes the notification on.
reporting-delay-exploit = The information is enough to build an exploit, until a mitigation is available.
reporting-delay-partial = The coordinator can share enough in parts, and the rest once a mitigation is available.
reporting-delay-intermediary = A coordinated disclosure with the CSIRT as trusted intermediary, until that is no longer needed and the parties agree.
reporting-delay-no-nature = The information itself gives no ground: its risks must outweigh its benefits, marking must not be enough, and one of four reasons must hold.
reporting-delay-recipient = A CSIRT that would receive it is compromised, or cannot protect it.
reporting-delay-no-recipient = No CSIRT that would receive it is compromised.
reporting-delay-platform = The reporting platform is compromised.
reporting-delay-no-platform = The reporting platform is not compromised.
reporting-exceptional-no-incident = Particularly exceptional circumstances exist for vulnerabilities only; for an incident they cannot be claimed.
reporting-exceptional-none = No particularly exceptional circumstances are stated.
reporting-exceptional-only-here = To the manufacturer's knowledge it is exploited in no other Member State than the coordinator's.
reporting-exceptional-interests = Passing it on would disclose what that State's essential interests protect.
reporting-exceptional-risk = Passing it on is itself an imminent high risk.
reporting-exceptional-stage = State it in the 72-hour notification: no other stage asks for it. ENISA then learns only that there is a notification, the product, the general nature of the exploit, and that this was claimed.
reporting-exceptional-too-late = It can be claimed only in the 72-hour notification, which has been submitted.

# --- contradictions ---
reporting-contradiction-distributed = the decisions are declared both to be taken predominantly in one State and to be taken in several without one
reporting-contradiction-established = no establishment in the Union is declared, and employees in the Union are
reporting-contradiction-somewhere = declared as exploited in this product, but nowhere
reporting-contradiction-exploitable = declared as exploited in this product, but not exploitable in it
reporting-contradiction-good-faith = declared as known from research in good faith only, but with a malicious actor
reporting-contradiction-component = a component is named, but the vulnerability is declared not to be in a component somebody else made
reporting-contradiction-assessed-before = the assessment is declared to begin before the first signal
reporting-contradiction-aware-before = awareness is declared before the first signal
reporting-contradiction-sent-before = something is declared to be submitted before the first signal
reporting-contradiction-skipped-warning = nothing comes before the early warning, so its information cannot have been given already
    .hint = Article 14(2)(a) and (4)(a): the early warning cannot be left out.
reporting-contradiction-exceptional = particularly exceptional circumstances can be claimed for vulnerabilities only
    .hint = Article 16(2), third subparagraph. For an incident, ask the coordinator for a delay instead.

# --- shown in the terminal ---
reporting-show = Reporting
reporting-show-judged = Article 14, judged at { $at }
reporting-show-mandatory = { $case }: must be notified
reporting-show-voluntary = { $case }: may be notified voluntarily
reporting-show-not-reportable = { $case }: not to be notified
reporting-show-undetermined = { $case }: cannot be decided yet; ask for { $missing }. If it must be notified:
reporting-show-running = { $stage } due { $due }, in { $left }
reporting-show-late = { $stage } late: was due { $due }, { $late } ago
reporting-show-met = { $stage } done at { $at }
reporting-show-met-late = { $stage } done at { $at }, { $late } late
reporting-show-not-started = { $stage }: clock not started, because { $because }
reporting-show-skippable = { $stage }: nothing more to hand in, because { $because }
reporting-show-owed = { $stage }: without delay since { $since }; the law sets no hours
reporting-show-there = there: { $there } ({ $zone })
reporting-show-outer = outer limit, no target: { $outer }
reporting-show-from-signal = Counted from the first signal, the 24 hours would end at { $at }.
reporting-show-coordinator = Goes to the coordinator of { $state }: { $name }
reporting-show-incidents-at = Incidents: { $at }
reporting-show-coordinator-open = Whose coordinator it goes to cannot be decided; ask for { $missing }
reporting-show-content = { $stage }: what it must say
reporting-show-given = declared
reporting-show-not-given = not declared
reporting-show-field-missing = The platform's form needs { $field }, { $what }.
reporting-show-field-too-long = The platform's form takes { $limit } characters for { $field }, { $what }; there are { $characters }.
reporting-show-ground-yes = Delay because of { $ground }: could apply
reporting-show-ground-no = Delay because of { $ground }: no
reporting-show-ground-open = Delay because of { $ground }: ask for { $missing }
reporting-show-onward = What happens to the notification
reporting-show-platform = The single reporting platform, as known on { $on }
reporting-show-clocks-vulnerability = Clocks of an actively exploited vulnerability
reporting-show-clocks-incident = Clocks of a severe incident
reporting-show-aware = aware at { $at }
reporting-show-no-coordinator = Name the coordinator's State (`--coordinator DE`) to see civil time and the outer limit.
reporting-stage-early-warning = Early warning
reporting-stage-notification = Notification
reporting-stage-final-report = Final report
reporting-stage-intermediate-report = Intermediate report
reporting-stage-users = Informing users
reporting-need-always = at least this
reporting-need-as-available = as available
reporting-need-where-applicable = where applicable
reporting-ground-nature = what the information is
reporting-ground-recipient = who would receive it
reporting-ground-platform = the platform
reporting-ground-exceptional = particularly exceptional circumstances

# --- the command line ---
reporting-cli-clocks = count the deadlines of Article 14 from a few instants
reporting-cli-stream = what happened
reporting-cli-aware = when you became aware, with its offset: 2026-09-14T22:10:00+02:00
reporting-cli-coordinator = the Member State whose coordinator you notify
reporting-cli-measure = when a corrective or mitigating measure became available
reporting-cli-early-warning = when the early warning was submitted
reporting-cli-notification = when the notification was submitted
reporting-cli-final-report = when the final report was submitted
reporting-cli-at = the instant to judge the clocks at [default: now]
reporting-cli-not-an-instant = write a day, a time and an offset, as 2026-09-14T22:10:00+02:00 or 2026-09-14T20:10:00Z
reporting-cli-not-a-member-state = write the two letters of a Member State, as DE
reporting-aware-in-the-future = awareness at { $aware } lies after the instant the clocks are judged at
    .hint = Check the date and the offset; nobody is aware of what is yet to come.
reporting-sent-before-aware = { $option } lies before awareness at { $aware }: both cannot be so
    .hint = Nothing can be notified before somebody is aware of it. Which of the two instants is right?
reporting-before-article-14 = Article 14 applies from { $from }: what was known before that day need not be notified (Commission guidance, point 217); these clocks are counted as if it had applied.
reporting-show-outer-review = legal review: The outer limit follows Regulation (EEC, Euratom) No 1182/71, whose text was not read here; whether it governs these periods is open.
