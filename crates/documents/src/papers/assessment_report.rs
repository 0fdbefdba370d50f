//! The verdict as a paper: scope, role, class, procedures and days, each with the facts and the law behind it.

use proofmark_law::{Bound, Citation, ClassOutcome, Reason, RemoteOutcome, RoleOutcome, Route, ScopeOutcome};
use proofmark_text::{Text, text};

use super::gap::mark;
use super::inputs::PaperInputs;
use super::masthead::{begin, finish, section};
use super::obstacles::open_procedures;
use super::pairs::Pairs;
use super::{file, names, reasons};
use crate::{Callout, Document, Inline, Section, Table};

/// Writes the verdict; facts it waits for are marked as missing.
pub fn assessment_report(inputs: &PaperInputs<'_>) -> Document {
    let mut paper = begin(inputs, "assessment", &text!("papers-assessment"))
        .subtitle(text!("papers-regulation").to_string())
        .lead(summary(inputs))
        .lead(Callout::note(text!("papers-no-legal-advice")))
        .section(scope(inputs))
        .section(role(inputs))
        .section(class(inputs))
        .section(routes(inputs));
    if !inputs.verdict.remote_services.is_empty() {
        paper = paper.section(remote_services(inputs));
    }
    paper = paper.section(days(inputs)).section(review(inputs)).section(state(inputs));
    finish(paper, Some(text!("papers-assessment-complete"))).numbered()
}

/// The answers in one view, without marks: each section below says what it waits for.
fn summary(inputs: &PaperInputs<'_>) -> Pairs {
    let verdict = inputs.verdict;
    let role = verdict.role.role().map_or_else(|| text!("papers-undetermined"), names::role);
    let class = verdict.class.class().map_or_else(|| text!("papers-undetermined"), names::class);
    let open = open_procedures(inputs);
    Pairs::new()
        .say(&text!("papers-kind"), names::kind(inputs.dossier.product.kind))
        .say(&text!("papers-assessment-scope"), names::scope(&verdict.scope.outcome))
        .say(&text!("papers-assessment-role"), role)
        .say(&text!("papers-assessment-class"), class)
        .say(&text!("papers-assessment-open"), open)
}

fn outcome(answer: Option<Text>, missing: &[String]) -> Inline {
    match answer {
        Some(answer) => Inline::new().strong(answer.to_string()),
        None => mark(&missing.join(", ")),
    }
}

fn scope(inputs: &PaperInputs<'_>) -> Section {
    let verdict = &inputs.verdict.scope;
    let answer = match &verdict.outcome {
        ScopeOutcome::Undetermined { missing } => outcome(None, missing),
        other => outcome(Some(names::scope(other)), &[]),
    };
    section(&text!("papers-assessment-scope"), Citation::article(2))
        .block(answer)
        .block(reasons::table(&verdict.reasons))
}

fn role(inputs: &PaperInputs<'_>) -> Section {
    let verdict = &inputs.verdict.role;
    let answer = match &verdict.outcome {
        RoleOutcome::Is(role) => outcome(Some(names::role(*role)), &[]),
        RoleOutcome::Undetermined { missing } => outcome(None, missing),
    };
    section(&text!("papers-assessment-role"), Citation::article(3).point("13"))
        .block(answer)
        .block(reasons::table(&verdict.reasons))
}

fn class(inputs: &PaperInputs<'_>) -> Section {
    let verdict = &inputs.verdict.class;
    let answer = match &verdict.outcome {
        ClassOutcome::Is(class) => outcome(Some(names::class(*class)), &[]),
        ClassOutcome::Undetermined { missing } => outcome(None, missing),
    };
    let mut section = section(&text!("papers-assessment-class"), Citation::article(7)).block(answer);
    if let Some(category) = verdict.category.and_then(proofmark_law::category) {
        let pairs = Pairs::new()
            .say(
                &text!("papers-category"),
                Inline::from(category.title).plain(" ").cites(category.cites.to_string()),
            )
            .say(&text!("papers-category-matches"), category.matches_when);
        section = section.block(pairs);
    }
    section.block(reasons::table(&verdict.reasons))
}

fn routes(inputs: &PaperInputs<'_>) -> Section {
    let routes = &inputs.verdict.routes;
    let mut section = section(&text!("papers-assessment-routes"), Citation::article(32));
    if !routes.missing.is_empty() {
        return section.block(mark(&routes.missing.join(", ")));
    }
    for (title, members) in [
        (text!("papers-routes-open"), &routes.open),
        (text!("papers-routes-closed"), &routes.closed),
        (text!("papers-routes-would-open"), &routes.would_open),
    ] {
        if !members.is_empty() {
            section = section.section(group(&title, members));
        }
    }
    if !routes.beside.is_empty() {
        let beside = Section::new(text!("papers-routes-beside").to_string());
        section = section.section(beside.block(reasons::marked(&routes.beside)));
    }
    if routes.open.is_empty() && routes.closed.is_empty() && routes.would_open.is_empty() {
        section = section.block(text!("papers-routes-none"));
    }
    section
}

fn group(title: &Text, members: &[Route]) -> Section {
    let mut section = Section::new(title.to_string());
    for route in members {
        let name = Inline::new().strong(names::procedure(route.procedure).to_string());
        section = section.block(name).block(reasons::marked(&route.reasons));
    }
    section
}

fn remote_services(inputs: &PaperInputs<'_>) -> Section {
    let mut section = section(&text!("papers-assessment-remote"), Citation::article(3).point("2"));
    for service in &inputs.verdict.remote_services {
        let mut says = Inline::new().strong(service.service.clone()).plain(": ");
        says.runs.extend(match &service.outcome {
            RemoteOutcome::Undetermined { missing } => mark(&missing.join(", ")).runs,
            outcome => Inline::from(names::remote(outcome)).runs,
        });
        section = section.block(says).block(reasons::marked(&service.reasons));
    }
    section
}

fn days(inputs: &PaperInputs<'_>) -> Section {
    let section = section(&text!("papers-assessment-days"), Citation::article(71).paragraph(2));
    let calendar = &inputs.verdict.calendar;
    if calendar.is_empty() {
        return section.block(text!("papers-assessment-no-days"));
    }
    let mut table = Table::new()
        .names(text!("papers-column-day").to_string(), 3)
        .column(text!("papers-column-what").to_string(), 6)
        .column(text!("papers-column-binds").to_string(), 4)
        .column(text!("papers-column-because").to_string(), 8);
    for date in calendar {
        let binds = match &date.bound {
            Bound::Undetermined { missing } => mark(&missing.join(", ")),
            bound => names::bound(bound).into(),
        };
        let mut why = Inline::new();
        for reason in &date.reasons {
            if !why.runs.is_empty() {
                why = why.plain("\n");
            }
            why.runs.extend(reasons::line(reason).runs);
        }
        table = table.row([Inline::from(date.on.to_string()), date.what.clone().into(), binds, why]);
    }
    section.block(table)
}

fn review(inputs: &PaperInputs<'_>) -> Section {
    let lines: Vec<&Reason> = inputs.verdict.legal_review();
    let mut section = Section::new(text!("papers-assessment-review").to_string());
    if lines.is_empty() {
        return section.block(text!("papers-assessment-no-review"));
    }
    section = section.block(text!("papers-assessment-review-lead", count = lines.len()));
    for block in reasons::reviews(lines) {
        section = section.block(block);
    }
    section
}

fn state(inputs: &PaperInputs<'_>) -> Section {
    let (state, name) = (inputs.state, &inputs.verdict.state);
    let dated = |publication: &proofmark_law::Publication| {
        format!("{}, {}", publication.reference, publication.dated)
    };
    let cited = state.standards.iter().filter(|standard| standard.cited_on.is_some()).count();
    let pairs = Pairs::new()
        .say(&text!("papers-state-as-of"), name.as_of.to_string())
        .say(&text!("papers-state-newest"), state.evidence_newest.to_string())
        .say(&text!("papers-state-guidance"), dated(&state.guidance))
        .say(&text!("papers-state-faq"), dated(&state.faq))
        .say(&text!("papers-state-cited"), cited.to_string())
        .say(&text!("papers-state-bodies"), state.notified_bodies.count.to_string())
        .say(&text!("papers-assessed-on"), inputs.verdict.on.to_string());
    Section::new(text!("papers-assessment-state").to_string())
        .block(text!("papers-assessment-state-lead"))
        .block(pairs)
        .block(file::digests([(text!("papers-state-file").to_string().as_str(), &name.digest)]))
}
