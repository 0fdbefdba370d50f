//! What rules would do with findings, and what is due, for a terminal.

use proofmark_actions::{
    DueFinding, DueReport, DueStanding, RuleEffect, RulePreview, RuleStanding, TriagePreview,
};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, strong};

/// Each rule with what it would close, change and leave.
pub(crate) fn triage_preview(preview: &TriagePreview) -> String {
    let mut page = Page::new();
    page.title(&preview.product, &preview.release);
    if preview.rules.is_empty() {
        page.paragraph(&text!("triage-show-no-rules").to_string());
    }
    for rule in &preview.rules {
        one_rule(&mut page, rule, preview.findings);
    }
    page.to_string()
}

fn one_rule(page: &mut Page, rule: &RulePreview, findings: usize) {
    page.heading(&rule.id, &standing_says(rule.standing).to_string());
    page.below(&dim(&text!("triage-show-digest", sha256 = rule.sha256.to_string()).to_string()));
    let count =
        |wanted: fn(&RuleEffect) -> bool| rule.on_findings.iter().filter(|one| wanted(&one.effect)).count();
    let closes = count(|effect| matches!(effect, RuleEffect::Closes));
    let changes = count(|effect| matches!(effect, RuleEffect::Changes));
    let says = text!("triage-show-counts", closes = closes, changes = changes, findings = findings);
    page.below(&says.to_string());
    for one in &rule.on_findings {
        let mark = match &one.effect {
            RuleEffect::Closes => Mark::Good,
            RuleEffect::Changes => Mark::Open,
            RuleEffect::Failed { .. } => Mark::Bad,
            _ => Mark::Plain,
        };
        page.marked(mark, &format!("{}  {}", strong(&one.vulnerability), effect_says(&one.effect)));
        page.below(&dim(&one.component));
    }
    page.blank();
}

fn standing_says(standing: RuleStanding) -> Text {
    match standing {
        RuleStanding::Holds => text!("triage-show-holds"),
        RuleStanding::NotYet => text!("triage-show-not-yet"),
        RuleStanding::Expired => text!("triage-show-expired"),
        RuleStanding::NotApproved => text!("triage-show-not-approved"),
        RuleStanding::Changed => text!("triage-show-changed"),
    }
}

fn effect_says(effect: &RuleEffect) -> Text {
    match effect {
        RuleEffect::Closes => text!("triage-show-closes"),
        RuleEffect::Changes => text!("triage-show-changes"),
        RuleEffect::LeftDecided => text!("triage-show-left-decided"),
        RuleEffect::LeftToFacts => text!("triage-show-left-facts"),
        RuleEffect::LeftExploited => text!("triage-show-left-exploited"),
        RuleEffect::LeftToRule { rule } => text!("triage-show-left-rule", rule = rule),
        RuleEffect::Lacks { field } => text!("triage-show-lacks", field = field),
        RuleEffect::Failed { says } => text!("triage-show-failed", says = says),
    }
}

/// What is late and what will be, the first first.
pub(crate) fn due(report: &DueReport) -> String {
    let mut page = Page::new();
    page.title(&report.product, &report.release);
    let counts = text!(
        "triage-show-due",
        breached = report.breached,
        soon = report.due_soon,
        days = report.within_days,
        open = report.findings.len()
    );
    page.marked(if report.breached == 0 { Mark::Good } else { Mark::Bad }, &counts.to_string());
    let of = match &report.targets_of {
        Some(file) => text!("triage-show-targets-of", file = file),
        None => text!("triage-show-targets-default"),
    };
    page.below(&dim(&of.to_string()));
    for finding in &report.findings {
        one_due(&mut page, finding);
    }
    page.to_string()
}

fn one_due(page: &mut Page, finding: &DueFinding) {
    let (mark, says) = match (finding.standing, finding.days_left) {
        (DueStanding::Breached, Some(left)) => {
            (Mark::Bad, text!("triage-show-late", days = left.unsigned_abs()))
        }
        (DueStanding::DueSoon, Some(left)) => {
            (Mark::Open, text!("triage-show-left", days = left.unsigned_abs()))
        }
        (DueStanding::OnTime, Some(left)) => {
            (Mark::Plain, text!("triage-show-left", days = left.unsigned_abs()))
        }
        _ => (Mark::Open, text!("triage-show-undated")),
    };
    page.marked(mark, &format!("{}  {says}", strong(&finding.vulnerability)));
    page.below(&dim(&finding.component));
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let target = finding.target.as_deref().unwrap_or("-");
    let days = text!(
        "triage-show-days",
        target = target,
        triage = day(finding.triage_by),
        remediate = day(finding.remediate_by),
        known = day(finding.known_on)
    );
    page.below(&dim(&days.to_string()));
}
