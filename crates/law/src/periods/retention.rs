//! Articles 13(9), (13), (18), 18(3), 19(6), 23(2) and Annex VIII: what must be kept, and until when.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Procedure};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::periods::placing::{Came, LAST_UNIT, came_on_the_market};
use crate::periods::span::years_after;
use crate::reason::Reason;
use crate::roles::role::Role;
use crate::source::{P, Source};
use crate::step::not_stated;

/// How long things are kept at least.
const YEARS: u64 = 10;
const ENDS: &str = "support_period.ends_on";

/// Something that must be kept or stay available.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Retention {
    /// The row of the reference.
    pub row: &'static str,
    /// What.
    pub what: Text,
    /// Until when.
    pub state: RetentionState,
    /// The rule that gave the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<RetentionRule>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Until when something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RetentionState {
    /// Up to and including this day.
    Until {
        /// The last day.
        on: Date,
    },
    /// Nothing is asked: placed before full application and not substantially modified since.
    NotUnlessSubstantiallyModified,
    /// These facts are not stated; empty: the day lies beyond the calendar.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
        /// The earliest day it can be.
        #[serde(skip_serializing_if = "Option::is_none")]
        not_before: Option<Date>,
    },
}

/// Which of two days is the later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RetentionRule {
    /// Ten years after placing on the market, issue or supply.
    TenYears,
    /// The end of the support period.
    SupportPeriod,
}

/// One row: what it asks to keep, for how long from which day.
struct Row {
    source: Source,
    cites: Citation,
    what: Text,
}

fn row(row: &'static str, cites: Citation, what: Text) -> Row {
    Row { source: Source::new(row, &[P]), cites, what }
}

/// What this role must keep, and until when (reference section 8.5).
pub fn retention(dossier: &Dossier, role: Option<Role>) -> Vec<Retention> {
    let article = Citation::article;
    let mut kept: Vec<Retention> = match role {
        Some(Role::Manufacturer) => manufacturer(dossier),
        Some(Role::AuthorisedRepresentative) => {
            let cites = article(18).paragraph(3).point("a");
            vec![from_placing(dossier, row("RET-04", cites, text!("periods-keep-representative")))]
        }
        Some(Role::Importer) => {
            let cites = article(19).paragraph(6);
            vec![from_placing(dossier, row("RET-05", cites, text!("periods-keep-importer")))]
        }
        Some(Role::Distributor) => Vec::new(),
        // Stewards place nothing on the market, and nobody keeps for a role that is not theirs.
        Some(Role::Steward | Role::None) | None => return Vec::new(),
    };
    kept.extend(supply_chain(dossier));
    kept
}

fn manufacturer(dossier: &Dossier) -> Vec<Retention> {
    let article = |paragraph| Citation::article(13).paragraph(paragraph);
    let annex = |part: &'static str, point: &'static str| Citation::annex("VIII").part(part).point(point);
    let mut kept = vec![
        from_placing(dossier, row("RET-01", article(13), text!("periods-keep-documentation"))),
        from_placing(dossier, row("RET-02", article(18), text!("periods-keep-information"))),
    ];
    kept.extend(security_updates(dossier));
    let certificate = || row("RET-07", annex("II", "10"), text!("periods-keep-certificate"));
    let declaration = |part, point| row("RET-08", annex(part, point), text!("periods-keep-declaration"));
    match dossier.conformity.procedure {
        Some(Procedure::InternalControl) => kept.push(from_placing(dossier, declaration("I", "4.2"))),
        Some(Procedure::TypeExamination) => {
            kept.push(from_placing(dossier, certificate()));
            kept.push(from_placing(dossier, declaration("III", "3.2")));
        }
        Some(Procedure::FullQualityAssurance) => {
            kept.push(from_placing(dossier, declaration("IV", "5.2")));
            kept.push(from_placing(dossier, row("RET-08", annex("IV", "6"), text!("periods-keep-quality"))));
        }
        Some(Procedure::Certification) => {}
        None => {
            let path = "conformity.procedure";
            for row in [certificate(), declaration("I", "4.2")] {
                kept.push(lacking(row, vec![path.to_owned()], None));
            }
        }
    }
    kept
}

/// The later of ten years after placing and the end of the support period.
fn from_placing(dossier: &Dossier, row: Row) -> Retention {
    let came = match came_on_the_market(dossier) {
        Ok(came) => came,
        Err(missing) => {
            return lacking(row, missing, dossier.support_period.ends_on);
        }
    };
    if let Some(came) = legacy(dossier) {
        return not_asked(row, came);
    }
    if came.first < FULL_APPLICATION && came.last_unit.is_none() {
        // The units that bind are still to come: their clock has not started.
        return lacking(row, vec![LAST_UNIT.to_owned()], years_after(FULL_APPLICATION, YEARS));
    }
    let (source, cites) = (row.source, row.cites);
    let mut kept = the_later(row, came.last(), dossier.support_period.ends_on, came.path);
    if came.per_unit {
        let says = match came.last_unit {
            Some(last) => text!("periods-keep-last-unit", on = last.to_string()),
            None => text!("periods-keep-this-unit", on = came.first.to_string()),
        };
        let reason = Reason::new(says, source, cites).on(LAST_UNIT);
        kept.reasons.push(reason.for_review(text!("periods-review-last-unit")));
    }
    kept
}

/// RET-03: each update by itself.
fn security_updates(dossier: &Dossier) -> Vec<Retention> {
    let cites = Citation::article(13).paragraph(9);
    let legacy = legacy(dossier);
    if dossier.security_updates.is_empty() {
        let row = row("RET-03", cites, text!("periods-keep-updates"));
        return vec![match legacy {
            Some(came) => not_asked(row, came),
            None => lacking(row, vec!["security_updates".to_owned()], None),
        }];
    }
    let of_one = |(index, update): (usize, &proofmark_facts::SecurityUpdate)| {
        let row = row("RET-03", cites, text!("periods-keep-update", update = &update.update));
        let path = format!("security_updates[{index}].issued_on");
        match (legacy, update.issued_on) {
            (Some(came), _) => not_asked(row, came),
            (None, Some(issued)) => the_later(row, issued, dossier.support_period.ends_on, &path),
            (None, None) => lacking(row, vec![path], dossier.support_period.ends_on),
        }
    };
    dossier.security_updates.iter().enumerate().map(of_one).collect()
}

/// RET-06: who supplied, and who was supplied; each for ten years of its own.
fn supply_chain(dossier: &Dossier) -> [Retention; 2] {
    let cites = Citation::article(23).paragraph(2);
    let placing = &dossier.release.placing;
    let legacy = legacy(dossier);
    let one = |what, path: &str, last: Option<Date>| {
        let row = row("RET-06", cites, what);
        let Some(last) = last.filter(|_| legacy.is_none()) else {
            return match legacy {
                Some(came) => not_asked(row, came),
                None => lacking(row, vec![path.to_owned()], None),
            };
        };
        let says = text!("periods-keep-ten-years", from = last.to_string());
        let reason = Reason::new(says, row.source, row.cites).on(path);
        let state = years_after(last, YEARS).map_or_else(beyond, |on| RetentionState::Until { on });
        finished(row, state, Some(RetentionRule::TenYears), vec![reason])
    };
    [
        one(
            text!("periods-keep-suppliers"),
            "release.placing.last_supplied_to_us_on",
            placing.last_supplied_to_us_on,
        ),
        one(
            text!("periods-keep-supplied"),
            "release.placing.last_supplied_by_us_on",
            placing.last_supplied_by_us_on,
        ),
    ]
}

/// The product, where all of it was placed before full application.
fn legacy(dossier: &Dossier) -> Option<Came> {
    let came = came_on_the_market(dossier).ok()?;
    came.is_all_before(FULL_APPLICATION).then_some(came)
}

fn the_later(row: Row, from: Date, support_ends: Option<Date>, path: &str) -> Retention {
    let ten = years_after(from, YEARS);
    let says = text!("periods-keep-ten-years", from = from.to_string());
    let mut reasons = vec![Reason::new(says, row.source, row.cites).on(path)];
    let Some(ten) = ten else {
        reasons.push(Reason::new(text!("periods-keep-beyond-calendar"), row.source, row.cites).on(path));
        return finished(row, beyond(), None, reasons);
    };
    let Some(ends) = support_ends else {
        reasons.push(not_stated(ENDS, row.source, row.cites));
        let state = RetentionState::Undetermined { missing: vec![ENDS.to_owned()], not_before: Some(ten) };
        return finished(row, state, None, reasons);
    };
    if ends > ten {
        let says = text!("periods-keep-support-period", on = ends.to_string());
        reasons.push(Reason::new(says, row.source, row.cites).on(ENDS));
        return finished(
            row,
            RetentionState::Until { on: ends },
            Some(RetentionRule::SupportPeriod),
            reasons,
        );
    }
    finished(row, RetentionState::Until { on: ten }, Some(RetentionRule::TenYears), reasons)
}

fn beyond() -> RetentionState {
    RetentionState::Undetermined { missing: Vec::new(), not_before: Some(Date::MAX) }
}

fn not_asked(row: Row, came: Came) -> Retention {
    let source = Source::new("TRN-01", &[P]);
    let says = text!("periods-duty-legacy", on = came.first.to_string());
    let reason = Reason::new(says, source, Citation::article(69).paragraph(2)).on(came.path);
    finished(row, RetentionState::NotUnlessSubstantiallyModified, None, vec![reason])
}

fn lacking(row: Row, missing: Vec<String>, not_before: Option<Date>) -> Retention {
    let reasons = missing.iter().map(|path| not_stated(path, row.source, row.cites)).collect();
    finished(row, RetentionState::Undetermined { missing, not_before }, None, reasons)
}

fn finished(row: Row, state: RetentionState, rule: Option<RetentionRule>, reasons: Vec<Reason>) -> Retention {
    Retention { row: row.source.row, what: row.what, state, rule, reasons }
}
