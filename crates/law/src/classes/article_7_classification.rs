//! Articles 7 and 8: the class of the product, by its one core functionality.

use proofmark_facts::{ConsideredCategory, CoreFunctionality, Dossier, Product};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::act_name::act_name;
use crate::citation::Citation;
use crate::classes::categories::category;
use crate::classes::category::{Category, Class};
use crate::classes::category_line::{
    CategoryLine, CategoryVerdict, of_considered, of_core, relied_on, review, rule,
};
use crate::classes::circuit::{Circuit, circuit};
use crate::classes::descriptions::{descriptions, disagree};
use crate::classes::suggestion::{Suggestion, suggestions};
use crate::reason::Reason;
use crate::source::{G, P, S, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::not_stated;

const CLS_01: Source = Source::new("CLS-01", &[P, G]);
const CLS_03: Source = Source::new("CLS-03", &[G]);
const CLS_07: Source = Source::new("CLS-07", &[G]);

/// The class, with reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClassVerdict {
    /// The answer.
    pub outcome: ClassOutcome,
    /// The category the core functionality falls under, as `III.I.12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<&'static str>,
    /// Why, and why other categories that were considered do not change it.
    pub reasons: Vec<Reason>,
    /// Every category that was considered, that of the core functionality first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub considered: Vec<CategoryLine>,
    /// Categories the declared words point to and nobody has looked at; a hint, never an answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<Suggestion>,
}

/// Where the facts of one classification stand: of the product, or of a module offered separately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassPaths {
    core: String,
    considered: String,
}

impl ClassPaths {
    /// The paths below this one, as `product` or `product.modules[0]`.
    pub fn below(path: &str) -> Self {
        Self {
            core: format!("{path}.core_functionality"),
            considered: format!("{path}.considered_categories"),
        }
    }

    /// A module offered separately is classified separately.
    fn are_a_module_s(&self) -> bool {
        *self != Self::below("product")
    }

    fn core_fact(&self, field: &str) -> String {
        format!("{}.{field}", self.core)
    }

    fn relation(&self, index: usize) -> String {
        format!("{}[{index}].relation", self.considered)
    }
}

/// Where classification ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClassOutcome {
    /// This class.
    Is(Class),
    /// These facts are not stated, or name no category.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

impl ClassVerdict {
    /// The class, where it is determined.
    pub fn class(&self) -> Option<Class> {
        match self.outcome {
            ClassOutcome::Is(class) => Some(class),
            ClassOutcome::Undetermined { .. } => None,
        }
    }
}

/// Classifies the product by its declared core functionality. What is merely integrated never changes the class.
pub fn classification(dossier: &Dossier, state: &StateOfTheLaw) -> ClassVerdict {
    let product = &dossier.product;
    let paths = ClassPaths::below("product");
    let mut verdict =
        classify(product.core_functionality.as_ref(), &product.considered_categories, state, &paths);
    strength_of_a_circuit(product, &paths, &mut verdict);
    described_differently(product, &mut verdict);
    verdict.suggestions = suggestions(product);
    verdict
}

/// Classifies one declared core functionality: the product's, or that of a module offered separately, which is
/// classified on its own (CLS-07, guidance point 145).
pub fn classify(
    core: Option<&CoreFunctionality>,
    considered: &[ConsideredCategory],
    state: &StateOfTheLaw,
    paths: &ClassPaths,
) -> ClassVerdict {
    let cites = Citation::article(7).paragraph(1);
    let lines = lines(core, considered, paths);
    let Some(core) = core else {
        let source = if paths.are_a_module_s() { CLS_07 } else { CLS_03 };
        let reasons = vec![not_stated(&paths.core, source, cites)];
        return undetermined(&paths.core, reasons, lines);
    };
    let mut reasons = Vec::new();
    let matched = match core.category.as_deref() {
        None => {
            let says = text!("law-class-none", core = &core.is);
            reasons.push(Reason::new(says, CLS_01, cites).on(paths.core.clone()));
            None
        }
        Some(id) => {
            let path = paths.core_fact("category");
            let Some(found) = category(id) else {
                let says = text!("law-class-unknown-category", category = id);
                let reasons = vec![Reason::new(says, CLS_01, cites).on(path.clone())];
                return undetermined(&path, reasons, lines);
            };
            reasons.push(of_category(found, core, &path));
            Some(found)
        }
    };
    reasons.extend(set_aside(matched, considered, paths));
    if let Some(missing) = choice(core, matched, &lines, paths, &mut reasons) {
        return undetermined(&missing, reasons, lines);
    }
    let source = Source::new("CLS-09", &[P]);
    reasons.push(Reason::new(text!("law-class-only-route"), source, Citation::article(32)));
    reasons.extend(state.annex_amendments.iter().map(|act| amended(act)));
    let class = matched.map_or(Class::Default, |found| found.class);
    ClassVerdict {
        outcome: ClassOutcome::Is(class),
        category: matched.map(|found| found.id),
        reasons,
        considered: lines,
        suggestions: Vec::new(),
    }
}

fn lines(
    core: Option<&CoreFunctionality>,
    considered: &[ConsideredCategory],
    paths: &ClassPaths,
) -> Vec<CategoryLine> {
    let of_core = core.and_then(|core| {
        let found = category(core.category.as_deref()?)?;
        Some(of_core(found, core, &paths.core_fact("category")))
    });
    let beside = considered.iter().enumerate().filter_map(|(index, one)| {
        Some(of_considered(category(&one.category)?, one, &paths.relation(index)))
    });
    of_core.into_iter().chain(beside).collect()
}

fn undetermined(path: &str, reasons: Vec<Reason>, considered: Vec<CategoryLine>) -> ClassVerdict {
    let outcome = ClassOutcome::Undetermined { missing: vec![path.to_owned()] };
    ClassVerdict { outcome, category: None, reasons, considered, suggestions: Vec::new() }
}

fn of_category(found: &'static Category, core: &CoreFunctionality, path: &str) -> Reason {
    let says = text!(
        "law-class-of-category",
        category = found.id,
        title = found.title_sentence(),
        class = found.class.name(),
        matches = found.matches_when_sentence(),
    );
    let kind = core.kind.as_deref();
    with_draft(Reason::new(says, relied_on(found, kind), found.cites).on(path), found, kind)
}

fn with_draft(reason: Reason, found: &Category, kind: Option<&str>) -> Reason {
    match review(found, kind) {
        Some(why) => reason.for_review(why),
        None => reason,
    }
}

/// Every other category that was considered, and what follows from how the product stands to it.
fn set_aside(
    matched: Option<&'static Category>,
    considered: &[ConsideredCategory],
    paths: &ClassPaths,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (index, one) in considered.iter().enumerate() {
        let Some(found) = category(&one.category) else { continue };
        let verdict = CategoryVerdict::from(one.relation);
        let path = paths.relation(index);
        let kind = one.kind.as_deref();
        let (source, cites) = rule(verdict, found, kind);
        let reason = Reason::new(stands(verdict, found, &one.because), source, cites).on(path.clone());
        let reason = if verdict.turns_on_the_wording() { with_draft(reason, found, kind) } else { reason };
        reasons.push(reason);
        let host = matched.is_some_and(|host| host.class == Class::ImportantI);
        if verdict == CategoryVerdict::IntegratedOnly && found.class == Class::Critical && host {
            let source = Source::new("CLS-08", &[G]);
            let says = text!("routes-class-critical-component", category = found.id);
            reasons.push(Reason::new(says, source, Citation::guidance(152)).on(path));
        }
    }
    reasons
}

fn stands(verdict: CategoryVerdict, found: &Category, because: &str) -> Text {
    match verdict {
        CategoryVerdict::Matches => {
            text!("routes-class-matches-too", category = found.id, because = because)
        }
        CategoryVerdict::IntegratedOnly => {
            text!("law-class-integrated-only", category = found.id, because = because)
        }
        CategoryVerdict::AncillaryOnly => {
            text!("routes-class-ancillary-only", category = found.id, because = because)
        }
        CategoryVerdict::SubstantiallyExceeds => {
            text!("law-class-exceeds", category = found.id, because = because)
        }
        CategoryVerdict::FallsShort => text!("law-class-falls-short", category = found.id, because = because),
        CategoryVerdict::MerelyComplements => {
            text!("routes-class-merely-complements", category = found.id, because = because)
        }
    }
}

/// Where several categories match, exactly one is the core functionality, and its maker says why. Gives the fact
/// without which no answer is safe.
fn choice(
    core: &CoreFunctionality,
    matched: Option<&'static Category>,
    lines: &[CategoryLine],
    paths: &ClassPaths,
    reasons: &mut Vec<Reason>,
) -> Option<String> {
    let beside: Vec<&CategoryLine> = lines
        .iter()
        .filter(|line| !line.is_the_core_functionality && line.verdict.is_a_match())
        .filter(|line| matched.is_none_or(|chosen| chosen.id != line.category))
        .collect();
    let strictest = beside.iter().map(|line| line.class).max()?;
    let names = beside.iter().map(|line| line.category).collect::<Vec<_>>().join(", ");
    let cites = Citation::guidance(144);
    let Some(chosen) = matched else {
        let says = text!("routes-class-none-but-matches", categories = names);
        let path = paths.core_fact("category");
        reasons.push(Reason::new(says, CLS_03, cites).on(path.clone()));
        return Some(path);
    };
    let path = paths.core_fact("chosen_because");
    let why = core.chosen_because.as_deref().filter(|why| !why.trim().is_empty());
    if chosen.class >= strictest {
        // Taking the strictest is safe whatever the reasons are; the documentation must name them all the same.
        let says = text!("routes-class-chosen-strictest", category = chosen.id, others = names);
        reasons.push(Reason::new(says, CLS_03, cites).on(path));
        return None;
    }
    let Some(why) = why else {
        let says = text!("routes-class-not-chosen", category = chosen.id, others = names);
        reasons.push(Reason::new(says, CLS_03, cites).on(path.clone()));
        return Some(path);
    };
    let says = text!("routes-class-chosen", category = chosen.id, others = names, because = why);
    let reason = Reason::new(says, CLS_03, cites).on(path);
    reasons.push(reason.for_review(text!("routes-review-less-strict", category = chosen.id)));
    None
}

fn strength_of_a_circuit(product: &Product, paths: &ClassPaths, verdict: &mut ClassVerdict) {
    let Some(category) = verdict.category else { return };
    let missing = match circuit(product, category) {
        Circuit::NotAsked => return,
        Circuit::Fits(reason) => {
            verdict.reasons.push(reason);
            return;
        }
        Circuit::Missing(fact, reason) => {
            verdict.reasons.push(reason);
            fact.to_owned()
        }
        Circuit::Is(reason) => {
            verdict.reasons.push(reason);
            paths.core_fact("category")
        }
    };
    verdict.category = None;
    verdict.outcome = ClassOutcome::Undetermined { missing: vec![missing] };
}

fn described_differently(product: &Product, verdict: &mut ClassVerdict) {
    let described = descriptions(product);
    if disagree(&described) {
        let source = Source::new("CLS-06", &[G]);
        let reason =
            Reason::new(text!("routes-class-described-differently"), source, Citation::guidance(143));
        verdict.reasons.push(reason.on("product.described_as"));
    }
}

fn amended(act: &str) -> Reason {
    let source = Source::new("CLS-11", &[P, S]);
    Reason::new(
        text!("law-class-annex-amended", act = act_name(act)),
        source,
        Citation::article(7).paragraph(3),
    )
    .for_review(text!("law-review-annex-amended", act = act_name(act)))
}
