//! `--out` at a server: the papers of a release and their evidence pack, made there and written here.

use std::path::Path;

use proofmark_actions::{ActionError, Archive};
use proofmark_facts::{Problem, Sha256};
use proofmark_text::text;
use serde::Deserialize;

use super::server::Server;
use super::told::ToldProblem;
use crate::commands::PACK;
use crate::session::{Session, show_problems};
use crate::write::write_whole;

/// A pack that was just made, as far as it is written here.
#[derive(Deserialize)]
struct Made {
    href: String,
    archive_sha256: String,
    #[serde(default)]
    warnings: Vec<ToldProblem>,
}

/// What a pack holds beside the papers, inputs and evidence: its own proofs, which stay in it.
const OF_THE_PACK: [&str; 2] = ["manifest.json", "SHA256SUMS"];
const LEDGER: &str = "ledger/";

/// Has the papers of the release made, and writes every one of them, then the pack that holds them all.
pub(super) fn write_papers(
    server: &Server<'_>,
    (product, release): (&str, &str),
    query: &[(&str, String)],
    out: &Path,
    session: &Session,
) -> Result<(), ActionError> {
    let made: Made = server.order(&["products", product, "releases", release, "packs"], query)?;
    let differs = || ActionError::Damaged(text!("server-document-differs", digest = &made.archive_sha256));
    let pack = server.file(&made.href)?;
    if Sha256::of(&pack).to_string() != made.archive_sha256 {
        return Err(differs());
    }
    let archive = Archive::parse(&pack).map_err(|_| differs())?;
    show_problems(&made.warnings.into_iter().map(Problem::from).collect::<Vec<_>>());
    for file in archive.files() {
        if OF_THE_PACK.contains(&file.path.as_str()) || file.path.starts_with(LEDGER) {
            continue;
        }
        // The server does not choose where files are written.
        if !leads_down(&file.path) {
            return Err(ActionError::Hindered(text!("server-answer-unknown")));
        }
        write_whole(&out.join(&file.path), &file.bytes)?;
    }
    write_whole(&out.join(PACK), &pack)?;
    session.say(&text!("proofmark-wrote", path = out.display().to_string()));
    Ok(())
}

fn leads_down(path: &str) -> bool {
    let plain = |step: &str| !matches!(step, "" | "." | "..");
    path.split('/').all(plain) && !path.contains(['\\', ':']) && !path.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::leads_down;

    #[test]
    fn no_name_of_a_servers_leads_out_of_the_folder() {
        for path in ["papers/declaration.pdf", "a", "a/b.c/d"] {
            assert!(leads_down(path), "{path}");
        }
        for path in ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "C:\\x", "a\\b", "./a", "x\n"] {
            assert!(!leads_down(path), "{path:?}");
        }
    }
}
