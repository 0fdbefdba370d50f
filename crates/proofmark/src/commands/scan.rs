//! `proofmark scan`: what is known of the components of one list, with nothing declared and nothing kept.

use std::borrow::Cow;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::thread;

use proofmark_actions::{
    ActionError, ScanEnd, ScanHead, ScanPart, ScanSighting, ScannedList, VulnerabilitySource,
};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use crate::audience::Audience;
use crate::cli::Format;
use crate::directory::read_file;
use crate::exit::Exit;
use crate::scan_args::ScanArgs;
use crate::session::{Session, cut_off, show_problems};
use crate::show::{self, Scanned};
use crate::sources::{MadeSure, open_installed};

/// How much one thread writes before it waits for its turn to hand it on, in bytes.
const MOST_HELD: usize = 1 << 20;

/// Scans the list, and answers whether nothing is known of it.
pub(crate) fn scan(args: &ScanArgs, session: &Session) -> Result<Exit, ActionError> {
    let file = args.file.display().to_string();
    let home = session.home()?;
    let open = || open_installed(home, args.db.as_deref(), MadeSure::BySums);
    // The database is made sure of while the list is read.
    let (list, opened) = thread::scope(|scope| {
        let opening = thread::Builder::new().name("database".to_owned()).spawn_scoped(scope, open);
        let bytes = read_file(&args.file).map_err(ActionError::from);
        let list = bytes.and_then(|bytes| ScannedList::read(&file, &bytes));
        let opened = match opening.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(opened)) => opened,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            // Where the system gives no other thread, it is done by this one.
            Err(_) => open(),
        };
        (list, opened)
    });
    let list = list?;
    if !session.quiet {
        show_problems(&list.notices);
    }
    let source = opened?.pop().ok_or_else(|| {
        let says = text!("proofmark-db-not-there");
        ActionError::Refused(vec![Problem::error(Place::default(), says)])
    })?;
    let head = list.head(&file, &source, session.now)?;
    match session.format {
        Format::Json => match in_json(&list, &source, &head) {
            Ok(exit) => Ok(exit),
            Err(error) => Err(cut_off(&error)),
        },
        Format::Text => Ok(in_words(&list, &source, &head, args.all, session)),
    }
}

/// One finding a line, written as soon as those before it are: the list of findings may be far longer than that of
/// components.
fn in_json(list: &ScannedList, source: &VulnerabilitySource, head: &ScanHead) -> io::Result<Exit> {
    let mut out = BufWriter::with_capacity(1 << 18, Audience::of(io::stdout()));
    let head = members_of(head)?;
    write!(out, "{{\n{},\n\"findings\": [", show::escaped_json(&head))?;
    let mut found = 0_usize;
    let ended = list.scan(source, threads(), Lines::default, |lines: Lines| {
        // Every line begins with the comma after the one before it.
        let written = lines.fault.map_or(Ok(lines.json.as_slice()), Err);
        let written = written.map(|json| if found == 0 { json.get(1..).unwrap_or_default() } else { json });
        found += lines.found;
        match written.and_then(|json| out.write_all(json)) {
            // The answer is known, and nobody hears the rest.
            Ok(()) if found > 0 && out.get_ref().is_gone() => ControlFlow::Break(Ok(Exit::No)),
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    });
    let end = match ended {
        ControlFlow::Continue(end) => end,
        ControlFlow::Break(ended) => return ended,
    };
    let rest = members_of(&end)?;
    write!(out, "\n],\n{}\n}}\n", show::escaped_json(&rest))?;
    out.flush()?;
    Ok(answer(found, &end))
}

/// As many threads as the system has processors for.
fn threads() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Findings as lines of JSON, each with a comma before it.
#[derive(Debug, Default)]
struct Lines {
    json: Vec<u8>,
    found: usize,
    fault: Option<io::Error>,
}

impl ScanPart for Lines {
    fn take(&mut self, sighting: ScanSighting<'_>) {
        let begin = self.json.len();
        self.json.extend_from_slice(b",\n");
        self.found += 1;
        let written = serde_json::to_writer(&mut self.json, &sighting).map_err(io::Error::from);
        if let Err(fault) = written.and_then(|()| unsteered(&mut self.json, begin)) {
            self.fault.get_or_insert(fault);
        }
    }

    fn is_full(&self) -> bool {
        self.json.len() >= MOST_HELD
    }
}

/// Writes the JSON from this byte on again, if there is a sign in it that steers whoever shows it.
fn unsteered(json: &mut Vec<u8>, begin: usize) -> io::Result<()> {
    let written = json.get(begin..).unwrap_or_default();
    if show::is_plain_json(written) {
        return Ok(());
    }
    let written = str::from_utf8(written).ok();
    if let Cow::Owned(written) = show::escaped_json(written.ok_or(ErrorKind::InvalidData)?) {
        json.truncate(begin);
        json.extend_from_slice(written.as_bytes());
    }
    Ok(())
}

/// The members of an object, without its braces.
fn members_of(value: &impl serde::Serialize) -> io::Result<String> {
    let written = serde_json::to_string(value)?;
    let inside = written.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    Ok(inside.unwrap_or_default().to_owned())
}

fn in_words(
    list: &ScannedList,
    source: &VulnerabilitySource,
    head: &ScanHead,
    all: bool,
    session: &Session,
) -> Exit {
    let mut scanned = Scanned::new(all);
    let ControlFlow::Continue(end) = list.scan(
        source,
        threads(),
        || Scanned::new(all),
        |part: Scanned| {
            scanned.add(part);
            ControlFlow::<std::convert::Infallible>::Continue(())
        },
    );
    let exit = answer(scanned.found(), &end);
    session.print(&show::scanned(head, scanned, &end, show::columns()));
    exit
}

/// Known vulnerabilities are a no; where there are none, only a list of which everything can be said is a yes.
fn answer(found: usize, end: &ScanEnd) -> Exit {
    match (found, end.unchecked.is_empty()) {
        (0, true) => Exit::Yes,
        (0, false) => Exit::Undecided,
        _ => Exit::No,
    }
}
