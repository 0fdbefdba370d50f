//! What a supplier must do about what it knows: tell the manufacturer, the authorities, the users, or correct.

use jiff::civil::Date;
use proofmark_facts::{Dossier, SupplierCheck};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Something that must follow.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Consequence {
    /// The obligation it is part of.
    pub obligation: &'static str,
    /// What to do, the fact it follows from, and the law.
    pub reason: Reason,
    /// Where the dossier says that it was done.
    pub at: &'static str,
    /// The day it was done; absent: not done as of the day asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
}

const MANUFACTURER: &str = "supplier_check.manufacturer_informed_on";
const AUTHORITY: &str = "supplier_check.authority_informed_on";
const USERS: &str = "supplier_check.users_informed_on";
const SIGNIFICANT: &str = "supplier_check.significant_risk";

/// An obligation with its law, as the two articles number them.
type Duty = (&'static str, Source, Citation);

/// The duties of one article that follow from knowledge.
struct Duties {
    doubt: Duty,
    after: Duty,
    ceased: Duty,
}

const IMPORTER: Duties = Duties {
    doubt: ("art19-3", Source::new("IMP-03", &[P]), Citation::article(19).paragraph(3)),
    after: ("art19-5", Source::new("IMP-05", &[P]), Citation::article(19).paragraph(5)),
    ceased: ("art19-8", Source::new("IMP-08", &[P]), Citation::article(19).paragraph(8)),
};

const DISTRIBUTOR: Duties = Duties {
    doubt: ("art20-3", Source::new("DIS-03", &[P]), Citation::article(20).paragraph(3)),
    after: ("art20-4", Source::new("DIS-04", &[P]), Citation::article(20).paragraph(4)),
    ceased: ("art20-6", Source::new("DIS-06", &[P]), Citation::article(20).paragraph(6)),
};

/// Everything that must follow from what the supplier declares to know.
pub(crate) fn consequences(dossier: &Dossier, role: Role, day: Date) -> Vec<Consequence> {
    let Some(check) = &dossier.supplier_check else { return Vec::new() };
    let duties = if role == Role::Importer { &IMPORTER } else { &DISTRIBUTOR };
    let placed = dossier.release.placed_on_the_market_on.is_some_and(|on| on <= day);
    let mut all = Vec::new();
    let mut add = |(obligation, source, cites): Duty, fact: &str, says: Text, at: &'static str| {
        let reason = Reason::new(says, source, cites).on(fact);
        all.push(Consequence { obligation, reason, at, done_on: done_on(check, at, day) });
    };
    if check.significant_risk == Some(true) {
        let duty = if placed { duties.after } else { duties.doubt };
        add(duty, SIGNIFICANT, text!("duties-follows-tell-manufacturer-risk"), MANUFACTURER);
        add(duty, SIGNIFICANT, text!("duties-follows-tell-authority-risk"), AUTHORITY);
    }
    if role == Role::Importer && check.non_technical_risk == Some(true) {
        let fact = "supplier_check.non_technical_risk";
        add(duties.doubt, fact, text!("duties-follows-tell-authority-factors"), AUTHORITY);
    }
    if placed && check.vulnerability_known == Some(true) {
        let fact = "supplier_check.vulnerability_known";
        add(duties.after, fact, text!("duties-follows-tell-manufacturer-vulnerability"), MANUFACTURER);
    }
    if placed && check.non_conformity_suspected == Some(true) {
        let fact = "supplier_check.non_conformity_suspected";
        add(duties.after, fact, text!("duties-follows-correct"), "evidence");
    }
    if check.manufacturer_ceased == Some(true) {
        let fact = "supplier_check.manufacturer_ceased";
        add(duties.ceased, fact, text!("duties-follows-tell-authority-ceased"), AUTHORITY);
        add(duties.ceased, fact, text!("duties-follows-tell-users-ceased"), USERS);
    }
    all
}

/// A day that has come; what is planned has not been done.
fn done_on(check: &SupplierCheck, at: &str, day: Date) -> Option<Date> {
    let told = match at {
        MANUFACTURER => check.manufacturer_informed_on,
        AUTHORITY => check.authority_informed_on,
        USERS => check.users_informed_on,
        _ => None,
    };
    told.filter(|told| *told <= day)
}
