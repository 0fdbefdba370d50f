## What sources say of vulnerabilities, each for itself. A key begins with `claims-`; an attribute `.hint` says what the reader can do.

# What readers of records complain of.
claims-cve-version = `{ $version }` is no version of the CVE record format known here
    .hint = versions 5.0 to 5.2 are read; what later ones add is passed over
claims-cve-without-id = this record has no CVE identifier that can be read (`{ $id }`)
    .hint = `cveMetadata.cveId` is written as in `CVE-2026-12345`
claims-cve-state = `{ $state }` is no state of a CVE record: it is neither published nor rejected
    .hint = fetch the record again from its source
claims-euvd-other = this is no record of the European vulnerability database
    .hint = hand in what its interface answers: a record, a list or a page of a search
claims-euvd-without-id = `{ $id }` is no identifier of the EUVD
    .hint = it is written as in `EUVD-2026-12345`; the record is left out
claims-day-unreadable = `{ $day }` is no day that can be read
    .hint = the record is read without it
claims-eu-list-entry = the entry `{ $id }` of the EU's list lacks an identifier, a day or a catalogue that can be read (`{ $added }`)
    .hint = fetch the list again; an entry with an identifier counts whatever else it lacks
claims-vector-unreadable = no score can be computed from `{ $vector }` in `{ $id }`: by it the vulnerability counts as not rated
    .hint = look the severity up at the source; a vector is never guessed

# What one source says.
claims-published = { $source } published { $id } on { $on }.
claims-published-undated = { $source } published { $id }, without saying when.
claims-disputed = { $source } published { $id } on { $on } and says that it is disputed.
claims-disputed-undated = { $source } published { $id } and says that it is disputed.
claims-withdrawn = { $source } withdrew { $id } on { $on }.
claims-withdrawn-undated = { $source } withdrew { $id }, without saying when.
claims-rejected = { $id } was rejected by { $source } on { $on }.
claims-rejected-undated = { $id } was rejected by { $source }, without saying when.
claims-modified = { $source } last changed it on { $on }.
claims-scored = { $source } rates it { $score } ({ $vector }).
claims-rated = { $source } rates it `{ $rating }`.
claims-unscored = { $source } rates it by `{ $vector }`, which cannot be read: it counts as not rated.
claims-exploited = It is listed as exploited somewhere ({ $list }).
claims-exploited-since = It is listed as exploited somewhere since { $since } ({ $list }).
claims-ssvc = { $source } decided on { $on }: { $points }.
claims-ssvc-undated = { $source } decided: { $points }.
claims-weaknesses = Weaknesses: { $weaknesses }.
claims-not-for-everybody = What { $source } says of it is marked `{ $mark }`: pass it on only to whom that allows.
claims-tags = Marked as `{ $tags }`.

# What they say together.
claims-contradiction = Sources contradict each other: { $source } rejected { $id }, while { $others } still stand by it.
    .hint = Look at both, and record a decision: findings are made as long as one source stands by its claim.
claims-title = Vulnerability
claims-also-called = Also called { $aliases }.
claims-listed-alone = No record of the databases speaks of it: catalogues alone do.
claims-nobody-stands = Nobody stands by it any more: no finding is made of it.
claims-predicted = The probability that it is exploited within thirty days was scored at { $share } % (EPSS).
claims-found-here = It is known in the component { $component }.
claims-not-found-here = It is known in none of the product's components.
claims-nobody-speaks = no imported record speaks of `{ $asked }`
    .hint = import the records of its source with `proofmark db import`
claims-no-database = there is no vulnerability database to look `{ $asked }` up in
    .hint = `proofmark db import PATH` builds it; `--db` names another one

# The page of a finding.
claims-heading = What each source says
claims-heading-hint = Each source's own claim with its days. The worst rating among those that match decides the finding's; where none of them rates it, the worst of the others.
claims-column-record = Record
claims-column-state = State
claims-column-days = Days
claims-column-severity = Severity
claims-column-more = Also
claims-word-published = published
claims-word-disputed = disputed
claims-word-withdrawn = withdrawn
claims-word-rejected = rejected
claims-not-rated = not rated
claims-cannot-be-read = cannot be read
claims-day-published = published { $on }
claims-day-modified = changed { $on }
claims-day-ended = taken back { $on }
