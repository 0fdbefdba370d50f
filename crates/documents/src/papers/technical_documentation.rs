//! Annex VII: the technical documentation (Article 31), point by point in its order.

use proofmark_facts::ProductKind;
use proofmark_law::Citation;
use proofmark_text::{Text, text};

use super::declaration::{artefacts, declaration, is_signed};
use super::gap::{filled, missing};
use super::inputs::{IssuedPaper, PaperInputs};
use super::making::making;
use super::masthead::{begin, document_id, finish, section};
use super::pairs::Pairs;
use super::point::{files, letter, point};
use super::user_information::user_information;
use super::{annex_i_matrix, beyond_annex_vii, day, file, standards};
use crate::{Block, Callout, Document, Inline, List, Section, Table};

/// Writes the technical documentation: each point filled from the dossier, or marked with what would fill it.
pub fn technical_documentation(inputs: &PaperInputs<'_>) -> Document {
    let mut paper = begin(inputs, "technical-documentation", &text!("papers-technical-documentation"))
        .subtitle(text!("papers-regulation").to_string())
        .with_contents();
    if !inputs.gate.may_be_placed {
        let says = Inline::from(text!("papers-gate-closed-see-findings")).plain(" ");
        let cites = Citation::annex("I").part("I").point("2").letter("a").to_string();
        paper = paper.lead(Callout::warning(says.cites(cites)));
    }
    for section in
        [description, making, risks, support, solutions, tests, copy_of_declaration, bill_of_materials]
    {
        paper = paper.section(section(inputs));
    }
    for (index, section) in beyond_annex_vii::sections(inputs).into_iter().enumerate() {
        paper = paper.section(section.number((index + 9).to_string()));
    }
    finish(paper, Some(text!("papers-complete")))
}

fn description(inputs: &PaperInputs<'_>) -> Section {
    let product = &inputs.dossier.product;
    let purpose: Block = match filled(product.intended_purpose.as_deref()) {
        Some(purpose) => purpose.into(),
        None => missing(text!("papers-missing-purpose"), "product.intended_purpose").into(),
    };
    section(&text!("papers-technical-description"), point("1"))
        .number("1")
        .section(letter("1", "a", &text!("papers-intended-purpose")).block(purpose))
        .section(versions(inputs))
        .section(hardware(inputs))
        .section(users(inputs))
}

fn versions(inputs: &PaperInputs<'_>) -> Section {
    let (product, release) = (&inputs.dossier.product, &inputs.dossier.release);
    let placed_on = release.placed_on_the_market_on.map(|placed_on| placed_on.to_string());
    let pairs = Pairs::new().say(&text!("papers-version"), Inline::new().code(release.version.clone())).ask(
        &text!("papers-placed-on"),
        placed_on.as_deref(),
        "release.placed_on_the_market_on",
    );
    let section = letter("1", "b", &text!("papers-technical-versions")).block(pairs);
    let runs_software = matches!(
        product.kind,
        ProductKind::Software | ProductKind::SourceCode | ProductKind::HardwareWithSoftware
    );
    if !release.artefacts.is_empty() {
        section.block(artefacts(&release.artefacts))
    } else if runs_software {
        section.block(missing(text!("papers-missing-artefacts"), "release.artefacts"))
    } else {
        section
    }
}

fn hardware(inputs: &PaperInputs<'_>) -> Section {
    let product = &inputs.dossier.product;
    let section = letter("1", "c", &text!("papers-technical-illustrations"));
    if matches!(product.kind, ProductKind::Hardware | ProductKind::HardwareWithSoftware) {
        let gap = text!("papers-missing-illustrations");
        section.block(files(inputs, &product.illustrations, gap, "product.illustrations"))
    } else {
        section.block(text!("papers-technical-no-hardware"))
    }
}

fn users(inputs: &PaperInputs<'_>) -> Section {
    let lacks = user_information(inputs).missing().len();
    let id = document_id(inputs, "user-information");
    let section = letter("1", "d", &text!("papers-technical-users")).block(text!(
        "papers-technical-see-paper",
        id = &id,
        file = "user-information"
    ));
    match lacks {
        0 => section,
        count => section.block(Callout::missing(text!("papers-technical-users-lack", count = count))),
    }
}

fn risks(inputs: &PaperInputs<'_>) -> Section {
    let assessment = &inputs.dossier.risk_assessment;
    let document = match filled(assessment.document.as_deref()) {
        Some(path) => file::file(inputs, path),
        None => super::gap::mark("risk_assessment.document"),
    };
    let reviewed_on = assessment.reviewed_on.map(|day| day.to_string());
    let mut section = section(&text!("papers-technical-risks"), point("3")).number("3").block(
        Pairs::new()
            .say(&text!("papers-risk-document"), document)
            .ask(&text!("papers-risk-reviewed-on"), reviewed_on.as_deref(), "risk_assessment.reviewed_on")
            .ask(&text!("papers-risk-owner"), assessment.owner.as_deref(), "risk_assessment.owner"),
    );
    let covers = [
        (assessment.covers_use, text!("papers-covers-use"), "risk_assessment.covers_use"),
        (
            assessment.covers_conditions,
            text!("papers-covers-conditions"),
            "risk_assessment.covers_conditions",
        ),
        (assessment.covers_time_in_use, text!("papers-covers-time"), "risk_assessment.covers_time_in_use"),
    ];
    let covered: List = covers.iter().filter(|(holds, ..)| *holds).map(|(_, says, _)| says.clone()).collect();
    if !covered.items.is_empty() {
        section = section.block(text!("papers-risk-covers")).block(covered);
    }
    for (_, says, path) in covers.iter().filter(|(holds, ..)| !*holds) {
        let what = text!("papers-missing-covers", what = says);
        section = section.block(missing(what, path));
    }
    let heading = |title: &Text, part: &'static str| {
        Section::new(title.to_string()).cites(Citation::annex("I").part(part).to_string())
    };
    section
        .section(
            heading(&text!("papers-technical-part-i"), "I")
                .number("3.1")
                .block(annex_i_matrix::part_i(inputs)),
        )
        .section(
            heading(&text!("papers-technical-part-ii"), "II")
                .number("3.2")
                .block(annex_i_matrix::part_ii(inputs)),
        )
}

fn support(inputs: &PaperInputs<'_>) -> Section {
    let support = &inputs.dossier.support_period;
    let ends_on = match support.ends_on {
        Some(ends_on) => Inline::from(day::in_words(ends_on)),
        None => super::gap::mark("support_period.ends_on"),
    };
    let years = support.expected_use_years.map(|years| text!("papers-years", count = years).to_string());
    let mut pairs = Pairs::new().say(&text!("papers-support-ends"), ends_on);
    if let Some(length) = support_length(inputs) {
        pairs = pairs.say(&text!("papers-support-length"), length);
    }
    pairs = pairs
        .ask(&text!("papers-expected-use"), years.as_deref(), "support_period.expected_use_years")
        .ask(&text!("papers-support-rationale"), support.rationale.as_deref(), "support_period.rationale");
    let record = match filled(support.record.as_deref()) {
        Some(path) => file::file(inputs, path),
        None => super::gap::mark("support_period.record"),
    };
    let mut section = section(&text!("papers-technical-support"), point("4"))
        .number("4")
        .cites(Citation::article(13).paragraph(8).to_string())
        .block(pairs.say(&text!("papers-support-record"), record));
    for minimum in &inputs.state.minimum_support_periods {
        let says = text!(
            "papers-support-minimum",
            act = &minimum.act,
            products = &minimum.products,
            years = minimum.years,
        );
        section = section.block(Callout::note(says));
    }
    section
}

/// From placing on the market to the end, in full years and months.
fn support_length(inputs: &PaperInputs<'_>) -> Option<Inline> {
    let placed_on = inputs.dossier.release.placed_on_the_market_on?;
    let ends_on = inputs.dossier.support_period.ends_on.filter(|ends_on| *ends_on > placed_on)?;
    let span = placed_on.until((jiff::Unit::Year, ends_on)).ok()?;
    let says = text!(
        "papers-years-and-months",
        years = span.get_years().to_string(),
        months = span.get_months().to_string(),
        placed_on = placed_on.to_string(),
    );
    Some(says.into())
}

fn solutions(inputs: &PaperInputs<'_>) -> Section {
    let section = section(&text!("papers-technical-standards"), point("5")).number("5");
    match standards::table(inputs) {
        Some(table) => section.block(table).block(text!("papers-technical-solutions-beside")),
        None => section.block(text!("papers-technical-no-standards")),
    }
}

fn tests(inputs: &PaperInputs<'_>) -> Section {
    let reports = &inputs.dossier.technical_documentation.test_reports;
    let section = section(&text!("papers-technical-tests"), point("6")).number("6");
    if reports.is_empty() {
        let what = text!("papers-missing-tests");
        return section.block(missing(what, "technical_documentation.test_reports"));
    }
    let mut table = Table::new()
        .names(text!("papers-column-report").to_string(), 5)
        .column(text!("papers-column-shows").to_string(), 5)
        .column(text!("papers-column-carried-out-on").to_string(), 2);
    for (index, report) in reports.iter().enumerate() {
        let path = |field: &str| format!("technical_documentation.test_reports[{index}].{field}");
        let carried_out_on = report.carried_out_on.map(|day| day.to_string());
        table = table.row([
            file::cell(inputs, std::slice::from_ref(&report.document)),
            super::gap::stated(report.shows.as_deref(), &path("shows")),
            super::gap::stated(carried_out_on.as_deref(), &path("carried_out_on")),
        ]);
    }
    section.block(table)
}

fn copy_of_declaration(inputs: &PaperInputs<'_>) -> Section {
    let mut id = document_id(inputs, "declaration");
    if let Some(issued) = &inputs.issued {
        id = format!("{id}-{}", issued.revision);
    }
    let section = section(&text!("papers-technical-declaration"), point("7")).number("7").block(text!(
        "papers-technical-see-paper",
        id = &id,
        file = "eu-declaration-of-conformity"
    ));
    if let Some(IssuedPaper { revision, issued_on, agrees }) = &inputs.issued {
        let on = issued_on.to_string();
        let section = section.block(text!("issuing-paper-issued", issued_on = on, revision = *revision));
        return match agrees {
            true => section,
            false => section.block(Callout::warning(text!("issuing-paper-overtaken"))),
        };
    }
    if is_signed(inputs) {
        return section;
    }
    let status = declaration(inputs).status.unwrap_or_default();
    section.block(Callout::missing(text!("papers-technical-declaration-not-signed", status = status)))
}

fn bill_of_materials(inputs: &PaperInputs<'_>) -> Section {
    let section = section(&text!("papers-technical-sbom"), point("8")).number("8");
    let Some(sbom) = &inputs.sbom else {
        // The gap is marked in point 2(b), which asks for it in any case, and counts once.
        return section.block(text!("papers-technical-no-sbom"));
    };
    section
        .block(
            Pairs::new()
                .say(&text!("papers-format"), sbom.format.as_str())
                .say(&text!("papers-components"), sbom.components.to_string())
                .say(&text!("papers-direct-dependencies"), sbom.top_level.len().to_string()),
        )
        .block(file::digests([(sbom.name.as_str(), &sbom.sha256)]))
        .block(text!("papers-technical-sbom-on-request"))
}
