//! Article 13(8): how long the support period must last at least, which rule says so, and whether the declared end does.

use jiff::civil::Date;
use proofmark_facts::{Dossier, SupportPeriod};
use proofmark_text::{Arg, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::periods::earlier_version::earlier_version;
use crate::periods::placing::{Came, came_on_the_market};
use crate::periods::span::last_day;
use crate::periods::support_notices::{LatestOnly, SupportNotice, latest_only, notices, remarks};
use crate::reason::Reason;
use crate::source::{F, G, P, S, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::not_stated;

/// Five years, in months.
const FLOOR_MONTHS: u64 = 60;

const ENDS: &str = "support_period.ends_on";
const SUP_05: Source = Source::new("SUP-05", &[P, G]);
const SUP_06: Source = Source::new("SUP-06", &[G]);
const ARTICLE: Citation = Citation::article(13).paragraph(8);

/// The support period of the product line or version.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SupportPeriodVerdict {
    /// The day it runs from: placing on the market of the version, or of the last unit.
    pub runs_from: Option<Date>,
    /// The earliest last day the law lets it have.
    pub floor_end: Option<Date>,
    /// The last day it must have to reflect the expected use too; never before the floor.
    pub required_end: Option<Date>,
    /// The rule that gave the required end.
    pub rule: Option<SupportRule>,
    /// The last day declared.
    pub declared_end: Option<Date>,
    /// The declared end against the required one.
    pub outcome: SupportOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What users must be told about the end.
    pub notices: Vec<SupportNotice>,
    /// Whether remedies may stop for older versions; `None`: nothing of the kind is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_version_only: Option<LatestOnly>,
}

/// What decided the required end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SupportRule {
    /// Five years, and the expected use is as long.
    Floor,
    /// The expected use, longer than five years.
    LongerUse,
    /// The expected use, shorter than five years.
    ShorterUse,
    /// The time of a subscription, shorter than five years.
    Subscription,
    /// A delegated act's minimum.
    ActMinimum,
    /// What remains of the period of the version it was made from.
    Aligned,
}

/// How the declared end stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SupportOutcome {
    /// Long enough.
    LongEnough,
    /// Not before the floor, but before the expected use ends.
    ShorterThanUse,
    /// Before the law lets it end.
    TooShort,
    /// The product was placed before full application, so no support period is asked for it.
    NotAsked,
    /// These facts are not stated; empty: a day lies beyond the calendar.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// The end by the rules alone, and the facts that would be needed to say it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Judged {
    pub(crate) runs_from: Option<Date>,
    pub(crate) floor_end: Option<Date>,
    pub(crate) required_end: Option<Date>,
    pub(crate) rule: Option<SupportRule>,
    pub(crate) outlives_calendar: bool,
    pub(crate) missing: Vec<String>,
    pub(crate) reasons: Vec<Reason>,
}

impl Judged {
    fn lacks(&mut self, path: &str, source: Source) {
        self.missing.push(path.to_owned());
        self.reasons.push(not_stated(path, source, ARTICLE));
    }

    /// The end by this rule.
    fn ends(&mut self, floor: Option<Date>, required: Option<Date>, rule: SupportRule) {
        self.floor_end = floor;
        self.required_end = required;
        self.rule = Some(rule);
        self.outlives_calendar = required.is_none();
    }
}

/// The support period on this day, for a product in scope (reference section 8.6).
pub fn support_period(dossier: &Dossier, state: &StateOfTheLaw, day: Date) -> SupportPeriodVerdict {
    let mut judged = judge(dossier, state);
    let declared_end = dossier.support_period.ends_on;
    let came = came_on_the_market(dossier).ok();
    let not_asked = came.filter(|came| came.is_all_before(FULL_APPLICATION));
    let outcome = match not_asked {
        Some(came) => {
            let source = Source::new("TRN-04", &[G, F]);
            let says = text!("periods-support-not-asked", on = came.first.to_string());
            judged.reasons = vec![Reason::new(says, source, Citation::guidance(210)).on(came.path)];
            SupportOutcome::NotAsked
        }
        None => outcome(&judged, declared_end),
    };
    judged.reasons.extend(compared(&outcome, &judged, declared_end));
    judged.reasons.extend(remarks(dossier, day));
    SupportPeriodVerdict {
        runs_from: judged.runs_from,
        floor_end: judged.floor_end,
        required_end: judged.required_end,
        rule: judged.rule,
        declared_end,
        notices: if outcome == SupportOutcome::NotAsked { Vec::new() } else { notices(dossier, came, day) },
        latest_version_only: latest_only(dossier),
        outcome,
        reasons: judged.reasons,
    }
}

/// The declared end against the rules; missing facts first.
pub(crate) fn outcome(judged: &Judged, declared: Option<Date>) -> SupportOutcome {
    let mut missing = judged.missing.clone();
    if declared.is_none() {
        missing.push(ENDS.to_owned());
    }
    match (declared, judged.floor_end) {
        (Some(declared), Some(floor)) if missing.is_empty() => {
            if declared < floor {
                SupportOutcome::TooShort
            } else if judged.required_end.is_none_or(|required| declared < required) {
                SupportOutcome::ShorterThanUse
            } else {
                SupportOutcome::LongEnough
            }
        }
        _ => SupportOutcome::Undetermined { missing },
    }
}

fn compared(outcome: &SupportOutcome, judged: &Judged, declared: Option<Date>) -> Vec<Reason> {
    let source = Source::new("SUP-01", &[P]);
    let ends = declared.map(|end| end.to_string()).unwrap_or_default();
    let floor = judged.floor_end.map(|end| end.to_string()).unwrap_or_default();
    let required = judged.required_end.map(|end| Arg::from(end.to_string()));
    let required = required.unwrap_or_else(|| text!("periods-beyond-calendar").into());
    let reason = |says| Reason::new(says, source, ARTICLE).on(ENDS);
    match outcome {
        SupportOutcome::LongEnough => vec![reason(text!("periods-support-long-enough", ends_on = ends))],
        SupportOutcome::TooShort => {
            vec![reason(text!("periods-support-too-short", ends_on = ends, floor = floor))]
        }
        SupportOutcome::ShorterThanUse => {
            let says = text!("periods-support-shorter-than-use", ends_on = ends, required = required);
            vec![open_point(says)]
        }
        SupportOutcome::Undetermined { missing } if missing.is_empty() => {
            vec![reason(text!("periods-support-beyond-calendar"))]
        }
        SupportOutcome::Undetermined { missing } if missing.iter().any(|path| path == ENDS) => {
            vec![not_stated(ENDS, Source::new("SUP-04", &[P]), Citation::article(13).paragraph(19))]
        }
        SupportOutcome::Undetermined { .. } | SupportOutcome::NotAsked => Vec::new(),
    }
}

/// OPN-08: whether the period must be as long as the expected use is answered in two ways.
fn open_point(says: proofmark_text::Text) -> Reason {
    let source = Source::new("OPN-08", &[F, P]);
    Reason::new(says, source, Citation::faq("4.5.1")).on(ENDS).for_review(text!("periods-review-use"))
}

/// What the rules ask for, whatever is declared as the end.
pub(crate) fn judge(dossier: &Dossier, state: &StateOfTheLaw) -> Judged {
    let mut judged = Judged::default();
    let came = match came_on_the_market(dossier) {
        Ok(came) => came,
        Err(missing) => {
            for path in missing {
                judged.lacks(&path, SUP_05);
            }
            if expected_use(&dossier.support_period).is_none() {
                judged.lacks("support_period.expected_use_years", Source::new("SUP-01", &[P]));
            }
            return judged;
        }
    };
    let from = came.last();
    judged.runs_from = Some(from);
    let says = if came.per_unit {
        text!("periods-support-runs-from-unit", from = from.to_string())
    } else {
        text!("periods-support-runs-from-version", from = from.to_string())
    };
    judged.reasons.push(Reason::new(says, SUP_05, ARTICLE).on(came.path));
    if !aligned(&mut judged, dossier, came) {
        by_use(&mut judged, &dossier.support_period, from);
    }
    act_minimums(&mut judged, dossier, state, from);
    judged
}

/// SUP-06: a substantially modified version of software takes over what remains, where nothing about its use has
/// changed; units each have a period of their own. Whether that settled the end, or that it cannot be settled.
fn aligned(judged: &mut Judged, dossier: &Dossier, came: Came) -> bool {
    if came.per_unit || !earlier_version(dossier).is_some_and(|earlier| earlier.is_substantially_modified()) {
        return false;
    }
    let cites = Citation::guidance(131);
    let (factors, original) = ("support_period.use_factors_unchanged", "support_period.original_ends_on");
    let period = &dossier.support_period;
    match (period.use_factors_unchanged, period.original_ends_on) {
        (None, _) => judged.lacks(factors, SUP_06),
        (Some(true), None) => judged.lacks(original, SUP_06),
        (Some(true), Some(end)) if end >= came.last() => {
            judged.ends(Some(end), Some(end), SupportRule::Aligned);
            let says = text!("periods-support-aligned", on = end.to_string());
            judged.reasons.push(Reason::new(says, SUP_06, cites).on(original));
        }
        (Some(true), Some(end)) => {
            let says = text!("periods-support-nothing-remains", on = end.to_string());
            let reason = Reason::new(says, SUP_06, cites).on(original);
            judged.reasons.push(reason.for_review(text!("periods-review-nothing-remains")));
            return false;
        }
        (Some(false), _) => {
            let says = text!("periods-support-reassessed");
            judged.reasons.push(Reason::new(says, SUP_06, cites).on(factors));
            return false;
        }
    }
    true
}

/// SUP-01 to SUP-03: the expected use, five years at least unless the use is shorter.
fn by_use(judged: &mut Judged, period: &SupportPeriod, from: Date) {
    let Some((months, path)) = expected_use(period) else {
        judged.lacks("support_period.expected_use_years", Source::new("SUP-01", &[P]));
        return;
    };
    let (use_end, floor) = (last_day(from, months), last_day(from, FLOOR_MONTHS));
    let by_subscription = path == "support_period.subscription_months";
    let reason = if months < FLOOR_MONTHS {
        let rule = if by_subscription { SupportRule::Subscription } else { SupportRule::ShorterUse };
        judged.ends(use_end, use_end, rule);
        let source = Source::new("SUP-03", &[P, F]);
        let says = if by_subscription {
            text!("periods-support-subscription", months = months.to_string())
        } else {
            text!("periods-support-shorter-use", months = months.to_string())
        };
        Reason::new(says, source, ARTICLE.subparagraph(3))
    } else {
        let rule = if months == FLOOR_MONTHS { SupportRule::Floor } else { SupportRule::LongerUse };
        judged.ends(floor, use_end, rule);
        let source = Source::new("SUP-02", &[P, G]);
        let says = text!("periods-support-floor", months = months.to_string());
        Reason::new(says, source, ARTICLE.subparagraph(3))
    };
    judged.reasons.push(reason.on(path));
}

/// The expected use in months, and the fact it stands on.
pub(crate) fn expected_use(period: &SupportPeriod) -> Option<(u64, &'static str)> {
    let subscription = period.subscription_months.filter(|_| period.subscription_only == Some(true));
    let years = period.expected_use_years.map(|years| u64::from(years) * 12);
    subscription
        .map(|months| (months, "support_period.subscription_months"))
        .or_else(|| period.expected_use_months.map(|months| (months, "support_period.expected_use_months")))
        .or_else(|| years.map(|months| (months, "support_period.expected_use_years")))
}

/// SUP-10: a minimum set for some products; which they are, the dossier says or a reader must.
fn act_minimums(judged: &mut Judged, dossier: &Dossier, state: &StateOfTheLaw, from: Date) {
    const SUP_10: Source = Source::new("SUP-10", &[P, S]);
    let path = "support_period.act_minimums";
    let cites = ARTICLE.subparagraph(4);
    for minimum in &state.minimum_support_periods {
        let declared =
            dossier.support_period.act_minimums.iter().find(|declared| declared.act == minimum.act);
        let end = last_day(from, u64::from(minimum.years) * 12);
        match declared.and_then(|declared| declared.covers_this_product) {
            Some(false) => {}
            Some(true) => {
                let says = text!("periods-support-act", act = &minimum.act, years = minimum.years);
                judged.reasons.push(Reason::new(says, SUP_10, cites).on(path));
                if judged.rule.is_some() && !judged.outlives_calendar && end > judged.floor_end {
                    let required = judged.required_end.max(end);
                    let rule = if required > judged.required_end {
                        Some(SupportRule::ActMinimum)
                    } else {
                        judged.rule
                    };
                    (judged.floor_end, judged.required_end, judged.rule) = (end, required, rule);
                }
            }
            None => {
                let says = text!(
                    "periods-support-act-open",
                    act = &minimum.act,
                    years = minimum.years,
                    products = &minimum.products,
                );
                let reason = Reason::new(says, SUP_10, cites).on(path);
                judged.reasons.push(reason.for_review(text!("periods-review-act")));
                // Only where the answer would change the outcome.
                if end.is_none_or(|end| dossier.support_period.ends_on.is_some_and(|declared| declared < end))
                {
                    judged.missing.push(path.to_owned());
                }
            }
        }
    }
}
