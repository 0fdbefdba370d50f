//! What keeps a product compliant after the first effort: recurring work, each with the obligation it serves.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rhythm {
    /// Before every release.
    PerRelease,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
    /// When something happens.
    OnEvent,
}

/// A recurring activity. How often is a suggestion; that it is done is the law's.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Routine {
    /// How often.
    pub rhythm: Rhythm,
    /// What is done.
    pub does: &'static str,
    /// The obligations it serves, by id; empty: none of the register, but the law cited.
    pub serves: &'static [&'static str],
    /// The law.
    pub cites: Citation,
}

impl Rhythm {
    /// Every rhythm.
    pub const ALL: [Self; 5] = [Self::PerRelease, Self::Weekly, Self::Monthly, Self::Yearly, Self::OnEvent];

    /// What it is called.
    pub fn name(self) -> Text {
        match self {
            Self::PerRelease => text!("teaching-rhythm-release"),
            Self::Weekly => text!("teaching-rhythm-weekly"),
            Self::Monthly => text!("teaching-rhythm-monthly"),
            Self::Yearly => text!("teaching-rhythm-yearly"),
            Self::OnEvent => text!("teaching-rhythm-event"),
        }
    }
}

const fn routine(
    rhythm: Rhythm,
    does: &'static str,
    serves: &'static [&'static str],
    cites: Citation,
) -> Routine {
    Routine { rhythm, does, serves, cites }
}

const HANDLING: Citation = Citation::annex("I").part("II");

/// Every activity, the most frequent occasions first.
pub const ROUTINES: &[Routine] = &[
    routine(
        Rhythm::PerRelease,
        "Write the SBOM, check every component against current advisories, and let the release out only when the gate is open.",
        &["I.2.a", "II.1", "art13-5"],
        HANDLING.point("1"),
    ),
    routine(
        Rhythm::PerRelease,
        "Ask whether the change alters the purpose or adds risks the risk assessment does not cover; bring the assessment and the documentation up to date.",
        &["art13-3", "art13-7"],
        Citation::article(13).paragraph(3),
    ),
    routine(
        Rhythm::PerRelease,
        "Test the security of what changed, and keep the report.",
        &["II.3", "annex-VII-6"],
        HANDLING.point("3"),
    ),
    routine(
        Rhythm::Weekly,
        "Look for new vulnerabilities in the components of every supported version, and decide on each.",
        &["II.2", "art13-8a"],
        HANDLING.point("2"),
    ),
    routine(
        Rhythm::Weekly,
        "Read what came in at the address for vulnerability reports, and answer.",
        &["II.5", "II.6"],
        HANDLING.point("5"),
    ),
    routine(
        Rhythm::Monthly,
        "Look at decisions and evidence that go stale next, and renew them.",
        &["art13-7"],
        Citation::article(13).paragraph(7),
    ),
    routine(
        Rhythm::Monthly,
        "Try whether a security update reaches users: built, signed, distributed, announced.",
        &["II.7", "II.8"],
        HANDLING.point("7"),
    ),
    routine(
        Rhythm::Yearly,
        "Review the risk assessment and the support period's reasons, whether or not anything changed.",
        &["art13-2", "art13-8d"],
        Citation::article(13).paragraph(3),
    ),
    routine(
        Rhythm::Yearly,
        "Rehearse a report: who decides that you are aware, who signs in to the platform, who writes within 24 and 72 hours.",
        &[],
        Citation::article(14),
    ),
    routine(
        Rhythm::Yearly,
        "Check that documentation and declaration can still be produced as long as they must be kept.",
        &["art13-13"],
        Citation::article(13).paragraph(13),
    ),
    routine(
        Rhythm::OnEvent,
        "A vulnerability of your product is actively exploited, or a severe incident affects its security: early warning within 24 hours, notification within 72, tell the users.",
        &[],
        Citation::article(14),
    ),
    routine(
        Rhythm::OnEvent,
        "You find a vulnerability in a component: report it to whoever maintains it, and share the fix.",
        &["art13-6"],
        Citation::article(13).paragraph(6),
    ),
    routine(
        Rhythm::OnEvent,
        "A fix is out: publish an advisory with description, affected versions, impact, severity and what users do.",
        &["II.4"],
        HANDLING.point("4"),
    ),
    routine(
        Rhythm::OnEvent,
        "Product or process turn out not to conform: correct it at once, withdraw or recall where needed.",
        &["art13-21"],
        Citation::article(13).paragraph(21),
    ),
    routine(
        Rhythm::OnEvent,
        "The support period ends: tell users where the product can show it.",
        &["art13-19"],
        Citation::article(13).paragraph(19),
    ),
];
