//! The cases of an assessment: what is due, and with everything asked for, why.

use proofmark_actions::Assessment;
use proofmark_law::{
    AwarenessOutcome, CaseVerdict, ContentNeed, CoordinatorOutcome, Gap, Ground, MayApply, StageContent,
    TriggerOutcome, platform_facts,
};
use proofmark_text::{Text, text};

use super::clocks::{clock_says, details, short, stage_name};
use super::page::{Mark, Page, dim, strong};
use super::reasons::reasons;

/// How many clocks of a case are shown before the rest is left to `--all`.
const PRESSING: usize = 2;

/// What has to be acted on; with `all`, everything that was found.
pub(super) fn reporting(page: &mut Page, assessment: &Assessment, all: bool) {
    let cases = &assessment.verdict.reporting;
    let shown: Vec<&CaseVerdict> = cases.iter().filter(|case| all || asks_for_action(case)).collect();
    let Some(first) = shown.first() else { return };
    let remark = text!("reporting-show-judged", at = short(first.judged_at));
    page.heading(&text!("reporting-show").to_string(), &remark.to_string());
    for case in shown {
        if all { whole(page, case) } else { pressing(page, case) }
    }
    if all {
        let (facts, platform) = platform_facts();
        let says = text!("reporting-show-platform", on = platform.captured_on.to_string());
        page.marked(Mark::Plain, &strong(&says.to_string()));
        page.below(&platform.url);
        for fact in facts {
            page.below(&format!("{} {}", fact.says, dim(&format!("({})", fact.row))));
        }
    }
}

fn asks_for_action(case: &CaseVerdict) -> bool {
    match case.trigger.outcome {
        TriggerOutcome::Mandatory => {
            let waits = matches!(
                case.awareness.outcome,
                AwarenessOutcome::NotAssessed { .. }
                    | AwarenessOutcome::UnderAssessment { .. }
                    | AwarenessOutcome::Undetermined { .. }
            );
            waits || !case.pressing().is_empty()
        }
        TriggerOutcome::Undetermined { .. } => true,
        TriggerOutcome::Voluntary | TriggerOutcome::NotReportable => false,
    }
}

/// One line on the case, and its most pressing clocks.
pub(super) fn pressing(page: &mut Page, case: &CaseVerdict) {
    let (mark, says) = trigger_says(case);
    let mark = if case.is_late() { Mark::Bad } else { mark };
    page.marked(mark, &strong(&says.to_string()));
    let waits = !matches!(case.awareness.outcome, AwarenessOutcome::Aware { .. });
    let pressing = case.pressing();
    if waits && let Some(reason) = case.awareness.reasons.last() {
        page.below(&reason.says.to_string());
    }
    for clock in pressing.iter().take(PRESSING) {
        page.below(&clock_says(clock).1.to_string());
    }
}

pub(super) fn whole(page: &mut Page, case: &CaseVerdict) {
    let (mark, says) = trigger_says(case);
    page.marked(mark, &strong(&says.to_string()));
    reasons(page, case.trigger.reasons.iter().collect());
    reasons(page, case.awareness.reasons.iter().collect());
    if let Some(at) = case.awareness.early_warning_from_signal_at {
        page.below(&dim(&text!("reporting-show-from-signal", at = short(at)).to_string()));
    }
    coordinator(page, case);
    for clock in &case.clocks {
        let (mark, says) = clock_says(clock);
        page.marked(mark, &says.to_string());
        details(page, clock);
    }
    for stage in &case.content {
        content(page, stage);
    }
    for ground in case.dissemination.iter().flat_map(|verdict| &verdict.grounds) {
        let name = ground_name(ground.ground);
        let says = match &ground.may_apply {
            MayApply::Yes => text!("reporting-show-ground-yes", ground = name),
            MayApply::No => text!("reporting-show-ground-no", ground = name),
            MayApply::Undetermined { missing } => {
                text!("reporting-show-ground-open", ground = name, missing = missing.join(", "))
            }
        };
        page.marked(Mark::Plain, &says.to_string());
        reasons(page, ground.reasons.iter().filter(|_| !is_open(&ground.may_apply)).collect());
    }
    if let Some(verdict) = &case.dissemination {
        page.marked(Mark::Plain, &text!("reporting-show-onward").to_string());
        reasons(page, verdict.reasons.iter().collect());
    }
}

fn is_open(may_apply: &MayApply) -> bool {
    matches!(may_apply, MayApply::Undetermined { .. })
}

fn trigger_says(case: &CaseVerdict) -> (Mark, Text) {
    let name = &case.case;
    match &case.trigger.outcome {
        TriggerOutcome::Mandatory => (Mark::Open, text!("reporting-show-mandatory", case = name)),
        TriggerOutcome::Voluntary => (Mark::Plain, text!("reporting-show-voluntary", case = name)),
        TriggerOutcome::NotReportable => (Mark::Plain, text!("reporting-show-not-reportable", case = name)),
        TriggerOutcome::Undetermined { missing } => {
            (Mark::Open, text!("reporting-show-undetermined", case = name, missing = missing.join(", ")))
        }
    }
}

fn coordinator(page: &mut Page, case: &CaseVerdict) {
    let verdict = &case.coordinator;
    let (mark, says) = match &verdict.outcome {
        CoordinatorOutcome::Is(state) => {
            let name = verdict.coordinator.as_ref().map(|found| found.name.clone()).unwrap_or_default();
            (Mark::Plain, text!("reporting-show-coordinator", state = state.as_str(), name = name))
        }
        CoordinatorOutcome::Undetermined { missing } => {
            (Mark::Open, text!("reporting-show-coordinator-open", missing = missing.join(", ")))
        }
    };
    page.marked(mark, &says.to_string());
    if let Some(found) = &verdict.coordinator {
        page.below(&dim(&format!("{}  {}", found.contact_url, found.platform_host)));
        if let Some(incidents) = &found.incident_url {
            page.below(&dim(&text!("reporting-show-incidents-at", at = incidents).to_string()));
        }
        if let Some(remark) = &found.remark {
            page.below(&dim(remark));
        }
    }
    reasons(page, verdict.reasons.iter().collect());
}

fn content(page: &mut Page, stage: &StageContent) {
    page.marked(Mark::Plain, &text!("reporting-show-content", stage = stage_name(stage.stage)).to_string());
    for item in &stage.items {
        let need = match item.need {
            ContentNeed::Always => text!("reporting-need-always"),
            ContentNeed::AsAvailable => text!("reporting-need-as-available"),
            ContentNeed::WhereApplicable => text!("reporting-need-where-applicable"),
        };
        let given =
            if item.given { text!("reporting-show-given") } else { text!("reporting-show-not-given") };
        page.below(&format!("{}: {} {}", item.what, given, dim(&format!("({need}; {})", item.cites))));
    }
    for gap in &stage.platform {
        let says = match gap.gap {
            Gap::Missing => {
                text!("reporting-show-field-missing", field = gap.field, what = gap.what_sentence())
            }
            Gap::TooLong { limit, characters } => text!(
                "reporting-show-field-too-long",
                field = gap.field,
                what = gap.what_sentence(),
                limit = limit.to_string(),
                characters = characters.to_string()
            ),
        };
        page.below(&says.to_string());
    }
    reasons(page, stage.reasons.iter().collect());
}

fn ground_name(ground: Ground) -> String {
    match ground {
        Ground::NatureOfTheInformation => text!("reporting-ground-nature"),
        Ground::Recipient => text!("reporting-ground-recipient"),
        Ground::Platform => text!("reporting-ground-platform"),
        Ground::ParticularlyExceptional => text!("reporting-ground-exceptional"),
    }
    .to_string()
}
