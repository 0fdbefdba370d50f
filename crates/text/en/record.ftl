## What the record says: products and their files, releases, decisions, holds. A key begins with `record-`; an attribute `.hint` says what the reader can do.
record-unreadable = the kept { $kind } `{ $id }` cannot be read: { $error }
    .hint = run `proofmark ledger verify`; restore the last backup
record-no-name-left = every identification for the product “{ $name }” is taken by another product
    .hint = run `proofmark ledger verify`: this should not come about
record-decision-overruled = the decision on { $vulnerability } in { $component } that { $by } took is set aside: the dossier says otherwise, and the dossier holds
    .hint = take the decision out of the dossier, or take the kept one back
record-product-came = somebody else began the product “{ $product }” at the same moment
    .hint = try again
record-no-such-product = there is no product `{ $id }`
    .hint = the identification is the product's name as one word; the list of products shows it
record-no-such-release = there is no release `{ $version }` of this product
record-no-such-revision = the dossier of this product never was the one with SHA-256 { $digest }
record-no-such-decision = no decision is kept on { $vulnerability } in { $component }
record-no-such-hold = there is no hold `{ $name }`
    .hint = `proofmark hold list` shows those in force
record-job-unreadable = the job `{ $id }` cannot be read: { $error }
record-path-refused = nothing can be kept under the path `{ $path }`
    .hint = a path leads down from the dossier, with `/` between its steps, as in `documents/risk-assessment.md`
record-path-too-long = the path has more than { $most } bytes
record-file-too-large = `{ $path }` has more than { $most } MiB
    .hint = name large artefacts by digest instead
record-file-twice = `{ $path }` was handed in twice
record-too-many-files = the product would have more than { $most } files
record-too-many-artefacts = more than { $most } artefacts were handed in
record-too-many-statements = the VEX document makes more than { $most } statements
record-version-refused = a release's version has between one and { $most } bytes, no control characters and none that turn the direction of writing, and is neither “.” nor “..”
record-list-of-another = no component list came with the release { $version }, and the one that is kept belongs to another release
    .hint = Hand in the list of this release with it (`sbom`), even where it is the same.
record-dossier-of-another-operator = the dossier names the operator “{ $name }”, and it was handed in for “{ $own }”
    .hint = If the product is made by “{ $own }”, write `name = "{ $own }"` below `[operator]` in `proofmark.toml` and hand it in again. If “{ $name }” is an operator of its own, an administrator of the installation adds it on the page Operators (`/installation/operators`); then hand the dossier in there.
record-dossier-of-another-product = the dossier is about “{ $found }”, not about “{ $expected }”
    .hint = a product with another name is another product; hand the dossier in as a new one
record-key-added = `{ $path }` is new: `{ $is }`
record-key-removed = `{ $path }` is no longer stated; it was `{ $was }`
record-key-changed = `{ $path }` was `{ $was }`, is `{ $is }`
record-second-person-needed = a decision that dismisses a finding needs a second person
    .hint = propose it; somebody who may approve gives the second signature
record-second-person-same = whoever decides cannot be the second person too
    .hint = somebody else has to approve it
record-decision-count = a decision is on one finding at least, and on { $most } at most
record-decision-reason = a decision says why, in { $most } bytes at most
record-decision-risk = only the risk of what is `affected` can be accepted
record-decision-justification = only what is `not_affected` is justified with one of the words of VEX
record-decision-expired = the decision would have expired already
record-finding-not-open = { $vulnerability } in { $component } is no open finding of this product
    .hint = the list of findings names both as they are written here
record-hold-name = a hold has a name of { $most } bytes at most: a file number, a matter
record-hold-reason = a hold says why, in { $most } bytes at most
record-hold-there = there is a hold `{ $name }` already
record-kept-by-hold = the hold `{ $name }` keeps it: { $because }
    .hint = `proofmark hold release` lifts the hold
record-kept-by-law = the law keeps it up to and including { $on }
record-kept-unknown = how long the law keeps it cannot be said while this is not stated: { $missing }
    .hint = state it in the dossier
record-kept-by-another = another product still needs it
record-chain-broken = line { $index } changes a record that was not what the line says: { $record }
record-changed = a record was changed behind the ledger's back: { $record }
    .hint = restore the last backup; what it held can be read from the assessment or the line that made it
record-added = a record was added that no line of the ledger tells of: { $record }
record-removed = a record was removed that the ledger still holds: { $record }
    .hint = restore the last backup
record-components-changed = the component rows of { $product } { $release } are not the ones that were sealed: { $expected } rows were kept, { $found } are there
    .hint = assess the release again after the record was mended: its component list is still kept
record-findings-changed = the finding rows of { $product } { $release } are not the ones that were sealed: { $expected } rows were kept, { $found } are there
    .hint = restore the last backup: rows hold since when a finding is open
record-advisories-not-kept = the advisories `{ $name }` are not among the product's files
    .hint = hand them in with the dossier, or take them out of `advisories`
record-too-many-advisories = the dossier names more than { $most } advisories
    .hint = import them for the installation with `proofmark feeds import`
record-export-line = line { $index } of the ledger cannot be exported: it is not as a line is written
    .hint = run `proofmark ledger verify`; restore the last backup
record-export-document = the document { $digest } is named as kept and is not there
    .hint = run `proofmark ledger verify`; restore the last backup
record-import-missing = `{ $path }` is missing
    .hint = an export is only whole with every file that its manifest names
record-import-changed = `{ $path }` is not what the manifest says
    .hint = it was cut off or changed since the export was made
record-import-format = the export's format is { $found }; this program reads { $known }
record-import-unreadable = `{ $path }` cannot be read: { $error }
record-import-head = the ledger's root should be { $expected }, it is { $found }
record-import-kind = a record is of a kind this program does not know: `{ $kind }`
    .hint = use the Proofmark that made the export, or a newer one
record-import-stopped = the import was stopped: { $error }
record-import-not-empty = something is kept here already
    .hint = a record is taken into an empty store only; name another home or another database
record-cli-database = the database: `postgres://user:password@host/database`, or a file of SQLite's [default: `store.db` in the home; environment: PROOFMARK_DATABASE]
record-cli-blobs = where documents lie: `s3://bucket/prefix`, or a folder [default: `documents` in the home; environment: PROOFMARK_BLOBS]
record-cli-backup = back everything up, while others go on working, and verify what was written
record-cli-backup-dir = a folder, new or empty
record-cli-with-key = also the secret key the ledger is signed with: keep such a backup where nobody else can read it
record-cli-restore = restore a backup into an empty home, or an empty database, and prove it
record-cli-restore-dir = the folder of a backup
record-cli-key = the key the ledger must be signed with, as `proofmark ledger key` prints it [default: the one named in the folder]
record-cli-export = export the complete record as JSON and files, readable without Proofmark
record-cli-export-dir = a folder, new or empty
record-cli-import = import an export into an empty home, or an empty database, and prove it
record-cli-import-dir = the folder of an export
record-cli-doctor = look at everything the installation needs, and say how to mend what is not well
record-cli-doctor-full = also prove the whole ledger, every record, row and document
record-cli-purge = take away what neither law nor a hold keeps, and say of everything else why it stays
record-cli-purge-dry-run = only say what would go and what would stay
record-cli-operator = the operator's identification; not needed where there is only one
record-cli-product = the product's identification
record-cli-hold = holds: nothing they are on is purged
record-cli-hold-place = place a hold
record-cli-hold-release = release a hold
record-cli-hold-list = show the holds in force
record-cli-hold-name = what the hold is called: a file number, a matter
record-cli-hold-because = why
record-folder-not-empty = there is something in `{ $path }` already
    .hint = name a new folder: nothing is ever written over
record-import-too-long = `{ $path }` holds more than { $most } bytes where less was expected
record-import-other-key = another key lies at `{ $path }` than the one in the backup
    .hint = restore into a home that was not used yet
record-import-without-key = the ledger's key is not in the folder: copy it to `{ $path }` before anything else is kept
record-backup-without-key = the ledger's key is not in the backup: keep a copy of `{ $path }` elsewhere
record-key-unreadable = the key cannot be read
    .hint = `proofmark ledger key` prints it
record-which-operator = which operator is meant: { $operators }
    .hint = name it with `--operator`
record-no-operator = there is no operator yet, as nothing was kept here
    .hint = assess a release with `proofmark assess`: that keeps the operator its dossier names. Or add one in the window under *Settings*, *Operators*
record-hold-placed = placed the hold `{ $name }`
record-hold-released = released the hold `{ $name }`
record-hold-on-all = everything of the operator's
record-hold-placed-by = placed by { $by } at { $at }
record-no-holds = no hold is in force
record-exported = { $lines ->
        [one] one line of the ledger
       *[other] { $lines } lines of the ledger
    } and { $documents ->
        [one] one document
       *[other] { $documents } documents
    } were written and verified
record-purge-would = { $count ->
        [one] one document would go
       *[other] { $count } documents would go
    }
record-purge-did = { $count ->
        [one] one document went
       *[other] { $count } documents went
    }
record-purge-spared = { $count ->
        [one] one superseded document stays
       *[other] { $count } superseded documents stay
    }
record-verified = { $records } records and { $rows } rows are what the ledger says
record-doctor-home = `{ $path }`, { $with }
record-doctor-home-new = nothing was kept in `{ $path }` yet
record-doctor-permissions = nobody but the owner can look inside
record-doctor-permissions-unknown = who else can look inside cannot be told on this system
record-doctor-open = others on this machine can look at `{ $path }`
    .hint = `chmod go-rwx` takes that from them
record-doctor-disk = a file of { $room } MiB was written on trial and taken away again
record-doctor-disk-full = { $room } MiB more cannot be written: { $error }
    .hint = make room on the disk
record-doctor-key = { $key }
record-doctor-no-key = there is no key yet
    .hint = it is made when something is kept first
record-doctor-database = it can be reached, with the schema of this program
record-doctor-ledger = { $lines ->
        [one] one line
       *[other] { $lines } lines
    }, sealed, and still as sealed
record-doctor-unsealed = { $count ->
        [one] one line is not sealed yet
       *[other] { $count } lines are not sealed yet
    }
    .hint = the next command that keeps something seals them, and so does `proofmark serve`
record-doctor-documents = { $count ->
        [one] the one document the last lines name is there and whole
       *[other] the { $count } documents the last lines name are there and whole
    }
record-doctor-clock = not behind the last line
record-doctor-clock-behind = the clock is behind the last line, which was written at { $at }
    .hint = set the clock: deadlines are counted by it
record-doctor-jobs = none has failed, none waits too long
record-doctor-jobs-failed = { $count ->
        [one] one job has failed
       *[other] { $count } jobs have failed
    }
    .hint = the list of jobs says why; a person can have them tried again
record-doctor-jobs-stale = { $count ->
        [one] one job waits longer than it should
       *[other] { $count } jobs wait longer than they should
    }
    .hint = `proofmark serve` works on them
record-doctor-proved = { $records } records and { $rows } rows are what the ledger says
record-doctor-unproved = it could not be proved
record-doctor-well = all is well
record-doctor-ill = something is not well
record-doctor-every-document = { $count ->
        [one] one document is kept, and whole
       *[other] all { $count } documents that are kept are whole
    }
record-unapproved = the dossier dismisses { $vulnerability } in `{ $component }`, and no second person approved it
    .hint = propose the decision at the finding; once it is approved the dossier may say the same
record-last-seal-unreadable = what is remembered of the last checkpoint cannot be read: `{ $path }`
    .hint = bring the file back from a backup of `keys/`
record-checkpoint-gone = the checkpoint of { $size } lines was taken away: line { $index } was written after it was signed
    .hint = restore the last backup
record-last-checkpoint-gone = the checkpoint of { $size } lines was taken away: it is remembered beside the key, and the database does not have it
    .hint = restore the last backup; `keys/ledger.sealed` still holds it
record-unsealed-long = { $count ->
        [one] one line, { $from }, was never sealed
       *[other] { $count } lines, from { $from } on, were never sealed
    }, though the first of them was written at { $at }: no checkpoint was signed since, or the checkpoints were taken away
    .hint = `proofmark serve` seals each second, and so does every command that keeps something; if one did, restore the last backup
record-seal-lost = { $size } lines were sealed by this ledger's key, and the ledger does not have them as they were
    .hint = `proofmark ledger verify` says more; restore the last backup. If an older one was restored on purpose, move `keys/ledger.sealed` away
record-row-missing = the table `{ $table }` lacks a row that must be there: { $row }
    .hint = restore the last backup
record-row-added = the table `{ $table }` has a row that nothing accounts for: { $row }
    .hint = restore the last backup, or find out who added it
record-row-changed = a row of the table `{ $table }` was changed behind the ledger's back: { $row }; it differs in { $columns }
    .hint = restore the last backup
