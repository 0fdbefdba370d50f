//! What lies ahead of a product, read off an assessment: days, cases and how ready it is. Nothing here depends on the
//! time of day beyond what was decided with it, so that the same assessment again is kept as the same.

use std::collections::BTreeMap;

use proofmark_facts::{
    AnnexPart, CaseAwareness, CaseDuty, CaseStanding, ClockStanding, DeclaredCase, Dossier, ObligationTally,
    Outlook, SupportDays, slug,
};
use proofmark_law::{
    AwarenessOutcome, Bound, CaseVerdict, Clock, ClockState, Standing, StandingState, SupportOutcome,
    SupportPeriodVerdict, TriggerOutcome, tallied,
};

use crate::assessment::Assessment;

/// What lies ahead.
pub(crate) fn outlook(assessment: &Assessment, dossier: &Dossier) -> Outlook {
    let standings = &assessment.obligations;
    let late_since = standings.iter().filter_map(|standing| match &standing.state {
        StandingState::Late { since, .. } => Some(*since),
        _ => None,
    });
    let binds_later = standings.iter().filter(|standing| {
        matches!(standing.state, StandingState::Open { .. }) && matches!(standing.bound, Bound::Later)
    });
    Outlook {
        support: assessment.verdict.support_period.as_ref().and_then(support_days),
        late_since: late_since.min(),
        binds_next_on: binds_later.map(|standing| standing.due).filter(|due| *due > assessment.as_of).min(),
        cases: cases(&assessment.verdict.reporting, &dossier.cases),
        readiness: readiness(standings),
    }
}

fn readiness(standings: &[Standing]) -> BTreeMap<AnnexPart, ObligationTally> {
    let mut of_part: BTreeMap<AnnexPart, Vec<&Standing>> = BTreeMap::new();
    for standing in standings {
        of_part.entry(AnnexPart::of_obligation(standing.obligation)).or_default().push(standing);
    }
    of_part.into_iter().map(|(part, standings)| (part, tallied(standings))).collect()
}

/// Where the law asks for no support period, no day of it is to be marked.
fn support_days(verdict: &SupportPeriodVerdict) -> Option<SupportDays> {
    let asked = verdict.outcome != SupportOutcome::NotAsked;
    asked.then_some(SupportDays {
        runs_from: verdict.runs_from,
        floor_ends_on: verdict.floor_end,
        required_ends_on: verdict.required_end,
    })
}

/// The verdicts stand in the order of the declared cases.
fn cases(verdicts: &[CaseVerdict], declared: &[DeclaredCase]) -> Vec<CaseStanding> {
    let mut cases: Vec<CaseStanding> = Vec::with_capacity(verdicts.len());
    for (verdict, case) in verdicts.iter().zip(declared) {
        let id = free_id(&cases, &slug(&verdict.case, ""));
        cases.push(case_standing(id, verdict, case));
    }
    cases
}

/// Two cases of one name are told apart by a number.
pub(crate) fn free_id(taken: &[CaseStanding], id: &str) -> String {
    let is_free = |id: &str| taken.iter().all(|case| case.id != id);
    let numbered = (2..).map(|number: usize| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    ids.find(|id| is_free(id)).expect("one of more numbers than there are cases is free")
}

fn case_standing(id: String, verdict: &CaseVerdict, case: &DeclaredCase) -> CaseStanding {
    CaseStanding {
        id,
        name: verdict.case.clone(),
        identifiers: [&case.content.cve, &case.content.euvd].into_iter().flatten().cloned().collect(),
        stream: verdict.stream,
        duty: match verdict.trigger.outcome {
            TriggerOutcome::Mandatory => CaseDuty::Mandatory,
            TriggerOutcome::Voluntary => CaseDuty::Voluntary,
            TriggerOutcome::NotReportable => CaseDuty::NotReportable,
            TriggerOutcome::Undetermined { .. } => CaseDuty::Undetermined,
        },
        awareness: match verdict.awareness.outcome {
            AwarenessOutcome::NoSignal => CaseAwareness::NoSignal,
            AwarenessOutcome::NotAssessed { .. } => CaseAwareness::NotAssessed,
            AwarenessOutcome::UnderAssessment { .. } => CaseAwareness::UnderAssessment,
            AwarenessOutcome::Aware { .. } => CaseAwareness::Aware,
            AwarenessOutcome::Undetermined { .. } => CaseAwareness::Undetermined,
        },
        aware_at: verdict.awareness.clocks_from(),
        rulings: case.rulings.clone(),
        clocks: verdict.clocks.iter().map(clock_standing).collect(),
        gone: None,
    }
}

fn clock_standing(clock: &Clock) -> ClockStanding {
    ClockStanding {
        stage: clock.stage,
        starts_at: match clock.state {
            ClockState::OwedWithoutDelay { since } => Some(since),
            _ => clock.starts_at,
        },
        due_at: clock.deadline.as_ref().map(|deadline| deadline.due_at),
        submitted_at: match clock.state {
            ClockState::Met { submitted_at } | ClockState::MetLate { submitted_at, .. } => Some(submitted_at),
            _ => None,
        },
        given_before: matches!(clock.state, ClockState::Skippable { .. }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::Dossier;
    use proofmark_formats::read_dossier;
    use proofmark_law::{Case, Kept, Verdict, assess_at, readiness as standings_of};

    use super::*;
    use crate::built_in;

    /// Two cases of one name, one of which ran out, and one whose duty nobody can tell yet.
    const DOSSIER: &str = r#"
proofmark = 1
[operator]
name = "Maker"
[product]
name = "Gateway"
kind = "software"
[release]
version = "1.0.0"
[[cases]]
name = "Gate / open"
stream = "vulnerability"
[cases.content]
cve = "CVE-2027-1"
[[cases]]
name = "Gate - open"
stream = "incident"
"#;

    fn judged() -> (Dossier, Verdict) {
        let read = read_dossier(DOSSIER.as_bytes());
        let dossier = read.value.unwrap_or_else(|| panic!("{:?}", read.problems)).dossier;
        let now = "2028-02-01T09:00:00Z".parse().unwrap();
        let verdict = assess_at(&dossier, &built_in().state, date(2028, 2, 1), now);
        (dossier, verdict)
    }

    #[test]
    fn cases_of_one_name_are_told_apart_and_each_keeps_its_identifiers() {
        let (dossier, verdict) = judged();
        let cases = cases(&verdict.reporting, &dossier.cases);
        let ids: Vec<&str> = cases.iter().map(|case| case.id.as_str()).collect();
        assert_eq!(ids, ["gate-open", "gate-open-2"]);
        assert_eq!(cases[0].identifiers, ["CVE-2027-1"]);
        assert_eq!(cases[1].awareness, CaseAwareness::NoSignal);
    }

    #[test]
    fn every_obligation_is_counted_once_in_its_part() {
        let (dossier, verdict) = judged();
        let (state, kept) = (built_in().state, Kept::default());
        let case =
            Case { dossier: &dossier, verdict: &verdict, state: &state, kept: &kept, day: date(2028, 2, 1) };
        let standings = standings_of(&case);
        let parts = readiness(&standings);
        let all = |tally: &ObligationTally| {
            tally.met + tally.open + tally.late + tally.undecided + tally.not_applicable
        };
        assert_eq!(parts.values().map(all).sum::<u64>(), standings.len() as u64);
        assert_eq!(all(&parts[&AnnexPart::AnnexIPartI]), 14);
        assert_eq!(all(&parts[&AnnexPart::AnnexIPartIi]), 8);
        let open = parts.values().map(|tally| tally.open + tally.undecided).sum::<u64>();
        let together = tallied(&standings);
        assert_eq!(open, together.open + together.undecided);
    }
}
