//! Remote services that came, went, or are something else to the product than before.

use std::collections::BTreeMap;

use proofmark_facts::{Differing, Dossier};
use proofmark_text::text;

use crate::modification::difference::Difference;
use crate::scope::article_3_remote::{RemoteOutcome, remote_services};

const FACT: &str = "remote_services";

/// Services are told apart by name.
pub(crate) fn remote_differences(earlier: &Dossier, newer: &Dossier) -> Vec<Difference> {
    let (before, now) = (outcomes(earlier), outcomes(newer));
    let mut found = Vec::new();
    for (service, outcome) in &now {
        let says = match before.get(service) {
            None => {
                let says = text!("modification-differs-remote-added", service = service);
                // Whatever it is to the product, data now goes where it did not go.
                let asks: &[&str] = &[
                    "modification.new_channels",
                    "modification.new_interfaces",
                    "modification.new_external_dependencies",
                ];
                found.push(
                    Difference::new(Differing::RemoteServiceAdded, says, &["SUB-02"], asks)
                        .of(service)
                        .at(FACT),
                );
                continue;
            }
            Some(earlier) if earlier == outcome => continue,
            Some(_) => text!("modification-differs-remote-outcome", service = service),
        };
        let asks: &[&str] = &["modification.boundary_changed", "modification.new_external_dependencies"];
        found.push(
            Difference::new(Differing::RemoteServiceOutcome, says, &["SUB-02", "SUB-10"], asks)
                .of(service)
                .at(FACT)
                .indicates(),
        );
    }
    for service in before.keys().filter(|service| !now.contains_key(*service)) {
        let says = text!("modification-differs-remote-removed", service = service);
        let asks: &[&str] = &["modification.assumptions_hold"];
        found.push(
            Difference::new(Differing::RemoteServiceRemoved, says, &["SUB-06"], asks)
                .of(service)
                .at(FACT)
                .indicates(),
        );
    }
    found
}

fn outcomes(dossier: &Dossier) -> BTreeMap<String, RemoteOutcome> {
    remote_services(dossier).into_iter().map(|judged| (judged.service, judged.outcome)).collect()
}
