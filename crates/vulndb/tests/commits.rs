//! Components found by their repository: what a record names exactly is decided, what lies between where the history is at
//! hand, and everything else is said to be open.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use proofmark_facts::{
    Advisory, AffectedProduct, CommitHistory, CommitName, Component, MatchConfidence, MatchRule, Revision,
    RevisionKind, VersionClaim, VersionStatus, VersionUntil,
};
use proofmark_vulndb::{Checked, Histories, Index};
use reading::{component, index, index_of_json};

const FIRST: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const FIXED: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
const OTHER: &str = "cccccccccccccccccccccccccccccccccccccccc";
const LATER: &str = "dddddddddddddddddddddddddddddddddddddddd";

fn zlib(events: &str, versions: &str) -> Index {
    index_of_json(&[&format!(
        r#"{{"id": "OSV-2026-1", "affected": [{{"package": {{"ecosystem": "OSS-Fuzz", "name": "zlib"}}, "versions": [{versions}],
        "ranges": [{{"type": "GIT", "repo": "https://github.com/Madler/zlib.git", "events": [{events}]}}]}}]}}"#
    )])
}

fn range() -> String {
    format!(r#"{{"introduced": "{FIRST}"}}, {{"fixed": "{FIXED}"}}"#)
}

/// Identifiers that are known, and the key of the reason.
fn said(checked: &Checked) -> String {
    let known = checked.known().iter().map(|known| known.id.clone());
    let unchecked = checked.unchecked().map(|because| because.id().to_owned());
    known.chain(unchecked).collect::<Vec<_>>().join(", ")
}

fn says(index: &Index, at: &str) -> String {
    said(&index.check(&component(&format!("pkg:github/madler/zlib@{at}"))))
}

fn stated(kind: RevisionKind, repository: Option<&str>, at: &[&str]) -> Component {
    let revision =
        |at: &&str| Revision { repository: repository.map(str::to_owned), at: (*at).to_owned(), kind };
    let revisions = at.iter().map(revision).collect();
    Component { name: "zlib".into(), version: Some("1.2".into()), revisions, ..Component::default() }
}

#[test]
fn what_is_named_exactly_is_decided() {
    let index = zlib(&range(), r#""v1.2.11""#);
    for (at, expected) in [
        (FIRST, "OSV-2026-1"),
        (FIXED, ""),
        (OTHER, "cpe-commits-undecided"),
        ("v1.2.11", "OSV-2026-1"),
        ("1.2.11", "OSV-2026-1"),
        // It may have come later than the list.
        ("v1.2.12", "cpe-commits-undecided"),
        ("v1.2.11-3-gbbbbbbbbbbbb", ""),
        ("main", "cpe-commits-undecided"),
    ] {
        assert_eq!(says(&index, at), expected, "{at}");
    }
    let of = |at: &str| {
        let checked = index.check(&component(&format!("pkg:github/madler/zlib@{at}")));
        let matched = checked.known()[0].matched_by[0].clone();
        (matched.rule, matched.range, matched.confidence)
    };
    assert_eq!(of(FIRST), (MatchRule::Commit, FIRST.to_owned(), MatchConfidence::Certain));
    assert_eq!(of("1.2.11").2, MatchConfidence::Likely);
    let found_by = |component: &Component| index.check(component).known()[0].matched_by[0].criteria.clone();
    let by_tag = found_by(&component("pkg:github/madler/zlib@1.2.11"));
    assert_eq!(by_tag.as_deref(), Some("github.com/madler/zlib@1.2.11"));
    let vcs = format!("pkg:generic/zlib?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fmadler%2Fzlib%40{FIRST}");
    assert_eq!(index.check(&component(&vcs)).known().len(), 1);
    // Of a repository no record speaks of, or no place in it, nothing can be said.
    let why = |purl: &str| index.check(&component(purl)).unchecked().unwrap().id();
    assert_eq!(why("pkg:github/madler/other@v1"), "cpe-repository-unknown");
    assert_eq!(why("pkg:github/madler/zlib"), "vulndb-purl-type-unknown");
}

#[test]
fn what_the_sbom_states_is_asked_and_a_fork_has_the_same_commits() {
    let index = zlib(&range(), "");
    let check = |component: &Component| said(&index.check(component));
    let (made, holds) = (RevisionKind::MadeFrom, RevisionKind::Holds);
    let (zlib, fork) = (Some("https://github.com/madler/zlib"), Some("https://git.example/us/zlib"));
    assert_eq!(check(&stated(made, zlib, &[FIRST])), "OSV-2026-1");
    assert_eq!(check(&stated(made, fork, &[FIRST])), "OSV-2026-1");
    // The repository told is the record's: whoever looks it up finds the commit there.
    let of_fork = index.check(&stated(made, fork, &[FIRST])).known()[0].matched_by[0].criteria.clone();
    assert_eq!(of_fork, Some(format!("github.com/madler/zlib@{FIRST}")));
    assert_eq!(check(&stated(made, fork, &[OTHER])), "cpe-repository-unknown");
    assert_eq!(check(&stated(holds, None, &[FIRST])), "OSV-2026-1");
    assert_eq!(check(&stated(holds, None, &[OTHER])), "vulndb-no-purl");
    // That it has the fix in it decides, whatever else it has.
    assert_eq!(check(&stated(holds, None, &[FIRST, FIXED])), "");
    assert_eq!(check(&stated(holds, zlib, &[OTHER])), "cpe-commits-undecided");
    let likely = index.check(&stated(holds, None, &[FIRST])).known()[0].confidence();
    assert_eq!(likely, MatchConfidence::Likely);
}

#[test]
fn a_range_over_all_commits_holds_each_and_a_tag_without_list_is_open() {
    let all = zlib(r#"{"introduced": "0"}"#, "");
    assert_eq!(says(&all, OTHER), "OSV-2026-1");
    let from_the_start = zlib(&format!(r#"{{"introduced": "0"}}, {{"fixed": "{FIXED}"}}"#), "");
    assert_eq!(says(&from_the_start, OTHER), "cpe-commits-undecided");
    assert_eq!(says(&from_the_start, "v1.2.11"), "cpe-commits-undecided");
}

#[test]
fn a_go_module_is_known_by_the_beginning_of_its_commit() {
    let json = |ranges: &str| {
        format!(
            r#"{{"id": "CVE-2026-1", "affected": [{{"ranges": [{{"type": "GIT", "repo": "https://github.com/a/b",
            "events": [{{"introduced": "0"}}, {ranges}]}}]}}]}}"#
        )
    };
    let go = r#"{"id": "GO-2026-1", "affected": [{"package": {"ecosystem": "Go", "name": "x.example/y"},
        "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}"#;
    let check = |events: &str| {
        let index = index_of_json(&[&json(events), go]);
        said(&index.check(&component("pkg:golang/github.com/a/b@v0.0.0-20240101000000-aaaaaaaaaaaa")))
    };
    assert_eq!(check(&format!(r#"{{"last_affected": "{FIRST}"}}"#)), "CVE-2026-1");
    assert_eq!(check(&format!(r#"{{"fixed": "{FIRST}"}}"#)), "");
    // What commits cannot say nobody asked of a package its ecosystem decided.
    assert_eq!(check(&format!(r#"{{"fixed": "{FIXED}"}}"#)), "");
}

/// FIRST ← OTHER ← FIXED ← LATER.
fn histories(is_whole: bool) -> Histories {
    let name = |commit: &str| CommitName::parse(commit).unwrap();
    let mut commits = vec![
        (name(FIRST), vec![]),
        (name(OTHER), vec![name(FIRST)]),
        (name(FIXED), vec![name(OTHER)]),
        (name(LATER), vec![name(FIXED)]),
    ];
    if !is_whole {
        commits[0].1.push(name("eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"));
    }
    let mut histories = Histories::default();
    let tags = [("v1.2.12".to_owned(), name(LATER)), ("v1.2.10".to_owned(), name(OTHER))];
    assert!(histories.add("https://github.com/madler/zlib", CommitHistory::of(commits, tags)));
    assert!(!histories.add("zlib", CommitHistory::default()));
    histories
}

#[test]
fn with_the_history_what_lies_between_is_decided() {
    let index = zlib(&range(), "");
    let with = |histories: &Histories, at: &str| {
        let asked = [component(&format!("pkg:github/madler/zlib@{at}"))];
        said(index.check_with_histories(&asked, &asked, histories).get(0).unwrap())
    };
    let whole = histories(true);
    for (at, expected) in [
        (FIRST, "OSV-2026-1"),
        (OTHER, "OSV-2026-1"),
        ("v1.2.10", "OSV-2026-1"),
        (FIXED, ""),
        (LATER, ""),
        ("v1.2.12", ""),
        // Not in this history.
        ("v1.2.13", "cpe-commits-undecided"),
    ] {
        assert_eq!(with(&whole, at), expected, "{at}");
    }
    // Where the history was cut off before all that the record names, nothing between was lost; a fix that is not in it may be.
    let cut = histories(false);
    assert_eq!((with(&cut, OTHER), with(&cut, LATER)), ("OSV-2026-1".into(), String::new()));
    let elsewhere = zlib(&format!(r#"{{"introduced": "{FIRST}"}}, {{"fixed": "{}"}}"#, "f".repeat(40)), "");
    let asked = [component(&format!("pkg:github/madler/zlib@{LATER}"))];
    let answers = elsewhere.check_with_histories(&asked, &asked, &cut);
    assert_eq!(said(answers.get(0).unwrap()), "cpe-commits-undecided");
}

#[test]
fn of_the_branches_of_a_cve_record_each_has_its_own_fix() {
    let claim = |from: &str, to: &str| VersionClaim {
        status: VersionStatus::Affected,
        version: from.into(),
        until: VersionUntil::LessThan(to.into()),
        version_type: Some("git".into()),
        ..VersionClaim::default()
    };
    let product = AffectedProduct {
        repository: Some("https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git".into()),
        versions: vec![claim(FIRST, FIXED), claim(FIRST, LATER)],
        ..AffectedProduct::default()
    };
    let index =
        index(&[Advisory { id: "CVE-2026-7".into(), products: vec![product], ..Advisory::default() }]);
    let check = |at: &str| {
        said(&index.check(&component(&format!(
            "pkg:git/git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux@{at}"
        ))))
    };
    assert_eq!(
        (check(FIRST), check(FIXED), check(LATER)),
        ("CVE-2026-7".into(), String::new(), String::new())
    );
    let known = index.check(&component(&format!("pkg:github/other/linux@{FIRST}")));
    assert_eq!(known.known()[0].code.as_ref().unwrap().fix_commits, [FIXED, LATER]);
}
