//! What was found in an evidence pack.

use proofmark_actions::{PackAttestation, PackReport, Signer};
use proofmark_text::text;

use super::page::{Mark, Page, dim, in_colour_of};

/// The answer first, then every fault, then what the pack is and who signed it.
pub(crate) fn pack(page: &mut Page, report: &PackReport, name: &str) {
    if let Some(manifest) = &report.manifest {
        page.title(&format!("{} {}", manifest.product, manifest.release), name);
        page.paragraph(&dim(&manifest.operator));
        page.blank();
    }
    if report.intact {
        let answer = text!("proofmark-pack-intact").to_string();
        page.marked(Mark::Good, &in_colour_of(Mark::Good, &answer));
    } else {
        let answer = text!("proofmark-pack-not-intact", count = report.faults.len()).to_string();
        page.marked(Mark::Bad, &in_colour_of(Mark::Bad, &answer));
    }
    for fault in &report.faults {
        page.marked(Mark::Bad, &format!("{fault} {}", dim(&format!("[{}]", fault.id()))));
        if let Some(hint) = fault.hint() {
            page.below(&dim(&hint));
        }
    }
    match &report.signer {
        Signer::Trusted(key) => {
            page.marked(Mark::Good, &text!("proofmark-signer-trusted", key = key).to_string());
        }
        Signer::OnlyNamedByThePack(key) => {
            let says = text!("proofmark-signer-unvouched", key = key);
            page.marked(Mark::Open, &says.to_string());
            page.below(&dim(&says.hint().unwrap_or_default()));
        }
        Signer::NotShown => page.marked(Mark::Bad, &text!("proofmark-signer-unknown").to_string()),
    }
    if let Some(manifest) = &report.manifest {
        let says = text!(
            "proofmark-pack-holds",
            files = manifest.files.len(),
            lines = report.lines.len(),
            made_at = manifest.made_at.to_string(),
            made_with = &manifest.made_with
        );
        page.marked(Mark::Plain, &says.to_string());
    }
    for said in &report.attestations {
        attestation(page, said);
    }
    if !report.lines.is_empty() {
        page.heading(&text!("proofmark-pack-history").to_string(), "");
    }
    for line in &report.lines {
        let outcome = line.outcome.as_ref().map(|outcome| format!(": {outcome}")).unwrap_or_default();
        page.marked(Mark::Plain, &format!("{}  {}{outcome}  {}", line.at, line.action, dim(&line.by)));
    }
}

/// What somebody else said, and whether it was verified: what is only there convinces nobody.
fn attestation(page: &mut Page, said: &PackAttestation) {
    let (size, who) = (said.size, said.who.as_str());
    let stamp = said.who.is_empty();
    let (mark, says) = match said.at.map(|at| at.to_string()) {
        Some(at) if stamp => (Mark::Good, text!("stamps-pack-stamp", size = size, at = at)),
        Some(at) => (Mark::Good, text!("stamps-pack-cosignature", who = who, size = size, at = at)),
        None if stamp => (Mark::Open, text!("stamps-pack-stamp-unverified", size = size)),
        None => (Mark::Open, text!("stamps-pack-cosignature-unverified", who = who, size = size)),
    };
    page.marked(mark, &says.to_string());
    if let Some(hint) = says.hint() {
        page.below(&dim(&hint));
    }
}
