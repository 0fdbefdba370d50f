//! The house rules that no compiler checks. Each file here is one rule.

mod arrows;
mod catalogue;
mod circles;
mod faces;
mod guests;
mod links;
mod purity;
mod readers;
mod sizes;
mod source;
mod words;

use source::Source;

use crate::run::Complaint;

/// A rule: looks at every source file and says what is against the house.
type Rule = fn(&[Source]) -> Vec<String>;

/// Every rule, by the name it is complained under.
const RULES: &[(&str, Rule)] = &[
    ("arrows point down", arrows::arrows),
    ("pure rooms stay pure", purity::purity),
    ("no circles of files", circles::circles),
    ("files stay small", sizes::sizes),
    ("a face defines nothing", faces::faces),
    ("words and names", words::words),
    ("code and catalogue agree", catalogue::catalogue),
    ("every guest is announced", guests::guests),
    ("every reader is fuzzed", readers::readers),
    ("every link leads somewhere", links::links),
];

/// Holds the workspace against every rule; complains about all that is wrong at once.
pub(crate) fn tidy() -> Result<(), Complaint> {
    let sources = source::all()?;
    let mut complaints = Vec::new();
    for (name, rule) in RULES {
        complaints.extend(rule(&sources).into_iter().map(|found| format!("{name}: {found}")));
    }
    if complaints.is_empty() {
        eprintln!("tidy: {} files, {} rules", sources.len(), RULES.len());
        return Ok(());
    }
    Err(format!("tidy found:\n{}", complaints.join("\n")))
}
