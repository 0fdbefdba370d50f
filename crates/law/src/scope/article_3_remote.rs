//! Article 3(2): whether a remote service is part of the product, a component of it, infrastructure, or outside.

use proofmark_facts::{Dossier, RemoteHosting, RemoteKind, RemoteOrigin, RemoteService};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::scope::remote_consequences::{Relation, consequences};
use crate::source::{G, P, Source};
use crate::step::not_stated;

const REMOTE_DATA_PROCESSING: Citation = Citation::article(3).point("2");
const RDP_01: Source = Source::new("RDP-01", &[P, G]);
const RDP_03: Source = Source::new("RDP-03", &[G]);
const RDP_05: Source = Source::new("RDP-05", &[G]);
const RDP_07: Source = Source::new("RDP-07", &[G]);

/// What one remote service is to the product.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RemoteVerdict {
    /// The service's declared name.
    pub service: String,
    /// What it is.
    pub outcome: RemoteOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What is to be done about it because of that.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<Reason>,
}

/// The outcomes of the remote data processing test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteOutcome {
    /// Remote data processing: part of the product, with every duty that brings.
    PartOfTheProduct,
    /// Not the manufacturer's, but a function needs it: treated as a component.
    Component,
    /// A layer or hardware that remote data processing runs on: no part of the product.
    Infrastructure,
    /// None of these: outside the product.
    Outside,
    /// These facts are not stated, or contradict each other.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// Lays every declared remote service against the test, in the order they are declared.
pub fn remote_services(dossier: &Dossier) -> Vec<RemoteVerdict> {
    dossier.remote_services.iter().enumerate().map(|(index, service)| judge(index, service)).collect()
}

/// One service under the test, with its place in the dossier.
struct Judged<'a> {
    index: usize,
    service: &'a RemoteService,
}

type Answer = (RemoteOutcome, Relation, Vec<Reason>);

fn judge(index: usize, service: &RemoteService) -> RemoteVerdict {
    let judged = Judged { index, service };
    let decided = judged.contradiction().or_else(|| judged.by_what_it_is()).or_else(|| judged.by_function());
    let (outcome, relation, reasons) = decided.unwrap_or_else(|| judged.by_origin());
    let follows = consequences(index, service, relation);
    RemoteVerdict { service: service.name.clone(), outcome, reasons, follows }
}

impl Judged<'_> {
    fn path(&self, field: &str) -> String {
        format!("remote_services[{}].{field}", self.index)
    }

    fn outside(&self, says: Text, source: Source, cites: Citation, fact: &str) -> Answer {
        let reason = Reason::new(says, source, cites).on(self.path(fact));
        (RemoteOutcome::Outside, Relation::None, vec![reason])
    }

    /// Facts that contradict each other leave no safe answer.
    fn contradiction(&self) -> Option<Answer> {
        let service = self.service;
        let needed = service.function_depends_on_it;
        let carries = service.pure_connectivity;
        let (fields, says, source, cites) = if needed == Some(true) && service.telemetry_only == Some(true) {
            (
                ["function_depends_on_it", "telemetry_only"],
                text!("law-remote-telemetry-contradicts", service = &service.name),
                RDP_01,
                REMOTE_DATA_PROCESSING,
            )
        } else if needed == Some(false) && service.manual_alternative == Some(true) {
            // A function that people can do by hand instead is still one that fails without the service.
            (
                ["function_depends_on_it", "manual_alternative"],
                text!("law-remote-manual-contradicts", service = &service.name),
                RDP_01,
                REMOTE_DATA_PROCESSING,
            )
        } else if carries && service.is.is_some_and(|is| is != RemoteKind::Connectivity) {
            let says = text!("law-remote-is-contradicts", service = &service.name);
            (["is", "pure_connectivity"], says, RDP_01, REMOTE_DATA_PROCESSING)
        } else {
            let (one, other) = self.disagreeing_origins()?;
            let says = text!("law-remote-origin-contradicts", service = &service.name);
            ([one, other], says, RDP_03, Citation::guidance(195))
        };
        let missing = fields.iter().map(|field| self.path(field)).collect();
        let reason = Reason::new(says, source, cites).on(self.path(fields[0]));
        Some((RemoteOutcome::Undetermined { missing }, Relation::None, vec![reason]))
    }

    /// What tells whose software it is: the three facts that may, with the answer each gives.
    fn origins(&self) -> [(&'static str, Option<bool>); 3] {
        let by_origin = self.service.origin.map(|origin| match origin {
            RemoteOrigin::Own | RemoteOrigin::BuiltForUs => true,
            RemoteOrigin::StandardService | RemoteOrigin::AdaptedStandardService => false,
        });
        let by_kind = (self.service.is == Some(RemoteKind::ThirdPartySoftware)).then_some(false);
        [
            ("developed_under_own_responsibility", self.service.developed_under_own_responsibility),
            ("origin", by_origin),
            ("is", by_kind),
        ]
    }

    fn disagreeing_origins(&self) -> Option<(&'static str, &'static str)> {
        let origins = self.origins();
        let own = origins.iter().find(|(_, own)| *own == Some(true))?;
        let foreign = origins.iter().find(|(_, own)| *own == Some(false))?;
        Some((own.0, foreign.0))
    }

    /// RDP-05, RDP-08, RDP-09, RDP-12, RDP-13: things that are never remote data processing.
    fn by_what_it_is(&self) -> Option<Answer> {
        let name = &self.service.name;
        if self.service.pure_connectivity {
            let says = text!("law-remote-connectivity", service = name);
            let source = Source::new("RDP-13", &[G]);
            return Some(self.outside(says, source, REMOTE_DATA_PROCESSING, "pure_connectivity"));
        }
        match self.service.is? {
            RemoteKind::Connectivity => {
                let says = text!("law-remote-connectivity", service = name);
                Some(self.outside(says, Source::new("RDP-13", &[G]), REMOTE_DATA_PROCESSING, "is"))
            }
            RemoteKind::InformationalWebsite => {
                let says = text!("law-remote-website", service = name);
                Some(self.outside(says, Source::new("RDP-12", &[G]), Citation::guidance(194), "is"))
            }
            RemoteKind::InternalSystem
            | RemoteKind::BuildPipeline
            | RemoteKind::UpdateDistribution
            | RemoteKind::SecurityTesting => {
                let says = text!("law-remote-internal", service = name);
                Some(self.outside(says, Source::new("RDP-09", &[G]), Citation::guidance(182), "is"))
            }
            RemoteKind::Platform | RemoteKind::Infrastructure => Some(self.layer(
                text!("law-remote-infrastructure", service = name),
                RDP_05,
                Citation::guidance(198),
            )),
            RemoteKind::HostingHardware => {
                let source = Source::new("RDP-08", &[G]);
                Some(self.layer(
                    text!("law-remote-hardware", service = name),
                    source,
                    Citation::guidance(180),
                ))
            }
            RemoteKind::Application | RemoteKind::AuthenticationPortal | RemoteKind::ThirdPartySoftware => {
                None
            }
        }
    }

    fn layer(&self, says: Text, source: Source, cites: Citation) -> Answer {
        let reason = Reason::new(says, source, cites).on(self.path("is"));
        (RemoteOutcome::Infrastructure, Relation::Layer, vec![reason])
    }

    /// RDP-01, RDP-07 and RDP-08: processing at a distance, a function that fails without it, no mere back end.
    fn by_function(&self) -> Option<Answer> {
        let (service, name) = (self.service, &self.service.name);
        if service.at_a_distance == Some(false) {
            let says = text!("law-remote-not-at-a-distance", service = name);
            return Some(self.outside(says, RDP_01, REMOTE_DATA_PROCESSING, "at_a_distance"));
        }
        let unneeded = if service.telemetry_only == Some(true) {
            Some(("telemetry_only", text!("law-remote-telemetry", service = name)))
        } else if service.function_depends_on_it == Some(false) {
            Some(("function_depends_on_it", text!("law-remote-not-needed", service = name)))
        } else {
            None
        };
        if let Some((fact, says)) = unneeded {
            let (outcome, _, reasons) = self.outside(says, RDP_07, Citation::guidance(192), fact);
            return Some((outcome, Relation::RiskOnly, reasons));
        }
        if service.interacts_directly == Some(false) {
            let says = text!("law-remote-back-end", service = name);
            let source = Source::new("RDP-08", &[G]);
            let (outcome, _, reasons) =
                self.outside(says, source, Citation::guidance(205), "interacts_directly");
            return Some((outcome, Relation::BackEnd, reasons));
        }
        None
    }

    /// RDP-01, RDP-03 and RDP-06: a function needs it, so it turns on whose software it is.
    fn by_origin(&self) -> Answer {
        let needed = self.service.function_depends_on_it == Some(true);
        let own = self.origins().into_iter().find_map(|(field, own)| Some((field, own?)));
        let (Some((field, own)), true) = (own, needed) else {
            return self.undetermined(!needed, own.is_none());
        };
        let name = &self.service.name;
        let (answer, reason) = if own {
            let says = text!("law-remote-part", service = name);
            let reason = Reason::new(says, RDP_01, REMOTE_DATA_PROCESSING).on(self.path(field));
            ((RemoteOutcome::PartOfTheProduct, Relation::Part), reason)
        } else {
            let source = Source::new("RDP-06", &[G]);
            let says = text!("law-remote-component", service = name);
            let reason = Reason::new(says, source, Citation::guidance(202)).on(self.path(field));
            ((RemoteOutcome::Component, Relation::Component), reason)
        };
        let mut reasons = vec![reason];
        reasons.extend(self.function());
        reasons.extend(self.origin());
        if own {
            reasons.extend(self.hosted());
        }
        (answer.0, answer.1, reasons)
    }

    /// RDP-02: every function counts, and a way to do it by hand does not matter.
    fn function(&self) -> Vec<Reason> {
        let source = Source::new("RDP-02", &[G]);
        let mut reasons = Vec::new();
        if self.service.serves.is_some() {
            let says = text!("law-remote-any-function", service = &self.service.name);
            reasons.push(Reason::new(says, source, Citation::guidance(189)).on(self.path("serves")));
        }
        if self.service.manual_alternative == Some(true) {
            let says = text!("law-remote-manual", service = &self.service.name);
            reasons
                .push(Reason::new(says, source, Citation::guidance(191)).on(self.path("manual_alternative")));
        }
        if self.service.is == Some(RemoteKind::AuthenticationPortal) {
            let says = text!("law-remote-portal", service = &self.service.name);
            let source = Source::new("RDP-12", &[G]);
            reasons.push(Reason::new(says, source, Citation::guidance(194)).on(self.path("is")));
        }
        reasons
    }

    fn origin(&self) -> Option<Reason> {
        let name = &self.service.name;
        let says = match self.service.origin? {
            RemoteOrigin::Own => return None,
            RemoteOrigin::BuiltForUs => text!("law-remote-built-for-us", service = name),
            RemoteOrigin::StandardService => text!("law-remote-standard", service = name),
            RemoteOrigin::AdaptedStandardService => text!("law-remote-adapted", service = name),
        };
        Some(Reason::new(says, RDP_03, Citation::guidance(195)).on(self.path("origin")))
    }

    /// RDP-04 and RDP-05: who hosts it never changes the answer, but what lies below it stays outside.
    fn hosted(&self) -> Vec<Reason> {
        let name = &self.service.name;
        let mut reasons = Vec::new();
        if self.service.operated_by.is_some() {
            let says = text!("law-remote-hosted", service = name);
            reasons.push(Reason::new(says, RDP_05, Citation::guidance(198)).on(self.path("operated_by")));
        }
        let Some(hosting) = self.service.hosting else { return reasons };
        let at = self.path("hosting");
        let source = Source::new("RDP-04", &[G]);
        let says = text!("law-remote-hosting", service = name);
        reasons.push(Reason::new(says, source, Citation::guidance(187)).on(&at));
        if matches!(hosting, RemoteHosting::ThirdPartyInfrastructure | RemoteHosting::ThirdPartyPlatform) {
            let says = text!("law-remote-layers-below", service = name);
            reasons.push(Reason::new(says, RDP_05, Citation::guidance(198)).on(&at));
        }
        reasons
    }

    fn undetermined(&self, needs_function: bool, needs_origin: bool) -> Answer {
        let mut missing = Vec::new();
        missing.extend(needs_function.then(|| self.path("function_depends_on_it")));
        missing.extend(needs_origin.then(|| self.path("developed_under_own_responsibility")));
        let reasons = missing.iter().map(|path| not_stated(path, RDP_01, REMOTE_DATA_PROCESSING)).collect();
        (RemoteOutcome::Undetermined { missing }, Relation::None, reasons)
    }
}
