//! `proofmark csaf check`: whether documents of CSAF 2.0 are valid, by the official schema and the tests of the standard.

use proofmark_actions::{ActionError, CsafCheckReport, judge_advisory};
use proofmark_formats::{CsafOutcome, CsafTier};
use proofmark_text::text;

use crate::cli::Format;
use crate::csaf_cli::{CsafCheckArgs, CsafCommand};
use crate::directory::read_file;
use crate::exit::Exit;
use crate::session::{Session, insist, show_problems};
use crate::show::{self, Page};

/// How many places are told of each test where not all are asked for.
const EXAMPLES: usize = 3;

/// Does it.
pub(crate) fn csaf(command: &CsafCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        CsafCommand::Check(args) => check(args, session),
    }
}

/// Judges every document; one that cannot be judged keeps none of the others from it.
fn check(args: &CsafCheckArgs, session: &Session) -> Result<Exit, ActionError> {
    let places = if args.all { usize::MAX } else { EXAMPLES };
    let (mut reports, mut unread) = (Vec::new(), 0_usize);
    for file in &args.files {
        let name = file.display().to_string();
        match judge_advisory(&name, &read_file(file)?, places) {
            Ok(report) => reports.push(report),
            Err(ActionError::Refused(problems)) => {
                show_problems(&problems);
                unread += 1;
            }
            Err(error) => return Err(error),
        }
    }
    match session.format {
        Format::Json => session.print_json(&reports),
        Format::Text if reports.is_empty() => {}
        Format::Text => {
            let mut page = Page::new();
            for report in &reports {
                show::csaf_check(&mut page, report, args.all);
            }
            session.print(&page.to_string());
        }
    }
    if unread > 0 {
        insist(&text!("csaf-check-unread", count = unread));
        return Ok(Exit::Refused);
    }
    Ok(answer(&reports))
}

/// A finding anywhere is a no; where nothing was found and something could not be decided, nobody knows.
fn answer(reports: &[CsafCheckReport]) -> Exit {
    let is_broken = |report: &CsafCheckReport| {
        let mut mandatory = report.judgement.tests.iter().filter(|test| test.tier == CsafTier::Mandatory);
        report.judgement.schema_count > 0 || mandatory.any(|test| test.outcome == CsafOutcome::Failed)
    };
    match (reports.iter().all(|report| report.judgement.is_valid), reports.iter().any(is_broken)) {
        (true, _) => Exit::Yes,
        (false, true) => Exit::No,
        (false, false) => Exit::Undecided,
    }
}
