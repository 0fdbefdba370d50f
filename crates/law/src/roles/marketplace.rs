//! Recital 78: marketplaces, other intermediaries, and those who only store and dispatch.

use proofmark_facts::Dossier;
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::roles::role_verdict::Role;
use crate::source::{P, Source};
use crate::step::Step;

const ROL_07: Source = Source::new("ROL-07", &[P]);
const ONLY: &str = "operator.activity.only_intermediary";
const RUNS: &str = "operator.activity.runs_marketplace";
const FULFILS: &str = "operator.activity.provides_fulfilment";

/// ROL-07: who only runs a marketplace is none of the operators for that product.
pub(crate) fn intermediary(dossier: &Dossier) -> Step<Role> {
    let activity = &dossier.operator.activity;
    if activity.only_intermediary != Some(true) {
        return Step::Next(Vec::new());
    }
    let mut reasons =
        vec![Reason::new(text!("law-role-intermediary"), ROL_07, Citation::recital(78)).on(ONLY)];
    if activity.provides_fulfilment == Some(true) {
        reasons.insert(0, fulfilment());
    }
    Step::End(Role::None, reasons)
}

/// ROL-07: a marketplace that also sells is a distributor, under its own brand a manufacturer.
pub(crate) fn beside_a_marketplace(dossier: &Dossier, role: Role) -> Vec<Reason> {
    let activity = &dossier.operator.activity;
    let mut reasons = Vec::new();
    if activity.only_intermediary == Some(true) {
        return reasons;
    }
    if activity.runs_marketplace == Some(true) {
        let says = match role {
            Role::Manufacturer => text!("law-role-marketplace-own-brand"),
            Role::Importer | Role::Distributor => text!("law-role-marketplace-sells"),
            Role::AuthorisedRepresentative | Role::Steward | Role::None => {
                text!("law-role-marketplace-neutral")
            }
        };
        reasons.push(Reason::new(says, ROL_07, Citation::recital(78)).on(RUNS));
    }
    if activity.provides_fulfilment == Some(true) {
        reasons.push(fulfilment());
    }
    reasons
}

fn fulfilment() -> Reason {
    Reason::new(text!("law-role-fulfilment"), ROL_07, Citation::recital(78)).on(FULFILS)
}
