//! `proofmark init`: a commented dossier to start from, written from answers.

use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, DOSSIER, Interview, OpenQuestion};
use proofmark_facts::{Place, Problem, ProductKind, Read};
use proofmark_formats::{Answer, Answers, judge_answer, read_answers, starter};
use proofmark_law::{StateOfTheLaw, Verdict};
use proofmark_text::text;
use serde::Serialize;

use super::interview::{Talk, talk};
use crate::cli::{Format, InitArgs, Kind};
use crate::directory::read_file;
use crate::exit::Exit;
use crate::session::{Session, talk as speak};
use crate::show::{self, Page};
use crate::write::{hindered, write_whole};

/// Where the answers of an interview are kept until the dossier is written.
const KEPT: &str = "proofmark.interview.toml";

/// Without questions, the version of a first release.
const FIRST_VERSION: &str = "0.1.0";

/// What an interview came to, for programs.
#[derive(Debug, Serialize)]
struct Outcome<'a> {
    /// The file that was written.
    dossier: String,
    /// What the law says of the answers.
    verdict: &'a Verdict,
    /// What is open.
    open: &'a [OpenQuestion],
}

/// Writes `proofmark.toml`, unless there is one already: from names alone, from answers, or from an interview.
pub(crate) fn init(args: &InitArgs, session: &Session) -> Result<Exit, ActionError> {
    let path = args.directory.join(DOSSIER);
    let shown = path.display().to_string();
    if path.exists() {
        let says = text!("proofmark-already-there", path = shown);
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    }
    if let (Some(product), Some(operator), None) = (&args.product, &args.operator, &args.answers) {
        let kind = args.kind.map_or(ProductKind::Software, ProductKind::from);
        let version = args.release.as_deref().unwrap_or(FIRST_VERSION);
        write_whole(&path, starter(operator, product, kind, version).as_bytes())?;
        let directory = args.directory.display().to_string();
        session.say(&text!("proofmark-initialised", path = shown, directory = directory));
        return Ok(Exit::Yes);
    }
    let kept = args.directory.join(KEPT);
    match &args.answers {
        Some(file) => {
            let mut answers = answers_in(file)?;
            options(args, &mut answers)?;
            if answers.get("release.version").is_none() {
                answers.set("release.version", Answer::Value(judged("release.version", FIRST_VERSION)?));
            }
            let interview = Interview::new(answers, StateOfTheLaw::embedded(), session.today());
            conclude(args, session, &interview, &path)
        }
        None => ask(args, session, &path, &kept),
    }
}

/// Asks, line by line, and keeps every answer at once.
fn ask(args: &InitArgs, session: &Session, path: &Path, kept: &PathBuf) -> Result<Exit, ActionError> {
    let mut answers = if kept.exists() { answers_in(kept)? } else { Answers::default() };
    let before = answers.in_order().iter().filter(|(_, answer)| **answer != Answer::Table).count();
    options(args, &mut answers)?;
    let mut interview = Interview::new(answers, StateOfTheLaw::embedded(), session.today());
    match talk(&mut interview, kept, before)? {
        Talk::Stopped => Ok(Exit::Yes),
        Talk::Ended if !interview.answers().suffice() => {
            session.say(&text!("interview-not-begun"));
            let hint = text!("interview-not-begun").hint().unwrap_or_default();
            speak(&format!("{hint}\n"));
            Ok(Exit::Usage)
        }
        Talk::Ended => {
            let done = conclude(args, session, &interview, path)?;
            if kept.exists() {
                std::fs::remove_file(kept).map_err(|error| hindered(kept, &error))?;
            }
            Ok(done)
        }
    }
}

/// Writes the dossier, and says what the answers came to and what is open.
fn conclude(
    args: &InitArgs,
    session: &Session,
    interview: &Interview<'_>,
    path: &Path,
) -> Result<Exit, ActionError> {
    let Some(verdict) = interview.verdict() else {
        let missing = interview.next_question().map(|asked| asked.path).unwrap_or_default();
        let says = text!("interview-kind-missing", missing = missing);
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    };
    write_whole(path, interview.file().as_bytes())?;
    let open = interview.open();
    if session.format == Format::Json {
        session.print_json(&Outcome { dossier: path.display().to_string(), verdict: &verdict, open: &open });
    } else if !session.quiet {
        let mut page = Page::new();
        show::answered(&mut page, &verdict, &open);
        page.blank();
        let directory = args.directory.display().to_string();
        let next = text!("interview-next", path = path.display().to_string(), directory = directory);
        page.paragraph(&next.to_string());
        speak(&page.to_string());
    }
    Ok(Exit::Yes)
}

/// The answers in a file; what cannot be read, or is no key, is refused with its place.
fn answers_in(file: &Path) -> Result<Answers, ActionError> {
    let Read { value, problems } = read_answers(&read_file(file)?);
    value.ok_or_else(|| {
        let in_file = |mut problem: Problem| {
            problem.place.file = Some(file.display().to_string());
            problem
        };
        ActionError::Refused(problems.into_iter().map(in_file).collect())
    })
}

/// What the command line says counts as answered.
fn options(args: &InitArgs, answers: &mut Answers) -> Result<(), ActionError> {
    let given = [
        ("product.name", args.product.as_deref()),
        ("operator.name", args.operator.as_deref()),
        ("release.version", args.release.as_deref()),
        ("product.kind", args.kind.map(Kind::word)),
    ];
    for (path, typed) in given {
        if let Some(typed) = typed {
            answers.set(path, Answer::Value(judged(path, typed)?));
        }
    }
    Ok(())
}

fn judged(path: &str, typed: &str) -> Result<String, ActionError> {
    judge_answer(path, typed)
        .map_err(|says| ActionError::Refused(vec![Problem::error(Place::at(path.to_owned()), says)]))
}
