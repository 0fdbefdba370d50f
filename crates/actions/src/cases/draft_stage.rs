//! Drafts what is handed in for a stage: the platform's form filled from the case and its product, what is missing or too
//! long in it, and what it says otherwise than the stage before. Nothing is handed in by it, and nothing kept.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use proofmark_access::Right;
use proofmark_facts::{CaseRecord, Stage, Stream, SystemOfRecord};
use proofmark_law::{
    Clock, Coordinator, CoordinatorOutcome, StageForm, StateName, StateOfTheLaw, stage_form,
};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::case_order::{CaseOrder, refused};
use super::look_at_cases::{bare, dossier_of, view};
use crate::error::ActionError;

/// From early warning to notification as the platform itself counts: hours from submitting the one.
const PLATFORM_HOURS: i64 = 48;

/// What is drafted.
#[derive(Debug, Clone, Copy)]
pub struct DraftOrder<'a> {
    /// Which case.
    pub of: CaseOrder<'a>,
    /// For which stage.
    pub stage: Stage,
    /// For which affected product; `None`: the one for which a notification is mandatory, else the first.
    pub product: Option<&'a str>,
}

/// A draft of what is handed in for a stage. It is no submission: that is made at the platform, by a person.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Draft {
    /// The case's id.
    pub case: String,
    /// Nothing of it is real: what is rehearsed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// The stage.
    pub stage: Stage,
    /// Which kind of event.
    pub stream: Stream,
    /// The product's id; absent: none is named yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// When it was drafted.
    pub drafted_at: Timestamp,
    /// Whose coordinator it goes to; absent: that is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<Coordinator>,
    /// The clock of this stage; absent: it does not run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
    /// When the platform's own counter ends: 48 hours after the early warning was submitted. It is no legal deadline, and the
    /// earlier one of both is the one to meet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform_counter_ends_at: Option<Timestamp>,
    /// The version of the platform's glossary the form follows.
    pub glossary: String,
    /// The day that glossary was captured.
    pub captured_on: Date,
    /// The state of the law the draft rests on.
    pub state: StateName,
    /// The form, and what the law asks for.
    pub form: StageForm,
    /// Fields that say otherwise than what was handed in last.
    pub changed: Vec<DraftField>,
    /// Nothing the platform requires is missing, and nothing is too long.
    pub can_be_handed_in: bool,
}

/// A field of the form that changed since the last submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DraftField {
    /// Its key.
    pub key: String,
    /// What was handed in; absent: nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it says now; absent: nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
}

/// Drafts it, as of now.
pub fn draft_stage(
    order: &DraftOrder<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<Draft, ActionError> {
    let CaseOrder { change, operator, .. } = order.of;
    if matches!(order.stage, Stage::Users) {
        return Err(refused("stage", text!("cases-no-form")));
    }
    let case = order.of.case_for(Right::SeeCases, keeping)?.noun;
    let shown = view(&change, operator, case, state, keeping)?;
    let chosen = match order.product {
        None => shown.governing(),
        Some(product) => shown.products.iter().find(|one| one.product.as_deref() == Some(product)),
    };
    let chosen = chosen.ok_or_else(|| {
        refused("product", text!("cases-not-affected", product = order.product.unwrap_or_default()))
    })?;
    let mut dossier = match &chosen.product {
        Some(product) => dossier_of(operator, product, keeping)?,
        None => bare(operator),
    };
    dossier.cases = vec![shown.case.declared(chosen.product.as_deref())];
    // An intermediate report says what the notification says, brought up to date (Article 14(6)).
    let form_of = if order.stage == Stage::IntermediateReport { Stage::Notification } else { order.stage };
    let form = stage_form(&dossier, state, change.at, form_of)
        .ok_or_else(|| refused("stream", text!("cases-no-form")))?;
    let changed = changed(order, &shown.case, &form, keeping)?;
    let verdict = &chosen.verdict;
    let coordinator = match verdict.coordinator.outcome {
        CoordinatorOutcome::Is(member_state) => Some(member_state),
        CoordinatorOutcome::Undetermined { .. } => dossier.cases[0].sent.coordinator,
    };
    let csirts = state.coordinators.iter().flat_map(|list| &list.csirts);
    Ok(Draft {
        case: shown.case.id.clone(),
        exercise: shown.case.exercise.clone(),
        stage: order.stage,
        stream: shown.case.stream,
        product: chosen.product.clone(),
        drafted_at: change.at,
        coordinator: csirts
            .into_iter()
            .find(|one| coordinator.is_some_and(|state| one.member_state == state.as_str()))
            .cloned(),
        clock: verdict.clocks.iter().find(|clock| clock.stage == order.stage).cloned(),
        platform_counter_ends_at: platform_counter(order.stage, dossier.cases[0].sent.early_warning_at),
        glossary: state.reporting_platform.glossary.clone(),
        captured_on: state.reporting_platform.captured_on,
        state: state.name(),
        can_be_handed_in: form.fields.iter().all(|field| field.gap.is_none()),
        form,
        changed,
    })
}

fn platform_counter(stage: Stage, early_warning_at: Option<Timestamp>) -> Option<Timestamp> {
    let counts = stage == Stage::Notification;
    let after = SignedDuration::from_hours(PLATFORM_HOURS);
    early_warning_at.filter(|_| counts).and_then(|at| at.checked_add(after).ok())
}

/// What is read of a draft that was handed in with a submission.
#[derive(Deserialize)]
struct Handed {
    form: HandedForm,
}

#[derive(Deserialize)]
struct HandedForm {
    fields: Vec<HandedField>,
}

#[derive(Deserialize)]
struct HandedField {
    key: String,
    #[serde(default)]
    value: Option<String>,
}

/// What the form says otherwise than the draft of the last submission; nothing where that was kept without one.
fn changed(
    order: &DraftOrder<'_>,
    case: &CaseRecord,
    form: &StageForm,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<DraftField>, ActionError> {
    let last = case.submissions().filter_map(|submission| submission.draft.as_ref()).last();
    let Some(last) = last else { return Ok(Vec::new()) };
    let Some(bytes) = keeping.document_of(order.of.operator, &last.sha256)? else { return Ok(Vec::new()) };
    let Ok(handed) = serde_json::from_slice::<Handed>(&bytes) else { return Ok(Vec::new()) };
    let before = |key: &str| {
        let field = handed.form.fields.iter().find(|field| field.key == key);
        field.and_then(|field| field.value.clone())
    };
    let changed = form.fields.iter().filter_map(|field| {
        let (before, now) = (before(&field.field.key), field.value.clone());
        (before != now).then(|| DraftField { key: field.field.key.clone(), before, now })
    });
    Ok(changed.collect())
}
