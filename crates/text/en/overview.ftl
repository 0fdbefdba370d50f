# What needs somebody today.

# Routes
overview-route-cases = Cases that dossiers declare, those that press most first.
overview-route-case = A case with its clocks, what was submitted and what is missing.

# Figures
overview-figure-clocks-late = { $count ->
    [one] clock overdue
   *[other] clocks overdue
}
overview-figure-clocks-running = { $count ->
    [one] clock running
   *[other] clocks running
}
overview-figure-late-next = { $count ->
    [one] obligation late; the next binds on { $on }
   *[other] obligations late; the next binds on { $on }
}
overview-figure-support-ended = { $count ->
    [one] support period ended
   *[other] support periods ended
}
overview-figure-support-ending = { $count ->
    [one] support period ends within 12 months
   *[other] support periods end within 12 months
}
overview-figure-failed-jobs = { $count ->
    [one] job failed
   *[other] jobs failed
}

# What a list is filtered by
overview-filter-needs = Needs
overview-need-triage = a finding to triage
overview-need-late = an obligation that is late
overview-need-clock = a running clock
overview-need-support-ending = support that ends within 12 months
overview-need-support-ended = support that has ended
overview-need-assessment = a first assessment
overview-need-assess-again = to be assessed again

# Notices
overview-assess-again = { $count ->
    [one] a product was assessed before its cases, days and annexes were kept, so they are not counted here
   *[other] { $count } products were assessed before their cases, days and annexes were kept, so they are not counted here
}
    .hint = assess them again; the nightly rescan does so too
overview-no-database = there is no vulnerability database: all that is known about components is what the advisories beside the dossiers say
    .hint = import one with `proofmark feeds import`; the page Feeds shows how
overview-stale-feeds = { $count ->
    [one] A source of vulnerability data is stale
   *[other] { $count } sources of vulnerability data are stale
}
overview-newest = newest record { $at }
overview-no-records = no records
overview-stale-means = A source is stale when its newest record is older than { $days } days. Import newer data, and check why it stopped coming.

# Cases
overview-place-cases = Cases
overview-cases-lead = Vulnerabilities and incidents that dossiers declare, with the clocks of Article 14.
overview-no-cases = No case is declared
    .hint = a case is declared in the dossier of its product, under `[[cases]]`; hand the dossier in again, and its clocks run here
overview-how-declared = How a case is declared
overview-clocks-command = In a hurry, before anything is declared, the command line tells the deadlines:
overview-cases-open = waiting for somebody
overview-cases-quiet = waiting for nobody
overview-clocks = Clocks running
overview-all-cases = All open cases
overview-more-clocks = { $count ->
    [one] One more clock runs.
   *[other] { $count } more clocks run.
}
overview-column-case = Case
overview-column-duty = Notification
overview-column-awareness = Awareness
overview-column-submitted = Submitted
overview-column-due = Due
overview-column-stage = Stage
overview-column-from = From
overview-nothing-submitted = nothing yet
overview-stream-vulnerability = vulnerability
overview-stream-incident = incident
overview-stream-near-miss = near miss
overview-stream-cyber-threat = cyber threat
overview-duty-mandatory = mandatory
overview-duty-voluntary = voluntary
overview-duty-not-reportable = not to be notified
overview-duty-undetermined = cannot be said yet
overview-awareness-no-signal = no signal yet
overview-awareness-not-assessed = a signal nobody has begun to assess
overview-awareness-under-assessment = under assessment
overview-awareness-aware = aware since { $at }
overview-awareness-undetermined = not settled; reckoned from { $at } to be safe
overview-clock-met = submitted { $at }
overview-clock-met-late = submitted late, { $at }
overview-clock-given-before = given with an earlier stage
overview-clock-without-delay = owed without delay
overview-clock-not-started = not started
overview-clock-late = overdue by { $time }
overview-clock-left = { $time } left
overview-minutes = { $minutes } min
overview-hours = { $hours } h { $minutes } min
overview-days = { $days } d { $hours } h

# One case
overview-clocks-of-case = Clocks
overview-as-of = as of { $at }
overview-no-clocks = No clock runs: the notification is not mandatory.
overview-awareness = When the operator became aware
overview-ruling-stands = stands
overview-ruled-by = ruled by { $by }
overview-confirmed-by = confirmed by { $by }
overview-content-of = What is asked for: { $stage }
overview-content-given = { $given } of { $all } given
overview-given = given
overview-missing = missing
overview-why = Whether and to whom it is notified
overview-case-not-judged = the case cannot be judged as it is now
    .hint = what is shown is what the last assessment saw; open the product to see what is wrong with its dossier
overview-declared-in = Where it is declared
overview-change-in-dossier = What is known of a case, when somebody became aware and what was submitted is written in the dossier. Change it there and hand it in again.

# Pictures
overview-readiness = Readiness by annex
overview-part-annex-i-i = Annex I, Part I: properties
overview-part-annex-i-ii = Annex I, Part II: vulnerabilities
overview-part-annex-ii = Annex II: user information
overview-part-annex-v-vi = Annexes V and VI: declaration
overview-part-annex-vii = Annex VII: documentation
overview-part-reporting = Article 14: reporting
overview-part-articles = other articles
overview-nothing-to-draw = Nothing to draw yet: assess a product.
overview-ages = Age of open findings
overview-all-findings = All open findings
overview-column-age = Open for
overview-age-this-week = this week
overview-age-weeks = { $from } to { $to } weeks
overview-age-older = { $from } weeks or longer
overview-ages-note = Findings of every release kept, in whole weeks that begin on Monday, rated by their scores.
overview-over-time = Findings over time
overview-open-at-end = Open at the week's end
overview-opened = First found
overview-closed = No longer found
overview-column-week = Week from
overview-open-alternative = Open findings from { $from } to { $to }: { $first } at first, { $last } now. The numbers stand in the table below.
overview-moved-alternative = Each week's findings: { $came } first found and { $went } no longer found in all. The numbers stand in the table below.
overview-numbers = The numbers
overview-over-time-note = Findings of every release kept. No longer found: the component went, or no source lists it any more; that alone proves no fix.
overview-support-periods = Support periods that end first
overview-all-by-support-end = All by end of support
overview-column-floor = Earliest end by law
overview-no-support-periods = No product that was assessed declares when its support ends.
overview-support-over = Ended
overview-support-short = Shorter than the law allows
overview-today = today, { $on }
overview-floor = earliest end by law

# What is known, and what nobody asked
overview-none-known = none known
overview-none-known-of-checked = { $count ->
    [one] none known; one component could not be checked
   *[other] none known; { $count } components could not be checked
}
overview-none-open-anywhere = No finding is open in the releases that could be checked.
overview-unasked-no-list = no component list: nothing was checked
overview-unasked-no-data = no vulnerability database: nothing was checked
overview-unasked-no-catalogue = not asked: no catalogue of exploited vulnerabilities was there
overview-unasked-not-kept = not known here until it is assessed again
overview-not-listed-as-exploited = not listed as exploited
overview-not-known = not known
overview-no-catalogue = there is no catalogue of exploited vulnerabilities: that nothing is listed as exploited says nothing
    .hint = import `known_exploited_vulnerabilities.json` with `proofmark feeds import`; the page Feeds shows how
overview-no-likelihood = no probability of exploitation (EPSS) is known for these findings: they are in no useful order
    .hint = put the severest first instead
overview-figure-unchecked = { $count ->
    [one] component not checked
   *[other] components not checked
}
overview-standing-undecided = undecided
overview-standing-undecided-line = undecided:
overview-undecided-count = { $count } undecided

# Refusals
overview-refused-sign-in = Sign in first
overview-refused-changed = It stands otherwise now
overview-refused-unreadable = It could not be read
overview-refused-not-now = Not possible just now
overview-refused-back = Back to the page above
overview-refused-at = Where:

# A product and its pages
overview-route-obligations = How each obligation of a product stands, and what shows it or is missing.
overview-product-views = Pages of this product
overview-on-this-page = On this page
overview-all-revisions = All { $count } revisions
overview-files-kept = { $count ->
    [one] One file is kept
   *[other] { $count } files are kept
}
overview-in-releases = in { $count } releases
overview-one-decision = A decision is kept for the finding in its product: it holds for every release its row names.
