//! What is known at one point of the interview, and what that makes worth asking.

use proofmark_facts::{Dossier, ProductKind};
use proofmark_formats::{Answer, Answers};
use proofmark_law::{Class, Role, ScopeOutcome, Verdict};

/// The dossier so far, and what the law says of it.
pub(super) struct Situation<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) verdict: &'a Verdict,
    pub(super) answers: &'a Answers,
}

/// The Regulation applies, or may apply.
pub(super) fn open(now: &Situation<'_>) -> bool {
    matches!(now.verdict.scope.outcome, ScopeOutcome::InScope | ScopeOutcome::Undetermined { .. })
}

pub(super) fn open_hardware(now: &Situation<'_>) -> bool {
    open(now) && is_hardware(now)
}

/// Software by itself, or supplied with hardware.
pub(super) fn open_software(now: &Situation<'_>) -> bool {
    open(now) && matches!(now.dossier.product.kind, ProductKind::Software | ProductKind::HardwareWithSoftware)
}

pub(super) fn spare_part(now: &Situation<'_>) -> bool {
    now.dossier.scope.spare_part.is_some()
}

pub(super) fn test_version(now: &Situation<'_>) -> bool {
    now.dossier.scope.test_version.is_some()
}

/// Services are asked for until there is no other; of a remote service it is what everything turns on.
pub(super) fn remote(now: &Situation<'_>) -> bool {
    let is_service = now.dossier.product.kind == ProductKind::RemoteService;
    (open(now) || is_service) && now.answers.get("remote_services").is_none()
}

pub(super) fn free_software(now: &Situation<'_>) -> bool {
    now.dossier.free_software.is_some()
}

/// Article 32(5) opens a procedure to free software that is important.
pub(super) fn free_important(now: &Situation<'_>) -> bool {
    let important = matches!(now.verdict.class.class(), Some(Class::ImportantI | Class::ImportantII));
    manufacturer(now) && free_software(now) && important
}

/// A core functionality was named.
pub(super) fn core(now: &Situation<'_>) -> bool {
    matches!(now.answers.get("product.core_functionality.is"), Some(Answer::Value(_)))
}

pub(super) fn core_decided(now: &Situation<'_>) -> bool {
    now.dossier.product.core_functionality.is_some()
}

pub(super) fn binds_hardware(now: &Situation<'_>) -> bool {
    manufacturer(now) && is_hardware(now)
}

/// In scope, and made by the declaring person.
pub(super) fn manufacturer(now: &Situation<'_>) -> bool {
    now.verdict.scope.outcome == ScopeOutcome::InScope && now.verdict.role.role() == Some(Role::Manufacturer)
}

fn is_hardware(now: &Situation<'_>) -> bool {
    matches!(now.dossier.product.kind, ProductKind::Hardware | ProductKind::HardwareWithSoftware)
}
