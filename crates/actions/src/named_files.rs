//! The files a dossier names: read once, known by digest.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{Beside, Dossier, Sha256, SupplierCheck};

use crate::error::ActionError;

/// Files by the path the dossier names them by; `None`: it is not there.
pub(crate) type NamedFiles = BTreeMap<String, Option<NamedFile>>;

/// A file that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedFile {
    pub(crate) sha256: Sha256,
    pub(crate) bytes: Vec<u8>,
}

/// Reads every file the dossier names as evidence of anything.
pub(crate) fn named_files(dossier: &Dossier, beside: &dyn Beside) -> Result<NamedFiles, ActionError> {
    let mut files = NamedFiles::new();
    for path in paths(dossier) {
        let file = beside.read(path)?.map(|bytes| NamedFile { sha256: Sha256::of(&bytes), bytes });
        files.insert(path.to_owned(), file);
    }
    Ok(files)
}

/// Every path the dossier names, each once. The SBOM and the advisories are inputs, not evidence.
pub(crate) fn paths(dossier: &Dossier) -> BTreeSet<&str> {
    let technical = &dossier.technical_documentation;
    let lists = [
        &dossier.product.illustrations,
        &technical.design,
        &technical.vulnerability_handling,
        &technical.update_distribution,
        &technical.production,
        &dossier.supply_chain.record,
    ];
    let single = [
        dossier.operator.authorised_representative.as_ref().and_then(|one| one.mandate.as_ref()),
        dossier.product.tailor_made.as_ref().and_then(|tailor_made| tailor_made.agreement.as_ref()),
        dossier.support_period.record.as_ref(),
        dossier.risk_assessment.document.as_ref(),
        dossier.release.compiled_files.as_ref(),
        dossier.release.kernel_config.as_ref(),
        dossier.release.kernel_build_rules.as_ref(),
        dossier.release.kernel_tree.commits.as_ref(),
    ];
    let histories = dossier.release.repositories.iter().map(|repository| &repository.history);
    let reports = technical.test_reports.iter().map(|report| &report.document);
    let build = dossier.release.build_files.iter();
    let requirements = dossier.requirements.iter().flat_map(|decision| &decision.evidence);
    let evidence = dossier.evidence.iter().map(|evidence| &evidence.file);
    let checked = dossier.supplier_check.iter().flat_map(SupplierCheck::evidence);
    let all = lists.into_iter().flatten().chain(single.into_iter().flatten());
    all.chain(reports)
        .chain(build)
        .chain(requirements)
        .chain(evidence)
        .chain(checked)
        .chain(histories)
        .map(String::as_str)
        .filter(|path| is_path(path))
        .collect()
}

/// Where the dossier may hold text instead of a path, a sentence is no path.
fn is_path(text: &str) -> bool {
    !text.is_empty() && !text.contains("://") && !text.contains('\n') && text.len() < 1024
}
