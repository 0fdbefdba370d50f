//! One thing that follows from a determination.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::Source;

/// What follows, and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Follow {
    /// What it is about.
    pub what: FollowKind,
    /// What follows, with the fact it turns on and the law.
    pub reason: Reason,
    /// Facts that would say more; where there are any, what follows is still open.
    pub missing: Vec<String>,
}

/// What can follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FollowKind {
    /// Risk assessment and technical documentation are kept up to date, whatever was determined.
    KeepUpToDate,
    /// The risk assessment is revised for what a provider changed.
    ReviseRiskAssessment,
    /// The maker of the new product is its manufacturer, with every duty.
    ManufacturerOfNewProduct,
    /// Whoever changed it is its manufacturer.
    BecomesManufacturer,
    /// The earlier day of placing on the market stays.
    KeepsPlacingDate,
    /// Making the changed product available places a product on the market anew.
    NewPlacing,
    /// What changes for a product that was on the market before the Regulation applied.
    EarlierProduct,
    /// Conformity is assessed.
    ConformityAssessment,
    /// The technical documentation is drawn up for it.
    TechnicalDocumentation,
    /// The EU declaration of conformity is drawn up.
    Declaration,
    /// The CE marking is affixed.
    CeMarking,
    /// The support period is examined again.
    SupportPeriod,
    /// What was shown for parts that did not change may be used again.
    ReuseOfEvidence,
    /// What is owed to users of earlier versions.
    EarlierVersions,
    /// The notified body is told.
    NotifiedBody,
}

impl Follow {
    /// Something that follows from this row.
    pub(crate) fn new(what: FollowKind, says: Text, source: Source, cites: Citation) -> Self {
        Self { what, reason: Reason::new(says, source, cites), missing: Vec::new() }
    }

    /// Names the declared fact it turns on.
    #[must_use]
    pub(crate) fn on(mut self, fact: &str) -> Self {
        self.reason = self.reason.on(fact);
        self
    }

    /// Names the fact that would say more.
    #[must_use]
    pub(crate) fn waits_for(mut self, fact: &str) -> Self {
        self.missing.push(fact.to_owned());
        self.on(fact)
    }
}
