//! `proofmark explain`: something of the law, and where it applies to a product.

use proofmark_actions::{ActionError, AssessOrder, explain as explain_action, look};
use proofmark_web::Exhibit;

use super::assess::named;
use crate::cli::ExplainArgs;
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, user};
use crate::sources::open_sources;

/// Prints everything that goes by that name.
pub(crate) fn explain(args: &ExplainArgs, session: &Session) -> Result<Exit, ActionError> {
    let product = match &args.directory {
        None => None,
        Some(path) => {
            let directory = Directory::open(path)?;
            let by = user();
            let as_of = args.on.unwrap_or_else(|| session.today());
            let order = AssessOrder { by: &by, with: WITH, at: session.now, as_of };
            let home = session.home()?;
            let open = |advisories: &[String]| open_sources(home, args.db.as_deref(), &directory, advisories);
            let looked = look(&order, &directory, &open, &home.state_in_use()?.state);
            Some(looked.map_err(|error| named(error, path))?)
        }
    };
    let found = explain_action(&args.what, product.as_ref())?;
    let name = product.as_ref().map(|product| product.dossier.product.name.as_str());
    Ok(session.show(&Exhibit::Explanations(&found, name)))
}
