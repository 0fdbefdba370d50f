//! Annex II: the information and instructions that go with the product, written for those who use it (Article 13(18)).

use proofmark_law::Citation;
use proofmark_text::{Text, text};

use super::day::{in_words, month_and_year};
use super::gap::{address, filled, mark, missing, stated};
use super::inputs::PaperInputs;
use super::masthead::{begin, finish, section};
use super::pairs::Pairs;
use crate::{Block, Callout, Document, Inline, List, Section};

/// Writes the user information; the end of the support period comes first, because users decide by it.
pub fn user_information(inputs: &PaperInputs<'_>) -> Document {
    let mut paper = begin(inputs, "user-information", &text!("papers-user-information"))
        .subtitle(text!("papers-user-information-of", product = &inputs.dossier.product.name).to_string());
    if let Some(ends_on) = inputs.dossier.support_period.ends_on {
        let until = text!("papers-user-supported-until", month = month_and_year(ends_on).to_string());
        let more = text!("papers-user-supported-why");
        paper = paper.lead(Callout::note(Inline::new().strong(until.to_string())).paragraph(more));
    }
    for section in [
        manufacturer,
        vulnerabilities,
        identification,
        purpose,
        circumstances,
        declaration,
        support,
        instructions,
        components,
    ] {
        paper = paper.section(section(inputs));
    }
    finish(paper, None)
}

const fn point(number: &'static str) -> Citation {
    Citation::annex("II").point(number)
}

fn manufacturer(inputs: &PaperInputs<'_>) -> Section {
    let operator = &inputs.dossier.operator;
    let pairs = Pairs::new()
        .say(&text!("papers-manufacturer"), operator.name.as_str())
        .may(&text!("papers-trademark"), operator.trademark.as_deref())
        .ask(&text!("papers-postal-address"), operator.postal_address.as_deref(), "operator.postal_address")
        .ask(&text!("papers-email"), operator.email.as_deref(), "operator.email")
        .may(&text!("papers-website"), operator.website.as_deref());
    section(&text!("papers-user-manufacturer"), point("1")).number("1").block(pairs)
}

fn vulnerabilities(inputs: &PaperInputs<'_>) -> Section {
    let contact = &inputs.dossier.contact;
    let pairs = Pairs::new()
        .ask(
            &text!("papers-user-report-to"),
            contact.vulnerability_reports.as_deref(),
            "contact.vulnerability_reports",
        )
        .ask(
            &text!("papers-user-single-point"),
            contact.single_point_of_contact.as_deref(),
            "contact.single_point_of_contact",
        )
        .ask(
            &text!("papers-user-disclosure-policy"),
            contact.disclosure_policy.as_deref(),
            "contact.disclosure_policy",
        )
        .may(&text!("papers-user-advisories"), contact.advisories.as_deref());
    section(&text!("papers-user-vulnerabilities"), point("2"))
        .number("2")
        .block(text!("papers-user-vulnerabilities-lead"))
        .block(pairs)
}

fn identification(inputs: &PaperInputs<'_>) -> Section {
    let product = &inputs.dossier.product;
    let mut pairs = Pairs::new()
        .say(&text!("papers-name"), product.name.as_str())
        .ask(&text!("papers-type"), product.type_designation.as_deref(), "product.type_designation")
        .say(&text!("papers-version"), Inline::new().code(inputs.dossier.release.version.clone()))
        .ask(&text!("papers-identified-by"), product.identified_by.as_deref(), "product.identified_by");
    if !product.variants.is_empty() {
        let names: Vec<&str> = product.variants.iter().map(|variant| variant.name.as_str()).collect();
        pairs = pairs.say(&text!("papers-variants"), names.join(", "));
    }
    section(&text!("papers-user-identification"), point("3")).number("3").block(pairs)
}

fn purpose(inputs: &PaperInputs<'_>) -> Section {
    let product = &inputs.dossier.product;
    let pairs = Pairs::new()
        .ask(
            &text!("papers-intended-purpose"),
            product.intended_purpose.as_deref(),
            "product.intended_purpose",
        )
        .ask(
            &text!("papers-security-environment"),
            product.security_environment.as_deref(),
            "product.security_environment",
        );
    let mut section = section(&text!("papers-user-purpose"), point("4")).number("4").block(pairs);
    for (lead, gap, items, path) in [
        (
            text!("papers-user-functions-lead"),
            text!("papers-missing-functions"),
            &product.essential_functionalities,
            "product.essential_functionalities",
        ),
        (
            text!("papers-user-properties-lead"),
            text!("papers-missing-properties"),
            &product.security_properties,
            "product.security_properties",
        ),
    ] {
        section = listed(section, lead, gap, items, path);
    }
    section
}

fn circumstances(inputs: &PaperInputs<'_>) -> Section {
    let product = &inputs.dossier.product;
    let section = section(&text!("papers-user-circumstances"), point("5")).number("5");
    let mut section = listed(
        section,
        text!("papers-user-circumstances-lead"),
        text!("papers-missing-circumstances"),
        &product.risk_circumstances,
        "product.risk_circumstances",
    );
    if !product.foreseeable_misuse.is_empty() {
        section = section
            .block(text!("papers-user-misuse-lead"))
            .block(product.foreseeable_misuse.iter().collect::<List>());
    }
    section
}

fn listed(section: Section, lead: Text, gap: Text, items: &[String], path: &str) -> Section {
    if items.is_empty() {
        section.block(missing(gap, path))
    } else {
        section.block(lead).block(items.iter().collect::<List>())
    }
}

fn declaration(inputs: &PaperInputs<'_>) -> Section {
    let section = section(&text!("papers-user-declaration"), point("6")).number("6");
    match filled(inputs.dossier.conformity.declaration_at.as_deref()) {
        Some(at) => section.block(Pairs::new().say(&text!("papers-user-declaration-at"), address(at))),
        // Article 13(20): without an address the full text must come with the product.
        None => section.block(text!("papers-user-declaration-enclosed")),
    }
}

fn support(inputs: &PaperInputs<'_>) -> Section {
    let support = &inputs.dossier.support_period;
    let ends_on = match support.ends_on {
        Some(ends_on) => Inline::new().strong(in_words(ends_on).to_string()),
        None => mark("support_period.ends_on"),
    };
    let pairs = Pairs::new().say(&text!("papers-user-support-ends"), ends_on).ask(
        &text!("papers-user-support-offers"),
        support.offers.as_deref(),
        "support_period.offers",
    );
    section(&text!("papers-user-support"), point("7"))
        .number("7")
        .block(pairs)
        .block(text!("papers-user-support-means"))
}

/// Point 8, and the gap of each of its letters.
fn instructions(inputs: &PaperInputs<'_>) -> Section {
    let given = &inputs.dossier.instructions;
    let lettered = |letter: &'static str, title: &Text, words: Option<&str>, path: &str| {
        let cites = point("8").letter(letter);
        section(title, cites).number(format!("8({letter})")).block(stated(words, path))
    };
    let mut all = section(&text!("papers-user-instructions"), point("8")).number("8");
    if !given.languages.is_empty() {
        all = all.block(Pairs::new().say(&text!("papers-user-languages"), given.languages.join(", ")));
    }
    all.section(lettered(
        "a",
        &text!("papers-user-commissioning"),
        given.commissioning.as_deref(),
        "instructions.commissioning",
    ))
    .section(lettered("b", &text!("papers-user-changes"), given.changes.as_deref(), "instructions.changes"))
    .section(lettered("c", &text!("papers-user-updates"), given.updates.as_deref(), "instructions.updates"))
    .section(lettered(
        "d",
        &text!("papers-user-decommissioning"),
        given.decommissioning.as_deref(),
        "instructions.decommissioning",
    ))
    .section(
        section(&text!("papers-user-updates-off"), point("8").letter("e"))
            .number("8(e)")
            .block(updates_off(inputs)),
    )
    .section(
        section(&text!("papers-user-integration"), point("8").letter("f"))
            .number("8(f)")
            .block(integration(inputs)),
    )
}

/// Where security updates themselves do not apply, there are no automatic ones to switch off.
fn updates_off(inputs: &PaperInputs<'_>) -> Block {
    let words = inputs.dossier.instructions.automatic_updates_off.as_deref();
    let decided = inputs.dossier.requirements.iter().find(|decision| decision.requirement == "I.2.c");
    let applies = decided.is_none_or(|decision| decision.applies);
    if filled(words).is_none() && !applies {
        text!("papers-user-no-updates").into()
    } else {
        stated(words, "instructions.automatic_updates_off").into()
    }
}

/// Asked only of products that are intended for integration into others.
fn integration(inputs: &PaperInputs<'_>) -> Inline {
    match filled(inputs.dossier.instructions.integration.as_deref()) {
        Some(words) => address(words),
        None => text!("papers-user-no-integration").into(),
    }
}

fn components(inputs: &PaperInputs<'_>) -> Section {
    let section = section(&text!("papers-user-sbom"), point("9")).number("9");
    match filled(inputs.dossier.instructions.sbom_at.as_deref()) {
        Some(at) => section.block(Pairs::new().say(&text!("papers-user-sbom-at"), address(at))),
        None => section.block(text!("papers-user-sbom-not-offered")),
    }
}
