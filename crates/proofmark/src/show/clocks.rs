//! Clocks as people under pressure read them: what is due when, and how long that is from now.

use jiff::Timestamp;
use proofmark_facts::{Stage, Stream};
use proofmark_law::{Clock, ClockState, Deadline};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, strong};
use super::reasons::reasons;
use crate::clock_report::ClockReport;

/// The whole report.
pub(crate) fn clocks(page: &mut Page, report: &ClockReport) {
    let title = match report.stream {
        Stream::Vulnerability => text!("reporting-show-clocks-vulnerability"),
        _ => text!("reporting-show-clocks-incident"),
    };
    page.title(&title.to_string(), &short(report.judged_at));
    let aware = text!("reporting-show-aware", at = short(report.aware_at));
    page.paragraph(&dim(&aware.to_string()));
    page.blank();
    for clock in &report.clocks {
        let (mark, says) = clock_says(clock);
        page.marked(mark, &strong(&says.to_string()));
        details(page, clock);
    }
    page.blank();
    if report.coordinator.is_none() {
        page.paragraph(&dim(&text!("reporting-show-no-coordinator").to_string()));
    }
    page.paragraph(&dim(&text!("proofmark-no-legal-advice").to_string()));
}

/// The clock's rule, its end in the coordinator's civil time, and the outer limit, which is no target.
pub(super) fn details(page: &mut Page, clock: &Clock) {
    if let Some(Deadline { due_at, legal_outer: Some(outer), .. }) = &clock.deadline {
        // The zone is one the law's own database has, so it is known here too.
        if let Ok(there) = due_at.in_tz(outer.zone) {
            let says = text!(
                "reporting-weekday",
                weekday = there.strftime("%A").to_string(),
                day = there.strftime("%Y-%m-%d %H:%M %z").to_string()
            );
            page.below(&text!("reporting-show-there", there = says, zone = outer.zone).to_string());
        }
        let says = text!("reporting-show-outer", outer = outer.says.to_string());
        page.below(&dim(&says.to_string()));
        page.below(&dim(&text!("reporting-show-outer-review").to_string()));
    }
    reasons(page, clock.reasons.iter().collect());
}

/// One clock in one sentence.
pub(super) fn clock_says(clock: &Clock) -> (Mark, Text) {
    let stage = stage_name(clock.stage);
    let due = clock.deadline.as_ref().map(|deadline| short(deadline.due_at)).unwrap_or_default();
    match &clock.state {
        ClockState::Running { minutes_left } => (
            Mark::Open,
            text!("reporting-show-running", stage = stage, due = due, left = duration(*minutes_left)),
        ),
        ClockState::Late { minutes_late } => (
            Mark::Bad,
            text!("reporting-show-late", stage = stage, due = due, late = duration(*minutes_late)),
        ),
        ClockState::Met { submitted_at } => {
            (Mark::Good, text!("reporting-show-met", stage = stage, at = short(*submitted_at)))
        }
        ClockState::MetLate { submitted_at, minutes_late } => (
            Mark::Bad,
            text!(
                "reporting-show-met-late",
                stage = stage,
                at = short(*submitted_at),
                late = duration(*minutes_late)
            ),
        ),
        ClockState::NotStarted { because } => {
            (Mark::Plain, text!("reporting-show-not-started", stage = stage, because = because.to_string()))
        }
        ClockState::Skippable { because } => {
            (Mark::Good, text!("reporting-show-skippable", stage = stage, because = because.to_string()))
        }
        ClockState::OwedWithoutDelay { since } => {
            (Mark::Open, text!("reporting-show-owed", stage = stage, since = short(*since)))
        }
    }
}

/// A stage in words.
pub(super) fn stage_name(stage: Stage) -> String {
    match stage {
        Stage::EarlyWarning => text!("reporting-stage-early-warning"),
        Stage::Notification => text!("reporting-stage-notification"),
        Stage::FinalReport => text!("reporting-stage-final-report"),
        Stage::IntermediateReport => text!("reporting-stage-intermediate-report"),
        Stage::Users => text!("reporting-stage-users"),
    }
    .to_string()
}

/// An instant in UTC, rounded down to the minute: a target is never shown later than it is.
pub(super) fn short(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%MZ").to_string()
}

/// `2 d 3 h`, `3 h 20 min`, `20 min`.
fn duration(minutes: i64) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours) {
        (0, 0) => format!("{rest} min"),
        (0, hours) => format!("{hours} h {rest} min"),
        (days, hours) => format!("{days} d {hours} h"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_as_fine_as_they_need_to_be() {
        let said = [0, 59, 60, 1439, 1440, 20_000].map(duration);
        assert_eq!(said, ["0 min", "59 min", "1 h 0 min", "23 h 59 min", "1 d 0 h", "13 d 21 h"]);
    }
}
