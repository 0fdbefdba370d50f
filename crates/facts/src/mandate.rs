//! What a manufacturer's written mandate lets an authorised representative do.

use schemars::JsonSchema;
use serde::Serialize;

/// A task a mandate can name: what it must hold, what it may hold, and what the Regulation keeps out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MandatedTask {
    /// Keep declaration and technical documentation at the authorities' disposal (Article 18(3)(a)).
    KeepDocuments,
    /// Show conformity to an authority that asks with reasons (Article 18(3)(b)).
    AnswerAuthorities,
    /// Cooperate with authorities on removing risks (Article 18(3)(c)).
    Cooperate,
    /// Affix the CE marking (Annex VIII).
    CeMarking,
    /// Draw up, sign and keep the declaration of conformity (Annex VIII).
    Declaration,
    /// Apply to a notified body for the examination of the type (Annex VIII, Part II).
    ApplyForExamination,
    /// Tell the notified body of changes, and keep its certificates (Annex VIII, Part II, points 7 and 10).
    InformNotifiedBody,
    /// See to the notified body's dealings under full quality assurance (Annex VIII, Part IV).
    QualityAssurance,
    /// Design, develop and produce as Annex I asks (Article 13(1)); excluded.
    Design,
    /// Assess the risks and keep the assessment (Article 13(2) to (4) and (7)); excluded.
    RiskAssessment,
    /// Due diligence on components and telling upstream (Article 13(5) and (6)); excluded.
    Components,
    /// Handle vulnerabilities and set the support period (Article 13(8)); excluded.
    VulnerabilityHandling,
    /// Keep updates and old versions available (Article 13(9) to (11)); excluded.
    KeepUpdatesAvailable,
    /// Draw up the technical documentation (Article 13(12), first subparagraph); excluded.
    DrawUpDocumentation,
    /// Keep series production conform (Article 13(14)); excluded.
    SeriesProduction,
}
