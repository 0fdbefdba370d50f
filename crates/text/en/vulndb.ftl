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
