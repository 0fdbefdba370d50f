//! `proofmark sbom check`: how good a bill of materials is, against the law and against guidelines.

use proofmark_actions::{ActionError, judge_list};
use proofmark_law::{CheckOutcome, Guideline, GuidelineAnswer, Tier};

use crate::cli::Format;
use crate::directory::read_file;
use crate::exit::Exit;
use crate::sbom_cli::SbomCheckArgs;
use crate::session::{Session, show_problems};
use crate::show::{self, Page};

/// How many places are told of each check where not all are asked for.
const EXAMPLES: usize = 3;

/// Judges the list, and answers for the guideline that is asked about.
pub(crate) fn check(args: &SbomCheckArgs, session: &Session) -> Result<Exit, ActionError> {
    let file = args.file.display().to_string();
    let bytes = read_file(&args.file)?;
    let report = judge_list(&file, &bytes, if args.all { usize::MAX } else { EXAMPLES })?;
    if !session.quiet {
        show_problems(&report.notices);
        show_problems(report.schema.as_ref().map_or(&[][..], |schema| &schema.faults));
    }
    match session.format {
        Format::Json => session.print_json(&report),
        Format::Text => {
            let mut page = Page::new();
            show::sbom_check(&mut page, &report, args.all);
            session.print(&page.to_string());
        }
    }
    let breaks = report.schema.as_ref().is_some_and(|schema| !schema.faults.is_empty());
    if args.strict && breaks {
        return Ok(Exit::No);
    }
    let asked = Guideline::from(args.against);
    let found = report.judgement.guidelines.iter().find(|answer| answer.guideline == asked);
    Ok(found.map_or(Exit::Undecided, answer))
}

/// Met is a yes; lacking anything required is a no; where nothing is lacking and something cannot be told, nobody knows.
fn answer(found: &GuidelineAnswer) -> Exit {
    let mut required = found.checks.iter().filter(|check| check.tier == Tier::Required);
    match (found.met, required.any(|check| check.outcome == CheckOutcome::NotMet)) {
        (true, _) => Exit::Yes,
        (false, true) => Exit::No,
        (false, false) => Exit::Undecided,
    }
}
