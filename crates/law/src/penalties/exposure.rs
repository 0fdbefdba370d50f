//! Article 64, as corrected: the legal maximum for this operator, what is exempt, and what cannot be said.

use jiff::civil::Date;
use proofmark_facts::{Dossier, EnterpriseSize};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::penalties::enterprise_size::{enterprise, name};
use crate::penalties::tiers::{TIERS, Tier};
use crate::periods::placing::came_on_the_market;
use crate::reason::Reason;
use crate::roles::role::Role;
use crate::source::{F, I, P, S, Source};
use crate::step::not_stated;

const UNDERTAKING: &str = "operator.enterprise.undertaking";
const TURNOVER: &str = "operator.enterprise.worldwide_turnover_eur";

/// How high fines can be at most. It forecasts nothing.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Exposure {
    /// Article 64 applies from this day.
    pub applies_from: Date,
    /// Whether it applies on the day asked about.
    pub applies: bool,
    /// Whether administrative fines can be imposed on this role at all.
    pub fines_possible: bool,
    /// The tiers that concern this role, the gravest first.
    pub tiers: Vec<TierExposure>,
    /// What is exempt from fines, and what is not.
    pub exemptions: Vec<Reason>,
    /// What an authority weighs, and what else it may do.
    pub factors: Vec<Reason>,
    /// What no one can compute from the Regulation.
    pub cannot_be_said: Vec<Reason>,
}

/// One tier for this operator.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TierExposure {
    /// Its place, the gravest first.
    pub tier: u8,
    /// The provisions whose infringement it is for.
    pub infringements: Vec<Citation>,
    /// The fixed amount, in euros.
    pub fixed_eur: u64,
    /// The share of worldwide turnover, in hundredths of a percent.
    pub basis_points: u64,
    /// The legal maximum for this operator.
    pub maximum: Maximum,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The legal maximum of a tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Maximum {
    /// This.
    Is {
        /// In euro cents, rounded down.
        cents: u64,
    },
    /// This or more: it takes further facts to say.
    AtLeast {
        /// In euro cents.
        cents: u64,
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// The exposure of this role on this day; `None` where the operator has no role.
pub fn exposure(dossier: &Dossier, role: Option<Role>, day: Date) -> Option<Exposure> {
    let fines_possible = match role {
        Some(Role::None) => return None,
        role => role != Some(Role::Steward),
    };
    let tiers = TIERS.iter().filter(|_| fines_possible).map(|tier| of_tier(*tier, dossier, role));
    Some(Exposure {
        applies_from: FULL_APPLICATION,
        applies: day >= FULL_APPLICATION,
        fines_possible,
        tiers: tiers.filter(|tier| !tier.infringements.is_empty()).collect(),
        exemptions: exemptions(dossier, role),
        factors: factors(fines_possible),
        cannot_be_said: cannot_be_said(role, day),
    })
}

/// PEN-09: the higher of the two for an undertaking, the fixed amount for anyone else.
fn of_tier(tier: Tier, dossier: &Dossier, role: Option<Role>) -> TierExposure {
    let source = Source::new("PEN-09", &[P]);
    let fixed = tier.fixed_cents();
    let numbers = &dossier.operator.enterprise;
    let at_least = |path: &str| {
        let maximum = Maximum::AtLeast { cents: fixed, missing: vec![path.to_owned()] };
        (maximum, not_stated(path, source, tier.cites))
    };
    let (maximum, reason) = match (numbers.undertaking, numbers.worldwide_turnover_eur) {
        (None, _) => at_least(UNDERTAKING),
        (Some(true), None) => at_least(TURNOVER),
        (Some(false), _) => {
            let says = text!("periods-fine-fixed");
            (Maximum::Is { cents: fixed }, Reason::new(says, source, tier.cites).on(UNDERTAKING))
        }
        (Some(true), Some(turnover)) => {
            let share = tier.share_cents(turnover);
            let says =
                if share > fixed { text!("periods-fine-share") } else { text!("periods-fine-fixed-higher") };
            (Maximum::Is { cents: share.max(fixed) }, Reason::new(says, source, tier.cites).on(TURNOVER))
        }
    };
    let says = match tier.number {
        1 => text!("periods-fine-first"),
        2 => text!("periods-fine-second"),
        _ => text!("periods-fine-third"),
    };
    let mut reasons = vec![Reason::new(says, tier.source, tier.cites), reason];
    let legacy = came_on_the_market(dossier).ok().filter(|came| came.is_all_before(FULL_APPLICATION));
    if let (1, Some(came)) = (tier.number, legacy) {
        let source = Source::new("TRN-01", &[P]);
        let says = text!("periods-fine-legacy", on = came.first.to_string());
        reasons.push(Reason::new(says, source, Citation::article(69).paragraph(2)).on(came.path));
    }
    TierExposure {
        tier: tier.number,
        infringements: tier.infringements(role),
        fixed_eur: tier.fixed_eur,
        basis_points: tier.basis_points,
        maximum,
        reasons,
    }
}

/// PEN-06 to PEN-08: paragraph 10 takes from paragraphs 2 to 9, as corrected on 2 July 2025.
fn exemptions(dossier: &Dossier, role: Option<Role>) -> Vec<Reason> {
    const PEN_06: Source = Source::new("PEN-06", &[P, S]);
    const PEN_07: Source = Source::new("PEN-07", &[P, S]);
    let paragraph = Citation::article(64).paragraph(10);
    let no_other_penalty =
        || Reason::new(text!("periods-fine-no-other"), Source::new("PEN-08", &[P]), Citation::recital(120));
    match role {
        Some(Role::Steward) => {
            vec![Reason::new(text!("periods-fine-steward"), PEN_07, paragraph.point("b")), no_other_penalty()]
        }
        Some(Role::Manufacturer) => {
            let path = "operator.enterprise_size";
            let cites = paragraph.point("a");
            match enterprise(dossier).and_then(|verdict| verdict.size) {
                None => vec![not_stated(path, PEN_06, cites)],
                Some(size @ (EnterpriseSize::Micro | EnterpriseSize::Small)) => vec![
                    Reason::new(text!("periods-fine-small", size = name(size)), PEN_06, cites).on(path),
                    Reason::new(text!("periods-fine-small-only"), PEN_06, cites).on(path),
                    no_other_penalty(),
                ],
                Some(size) => {
                    vec![
                        Reason::new(text!("periods-fine-not-small", size = name(size)), PEN_06, cites)
                            .on(path),
                    ]
                }
            }
        }
        _ => Vec::new(),
    }
}

fn factors(fines_possible: bool) -> Vec<Reason> {
    let weighed = Source::new("PEN-04", &[P]);
    let beside = Source::new("PEN-05", &[P]);
    let article = Citation::article(64);
    let mut factors = Vec::new();
    if fines_possible {
        factors.push(Reason::new(text!("periods-fine-factors"), weighed, article.paragraph(5)));
        factors.push(Reason::new(text!("periods-fine-public-bodies"), beside, article.paragraph(7)));
        factors.push(Reason::new(text!("periods-fine-courts"), beside, article.paragraph(8)));
    }
    factors.push(Reason::new(text!("periods-fine-beside-measures"), beside, article.paragraph(9)));
    factors
}

fn cannot_be_said(role: Option<Role>, day: Date) -> Vec<Reason> {
    let article = Citation::article(64);
    let rules = Source::new("PEN-02", &[P]);
    let mut open = Vec::new();
    if day < FULL_APPLICATION {
        let literal = Source::new("TRN-15", &[P, F, I]);
        let certain = Source::new("ERR-27", &[P, F]);
        let points = Source::new("OPN-02", &[P, I]);
        let applies = Citation::article(71).paragraph(2);
        open.push(Reason::new(text!("periods-fine-before"), literal, applies));
        open.push(
            Reason::new(text!("periods-fine-before-national"), certain, Citation::faq("7.1"))
                .for_review(text!("periods-review-before")),
        );
        open.push(Reason::new(text!("periods-fine-before-platform"), points, applies));
    }
    open.push(Reason::new(text!("periods-fine-actual"), Source::new("PEN-04", &[P]), article.paragraph(5)));
    open.push(Reason::new(text!("periods-fine-national"), rules, article.paragraph(1)));
    if matches!(role, None | Some(Role::Manufacturer)) {
        let omitted = Source::new("OPN-12", &[P, I]);
        open.push(Reason::new(text!("periods-fine-critical"), omitted, article.paragraph(3)));
    }
    open
}
