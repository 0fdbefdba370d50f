//! Pages and schemas that are generated from the code, committed, and held against it.

use std::fs;

use proofmark::{Exit, SchemaName, schema_of};
use proofmark_law::categories as all_categories;

use crate::codegen_feeds::feeds;
use crate::codegen_gitlab::gitlab;
use crate::codegen_standards::standards;
use crate::manual;
use crate::run::{Complaint, root};

/// Whether to write what differs, or to complain about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Write.
    Write,
    /// Complain.
    Compare,
}

/// One generated file: its path from the root and how it is made.
struct Page {
    path: &'static str,
    content: fn() -> String,
}

/// Every generated file.
const PAGES: &[Page] = &[
    Page { path: "docs/refusals.md", content: refusals },
    Page { path: "docs/exit-codes.md", content: exit_codes },
    Page { path: "docs/dossier.md", content: manual::dossier },
    Page { path: "docs/obligations.md", content: manual::index },
    Page { path: "docs/categories.md", content: categories },
    Page { path: "docs/standards-mapping.md", content: standards },
    Page { path: "docs/feed-register.md", content: feeds },
    Page { path: "ci-templates/gitlab/proofmark.gitlab-ci.yml", content: gitlab },
    Page { path: "docs/schema/assessment.json", content: || schema_of(SchemaName::Assessment) },
    Page { path: "docs/schema/scan.json", content: || schema_of(SchemaName::Scan) },
    Page { path: "docs/schema/csaf-check.json", content: || schema_of(SchemaName::CsafCheck) },
    Page { path: "docs/schema/sbom-check.json", content: || schema_of(SchemaName::SbomCheck) },
    Page { path: "docs/schema/sbom-diff.json", content: || schema_of(SchemaName::SbomDiff) },
    Page { path: "docs/schema/generation-report.json", content: || schema_of(SchemaName::GenerationReport) },
    Page { path: "docs/schema/vex-document.json", content: || schema_of(SchemaName::VexDocument) },
    Page { path: "docs/schema/gate.json", content: || schema_of(SchemaName::Gate) },
    Page { path: "docs/schema/case.json", content: || schema_of(SchemaName::Case) },
    Page { path: "docs/schema/case-list.json", content: || schema_of(SchemaName::CaseList) },
    Page { path: "docs/schema/case-record.json", content: || schema_of(SchemaName::CaseRecord) },
    Page { path: "docs/schema/draft.json", content: || schema_of(SchemaName::Draft) },
    Page { path: "docs/schema/triage-preview.json", content: || schema_of(SchemaName::TriagePreview) },
    Page { path: "docs/schema/triage-due.json", content: || schema_of(SchemaName::TriageDue) },
    Page { path: "docs/schema/sbom-conversion.json", content: || schema_of(SchemaName::SbomConversion) },
    Page { path: "docs/schema/sbom-merge.json", content: || schema_of(SchemaName::SbomMerge) },
    Page { path: "docs/schema/sbom-redaction.json", content: || schema_of(SchemaName::SbomRedaction) },
    Page { path: "docs/schema/check.json", content: || schema_of(SchemaName::Check) },
    Page { path: "docs/schema/modification.json", content: || schema_of(SchemaName::Modification) },
    Page { path: "docs/schema/pack-report.json", content: || schema_of(SchemaName::PackReport) },
    Page { path: "docs/schema/manifest.json", content: || schema_of(SchemaName::Manifest) },
    Page { path: "docs/schema/ledger-line.json", content: || schema_of(SchemaName::LedgerLine) },
    Page { path: "docs/schema/ledger-report.json", content: || schema_of(SchemaName::LedgerReport) },
    Page { path: "docs/schema/database-status.json", content: || schema_of(SchemaName::DatabaseStatus) },
    Page { path: "docs/schema/sync-report.json", content: || schema_of(SchemaName::SyncReport) },
    Page { path: "docs/schema/feed-bundle.json", content: || schema_of(SchemaName::FeedBundle) },
    Page { path: "docs/schema/clock-report.json", content: || schema_of(SchemaName::ClockReport) },
    Page { path: "docs/schema/paper.json", content: || schema_of(SchemaName::Paper) },
    Page { path: "docs/schema/standards-map.json", content: || schema_of(SchemaName::StandardsMap) },
    Page { path: "docs/schema/law-in-use.json", content: || schema_of(SchemaName::LawInUse) },
    Page { path: "docs/schema/law-history.json", content: || schema_of(SchemaName::LawHistory) },
    Page { path: "docs/schema/law-diff.json", content: || schema_of(SchemaName::LawDiff) },
    Page { path: "docs/schema/case-report.json", content: || schema_of(SchemaName::CaseReport) },
    Page { path: "docs/schema/refusal.json", content: || schema_of(SchemaName::Refusal) },
    Page { path: "docs/schema/explanation.json", content: || schema_of(SchemaName::Explanation) },
    Page { path: "docs/schema/quiz.json", content: || schema_of(SchemaName::Quiz) },
    Page { path: "docs/schema/maturity.json", content: || schema_of(SchemaName::Maturity) },
    Page { path: "docs/schema/doctor-report.json", content: || schema_of(SchemaName::DoctorReport) },
    Page { path: "docs/schema/purge-report.json", content: || schema_of(SchemaName::PurgeReport) },
    Page { path: "docs/schema/hold.json", content: || schema_of(SchemaName::Hold) },
    Page { path: "docs/schema/declaration.json", content: || schema_of(SchemaName::Declaration) },
    Page { path: "docs/schema/export-manifest.json", content: || schema_of(SchemaName::ExportManifest) },
    Page { path: "docs/schema/exported-record.json", content: || schema_of(SchemaName::ExportedRecord) },
    Page {
        path: "docs/schema/exported-component.json",
        content: || schema_of(SchemaName::ExportedComponent),
    },
    Page { path: "docs/schema/exported-finding.json", content: || schema_of(SchemaName::ExportedFinding) },
    Page { path: "docs/schema/exported-document.json", content: || schema_of(SchemaName::ExportedDocument) },
    Page {
        path: "docs/schema/exported-checkpoint.json",
        content: || schema_of(SchemaName::ExportedCheckpoint),
    },
    Page { path: "docs/schema/exported-job.json", content: || schema_of(SchemaName::ExportedJob) },
];

/// Writes every generated file, or names those that are not what the code says.
pub(crate) fn codegen(mode: Mode) -> Result<(), Complaint> {
    let fixed = PAGES.iter().map(|page| (page.path.to_owned(), (page.content)()));
    let pages: Vec<(String, String)> = fixed.chain(manual::pages()).collect();
    let mut stale = Vec::new();
    for (page, content) in &pages {
        let path = root().join(page);
        if fs::read_to_string(&path).is_ok_and(|found| found == *content) {
            continue;
        }
        match mode {
            Mode::Compare => stale.push(page.clone()),
            Mode::Write => {
                let folder = path.parent().ok_or_else(|| format!("`{page}` has no folder"))?;
                fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
                fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))?;
                eprintln!("wrote {page}");
            }
        }
    }
    for page in leftover(&pages) {
        match mode {
            Mode::Compare => stale.push(page),
            Mode::Write => {
                fs::remove_file(root().join(&page)).map_err(|error| format!("{page}: {error}"))?;
                eprintln!("removed {page}");
            }
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("generated files are stale: {}\nrun `cargo xtask codegen` and commit", stale.join(", ")))
}

/// Pages of the manual whose obligation is no longer in the register.
fn leftover(pages: &[(String, String)]) -> Vec<String> {
    let Ok(entries) = fs::read_dir(root().join(manual::FOLDER)) else { return Vec::new() };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let found = names.map(|name| format!("{}/{name}", manual::FOLDER));
    let mut leftover: Vec<String> =
        found.filter(|path| !pages.iter().any(|(page, _)| page == path)).collect();
    leftover.sort();
    leftover
}

/// Every refusal and notice, by its stable code.
fn refusals() -> String {
    let mut page = String::from(
        "# Codes\n\nGenerated by `cargo xtask codegen` from the text catalogue; do not edit.\n\n\
         Every sentence Proofmark says has a code that does not change. Programs match on the code (the `id` \
         in JSON output), people read the sentence. Where there is something to do about it, a hint follows.\n",
    );
    let mut room = "";
    for message in proofmark_text::messages() {
        if message.room != room {
            room = message.room;
            page.extend(["\n## ", room, "\n\n"]);
        }
        page.extend(["- `", &message.id, "`: ", &message.pattern, "\n"]);
        if let Some(hint) = &message.hint {
            page.extend(["  - hint: ", hint, "\n"]);
        }
    }
    page
}

/// Every exit code with its meaning.
fn exit_codes() -> String {
    let mut page = String::from(
        "# Exit codes\n\nGenerated by `cargo xtask codegen`; do not edit.\n\nThe numbers never change their meaning.\n\n\
         | Code | Meaning |\n|---:|---|\n",
    );
    for exit in Exit::ALL {
        page.extend(["| ", &(exit as u8).to_string(), " | ", exit.meaning(), " |\n"]);
    }
    page.push_str(
        "\nWho stops reading what is written (`| head`) changes none of them, in any format. Where standard output cannot be \
         written for another reason, a full disk behind a redirect, the code is 4.\n",
    );
    page
}

/// Every category of Annexes III and IV.
fn categories() -> String {
    let mut page = String::from(
        "# Categories of important and critical products\n\nGenerated by `cargo xtask codegen` from the tables in \
         `crates/law`; do not edit. A product is in a category when its *core functionality* is; a component it \
         integrates never puts it there (Article 7(1)).\n\nThe kinds are what `product.core_functionality.kind` may \
         say. Say it where some of a category's wording was seen as a draft only: the verdict then knows whether yours \
         was.\n\n| Id | Class | Category | Matches when | Kinds |\n|---|---|---|---|---|\n",
    );
    for category in all_categories() {
        let review = match category.rests_on_a_draft {
            Some(part) => format!(" *Legal review: the final wording was not seen ({part}).*"),
            None => String::new(),
        };
        let cells = [
            format!("`{}`", category.id),
            category.class.name().to_owned(),
            category.title.to_owned(),
            format!("{}{review}", category.matches_when),
            category.named_examples.join(", "),
        ];
        page.extend(["| ", &cells.join(" | "), " |\n"]);
    }
    page
}
