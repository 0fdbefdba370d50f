//! Which kind of record about vulnerabilities a JSON document is, by the names of its outermost members.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::Limits;
use crate::json::Words;

/// The kinds that are told apart by their members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdvisoryKind {
    /// An OSV record, or nothing that is known: OSV's reader says what is wrong with it.
    Osv,
    /// A document of the Common Security Advisory Framework.
    Csaf,
    /// A CVE record, format 5.
    CveRecord,
    /// What lies beside the records of a collection and holds none: lists of changes, schemas, a publisher's metadata.
    BesideRecords,
    /// Records of the European vulnerability database.
    Euvd,
    /// The EU's list of exploited vulnerabilities.
    EuExploited,
}

/// The kind of a document. Reads no further than the first member that tells.
pub fn advisory_kind(bytes: &[u8], limits: &Limits) -> AdvisoryKind {
    // Of records that stand alone only these may be longer; what else they say of themselves is not looked for.
    if bytes.len() > limits.advisory_bytes && !begins_as_csaf(bytes) {
        return AdvisoryKind::Osv;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut found = None;
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    // Whatever is wrong with the document, its reader says it, with the place.
    let _ = (&mut deserializer).deserialize_any(Members { found: &mut found, in_list: false });
    found.unwrap_or(AdvisoryKind::Osv)
}

/// Whether the member that every document of the framework has stands first, as publishers write it.
fn begins_as_csaf(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    start.windows(10).any(|window| window == b"\"document\"")
}

/// What a member of this name tells.
fn of_member(name: &str, in_list: bool) -> Option<AdvisoryKind> {
    Some(match name {
        "document" | "product_tree" if !in_list => AdvisoryKind::Csaf,
        "dataType" | "dataVersion" | "cveMetadata" | "containers" => AdvisoryKind::CveRecord,
        "fetchTime" | "numberOfChanges" | "$id" => AdvisoryKind::BesideRecords,
        // A publisher's ROLIE feed and its metadata.
        "feed" | "canonical_url" | "metadata_version" if !in_list => AdvisoryKind::BesideRecords,
        "enisaUuid" | "enisaIdProduct" | "enisaIdVendor" | "baseScoreVector" | "baseScoreVersion"
        | "datePublished" | "dateUpdated" | "assigner" | "exploitedSince" | "items" => AdvisoryKind::Euvd,
        "cveId" | "euvdId" | "dateAdded" if in_list => AdvisoryKind::EuExploited,
        "schema_version" | "modified" | "affected" | "withdrawn" | "published" | "upstream" | "severity"
        | "summary" | "details" | "database_specific" => AdvisoryKind::Osv,
        _ => return None,
    })
}

struct Members<'f> {
    found: &'f mut Option<AdvisoryKind>,
    in_list: bool,
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object or a list of objects")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<Words<'_>>()? {
            if let Some(kind) = of_member(&name, self.in_list) {
                *self.found = Some(kind);
                return Err(Error::custom("told"));
            }
            members.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        if self.in_list {
            return Err(Error::custom("a list in a list"));
        }
        // The first element is like all others.
        let first = First { found: self.found };
        elements.next_element_seed(first)?;
        Err(Error::custom("told"))
    }
}

struct First<'f> {
    found: &'f mut Option<AdvisoryKind>,
}

impl<'de> DeserializeSeed<'de> for First<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(Members { found: self.found, in_list: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_told_by_its_members_wherever_they_stand() {
        for (json, kind) in [
            (r#"{"dataType": "CVE_RECORD"}"#, AdvisoryKind::CveRecord),
            (r#"{"$schema": "x", "document": {"category": "csaf_vex"}}"#, AdvisoryKind::Csaf),
            (r#"{"x": {"id": [1]}, "containers": {}, "id": "x"}"#, AdvisoryKind::CveRecord),
            (r#"{"fetchTime": "2026-01-01", "new": []}"#, AdvisoryKind::BesideRecords),
            (r#"{"feed": {"id": "x", "entry": []}}"#, AdvisoryKind::BesideRecords),
            (r#"[{"fetchTime": "2026-01-01"}]"#, AdvisoryKind::BesideRecords),
            (r#"{"$schema": "x", "$id": "y", "title": "z"}"#, AdvisoryKind::BesideRecords),
            (r#"{"id": "EUVD-2026-1", "aliases": "CVE-2026-1\n", "assigner": "x"}"#, AdvisoryKind::Euvd),
            (r#"{"items": [], "total": 0}"#, AdvisoryKind::Euvd),
            ("\u{feff} [{\"id\": \"EUVD-2026-1\", \"baseScoreVersion\": \"4.0\"}]", AdvisoryKind::Euvd),
            (r#"[{"cveId": "CVE-2026-1"}]"#, AdvisoryKind::EuExploited),
            (r#"{"id": "CVE-2026-1", "schema_version": "1.6.0", "datePublished": 1}"#, AdvisoryKind::Osv),
            (r#"{"cveId": "CVE-2026-1"}"#, AdvisoryKind::Osv),
            ("[[{\"cveId\": 1}]]", AdvisoryKind::Osv),
            ("[]", AdvisoryKind::Osv),
            ("{\"a\": \"", AdvisoryKind::Osv),
            ("", AdvisoryKind::Osv),
        ] {
            assert_eq!(advisory_kind(json.as_bytes(), &Limits::default()), kind, "{json}");
        }
    }
}
