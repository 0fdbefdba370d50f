//! Whether a document of CSAF is valid: what the schema says, then what became of the tests.

use proofmark_actions::CsafCheckReport;
use proofmark_facts::Problem;
use proofmark_formats::{CsafOutcome, CsafTestAnswer, CsafTier};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim};

/// The report; `all` shows what passed as well.
pub(crate) fn csaf_check(page: &mut Page, report: &CsafCheckReport, all: bool) {
    let judgement = &report.judgement;
    page.title(&report.file, judgement.document.as_deref().unwrap_or_default());
    let (mark, says) = verdict(report);
    page.marked(mark, &says.to_string());
    match judgement.schema_count {
        0 => page.marked(Mark::Good, &text!("csaf-check-schema-kept").to_string()),
        count => page.marked(Mark::Bad, &text!("csaf-check-schema-broken", count = count).to_string()),
    }
    places(page, &judgement.schema, judgement.schema_count);
    tests(page, report, CsafTier::Mandatory, &text!("csaf-check-mandatory"), all);
    tests(page, report, CsafTier::Optional, &text!("csaf-check-optional"), all);
    page.blank();
}

fn verdict(report: &CsafCheckReport) -> (Mark, Text) {
    let of_mandatory = |outcome: CsafOutcome| {
        let tests = report.judgement.tests.iter().filter(|test| test.tier == CsafTier::Mandatory);
        tests.filter(|test| test.outcome == outcome).count()
    };
    let broken = report.judgement.schema_count + of_mandatory(CsafOutcome::Failed);
    match (report.judgement.is_valid, broken) {
        (true, _) => (Mark::Good, text!("csaf-check-valid", count = of_mandatory(CsafOutcome::Passed))),
        (false, 0) => (Mark::Open, text!("csaf-check-undecided")),
        (false, _) => (Mark::Bad, text!("csaf-check-invalid")),
    }
}

fn tests(page: &mut Page, report: &CsafCheckReport, tier: CsafTier, heading: &Text, all: bool) {
    let of_tier: Vec<&CsafTestAnswer> =
        report.judgement.tests.iter().filter(|test| test.tier == tier).collect();
    let count = |outcome: CsafOutcome| of_tier.iter().filter(|test| test.outcome == outcome).count();
    let remark = text!(
        "csaf-check-counted",
        passed = count(CsafOutcome::Passed),
        failed = count(CsafOutcome::Failed),
        apart = count(CsafOutcome::NotApplicable),
        undecided = count(CsafOutcome::Undecided)
    );
    page.heading(&heading.to_string(), &remark.to_string());
    let is_quiet = |outcome: CsafOutcome| matches!(outcome, CsafOutcome::Passed | CsafOutcome::NotApplicable);
    for test in of_tier.into_iter().filter(|test| all || !is_quiet(test.outcome)) {
        one(page, test);
    }
}

fn one(page: &mut Page, test: &CsafTestAnswer) {
    let mark = match (test.outcome, test.tier) {
        (CsafOutcome::Passed, _) => Mark::Good,
        (CsafOutcome::Failed, CsafTier::Mandatory) => Mark::Bad,
        (CsafOutcome::NotApplicable, _) => Mark::Plain,
        (CsafOutcome::Failed | CsafOutcome::Undecided, _) => Mark::Open,
    };
    let name = format!("{} {}", test.id, test.name);
    match test.outcome {
        CsafOutcome::NotApplicable => {
            page.marked(mark, &format!("{name}: {}", dim(&text!("csaf-check-not-applicable").to_string())));
        }
        _ => page.marked(mark, &name),
    }
    if let Some(because) = &test.because {
        page.below(&because.to_string());
    }
    places(page, &test.findings, test.count);
}

fn places(page: &mut Page, told: &[Problem], count: usize) {
    let mut hint = None;
    for problem in told {
        let place = problem.place.path.as_deref().filter(|place| !place.is_empty()).unwrap_or("/");
        page.below(&format!("{place}: {}", problem.says));
        // What helps at one place helps at the next: it is said once.
        if hint.is_some() && hint != problem.says.hint() {
            page.below(&dim(hint.as_deref().unwrap_or_default()));
        }
        hint = problem.says.hint();
    }
    if count > told.len() {
        page.below(&dim(&text!("proofmark-more", count = count - told.len()).to_string()));
    }
    if let Some(hint) = hint {
        page.below(&dim(&hint));
    }
}
