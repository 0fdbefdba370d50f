//! Words for cases and their clocks.

use jiff::Timestamp;
use proofmark_facts::{CaseAwareness, CaseDuty, CaseStanding, ClockStanding, Stage, Stream};
use proofmark_text::{Text, text};

use super::words::instant;
use crate::look::Tone;

/// Which kind of event a case is.
pub(super) fn stream_says(stream: Stream) -> Text {
    match stream {
        Stream::Vulnerability => text!("overview-stream-vulnerability"),
        Stream::Incident => text!("overview-stream-incident"),
        Stream::NearMiss => text!("overview-stream-near-miss"),
        Stream::CyberThreat => text!("overview-stream-cyber-threat"),
    }
}

/// Whether it is to be notified.
pub(super) fn duty_says(duty: CaseDuty) -> (Tone, Text) {
    match duty {
        CaseDuty::Mandatory => (Tone::Open, text!("overview-duty-mandatory")),
        CaseDuty::Voluntary => (Tone::Plain, text!("overview-duty-voluntary")),
        CaseDuty::NotReportable => (Tone::Plain, text!("overview-duty-not-reportable")),
        CaseDuty::Undetermined => (Tone::Open, text!("overview-duty-undetermined")),
    }
}

/// How far awareness has come.
pub(super) fn awareness_says(case: &CaseStanding) -> Text {
    let at = case.aware_at.map(instant).unwrap_or_default();
    match case.awareness {
        CaseAwareness::NoSignal => text!("overview-awareness-no-signal"),
        CaseAwareness::NotAssessed => text!("overview-awareness-not-assessed"),
        CaseAwareness::UnderAssessment => text!("overview-awareness-under-assessment"),
        CaseAwareness::Aware => text!("overview-awareness-aware", at = at),
        CaseAwareness::Undetermined => text!("overview-awareness-undetermined", at = at),
    }
}

/// A stage of Article 14.
pub(super) fn stage_says(stage: Stage) -> Text {
    match stage {
        Stage::EarlyWarning => text!("reporting-stage-early-warning"),
        Stage::Notification => text!("reporting-stage-notification"),
        Stage::FinalReport => text!("reporting-stage-final-report"),
        Stage::IntermediateReport => text!("reporting-stage-intermediate-report"),
        Stage::Users => text!("reporting-stage-users"),
    }
}

/// How a clock stands at this instant.
pub(super) fn clock_says(clock: &ClockStanding, now: Timestamp) -> (Tone, Text) {
    match (clock.submitted_at, clock.due_at, clock.starts_at) {
        (Some(at), Some(due_at), _) if at > due_at => {
            (Tone::Bad, text!("overview-clock-met-late", at = instant(at)))
        }
        (Some(at), ..) => (Tone::Good, text!("overview-clock-met", at = instant(at))),
        _ if clock.given_before => (Tone::Good, text!("overview-clock-given-before")),
        (None, Some(due_at), _) => left(due_at, now),
        (None, None, Some(_)) => (Tone::Open, text!("overview-clock-without-delay")),
        (None, None, None) => (Tone::Plain, text!("overview-clock-not-started")),
    }
}

/// How long it is until a clock ends, or since it ended; its last instant still counts.
pub(super) fn left(due_at: Timestamp, now: Timestamp) -> (Tone, Text) {
    let minutes = due_at.duration_since(now).as_mins();
    if due_at < now {
        (Tone::Bad, text!("overview-clock-late", time = span(-minutes)))
    } else {
        (Tone::Open, text!("overview-clock-left", time = span(minutes)))
    }
}

fn span(minutes: i64) -> Text {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, minutes / 60) {
        (0, 0) => text!("overview-minutes", minutes = rest.to_string()),
        (0, _) => text!("overview-hours", hours = hours.to_string(), minutes = rest.to_string()),
        _ => text!("overview-days", days = days.to_string(), hours = hours.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_in_the_largest_units_that_matter() {
        let now: Timestamp = "2028-02-01T09:00:00Z".parse().unwrap();
        let says = |due: &str| {
            let (tone, says) = left(due.parse().unwrap(), now);
            (tone, says.to_string())
        };
        assert_eq!(says("2028-02-01T09:00:00Z"), (Tone::Open, "0 min left".into()));
        assert_eq!(says("2028-02-01T12:20:30Z"), (Tone::Open, "3 h 20 min left".into()));
        assert_eq!(says("2028-02-03T11:00:00Z"), (Tone::Open, "2 d 2 h left".into()));
        assert_eq!(says("2028-02-01T08:10:00Z"), (Tone::Bad, "overdue by 50 min".into()));
    }
}
