//! `proofmark law show|history|diff|use|sign`: the state of the law in use, and taking a newer one into use.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use proofmark_actions::{
    ActionError, SignStateOrder, UseStateOrder, built_in, compare_states, known_states, read_state,
    sign_state, state_of_day, use_state,
};
use proofmark_facts::{Beside, Keeping};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;

use super::verify::read_key;
use crate::cli::Format;
use crate::directory::{Directory, read_file};
use crate::law_cli::LawUseArgs;
use crate::law_in_use::LawInUse;
use crate::session::{Session, WITH, user};
use crate::show::{self as terminal, Page};
use crate::write::write_whole;

/// Shows the state in use.
pub(super) fn show(all: bool, session: &Session) -> Result<(), ActionError> {
    show_in_use(&LawInUse::from(session.home()?.state_in_use()?), all, session);
    Ok(())
}

fn show_in_use(in_use: &LawInUse, all: bool, session: &Session) {
    match session.format {
        Format::Json => session.print_json(in_use),
        Format::Text => {
            let mut page = Page::new();
            terminal::law_in_use(&mut page, in_use, all);
            session.print(&page.to_string());
        }
    }
}

/// Lists the states that are known.
pub(super) fn history(session: &Session) -> Result<(), ActionError> {
    let home = session.home()?;
    let store = if home.has_store() { Some(home.store()?) } else { None };
    let known = known_states(store.as_ref().map(|store| store as &dyn Keeping))?;
    match session.format {
        Format::Json => session.print_json(&known),
        Format::Text => {
            let mut page = Page::new();
            terminal::law_history(&mut page, &known);
            session.print(&page.to_string());
        }
    }
    Ok(())
}

/// Says what two states differ in, and what that changes for the products.
pub(super) fn diff(
    (was, is): (&str, &str),
    directories: &[PathBuf],
    as_of: Option<Date>,
    session: &Session,
) -> Result<(), ActionError> {
    let (was, is) = (named(was, session)?, named(is, session)?);
    let opened = directories
        .iter()
        .map(|path| Ok((path.display().to_string(), Directory::open(path)?)))
        .collect::<Result<Vec<_>, ActionError>>()?;
    let beside: Vec<(String, &dyn Beside)> =
        opened.iter().map(|(path, directory)| (path.clone(), directory as &dyn Beside)).collect();
    let comparison = compare_states(&was, &is, &beside, as_of.unwrap_or_else(|| session.today()))?;
    match session.format {
        Format::Json => session.print_json(&comparison),
        Format::Text => {
            let mut page = Page::new();
            terminal::law_diff(&mut page, &comparison);
            session.print(&page.to_string());
        }
    }
    Ok(())
}

/// The state in use, the built-in one, a built-in one by its day, or a file.
fn named(name: &str, session: &Session) -> Result<StateOfTheLaw, ActionError> {
    match name {
        "in-use" => Ok(session.home()?.state_in_use()?.state),
        "built-in" => Ok(built_in().state),
        _ => match name.parse::<Date>().ok().and_then(state_of_day) {
            Some(state) => Ok(state.clone()),
            None => read_state(&read_file(Path::new(name))?),
        },
    }
}

/// Takes a signed state into use, or goes back to the one built in.
pub(super) fn take(args: &LawUseArgs, session: &Session) -> Result<(), ActionError> {
    let signed = args.file.as_deref().map(read_file).transpose()?;
    let key = args.key.as_deref().map(read_key).transpose()?;
    let by = args.by.clone().unwrap_or_else(user);
    let order = UseStateOrder {
        by: &by,
        with: WITH,
        at: session.now,
        signed: signed.as_deref(),
        key: key.as_ref(),
        older: args.older,
    };
    let home = session.home()?;
    let own_key = home.signer()?;
    let in_use = use_state(&order, &mut home.store()?, &own_key)?;
    let as_of = in_use.state.as_of;
    if as_of > session.today() {
        session.say(&text!("routes-state-of-the-future", as_of = as_of.to_string()));
    }
    show_in_use(&LawInUse::from(in_use), false, session);
    Ok(())
}

/// Signs a state with this installation's key.
pub(super) fn sign(
    file: &Path,
    out: Option<&Path>,
    by: Option<String>,
    session: &Session,
) -> Result<(), ActionError> {
    let bytes = read_file(file)?;
    let by = by.unwrap_or_else(user);
    let order = SignStateOrder { by: &by, with: WITH, at: session.now };
    let home = session.home()?;
    let signer = home.signer()?;
    let note = sign_state(&order, &bytes, &mut home.store()?, &signer)?;
    match out {
        None => session.hand_out(&note),
        Some(out) => {
            write_whole(out, note.as_bytes())?;
            session.say(&text!("proofmark-wrote", path = out.display().to_string()));
        }
    }
    Ok(())
}
