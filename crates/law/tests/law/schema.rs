//! What is written as JSON is what its schema promises.

use proofmark_facts::{
    Dossier, Finding, KnownVulnerability, Modification, Rating, Severity, Unchecked, written_schema,
};
use proofmark_law::{
    Case, Gate, GateInputs, Kept, Obligation, Standing, StateOfTheLaw, Step, Verdict, categories, gate,
    next_steps, readiness,
};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::a_product::{TODAY, free_software_with, of_category, today, with};

fn keeps_its_promise<T: Serialize + JsonSchema>(value: &T) {
    let schema = serde_json::to_value(written_schema::<T>()).unwrap();
    let written = serde_json::to_value(value).unwrap();
    if let Err(broken) = jsonschema::validate(&schema, &written) {
        panic!("{broken}\n{written:#}");
    }
}

#[test]
fn verdicts_standings_and_steps_keep_their_promise() {
    let silent = with(|dossier| {
        dossier.scope.data_connection = None;
        dossier.product.core_functionality = None;
        dossier.operator.activity.markets_under_own_name = None;
    });
    let steward = free_software_with(|free| free.sustained_support = Some(true));
    let mut with_cases = crate::reporting::german(crate::reporting::exploited());
    with_cases.cases.push(crate::reporting::severe());
    let changed = with(|dossier| dossier.modification = Some(Modification::default()));
    let dossiers: Vec<Dossier> = vec![of_category("III.I.12"), silent, steward, with_cases, changed];
    for dossier in dossiers {
        let verdict = today(&dossier);
        keeps_its_promise::<Verdict>(&verdict);
        let state = StateOfTheLaw::embedded();
        let kept = Kept::default();
        let standings =
            readiness(&Case { dossier: &dossier, verdict: &verdict, state, kept: &kept, day: TODAY });
        keeps_its_promise::<Vec<Standing>>(&standings);
        keeps_its_promise::<Vec<Step>>(&next_steps(&standings));
    }
}

#[test]
fn gates_registers_and_the_state_keep_their_promise() {
    let finding = Finding {
        component: "pkg:cargo/left@1.0.0".to_owned(),
        vulnerability: KnownVulnerability {
            id: "CVE-2028-0001".to_owned(),
            severity: Severity { rating: Rating::High, ..Severity::default() },
            ..KnownVulnerability::default()
        },
        path: Vec::new(),
        decision: None,
        triage: None,
        declared: Vec::new(),
        lapsed: Vec::new(),
        lacks: Vec::new(),
    };
    let unchecked = Unchecked { component: "blob".to_owned(), because: text!("law-gate-no-sbom") };
    keeps_its_promise::<Gate>(&gate(&GateInputs {
        findings: &[finding],
        unchecked: &[unchecked],
        checked_otherwise: &[],
        own_components: &[],
        sbom_present: false,
        advisories: None,
        day: TODAY,
    }));
    keeps_its_promise::<StateOfTheLaw>(StateOfTheLaw::embedded());
    proofmark_law::OBLIGATIONS.iter().for_each(keeps_its_promise::<Obligation>);
    categories().for_each(keeps_its_promise);
    proofmark_law::MODULES.iter().for_each(keeps_its_promise);
}
