//! `proofmark maturity`: where a product stands, what comes first, what recurs.

use proofmark_actions::{ActionError, AssessOrder, maturity as maturity_action, maturity_papers};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use proofmark_web::Exhibit;

use super::assess::named;
use crate::cli::MaturityArgs;
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, show_problems, user};
use crate::sources::open_sources;
use crate::write::write_whole;

/// Looks, shows, and writes the papers where asked; the ledger is not touched.
pub(crate) fn maturity(args: &MaturityArgs, session: &Session) -> Result<Exit, ActionError> {
    let directory = Directory::open(&args.directory)?;
    let by = user();
    let as_of = args.on.unwrap_or_else(|| session.today());
    let order = AssessOrder { by: &by, with: WITH, at: session.now, as_of };
    let home = session.home()?;
    let open = |advisories: &[String]| open_sources(home, args.db.as_deref(), &directory, advisories);
    let report = maturity_action(&order, &directory, &open, &home.state_in_use()?.state)
        .map_err(|error| named(error, &args.directory))?;
    if let Some(out) = &args.out {
        let (papers, warning) = maturity_papers(&report)?;
        show_problems(
            &warning.map(|says| Problem::warning(Place::default(), says)).into_iter().collect::<Vec<_>>(),
        );
        for paper in &papers {
            write_whole(&out.join(&paper.name), &paper.bytes)?;
        }
        session.say(&text!("proofmark-wrote", path = out.display().to_string()));
    }
    let exit = session.show(&Exhibit::Maturity(&report, args.all));
    session.say(&text!("teaching-nothing-kept"));
    Ok(exit)
}
