//! An assessment as a person reads it: the verdict, what is known, the gate, how ready, what next.

use std::collections::BTreeSet;

use proofmark_actions::{Assessment, contradiction_says};
use proofmark_facts::{DecisionStatus, Finding, Procedure, Rating, SourceClaim, Triage, Unchecked};
use proofmark_law::{Bound, Class, ClassOutcome, Reason, Role, RoleOutcome, Route, ScopeOutcome, category};
use proofmark_text::{Text, text};

use super::boundary::boundary;
use super::how_found::how_found;
use super::modification::declared_modification;
use super::neighbours::{declared_standards, neighbours};
use super::page::{Mark, Page, dim, in_colour_of, strong};
use super::periods::periods;
use super::readiness::readiness;
use super::reasons::{reason_line, reasons, review};
use super::reporting::reporting;
use super::routes::{considered, demands};

/// How many findings, blocks and unchecked components are shown before the rest is counted.
const SHOWN: usize = 10;

/// The whole assessment; `all` leaves nothing out.
pub(crate) fn assessment(page: &mut Page, assessment: &Assessment, all: bool) {
    page.title(&format!("{} {}", assessment.product, assessment.release), &assessment.as_of.to_string());
    page.paragraph(&dim(&assessment.operator));
    verdict(page, assessment, all);
    neighbours(page, &assessment.verdict.neighbours, all);
    declared_standards(page, &assessment.verdict.standards, all);
    reporting(page, assessment, all);
    findings(page, assessment, all);
    unchecked(page, &assessment.unchecked, all);
    gate(page, assessment, all);
    readiness(page, assessment, all);
    if all {
        periods(page, &assessment.verdict);
    }
    page.blank();
    page.paragraph(&dim(&text!("proofmark-no-legal-advice").to_string()));
}

fn verdict(page: &mut Page, assessment: &Assessment, all: bool) {
    let verdict = &assessment.verdict;
    let state = text!("proofmark-state-of-the-law", as_of = verdict.state.as_of.to_string());
    page.heading(&text!("proofmark-verdict").to_string(), &state.to_string());
    for caution in &verdict.cautions {
        page.marked(Mark::Open, &caution.says.to_string());
    }
    let (mark, says) = scope_says(&verdict.scope.outcome);
    page.marked(mark, &strong(&says.to_string()));
    reasons(page, deciding_scope(&verdict.scope.reasons, all));
    let (mark, says) = role_says(&verdict.role.outcome);
    page.marked(mark, &strong(&says.to_string()));
    reasons(page, deciding(&verdict.role.reasons, all));
    class(page, assessment, all);
    routes(page, assessment, all);
    for service in &verdict.remote_services {
        page.marked(Mark::Plain, &strong(&text!("proofmark-remote", service = &service.service).to_string()));
        reasons(page, service.reasons.iter().collect());
        if all {
            reasons(page, service.follows.iter().collect());
        }
    }
    if all {
        boundary(page, verdict, reasons);
    }
    for date in &verdict.calendar {
        let says = match &date.bound {
            Bound::Already => {
                text!("proofmark-date-already", on = date.on.to_string(), what = date.what.to_string())
            }
            Bound::Later => {
                text!("proofmark-date-later", on = date.on.to_string(), what = date.what.to_string())
            }
            Bound::NotUnlessSubstantiallyModified => {
                text!(
                    "proofmark-date-unless-modified",
                    on = date.on.to_string(),
                    what = date.what.to_string()
                )
            }
            Bound::Not => text!("proofmark-date-not", on = date.on.to_string(), what = date.what.to_string()),
            Bound::Undetermined { .. } => {
                text!("proofmark-date-open", on = date.on.to_string(), what = date.what.to_string())
            }
        };
        let mark = if date.bound == Bound::Already { Mark::Open } else { Mark::Plain };
        page.marked(mark, &strong(&says.to_string()));
        reasons(page, deciding(&date.reasons, all));
    }
    if let Some(judged) = &verdict.modification {
        declared_modification(page, judged, all);
    }
}

/// What the scope procedure answered.
pub(super) fn scope_says(outcome: &ScopeOutcome) -> (Mark, Text) {
    match outcome {
        ScopeOutcome::InScope => (Mark::Good, text!("proofmark-scope-in")),
        ScopeOutcome::PartOfAnotherProduct => (Mark::Plain, text!("proofmark-scope-part")),
        ScopeOutcome::Out => (Mark::Plain, text!("proofmark-scope-out")),
        ScopeOutcome::NotOnTheMarket => (Mark::Plain, text!("proofmark-scope-not-on-the-market")),
        ScopeOutcome::AllowedWithoutConformity => (Mark::Plain, text!("proofmark-scope-allowed")),
        ScopeOutcome::Undetermined { missing } => {
            (Mark::Open, text!("proofmark-scope-open", missing = missing.join(", ")))
        }
    }
}

/// Which role the declaring person has.
pub(super) fn role_says(outcome: &RoleOutcome) -> (Mark, Text) {
    let role = match outcome {
        RoleOutcome::Is(role) => role,
        RoleOutcome::Undetermined { missing } => {
            return (Mark::Open, text!("proofmark-role-open", missing = missing.join(", ")));
        }
    };
    let says = match role {
        Role::Manufacturer => text!("proofmark-role-manufacturer"),
        Role::Importer => text!("proofmark-role-importer"),
        Role::Distributor => text!("proofmark-role-distributor"),
        Role::AuthorisedRepresentative => text!("proofmark-role-representative"),
        Role::Steward => text!("proofmark-role-steward"),
        Role::None => text!("proofmark-role-none"),
    };
    (Mark::Plain, says)
}

fn class(page: &mut Page, assessment: &Assessment, all: bool) {
    let verdict = &assessment.verdict.class;
    let (mark, says) = match &verdict.outcome {
        ClassOutcome::Is(Class::Default) => (Mark::Plain, text!("proofmark-class-default")),
        ClassOutcome::Is(class) => {
            let found = verdict.category.and_then(category);
            let title = found.map(|found| found.title).unwrap_or_default();
            let number = verdict.category.unwrap_or_default();
            let says = match class {
                Class::ImportantI => text!("proofmark-class-important-one", number = number, title = title),
                Class::ImportantII => text!("proofmark-class-important-two", number = number, title = title),
                Class::Critical | Class::Default => {
                    text!("proofmark-class-critical", number = number, title = title)
                }
            };
            (Mark::Plain, says)
        }
        ClassOutcome::Undetermined { missing } => {
            (Mark::Open, text!("proofmark-class-open", missing = missing.join(", ")))
        }
    };
    page.marked(mark, &strong(&says.to_string()));
    let shown = if all { verdict.reasons.len() } else { 1 };
    reasons(page, verdict.reasons.iter().take(shown).collect());
    if all {
        considered(page, verdict);
    }
}

fn routes(page: &mut Page, assessment: &Assessment, all: bool) {
    let routes = &assessment.verdict.routes;
    for route in &routes.open {
        let says = text!("proofmark-route-open", procedure = procedure_says(route.procedure));
        one_route(page, Mark::Good, &says, route, all);
    }
    for route in &routes.undecided {
        let says = text!("routes-show-undecided", procedure = procedure_says(route.procedure));
        one_route(page, Mark::Open, &says, route, all);
    }
    for route in &routes.would_open {
        let says = text!("proofmark-route-would-open", procedure = procedure_says(route.procedure));
        one_route(page, Mark::Open, &says, route, all);
    }
    for route in routes.closed.iter().filter(|_| all) {
        let says = text!("proofmark-route-closed", procedure = procedure_says(route.procedure));
        one_route(page, Mark::Bad, &says, route, all);
    }
    let notes = routes.notes.iter().filter(|_| all);
    for reason in routes.beside.iter().chain(notes) {
        page.marked(Mark::Open, &reason_line(reason));
        review(page, reason);
    }
}

/// What a procedure is called.
pub(super) fn procedure_says(procedure: Procedure) -> String {
    match procedure {
        Procedure::InternalControl => text!("proofmark-procedure-a"),
        Procedure::TypeExamination => text!("proofmark-procedure-bc"),
        Procedure::FullQualityAssurance => text!("proofmark-procedure-h"),
        Procedure::Certification => text!("proofmark-procedure-certification"),
    }
    .to_string()
}

fn one_route(page: &mut Page, mark: Mark, says: &Text, route: &Route, all: bool) {
    page.marked(mark, &strong(&says.to_string()));
    reasons(page, deciding(&route.reasons, all));
    if all {
        demands(page, route);
    }
}

/// Where free software is in question, the path it took decides as much as the last step.
fn deciding_scope(reasons: &[Reason], all: bool) -> Vec<&Reason> {
    let last = reasons.len().saturating_sub(1);
    let shown = |(place, reason): &(usize, &Reason)| all || *place == last || reason.row.starts_with("FOS-");
    reasons.iter().enumerate().filter(shown).map(|(_, reason)| reason).collect()
}

/// The reason that decided stands last; the others only when everything is asked for.
fn deciding(reasons: &[Reason], all: bool) -> Vec<&Reason> {
    if all { reasons.iter().collect() } else { reasons.last().into_iter().collect() }
}

fn findings(page: &mut Page, assessment: &Assessment, all: bool) {
    let exploited =
        assessment.findings.iter().filter(|found| found.vulnerability.exploited.is_some()).count();
    let remark = match &assessment.sbom {
        Some(_) if assessment.vulnerability_data.is_empty() => text!("proofmark-findings-not-looked"),
        Some(sbom) => text!(
            "proofmark-findings-count",
            findings = assessment.findings.len(),
            components = sbom.components,
            exploited = exploited
        ),
        None => text!("proofmark-findings-no-sbom"),
    };
    page.heading(&text!("proofmark-findings").to_string(), &remark.to_string());
    let shown = if all { usize::MAX } else { SHOWN };
    let (blocking, decided): (Vec<&Finding>, Vec<&Finding>) =
        assessment.findings.iter().partition(|finding| stands_in_the_way(finding, assessment));
    for finding in blocking.iter().take(shown) {
        finding_head(page, Mark::Bad, finding);
        finding_details(page, finding);
    }
    page.rest(blocking.len(), shown);
    for finding in decided.iter().take(shown) {
        finding_head(page, Mark::Good, finding);
        if all {
            finding_details(page, finding);
        } else {
            page.below(&dim(&finding.component));
            for says in finding.triage.iter().flat_map(Triage::says).take(1) {
                page.below(&dim(&says.to_string()));
            }
        }
    }
    page.rest(decided.len(), shown);
    for folded in &assessment.same_source {
        let count = folded.stands_for.len();
        let says = text!("embedded-same-source", count = count, component = &folded.component);
        page.marked(Mark::Plain, &dim(&says.to_string()));
    }
    if assessment.vulnerability_data.is_empty() {
        let says = text!("proofmark-no-vulnerability-data");
        page.marked(Mark::Bad, &says.to_string());
        page.below(&dim(&says.hint().unwrap_or_default()));
    }
    for data in &assessment.vulnerability_data {
        let as_of = data.as_of.map_or_else(|| "?".to_owned(), |at| at.strftime("%Y-%m-%d").to_string());
        let says =
            text!("proofmark-vulnerability-data", name = &data.name, records = data.records, as_of = as_of);
        page.marked(Mark::Plain, &dim(&says.to_string()));
    }
}

fn stands_in_the_way(finding: &Finding, assessment: &Assessment) -> bool {
    assessment.gate.blocked_by.iter().any(|block| {
        block.vulnerability.as_ref() == Some(&finding.vulnerability.id)
            && block.component.as_ref() == Some(&finding.component)
    })
}

pub(super) fn finding_head(page: &mut Page, mark: Mark, finding: &Finding) {
    let known = &finding.vulnerability;
    let score = known.severity.score.map(|score| format!(" {score:.1}")).unwrap_or_default();
    let rating = format!("{}{score}", rating_says(known.severity.rating));
    let rating = match known.severity.rating {
        Rating::Critical | Rating::High => in_colour_of(Mark::Bad, &rating),
        Rating::Medium => in_colour_of(Mark::Open, &rating),
        Rating::Low | Rating::None | Rating::Unknown => rating,
    };
    let exploited = match &known.exploited {
        Some(exploited) => {
            let says = text!("proofmark-exploited-somewhere", catalogue = &exploited.catalogue);
            format!("  {}", in_colour_of(Mark::Bad, &says.to_string()))
        }
        None => String::new(),
    };
    let likely = known.prediction.map(|told| {
        let says = text!("proofmark-exploit-likely", share = format!("{:.1}", told.probability * 100.0));
        format!("  {}", dim(&says.to_string()))
    });
    let likely = likely.unwrap_or_default();
    let decision = match (&finding.decision, finding.status()) {
        (None, Some(DecisionStatus::Fixed)) => Some(text!("embedded-follows-fixed").to_string()),
        (None, Some(_)) => Some(text!("embedded-follows-not-affected").to_string()),
        (_, status) => status.map(status_says),
    };
    let decision = decision.map(|says| format!("  {says}")).unwrap_or_default();
    page.marked(mark, &format!("{}  {rating}{exploited}{likely}{decision}", strong(&known.id)));
}

/// Who speaks under a mark of the Traffic Light Protocol, and under which; each once.
fn dissemination_marks(claims: &[SourceClaim]) -> BTreeSet<(&str, &str)> {
    claims
        .iter()
        .filter_map(|claim| {
            let mark = claim.tags.iter().find(|tag| tag.starts_with("TLP:"))?;
            Some((claim.source.as_str(), mark.as_str()))
        })
        .collect()
}

pub(super) fn finding_details(page: &mut Page, finding: &Finding) {
    let known = &finding.vulnerability;
    if !known.aliases.is_empty() {
        page.below(&dim(&text!("proofmark-finding-also", aliases = known.aliases.join(", ")).to_string()));
    }
    let ranges: Vec<&str> = known.matched_by.iter().map(|matched| matched.range.as_str()).collect();
    let range = ranges.first().copied().unwrap_or_default();
    let fixed = if known.fixed_in.is_empty() {
        text!("proofmark-finding-no-fix")
    } else {
        text!("proofmark-finding-fixed", versions = known.fixed_in.join(", "))
    };
    page.below(&format!("{}  {}", finding.component, dim(&format!("{range}; {fixed}"))));
    if let Some(says) = how_found(finding) {
        page.below(&dim(&says.to_string()));
    }
    if let Some(soc) = known.matched_by.iter().find_map(|matched| matched.beside.as_ref()) {
        page.below(&dim(&text!("cpe-beside", soc = soc).to_string()));
    }
    if finding.path.len() > 1 {
        page.below(&dim(&text!("proofmark-finding-path", path = finding.path.join(" › ")).to_string()));
    }
    for (source, mark) in dissemination_marks(&known.claims) {
        let says = text!("claims-not-for-everybody", source = source, mark = mark);
        page.below(&in_colour_of(Mark::Open, &says.to_string()));
    }
    if let Some(says) = contradiction_says(&known.claims) {
        page.below(&in_colour_of(Mark::Open, &says.to_string()));
    }
    if let Some(decision) = &finding.decision {
        let by = decision.decided_by.as_deref().unwrap_or("?");
        let says = text!("proofmark-finding-decision", by = by, because = &decision.because);
        page.below(&says.to_string());
    }
    for lapsed in &finding.lapsed {
        page.below(&in_colour_of(Mark::Open, &lapsed.says().to_string()));
    }
    if let Some(rule) = finding.decision.as_ref().and_then(|decision| decision.by_rule.as_ref()) {
        let says = text!("triage-by-rule", rule = &rule.id, sha256 = rule.sha256.to_string());
        page.below(&dim(&says.to_string()));
    }
    if let Some(decision) = &finding.decision {
        for says in finding.declared.iter().filter_map(|declared| declared.contradicts(decision.status)) {
            page.below(&in_colour_of(Mark::Open, &says.to_string()));
        }
    }
    for says in finding.triage.iter().flat_map(Triage::says) {
        page.below(&says.to_string());
    }
    for declared in &finding.declared {
        for says in declared.says() {
            page.below(&says.to_string());
        }
        if let Some(proposed) = declared.proposes().filter(|_| finding.status().is_none()) {
            let says = text!("embedded-proposes", status = format!("`{}`", proposed.status.words().openvex));
            page.below(&dim(&says.to_string()));
        }
    }
    let files = known.code.as_ref().map(|code| code.program_files.as_slice()).unwrap_or_default();
    if finding.triage.is_none() && !files.is_empty() {
        let says = text!("embedded-files-named", files = files.join(", "));
        page.below(&dim(&says.to_string()));
    }
}

fn status_says(status: DecisionStatus) -> String {
    match status {
        DecisionStatus::WrongMatch => text!("triage-status-wrong-match"),
        DecisionStatus::NotAffected => text!("proofmark-status-not-affected"),
        DecisionStatus::Affected => text!("proofmark-status-affected"),
        DecisionStatus::Fixed => text!("proofmark-status-fixed"),
        DecisionStatus::UnderInvestigation => text!("proofmark-status-under-investigation"),
    }
    .to_string()
}

fn rating_says(rating: Rating) -> String {
    match rating {
        Rating::Unknown => text!("proofmark-rating-unknown"),
        Rating::None => text!("proofmark-rating-none"),
        Rating::Low => text!("proofmark-rating-low"),
        Rating::Medium => text!("proofmark-rating-medium"),
        Rating::High => text!("proofmark-rating-high"),
        Rating::Critical => text!("proofmark-rating-critical"),
    }
    .to_string()
}

pub(super) fn unchecked(page: &mut Page, unchecked: &[Unchecked], all: bool) {
    if unchecked.is_empty() {
        return;
    }
    let remark = text!("proofmark-unchecked-count", count = unchecked.len());
    page.heading(&text!("proofmark-unchecked").to_string(), &remark.to_string());
    let shown = if all { usize::MAX } else { SHOWN };
    for component in unchecked.iter().take(shown) {
        page.marked(Mark::Open, &format!("{}  {}", component.component, dim(&component.because.to_string())));
    }
    page.rest(unchecked.len(), shown);
}

fn gate(page: &mut Page, assessment: &Assessment, all: bool) {
    let gate = &assessment.gate;
    page.heading(&text!("proofmark-gate").to_string(), &text!("proofmark-gate-cites").to_string());
    if gate.may_be_placed_on_the_market {
        page.marked(Mark::Good, &in_colour_of(Mark::Good, &text!("proofmark-gate-open").to_string()));
    } else if assessment.gate_is_asked {
        let says = text!("proofmark-gate-closed", count = gate.blocked_by.len());
        page.marked(Mark::Bad, &in_colour_of(Mark::Bad, &says.to_string()));
    } else {
        let says = text!("proofmark-gate-would-be-closed", count = gate.blocked_by.len());
        page.marked(Mark::Open, &in_colour_of(Mark::Open, &says.to_string()));
    }
    match &assessment.verdict.scope.outcome {
        ScopeOutcome::InScope | ScopeOutcome::PartOfAnotherProduct => {}
        ScopeOutcome::Undetermined { .. } => {
            page.below(&dim(&text!("proofmark-gate-scope-open").to_string()));
        }
        ScopeOutcome::Out | ScopeOutcome::NotOnTheMarket | ScopeOutcome::AllowedWithoutConformity => {
            page.below(&dim(&text!("proofmark-gate-asked-anyway").to_string()));
        }
    }
    let shown = if all { usize::MAX } else { SHOWN };
    for block in gate.blocked_by.iter().take(shown) {
        page.marked(Mark::Bad, &reason_line(&block.reason));
        if let Some(somewhere) = &block.exploited_somewhere {
            page.below(&somewhere.to_string());
        }
        if let Some(hint) = block.reason.says.hint() {
            page.below(&dim(&hint));
        }
    }
    page.rest(gate.blocked_by.len(), shown);
    if !gate.cleared.is_empty() && !all {
        page.marked(Mark::Plain, &text!("proofmark-gate-cleared", count = gate.cleared.len()).to_string());
    }
    for cleared in gate.cleared.iter().filter(|cleared| all || cleared.reason.legal_review.is_some()) {
        page.marked(Mark::Good, &reason_line(&cleared.reason));
        review(page, &cleared.reason);
    }
    for reason in gate.reasons.iter().filter(|_| all) {
        page.marked(Mark::Plain, &reason_line(reason));
    }
}
