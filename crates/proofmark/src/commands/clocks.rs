//! `proofmark clocks`: the arithmetic of Article 14 alone, for people who have no time for a dossier.

use proofmark_actions::ActionError;
use proofmark_facts::{DeclaredCase, Measure, Place, Problem, Sent};
use proofmark_law::calendar::REPORTING;
use proofmark_law::clocks_of;
use proofmark_text::text;

use crate::cli::{ClocksArgs, Format};
use crate::clock_report::ClockReport;
use crate::exit::Exit;
use crate::session::Session;
use crate::show::{self, Page};

/// Counts and shows the clocks. Nothing is read or kept.
pub(crate) fn clocks(args: &ClocksArgs, session: &Session) -> Result<Exit, ActionError> {
    let stream = args.stream.into();
    let judged_at = args.at.unwrap_or(session.now);
    if args.aware > judged_at {
        let place = Place::at("--aware");
        let says = text!("reporting-aware-in-the-future", aware = args.aware.to_string());
        return Err(ActionError::Refused(vec![Problem::error(place, says)]));
    }
    let sent = [
        ("--early-warning-submitted", args.early_warning_submitted),
        ("--notification-submitted", args.notification_submitted),
        ("--final-report-submitted", args.final_report_submitted),
    ];
    let before = sent.iter().filter(|(_, at)| at.is_some_and(|at| at < args.aware));
    let problems: Vec<Problem> = before
        .map(|(option, _)| {
            let says = text!("reporting-sent-before-aware", option = *option, aware = args.aware.to_string());
            Problem::error(Place::at(*option), says)
        })
        .collect();
    if !problems.is_empty() {
        return Err(ActionError::Refused(problems));
    }
    if args.aware.to_zoned(jiff::tz::TimeZone::UTC).date() < REPORTING {
        session.say(&text!("reporting-before-article-14", from = REPORTING.to_string()));
    }
    let mut case = DeclaredCase::new("", stream);
    case.sent = Sent {
        early_warning_at: args.early_warning_submitted,
        notification_at: args.notification_submitted,
        final_report_at: args.final_report_submitted,
        ..Sent::default()
    };
    let measure = |available_at| Measure { available_at, kind: None, details: None };
    case.measures = args.measure_available.into_iter().map(measure).collect();
    let mut clocks = clocks_of(&case, Some(args.aware), args.coordinator, judged_at);
    // There is no dossier whose facts could be named.
    for reason in clocks.iter_mut().flat_map(|clock| &mut clock.reasons) {
        reason.fact = None;
    }
    let report =
        ClockReport { stream, aware_at: args.aware, coordinator: args.coordinator, judged_at, clocks };
    match session.format {
        Format::Json => session.print_json(&report),
        Format::Text => {
            let mut page = Page::new();
            show::clocks(&mut page, &report);
            session.print(&page.to_string());
        }
    }
    Ok(Exit::Yes)
}
