//! The areas of work a small firm thinks in, and which obligation belongs to which.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

/// An area of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Whether and how the Regulation applies: scope, role, class, procedure.
    ScopeAndClass,
    /// The cybersecurity risk assessment.
    RiskAssessment,
    /// The product's properties, Annex I Part I.
    ProductProperties,
    /// Finding, fixing and disclosing vulnerabilities.
    VulnerabilityHandling,
    /// Being able to report within hours.
    Reporting,
    /// Documentation, instructions, marking and declaration.
    DocumentsAndDeclaration,
    /// Support period and updates.
    SupportAndUpdates,
}

/// Obligations of areas that their ids alone do not tell.
const BY_ID: &[(&str, Area)] = &[
    ("art13-1", Area::ProductProperties),
    ("art13-2", Area::RiskAssessment),
    ("art13-3", Area::RiskAssessment),
    ("art13-4", Area::RiskAssessment),
    ("annex-VII-3", Area::RiskAssessment),
    ("art13-5", Area::VulnerabilityHandling),
    ("art13-6", Area::VulnerabilityHandling),
    ("art13-7", Area::VulnerabilityHandling),
    ("art13-8a", Area::VulnerabilityHandling),
    ("art13-8e", Area::VulnerabilityHandling),
    ("art13-17", Area::VulnerabilityHandling),
    ("annex-II-2", Area::VulnerabilityHandling),
    ("art13-21", Area::VulnerabilityHandling),
    ("art13-24", Area::VulnerabilityHandling),
    ("art13-25", Area::VulnerabilityHandling),
    ("art13-8b", Area::SupportAndUpdates),
    ("art13-8c", Area::SupportAndUpdates),
    ("art13-8d", Area::SupportAndUpdates),
    ("art13-9", Area::SupportAndUpdates),
    ("art13-10", Area::SupportAndUpdates),
    ("art13-11", Area::SupportAndUpdates),
    ("art13-19", Area::SupportAndUpdates),
    ("annex-II-7", Area::SupportAndUpdates),
    ("annex-VII-4", Area::SupportAndUpdates),
    ("II.7", Area::SupportAndUpdates),
    ("II.8", Area::SupportAndUpdates),
];

impl Area {
    /// Every area, in the order in which they are worked on.
    pub const ALL: [Self; 7] = [
        Self::ScopeAndClass,
        Self::RiskAssessment,
        Self::ProductProperties,
        Self::VulnerabilityHandling,
        Self::Reporting,
        Self::DocumentsAndDeclaration,
        Self::SupportAndUpdates,
    ];

    /// The area an obligation belongs to: by its id, else by where it stands.
    pub fn of(obligation: &str) -> Self {
        if let Some((_, area)) = BY_ID.iter().find(|(id, _)| *id == obligation) {
            return *area;
        }
        let starts = |start: &str| obligation.starts_with(start);
        if starts("II.") {
            Self::VulnerabilityHandling
        } else if starts("I.") {
            Self::ProductProperties
        } else if ["art14", "art15", "art16", "art24-3"].into_iter().any(starts) {
            Self::Reporting
        } else {
            Self::DocumentsAndDeclaration
        }
    }

    /// What it is called.
    pub fn name(self) -> Text {
        match self {
            Self::ScopeAndClass => text!("teaching-area-scope"),
            Self::RiskAssessment => text!("teaching-area-risk"),
            Self::ProductProperties => text!("teaching-area-properties"),
            Self::VulnerabilityHandling => text!("teaching-area-vulnerabilities"),
            Self::Reporting => text!("teaching-area-reporting"),
            Self::DocumentsAndDeclaration => text!("teaching-area-documents"),
            Self::SupportAndUpdates => text!("teaching-area-support"),
        }
    }
}
