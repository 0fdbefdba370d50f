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
embedded-no-files = The record names no source files, so what was compiled says nothing of it.
embedded-fix-not-found = No commit that the record calls the fix is listed in { $evidence }.
embedded-vendor-tree = The kernel is built from the vendor's tree `{ $tree }`: its version alone does not show which fixes are in it.
embedded-vendor-tree-base = The kernel is built from the vendor's tree `{ $tree }`; it was looked up as { $base }, the version that tree was made from.
embedded-base = The kernel was looked up as { $base }, the version its tree was made from.
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
embedded-rules-line = `{ $line }` is no path followed by options
    .hint = The line is left out, and nothing is concluded about its file.
embedded-config-alone = `kernel_config` and `kernel_build_rules` only say something together
    .hint = Hand in both, or list the compiled files: `compiled_files`.
embedded-of-another-version = what the dossier states of the kernel is of another release: nothing follows from it for { $version }
    .hint = State `release.version` and the kernel's files together in the dossier, and hand both in.
