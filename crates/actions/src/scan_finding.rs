//! A finding of a scan, copied, and where it stands in the database: written out without being copied.

use std::fmt;

use proofmark_facts::{Badness, KnownVulnerability, MatchConfidence, MatchRule};
use proofmark_vulndb::{SightedMatch, Sighting};
use schemars::JsonSchema;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A vulnerability known in a component.
#[derive(Debug, Clone, PartialEq, serde::Serialize, JsonSchema)]
pub struct ScanFinding {
    /// The component by package URL, else name and version.
    pub component: String,
    /// The vulnerability; of what each source claims for itself only what is not for everybody, by a mark of the Traffic Light
    /// Protocol.
    pub vulnerability: KnownVulnerability,
}

/// A vulnerability known in a component: a [`ScanFinding`] of which nothing was copied. Both are the same in JSON.
#[derive(Debug, Clone, Copy)]
pub struct ScanSighting<'a> {
    /// The component by package URL, else name and version.
    pub component: &'a str,
    pub(crate) vulnerability: Sighted<'a>,
}

/// The vulnerability; of what each source claims for itself only what is not for everybody.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sighted<'a> {
    /// In the database.
    Stands(Sighting<'a>),
    /// Of several components together.
    Gathered(&'a KnownVulnerability),
}

impl<'a> ScanSighting<'a> {
    /// The identifier the vulnerability is called by.
    pub fn id(self) -> &'a str {
        match self.vulnerability {
            Sighted::Stands(sighting) => sighting.id(),
            Sighted::Gathered(known) => &known.id,
        }
    }

    /// How bad it is.
    pub fn badness(self) -> Badness {
        match self.vulnerability {
            Sighted::Stands(sighting) => Badness::of(sighting.rating(), sighting.score()),
            Sighted::Gathered(known) => known.severity.badness(),
        }
    }

    /// Whether it is exploited somewhere in the world.
    pub fn is_exploited(self) -> bool {
        match self.vulnerability {
            Sighted::Stands(sighting) => sighting.exploited().is_some(),
            Sighted::Gathered(known) => known.exploited.is_some(),
        }
    }

    /// The same copied.
    pub fn to_finding(self) -> ScanFinding {
        let vulnerability = match self.vulnerability {
            Sighted::Stands(sighting) => sighting.to_known(),
            Sighted::Gathered(known) => known.clone(),
        };
        ScanFinding { component: self.component.to_owned(), vulnerability }
    }
}

impl Serialize for ScanSighting<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_struct("ScanFinding", 2)?;
        written.serialize_field("component", self.component)?;
        match self.vulnerability {
            Sighted::Stands(sighting) => written.serialize_field("vulnerability", &Standing(sighting))?,
            Sighted::Gathered(known) => written.serialize_field("vulnerability", known)?,
        }
        written.end()
    }
}

/// Written as a [`KnownVulnerability`] is.
struct Standing<'a>(Sighting<'a>);

impl Serialize for Standing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(sighting) = *self;
        let exploited =
            sighting.exploited().map(|(catalogue, added_on)| ExploitedHere { catalogue, added_on });
        let mut written = serializer.serialize_struct("KnownVulnerability", 8)?;
        written.serialize_field("id", sighting.id())?;
        written.serialize_field("aliases", sighting.aliases())?;
        written.serialize_field("matched_by", &Matches(sighting))?;
        written.serialize_field("fixed_in", sighting.fixed_in())?;
        written.serialize_field("severity", &SeverityHere(sighting))?;
        written.serialize_field("exploited", &exploited)?;
        if let Some(prediction) = sighting.prediction() {
            written.serialize_field("prediction", &prediction)?;
        }
        written.serialize_field("summary", &sighting.summary())?;
        if !sighting.marked().is_empty() {
            written.serialize_field("claims", sighting.marked())?;
        }
        written.end()
    }
}

/// Written as [`proofmark_facts::Exploited`] is.
#[derive(serde::Serialize)]
struct ExploitedHere<'a> {
    catalogue: &'a str,
    added_on: Option<jiff::civil::Date>,
}

/// Written as a [`proofmark_facts::Severity`] is.
struct SeverityHere<'a>(Sighting<'a>);

impl Serialize for SeverityHere<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_struct("Severity", 3)?;
        written.serialize_field("rating", &self.0.rating())?;
        written.serialize_field("score", &self.0.score())?;
        written.serialize_field("vector", &self.0.vector())?;
        written.end()
    }
}

struct Matches<'a>(Sighting<'a>);

impl Serialize for Matches<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.matched_by().map(MatchHere::of))
    }
}

/// Written as a [`proofmark_facts::MatchedBy`] is.
#[derive(serde::Serialize)]
struct MatchHere<'a> {
    advisory: &'a str,
    rule: MatchRule,
    range: Shown<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    criteria: Option<&'a str>,
    confidence: MatchConfidence,
}

impl<'a> MatchHere<'a> {
    fn of(one: SightedMatch<'a>) -> Self {
        let SightedMatch { advisory, rule, source, criteria, confidence, .. } = one;
        Self { advisory, rule, range: Shown(one), source, criteria, confidence }
    }
}

/// The range, written piece by piece.
struct Shown<'a>(SightedMatch<'a>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.range().fmt(out)
    }
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{
        Advisory, Affected, AffectedRange, Component, CpeBound, CpeConfiguration, CpeMatch, CpeNode,
        CpeOperator, RangeEvent, RangeKind, RecordClaim, SeverityVector,
    };
    use proofmark_vulndb::{Builder, Index};
    use serde_json::json;

    use super::*;

    /// A database of a package and a product, one exploited, one scored, one with nothing but its name.
    fn index() -> Index {
        let mut builder = Builder::new();
        let range = |introduced: &str, fixed: &str| AffectedRange {
            kind: RangeKind::SemVer,
            repository: None,
            events: vec![RangeEvent::Introduced(introduced.into()), RangeEvent::Fixed(fixed.into())],
        };
        let affected = |ranges: Vec<AffectedRange>, versions: &[&str]| Affected {
            ecosystem: "npm".to_owned(),
            name: "app".to_owned(),
            ranges,
            versions: versions.iter().collect(),
            ..Affected::default()
        };
        let vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
        let severities = vec![SeverityVector { scheme: "CVSS_V3".into(), vector: vector.into() }];
        let rated =
            Affected { severities, ..affected(vec![range("0", "2.0.0"), range("1.0.0", "1.9.0")], &[]) };
        let claim = |source: &str, tags: &[&str]| RecordClaim {
            source: source.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..RecordClaim::default()
        };
        let full = Advisory {
            id: "GHSA-1".to_owned(),
            claims: vec![claim("Open", &["disputed"]), claim("Closed", &["a-flag", "TLP:AMBER"])],
            aliases: vec!["CVE-2026-1".to_owned(), "PYSEC-1".to_owned()],
            summary: Some("Says \"much\"".to_owned()),
            affected: vec![rated],
            ..Advisory::default()
        };
        builder.add(&full, "GHSA").unwrap();
        let bare = affected(Vec::new(), &["1.2.0"]);
        let also = Advisory {
            id: "GO-1".to_owned(),
            aliases: vec!["CVE-2026-1".to_owned()],
            affected: vec![bare.clone()],
            ..Advisory::default()
        };
        builder.add(&also, "Go").unwrap();
        builder
            .add(&Advisory { id: "OSV-9".into(), affected: vec![bare], ..Advisory::default() }, "")
            .unwrap();
        let one = CpeMatch {
            vulnerable: true,
            criteria: "cpe:2.3:a:acme:app:*:*:*:*:*:*:*:*".parse().unwrap(),
            from: None,
            to: Some(CpeBound { version: "2.0".to_owned(), included: false }),
        };
        let node = CpeNode { operator: CpeOperator::Or, negate: false, matches: vec![one] };
        let configuration = CpeConfiguration { operator: CpeOperator::Or, negate: false, nodes: vec![node] };
        let named = Advisory { id: "CVE-2026-2".to_owned(), ..Advisory::default() };
        builder.add_with_configurations(&named, &[configuration], "NVD").unwrap();
        builder.add_exploited("CVE-2026-1", "KEV", Some(jiff::civil::date(2026, 3, 4))).unwrap();
        builder.add_prediction("CVE-2026-2", 123_456, 900_000, Some(jiff::civil::date(2026, 3, 5)));
        Index::from_bytes(builder.finish().unwrap()).unwrap()
    }

    #[test]
    fn a_finding_is_the_same_in_json_where_it_stands_and_copied() {
        let component = Component {
            purl: "pkg:npm/app@1.2.0".parse().ok(),
            cpe: Some("cpe:/a:acme:app:1.2.0".to_owned()),
            ..Component::default()
        };
        let index = index();
        let said = index.asking_of(std::slice::from_ref(&component)).ask(&component);
        let mut written = Vec::new();
        for sighting in said.known() {
            let stands = ScanSighting { component: "it", vulnerability: Sighted::Stands(sighting) };
            let copied = stands.to_finding();
            let known = copied.vulnerability.clone();
            let gathered = ScanSighting { component: "it", vulnerability: Sighted::Gathered(&known) };
            let json = serde_json::to_string(&stands).unwrap();
            assert_eq!(json, serde_json::to_string(&copied).unwrap());
            assert_eq!(json, serde_json::to_string(&gathered).unwrap());
            assert_eq!(
                (stands.id(), stands.badness(), stands.is_exploited()),
                (gathered.id(), gathered.badness(), gathered.is_exploited())
            );
            written.push(serde_json::from_str::<serde_json::Value>(&json).unwrap()["vulnerability"].clone());
        }
        assert_eq!(
            written[0],
            json!({
                "id": "CVE-2026-1", "aliases": ["GHSA-1", "GO-1", "PYSEC-1"],
                "matched_by": [
                    {"advisory": "GHSA-1", "rule": "package-range", "range": "< 2.0.0", "source": "GHSA",
                        "confidence": "certain"},
                    {"advisory": "GO-1", "rule": "package-version", "range": "1.2.0", "source": "Go",
                        "confidence": "certain"},
                ],
                "fixed_in": ["1.9.0", "2.0.0"],
                "severity": {"rating": "critical", "score": 9.8,
                    "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
                "exploited": {"catalogue": "KEV", "added_on": "2026-03-04"},
                "summary": "Says \"much\"",
                "claims": [{"source": "Closed", "id": "GHSA-1", "state": "published",
                    "tags": ["a-flag", "TLP:AMBER"]}],
            })
        );
        assert!(written[1].get("claims").is_none(), "what is for everybody is left to `explain`");
        assert_eq!(written[1]["matched_by"][0]["criteria"], "cpe:2.3:a:acme:app:*:*:*:*:*:*:*:*");
        assert_eq!(written[1]["prediction"]["probability"], 0.123_456);
        assert_eq!(written[2]["severity"], json!({"rating": "unknown", "score": null, "vector": null}));
        assert_eq!(written.len(), 3);
    }
}
