//! A path of a file in the Linux kernel's source tree, in its one spelling.

use std::collections::BTreeSet;

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

/// A path with forward slashes, without `.` and, where something stands before it, without `..`.
pub fn plain_path(path: &str) -> String {
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

/// Whether this is a path of one file in a kernel's source tree, and not an address, a pattern or a bare name.
pub fn is_kernel_path(path: &str) -> bool {
    let path = path.trim();
    let path = path.strip_prefix("./").unwrap_or(path);
    top_folder(path).is_some_and(|first| FOLDERS.contains(&first))
        && !path.contains(['*', '?', ':', '[', '{'])
}

/// Where the tree lies that these plain paths are of, in front of each: the one folder below which all of them are files of a
/// kernel's tree. `None`: there is none, or more than one would do, so that nobody can say.
pub fn tree_root<'a>(paths: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let paths: Vec<&str> = paths.into_iter().collect();
    let (first, others) = paths.split_first()?;
    let ends = first.match_indices('/').map(|(at, _)| first.get(..=at).unwrap_or_default());
    // The root of a file system is no source tree, though it has a `usr`.
    let roots = ends.filter(|root| *root != "/" && below(first, root).is_some());
    let fits = |root: &&str| others.iter().all(|path| below(path, root).is_some());
    let roots: Vec<&str> = roots.filter(fits).collect();
    let longest = roots.last()?;
    // Below a shorter one all would be in one folder.
    let tops: BTreeSet<&str> = paths.iter().filter_map(|path| top_folder(below(path, longest)?)).collect();
    (tops.len() > 1 || roots.len() == 1).then(|| (*longest).to_owned())
}

/// A path of the tree that lies at this root.
fn below<'a>(path: &'a str, root: &str) -> Option<&'a str> {
    path.strip_prefix(root).filter(|below| is_kernel_path(below))
}

/// What stands before the first slash.
pub(crate) fn top_folder(path: &str) -> Option<&str> {
    path.split_once('/').map(|(first, _)| first)
}

/// What stands behind the last slash.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// What stands behind the last dot, as the kernel's build tells kinds of files apart: `.S` is not `.s`.
pub(crate) fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_has_one_spelling() {
        for written in [
            "net/can/raw.c",
            "./net/can/raw.c",
            "net//can/raw.c",
            "net/x/../can/./raw.c",
            " net\\can\\raw.c ",
        ] {
            assert_eq!(plain_path(written), "net/can/raw.c", "{written}");
        }
        assert_eq!(plain_path("/b/../net/a.c"), "/net/a.c");
        assert_eq!(plain_path("../linux/net/a.c"), "../linux/net/a.c");
    }

    #[test]
    fn the_root_is_found_where_there_is_but_one() {
        let tree = ["/usr/src/linux/drivers/net/a.c", "/usr/src/linux/fs/open.c"];
        assert_eq!(tree_root(tree).as_deref(), Some("/usr/src/linux/"));
        assert_eq!(tree_root(["../linux/fs/open.c"]).as_deref(), Some("../linux/"));
        let tree = ["/home/a/net/linux/drivers/net/a.c", "/home/a/net/linux/mm/slub.c"];
        assert_eq!(tree_root(tree).as_deref(), Some("/home/a/net/linux/"));
        assert_eq!(tree_root(["/src/drivers/net/a.c"]), None, "`/src` or `/src/drivers`");
        assert_eq!(tree_root(["/one/fs/a.c", "/other/mm/b.c"]), None);
        assert_eq!(tree_root([]), None);
    }

    proptest! {
        #[test]
        fn a_plain_path_is_plain(path in "[a-c./\\\\]{0,20}") {
            let plain = plain_path(&path);
            prop_assert_eq!(plain_path(&plain), plain);
        }
    }
}
