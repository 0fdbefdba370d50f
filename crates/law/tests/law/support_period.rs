//! Section 8.6 of the reference: how long support lasts, and what users are told about its end.

use jiff::civil::{Date, date};
use proofmark_facts::{
    ActMinimum, ComponentWithoutSupport, Determination, Dossier, Modification, OlderVersions, ProductKind,
    Remedy, Weight,
};
use proofmark_law::{
    LatestOnlyOutcome, NoticeKind, NoticeState, StateOfTheLaw, SupportOutcome, SupportPeriodVerdict,
    SupportRule, contradictions, support_period,
};

use crate::a_product::{state_with, with};

const PLACED: Date = date(2028, 1, 15);

fn supported(ends_on: Date, change: impl FnOnce(&mut Dossier)) -> Dossier {
    with(|dossier| {
        dossier.release.placed_on_the_market_on = Some(PLACED);
        dossier.support_period.ends_on = Some(ends_on);
        dossier.support_period.expected_use_years = Some(5);
        change(dossier);
    })
}

fn judged(dossier: &Dossier) -> SupportPeriodVerdict {
    support_period(dossier, StateOfTheLaw::embedded(), date(2028, 6, 1))
}

fn codes(dossier: &Dossier) -> Vec<(&'static str, Weight)> {
    let problems = contradictions(dossier, StateOfTheLaw::embedded());
    problems.iter().map(|problem| (problem.says.id(), problem.weight)).collect()
}

fn undetermined(paths: &[&str]) -> SupportOutcome {
    SupportOutcome::Undetermined { missing: paths.iter().map(|path| (*path).to_owned()).collect() }
}

#[test]
fn the_required_end_follows_the_expected_use() {
    let years = |years| move |dossier: &mut Dossier| dossier.support_period.expected_use_years = Some(years);
    let rows: [(u32, Date, Date, SupportRule, &str); 5] = [
        (1, date(2029, 1, 14), date(2029, 1, 14), SupportRule::ShorterUse, "SUP-03"),
        (4, date(2032, 1, 14), date(2032, 1, 14), SupportRule::ShorterUse, "SUP-03"),
        (5, date(2033, 1, 14), date(2033, 1, 14), SupportRule::Floor, "SUP-02"),
        (6, date(2033, 1, 14), date(2034, 1, 14), SupportRule::LongerUse, "SUP-02"),
        (20, date(2033, 1, 14), date(2048, 1, 14), SupportRule::LongerUse, "SUP-02"),
    ];
    for (use_years, floor, required, rule, row) in rows {
        let found = judged(&supported(required, years(use_years)));
        assert_eq!((found.floor_end, found.required_end), (Some(floor), Some(required)), "{use_years}");
        assert_eq!((found.rule, &found.outcome), (Some(rule), &SupportOutcome::LongEnough));
        assert!(found.reasons.iter().any(|reason| reason.row == row));
        // A day less is too little.
        let less = judged(&supported(required.yesterday().unwrap(), years(use_years))).outcome;
        let expected =
            if required == floor { SupportOutcome::TooShort } else { SupportOutcome::ShorterThanUse };
        assert_eq!(less, expected);
    }
}

#[test]
fn whether_the_period_must_equal_the_use_asks_for_legal_review() {
    let found = judged(&supported(date(2033, 1, 14), |dossier| {
        dossier.support_period.expected_use_years = Some(8);
    }));
    assert_eq!(found.outcome, SupportOutcome::ShorterThanUse);
    let open = found.reasons.iter().find(|reason| reason.row == "OPN-08").unwrap();
    assert!(open.legal_review.is_some());
}

#[test]
fn use_in_months_and_by_subscription() {
    let months = supported(date(2030, 7, 14), |dossier| {
        dossier.support_period.expected_use_years = None;
        dossier.support_period.expected_use_months = Some(30);
    });
    assert_eq!(judged(&months).outcome, SupportOutcome::LongEnough);
    let subscription = supported(date(2029, 1, 31), |dossier| {
        dossier.support_period.subscription_only = Some(true);
        dossier.support_period.subscription_months = Some(12);
    });
    let found = judged(&subscription);
    assert_eq!((found.rule, found.required_end), (Some(SupportRule::Subscription), Some(date(2029, 1, 14))));
    assert_eq!(codes(&subscription), []);
    // The length of a subscription decides nothing where the software is also used without one.
    let other = supported(date(2029, 1, 31), |dossier| {
        dossier.support_period.subscription_only = Some(false);
        dossier.support_period.subscription_months = Some(12);
    });
    assert_eq!(judged(&other).outcome, SupportOutcome::TooShort);
    let both = supported(date(2033, 1, 14), |dossier| {
        dossier.support_period.expected_use_months = Some(59);
    });
    assert_eq!(codes(&both), [("periods-contradiction-use", Weight::Error)]);
}

#[test]
fn what_is_missing_is_named() {
    let use_years = "support_period.expected_use_years";
    let found = judged(&supported(PLACED, |dossier| dossier.support_period.expected_use_years = None));
    assert_eq!(found.outcome, undetermined(&[use_years]));
    let found = judged(&with(|_| {}));
    let all = ["release.placed_on_the_market_on", use_years, "support_period.ends_on"];
    assert_eq!(found.outcome, undetermined(&all));
    let found = judged(&supported(PLACED, |dossier| {
        dossier.release.placed_on_the_market_on = Some(date(9998, 1, 1));
    }));
    assert_eq!(found.outcome, undetermined(&[]));
    assert!(found.reasons.iter().any(|reason| reason.says.id() == "periods-support-beyond-calendar"));
}

#[test]
fn the_last_unit_governs_a_product_line() {
    let line = |last, ends| {
        supported(ends, |dossier| {
            dossier.product.kind = ProductKind::Hardware;
            dossier.release.placing.last_unit_placed_on = last;
        })
    };
    let last = Some(date(2030, 3, 1));
    let found = judged(&line(last, date(2035, 2, 28)));
    assert_eq!((found.runs_from, found.floor_end), (last, Some(date(2035, 2, 28))));
    assert_eq!(found.outcome, SupportOutcome::LongEnough);
    let short = line(last, date(2033, 1, 14));
    assert_eq!(judged(&short).outcome, SupportOutcome::TooShort);
    assert_eq!(codes(&short), [("periods-contradiction-last-unit-support", Weight::Error)]);
    assert_eq!(codes(&line(None, date(2033, 1, 14))), []);
    let backwards = line(Some(date(2027, 1, 1)), date(2033, 1, 14));
    assert_eq!(codes(&backwards), [("periods-contradiction-last-unit", Weight::Error)]);
}

fn modified(unchanged: Option<bool>, original: Option<Date>, ends_on: Date) -> Dossier {
    supported(ends_on, |dossier| {
        dossier.modification = Some(Modification {
            of_version: Some("1".to_owned()),
            earlier_placed_on: Some(date(2027, 12, 20)),
            determination: Some(Determination::Substantial),
            decided_by: Some("A. Person".to_owned()),
            decided_on: Some(date(2028, 1, 2)),
            because: Some("A new way in.".to_owned()),
            ..Modification::default()
        });
        dossier.support_period.use_factors_unchanged = unchanged;
        dossier.support_period.original_ends_on = original;
    })
}

#[test]
fn a_modified_version_takes_over_what_remains_or_is_assessed_anew() {
    let original = Some(date(2029, 12, 31));
    let aligned = modified(Some(true), original, date(2029, 12, 31));
    let found = judged(&aligned);
    assert_eq!((found.rule, &found.outcome), (Some(SupportRule::Aligned), &SupportOutcome::LongEnough));
    assert_eq!(codes(&aligned), []);
    let shorter = modified(Some(true), original, date(2029, 12, 30));
    assert_eq!(judged(&shorter).outcome, SupportOutcome::TooShort);
    let anew = judged(&modified(Some(false), original, date(2029, 12, 31)));
    assert_eq!((anew.rule, &anew.outcome), (Some(SupportRule::Floor), &SupportOutcome::TooShort));
    assert!(anew.reasons.iter().any(|reason| reason.says.id() == "periods-support-reassessed"));
    let lacks = |unchanged, original, path| {
        assert_eq!(judged(&modified(unchanged, original, PLACED)).outcome, undetermined(&[path]));
    };
    lacks(None, original, "support_period.use_factors_unchanged");
    lacks(Some(true), None, "support_period.original_ends_on");
    // Nothing remains of a period that is over: no source says more, so a lawyer must.
    let over = judged(&modified(Some(true), Some(date(2028, 1, 1)), date(2033, 1, 14)));
    assert_eq!(over.rule, Some(SupportRule::Floor));
    assert!(over.reasons.iter().any(|reason| reason.row == "SUP-06" && reason.legal_review.is_some()));
}

#[test]
fn a_minimum_set_by_an_act_counts_for_the_products_it_covers() {
    let act = "Delegated Regulation (EU) 2029/9";
    let law = state_with(&format!(
        "[[minimum_support_period]]\nact = \"{act}\"\nproducts = \"routers\"\nyears = 10\n"
    ));
    let covered = |covers| {
        supported(date(2033, 1, 14), |dossier| {
            dossier.support_period.act_minimums =
                vec![ActMinimum { act: act.to_owned(), covers_this_product: covers }];
        })
    };
    let on = date(2028, 6, 1);
    let yes = support_period(&covered(Some(true)), &law, on);
    assert_eq!((yes.rule, yes.floor_end), (Some(SupportRule::ActMinimum), Some(date(2038, 1, 14))));
    assert_eq!(yes.outcome, SupportOutcome::TooShort);
    assert_eq!(support_period(&covered(Some(false)), &law, on).outcome, SupportOutcome::LongEnough);
    let open = support_period(&covered(None), &law, on);
    assert_eq!(open.outcome, undetermined(&["support_period.act_minimums"]));
    assert!(open.reasons.iter().any(|reason| reason.row == "SUP-10" && reason.legal_review.is_some()));
    let weights = |covers| {
        let problems = contradictions(&covered(covers), &law);
        problems.iter().map(|problem| (problem.says.id(), problem.weight)).collect::<Vec<_>>()
    };
    assert_eq!(weights(Some(true)), [("law-contradiction-support-too-short", Weight::Error)]);
    assert_eq!(weights(Some(false)), []);
    assert_eq!(weights(None), [("law-contradiction-minimum-support", Weight::Warning)]);
    assert_eq!(codes(&covered(Some(true))), [("periods-contradiction-unknown-act", Weight::Error)]);
}

#[test]
fn legacy_products_need_no_support_period() {
    let old = supported(date(2030, 1, 1), |dossier| {
        dossier.release.placed_on_the_market_on = Some(date(2027, 12, 10));
    });
    let found = judged(&old);
    assert_eq!(found.outcome, SupportOutcome::NotAsked);
    assert!(found.notices.is_empty());
}

fn notice(dossier: &Dossier, kind: NoticeKind, day: Date) -> (Option<Date>, NoticeState) {
    let found = support_period(dossier, StateOfTheLaw::embedded(), day);
    let notice = found.notices.into_iter().find(|notice| notice.kind == kind).unwrap();
    (notice.due_on, notice.state)
}

#[test]
fn the_end_is_stated_at_purchase_and_announced_where_feasible() {
    let end = date(2033, 1, 31);
    let stated = |stated| supported(end, |dossier| dossier.support_period.end_stated_at_purchase = stated);
    let at = |dossier: &Dossier, day| notice(dossier, NoticeKind::AtPurchase, day);
    assert_eq!(at(&stated(Some(true)), PLACED), (Some(PLACED), NoticeState::Given));
    assert_eq!(at(&stated(Some(false)), PLACED).1, NoticeState::Due);
    assert_eq!(at(&stated(Some(false)), date(2028, 1, 14)).1, NoticeState::Later);
    assert!(matches!(at(&stated(None), PLACED).1, NoticeState::Undetermined { .. }));
    let end_notice = |feasible, shown| {
        supported(end, |dossier| {
            dossier.support_period.end_notice_feasible = feasible;
            dossier.support_period.end_notice_shown_on = shown;
        })
    };
    let at = |dossier: &Dossier, day| notice(dossier, NoticeKind::EndOfSupport, day);
    assert_eq!(at(&end_notice(Some(true), None), end), (Some(end), NoticeState::Due));
    assert_eq!(at(&end_notice(Some(true), None), date(2033, 1, 30)).1, NoticeState::Later);
    assert_eq!(at(&end_notice(Some(false), None), end).1, NoticeState::NotAsked);
    assert_eq!(at(&end_notice(None, Some(end)), end).1, NoticeState::Given);
    assert!(matches!(at(&end_notice(None, None), end).1, NoticeState::Undetermined { .. }));
}

#[test]
fn remedies_stop_for_older_versions_only_after_a_free_upgrade_without_extra_cost() {
    let free = OlderVersions {
        remediation_stopped: Some(true),
        upgrade_free: Some(true),
        forces_hardware_purchase: Some(false),
        forces_infrastructure_replacement: Some(false),
        needs_ordinary_effort: Some(true),
        paid_support_offered: Some(true),
        users_told: Some(true),
    };
    let with_older = |older: &OlderVersions| {
        supported(date(2033, 1, 14), |dossier| dossier.support_period.older_versions = older.clone())
    };
    let outcome = |older: &OlderVersions| judged(&with_older(older)).latest_version_only.unwrap().outcome;
    assert_eq!(outcome(&free), LatestOnlyOutcome::Allowed);
    assert_eq!(codes(&with_older(&free)), []);
    let broken = [
        OlderVersions { upgrade_free: Some(false), ..free.clone() },
        OlderVersions { forces_hardware_purchase: Some(true), ..free.clone() },
        OlderVersions { forces_infrastructure_replacement: Some(true), ..free.clone() },
    ];
    for older in &broken {
        assert_eq!(outcome(older), LatestOnlyOutcome::NotAllowed);
        assert_eq!(codes(&with_older(older)), [("periods-contradiction-latest-only", Weight::Error)]);
    }
    let open = OlderVersions { upgrade_free: None, ..free.clone() };
    assert!(matches!(outcome(&open), LatestOnlyOutcome::Undetermined { .. }));
    let untold = OlderVersions { users_told: Some(false), ..free };
    let (_, state) = notice(&with_older(&untold), NoticeKind::OlderVersions, PLACED);
    assert_eq!(state, NoticeState::Due);
    assert!(judged(&supported(PLACED, |_| {})).latest_version_only.is_none());
}

#[test]
fn a_component_without_support_needs_a_remedy_and_source_may_be_released_afterwards() {
    let component = |until, remedy| {
        supported(date(2033, 1, 14), |dossier| {
            dossier.support_period.components_without_support = vec![ComponentWithoutSupport {
                component: "rtos".to_owned(),
                supported_until: Some(until),
                remedy,
            }];
        })
    };
    let says = |dossier: &Dossier| {
        let reasons = judged(dossier).reasons;
        reasons.iter().find(|reason| reason.row == "SUP-08").map(|reason| reason.says.id())
    };
    let early = date(2030, 1, 1);
    assert_eq!(says(&component(early, Some(Remedy::PatchedByUs))), Some("periods-component-remedied"));
    let nothing = component(early, Some(Remedy::None));
    assert_eq!(says(&nothing), Some("periods-component-nothing-done"));
    assert_eq!(codes(&nothing), [("periods-contradiction-component", Weight::Warning)]);
    assert_eq!(says(&component(early, None)), Some("law-not-stated"));
    assert_eq!(says(&component(date(2040, 1, 1), Some(Remedy::None))), None);
    let after =
        support_period(&supported(date(2033, 1, 14), |_| {}), StateOfTheLaw::embedded(), date(2033, 1, 15));
    assert!(after.reasons.iter().any(|reason| reason.row == "SUP-09"));
}
