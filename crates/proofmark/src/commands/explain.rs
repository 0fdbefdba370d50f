//! `proofmark explain`: something of the law, or a vulnerability, and where it applies to a product.

use proofmark_actions::{ActionError, AssessOrder, Assessed, VulnerabilitySource, explain_named, look};
use proofmark_web::Exhibit;

use super::assess::named;
use crate::cli::ExplainArgs;
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, user};
use crate::sources::{MadeSure, open_installed, open_sources};

/// Prints everything that goes by that name.
pub(crate) fn explain(args: &ExplainArgs, session: &Session) -> Result<Exit, ActionError> {
    let directory = args.directory.as_deref().map(Directory::open).transpose()?;
    let product = directory.as_ref().map(|directory| looked(args, directory, session)).transpose()?;
    let sources = || -> Result<Vec<VulnerabilitySource>, ActionError> {
        let (home, asked_for) = (session.home()?, args.db.as_deref());
        match (&directory, &product) {
            (Some(directory), Some(product)) => {
                open_sources(home, asked_for, directory, &product.dossier.advisories)
            }
            _ => open_installed(home, asked_for, MadeSure::BySums),
        }
    };
    let found = explain_named(&args.what, product.as_ref(), &sources)?;
    let name = product.as_ref().map(|product| product.dossier.product.name.as_str());
    Ok(session.show(&Exhibit::Explanations(&found, name)))
}

fn looked(args: &ExplainArgs, directory: &Directory, session: &Session) -> Result<Assessed, ActionError> {
    let by = user();
    let as_of = args.on.unwrap_or_else(|| session.today());
    let order = AssessOrder { by: &by, with: WITH, at: session.now, as_of };
    let home = session.home()?;
    let open = |advisories: &[String]| open_sources(home, args.db.as_deref(), directory, advisories);
    let looked = look(&order, directory, &open, &home.state_in_use()?.state);
    looked.map_err(|error| match &args.directory {
        Some(path) => named(error, path),
        None => error,
    })
}
