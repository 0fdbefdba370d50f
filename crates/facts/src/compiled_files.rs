//! The source files a kernel was compiled from, and what can be said by them of a file a record names.

use std::collections::BTreeSet;

/// A file every Linux kernel compiles: where it is missing, the list is none of a kernel.
const OF_EVERY_KERNEL: &str = "init/main.c";

/// The most places a source tree may lie at, in one list.
const MOST_ROOTS: usize = 8;

/// Folders of the source tree whose files are programs beside the kernel, or part of other builds.
const BESIDE: [&str; 4] = ["tools/", "samples/", "scripts/", "Documentation/"];

/// Source files that were compiled, by their paths in the kernel's source tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledFiles {
    files: BTreeSet<String>,
    /// The names of the files without their folders, in small letters.
    names: BTreeSet<String>,
    /// Whether headers are among them, so that what was included is listed too.
    lists_included: bool,
}

/// Whether a file was compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compiled {
    /// It was.
    Yes,
    /// It was not.
    No,
    /// The list cannot say.
    Unsure,
}

impl CompiledFiles {
    /// A list of paths, wherever the source tree lies; `None` where none of them is one that every kernel compiles.
    pub fn of(paths: impl IntoIterator<Item = String>) -> Option<Self> {
        let paths: BTreeSet<String> = paths.into_iter().map(|path| plain(&path)).collect();
        let root = |path: &String| path.strip_suffix(OF_EVERY_KERNEL).map(str::to_owned);
        let is_root = |root: &String| root.is_empty() || root.ends_with('/');
        let roots: Vec<String> = paths.iter().filter_map(root).filter(is_root).take(MOST_ROOTS).collect();
        if roots.is_empty() {
            return None;
        }
        let in_tree = |path: &str| {
            let below = roots.iter().filter_map(|root| path.strip_prefix(root.as_str()));
            below.min_by_key(|below| below.len()).map(str::to_owned)
        };
        let files: BTreeSet<String> =
            paths.iter().map(|path| in_tree(path).unwrap_or_else(|| path.clone())).collect();
        let lists_included = files.iter().any(|file| extension(file) == "h");
        let names = files.iter().map(|file| name(file).to_ascii_lowercase()).collect();
        Some(Self { files, names, lists_included })
    }

    /// How many files are listed.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether none is: never of a list that was accepted.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether what was included is listed beside what was compiled by itself.
    pub fn lists_included(&self) -> bool {
        self.lists_included
    }

    /// What the list says of a file of the source tree.
    ///
    /// A list without headers is one of the compiler's own inputs. The kernel has source files that others include
    /// (`kernel/sched/rt.c`), so that nothing is said of a file beside which something was compiled.
    ///
    /// Nor is anything said of what is no path of the kernel's tree, and of a file that is listed in another spelling or at
    /// another place (`aa11  ./net/can/raw.c`, `/elsewhere/net/can/raw.c`).
    pub fn says(&self, file: &str) -> Compiled {
        if !is_of_the_tree(file) {
            return Compiled::Unsure;
        }
        let file = plain(file);
        if self.files.contains(&file) {
            return Compiled::Yes;
        }
        if self.is_listed_otherwise(&file) {
            return Compiled::Unsure;
        }
        let is_code = matches!(extension(&file), "c" | "S" | "s" | "rs");
        let is_included = extension(&file) == "h" && self.lists_included;
        if !(is_code || is_included) || BESIDE.iter().any(|beside| file.starts_with(beside)) {
            return Compiled::Unsure;
        }
        if self.lists_included || !self.something_near(&file) { Compiled::No } else { Compiled::Unsure }
    }

    /// Whether a listed path ends as this one does, whatever the case of its letters.
    fn is_listed_otherwise(&self, file: &str) -> bool {
        let ends = |listed: &String| {
            let start = listed.len().checked_sub(file.len());
            start.and_then(|start| listed.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(file))
        };
        self.names.contains(&name(file).to_ascii_lowercase()) && self.files.iter().any(ends)
    }

    /// Whether something of the same folder or below it is listed, or, deep in the tree, of the folder above.
    fn something_near(&self, file: &str) -> bool {
        let Some((folder, _)) = file.rsplit_once('/') else { return true };
        let start = format!("{folder}/");
        let below = || self.files.range(start.clone()..).next().is_some_and(|next| next.starts_with(&start));
        let above = folder.rsplit_once('/').filter(|(above, _)| above.contains('/'));
        let beside = |(above, _): (&str, &str)| {
            let start = format!("{above}/");
            let mut from = self.files.range(start.clone()..).take_while(|file| file.starts_with(&start));
            from.any(|file| file.get(start.len()..).is_some_and(|rest| !rest.contains('/')))
        };
        below() || above.is_some_and(beside)
    }
}

/// The folders a kernel's source tree consists of.
const FOLDERS: [&str; 26] = [
    "Documentation",
    "LICENSES",
    "arch",
    "block",
    "certs",
    "crypto",
    "drivers",
    "fs",
    "include",
    "init",
    "io_uring",
    "ipc",
    "kernel",
    "lib",
    "mm",
    "net",
    "rust",
    "samples",
    "scripts",
    "security",
    "sound",
    "tools",
    "usr",
    "virt",
    "firmware",
    "litmus-tests",
];

/// Whether this is a path of one file in a kernel's source tree, and not an address, a pattern or a bare name.
fn is_of_the_tree(path: &str) -> bool {
    let path = path.trim();
    let path = path.strip_prefix("./").unwrap_or(path);
    let first = path.split_once('/').map(|(first, _)| first);
    first.is_some_and(|first| FOLDERS.contains(&first)) && !path.contains(['*', '?', ':', '[', '{'])
}

/// What stands behind the last slash.
fn name(file: &str) -> &str {
    file.rsplit_once('/').map_or(file, |(_, name)| name)
}

/// What stands behind the last dot, as the kernel's build tells kinds of files apart: `.S` is not `.s`.
fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// A path with forward slashes, without `.` and, where something stands before it, without `..`.
fn plain(path: &str) -> String {
    let path = path.trim().replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        let goes_up = part == ".." && parts.last().is_some_and(|last| *last != "..");
        if goes_up {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(paths: &[&str]) -> CompiledFiles {
        CompiledFiles::of(paths.iter().map(|path| (*path).to_owned())).unwrap()
    }

    #[test]
    fn the_tree_may_lie_anywhere() {
        for root in ["", "/usr/src/kernel/", "../linux-6.6/", "./"] {
            let files =
                [format!("{root}init/main.c"), format!("{root}net/can/raw.c"), format!("{root}include/x.h")];
            let files = CompiledFiles::of(files).unwrap();
            assert_eq!(files.says("net/can/raw.c"), Compiled::Yes, "{root}");
            assert_eq!(files.says("net/can/bcm.c"), Compiled::No, "{root}");
        }
        assert_eq!(CompiledFiles::of(["src/init/domain.c".to_owned(), "reinit/main.c".to_owned()]), None);
    }

    #[test]
    fn what_may_be_included_by_another_file_is_unsure_without_headers() {
        let units =
            list(&["init/main.c", "kernel/sched/build_policy.c", "drivers/net/can/vcan.c", "net/socket.c"]);
        assert!(!units.lists_included());
        for (file, says) in [
            ("kernel/sched/rt.c", Compiled::Unsure),
            ("drivers/net/can/slcan.c", Compiled::Unsure),
            ("drivers/net/can/usb/gs_usb.c", Compiled::Unsure),
            ("drivers/gpu/drm/drm_gem.c", Compiled::No),
            ("net/bluetooth/l2cap_core.c", Compiled::No),
            ("include/net/sock.h", Compiled::Unsure),
        ] {
            assert_eq!(units.says(file), says, "{file}");
        }
        let all =
            list(&["init/main.c", "kernel/sched/build_policy.c", "kernel/sched/rt.c", "include/net/sock.h"]);
        for (file, says) in [
            ("kernel/sched/rt.c", Compiled::Yes),
            ("kernel/sched/deadline.c", Compiled::No),
            ("include/net/sock.h", Compiled::Yes),
            ("include/net/can.h", Compiled::No),
            ("arch/arm64/boot/dts/x.dts", Compiled::Unsure),
            ("tools/perf/perf.c", Compiled::Unsure),
            ("net/can", Compiled::Unsure),
        ] {
            assert_eq!(all.says(file), says, "{file}");
        }
    }

    proptest! {
        /// Nothing that is listed is ever said not to be compiled, wherever the tree lies.
        #[test]
        fn what_is_listed_is_compiled(
            root in "(/[a-c]{1,3}){0,3}",
            files in proptest::collection::vec("(net|fs)/[a-c]{1,2}(/[a-c.]{1,3}){0,3}\\.[chS]", 1..12),
        ) {
            let root = if root.is_empty() { root } else { format!("{root}/") };
            let paths = files.iter().map(|file| format!("{root}{file}")).chain([format!("{root}init/main.c")]);
            let list = CompiledFiles::of(paths).unwrap();
            for file in &files {
                if !file.contains("..") {
                    prop_assert_eq!(list.says(file), Compiled::Yes, "{}", file);
                }
            }
        }
    }
}
