//! Cases of the response desk: what presses, and with everything asked for, what was entered and why the law says so.

use jiff::Timestamp;
use proofmark_actions::{CaseInList, CaseView};
use proofmark_facts::{CaseEntry, CaseRecord, CaseState, CaseTold, Stream};
use proofmark_text::{Text, text};

use super::clocks::{short, stage_name};
use super::page::{Mark, Page, dim, strong};
use super::reporting::{pressing, whole};

/// Every case, one line each; then that nothing is due, where nothing is.
pub(crate) fn list(page: &mut Page, cases: &[CaseInList], now: Timestamp) {
    for case in cases {
        let mark = match (case.late, case.next) {
            (true, _) => Mark::Bad,
            (false, Some(_)) => Mark::Open,
            (false, None) => Mark::Plain,
        };
        page.marked(mark, &strong(&titled(&case.id, &case.name, case.exercise)));
        let state = state_name(case.state, case.stream);
        let products = case.products.join(", ");
        page.below(&dim(&[state.to_string(), products]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")));
        if let Some(stage) = case.next {
            page.below(&due(stage_name(stage), case.due_at, case.late).to_string());
        }
    }
    if cases.iter().all(|case| case.next.is_none()) {
        page.marked(Mark::Good, &text!("cases-show-nothing-due", at = short(now)).to_string());
    }
}

fn due(stage: String, at: Option<Timestamp>, late: bool) -> Text {
    match at {
        Some(at) if late => text!("cases-show-late", stage = stage, at = short(at)),
        Some(at) => text!("cases-show-due", stage = stage, at = short(at)),
        None => text!("cases-show-owed", stage = stage),
    }
}

/// One case.
pub(crate) fn case(page: &mut Page, view: &CaseView, all: bool) {
    let case = &view.case;
    page.title(&titled(&case.id, &case.name, case.exercise.is_some()), &short(view.judged_at));
    let state = state_name(view.state, case.stream);
    page.paragraph(&text!("cases-show-stands", state = state).to_string());
    if let Some(rehearsed) = &case.exercise {
        page.marked(Mark::Open, &strong(&text!("cases-show-exercise", what = rehearsed).to_string()));
    }
    for one in &view.products {
        let name = match &one.product {
            Some(product) => format!("{} ({product})", one.name),
            None => text!("cases-show-no-product").to_string(),
        };
        page.heading(&name, "");
        if all { whole(page, &one.verdict) } else { pressing(page, &one.verdict) }
    }
    signals(page, case);
    if all {
        page.heading(&text!("cases-show-entries").to_string(), "");
        for entry in &case.entries {
            entered_line(page, entry);
        }
    }
    page.blank();
    page.paragraph(&dim(&text!("proofmark-no-legal-advice").to_string()));
}

fn signals(page: &mut Page, case: &CaseRecord) {
    let (signals, measures) = (case.signals(), case.measures());
    if !signals.is_empty() {
        page.heading(&text!("cases-show-signals").to_string(), "");
    }
    for (place, (signal, counts)) in signals.iter().enumerate() {
        let claims =
            if signal.claims_exploitation { text!("cases-show-claims").to_string() } else { String::new() };
        let number = place + 1;
        let line = format!("{number}. {} {} {claims}", short(signal.came_at), signal.source.word());
        let mark = if *counts { Mark::Open } else { Mark::Plain };
        page.marked(mark, line.trim());
        page.below(&signal.says);
        if !counts {
            page.below(&dim(&text!("cases-show-rejected").to_string()));
        }
    }
    if !measures.is_empty() {
        page.heading(&text!("cases-show-measures").to_string(), "");
    }
    for (place, (measure, counts)) in measures.iter().enumerate() {
        let mark = if *counts { Mark::Good } else { Mark::Plain };
        let number = place + 1;
        page.marked(mark, &format!("{number}. {}", short(measure.available_at)));
        page.below(measure.details.as_deref().unwrap_or_default());
        if !counts {
            page.below(&dim(&text!("cases-show-withdrawn").to_string()));
        }
    }
}

/// One entry: when it was entered, by whom, and what it says.
fn entered_line(page: &mut Page, entry: &CaseEntry) {
    let second = entry.approved_by.as_ref().map(|who| format!(" + {who}")).unwrap_or_default();
    page.marked(Mark::Plain, &format!("{} {}{second}: {}", short(entry.at), entry.by, entry.told.word()));
    if let Some(words) = words(&entry.told) {
        page.below(&words);
    }
    if entry.alone {
        page.below(&dim(&text!("cases-show-alone").to_string()));
    }
}

fn words(told: &CaseTold) -> Option<String> {
    Some(match told {
        CaseTold::Signal(signal) => signal.says.clone(),
        CaseTold::SignalRejected { signal: number, because }
        | CaseTold::MeasureWithdrawn { measure: number, because } => format!("{number}: {because}"),
        CaseTold::AssessmentBegan { began_at: at } | CaseTold::Occurred { occurred_at: at } => short(*at),
        CaseTold::Known { fact, answer, because } => {
            let answer = match answer {
                Some(true) => text!("cases-show-yes"),
                Some(false) => text!("cases-show-no"),
                None => text!("cases-show-unknown"),
            };
            format!("{}: {answer}. {because}", fact.word())
        }
        CaseTold::Ruled { aware_at, because } => format!("{}: {because}", short(*aware_at)),
        CaseTold::MeasureAvailable { available_at, details, .. } => {
            format!("{}: {details}", short(*available_at))
        }
        CaseTold::Affects { product, releases, affected } => {
            let sign = if *affected { "" } else { "- " };
            format!("{sign}{product} {}", releases.join(", ")).trim_end().to_owned()
        }
        CaseTold::InComponent { component } => component.clone(),
        CaseTold::Worded { what, words } => format!("{}: {words}", what.word()),
        CaseTold::AvailableIn { member_states } => {
            member_states.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        CaseTold::Exceptional { .. } => return None,
        CaseTold::Coordinator { member_state, because } => format!("{member_state}: {because}"),
        CaseTold::Moved { to, because } => format!("{}: {because}", to.word()),
        CaseTold::Submitted(submission) => format!(
            "{}, {}, {}, {} ({})",
            stage_name(submission.stage),
            short(submission.submitted_at),
            submission.representative,
            submission.reference,
            submission.receipt.name
        ),
        CaseTold::ReportAsked { asked_at, due_at } => {
            let due = due_at.map(|at| format!(" -> {}", short(at))).unwrap_or_default();
            format!("{}{due}", short(*asked_at))
        }
        CaseTold::GivenBefore { stage, because } => format!("{}: {because}", stage_name(*stage)),
        CaseTold::UsersTold { told_at, whom } => format!("{}: {whom}", short(*told_at)),
        CaseTold::Attached { file } => format!("{} ({} B, SHA-256 {})", file.name, file.size, file.sha256),
        CaseTold::Remark { words } => words.clone(),
    })
}

/// The case something was entered in: its number first, for whoever goes on with it.
pub(crate) fn entered(page: &mut Page, case: &CaseRecord) {
    let state = state_name(case.state(), case.stream);
    page.marked(Mark::Good, &titled(&case.id, &case.name, case.exercise.is_some()));
    let says = match case.entries.last() {
        Some(last) => text!("cases-show-entered", entry = last.told.word(), state = state),
        None => text!("cases-show-opened", state = state),
    };
    page.below(&says.to_string());
}

fn titled(id: &str, name: &str, exercise: bool) -> String {
    if exercise {
        format!("{id} [{}] {name}", text!("cases-show-exercise-mark"))
    } else {
        format!("{id} {name}")
    }
}

/// A state in words: an incident is contained where a vulnerability is fixed.
pub(super) fn state_name(state: CaseState, stream: Stream) -> Text {
    let incident = stream != Stream::Vulnerability;
    match state {
        CaseState::Received => text!("cases-state-received"),
        CaseState::Assessing => text!("cases-state-assessing"),
        CaseState::Confirmed => text!("cases-state-confirmed"),
        CaseState::NotOurs => text!("cases-state-not-ours"),
        CaseState::Duplicate => text!("cases-state-duplicate"),
        CaseState::Unfounded if incident => text!("cases-state-no-incident"),
        CaseState::Unfounded => text!("cases-state-no-vulnerability"),
        CaseState::BeingFixed if incident => text!("cases-state-being-contained"),
        CaseState::BeingFixed => text!("cases-state-being-fixed"),
        CaseState::FixAvailable if incident => text!("cases-state-contained"),
        CaseState::FixAvailable => text!("cases-state-fix-available"),
        CaseState::Published => text!("cases-state-published"),
        CaseState::Closed => text!("cases-state-closed"),
    }
}
