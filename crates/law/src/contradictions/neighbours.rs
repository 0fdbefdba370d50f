//! Contradictions among the facts that touch other Union law.

use proofmark_facts::{Dossier, Place, Problem, ProductKind};
use proofmark_text::text;

/// Radio equipment that is none, personal data that are none, source code that is hardware, toys nobody plays with.
pub(crate) fn neighbours(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let also = &dossier.scope.also;
    if also.radio_cybersecurity == Some(true) && also.radio_equipment == Some(false) {
        let place = Place::at("scope.also.radio_cybersecurity");
        problems.push(Problem::error(place, text!("neighbours-contradiction-radio")));
    }
    let given_as_condition = dossier.scope.supply.personal_data_as_condition == Some(true);
    if also.processes_personal_data == Some(false) && given_as_condition {
        let place = Place::at("scope.also.processes_personal_data");
        problems.push(Problem::error(place, text!("neighbours-contradiction-personal-data")));
    }
    let hardware = matches!(dossier.product.kind, ProductKind::Hardware | ProductKind::HardwareWithSoftware);
    if also.source_code_only == Some(true) && hardware {
        let place = Place::at("scope.also.source_code_only");
        problems.push(Problem::error(place, text!("neighbours-contradiction-source-code")));
    }
    if also.toy == Some(true) && also.consumer_product == Some(false) {
        let place = Place::at("scope.also.consumer_product");
        problems.push(Problem::warning(place, text!("neighbours-contradiction-toy")));
    }
}
