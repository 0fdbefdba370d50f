//! The Regulation's days (Articles 69 to 71), and which of them bind this product and this operator.

use jiff::civil::{Date, date};
use proofmark_facts::Dossier;
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::periods::placing::came_on_the_market;
use crate::reason::Reason;
use crate::roles::role::Role;
use crate::source::{F, G, P, S, Source};
use crate::step::not_stated;

/// Published in the Official Journal (DAT-01).
pub const PUBLICATION: Date = date(2024, 11, 20);
/// Enters into force (DAT-02).
pub const ENTRY_INTO_FORCE: Date = date(2024, 12, 10);
/// The technical descriptions of Annexes III and IV enter into force (DAT-04).
pub const TECHNICAL_DESCRIPTIONS: Date = date(2025, 12, 21);
/// Chapter IV on notified bodies applies (DAT-05).
pub const NOTIFIED_BODIES_CHAPTER: Date = date(2026, 6, 11);
/// Article 14 applies (DAT-06).
pub const REPORTING: Date = date(2026, 9, 11);
/// The Machinery Regulation applies (DAT-08).
pub const MACHINERY: Date = date(2027, 1, 20);
/// The amendment for electronic health record systems applies (DAT-09).
pub const HEALTH_DATA_AMENDMENT: Date = date(2027, 3, 26);
/// Everything else applies (DAT-10).
pub const FULL_APPLICATION: Date = date(2027, 12, 11);
/// Last day on which certificates under other acts count under Article 69(1) (DAT-12).
pub const OTHER_CERTIFICATES_END: Date = date(2028, 6, 11);

/// A day of the Regulation, and whether it binds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct BindingDate {
    /// The day.
    pub on: Date,
    /// What starts or ends on it.
    pub what: Text,
    /// Whether it binds this product and operator.
    pub bound: Bound,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Whether something binds on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// It binds already.
    Already,
    /// It will bind.
    Later,
    /// It does not bind unless the product is substantially modified (Article 69(2)).
    NotUnlessSubstantiallyModified,
    /// It does not bind this operator.
    Not,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// The days that matter for an in-scope product and this role, as seen from the day handed in.
pub fn binding_dates(dossier: &Dossier, role: Option<Role>, day: Date) -> Vec<BindingDate> {
    let mut dates = Vec::new();
    match role {
        Some(Role::Steward) => dates.push(stewards(day)),
        Some(Role::None) => {}
        _ => {
            dates.push(reporting(role, day));
            dates.extend(everything(dossier, role, day));
        }
    }
    if dossier.scope.also.ehr_system == Some(true) {
        let source = Source::new("DAT-09", &[S]);
        let cites = Citation::act("Regulation (EU) 2025/327, Article 104");
        let reason =
            Reason::new(text!("law-date-health-records-why"), source, cites).on("scope.also.ehr_system");
        dates.push(dated(HEALTH_DATA_AMENDMENT, text!("law-date-health-records"), day, vec![reason]));
    }
    if dossier.scope.also.radio_equipment == Some(true) || !dossier.other_certificates.is_empty() {
        let source = Source::new("TRN-12", &[P, G]);
        let reason =
            Reason::new(text!("law-date-other-certificates-why"), source, Citation::article(69).paragraph(1));
        let radio = dossier.scope.also.radio_equipment == Some(true);
        let path = if radio { "scope.also.radio_equipment" } else { "other_certificates" };
        let reasons = vec![reason.on(path)];
        dates.push(dated(OTHER_CERTIFICATES_END, text!("law-date-other-certificates"), day, reasons));
    }
    dates.sort_by_key(|date| date.on);
    dates
}

fn dated(on: Date, what: Text, day: Date, reasons: Vec<Reason>) -> BindingDate {
    let bound = if on <= day { Bound::Already } else { Bound::Later };
    BindingDate { on, what, bound, reasons }
}

fn reporting(role: Option<Role>, day: Date) -> BindingDate {
    let what = text!("law-date-reporting");
    match role {
        Some(Role::Manufacturer) => {
            let legacy = Source::new("TRN-02", &[P]);
            let always =
                Reason::new(text!("law-date-reporting-why"), legacy, Citation::article(69).paragraph(3));
            let after = Source::new("TRN-03", &[G]);
            let longer =
                Reason::new(text!("law-date-reporting-after-support"), after, Citation::guidance(210));
            dated(REPORTING, what, day, vec![always, longer])
        }
        Some(_) => {
            let source = Source::new("TRG-10", &[P]);
            let cites = Citation::article(14).paragraph(1);
            let reasons = vec![
                Reason::new(text!("law-date-reporting-not-this-role"), source, cites).on("operator.activity"),
            ];
            BindingDate { on: REPORTING, what, bound: Bound::Not, reasons }
        }
        None => {
            let source = Source::new("TRG-01", &[P]);
            let path = "operator.activity";
            let reasons = vec![not_stated(path, source, Citation::article(14).paragraph(1))];
            let bound = Bound::Undetermined { missing: vec![path.to_owned()] };
            BindingDate { on: REPORTING, what, bound, reasons }
        }
    }
}

fn stewards(day: Date) -> BindingDate {
    let source = Source::new("TRN-14", &[F, P]);
    let reason = Reason::new(text!("law-date-stewards-why"), source, Citation::article(24))
        .on("free_software.sustained_support");
    dated(FULL_APPLICATION, text!("law-date-stewards"), day, vec![reason])
}

/// Everything but reporting: per unit for hardware, per version for software.
fn everything(dossier: &Dossier, role: Option<Role>, day: Date) -> Vec<BindingDate> {
    const TRN_01: Source = Source::new("TRN-01", &[P]);
    let what = match role {
        None | Some(Role::Manufacturer) => text!("law-date-everything"),
        Some(_) => text!("law-date-everything-of-the-role"),
    };
    let cites = Citation::article(69).paragraph(2);
    let came = match came_on_the_market(dossier) {
        Ok(came) => came,
        Err(missing) => {
            let reasons = missing.iter().map(|path| not_stated(path, TRN_01, cites)).collect();
            let bound = Bound::Undetermined { missing };
            return vec![BindingDate { on: FULL_APPLICATION, what, bound, reasons }];
        }
    };
    let (placed_on, path) = (came.first, came.path);
    if placed_on >= FULL_APPLICATION {
        let source = Source::new("DAT-10", &[P]);
        let says = text!("law-date-placed-after", placed_on = placed_on.to_string());
        let reason = Reason::new(says, source, Citation::article(71).paragraph(2)).on(path);
        return vec![dated(FULL_APPLICATION, what, day, vec![reason])];
    }
    let says = text!("law-date-placed-before", placed_on = placed_on.to_string());
    let mut reasons = vec![Reason::new(says, TRN_01, cites).on(path)];
    let mut dates = Vec::new();
    if came.has_units_from(FULL_APPLICATION) {
        let source = Source::new("TRN-06", &[G, F]);
        let reason =
            Reason::new(text!("law-date-new-units-why"), source, Citation::guidance(33)).on("product.kind");
        dates.push(dated(FULL_APPLICATION, text!("law-date-new-units"), day, vec![reason]));
    } else if !came.per_unit {
        let version = Source::new("TRN-07", &[G]);
        reasons.push(
            Reason::new(text!("law-date-version-placed-once"), version, Citation::guidance(13)).on(path),
        );
        let iteration = Source::new("TRN-08", &[G]);
        reasons.push(Reason::new(text!("law-date-iterations"), iteration, Citation::guidance(15)).on(path));
    }
    let bound = Bound::NotUnlessSubstantiallyModified;
    dates.insert(0, BindingDate { on: FULL_APPLICATION, what, bound, reasons });
    dates
}
