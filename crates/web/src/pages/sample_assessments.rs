//! Assessments of dossiers nobody ever handed in, for the tests of pages.

use jiff::civil::date;
use proofmark_actions::{AssessOrder, Assessed, built_in, look};
use proofmark_facts::{Beside, BesideError};

use super::samples::{DOSSIER, now};

/// A case the dossier declares.
const CASE: &str = "
[[cases]]
name = \"session <b>tokens</b>\"
stream = \"vulnerability\"
[cases.known]
exploited_in_our_product = true
reliable_evidence = true
[[cases.rulings]]
aware_at = 2028-01-31T09:00:00Z
";

/// A dossier with nothing beside it.
struct OnlyDossier(String);

impl Beside for OnlyDossier {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, BesideError> {
        Ok((path == "proofmark.toml").then(|| self.0.clone().into_bytes()))
    }

    fn names(&self) -> Result<Vec<String>, BesideError> {
        Ok(vec!["proofmark.toml".into()])
    }
}

/// The assessment of a dossier with little in it.
pub(crate) fn assessed() -> Assessed {
    assessed_with("")
}

/// The assessment of a dossier that declares a case.
pub(super) fn assessed_with_case() -> Assessed {
    assessed_with(CASE)
}

fn assessed_with(more: &str) -> Assessed {
    let dossier = DOSSIER.replace("sbom = \"sbom.cdx.json\"\n", "");
    let order = AssessOrder { by: "anna", with: "proofmark test", at: now(), as_of: date(2028, 2, 1) };
    look(&order, &OnlyDossier(dossier + more), &|_| Ok(Vec::new()), &built_in().state).unwrap()
}
