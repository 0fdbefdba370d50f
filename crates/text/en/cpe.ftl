## What is said of CPE names, of the records that speak of products by them, and of how sure a match is. A key begins with `cpe-`;
## an attribute `.hint` says what the reader can do.

# What is wrong with a name, and where.
cpe-unreadable = `{ $cpe }` is no CPE name: { $why }
    .hint = A name looks like `cpe:2.3:a:haxx:curl:8.4.0:*:*:*:*:*:*:*`, or `cpe:/a:haxx:curl:8.4.0`. Correct it where the document is made.
cpe-fault-beginning = it begins neither with `cpe:2.3:` nor with `cpe:/`.
cpe-fault-length = it is longer than { $most } bytes.
cpe-fault-attributes = it has { $found } attributes; a formatted string has eleven, a URI seven at most.
cpe-fault-part = the part, at column { $column }, is none of `a`, `o` and `h`.
cpe-fault-empty = `{ $attribute }`, at column { $column }, is empty; `*` would say that anything fits.
cpe-fault-character = `{ $attribute }` has a character at column { $column } that no name can have.
cpe-fault-wildcard = `{ $attribute }` has a wildcard at column { $column }; they stand at the beginning or the end, and a `\` before one makes it an ordinary character.
cpe-fault-hyphen = `{ $attribute }`, at column { $column }, is a quoted hyphen alone.
cpe-fault-escape = `{ $attribute }` ends at column { $column } in a `\` that quotes nothing.
cpe-fault-percent = `{ $attribute }` has a percent sign at column { $column } that encodes no character.
cpe-fault-packed = the edition, at column { $column }, has { $found } parts behind tildes and not five.

# What is no page of the National Vulnerability Database.
cpe-nvd-other = this is not the JSON of the National Vulnerability Database
    .hint = Hand in pages of its API or its yearly files, version 2.0.
cpe-nvd-version = version `{ $version }` of the National Vulnerability Database's JSON is not read
    .hint = Fetch version 2.0; the files of version 1.1 are no longer made.
cpe-nvd-without-id = this record has no `id` and is left out
cpe-kind-nvd = a page of the National Vulnerability Database

# Why a component cannot be checked.
cpe-no-data = The component has a CPE name but no package URL, and the database holds no records with CPE names.
    .hint = Import the files of the National Vulnerability Database, then check again.
cpe-stated-unreadable = The component's CPE name `{ $cpe }` cannot be read: { $why }
    .hint = Correct the name in the SBOM, or state how the component was checked otherwise.
cpe-vendor-or-product-open = The component's CPE name `{ $cpe }` leaves its vendor or product open, so no record can be said to speak of it.
    .hint = Have the tool that writes the SBOM name vendor and product, or state how the component was checked otherwise.
cpe-product-unknown = No record in the database speaks of the product `{ $cpe }`. Perhaps nothing is known about it; perhaps records call it otherwise.
    .hint = Look the product up in the CPE dictionary, and correct the SBOM or state how the component was checked otherwise.
cpe-version-missing = The component has no version to compare with the affected versions of { $advisories }.
    .hint = State the version in the SBOM.
cpe-version-unreadable = The component's version cannot be compared with the affected versions of { $advisories }.
    .hint = Correct the version in the SBOM, or read the records and state how the component was checked otherwise.
cpe-name-of-several = The component's CPE name has wildcards, so whether it is affected by { $advisories } cannot be said.
    .hint = Have the tool that writes the SBOM name one product in one version.
cpe-bounds-unreadable = The affected versions of { $advisories } cannot be compared with others.
    .hint = Read the records and state how the component was checked otherwise.
cpe-needs-platform = Whether it is affected by { $advisories } cannot be said: that takes one of { $platforms } beside it, which the SBOM does not name.
    .hint = List the platform in the SBOM with its CPE name if the product has it, or state how the component was checked otherwise.
cpe-needs-something = Whether it is affected by { $advisories } cannot be said: the records ask for something beside it that they do not name readably.
    .hint = Read the records and state how the component was checked otherwise.
cpe-commits-undecided = Whether the component's commit or tag is affected by { $advisories } cannot be said: the records name other commits, and which come before which is not known here.
    .hint = Name the repository's history in the dossier (`[[release.repositories]]`), whole and with its tags, or look the commits up and state how the component was checked otherwise.
cpe-repository-unknown = No record in the database speaks of the repository `{ $repository }` or of this commit. Perhaps nothing is known about it; perhaps records call it otherwise.
    .hint = Give the component the package URL or CPE name records know it by, or state how it was checked otherwise.
cpe-and-also = { $first } { $also }

# By what a component was found, and how sure that is.
cpe-by-range = CPE name, version in range
cpe-by-exact-name = CPE name, exact version
cpe-by-name-alone = name and version alone
cpe-by-commit = repository and commit or tag
cpe-by-digest = digest of the file
cpe-by-hardware = CPE name of the hardware its firmware runs on
cpe-confidence = How sure
cpe-certain = certain
cpe-likely = likely
cpe-weak = weak
cpe-finding-likely = likely: found by its CPE name
cpe-finding-package = likely: found by its package's name
cpe-finding-digest = likely: found by a digest of its file that others could be made to fit
cpe-finding-commit = { $sure }: found by repository and commit or tag `{ $at }`, affected there `{ $range }`
cpe-beside = only on certain hardware: on `{ $soc }`, the system on a chip the dossier states
cpe-finding-weak = weak: only the name is the same, or the record is particular where the component says nothing

# What is no history of a repository.
cpe-history-line = `{ $line }` is neither a commit with its parents nor a tag, nor says whether the clone is shallow
    .hint = Write the file with `git rev-list --parents --all` and add to it what `git show-ref --tags -d` and `git rev-parse --is-shallow-repository` write.
cpe-history-contradicts = `{ $line }` contradicts another line of this history
    .hint = Write the file anew from one whole clone; what was written from two does not fit together.
cpe-history-circle = the commit `{ $commit }` comes before itself
    .hint = No repository has such a history; write the file anew.
cpe-history-shallow = this history is that of a shallow clone: where it was cut off its commits stand as if they had no parents
    .hint = Fetch the whole history (`git fetch --unshallow`) and write the file again; what it has lost cannot be said until then.
cpe-history-unstated = this history has { $count } commits without parents, and nothing in it says whether it was cut off there
    .hint = Add what `git rev-parse --is-shallow-repository` writes; until then only what it shows is said, and what it does not show stays open.
cpe-history-twice = the history of the repository `{ $address }` is named twice, the first time as `{ $first }`
    .hint = Leave one of them: all addresses of a repository are one.
# What a history alone closed. The records stand with the beginnings of commits.
cpe-history-fixed = By the history `{ $file }` (SHA-256 { $digest }…) { $count ->
        [one] one record does
       *[other] { $count } records do
    } not affect `{ $component }`: the fix comes before its commit `{ $commit }`. { $records }
cpe-history-not-begun = By the history `{ $file }` (SHA-256 { $digest }…) { $count ->
        [one] one record does
       *[other] { $count } records do
    } not affect `{ $component }`: what brought the vulnerability in does not come before its commit `{ $commit }`, or a limit of the record does. { $records }
cpe-history-empty = this file names no commit
    .hint = Write it with `git rev-list --parents --all` in a whole clone of the repository.
cpe-history-too-many = this history is longer than is read; no more than { $most } commits are
    .hint = Leave branches out that no component was made from.
cpe-history-cut = this history was cut off: it names parents that are not in it
    .hint = Fetch the whole history (`git fetch --unshallow`) and write the file again; what it has lost cannot be said until then.
cpe-history-missing = the history `{ $path }` is not there
    .hint = Write it with `git rev-list --parents --all`, or take the entry out.
cpe-history-address = `{ $address }` is no address of a repository
    .hint = Name it as `https://host/path`, as advisories and the SBOM do.

# Versions and ranges of them, compared on the command line.
cpe-versions-cli = compare versions, and hold them against ranges
cpe-versions-cli-compare = say how two versions stand to each other
cpe-versions-cli-test = say which versions a range holds
cpe-versions-cli-type = the type whose order counts: npm, pypi, maven, nuget, gem, golang, cargo, composer, deb, rpm, apk, …
cpe-versions-cli-one = a version
cpe-versions-cli-other = the version it is compared with
cpe-versions-cli-is = ask whether the first is before (lt), not after (le), the same as (eq), another than (ne), not before (ge) or after (gt) the second; the exit code answers
cpe-versions-cli-range = `vers:npm/>=1.0.0|<2.0.0`; with --type the notation of the package manager, `^1.2`, `[1.0,2.0)`
cpe-versions-cli-versions = the versions to hold against it
cpe-versions-cli-native = the package manager whose notation the range is in
cpe-versions-type = `{ $kind }` is no type whose versions have an order here
    .hint = Name a type of package URL: npm, pypi, maven, nuget, gem, golang, cargo, composer, deb, rpm, apk.
cpe-versions-version = the version `{ $version }` has no place in the order of this type
    .hint = Write it as the package manager does, without blanks.
cpe-versions-part = `{ $part }` is no part of a range in this notation
    .hint = Write it as the package manager does, or as `vers:type/>=1.0|<2.0`.
cpe-versions-recommends = `{ $version }` alone recommends a version and bounds nothing
    .hint = Write `[{ $version }]` for this version alone, or `[{ $version },)` for it and all later ones.
cpe-versions-backwards = the range ends at `{ $to }`, before it begins at `{ $from }`
    .hint = Write the earlier version first.
cpe-versions-unordered = No order is known for versions of the type `{ $kind }`: only the very same version is recognised.
cpe-versions-too-long = this range is longer than is read; { $most } bytes are
    .hint = Hand it in in parts.
cpe-versions-unsaid = How { $version } and { $other } stand to each other cannot be said.
cpe-versions-inside = { $version }: inside
cpe-versions-outside = { $version }: outside
cpe-versions-undecided = { $version }: cannot be said
