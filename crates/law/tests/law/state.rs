//! Section 15 of the reference: a dated state, its history, what two differ in, and the cautions of a verdict.

use jiff::civil::date;
use proofmark_facts::Procedure::InternalControl;
use proofmark_facts::{Application, AppliedStandard, Dossier};
use proofmark_law::{StateOfTheLaw, assess, difference_for, state_differences};

use crate::a_product::{TODAY, a_product, of_category, state, state_citing, state_with, today};

fn operating_system() -> Dossier {
    let mut dossier = of_category("III.I.11");
    dossier.conformity.standards = vec![AppliedStandard {
        reference: "ETSI EN 304 626 V1.1.1".to_owned(),
        applied: Application::InFull,
        parts: None,
        covers_core_functionality: Some(true),
        restrictions: None,
    }];
    dossier
}

#[test]
fn a_state_differs_from_itself_in_nothing() {
    let state = StateOfTheLaw::embedded();
    assert_eq!(state_differences(state, state), []);
    assert!(difference_for(&operating_system(), state, state, TODAY).is_none());
}

#[test]
fn a_citation_is_the_one_difference_and_opens_internal_control_for_whom_it_serves() {
    let was = StateOfTheLaw::embedded();
    let is = state_citing("ETSI EN 304 626");
    let found = state_differences(was, &is);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].at, "standard[ETSI EN 304 626].cited_on");
    assert_eq!((found[0].was.as_deref(), found[0].is.as_deref()), (None, Some("2026-11-01")));
    let changes = difference_for(&operating_system(), was, &is, TODAY);
    assert_eq!((changes.opened.as_slice(), changes.closed.as_slice()), (&[InternalControl][..], &[][..]));
    assert!(difference_for(&of_category("III.I.12"), was, &is, TODAY).is_none());
    assert!(difference_for(&a_product(), was, &is, TODAY).is_none());
    let back = difference_for(&operating_system(), &is, was, TODAY);
    assert_eq!(back.closed, [InternalControl]);
}

#[test]
fn one_more_row_is_one_difference_and_two_of_one_act_are_two() {
    let act = |category: &str| {
        format!(
            "[[mandatory_certification]]\nact = \"an act\"\ncategory = \"{category}\"\nscheme = \"EUCC\"\nlevel = \"high\"\napplies_from = \"2026-11-01\"\n"
        )
    };
    let one = state_with(&act("IV.1"));
    let two = state_with(&format!("{}{}", act("IV.1"), act("IV.3")));
    let found = state_differences(&one, &two);
    assert!(found.iter().all(|one| one.at.contains("#2") && one.was.is_none()), "{found:?}");
    assert_eq!(found.len(), 5);
    let closed = difference_for(&of_category("IV.3"), &one, &two, TODAY);
    assert_eq!((closed.opened.len(), closed.closed.len()), (1, 2));
}

#[test]
fn a_verdict_away_from_its_state_carries_its_caution() {
    let says = |day| {
        let verdict = assess(&a_product(), StateOfTheLaw::embedded(), day);
        verdict.cautions.iter().map(|caution| caution.says.id()).collect::<Vec<_>>()
    };
    assert_eq!(says(TODAY), Vec::<&str>::new());
    assert_eq!(says(date(2026, 11, 20)), ["routes-caution-before"]);
    assert_eq!(says(date(2027, 1, 5)), Vec::<&str>::new());
    assert_eq!(says(date(2027, 1, 6)), ["routes-caution-long-after"]);
    let fresh = state("evidence_newest = \"2026-10-07\"", "evidence_newest = \"2026-11-21\"");
    assert!(assess(&a_product(), &fresh, date(2027, 2, 1)).cautions.is_empty());
}

#[test]
fn every_verdict_names_its_state() {
    let other = state_citing("ETSI EN 304 626");
    let (one, two) = (today(&a_product()), assess(&a_product(), &other, TODAY));
    assert_ne!(one.state.digest, two.state.digest);
    assert_eq!(one.state, StateOfTheLaw::embedded().name());
}
