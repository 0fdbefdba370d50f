//! What follows from what a remote service is: documentation, due diligence, risk assessment (guidance points 201 to 207).

use proofmark_facts::RemoteService;
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{G, Source};

const RDP_05: Source = Source::new("RDP-05", &[G]);
const RDP_06: Source = Source::new("RDP-06", &[G]);
const RDP_07: Source = Source::new("RDP-07", &[G]);
const RDP_08: Source = Source::new("RDP-08", &[G]);
const RDP_10: Source = Source::new("RDP-10", &[G]);
const RDP_11: Source = Source::new("RDP-11", &[G]);

/// How a service stands to the product, as far as duties turn on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// Part of the product.
    Part,
    /// Treated as a component.
    Component,
    /// A layer below what is part of the product.
    Layer,
    /// A back end behind what is part of the product.
    BackEnd,
    /// No function needs it, but data leaves the product.
    RiskOnly,
    /// None that asks for anything.
    None,
}

/// Everything that is to be done about one service.
pub(crate) fn consequences(index: usize, service: &RemoteService, relation: Relation) -> Vec<Reason> {
    let name = &service.name;
    let path = |field: &str| format!("remote_services[{index}].{field}");
    let mut follows = Vec::new();
    match relation {
        Relation::Part => {
            let says = text!("law-remote-follows-boundary", service = name);
            follows.push(Reason::new(says, RDP_08, Citation::guidance(205)).on(path("interacts_directly")));
        }
        Relation::Component => {
            let says = text!("law-remote-follows-due-diligence", service = name);
            follows.push(Reason::new(says, RDP_06, Citation::guidance(202)));
        }
        Relation::Layer => {
            let says = text!("law-remote-follows-layer", service = name);
            follows.push(Reason::new(says, RDP_05, Citation::guidance(198)));
            if service.function_depends_on_it == Some(true) {
                let says = text!("law-remote-follows-due-diligence", service = name);
                follows.push(Reason::new(says, RDP_06, Citation::guidance(202)));
            }
        }
        Relation::BackEnd => {
            let says = text!("law-remote-follows-dependency", service = name);
            follows.push(Reason::new(says, RDP_08, Citation::guidance(206)));
        }
        Relation::RiskOnly => {
            let says = text!("law-remote-follows-risk", service = name);
            follows.push(Reason::new(says, RDP_07, Citation::guidance(202)));
        }
        Relation::None => return follows,
    }
    if matches!(relation, Relation::Part | Relation::Component) {
        follows.push(documentation(service, path("described_in_documentation")));
        if !service.shared_with.is_empty() {
            let says =
                text!("law-remote-follows-shared", service = name, with = service.shared_with.join(", "));
            follows.push(Reason::new(says, RDP_10, Citation::guidance(204)).on(path("shared_with")));
        }
    }
    if !service.assurance.is_empty() {
        let says = text!("law-remote-follows-assurance", service = name);
        follows.push(Reason::new(says, RDP_11, Citation::guidance(207)).on(path("assurance")));
    }
    follows
}

fn documentation(service: &RemoteService, path: String) -> Reason {
    let name = &service.name;
    let says = match service.described_in_documentation {
        Some(true) => text!("law-remote-follows-described", service = name),
        Some(false) => text!("law-remote-follows-not-described", service = name),
        None => text!("law-remote-follows-describe", service = name),
    };
    Reason::new(says, RDP_10, Citation::guidance(204)).on(path)
}
