//! Articles 2 and 4: whether the Regulation applies to the product, question by question.

use proofmark_facts::{DataConnection, Dossier, ProductKind, UnionAct};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::scope::article_3_remote::{RemoteOutcome, remote_services};
use crate::scope::free_software::{FreeSoftwareOutcome, free_software};
use crate::source::{F, G, P, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::{Question, Step};

/// Whether the Regulation applies, with one reason for every question answered on the way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScopeVerdict {
    /// The answer.
    pub outcome: ScopeOutcome,
    /// Every question in order, up to the one that decided; where facts are missing, every question that waits.
    pub reasons: Vec<Reason>,
}

/// Where the scope procedure ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeOutcome {
    /// The Regulation applies.
    InScope,
    /// It is remote data processing of a product of the same manufacturer, in scope as part of that product only.
    PartOfAnotherProduct,
    /// The Regulation does not apply to this object.
    Out,
    /// The kind of object it applies to, but this operator does not make it available on the market.
    NotOnTheMarket,
    /// May be shown or tested without conformity, under the conditions of Article 4(2) or (3).
    AllowedWithoutConformity,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// Questions on the object and on other Union law.
const OBJECT: [Question<ScopeOutcome>; 9] = [
    digital_elements,
    remote_only,
    data_connection,
    medical_devices,
    in_vitro_diagnostics,
    motor_vehicles,
    two_and_three_wheel_vehicles,
    aviation,
    marine_equipment,
];

/// Questions on purpose and supply.
const SUPPLY: [Question<ScopeOutcome>; 6] =
    [spare_part, national_security, only_shown, test_version, own_use, supply];

/// Walks the procedure from its first question (reference section 2.1).
///
/// Exclusions count only where they are claimed: a dossier silent on them claims none. The facts that bring a
/// product in (its kind, its data connection, its supply) must be stated.
pub fn scope(dossier: &Dossier, state: &StateOfTheLaw) -> ScopeVerdict {
    let object = OBJECT.iter().map(|question| question(dossier));
    let other_acts = std::iter::once_with(|| Step::Next(exclusion_acts(state)));
    let supply = SUPPLY.iter().map(|question| question(dossier));

    let mut reasons = Vec::new();
    let mut missing = Vec::new();
    for step in object.chain(other_acts).chain(supply) {
        match step {
            Step::Missing(facts, why) => {
                missing.extend(facts);
                reasons.extend(why);
            }
            Step::End(outcome, why) if missing.is_empty() => {
                reasons.extend(why);
                return ScopeVerdict { outcome, reasons };
            }
            // What comes after would not be asked, so it is not missing either.
            Step::End(..) => break,
            Step::Next(why) if missing.is_empty() => reasons.extend(why),
            Step::Next(_) => {}
        }
    }
    ScopeVerdict { outcome: ScopeOutcome::Undetermined { missing }, reasons }
}

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
    let missing: Vec<&str> = judged
        .iter()
        .filter_map(|service| match &service.outcome {
            RemoteOutcome::Undetermined { missing } => Some(missing.iter().map(String::as_str)),
            _ => None,
        })
        .flatten()
        .collect();
    if !missing.is_empty() {
        return Step::missing(&missing, source, cites);
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
    let how = match dossier.scope.data_connection {
        None => return Step::missing(&[path], SOURCE, cites),
        Some(DataConnection::None) => {
            let reason = Reason::new(text!("law-scope-no-connection"), SOURCE, cites).on(path);
            return Step::end(ScopeOutcome::Out, reason);
        }
        Some(DataConnection::DirectPhysical) => "direct-physical",
        Some(DataConnection::DirectLogical) => "direct-logical",
        Some(DataConnection::Indirect) => "indirect",
    };
    Step::next(Reason::new(text!("law-scope-connection", how = how), SOURCE, cites).on(path))
}

fn medical_devices(dossier: &Dossier) -> Step<ScopeOutcome> {
    let source = Source::new("SCP-05", &[P]);
    let cites = Citation::article(2).paragraph(2).point("a");
    other_act(dossier, UnionAct::MedicalDevices, text!("law-scope-medical-devices"), source, cites)
}

fn in_vitro_diagnostics(dossier: &Dossier) -> Step<ScopeOutcome> {
    let source = Source::new("SCP-06", &[P]);
    let cites = Citation::article(2).paragraph(2).point("b");
    other_act(dossier, UnionAct::InVitroDiagnostics, text!("law-scope-in-vitro"), source, cites)
}

fn motor_vehicles(dossier: &Dossier) -> Step<ScopeOutcome> {
    let source = Source::new("SCP-07", &[P, G]);
    let cites = Citation::article(2).paragraph(2).point("c");
    other_act(dossier, UnionAct::MotorVehicles, text!("law-scope-motor-vehicles"), source, cites)
}

fn two_and_three_wheel_vehicles(dossier: &Dossier) -> Step<ScopeOutcome> {
    let source = Source::new("SCP-08", &[G, F]);
    let cites = Citation::act("Delegated Regulation (EU) 2025/1535");
    other_act(dossier, UnionAct::TwoAndThreeWheelVehicles, text!("law-scope-two-wheels"), source, cites)
}

fn aviation(dossier: &Dossier) -> Step<ScopeOutcome> {
    let source = Source::new("SCP-09", &[P, F]);
    let cites = Citation::article(2).paragraph(3);
    other_act(dossier, UnionAct::CertifiedAviation, text!("law-scope-aviation"), source, cites)
}

fn marine_equipment(dossier: &Dossier) -> Step<ScopeOutcome> {
    let source = Source::new("SCP-10", &[P, F]);
    let cites = Citation::article(2).paragraph(4);
    other_act(dossier, UnionAct::MarineEquipment, text!("law-scope-marine"), source, cites)
}

fn other_act(
    dossier: &Dossier,
    act: UnionAct,
    out: Text,
    source: Source,
    cites: Citation,
) -> Step<ScopeOutcome> {
    let path = "scope.other_acts";
    if dossier.scope.other_acts.contains(&act) {
        return Step::end(ScopeOutcome::Out, Reason::new(out, source, cites).on(path));
    }
    let says = text!("law-scope-act-not-claimed", act = act_name(act));
    Step::next(Reason::new(says, source, cites).on(path))
}

/// An act under Article 2(5) that this procedure has no question for is shown, not swallowed.
fn exclusion_acts(state: &StateOfTheLaw) -> Vec<Reason> {
    const SOURCE: Source = Source::new("SCP-11", &[P]);
    let cites = Citation::article(2).paragraph(5);
    let known = "Delegated Regulation (EU) 2025/1535";
    let unknown = state.exclusion_acts.iter().filter(|act| *act != known);
    let mut reasons: Vec<Reason> = unknown
        .map(|act| {
            let says = text!("law-scope-unknown-act", act = act);
            Reason::new(says, SOURCE, cites).for_review(text!("law-review-unknown-act", act = act))
        })
        .collect();
    if reasons.is_empty() {
        let says = text!("law-scope-no-other-act", as_of = state.as_of.to_string());
        reasons.push(Reason::new(says, SOURCE, cites));
    }
    reasons
}

fn spare_part(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-12", &[P, G]);
    let cites = Citation::article(2).paragraph(6);
    let reason = |says: Text| Reason::new(says, SOURCE, cites).on("scope.spare_part");
    match dossier.scope.spare_part {
        None => Step::next(reason(text!("law-scope-spare-part-not-claimed"))),
        Some(part)
            if part.replaces_identical_component && part.same_specifications && part.supplied_for_repair =>
        {
            Step::end(ScopeOutcome::Out, reason(text!("law-scope-spare-part")))
        }
        Some(_) => Step::next(reason(text!("law-scope-spare-part-not-fulfilled"))),
    }
}

fn national_security(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-13", &[P, F]);
    let cites = Citation::article(2).paragraph(7);
    let claims = [
        ("scope.exclusively_national_security", dossier.scope.exclusively_national_security),
        ("scope.processes_classified_information", dossier.scope.processes_classified_information),
    ];
    match claims.iter().find(|(_, claimed)| *claimed == Some(true)) {
        Some((path, _)) => {
            let reason = Reason::new(text!("law-scope-national-security"), SOURCE, cites).on(*path);
            Step::end(ScopeOutcome::Out, reason)
        }
        None => Step::next(
            Reason::new(text!("law-scope-national-security-not-claimed"), SOURCE, cites).on(claims[0].0),
        ),
    }
}

fn only_shown(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-14", &[P]);
    let cites = Citation::article(4).paragraph(2);
    let reason = |says: Text| Reason::new(says, SOURCE, cites).on("scope.only_shown_with_sign");
    if dossier.scope.only_shown_with_sign == Some(true) {
        return Step::end(ScopeOutcome::AllowedWithoutConformity, reason(text!("law-scope-only-shown")));
    }
    Step::next(reason(text!("law-scope-only-shown-not-claimed")))
}

fn test_version(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-15", &[P, F]);
    let cites = Citation::article(4).paragraph(3);
    let reason = |says: Text| Reason::new(says, SOURCE, cites).on("scope.test_version");
    match dossier.scope.test_version {
        None => Step::next(reason(text!("law-scope-test-version-not-claimed"))),
        Some(test) if test.limited_period && test.visible_sign && !test.safety_component => {
            Step::end(ScopeOutcome::AllowedWithoutConformity, reason(text!("law-scope-test-version")))
        }
        Some(_) => Step::next(reason(text!("law-scope-test-version-not-fulfilled"))),
    }
}

fn own_use(dossier: &Dossier) -> Step<ScopeOutcome> {
    const SOURCE: Source = Source::new("SCP-16", &[F, P]);
    let cites = Citation::recital(16);
    let reason = |says: Text| Reason::new(says, SOURCE, cites).on("scope.own_use_only");
    if dossier.scope.own_use_only == Some(true) {
        return Step::end(ScopeOutcome::NotOnTheMarket, reason(text!("law-scope-own-use")));
    }
    Step::next(reason(text!("law-scope-own-use-not-claimed")))
}

/// SCP-17 and SCP-18: free software first, then supply in the course of a commercial activity.
fn supply(dossier: &Dossier) -> Step<ScopeOutcome> {
    let free = free_software(dossier);
    let mut reasons = free.reasons;
    match free.outcome {
        FreeSoftwareOutcome::Contribution | FreeSoftwareOutcome::NotCommercial => {
            return Step::End(ScopeOutcome::NotOnTheMarket, reasons);
        }
        FreeSoftwareOutcome::Undetermined { missing } => return Step::Missing(missing, reasons),
        FreeSoftwareOutcome::Commercial => match on_union_market(dossier) {
            Step::Next(why) => {
                reasons.extend(why);
                return Step::End(ScopeOutcome::InScope, reasons);
            }
            other => return after(reasons, other),
        },
        FreeSoftwareOutcome::NotDeclared | FreeSoftwareOutcome::NotFree => {}
    }
    match on_union_market(dossier) {
        Step::Next(why) => {
            reasons.extend(why);
            after(reasons, commercial_activity(dossier))
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
        end @ Step::End(..) => after(reasons, end),
    }
}

fn after(mut reasons: Vec<Reason>, step: Step<ScopeOutcome>) -> Step<ScopeOutcome> {
    match step {
        Step::Next(why) => {
            reasons.extend(why);
            Step::Next(reasons)
        }
        Step::End(outcome, why) => {
            reasons.extend(why);
            Step::End(outcome, reasons)
        }
        Step::Missing(facts, why) => {
            reasons.extend(why);
            Step::Missing(facts, reasons)
        }
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
    let indicators = [
        ("scope.supply.price", supply.price),
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
    let reason = Reason::new(text!("law-scope-not-commercial"), SCP_18, MAKING_AVAILABLE).on("scope.supply");
    Step::end(ScopeOutcome::NotOnTheMarket, reason)
}

fn kind_name(kind: ProductKind) -> &'static str {
    match kind {
        ProductKind::Software => "software",
        ProductKind::Hardware => "hardware",
        ProductKind::HardwareWithSoftware => "hardware-with-software",
        ProductKind::RemoteService => "remote-service",
        ProductKind::NotElectronic => "not-electronic",
    }
}

fn act_name(act: UnionAct) -> &'static str {
    match act {
        UnionAct::MedicalDevices => "Regulation (EU) 2017/745",
        UnionAct::InVitroDiagnostics => "Regulation (EU) 2017/746",
        UnionAct::MotorVehicles => "Regulation (EU) 2019/2144",
        UnionAct::TwoAndThreeWheelVehicles => "Regulation (EU) No 168/2013",
        UnionAct::CertifiedAviation => "Regulation (EU) 2018/1139",
        UnionAct::MarineEquipment => "Directive 2014/90/EU",
    }
}
