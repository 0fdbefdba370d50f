//! `proofmark sbom diff`: what became of components, and of what is known of them, from one list to the next.

use std::num::NonZeroUsize;
use std::thread;

use proofmark_actions::{ActionError, compare_lists};
use proofmark_text::text;

use crate::cli::Format;
use crate::directory::read_file;
use crate::exit::Exit;
use crate::sbom_cli::SbomDiffArgs;
use crate::session::{Session, show_problems};
use crate::show::{self, Page};
use crate::sources::{MadeSure, open_installed};

/// Lays the newer list beside the earlier one, and answers whether nothing more is known of it than of the earlier.
pub(crate) fn diff(args: &SbomDiffArgs, session: &Session) -> Result<Exit, ActionError> {
    let [earlier, newer] = [&args.earlier, &args.newer];
    let names = [earlier, newer].map(|path| path.display().to_string());
    let (before, now) = (read_file(earlier)?, read_file(newer)?);
    let source = open_installed(session.home()?, args.db.as_deref(), MadeSure::BySums)?.pop();
    if source.is_none() {
        session.say(&text!("quality-diff-no-database"));
    }
    let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let told = compare_lists((&names[0], &before), (&names[1], &now), source.as_ref(), threads)?;
    if !session.quiet {
        show_problems(&told.notices);
    }
    match (session.format, args.notes) {
        (_, true) => session.print(&show::release_notes(&told)),
        (Format::Json, false) => session.print_json(&told),
        (Format::Text, false) => {
            let mut page = Page::new();
            show::list_comparison(&mut page, &told, args.all);
            session.print(&page.to_string());
        }
    }
    Ok(match &told.known {
        None => Exit::Undecided,
        Some(known) => Exit::answer(known.appeared.count == 0),
    })
}
