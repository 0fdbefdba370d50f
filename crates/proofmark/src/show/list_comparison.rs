//! Two component lists beside each other: in a terminal, and as text for release notes.

use std::fmt::Write as _;

use proofmark_actions::{ComponentTurn, DepthTurn, KnownTurn, ListComparison, Listed, StatedTurn};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim};

/// How many entries of a list are shown unless all are asked for.
const SHOWN: usize = 20;

/// The comparison as a page; `all` shows every entry that was kept.
pub(crate) fn list_comparison(page: &mut Page, told: &ListComparison, all: bool) {
    page.title(&format!("{} → {}", told.earlier.file, told.newer.file), &told.newer.format);
    let (before, now) = (told.earlier.components, told.newer.components);
    page.below(&dim(&text!("quality-diff-counts", before = before, now = now).to_string()));
    let shown = if all { usize::MAX } else { SHOWN };
    for (says, lines) in sections(told) {
        if lines.count == 0 {
            continue;
        }
        page.heading(&says.to_string(), &lines.count.to_string());
        for (mark, line) in lines.items.iter().take(shown) {
            page.marked(*mark, line);
        }
        page.rest(usize::try_from(lines.count).unwrap_or(usize::MAX), shown.min(lines.items.len()));
    }
    page.blank();
    page.paragraph(&dim(&ending(told).to_string()));
}

/// The comparison as Markdown for release notes: what a user of the product wants to know, in a few lines each.
pub(crate) fn release_notes(told: &ListComparison) -> String {
    let mut notes = format!("## {}\n", plain(&text!("quality-notes-title").to_string()));
    let mut nothing = true;
    for (says, lines) in sections(told) {
        if lines.count == 0 {
            continue;
        }
        nothing = false;
        let _ = write!(notes, "\n### {} ({})\n\n", plain(&says.to_string()), lines.count);
        for (_, line) in &lines.items {
            let _ = writeln!(notes, "- {}", plain(line));
        }
        let more = lines.count.saturating_sub(lines.items.len() as u64);
        if more > 0 {
            let _ = writeln!(notes, "- {}", text!("quality-notes-more", count = more));
        }
    }
    if nothing {
        let _ = write!(notes, "\n{}\n", text!("quality-diff-nothing"));
    }
    let _ = write!(notes, "\n{}\n", plain(&ending(told).to_string()));
    notes
}

type Lines = Listed<(Mark, String)>;

/// What became of what is known first, then of the components.
fn sections(told: &ListComparison) -> Vec<(Text, Lines)> {
    let mut sections = Vec::new();
    if let Some(known) = &told.known {
        sections.push((text!("quality-diff-appeared"), lines(&known.appeared, Mark::Bad, known_line)));
        sections.push((text!("quality-diff-disappeared"), lines(&known.disappeared, Mark::Good, known_line)));
    }
    let of = &told.components;
    sections.extend([
        (text!("pictures-added"), lines(&of.added, Mark::Plain, component_line)),
        (text!("pictures-removed"), lines(&of.removed, Mark::Plain, component_line)),
        (text!("pictures-upgraded"), lines(&of.upgraded, Mark::Plain, component_line)),
        (text!("pictures-downgraded"), lines(&of.downgraded, Mark::Open, component_line)),
        (text!("pictures-otherwise"), lines(&of.otherwise, Mark::Plain, component_line)),
        (text!("pictures-nearer-or-farther"), lines(&of.moved, Mark::Plain, depth_line)),
        (text!("pictures-relicensed"), lines(&of.relicensed, Mark::Open, stated_line)),
        (text!("pictures-resupplied"), lines(&of.resupplied, Mark::Open, stated_line)),
    ]);
    sections
}

fn lines<T>(list: &Listed<T>, mark: Mark, line: impl Fn(&T) -> String) -> Lines {
    Listed { count: list.count, items: list.items.iter().map(|item| (mark, line(item))).collect() }
}

fn known_line(turn: &KnownTurn) -> String {
    let mut line = format!("{} {}", turn.vulnerability, turn.component);
    if let Some(score) = turn.score {
        let _ = write!(line, " ({score:.1})");
    }
    let further = [
        turn.exploited.then(|| text!("quality-diff-exploited")),
        match turn.because {
            "component-gone" => Some(text!("pictures-gone-component")),
            "other-version" => Some(text!("pictures-gone-version")),
            _ => None,
        },
        (turn.because.is_empty() && !turn.fixed_in.is_empty())
            .then(|| text!("quality-diff-fixed-in", versions = turn.fixed_in.join(", "))),
    ];
    for words in further.into_iter().flatten() {
        let _ = write!(line, "; {words}");
    }
    line
}

fn component_line(turn: &ComponentTurn) -> String {
    let versions = match (turn.from.as_slice(), turn.to.as_slice()) {
        ([], to) => to.join(", "),
        (from, []) => from.join(", "),
        (from, to) => format!("{} → {}", from.join(", "), to.join(", ")),
    };
    let direct = if turn.direct { format!(" [{}]", text!("pictures-direct")) } else { String::new() };
    format!("{} {versions}{direct}", turn.package)
}

fn depth_line(turn: &DepthTurn) -> String {
    let steps = |steps: Option<u32>| match steps {
        None => text!("quality-diff-loose").to_string(),
        Some(1) => text!("pictures-direct").to_string(),
        Some(steps) => text!("quality-diff-steps", count = steps).to_string(),
    };
    format!("{}: {} → {}", turn.package, steps(turn.from), steps(turn.to))
}

fn stated_line(turn: &StatedTurn) -> String {
    format!("{}: {} → {}", turn.package, turn.from.join(", "), turn.to.join(", "))
}

/// What was asked, and what the comparison does not say.
fn ending(told: &ListComparison) -> Text {
    match &told.known {
        None => text!("quality-diff-not-asked"),
        Some(known) => {
            let as_of = known.as_of.map_or_else(|| "?".to_owned(), |at| at.strftime("%Y-%m-%d").to_string());
            text!("quality-diff-asked", as_of = as_of, stayed = known.stayed, unchecked = known.unchecked)
        }
    }
}

/// Words of strangers as Markdown shows them: none of their signs is markup, and none steers who reads.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for sign in super::without_controls(words).chars() {
        if matches!(
            sign,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' | '@'
        ) {
            plain.push('\\');
        }
        plain.push(sign);
    }
    plain
}
