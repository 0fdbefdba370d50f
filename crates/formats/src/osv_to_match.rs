//! OSV records for whoever matches components, hundreds of thousands in a row: in one go over their bytes, without what only
//! people read.
//!
//! A record in which anything is rare or wrong is read by the reader of all of a record, whose word counts. So what is said
//! here of a record is what is said there, or nothing.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use proofmark_facts::{
    Advisory, Affected, AffectedRange, ClaimState, Informational, RangeEvent, Read, SeverityVector,
    VersionList,
};

use crate::Limits;
use crate::input::text_of;
use crate::json::{MOST_ELEMENTS, MOST_TEXTS, Once, Plain, Words};
use crate::osv::{range_kind, read_osv, weaknesses};

/// Reads one OSV record for whoever matches components: without `details`, `references`, `related` and the package URLs beside
/// names, half of most records. Otherwise it says what [`read_osv`] says, and refuses what that refuses.
pub fn read_osv_to_match(bytes: &[u8], limits: &Limits) -> Read<Advisory> {
    if let Some(advisory) = read_plainly(bytes, limits) {
        return Read::with(advisory, Vec::new());
    }
    let read = read_osv(bytes, limits);
    Read { value: read.value.map(to_match), problems: read.problems }
}

/// What matching needs of an advisory.
fn to_match(mut advisory: Advisory) -> Advisory {
    advisory.affected.iter_mut().for_each(|affected| affected.purl = None);
    Advisory { details: None, references: Vec::new(), related: Vec::new(), ..advisory }
}

/// The record, where nothing about it is rare or wrong.
fn read_plainly(bytes: &[u8], limits: &Limits) -> Option<Advisory> {
    let mut json = Plain::new(text_of(bytes, limits.advisory_bytes).ok()?, limits.depth);
    let mut advisory = Advisory::default();
    let (mut once, mut specific) = (Once::default(), Specific::default());
    let mut informational = None;
    json.members(|json, name| {
        match name {
            "id" => {
                once.first(0)?;
                advisory.id = text(json)?;
            }
            "schema_version" => {
                once.first(1)?;
                json.text()?.starts_with("1.").then_some(())?;
            }
            "aliases" => {
                once.first(2)?;
                advisory.aliases = list(json, text)?;
            }
            "upstream" => {
                once.first(3)?;
                advisory.upstream = list(json, text)?;
            }
            "published" => {
                once.first(5)?;
                advisory.published_at = instant(json)?;
            }
            "modified" => {
                once.first(6)?;
                advisory.modified_at = instant(json)?;
            }
            "withdrawn" => {
                once.first(7)?;
                advisory.withdrawn_at = Some(instant(json)??);
                advisory.state = ClaimState::Withdrawn;
            }
            "summary" => {
                once.first(8)?;
                advisory.summary = json.unless_null(text)?;
            }
            "severity" => {
                once.first(10)?;
                advisory.severities = list(json, severity)?;
            }
            "affected" => {
                once.first(11)?;
                (advisory.affected, informational) = all_affected(json)?;
            }
            "database_specific" => {
                once.first(13)?;
                specific = json.unless_null(Specific::read)?.unwrap_or_default();
            }
            _ => pass_member(json, name, &mut once)?,
        }
        Some(())
    })?;
    json.end()?;
    (!advisory.id.trim().is_empty()).then_some(())?;
    for affected in &mut advisory.affected {
        if affected.severity_word.is_none() {
            affected.severity_word = specific.severity.as_deref().map(str::to_owned);
        }
    }
    advisory.informational = specific.informational.or(informational);
    advisory.weaknesses = weaknesses(specific.cwe_ids);
    Some(advisory)
}

/// A member of a record that matching does not need.
fn pass_member(json: &mut Plain<'_>, name: &str, once: &mut Once) -> Option<()> {
    match name {
        "related" => {
            once.first(4)?;
            list(json, Plain::pass_text).map(drop)
        }
        "details" => {
            once.first(9)?;
            json.unless_null(Plain::pass_text).map(drop)
        }
        "references" => {
            once.first(12)?;
            list(json, pass_reference).map(drop)
        }
        _ => json.pass(),
    }
}

fn text(json: &mut Plain<'_>) -> Option<String> {
    json.text().map(Words::into_string)
}

/// A list; `null` is an empty one.
fn list<'a, T>(json: &mut Plain<'a>, mut read: impl FnMut(&mut Plain<'a>) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    json.unless_null(|json| {
        json.elements(|json| {
            list.push(read(json)?);
            (list.len() <= MOST_ELEMENTS).then_some(())
        })
    })?;
    Some(list)
}

/// A time; none where it is `null` or in the year 1.
#[expect(clippy::option_option, reason = "given up, and `null`, are two things")]
fn instant(json: &mut Plain<'_>) -> Option<Option<Timestamp>> {
    let Some(written) = json.unless_null(Plain::text)? else { return Some(None) };
    let read = universal_time(&written).or_else(|| written.parse().ok())?;
    Some(Some(read).filter(|_| !written.starts_with("0001-")))
}

/// A time as nearly every record writes it, `2024-02-03T04:05:06.789Z`; nothing where it is not, which may still be a time.
fn universal_time(written: &str) -> Option<Timestamp> {
    let (whole, fraction) = written.as_bytes().strip_suffix(b"Z")?.split_at_checked(19)?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2] = whole
    else {
        return None;
    };
    let number =
        |digits: &[u8]| digits.iter().try_fold(0_i32, |number, &digit| Some(number * 10 + value(digit)?));
    let two = |tens, ones| i8::try_from(number(&[tens, ones])?).ok();
    let nanoseconds = match fraction {
        [] => 0,
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => digits
            .iter()
            .chain([b'0'; 9].iter())
            .take(9)
            .try_fold(0_i32, |number, &digit| Some(number * 10 + value(digit)?))?,
        _ => return None,
    };
    let year = i16::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    let time = DateTime::new(
        year,
        two(m1, m2)?,
        two(d1, d2)?,
        two(h1, h2)?,
        two(n1, n2)?,
        two(s1, s2)?,
        nanoseconds,
    );
    Offset::UTC.to_timestamp(time.ok()?).ok()
}

fn value(digit: u8) -> Option<i32> {
    digit.is_ascii_digit().then(|| i32::from(digit - b'0'))
}

fn severity(json: &mut Plain<'_>) -> Option<SeverityVector> {
    let (mut scheme, mut vector) = (None, None);
    json.members(|json, name| match name {
        "type" => set(&mut scheme, text(json)?),
        "score" => set(&mut vector, text(json)?),
        _ => json.pass(),
    })?;
    Some(SeverityVector { scheme: scheme?, vector: vector? })
}

/// Only what was not set before.
fn set<T>(place: &mut Option<T>, value: T) -> Option<()> {
    let is_first = place.is_none();
    *place = Some(value);
    is_first.then_some(())
}

fn pass_reference(json: &mut Plain<'_>) -> Option<()> {
    let mut once = Once::default();
    json.members(|json, name| {
        if name != "url" {
            return json.pass();
        }
        once.first(0)?;
        json.unless_null(Plain::pass_text).map(drop)
    })
}

/// The packages, and what is told of all of them where that is no vulnerability: of one it may tell of one.
fn all_affected(json: &mut Plain<'_>) -> Option<(Vec<Affected>, Option<Informational>)> {
    let mut each = Some(None);
    let all = list(json, |json| {
        let (affected, tells) = affected(json)?;
        each = each.zip(tells).map(|(all, one)| all.max(Some(one)));
        Some(affected)
    })?;
    Some((all, each.flatten()))
}

/// A package with what is said of it, and what is told of it where that is no vulnerability.
fn affected(json: &mut Plain<'_>) -> Option<(Affected, Option<Informational>)> {
    let mut affected = Affected::default();
    let mut once = Once::default();
    let (mut of_ecosystem, mut of_database, mut informational) = (None, None, None);
    json.members(|json, name| {
        match name {
            "package" => {
                once.first(0)?;
                json.unless_null(|json| package(json, &mut affected))?;
            }
            "ranges" => {
                once.first(1)?;
                affected.ranges = list(json, range)?;
            }
            "versions" => {
                once.first(2)?;
                affected.versions = versions(json)?;
            }
            "severity" => {
                once.first(3)?;
                affected.severities = list(json, severity)?;
            }
            "ecosystem_specific" => {
                once.first(4)?;
                of_ecosystem = json.unless_null(Specific::read)?.and_then(|it| it.severity);
            }
            "database_specific" => {
                once.first(5)?;
                let specific = json.unless_null(Specific::read)?.unwrap_or_default();
                (of_database, informational) = (specific.severity, specific.informational);
            }
            _ => json.pass()?,
        }
        Some(())
    })?;
    affected.severity_word = of_ecosystem.or(of_database).map(Words::into_string);
    Some((affected, informational))
}

fn package(json: &mut Plain<'_>, affected: &mut Affected) -> Option<()> {
    let mut once = Once::default();
    json.members(|json, name| {
        match name {
            "ecosystem" => {
                once.first(0)?;
                affected.ecosystem = json.unless_null(text)?.unwrap_or_default();
            }
            "name" => {
                once.first(1)?;
                affected.name = json.unless_null(text)?.unwrap_or_default();
            }
            "purl" => {
                once.first(2)?;
                json.unless_null(Plain::pass_text)?;
            }
            _ => json.pass()?,
        }
        Some(())
    })
}

fn versions(json: &mut Plain<'_>) -> Option<VersionList> {
    let mut versions = VersionList::default();
    json.unless_null(|json| {
        json.elements(|json| {
            versions.push(&json.text()?);
            (versions.len() <= MOST_ELEMENTS).then_some(())
        })
    })?;
    Some(versions)
}

fn range(json: &mut Plain<'_>) -> Option<AffectedRange> {
    let (mut kind, mut repository, mut events) = (None, None, Vec::new());
    let mut once = Once::default();
    json.members(|json, name| {
        match name {
            "type" => set(&mut kind, range_kind(&json.text()?)?)?,
            "repo" => {
                once.first(0)?;
                repository = json.unless_null(text)?;
            }
            "events" => {
                once.first(1)?;
                let mut count = 0;
                json.unless_null(|json| {
                    json.elements(|json| {
                        count += 1;
                        (count <= MOST_ELEMENTS).then_some(())?;
                        event(json, &mut events)
                    })
                })?;
            }
            _ => json.pass()?,
        }
        Some(())
    })?;
    Some(AffectedRange { kind: kind?, repository, events })
}

/// An event with one member, as the schema has it.
fn event(json: &mut Plain<'_>, events: &mut Vec<RangeEvent>) -> Option<()> {
    let mut read = None;
    json.members(|json, name| match name {
        "introduced" => set(&mut read, RangeEvent::Introduced(text(json)?)),
        "fixed" => set(&mut read, RangeEvent::Fixed(text(json)?)),
        "last_affected" => set(&mut read, RangeEvent::LastAffected(text(json)?)),
        "limit" => set(&mut read, RangeEvent::Limit(text(json)?)),
        _ => json.pass(),
    })?;
    events.extend(read);
    Some(())
}

/// What a database adds on its own, of which any may be of any shape.
#[derive(Default)]
struct Specific<'a> {
    severity: Option<Words<'a>>,
    cwe_ids: Vec<Words<'a>>,
    informational: Option<Informational>,
}

impl<'a> Specific<'a> {
    fn read(json: &mut Plain<'a>) -> Option<Self> {
        let (mut specific, mut once) = (Self::default(), Once::default());
        json.members(|json, name| {
            match name {
                "severity" => {
                    once.first(0)?;
                    specific.severity = maybe_text(json)?;
                }
                "cwe_ids" => {
                    once.first(1)?;
                    specific.cwe_ids = list(json, maybe_text)?.into_iter().flatten().collect();
                }
                "informational" => {
                    once.first(2)?;
                    specific.informational = maybe_text(json)?.as_deref().and_then(Informational::of);
                }
                _ => json.pass()?,
            }
            Some(())
        })?;
        (specific.cwe_ids.len() <= MOST_TEXTS).then_some(specific)
    }
}

/// A text, or nothing where it is `null`; of anything else the reader of all of a record says what it is.
#[expect(clippy::option_option, reason = "given up, and `null`, are two things")]
fn maybe_text<'a>(json: &mut Plain<'a>) -> Option<Option<Words<'a>>> {
    json.unless_null(Plain::text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// With every member that is read, and such as are passed over.
    const RECORD: &str = r#"{"schema_version": "1.7.0", "id": "GHSA-x", "modified": "2024-02-03T04:05:06.789Z",
        "published": "2024-02-03T04:05:06Z", "aliases": ["CVE-2024-1"], "upstream": null, "related": ["CVE-2024-2"], "summary": "a \"b\"",
        "details": "a\n\u003c \u00e9 é", "credits": [{"name": "x", "contact": [null, true, -1.5e3]}],
        "references": [{"type": "WEB", "url": "https://e"}, {"url": null}],
        "database_specific": {"severity": "HIGH", "cwe": [{}], "cwe_ids": ["CWE-79", "CWE-80", "CWE-79", "NVD-CWE-Other"]},
        "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}],
        "affected": [
          {"package": {"ecosystem": "npm", "name": "left-pad", "purl": "pkg:npm/left-pad"}, "versions": ["1.0.0", "2.0", ""],
           "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}, {"last_affected": "2"}, {}]}]},
          {"ecosystem_specific": {"severity": null}, "database_specific": {"severity": "low", "source": "x"}, "severity": [],
           "ranges": [{"type": "GIT", "repo": "https://g", "events": [{"introduced": "0"}, {"limit": "9"}]}]}]}"#;

    /// What the reader of all of a record says, but for what matching does not need.
    fn said(bytes: &[u8], limits: &Limits) -> Read<Advisory> {
        let read = read_osv(bytes, limits);
        let without = |mut advisory: Advisory| {
            (advisory.details, advisory.references, advisory.related) = (None, Vec::new(), Vec::new());
            advisory.affected.iter_mut().for_each(|affected| affected.purl = None);
            advisory
        };
        Read { value: read.value.map(without), problems: read.problems }
    }

    fn is_plain(written: &str) -> bool {
        read_plainly(written.as_bytes(), &Limits::default()).is_some()
    }

    #[test]
    fn a_record_is_read_as_by_the_reader_of_all_of_it() {
        let limits = Limits::default();
        assert!(is_plain(RECORD));
        let read = read_osv_to_match(RECORD.as_bytes(), &limits);
        assert_eq!(read, said(RECORD.as_bytes(), &limits));
        let advisory = read.value.unwrap();
        assert_eq!((advisory.summary.as_deref(), advisory.weaknesses.len()), (Some("a \"b\""), 2));
        let words: Vec<Option<&str>> =
            advisory.affected.iter().map(|it| it.severity_word.as_deref()).collect();
        assert_eq!(words, [Some("HIGH"), Some("low")]);
        // Withdrawn, too long, too deep.
        let withdrawn = RECORD.replace("\"summary\"", "\"withdrawn\": \"2025-01-01T00:00:00Z\", \"summary\"");
        assert!(is_plain(&withdrawn));
        assert_eq!(read_osv_to_match(withdrawn.as_bytes(), &limits), said(withdrawn.as_bytes(), &limits));
        for limits in
            [Limits { advisory_bytes: 99, ..Limits::default() }, Limits { depth: 5, ..Limits::default() }]
        {
            assert_eq!(read_osv_to_match(RECORD.as_bytes(), &limits), said(RECORD.as_bytes(), &limits));
            assert!(read_plainly(RECORD.as_bytes(), &limits).is_none());
        }
    }

    #[test]
    fn what_is_no_vulnerability_is_told_as_by_the_reader_of_all_of_it() {
        let words = ["\"unmaintained\"", "\"notice\"", "\"unsound\"", "null"];
        let specific = |word: &str| format!(r#"{{"database_specific": {{"informational": {word}}}}}"#);
        for own in words {
            for one in words {
                for other in words {
                    let affected = format!("[{}, {}]", specific(one), specific(other));
                    for affected in [affected.as_str(), "[]", "null"] {
                        let of_it = specific(own);
                        let written = format!(r#"{{"id": "R", "affected": {affected}, {}"#, &of_it[1..]);
                        let read = read_osv_to_match(written.as_bytes(), &Limits::default());
                        assert!(is_plain(&written), "{written}");
                        assert_eq!(read, said(written.as_bytes(), &Limits::default()), "{written}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_rare_or_wrong_is_told_by_the_reader_of_all_of_it() {
        let written = |members: &str| format!(r#"{{"id": "GHSA-x", {members}}}"#);
        for members in [
            r#""details": 5"#,
            r#""details": "\ud83d\ude00""#,
            r#""details": "\ud800""#,
            r#""details": "\x""#,
            "\"details\": \"a\nb\"",
            r#""related": [5]"#,
            r#""id": "GHSA-y""#,
            r#""summary": null, "summary": "s""#,
            r#""modified": "yesterday""#,
            r#""withdrawn": "0001-01-01T00:00:00Z""#,
            r#""withdrawn": null"#,
            r#""schema_version": "2.0""#,
            r#""references": [{"url": 5}]"#,
            r#""references": [[]]"#,
            r#""severity": [{"type": "CVSS_V3"}]"#,
            r#""severity": [{"type": "a", "type": "b", "score": "c"}]"#,
            r#""database_specific": {"severity": 1e999}"#,
            r#""database_specific": {"cwe_ids": [1e999]}"#,
            r#""database_specific": []"#,
            r#""database_specific": {"cwe_ids": {"CWE-1": 2}}"#,
            r#""affected": [[]]"#,
            r#""affected": {}"#,
            r#""affected": [{"package": []}]"#,
            r#""affected": [{"package": {"purl": 5}}]"#,
            r#""affected": [{"package": {"purl": "a", "purl": "b"}}]"#,
            r#""affected": [{"ranges": [{}]}]"#,
            r#""affected": [{"ranges": [{"type": "DATE", "events": []}]}]"#,
            r#""affected": [{"ranges": [{"type": "GIT", "type": "GIT"}]}]"#,
            r#""affected": [{"ranges": [{"type": "GIT", "events": [{"fixed": "1", "introduced": "0"}]}]}]"#,
            r#""affected": [{"ranges": [{"type": "GIT", "events": [{"fixed": "1", "fixed": "2"}]}]}]"#,
            r#""affected": [{"ranges": [{"type": "GIT", "events": [{"fixed": null}]}]}]"#,
            r#""affected": [{"versions": [1]}]"#,
        ] {
            let written = written(members);
            let bytes = written.as_bytes();
            assert!(!is_plain(&written), "{written}");
            assert_eq!(
                read_osv_to_match(bytes, &Limits::default()),
                said(bytes, &Limits::default()),
                "{written}"
            );
        }
        for whole in
            [" [{}]", "", "{}", r#"{"id": " "}"#, r#"{"id": "a"} x"#, "{\"id\": \"\u{7f}\"", r#"["a"]"#]
        {
            assert_eq!(
                read_osv_to_match(whole.as_bytes(), &Limits::default()),
                said(whole.as_bytes(), &Limits::default())
            );
            assert!(!is_plain(whole), "{whole}");
        }
    }

    #[test]
    fn a_member_that_stands_twice_is_for_the_reader_of_all_of_it() {
        let of_record = |member: &str| format!(r#"{{"id": "R", {member}, {member}}}"#);
        let of_affected = |member: &str| format!(r#"{{"id": "R", "affected": [{{{member}, {member}}}]}}"#);
        let of_package =
            |member: &str| format!(r#"{{"id": "R", "affected": [{{"package": {{{member}, {member}}}}}]}}"#);
        let of_range = |member: &str| {
            format!(r#"{{"id": "R", "affected": [{{"ranges": [{{"type": "GIT", {member}, {member}}}]}}]}}"#)
        };
        let specific =
            |member: &str| format!(r#"{{"id": "R", "database_specific": {{{member}, {member}}}}}"#);
        let records = [
            r#""schema_version": "1.7.0""#,
            r#""aliases": ["a"]"#,
            r#""upstream": []"#,
            r#""related": []"#,
            r#""published": null"#,
            r#""modified": null"#,
            r#""withdrawn": "2025-01-01T00:00:00Z""#,
            r#""summary": "s""#,
            r#""details": "d""#,
            r#""severity": []"#,
            r#""affected": []"#,
            r#""references": []"#,
            r#""database_specific": {}"#,
        ];
        let affected = [
            r#""package": {}"#,
            r#""ranges": []"#,
            r#""versions": []"#,
            r#""severity": []"#,
            r#""ecosystem_specific": {}"#,
            r#""database_specific": {}"#,
        ];
        let packages = [r#""ecosystem": "npm""#, r#""name": "a""#, r#""purl": "pkg:npm/a""#];
        let ranges = [r#""repo": "https://g""#, r#""events": []"#];
        let specifics = [r#""severity": "HIGH""#, r#""cwe_ids": []"#, r#""informational": "notice""#];
        let all = records.iter().map(|it| of_record(it)).chain(affected.iter().map(|it| of_affected(it)));
        let all =
            all.chain(packages.iter().map(|it| of_package(it))).chain(ranges.iter().map(|it| of_range(it)));
        for written in all.chain(specifics.iter().map(|it| specific(it))) {
            let read = read_osv_to_match(written.as_bytes(), &Limits::default());
            assert!(!is_plain(&written), "{written}");
            assert_eq!(read, said(written.as_bytes(), &Limits::default()), "{written}");
        }
    }

    #[test]
    fn the_ecosystem_has_the_first_word_on_how_severe_it_is() {
        let written = r#"{"id": "R", "affected": [{"ecosystem_specific": {"severity": "LOW"}, "database_specific": {"severity": "HIGH"}}]}"#;
        assert!(is_plain(written));
        let read = read_osv_to_match(written.as_bytes(), &Limits::default());
        assert_eq!(read, said(written.as_bytes(), &Limits::default()));
        assert_eq!(read.value.unwrap().affected[0].severity_word.as_deref(), Some("LOW"));
    }

    #[test]
    fn no_list_is_longer_than_its_reader_takes() {
        let of_texts = |count: usize| {
            let cwes = vec![r#""CWE-1""#; count].join(",");
            format!(r#"{{"id": "a", "database_specific": {{"cwe_ids": [{cwes}]}}}}"#)
        };
        assert!(is_plain(&of_texts(MOST_TEXTS)) && !is_plain(&of_texts(MOST_TEXTS + 1)));
        let of_versions = |count: usize| {
            format!(r#"{{"id": "a", "affected": [{{"versions": [{}]}}]}}"#, vec![r#""1""#; count].join(","))
        };
        let of_events = |count: usize| {
            let events = vec!["{}"; count].join(",");
            format!(r#"{{"id": "a", "affected": [{{"ranges": [{{"type": "GIT", "events": [{events}]}}]}}]}}"#)
        };
        for of in [&of_versions as &dyn Fn(usize) -> String, &of_events] {
            let longer = of(MOST_ELEMENTS + 1);
            assert!(is_plain(&of(MOST_ELEMENTS)) && !is_plain(&longer));
            assert_eq!(
                read_osv_to_match(longer.as_bytes(), &Limits::default()),
                said(longer.as_bytes(), &Limits::default())
            );
        }
        for (list, element) in [("related", r#""a""#), ("references", "{}")] {
            let of =
                |count: usize| format!(r#"{{"id": "a", "{list}": [{}]}}"#, vec![element; count].join(","));
            assert!(is_plain(&of(MOST_ELEMENTS)) && !is_plain(&of(MOST_ELEMENTS + 1)), "{list}");
            let longer = of(MOST_ELEMENTS + 1);
            assert_eq!(read_osv_to_match(longer.as_bytes(), &Limits::default()).value, None);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        /// One or two places of a record overwritten, cut or doubled.
        #[test]
        fn a_changed_record_is_read_as_by_the_reader_of_all_of_it(
            changes in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..12, prop::sample::select(vec![
                "", "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "5", "-0.5", "1e999", "\"x\"", "\\u00e9", "\\ud800", "\u{1}", "é", " \n",
                "\"id\": \"a\",", "\"type\":", "{}", "[]", "\"severity\": \"low\",", "\"events\": [],", "\"purl\": null,",
            ])), 1..3),
        ) {
            let mut written = RECORD.to_owned();
            for (at, length, put) in changes {
                let mut from = at.index(written.len());
                while !written.is_char_boundary(from) {
                    from -= 1;
                }
                let mut to = (from + length).min(written.len());
                while !written.is_char_boundary(to) {
                    to += 1;
                }
                written.replace_range(from..to, put);
            }
            let limits = Limits::default();
            prop_assert_eq!(read_osv_to_match(written.as_bytes(), &limits), said(written.as_bytes(), &limits), "{}", written);
        }

        #[test]
        fn a_time_is_what_its_reader_says(
            year in 0_u32..10000, rest in proptest::collection::vec(0_u32..70, 5), fraction in "(\\.[0-9]{0,10})?", zone in "Z|z|\\+01:00|",
        ) {
            let [month, day, hour, minute, second] = rest[..] else { return Ok(()) };
            let (month, day, hour) = (month % 14, day % 33, hour % 26);
            let written = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}");
            if let Some(read) = universal_time(&written) {
                prop_assert_eq!(Ok(read), written.parse::<Timestamp>().map_err(|error| error.to_string()), "{}", written);
            }
        }
    }

    #[test]
    fn times_as_nearly_every_record_writes_them_are_read_at_once() {
        for written in [
            "2024-02-29T23:59:59Z",
            "2024-02-03T04:05:06.7Z",
            "2024-02-03T04:05:06.123456789Z",
            "0001-01-01T00:00:00Z",
        ] {
            assert_eq!(universal_time(written), Some(written.parse().unwrap()), "{written}");
        }
        for written in [
            "2023-02-29T00:00:00Z",
            "2024-02-03T04:05:60Z",
            "2024-02-03T04:05:06.Z",
            "2024-02-03 04:05:06Z",
            "2024-0a-03T04:05:06Z",
            "",
        ] {
            assert_eq!(universal_time(written), None, "{written}");
        }
    }
}
