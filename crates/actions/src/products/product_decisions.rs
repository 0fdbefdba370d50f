//! The decisions on a product's findings with where each stands: in its dossier, where a revision changes it, or in the
//! record, where it can be withdrawn. The dossier holds where both speak.

use proofmark_access::Right;
use proofmark_facts::{
    DecisionRecord, Dossier, ProductRecord, Purl, Sha256, SystemOfRecord, VulnerabilityDecision, decision_id,
};
use proofmark_formats::read_partial_dossier;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::kept_decisions::decisions_on;
use crate::products::change_order::ChangeOrder;
use crate::products::decided_finding::DecidedFinding;
use crate::products::keep_files::no_such_product;
use crate::record::{KeptNoun, kept_noun};

/// A decision with where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ProductDecision {
    /// What was decided.
    pub decision: VulnerabilityDecision,
    /// The second person, where there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// Where it stands.
    pub origin: DecisionOrigin,
}

/// Where a decision stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "stands_in", rename_all = "kebab-case")]
pub enum DecisionOrigin {
    /// In the dossier: a revision of it changes or removes it.
    Dossier {
        /// The dossier's digest.
        revision: Sha256,
        /// Its place in the dossier.
        place: String,
    },
    /// In the record: it can be withdrawn.
    Record {
        /// Its version: what a withdrawal is written over.
        version: Sha256,
        /// The dossier says something about the same finding, and holds.
        overruled: bool,
    },
}

impl ProductDecision {
    /// Whether it is about this finding of the product, as lists name it.
    ///
    /// A dossier may name the same finding by another identifier; such a one is not found by its name here.
    pub fn is_about(&self, vulnerability: &str, component: &str) -> bool {
        names_the_same(&self.decision, vulnerability, component)
    }
}

/// Every decision on the product's findings: the dossier's in its order, then those of the record.
pub fn product_decisions(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<ProductDecision>, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    let kept = kept.ok_or_else(|| no_such_product(product))?;
    let mut all = declared(operator, &kept, keeping)?;
    let dossiers = all.len();
    for record in decisions_on(keeping, operator, product)? {
        let id = decision_id(product, &record.vulnerability, &record.component);
        let Some(kept) = kept_noun::<DecisionRecord>(keeping, operator, &id)? else { continue };
        let overruled =
            all[..dossiers].iter().any(|one| one.is_about(&record.vulnerability, &record.component));
        all.push(ProductDecision {
            decision: record.to_declared(),
            approved_by: record.approved_by,
            origin: DecisionOrigin::Record { version: kept.sha256, overruled },
        });
    }
    Ok(all)
}

/// Where the decision on each of these findings stands; `None`: by this name there is none.
pub fn decision_origins(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    findings: &[DecidedFinding],
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<Option<DecisionOrigin>>, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    let declared = declared(operator, &kept.ok_or_else(|| no_such_product(product))?, keeping)?;
    let origin = |finding: &DecidedFinding| {
        let DecidedFinding { vulnerability, component } = finding;
        if let Some(found) = declared.iter().find(|one| one.is_about(vulnerability, component)) {
            return Ok(Some(found.origin.clone()));
        }
        let kept =
            kept_noun::<DecisionRecord>(keeping, operator, &decision_id(product, vulnerability, component))?;
        Ok(kept.map(|kept| DecisionOrigin::Record { version: kept.sha256, overruled: false }))
    };
    findings.iter().map(origin).collect()
}

/// The decision of the record on one finding, with the version its withdrawal is written over.
pub fn decision_on_finding(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    finding: &DecidedFinding,
    keeping: &dyn SystemOfRecord,
) -> Result<(DecisionRecord, Sha256), ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let DecidedFinding { vulnerability, component } = finding;
    let id = decision_id(product, vulnerability, component);
    let kept = kept_noun::<DecisionRecord>(keeping, operator, &id)?;
    let missing = || text!("record-no-such-decision", vulnerability = vulnerability, component = component);
    kept.map(|kept| (kept.noun, kept.sha256)).ok_or_else(|| ActionError::NotFound(missing()))
}

/// Those of the findings the dossier of now decides, each with its place there: it holds where both speak.
pub fn decided_in_dossier(
    operator: &str,
    product: &str,
    findings: &[DecidedFinding],
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<(DecidedFinding, String)>, ActionError> {
    let declared = dossier_decisions(operator, product, keeping)?;
    let place = |finding: &DecidedFinding| {
        let found = declared.iter().find(|one| one.is_about(&finding.vulnerability, &finding.component))?;
        let DecisionOrigin::Dossier { place, .. } = &found.origin else { return None };
        Some((finding.clone(), place.clone()))
    };
    Ok(findings.iter().filter_map(place).collect())
}

/// Every decision the dossier of now declares.
pub(crate) fn dossier_decisions(
    operator: &str,
    product: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<ProductDecision>, ActionError> {
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    declared(operator, &kept.ok_or_else(|| no_such_product(product))?, keeping)
}

/// What the dossier of now declares; nothing where there is none, or it cannot be read.
fn declared(
    operator: &str,
    product: &KeptNoun<ProductRecord>,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<ProductDecision>, ActionError> {
    let Some(revision) = product.noun.files.get(DOSSIER).copied() else { return Ok(Vec::new()) };
    let bytes = keeping.document_of(operator, &revision)?.unwrap_or_default();
    let dossier: Option<Dossier> = read_partial_dossier(&bytes).read.map(|read| read.dossier);
    let decisions = dossier.map(|dossier| dossier.vulnerability_decisions).unwrap_or_default();
    let of_dossier = |(index, decision): (usize, VulnerabilityDecision)| ProductDecision {
        decision,
        approved_by: None,
        origin: DecisionOrigin::Dossier { revision, place: format!("vulnerability_decisions[{index}]") },
    };
    Ok(decisions.into_iter().enumerate().map(of_dossier).collect())
}

/// The same identifier, and the same package and version: qualifiers count only where the decision names them.
fn names_the_same(decision: &VulnerabilityDecision, vulnerability: &str, component: &str) -> bool {
    if !decision.vulnerability.eq_ignore_ascii_case(vulnerability) {
        return false;
    }
    if decision.component == component {
        return true;
    }
    let (Ok(decided), Ok(found)) = (decision.component.parse::<Purl>(), component.parse::<Purl>()) else {
        return false;
    };
    decided.kind == found.kind
        && decided.namespace == found.namespace
        && decided.name == found.name
        && decided.version == found.version
        && decided.qualifiers.iter().all(|(key, value)| found.qualifiers.get(key) == Some(value))
}
