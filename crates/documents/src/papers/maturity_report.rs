//! The three steps as a paper: where a product stands, what comes first, how it stays that way.

use jiff::civil::Date;
use proofmark_facts::{Dossier, slug};
use proofmark_law::{AreaStanding, FirstStep, Maturity, Rhythm, Urgency};
use proofmark_text::{Language, Text, text};

use crate::{Callout, Document, Inline, List, Section, Table};

/// How many steps the paper names; the rest is counted.
const STEPS: usize = 20;

/// Writes the report for a dossier, as of the day handed in.
pub fn maturity_report(dossier: &Dossier, day: Date, maturity: &Maturity) -> Document {
    let (product, release) = (&dossier.product, &dossier.release);
    let id = format!("{}-{}-maturity", slug(&product.name, ""), slug(&release.version, ".+_~"));
    let subject = text!("papers-product-and-version", product = &product.name, version = &release.version);
    let title = text!("teaching-maturity-title").to_string();
    let document = Document::new(id, title, Language::English.tag(), day)
        .subtitle(text!("papers-regulation").to_string())
        .subject(subject.to_string())
        .author(dossier.operator.name.clone())
        .lead(text!("teaching-maturity-lead"))
        .lead(Callout::note(text!("papers-no-legal-advice")));
    let document = match &maturity.caution {
        Some(caution) => document.lead(Callout::warning(caution.clone())),
        None => document,
    };
    document
        .section(stands(&maturity.stands))
        .section(first(&maturity.first))
        .section(embed(maturity))
        .numbered()
}

fn stands(areas: &[AreaStanding]) -> Section {
    let mut table = Table::new()
        .column(text!("teaching-column-area").to_string(), 6)
        .column(text!("teaching-column-stands").to_string(), 4)
        .column(text!("teaching-column-missing").to_string(), 10);
    for area in areas {
        let mut why = Inline::new();
        for reason in &area.reasons {
            if !why.is_empty() {
                why = why.plain("\n");
            }
            why.runs.extend(Inline::from(reason.clone()).runs);
        }
        table = table.row([Inline::from(area.area.name()), counts(area).into(), why]);
    }
    Section::new(text!("teaching-stands").to_string()).block(text!("teaching-stands-lead")).block(table)
}

fn counts(area: &AreaStanding) -> Text {
    let all = area.met + area.open + area.late;
    match (all, area.late) {
        (0, _) => text!("teaching-nothing-asked"),
        (all, 0) => text!("teaching-counts", met = area.met, all = all),
        (all, late) => text!("teaching-counts-late", met = area.met, all = all, late = late),
    }
}

fn first(steps: &[FirstStep]) -> Section {
    let section = Section::new(text!("teaching-first").to_string()).block(text!("teaching-first-lead"));
    if steps.is_empty() {
        return section.block(text!("teaching-first-nothing"));
    }
    let mut list = List::numbered();
    for step in steps.iter().take(STEPS) {
        let by =
            step.by.map(|by| text!("teaching-first-by", by = by.to_string()).to_string()).unwrap_or_default();
        let closes =
            if step.closes.is_empty() { String::new() } else { format!(" ({})", step.closes.join(", ")) };
        let words = Inline::new().strong(urgency(step.urgency).to_string()).plain(" ");
        list = list.item(words.plain(format!("{} {by}{closes}", step.says)));
    }
    let section = section.block(list);
    match steps.len().checked_sub(STEPS).filter(|more| *more > 0) {
        Some(more) => section.block(text!("teaching-first-more", count = more)),
        None => section,
    }
}

fn urgency(urgency: Urgency) -> Text {
    match urgency {
        Urgency::BindsAlready => text!("teaching-urgency-binds"),
        Urgency::Late => text!("teaching-urgency-late"),
        Urgency::BlocksTheRelease => text!("teaching-urgency-blocks"),
        Urgency::Due => text!("teaching-urgency-due"),
    }
}

fn embed(maturity: &Maturity) -> Section {
    let mut section = Section::new(text!("teaching-embed").to_string());
    if maturity.embed.is_empty() {
        return section.block(text!("teaching-embed-nothing"));
    }
    section = section.block(text!("teaching-embed-lead"));
    for rhythm in Rhythm::ALL {
        let mut list = List::bullets();
        for routine in maturity.embed.iter().filter(|routine| routine.rhythm == rhythm) {
            let serves = if routine.serves.is_empty() {
                String::new()
            } else {
                format!(" · {}", routine.serves.join(", "))
            };
            list = list
                .item(Inline::from(routine.does).plain(" ").cites(routine.cites.to_string()).plain(serves));
        }
        if maturity.embed.iter().any(|routine| routine.rhythm == rhythm) {
            section = section.section(Section::new(rhythm.name().to_string()).block(list));
        }
    }
    section
}
