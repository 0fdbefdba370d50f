//! What whoever built a release says of a vulnerability in one of its packages: that a patch mends it, that it is ignored, or that it
//! is there. It is declared and not proven: it explains a finding and proposes a decision, and closes nothing.

use jiff::Timestamp;
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::component_decision::{DecisionStatus, VexJustification, VexStatus};
use crate::purl::Purl;
use crate::triage::TriageEvidence;
use crate::vex_document::{VexDocument, VexItem};
use crate::vex_mapping::FALSE_POSITIVE;

/// One statement, as its document makes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct BuilderStatement {
    /// The vulnerability, by its CVE identifier.
    pub vulnerability: String,
    /// The source package or recipe it is about, by the builder's name for it; `None`: the document does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// The version it is about; `None`: the document does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What it says.
    pub says: BuilderSays,
    /// Where it was made.
    pub made_by: StatementOrigin,
    /// The builder's own word for the reason: `backported-patch`, `not-applicable-config`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason in words, as the builder wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The patch it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patch: Option<String>,
    /// Who states it, where that is somebody else than the builder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When it was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_at: Option<Timestamp>,
    /// The package URL of what it is about: a component with another one it does not concern.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purl: Option<String>,
    /// The product it is stated for, as a part of which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

/// What a builder says of a vulnerability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BuilderSays {
    /// A patch or the version mends it.
    Fixed,
    /// It does not apply: the code is not built, or the platform is another.
    NotAffected,
    /// It is left out of the builder's own reports, whatever the reason.
    Ignored,
    /// It was brought together with the wrong component.
    FalsePositive,
    /// It applies.
    Affected,
    /// It is being looked into.
    UnderInvestigation,
}

/// In what kind of document a builder's statement was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatementOrigin {
    /// The report of Yocto's classes `cve-check` or `vex`.
    YoctoCveReport,
    /// A recipe in an SPDX 2 document of Yocto: "CVEs fixed: …".
    SpdxSourceInfo,
    /// A VEX relationship of SPDX 3.
    SpdxVex,
    /// Buildroot's `IGNORE_CVES`, as `make show-info` or `pkg-stats` writes them.
    BuildrootIgnoredCves,
    /// The `analysis` of a vulnerability in CycloneDX.
    CyclonedxAnalysis,
    /// The name or the `CVE:` line of a patch.
    Patch,
    /// A VEX document of somebody else: a supplier.
    SupplierVex,
}

/// A statement with the document that makes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeclaredByBuilder {
    /// The statement.
    #[serde(flatten)]
    pub statement: BuilderStatement,
    /// The document.
    pub evidence: TriageEvidence,
}

/// The decision a statement proposes; nobody took it yet.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedDecision {
    /// The status.
    pub status: VexStatus,
    /// Why it is not affected, for that status, where the builder's word says it.
    pub justification: Option<VexJustification>,
    /// The reasoning, a sentence each, with the document it is from.
    pub because: Vec<Text>,
}

impl BuilderStatement {
    /// A statement of which nothing further is known.
    pub fn new(vulnerability: impl Into<String>, says: BuilderSays, made_by: StatementOrigin) -> Self {
        Self {
            vulnerability: vulnerability.into(),
            package: None,
            version: None,
            says,
            made_by,
            reason: None,
            because: None,
            patch: None,
            author: None,
            stated_at: None,
            purl: None,
            within: None,
        }
    }

    /// What a VEX document states, one for each thing a statement is about. It is its author's word, and no decision of ours.
    pub fn of_vex(document: &VexDocument) -> Vec<Self> {
        let mut all = Vec::new();
        for statement in &document.statements {
            let is_false_positive =
                statement.cyclonedx.as_ref().is_some_and(|own| own.state.as_deref() == Some(FALSE_POSITIVE));
            let says = match statement.status {
                VexStatus::NotAffected if is_false_positive => BuilderSays::FalsePositive,
                VexStatus::NotAffected => BuilderSays::NotAffected,
                VexStatus::Affected => BuilderSays::Affected,
                VexStatus::Fixed => BuilderSays::Fixed,
                VexStatus::UnderInvestigation => BuilderSays::UnderInvestigation,
            };
            let because = Some(statement.because()).filter(|because| !because.is_empty());
            let author = Some(document.author.name.clone()).filter(|name| !name.is_empty());
            all.extend(statement.about().filter_map(|(item, within)| {
                let purl = item.purl.as_deref().and_then(|purl| purl.parse::<Purl>().ok());
                let package = item.name.clone().or_else(|| purl.as_ref().map(|purl| purl.name.clone()))?;
                Some(Self {
                    package: Some(package),
                    version: item.version.clone().or_else(|| purl.and_then(|purl| purl.version)),
                    reason: statement.justification.map(|it| it.words().openvex.to_owned()),
                    because: because.clone(),
                    author: author.clone(),
                    stated_at: statement.stated_at.or(document.updated_at),
                    purl: item.purl.clone(),
                    within: within.map(VexItem::called),
                    ..Self::new(statement.vulnerability.name.clone(), says, StatementOrigin::SupplierVex)
                })
            }));
        }
        all
    }

    /// The justification the builder's own word stands for (the vocabulary of Yocto's `CVE_STATUS`, and VEX's own words).
    pub fn justification(&self) -> Option<VexJustification> {
        if self.says != BuilderSays::NotAffected {
            return None;
        }
        let word = self.reason.as_deref()?;
        let of_yocto = match word {
            "not-applicable-config" | "not-applicable-platform" => {
                Some(VexJustification::VulnerableCodeNotPresent)
            }
            "cpe-incorrect" => Some(VexJustification::ComponentNotPresent),
            _ => None,
        };
        of_yocto
            .or_else(|| VexJustification::of_openvex(word))
            .or_else(|| VexJustification::of_spdx(word))
            .or_else(|| VexJustification::of_cyclonedx(word))
    }
}

impl DeclaredByBuilder {
    /// What is declared, by what, and that it is not proven; then the builder's own words.
    pub fn says(&self) -> Vec<Text> {
        let BuilderStatement { says, made_by, package, reason, because, patch, .. } = &self.statement;
        let origin = origin_says(*made_by);
        let digest = self.evidence.sha256.to_string();
        let evidence = format!("`{}` (SHA-256 {}…)", self.evidence.file, digest.get(..16).unwrap_or(&digest));
        let package = package.as_deref().unwrap_or_default();
        let about = if package.is_empty() {
            text!("embedded-builder-some-package")
        } else {
            text!("embedded-builder-package", package = package)
        };
        let mut sentences = vec![match says {
            BuilderSays::Fixed => {
                text!("embedded-builder-fixed", about = about, origin = origin, evidence = evidence)
            }
            BuilderSays::NotAffected => {
                text!("embedded-builder-not-affected", about = about, origin = origin, evidence = evidence)
            }
            BuilderSays::Ignored => {
                text!("embedded-builder-ignored", about = about, origin = origin, evidence = evidence)
            }
            BuilderSays::FalsePositive => {
                text!("embedded-builder-false-positive", about = about, origin = origin, evidence = evidence)
            }
            BuilderSays::Affected => {
                text!("embedded-builder-affected", about = about, origin = origin, evidence = evidence)
            }
            BuilderSays::UnderInvestigation => {
                text!("embedded-builder-investigating", about = about, origin = origin, evidence = evidence)
            }
        }];
        let at = self.statement.stated_at.map(|at| at.to_string()).unwrap_or_default();
        sentences.extend(self.statement.author.as_ref().map(|by| text!("vex-stated-by", by = by, at = at)));
        sentences
            .extend(self.statement.within.as_ref().map(|within| text!("vex-stated-within", within = within)));
        sentences.extend(patch.as_ref().map(|patch| text!("embedded-builder-patch", patch = patch)));
        sentences.extend(reason.as_ref().map(|reason| text!("embedded-builder-reason", reason = reason)));
        sentences
            .extend(because.as_ref().map(|because| text!("embedded-builder-because", because = because)));
        sentences
    }

    /// That somebody here decided otherwise, where it is so: both stand, and neither closes the other.
    pub fn contradicts(&self, decided: DecisionStatus) -> Option<Text> {
        let stated = match self.statement.says {
            BuilderSays::Fixed => VexStatus::Fixed,
            BuilderSays::NotAffected => VexStatus::NotAffected,
            BuilderSays::Affected => VexStatus::Affected,
            BuilderSays::Ignored | BuilderSays::FalsePositive | BuilderSays::UnderInvestigation => {
                return None;
            }
        };
        // Who says that the match is wrong contradicts whoever says that it is there, mended or harmless alike.
        (DecisionStatus::from(stated) != decided).then(|| {
            text!(
                "vex-contradicts-decision",
                stated = stated.words().openvex,
                decided = decided.word(),
                file = self.evidence.file.as_str()
            )
        })
    }

    /// The decision somebody may take on it; `None` where it says nothing to decide.
    pub fn proposes(&self) -> Option<ProposedDecision> {
        let status = match self.statement.says {
            BuilderSays::Fixed => VexStatus::Fixed,
            BuilderSays::NotAffected => VexStatus::NotAffected,
            BuilderSays::Affected => VexStatus::Affected,
            // Whether a match is wrong is for who made it to say; a status does not say it.
            BuilderSays::Ignored | BuilderSays::FalsePositive | BuilderSays::UnderInvestigation => {
                return None;
            }
        };
        Some(ProposedDecision { status, justification: self.statement.justification(), because: self.says() })
    }
}

fn origin_says(origin: StatementOrigin) -> Text {
    match origin {
        StatementOrigin::YoctoCveReport => text!("embedded-origin-cve-check"),
        StatementOrigin::SpdxSourceInfo => text!("embedded-origin-source-info"),
        StatementOrigin::SpdxVex => text!("embedded-origin-spdx-vex"),
        StatementOrigin::BuildrootIgnoredCves => text!("embedded-origin-ignored-cves"),
        StatementOrigin::CyclonedxAnalysis => text!("embedded-origin-analysis"),
        StatementOrigin::Patch => text!("embedded-origin-patch"),
        StatementOrigin::SupplierVex => text!("vex-origin-supplier"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Sha256;

    fn declared(says: BuilderSays, reason: Option<&str>) -> DeclaredByBuilder {
        let statement = BuilderStatement {
            package: Some("openssl".into()),
            reason: reason.map(str::to_owned),
            patch: Some("CVE-2024-1.patch".into()),
            ..BuilderStatement::new("CVE-2024-1", says, StatementOrigin::YoctoCveReport)
        };
        DeclaredByBuilder {
            statement,
            evidence: TriageEvidence { file: "cve-summary.json".into(), sha256: Sha256::of(b"") },
        }
    }

    #[test]
    fn a_statement_proposes_what_it_says_and_nothing_where_it_only_ignores() {
        for (says, reason, status, justification) in [
            (BuilderSays::Fixed, Some("backported-patch"), Some(VexStatus::Fixed), None),
            (
                BuilderSays::NotAffected,
                Some("not-applicable-config"),
                Some(VexStatus::NotAffected),
                Some(VexJustification::VulnerableCodeNotPresent),
            ),
            (BuilderSays::NotAffected, Some("disputed"), Some(VexStatus::NotAffected), None),
            (BuilderSays::NotAffected, Some("protected_at_perimeter"), Some(VexStatus::NotAffected), None),
            (
                BuilderSays::NotAffected,
                Some("protected_by_compiler"),
                Some(VexStatus::NotAffected),
                Some(VexJustification::InlineMitigationsAlreadyExist),
            ),
            (BuilderSays::FalsePositive, Some("false_positive"), None, None),
            (BuilderSays::Affected, None, Some(VexStatus::Affected), None),
            (BuilderSays::Ignored, Some("ignored"), None, None),
            (BuilderSays::UnderInvestigation, None, None, None),
        ] {
            let proposed = declared(says, reason).proposes();
            assert_eq!(proposed.as_ref().map(|it| it.status), status, "{says:?}");
            assert_eq!(proposed.and_then(|it| it.justification), justification, "{says:?}");
        }
    }

    #[test]
    fn nothing_a_builder_says_closes_a_finding() {
        use crate::finding::{Finding, KnownVulnerability};
        let vulnerability = KnownVulnerability { id: "CVE-2024-1".into(), ..KnownVulnerability::default() };
        for says in [BuilderSays::Fixed, BuilderSays::NotAffected, BuilderSays::Ignored] {
            let finding = Finding {
                component: "openssl@3.0.13".into(),
                vulnerability: vulnerability.clone(),
                path: vec![],
                decision: None,
                triage: None,
                declared: vec![declared(says, Some("not-applicable-config"))],
                lapsed: vec![],
                lacks: vec![],
            };
            assert_eq!(finding.status(), None, "{says:?}");
            let json = serde_json::to_value(&finding).unwrap();
            assert_eq!(json["declared"][0]["vulnerability"], "CVE-2024-1");
            assert_eq!(serde_json::from_value::<Finding>(json).unwrap(), finding);
        }
    }

    #[test]
    fn what_a_supplier_states_is_its_own_word_and_its_contradiction_is_shown() {
        use crate::vex_document::{VexAuthor, VexProduct, VexStatement, VexVulnerability};
        let statement = VexStatement {
            vulnerability: VexVulnerability::of(["CVE-2026-1234".to_owned()], None).unwrap(),
            products: vec![VexProduct {
                item: VexItem::named("vendor-os@4"),
                subcomponents: vec![VexItem::named("pkg:generic/openssl@3.0.13")],
            }],
            status: VexStatus::NotAffected,
            justification: Some(VexJustification::VulnerableCodeNotPresent),
            impact: Some("Never built.".into()),
            action: None,
            notes: None,
            stated_at: Some(Timestamp::UNIX_EPOCH),
            cyclonedx: None,
        };
        let author = VexAuthor { name: "Vendor".into(), ..VexAuthor::default() };
        let document = VexDocument { author, statements: vec![statement], ..VexDocument::default() };
        let [stated] = BuilderStatement::of_vex(&document).try_into().unwrap();
        assert_eq!((stated.package.as_deref(), stated.version.as_deref()), (Some("openssl"), Some("3.0.13")));
        let evidence = TriageEvidence { file: "vendor.json".into(), sha256: Sha256::of(b"") };
        let declared = DeclaredByBuilder { statement: stated, evidence };
        let says: Vec<String> = declared.says().iter().map(Text::to_string).collect();
        assert!(says.contains(&"Stated by Vendor, 1970-01-01T00:00:00Z.".to_owned()), "{says:?}");
        assert!(says.contains(&"Stated for it as a part of `vendor-os@4`.".to_owned()), "{says:?}");
        let proposed = declared.proposes().unwrap();
        assert_eq!(proposed.justification, Some(VexJustification::VulnerableCodeNotPresent));
        assert_eq!(declared.contradicts(DecisionStatus::NotAffected), None);
        assert!(declared.contradicts(DecisionStatus::Affected).unwrap().to_string().contains("vendor.json"));
    }

    #[test]
    fn it_is_told_with_its_document_and_that_it_is_not_proven() {
        let says: Vec<String> = declared(BuilderSays::Fixed, Some("backported-patch"))
            .says()
            .iter()
            .map(Text::to_string)
            .collect();
        assert_eq!(
            says,
            [
                "Declared fixed in `openssl` by Yocto's report of vulnerabilities, `cve-summary.json` (SHA-256 e3b0c44298fc1c14…); not proven.",
                "It names the patch `CVE-2024-1.patch`.",
                "The builder's reason: `backported-patch`.",
            ]
        );
    }
}
