//! Annex V: the EU declaration of conformity (Article 28).

use proofmark_facts::{AlsoGoverned, Artefact, Procedure, ProductKind, Signatory, Variant};
use proofmark_law::{Citation, act_name, calendar, module_duties};
use proofmark_text::{Text, text};

use super::gap::{filled, mark, missing, stated};
use super::inputs::PaperInputs;
use super::masthead::{begin, draft, section};
use super::obstacles::{obstacles, open_procedures};
use super::pairs::Pairs;
use super::{names, standards};
use crate::{Callout, Document, Inline, List, Quotation, Section, Signature, Table};

/// Other acts a declared property brings in, by the number their reference contains.
type OtherAct = (fn(&AlsoGoverned) -> Option<bool>, &'static str, &'static str);

const OTHER_ACTS: &[OtherAct] = &[
    (|also| also.radio_equipment, "2014/53", "Directive 2014/53/EU"),
    (|also| also.machinery, "2023/1230", "Regulation (EU) 2023/1230"),
    (|also| also.high_risk_ai_system, "2024/1689", "Regulation (EU) 2024/1689"),
    (|also| also.ehr_system, "2025/327", "Regulation (EU) 2025/327"),
];

/// Writes the declaration. It is a draft, and says so first, until nothing is missing, the procedure is completed
/// and open to the product, and the release gate is open.
pub fn declaration(inputs: &PaperInputs<'_>) -> Document {
    let mut paper = body(inputs);
    let lacks = paper.missing().len();
    let obstacles = obstacles(inputs);
    let signed_on = inputs.dossier.conformity.signatory.as_ref().and_then(|signatory| signatory.signed_on);
    let draft_only = lacks > 0 || !obstacles.is_empty();
    if draft_only {
        paper = paper.lead(warning(obstacles.clone(), lacks));
        warn_where_it_counts(&mut paper);
    }
    if signed_on.is_none() || draft_only {
        paper = paper.lead(languages(inputs));
    }
    if let Some(note) = before_application(inputs) {
        paper = paper.lead(note);
    }
    let status = match (lacks, obstacles.is_empty(), signed_on) {
        (0, true, Some(signed_on)) => {
            // A signed declaration is of the day it was signed, whenever it is printed.
            paper.date = signed_on;
            text!("papers-declaration-signed", signed_on = signed_on.to_string())
        }
        (0, true, None) => text!("papers-declaration-ready"),
        (0, false, _) => text!("papers-declaration-not-to-be-signed"),
        _ => draft(lacks),
    };
    paper.status(status.to_string())
}

/// The eight points of Annex V under their head, with neither status nor warning.
pub(super) fn body(inputs: &PaperInputs<'_>) -> Document {
    let mut paper = begin(inputs, "declaration", &text!("papers-declaration"))
        .subtitle(text!("papers-regulation").to_string());
    for section in [product, issuer, responsibility, object, conformity, references, procedure, signature] {
        paper = paper.section(section(inputs));
    }
    paper
}

/// Whether a declaration stands: it was issued and says what the dossier says; or, where none was issued, the dossier's is
/// complete, may be signed and was.
pub(super) fn is_signed(inputs: &PaperInputs<'_>) -> bool {
    if let Some(issued) = &inputs.issued {
        return issued.agrees;
    }
    let signatory = inputs.dossier.conformity.signatory.as_ref();
    let signed = signatory.is_some_and(|signatory| signatory.signed_on.is_some());
    signed && obstacles(inputs).is_empty() && declaration(inputs).missing().is_empty()
}

fn warning(obstacles: Vec<Text>, lacks: usize) -> Callout {
    let mut callout =
        Callout::warning(Inline::new().strong(text!("papers-declaration-must-not-be-signed").to_string()));
    for obstacle in obstacles {
        callout = callout.paragraph(obstacle);
    }
    if lacks > 0 {
        callout = callout.paragraph(text!("papers-obstacle-missing", count = lacks));
    }
    callout
}

/// Article 71(2): what is placed on the market earlier needs no declaration under this Regulation.
fn before_application(inputs: &PaperInputs<'_>) -> Option<Callout> {
    let applies_from = calendar::FULL_APPLICATION;
    let placed_on = inputs.dossier.release.placed_on_the_market_on.filter(|on| *on < applies_from)?;
    let says = text!(
        "papers-declaration-before-application",
        placed_on = placed_on.to_string(),
        applies_from = applies_from.to_string(),
    );
    let cites = Citation::article(71).paragraph(2).to_string();
    Some(Callout::note(Inline::from(says).plain(" ").cites(cites)))
}

/// Pages get separated: where conformity is stated and where it is signed the warning stands again.
fn warn_where_it_counts(paper: &mut Document) {
    for section in &mut paper.sections {
        let says = match section.number.as_deref() {
            Some("5") => text!("papers-declaration-not-shown"),
            Some("8") => text!("papers-declaration-do-not-sign"),
            _ => continue,
        };
        section.blocks.insert(0, Callout::warning(says).into());
    }
}

/// Article 28(2): the declaration is made available in the languages the Member State requires.
fn languages(inputs: &PaperInputs<'_>) -> Callout {
    let states: Vec<String> = inputs.dossier.release.member_states.iter().map(ToString::to_string).collect();
    let says = if states.is_empty() {
        text!("papers-declaration-languages-unknown")
    } else {
        text!("papers-declaration-languages", states = states.join(", "))
    };
    let mut words = Inline::from(says).plain(" ");
    words = words.cites(Citation::article(28).paragraph(2).to_string());
    Callout::note(words)
}

const fn point(number: &'static str) -> Citation {
    Citation::annex("V").point(number)
}

fn product(inputs: &PaperInputs<'_>) -> Section {
    let product = &inputs.dossier.product;
    let pairs = Pairs::new()
        .say(&text!("papers-name"), product.name.as_str())
        .ask(&text!("papers-type"), product.type_designation.as_deref(), "product.type_designation")
        .say(&text!("papers-version"), Inline::new().code(inputs.dossier.release.version.clone()))
        .ask(&text!("papers-identified-by"), product.identified_by.as_deref(), "product.identified_by");
    section(&text!("papers-declaration-product"), point("1")).number("1").block(pairs)
}

fn issuer(inputs: &PaperInputs<'_>) -> Section {
    let operator = &inputs.dossier.operator;
    let mut pairs = Pairs::new()
        .say(&text!("papers-manufacturer"), operator.name.as_str())
        .may(&text!("papers-trademark"), operator.trademark.as_deref())
        .ask(&text!("papers-postal-address"), operator.postal_address.as_deref(), "operator.postal_address");
    if let Some(representative) = &operator.authorised_representative {
        pairs = pairs.say(&text!("papers-authorised-representative"), representative.name.as_str()).ask(
            &text!("papers-representative-address"),
            representative.postal_address.as_deref(),
            "operator.authorised_representative.postal_address",
        );
    }
    section(&text!("papers-declaration-issuer"), point("2")).number("2").block(pairs)
}

fn responsibility(inputs: &PaperInputs<'_>) -> Section {
    let says = text!("papers-declaration-sole-responsibility", name = &inputs.dossier.operator.name);
    section(&text!("papers-declaration-responsibility"), point("3")).number("3").block(Quotation::new(says))
}

fn object(inputs: &PaperInputs<'_>) -> Section {
    let (product, release) = (&inputs.dossier.product, &inputs.dossier.release);
    let says = text!("papers-declaration-object-is", product = &product.name, version = &release.version);
    let mut object =
        section(&text!("papers-declaration-object"), point("4")).number("4").block(Inline::from(says));
    if !product.variants.is_empty() {
        object = object.block(variants(&product.variants));
    }
    if !release.artefacts.is_empty() {
        object = object.block(artefacts(&release.artefacts));
    } else if matches!(
        product.kind,
        ProductKind::Software | ProductKind::SourceCode | ProductKind::HardwareWithSoftware
    ) {
        object = object.block(missing(text!("papers-missing-artefacts"), "release.artefacts"));
    }
    object
}

fn variants(variants: &[Variant]) -> Table {
    let mut table = Table::new()
        .caption(text!("papers-variants").to_string())
        .names(text!("papers-column-variant").to_string(), 3)
        .column(text!("papers-column-differs-in").to_string(), 7);
    for (index, variant) in variants.iter().enumerate() {
        let differs = stated(variant.differs_in.as_deref(), &format!("product.variants[{index}].differs_in"));
        table = table.row([Inline::from(&variant.name), differs]);
    }
    table
}

/// What is shipped, each file by its digest, so that the object can be traced.
pub(super) fn artefacts(artefacts: &[Artefact]) -> Table {
    let mut table = Table::new()
        .caption(text!("papers-artefacts").to_string())
        .names(text!("papers-column-file").to_string(), 3)
        .column(text!("papers-column-sha256").to_string(), 7);
    for (index, artefact) in artefacts.iter().enumerate() {
        let digest = match &artefact.sha256 {
            Some(digest) => Inline::new().code(digest.to_string()),
            None => mark(&format!("release.artefacts[{index}].sha256")),
        };
        table = table.row([Inline::new().code(artefact.name.clone()), digest]);
    }
    table
}

fn conformity(inputs: &PaperInputs<'_>) -> Section {
    let (conformity, also) = (&inputs.dossier.conformity, &inputs.dossier.scope.also);
    let acts = std::iter::once(text!("papers-regulation").to_string())
        .chain(conformity.other_legislation.iter().cloned());
    let mut section = section(&text!("papers-declaration-conformity"), point("5"))
        .number("5")
        .cites(Citation::article(28).paragraph(3).to_string())
        .block(Quotation::new(text!("papers-declaration-conforms")))
        .block(acts.collect::<List>())
        .block(text!("papers-declaration-annex-i-shown"));
    if also.high_risk_ai_system == Some(true) {
        let says = Inline::from(text!("papers-declaration-artificial-intelligence")).plain(" ");
        section = section.block(says.cites(Citation::article(12).paragraph(1).to_string()));
    }
    for (applies, number, reference) in OTHER_ACTS {
        let listed = conformity.other_legislation.iter().any(|act| act.contains(number));
        if applies(also) == Some(true) && !listed {
            let what = text!("papers-missing-other-act", act = act_name(reference));
            section = section.block(missing(what, "conformity.other_legislation"));
        }
    }
    section
}

fn references(inputs: &PaperInputs<'_>) -> Section {
    let mut section = section(&text!("papers-declaration-references"), point("6")).number("6");
    let certified = inputs.dossier.conformity.procedure == Some(Procedure::Certification);
    section = match standards::table(inputs) {
        Some(table) => section.block(table),
        None if certified => section,
        None => section.block(text!("papers-declaration-no-references")),
    };
    if certified {
        section = section.block(certificate(inputs, Pairs::new()));
    }
    section
}

fn certificate(inputs: &PaperInputs<'_>, pairs: Pairs) -> Pairs {
    let body = inputs.dossier.conformity.notified_body.as_ref();
    let certificate = body.and_then(|body| body.certificate.as_deref());
    pairs.ask(&text!("papers-certificate"), certificate, "conformity.notified_body.certificate")
}

fn procedure(inputs: &PaperInputs<'_>) -> Section {
    let conformity = &inputs.dossier.conformity;
    let mut section = section(&text!("papers-declaration-procedure"), point("7")).number("7");
    let Some(procedure) = conformity.procedure else {
        let what = text!("papers-missing-procedure", open = open_procedures(inputs));
        return section.block(missing(what, "conformity.procedure"));
    };
    let named = Inline::from(names::procedure(procedure))
        .plain(", ")
        .cites(module_duties(procedure).cites.to_string());
    let completed_on = conformity.completed_on.map(|day| day.to_string());
    let mut pairs = Pairs::new().say(&text!("papers-procedure"), named).ask(
        &text!("papers-completed-on"),
        completed_on.as_deref(),
        "conformity.completed_on",
    );
    if matches!(procedure, Procedure::TypeExamination | Procedure::FullQualityAssurance) {
        let body = conformity.notified_body.as_ref();
        let name = body.map(|body| body.name.as_str());
        let number = body.map(|body| body.number.as_str());
        pairs = pairs.ask(&text!("papers-notified-body"), name, "conformity.notified_body.name").ask(
            &text!("papers-notified-body-number"),
            number,
            "conformity.notified_body.number",
        );
        section = section.block(certificate(inputs, pairs));
    } else {
        section = section.block(pairs).block(text!("papers-declaration-no-notified-body"));
    }
    section
}

fn signature(inputs: &PaperInputs<'_>) -> Section {
    let (operator, conformity) = (&inputs.dossier.operator, &inputs.dossier.conformity);
    let mut pairs = Pairs::new().ask(
        &text!("papers-ce-marking"),
        conformity.ce_marking_on.as_deref(),
        "conformity.ce_marking_on",
    );
    if let (Some(Procedure::FullQualityAssurance), Some(body)) =
        (conformity.procedure, &conformity.notified_body)
    {
        // Article 30(4): the number follows the marking only where the body is involved in production control.
        pairs = pairs.say(&text!("papers-number-beside-ce-marking"), body.number.as_str());
    }
    let mut section = section(&text!("papers-declaration-signature"), point("8")).number("8").block(pairs);
    let Some(signatory) = &conformity.signatory else {
        let on_behalf_of = text!("papers-signed-for", name = &operator.name).to_string();
        let what = text!("papers-missing-signatory");
        return section
            .block(missing(what, "conformity.signatory"))
            .block(Signature::new().on_behalf_of(on_behalf_of));
    };
    let asked = [
        (
            filled(signatory.function.as_deref()),
            text!("papers-missing-function"),
            "conformity.signatory.function",
        ),
        (filled(signatory.place.as_deref()), text!("papers-missing-place"), "conformity.signatory.place"),
    ];
    for (value, what, path) in asked {
        if value.is_none() {
            section = section.block(missing(what, path));
        }
    }
    section.block(signature_of(signatory, &text!("papers-signed-for", name = &operator.name)))
}

fn signature_of(signatory: &Signatory, on_behalf_of: &Text) -> Signature {
    Signature {
        on_behalf_of: Some(on_behalf_of.to_string()),
        place: signatory.place.clone(),
        date: signatory.signed_on,
        name: Some(signatory.name.clone()),
        function: signatory.function.clone(),
    }
}
