//! Article 3(2): whether a remote service is part of the product, a component of it, or outside.

use proofmark_facts::{Dossier, RemoteService};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{G, P, Source};
use crate::step::not_stated;

const REMOTE_DATA_PROCESSING: Citation = Citation::article(3).point("2");
const RDP_01: Source = Source::new("RDP-01", &[P, G]);

/// What one remote service is to the product.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RemoteVerdict {
    /// The service's declared name.
    pub service: String,
    /// What it is.
    pub outcome: RemoteOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The outcomes of the remote data processing test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteOutcome {
    /// Remote data processing: part of the product, with every duty that brings.
    PartOfTheProduct,
    /// Not the manufacturer's, but a function needs it: treated as a component.
    Component,
    /// Neither: outside the product.
    Outside,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// Lays every declared remote service against the test, in the order they are declared.
pub fn remote_services(dossier: &Dossier) -> Vec<RemoteVerdict> {
    dossier.remote_services.iter().enumerate().map(|(index, service)| judge(index, service)).collect()
}

fn judge(index: usize, service: &RemoteService) -> RemoteVerdict {
    let path = |field: &str| format!("remote_services[{index}].{field}");
    let (needed_at, own_at) = (path("function_depends_on_it"), path("developed_under_own_responsibility"));
    let name = &service.name;
    let (outcome, reason) = if service.pure_connectivity {
        let source = Source::new("RDP-13", &[G]);
        let says = text!("law-remote-connectivity", service = name);
        (
            RemoteOutcome::Outside,
            Reason::new(says, source, REMOTE_DATA_PROCESSING).on(path("pure_connectivity")),
        )
    } else {
        match (service.function_depends_on_it, service.developed_under_own_responsibility) {
            (Some(false), _) => {
                let source = Source::new("RDP-07", &[G]);
                let says = text!("law-remote-not-needed", service = name);
                (RemoteOutcome::Outside, Reason::new(says, source, Citation::guidance(192)).on(needed_at))
            }
            (Some(true), Some(true)) => {
                let says = text!("law-remote-part", service = name);
                (
                    RemoteOutcome::PartOfTheProduct,
                    Reason::new(says, RDP_01, REMOTE_DATA_PROCESSING).on(own_at),
                )
            }
            (Some(true), Some(false)) => {
                let source = Source::new("RDP-06", &[G]);
                let says = text!("law-remote-component", service = name);
                (RemoteOutcome::Component, Reason::new(says, source, Citation::guidance(202)).on(own_at))
            }
            (needed, own) => return undetermined(name, needed.is_none(), own.is_none(), needed_at, own_at),
        }
    };
    let mut reasons = vec![reason];
    if outcome == RemoteOutcome::PartOfTheProduct && service.operated_by.is_some() {
        // Who hosts it never changes the answer, but what lies below it stays outside.
        let source = Source::new("RDP-05", &[G]);
        let says = text!("law-remote-hosted", service = name);
        reasons.push(Reason::new(says, source, Citation::guidance(198)).on(path("operated_by")));
    }
    RemoteVerdict { service: name.clone(), outcome, reasons }
}

fn undetermined(
    name: &str,
    needs_function: bool,
    needs_origin: bool,
    needed_at: String,
    own_at: String,
) -> RemoteVerdict {
    let mut missing = Vec::new();
    missing.extend(needs_function.then_some(needed_at));
    missing.extend(needs_origin.then_some(own_at));
    let reasons = missing.iter().map(|path| not_stated(path, RDP_01, REMOTE_DATA_PROCESSING)).collect();
    RemoteVerdict { service: name.to_owned(), outcome: RemoteOutcome::Undetermined { missing }, reasons }
}
