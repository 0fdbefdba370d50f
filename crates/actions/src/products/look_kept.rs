//! Looks at a product from its kept files: the assessment as it would be now, with nothing kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use proofmark_access::Right;
use proofmark_facts::{Finding, SystemOfRecord};
use proofmark_law::{Block, StateOfTheLaw};

use crate::assess::Assessed;
use crate::assessment::Assessment;
use crate::conclusion::{AssessOrder, Inputs, conclude, read_inputs};
use crate::error::ActionError;
use crate::kept_decisions::kept_decisions;
use crate::products::assess_files::OpenKeptSources;
use crate::products::assess_kept::{KeptOrder, files_of};
use crate::products::kept_files::KeptFiles;
use crate::vulnerability_source::VulnerabilitySource;

/// Blocks of the gate that a look keeps: no page shows more.
const MOST_BLOCKS: usize = 50;

/// An assessment that was looked at: what pages show of it, small however large the release is.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The assessment, cut: of what stands in the gate's way the first, of the findings those that do, and no component that
    /// could not be checked.
    pub assessment: Assessment,
    /// How much stands in the gate's way in all.
    pub blocks: usize,
    /// Whether it stays the same all day, as long as its ground does: no clock of Article 14 is in it, and no source's
    /// newest record is dated later than now.
    pub lasts: bool,
    /// How many bytes the dossier has that it was read from: its words stand in the reasons.
    pub dossier_bytes: usize,
}

impl Looked {
    fn cut(mut assessment: Assessment, lasts: bool, dossier_bytes: usize) -> Self {
        let blocks = assessment.gate.blocked_by.len();
        assessment.gate.blocked_by.truncate(MOST_BLOCKS);
        assessment.gate.blocked_by.shrink_to_fit();
        assessment.gate.cleared = Vec::new();
        let in_the_way: BTreeSet<(&str, &str)> =
            assessment.gate.blocked_by.iter().filter_map(finding_of).collect();
        let named = |finding: &Finding| {
            in_the_way.contains(&(finding.component.as_str(), finding.vulnerability.id.as_str()))
        };
        assessment.findings.retain(named);
        assessment.findings.shrink_to_fit();
        assessment.unchecked = Vec::new();
        Self { assessment, blocks, lasts, dossier_bytes }
    }
}

fn finding_of(block: &Block) -> Option<(&str, &str)> {
    block.component.as_deref().zip(block.vulnerability.as_deref())
}

/// The assessment of a product, or of one of its releases as it was handed in: no document, no line of the ledger.
pub fn look_kept(
    order: &KeptOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<Assessed, ActionError> {
    let (assessment, inputs, _) = concluded(order, true, open_sources, state, keeping)?;
    let bytes = assessment.to_bytes();
    Ok(Assessed::of(assessment, bytes, inputs))
}

/// The same for whoever shows it: it is not written out as a document, and it is said how long it holds.
pub fn glance_at_kept(
    order: &KeptOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<Looked, ActionError> {
    let (assessment, inputs, sources) = concluded(order, false, open_sources, state, keeping)?;
    let at = order.change.at;
    let lasts = assessment.verdict.reporting.is_empty() && !sources.iter().any(|source| is_ahead(source, at));
    Ok(Looked::cut(assessment, lasts, inputs.dossier_bytes.len()))
}

/// Whoever needs the files as they came has them kept beside what was read of them.
fn concluded(
    order: &KeptOrder<'_>,
    with_files: bool,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<(Assessment, Inputs, Vec<VulnerabilitySource>), ActionError> {
    order.change.demand(Right::SeeProduct, order.operator, Some(order.product))?;
    let kept = files_of(order, keeping)?;
    let files = KeptFiles::new(keeping, order.operator, &kept.of_release, &[]);
    let mut inputs = read_inputs(&files, state, &kept.meant)?;
    if let (Some(list), false) = (&mut inputs.list, with_files) {
        list.bytes = Arc::default();
    }
    let advisories = KeptFiles::new(keeping, order.operator, &kept.advisories, &[]);
    let sources = open_sources(&inputs.dossier.advisories, &advisories)?;
    inputs.decisions = kept_decisions(&inputs.dossier, keeping)?;
    let asked = AssessOrder {
        by: &order.change.by.name,
        with: order.change.with,
        at: order.change.at,
        as_of: order.as_of,
    };
    let assessment = conclude(&asked, &inputs, &sources, state);
    Ok((assessment, inputs, sources))
}

/// Whether a source holds a record dated later than now: it dates nothing yet, and will when its time has come.
fn is_ahead(source: &VulnerabilitySource, now: Timestamp) -> bool {
    let facts = source.index.facts();
    facts.map_or(true, |facts| facts.sources.iter().any(|one| one.newest.is_some_and(|newest| newest > now)))
}
