## What the room `vulndb` says. A key begins with `vulndb-`; an attribute `.hint` says what the reader can do.

# Why a component cannot be checked.
vulndb-no-purl = The component has no package URL, so no advisory can be looked up for it.
    .hint = Have the tool that writes the SBOM add a package URL, or state how the component was checked otherwise.
vulndb-purl-type-unknown = Package URLs of the type `{ $kind }` lead to no collection of advisories.
    .hint = State how the component was checked otherwise.
vulndb-distribution-missing = The package URL of the type `{ $kind }` does not name its distribution.
    .hint = Have the tool that writes the SBOM add the distribution as namespace, as in `pkg:deb/debian/curl`.
vulndb-distribution-unknown = No advisories are known for the distribution `{ $distribution }` (package URL type `{ $kind }`).
    .hint = State how the component was checked otherwise.
vulndb-ecosystem-not-covered = The database holds no advisories for `{ $ecosystem }`.
    .hint = Import the advisories of this ecosystem, then check again.
vulndb-release-not-covered = The database holds no advisories for `{ $ecosystem }` release `{ $release }`.
    .hint = Import the advisories of this release, then check again.
vulndb-release-untold = Advisories for `{ $ecosystem }` hold for one release each, and the package URL does not say which release the package belongs to.
    .hint = Have the tool that writes the SBOM add the qualifier `distro`, as in `distro=debian-12`.
vulndb-source-package-untold = Advisories for `{ $ecosystem }` go by source package, and the package URL does not say from which source `{ $name }` is built.
    .hint = Have the tool that writes the SBOM add the qualifier `upstream`, as in `upstream=openssl`.
vulndb-version-missing = The component has no version to compare with the affected versions of { $advisories }.
    .hint = State the version in the SBOM.
vulndb-version-unreadable = `{ $version }` is no version of `{ $ecosystem }` that can be compared with the affected versions of { $advisories }.
    .hint = Correct the version in the SBOM, or state how the component was checked otherwise.
vulndb-no-exact-order = The order of versions in `{ $ecosystem }` is not known exactly, so `{ $version }` cannot be compared with the affected ranges of { $advisories }.
    .hint = Compare the version with the ranges yourself and record the decision.
vulndb-range-undecidable = Whether version `{ $version }` is affected by { $advisories } cannot be said: no versions are named there that it could be compared with.
    .hint = Read the advisories and record the decision.
vulndb-index-damaged = The vulnerability database is damaged, so nothing can be said about the component.
    .hint = Verify the database, then build or fetch it again.

# Why a vulnerability database cannot be used or built.
vulndb-not-an-index = The file is not a vulnerability database.
    .hint = Build or fetch the database again.
vulndb-other-version = The vulnerability database has format version { $found }; this program reads version { $reads }.
    .hint = Build or fetch the database again with this version of the program.
vulndb-damaged = The vulnerability database is damaged ({ $part }).
    .hint = Build or fetch the database again.
vulndb-too-large = There are too many advisories for one database (more than { $limit } bytes or entries of one kind).
    .hint = Import fewer ecosystems.
vulndb-not-readable = The vulnerability database could not be read or written: { $reason }.

# Why an archive of advisories cannot be read.
vulndb-archive-unreadable = The archive cannot be read: { $reason }.
    .hint = Fetch the archive again.
vulndb-archive-entry-too-large = `{ $name }` in the archive is larger than { $limit } bytes.
    .hint = Raise the limit if the archive comes from where you expect it to.
vulndb-archive-too-large = The archive unpacks to more than { $limit } bytes.
    .hint = Raise the limit if the archive comes from where you expect it to.
vulndb-archive-too-many = The archive holds more than { $limit } entries.
    .hint = Raise the limit if the archive comes from where you expect it to.
vulndb-archive-bomb = `{ $name }` in the archive unpacks to more than { $limit } times its packed size.
    .hint = No collection of advisories packs so well; do not use this archive.
vulndb-archive-path = `{ $name }` in the archive leads out of it.
    .hint = No collection of advisories holds such names; do not use this archive.

# What is wrong with a range of versions (VERS).
vulndb-vers-form = This is no range of versions: one begins with `vers:`, a type and a slash.
    .hint = Write it like `vers:npm/>=1.0.0|<2.0.0`.
vulndb-vers-too-long = The range of versions is longer than { $limit } bytes.
    .hint = Split it into several ranges.
vulndb-vers-too-many = The range of versions has more than { $limit } constraints.
    .hint = Split it into several ranges.
vulndb-vers-whitespace = A range of versions holds no blanks and no control characters.
    .hint = Leave them out; a blank inside a version is written `%20`.
vulndb-vers-type = `{ $kind }` is no type of a range of versions.
    .hint = A type begins with a letter and has letters, digits, dots and hyphens, as in `vers:npm/1.0.0`.
vulndb-vers-type-invalid = The type `invalid` marks a range that is meant to be wrong.
    .hint = Name the type of the package, as in its package URL.
vulndb-vers-type-case = The type `{ $kind }` is written in lower case: `{ $lower }`.
    .hint = Write it in lower case.
vulndb-vers-type-unknown = The order of versions of the type `{ $kind }` is not known, so only the same version can be told.
    .hint = Name a type that package URLs use, if one of them is meant.
vulndb-vers-asterisk-only = A range of the type `{ $kind }` is written `vers:{ $kind }/*` and in no other way.
    .hint = Write an asterisk alone, or name the type of the package.
vulndb-vers-asterisk-alone = The asterisk stands for every version and cannot stand beside other constraints.
    .hint = Leave out the asterisk or everything else.
vulndb-vers-empty = The range of versions has no constraint.
    .hint = Write one behind the slash, or `*` for every version.
vulndb-vers-pipe = Between two bars, or beside one at the edge, there is no constraint.
    .hint = Leave out the bar, or add the constraint.
vulndb-vers-version-missing = No version follows `{ $comparator }`.
    .hint = Write the version directly behind it.
vulndb-vers-sign = `{ $sign }` is no part of a version, and here it is no comparator either.
    .hint = Equality is written without a sign; inside a version the character is percent-encoded.
vulndb-vers-percent = A percent sign is followed by two hexadecimal digits.
    .hint = Write `%25` for the percent sign itself.
vulndb-vers-percent-case = Percent-encoding is written with upper-case letters.
    .hint = Write the two digits in upper case, as in `%2B`.
vulndb-vers-unprintable = A version holds printable ASCII characters only.
    .hint = Correct the version.
vulndb-vers-datetime-colon = The colons of an instant are not percent-encoded.
    .hint = Write it like `2026-09-11T00:00:00Z`.
vulndb-vers-unreadable = `{ $version }` has no place in the order of versions of the type `{ $kind }`.
    .hint = Correct the version, or name the type it belongs to.
vulndb-vers-unsorted = `{ $version }` stands behind a later version.
    .hint = Sort the constraints by version.
vulndb-vers-duplicate = `{ $version }` is the same version as the one before it.
    .hint = Name each version once.
vulndb-vers-needless = The constraint with `{ $version }` cannot follow the one before it: one of the two adds nothing.
    .hint = Leave out the one that adds nothing; lower and upper bounds take turns.

# Scanning a component list.
vulndb-cli-scan = look up what is known of the components of an SBOM or lockfile; nothing is kept
vulndb-cli-scan-file = the component list: CycloneDX or SPDX, SPDX as tag-value or as an archive of documents, `Cargo.lock`, `package-lock.json`, or what Yocto, Buildroot, OpenWrt or west write of an image
vulndb-cli-scan-all = show every finding and every component that could not be checked
vulndb-scan-asked = asked: { $database }, newest record of { $as_of }

# What advisories tell that is no vulnerability
vulndb-told-unmaintained = { $component } is no longer maintained, says { $advisory }. That is no known vulnerability.
vulndb-told-notice = { $advisory } gives notice of { $component }. That is no known vulnerability.
