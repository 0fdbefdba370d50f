//! Assesses a release from a product's kept files, with what is handed in over them, all in one change.

use proofmark_facts::{KeptLine, ProductRecord, RecordWrite, SystemOfRecord, VulnerabilityDecision};
use proofmark_law::StateOfTheLaw;

use crate::assess::Assessed;
use crate::conclusion::{AssessOrder, Meant, conclude, read_inputs};
use crate::error::ActionError;
use crate::keep_assessment::{FilesAfter, FurtherDocument, ToKeep, keep_assessment, keep_what_differs};
use crate::kept_decisions::kept_decisions;
use crate::products::handed_file::HandedFile;
use crate::products::kept_files::KeptFiles;
use crate::products::kept_inputs::KeptInputs;
use crate::record::KeptNoun;
use crate::rules_before::rules_before;
use crate::vulnerability_source::VulnerabilitySource;

/// Opens the vulnerability databases: the installation's, and one made of the advisories among the product's files.
pub type OpenKeptSources<'a> =
    dyn Fn(&[String], &KeptFiles<'_>) -> Result<Vec<VulnerabilitySource>, ActionError> + 'a;

/// What is assessed, under which law, against which data.
pub(crate) struct FilesToAssess<'a> {
    pub(crate) order: &'a AssessOrder<'a>,
    pub(crate) operator: &'a str,
    /// The product as it was read; `None`: it is new with this change.
    pub(crate) product: Option<&'a KeptNoun<ProductRecord>>,
    /// Which kept files are read.
    pub(crate) inputs: KeptInputs,
    /// What is handed in with the same change.
    pub(crate) handed: &'a [HandedFile],
    /// Whether that is all: what the product had besides is no longer its.
    pub(crate) complete: bool,
    /// Further documents of the change.
    pub(crate) more: Vec<FurtherDocument<'a>>,
    /// Further records of the change.
    pub(crate) records: Vec<RecordWrite>,
    pub(crate) meant: Meant,
    /// Decisions handed in beside those that are kept.
    pub(crate) decisions: Vec<VulnerabilityDecision>,
    /// Kept only where it changes anything but the day.
    pub(crate) rescan: bool,
    /// Of a release as it was handed in: kept in any case, and the product stands where it stood.
    pub(crate) of_earlier: bool,
    pub(crate) open_sources: &'a OpenKeptSources<'a>,
    pub(crate) state: &'a StateOfTheLaw,
}

/// Assesses, and keeps everything; the line is `None` where a rescan found nothing new.
pub(crate) fn assess_files(
    asked: FilesToAssess<'_>,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(Assessed, Option<KeptLine>), ActionError> {
    let kept = asked.product.filter(|_| !asked.complete);
    let kept = kept.map(|kept| kept.noun.files.clone()).unwrap_or_default();
    let (of_release, advisories) = (asked.inputs.of_release(&kept), asked.inputs.advisories(&kept));
    let files = KeptFiles::new(keeping, asked.operator, &of_release, asked.handed);
    let mut inputs = read_inputs(&files, asked.state, &asked.meant)?;
    let advisories = KeptFiles::new(keeping, asked.operator, &advisories, asked.handed);
    let sources = (asked.open_sources)(&inputs.dossier.advisories, &advisories)?;
    let made_from = asked.inputs.made_from(&inputs, &advisories);
    inputs.decisions = kept_decisions(&inputs.dossier, keeping)?;
    inputs.rules_before = rules_before(&inputs.dossier, keeping)?;
    inputs.decisions.extend(asked.decisions);
    let assessment = conclude(asked.order, &inputs, &sources, asked.state);
    let bytes = assessment.to_bytes();
    let mut after = kept;
    after.extend(asked.handed.iter().map(|file| (file.path.clone(), file.sha256())));
    let mut more = asked.more;
    more.extend(handed_beside(asked.handed, inputs.list.as_ref().map(|list| list.about.name.as_str())));
    let to_keep = ToKeep {
        order: asked.order,
        assessment: &assessment,
        bytes: &bytes,
        inputs: &inputs,
        files: FilesAfter::These(&after, asked.product),
        made_from,
        more,
        records: asked.records,
        rescan: asked.rescan || asked.of_earlier,
    };
    let line = if asked.rescan {
        keep_what_differs(&to_keep, keeping)?
    } else {
        Some(keep_assessment(&to_keep, keeping)?)
    };
    Ok((Assessed::of(assessment, bytes, inputs), line))
}

/// Handed files that an assessment does not name by itself.
fn handed_beside<'a>(
    handed: &'a [HandedFile],
    list: Option<&str>,
) -> impl Iterator<Item = FurtherDocument<'a>> {
    let beside = move |file: &&HandedFile| {
        file.path != crate::dossier_input::DOSSIER && Some(file.path.as_str()) != list
    };
    let document =
        |file: &'a HandedFile| FurtherDocument { role: "file", sha256: file.sha256(), bytes: &file.bytes };
    handed.iter().filter(beside).map(document).collect::<Vec<_>>().into_iter()
}
