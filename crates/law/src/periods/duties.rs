//! Articles 69 and 71 on one day: which groups of duties bind this operator for this product, and why.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::{FULL_APPLICATION, REPORTING};
use crate::citation::Citation;
use crate::periods::legacy::{modified_legacy, old_design, old_stock, other_certificates, variants};
use crate::periods::placing::{Came, came_on_the_market, why};
use crate::periods::support_period::judge;
use crate::reason::Reason;
use crate::roles::role::Role;
use crate::source::{F, G, P, S, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::not_stated;

/// What binds on one day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Duties {
    /// The day.
    pub on: Date,
    /// The groups that bind, for any part of the product; empty: none.
    pub binds: Vec<DutyGroup>,
    /// Each group, by what it is asked of.
    pub groups: Vec<Duty>,
}

/// A group of duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DutyGroup {
    /// Article 14, and Article 24(3) for stewards.
    Reporting,
    /// Annex I, Part II.
    VulnerabilityHandling,
    /// Everything else the Regulation asks of the role.
    EverythingElse,
}

/// One group of duties on the day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Duty {
    /// Which.
    pub group: DutyGroup,
    /// What it is asked for.
    pub of: Part,
    /// Whether it binds.
    pub state: DutyState,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What part of a product line a duty is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The product as a whole.
    Product,
    /// Units placed on the market before full application.
    UnitsPlacedBefore,
    /// Units placed on the market from full application on.
    UnitsPlacedFrom,
}

/// Whether a group binds on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DutyState {
    /// It binds.
    Binds,
    /// It does not bind before this day.
    NotBefore {
        /// The day.
        on: Date,
    },
    /// It bound up to this day.
    Ended {
        /// The last day.
        on: Date,
    },
    /// It does not bind unless the product is substantially modified (Article 69(2)).
    NotUnlessSubstantiallyModified,
    /// It does not bind this role.
    Not,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// Everything else applies (Article 71(2)).
const DAT_10: Source = Source::new("DAT-10", &[P]);
/// Reporting applies, also for what is on the market already.
const DAT_06: Source = Source::new("DAT-06", &[P]);
const TRN_01: Source = Source::new("TRN-01", &[P]);
const TRN_04: Source = Source::new("TRN-04", &[G, F]);
const APPLIES: Citation = Citation::article(71).paragraph(2);
const LEGACY: Citation = Citation::article(69).paragraph(2);

/// What binds this role on this day for a product in scope, or a steward's software.
pub fn duties(dossier: &Dossier, state: &StateOfTheLaw, role: Option<Role>, day: Date) -> Duties {
    let groups = match role {
        Some(Role::Manufacturer) => manufacturer(dossier, state, day),
        Some(Role::Steward) => steward(day),
        Some(Role::None) => Vec::new(),
        Some(role) => another_operator(dossier, role, day),
        None => unknown_role(),
    };
    let mut binds: Vec<DutyGroup> =
        groups.iter().filter(|duty| duty.state == DutyState::Binds).map(|duty| duty.group).collect();
    binds.sort_by_key(|group| *group as u8);
    binds.dedup();
    Duties { on: day, binds, groups }
}

fn from(on: Date, day: Date) -> DutyState {
    if on <= day { DutyState::Binds } else { DutyState::NotBefore { on } }
}

fn undetermined(missing: &[String]) -> DutyState {
    DutyState::Undetermined { missing: missing.to_vec() }
}

fn manufacturer(dossier: &Dossier, state: &StateOfTheLaw, day: Date) -> Vec<Duty> {
    let mut groups = vec![reporting(dossier, day)];
    match came_on_the_market(dossier) {
        Err(missing) => groups.extend(placing_unknown(&missing, day)),
        Ok(came) => {
            let is_old = came.first < FULL_APPLICATION;
            let has_new_units = came.has_units_from(FULL_APPLICATION);
            let old = if has_new_units { Part::UnitsPlacedBefore } else { Part::Product };
            if is_old {
                groups.extend(legacy(dossier, came, old));
            }
            let new = if is_old { Part::UnitsPlacedFrom } else { Part::Product };
            if !is_old || has_new_units {
                groups.extend(full(dossier, state, came, new, day));
            }
        }
    }
    if let Some(last) = groups.last_mut() {
        last.reasons.extend(variants(dossier));
        last.reasons.extend(other_certificates(dossier, day));
    }
    groups
}

/// Article 14: whatever the day of placing, and whether or not the support period is over.
fn reporting(dossier: &Dossier, day: Date) -> Duty {
    let legacy = Source::new("TRN-02", &[P]);
    let after_support = Source::new("TRN-03", &[G]);
    let known_before = Source::new("TRN-05", &[G]);
    let mut reasons = vec![
        Reason::new(text!("periods-duty-reporting"), DAT_06, APPLIES),
        Reason::new(text!("periods-duty-reporting-legacy"), legacy, Citation::article(69).paragraph(3)),
        Reason::new(text!("periods-duty-reporting-known-before"), known_before, Citation::guidance(217)),
    ];
    if came_on_the_market(dossier).is_ok_and(|came| came.first < FULL_APPLICATION) {
        let wording = Source::new("OPN-11", &[S]);
        let says = text!("periods-duty-reporting-wording");
        reasons.push(Reason::new(says, wording, Citation::article(69).paragraph(3)));
    }
    if let Some(end) = dossier.support_period.ends_on.filter(|end| *end < day) {
        let says = text!("periods-duty-reporting-after-support", on = end.to_string());
        let reason = Reason::new(says, after_support, Citation::guidance(210));
        reasons.push(reason.on("support_period.ends_on"));
    }
    Duty { group: DutyGroup::Reporting, of: Part::Product, state: from(REPORTING, day), reasons }
}

fn placing_unknown(missing: &[String], day: Date) -> Vec<Duty> {
    let state = || match from(FULL_APPLICATION, day) {
        DutyState::Binds => undetermined(missing),
        // Whatever the day of placing, nothing of this binds yet.
        before => before,
    };
    let reasons = || missing.iter().map(|path| not_stated(path, TRN_01, LEGACY)).collect();
    [DutyGroup::VulnerabilityHandling, DutyGroup::EverythingElse]
        .map(|group| Duty { group, of: Part::Product, state: state(), reasons: reasons() })
        .to_vec()
}

/// Placed before full application: Article 14 alone.
fn legacy(dossier: &Dossier, came: Came, of: Part) -> Vec<Duty> {
    let state = DutyState::NotUnlessSubstantiallyModified;
    let handling = vec![
        Reason::new(text!("periods-duty-legacy-handling"), TRN_04, Citation::guidance(210)).on(came.path),
    ];
    let says = text!("periods-duty-legacy", on = came.first.to_string());
    let mut rest = vec![Reason::new(says, TRN_01, LEGACY).on(came.path)];
    rest.extend(why(dossier, came));
    vec![
        Duty { group: DutyGroup::VulnerabilityHandling, of, state: state.clone(), reasons: handling },
        Duty { group: DutyGroup::EverythingElse, of, state, reasons: rest },
    ]
}

/// Placed from full application on: everything, vulnerability handling until support ends.
fn full(dossier: &Dossier, law: &StateOfTheLaw, came: Came, of: Part, day: Date) -> Vec<Duty> {
    let start = came.first.max(FULL_APPLICATION);
    let says = text!("periods-duty-everything", from = start.to_string());
    let mut reasons = vec![Reason::new(says, DAT_10, APPLIES).on(came.path)];
    reasons.extend(why(dossier, came));
    reasons.extend(old_design(dossier));
    reasons.extend(modified_legacy(dossier, came));
    let handling = if start > day {
        let says = text!("periods-duty-everything", from = start.to_string());
        let reasons = vec![Reason::new(says, DAT_10, APPLIES).on(came.path)];
        Duty {
            group: DutyGroup::VulnerabilityHandling,
            of,
            state: DutyState::NotBefore { on: start },
            reasons,
        }
    } else {
        handling(dossier, law, of, day)
    };
    vec![handling, Duty { group: DutyGroup::EverythingElse, of, state: from(start, day), reasons }]
}

/// Annex I, Part II: until the declared end, and until the least end where that is later.
fn handling(dossier: &Dossier, law: &StateOfTheLaw, of: Part, day: Date) -> Duty {
    let judged = judge(dossier, law);
    let declared = dossier.support_period.ends_on;
    let last_known = declared.max(judged.floor_end);
    let ends = "support_period.ends_on";
    let sup = Source::new("SUP-05", &[P, G]);
    let runs = Citation::article(13).paragraph(8);
    let (state, reason) = match (last_known, declared) {
        (Some(last), _) if day <= last => {
            let says = text!("periods-duty-handling-until", on = last.to_string());
            (DutyState::Binds, Reason::new(says, sup, runs).on(ends))
        }
        (Some(last), Some(_)) if judged.floor_end.is_some() => {
            let says = text!("periods-duty-handling-ended", on = last.to_string());
            (DutyState::Ended { on: last }, Reason::new(says, TRN_04, Citation::guidance(210)).on(ends))
        }
        (_, None) => (undetermined(&[ends.to_owned()]), not_stated(ends, sup, runs)),
        // The declared end has passed, but whether the law lets it end there cannot be said.
        _ => {
            let missing: Vec<String> = judged.missing.into_iter().filter(|path| *path != ends).collect();
            let path = missing.first().map_or(ends, String::as_str);
            (undetermined(&missing), not_stated(path, sup, runs))
        }
    };
    Duty { group: DutyGroup::VulnerabilityHandling, of, state, reasons: vec![reason] }
}

fn not_this_role(group: DutyGroup, row: Source, cites: Citation) -> Duty {
    let says = match group {
        DutyGroup::Reporting => text!("law-date-reporting-not-this-role"),
        _ => text!("periods-duty-handling-not-this-role"),
    };
    let reasons = vec![Reason::new(says, row, cites).on("operator.activity")];
    Duty { group, of: Part::Product, state: DutyState::Not, reasons }
}

/// Importers, distributors and authorised representatives.
fn another_operator(dossier: &Dossier, role: Role, day: Date) -> Vec<Duty> {
    let report = Source::new("TRG-10", &[P]);
    let mut groups = vec![
        not_this_role(DutyGroup::Reporting, report, Citation::article(14).paragraph(1)),
        not_this_role(DutyGroup::VulnerabilityHandling, TRN_04, Citation::article(13).paragraph(8)),
    ];
    let group = DutyGroup::EverythingElse;
    let came = match came_on_the_market(dossier) {
        Ok(came) => came,
        Err(missing) => {
            groups.extend(placing_unknown(&missing, day).into_iter().filter(|duty| duty.group == group));
            return groups;
        }
    };
    let is_old = came.first < FULL_APPLICATION;
    let has_new_units = came.has_units_from(FULL_APPLICATION);
    if is_old {
        let says = text!("periods-duty-legacy", on = came.first.to_string());
        let mut reasons = vec![Reason::new(says, TRN_01, LEGACY).on(came.path)];
        if role == Role::Distributor {
            reasons.push(old_stock());
        }
        let of = if has_new_units { Part::UnitsPlacedBefore } else { Part::Product };
        groups.push(Duty { group, of, state: DutyState::NotUnlessSubstantiallyModified, reasons });
    }
    if !is_old || has_new_units {
        let of = if is_old { Part::UnitsPlacedFrom } else { Part::Product };
        let start = came.first.max(FULL_APPLICATION);
        let says = text!("periods-duty-role", from = start.to_string());
        let reasons = vec![Reason::new(says, DAT_10, APPLIES).on(came.path)];
        groups.push(Duty { group, of, state: from(start, day), reasons });
    }
    groups
}

/// Article 24, reporting included, from full application on.
fn steward(day: Date) -> Vec<Duty> {
    let trn_14 = Source::new("TRN-14", &[F, P]);
    let path = "free_software.sustained_support";
    let reporting = Reason::new(text!("periods-duty-steward-reporting"), trn_14, Citation::faq("5.5"));
    let policy = Reason::new(text!("periods-duty-steward-policy"), DAT_10, Citation::article(24));
    let duty = |group, reason: Reason| Duty {
        group,
        of: Part::Product,
        state: from(FULL_APPLICATION, day),
        reasons: vec![reason.on(path)],
    };
    vec![duty(DutyGroup::Reporting, reporting), duty(DutyGroup::EverythingElse, policy)]
}

fn unknown_role() -> Vec<Duty> {
    let path = "operator.activity";
    [DutyGroup::Reporting, DutyGroup::VulnerabilityHandling, DutyGroup::EverythingElse]
        .map(|group| Duty {
            group,
            of: Part::Product,
            state: undetermined(&[path.to_owned()]),
            reasons: vec![not_stated(path, DAT_10, APPLIES)],
        })
        .to_vec()
}
