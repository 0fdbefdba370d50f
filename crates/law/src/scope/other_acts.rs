//! Article 2(2) to (5): other Union acts that take the product out, and near misses that leave it in.

use proofmark_facts::{Dossier, UnionAct};
use proofmark_text::{Text, text};

use crate::act_name::act_name;
use crate::citation::Citation;
use crate::reason::Reason;
use crate::scope::scope_verdict::ScopeOutcome;
use crate::source::{F, G, P, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::Step;

const PATH: &str = "scope.other_acts";

/// One act of Article 2(2) to (5): what takes a product out, and what only looks like it.
struct Exclusion {
    act: UnionAct,
    name: &'static str,
    source: Source,
    cites: Citation,
    near_miss: UnionAct,
    near_miss_cites: Citation,
}

/// SCP-05: Regulation (EU) 2017/745.
pub(crate) fn medical_devices(dossier: &Dossier) -> Step<ScopeOutcome> {
    let cites = Citation::article(2).paragraph(2).point("a");
    let exclusion = Exclusion {
        act: UnionAct::MedicalDevices,
        name: "Regulation (EU) 2017/745",
        source: Source::new("SCP-05", &[P]),
        cites,
        near_miss: UnionAct::NotItselfAMedicalDevice,
        near_miss_cites: cites,
    };
    exclusion.ask(dossier, text!("law-scope-medical-devices"), text!("law-scope-not-a-medical-device"))
}

/// SCP-06: Regulation (EU) 2017/746.
pub(crate) fn in_vitro_diagnostics(dossier: &Dossier) -> Step<ScopeOutcome> {
    let cites = Citation::article(2).paragraph(2).point("b");
    let exclusion = Exclusion {
        act: UnionAct::InVitroDiagnostics,
        name: "Regulation (EU) 2017/746",
        source: Source::new("SCP-06", &[P]),
        cites,
        near_miss: UnionAct::NotItselfAnInVitroDevice,
        near_miss_cites: cites,
    };
    exclusion.ask(dossier, text!("law-scope-in-vitro"), text!("law-scope-not-an-in-vitro-device"))
}

/// SCP-07: Regulation (EU) 2019/2144.
pub(crate) fn motor_vehicles(dossier: &Dossier) -> Step<ScopeOutcome> {
    let exclusion = Exclusion {
        act: UnionAct::MotorVehicles,
        name: "Regulation (EU) 2019/2144",
        source: Source::new("SCP-07", &[P, G]),
        cites: Citation::article(2).paragraph(2).point("c"),
        near_miss: UnionAct::VehiclePartNotExclusive,
        near_miss_cites: Citation::guidance(241),
    };
    exclusion.ask(dossier, text!("law-scope-motor-vehicles"), text!("law-scope-part-not-exclusive"))
}

/// SCP-08: Regulation (EU) No 168/2013, which takes a product out by a delegated act only.
pub(crate) fn two_and_three_wheel_vehicles(dossier: &Dossier, state: &StateOfTheLaw) -> Step<ScopeOutcome> {
    let cites = Citation::act(KNOWN_ACT);
    if !state.exclusion_acts.iter().any(|act| act == KNOWN_ACT) {
        let says = text!("law-scope-two-wheels-no-act", act = act_name(KNOWN_ACT));
        return Step::next(Reason::new(says, Source::new("SCP-08", &[G, F]), cites).on(PATH));
    }
    let exclusion = Exclusion {
        act: UnionAct::TwoAndThreeWheelVehicles,
        name: "Regulation (EU) No 168/2013",
        source: Source::new("SCP-08", &[G, F]),
        cites,
        near_miss: UnionAct::PedalledL1eVehicle,
        near_miss_cites: cites,
    };
    exclusion.ask(dossier, text!("law-scope-two-wheels"), text!("law-scope-pedalled"))
}

/// SCP-09: Regulation (EU) 2018/1139.
pub(crate) fn aviation(dossier: &Dossier) -> Step<ScopeOutcome> {
    let exclusion = Exclusion {
        act: UnionAct::CertifiedAviation,
        name: "Regulation (EU) 2018/1139",
        source: Source::new("SCP-09", &[P, F]),
        cites: Citation::article(2).paragraph(3),
        near_miss: UnionAct::UncertifiedAviation,
        near_miss_cites: Citation::faq("2.1.1"),
    };
    exclusion.ask(dossier, text!("law-scope-aviation"), text!("law-scope-uncertified-aviation"))
}

/// SCP-10: Directive 2014/90/EU.
pub(crate) fn marine_equipment(dossier: &Dossier) -> Step<ScopeOutcome> {
    let exclusion = Exclusion {
        act: UnionAct::MarineEquipment,
        name: "Directive 2014/90/EU",
        source: Source::new("SCP-10", &[P, F]),
        cites: Citation::article(2).paragraph(4),
        near_miss: UnionAct::OutsideMarineEquipment,
        near_miss_cites: Citation::faq("2.2.1"),
    };
    exclusion.ask(dossier, text!("law-scope-marine"), text!("law-scope-outside-marine"))
}

impl Exclusion {
    fn ask(&self, dossier: &Dossier, out: Text, stays_in: Text) -> Step<ScopeOutcome> {
        let declared = |act: UnionAct| dossier.scope.other_acts.contains(&act);
        let reason = |says: Text, cites| Reason::new(says, self.source, cites).on(PATH);
        match (declared(self.act), declared(self.near_miss)) {
            (true, true) => {
                let says = text!("law-scope-act-contradicts", act = act_name(self.name));
                Step::unclear(&[PATH], reason(says, self.cites))
            }
            (true, false) => Step::end(ScopeOutcome::Out, reason(out, self.cites)),
            (false, true) => Step::next(reason(stays_in, self.near_miss_cites)),
            (false, false) => {
                Step::next(reason(text!("law-scope-act-not-claimed", act = act_name(self.name)), self.cites))
            }
        }
    }
}

const KNOWN_ACT: &str = "Delegated Regulation (EU) 2025/1535";

/// SCP-11: an act under Article 2(5) that this procedure has no question for is shown, not swallowed; and fields
/// that Article 2 does not name stay in.
pub(crate) fn exclusion_acts(dossier: &Dossier, state: &StateOfTheLaw) -> Vec<Reason> {
    const SOURCE: Source = Source::new("SCP-11", &[P]);
    let cites = Citation::article(2).paragraph(5);
    let unknown = state.exclusion_acts.iter().filter(|act| *act != KNOWN_ACT);
    let mut reasons: Vec<Reason> = unknown
        .map(|act| {
            let says = text!("law-scope-unknown-act", act = act_name(act));
            Reason::new(says, SOURCE, cites).for_review(text!("law-review-unknown-act", act = act_name(act)))
        })
        .collect();
    if reasons.is_empty() {
        let says = text!("law-scope-no-other-act", as_of = state.as_of.to_string());
        reasons.push(Reason::new(says, SOURCE, cites));
    }
    let fields = dossier.scope.other_acts.iter().filter_map(|act| not_excluded(*act));
    reasons.extend(fields.map(|field| {
        let says = text!("law-scope-field-stays-in", field = field);
        Reason::new(says, SOURCE, Citation::article(2)).on(PATH)
    }));
    reasons
}

/// The fields that no provision takes out; the others have a question of their own.
fn not_excluded(act: UnionAct) -> Option<Text> {
    match act {
        UnionAct::AgriculturalVehicles => Some(text!("law-field-agricultural-vehicles")),
        UnionAct::Rail => Some(text!("law-field-rail")),
        UnionAct::Machinery => Some(text!("law-field-machinery")),
        UnionAct::RadioEquipment => Some(text!("law-field-radio-equipment")),
        UnionAct::Toys => Some(text!("law-field-toys")),
        UnionAct::Lifts => Some(text!("law-field-lifts")),
        UnionAct::Energy => Some(text!("law-field-energy")),
        UnionAct::Finance => Some(text!("law-field-finance")),
        UnionAct::MedicalDevices
        | UnionAct::InVitroDiagnostics
        | UnionAct::MotorVehicles
        | UnionAct::TwoAndThreeWheelVehicles
        | UnionAct::CertifiedAviation
        | UnionAct::MarineEquipment
        | UnionAct::NotItselfAMedicalDevice
        | UnionAct::NotItselfAnInVitroDevice
        | UnionAct::VehiclePartNotExclusive
        | UnionAct::PedalledL1eVehicle
        | UnionAct::UncertifiedAviation
        | UnionAct::OutsideMarineEquipment => None,
    }
}
