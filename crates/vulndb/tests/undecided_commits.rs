//! What commits, tags and histories leave open is never called unaffected: tags that came later than a record, places that
//! contradict each other, and histories that were cut off.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use proofmark_facts::{
    Advisory, Affected, AffectedRange, CommitHistory, CommitName, Component, RangeEvent, RangeKind, Revision,
    RevisionKind,
};
use proofmark_vulndb::{Checked, Histories, Index};
use reading::{collection, component, index};

const REPOSITORY: &str = "https://github.com/acme/app";
const OPEN: &str = "cpe-commits-undecided";

/// The commit of this number.
fn commit(number: u8) -> String {
    format!("{number:02x}").repeat(20)
}

/// Letters stand for events: `i`ntroduced, `f`ixed, `a`ffected last, `l`imit.
fn range(events: &[(char, u8)]) -> AffectedRange {
    let event = |&(what, number): &(char, u8)| {
        let at = if number == 0 { "0".to_owned() } else { commit(number) };
        match what {
            'i' => RangeEvent::Introduced(at),
            'f' => RangeEvent::Fixed(at),
            'a' => RangeEvent::LastAffected(at),
            _ => RangeEvent::Limit(at),
        }
    };
    AffectedRange {
        kind: RangeKind::Git,
        repository: Some(REPOSITORY.into()),
        events: events.iter().map(event).collect(),
    }
}

fn record(ranges: &[&[(char, u8)]], tags: &[&str]) -> Index {
    let affected = Affected {
        ecosystem: "OSS-Fuzz".into(),
        name: "app".into(),
        ranges: ranges.iter().map(|events| range(events)).collect(),
        versions: tags.iter().collect(),
        ..Affected::default()
    };
    index(&[Advisory { id: "OSV-1".into(), affected: vec![affected], ..Advisory::default() }])
}

/// Commits with their parents, and `tag` at 2.
fn history(commits: &[(u8, &[u8])]) -> CommitHistory {
    let name = |number: u8| CommitName::parse(&commit(number)).unwrap();
    let named =
        commits.iter().map(|(number, of)| (name(*number), of.iter().map(|parent| name(*parent)).collect()));
    CommitHistory::of(named.collect(), [("tag".to_owned(), name(2))])
}

fn said(checked: &Checked) -> String {
    let known = checked.known().iter().map(|known| known.id.clone());
    known.chain(checked.unchecked().map(|because| because.id().to_owned())).collect::<Vec<_>>().join(", ")
}

fn at(
    index: &Index,
    history: Option<CommitHistory>,
    places: &[(RevisionKind, Option<&str>, &str)],
) -> String {
    let mut histories = Histories::default();
    if let Some(history) = history {
        assert!(histories.add(REPOSITORY, history));
    }
    let revisions = places.iter().map(|(kind, repository, at)| Revision {
        repository: repository.map(str::to_owned),
        at: (*at).to_owned(),
        kind: *kind,
    });
    let asked = [Component { name: "app".into(), revisions: revisions.collect(), ..Component::default() }];
    said(index.check_with_histories(&asked, &asked, &histories).get(0).unwrap())
}

fn made_from(index: &Index, history: Option<CommitHistory>, number: u8) -> String {
    at(index, history, &[(RevisionKind::MadeFrom, Some(REPOSITORY), &commit(number))])
}

#[test]
fn a_tag_that_is_not_listed_is_open() {
    for events in [&[('i', 1)][..], &[('i', 1), ('f', 2)], &[('i', 1), ('a', 2)]] {
        let index = record(&[events], &["v7.12", "v7.13.0"]);
        let says = |tag: &str| said(&index.check(&component(&format!("pkg:github/acme/app@{tag}"))));
        assert_eq!(says("v7.13.0"), "OSV-1");
        for tag in ["v7.14.0", "7.13", "release-7.13.0", "v7.13.0.0", "feature/x1", "main"] {
            assert_eq!(says(tag), OPEN, "{tag}");
        }
    }
}

#[test]
fn published_records_leave_tags_open_that_came_after_them() {
    let Some(all) = collection("OSS-Fuzz") else { return };
    // Brought in and never mended: both list tags up to v7.13.0.
    let two: Vec<Advisory> =
        all.into_iter().filter(|it| ["OSV-2018-204", "OSV-2018-6"].contains(&it.id.as_str())).collect();
    let index = index(&two);
    let listed = index.check(&component("pkg:github/aawc/unrar@v7.13.0"));
    assert_eq!(said(&listed), "OSV-2018-204, OSV-2018-6");
    for tag in ["v7.14.0", "7.13", "release-7.13.0", "v7.13.0.0", "feature/x1"] {
        let checked = index.check(&component(&format!("pkg:github/aawc/unrar@{tag}")));
        let because = checked.unchecked().unwrap().to_string();
        assert!(because.contains("OSV-2018-204") && because.contains("OSV-2018-6"), "{tag}: {because}");
    }
}

#[test]
fn a_second_place_closes_nothing_the_first_leaves_open() {
    let (made, holds) = (RevisionKind::MadeFrom, RevisionKind::Holds);
    let (own, other) = (Some(REPOSITORY), Some("https://github.com/acme/other"));
    let (first, fix, unknown) = (commit(1), commit(2), commit(9));
    let index = record(&[&[('i', 1), ('f', 2)]], &["v1"]);
    let says = |places: &[_]| at(&index, None, places);
    for (places, expected) in [
        (vec![(made, own, unknown.as_str()), (holds, own, "r1234")], OPEN),
        (vec![(made, own, unknown.as_str()), (made, own, "branch-5")], OPEN),
        (vec![(made, own, unknown.as_str()), (made, own, fix.as_str())], OPEN),
        (vec![(made, own, fix.as_str()), (holds, None, unknown.as_str())], OPEN),
        (vec![(made, own, fix.as_str()), (made, own, first.as_str())], "OSV-1"),
        (vec![(made, own, fix.as_str()), (made, own, "v1")], "OSV-1"),
        // A held fix decides, and what another repository calls `v1` is nothing here.
        (vec![(made, own, unknown.as_str()), (holds, own, fix.as_str())], ""),
        (vec![(made, own, fix.as_str()), (made, other, "v1")], ""),
        (vec![(made, own, fix.as_str())], ""),
    ] {
        assert_eq!(says(&places), expected, "{places:?}");
    }
    // What came in twice was perhaps mended once.
    let twice = record(&[&[('i', 1), ('f', 2), ('i', 3), ('f', 4)]], &[]);
    assert_eq!(at(&twice, None, &[(made, own, unknown.as_str()), (holds, own, fix.as_str())]), OPEN);
}

#[test]
fn one_range_of_a_record_closes_nothing_another_leaves_open() {
    let index = record(&[&[('i', 1), ('f', 2)], &[('i', 3)]], &[]);
    assert_eq!(made_from(&index, None, 2), OPEN);
    assert_eq!(made_from(&index, None, 3), "OSV-1");
}

/// 1 ← 2 ← 3 ← 4 ← 5 in truth; of a shallow clone the commits that were fetched stand alone.
const WHOLE: [(u8, &[u8]); 5] = [(1, &[]), (2, &[1]), (3, &[2]), (4, &[3]), (5, &[4])];
const SHALLOW: [(u8, &[u8]); 3] = [(2, &[]), (3, &[]), (5, &[])];

#[test]
fn a_shallow_history_denies_nothing_it_cannot_see() {
    let (whole, shallow) = (|| Some(history(&WHOLE)), || Some(history(&SHALLOW)));
    let no_fix = record(&[&[('i', 2)]], &[]);
    assert_eq!(
        (made_from(&no_fix, whole(), 5), made_from(&no_fix, shallow(), 5)),
        ("OSV-1".into(), OPEN.into())
    );
    let fixed = record(&[&[('i', 0), ('f', 3)]], &[]);
    assert_eq!(
        (made_from(&fixed, whole(), 5), made_from(&fixed, shallow(), 5)),
        (String::new(), OPEN.into())
    );
    // A fix that was not fetched at all.
    let missing = record(&[&[('i', 0), ('f', 4)]], &[]);
    assert_eq!(made_from(&missing, shallow(), 5), OPEN);
    assert_eq!(made_from(&missing, Some(history(&[(5, &[])])), 5), OPEN);
    // What is stated not to be shallow has true beginnings, and nothing that is missing comes before them.
    let stated = || Some(history(&SHALLOW).stated_whole());
    assert_eq!(
        (made_from(&no_fix, stated(), 5), made_from(&fixed, stated(), 5)),
        (String::new(), "OSV-1".into())
    );
    assert_eq!(made_from(&missing, stated(), 5), "OSV-1");
}

#[test]
fn of_several_beginnings_each_has_its_end() {
    let whole = || Some(history(&WHOLE));
    let again = record(&[&[('i', 1), ('f', 2), ('i', 4), ('f', 5)]], &[]);
    for (number, expected) in [(1, "OSV-1"), (2, ""), (3, ""), (4, "OSV-1"), (5, "")] {
        assert_eq!(made_from(&again, whole(), number), expected, "{number}");
    }
    // Mended in one range and brought in by the same commit in the next.
    let at_once = record(&[&[('i', 1), ('f', 2), ('i', 2), ('f', 4)]], &[]);
    for (number, expected) in [(2, "OSV-1"), (3, "OSV-1"), (4, "")] {
        assert_eq!(made_from(&at_once, whole(), number), expected, "{number}");
    }
    let last = record(&[&[('i', 2), ('a', 2), ('i', 4), ('a', 4)]], &[]);
    for (number, expected) in [(1, ""), (2, "OSV-1"), (3, ""), (4, "OSV-1"), (5, "")] {
        assert_eq!(made_from(&last, whole(), number), expected, "{number}");
    }
}

#[test]
fn before_one_of_several_limits_is_enough() {
    let whole = || Some(history(&WHOLE));
    let two = record(&[&[('i', 1), ('l', 2), ('l', 4)]], &[]);
    for (number, expected) in [(1, "OSV-1"), (2, "OSV-1"), (3, "OSV-1"), (4, ""), (5, "")] {
        assert_eq!(made_from(&two, whole(), number), expected, "{number}");
    }
    assert_eq!(made_from(&two, None, 2), OPEN, "the other limit may be ahead");
    let one = record(&[&[('i', 1), ('l', 3)]], &[]);
    assert_eq!((made_from(&one, whole(), 2), made_from(&one, whole(), 3)), ("OSV-1".into(), String::new()));
    assert_eq!(made_from(&one, None, 3), "");
    // Beside a limit is not before it, where that can be seen.
    let beside = [(1, &[][..]), (2, &[1]), (3, &[2]), (4, &[1])];
    assert_eq!(made_from(&one, Some(history(&beside)), 4), "");
    let cut = [(1, &[][..]), (3, &[]), (4, &[1])];
    assert_eq!(made_from(&one, Some(history(&cut)), 4), OPEN);
    // A limit that is not in the history may be ahead.
    let gone = record(&[&[('i', 1), ('l', 9)]], &[]);
    assert_eq!(made_from(&gone, whole(), 3), OPEN);
}

#[test]
fn the_commit_a_listed_tag_stands_at_is_listed() {
    let index = record(&[&[('i', 9)]], &["tag"]);
    assert_eq!(made_from(&index, Some(history(&WHOLE)), 2), "OSV-1");
    assert_eq!(made_from(&index, Some(history(&WHOLE)), 3), OPEN);
}

#[test]
fn what_a_history_alone_closed_is_told() {
    let index = record(&[&[('i', 1), ('f', 3)]], &[]);
    let closed = |with: CommitHistory, number: u8| {
        let mut histories = Histories::default();
        assert!(histories.add(REPOSITORY, with));
        assert!(
            !histories.add("git@github.com:Acme/App.git", history(&SHALLOW)),
            "one history for a repository"
        );
        let revision = Revision {
            repository: Some(REPOSITORY.into()),
            at: commit(number),
            kind: RevisionKind::MadeFrom,
        };
        let asked = Component { revisions: vec![revision], ..Component::default() };
        let closed = index.closed_by_histories(&asked, &histories);
        closed
            .into_iter()
            .map(|it| (it.advisory, it.repository, it.commit.to_string(), it.fix))
            .collect::<Vec<_>>()
    };
    let told = |number: u8, fix: Option<u8>| {
        vec![("OSV-1".to_owned(), "github.com/acme/app".to_owned(), commit(number), fix.map(commit))]
    };
    assert_eq!(closed(history(&WHOLE), 4), told(4, Some(3)));
    let apart = history(&[(1, &[]), (3, &[1]), (7, &[])]).stated_whole();
    assert_eq!(closed(apart, 7), told(7, None));
    // What the record itself says, what is affected, and what stays open, no history closed.
    assert_eq!(closed(history(&WHOLE), 3), []);
    assert_eq!(closed(history(&WHOLE), 2), []);
    assert_eq!(closed(history(&SHALLOW), 2), []);
}
