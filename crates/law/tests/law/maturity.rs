//! Maturity: every obligation is counted once, what is urgent comes first, and routines serve obligations there are.

use jiff::civil::date;
use proofmark_facts::Dossier;
use proofmark_law::{
    Area, Case, GateInputs, Kept, Maturity, OBLIGATIONS, ROUTINES, Standing, StandingState, StateOfTheLaw,
    Urgency, assess, gate, maturity, obligation, readiness,
};

use crate::a_product::a_product;

fn of(dossier: &Dossier, day: jiff::civil::Date) -> (Maturity, Vec<Standing>) {
    let state = StateOfTheLaw::embedded();
    let verdict = assess(dossier, state, day);
    let kept = Kept::default();
    let standings = readiness(&Case { dossier, verdict: &verdict, state, kept: &kept, day });
    (maturity(dossier, &verdict, &standings, None), standings)
}

#[test]
fn every_obligation_that_applies_is_counted_in_one_area() {
    let (found, standings) = of(&a_product(), date(2026, 11, 21));
    let counted: Vec<&str> = found.stands.iter().flat_map(|area| area.obligations.iter().copied()).collect();
    let applies = |standing: &&Standing| !matches!(standing.state, StandingState::NotApplicable { .. });
    assert_eq!(counted.len(), standings.iter().filter(applies).count());
    let states = found.stands.iter().map(|area| area.met + area.open + area.late).sum::<usize>();
    // Three answers of the verdict and four facts of reporting are counted beside the obligations.
    assert_eq!(states, counted.len() + 3 + 4);
    for area in Area::ALL.into_iter().filter(|area| !matches!(area, Area::ScopeAndClass | Area::Reporting)) {
        assert!(OBLIGATIONS.iter().any(|one| Area::of(one.id) == area), "{area:?} is empty");
    }
}

#[test]
fn what_binds_already_comes_before_what_is_late_and_that_before_what_is_due() {
    let mut product = a_product();
    product.release.placed_on_the_market_on = Some(date(2028, 1, 10));
    let (found, _) = of(&product, date(2028, 3, 1));
    let order: Vec<Urgency> = found.first.iter().map(|step| step.urgency).collect();
    assert_eq!(order[0], Urgency::BindsAlready);
    assert!(order.contains(&Urgency::Late));
    assert!(order.is_sorted());
    for pair in found.first.windows(2).filter(|pair| pair[0].urgency == pair[1].urgency) {
        assert!(pair[0].by <= pair[1].by);
    }
    product.operator.established_in = Some("DE".parse().unwrap());
    product.release.member_states = vec!["DE".parse().unwrap()];
    product.contact.vulnerability_reports = Some("security@example.org".to_owned());
    product.contact.disclosure_policy = Some("https://example.org/cvd".to_owned());
    let (found, _) = of(&product, date(2028, 3, 1));
    assert_eq!(found.first[0].urgency, Urgency::Late, "who is ready to report is not told to get ready");
}

#[test]
fn what_keeps_the_release_from_the_market_comes_before_what_is_due_the_same_day() {
    let (state, day) = (StateOfTheLaw::embedded(), date(2026, 11, 21));
    let mut product = a_product();
    product.release.placed_on_the_market_on = Some(date(2028, 1, 10));
    let closed = gate(&GateInputs {
        findings: &[],
        unchecked: &[],
        checked_otherwise: &[],
        own_components: &[],
        sbom_present: false,
        advisories: None,
        day,
    });
    assert!(!closed.blocked_by.is_empty());
    let kept = Kept { gate: Some(closed.clone()), ..Kept::default() };
    let order = |product: &Dossier| {
        let verdict = assess(product, state, day);
        let case = Case { dossier: product, verdict: &verdict, state, kept: &kept, day };
        let found = maturity(product, &verdict, &readiness(&case), Some(&closed));
        found.first.iter().map(|step| step.urgency).collect::<Vec<Urgency>>()
    };
    let found = order(&product);
    assert!(found.is_sorted() && found.contains(&Urgency::BlocksTheRelease) && found.contains(&Urgency::Due));
    // While it is open whether the Regulation applies, it keeps nothing from the market.
    product.scope.data_connection = None;
    assert!(!order(&product).contains(&Urgency::BlocksTheRelease));
}

#[test]
fn what_is_out_has_nothing_to_do_and_nothing_to_embed() {
    let mut product = a_product();
    product.scope.data_connection = Some(proofmark_facts::DataConnection::None);
    let (found, _) = of(&product, date(2026, 11, 21));
    assert!(found.first.is_empty() && found.embed.is_empty());
    assert_eq!(found.stands.iter().map(|area| area.open + area.late).sum::<usize>(), 0);
}

#[test]
fn every_routine_serves_an_obligation_of_the_register() {
    for routine in ROUTINES {
        for id in routine.serves {
            assert!(obligation(id).is_some(), "`{id}` is no obligation");
        }
        assert!(!routine.serves.is_empty() || routine.cites.to_string().starts_with("Article 14"));
    }
}
