//! What standards say to the requirements of Annex I, as a table, and what it is not worth.

use proofmark_law::{MappingRow, StandardsMapping};
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of, strong};

/// The widths of the columns before the last one; the clauses take the rest.
const STANDARD: usize = 15;
const RELATION: usize = 8;
const CONFIDENCE: usize = 7;
const ORIGIN: usize = 14;
/// What stands before a row and between two columns.
const INDENT: usize = 2;
const BEFORE_CLAUSES: usize = INDENT + STANDARD + RELATION + CONFIDENCE + ORIGIN + 4;

/// The rows, grouped by requirement, between the caution and the key to editions and origins.
pub(crate) fn standards_mapping(page: &mut Page, mapping: &StandardsMapping, rows: &[&MappingRow]) {
    let caution = text!("neighbours-map-caution").to_string();
    page.title(&text!("neighbours-map-title").to_string(), &mapping.read_on.to_string());
    page.paragraph(&in_colour_of(Mark::Open, &caution));
    let mut requirement = "";
    for row in rows {
        if row.requirement != requirement {
            requirement = &row.requirement;
            page.heading(requirement, asks(requirement));
            header(page);
        }
        table_row(page, mapping, row);
    }
    page.heading(&text!("neighbours-map-editions").to_string(), "");
    for standard in &mapping.standards {
        if rows.iter().any(|row| row.standard == standard.name) {
            let name = strong(&standard.name);
            page.marked(Mark::Plain, &format!("{name} {}: {}", standard.edition, dim(&standard.note)));
        }
    }
    page.heading(&text!("neighbours-map-origins").to_string(), "");
    for origin in &mapping.origins {
        if rows.iter().any(|row| row.origin == origin.id) {
            page.marked(Mark::Plain, &format!("{}: {}", strong(&origin.short), dim(&origin.says)));
        }
    }
}

/// What the register says the requirement asks.
fn asks(requirement: &str) -> &'static str {
    proofmark_law::obligation(requirement).map_or("", |obligation| obligation.asks)
}

fn header(page: &mut Page) {
    let words = [
        text!("neighbours-map-standard").to_string(),
        text!("neighbours-map-relation").to_string(),
        text!("neighbours-map-confidence").to_string(),
        text!("neighbours-map-origin").to_string(),
    ];
    let clauses = text!("neighbours-map-clauses").to_string();
    page.raw(&dim(&line([&words[0], &words[1], &words[2], &words[3]], &clauses)));
}

fn table_row(page: &mut Page, mapping: &StandardsMapping, row: &MappingRow) {
    let origin = mapping.origin(&row.origin).map_or(row.origin.as_str(), |origin| origin.short.as_str());
    let cells = [row.standard.as_str(), &row.relation.to_string(), &row.confidence.to_string(), origin];
    let room = page.width().saturating_sub(BEFORE_CLAUSES).max(8);
    let clauses = if row.clauses.is_empty() { "-".to_owned() } else { row.clauses.join(", ") };
    let wrapped = clause_lines(&clauses, room);
    for (index, clauses) in wrapped.iter().enumerate() {
        let cells = if index == 0 { cells } else { [""; 4] };
        page.raw(&line(cells, clauses));
    }
    if let Some(note) = &row.note {
        page.below(&dim(note));
    }
}

/// Breaks between clauses only: `CR 1.1` stays on one line.
fn clause_lines(clauses: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for clause in clauses.split_inclusive(", ") {
        match lines.last_mut() {
            Some(last) if last.len() + clause.trim_end().len() <= room => last.push_str(clause),
            _ => lines.push(clause.to_owned()),
        }
    }
    lines
}

fn line(cells: [&str; 4], clauses: &str) -> String {
    let [standard, relation, confidence, origin] = cells;
    format!(
        "{:INDENT$}{standard:STANDARD$} {relation:RELATION$} {confidence:CONFIDENCE$} {origin:ORIGIN$} {}",
        "",
        clauses.trim_end(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_broken_between_and_never_within() {
        assert_eq!(clause_lines("CR 1.1, CR 1.2, CR 1.3", 15), ["CR 1.1, CR 1.2, ", "CR 1.3"]);
        assert_eq!(clause_lines("SUM-1", 3), ["SUM-1"]);
    }
}
