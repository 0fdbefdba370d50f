//! The judges, and how each is asked: the answer is which of our checks a document meets in its eyes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// By the name of our check, whether the document meets it.
pub(crate) type Verdicts = BTreeMap<&'static str, bool>;

/// What Proofmark says.
#[derive(Debug)]
pub(crate) struct Ours {
    pub(crate) met: Verdicts,
    /// Checks that had nothing to ask of.
    pub(crate) of_nothing: Vec<&'static str>,
    /// Checks of components that one of several does not meet.
    pub(crate) but_one: Vec<&'static str>,
}

/// Another judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Judge {
    /// `sbom-tools` of crates.io: NTIA, CISA 2026, BSI.
    SbomTools,
    /// `sbomcheck` of the Python package `ntia-conformance-checker`: NTIA, of SPDX.
    Sbomcheck,
}

impl Judge {
    pub(crate) const ALL: [Self; 2] = [Self::SbomTools, Self::Sbomcheck];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::SbomTools => "sbom-tools 0.3.0",
            Self::Sbomcheck => "ntia-conformance-checker 6.0.0",
        }
    }

    /// Whether it reads documents that the archive's index calls so.
    pub(crate) fn reads(self, format: &str) -> bool {
        match self {
            Self::SbomTools => true,
            Self::Sbomcheck => format.starts_with("spdx"),
        }
    }
}

/// The rules of `sbom-tools` that together ask what a check of ours asks, by the guideline it is asked for. Of BSI's text it asks most for
/// the whole document where we ask of each component, so that only what both ask alike is here.
const RULES: &[(&str, &str, &str)] = &[
    ("ntia", "ntia-supplier", "SBOM-NTIA-SUPPLIER"),
    ("ntia", "ntia-component-name", "SBOM-NTIA-NAME"),
    ("ntia", "ntia-component-version", "SBOM-NTIA-VERSION"),
    ("ntia", "ntia-other-identifier", "SBOM-NTIA-IDENTIFIER"),
    ("ntia", "ntia-dependency-relationship", "SBOM-NTIA-DEPENDENCY"),
    ("ntia", "ntia-author", "SBOM-NTIA-AUTHOR"),
    ("ntia", "ntia-timestamp", "SBOM-NTIA-TIMESTAMP"),
    ("cisa-2026", "cisa-author", "SBOM-CISA2026-AUTHOR"),
    ("cisa-2026", "cisa-author-signature", "SBOM-CISA2026-SIGNATURE"),
    ("cisa-2026", "cisa-data-format", "SBOM-CISA2026-FORMAT"),
    ("cisa-2026", "cisa-generation-context", "SBOM-CISA2026-GENERATION-CONTEXT"),
    ("cisa-2026", "cisa-timestamp", "SBOM-CISA2026-TIMESTAMP"),
    ("cisa-2026", "cisa-tool-name", "SBOM-CISA2026-TOOL"),
    ("cisa-2026", "cisa-tool-version", "SBOM-CISA2026-TOOL-VERSION"),
    ("cisa-2026", "cisa-sbom-version", "SBOM-CISA2026-SBOM-VERSION"),
    ("cisa-2026", "cisa-component-name", "SBOM-CISA2026-NAME"),
    ("cisa-2026", "cisa-component-version", "SBOM-CISA2026-VERSION"),
    ("cisa-2026", "cisa-producer", "SBOM-CISA2026-PRODUCER"),
    ("cisa-2026", "cisa-identifiers", "SBOM-CISA2026-IDENTIFIER"),
    ("cisa-2026", "cisa-component-hash", "SBOM-CISA2026-HASH"),
    ("cisa-2026", "cisa-licence", "SBOM-CISA2026-LICENSE"),
    ("cisa-2026", "cisa-dependency-relationship", "SBOM-CISA2026-DEPENDENCY"),
    ("bsi", "bsi-format", "SBOM-BSI-TR-03183-2-4"),
    ("bsi", "bsi-timestamp", "SBOM-BSI-TR-03183-2-5-2"),
    ("bsi", "bsi-no-vulnerabilities", "SBOM-BSI-TR-03183-2-3-1"),
    ("bsi", "bsi-component-version", "SBOM-BSI-TR-03183-2-VERSION"),
];

/// The members of `sbomcheck`'s report that answer what a check of ours asks.
const MEMBERS: &[(&str, &str)] = &[
    ("ntia-supplier", "componentSuppliers"),
    ("ntia-component-name", "componentNames"),
    ("ntia-component-version", "componentVersions"),
    ("ntia-other-identifier", "componentIdentifiers"),
    ("ntia-dependency-relationship", "dependencyRelationshipsProvided"),
    ("ntia-author", "authorNameProvided"),
    ("ntia-timestamp", "timestampProvided"),
];

/// The programs.
#[derive(Debug)]
pub(crate) struct Bench {
    pub(crate) proofmark: PathBuf,
    pub(crate) sbom_tools: PathBuf,
    pub(crate) sbomcheck: PathBuf,
}

impl Bench {
    /// What Proofmark says; `None` where it reads nothing.
    pub(crate) fn ours(&self, document: &Path) -> Option<Ours> {
        let words = ["sbom", "check", "--against", "ntia", "--format", "json"];
        let report = answer(Command::new(&self.proofmark).args(words).arg(document))?;
        let mut ours = Ours { met: Verdicts::new(), of_nothing: Vec::new(), but_one: Vec::new() };
        let checks = report["guidelines"].as_array()?.iter().filter_map(|it| it["checks"].as_array());
        for check in checks.flatten() {
            let Some((_, id, _)) = RULES.iter().find(|(_, id, _)| check["id"] == **id) else { continue };
            ours.met.insert(id, check["outcome"] == "met");
            if check["asked"] == 0 {
                ours.of_nothing.push(id);
            }
            if check["lacking"] == 1 && check["asked"].as_u64().is_some_and(|asked| asked > 1) {
                ours.but_one.push(id);
            }
        }
        Some(ours)
    }

    /// What another says; `None` where it reads nothing or does not come to judge.
    pub(crate) fn other(&self, judge: Judge, document: &Path, format: &str) -> Option<Verdicts> {
        match judge {
            Judge::SbomTools => {
                let mut found = Verdicts::new();
                for guideline in ["ntia", "cisa-2026", "bsi"] {
                    let words = ["validate", "--quiet", "-o", "json", "--standard", guideline];
                    let report = answer(
                        Command::new(&self.sbom_tools).args(words).arg(document).env("RUST_LOG", "off"),
                    )?;
                    let broken = report["violations"].as_array()?;
                    let rules = RULES.iter().filter(|(of, _, _)| *of == guideline);
                    found.extend(
                        rules.map(|(_, ours, theirs)| (*ours, !broken.iter().any(|it| breaks(it, theirs)))),
                    );
                }
                Some(found)
            }
            Judge::Sbomcheck => {
                let spdx = if format.starts_with("spdx3") { "spdx3" } else { "spdx2" };
                let words = ["--skip-validation", "--quiet", "--output", "json", "--sbom-spec", spdx];
                let report = answer(Command::new(&self.sbomcheck).args(words).arg(document))?;
                if report["componentsEvaluated"] != true {
                    return None;
                }
                let met = MEMBERS.iter().map(|(ours, member)| {
                    let said = &report[*member];
                    (*ours, said.as_bool().or(said["allProvided"].as_bool()) == Some(true))
                });
                Some(met.collect())
            }
        }
    }
}

fn breaks(violation: &Value, rules: &str) -> bool {
    violation["severity"] != "Info" && rules.split(' ').any(|rule| violation["rule_id"] == *rule)
}

/// The JSON a program prints, whatever it ends with.
fn answer(command: &mut Command) -> Option<Value> {
    let printed = command.output().ok()?.stdout;
    let from = printed.iter().position(|byte| *byte == b'{')?;
    serde_json::Deserializer::from_slice(&printed[from..]).into_iter().next()?.ok()
}
