//! The state of the law as a person reads it: the one in use, those that are known, and how two differ.

use proofmark_actions::{ComparedProduct, KnownState, StateComparison, StateOrigin};
use proofmark_facts::Procedure;
use proofmark_law::{ClassOutcome, OwnFigures, ScopeOutcome, StateDifference, StateName, procedure_name};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, strong};
use crate::law_in_use::LawInUse;

/// The state in use; `all` adds instruments, unused powers and proposals.
pub(crate) fn law_in_use(page: &mut Page, in_use: &LawInUse, all: bool) {
    let state = &in_use.state;
    page.title(&text!("routes-law-title").to_string(), &state.as_of.to_string());
    page.paragraph(&dim(&origin_says(&in_use.origin).to_string()));
    page.paragraph(&dim(&format!("sha256:{}", in_use.name.digest)));
    page.heading(&text!("routes-law-holds").to_string(), "");
    let mut line = |says: Text| page.marked(Mark::Plain, &says.to_string());
    line(text!("routes-law-evidence", newest = state.evidence_newest.to_string()));
    let cited = state.standards.iter().filter_map(|one| Some((one, one.cited_on?)));
    let cited: Vec<String> = cited.map(|(one, on)| format!("{} ({on})", one.reference)).collect();
    line(listed("routes-law-standards", &cited));
    let specifications = state.common_specifications.iter().map(|one| one.reference.clone());
    line(listed("routes-law-specifications", &specifications.collect::<Vec<_>>()));
    let schemes = state.designated_schemes.iter();
    line(listed(
        "routes-law-schemes",
        &schemes.map(|one| format!("{} ({}, {})", one.scheme, one.level.name(), one.act)).collect::<Vec<_>>(),
    ));
    let acts = state.mandatory_certifications.iter();
    let acts: Vec<String> = acts.map(|one| format!("{} ({})", one.act, one.category)).collect();
    line(listed("routes-law-mandatory", &acts));
    line(listed("routes-law-exclusions", &state.exclusion_acts));
    line(listed("routes-law-amendments", &state.annex_amendments));
    let bodies = &state.notified_bodies;
    line(text!("routes-law-bodies", count = bodies.count, checked_on = bodies.checked_on.to_string()));
    for interpretation in [&state.guidance, &state.faq] {
        let (reference, dated) = (&interpretation.reference, interpretation.dated.to_string());
        line(text!("routes-law-interpretation", reference = reference, dated = dated));
    }
    let platform = &state.reporting_platform;
    line(text!(
        "routes-law-platform",
        url = &platform.url,
        glossary = &platform.glossary,
        captured_on = platform.captured_on.to_string(),
    ));
    if let Some(coordinators) = &state.coordinators {
        let (count, dated) = (coordinators.csirts.len(), coordinators.dated.to_string());
        line(text!("routes-law-coordinators", count = count, dated = dated));
    }
    if all {
        everything(page, in_use);
    }
}

fn listed(key: &str, values: &[String]) -> Text {
    let values = if values.is_empty() { text!("routes-law-none").to_string() } else { values.join(", ") };
    match key {
        "routes-law-standards" => text!("routes-law-standards", values = values),
        "routes-law-specifications" => text!("routes-law-specifications", values = values),
        "routes-law-schemes" => text!("routes-law-schemes", values = values),
        "routes-law-mandatory" => text!("routes-law-mandatory", values = values),
        "routes-law-exclusions" => text!("routes-law-exclusions", values = values),
        _ => text!("routes-law-amendments", values = values),
    }
}

/// The Regulation's own days and numbers, which no state changes.
fn own_figures(page: &mut Page, own: &OwnFigures) {
    page.heading(&text!("routes-law-own").to_string(), &text!("routes-law-own-fixed").to_string());
    let days = [
        (text!("routes-law-own-chapter-iv"), own.chapter_iv_application),
        (text!("routes-law-own-reporting"), own.reporting_application),
        (text!("routes-law-own-health"), own.health_data_amendment),
        (text!("routes-law-own-general"), own.general_application),
        (text!("routes-law-own-stewards"), own.steward_obligations),
        (text!("routes-law-own-penalties"), own.penalties_application),
        (text!("routes-law-own-certificates"), own.other_certificates_until),
    ];
    for (what, day) in days {
        page.marked(Mark::Plain, &format!("{} {what}", strong(&day.to_string())));
    }
    let clocks = text!(
        "routes-law-own-clocks",
        early = own.early_warning_hours,
        notification = own.notification_hours,
        days = own.final_report_exploited_vulnerability.days,
        months = own.final_report_severe_incident.months,
    );
    page.marked(Mark::Plain, &clocks.to_string());
    let kept = text!(
        "routes-law-own-years",
        retention = own.retention_years_at_least,
        support = own.support_period_years_at_least,
    );
    page.marked(Mark::Plain, &kept.to_string());
    for tier in &own.fine_tiers {
        let says = text!(
            "routes-law-own-tier",
            euro = tier.euro.to_string(),
            share = format!("{}.{}", tier.per_mille_of_turnover / 10, tier.per_mille_of_turnover % 10),
        );
        page.marked(Mark::Plain, &says.to_string());
    }
}

fn everything(page: &mut Page, in_use: &LawInUse) {
    let state = &in_use.state;
    own_figures(page, &state.regulation);
    page.heading(&text!("routes-law-instruments").to_string(), "");
    for one in &state.instruments {
        page.marked(Mark::Plain, &strong(&one.reference));
        page.below(&format!("{} {}", one.effect, dim(&format!("({}; {})", one.status, one.row))));
    }
    page.heading(&text!("routes-law-not-used").to_string(), "");
    for one in &state.not_used {
        let remark = dim(&format!("({}, {})", one.provision, one.checked_on));
        page.marked(Mark::Plain, &format!("{} {remark}", one.subject));
    }
    page.heading(&text!("routes-law-proposals").to_string(), &text!("routes-law-no-law").to_string());
    for one in &state.proposals {
        page.marked(Mark::Plain, &format!("{}: {} {}", one.reference, one.subject, dim(&one.status)));
    }
    page.heading(&text!("routes-law-written").to_string(), "");
    for one in &state.standards {
        page.marked(Mark::Plain, &format!("{}: {} {}", one.reference, one.subject, dim(&one.status)));
    }
}

fn origin_says(origin: &StateOrigin) -> Text {
    match origin {
        StateOrigin::BuiltIn => text!("routes-law-built-in"),
        StateOrigin::Signed { key, since, by } => {
            let since = since.strftime("%Y-%m-%d").to_string();
            text!("routes-law-signed", key = key, since = since, by = by)
        }
    }
}

/// Every state that is known, oldest first.
pub(crate) fn law_history(page: &mut Page, known: &[KnownState]) {
    page.heading(&text!("routes-law-history").to_string(), "");
    for one in known {
        let mark = if one.in_use { Mark::Good } else { Mark::Plain };
        let remark = if one.in_use { text!("routes-law-is-in-use").to_string() } else { String::new() };
        page.marked(mark, &format!("{} {}", strong(&one.name.as_of.to_string()), dim(&remark)));
        page.below(&dim(&origin_says(&one.origin).to_string()));
        page.below(&dim(&format!("sha256:{}", one.name.digest)));
    }
}

/// What differs, then what that changes for each product.
pub(crate) fn law_diff(page: &mut Page, comparison: &StateComparison) {
    let name = |name: &StateName| format!("{} (sha256:{:.8})", name.as_of, name.digest.to_string());
    let title = text!("routes-law-diff", was = name(&comparison.was), is = name(&comparison.is));
    page.heading(&title.to_string(), "");
    if comparison.differences.is_empty() {
        page.marked(Mark::Good, &text!("routes-law-same").to_string());
    }
    for difference in &comparison.differences {
        page.marked(Mark::Open, &difference_says(difference));
    }
    for product in &comparison.products {
        one_product(page, product);
    }
}

fn difference_says(difference: &StateDifference) -> String {
    let nothing = || text!("routes-law-nothing").to_string();
    let was = difference.was.clone().unwrap_or_else(nothing);
    let is = difference.is.clone().unwrap_or_else(nothing);
    format!("{} {}", strong(&difference.at), text!("routes-law-was-is", was = was, is = is))
}

fn one_product(page: &mut Page, product: &ComparedProduct) {
    let changes = &product.changes;
    let on = text!("routes-law-on", on = changes.on.to_string(), directory = &product.directory);
    page.heading(&format!("{} {}", product.product, product.release), &on.to_string());
    if changes.is_none() {
        page.marked(Mark::Plain, &text!("routes-law-no-change").to_string());
    }
    let names = |procedures: &[Procedure]| {
        procedures.iter().map(|procedure| procedure_name(*procedure)).collect::<Vec<_>>().join(", ")
    };
    if !changes.opened.is_empty() {
        let says = text!("routes-law-opened", procedures = names(&changes.opened));
        page.marked(Mark::Good, &strong(&says.to_string()));
    }
    if !changes.closed.is_empty() {
        let says = text!("routes-law-closed", procedures = names(&changes.closed));
        page.marked(Mark::Bad, &strong(&says.to_string()));
    }
    if let Some(class) = &changes.class {
        let says = text!("routes-law-class", was = class_says(&class.was), is = class_says(&class.is));
        page.marked(Mark::Open, &says.to_string());
    }
    if let Some(scope) = &changes.scope {
        let says = text!("routes-law-scope", was = scope_says(&scope.was), is = scope_says(&scope.is));
        page.marked(Mark::Open, &says.to_string());
    }
    if changes.dates.is_some() {
        page.marked(Mark::Open, &text!("routes-law-dates").to_string());
    }
    if !changes.obligations_begun.is_empty() {
        let says = text!("routes-law-begun", ids = changes.obligations_begun.join(", "));
        page.marked(Mark::Open, &says.to_string());
    }
    if !changes.obligations_ended.is_empty() {
        let says = text!("routes-law-ended", ids = changes.obligations_ended.join(", "));
        page.marked(Mark::Open, &says.to_string());
    }
}

fn class_says(class: &ClassOutcome) -> String {
    match class {
        ClassOutcome::Is(class) => class.name().to_owned(),
        ClassOutcome::Undetermined { missing } => {
            text!("routes-law-undetermined", missing = missing.join(", ")).to_string()
        }
    }
}

fn scope_says(scope: &ScopeOutcome) -> String {
    match scope {
        ScopeOutcome::InScope => text!("routes-law-in-scope"),
        ScopeOutcome::PartOfAnotherProduct => text!("routes-law-part"),
        ScopeOutcome::Out => text!("routes-law-out"),
        ScopeOutcome::NotOnTheMarket => text!("routes-law-not-on-the-market"),
        ScopeOutcome::AllowedWithoutConformity => text!("routes-law-allowed"),
        ScopeOutcome::Undetermined { missing } => {
            text!("routes-law-undetermined", missing = missing.join(", "))
        }
    }
    .to_string()
}
