//! Rules over the age of data: what is missing or undated is too old.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::DataRule;
use proofmark_text::{Text, text};

use super::gate_verdict::{GateHit, HitPlace};

/// How old the data are.
#[derive(Debug, Clone)]
pub(super) struct DataDays {
    /// The oldest advisory data; `None`: there are none, or they are undated.
    pub(super) advisories: Option<Date>,
    /// Each file of end-of-life data with its day.
    pub(super) end_of_life: Vec<(String, Option<Date>)>,
    /// The bill of materials: its file and when it was made.
    pub(super) sbom: (String, Option<Timestamp>),
    /// The day.
    pub(super) day: Date,
}

/// What the rule hits.
pub(super) fn data_too_old(rule: &DataRule, days: &DataDays) -> Vec<GateHit> {
    let mut hits = Vec::new();
    let mut hold = |what: Text, file: &str, on: Option<Date>, most: Option<u64>| {
        let Some(most) = most else { return };
        let age = on.map(|on| i64::from((days.day - on).get_days()));
        let says = match (on, age) {
            (Some(_), Some(age)) if age <= i64::try_from(most).unwrap_or(i64::MAX) => return,
            (Some(on), _) => text!("gate-hit-data-old", what = what, on = on.to_string(), most = most),
            (None, _) => text!("gate-hit-data-undated", what = what),
        };
        let place = HitPlace { file: file.to_owned(), line: 1 };
        hits.push(GateHit { says: Some(says), place, ..GateHit::default() });
    };
    let dossier = crate::dossier_input::DOSSIER;
    hold(text!("gate-data-advisories"), dossier, days.advisories, rule.advisories_days_at_most);
    let (file, made_at) = &days.sbom;
    let made_on = made_at.map(|at| at.to_zoned(TimeZone::UTC).date());
    hold(text!("gate-data-sbom"), file, made_on, rule.sbom_days_at_most);
    for (file, on) in &days.end_of_life {
        hold(text!("gate-data-file", file = file), file, *on, rule.end_of_life_days_at_most);
    }
    hits
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn data_may_be_as_old_as_the_rule_says_and_not_undated() {
        let days = |on| DataDays {
            advisories: on,
            end_of_life: vec![],
            sbom: ("sbom.json".into(), None),
            day: date(2026, 11, 21),
        };
        let rule = DataRule { advisories_days_at_most: Some(2), ..DataRule::default() };
        assert!(data_too_old(&rule, &days(Some(date(2026, 11, 19)))).is_empty());
        assert_eq!(data_too_old(&rule, &days(Some(date(2026, 11, 18)))).len(), 1);
        assert_eq!(data_too_old(&rule, &days(None)).len(), 1);
        assert_eq!(
            data_too_old(&DataRule { sbom_days_at_most: Some(9), ..DataRule::default() }, &days(None)).len(),
            1
        );
    }
}
