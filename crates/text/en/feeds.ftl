## What is said of feeds: how they are fetched, checked, kept and carried. A key begins with `feeds-`.

# The command line.
feeds-cli = feeds of vulnerability data: fetch, import, export, and the database made of them
feeds-cli-sync = bring the copies of feeds up to date, and build the database anew from them
feeds-cli-only = only this feed (repeat); without it, every feed of which a copy is held
feeds-cli-all = every feed there is, held or not
feeds-cli-mirror = fetch this feed from the folder at this address instead, now and from now on; `FEED=` takes it back (repeat)
feeds-cli-accept-shrunk = take a copy although it has fewer records than it should have
feeds-cli-import = take a signed bundle, or files of advisories in the place of those imported before, into the home, and build the database anew
feeds-cli-import-path = a bundle made by `feeds export`; or directories, ZIP or tar archives (plain or gzipped) or single files of OSV records, of which a catalogue of known exploited vulnerabilities and EPSS scores are recognised
feeds-cli-key = believe a bundle signed by this key, now and from now on: the line `ledger key` prints where it was made, or a file that holds it
feeds-cli-older = take copies although they are older than those that are held
feeds-cli-export = write the copies of feeds into one signed file, for an installation that fetches nothing
feeds-cli-export-file = where the bundle goes
feeds-cli-export-only = only this feed (repeat)
feeds-cli-status = say what the database holds, how old each feed is, and what must be looked after
feeds-cli-list = list every feed there is, with its publisher and licence
feeds-cli-serve = Keep the copies of feeds that are held up to date, each in its rhythm. Without it nothing is fetched unasked

# What cannot be meant.
feeds-unknown = there is no feed `{ $feed }`
    .hint = `proofmark feeds list` names all of them
feeds-mirror-form = a mirror is written as FEED=URL
feeds-mirror-idle = a mirror is named for `{ $feed }`, which is not asked for
    .hint = name the feed with `--only` too
feeds-none-held = no copy of any feed is held here yet, so there is nothing to bring up to date
    .hint = name feeds with `--only`, or take `--all`; `proofmark feeds list` names all of them
feeds-busy = another process changes the copies of feeds just now
    .hint = wait until it has ended
feeds-earlier-import = What was imported into the database earlier is not among the copies, and goes when the database is built anew. Import those files once more with `proofmark feeds import`.
feeds-import-replaced = what was imported by hand before ({ $before ->
    [one] one record
   *[other] { $before } records
 }) is gone: { $records ->
    [one] one record stands
   *[other] { $records } records stand
 } in its place
    .hint = Name everything that is to count in one `feeds import`; what feeds fetched stays beside it.
feeds-state-damaged = `{ $path }` cannot be read: { $error }
    .hint = take the folder it lies in away and fetch or import the feed anew
feeds-no-copy = no copy of `{ $feed }` is held here
    .hint = fetch it with `proofmark feeds sync --only { $feed }`
feeds-nothing-to-export = no copy of any feed is held here, so there is nothing to export
    .hint = fetch feeds with `proofmark feeds sync`; what was imported by hand is not exported

# What is wrong with what was fetched.
feeds-other-length = { $origin } sent another number of bytes than it said
feeds-stopped = fetching was stopped
feeds-unfit = what was fetched is not what this feed publishes
feeds-list-too-long = the list of changes is longer than { $bytes } bytes
feeds-list-cut = the list of changes ends in the midst of a line
feeds-list-line = `{ $line }` is no line of a time and an identifier
feeds-list-too-many = the list of changes names more than { $most } records
feeds-unreadable = { $count ->
    [one] one record cannot be read
   *[other] { $count } records cannot be read
 }, more than this feed may have: { $first }
feeds-empty = it holds not one record
feeds-shrunk = it has { $records } records and had { $before }; fewer than { $least } are not taken without a word
    .hint = look whether the publisher says why; `--accept-shrunk` takes it
feeds-short = it has { $records } records; a first copy of this feed has { $least } at least
    .hint = if it is meant to hold only a part, `--accept-shrunk` takes it
feeds-incomplete = the archive lacks { $missing } of the { $listed } records that are listed
feeds-page-too-long = the page has more than { $most } records
feeds-window-too-long = { $count } records were updated around { $day }; more than { $most } are not read in one go
feeds-window-moves = what was updated from { $from } to { $until } changed each of the { $tries } times it was read
    .hint = ask again later; what was read before it waits here
feeds-search-lacks = the windows of the search lack { $missing } of the { $listed } records there are in all
feeds-other-record = what lies at the place of `{ $id }` is not that record
feeds-archive-damaged = `{ $path }` is damaged: { $error }

# Bundles.
feeds-bundle-unsigned = the bundle cannot be signed: { $error }
feeds-bundle-unreadable = this is no bundle of feeds: { $error }
feeds-bundle-unknown = the bundle is signed, but by no key that is believed here: { $error }
    .hint = ask whoever made it for the line `proofmark ledger key` prints there, and name it with `--key`
feeds-bundle-forged = the bundle's signature is not genuine: { $error }
    .hint = do not use it; have it made and carried here once more
feeds-bundle-format = the bundle is of form { $found }; this program knows form { $known }
    .hint = take a newer program
feeds-bundle-older = the bundle's copy of `{ $feed }` is of { $at }; the one that is held is of { $held }
    .hint = `--older` takes it all the same
feeds-bundle-torn = the bundle cannot be read to its end: { $error }
feeds-bundle-stranger = the bundle holds `{ $name }`, which its manifest does not name
feeds-bundle-changed = `{ $name }` in the bundle is not as its manifest says
feeds-bundle-missing = the bundle lacks `{ $name }`, which its manifest names
feeds-bundle-alone = a bundle is imported by itself, not together with other files
feeds-bundle-key = Verified by the key
feeds-imported = { $copies ->
    [one] one copy was taken
   *[other] { $copies } copies were taken
 } from a bundle made at { $made }

# How far it is, and what came of it.
feeds-progress-bytes = { $feed }: { $mebibytes } MiB
feeds-progress-records = { $feed }: { $count } records read
feeds-progress-changed = { $feed }: changed record { $done } of { $of }
feeds-unchanged = up to date, { $count ->
    [one] one record
   *[other] { $count } records
 }
feeds-changed = { $count ->
    [one] one record
   *[other] { $count } records
 }, { $before } before
feeds-hindered = not fetched; the copy is the one before
feeds-refused = refused; the copy is the one before
feeds-waiting = not asked: its server wants to be left alone until { $at }
feeds-not-before = it is not asked again before { $at }
feeds-rebuilt = the database was built anew
feeds-left-out = { $count ->
    [one] one record of the copies could not be read and is left out
   *[other] { $count } records of the copies could not be read and are left out
 }
feeds-records = { $count ->
    [one] one record
   *[other] { $count } records
 }
feeds-publisher-licence = { $publisher }; { $licence }

# How copies stand.
feeds-heading = Feeds
feeds-alarm-stale = it is out of date: for { $hours } hours nobody found it to be what is published
feeds-alarm-never = it was asked for and never came
feeds-alarm-shrunk = what is published now has too few records; the copy is the one before
feeds-alarm-refused = what is published now cannot be used; the copy is the one before
feeds-alarm-short = it has fewer than the { $expected } records it should have
feeds-some-alarmed = { $count ->
    [one] One feed must be looked after: what is known may be out of date or incomplete.
   *[other] { $count } feeds must be looked after: what is known may be out of date or incomplete.
 }
feeds-column-feed = Feed
feeds-column-state = State
feeds-column-checked = Last success
feeds-column-licence = Licence
feeds-fine = up to date
feeds-word-stale = out of date
feeds-word-shrunk = shrank
feeds-word-refused = refused
feeds-word-short = too few records
feeds-before = { $count } before
feeds-every = every { $hours ->
    [one] hour
   *[other] { $hours } hours
 }
