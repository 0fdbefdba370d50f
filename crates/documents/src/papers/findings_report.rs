//! The findings of a release: what is known about its components, what was decided, and the gate's answer
//! (Annex I Part I(2)(a), Part II(2)).

use proofmark_facts::{DecisionStatus, Finding, Triage, VexStatus};
use proofmark_law::{Citation, ScopeOutcome};
use proofmark_text::{Text, text};

use super::file;
use super::finding_row::{decided_by, lapsed, row};
use super::gap::{missing, prose};
use super::inputs::{PaperInputs, VulnerabilityData};
use super::masthead::{begin, finish, section};
use super::pairs::Pairs;
use crate::{Callout, Document, Inline, List, Section, Table};

const KNOWN_EXPLOITABLE: Citation = Citation::annex("I").part("I").point("2").letter("a");

/// Writes the report; what still needs a decision comes before what has one.
pub fn findings_report(inputs: &PaperInputs<'_>) -> Document {
    let exploited = inputs.findings.iter().any(|finding| finding.vulnerability.exploited.is_some());
    let mut paper = begin(inputs, "findings", &text!("papers-findings"))
        .subtitle(text!("papers-findings-of", version = &inputs.dossier.release.version).to_string())
        .section(gate(inputs))
        .section(basis(inputs));
    for (title, group) in GROUPS {
        let of_group = |finding: &&Finding| group_of(inputs, finding) == *group;
        let members: Vec<&Finding> = inputs.findings.iter().filter(of_group).collect();
        if !members.is_empty() {
            paper = paper.section(group_section(&title(), members, inputs));
        }
    }
    // Without data or components nothing was found because nothing was asked; then the gap says so.
    if inputs.findings.is_empty() && inputs.vulnerability_data.is_some() && inputs.sbom.is_some() {
        let none = Section::new(text!("papers-findings-none").to_string());
        paper = paper.section(none.block(text!("papers-findings-none-means")));
    }
    if inputs.sbom.is_some() {
        paper = paper.section(unchecked(inputs));
    }
    if exploited {
        paper = paper.lead(Callout::note(text!("papers-exploited-somewhere")));
    }
    let complete = if inputs.gate.may_be_placed {
        text!("papers-findings-complete", day = inputs.day.to_string())
    } else {
        text!("papers-findings-gate-closed", day = inputs.day.to_string())
    };
    finish(paper, Some(complete)).numbered()
}

/// How findings are gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Open,
    Affected,
    Accepted,
    Fixed,
    NotAffected,
    WrongMatch,
}

/// A group with its heading.
type Titled = (fn() -> Text, Group);

const GROUPS: &[Titled] = &[
    (|| text!("papers-findings-open"), Group::Open),
    (|| text!("papers-findings-affected"), Group::Affected),
    (|| text!("papers-findings-fixed"), Group::Fixed),
    (|| text!("papers-findings-accepted"), Group::Accepted),
    (|| text!("papers-findings-not-affected"), Group::NotAffected),
    (|| text!("triage-paper-wrong-match"), Group::WrongMatch),
];

/// A decision that has lapsed no longer speaks for its finding.
fn group_of(inputs: &PaperInputs<'_>, finding: &Finding) -> Group {
    let Some(decision) = finding.decision.as_ref().filter(|decision| !lapsed(inputs, decision)) else {
        return match finding.triage.as_ref().and_then(Triage::status) {
            Some(VexStatus::NotAffected) => Group::NotAffected,
            Some(VexStatus::Fixed) => Group::Fixed,
            Some(VexStatus::Affected | VexStatus::UnderInvestigation) | None => Group::Open,
        };
    };
    match decision.status {
        DecisionStatus::UnderInvestigation => Group::Open,
        DecisionStatus::Affected if decision.risk_accepted => Group::Accepted,
        DecisionStatus::Affected => Group::Affected,
        DecisionStatus::Fixed => Group::Fixed,
        DecisionStatus::NotAffected => Group::NotAffected,
        DecisionStatus::WrongMatch => Group::WrongMatch,
    }
}

/// Whether the Regulation leaves the product alone, so that it cannot forbid its release either.
fn is_not_asked(scope: &ScopeOutcome) -> bool {
    matches!(scope, ScopeOutcome::Out | ScopeOutcome::NotOnTheMarket | ScopeOutcome::AllowedWithoutConformity)
}

fn gate(inputs: &PaperInputs<'_>) -> Section {
    let (open, says) = if inputs.gate.may_be_placed {
        (true, text!("papers-gate-open"))
    } else if is_not_asked(&inputs.verdict.scope.outcome) {
        (true, text!("papers-gate-not-asked"))
    } else {
        (false, text!("papers-gate-closed"))
    };
    let words = Inline::new().strong(says.to_string());
    let callout = if open { Callout::note(words) } else { Callout::warning(words) };
    let mut section = section(&text!("papers-findings-gate"), KNOWN_EXPLOITABLE).block(callout);
    if !inputs.gate.lines.is_empty() {
        section = section.block(inputs.gate.lines.iter().cloned().collect::<List>());
    }
    section
}

fn basis(inputs: &PaperInputs<'_>) -> Section {
    let mut section = Section::new(text!("papers-findings-basis").to_string());
    match &inputs.sbom {
        Some(sbom) => {
            let pairs = Pairs::new()
                .say(&text!("papers-format"), sbom.format.as_str())
                .say(&text!("papers-components"), sbom.components.to_string());
            section = section.block(file::digests([(sbom.name.as_str(), &sbom.sha256)])).block(pairs);
        }
        None => section = section.block(missing(text!("papers-missing-sbom"), "release.sbom")),
    }
    match &inputs.vulnerability_data {
        Some(data) if data.sources.is_empty() => section.block(data_pairs(data)),
        Some(data) => section.block(data_pairs(data)).block(sources(data)),
        None => section.block(Callout::missing(text!("papers-missing-vulnerability-data"))),
    }
}

fn data_pairs(data: &VulnerabilityData) -> Pairs {
    let as_of = match data.as_of {
        Some(day) => Inline::from(day.to_string()),
        None => text!("papers-not-dated").into(),
    };
    Pairs::new()
        .say(&text!("papers-data-as-of"), as_of)
        .say(&text!("papers-data-records"), grouped(data.records))
}

fn sources(data: &VulnerabilityData) -> Table {
    let mut table = Table::new()
        .names(text!("papers-column-source").to_string(), 5)
        .amounts(text!("papers-column-records").to_string(), 2)
        .column(text!("papers-data-as-of").to_string(), 3);
    for source in &data.sources {
        let as_of = source.as_of.map_or_else(|| text!("papers-not-dated").to_string(), |day| day.to_string());
        table = table.row([source.name.clone(), grouped(source.records), as_of]);
    }
    table
}

/// Thousands set apart by spaces that do not break (ISO 80000-1).
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

fn group_section(title: &Text, mut members: Vec<&Finding>, inputs: &PaperInputs<'_>) -> Section {
    members.sort_by(|one, other| {
        let rank = |finding: &Finding| {
            (finding.vulnerability.exploited.is_some(), finding.vulnerability.severity.rating)
        };
        rank(other).cmp(&rank(one)).then_with(|| one.vulnerability.id.cmp(&other.vulnerability.id))
    });
    let section = Section::new(title.to_string());
    let mut table = Table::new()
        .names(text!("papers-column-vulnerability").to_string(), 5)
        .column(text!("papers-column-severity").to_string(), 3)
        .column(text!("papers-column-what-and-where").to_string(), 7)
        .column(text!("papers-column-decision").to_string(), 8);
    for finding in members {
        table = table.row(row(inputs, finding));
    }
    section.block(table)
}

/// What no data speaks about is not clean: it is unknown, unless somebody checked it otherwise.
fn unchecked(inputs: &PaperInputs<'_>) -> Section {
    let section = section(&text!("papers-findings-unchecked"), Citation::article(13).paragraph(5));
    if inputs.unchecked.is_empty() {
        return section.block(text!("papers-none-here"));
    }
    let mut table = Table::new()
        .names(text!("papers-column-component").to_string(), 4)
        .column(text!("papers-column-why-unchecked").to_string(), 5)
        .column(text!("papers-column-checked-otherwise").to_string(), 6);
    for component in inputs.unchecked {
        let checked = inputs
            .dossier
            .checked_otherwise
            .iter()
            .find(|checked| covers(&checked.component, &component.component));
        let how = match checked {
            None => Inline::missing(text!("papers-not-checked-otherwise").to_string()),
            Some(checked) => {
                let mut words = prose(&checked.because);
                if let Some(by) = decided_by(checked.decided_by.as_deref(), checked.decided_on) {
                    words = words.plain("\n").emphasis(by.to_string());
                }
                words
            }
        };
        table = table.row([
            Inline::new().code(component.component.clone()),
            component.because.clone().into(),
            how,
        ]);
    }
    section.block(text!("papers-findings-unchecked-lead")).block(table)
}

/// A trailing `*` stands for any ending.
fn covers(written: &str, component: &str) -> bool {
    match written.strip_suffix('*') {
        Some(start) => component.starts_with(start),
        None => written == component,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1000, 312_004].map(grouped), ["0", "999", "1\u{a0}000", "312\u{a0}004"]);
    }

    #[test]
    fn a_trailing_star_stands_for_any_ending() {
        assert!(covers("pkg:generic/u-boot@*", "pkg:generic/u-boot@2025.10"));
        assert!(covers("busybox", "busybox") && !covers("busybox", "busybox-extras"));
    }
}
