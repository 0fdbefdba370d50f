//! Articles 13(10) and 13(19), recital 61: what users are told about the end of support, and what may stop before it.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Remedy};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::periods::placing::Came;
use crate::reason::Reason;
use crate::source::{F, G, P, Source};
use crate::step::not_stated;

const SUP_04: Source = Source::new("SUP-04", &[P]);
const SUP_07: Source = Source::new("SUP-07", &[P, G]);
const AT_PURCHASE: Citation = Citation::article(13).paragraph(19);
const ENDS: &str = "support_period.ends_on";

/// Something users must be told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SupportNotice {
    /// Which.
    pub kind: NoticeKind,
    /// From which day; `None`: that day is not known.
    pub due_on: Option<Date>,
    /// How it stands on the day asked about.
    pub state: NoticeState,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The notices there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// The end, month and year at least, at the time of purchase.
    AtPurchase,
    /// That the end has come.
    EndOfSupport,
    /// That older versions are no longer remedied; advice of the guidance.
    OlderVersions,
}

/// How a notice stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeState {
    /// It is given.
    Given,
    /// It is due and not given.
    Due,
    /// It will be due.
    Later,
    /// It is not asked for.
    NotAsked,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// Whether vulnerabilities need be remedied in the latest version only (Article 13(10)).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LatestOnly {
    /// The answer.
    pub outcome: LatestOnlyOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Whether remedies may stop for older versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LatestOnlyOutcome {
    /// They may.
    Allowed,
    /// They may not.
    NotAllowed,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// Every notice about the end of support, as it stands on the day.
pub(crate) fn notices(dossier: &Dossier, came: Option<Came>, day: Date) -> Vec<SupportNotice> {
    let mut notices = vec![at_purchase(dossier, came, day), at_the_end(dossier, day)];
    notices.extend(of_older_versions(dossier));
    notices
}

fn undetermined(path: &str) -> NoticeState {
    NoticeState::Undetermined { missing: vec![path.to_owned()] }
}

fn due(on: Option<Date>, day: Date) -> NoticeState {
    if on.is_some_and(|on| on <= day) { NoticeState::Due } else { NoticeState::Later }
}

fn at_purchase(dossier: &Dossier, came: Option<Came>, day: Date) -> SupportNotice {
    let path = "support_period.end_stated_at_purchase";
    let due_on = came.map(|came| came.first.max(FULL_APPLICATION));
    let period = &dossier.support_period;
    let reason = Reason::new(text!("periods-notice-at-purchase"), SUP_04, AT_PURCHASE).on(path);
    let (state, reason) = match (period.ends_on, period.end_stated_at_purchase) {
        (None, _) => (undetermined(ENDS), not_stated(ENDS, SUP_04, AT_PURCHASE)),
        (_, None) => (undetermined(path), not_stated(path, SUP_04, AT_PURCHASE)),
        (_, Some(true)) => (NoticeState::Given, reason),
        (_, Some(false)) => (due(due_on, day), reason),
    };
    SupportNotice { kind: NoticeKind::AtPurchase, due_on, state, reasons: vec![reason] }
}

fn at_the_end(dossier: &Dossier, day: Date) -> SupportNotice {
    let feasible = "support_period.end_notice_feasible";
    let period = &dossier.support_period;
    let due_on = period.ends_on;
    let reason = Reason::new(text!("periods-notice-at-end"), SUP_04, AT_PURCHASE).on(feasible);
    let (state, reason) = match (due_on, period.end_notice_shown_on, period.end_notice_feasible) {
        (None, ..) => (undetermined(ENDS), not_stated(ENDS, SUP_04, AT_PURCHASE)),
        (_, Some(shown), _) if shown <= day => (NoticeState::Given, reason),
        (_, _, Some(true)) => (due(due_on, day), reason),
        (_, _, Some(false)) => {
            let says = text!("periods-notice-not-feasible");
            (NoticeState::NotAsked, Reason::new(says, SUP_04, AT_PURCHASE).on(feasible))
        }
        (_, _, None) => (undetermined(feasible), not_stated(feasible, SUP_04, AT_PURCHASE)),
    };
    SupportNotice { kind: NoticeKind::EndOfSupport, due_on, state, reasons: vec![reason] }
}

fn of_older_versions(dossier: &Dossier) -> Option<SupportNotice> {
    let older = &dossier.support_period.older_versions;
    let path = "support_period.older_versions.users_told";
    if older.remediation_stopped != Some(true) {
        return None;
    }
    let cites = Citation::guidance(131);
    let reason = Reason::new(text!("periods-notice-older-versions"), SUP_07, cites).on(path);
    let (state, reason) = match older.users_told {
        Some(true) => (NoticeState::Given, reason),
        Some(false) => (NoticeState::Due, reason),
        None => (undetermined(path), not_stated(path, SUP_07, cites)),
    };
    Some(SupportNotice { kind: NoticeKind::OlderVersions, due_on: None, state, reasons: vec![reason] })
}

/// SUP-07: a free upgrade without extra cost for hardware or infrastructure; anything else keeps older versions alive.
pub(crate) fn latest_only(dossier: &Dossier) -> Option<LatestOnly> {
    let older = &dossier.support_period.older_versions;
    if older.remediation_stopped != Some(true) {
        return None;
    }
    let cites = Citation::article(13).paragraph(10);
    let conditions = older.conditions();
    let mut reasons = Vec::new();
    let broken = conditions.iter().filter(|(_, stated, asked)| stated.is_some_and(|stated| stated != *asked));
    for (path, ..) in broken {
        reasons.push(Reason::new(text!("periods-latest-only-broken"), SUP_07, cites).on(*path));
    }
    let open = conditions.iter().filter(|(_, stated, _)| stated.is_none());
    let missing: Vec<String> = open.map(|(path, ..)| (*path).to_owned()).collect();
    let outcome = if !reasons.is_empty() {
        LatestOnlyOutcome::NotAllowed
    } else if missing.is_empty() {
        let says = text!("periods-latest-only");
        reasons.push(Reason::new(says, SUP_07, cites).on(conditions[0].0));
        LatestOnlyOutcome::Allowed
    } else {
        reasons.extend(missing.iter().map(|path| not_stated(path, SUP_07, cites)));
        LatestOnlyOutcome::Undetermined { missing }
    };
    if older.paid_support_offered == Some(true) {
        let says = text!("periods-latest-only-paid-support");
        let reason = Reason::new(says, SUP_07, Citation::guidance(130));
        reasons.push(reason.on("support_period.older_versions.paid_support_offered"));
    }
    Some(LatestOnly { outcome, reasons })
}

/// SUP-08 and SUP-09: components without support, and what a manufacturer may consider after the end.
pub(crate) fn remarks(dossier: &Dossier, day: Date) -> Vec<Reason> {
    const SUP_08: Source = Source::new("SUP-08", &[F]);
    const SUP_09: Source = Source::new("SUP-09", &[P]);
    let period = &dossier.support_period;
    let mut reasons = Vec::new();
    for (index, component) in period.components_without_support.iter().enumerate() {
        let path = format!("support_period.components_without_support[{index}].remedy");
        let cites = Citation::faq("4.3.7");
        let name = &component.component;
        let outlived = component.supported_until.zip(period.ends_on).is_none_or(|(own, ends)| own < ends);
        if !outlived {
            continue;
        }
        let says = match component.remedy {
            None => {
                reasons.push(not_stated(&path, SUP_08, cites));
                continue;
            }
            Some(Remedy::None) => text!("periods-component-nothing-done", component = name),
            Some(_) => text!("periods-component-remedied", component = name),
        };
        reasons.push(Reason::new(says, SUP_08, cites).on(path));
    }
    let is_over = period.ends_on.is_some_and(|end| end < day);
    if is_over || period.releases_source_afterwards.is_some() {
        let says = text!("periods-support-source");
        let reason = Reason::new(says, SUP_09, Citation::recital(61));
        reasons.push(reason.on("support_period.releases_source_afterwards"));
    }
    reasons
}
