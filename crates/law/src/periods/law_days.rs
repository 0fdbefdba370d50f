//! Every day the Regulation, or what surrounds it, names: past or to come as seen from the day asked about.

use jiff::civil::{Date, date};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::{
    ENTRY_INTO_FORCE, FULL_APPLICATION, HEALTH_DATA_AMENDMENT, MACHINERY, NOTIFIED_BODIES_CHAPTER,
    OTHER_CERTIFICATES_END, PUBLICATION, REPORTING, TECHNICAL_DESCRIPTIONS,
};
use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{F, G, P, S, Source, Verification};

/// The Commission's deadline for the technical descriptions and the act on delays (DAT-03).
const ACTS_DUE: Date = date(2025, 12, 11);
/// The day by which Member States strive for enough notified bodies (DAT-07).
const ENOUGH_NOTIFIED_BODIES: Date = date(2026, 12, 11);
/// The report on the reporting platform, and ENISA's first on trends (DAT-13).
const PLATFORM_REPORT: Date = date(2028, 9, 11);
/// The first evaluation (DAT-14).
const EVALUATION: Date = date(2030, 12, 11);

/// A day of the law, whoever it binds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LawDay {
    /// The day.
    pub on: Date,
    /// Whether it has come by the day asked about.
    pub has_come: bool,
    /// What it brings, with its source.
    pub reason: Reason,
}

/// All of them, in order (reference section 1.1).
pub fn law_days(day: Date) -> Vec<LawDay> {
    let one = |on: Date, row, verified: &'static [Verification], cites, says: Text| LawDay {
        on,
        has_come: on <= day,
        reason: Reason::new(says, Source::new(row, verified), cites),
    };
    let article = Citation::article;
    let health = Citation::act("Regulation (EU) 2025/327, Article 104");
    let gazette = Citation::act("Official Journal L, 2024/2847, 20.11.2024");
    let descriptions = Citation::act("Implementing Regulation (EU) 2025/2392");
    let in_force = article(71).paragraph(1);
    let applies = article(71).paragraph(2);
    vec![
        one(PUBLICATION, "DAT-01", &[P], gazette, text!("periods-day-publication")),
        one(ENTRY_INTO_FORCE, "DAT-02", &[P], in_force, text!("periods-day-in-force")),
        one(ACTS_DUE, "DAT-03", &[P], article(7).paragraph(4), text!("periods-day-acts-due")),
        one(TECHNICAL_DESCRIPTIONS, "DAT-04", &[S], descriptions, text!("periods-day-descriptions")),
        one(NOTIFIED_BODIES_CHAPTER, "DAT-05", &[P], applies, text!("periods-day-notified-bodies")),
        one(REPORTING, "DAT-06", &[P], applies, text!("periods-day-reporting")),
        one(
            ENOUGH_NOTIFIED_BODIES,
            "DAT-07",
            &[P],
            article(35).paragraph(2),
            text!("periods-day-enough-bodies"),
        ),
        one(MACHINERY, "DAT-08", &[G, F], Citation::guidance(255), text!("periods-day-machinery")),
        one(HEALTH_DATA_AMENDMENT, "DAT-09", &[S], health, text!("periods-day-health-records")),
        one(FULL_APPLICATION, "DAT-10", &[P], applies, text!("periods-day-everything")),
        one(FULL_APPLICATION, "DAT-11", &[F], Citation::faq("2.6.1"), text!("periods-day-radio-equipment")),
        one(
            OTHER_CERTIFICATES_END,
            "DAT-12",
            &[P],
            article(69).paragraph(1),
            text!("periods-day-certificates"),
        ),
        one(PLATFORM_REPORT, "DAT-13", &[P], article(70).paragraph(2), text!("periods-day-platform-report")),
        one(EVALUATION, "DAT-14", &[P], article(70).paragraph(1), text!("periods-day-evaluation")),
    ]
}
