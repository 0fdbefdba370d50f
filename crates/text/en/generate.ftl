## What is said where a component list is generated from a tree of files. A key begins with `generate-`; an attribute `.hint` says
## what the reader can do.

# What of a tree was not read.
generate-too-deep = folders stand in each other more than { $most } deep here, and are not gone into further
generate-file-too-long = the file has { $bytes } bytes, and at most { $most } are read
generate-out-of-time = the time is up, and the rest of the tree was not looked at
    .hint = Give a smaller tree, or more time by `--time-limit-seconds`.
generate-too-many-files = there are more than { $most } files and folders, and the rest was not looked at
    .hint = Give a smaller tree.
generate-unreadable = the system does not let it be read: { $error }
generate-is-link = this is a link to `{ $to }`, which was not read: links are not followed
    .hint = Lay the file itself there, or generate from the folder it lies in.
generate-no-ordinary-file = this is a pipe, device or socket, which is not opened

# Lockfiles and manifests.
generate-malformed = this is not a `{ $format }` that can be read: { $why }
    .hint = Let the package manager write it anew.
generate-no-packages = no packages stand here
generate-too-many-bytes = more than { $most } bytes of lockfiles and manifests lie in this tree, and the rest is not read
generate-not-locked = no lockfile fixes which versions this manifest gets
    .hint = Let the package manager write its lockfile, and keep it beside the manifest.
generate-cargo-without-manifests = without the `Cargo.toml` of its packages it cannot be told what only development needs, so all is listed
    .hint = Generate from the folder the sources lie in.
generate-nothing-found = nothing here tells of a component
    .hint = Give the folder with the lockfiles, or a root file system. What is read is listed in docs/generate.md.
generate-no-version = the version of what the list is about is nowhere stated
    .hint = State it by `--version`.

# The command.
generate-cli = generate a component list from a source tree, what a build made of it, or a root file system; nothing is kept
generate-cli-path = the folder; no link in it is followed
generate-cli-output = where the list goes (CycloneDX 1.6 JSON); without it, to standard output
generate-cli-artefact = a file that is handed out, which the list names with its digest; may stand several times
generate-cli-name = what the list is about; otherwise the project in the root of the tree says so, or the folder's name
generate-cli-version = its version; otherwise the project in the root of the tree says so
generate-cli-exclude = a folder or file below the tree that is passed over; may stand several times
generate-cli-time-limit = for how many seconds the tree is looked at
generate-read = read { $path } ({ $format }): { $components } components
generate-told = { $subject }: { $components } components, { $top } of them at the top level

# Go and Python.
generate-go-without-module = it names no module
generate-go-before-pruning = a `go.mod` of before Go 1.17 names only what the module needs itself
    .hint = What these need in turn is missing here. Let `go mod tidy -go=1.17` write the file anew.
generate-not-pinned = no version of `{ $name }` is pinned, so it stands here without one
    .hint = Pin it by `==`, as `pip freeze` and `pip-compile` do.
generate-requirement-unread = `{ $line }` names no package that could be told by name
    .hint = Write it as `name @ address`.
generate-requirement-of-source = what `{ $line }` installs from its sources is not listed
    .hint = Its own lockfile or manifest tells what it is.
generate-metadata-without-name = name or version is missing

# Yarn and pnpm.
generate-line-unread = this line fits nowhere
generate-not-of-yarn = Yarn writes another first line, and versions
generate-newer = version { $version } of `{ $format }` is newer than what is known here
    .hint = It is read as the newest version known; check what was found.
generate-yaml-swells = it holds aliases, or brackets deep in each other

# Root file systems and programs.
generate-system-without-id = it names no distribution (`ID`)
generate-release-unknown = which release of which distribution these packages are of is not said
    .hint = Give the whole root file system, with `usr/lib/os-release`; advisories go by the release.
generate-go-build-info-cut = it is cut off
generate-included-not-there = `{ $by }` includes this file, and it is not there
generate-rpm-page = page { $page } of the database of rpm is not there, or written in a way that is not known here
    .hint = Let `rpm --rebuilddb` write it anew.
generate-rpm-broken = the database of rpm is cut off, or written in a way that is not known here
    .hint = Let `rpm --rebuilddb` write it anew.
generate-rpm-log = the log beside the database of rpm is not empty: what stands in it alone is not read
    .hint = Let `rpm -qa` run in the system once, or `sqlite3 rpmdb.sqlite 'PRAGMA wal_checkpoint'`, and generate again.

# .NET, PHP, Ruby, Maven and Gradle.
generate-without-element = there is no `{ $name }` in it
generate-without-section = there is no section `{ $name }` in it
generate-version-open = which version of `{ $name }` this gets is not said here, so it stands here without one
generate-parent-elsewhere = versions may be said by `{ $name }`, which is not in this tree
    .hint = Lay what `mvn dependency:tree -DoutputFile=dependency-tree.txt` writes beside the `pom.xml`.
generate-declared = what this asks for is listed as it asks for it; what those need in turn no file here says
    .hint = Keep the lockfile of the package manager beside it, or what it says it resolved. What is read is listed in docs/generate.md.

# C and C++, sources that lie in the tree, workspaces of Go.
generate-vendored-not-there = there is no folder `{ $path }` any more
generate-go-work-elsewhere = its module `{ $module }` does not lie in this tree
generate-go-work-replaces = it lets other modules take the place of what its modules ask for; these are listed as asked for
    .hint = Write the replacements into the `go.mod` of the modules.
