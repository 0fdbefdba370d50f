//! Go module versions, pseudo-versions, and the versions of the Go toolchain and standard library.
//!
//! Modules follow Semantic Versioning with a `v` (Go Modules Reference, "Versions"): `+incompatible` is build
//! metadata and a pseudo-version is a pre-release, so both fall into place. The toolchain writes
//! `go1.21rc2` and means `1.21.0-rc.2` (golang.org/x/vuln, "Versions" of the Go vulnerability database).

use super::number;
use super::semver::SemVer;

/// Reads `v1.2.3`, `1.2.3`, `go1.21.3`, `go1.21rc2` and `go1.22.1 X:boringcrypto`.
pub(crate) fn parse(written: &str) -> Option<SemVer<'_>> {
    match written.strip_prefix("go") {
        Some(toolchain) => parse_toolchain(toolchain),
        None => SemVer::parse(written),
    }
}

fn parse_toolchain(written: &str) -> Option<SemVer<'_>> {
    // What follows a space names experiments switched on in the build, not another version.
    let text = written.split_once(' ').map_or(written, |(version, _)| version);
    let end = text.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.').unwrap_or(text.len());
    let (numbers, stage) = text.split_at(end);
    if !numbers.split('.').all(number::is_number) {
        return None;
    }
    if stage.is_empty() {
        return Some(SemVer { numbers, pre: ["", ""] });
    }
    let kind = ["beta", "rc"].into_iter().find(|kind| stage.starts_with(kind))?;
    let (kind, count) = stage.split_at(kind.len());
    number::is_number(count).then_some(SemVer { numbers, pre: [kind, count] })
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        parse(left).unwrap().compare(parse(right).unwrap())
    }

    #[test]
    fn a_pseudo_version_goes_before_its_release() {
        assert_eq!(order("v0.0.0-20191109021931-daa7c04131f5", "v0.0.0"), Ordering::Less);
        assert_eq!(order("v1.2.4-0.20191109021931-daa7c04131f5", "v1.2.3"), Ordering::Greater);
        assert_eq!(order("v0.0.0-20191109021931-daa7c04131f5", "0.0.0-20200101000000-0"), Ordering::Less);
    }

    #[test]
    fn incompatible_is_not_another_version() {
        assert_eq!(order("v2.0.0+incompatible", "2.0.0"), Ordering::Equal);
    }

    #[test]
    fn the_toolchain_counts_its_own_way() {
        assert_eq!(order("go1.21", "1.21.0"), Ordering::Equal);
        assert_eq!(order("go1.21rc2", "1.21.0-0"), Ordering::Greater);
        assert_eq!(order("go1.21rc2", "go1.21"), Ordering::Less);
        assert_eq!(order("go1.21rc2", "1.21.0-rc.10"), Ordering::Less);
        assert_eq!(order("go1.20.14 X:boringcrypto", "1.20.14"), Ordering::Equal);
    }

    #[test]
    fn a_development_build_has_no_version() {
        for junk in ["(devel)", "devel", "go", "go1.x", "go1.21rc", "go1.22-devel_abc"] {
            assert!(parse(junk).is_none(), "{junk}");
        }
    }
}
