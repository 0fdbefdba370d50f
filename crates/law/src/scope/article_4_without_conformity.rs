//! Article 4(2) to (4): what may be shown or tested before it complies.

use proofmark_facts::{Dossier, ProductKind};
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::scope::scope_verdict::ScopeOutcome;
use crate::source::{F, P, Source};
use crate::step::{Step, claimed};

/// SCP-14: shown at a fair, exhibition or demonstration, with a sign.
pub(crate) fn only_shown(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-14", &[P]);
    let cites = Citation::article(4).paragraph(2);
    let path = "scope.only_shown_with_sign";
    let both = dossier.scope.only_shown_with_sign;
    let allowed = |path: &str| {
        let reason = Reason::new(text!("law-scope-only-shown"), SOURCE, cites).on(path);
        Step::end(ScopeOutcome::AllowedWithoutConformity, reason)
    };
    let Some(presentation) = dossier.scope.presentation else {
        if both == Some(true) {
            return allowed(path);
        }
        return Step::next(Reason::new(text!("law-scope-only-shown-not-claimed"), SOURCE, cites).on(path));
    };
    let conditions = [
        ("scope.presentation.only_shown", presentation.only_shown),
        ("scope.presentation.visible_sign", presentation.visible_sign),
    ];
    if let (Some(true), Some((other, _))) = (both, conditions.iter().find(|(_, holds)| *holds == Some(false)))
    {
        let says = text!("law-scope-presentation-contradicts", fact = *other);
        return Step::unclear(&[path, other], Reason::new(says, SOURCE, cites).on(path));
    }
    if both == Some(true) {
        return allowed(path);
    }
    claimed(&conditions, SOURCE, cites, allowed, |fails| {
        let says = if fails == "scope.presentation.visible_sign" {
            text!("law-scope-shown-without-sign")
        } else {
            text!("law-scope-not-only-shown")
        };
        Step::next(Reason::new(says, SOURCE, cites).on(fails))
    })
}

/// SCP-15: unfinished software for testing.
pub(crate) fn test_version(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-15", &[P, F]);
    let cites = Citation::article(4).paragraph(3);
    let path = "scope.test_version";
    let Some(test) = dossier.scope.test_version else {
        return Step::next(Reason::new(text!("law-scope-test-version-not-claimed"), SOURCE, cites).on(path));
    };
    // A device is no unfinished software, whatever runs on it.
    if matches!(dossier.product.kind, ProductKind::Hardware | ProductKind::HardwareWithSoftware) {
        let says = text!("law-scope-test-version-hardware");
        return Step::next(Reason::new(says, SOURCE, cites).on("product.kind"));
    }
    let conditions = [
        ("scope.test_version.limited_period", test.limited_period),
        ("scope.test_version.visible_sign", test.visible_sign),
        ("scope.test_version.safety_component", test.safety_component.map(|is| !is)),
    ];
    let allowed = |_: &str| {
        let mut reasons = vec![Reason::new(text!("law-scope-test-version"), SOURCE, cites).on(path)];
        if test.users_forced == Some(true) {
            // Recital 37 asks not to; Article 4(3) does not make it a condition.
            let says = text!("law-scope-test-version-forced");
            let reason =
                Reason::new(says, SOURCE, Citation::recital(37)).on("scope.test_version.users_forced");
            reasons.push(reason.for_review(text!("law-review-test-forced")));
        }
        Step::End(ScopeOutcome::AllowedWithoutConformity, reasons)
    };
    claimed(&conditions, SOURCE, cites, allowed, |fails| {
        let says = text!("law-scope-test-version-not-fulfilled", fact = fails);
        let cites = if fails == "scope.test_version.safety_component" {
            Citation::article(4).paragraph(4)
        } else {
            cites
        };
        Step::next(Reason::new(says, SOURCE, cites).on(fails))
    })
}
