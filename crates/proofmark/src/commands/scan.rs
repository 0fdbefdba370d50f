//! `proofmark scan`: what is known of the components of one list, with nothing declared and nothing kept.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::ops::ControlFlow;

use proofmark_actions::{ActionError, ScanEnd, ScanHead, ScannedList, VulnerabilitySource};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use crate::cli::Format;
use crate::directory::read_file;
use crate::exit::Exit;
use crate::scan_args::ScanArgs;
use crate::session::{Session, cut_off, show_problems};
use crate::show::{self, Scanned};
use crate::sources::open_installed;

/// Scans the list, and answers whether nothing is known of it.
pub(crate) fn scan(args: &ScanArgs, session: &Session) -> Result<Exit, ActionError> {
    let bytes = read_file(&args.file)?;
    let file = args.file.display().to_string();
    let list = ScannedList::read(&file, &bytes)?;
    drop(bytes);
    if !session.quiet {
        show_problems(&list.notices);
    }
    let source = open_installed(session.home()?, args.db.as_deref())?.pop().ok_or_else(|| {
        let says = text!("proofmark-db-not-there");
        ActionError::Refused(vec![Problem::error(Place::default(), says)])
    })?;
    let head = list.head(&file, &source)?;
    match session.format {
        Format::Json => match in_json(&list, &source, &head) {
            Ok(exit) => Ok(exit),
            // A reader that stops reading (`| head`) is no fault; a full disk behind a redirect is.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::No),
            Err(error) => Err(cut_off(&error)),
        },
        Format::Text => Ok(in_words(&list, &source, &head, args.all, session)),
    }
}

/// One finding a line, each written as soon as it is known: the list of findings may be far longer than that of components.
fn in_json(list: &ScannedList, source: &VulnerabilitySource, head: &ScanHead) -> io::Result<Exit> {
    let mut out = BufWriter::with_capacity(1 << 18, io::stdout().lock());
    let mut line = Vec::new();
    let head = members_of(head)?;
    write!(out, "{{\n{},\n\"findings\": [", show::escaped_json(&head))?;
    let mut found = 0_usize;
    let ended = list.scan(source, |finding| {
        line.clear();
        line.extend_from_slice(if found == 0 { b"\n" } else { b",\n" });
        found += 1;
        let written = serde_json::to_writer(&mut line, finding).map_err(io::Error::from);
        match written.and_then(|()| put(&mut out, &line)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => ControlFlow::Break(error),
        }
    });
    let end = match ended {
        ControlFlow::Continue(end) => end,
        ControlFlow::Break(error) => return Err(error),
    };
    let rest = members_of(&end)?;
    write!(out, "\n],\n{}\n}}\n", show::escaped_json(&rest))?;
    out.flush()?;
    Ok(answer(found, &end))
}

/// Writes JSON without a sign that steers whoever shows it.
fn put(out: &mut impl Write, json: &[u8]) -> io::Result<()> {
    match str::from_utf8(json) {
        Ok(json) => out.write_all(show::escaped_json(json).as_bytes()),
        Err(_) => Err(io::Error::from(ErrorKind::InvalidData)),
    }
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
    let ControlFlow::Continue(end) = list.scan(source, |finding| {
        scanned.take(finding.clone());
        ControlFlow::<std::convert::Infallible>::Continue(())
    });
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
