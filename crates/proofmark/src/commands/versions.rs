//! `proofmark versions`: two versions compared, and versions held against a range, by the orders matching goes by.

use std::cmp::Ordering;

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use proofmark_vulndb::{Comparator, NativeRange, VersRange};
use serde::Serialize;

use crate::cli::Format;
use crate::exit::Exit;
use crate::session::Session;
use crate::versions_cli::{CompareArgs, Relation, TestArgs, VersionsCommand};

/// Two versions, and how they stand to each other.
#[derive(Debug, Serialize)]
struct Compared<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    version: &'a str,
    other: &'a str,
    /// `<`, `=` or `>`; `None`: it cannot be said.
    is: Option<&'static str>,
}

/// A range, and which versions it holds.
#[derive(Debug, Serialize)]
struct Tested<'a> {
    range: &'a str,
    /// The same range as VERS writes it, where it can.
    vers: Option<String>,
    versions: Vec<Held<'a>>,
}

#[derive(Debug, Serialize)]
struct Held<'a> {
    version: &'a str,
    /// `None`: it cannot be said.
    inside: Option<bool>,
}

/// Answers what is asked; nothing is read or kept.
pub(crate) fn versions(command: &VersionsCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        VersionsCommand::Compare(args) => compare(args, session),
        VersionsCommand::Test(args) => test(args, session),
    }
}

fn compare(args: &CompareArgs, session: &Session) -> Result<Exit, ActionError> {
    let whole = VersRange::read_loosely(&format!("vers:{}/*", args.kind)).value;
    let Some(order) = whole.and_then(|range| range.order()) else {
        return Err(refused("TYPE", text!("cpe-versions-type", kind = &args.kind)));
    };
    let found = order.compare(&args.one, &args.other);
    let is = found.map(|found| match found {
        Ordering::Less => "<",
        Ordering::Equal => "=",
        Ordering::Greater => ">",
    });
    match session.format {
        Format::Json => {
            session.print_json(&Compared { kind: &args.kind, version: &args.one, other: &args.other, is });
        }
        Format::Text => match is {
            Some(sign) => session.print(&format!("{} {sign} {}\n", args.one, args.other)),
            None => {
                session.print(&format!(
                    "{}\n",
                    text!("cpe-versions-unsaid", version = &args.one, other = &args.other)
                ));
            }
        },
    }
    Ok(match (found, args.is) {
        (None, _) => Exit::Undecided,
        (Some(_), None) => Exit::Yes,
        (Some(found), Some(asked)) => Exit::answer(asked.comparator().holds(found)),
    })
}

impl Relation {
    fn comparator(self) -> Comparator {
        match self {
            Self::Lt => Comparator::Less,
            Self::Le => Comparator::AtMost,
            Self::Eq => Comparator::Equal,
            Self::Ne => Comparator::NotEqual,
            Self::Ge => Comparator::AtLeast,
            Self::Gt => Comparator::Greater,
        }
    }
}

/// Whether a range holds a version; `None`: it cannot be said.
type Says = dyn Fn(&str) -> Option<bool>;

fn test(args: &TestArgs, session: &Session) -> Result<Exit, ActionError> {
    let (vers, says): (_, Box<Says>) = if let Some(kind) = &args.kind {
        let range = NativeRange::read(kind, &args.range).map_err(|fault| refused("RANGE", fault.says()))?;
        (range.as_vers().map(|vers| vers.to_string()), Box::new(move |version| range.contains(version)))
    } else {
        let read = VersRange::read_loosely(&args.range).in_file("RANGE");
        let range = read.value.ok_or(ActionError::Refused(read.problems))?;
        if range.order().is_none() && !range.constraints().is_empty() {
            session.say(&text!("cpe-versions-unordered", kind = range.kind()));
        }
        (Some(range.to_string()), Box::new(move |version| range.contains(version)))
    };
    let held = args.versions.iter().map(|version| Held { version, inside: says(version) });
    let tested = Tested { range: &args.range, vers, versions: held.collect() };
    match session.format {
        Format::Json => session.print_json(&tested),
        Format::Text => session.print(&told(&tested)),
    }
    let has = |inside: Option<bool>| tested.versions.iter().any(|held| held.inside == inside);
    Ok(match (has(None), has(Some(false))) {
        (true, _) => Exit::Undecided,
        (false, no) => Exit::answer(!no),
    })
}

fn told(tested: &Tested<'_>) -> String {
    let line = |held: &Held<'_>| {
        let says = match held.inside {
            Some(true) => text!("cpe-versions-inside", version = held.version),
            Some(false) => text!("cpe-versions-outside", version = held.version),
            None => text!("cpe-versions-undecided", version = held.version),
        };
        format!("{says}\n")
    };
    let heading = tested.vers.as_ref().map(|vers| format!("{vers}\n"));
    heading.into_iter().chain(tested.versions.iter().map(line)).collect()
}

fn refused(at: &str, says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::at(at), says)])
}
