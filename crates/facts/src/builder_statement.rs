//! What whoever built a release says of a vulnerability in one of its packages: that a patch mends it, that it is ignored, or that it
//! is there. It is declared and not proven: it explains a finding and proposes a decision, and closes nothing.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::component_decision::{VexJustification, VexStatus};
use crate::triage::TriageEvidence;

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
        }
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
        sentences.extend(patch.as_ref().map(|patch| text!("embedded-builder-patch", patch = patch)));
        sentences.extend(reason.as_ref().map(|reason| text!("embedded-builder-reason", reason = reason)));
        sentences
            .extend(because.as_ref().map(|because| text!("embedded-builder-because", because = because)));
        sentences
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
            };
            assert_eq!(finding.status(), None, "{says:?}");
            let json = serde_json::to_value(&finding).unwrap();
            assert_eq!(json["declared"][0]["vulnerability"], "CVE-2024-1");
            assert_eq!(serde_json::from_value::<Finding>(json).unwrap(), finding);
        }
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
