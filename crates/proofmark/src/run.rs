//! One run of the program: who asks, when, where things lie, and how answers are written.

use std::cell::Cell;
use std::env;
use std::fs;
use std::io::Write;

use clap::Parser;
use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use serde::Serialize;

use crate::cli::{Cli, Colour, Command, Format};
use crate::commands;
use crate::exit::Exit;
use crate::home::Home;
use crate::show::{self, Page};

/// The program and its version, as the ledger and packs name it.
pub(crate) const WITH: &str = concat!("proofmark ", env!("CARGO_PKG_VERSION"));

/// What every command is handed.
pub(crate) struct Session {
    home: Result<Home, ActionError>,
    pub(crate) format: Format,
    pub(crate) quiet: bool,
    pub(crate) now: Timestamp,
    /// Standard output could not be written to the end.
    cut_off: Cell<bool>,
}

/// Reads the command line, does what it asks, and says how it ended.
pub fn run() -> Exit {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, not mistakes.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Yes };
            return if error.print().is_ok() { exit } else { Exit::Hindered };
        }
    };
    match cli.everywhere.colour {
        Colour::Auto => {}
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
    let session = Session {
        home: Home::find(cli.everywhere.home.clone()),
        format: cli.everywhere.format,
        quiet: cli.everywhere.quiet,
        now: now(),
        cut_off: Cell::new(false),
    };
    let exit = session.obey(&cli.command);
    if session.cut_off.get() { Exit::Hindered } else { exit }
}

/// The clock, read once: the only place in the house that does.
#[expect(clippy::disallowed_methods, reason = "the door is where time comes in")]
fn now() -> Timestamp {
    let now = Timestamp::now();
    // Finer than milliseconds says nothing about what people do.
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
}

impl Session {
    fn obey(&self, command: &Command) -> Exit {
        let done = match command {
            Command::Assess(args) => commands::assess(args, self),
            Command::Verify(args) => commands::verify(args, self),
            Command::Db(command) => commands::db(command, self),
            Command::Ledger(command) => commands::ledger(command, self),
            Command::Init(args) => commands::init(args, self),
            Command::Schema(args) => Ok(commands::schema(args.name, self)),
        };
        done.unwrap_or_else(|error| {
            show_error(&error, self.format);
            Exit::from(&error)
        })
    }

    /// Where things lie; who only verifies somebody's pack needs no such place.
    pub(crate) fn home(&self) -> Result<&Home, ActionError> {
        self.home.as_ref().map_err(Clone::clone)
    }

    /// Today, in UTC: the same everywhere, and what the ledger writes.
    pub(crate) fn today(&self) -> Date {
        self.now.to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// Writes a result to standard output.
    pub(crate) fn print(&self, result: &str) {
        let mut out = anstream::stdout().lock();
        let done = out.write_all(result.as_bytes()).and_then(|()| out.flush());
        // A reader that stops reading (`| head`) is no fault; a full disk behind a redirect is.
        if done.is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
            self.cut_off.set(true);
        }
    }

    /// Writes a result to standard output as indented JSON.
    pub(crate) fn print_json(&self, result: &impl Serialize) {
        let mut text = serde_json::to_string_pretty(result).expect("results become JSON");
        text.push('\n');
        self.print(&text);
    }

    /// Says something on standard error.
    pub(crate) fn say(&self, says: &Text) {
        if !self.quiet {
            talk(&format!("{says}\n"));
        }
    }
}

/// The login name of whoever runs the program.
pub(crate) fn user() -> String {
    let name = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| env::var(name).ok());
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| "unknown".to_owned())
}

/// Sixteen random bytes as a version 4 UUID (RFC 9562 section 5.4).
pub(crate) fn uuid() -> Result<[u8; 16], ActionError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| {
        ActionError::Hindered(text!("proofmark-no-randomness", error = error.to_string()))
    })?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Ok(bytes)
}

/// Errors are talk for people; for programs they are the same JSON that results are, on standard error.
fn show_error(error: &ActionError, format: Format) {
    let problems = match error {
        ActionError::Refused(problems) => problems.clone(),
        ActionError::Hindered(says) | ActionError::Damaged(says) => {
            vec![Problem::error(Place::default(), says.clone())]
        }
    };
    match format {
        Format::Json => {
            let text = serde_json::to_string_pretty(&problems).expect("problems become JSON");
            talk(&format!("{text}\n"));
        }
        Format::Text => show_problems(&problems),
    }
}

/// Shows problems on standard error, underlined where the source can be read again.
pub(crate) fn show_problems(problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    let mut sources: Vec<(String, String)> = Vec::new();
    for file in problems
        .iter()
        .filter(|problem| problem.place.bytes.is_some())
        .filter_map(|problem| problem.place.file.clone())
    {
        if !sources.iter().any(|(name, _)| *name == file)
            && let Ok(text) = fs::read_to_string(&file)
        {
            sources.push((file, text));
        }
    }
    let find = |name: &str| sources.iter().find(|(file, _)| file == name).map(|(_, text)| text.as_str());
    let mut page = Page::new();
    show::problems(&mut page, problems, &find);
    talk(&page.to_string());
}

/// Writes to standard error; if that is closed there is nobody to tell.
fn talk(words: &str) {
    let mut err = anstream::stderr().lock();
    err.write_all(words.as_bytes()).and_then(|()| err.flush()).unwrap_or_default();
}

/// Turns a panic into the exit code and the sentence that say it is our fault.
pub fn watch_for_bugs() {
    std::panic::set_hook(Box::new(|panic| {
        let says = text!("proofmark-bug", message = panic.to_string());
        talk(&format!("{says}\n{}\n", says.hint().unwrap_or_default()));
        std::process::exit(Exit::Bug as i32);
    }));
}
