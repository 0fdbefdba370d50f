//! Article 3(19): micro, small, medium or neither, computed from headcount and money.

use proofmark_facts::{Dossier, Enterprise, EnterpriseSize};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{M, P, Source};
use crate::step::not_stated;

const DEF_14: Source = Source::new("DEF-14", &[P, M]);
const CITES: Citation = Citation::article(3).point("19");
const SIZE: &str = "operator.enterprise_size";
const STAFF: &str = "operator.enterprise.staff";
const TURNOVER: &str = "operator.enterprise.annual_turnover_eur";
const BALANCE: &str = "operator.enterprise.balance_sheet_eur";
const LINKED: &str = "operator.enterprise.linked_enterprises_included";

/// What a class stays below in headcount, and at or below in one of turnover and balance sheet.
struct Ceiling {
    size: EnterpriseSize,
    staff_below: u64,
    turnover_eur: u64,
    balance_eur: u64,
}

/// The numbers of Recommendation 2003/361/EC.
const CEILINGS: [Ceiling; 3] = [
    Ceiling { size: EnterpriseSize::Micro, staff_below: 10, turnover_eur: 2_000_000, balance_eur: 2_000_000 },
    Ceiling {
        size: EnterpriseSize::Small,
        staff_below: 50,
        turnover_eur: 10_000_000,
        balance_eur: 10_000_000,
    },
    Ceiling {
        size: EnterpriseSize::Medium,
        staff_below: 250,
        turnover_eur: 50_000_000,
        balance_eur: 43_000_000,
    },
];

/// The size of the enterprise.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EnterpriseVerdict {
    /// The size that counts; `None`: it cannot be said.
    pub size: Option<EnterpriseSize>,
    /// What the numbers give.
    pub computed: SizeOutcome,
    /// What is declared.
    pub declared: Option<EnterpriseSize>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The size by the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SizeOutcome {
    /// This one.
    Is(EnterpriseSize),
    /// This one or a larger one: linked and partner enterprises are not, or perhaps not, counted.
    AtLeast(EnterpriseSize),
    /// These numbers are not stated.
    Undetermined {
        /// The ways to them.
        missing: Vec<String>,
    },
}

/// The size of the operator's enterprise; `None` where nothing is declared about it.
pub fn enterprise(dossier: &Dossier) -> Option<EnterpriseVerdict> {
    let numbers = &dossier.operator.enterprise;
    let declared = dossier.operator.enterprise_size;
    let is_silent = numbers.staff.is_none()
        && numbers.annual_turnover_eur.is_none()
        && numbers.balance_sheet_eur.is_none();
    if is_silent && declared.is_none() {
        return None;
    }
    let computed = computed(numbers);
    let size = match (&computed, declared) {
        (SizeOutcome::Is(size), None) => Some(*size),
        // Where numbers and declaration contradict each other, neither can be relied on.
        (SizeOutcome::Is(size), Some(declared)) => (*size == declared).then_some(declared),
        (SizeOutcome::AtLeast(size), Some(declared)) => (*size <= declared).then_some(declared),
        (SizeOutcome::Undetermined { .. }, declared) => declared,
        (SizeOutcome::AtLeast(_), None) => None,
    };
    let mut reasons = Vec::new();
    if !is_silent {
        reasons.extend(of_numbers(&computed));
    }
    if let Some(declared) = declared {
        let says = match size {
            Some(_) => text!("periods-size-declared", size = name(declared)),
            None => text!("periods-size-contradicted", size = name(declared)),
        };
        reasons.push(Reason::new(says, DEF_14, CITES).on(SIZE));
    }
    Some(EnterpriseVerdict { size, computed, declared, reasons })
}

fn of_numbers(computed: &SizeOutcome) -> Vec<Reason> {
    match computed {
        SizeOutcome::Is(size) => {
            vec![Reason::new(text!("periods-size-is", size = name(*size)), DEF_14, CITES).on(STAFF)]
        }
        SizeOutcome::AtLeast(size) => {
            vec![Reason::new(text!("periods-size-at-least", size = name(*size)), DEF_14, CITES).on(LINKED)]
        }
        SizeOutcome::Undetermined { missing } => {
            missing.iter().map(|path| not_stated(path, DEF_14, CITES)).collect()
        }
    }
}

/// The smallest class whose ceilings hold; below it, every class must be ruled out.
pub(crate) fn computed(numbers: &Enterprise) -> SizeOutcome {
    let found = CEILINGS.iter().map(|ceiling| (ceiling.size, fits(numbers, ceiling)));
    let decided = found.chain([(EnterpriseSize::Large, Some(true))]).find(|(_, fits)| *fits != Some(false));
    match decided {
        Some((size, Some(true))) if size == EnterpriseSize::Large => SizeOutcome::Is(size),
        Some((size, Some(true))) if numbers.linked_enterprises_included == Some(true) => {
            SizeOutcome::Is(size)
        }
        Some((size, Some(true))) => SizeOutcome::AtLeast(size),
        _ => {
            let facts = [
                (STAFF, numbers.staff),
                (TURNOVER, numbers.annual_turnover_eur),
                (BALANCE, numbers.balance_sheet_eur),
            ];
            let missing = facts.iter().filter(|(_, stated)| stated.is_none());
            SizeOutcome::Undetermined { missing: missing.map(|(path, _)| (*path).to_owned()).collect() }
        }
    }
}

/// Whether an enterprise stays within a class; `None` where the numbers do not tell.
fn fits(numbers: &Enterprise, ceiling: &Ceiling) -> Option<bool> {
    let staff = numbers.staff.map(|staff| staff < ceiling.staff_below);
    let turnover = numbers.annual_turnover_eur.map(|turnover| turnover <= ceiling.turnover_eur);
    let balance = numbers.balance_sheet_eur.map(|balance| balance <= ceiling.balance_eur);
    // One of the two suffices.
    let money = match (turnover, balance) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    };
    match (staff, money) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// A size as the dossier writes it.
pub(crate) fn name(size: EnterpriseSize) -> &'static str {
    match size {
        EnterpriseSize::Micro => "micro",
        EnterpriseSize::Small => "small",
        EnterpriseSize::Medium => "medium",
        EnterpriseSize::Large => "large",
    }
}
