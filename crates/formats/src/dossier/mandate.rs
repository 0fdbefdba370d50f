//! `operator.authorised_representative.tasks`: the words for what a mandate can name.

use proofmark_facts::MandatedTask;

use super::key::Word;

impl Word for MandatedTask {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("keep-documents", Self::KeepDocuments),
        ("answer-authorities", Self::AnswerAuthorities),
        ("cooperate", Self::Cooperate),
        ("ce-marking", Self::CeMarking),
        ("declaration", Self::Declaration),
        ("apply-for-examination", Self::ApplyForExamination),
        ("inform-notified-body", Self::InformNotifiedBody),
        ("quality-assurance", Self::QualityAssurance),
        ("design", Self::Design),
        ("risk-assessment", Self::RiskAssessment),
        ("components", Self::Components),
        ("vulnerability-handling", Self::VulnerabilityHandling),
        ("keep-updates-available", Self::KeepUpdatesAvailable),
        ("draw-up-documentation", Self::DrawUpDocumentation),
        ("series-production", Self::SeriesProduction),
    ];
}
