//! `proofmark backup`, `restore`, `export` and `import`: the complete record out of one store and into another.

use std::fs;
use std::path::Path;

use proofmark_actions::{
    ActionError, ExportManifest, ExportOrder, LedgerReport, export_record, import_record, verify_export,
};
use proofmark_facts::{Actor, Place, Problem};
use proofmark_text::{Text, text};
use proofmark_trust::{SignerKey, VerifierKey};

use crate::cli::Format;
use crate::exit::Exit;
use crate::export_folder::ExportFolder;
use crate::session::{Session, WITH, user};
use crate::show::{self, Page};
use crate::write::{hindered, write_secret_once};

/// Where an export has the ledger's checkpoints.
const CHECKPOINTS: &str = "checkpoints.jsonl";

/// Where the ledger's key lies in a backup.
const KEY: &str = "keys/ledger.key";

/// Writes everything, reads it again and holds it against what was meant; with the key if asked.
pub(crate) fn backup(directory: &Path, with_key: bool, session: &Session) -> Result<Exit, ActionError> {
    let (manifest, folder) = written(directory, session)?;
    let key = session.home()?.key_path();
    if with_key {
        let secret = fs::read(&key).map_err(|error| hindered(&key, &error))?;
        write_secret_once(&folder.path(KEY), &secret)?;
    }
    show(&manifest, session);
    if !with_key {
        session.say(&text!("record-backup-without-key", path = key.display().to_string()));
    }
    Ok(Exit::Yes)
}

/// The same without the key, for whoever shall read the record.
pub(crate) fn export(directory: &Path, session: &Session) -> Result<Exit, ActionError> {
    let (manifest, _) = written(directory, session)?;
    show(&manifest, session);
    Ok(Exit::Yes)
}

fn written(directory: &Path, session: &Session) -> Result<(ExportManifest, ExportFolder), ActionError> {
    let home = session.home()?;
    if !home.has_store() {
        let path = home.path().display().to_string();
        return Err(ActionError::Hindered(text!("proofmark-nothing-to-verify", path = path)));
    }
    let signer = home.existing_signer()?;
    let mut store = home.store()?;
    let mut folder = ExportFolder::make(directory)?;
    let by = Actor::local(&user());
    let key = signer.as_ref().map(SignerKey::verifier_key);
    let order = ExportOrder { by: &by, with: WITH, at: session.now, key };
    export_record(&order, &mut store, &mut folder)?;
    // What was written is read again: a disk that lies is found out now, not when the backup is needed.
    let manifest = verify_export(&folder)?;
    Ok((manifest, folder))
}

fn show(manifest: &ExportManifest, session: &Session) {
    match session.format {
        Format::Json => session.print_json(manifest),
        Format::Text => {
            let mut page = Page::new();
            show::export(&mut page, manifest);
            session.print(&page.to_string());
        }
    }
}

/// Takes an export or a backup into an empty store, with the key if it is there, and proves what it took in. A sealed ledger
/// without its key is taken in only where that is asked for: nothing more could be kept in it.
pub(crate) fn import(
    directory: &Path,
    key: Option<&str>,
    without_key: bool,
    session: &Session,
) -> Result<Exit, ActionError> {
    let folder = ExportFolder::open(directory)?;
    let home = session.home()?;
    let trusted = key.map(parsed).transpose()?;
    let secret = folder.path(KEY);
    let own = if secret.is_file() { Some(read_secret(&secret)?) } else { None };
    let kept = home.existing_signer()?;
    if let (Some((_, own)), Some(kept)) = (&own, &kept)
        && own.verifier_key() != kept.verifier_key()
    {
        let path = home.key_path().display().to_string();
        return Err(refused(text!("record-import-other-key", path = path)));
    }
    let expected = trusted.or_else(|| own.as_ref().or(None).map(|(_, own)| own.verifier_key().clone()));
    if own.is_none() && kept.is_none() && !without_key && is_sealed(&verify_export(&folder)?) {
        let path = home.key_path().display().to_string();
        return Err(refused(text!("server-import-without-key", path = path)));
    }
    let by = Actor::local(&user());
    let mut store = home.store()?;
    let (_, report) = import_record(&by, &folder, expected.as_ref(), &mut store)?;
    if let Some((secret, _)) = &own {
        write_secret_once(&home.key_path(), secret.as_bytes())?;
    } else if kept.is_none() && report.sealed.is_some() {
        session.say(&text!("record-import-without-key", path = home.key_path().display().to_string()));
    }
    show_report(&report, session);
    Ok(Exit::answer(report.sound))
}

/// Whether there is a checkpoint in it, which somebody signed.
fn is_sealed(manifest: &ExportManifest) -> bool {
    manifest.files.iter().any(|file| file.path == CHECKPOINTS && file.lines > 0)
}

fn show_report(report: &LedgerReport, session: &Session) {
    match session.format {
        Format::Json => session.print_json(report),
        Format::Text => {
            let mut page = Page::new();
            show::ledger(&mut page, report);
            session.print(&page.to_string());
        }
    }
}

fn read_secret(path: &Path) -> Result<(String, SignerKey), ActionError> {
    let line = fs::read_to_string(path).map_err(|error| hindered(path, &error))?;
    let key = SignerKey::from_secret_line(line.trim_end_matches('\n')).map_err(|error| {
        let path = path.display().to_string();
        refused(text!("proofmark-key-damaged", path = path, error = error.to_string()))
    })?;
    Ok((line, key))
}

fn parsed(key: &str) -> Result<VerifierKey, ActionError> {
    key.parse().map_err(|_| refused(text!("record-key-unreadable")))
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
