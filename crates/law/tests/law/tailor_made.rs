//! Section 2.7 of the reference: what a product made for one business user may agree on otherwise.

use proofmark_facts::{Dossier, TailorMade, Weight};
use proofmark_law::{Deviation, StateOfTheLaw, TailorMadeOutcome, contradictions, tailor_made};

use crate::a_product::{a_product, with};

fn tailored(change: impl FnOnce(&mut TailorMade)) -> Dossier {
    let mut facts = TailorMade {
        business_user: "Stadtwerke".to_owned(),
        agreement: Some("agreement.pdf".to_owned()),
        configuration_agreed: true,
        paid_updates_agreed: false,
        particular_purpose: Some(true),
        for_a_business: Some(true),
        explicitly_agreed: Some(true),
        more_than_minor_customising: Some(true),
        evidence_in_documentation: Some(true),
        other_deviations: Vec::new(),
    };
    change(&mut facts);
    with(|dossier| dossier.product.tailor_made = Some(facts))
}

#[test]
fn with_every_condition_met_what_was_agreed_is_allowed_and_nothing_more() {
    let verdict = tailor_made(&tailored(|_| {})).unwrap();
    assert_eq!(verdict.outcome, TailorMadeOutcome::TailorMade);
    assert_eq!((verdict.configuration, verdict.paid_updates), (Deviation::Allowed, Deviation::NotAgreed));
    assert_eq!(verdict.reasons.last().unwrap().cites.to_string(), "Annex I, Part I, point (2)(b)");
    let updates = tailor_made(&tailored(|facts| facts.paid_updates_agreed = true)).unwrap();
    assert_eq!(updates.paid_updates, Deviation::Allowed);
    assert_eq!(updates.reasons.last().unwrap().cites.to_string(), "Annex I, Part II, point (8)");
    assert_eq!(tailor_made(&a_product()), None);
}

type Condition = (&'static str, fn(&mut TailorMade) -> &mut Option<bool>);

#[test]
fn each_condition_alone_takes_the_deviations_away_and_silence_leaves_them_open() {
    let conditions: [Condition; 5] = [
        ("particular_purpose", |facts| &mut facts.particular_purpose),
        ("for_a_business", |facts| &mut facts.for_a_business),
        ("explicitly_agreed", |facts| &mut facts.explicitly_agreed),
        ("more_than_minor_customising", |facts| &mut facts.more_than_minor_customising),
        ("evidence_in_documentation", |facts| &mut facts.evidence_in_documentation),
    ];
    for (field, condition) in conditions {
        let denied = tailored(|facts| *condition(facts) = Some(false));
        let verdict = tailor_made(&denied).unwrap();
        assert_eq!(verdict.outcome, TailorMadeOutcome::NotTailorMade);
        assert_eq!(verdict.configuration, Deviation::NotAllowed);
        let path = format!("product.tailor_made.{field}");
        assert_eq!(verdict.reasons[0].fact.as_deref(), Some(path.as_str()));
        let problems = contradictions(&denied, StateOfTheLaw::embedded());
        assert_eq!(problems[0].place.path.as_deref(), Some("product.tailor_made.configuration_agreed"));
        assert_eq!(problems[0].weight, Weight::Warning);

        let open = tailor_made(&tailored(|facts| *condition(facts) = None)).unwrap();
        assert_eq!(open.outcome, TailorMadeOutcome::Undetermined { missing: vec![path] });
        assert_eq!(open.configuration, Deviation::Undetermined);
    }
}

#[test]
fn nothing_else_can_be_agreed_on() {
    let dossier = tailored(|facts| facts.other_deviations = vec!["No reports".to_owned()]);
    let problems = contradictions(&dossier, StateOfTheLaw::embedded());
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].place.path.as_deref(), Some("product.tailor_made.other_deviations[0]"));
    assert!(problems[0].says.to_string().contains("No reports"));
}
