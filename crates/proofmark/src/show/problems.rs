//! Problems as a person reads them: the sentence, the place in their own file, underlined, and what to do.

use proofmark_facts::{Place, Problem, Weight};
use proofmark_formats::{ExcerptLine, excerpt};
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of, strong};

/// The source a problem's place is in, where it is text that was read.
pub(crate) type Sources<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// Every problem, then how many there are.
pub(crate) fn problems(page: &mut Page, problems: &[Problem], sources: Sources<'_>) {
    for problem in problems {
        one(page, problem, sources);
        page.blank();
    }
    let errors = problems.iter().filter(|problem| problem.weight == Weight::Error).count();
    let warnings = problems.len() - errors;
    page.paragraph(&text!("proofmark-problems", errors = errors, warnings = warnings).to_string());
}

fn one(page: &mut Page, problem: &Problem, sources: Sources<'_>) {
    let (mark, word) = match problem.weight {
        Weight::Error => (Mark::Bad, text!("proofmark-error").to_string()),
        Weight::Warning => (Mark::Open, text!("proofmark-warning").to_string()),
    };
    let head = format!("{}{}", in_colour_of(mark, &word), dim(&format!("[{}]", problem.says.id())));
    page.paragraph(&format!("{head}: {}", strong(&problem.says.to_string())));
    let place = place(&problem.place);
    if !place.is_empty() {
        page.raw(&format!("  {} {place}", dim("-->")));
    }
    if let (Some(file), Some(bytes)) = (&problem.place.file, &problem.place.bytes)
        && let Some(source) = sources(file)
    {
        // The gutter takes up to nine columns.
        let shown = excerpt(source, bytes, page.width().saturating_sub(9));
        for line in &shown.lines {
            underlined(page, line, mark);
        }
    }
    if let Some(hint) = problem.says.hint() {
        page.below(&format!("{} {hint}", strong(&text!("proofmark-hint").to_string())));
    }
}

fn underlined(page: &mut Page, line: &ExcerptLine, mark: Mark) {
    let bar = dim("|");
    page.raw(&format!("{:>6} {bar} {}", line.number, line.text));
    let gap = " ".repeat(line.underline.start);
    let carets = "^".repeat(line.underline.len());
    page.raw(&format!("       {bar} {gap}{}", in_colour_of(mark, &carets)));
}

/// `proofmark.toml:12:5`, with the path where a line is not known or says too little.
fn place(place: &Place) -> String {
    let file = place.file.as_deref().unwrap_or_default();
    let position = place.line_and_column.map(|(line, column)| format!(":{line}:{column}"));
    let path = match &place.path {
        Some(path) if !path.is_empty() => format!(" ({path})"),
        _ => String::new(),
    };
    format!("{file}{}{path}", position.unwrap_or_default()).trim().to_owned()
}
