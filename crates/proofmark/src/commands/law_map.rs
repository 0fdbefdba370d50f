//! `proofmark law map`: what standards say to the requirements of Annex I.

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_law::{MappedStandard, MappingRow, PART_I, PART_II, StandardsMapping, standards_mapping};
use proofmark_text::{Text, text};

use crate::cli::Format;
use crate::exit::Exit;
use crate::law_cli::LawMapArgs;
use crate::session::Session;
use crate::show::{self, Page};
use crate::standards_report::StandardsReport;

/// Prints the rows of one requirement and one standard, or of all.
pub(crate) fn map(args: &LawMapArgs, session: &Session) -> Result<Exit, ActionError> {
    let mapping = standards_mapping();
    let requirement = args.requirement.as_deref().map(requirement).transpose()?;
    let standards = args.standard.as_deref().map(|name| standards(mapping, name)).transpose()?;
    let asked = |row: &&MappingRow| {
        requirement.is_none_or(|id| row.requirement == id)
            && standards.as_ref().is_none_or(|named| named.iter().any(|one| one.name == row.standard))
    };
    let rows: Vec<&MappingRow> = mapping.rows.iter().filter(asked).collect();
    match session.format {
        Format::Json => session.print_json(&StandardsReport::of(mapping, &rows)),
        Format::Text => {
            let mut page = Page::new();
            show::standards_mapping(&mut page, mapping, &rows);
            session.print(&page.to_string());
        }
    }
    // A part that has nothing to say to a requirement is an answer, too.
    Ok(Exit::Yes)
}

/// The requirement somebody wrote, in the spelling dossiers use: `i.2.c` and `I(2)(c)` are `I.2.c`.
fn requirement(written: &str) -> Result<&'static str, ActionError> {
    let plain: String = written.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut known = PART_I.iter().chain(&PART_II);
    let found = known.find(|id| id.replace('.', "").eq_ignore_ascii_case(&plain));
    found.copied().ok_or_else(|| refused(text!("neighbours-map-no-requirement", written = written)))
}

fn standards(
    mapping: &'static StandardsMapping,
    written: &str,
) -> Result<Vec<&'static MappedStandard>, ActionError> {
    let named = mapping.named_by(written);
    if named.is_empty() {
        let known: Vec<&str> = mapping.standards.iter().map(|standard| standard.name.as_str()).collect();
        return Err(refused(text!(
            "neighbours-map-no-standard",
            written = written,
            known = known.join(", ")
        )));
    }
    Ok(named)
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
