//! What the Commission's guidance expects of the technical documentation beside the points of Annex VII.

use proofmark_law::{Citation, ClassOutcome, RemoteOutcome};
use proofmark_text::text;

use super::gap::{filled, mark, missing, stated};
use super::inputs::PaperInputs;
use super::masthead::section;
use super::obstacles::open_procedures;
use super::pairs::Pairs;
use super::{file, names, reasons};
use crate::{Callout, Inline, Section, Table};

/// These sections, in the order a reader asks for them.
pub(super) fn sections(inputs: &PaperInputs<'_>) -> Vec<Section> {
    let mut sections = vec![core_functionality(inputs), remote_services(inputs), procedure(inputs)];
    sections.extend(tailor_made(inputs));
    sections.extend(evidence(inputs));
    sections.extend(register_of_files(inputs));
    sections
}

fn core_functionality(inputs: &PaperInputs<'_>) -> Section {
    let (product, class) = (&inputs.dossier.product, &inputs.verdict.class);
    let core = product.core_functionality.as_ref();
    let is = core.map(|core| core.is.as_str());
    let mut pairs =
        Pairs::new().ask(&text!("papers-core-functionality"), is, "product.core_functionality.is");
    if let Some(core) = core {
        let because = core.because.as_deref();
        pairs = pairs.ask(&text!("papers-core-because"), because, "product.core_functionality.because");
    }
    let outcome = match &class.outcome {
        ClassOutcome::Is(class) => names::class(*class).into(),
        ClassOutcome::Undetermined { missing } if core.is_some() => mark(&missing.join(", ")),
        // The gap is marked where the core functionality would stand, and counts once.
        ClassOutcome::Undetermined { .. } => text!("papers-undetermined").into(),
    };
    section(&text!("papers-technical-class"), Citation::article(7).paragraph(1))
        .cites(Citation::guidance(139).to_string())
        .block(pairs.say(&text!("papers-class"), outcome))
        .block(reasons::list(&class.reasons))
}

/// Guidance point 204: the documentation says whether there is remote data processing, and describes it.
fn remote_services(inputs: &PaperInputs<'_>) -> Section {
    let mut section = section(&text!("papers-technical-remote"), Citation::article(3).point("2"))
        .cites(Citation::guidance(204).to_string());
    if inputs.dossier.remote_services.is_empty() {
        return section.block(text!("papers-technical-no-remote"));
    }
    for (index, service) in inputs.dossier.remote_services.iter().enumerate() {
        let path = |field: &str| format!("remote_services[{index}].{field}");
        let verdict = inputs.verdict.remote_services.get(index);
        let outcome = match verdict.map(|verdict| &verdict.outcome) {
            Some(RemoteOutcome::Undetermined { missing }) => mark(&missing.join(", ")),
            Some(outcome) => Inline::new().strong(names::remote(outcome).to_string()),
            None => mark(&path("name")),
        };
        let pairs = Pairs::new()
            .ask(&text!("papers-remote-does"), service.does.as_deref(), &path("does"))
            .may(&text!("papers-remote-operated-by"), service.operated_by.as_deref())
            .say(&text!("papers-remote-is"), outcome);
        let mut nested = Section::new(service.name.clone()).block(pairs);
        if let Some(verdict) = verdict {
            nested = nested.block(reasons::list(&verdict.reasons));
        }
        section = section.section(nested);
    }
    section
}

fn procedure(inputs: &PaperInputs<'_>) -> Section {
    let routes = &inputs.verdict.routes;
    let chosen = inputs.dossier.conformity.procedure;
    let section = section(&text!("papers-technical-procedure"), Citation::article(32).paragraph(1));
    let Some(chosen) = chosen else {
        let what = text!("papers-missing-procedure", open = open_procedures(inputs));
        return section.block(missing(what, "conformity.procedure"));
    };
    let mut section =
        section.block(Pairs::new().say(&text!("papers-procedure"), Inline::from(names::procedure(chosen))));
    let all = routes.open.iter().chain(&routes.closed).chain(&routes.would_open);
    if let Some(route) = all.into_iter().find(|route| route.procedure == chosen) {
        section = section.block(reasons::list(&route.reasons));
    }
    if !routes.is_open(chosen) {
        let says = text!("papers-technical-procedure-not-open");
        section = section.block(Callout::warning(says));
    }
    section
}

fn tailor_made(inputs: &PaperInputs<'_>) -> Option<Section> {
    let tailor_made = inputs.dossier.product.tailor_made.as_ref()?;
    let agreement = match filled(tailor_made.agreement.as_deref()) {
        Some(path) => file::file(inputs, path),
        None => mark("product.tailor_made.agreement"),
    };
    let yes_or_no = |agreed: bool| if agreed { text!("papers-yes") } else { text!("papers-no") };
    let pairs = Pairs::new()
        .say(&text!("papers-tailor-business-user"), tailor_made.business_user.as_str())
        .say(&text!("papers-tailor-agreement"), agreement)
        .say(&text!("papers-tailor-configuration"), yes_or_no(tailor_made.configuration_agreed))
        .say(&text!("papers-tailor-paid-updates"), yes_or_no(tailor_made.paid_updates_agreed));
    Some(section(&text!("papers-technical-tailor-made"), Citation::recital(64)).block(pairs))
}

/// Evidence the dossier names beside the points above; what is past its day is marked.
fn evidence(inputs: &PaperInputs<'_>) -> Option<Section> {
    if inputs.dossier.evidence.is_empty() {
        return None;
    }
    let mut table = Table::new()
        .names(text!("papers-column-file").to_string(), 5)
        .column(text!("papers-column-shows").to_string(), 5)
        .column(text!("papers-column-observed-on").to_string(), 3)
        .column(text!("papers-column-stale-after").to_string(), 3);
    for (index, evidence) in inputs.dossier.evidence.iter().enumerate() {
        let ids = evidence.shows.join(", ");
        let shows = match filled(evidence.says.as_deref()) {
            Some(words) => Inline::from(format!("{words}\n")).code(ids),
            None => Inline::new().code(ids),
        };
        let observed_on = evidence.observed_on.map(|day| day.to_string());
        let stale = match evidence.stale_after {
            Some(last) if last < inputs.day => {
                Inline::missing(text!("papers-evidence-stale", stale_after = last.to_string()).to_string())
            }
            Some(last) => last.to_string().into(),
            None => Inline::new(),
        };
        table = table.row([
            file::cell(inputs, std::slice::from_ref(&evidence.file)),
            shows,
            stated(observed_on.as_deref(), &format!("evidence[{index}].observed_on")),
            stale,
        ]);
    }
    Some(section(&text!("papers-technical-evidence"), Citation::article(31).paragraph(1)).block(table))
}

fn register_of_files(inputs: &PaperInputs<'_>) -> Option<Section> {
    if inputs.files.is_empty() {
        return None;
    }
    let table = file::digests(inputs.files.iter().map(|(path, digest)| (path.as_str(), digest)));
    Some(
        Section::new(text!("papers-technical-files").to_string())
            .block(text!("papers-technical-files-lead"))
            .block(table),
    )
}
