//! The product's boundary: modules, variants, systems sold as one, and units placed after the support period.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Module, ProductKind, Variant};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::classes::article_7_classification::{ClassPaths, ClassVerdict, classify};
use crate::reason::Reason;
use crate::source::{F, G, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::not_stated;

const PLM_05: Source = Source::new("PLM-05", &[G]);
const PLM_06: Source = Source::new("PLM-06", &[G]);
const SHARED_DOCUMENTATION: Citation = Citation::guidance(174);

/// What belongs to the product, and what is a product of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct BoundaryVerdict {
    /// Each declared module.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modules: Vec<ModuleVerdict>,
    /// Each declared variant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<VariantVerdict>,
    /// What else is to be said of the boundary.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
}

/// What one module is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ModuleVerdict {
    /// The module's declared name.
    pub module: String,
    /// What it is.
    pub outcome: ModuleOutcome,
    /// The class of its own, where it is a product of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassVerdict>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What a module may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ModuleOutcome {
    /// Sold on its own too: a product of its own, with a class of its own.
    ProductOfItsOwn,
    /// Only inside the product.
    PartOfTheProduct,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// What one variant is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VariantVerdict {
    /// The variant's declared name.
    pub variant: String,
    /// What it is.
    pub outcome: VariantOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What a variant may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VariantOutcome {
    /// One risk assessment, one documentation, one procedure and one declaration may cover it with the others.
    SharesDocumentation,
    /// A product of its own, with documentation of its own.
    DistinctProduct,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

impl BoundaryVerdict {
    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Every reason of every answer.
    pub(crate) fn all_reasons(&self) -> impl Iterator<Item = &Reason> {
        let classes = self.modules.iter().filter_map(|module| module.class.as_ref());
        let of_modules = self.modules.iter().flat_map(|module| &module.reasons);
        of_modules
            .chain(classes.flat_map(|class| &class.reasons))
            .chain(self.variants.iter().flat_map(|variant| &variant.reasons))
            .chain(&self.reasons)
    }
}

/// Draws the boundary (reference section 2.5).
pub fn boundary(dossier: &Dossier, state: &StateOfTheLaw, day: Date) -> BoundaryVerdict {
    let product = &dossier.product;
    let modules = product.modules.iter().enumerate();
    let variants = product.variants.iter().enumerate();
    let reasons =
        [system(dossier), needed_software(dossier), no_remote_services(dossier), late_units(dossier, day)];
    BoundaryVerdict {
        modules: modules.map(|(index, one)| module(state, index, one)).collect(),
        variants: variants.filter_map(|(index, one)| variant(index, one)).collect(),
        reasons: reasons.into_iter().flatten().collect(),
    }
}

fn module(state: &StateOfTheLaw, index: usize, module: &Module) -> ModuleVerdict {
    let path = format!("product.modules[{index}].sold_separately");
    let cites = Citation::guidance(145);
    let name = &module.name;
    let (outcome, reason) = match module.sold_separately {
        Some(true) => {
            let says = text!("law-scope-module-own", module = name);
            (ModuleOutcome::ProductOfItsOwn, Reason::new(says, PLM_05, cites).on(path))
        }
        Some(false) => {
            let says = text!("law-scope-module-part", module = name);
            (ModuleOutcome::PartOfTheProduct, Reason::new(says, PLM_05, cites).on(path))
        }
        None => {
            (ModuleOutcome::Undetermined { missing: vec![path.clone()] }, not_stated(&path, PLM_05, cites))
        }
    };
    let own = outcome == ModuleOutcome::ProductOfItsOwn;
    let class = own.then(|| class_of(state, index, module));
    ModuleVerdict { module: name.clone(), outcome, class, reasons: vec![reason] }
}

/// CLS-07: the module is classified by its own core functionality; what is declared of the whole says nothing of it.
fn class_of(state: &StateOfTheLaw, index: usize, module: &Module) -> ClassVerdict {
    let paths = ClassPaths::below(&format!("product.modules[{index}]"));
    classify(module.core_functionality.as_ref(), &[], state, &paths)
}

/// A variant that is only listed claims to share everything; once one of the four is stated, all four are asked for.
fn variant(index: usize, variant: &Variant) -> Option<VariantVerdict> {
    let path = |field: &str| format!("product.variants[{index}].{field}");
    let shares = [
        ("shares_architecture", variant.shares_architecture),
        ("shares_security_design", variant.shares_security_design),
        ("shares_purpose", variant.shares_purpose),
        ("shares_risks", variant.shares_risks),
    ];
    if variant.differs_in_components.is_none() && shares.iter().all(|(_, shared)| shared.is_none()) {
        return None;
    }
    let name = &variant.name;
    let mut reasons = Vec::new();
    if variant.differs_in_components == Some(true) {
        let source = Source::new("TRN-09", &[G]);
        let says = text!("law-scope-variant-no-copy", variant = name);
        reasons.push(Reason::new(says, source, Citation::guidance(14)).on(path("differs_in_components")));
    }
    let unstated: Vec<String> =
        shares.iter().filter(|(_, shared)| shared.is_none()).map(|(field, _)| path(field)).collect();
    let outcome = if let Some((field, _)) = shares.iter().find(|(_, shared)| *shared == Some(false)) {
        let says = text!("law-scope-variant-distinct", variant = name);
        reasons.push(Reason::new(says, PLM_06, SHARED_DOCUMENTATION).on(path(field)));
        VariantOutcome::DistinctProduct
    } else if unstated.is_empty() {
        let says = text!("law-scope-variant-shares", variant = name);
        let at = format!("product.variants[{index}]");
        reasons.push(Reason::new(says, PLM_06, SHARED_DOCUMENTATION).on(at));
        VariantOutcome::SharesDocumentation
    } else {
        reasons.extend(unstated.iter().map(|path| not_stated(path, PLM_06, SHARED_DOCUMENTATION)));
        VariantOutcome::Undetermined { missing: unstated }
    };
    Some(VariantVerdict { variant: name.clone(), outcome, reasons })
}

/// PLM-04: what is sold as one product is one, whatever it is made of.
fn system(dossier: &Dossier) -> Option<Reason> {
    if dossier.product.complex_system != Some(true) {
        return None;
    }
    let source = Source::new("PLM-04", &[G]);
    let reason = Reason::new(text!("law-scope-complex-system"), source, Citation::guidance(29));
    Some(reason.on("product.complex_system"))
}

/// PLM-03, seen from the software: what belongs to hardware follows the hardware's units.
fn needed_software(dossier: &Dossier) -> Option<Reason> {
    let belongs = dossier.product.belongs_to.as_ref()?;
    let is_software = !matches!(
        dossier.product.kind,
        ProductKind::Hardware | ProductKind::HardwareWithSoftware | ProductKind::NotElectronic
    );
    let is_part = belongs.needed_to_use_it == Some(true) && belongs.same_manufacturer == Some(true);
    if !is_software || !is_part {
        return None;
    }
    let source = Source::new("PLM-03", &[G]);
    let says = text!("law-scope-placed-with-hardware", hardware = &belongs.hardware);
    Some(Reason::new(says, source, Citation::guidance(25)).on("product.belongs_to"))
}

/// RDP-10: a product that relies on no remote service says so; silence says nothing.
fn no_remote_services(dossier: &Dossier) -> Option<Reason> {
    let none = dossier.product.uses_remote_services == Some(false) && dossier.remote_services.is_empty();
    let source = Source::new("RDP-10", &[G]);
    none.then(|| {
        let reason = Reason::new(text!("law-scope-no-remote-services"), source, Citation::guidance(204));
        reason.on("product.uses_remote_services")
    })
}

/// PLM-08: after the support period units may stay in the chain; new ones need a period of their own.
fn late_units(dossier: &Dossier, day: Date) -> Option<Reason> {
    let ends_on = dossier.support_period.ends_on.filter(|ends_on| *ends_on < day)?;
    let source = Source::new("PLM-08", &[F]);
    let says = text!("law-scope-after-support", ends_on = ends_on.to_string());
    Some(Reason::new(says, source, Citation::faq("4.5.3")).on("support_period.ends_on"))
}
