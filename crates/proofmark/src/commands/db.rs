//! `proofmark db`: the local vulnerability database.

use std::path::PathBuf;

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use proofmark_web::Exhibit;

use crate::advisories::{digest_of, read_advisories};
use crate::cli::DbCommand;
use crate::exit::Exit;
use crate::new_database::replace_database;
use crate::progress::Progress;
use crate::session::{Session, show_problems};
use crate::sources::status_of;

/// Builds the database, or says what it holds.
pub(crate) fn db(command: &DbCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        DbCommand::Import { paths, skip_unreadable } => import(paths, *skip_unreadable, session)?,
        DbCommand::Status => {}
    }
    let status = status_of(&session.home()?.vulnerability_database())?;
    Ok(session.show(&Exhibit::Database(&status)))
}

/// Reads every record before anything is replaced; one that cannot be read stops the import unless it may not.
fn import(paths: &[PathBuf], skip_unreadable: bool, session: &Session) -> Result<(), ActionError> {
    let progress = Progress::new(session);
    let mut advisories = read_advisories(paths, &|count| {
        progress.say(&text!("proofmark-progress-records", count = count));
    })?;
    progress.finish();
    let unreadable = advisories.unreadable;
    show_problems(&advisories.problems);
    if advisories.more_problems > 0 {
        session.say(&text!("proofmark-more-problems", count = advisories.more_problems));
    }
    if unreadable > 0 && !skip_unreadable {
        return Err(refused(text!("proofmark-db-unreadable", count = unreadable)));
    }
    if advisories.records + advisories.exploited + advisories.predictions == 0 {
        return Err(refused(text!("proofmark-db-nothing-to-import")));
    }
    advisories.builder.built_from(digest_of(paths)?);
    replace_database(advisories.builder, session)
}

fn refused(says: proofmark_text::Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
