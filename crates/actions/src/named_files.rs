//! The files a dossier names: read once, known by digest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proofmark_facts::{Beside, Dossier, Sha256, SupplierCheck};

use crate::component_list::ComponentList;
use crate::error::ActionError;

/// Files by the path the dossier names them by; `None`: it is not there.
pub(crate) type NamedFiles = BTreeMap<String, Option<NamedFile>>;

/// A file that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedFile {
    pub(crate) sha256: Sha256,
    pub(crate) bytes: Arc<Vec<u8>>,
}

/// Reads every file the dossier names as evidence of anything; the component list, where it is among them, is held once.
pub(crate) fn named_files(
    dossier: &Dossier,
    list: Option<&ComponentList>,
    beside: &dyn Beside,
) -> Result<NamedFiles, ActionError> {
    let mut files = NamedFiles::new();
    for path in paths(dossier) {
        let file = match list.filter(|list| list.about.name == path) {
            Some(list) => Some(NamedFile { sha256: list.about.sha256, bytes: Arc::clone(&list.bytes) }),
            None => beside
                .read(path)?
                .map(|bytes| NamedFile { sha256: Sha256::of(&bytes), bytes: Arc::new(bytes) }),
        };
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
        dossier.triage.as_ref(),
    ];
    let histories = dossier.release.repositories.iter().map(|repository| &repository.history);
    let reports = technical.test_reports.iter().map(|report| &report.document);
    let build = dossier.release.build_files.iter();
    let requirements = dossier.requirements.iter().flat_map(|decision| &decision.evidence);
    let evidence = dossier.evidence.iter().map(|evidence| &evidence.file);
    let decided = dossier.vulnerability_decisions.iter().flat_map(|decision| &decision.evidence);
    let decided = decided.map(|evidence| &evidence.file);
    let checked = dossier.supplier_check.iter().flat_map(SupplierCheck::evidence);
    let all = lists.into_iter().flatten().chain(single.into_iter().flatten());
    all.chain(reports)
        .chain(build)
        .chain(requirements)
        .chain(evidence)
        .chain(decided)
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

#[cfg(test)]
mod tests {
    use proofmark_facts::BesideError;
    use proofmark_formats::read_partial_dossier;

    use super::*;
    use crate::component_list::component_list;

    const LIST: &[u8] = br#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}"#;

    const DOSSIER: &[u8] = br#"
proofmark = 1

[operator]
name = "Nordlicht GmbH"

[product]
name = "Gateway"
kind = "software"

[release]
version = "1.0.0"

[risk_assessment]
document = "risks.md"

[[evidence]]
file = "bom.json"
shows = "components"
"#;

    /// A directory in which the list may be read once.
    struct Once(std::cell::Cell<u32>);

    impl Beside for Once {
        fn read(&self, path: &str) -> Result<Option<Vec<u8>>, BesideError> {
            match path {
                "bom.json" => {
                    self.0.set(self.0.get() + 1);
                    Ok(Some(LIST.to_vec()))
                }
                "risks.md" => Ok(Some(b"risks".to_vec())),
                _ => Ok(None),
            }
        }

        fn names(&self) -> Result<Vec<String>, BesideError> {
            Ok(vec!["bom.json".to_owned()])
        }
    }

    #[test]
    fn a_component_list_that_is_evidence_too_is_read_and_held_once() {
        let dossier = read_partial_dossier(DOSSIER).read.unwrap().dossier;
        let beside = Once(std::cell::Cell::new(0));
        let list = component_list(Some("bom.json"), "Gateway", &beside, &mut Vec::new()).unwrap().unwrap();
        let files = named_files(&dossier, Some(&list), &beside).unwrap();
        let evidence = files["bom.json"].as_ref().unwrap();
        assert!(Arc::ptr_eq(&evidence.bytes, &list.bytes) && beside.0.get() == 1);
        assert_eq!((evidence.sha256, evidence.bytes.as_slice()), (Sha256::of(LIST), LIST));
        assert_eq!(files["risks.md"].as_ref().unwrap().bytes.as_slice(), b"risks");
    }
}
