//! `proofmark init`: a commented dossier to start from.

use proofmark_actions::{ActionError, DOSSIER};
use proofmark_facts::{Place, Problem};
use proofmark_formats::starter;
use proofmark_text::text;

use crate::cli::InitArgs;
use crate::exit::Exit;
use crate::session::Session;
use crate::write::write_whole;

/// Writes `proofmark.toml`, unless there is one already.
pub(crate) fn init(args: &InitArgs, session: &Session) -> Result<Exit, ActionError> {
    let path = args.directory.join(DOSSIER);
    let shown = path.display().to_string();
    if path.exists() {
        let says = text!("proofmark-already-there", path = shown);
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    }
    let text = starter(&args.operator, &args.product, args.kind.into(), &args.release);
    write_whole(&path, text.as_bytes())?;
    let directory = args.directory.display().to_string();
    session.say(&text!("proofmark-initialised", path = shown, directory = directory));
    Ok(Exit::Yes)
}
