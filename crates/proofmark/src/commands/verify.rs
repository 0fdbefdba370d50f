//! `proofmark verify`: an evidence pack, offline.

use std::path::Path;

use proofmark_actions::{ActionError, TrustedAttestors, verify_pack_under};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use proofmark_trust::VerifierKey;
use proofmark_trust::time_stamp::StampRoots;
use proofmark_trust::witness::WitnessKey;

use crate::attesting_cli::TrustedAttestorArgs;
use crate::cli::{Format, VerifyArgs};
use crate::directory::read_file;
use crate::exit::Exit;
use crate::session::Session;
use crate::show::{self, Page};

/// Verifies the pack against the key given, else against this installation's own if it bears the same name.
pub(crate) fn verify(args: &VerifyArgs, session: &Session) -> Result<Exit, ActionError> {
    let bytes = read_file(&args.pack)?;
    let trusted = args.key.as_deref().map(read_key).transpose()?;
    let attestors = trusted_attestors(&args.attestors)?;
    let mut report = verify_pack_under(&bytes, trusted.as_ref(), &attestors);
    if trusted.is_none()
        && let Ok(home) = session.home()
        && let Some(own) = home.existing_signer()?
        && let Some(manifest) = &report.manifest
        && own.verifier_key().name().as_str() == manifest.ledger_origin
    {
        // Our own ledger's name under another key is a forgery we can see without being told.
        report = verify_pack_under(&bytes, Some(own.verifier_key()), &attestors);
    }
    match session.format {
        Format::Json => session.print_json(&report),
        Format::Text => {
            let mut page = Page::new();
            show::pack(&mut page, &report, &args.pack.display().to_string());
            session.print(&page.to_string());
        }
    }
    Ok(Exit::answer(report.intact))
}

/// A key as it is written, or a file that holds one.
pub(crate) fn read_key(written: &str) -> Result<VerifierKey, ActionError> {
    written.trim().parse::<VerifierKey>().or_else(|error| {
        let file = read_file(Path::new(written)).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let file = file.unwrap_or_default();
        let first_line = file.trim_start().lines().next().unwrap_or_default().trim();
        first_line.parse::<VerifierKey>().map_err(|_| {
            // As `ledger key` writes it with `--pem` and `--format json`: a key without its name, or more than a key.
            let form = match first_line {
                pem if pem.starts_with("-----BEGIN ") => Some("PEM"),
                json if json.starts_with('{') => Some("JSON"),
                _ => None,
            };
            let says = match form {
                Some(form) => text!("proofmark-key-of-another-form", path = written, form = form),
                None => text!("proofmark-key-not-a-key", key = written, error = error.to_string()),
            };
            ActionError::Refused(vec![Problem::error(Place::default(), says)])
        })
    })
}

/// Whom the verifier brought along to trust.
fn trusted_attestors(args: &TrustedAttestorArgs) -> Result<TrustedAttestors, ActionError> {
    let refused = |says| ActionError::Refused(vec![Problem::error(Place::default(), says)]);
    let roots = args.roots.as_deref().map(read_file).transpose()?.map(|bytes| {
        StampRoots::from_pem(&String::from_utf8_lossy(&bytes))
            .map_err(|error| refused(text!("stamps-roots", error = error.to_string())))
    });
    let witness = |written: &String| {
        written
            .trim()
            .parse::<WitnessKey>()
            .map_err(|error| refused(text!("stamps-witness-key", error = error.to_string())))
    };
    let witnesses = args.witnesses.iter().map(witness).collect::<Result<_, _>>()?;
    Ok(TrustedAttestors { roots: roots.transpose()?, witnesses })
}
