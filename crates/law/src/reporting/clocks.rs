//! Article 14(2), (4), (6) and (8): the clocks of one case. Each has its own anchor.

use jiff::Timestamp;
use proofmark_facts::{Country, DeclaredCase, Measure, MeasureKind, Stage, Stream};
use proofmark_text::{Text, text};

use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::asked::CaseAt;
use crate::reporting::clock::{Clock, ClockState, running, state_at};
use crate::reporting::period::{Deadline, Period};
use crate::source::{I, P, S, Source};

/// The rows and citations of a stream's three stages.
struct Rows {
    early_warning: (&'static str, Citation),
    notification: (&'static str, Citation),
    final_report: (&'static str, Citation),
}

const VULNERABILITY: Rows = Rows {
    early_warning: ("CLK-A1", Citation::article(14).paragraph(2).point("a")),
    notification: ("CLK-A2", Citation::article(14).paragraph(2).point("b")),
    final_report: ("CLK-A3", Citation::article(14).paragraph(2).point("c")),
};

const INCIDENT: Rows = Rows {
    early_warning: ("CLK-S1", Citation::article(14).paragraph(4).point("a")),
    notification: ("CLK-S2", Citation::article(14).paragraph(4).point("b")),
    final_report: ("CLK-S3", Citation::article(14).paragraph(4).point("c")),
};

/// Where the law asks for a stage of a case of this stream.
pub fn stage_citation(stream: Stream, stage: Stage) -> Citation {
    let rows = if stream == Stream::Vulnerability { &VULNERABILITY } else { &INCIDENT };
    match stage {
        Stage::EarlyWarning => rows.early_warning.1,
        Stage::Notification => rows.notification.1,
        Stage::FinalReport => rows.final_report.1,
        Stage::IntermediateReport => Citation::article(14).paragraph(6),
        Stage::Users => Citation::article(14).paragraph(8),
    }
}

/// The clocks of a case with this awareness and this coordinator, judged at an instant, whatever else is known of it.
pub fn clocks_of(
    case: &DeclaredCase,
    aware_at: Option<Timestamp>,
    coordinator: Option<Country>,
    now: Timestamp,
) -> Vec<Clock> {
    clocks(&CaseAt { case, index: 0, now }, aware_at, coordinator)
}

/// Every clock of a case that is, or may turn out to be, mandatory.
pub(crate) fn clocks(
    asked: &CaseAt<'_>,
    aware_at: Option<Timestamp>,
    coordinator: Option<Country>,
) -> Vec<Clock> {
    let sent = &asked.case.sent;
    let is_vulnerability = asked.case.stream == Stream::Vulnerability;
    let rows = if is_vulnerability { &VULNERABILITY } else { &INCIDENT };
    let run = Run { asked, coordinator };
    let (row, cites) = rows.early_warning;
    let early = run.clock(
        of(row, Stage::EarlyWarning, cites),
        Period::Hours(24),
        aware_at.ok_or_else(|| text!("reporting-clock-not-aware")),
        sent.early_warning_at,
    );
    let (row, cites) = rows.notification;
    let mut notification = run.clock(
        of(row, Stage::Notification, cites),
        Period::Hours(72),
        aware_at.ok_or_else(|| text!("reporting-clock-not-aware")),
        sent.notification_at,
    );
    // The platform counts from the early warning, which is not what the law does.
    let counter = Reason::new(text!("reporting-platform-counter"), Source::new("SRP-09", &[S]), cites);
    notification.reasons.push(counter);
    let (row, cites) = rows.final_report;
    let last = if is_vulnerability {
        run.vulnerability_report(of(row, Stage::FinalReport, cites), aware_at)
    } else {
        run.incident_report(of(row, Stage::FinalReport, cites))
    };
    let mut clocks = vec![early, notification, last];
    clocks.extend(run.intermediate());
    clocks.push(run.users(aware_at));
    clocks
}

/// A clock that has not been wound yet.
fn of(row: &'static str, stage: Stage, cites: Citation) -> (Clock, Citation) {
    let not_aware = ClockState::NotStarted { because: text!("reporting-clock-not-aware") };
    (Clock { row, stage, state: not_aware, starts_at: None, deadline: None, reasons: Vec::new() }, cites)
}

struct Run<'a> {
    asked: &'a CaseAt<'a>,
    coordinator: Option<Country>,
}

impl Run<'_> {
    /// Runs a clock from its start, or says why it has none.
    fn clock(
        &self,
        (mut clock, cites): (Clock, Citation),
        period: Period,
        starts_at: Result<Timestamp, Text>,
        submitted_at: Option<Timestamp>,
    ) -> Clock {
        let source = Source::new(clock.row, &[P]);
        let submitted_at = self.asked.by_now(submitted_at);
        clock.reasons.push(Reason::new(asks(clock.row), source, cites));
        let given = &self.asked.case.sent.information_already_given;
        match starts_at {
            Err(because) => {
                // Submitted is submitted, whether or not a clock demanded it.
                clock.state = submitted_at.map_or(ClockState::NotStarted { because }, |submitted_at| {
                    ClockState::Met { submitted_at }
                });
            }
            Ok(starts_at) => {
                let (deadline, state) =
                    running(period, starts_at, self.coordinator, submitted_at, self.asked.now);
                clock.starts_at = Some(starts_at);
                clock.deadline = Some(deadline);
                clock.state = state;
            }
        }
        // The early warning cannot be skipped: nothing comes before it.
        let may_skip = matches!(clock.stage, Stage::Notification | Stage::FinalReport);
        if may_skip && submitted_at.is_none() && given.contains(&clock.stage) {
            clock.state = ClockState::Skippable { because: text!("reporting-clock-given") };
            let reason = Reason::new(text!("reporting-clock-given"), source, cites);
            clock.reasons.push(reason.on(self.asked.path("sent.information_already_given")));
        }
        clock
    }

    /// Article 14(2)(c): fourteen days from the first measure, of whatever kind.
    fn vulnerability_report(&self, of: (Clock, Citation), aware_at: Option<Timestamp>) -> Clock {
        let available: Vec<(usize, &Measure)> = self
            .asked
            .case
            .measures
            .iter()
            .enumerate()
            .filter(|(_, measure)| measure.available_at <= self.asked.now)
            .collect();
        let first = available.iter().min_by_key(|(_, measure)| measure.available_at);
        let starts_at = match (first, aware_at) {
            (None, _) => Err(text!("reporting-clock-no-measure")),
            (_, None) => Err(text!("reporting-clock-not-aware")),
            (Some((_, measure)), Some(aware_at)) => Ok(measure.available_at.max(aware_at)),
        };
        let submitted_at = self.asked.case.sent.final_report_at;
        let mut clock = self.clock(of, Period::Days(14), starts_at, submitted_at);
        let source = Source::new("OPN-06", &[I]);
        let cites = VULNERABILITY.final_report.1;
        if let Some((index, measure)) = first {
            let path = self.asked.path(&format!("measures[{index}]"));
            if measure.kind != Some(MeasureKind::Patch) {
                let reason = Reason::new(text!("reporting-measure-not-final"), source, cites);
                clock.reasons.push(reason.on(format!("{path}.kind")));
            }
            if aware_at.is_some_and(|aware_at| measure.available_at < aware_at) {
                let reason = Reason::new(text!("reporting-measure-before-awareness"), source, cites);
                clock.reasons.push(reason.on(format!("{path}.available_at")));
            }
        }
        clock
    }

    /// Article 14(4)(c): one month from submitting the notification, not from its deadline nor from awareness.
    fn incident_report(&self, of: (Clock, Citation)) -> Clock {
        let sent = &self.asked.case.sent;
        let notified_at = self.asked.by_now(sent.notification_at);
        // Where the early warning held everything, it is the notification; that reading is the earlier one.
        let given = sent.information_already_given.contains(&Stage::Notification);
        let with_warning = self.asked.by_now(sent.early_warning_at).filter(|_| given);
        let starts_at = notified_at.or(with_warning);
        let mut clock = self.clock(
            of,
            Period::Month,
            starts_at.ok_or_else(|| text!("reporting-clock-not-notified")),
            sent.final_report_at,
        );
        if notified_at.is_none() && with_warning.is_some() {
            let source = Source::new("CLK-S3", &[P]);
            let says = text!("reporting-month-from-warning");
            let reason = Reason::new(says, source, INCIDENT.final_report.1);
            let reason = reason.for_review(text!("reporting-review-month"));
            clock.reasons.push(reason.on(self.asked.path("sent.information_already_given")));
        }
        clock
    }

    /// Article 14(6): only where the coordinator asks, by the day it names.
    fn intermediate(&self) -> Option<Clock> {
        let sent = &self.asked.case.sent;
        let asked_at = self.asked.by_now(sent.intermediate_requested_at)?;
        let cites = Citation::article(14).paragraph(6);
        let (mut clock, _) = of("CLK-X1", Stage::IntermediateReport, cites);
        let submitted_at = self.asked.by_now(sent.intermediate_report_at);
        clock.starts_at = Some(asked_at);
        clock.reasons.push(Reason::new(asks("CLK-X1"), Source::new("CLK-X1", &[P]), cites));
        clock.state = match (sent.intermediate_due_at, submitted_at) {
            (Some(due_at), submitted_at) => {
                clock.deadline = Some(Deadline { due_at, strict: due_at, legal_outer: None });
                state_at(due_at, submitted_at, self.asked.now)
            }
            (None, Some(submitted_at)) => ClockState::Met { submitted_at },
            (None, None) => ClockState::OwedWithoutDelay { since: asked_at },
        };
        Some(clock)
    }

    /// Article 14(8): users, without fixed hours.
    fn users(&self, aware_at: Option<Timestamp>) -> Clock {
        let cites = Citation::article(14).paragraph(8);
        let (mut clock, _) = of("CLK-X2", Stage::Users, cites);
        clock.starts_at = aware_at;
        clock.reasons.push(Reason::new(asks("CLK-X2"), Source::new("CLK-X2", &[P]), cites));
        match (self.asked.by_now(self.asked.case.sent.users_informed_at), aware_at) {
            (Some(submitted_at), _) => clock.state = ClockState::Met { submitted_at },
            (None, Some(since)) => clock.state = ClockState::OwedWithoutDelay { since },
            (None, None) => {}
        }
        clock
    }
}

/// What a clock asks for, in a sentence.
fn asks(row: &str) -> Text {
    match row {
        "CLK-A1" => text!("reporting-asks-a1"),
        "CLK-A2" => text!("reporting-asks-a2"),
        "CLK-A3" => text!("reporting-asks-a3"),
        "CLK-S1" => text!("reporting-asks-s1"),
        "CLK-S2" => text!("reporting-asks-s2"),
        "CLK-S3" => text!("reporting-asks-s3"),
        "CLK-X1" => text!("reporting-asks-x1"),
        _ => text!("reporting-asks-x2"),
    }
}
