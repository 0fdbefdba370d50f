//! What an SPDX 2.3 document says of itself (section 6), member by member.

use proofmark_facts::{OwnWords, Party, PartyKind, Sbom, SbomParticulars, ToolUsed};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::heading::SpdxHeading;
use super::party::party_written;
use super::written_package::instant;

/// A value as it was written.
pub(crate) struct AsWritten<'a>(pub(crate) &'a str);

impl Serialize for AsWritten<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::from_str::<&RawValue>(self.0) {
            Ok(raw) => raw.serialize(serializer),
            Err(_) => self.0.serialize(serializer),
        }
    }
}

/// What stands in own words for this member.
pub(crate) fn own<'a>(own_words: &'a [OwnWords], member: &str) -> Option<&'a str> {
    own_words.iter().find(|words| words.member == member).map(|words| words.json.as_str())
}

/// The entries of a list that stand in own words.
pub(super) fn own_entries(own_words: &[OwnWords], member: &str) -> Vec<Value> {
    own(own_words, member).and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// Who made a document, each with the word for what they are: programs, organisations, persons.
pub(super) fn creators(particulars: &SbomParticulars) -> Vec<String> {
    let tool = |tool: &ToolUsed| match &tool.version {
        Some(version) => format!("Tool: {}-{version}", tool.name),
        None => format!("Tool: {}", tool.name),
    };
    let person = |author: &Party| {
        let kind = author.kind.or(Some(PartyKind::Person));
        party_written(&Party { kind, ..author.clone() })
    };
    let tools = particulars.tools.iter().map(tool);
    let organisation = particulars.manufacturer.iter().map(party_written);
    tools.chain(organisation).chain(particulars.authors.iter().map(person)).collect()
}

/// `creationInfo`: the members that are written, with those in own words where the document goes on.
pub(super) fn creation_info(sbom: &Sbom, heading: &SpdxHeading<'_>, own_words: &[OwnWords]) -> Value {
    let nothing = SbomParticulars::default();
    let particulars = sbom.particulars.as_deref().unwrap_or(&nothing);
    let mut makers = creators(particulars);
    makers.retain(|maker| maker != "NOASSERTION");
    if !heading.goes_on || makers.is_empty() {
        makers.push(format!("Tool: proofmark-{}", heading.tool_version));
    }
    let created = sbom.origin.created_at.filter(|_| heading.goes_on).unwrap_or(heading.created_at);
    let mut written = json!({"created": instant(created), "creators": makers});
    for words in own_words {
        let Some(member) = words.member.strip_prefix("creationInfo/") else { continue };
        let is_of_making = matches!(member, "created" | "creators");
        if let (true, Ok(value)) = (heading.goes_on || !is_of_making, serde_json::from_str(&words.json)) {
            written[member] = value;
        }
    }
    written
}
