//! Whatever the days: no panic, nothing kept for less than ten years, and a later day never gives an earlier one.

use jiff::civil::Date;
use proofmark_facts::*;
use proofmark_law::*;
use proptest::prelude::*;

use crate::a_product::a_product;

fn day() -> impl Strategy<Value = Date> {
    prop_oneof![
        4 => (2020..2060_i16, 1..=12_i8, 1..=31_i8),
        1 => (1..=9999_i16, 1..=12_i8, 1..=31_i8),
        1 => (9970..=9999_i16, 1..=12_i8, 1..=31_i8),
    ]
    .prop_map(|(year, month, day)| Date::constant(year, month, 1).with().day(day.min(28)).build().unwrap())
}

fn maybe_day() -> impl Strategy<Value = Option<Date>> {
    proptest::option::of(day())
}

fn maybe() -> impl Strategy<Value = Option<bool>> {
    proptest::option::of(any::<bool>())
}

fn maybe_count() -> impl Strategy<Value = Option<u64>> {
    proptest::option::of(prop_oneof![0..300_u64, any::<u64>()])
}

prop_compose! {
    fn placing()(
        complete in maybe_day(), offered in maybe_day(), first in maybe_day(), last in maybe_day(),
        to_us in maybe_day(), by_us in maybe_day(),
        designed in maybe(),
    ) -> Placing {
        Placing {
            manufacturing_complete_on: complete,
            first_offered_on: offered,
            still_offered: designed,
            first_unit_placed_on: first,
            last_unit_placed_on: last,
            designed_before_full_application: designed,
            present_risk_assessment_adequate: designed,
            last_supplied_to_us_on: to_us,
            last_supplied_by_us_on: by_us,
        }
    }
}

prop_compose! {
    fn change()(
        earlier_placed_on in maybe_day(), placed in maybe(), decided in maybe(), by_us in maybe(),
        worsens in maybe(), affects in maybe(),
    ) -> Modification {
        Modification {
            of_version: Some("1".to_owned()),
            earlier_was_placed: placed,
            earlier_placed_on,
            determination: decided
                .map(|yes| if yes { Determination::Substantial } else { Determination::NotSubstantial }),
            made_by: by_us
                .map(|yes| if yes { ChangeMaker::OriginalManufacturer } else { ChangeMaker::Other }),
            affects_whole_product: worsens,
            affects_compliance: affects,
            ..Modification::default()
        }
    }
}

prop_compose! {
    fn support()(
        ends in maybe_day(), years in proptest::option::of(any::<u32>()), months in maybe_count(),
        subscription in maybe(), subscription_months in maybe_count(), original in maybe_day(),
        unchanged in maybe(), stopped in maybe(), free in maybe(), shown in maybe_day(),
    ) -> SupportPeriod {
        SupportPeriod {
            ends_on: ends,
            expected_use_years: years,
            expected_use_months: months,
            subscription_only: subscription,
            subscription_months,
            original_ends_on: original,
            use_factors_unchanged: unchanged,
            end_notice_shown_on: shown,
            end_notice_feasible: free,
            older_versions: OlderVersions {
                remediation_stopped: stopped,
                upgrade_free: free,
                ..OlderVersions::default()
            },
            ..SupportPeriod::default()
        }
    }
}

prop_compose! {
    fn dossiers()(
        hardware in any::<bool>(), placed in maybe_day(), placing in placing(), support in support(),
        updates in proptest::collection::vec((maybe_day(), maybe()), 0..3),
        numbers in (maybe(), maybe_count(), maybe_count(), maybe_count(), maybe_count()),
        valid in maybe_day(), change in proptest::option::of(change()),
    ) -> Dossier {
        let mut dossier = a_product();
        dossier.product.kind = if hardware { ProductKind::Hardware } else { ProductKind::Software };
        dossier.release.placed_on_the_market_on = placed;
        dossier.release.placing = placing;
        dossier.support_period = support;
        dossier.modification = change;
        dossier.security_updates = updates
            .into_iter()
            .map(|(issued_on, still_available)| SecurityUpdate {
                update: "u".to_owned(),
                to_version: None,
                issued_on,
                still_available,
            })
            .collect();
        dossier.other_certificates = vec![OtherCertificate {
            issued_under: "act".to_owned(),
            certificate: None,
            risks_covered: vec!["risk".to_owned()],
            valid_until: valid,
        }];
        let (flag, staff, turnover, balance, worldwide) = numbers;
        dossier.operator.enterprise = Enterprise {
            undertaking: flag,
            staff,
            annual_turnover_eur: turnover,
            balance_sheet_eur: balance,
            linked_enterprises_included: flag,
            worldwide_turnover_eur: worldwide,
        };
        dossier
    }
}

/// The earliest day something is kept to.
fn at_least(kept: &Retention) -> Option<Date> {
    match kept.state {
        RetentionState::Until { on } => Some(on),
        RetentionState::Undetermined { not_before, .. } => not_before,
        RetentionState::NotUnlessSubstantiallyModified => None,
    }
}

const ROLES: [Option<Role>; 7] = [
    Some(Role::Manufacturer),
    Some(Role::Importer),
    Some(Role::Distributor),
    Some(Role::AuthorisedRepresentative),
    Some(Role::Steward),
    Some(Role::None),
    None,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_days_make_the_law_panic(dossier in dossiers(), on in day()) {
        let state = StateOfTheLaw::embedded();
        let verdict = assess(&dossier, state, on);
        prop_assert_eq!(&verdict, &assess(&dossier, state, on));
        for role in ROLES {
            let found = (duties(&dossier, state, role, on), retention(&dossier, role), exposure(&dossier, role, on));
            prop_assert!(!serde_json::to_string(&found).unwrap().is_empty());
        }
        let problems = contradictions(&dossier, state);
        prop_assert!(problems.len() <= MOST_PROBLEMS);
    }

    #[test]
    fn nothing_is_kept_for_less_than_ten_years_from_its_unit_or_version(dossier in dossiers()) {
        // The day the support period runs from is the day of the version, or of the last unit.
        let judged = support_period(&dossier, StateOfTheLaw::embedded(), Date::constant(2028, 1, 1));
        let ten = jiff::Span::new().years(10);
        for role in ROLES {
            for kept in retention(&dossier, role) {
                let RetentionState::Until { on } = kept.state else { continue };
                if matches!(kept.row, "RET-03" | "RET-06") {
                    continue;
                }
                let from = judged.runs_from.unwrap();
                prop_assert!(on >= from.checked_add(ten).unwrap(), "{kept:#?}");
                prop_assert!(dossier.support_period.ends_on.is_none_or(|ends| on >= ends));
            }
        }
    }

    #[test]
    fn a_later_day_or_a_longer_use_never_gives_an_earlier_end(
        dossier in dossiers(),
        placed in day(),
        later in 0..4_000_i64,
        use_months in 0..600_u64,
        more in 0..600_u64,
    ) {
        let state = StateOfTheLaw::embedded();
        let on = Date::constant(2028, 1, 1);
        let shift = |day: Date| day.saturating_add(jiff::Span::new().days(later));
        let mut plain = dossier;
        plain.release.placing = Placing::default();
        plain.modification = None;
        plain.release.placed_on_the_market_on = Some(placed);
        plain.support_period.subscription_only = None;
        plain.support_period.expected_use_months = Some(use_months);
        let mut late = plain.clone();
        late.release.placed_on_the_market_on = Some(shift(placed));
        late.support_period.expected_use_months = Some(use_months + more);
        late.support_period.ends_on = plain.support_period.ends_on.map(shift);
        let (before, after) = (support_period(&plain, state, on), support_period(&late, state, on));
        if let (Some(before), Some(after)) = (before.required_end, after.required_end) {
            prop_assert!(before <= after);
        }
        if let (Some(before), Some(after)) = (before.floor_end, after.floor_end) {
            prop_assert!(before <= after);
        }
        for role in ROLES {
            for (before, after) in retention(&plain, role).iter().zip(retention(&late, role)) {
                if let (Some(before), Some(after)) = (at_least(before), at_least(&after)) {
                    prop_assert!(before <= after, "{before} {after}");
                }
            }
        }
    }

    #[test]
    fn more_turnover_never_lowers_a_maximum(low in any::<u64>(), more in any::<u64>()) {
        let cents = |turnover| {
            let mut dossier = a_product();
            dossier.operator.enterprise.undertaking = Some(true);
            dossier.operator.enterprise.worldwide_turnover_eur = Some(turnover);
            let found = exposure(&dossier, Some(Role::Manufacturer), Date::constant(2028, 1, 1)).unwrap();
            found.tiers.into_iter().map(|tier| match tier.maximum {
                Maximum::Is { cents } | Maximum::AtLeast { cents, .. } => cents,
            }).collect::<Vec<_>>()
        };
        let pairs = cents(low).into_iter().zip(cents(low.saturating_add(more)));
        for (before, after) in pairs {
            prop_assert!(before <= after);
        }
    }
}
