//! `proofmark declaration` at a server: how it stands there, and what was issued, saved here.

use proofmark_actions::ActionError;
use serde::Deserialize;

use super::printed::Printed;
use super::server::Reach;
use crate::commands::{Issued, save};
use crate::declaration_cli::DeclarationCommand;
use crate::exit::Exit;
use crate::session::Session;
use crate::show::columns;

/// How it stands, as far as it takes to save what was issued.
#[derive(Deserialize)]
struct Standing {
    issued: Vec<Issued>,
}

/// Does what is asked with the declaration of a release at the server.
pub(super) fn declaration(
    command: &DeclarationCommand,
    reach: &Reach<'_>,
    session: &Session,
) -> Result<Exit, ActionError> {
    let (DeclarationCommand::Show(of) | DeclarationCommand::Save { of, .. }) = command;
    let place = ["products", &of.product, "releases", &of.release, "declaration"];
    let server = reach()?;
    match command {
        DeclarationCommand::Show(_) => {
            let printed: Printed = server.get(&place, &[("columns", columns().to_string())])?;
            printed.print(session, None)
        }
        DeclarationCommand::Save { revision, out, .. } => {
            let standing: Standing = server.get(&place, &[])?;
            let fetch = |revision: usize, name: &str| {
                let revision = revision.to_string();
                server.bytes(&[&place[..], &["revisions", &revision, name]].concat())
            };
            save(&standing.issued, *revision, &of.release, &fetch, out, session)
        }
    }
}
