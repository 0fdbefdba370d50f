//! `proofmark law try`: cases against the law.

use std::fs;
use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, CaseReport, try_case};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use crate::cli::Format;
use crate::directory::{read_file, unreadable};
use crate::exit::Exit;
use crate::session::Session;
use crate::show::{self, Page};

/// Tries every case file below the paths; nothing is kept.
pub(crate) fn law_try(paths: &[PathBuf], session: &Session) -> Result<Exit, ActionError> {
    let mut files = Vec::new();
    for path in paths {
        let before = files.len();
        gather(path, &mut files)?;
        if files.len() == before {
            let says = text!("proofmark-cases-none", path = path.display().to_string());
            return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
        }
    }
    let mut reports: Vec<CaseReport> = Vec::new();
    for file in &files {
        reports.push(try_case(&file.display().to_string(), &read_file(file)?));
    }
    match session.format {
        Format::Json => session.print_json(&reports),
        Format::Text => {
            let mut page = Page::new();
            show::cases(&mut page, &reports);
            session.print(&page.to_string());
        }
    }
    Ok(Exit::answer(reports.iter().all(|report| report.held)))
}

/// A named file whatever it is called; below a directory, every file that ends in `.toml`, in order.
fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), ActionError> {
    // A link below a directory is not followed: a directory that contains itself would never end.
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let mut below: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    below.sort();
    for one in below {
        let case = one.extension().is_some_and(|ending| ending == "toml");
        if !one.is_symlink() && (one.is_dir() || case) {
            gather(&one, files)?;
        }
    }
    Ok(())
}
