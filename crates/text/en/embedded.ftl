## What is said of devices: of the Linux kernel, of the files and commits it was built from, and of what follows from them. A key begins with
## `embedded-`; an attribute `.hint` says what the reader can do.

# What follows for a finding from the release's facts.
embedded-not-compiled = None of the source files the record names ({ $files }) is compiled into the release's kernel, as { $evidence } shows.
embedded-options-off = The source files the record names ({ $files }) are only compiled with { $options }, which the release's kernel is built without, as { $evidence } show.
embedded-fix-in-tree = The fix is in the kernel's tree: commit { $commit } is listed in { $evidence }.
embedded-fix-carried = The fix is in the kernel's tree: commit { $by } was taken from { $commit }, as { $evidence } shows.
embedded-compiled = Of the source files the record names, { $files } is compiled into the release's kernel, as { $evidence } shows.
embedded-perhaps-compiled = Whether { $files }, which the record names, is compiled into the release's kernel cannot be said by { $evidence }.
    .hint = A list with the headers that were included says more: other source files may include this one.
embedded-not-whole = The record's source files are not listed in { $evidence }, but neither is { $files }, which every kernel compiles: the list is not whole, and nothing follows from what it leaves out.
    .hint = Make the list anew in the build that makes the image, of the whole kernel and its modules.
embedded-fix-perhaps-taken-back = Commit { $by } of { $evidence } carries the fix, but another one there takes a commit back and says so by a title alone: whether the fix is still in the tree cannot be said.
    .hint = Look the commit up in the tree, and record the decision.
embedded-no-files = The record names no source files, so what was compiled says nothing of it.
embedded-fix-not-found = No commit that the record calls the fix is listed in { $evidence }.
embedded-vendor-tree = The kernel is built from the vendor's tree `{ $tree }`: its version alone does not show which fixes are in it.
embedded-vendor-tree-base = The kernel is built from the vendor's tree `{ $tree }`; it was looked up as { $base }, the version that tree was made from.
embedded-base = The kernel was looked up as { $base }, the version its tree was made from.
embedded-soc-other = { $because } The dossier states the system on a chip `{ $soc }`, which by that name is none of these. That rules nothing out: one chip can have several names.
    .hint = State `release.soc` by the chip's CPE name, or by vendor and part as the records write them, if it is one of these; else state how the component was checked otherwise.
embedded-soc = It runs on `{ $soc }`.

# How a finding stands by them.
embedded-triage = By the release's facts
embedded-evidence = Evidence
embedded-follows-not-affected = not affected, by the release's facts
embedded-follows-fixed = fixed, by the release's facts
embedded-nobody-decided = Nobody decided this: it follows from the files the release was handed in with, and again from the same files.
embedded-gate-not-affected = { $component } is not affected by { $vulnerability }: { $because }
embedded-gate-fixed = { $vulnerability } is fixed in { $component }: { $because }
embedded-same-source = { $count ->
    [one] one package built from the same source counts as { $component }
   *[other] { $count } packages built from the same source count as { $component }
}
embedded-files-named = Source files: { $files }
embedded-commits-named = Fixed by the commits { $commits }

# What is wrong with the files of a kernel.
embedded-file-not-there = the file `{ $name }` is not there
    .hint = Put it beside the dossier, or take the key out of it.
embedded-compiled-empty = this lists no compiled source files
    .hint = Hand in one path a line, `compile_commands.json`, the kernel build's `.cmd` files one after another, or an SPDX document with the compiled sources.
embedded-compiled-no-kernel = this is no list of the source files of a Linux kernel: `init/main.c`, which every kernel compiles, is not in it
    .hint = List source files (`.c`), not objects, of the whole kernel and its modules.
embedded-compiled-not-whole = this list lacks { $files }, which every kernel compiles: it shows what was compiled, but nothing follows from what it leaves out
    .hint = List the source files of the whole kernel and its modules, in the build that makes the image.
embedded-compiled-cut = the list ends in the middle of a line: `{ $line }`
    .hint = It was cut off on its way. Hand in the whole list, with a line break at its end.
embedded-compiled-too-many = more than { $most } files are listed
    .hint = Hand in the files that were compiled, not every file of the source tree.
embedded-compiled-long = a path is longer than { $most } bytes and is left out
    .hint = A path of the kernel's source tree is shorter; check what the list is made from.
embedded-too-long = the file is longer than { $limit } bytes
    .hint = Hand in the list alone, without logs around it.
embedded-commits-empty = no commit is named here by its 40 hexadecimal digits
    .hint = Make the list with `git log --format='%H%n%B'`, or with `git log --format=%H` where only the commits themselves count.
embedded-commits-too-many = more than { $most } commits are named
    .hint = List the commits since the version the tree was made from: `git log v6.1.22..`.
embedded-vendor-without-base = the kernel is built from the vendor's tree `{ $tree }`, and what its version number counts as fixed need not be fixed in it
    .hint = State in `release.kernel_tree` the `base_version` the tree was made from, and list its `commits`.
embedded-config-empty = this is no configuration of a Linux kernel: no option is set in it
    .hint = Hand in the `.config` the kernel was built with.
embedded-config-line = `{ $line }` is no line of a kernel configuration
    .hint = The line is left out.
embedded-rules-empty = this names no source file with the options it is compiled under
    .hint = Write a line for each file: its path, then every option that must be on, as `drivers/net/can/vcan.c CONFIG_CAN_VCAN`.
embedded-rules-line = `{ $line }` is no path of a source file followed by options
    .hint = The line is left out, and nothing is concluded about its file.
embedded-config-alone = `kernel_config` and `kernel_build_rules` only say something together
    .hint = Hand in both, or list the compiled files: `compiled_files`.
embedded-of-another-version = what the dossier states of the kernel and the build is of another release: nothing follows from it for { $version }
    .hint = State `release.version` and the kernel's files together in the dossier, and hand both in.

# What whoever built the release declares of a vulnerability.
embedded-builder-package = in `{ $package }`
embedded-builder-some-package = in a package it does not name
embedded-origin-cve-check = Yocto's report of vulnerabilities
embedded-origin-source-info = the recipe's SPDX document
embedded-origin-spdx-vex = a VEX relationship of the SPDX document
embedded-origin-ignored-cves = Buildroot's own check
embedded-origin-analysis = the analysis in the CycloneDX document
embedded-origin-patch = a patch
embedded-builder-fixed = Declared fixed { $about } by { $origin }, { $evidence }; not proven.
embedded-builder-not-affected = Declared not to apply { $about } by { $origin }, { $evidence }; not proven.
embedded-builder-false-positive = Declared to be brought together with the wrong component { $about } by { $origin }, { $evidence }; not proven.
embedded-builder-ignored = Ignored { $about } by { $origin }, { $evidence }: that alone says nothing of whether it applies.
embedded-builder-affected = Declared open { $about } by { $origin }, { $evidence }.
embedded-builder-investigating = Declared under investigation { $about } by { $origin }, { $evidence }.
embedded-builder-patch = It names the patch `{ $patch }`.
embedded-builder-reason = The builder's reason: `{ $reason }`.
embedded-builder-because = In the builder's words: { $because }
embedded-declared = Declared by the build
embedded-declared-hint = This closes nothing. It is a word of whoever built the release: decide, and say what you checked.
embedded-proposes = Proposed decision: { $status }. Nobody took it yet.
embedded-proposal-taken = The form below begins with what the build declares. Check it before you decide.

# What a build writes about its packages.
embedded-archive-broken = this archive ends or breaks after { $files ->
    [one] one file
   *[other] { $files } files
}
    .hint = Hand in the archive as the build wrote it.
embedded-archive-too-large = this archive holds more than { $files } files or { $bytes } bytes
    .hint = Leave the sources out of it (`SPDX_ARCHIVE_SOURCES`, `SPDX_INCLUDE_SOURCES`), or hand in the documents of the image alone.
embedded-archive-without-documents = this archive holds no SPDX document
    .hint = Yocto writes `.spdx.tar.zst` beside the image; Zephyr's `west spdx` writes a folder `spdx`.
embedded-spdx-elsewhere = { $count ->
    [one] one package is described in another document, which is not here
   *[other] { $count } packages are described in other documents, which are not here
}
    .hint = Hand in all documents together: the `.spdx.tar.zst` that lies beside the image, or a `tar` of them.
embedded-spdx-document-differs = these are not the bytes `{ $by }` refers to: it states { $algorithm } `{ $stated }`, and they have `{ $found }`
    .hint = Hand in the archive as the build wrote it, or build the image's documents anew together. Until then what this document describes is not checked.
embedded-spdx-document-not-compared = the checksum this document states of `{ $document }`, by { $algorithm }, is not compared
    .hint = Documents are held against checksums by SHA-1 and SHA-256.
embedded-spdx-doubted = What is stated of it stands in the document `{ $document }`, which is not the one others refer to: its checksum differs.
embedded-spdx-lacking = No document here describes it: `{ $document }` is not there, or does not have it. Neither its version nor its other names are known.
embedded-spdx-no-version = packages stand before `SPDXVersion` here
    .hint = A document in tag-value form begins with `SPDXVersion: SPDX-2.3`.
embedded-spdx-3-version = SPDX `{ $version }` is not 3.0, the version known here
    .hint = It is read as 3.0.
embedded-line-unread = `{ $line }` is no line of this kind of list
    .hint = The line is left out.
embedded-not-a-list = this is what a build wrote about its packages, not a list of what is in the product
    .hint = Name it in `release.build_files`, and hand in the list itself as the SBOM.
embedded-build-file-unknown = this is nothing a build is known to write about its packages
    .hint = Read are reports of `cve-check` and `vex`, `show-info` and `pkg-stats`, package indexes, `license.manifest`, `profiles.json`, SPDX and CycloneDX, patches and lists of patches.
embedded-build-file-silent = this says nothing of a vulnerability or a package
    .hint = A patch names what it mends in its file name or in a line `CVE: CVE-2024-1234` above the change.
embedded-report-no-cve = `{ $id }` is no CVE identifier
    .hint = What the report says of it is left out.
embedded-report-status = `{ $status }` is no status of this report
    .hint = `Patched`, `Unpatched` and `Ignored` are known; what is said so is left out.
embedded-too-many-statements = more than { $most } statements are made here
    .hint = Hand in the report of the image, not that of everything that can be built.
embedded-buildroot-type = `{ $kind }` is no type of a package
    .hint = `target`, `host` and `rootfs` are known; the package is left out.
embedded-buildroot-host = this lists what runs on the machine that builds, not what is in the product
    .hint = Hand in `manifest.csv`, which lies beside it.
embedded-west-not-frozen = `{ $name }` stands at `{ $revision }`, which is no commit
    .hint = Write the manifest with `west manifest --freeze`: a branch is another one tomorrow.
embedded-west-empty = this manifest lists no projects
    .hint = Write it with `west manifest --freeze`.
embedded-kernel-differs = the image was made with the kernel { $version }, and the list names { $listed }
    .hint = Hand in both from the same build.
