//! OSV JSON, schema 1.0 to 1.7 (<https://ossf.github.io/osv-schema/>).

use jiff::Timestamp;
use proofmark_facts::{
    Advisory, Affected, AffectedRange, ClaimState, Informational, Place, Problem, RangeEvent, RangeKind,
    Read, SeverityVector,
};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::json::{List, ListedVersions, MaybeList, MaybeWords, Words, read_value};
use crate::problems::Problems;

/// Reads one OSV record.
///
/// Members of later schemas are passed over. A `modified` in the year 1, which some databases leave unset
/// that way, is absent. A range of an unknown type is told of and left out.
pub fn read_osv(bytes: &[u8], limits: &Limits) -> Read<Advisory> {
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Read::refused(Problem::error(Place::default(), text!("formats-osv-list")));
    }
    match read_value::<Record<'_>>(bytes, limits.advisory_bytes, limits.depth, "OSV") {
        Ok(record) => record.into_advisory(Problems::new(limits.problems)),
        Err(problem) => Read::refused(*problem),
    }
}

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    schema_version: Option<Words<'a>>,
    #[serde(borrow)]
    id: Option<Words<'a>>,
    #[serde(default, borrow)]
    aliases: List<Words<'a>>,
    #[serde(default, borrow)]
    upstream: List<Words<'a>>,
    #[serde(default, borrow)]
    related: List<Words<'a>>,
    #[serde(borrow)]
    published: Option<Words<'a>>,
    #[serde(borrow)]
    modified: Option<Words<'a>>,
    #[serde(borrow)]
    withdrawn: Option<Words<'a>>,
    #[serde(borrow)]
    summary: Option<Words<'a>>,
    #[serde(borrow)]
    details: Option<Words<'a>>,
    #[serde(default, borrow)]
    severity: List<WrittenSeverity<'a>>,
    #[serde(default, borrow)]
    affected: List<WrittenAffected<'a>>,
    #[serde(default, borrow)]
    references: List<Reference<'a>>,
    #[serde(borrow)]
    database_specific: Option<Specific<'a>>,
}

#[derive(Deserialize)]
struct WrittenSeverity<'a> {
    #[serde(rename = "type", borrow)]
    scheme: Words<'a>,
    #[serde(borrow)]
    score: Words<'a>,
}

#[derive(Deserialize)]
struct WrittenAffected<'a> {
    #[serde(borrow)]
    package: Option<Package<'a>>,
    #[serde(default, borrow)]
    ranges: List<WrittenRange<'a>>,
    #[serde(default)]
    versions: ListedVersions,
    #[serde(default, borrow)]
    severity: List<WrittenSeverity<'a>>,
    #[serde(borrow)]
    ecosystem_specific: Option<Specific<'a>>,
    #[serde(borrow)]
    database_specific: Option<Specific<'a>>,
}

#[derive(Deserialize, Default)]
struct Package<'a> {
    #[serde(borrow)]
    ecosystem: Option<Words<'a>>,
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    purl: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct WrittenRange<'a> {
    #[serde(rename = "type", borrow)]
    kind: Option<Words<'a>>,
    #[serde(borrow)]
    repo: Option<Words<'a>>,
    #[serde(default, borrow)]
    events: List<WrittenEvent<'a>>,
}

#[derive(Deserialize)]
struct WrittenEvent<'a> {
    #[serde(borrow)]
    introduced: Option<Words<'a>>,
    #[serde(borrow)]
    fixed: Option<Words<'a>>,
    #[serde(borrow)]
    last_affected: Option<Words<'a>>,
    #[serde(borrow)]
    limit: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Reference<'a> {
    #[serde(borrow)]
    url: Option<Words<'a>>,
}

/// What a database adds on its own: only its word for the severity, the weaknesses as GitHub writes them, and what `RustSec` calls
/// informational. Nothing of it is in the schema, so any of it may be of any shape.
#[derive(Deserialize)]
struct Specific<'a> {
    #[serde(default, borrow)]
    severity: MaybeWords<'a>,
    #[serde(default, borrow)]
    cwe_ids: MaybeList<'a>,
    #[serde(default, borrow)]
    informational: MaybeWords<'a>,
}

impl Specific<'_> {
    fn informational(&self) -> Option<Informational> {
        Informational::of(self.informational.0.as_deref()?)
    }
}

impl Record<'_> {
    fn into_advisory(self, mut problems: Problems) -> Read<Advisory> {
        let informational = self.informational();
        let id = self.id.map(Words::into_string).unwrap_or_default();
        if id.trim().is_empty() {
            problems.error(Place::at("/id"), text!("formats-osv-without-id"));
        }
        if let Some(version) = self.schema_version.filter(|version| !version.starts_with("1.")) {
            let says = text!("formats-osv-version", version = excerpt(&version));
            problems.warn(Place::at("/schema_version"), says);
        }
        let mut instant = |written: Option<Words<'_>>, place: &str| -> Option<Timestamp> {
            let written = written?;
            let read: Option<Timestamp> = written.parse().ok();
            if read.is_none() {
                let says = text!("formats-instant-unreadable", instant = excerpt(&written));
                problems.warn(Place::at(place), says);
            }
            read.filter(|_| !written.starts_with("0001-"))
        };
        let published_at = instant(self.published, "/published");
        let modified_at = instant(self.modified, "/modified");
        let withdrawn = self.withdrawn.is_some();
        let withdrawn_at = instant(self.withdrawn, "/withdrawn");
        if withdrawn && withdrawn_at.is_none() {
            // Read as if it stood, it would make findings its source has taken back.
            problems.error(Place::at("/withdrawn"), text!("formats-osv-withdrawn-unreadable"));
        }
        let (word, cwe_ids) = self
            .database_specific
            .map_or((None, Vec::new()), |specific| (specific.severity.0, specific.cwe_ids.0));
        let affected = self.affected.0.into_iter().enumerate();
        let affected =
            affected.map(|(index, it)| it.into_affected(index, word.as_deref(), &mut problems)).collect();
        let advisory = Advisory {
            id,
            aliases: strings(self.aliases),
            upstream: strings(self.upstream),
            related: strings(self.related),
            published_at,
            modified_at,
            withdrawn_at,
            summary: self.summary.map(Words::into_string),
            details: self.details.map(Words::into_string),
            severities: severities(self.severity),
            weaknesses: weaknesses(cwe_ids),
            affected,
            references: self
                .references
                .0
                .into_iter()
                .filter_map(|it| it.url.map(Words::into_string))
                .collect(),
            state: if withdrawn { ClaimState::Withdrawn } else { ClaimState::Published },
            informational,
            ..Advisory::default()
        };
        Read::with(advisory, problems.told())
    }

    /// What the whole record tells of where that is no vulnerability: of one package it may tell of one.
    fn informational(&self) -> Option<Informational> {
        let own = self.database_specific.as_ref().and_then(Specific::informational);
        let each = self.affected.0.iter().map(|it| it.database_specific.as_ref()?.informational());
        own.or_else(|| each.collect::<Option<Vec<_>>>()?.into_iter().max())
    }
}

impl WrittenAffected<'_> {
    fn into_affected(self, index: usize, word: Option<&str>, problems: &mut Problems) -> Affected {
        let package = self.package.unwrap_or_default();
        let of = |specific: Option<Specific<'_>>| {
            specific.and_then(|specific| specific.severity.0).map(Words::into_string)
        };
        let own_word = of(self.ecosystem_specific).or_else(|| of(self.database_specific));
        let mut ranges = Vec::with_capacity(self.ranges.0.len());
        for (number, range) in self.ranges.0.into_iter().enumerate() {
            let kind = range.kind.as_deref().unwrap_or_default();
            let Some(kind) = range_kind(kind) else {
                let place = Place::at(format!("/affected/{index}/ranges/{number}/type"));
                problems.warn(place, text!("formats-osv-range-type", kind = excerpt(kind)));
                continue;
            };
            let events = range.events.0.into_iter().flat_map(WrittenEvent::into_events).collect();
            ranges.push(AffectedRange { kind, repository: range.repo.map(Words::into_string), events });
        }
        Affected {
            ecosystem: package.ecosystem.map(Words::into_string).unwrap_or_default(),
            name: package.name.map(Words::into_string).unwrap_or_default(),
            purl: package.purl.map(Words::into_string),
            ranges,
            versions: self.versions.0,
            severities: severities(self.severity),
            severity_word: own_word.or_else(|| word.map(str::to_owned)),
        }
    }
}

impl WrittenEvent<'_> {
    /// The schema allows one of them in an event; where there are more, none is lost.
    fn into_events(self) -> impl Iterator<Item = RangeEvent> {
        let introduced = self.introduced.map(|version| RangeEvent::Introduced(version.into_string()));
        let fixed = self.fixed.map(|version| RangeEvent::Fixed(version.into_string()));
        let last = self.last_affected.map(|version| RangeEvent::LastAffected(version.into_string()));
        let limit = self.limit.map(|version| RangeEvent::Limit(version.into_string()));
        [introduced, fixed, last, limit].into_iter().flatten()
    }
}

/// The type of a range as the schema writes it.
pub(crate) fn range_kind(written: &str) -> Option<RangeKind> {
    match written {
        "SEMVER" => Some(RangeKind::SemVer),
        "ECOSYSTEM" => Some(RangeKind::Ecosystem),
        "GIT" => Some(RangeKind::Git),
        _ => None,
    }
}

/// Those of the enumeration: other words (`NVD-CWE-noinfo`) say that nobody knows.
pub(crate) fn weaknesses(written: Vec<Words<'_>>) -> Vec<String> {
    let mut weaknesses: Vec<String> = Vec::new();
    for id in written {
        if id.starts_with("CWE-") && !weaknesses.iter().any(|known| **known == *id) {
            weaknesses.push(id.into_string());
        }
    }
    weaknesses
}

fn strings(list: List<Words<'_>>) -> Vec<String> {
    list.0.into_iter().map(Words::into_string).collect()
}

fn severities(list: List<WrittenSeverity<'_>>) -> Vec<SeverityVector> {
    let vector = |it: WrittenSeverity<'_>| SeverityVector {
        scheme: it.scheme.into_string(),
        vector: it.score.into_string(),
    };
    list.0.into_iter().map(vector).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Read<Advisory> {
        read_osv(json.as_bytes(), &Limits::default())
    }

    #[test]
    fn a_list_of_records_is_told_what_it_is() {
        let read = read(" [{\"id\": \"OSV-1\"}]");
        assert_eq!(
            read.problems.iter().map(|problem| problem.says.id()).collect::<Vec<_>>(),
            ["formats-osv-list"]
        );
    }

    #[test]
    fn a_record_is_read_whole() {
        let json = r#"{"schema_version": "1.7.0", "id": "GHSA-x", "modified": "0001-01-01T00:00:00Z",
            "published": "2024-02-03T04:05:06Z", "aliases": ["CVE-2024-1"], "upstream": null, "future": [1],
            "database_specific": {"severity": "HIGH", "cwe": [{}], "cwe_ids": ["CWE-79", 5, "CWE-80", "CWE-79", "NVD-CWE-Other"]},
            "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}],
            "affected": [
              {"package": {"ecosystem": "npm", "name": "left-pad"}, "versions": ["1.0.0"],
               "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]},
              {"ecosystem_specific": {"severity": 7}, "database_specific": {"severity": "low"},
               "ranges": [{"type": "GIT", "repo": "https://g", "events": [{"introduced": "0"}, {"limit": "9"}]},
                          {"type": "DATE", "events": []}]}]}"#;
        let read = read(json);
        let advisory = read.value.unwrap();
        assert_eq!(advisory.modified_at, None);
        assert_eq!(advisory.published_at.unwrap().to_string(), "2024-02-03T04:05:06Z");
        assert_eq!(advisory.aliases, ["CVE-2024-1"]);
        assert_eq!(advisory.weaknesses, ["CWE-79", "CWE-80"]);
        let [npm, git] = &advisory.affected[..] else { panic!("{advisory:?}") };
        assert_eq!((npm.ecosystem.as_str(), npm.severity_word.as_deref()), ("npm", Some("HIGH")));
        let events = [RangeEvent::Introduced("0".into()), RangeEvent::Fixed("1.3.0".into())];
        assert_eq!(npm.ranges[0].events, events);
        assert_eq!(git.severity_word.as_deref(), Some("low"));
        assert_eq!((git.ranges.len(), git.ranges[0].kind), (1, RangeKind::Git));
        insta::assert_snapshot!(read.problems[0].says, @"`DATE` is no type of range that is read");
        assert_eq!(read.problems[0].place.path.as_deref(), Some("/affected/1/ranges/1/type"));
    }

    #[test]
    fn weaknesses_of_another_shape_are_none() {
        for shape in [r#""CWE-79""#, r#"{"id": "CWE-79"}"#, r#"[["CWE-79"]]"#, "null", "79"] {
            let read = read(&format!(r#"{{"id": "GHSA-x", "database_specific": {{"cwe_ids": {shape}}}}}"#));
            assert_eq!(read.value.unwrap().weaknesses, Vec::<String>::new(), "{shape}");
        }
    }

    #[test]
    fn what_is_informational_in_all_packages_is_told_and_what_is_unsound_is_a_defect() {
        let of = |own: &str, packages: &[&str]| {
            let affected: Vec<String> = packages
                .iter()
                .map(|it| format!(r#"{{"database_specific": {{"informational": {it}}}}}"#))
                .collect();
            let json = format!(
                r#"{{"id": "RUSTSEC-1", "database_specific": {{"informational": {own}}}, "affected": [{}]}}"#,
                affected.join(",")
            );
            read(&json).value.unwrap().informational
        };
        let (unmaintained, notice) = (r#""unmaintained""#, r#""notice""#);
        assert_eq!(of("null", &[unmaintained]), Some(Informational::Unmaintained));
        assert_eq!(of("null", &[unmaintained, notice]), Some(Informational::Notice));
        assert_eq!(of(notice, &[]), Some(Informational::Notice));
        for (own, packages) in [
            ("null", &[unmaintained, "null"][..]),
            ("null", &[]),
            ("null", &[r#""unsound""#]),
            ("null", &[r#""other""#]),
            ("[1]", &["7"]),
        ] {
            assert_eq!(of(own, packages), None, "{own} {packages:?}");
        }
    }

    #[test]
    fn a_record_without_id_or_with_an_unreadable_withdrawal_is_refused() {
        let read = read(r#"{"id": " ", "withdrawn": "yesterday"}"#);
        assert_eq!(read.value, None);
        let says: Vec<String> = read.problems.iter().map(|problem| problem.says.to_string()).collect();
        insta::assert_snapshot!(says.join("\n"), @r"
        this record has no `id`
        `yesterday` is not a date and time with a time zone
        this record says it was withdrawn, but not readably when
        ");
    }
}
