//! A record: a CVE as the NVD tells it.

use jiff::Timestamp;
use proofmark_facts::{Advisory, ClaimState, CpeConfiguration, Place, RecordClaim};
use proofmark_text::text;
use serde::Deserialize;

use super::configuration::WrittenConfiguration;
use super::metric::{Metrics, NvdMetric, counting};
use crate::excerpt::excerpt;
use crate::json::{List, Words};
use crate::problems::Problems;

/// The status of a record that is none any more.
const REJECTED: &str = "Rejected";
/// The tag of a record whose subject is doubted to be a vulnerability.
const DISPUTED: &str = "disputed";
/// Who speaks.
const SOURCE: &str = "NVD";
/// A summary is cut after so many characters: the NVD writes paragraphs, and one line is wanted.
const SUMMARY_CHARS: usize = 160;

/// One CVE with everything the NVD says of it that is of use here.
#[derive(Debug, Clone, PartialEq)]
pub struct NvdRecord {
    /// Identifier, dates, words, the severities that count, and references. One that was rejected is withdrawn.
    pub advisory: Advisory,
    /// How far the NVD has come with it: `Analyzed`, `Awaiting Analysis`, `Rejected`; empty where it does not say.
    pub status: String,
    /// Its tags: `disputed`, `unsupported-when-assigned`, `exclusively-hosted-service`.
    pub tags: Vec<String>,
    /// Every severity, with who gives it.
    pub metrics: Vec<NvdMetric>,
    /// Its weaknesses, as `CWE-79`, each once.
    pub weaknesses: Vec<String>,
    /// Which products are vulnerable.
    pub configurations: Vec<CpeConfiguration>,
}

impl NvdRecord {
    /// Whether somebody disputes that it is a vulnerability.
    pub fn is_disputed(&self) -> bool {
        self.tags.iter().any(|tag| tag == DISPUTED)
    }
}

/// What stands around each record.
#[derive(Deserialize)]
pub(super) struct Element<'a> {
    #[serde(borrow)]
    cve: Option<Written<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    #[serde(borrow)]
    id: Option<Words<'a>>,
    #[serde(borrow)]
    vuln_status: Option<Words<'a>>,
    #[serde(borrow)]
    published: Option<Words<'a>>,
    #[serde(borrow)]
    last_modified: Option<Words<'a>>,
    #[serde(default, borrow)]
    cve_tags: List<Tags<'a>>,
    #[serde(default, borrow)]
    descriptions: List<InLanguage<'a>>,
    #[serde(borrow)]
    metrics: Option<Metrics<'a>>,
    #[serde(default, borrow)]
    weaknesses: List<Weakness<'a>>,
    #[serde(default, borrow)]
    configurations: List<WrittenConfiguration<'a>>,
    #[serde(default, borrow)]
    references: List<Reference<'a>>,
}

#[derive(Deserialize)]
struct Tags<'a> {
    #[serde(default, borrow)]
    tags: List<Words<'a>>,
}

#[derive(Deserialize)]
struct InLanguage<'a> {
    #[serde(borrow)]
    lang: Option<Words<'a>>,
    #[serde(borrow)]
    value: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Weakness<'a> {
    #[serde(default, borrow)]
    description: List<InLanguage<'a>>,
}

#[derive(Deserialize)]
struct Reference<'a> {
    #[serde(borrow)]
    url: Option<Words<'a>>,
}

impl Element<'_> {
    /// The record; `None` where it has no identifier, which is told.
    pub(super) fn into_record(self, index: usize, problems: &mut Problems) -> Option<NvdRecord> {
        let place = |member: &str| Place::at(format!("/vulnerabilities/{index}/cve/{member}"));
        let id = |written: &Written<'_>| written.id.as_deref().map(str::trim).unwrap_or_default().to_owned();
        let id = self.cve.as_ref().map(id).filter(|id| !id.is_empty());
        let (Some(written), Some(id)) = (self.cve, id) else {
            problems.warn(place("id"), text!("cpe-nvd-without-id"));
            return None;
        };
        let mut at = |written: Option<Words<'_>>, member: &str| {
            written.and_then(|written| instant(&written, || place(member), problems))
        };
        let published_at = at(written.published, "published");
        let modified_at = at(written.last_modified, "lastModified");
        let status = written.vuln_status.map(Words::into_string).unwrap_or_default();
        let is_rejected = status.eq_ignore_ascii_case(REJECTED);
        let withdrawn_at = modified_at.or(published_at).unwrap_or(Timestamp::UNIX_EPOCH);
        let metrics = written.metrics.map(Metrics::into_metrics).unwrap_or_default();
        let details = english(written.descriptions.0);
        let configurations = written.configurations.0.into_iter().enumerate().map(|(number, it)| {
            it.into_configuration(&format!("/vulnerabilities/{index}/cve/configurations/{number}"), problems)
        });
        let configurations = configurations.collect();
        let tags: Vec<String> =
            written.cve_tags.0.into_iter().flat_map(|it| it.tags.0).map(Words::into_string).collect();
        let weaknesses = weaknesses(written.weaknesses.0);
        let state = if is_rejected {
            ClaimState::Withdrawn
        } else if tags.iter().any(|tag| tag == DISPUTED) {
            ClaimState::Disputed
        } else {
            ClaimState::Published
        };
        let claim = RecordClaim {
            source: SOURCE.to_owned(),
            state,
            published_at,
            modified_at,
            ended_at: is_rejected.then_some(withdrawn_at),
            severities: counting(&metrics),
            weaknesses: weaknesses.clone(),
            tags: tags.clone(),
            ..RecordClaim::default()
        };
        let advisory = Advisory {
            id,
            state,
            claims: vec![claim],
            published_at,
            modified_at,
            withdrawn_at: is_rejected.then_some(withdrawn_at),
            summary: details.as_deref().map(summary),
            details,
            severities: counting(&metrics),
            references: written
                .references
                .0
                .into_iter()
                .filter_map(|it| it.url.map(Words::into_string))
                .collect(),
            ..Advisory::default()
        };
        Some(NvdRecord { advisory, status, tags, metrics, weaknesses, configurations })
    }
}

/// An instant of the NVD's, which it writes without zone and means in UTC; what is none is told and left out.
pub(super) fn instant(
    written: &str,
    place: impl FnOnce() -> Place,
    problems: &mut Problems,
) -> Option<Timestamp> {
    let read: Option<Timestamp> = written.parse().or_else(|_| format!("{written}Z").parse()).ok();
    if read.is_none() {
        problems.warn(place(), text!("formats-instant-unreadable", instant = excerpt(written)));
    }
    read
}

/// The words in English, else the first ones.
fn english(descriptions: Vec<InLanguage<'_>>) -> Option<String> {
    let is_english =
        |it: &InLanguage<'_>| it.lang.as_deref().is_some_and(|lang| lang == "en" || lang.starts_with("en-"));
    let place = descriptions.iter().position(is_english).unwrap_or(0);
    descriptions.into_iter().nth(place)?.value.map(Words::into_string)
}

/// One line, cut between two words where it is long.
fn summary(details: &str) -> String {
    let mut line = String::new();
    for word in details.split_whitespace() {
        if line.chars().count() + word.chars().count() >= SUMMARY_CHARS {
            line.extend(word.chars().take(if line.is_empty() { SUMMARY_CHARS } else { 0 }));
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

fn weaknesses(written: Vec<Weakness<'_>>) -> Vec<String> {
    let mut weaknesses: Vec<String> = Vec::new();
    for value in written.into_iter().flat_map(|it| it.description.0).filter_map(|it| it.value) {
        // `NVD-CWE-noinfo` and `NVD-CWE-Other` say that nobody knows.
        if value.starts_with("CWE-") && !weaknesses.iter().any(|known| **known == *value) {
            weaknesses.push(value.into_string());
        }
    }
    weaknesses
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{CpeOperator, Problem, SeverityVector};

    use super::*;

    fn read(cve: &str) -> (NvdRecord, Vec<Problem>) {
        let written = format!(r#"{{"cve": {cve}}}"#);
        let element: Element<'_> = serde_json::from_str(&written).unwrap();
        let mut problems = Problems::new(10);
        let record = element.into_record(3, &mut problems).unwrap();
        (record, problems.told())
    }

    #[test]
    fn a_record_is_read_whole() {
        let (record, problems) = read(
            r#"{"id": "CVE-2026-1", "sourceIdentifier": "x", "published": "2026-01-02T03:04:05.678", "lastModified": "2026-02-02T00:00:00Z",
            "vulnStatus": "Analyzed", "cveTags": [{"sourceIdentifier": "x", "tags": ["disputed"]}],
            "descriptions": [{"lang": "es", "value": "hola"}, {"lang": "en", "value": "It  breaks.\nBadly."}],
            "metrics": {"cvssMetricV31": [
                {"source": "cna@example.com", "type": "Secondary", "cvssData": {"version": "3.1", "vectorString": "CVSS:3.1/AV:L"}},
                {"source": "nvd@nist.gov", "type": "Primary", "cvssData": {"version": "3.1", "vectorString": "CVSS:3.1/AV:N"}}]},
            "weaknesses": [{"source": "x", "type": "Primary", "description": [{"lang": "en", "value": "CWE-79"}, {"lang": "en", "value": "NVD-CWE-Other"}]},
                           {"description": [{"lang": "en", "value": "CWE-79"}]}],
            "configurations": [{"operator": "AND", "nodes": [
                {"operator": "OR", "negate": false, "cpeMatch": [
                    {"vulnerable": true, "criteria": "cpe:2.3:o:acme:box_firmware:*:*:*:*:*:*:*:*", "versionStartIncluding": "1.0", "versionEndExcluding": "2.0"},
                    {"vulnerable": true, "criteria": "cpe:2.3:o:acme", "matchCriteriaId": "x"}]},
                {"operator": "OR", "negate": true, "cpeMatch": [{"vulnerable": false, "criteria": "cpe:2.3:h:acme:box:-:*:*:*:*:*:*:*", "versionStartExcluding": "1", "versionEndIncluding": "9"}]}]}],
            "references": [{"url": "https://example.com"}]}"#,
        );
        assert!(record.is_disputed() && record.advisory.stands());
        let claim = &record.advisory.claims[0];
        assert_eq!((claim.source.as_str(), claim.state), ("NVD", ClaimState::Disputed));
        assert_eq!(
            (claim.weaknesses.as_slice(), claim.tags.as_slice()),
            (&["CWE-79".to_owned()][..], &["disputed".to_owned()][..])
        );
        assert_eq!(claim.severities, record.advisory.severities);
        assert_eq!((record.status.as_str(), record.advisory.withdrawn_at), ("Analyzed", None));
        assert_eq!(record.advisory.published_at.unwrap().to_string(), "2026-01-02T03:04:05.678Z");
        assert_eq!(record.advisory.summary.as_deref(), Some("It breaks. Badly."));
        assert_eq!(record.weaknesses, ["CWE-79"]);
        assert_eq!(record.advisory.references, ["https://example.com"]);
        let counts = SeverityVector { scheme: "CVSS_V3".into(), vector: "CVSS:3.1/AV:N".into() };
        assert_eq!((record.metrics.len(), &record.advisory.severities), (2, &vec![counts]));
        let [configuration] = &record.configurations[..] else { panic!("{record:?}") };
        assert_eq!((configuration.operator, configuration.negate), (CpeOperator::And, false));
        let [firmware, hardware] = &configuration.nodes[..] else { panic!("{configuration:?}") };
        let first = &firmware.matches[0];
        assert!(
            first.vulnerable && first.from.as_ref().unwrap().included && !first.to.as_ref().unwrap().included
        );
        assert_eq!((firmware.matches.len(), firmware.negate, hardware.negate), (1, false, true));
        let runs_on = &hardware.matches[0];
        assert!(
            !runs_on.vulnerable
                && !runs_on.from.as_ref().unwrap().included
                && runs_on.to.as_ref().unwrap().included
        );
        assert_eq!(
            problems[0].place.path.as_deref(),
            Some("/vulnerabilities/3/cve/configurations/0/nodes/0/cpeMatch/1/criteria")
        );
        assert_eq!(problems[0].says.id(), "cpe-unreadable");
    }

    #[test]
    fn a_rejected_record_is_withdrawn_and_one_without_anything_is_read() {
        let (record, _) = read(
            r#"{"id": "CVE-2026-1", "vulnStatus": "Rejected", "lastModified": "2026-02-02T00:00:00.000"}"#,
        );
        assert_eq!(record.advisory.withdrawn_at, record.advisory.modified_at);
        assert_eq!(
            (record.advisory.state, record.advisory.claims[0].state),
            (ClaimState::Withdrawn, ClaimState::Withdrawn)
        );
        let (record, problems) =
            read(r#"{"id": "CVE-2026-1", "vulnStatus": "Rejected", "published": "soon"}"#);
        assert_eq!(record.advisory.withdrawn_at, Some(Timestamp::UNIX_EPOCH));
        assert_eq!(problems[0].says.id(), "formats-instant-unreadable");
        let (record, problems) = read(r#"{"id": "CVE-2026-1"}"#);
        assert_eq!((record.advisory.withdrawn_at, problems), (None, vec![]));
    }

    #[test]
    fn a_summary_is_one_line() {
        assert_eq!(summary("a\n b"), "a b");
        assert_eq!(summary(&"wörter ".repeat(40)).chars().count(), 161);
        assert_eq!(summary(&"ö".repeat(400)).chars().count(), 161);
    }
}
