//! Articles 19(2) to (4) and 20(2) and (3): whether an importer or a distributor may pass the product on.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_facts::{Dossier, SupplierCheck};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::kept::FileState;
use crate::reason::Reason;
use crate::roles::role::Role;
use crate::source::{P, Source};
use crate::step::not_stated;
use crate::suppliers::check_point::{CheckPoint, CheckPointState, check_points};
use crate::suppliers::consequence::{Consequence, consequences};

/// The checklist of a supplier, its answer, and what must follow.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SupplierCheckVerdict {
    /// Whose checklist it is: an importer's or a distributor's.
    pub role: Role,
    /// The answer.
    pub outcome: SupplierCheckOutcome,
    /// Every point, in the law's order.
    pub points: Vec<CheckPoint>,
    /// What bears on the answer beside the points: doubts, and who checked when.
    pub reasons: Vec<Reason>,
    /// What must be done about what is known, whatever the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub must_follow: Vec<Consequence>,
}

/// Whether the product may be placed or made available on the market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SupplierCheckOutcome {
    /// Every point is met and nothing speaks against it.
    May,
    /// A point is not met, or there is reason to believe that product or processes do not conform.
    MustNot,
    /// These facts are not stated, or not proven.
    CannotBeDecided {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// The supplier's checklist on a day; `None` for roles that have none.
///
/// With `files`, evidence counts only if its file is among them; without, naming it is enough. A product placed on
/// the market already is judged like one that is not: what was passed on unchecked still must be checked.
pub fn supplier_check(
    dossier: &Dossier,
    role: Role,
    day: Date,
    files: Option<&BTreeMap<String, FileState>>,
) -> Option<SupplierCheckVerdict> {
    if !matches!(role, Role::Importer | Role::Distributor) {
        return None;
    }
    let nothing = SupplierCheck::default();
    let check = dossier.supplier_check.as_ref().unwrap_or(&nothing);
    let points = check_points(check, role, files);
    let (reasons, mut missing, doubted) = beside(check, role, day);
    let mut open = Vec::new();
    for point in &points {
        if point.state == CheckPointState::Open {
            // A point that was stated lacks its proof only.
            let unstated = point.missing.iter().any(|missing| missing.id() == "duties-check-not-checked");
            let lacks = if unstated { "holds" } else { "evidence" };
            open.push(format!("supplier_check.{}.{lacks}", point.point));
        }
    }
    open.append(&mut missing);
    let not_met = points.iter().any(|point| point.state == CheckPointState::NotMet);
    let outcome = if not_met || doubted {
        SupplierCheckOutcome::MustNot
    } else if open.is_empty() {
        SupplierCheckOutcome::May
    } else {
        SupplierCheckOutcome::CannotBeDecided { missing: open }
    };
    let must_follow = consequences(dossier, role, day);
    Some(SupplierCheckVerdict { role, outcome, points, reasons, must_follow })
}

/// Doubts, and who checked when: the reasons, what is not stated, and whether there is reason to doubt.
fn beside(check: &SupplierCheck, role: Role, day: Date) -> (Vec<Reason>, Vec<String>, bool) {
    let (source, doubts, paragraph) = match role {
        Role::Importer => (Source::new("IMP-02", &[P]), Source::new("IMP-03", &[P]), 19),
        _ => (Source::new("DIS-02", &[P]), Source::new("DIS-03", &[P]), 20),
    };
    let before = Citation::article(paragraph).paragraph(2);
    let doubt = Citation::article(paragraph).paragraph(3);
    let mut reasons = Vec::new();
    let mut missing = Vec::new();
    let mut must_state = |path: &str, source: Source, cites: Citation| {
        missing.push(path.to_owned());
        not_stated(path, source, cites)
    };
    if check.checked_by.as_deref().is_none_or(|name| name.trim().is_empty()) {
        reasons.push(must_state("supplier_check.checked_by", source, before));
    }
    match check.checked_on {
        None => reasons.push(must_state("supplier_check.checked_on", source, before)),
        Some(on) if on > day => {
            let path = "supplier_check.checked_on";
            must_state(path, source, before);
            let says = text!("duties-check-not-carried-out-yet", checked_on = on.to_string());
            reasons.push(Reason::new(says, source, before).on(path));
        }
        Some(_) => {}
    }
    let path = "supplier_check.non_conformity_suspected";
    let doubted = check.non_conformity_suspected == Some(true);
    match check.non_conformity_suspected {
        None => reasons.push(must_state(path, doubts, doubt)),
        Some(true) => {
            reasons.push(Reason::new(text!("duties-check-doubted"), doubts, doubt).on(path));
        }
        Some(false) => {}
    }
    if check.significant_risk.is_none() {
        reasons.push(must_state("supplier_check.significant_risk", doubts, doubt));
    }
    (reasons, missing, doubted)
}
