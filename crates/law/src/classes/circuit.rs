//! Circuits: the attack potential they withstand draws the line between class I, class II and critical.

use proofmark_facts::{AvaVan, Product};
use proofmark_text::{Arg, text};

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{P_IR, Source};

const CLS_10: Source = Source::new("CLS-10", &[P_IR]);

/// How the declared strength of a circuit stands to its declared category.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Circuit {
    /// Nothing is declared, or the category is no circuit's.
    NotAsked,
    /// It fits.
    Fits(Reason),
    /// It cannot be told without this fact.
    Missing(&'static str, Reason),
    /// It is another category's.
    Is(Reason),
}

const BEYOND: &str = "product.protects_beyond_the_chip";
const TAMPER: &str = "product.tamper_protection";
const LEVEL: &str = "product.ava_van_level";

/// Lays the declared strength against the category.
pub(crate) fn circuit(product: &Product, category: &str) -> Circuit {
    let stated = product.ava_van_level.is_some()
        || product.protects_beyond_the_chip.is_some()
        || product.tamper_protection.is_some();
    if !stated {
        return Circuit::NotAsked;
    }
    let (plain, resistant) = match category {
        "III.I.13" | "III.II.3" => ("III.I.13", Some("III.II.3")),
        "III.I.14" | "III.II.4" => ("III.I.14", Some("III.II.4")),
        "III.I.15" => ("III.I.15", None),
        "IV.3" => ("III.I.13 or III.I.14", Some("III.II.3 or III.II.4")),
        _ => return Circuit::NotAsked,
    };
    // Every tier presupposes security functions that serve more than the chip.
    if product.protects_beyond_the_chip == Some(false) {
        let says = text!("routes-circuit-no-security-functions", category = category);
        return Circuit::Is(reason(says, BEYOND));
    }
    let level = product.ava_van_level;
    // A custom circuit has one tier only; of the others, whoever declares a tamper-resistant one declares its protection.
    let open = category == plain && resistant.is_some();
    let tier = match (level, product.tamper_protection) {
        (_, Some(false)) | (Some(AvaVan::One), _) => plain,
        (Some(_), None) if open => return missing(TAMPER),
        (None, Some(true)) if open => return missing(LEVEL),
        (Some(AvaVan::Two | AvaVan::Three), _) => resistant.unwrap_or(plain),
        (Some(AvaVan::Four | AvaVan::Five), _) => resistant.map_or(plain, |_| "IV.3"),
        (None, _) => category,
    };
    let tamper = match product.tamper_protection {
        Some(true) => text!("routes-circuit-yes"),
        Some(false) => text!("routes-circuit-no"),
        None => text!("routes-circuit-not-stated"),
    };
    let level =
        level.map_or_else(|| Arg::from(text!("routes-circuit-not-stated")), |level| level.name().into());
    if tier == category {
        let says = text!("routes-circuit-fits", category = category, level = level, tamper = tamper);
        Circuit::Fits(reason(says, LEVEL))
    } else {
        let tier = match tier.split_once(" or ") {
            Some((one, other)) => text!("routes-circuit-either", one = one, other = other).into(),
            None => Arg::from(tier),
        };
        let says =
            text!("routes-circuit-is", category = category, level = level, tamper = tamper, tier = tier);
        Circuit::Is(reason(says, LEVEL))
    }
}

fn missing(fact: &'static str) -> Circuit {
    Circuit::Missing(fact, reason(text!("routes-circuit-missing", path = fact), fact))
}

fn reason(says: proofmark_text::Text, fact: &str) -> Reason {
    Reason::new(says, CLS_10, Citation::act("Implementing Regulation (EU) 2025/2392")).on(fact)
}
