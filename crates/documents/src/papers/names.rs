//! What the papers call procedures, classes, outcomes and statuses.

use proofmark_facts::{Application, DecisionStatus, Procedure, ProductKind, Rating, VexJustification};
use proofmark_law::{Bound, Class, RemoteOutcome, Role, ScopeOutcome};
use proofmark_text::{Text, text};

/// The procedure, with its module.
pub(super) fn procedure(procedure: Procedure) -> Text {
    match procedure {
        Procedure::InternalControl => text!("papers-procedure-internal-control"),
        Procedure::TypeExamination => text!("papers-procedure-type-examination"),
        Procedure::FullQualityAssurance => text!("papers-procedure-full-quality-assurance"),
        Procedure::Certification => text!("papers-procedure-certification"),
    }
}

/// The class, with the annex it comes from.
pub(super) fn class(class: Class) -> Text {
    match class {
        Class::Default => text!("papers-class-default"),
        Class::ImportantI => text!("papers-class-important-i"),
        Class::ImportantII => text!("papers-class-important-ii"),
        Class::Critical => text!("papers-class-critical"),
    }
}

/// Where the scope procedure ended.
pub(super) fn scope(outcome: &ScopeOutcome) -> Text {
    match outcome {
        ScopeOutcome::InScope => text!("papers-scope-in"),
        ScopeOutcome::PartOfAnotherProduct => text!("papers-scope-part-of-another"),
        ScopeOutcome::Out => text!("papers-scope-out"),
        ScopeOutcome::NotOnTheMarket => text!("papers-scope-not-on-the-market"),
        ScopeOutcome::AllowedWithoutConformity => text!("papers-scope-allowed-without-conformity"),
        ScopeOutcome::Undetermined { .. } => text!("papers-scope-undetermined"),
    }
}

/// The role of the declaring person.
pub(super) fn role(role: Role) -> Text {
    match role {
        Role::Manufacturer => text!("papers-role-manufacturer"),
        Role::Importer => text!("papers-role-importer"),
        Role::Distributor => text!("papers-role-distributor"),
        Role::AuthorisedRepresentative => text!("papers-role-authorised-representative"),
        Role::Steward => text!("papers-role-steward"),
        Role::None => text!("papers-role-none"),
    }
}

/// What a remote service is to the product.
pub(super) fn remote(outcome: &RemoteOutcome) -> Text {
    match outcome {
        RemoteOutcome::PartOfTheProduct => text!("papers-remote-part"),
        RemoteOutcome::Component => text!("papers-remote-component"),
        RemoteOutcome::Infrastructure => text!("papers-remote-infrastructure"),
        RemoteOutcome::Outside => text!("papers-remote-outside"),
        RemoteOutcome::Undetermined { .. } => text!("papers-remote-undetermined"),
    }
}

/// Whether a day binds.
pub(super) fn bound(bound: &Bound) -> Text {
    match bound {
        Bound::Already => text!("papers-bound-already"),
        Bound::Later => text!("papers-bound-later"),
        Bound::NotUnlessSubstantiallyModified => text!("papers-bound-not-unless-modified"),
        Bound::Not => text!("papers-bound-not"),
        Bound::Undetermined { .. } => text!("papers-bound-undetermined"),
    }
}

/// How far a standard was applied.
pub(super) fn application(application: Application) -> Text {
    match application {
        Application::InFull => text!("papers-applied-in-full"),
        Application::InPart => text!("papers-applied-in-part"),
    }
}

/// What kind of object the product is.
pub(super) fn kind(kind: ProductKind) -> Text {
    match kind {
        ProductKind::Software => text!("papers-kind-software"),
        ProductKind::Hardware => text!("papers-kind-hardware"),
        ProductKind::HardwareWithSoftware => text!("papers-kind-hardware-with-software"),
        ProductKind::RemoteService => text!("papers-kind-remote-service"),
        ProductKind::SourceCode => text!("papers-kind-source-code"),
        ProductKind::TutorialCode => text!("papers-kind-tutorial-code"),
        ProductKind::NotElectronic => text!("papers-kind-not-electronic"),
    }
}

/// What is claimed of a finding.
pub(super) fn status(status: DecisionStatus) -> Text {
    match status {
        DecisionStatus::WrongMatch => text!("triage-status-wrong-match"),
        DecisionStatus::NotAffected => text!("papers-status-not-affected"),
        DecisionStatus::Affected => text!("papers-status-affected"),
        DecisionStatus::Fixed => text!("papers-status-fixed"),
        DecisionStatus::UnderInvestigation => text!("papers-status-under-investigation"),
    }
}

/// Why a product is not affected.
pub(super) fn justification(justification: VexJustification) -> Text {
    match justification {
        VexJustification::ComponentNotPresent => text!("papers-because-component-not-present"),
        VexJustification::VulnerableCodeNotPresent => text!("papers-because-code-not-present"),
        VexJustification::VulnerableCodeNotInExecutePath => text!("papers-because-code-not-executed"),
        VexJustification::VulnerableCodeCannotBeControlledByAdversary => {
            text!("papers-because-code-not-controlled")
        }
        VexJustification::InlineMitigationsAlreadyExist => text!("papers-because-mitigated"),
    }
}

/// A severity rating.
pub(super) fn rating(rating: Rating) -> Text {
    match rating {
        Rating::Unknown => text!("papers-rating-unknown"),
        Rating::None => text!("papers-rating-none"),
        Rating::Low => text!("papers-rating-low"),
        Rating::Medium => text!("papers-rating-medium"),
        Rating::High => text!("papers-rating-high"),
        Rating::Critical => text!("papers-rating-critical"),
    }
}
