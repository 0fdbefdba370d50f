//! `proofmark maturity` at a server: where a product stands, what comes first, what recurs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proofmark_actions::{ActionError, HandedFor};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use serde::Deserialize;

use super::beside::gather;
use super::form::Form;
use super::printed::Printed;
use super::server::Reach;
use super::told::ToldText;
use crate::cli::MaturityArgs;
use crate::commands::named;
use crate::exit::Exit;
use crate::session::{Session, show_problems};
use crate::show::columns;
use crate::write::write_whole;

/// The report with its papers.
#[derive(Deserialize)]
struct Answered {
    printed: Printed,
    papers: Vec<Paper>,
    warning: Option<ToldText>,
}

#[derive(Deserialize)]
struct Paper {
    name: String,
    base64: String,
}

/// Shows the three steps, and writes the papers where asked; nothing is kept.
pub(super) fn maturity(
    args: &MaturityArgs,
    reach: &Reach<'_>,
    session: &Session,
) -> Result<Exit, ActionError> {
    let mut form = Form::begin()?;
    gather(&args.directory, HandedFor::Assessment, "", &mut form)?;
    let form = form.seal()?;
    let mut query = vec![("columns", columns().to_string()), ("all", args.all.to_string())];
    query.extend(args.on.map(|on| ("on", on.to_string())));
    let done: Result<Answered, ActionError> = reach()?.hand_in(&["maturity"], &query, &form);
    let Answered { printed, papers, warning } = done.map_err(|error| named(error, &args.directory))?;
    if let Some(out) = &args.out {
        let warnings = warning.map(|told| Problem::warning(Place::default(), told.into()));
        show_problems(&warnings.into_iter().collect::<Vec<_>>());
        for paper in &papers {
            write_whole(&out.join(plain_name(paper)?), &bytes_of(paper)?)?;
        }
        session.say(&text!("proofmark-wrote", path = out.display().to_string()));
    }
    let exit = printed.print(session, None)?;
    session.say(&text!("teaching-nothing-kept"));
    Ok(exit)
}

/// A name that leads nowhere else: the server does not choose where files are written.
fn plain_name(paper: &Paper) -> Result<&str, ActionError> {
    let plain = paper.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    let fit = plain && !paper.name.starts_with('.') && (1..=100).contains(&paper.name.len());
    fit.then_some(paper.name.as_str()).ok_or_else(|| ActionError::Hindered(text!("server-answer-unknown")))
}

fn bytes_of(paper: &Paper) -> Result<Vec<u8>, ActionError> {
    STANDARD.decode(&paper.base64).map_err(|_| ActionError::Hindered(text!("server-answer-unknown")))
}
