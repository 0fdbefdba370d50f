//! `proofmark declaration`: shows how a release's EU declaration of conformity stands, and saves what was issued.

use std::path::Path;

use proofmark_actions::{ActionError, ChangeOrder, declaration_standing, issued_declaration};
use proofmark_facts::{Actor, Sha256};
use proofmark_text::text;
use proofmark_web::Exhibit;
use serde::Deserialize;

use super::purge::operator;
use crate::declaration_cli::DeclarationCommand;
use crate::exit::Exit;
use crate::session::{Session, WITH, user};
use crate::write::write_whole;

/// What every form of an issued declaration is called, and the forms there are.
const STEM: &str = "eu-declaration-of-conformity";
const FORMS: [&str; 3] = ["pdf", "html", "json"];

/// A declaration that was issued, as far as it takes to save it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Issued {
    revision: usize,
    documents: Vec<IssuedForm>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct IssuedForm {
    name: String,
    sha256: Sha256,
}

/// Does what is asked with the declaration of a release in the home's store.
pub(crate) fn declaration(command: &DeclarationCommand, session: &Session) -> Result<Exit, ActionError> {
    let (DeclarationCommand::Show(of) | DeclarationCommand::Save { of, .. }) = command;
    let store = session.home()?.store()?;
    let operator = operator(of.operator.as_deref(), &store)?;
    let by = Actor::local(&user());
    let order = ChangeOrder { by: &by, with: WITH, at: session.now };
    let (whose, release) = ((operator.as_str(), of.product.as_str()), of.release.as_str());
    let standing = declaration_standing(&order, whose, release, &store)?;
    match command {
        DeclarationCommand::Show(_) => Ok(session.show(&Exhibit::Declaration(&standing))),
        DeclarationCommand::Save { revision, out, .. } => {
            let issued: Vec<Issued> = standing
                .issued
                .iter()
                .map(|one| Issued {
                    revision: one.revision,
                    documents: one
                        .documents
                        .iter()
                        .map(|form| IssuedForm { name: form.name.clone(), sha256: form.sha256 })
                        .collect(),
                })
                .collect();
            let fetch = |revision: usize, name: &str| {
                issued_declaration(&order, whose, release, (revision, name), &store).map(|file| file.bytes)
            };
            save(&issued, *revision, release, &fetch, out, session)
        }
    }
}

/// Fetches one form of a revision, by its name.
pub(crate) type Fetch<'a> = dyn Fn(usize, &str) -> Result<Vec<u8>, ActionError> + 'a;

/// Saves every form of the declaration in force, or of the revision asked for, under the names it was issued with: byte for
/// byte, or not at all.
pub(crate) fn save(
    issued: &[Issued],
    revision: Option<usize>,
    release: &str,
    fetch: &Fetch<'_>,
    out: &Path,
    session: &Session,
) -> Result<Exit, ActionError> {
    // The newest comes first, and is in force.
    let wanted = issued.iter().find(|one| revision.is_none_or(|revision| revision == one.revision));
    let Some(wanted) = wanted else {
        let says = match revision {
            Some(revision) => text!("issuing-no-such", release = release, revision = revision),
            None => text!("issuing-none-to-save", release = release),
        };
        return Err(ActionError::NotFound(says));
    };
    let mut forms = Vec::with_capacity(wanted.documents.len());
    for form in &wanted.documents {
        // A name of its own must not lead anywhere else.
        let known = form.name.strip_prefix(STEM).and_then(|end| end.strip_prefix('.'));
        if !known.is_some_and(|end| FORMS.contains(&end)) {
            return Err(ActionError::Hindered(text!("server-answer-unknown")));
        }
        let bytes = fetch(wanted.revision, &form.name)?;
        if Sha256::of(&bytes) != form.sha256 {
            let digest = form.sha256.to_string();
            return Err(ActionError::Damaged(text!("server-document-differs", digest = digest)));
        }
        forms.push((&form.name, bytes));
    }
    for (name, bytes) in forms {
        let path = out.join(name);
        write_whole(&path, &bytes)?;
        session.say(&text!("issuing-saved", path = path.display().to_string(), revision = wanted.revision));
    }
    Ok(Exit::Yes)
}
