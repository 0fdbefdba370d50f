//! Patches by which a builder mends packages: what they are called, and the lines above the change (`CVE:`, `Upstream-Status:`;
//! <https://docs.yoctoproject.org/contributor-guide/recipe-style-guide.html>). That a patch is there is evidence that somebody
//! meant to mend something, not that it does.

use proofmark_facts::{BuilderSays, BuilderStatement, StatementOrigin};

use crate::cve_name::cve_names;

/// The lines above a change that are read: the longest messages of commits have some hundred.
const MOST_LINES: usize = 2000;

/// The names of folders that patches lie in and that are not called after the package.
const FOLDERS: [&str; 4] = ["files", "patches", "debian", "src"];

/// The most patches of one list.
const MOST_NAMES: usize = 200_000;

/// Whether a file is a patch by its name or its first line.
pub(crate) fn is_patch(name: &str, written: &str) -> bool {
    is_named_so(name)
        || written.starts_with("diff --git ")
        || (written.starts_with("From ")
            && written.lines().take(20).any(|line| line.starts_with("Subject: ")))
}

fn is_named_so(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".patch", ".diff", ".patch.gz"].iter().any(|end| name.ends_with(end))
}

/// What a patch says of vulnerabilities: each one its name or a `CVE:` line names.
pub(crate) fn read_patch(name: &str, written: &str) -> Vec<BuilderStatement> {
    let mut found = cve_names(file_of(name));
    let mut status = None;
    let heading = written.lines().take(MOST_LINES).take_while(|line| !begins_change(line));
    for line in heading {
        if let Some(names) = line.strip_prefix("CVE:") {
            for name in cve_names(names) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        if let Some(said) = line.strip_prefix("Upstream-Status:") {
            status = status.or(Some(format!("Upstream-Status: {}", said.trim())));
        }
    }
    found.into_iter().map(|cve| statement(cve, name, status.clone())).collect()
}

fn begins_change(line: &str) -> bool {
    line.starts_with("diff --git ") || line.starts_with("--- a/") || line.starts_with("Index: ")
}

/// Whether every line names a patch, with the package before it or by the folders it lies in.
pub(crate) fn is_patch_list(written: &str) -> bool {
    let mut lines = written
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .take(20)
        .peekable();
    lines.peek().is_some() && lines.all(is_named_so)
}

/// Reads a list of patches: `package: file` or a path a line.
pub(crate) fn read_patch_list(written: &str) -> Vec<BuilderStatement> {
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut all = Vec::new();
    for line in lines.filter(|line| is_named_so(line)).take(MOST_NAMES) {
        let (package, path) = match line.split_once(": ") {
            Some((package, path)) => (Some(package.trim()), path.trim()),
            None => (None, line),
        };
        for cve in cve_names(file_of(path)) {
            let mut one = statement(cve, path, None);
            one.package = package.map(str::to_owned).or(one.package);
            all.push(one);
        }
    }
    all
}

fn statement(cve: String, path: &str, status: Option<String>) -> BuilderStatement {
    BuilderStatement {
        package: package_of(path).map(str::to_owned),
        patch: Some(file_of(path).to_owned()),
        reason: status,
        ..BuilderStatement::new(cve, BuilderSays::Fixed, StatementOrigin::Patch)
    }
}

fn file_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The package of the folder a patch lies in: `openssl/openssl/CVE-2024-1.patch`, `busybox/files/…`, `zlib/zlib-1.3/…`.
fn package_of(path: &str) -> Option<&str> {
    let mut folders = path.rsplit('/').skip(1).filter(|folder| !folder.is_empty() && *folder != ".");
    let folder = folders.find(|folder| !FOLDERS.contains(folder) && !folder.starts_with("patches-"))?;
    let is_version = |rest: &str| rest.starts_with(|first: char| first.is_ascii_digit());
    match folder.rsplit_once(['-', '_']) {
        Some((name, version)) if is_version(version) && !name.is_empty() => Some(name),
        _ => Some(folder),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(statements: &[BuilderStatement]) -> Vec<String> {
        let one = |it: &BuilderStatement| {
            format!(
                "{} {} {} {}",
                it.vulnerability,
                it.package.as_deref().unwrap_or("-"),
                it.patch.as_deref().unwrap_or("-"),
                it.reason.as_deref().unwrap_or("-")
            )
        };
        statements.iter().map(one).collect()
    }

    #[test]
    fn a_patch_says_what_it_mends_above_the_change_alone() {
        let patch = "From 0123 Mon Sep 17 00:00:00 2001\nSubject: [PATCH] fix\n\nCVE: CVE-2024-2222 CVE-2024-3333\n\
                     Upstream-Status: Backport [https://example.org/commit/1]\n---\n a.c | 2 +-\ndiff --git a/a.c b/a.c\n\
                     --- a/a.c\n+++ b/a.c\n+CVE: CVE-2024-9999\n";
        assert_eq!(
            told(&read_patch("meta/recipes-core/zlib/zlib/CVE-2024-1111.patch", patch)),
            [
                "CVE-2024-1111 zlib CVE-2024-1111.patch Upstream-Status: Backport [https://example.org/commit/1]",
                "CVE-2024-2222 zlib CVE-2024-1111.patch Upstream-Status: Backport [https://example.org/commit/1]",
                "CVE-2024-3333 zlib CVE-2024-1111.patch Upstream-Status: Backport [https://example.org/commit/1]",
            ]
        );
        assert_eq!(told(&read_patch("fix.patch", "diff --git a/a b/a\n+CVE: CVE-2024-9999\n")), [""; 0]);
    }

    #[test]
    fn a_list_names_packages_before_the_patch_or_by_folders() {
        let list = "# meta\nopenssl: CVE-2024-1111.patch\nmeta/recipes-core/busybox/files/CVE-2024-2222-1.patch\n\
                    zlib-1.3/0001-cve-2024-3333.patch\n./CVE-2024-4444.patch\nbash/fix-build.patch\n";
        assert!(is_patch_list(list) && !is_patch_list("busybox - 1.36\n") && !is_patch_list(""));
        assert_eq!(
            told(&read_patch_list(list)),
            [
                "CVE-2024-1111 openssl CVE-2024-1111.patch -",
                "CVE-2024-2222 busybox CVE-2024-2222-1.patch -",
                "CVE-2024-3333 zlib 0001-cve-2024-3333.patch -",
                "CVE-2024-4444 - CVE-2024-4444.patch -",
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(name in ".{0,40}", text in ".{0,200}") {
            let _ = (read_patch(&name, &text), read_patch_list(&text), is_patch(&name, &text), is_patch_list(&text));
        }
    }
}
