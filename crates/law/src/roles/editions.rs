//! A free edition beside a paid one: two products, each with its own operator (guidance points 52, 53 and 76).

use proofmark_facts::{Dossier, Edition};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::roles::role_verdict::{Role, RoleOutcome};
use crate::roles::steward::publisher_without_market;
use crate::source::{G, Source};
use crate::step::Step;

const FOS_12: Source = Source::new("FOS-12", &[G]);

/// What the declaring person is for one edition.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EditionVerdict {
    /// The edition.
    pub edition: WhichEdition,
    /// The role for it.
    pub role: RoleOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// One of two editions of free software.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WhichEdition {
    /// The one that is paid for.
    Paid,
    /// The free community edition.
    Free,
}

/// Both editions, where the dossier says there are two.
pub fn editions(dossier: &Dossier) -> Vec<EditionVerdict> {
    let edition = dossier.free_software.as_ref().and_then(|free| free.edition);
    match edition {
        Some(Edition::FreeBesidePaid | Edition::PaidBesideFree) => vec![paid(), free(dossier)],
        Some(Edition::Only) | None => Vec::new(),
    }
}

fn paid() -> EditionVerdict {
    let reason = Reason::new(text!("law-role-paid-edition"), FOS_12, Citation::guidance(52));
    EditionVerdict {
        edition: WhichEdition::Paid,
        role: RoleOutcome::Is(Role::Manufacturer),
        reasons: vec![reason.on("free_software.edition")],
    }
}

fn free(dossier: &Dossier) -> EditionVerdict {
    let reason = Reason::new(text!("law-role-free-edition"), FOS_12, Citation::guidance(53));
    let mut reasons = vec![reason.on("free_software.edition")];
    let role = match publisher_without_market(dossier) {
        Step::End(role, why) => {
            reasons.extend(why);
            RoleOutcome::Is(role)
        }
        Step::Missing(missing, why) => {
            reasons.extend(why);
            RoleOutcome::Undetermined { missing }
        }
        Step::Next(_) => RoleOutcome::Is(Role::None),
    };
    EditionVerdict { edition: WhichEdition::Free, role, reasons }
}
