//! Cases that a dossier no longer declares: they stay with their product, with since when and by which dossier. A line
//! taken out of a file ends no duty, and must not end a clock in silence.

use proofmark_facts::{CaseGone, CaseStanding, ProductStanding};

use crate::assessment::Assessment;
use crate::record::outlook::free_id;

/// How many of them are kept: those that ask for somebody first, then those that went last.
const MOST_GONE: usize = 100;

/// The standing with what was declared before and is no longer.
pub(crate) fn with_gone_cases(
    mut stands: ProductStanding,
    stood: Option<&ProductStanding>,
    assessment: &Assessment,
) -> ProductStanding {
    let Some(outlook) = &mut stands.outlook else { return stands };
    let before = stood.and_then(|stood| stood.outlook.as_ref()).map(|outlook| outlook.cases.as_slice());
    let now = CaseGone { at: assessment.assessed_at, dossier: assessment.dossier.sha256 };
    for case in gone(before.unwrap_or_default(), &outlook.cases, now) {
        let id = free_id(&outlook.cases, &case.id);
        outlook.cases.push(CaseStanding { id, ..case });
    }
    let pressing = outlook.cases.iter().filter(|case| case.gone.is_some() && case.asks_for_action());
    let due = pressing.flat_map(|case| case.pressing()).filter_map(|clock| clock.due_at).min();
    stands.next_deadline_at = stands.next_deadline_at.into_iter().chain(due).min();
    stands
}

/// Those of the cases before that are not declared now, told by name and kind of event: each declared one stands for one
/// of its name.
fn gone(before: &[CaseStanding], declared: &[CaseStanding], now: CaseGone) -> Vec<CaseStanding> {
    let mut left: Vec<&CaseStanding> = declared.iter().collect();
    let mut gone: Vec<CaseStanding> = Vec::new();
    // Those still declared the last time come first: one that is declared again takes their place before another's.
    let (still, earlier): (Vec<_>, Vec<_>) = before.iter().partition(|case| case.gone.is_none());
    for case in still.into_iter().chain(earlier) {
        let is = |one: &&CaseStanding| one.name == case.name && one.stream == case.stream;
        match left.iter().position(is) {
            Some(place) => {
                left.swap_remove(place);
            }
            None => gone.push(CaseStanding { gone: Some(case.gone.unwrap_or(now)), ..case.clone() }),
        }
    }
    gone.sort_by_key(|case| (!case.asks_for_action(), std::cmp::Reverse(case.gone.map(|gone| gone.at))));
    gone.truncate(MOST_GONE);
    gone
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proofmark_facts::{CaseAwareness, CaseDuty, Sha256, Stream};

    use super::*;

    fn case(name: &str, duty: CaseDuty) -> CaseStanding {
        CaseStanding {
            id: name.to_lowercase(),
            name: name.into(),
            identifiers: Vec::new(),
            stream: Stream::Vulnerability,
            duty,
            awareness: CaseAwareness::UnderAssessment,
            aware_at: None,
            rulings: Vec::new(),
            clocks: Vec::new(),
            gone: None,
        }
    }

    fn at(second: i64) -> CaseGone {
        let at = Timestamp::from_second(second).unwrap();
        CaseGone { at, dossier: Sha256::of(&second.to_be_bytes()) }
    }

    fn told(cases: &[CaseStanding]) -> Vec<(&str, i64)> {
        let told = |case: &CaseStanding| case.gone.map_or(-1, |gone| gone.at.as_second());
        cases.iter().map(|case| (case.name.as_str(), told(case))).collect()
    }

    #[test]
    fn a_case_stays_with_when_it_went_until_it_is_declared_again() {
        let (a, b) = (case("A", CaseDuty::Mandatory), case("B", CaseDuty::NotReportable));
        let first = gone(&[a.clone(), b.clone()], std::slice::from_ref(&b), at(1));
        assert_eq!(told(&first), [("A", 1)]);
        assert!(first[0].asks_for_action(), "what it asked for it asks for still");
        let second = gone(&first, &[], at(2));
        assert_eq!((told(&second), second[0].gone), (vec![("A", 1)], Some(at(1))), "and not anew each time");
        assert_eq!(told(&gone(&second, std::slice::from_ref(&a), at(3))), []);
        // Two of one name: one of them went.
        assert_eq!(told(&gone(&[a.clone(), a.clone()], std::slice::from_ref(&a), at(4))), [("A", 4)]);
    }

    #[test]
    fn those_that_ask_for_somebody_are_kept_before_the_others() {
        let quiet = (0..150).map(|number| case(&format!("Q{number}"), CaseDuty::NotReportable));
        let all: Vec<CaseStanding> = quiet.chain([case("loud", CaseDuty::Mandatory)]).collect();
        let kept = gone(&all, &[], at(1));
        assert_eq!((kept.len(), kept[0].name.as_str()), (MOST_GONE, "loud"));
    }
}
