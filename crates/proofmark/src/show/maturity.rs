//! The three steps as a person reads them in a terminal.

use proofmark_actions::MaturityReport;
use proofmark_law::{AreaStanding, Rhythm, Urgency};
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of, strong};

/// How many first steps are shown.
const STEPS: usize = 7;

/// How many reasons an area shows, and how many missing things a step.
const REASONS: usize = 2;

/// Where it stands, what first, how to embed it; with `all`, nothing is left out.
pub(crate) fn maturity(page: &mut Page, report: &MaturityReport, all: bool) {
    page.title(&format!("{} {}", report.product, report.release), &report.as_of.to_string());
    page.paragraph(&dim(&report.operator));
    if let Some(caution) = &report.maturity.caution {
        page.marked(Mark::Open, &caution.to_string());
    }
    page.heading(&format!("1. {}", text!("teaching-stands")), "");
    for area in &report.maturity.stands {
        one_area(page, area, all);
    }
    first(page, report, all);
    embed(page, report);
    page.blank();
    page.paragraph(&dim(&text!("proofmark-no-legal-advice").to_string()));
}

fn one_area(page: &mut Page, area: &AreaStanding, all: bool) {
    let asked = area.met + area.open + area.late;
    let (mark, says) = match (asked, area.late, area.open) {
        (0, ..) => (Mark::Plain, text!("teaching-nothing-asked")),
        (_, 0, 0) => (Mark::Good, text!("teaching-counts", met = area.met, all = asked)),
        (_, 0, _) => (Mark::Open, text!("teaching-counts", met = area.met, all = asked)),
        (_, late, _) => (Mark::Bad, text!("teaching-counts-late", met = area.met, all = asked, late = late)),
    };
    page.marked(mark, &format!("{}: {says}", strong(&area.area.name().to_string())));
    for reason in area.reasons.iter().take(if all { usize::MAX } else { REASONS }) {
        page.below(&dim(&reason.to_string()));
    }
}

fn first(page: &mut Page, report: &MaturityReport, all: bool) {
    page.heading(&format!("2. {}", text!("teaching-first")), "");
    let steps = &report.maturity.first;
    if steps.is_empty() {
        page.marked(Mark::Good, &text!("teaching-first-nothing").to_string());
    }
    let shown = if all { usize::MAX } else { STEPS };
    for (number, step) in (1..).zip(steps.iter().take(shown)) {
        let word = match step.urgency {
            Urgency::BindsAlready => in_colour_of(Mark::Bad, &text!("teaching-urgency-binds").to_string()),
            Urgency::Late => in_colour_of(Mark::Bad, &text!("teaching-urgency-late").to_string()),
            Urgency::BlocksTheRelease => {
                in_colour_of(Mark::Open, &text!("teaching-urgency-blocks").to_string())
            }
            Urgency::Due => in_colour_of(Mark::Plain, &text!("teaching-urgency-due").to_string()),
        };
        page.numbered(number, &format!("{word} {}", strong(&step.says.to_string())));
        for missing in step.missing.iter().take(if all { usize::MAX } else { REASONS }) {
            page.below_numbered(&missing.to_string());
        }
        if let Some(by) = step.by {
            let says = text!("proofmark-step-closes", count = step.closes.len(), by = by.to_string());
            page.below_numbered(&dim(&says.to_string()));
        }
    }
    page.rest(steps.len(), shown);
}

fn embed(page: &mut Page, report: &MaturityReport) {
    page.heading(&format!("3. {}", text!("teaching-embed")), "");
    let routines = &report.maturity.embed;
    if routines.is_empty() {
        page.marked(Mark::Plain, &text!("teaching-embed-nothing").to_string());
    }
    for rhythm in Rhythm::ALL {
        let of_rhythm = routines.iter().filter(|routine| routine.rhythm == rhythm);
        for (number, routine) in of_rhythm.enumerate() {
            if number == 0 {
                page.marked(Mark::Plain, &strong(&rhythm.name().to_string()));
            }
            let serves = match routine.serves {
                [] => String::new(),
                ids => format!(", {}", text!("teaching-serves", ids = ids.join(", "))),
            };
            page.below(&format!("{} {}", routine.does, dim(&format!("({}{serves})", routine.cites))));
        }
    }
}
