//! When an obligation applies: the conditions the law attaches to it, as functions of the case.

use proofmark_facts::Procedure;
use proofmark_text::{Text, text};

use crate::annex_i_gate::ClearedBy;
use crate::case::Case;
use crate::register::obligation::{Applicability, Obligation};
use crate::roles::role::{Role, RoleOutcome};
use crate::scope::article_2_scope::ScopeOutcome;
use crate::units::has_units;

/// Whether an obligation applies to the case: role and scope first, its own condition then.
pub(crate) fn applicability(obligation: &Obligation, case: &Case<'_>) -> Applicability {
    let not = |because| Applicability::NotApplicable { because };
    let role = case.verdict.role.role();
    let owed = role.is_none_or(|role| obligation.owed_by.contains(&role));
    if !owed {
        return not(text!("law-applies-other-role"));
    }
    // A steward owes its duties for software it does not place on the market.
    let stewards = role == Some(Role::Steward);
    match &case.verdict.scope.outcome {
        ScopeOutcome::Out => return not(text!("law-applies-scope-out")),
        ScopeOutcome::NotOnTheMarket if !stewards => return not(text!("law-applies-not-on-the-market")),
        ScopeOutcome::AllowedWithoutConformity => return not(text!("law-applies-without-conformity")),
        ScopeOutcome::PartOfAnotherProduct => return not(text!("law-applies-part-of-another")),
        ScopeOutcome::InScope | ScopeOutcome::NotOnTheMarket => {}
        ScopeOutcome::Undetermined { missing } => {
            return Applicability::Undetermined { missing: missing.clone() };
        }
    }
    match &case.verdict.role.outcome {
        RoleOutcome::Is(_) => (obligation.applies)(case, obligation),
        RoleOutcome::Undetermined { missing } => Applicability::Undetermined { missing: missing.clone() },
    }
}

pub(crate) fn only_if(holds: bool, else_because: Text) -> Applicability {
    if holds { Applicability::Applies } else { Applicability::NotApplicable { because: else_because } }
}

/// In every case.
pub(crate) fn always(_: &Case<'_>, _: &Obligation) -> Applicability {
    Applicability::Applies
}

/// The CE marking stands on the product itself.
pub(crate) fn hardware(case: &Case<'_>, _: &Obligation) -> Applicability {
    only_if(has_units(case.dossier), text!("law-applies-marking-of-software"))
}

/// The CE marking stands on the declaration or the website.
pub(crate) fn software(case: &Case<'_>, _: &Obligation) -> Applicability {
    only_if(!has_units(case.dossier), text!("law-applies-marking-of-hardware"))
}

/// A notified body is involved through the chosen procedure.
pub(crate) fn with_notified_body(case: &Case<'_>, _: &Obligation) -> Applicability {
    match case.dossier.conformity.procedure {
        None => Applicability::Undetermined { missing: vec!["conformity.procedure".to_owned()] },
        Some(chosen) => only_if(
            matches!(chosen, Procedure::TypeExamination | Procedure::FullQualityAssurance),
            text!("law-applies-no-notified-body"),
        ),
    }
}

/// Module H was chosen.
pub(crate) fn module_h(case: &Case<'_>, _: &Obligation) -> Applicability {
    match case.dossier.conformity.procedure {
        None => Applicability::Undetermined { missing: vec!["conformity.procedure".to_owned()] },
        Some(chosen) => only_if(chosen == Procedure::FullQualityAssurance, text!("law-applies-not-module-h")),
    }
}

/// Standards or the like are declared as used.
pub(crate) fn standards_used(case: &Case<'_>, _: &Obligation) -> Applicability {
    only_if(!case.dossier.conformity.standards.is_empty(), text!("law-applies-no-standards"))
}

/// Users are offered the SBOM.
pub(crate) fn sbom_offered(case: &Case<'_>, _: &Obligation) -> Applicability {
    only_if(case.dossier.instructions.sbom_at.is_some(), text!("law-applies-sbom-not-offered"))
}

/// The declaration is, or is to be, found on the internet.
pub(crate) fn declaration_online(case: &Case<'_>, _: &Obligation) -> Applicability {
    only_if(case.dossier.conformity.declaration_at.is_some(), text!("law-applies-declaration-not-online"))
}

/// The Commission has fixed the format of SBOMs.
pub(crate) fn sbom_format_fixed(case: &Case<'_>, _: &Obligation) -> Applicability {
    only_if(case.state.sbom_format_act.is_some(), text!("law-applies-no-sbom-act"))
}

/// A vulnerability in an integrated component was identified.
pub(crate) fn component_vulnerability(case: &Case<'_>, _: &Obligation) -> Applicability {
    let identified = case.kept.gate.as_ref().is_some_and(|gate| {
        let blocked = gate.blocked_by.iter().any(|block| block.vulnerability.is_some());
        blocked || gate.cleared.iter().any(|cleared| cleared.by == ClearedBy::RiskAccepted)
    });
    only_if(identified, text!("law-applies-no-component-vulnerability"))
}

/// The product is on the market, and the gate would not let it there today.
pub(crate) fn not_conform(case: &Case<'_>, _: &Obligation) -> Applicability {
    let placed = case.dossier.release.placed_on_the_market_on.is_some_and(|placed_on| placed_on <= case.day);
    let blocked = case.kept.gate.as_ref().is_some_and(|gate| !gate.may_be_placed_on_the_market);
    only_if(placed && blocked, text!("law-applies-nothing-not-conform"))
}

/// An option; it is used when a document is declared to show it.
pub(crate) fn option_used(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    only_if(declared(case, obligation.id), text!("law-applies-option-not-used"))
}

/// An authority has asked, which a document declares.
pub(crate) fn on_request(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    only_if(declared(case, obligation.id), text!("law-applies-on-request"))
}

/// An authority has ordered measures, which a document declares.
pub(crate) fn on_order(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    only_if(declared(case, obligation.id), text!("duties-applies-on-order"))
}

/// Operations are about to cease, which a document declares.
pub(crate) fn on_ceasing(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    only_if(declared(case, obligation.id), text!("law-applies-on-ceasing"))
}

/// A document shows it, or an authority called on it.
pub(crate) fn declared(case: &Case<'_>, obligation: &str) -> bool {
    if case.dossier.authority_requests.iter().any(|request| request.obligation == obligation) {
        return true;
    }
    case.dossier.evidence.iter().any(|evidence| evidence.shows.iter().any(|shown| shown == obligation))
}
