//! What a bill of materials is held against.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::Check;
use super::{bsi_tr_03183_2, cisa_minimum_elements, ntia_minimum_elements, regulation};
use crate::source::{P, S, Verification};

/// A text that says what a bill of materials must hold. Only the first is law; none of the others gives a presumption of conformity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Guideline {
    /// Regulation (EU) 2024/2847, Annex I, Part II, point (1).
    Regulation,
    /// NTIA, The Minimum Elements For a Software Bill of Materials, 2021-07-12.
    Ntia,
    /// CISA and partners, 2026 Minimum Elements for a Software Bill of Materials, version 2.1.
    Cisa,
    /// BSI, TR-03183-2, version 2.1.0.
    Bsi,
}

impl Guideline {
    /// Every one, the law first.
    pub const ALL: [Self; 4] = [Self::Regulation, Self::Ntia, Self::Cisa, Self::Bsi];

    /// What it is called, with its edition.
    pub fn title(self) -> Text {
        match self {
            Self::Regulation => text!("quality-regulation"),
            Self::Ntia => text!("quality-ntia"),
            Self::Cisa => text!("quality-cisa"),
            Self::Bsi => text!("quality-bsi"),
        }
    }

    /// How well its text is known here.
    pub const fn verified(self) -> &'static [Verification] {
        match self {
            Self::Regulation => &[P],
            Self::Ntia | Self::Cisa | Self::Bsi => &[S],
        }
    }

    /// What it asks for, in its own order.
    pub(crate) const fn checks(self) -> &'static [Check] {
        match self {
            Self::Regulation => regulation::CHECKS,
            Self::Ntia => ntia_minimum_elements::CHECKS,
            Self::Cisa => cisa_minimum_elements::CHECKS,
            Self::Bsi => bsi_tr_03183_2::CHECKS,
        }
    }
}
