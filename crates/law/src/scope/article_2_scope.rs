//! Articles 2 and 4: whether the Regulation applies to the product, question by question.

use proofmark_facts::{DataConnection, Dossier, ProductKind};
use proofmark_text::{Text, text};

use crate::citation::Citation;
use crate::reason::Reason;
use crate::scope::article_3_remote::{RemoteOutcome, remote_services};
use crate::scope::article_4_without_conformity::{only_shown, test_version};
use crate::scope::commercial_activity::{own_use, supply};
use crate::scope::other_acts::{
    aviation, exclusion_acts, in_vitro_diagnostics, marine_equipment, medical_devices, motor_vehicles,
    two_and_three_wheel_vehicles,
};
pub(crate) use crate::scope::scope_verdict::{ScopeOutcome, ScopeVerdict};
use crate::source::{F, G, P, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::{Question, Step, claimed};

/// Questions on the object and on other Union law.
const OBJECT: [Question<ScopeOutcome>; 8] = [
    digital_elements,
    remote_only,
    source_code,
    part_of_hardware,
    data_connection,
    medical_devices,
    in_vitro_diagnostics,
    motor_vehicles,
];

/// Questions on further Union law, after the one that rests on a delegated act.
const FURTHER_LAW: [Question<ScopeOutcome>; 2] = [aviation, marine_equipment];

/// Questions on purpose and supply.
const SUPPLY: [Question<ScopeOutcome>; 6] =
    [spare_part, national_security, only_shown, test_version, own_use, supply];

/// Walks the procedure from its first question (reference section 2.1).
///
/// Exclusions count only where they are claimed: a dossier silent on them claims none. The facts that bring a
/// product in (its kind, its data connection, its supply) must be stated.
pub fn scope(dossier: &Dossier, state: &StateOfTheLaw) -> ScopeVerdict {
    let object = OBJECT.iter().map(|question| question(dossier));
    let delegated = std::iter::once_with(|| two_and_three_wheel_vehicles(dossier, state));
    let further_law = FURTHER_LAW.iter().map(|question| question(dossier));
    let other_acts = std::iter::once_with(|| Step::Next(exclusion_acts(dossier, state)));
    let supply = SUPPLY.iter().map(|question| question(dossier));

    let mut reasons = Vec::new();
    let mut missing = Vec::new();
    for step in object.chain(delegated).chain(further_law).chain(other_acts).chain(supply) {
        match step {
            Step::Missing(facts, why) => {
                missing.extend(facts);
                reasons.extend(why);
            }
            Step::End(outcome, why) if missing.is_empty() => {
                reasons.extend(why);
                return ScopeVerdict { outcome, reasons };
            }
            // Without a connection it is out, with one it comes to this exclusion: it is out whichever is so.
            Step::End(ScopeOutcome::Out, why) if missing == [CONNECTION] => {
                reasons.retain(|reason: &Reason| reason.fact.as_deref() != Some(CONNECTION));
                reasons.extend(why);
                return ScopeVerdict { outcome: ScopeOutcome::Out, reasons };
            }
            // What comes after would not be asked, so it is not missing either.
            Step::End(..) => break,
            Step::Next(why) if missing.is_empty() => reasons.extend(why),
            Step::Next(_) => {}
        }
    }
    ScopeVerdict { outcome: ScopeOutcome::Undetermined { missing }, reasons }
}

const CONNECTION: &str = "scope.data_connection";

fn digital_elements(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-01", &[P, G]);
    let cites = Citation::article(3).point("1");
    let path = "product.kind";
    if dossier.product.kind == ProductKind::NotElectronic {
        let reason = Reason::new(text!("law-scope-not-electronic"), SOURCE, cites).on(path);
        return Step::end(ScopeOutcome::Out, reason);
    }
    let says = text!("law-scope-electronic", kind = kind_name(dossier.product.kind));
    Step::next(Reason::new(says, SOURCE, cites).on(path))
}

fn remote_only(dossier: &Dossier) -> Step<ScopeOutcome> {
    if dossier.product.kind != ProductKind::RemoteService {
        let says = text!("law-scope-supplied", kind = kind_name(dossier.product.kind));
        let source = Source::new("SCP-02", &[G]);
        return Step::next(Reason::new(says, source, Citation::guidance(20)).on("product.kind"));
    }
    let source = Source::new("SCP-03", &[P, G, F]);
    let cites = Citation::article(3).point("2");
    let judged = remote_services(dossier);
    let part = judged.iter().find(|service| service.outcome == RemoteOutcome::PartOfTheProduct);
    if let Some(part) = part {
        let says = text!("law-scope-part-of-another", service = &part.service);
        return Step::end(
            ScopeOutcome::PartOfAnotherProduct,
            Reason::new(says, source, cites).on("remote_services"),
        );
    }
    let mut missing = Vec::new();
    let mut reasons = Vec::new();
    for service in judged {
        if let RemoteOutcome::Undetermined { missing: waits } = service.outcome {
            missing.extend(waits);
            reasons.extend(service.reasons);
        }
    }
    if !missing.is_empty() {
        return Step::Missing(missing, reasons);
    }
    Step::end(
        ScopeOutcome::Out,
        Reason::new(text!("law-scope-service-alone"), source, cites).on("product.kind"),
    )
}

fn data_connection(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-04", &[P, G, F]);
    let cites = Citation::article(2).paragraph(1);
    let path = "scope.data_connection";
    let out = |says: Text, cites| Step::end(ScopeOutcome::Out, Reason::new(says, SOURCE, cites).on(path));
    let how = match dossier.scope.data_connection {
        None => return Step::missing(&[path], SOURCE, cites),
        Some(DataConnection::None) => return out(text!("law-scope-no-connection"), cites),
        // The sender must encode and the receiver decode: neither of these does.
        Some(DataConnection::OnOffSignals) => {
            return out(text!("law-scope-on-off-signal"), Citation::guidance(26));
        }
        Some(DataConnection::PowerOnly) => return out(text!("law-scope-power-only"), Citation::guidance(26)),
        Some(DataConnection::DirectPhysical) => "direct-physical",
        Some(DataConnection::DirectLogical) => "direct-logical",
        Some(DataConnection::Indirect) => "indirect",
    };
    Step::next(Reason::new(text!("law-scope-connection", how = how), SOURCE, cites).on(path))
}

fn spare_part(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-12", &[P, G]);
    let cites = Citation::article(2).paragraph(6);
    let path = "scope.spare_part";
    let Some(part) = dossier.scope.spare_part else {
        return Step::next(Reason::new(text!("law-scope-spare-part-not-claimed"), SOURCE, cites).on(path));
    };
    let conditions = [
        ("scope.spare_part.replaces_identical_component", part.replaces_identical_component),
        ("scope.spare_part.same_specifications", part.same_specifications),
        ("scope.spare_part.supplied_for_repair", part.supplied_for_repair),
    ];
    claimed(
        &conditions,
        SOURCE,
        cites,
        |_| {
            let reason = Reason::new(text!("law-scope-spare-part"), SOURCE, cites).on(path);
            Step::end(ScopeOutcome::Out, reason)
        },
        |fails| {
            let says = text!("law-scope-spare-part-not-fulfilled", fact = fails);
            Step::next(Reason::new(says, SOURCE, cites).on(fails))
        },
    )
}

fn national_security(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-13", &[P, F]);
    let cites = Citation::article(2).paragraph(7);
    let both = "scope.dual_use";
    let claims = [
        ("scope.exclusively_national_security", dossier.scope.exclusively_national_security),
        ("scope.processes_classified_information", dossier.scope.processes_classified_information),
    ];
    let dual_use = dossier.scope.dual_use == Some(true);
    match claims.iter().find(|(_, claimed)| *claimed == Some(true)) {
        Some((path, _)) if dual_use => {
            let says = text!("law-scope-dual-use-contradicts", fact = *path);
            Step::unclear(&[path, both], Reason::new(says, SOURCE, cites).on(both))
        }
        Some((path, _)) => {
            let reason = Reason::new(text!("law-scope-national-security"), SOURCE, cites).on(*path);
            Step::end(ScopeOutcome::Out, reason)
        }
        None if dual_use => {
            Step::next(Reason::new(text!("law-scope-dual-use"), SOURCE, Citation::faq("1.8")).on(both))
        }
        None => Step::next(
            Reason::new(text!("law-scope-national-security-not-claimed"), SOURCE, cites).on(claims[0].0),
        ),
    }
}

/// PLM-07: source code sold as a product is one; code that teaches, or is not finished, is none on the market.
fn source_code(dossier: &Dossier) -> Step<ScopeOutcome> {
    let source = Source::new("PLM-07", &[G]);
    let path = "product.kind";
    match dossier.product.kind {
        ProductKind::SourceCode => {
            let says = text!("law-scope-source-code");
            Step::next(Reason::new(says, source, Citation::guidance(23)).on(path))
        }
        ProductKind::TutorialCode => {
            let says = text!("law-scope-tutorial-code");
            let reason = Reason::new(says, source, Citation::guidance(24)).on(path);
            Step::end(ScopeOutcome::NotOnTheMarket, reason)
        }
        _ => Step::Next(Vec::new()),
    }
}

/// PLM-03: software that hardware of the same manufacturer needs is part of that product, downloaded or not.
fn part_of_hardware(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("PLM-03", &[G]);
    let cites = Citation::guidance(25);
    let Some(belongs) = &dossier.product.belongs_to else { return Step::Next(Vec::new()) };
    let hardware = &belongs.hardware;
    if matches!(dossier.product.kind, ProductKind::Hardware | ProductKind::HardwareWithSoftware) {
        let says = text!("law-scope-belongs-to-not-software", hardware = hardware);
        return Step::next(Reason::new(says, SOURCE, cites).on("product.kind"));
    }
    let conditions = [
        ("product.belongs_to.needed_to_use_it", belongs.needed_to_use_it),
        ("product.belongs_to.same_manufacturer", belongs.same_manufacturer),
    ];
    claimed(
        &conditions,
        SOURCE,
        cites,
        |path| {
            let says = text!("law-scope-belongs-to-hardware", hardware = hardware);
            Step::end(ScopeOutcome::PartOfAnotherProduct, Reason::new(says, SOURCE, cites).on(path))
        },
        |fails| {
            let says = text!("law-scope-does-not-belong", hardware = hardware, fact = fails);
            Step::next(Reason::new(says, SOURCE, cites).on(fails))
        },
    )
}

fn kind_name(kind: ProductKind) -> &'static str {
    match kind {
        ProductKind::Software => "software",
        ProductKind::Hardware => "hardware",
        ProductKind::HardwareWithSoftware => "hardware-with-software",
        ProductKind::RemoteService => "remote-service",
        ProductKind::SourceCode => "source-code",
        ProductKind::TutorialCode => "tutorial-code",
        ProductKind::NotElectronic => "not-electronic",
    }
}
