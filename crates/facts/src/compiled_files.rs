//! The source files a kernel was compiled from, and what can be said by them of a file a record names.

use std::collections::BTreeSet;

use crate::kernel_core::{lists_core_headers, missing_core};
use crate::source_path::{extension, file_name, is_kernel_path, plain_path, top_folder};

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
    /// Whether all that was included is listed too.
    lists_included: bool,
    /// What every kernel compiles and is not listed.
    missing: Vec<&'static str>,
    reach: Reach,
}

/// How far a list is seen to go: whatever lies beyond may have been cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reach {
    /// It has an end of its own.
    Whole,
    /// It is sorted: as far as its last file.
    Until(String),
    /// It has no order: into these folders of the tree.
    Into(BTreeSet<String>),
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
    /// A list of paths that has an end of its own, wherever the source tree lies; `None` where none of them is one that every
    /// kernel compiles.
    pub fn of(paths: impl IntoIterator<Item = String>) -> Option<Self> {
        let written: Vec<String> = paths.into_iter().map(|path| plain_path(&path)).collect();
        Self::read(&written).map(|(files, _)| files)
    }

    /// A list of lines, which may have been cut off anywhere: nothing is concluded about what lies behind its last path where
    /// it is sorted, nor about folders of the tree of which nothing is listed where it is not; but `visited` are folders in
    /// which the build was although it compiled nothing there.
    pub fn of_lines(paths: impl IntoIterator<Item = String>, visited: &BTreeSet<String>) -> Option<Self> {
        let written: Vec<String> = paths.into_iter().map(|path| plain_path(&path)).collect();
        let (files, one_tree) = Self::read(&written)?;
        let last = files.files.last().filter(|_| one_tree && written.is_sorted()).cloned();
        let reach = last.map_or_else(|| files.folders(visited), Reach::Until);
        Some(Self { reach, ..files })
    }

    /// The files, and whether all paths are of one tree and nothing else.
    fn read(written: &[String]) -> Option<(Self, bool)> {
        let paths: BTreeSet<&String> = written.iter().collect();
        let root = |path: &&String| path.strip_suffix(OF_EVERY_KERNEL).map(str::to_owned);
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
            paths.iter().map(|path| in_tree(path).unwrap_or_else(|| (*path).clone())).collect();
        let one_tree = roots.len() == 1 && paths.iter().all(|path| in_tree(path).is_some());
        let (lists_included, missing) = (lists_core_headers(&files), missing_core(&files));
        let names = files.iter().map(|file| file_name(file).to_ascii_lowercase()).collect();
        Some((Self { files, names, lists_included, missing, reach: Reach::Whole }, one_tree))
    }

    fn folders(&self, visited: &BTreeSet<String>) -> Reach {
        let listed = self.files.iter().chain(visited).filter_map(|file| top_folder(file));
        Reach::Into(listed.map(str::to_owned).collect())
    }

    /// What every kernel compiles and this list does not name: nothing, where it can be trusted to be whole. From a list that
    /// was cut short only follows what was compiled.
    pub fn missing(&self) -> &[&'static str] {
        &self.missing
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
    /// Of a list that lacks what every kernel compiles, or does not reach as far, nothing is said of what it leaves out. A
    /// list without the headers that all include is one of the compiler's own inputs. The kernel has source files that others include
    /// (`kernel/sched/rt.c`), so that nothing is said of a file beside which something was compiled.
    ///
    /// Nor is anything said of what is no path of the kernel's tree, and of a file that is listed in another spelling or at
    /// another place (`aa11  ./net/can/raw.c`, `/elsewhere/net/can/raw.c`).
    pub fn says(&self, file: &str) -> Compiled {
        if !is_kernel_path(file) {
            return Compiled::Unsure;
        }
        let file = plain_path(file);
        if self.files.contains(&file) {
            return Compiled::Yes;
        }
        if !self.missing.is_empty() || !self.reaches(&file) || self.is_listed_otherwise(&file) {
            return Compiled::Unsure;
        }
        let is_code = matches!(extension(&file), "c" | "S" | "s" | "rs");
        let is_included = extension(&file) == "h" && self.lists_included;
        if !(is_code || is_included) || BESIDE.iter().any(|beside| file.starts_with(beside)) {
            return Compiled::Unsure;
        }
        if self.lists_included || !self.something_near(&file) { Compiled::No } else { Compiled::Unsure }
    }

    /// Whether the list goes as far as to where this file would stand.
    fn reaches(&self, file: &str) -> bool {
        match &self.reach {
            Reach::Whole => true,
            Reach::Until(last) => file < last.as_str(),
            Reach::Into(folders) => top_folder(file).is_some_and(|folder| folders.contains(folder)),
        }
    }

    /// Whether a listed path ends as this one does, whatever the case of its letters.
    fn is_listed_otherwise(&self, file: &str) -> bool {
        let ends = |listed: &String| {
            let start = listed.len().checked_sub(file.len());
            start.and_then(|start| listed.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(file))
        };
        self.names.contains(&file_name(file).to_ascii_lowercase()) && self.files.iter().any(ends)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::kernel_core::{KERNEL_CORE, KERNEL_CORE_HEADERS};

    /// What every kernel compiles, with these.
    fn with_core(paths: &[&str]) -> Vec<String> {
        let core = KERNEL_CORE.iter().chain(&["arch/arm64/kernel/setup.c"]).chain(paths);
        core.map(|path| (*path).to_owned()).collect()
    }

    fn list(paths: &[&str]) -> CompiledFiles {
        CompiledFiles::of(with_core(paths)).unwrap()
    }

    fn list_with_headers(paths: &[&str]) -> CompiledFiles {
        list(&[paths, &KERNEL_CORE_HEADERS].concat())
    }

    fn lines(paths: impl IntoIterator<Item = String>, visited: &[&str]) -> CompiledFiles {
        let visited = visited.iter().map(|folder| (*folder).to_owned()).collect();
        CompiledFiles::of_lines(paths, &visited).unwrap()
    }

    #[test]
    fn the_tree_may_lie_anywhere() {
        for root in ["", "/usr/src/kernel/", "../linux-6.6/", "./"] {
            let files = with_core(&["net/can/raw.c"]).into_iter();
            let files = CompiledFiles::of(files.map(|file| format!("{root}{file}"))).unwrap();
            assert_eq!(files.missing(), &[] as &[&str], "{root}");
            assert_eq!(files.says("net/can/raw.c"), Compiled::Yes, "{root}");
            assert_eq!(files.says("net/bluetooth/l2cap_core.c"), Compiled::No, "{root}");
        }
        assert_eq!(CompiledFiles::of(["src/init/domain.c".to_owned(), "reinit/main.c".to_owned()]), None);
    }

    #[test]
    fn what_may_be_included_by_another_file_is_unsure_without_headers() {
        let units = ["kernel/sched/build_policy.c", "drivers/net/can/vcan.c", "net/socket.c"];
        let one_header = [&units[..], &["include/linux/types.h"]].concat();
        for units in [list(&units), list(&one_header)] {
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
        }
        let all =
            list_with_headers(&["kernel/sched/build_policy.c", "kernel/sched/rt.c", "include/net/sock.h"]);
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

    #[test]
    fn a_list_without_what_every_kernel_compiles_only_says_what_was_compiled() {
        for gone in KERNEL_CORE.iter().filter(|file| **file != OF_EVERY_KERNEL) {
            let cut = with_core(&["net/can/raw.c"]).into_iter().filter(|file| file != gone);
            let cut = CompiledFiles::of(cut.chain(KERNEL_CORE_HEADERS.map(str::to_owned))).unwrap();
            assert_eq!(cut.missing(), [*gone]);
            assert_eq!(cut.says("net/can/raw.c"), Compiled::Yes);
            assert_eq!(cut.says("net/can/bcm.c"), Compiled::Unsure, "{gone}");
        }
        let alone =
            CompiledFiles::of(["init/main.c".to_owned(), "include/linux/types.h".to_owned()]).unwrap();
        assert_eq!(alone.says("net/can/bcm.c"), Compiled::Unsure);
    }

    #[test]
    fn a_sorted_list_says_nothing_of_what_comes_behind_its_end() {
        let mut all = with_core(&[
            "net/socket.c",
            "net/wireless/core.c",
            "security/commoncap.c",
            "usr/initramfs_data.S",
        ]);
        all.sort();
        let whole = lines(all.clone(), &[]);
        assert_eq!(whole.says("sound/core/pcm.c"), Compiled::No);
        let cut = lines(all.iter().filter(|file| file.as_str() < "net/w").cloned(), &[]);
        assert_eq!(cut.missing(), &[] as &[&str]);
        assert_eq!(cut.says("drivers/gpu/drm/drm_gem.c"), Compiled::No);
        for file in ["sound/core/pcm.c", "net/wireless/core.c", "net/xfrm/xfrm_user.c", "security/keys/key.c"]
        {
            assert_eq!(cut.says(file), Compiled::Unsure, "{file}");
        }
    }

    #[test]
    fn a_list_without_order_says_nothing_of_folders_it_does_not_come_to() {
        let units = || with_core(&["net/socket.c", "drivers/net/can/vcan.c"]);
        let cut = lines(units(), &[]);
        assert_eq!(cut.says("drivers/gpu/drm/drm_gem.c"), Compiled::No);
        assert_eq!(cut.says("sound/core/pcm.c"), Compiled::Unsure);
        let visited = lines(units(), &["sound/"]);
        assert_eq!(visited.says("sound/core/pcm.c"), Compiled::No);
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

        /// However a sorted list is cut off, it never says of what it had that it was not compiled.
        #[test]
        fn what_was_cut_off_the_end_is_never_said_not_to_be_compiled(
            more in proptest::collection::vec("(net|sound|drivers/net|virt)/[a-c]{1,2}\\.c", 1..12),
            keep in 0_usize..90,
        ) {
            let more: Vec<&str> = more.iter().map(String::as_str).collect();
            let mut all = with_core(&more);
            all.sort();
            let kept = all.iter().take(keep).cloned();
            if let Some(list) = CompiledFiles::of_lines(kept, &BTreeSet::new()) {
                for file in &all {
                    prop_assert_ne!(list.says(file), Compiled::No, "{}", file);
                }
            }
        }
    }
}
