//! The verdict: everything the law says of a product before anyone asks what has been done about it.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::{BindingDate, binding_dates};
use crate::classes::article_7_classification::{ClassVerdict, classification};
use crate::modification::modification_verdict::{ModificationVerdict, modification};
use crate::reason::Reason;
use crate::roles::role::{Role, RoleVerdict, role};
use crate::routes::article_32_routes::routes;
use crate::routes::route::RoutesVerdict;
use crate::scope::article_2_scope::{ScopeOutcome, ScopeVerdict, scope};
use crate::scope::article_3_remote::{RemoteVerdict, remote_services};
use crate::state::state_of_the_law::{StateName, StateOfTheLaw};

/// Scope, role, class, routes, remote services and days of one product, on one day under one state of the law.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Verdict {
    /// The state of the law it was reached under.
    pub state: StateName,
    /// The day it was reached for.
    pub on: Date,
    /// Whether the Regulation applies.
    pub scope: ScopeVerdict,
    /// Which operator the declaring person is.
    pub role: RoleVerdict,
    /// The class of the product.
    pub class: ClassVerdict,
    /// The conformity assessment procedures.
    pub routes: RoutesVerdict,
    /// What each remote service is.
    pub remote_services: Vec<RemoteVerdict>,
    /// The days that bind.
    pub calendar: Vec<BindingDate>,
    /// Whether the change that led to this release is a substantial modification; absent where none is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modification: Option<ModificationVerdict>,
}

/// Lays the declared facts against the law. The same facts, state and day always give the same verdict.
pub fn assess(dossier: &Dossier, state: &StateOfTheLaw, day: Date) -> Verdict {
    let scope = scope(dossier, state);
    let role = role(dossier);
    let class = classification(dossier, state);
    let concerned = matches!(scope.outcome, ScopeOutcome::InScope | ScopeOutcome::Undetermined { .. });
    let steward = role.role() == Some(Role::Steward);
    // Conformity is assessed by the manufacturer; while the role is open, its procedures are worth knowing.
    let assesses_conformity = matches!(role.role(), None | Some(Role::Manufacturer));
    Verdict {
        state: state.name(),
        on: day,
        // What is outside, or part of another product, needs no procedure of its own; stewards still have their day.
        routes: if concerned && assesses_conformity {
            routes(dossier, state, day, &class)
        } else {
            RoutesVerdict::default()
        },
        calendar: if concerned || steward { binding_dates(dossier, role.role(), day) } else { Vec::new() },
        remote_services: remote_services(dossier),
        modification: modification(dossier, None, &[]),
        scope,
        role,
        class,
    }
}

impl Verdict {
    /// Every line that asks for legal review.
    pub fn legal_review(&self) -> Vec<&Reason> {
        let routes = [&self.routes.open, &self.routes.closed, &self.routes.would_open];
        let of_routes = routes.into_iter().flatten().flat_map(|route| &route.reasons);
        let of_services = self.remote_services.iter().flat_map(|service| &service.reasons);
        let of_days = self.calendar.iter().flat_map(|date| &date.reasons);
        let all = self.scope.reasons.iter().chain(&self.role.reasons).chain(&self.class.reasons);
        all.chain(of_routes)
            .chain(&self.routes.beside)
            .chain(of_services)
            .chain(of_days)
            .chain(self.modification.iter().flat_map(ModificationVerdict::all_reasons))
            .filter(|reason| reason.legal_review.is_some())
            .collect()
    }
}
