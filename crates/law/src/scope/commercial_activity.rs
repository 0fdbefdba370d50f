//! Article 3(21) and (22): whether the product is supplied on the Union market in the course of a commercial activity.

use proofmark_facts::Dossier;
use proofmark_text::{Text, text};

use crate::citation::Citation;
use crate::reason::Reason;
use crate::scope::free_software::{FreeSoftwareOutcome, free_software};
use crate::scope::scope_verdict::ScopeOutcome;
use crate::source::{F, P, Source};
use crate::step::Step;

/// SCP-16: made for one's own use only.
pub(crate) fn own_use(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-16", &[F, P]);
    let cites = Citation::recital(16);
    let price = "scope.supply.price";
    let claims = [
        ("scope.own_use_only", dossier.scope.own_use_only, text!("law-scope-own-use")),
        (
            "scope.public_administration_own_use",
            dossier.scope.public_administration_own_use,
            text!("law-scope-public-administration"),
        ),
    ];
    let not_claimed = text!("law-scope-own-use-not-claimed");
    let Some((path, _, says)) = claims.into_iter().find(|(_, claimed, _)| *claimed == Some(true)) else {
        return Step::next(Reason::new(not_claimed, SOURCE, cites).on("scope.own_use_only"));
    };
    if dossier.scope.supply.price == Some(true) {
        // Whoever charges others for it does not keep it to themselves.
        let says = text!("law-scope-own-use-contradicts", fact = path);
        return Step::unclear(&[path, price], Reason::new(says, SOURCE, cites).on(path));
    }
    Step::end(ScopeOutcome::NotOnTheMarket, Reason::new(says, SOURCE, cites).on(path))
}

/// SCP-17 and SCP-18: free software first, then supply in the course of a commercial activity.
pub(crate) fn supply(dossier: &Dossier) -> Step<ScopeOutcome> {
    let free = free_software(dossier);
    let mut reasons = free.reasons;
    match free.outcome {
        FreeSoftwareOutcome::Contribution
        | FreeSoftwareOutcome::Hosting
        | FreeSoftwareOutcome::NotCommercial => {
            return Step::End(ScopeOutcome::NotOnTheMarket, reasons);
        }
        FreeSoftwareOutcome::Undetermined { missing } => return Step::Missing(missing, reasons),
        FreeSoftwareOutcome::Commercial => match on_union_market(dossier) {
            Step::Next(why) => {
                reasons.extend(why);
                return Step::End(ScopeOutcome::InScope, reasons);
            }
            other => return other.behind(reasons),
        },
        FreeSoftwareOutcome::NotDeclared | FreeSoftwareOutcome::NotFree => {}
    }
    match on_union_market(dossier) {
        Step::Next(why) => {
            reasons.extend(why);
            commercial_activity(dossier).behind(reasons)
        }
        Step::Missing(facts, why) => {
            reasons.extend(why);
            // Without the first answer the second question is still worth asking: all gaps at once.
            match commercial_activity(dossier) {
                Step::Missing(more, also) => {
                    reasons.extend(also);
                    Step::Missing([facts, more].concat(), reasons)
                }
                _ => Step::Missing(facts, reasons),
            }
        }
        end @ Step::End(..) => end.behind(reasons),
    }
}

const SCP_18: Source = Source::new("SCP-18", &[P]);
const MAKING_AVAILABLE: Citation = Citation::article(3).point("22");

fn on_union_market(dossier: &Dossier) -> Step<ScopeOutcome> {
    let path = "scope.supply.on_union_market";
    let reason = |says: Text| Reason::new(says, SCP_18, MAKING_AVAILABLE).on(path);
    match dossier.scope.supply.on_union_market {
        None => Step::missing(&[path], SCP_18, MAKING_AVAILABLE),
        Some(false) => {
            Step::end(ScopeOutcome::NotOnTheMarket, reason(text!("law-scope-not-on-union-market")))
        }
        Some(true) => Step::next(reason(text!("law-scope-on-union-market"))),
    }
}

fn commercial_activity(dossier: &Dossier) -> Step<ScopeOutcome> {
    let supply = &dossier.scope.supply;
    let at_cost = supply.public_service_at_cost == Some(true);
    let indicators = [
        // Recital 16: a public service is not commercial because its costs are paid for.
        ("scope.supply.price", if at_cost { supply.price.map(|_| false) } else { supply.price }),
        ("scope.supply.paid_support_beyond_cost", supply.paid_support_beyond_cost),
        ("scope.supply.monetised_otherwise", supply.monetised_otherwise),
        ("scope.supply.personal_data_as_condition", supply.personal_data_as_condition),
        ("scope.supply.donations_for_profit", supply.donations_for_profit),
        ("scope.supply.course_of_business", supply.course_of_business),
    ];
    if let Some((path, _)) = indicators.iter().find(|(_, stated)| *stated == Some(true)) {
        let says = text!("law-scope-commercial", fact = *path);
        return Step::end(ScopeOutcome::InScope, Reason::new(says, SCP_18, MAKING_AVAILABLE).on(*path));
    }
    let missing: Vec<&str> =
        indicators.iter().filter(|(_, stated)| stated.is_none()).map(|(path, _)| *path).collect();
    if !missing.is_empty() {
        return Step::missing(&missing, SCP_18, MAKING_AVAILABLE);
    }
    let reason = if at_cost && supply.price == Some(true) {
        let says = text!("law-scope-public-service-at-cost");
        Reason::new(says, SCP_18, Citation::recital(16)).on("scope.supply.public_service_at_cost")
    } else {
        Reason::new(text!("law-scope-not-commercial"), SCP_18, MAKING_AVAILABLE).on("scope.supply")
    };
    Step::end(ScopeOutcome::NotOnTheMarket, reason)
}
