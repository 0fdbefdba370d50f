//! One run of the program: when, where things lie, and how answers and talk are written.

use std::cell::RefCell;
use std::env;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_actions::ActionError;
use proofmark_facts::Problem;
use proofmark_text::{Text, text};
use proofmark_web::{AnswerWord, Exhibit};
use serde::Serialize;

use crate::audience::Audience;
use crate::cli::{Everywhere, Format};
use crate::exit::Exit;
use crate::home::Home;
use crate::show::{self, Page};
use crate::whereabouts::Where;

/// The program and its version, as the ledger and packs name it.
pub(crate) const WITH: &str = concat!("proofmark ", env!("CARGO_PKG_VERSION"));

/// What every command is handed.
pub(crate) struct Session {
    home: Result<Home, ActionError>,
    place: Result<Where, Text>,
    /// The home and the store somewhere else that the command line names.
    named: (Option<PathBuf>, bool),
    pub(crate) format: Format,
    pub(crate) quiet: bool,
    pub(crate) now: Timestamp,
    /// Standard output could not be written to the end.
    cut_off: RefCell<Option<ActionError>>,
}

impl Session {
    /// The session these options ask for; the clock is read once, here.
    pub(crate) fn new(options: &Everywhere) -> Self {
        Self {
            home: Home::find(options.home.clone(), &options.store),
            place: Where::of(options),
            named: (options.home.clone(), options.store.database.is_some() || options.store.blobs.is_some()),
            format: options.format,
            quiet: options.quiet,
            now: now(),
            cut_off: RefCell::new(None),
        }
    }

    /// Why standard output could not be written to the end, if it could not.
    pub(crate) fn into_cut_off(self) -> Option<ActionError> {
        self.cut_off.into_inner()
    }

    /// Where things lie; who only verifies somebody's pack needs no such place.
    pub(crate) fn home(&self) -> Result<&Home, ActionError> {
        self.home.as_ref().map_err(Clone::clone)
    }

    /// Where commands work; an error is a mistake on the command line.
    pub(crate) fn place(&self) -> Result<&Where, &Text> {
        self.place.as_ref()
    }

    /// The home the command line names, whatever the environment says.
    pub(crate) fn named_home(&self) -> Option<&Path> {
        self.named.0.as_deref()
    }

    /// Whether the command line names a database or a place for documents.
    pub(crate) fn names_store(&self) -> bool {
        self.named.1
    }

    /// Today, in UTC: the same everywhere, and what the ledger writes.
    pub(crate) fn today(&self) -> Date {
        self.now.to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// Writes a result to standard output; no sign in it steers the terminal, whoever wrote it.
    pub(crate) fn print(&self, result: &str) {
        match self.format {
            Format::Json => self.hand_out(&show::escaped_json(result)),
            Format::Text => self.hand_out(&show::without_controls(result)),
        }
    }

    /// Writes a document of ours to standard output, letter by letter: a signature covers it.
    pub(crate) fn hand_out(&self, result: &str) {
        if let Err(error) = to_standard_output(|out| out.write_all(result.as_bytes())) {
            self.cut_off.replace(Some(cut_off(&error)));
        }
    }

    /// Writes a result to standard output as indented JSON.
    pub(crate) fn print_json(&self, result: &impl Serialize) {
        let mut text = serde_json::to_string_pretty(result).expect("results become JSON");
        text.push('\n');
        self.print(&text);
    }

    /// Shows a result in the format asked for, and gives the answer to what was asked.
    pub(crate) fn show(&self, exhibit: &Exhibit<'_>) -> Exit {
        match self.format {
            Format::Json => self.print(&show::in_json(exhibit)),
            Format::Text => self.print(&show::in_words(exhibit, show::columns())),
        }
        match exhibit.answer() {
            AnswerWord::Yes => Exit::Yes,
            AnswerWord::No => Exit::No,
            AnswerWord::Undecided => Exit::Undecided,
        }
    }

    /// Says something on standard error.
    pub(crate) fn say(&self, says: &Text) {
        if !self.quiet {
            talk(&format!("{says}\n"));
        }
    }
}

/// Standard output, for what is written piece by piece; that nobody reads it any more is no error.
pub(crate) fn to_standard_output<T>(write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> io::Result<T> {
    let mut out = BufWriter::new(Audience::of(anstream::stdout().lock()));
    let written = write(&mut out)?;
    out.flush()?;
    Ok(written)
}

/// What hindered an answer from being written to its end.
pub(crate) fn cut_off(error: &io::Error) -> ActionError {
    ActionError::Hindered(text!("proofmark-output-cut-off", error = error.to_string()))
}

/// The command line cannot be meant so: says why, as a mistake on it is said.
pub(crate) fn misunderstood(says: &Text) -> Exit {
    let hint = says.hint().map(|hint| format!("\n  {hint}\n")).unwrap_or_default();
    talk(&format!("{} {says}\n{hint}", text!("server-usage-error")));
    Exit::Usage
}

/// Says something on standard error that cannot be done without, even where talk is unwanted.
pub(crate) fn insist(says: &Text) {
    talk(&format!("{says}\n"));
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

/// The clock, read once: the only place in the house that does.
#[expect(clippy::disallowed_methods, reason = "the door is where time comes in")]
pub(crate) fn now() -> Timestamp {
    let now = Timestamp::now();
    // Finer than milliseconds says nothing about what people do.
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
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

/// Writes to standard error; if that is closed there is nobody to tell. No sign in it steers the terminal.
pub(crate) fn talk(words: &str) {
    let words = show::without_controls(words);
    let mut err = anstream::stderr().lock();
    err.write_all(words.as_bytes()).and_then(|()| err.flush()).unwrap_or_default();
}
