//! What binds on the day, how long support lasts and things are kept, and how high fines can be: only when all is asked.

use proofmark_law::{
    Duty, DutyGroup, DutyState, Exposure, LatestOnlyOutcome, Maximum, NoticeKind, NoticeState, Part, Reason,
    Retention, RetentionState, SizeOutcome, SupportOutcome, SupportPeriodVerdict, TierExposure, Verdict,
};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, strong};
use super::reasons::{reason_line, reasons, review};

/// Duties, support period, retention, size, penalties and the days of the law.
pub(crate) fn periods(page: &mut Page, verdict: &Verdict) {
    if let Some(duties) = &verdict.duties {
        let on = duties.on.to_string();
        page.heading(&text!("periods-show-duties").to_string(), &on);
        if duties.binds.is_empty() {
            page.marked(Mark::Plain, &strong(&text!("periods-show-nothing-binds").to_string()));
        }
        for duty in &duties.groups {
            one_duty(page, duty);
        }
    }
    if let Some(support) = &verdict.support_period {
        support_period(page, support);
    }
    if !verdict.retention.is_empty() {
        page.heading(&text!("periods-show-retention").to_string(), "");
        for kept in &verdict.retention {
            retention(page, kept);
        }
    }
    if let Some(enterprise) = &verdict.enterprise {
        page.heading(&text!("periods-show-size").to_string(), "");
        let is_open = enterprise.size.is_none() || matches!(enterprise.computed, SizeOutcome::AtLeast(_));
        let mark = if is_open { Mark::Open } else { Mark::Plain };
        for reason in &enterprise.reasons {
            page.marked(mark, &reason_line(reason));
            review(page, reason);
        }
    }
    if let Some(exposure) = &verdict.exposure {
        penalties(page, exposure);
    }
    page.heading(&text!("periods-show-days").to_string(), "");
    for day in &verdict.law_days {
        let mark = if day.has_come { Mark::Good } else { Mark::Plain };
        page.marked(mark, &format!("{}  {}", day.on, reason_line(&day.reason)));
        review(page, &day.reason);
    }
}

fn one_duty(page: &mut Page, duty: &Duty) {
    let group = match duty.group {
        DutyGroup::Reporting => text!("periods-show-reporting"),
        DutyGroup::VulnerabilityHandling => text!("periods-show-handling"),
        DutyGroup::EverythingElse => text!("periods-show-everything-else"),
    };
    let of = match duty.of {
        Part::Product => group.to_string(),
        Part::UnitsPlacedBefore => text!("periods-show-units-before", group = group.to_string()).to_string(),
        Part::UnitsPlacedFrom => text!("periods-show-units-from", group = group.to_string()).to_string(),
    };
    let (mark, says) = match &duty.state {
        DutyState::Binds => (Mark::Open, text!("periods-show-binds", of = of)),
        DutyState::NotBefore { on } => {
            (Mark::Plain, text!("periods-show-not-before", of = of, on = on.to_string()))
        }
        DutyState::Ended { on } => (Mark::Plain, text!("periods-show-ended", of = of, on = on.to_string())),
        DutyState::NotUnlessSubstantiallyModified => {
            (Mark::Plain, text!("periods-show-unless-modified", of = of))
        }
        DutyState::Not => (Mark::Plain, text!("periods-show-not", of = of)),
        DutyState::Undetermined { missing } => {
            (Mark::Open, text!("periods-show-open", of = of, missing = missing.join(", ")))
        }
    };
    page.marked(mark, &strong(&says.to_string()));
    reasons(page, duty.reasons.iter().collect());
}

fn support_period(page: &mut Page, support: &SupportPeriodVerdict) {
    let remark = support.required_end.map(|end| text!("periods-show-required", on = end.to_string()));
    let remark = remark.map(|says| says.to_string()).unwrap_or_default();
    page.heading(&text!("periods-show-support").to_string(), &remark);
    let (mark, says) = match &support.outcome {
        SupportOutcome::LongEnough => (Mark::Good, text!("periods-show-long-enough")),
        SupportOutcome::ShorterThanUse => (Mark::Open, text!("periods-show-shorter-than-use")),
        SupportOutcome::TooShort => (Mark::Bad, text!("periods-show-too-short")),
        SupportOutcome::NotAsked => (Mark::Plain, text!("periods-show-support-not-asked")),
        SupportOutcome::Undetermined { missing } => {
            (Mark::Open, text!("periods-show-support-open", missing = missing.join(", ")))
        }
    };
    page.marked(mark, &strong(&says.to_string()));
    reasons(page, support.reasons.iter().collect());
    if let Some(latest) = &support.latest_version_only {
        let (mark, says) = match latest.outcome {
            LatestOnlyOutcome::Allowed => (Mark::Good, text!("periods-show-latest-only")),
            LatestOnlyOutcome::NotAllowed => (Mark::Bad, text!("periods-show-not-latest-only")),
            LatestOnlyOutcome::Undetermined { .. } => (Mark::Open, text!("periods-show-latest-only-open")),
        };
        page.marked(mark, &strong(&says.to_string()));
        reasons(page, latest.reasons.iter().collect());
    }
    for notice in &support.notices {
        let kind = match notice.kind {
            NoticeKind::AtPurchase => text!("periods-show-notice-at-purchase"),
            NoticeKind::EndOfSupport => text!("periods-show-notice-at-end"),
            NoticeKind::OlderVersions => text!("periods-show-notice-older"),
        };
        let due = notice.due_on.map(|on| format!(" {on}")).unwrap_or_default();
        let kind = format!("{kind}{due}");
        let (mark, says) = match &notice.state {
            NoticeState::Given => (Mark::Good, text!("periods-show-given", notice = kind)),
            NoticeState::Due => (Mark::Bad, text!("periods-show-due", notice = kind)),
            NoticeState::Later => (Mark::Plain, text!("periods-show-later", notice = kind)),
            NoticeState::NotAsked => (Mark::Plain, text!("periods-show-not-asked", notice = kind)),
            NoticeState::Undetermined { .. } => {
                (Mark::Open, text!("periods-show-notice-open", notice = kind))
            }
        };
        page.marked(mark, &strong(&says.to_string()));
        reasons(page, notice.reasons.iter().collect());
    }
}

fn retention(page: &mut Page, kept: &Retention) {
    let what = kept.what.to_string();
    let (mark, says) = match &kept.state {
        RetentionState::Until { on } => {
            (Mark::Plain, text!("periods-show-until", what = what, on = on.to_string()))
        }
        RetentionState::NotUnlessSubstantiallyModified => {
            (Mark::Plain, text!("periods-show-unless-modified", of = what))
        }
        RetentionState::Undetermined { missing, not_before: Some(on) } => {
            let missing = missing.join(", ");
            let on = on.to_string();
            (Mark::Open, text!("periods-show-until-at-least", what = what, on = on, missing = missing))
        }
        RetentionState::Undetermined { missing, not_before: None } => {
            (Mark::Open, text!("periods-show-open", of = what, missing = missing.join(", ")))
        }
    };
    page.marked(mark, &strong(&says.to_string()));
    reasons(page, kept.reasons.iter().collect());
}

fn penalties(page: &mut Page, exposure: &Exposure) {
    let from = text!("periods-show-penalties-from", on = exposure.applies_from.to_string());
    page.heading(&text!("periods-show-penalties").to_string(), &from.to_string());
    for tier in &exposure.tiers {
        one_tier(page, tier);
    }
    list(page, &text!("periods-show-exempt"), &exposure.exemptions);
    list(page, &text!("periods-show-factors"), &exposure.factors);
    list(page, &text!("periods-show-cannot-be-said"), &exposure.cannot_be_said);
}

fn one_tier(page: &mut Page, tier: &TierExposure) {
    let says = match &tier.maximum {
        Maximum::Is { cents } => text!("periods-show-at-most", amount = euros(*cents)),
        Maximum::AtLeast { cents, missing } => {
            text!("periods-show-at-most-open", amount = euros(*cents), missing = missing.join(", "))
        }
    };
    page.marked(Mark::Plain, &strong(&says.to_string()));
    let cited: Vec<String> = tier.infringements.iter().map(ToString::to_string).collect();
    page.below(&dim(&cited.join(", ")));
    reasons(page, tier.reasons.iter().collect());
}

fn list(page: &mut Page, title: &Text, of: &[Reason]) {
    if !of.is_empty() {
        page.marked(Mark::Plain, &strong(&title.to_string()));
        reasons(page, of.iter().collect());
    }
}

/// An amount as people read it: `15 000 000`, with cents only where there are any.
fn euros(cents: u64) -> String {
    let digits = (cents / 100).to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    match cents % 100 {
        0 => grouped,
        rest => format!("{grouped}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::euros;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        assert_eq!(euros(1_500_000_000), "15\u{a0}000\u{a0}000");
        assert_eq!(euros(123_457), "1\u{a0}234.57");
        assert_eq!(euros(5), "0.05");
    }
}
