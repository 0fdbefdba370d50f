//! Sections 5.1 to 5.5 of the reference: classes, categories, and the look-up table of frequent mistakes.

use proofmark_facts::{CategoryRelation, ConsideredCategory};
use proofmark_law::{Class, ClassOutcome, StateOfTheLaw, categories, classification};

use crate::a_product::{core, of_category, state, today, with};

#[test]
fn every_category_gives_its_class_and_cites_its_annex() {
    for category in categories() {
        let verdict = classification(&of_category(category.id), StateOfTheLaw::embedded());
        assert_eq!(verdict.class(), Some(category.class), "{}", category.id);
        assert_eq!(verdict.category, Some(category.id));
        assert_eq!(verdict.reasons[0].cites, category.cites);
        assert_eq!(verdict.reasons[0].row, category.row);
    }
}

#[test]
fn the_look_up_table_of_frequent_mistakes_holds() {
    use Class::{Critical, Default, ImportantI, ImportantII};
    // The kind of product, a word its category must use, and its class.
    let table = [
        ("server operating system", "III.I.11", ImportantI),
        ("type 1 hypervisor", "III.II.1", ImportantII),
        ("container runtime", "III.II.1", ImportantII),
        ("web browser", "III.I.2", ImportantI),
        ("local password manager", "III.I.3", ImportantI),
        ("virus scanner", "III.I.4", ImportantI),
        ("VPN gateway", "III.I.5", ImportantI),
        ("network configuration manager", "III.I.6", ImportantI),
        ("SIEM", "III.I.7", ImportantI),
        ("certificate authority software", "III.I.9", ImportantI),
        ("industrial router", "III.I.12", ImportantI),
        ("network switch", "III.I.12", ImportantI),
        ("internet modem", "III.I.12", ImportantI),
        ("industrial firewall", "III.II.2", ImportantII),
        ("web application firewall", "III.II.2", ImportantII),
        ("intrusion detection system", "III.II.2", ImportantII),
        ("UEFI firmware", "III.I.8", ImportantI),
        ("boot loader", "III.I.8", ImportantI),
        ("single sign-on", "III.I.1", ImportantI),
        ("biometric reader", "III.I.1", ImportantI),
        ("network card", "III.I.10", ImportantI),
        ("microcontroller with key storage", "III.I.14", ImportantI),
        ("tamper-resistant microprocessor", "III.II.3", ImportantII),
        ("secure element", "IV.3", Critical),
        ("trusted platform module", "IV.3", Critical),
        ("smartcard", "IV.3", Critical),
        ("hardware security module", "IV.1", Critical),
        ("payment terminal", "IV.1", Critical),
        ("tachograph", "IV.1", Critical),
        ("smart meter gateway", "IV.2", Critical),
        ("smart lock", "III.I.17", ImportantI),
        ("baby monitor", "III.I.17", ImportantI),
        ("voice assistant", "III.I.16", ImportantI),
    ];
    for (kind, id, class) in table {
        let category = categories().find(|category| category.named_examples.contains(&kind)).unwrap();
        assert_eq!((category.id, category.class), (id, class), "{kind}");
    }
    // Nothing names industrial control systems, robots, plain smart meters or office software.
    for absent in ["industrial control", "robot", "office", "programmable logic controller"] {
        assert!(!categories().any(|category| category.matches_when.contains(absent)), "{absent}");
    }
    let plain = classification(&with(|_| {}), StateOfTheLaw::embedded());
    assert_eq!(plain.outcome, ClassOutcome::Is(Default));
}

#[test]
fn without_a_core_functionality_there_is_no_class() {
    let silent = with(|dossier| dossier.product.core_functionality = None);
    let missing = vec!["product.core_functionality".to_owned()];
    let verdict = today(&silent);
    assert_eq!(verdict.class.outcome, ClassOutcome::Undetermined { missing: missing.clone() });
    assert_eq!(verdict.routes.missing, missing);
    assert!(verdict.routes.open.is_empty() && verdict.routes.closed.is_empty());
}

#[test]
fn an_unknown_category_is_never_taken_for_none() {
    let verdict = classification(&of_category("III.I.20"), StateOfTheLaw::embedded());
    assert_eq!(verdict.class(), None);
}

#[test]
fn categories_that_rest_on_a_draft_ask_for_legal_review() {
    let reviewed: Vec<&str> = categories()
        .filter(|category| {
            let verdict = classification(&of_category(category.id), StateOfTheLaw::embedded());
            verdict.reasons[0].legal_review.is_some()
        })
        .map(|category| category.id)
        .collect();
    assert_eq!(
        reviewed,
        ["III.I.12", "III.I.15", "III.I.18", "III.I.19", "III.II.1", "III.II.2", "IV.2", "IV.3"]
    );
}

#[test]
fn a_category_set_aside_leaves_the_class_and_says_why() {
    let relations = [
        (CategoryRelation::IntegratedOnly, "CLS-02", false),
        (CategoryRelation::SubstantiallyExceeds, "CLS-05", true),
        (CategoryRelation::FallsShort, "CLS-05", true),
    ];
    for (relation, row, review) in relations {
        let dossier = with(|dossier| {
            dossier.product.core_functionality = Some(core(None));
            dossier.product.considered_categories = vec![ConsideredCategory {
                category: "III.II.2".to_owned(),
                relation,
                because: "it only filters its own traffic".to_owned(),
                against: None,
                kind: None,
            }];
        });
        let verdict = classification(&dossier, StateOfTheLaw::embedded());
        assert_eq!(verdict.class(), Some(Class::Default));
        let reason = verdict.reasons.iter().find(|reason| reason.row == row).unwrap();
        assert_eq!(reason.legal_review.is_some(), review);
        assert_eq!(reason.fact.as_deref(), Some("product.considered_categories[0].relation"));
    }
}

#[test]
fn an_amended_annex_is_shown_for_review() {
    let state = state("annex_amendments = []", "annex_amendments = [\"Delegated Regulation (EU) 2028/9\"]");
    let verdict = classification(&of_category("III.I.2"), &state);
    assert!(verdict.reasons.iter().any(|reason| reason.row == "CLS-11" && reason.legal_review.is_some()));
}
