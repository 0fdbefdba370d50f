//! One document about vulnerabilities, read by the reader of its kind into advisories and entries of catalogues.

use jiff::civil::Date;
use proofmark_facts::{Advisory, Place, Problem, Read, Weight};
use proofmark_formats::{
    AdvisoryKind, Limits, advisory_kind, read_csaf, read_cve_record, read_eu_exploited, read_euvd, read_osv,
    read_osv_to_match,
};
use proofmark_text::text;
use proofmark_vulndb::{Builder, cvss_base_score};

/// The source of CVE records, whoever handed them on: of two copies of one record the newer counts.
const CVE_LIST: &str = "CVE List";

/// The most problems one document may have with vectors before the rest is not told.
const MOST_VECTORS: usize = 20;

/// What a document says.
#[derive(Debug, Default)]
pub(crate) struct ReadAdvisories {
    /// Its advisories, each with its source.
    pub(crate) advisories: Vec<(Advisory, String)>,
    /// Entries of catalogues of exploited vulnerabilities.
    pub(crate) exploited: Vec<CatalogueEntry>,
    /// What was noticed.
    pub(crate) problems: Vec<Problem>,
}

/// That a vulnerability stands in a catalogue of exploited ones.
#[derive(Debug, PartialEq)]
pub(crate) struct CatalogueEntry {
    /// Its identifier.
    pub(crate) id: String,
    /// The catalogue.
    pub(crate) catalogue: String,
    /// Since when.
    pub(crate) added_on: Option<Date>,
}

/// Reads a document by what is in it; one that is nothing known is read as an OSV record, whose reader says what is wrong.
/// What only people read of an advisory is read if `prose` is asked for. `is_scored` answers whether a score can be computed
/// from a vector of CVSS.
fn read_document(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    prose: bool,
    is_scored: &mut dyn FnMut(&str) -> bool,
) -> ReadAdvisories {
    let read_osv = if prose { read_osv } else { read_osv_to_match };
    let mut found = match advisory_kind(bytes, limits) {
        AdvisoryKind::Osv => alone(read_osv(bytes, limits).in_file(name), |id| source_of(id).to_owned()),
        AdvisoryKind::CveRecord => {
            alone(read_cve_record(bytes, limits).in_file(name), |_| CVE_LIST.to_owned())
        }
        AdvisoryKind::Csaf => of_document(name, bytes, limits),
        AdvisoryKind::BesideRecords => ReadAdvisories::default(),
        AdvisoryKind::Euvd => of_euvd(read_euvd(bytes, limits).in_file(name)),
        AdvisoryKind::EuExploited => of_catalogue(name, bytes, limits),
    };
    for (one, _) in &found.advisories {
        found.problems.extend(unread_vectors(name, one, is_scored));
    }
    found
}

/// Reads a document for a database of these advisories.
pub(crate) fn read_advisories(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    database: &mut Builder,
) -> ReadAdvisories {
    read_document(name, bytes, limits, false, &mut |vector| database.can_score(vector))
}

/// The advisory of a document that holds one, of whatever kind.
pub(crate) fn read_advisory(bytes: &[u8], limits: &Limits) -> Option<Advisory> {
    let mut found = read_document("", bytes, limits, true, &mut |vector| cvss_base_score(vector).is_some());
    let usable = found.problems.iter().all(|problem| problem.weight != Weight::Error);
    if found.advisories.len() == 1 && usable { found.advisories.pop().map(|(one, _)| one) } else { None }
}

fn alone(read: Read<Advisory>, source: impl Fn(&str) -> String) -> ReadAdvisories {
    let advisories = read.value.into_iter().map(|advisory| {
        let source = source(&advisory.id);
        (advisory, source)
    });
    ReadAdvisories { advisories: advisories.collect(), exploited: Vec::new(), problems: read.problems }
}

fn of_euvd(read: Read<Vec<Advisory>>) -> ReadAdvisories {
    let advisories = read.value.into_iter().flatten().map(|advisory| (advisory, "EUVD".to_owned()));
    ReadAdvisories { advisories: advisories.collect(), exploited: Vec::new(), problems: read.problems }
}

/// A document speaks for its publisher, of as many vulnerabilities as it holds.
fn of_document(name: &str, bytes: &[u8], limits: &Limits) -> ReadAdvisories {
    let read = read_csaf(bytes, limits).in_file(name);
    let (source, all) = read.value.map_or_else(Default::default, |it| (it.source, it.advisories));
    let advisories = all.into_iter().map(|advisory| (advisory, source.clone()));
    ReadAdvisories { advisories: advisories.collect(), exploited: Vec::new(), problems: read.problems }
}

fn of_catalogue(name: &str, bytes: &[u8], limits: &Limits) -> ReadAdvisories {
    let read = read_eu_exploited(bytes, limits).in_file(name);
    let mut exploited = Vec::new();
    for entry in read.value.into_iter().flatten() {
        for catalogue in entry.catalogues {
            exploited.push(CatalogueEntry { id: entry.id.clone(), catalogue, added_on: entry.added_on });
        }
    }
    ReadAdvisories { advisories: Vec::new(), exploited, problems: read.problems }
}

/// Vectors of CVSS no score can be computed from: what they rate is not rated, and somebody should know.
fn unread_vectors(name: &str, advisory: &Advisory, is_scored: &mut dyn FnMut(&str) -> bool) -> Vec<Problem> {
    let of_packages = advisory.affected.iter().flat_map(|affected| &affected.severities);
    let of_claims = advisory.claims.iter().flat_map(|claim| &claim.severities);
    let all = advisory.severities.iter().chain(of_packages).chain(of_claims);
    let mut unread: Vec<&str> = Vec::new();
    for severity in all.filter(|severity| severity.scheme.starts_with("CVSS")) {
        let vector = severity.vector.as_str();
        if !unread.contains(&vector) && unread.len() < MOST_VECTORS && !is_scored(vector) {
            unread.push(vector);
        }
    }
    let told = |vector: &str| {
        let shown: String = vector.chars().filter(|letter| !letter.is_control()).take(120).collect();
        let place = Place { file: Some(name.to_owned()), ..Place::default() };
        Problem::warning(place, text!("claims-vector-unreadable", vector = shown, id = &advisory.id))
    };
    unread.into_iter().map(told).collect()
}

/// The database an identifier comes from: `RUSTSEC-2024-0001` is from RUSTSEC.
fn source_of(id: &str) -> &str {
    id.split('-').next().unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> ReadAdvisories {
        read_advisories("a.json", json.as_bytes(), &Limits::default(), &mut Builder::new())
    }

    #[test]
    fn each_kind_has_its_source() {
        let cve = r#"{"dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-1000", "state": "PUBLISHED"}, "containers": {}}"#;
        for (json, source) in [
            (r#"{"id": "GHSA-x-y-z", "modified": "2026-01-01T00:00:00Z"}"#, "GHSA"),
            (cve, "CVE List"),
            (r#"[{"id": "EUVD-2026-1", "assigner": "x"}]"#, "EUVD"),
        ] {
            let found = read(json);
            assert_eq!(found.advisories.len(), 1, "{json}: {:?}", found.problems);
            assert_eq!(found.advisories[0].1, source);
            assert_eq!(
                read_advisory(json.as_bytes(), &Limits::default()).as_ref(),
                Some(&found.advisories[0].0)
            );
        }
        let list =
            r#"[{"cveId": "CVE-2026-1", "dateAdded": "2026-01-02", "sources": ["eukev_kev", "cisa_kev"]}]"#;
        let entries = read(list).exploited;
        assert_eq!(
            entries.iter().map(|entry| entry.catalogue.as_str()).collect::<Vec<_>>(),
            ["EU KEV", "CISA KEV"]
        );
        let changes = read(r#"{"fetchTime": "2026-01-01T00:00:00.000Z", "new": []}"#);
        assert!(changes.advisories.is_empty() && changes.problems.is_empty());
        assert!(read("{}").problems.iter().any(|problem| problem.weight == Weight::Error));
    }

    #[test]
    fn a_vector_no_score_comes_of_is_told_once() {
        let severity =
            r#"[{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}, {"type": "Ubuntu", "score": "low"}]"#;
        let json = format!(
            r#"{{"id": "X-1", "modified": "2026-01-01T00:00:00Z", "severity": {severity}, "affected": [{{"severity": {severity}}}]}}"#
        );
        let problems = read(&json).problems;
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].says.id(), "claims-vector-unreadable");
        assert_eq!(problems[0].weight, Weight::Warning);
    }
}
