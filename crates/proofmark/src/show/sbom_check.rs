//! How good a bill of materials is: each guideline with what it misses, and how that is mended.

use proofmark_actions::SbomCheckReport;
use proofmark_law::{CheckAnswer, CheckOutcome, GuidelineAnswer, Lacking, MendedBy, Tier, Verification};
use proofmark_text::text;

use super::page::{Mark, Page, dim};

/// The report; `all` shows what is there as well.
pub(crate) fn sbom_check(page: &mut Page, report: &SbomCheckReport, all: bool) {
    let judgement = &report.judgement;
    page.title(&report.file, &judgement.format);
    page.below(&dim(&text!("quality-components", count = judgement.components).to_string()));
    if let Some(answer) = &report.schema {
        let (schema, count) = (answer.schema.as_str(), answer.faults.len());
        let (mark, says) = match (count, answer.more) {
            (0, _) => (Mark::Good, text!("quality-schema-met", schema = schema)),
            (_, false) => (Mark::Bad, text!("quality-schema-broken", schema = schema, count = count)),
            (_, true) => (Mark::Bad, text!("quality-schema-broken-more", schema = schema, count = count)),
        };
        page.marked(mark, &says.to_string());
    }
    for answer in &judgement.guidelines {
        guideline(page, answer, all);
    }
}

fn guideline(page: &mut Page, answer: &GuidelineAnswer, all: bool) {
    let required = answer.checks.iter().filter(|check| check.tier == Tier::Required);
    let (mut there, mut asked) = (0_usize, 0_usize);
    for check in required {
        asked += 1;
        there += usize::from(check.outcome == CheckOutcome::Met);
    }
    let remark = text!("quality-score", there = there, asked = asked, score = u32::from(answer.score));
    page.heading(&answer.title.to_string(), &remark.to_string());
    let read = [Verification::Primary, Verification::PrimaryImplementing, Verification::PrimaryDelegated];
    if !answer.verified.iter().any(|how| read.contains(how)) {
        page.below(&dim(&text!("quality-secondary").to_string()));
    }
    let shown =
        |check: &&CheckAnswer| all || (check.outcome != CheckOutcome::Met && check.tier != Tier::Optional);
    for check in answer.checks.iter().filter(shown) {
        one(page, check);
    }
    let hidden = answer.checks.iter().filter(|check| !shown(check));
    let (met, optional) = hidden.fold((0_usize, 0_usize), |(met, optional), check| match check.outcome {
        CheckOutcome::Met => (met + 1, optional),
        _ => (met, optional + 1),
    });
    if met > 0 {
        page.marked(Mark::Good, &dim(&text!("quality-more-met", count = met).to_string()));
    }
    if optional > 0 {
        page.marked(Mark::Plain, &dim(&text!("quality-more-optional", count = optional).to_string()));
    }
}

fn one(page: &mut Page, check: &CheckAnswer) {
    let mark = match (check.outcome, check.tier) {
        (CheckOutcome::Met, _) => Mark::Good,
        (CheckOutcome::NotMet, Tier::Required) => Mark::Bad,
        (_, Tier::Optional) => Mark::Plain,
        _ => Mark::Open,
    };
    let asks = check.asks.to_string();
    let counted = match (check.outcome, check.asked) {
        (CheckOutcome::Met, _) | (CheckOutcome::NotMet, 1) => String::new(),
        (CheckOutcome::NotMet, asked) => {
            text!("quality-lacking", lacking = check.lacking, asked = asked).to_string()
        }
        (CheckOutcome::Undecided, 0) => text!("quality-nothing-listed").to_string(),
        (CheckOutcome::Undecided, _) => {
            text!("quality-undecided", undecided = check.undecided, asked = check.asked).to_string()
        }
    };
    page.marked(mark, &if counted.is_empty() { asks } else { format!("{asks}: {counted}") });
    for says in check.examples.iter().map(example).filter(|says| !says.is_empty()) {
        page.below(&says);
    }
    if check.outcome == CheckOutcome::NotMet {
        if check.examples.iter().any(|lacking| lacking.component.is_some())
            && check.lacking > check.examples.len()
        {
            let rest = text!("proofmark-more", count = check.lacking - check.examples.len());
            page.below(&dim(&rest.to_string()));
        }
        let who = match check.mended_by {
            MendedBy::Tool => text!("quality-by-tool"),
            MendedBy::Maker => text!("quality-by-maker"),
        };
        let hint = check.asks.hint().unwrap_or_default();
        page.below(&dim(&format!("{who} {hint}")));
    }
}

fn example(lacking: &Lacking) -> String {
    let because = lacking.because.as_ref().map(ToString::to_string);
    match (&lacking.component, because) {
        (Some(component), Some(because)) => format!("{component}: {because}"),
        (Some(component), None) => component.clone(),
        (None, because) => because.unwrap_or_default(),
    }
}
