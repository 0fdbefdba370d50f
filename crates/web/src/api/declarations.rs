//! A release's EU declaration of conformity: how it stands, proposed to be issued, fetched byte for byte.

use proofmark_access::DeclarationSigning;
use proofmark_actions::{DeclarationStanding, PackedFile};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::holds::PrintAsked;
use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::desk::{declaration, file_name, issued, media_of, printed, propose_to_issue, to_be_issued};
use crate::exhibit::{Exhibit, Printed};
use crate::link;
use crate::refusal::Refusal;

/// That a declaration be issued.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IssuingAsked {
    /// Who signs for and on behalf of the manufacturer, and where.
    signing: DeclarationSigning,
    /// Why it is issued now.
    because: String,
}

/// That it waits for a second person.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct IssuingProposed {
    /// The proposal.
    proposal: String,
    /// Where it can be looked at, approved and refused.
    href: String,
}

/// How it stands, as it is asked for.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum StandingAnswer {
    /// As data.
    Standing(Box<DeclarationStanding>),
    /// As the command line prints it.
    Printed(Printed),
}

/// How it stands.
pub(crate) fn show_declaration(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let PrintAsked { columns } = call.query()?;
    let standing = declaration(call)?;
    Ok(Answer::json(&match columns {
        None => StandingAnswer::Standing(Box::new(standing)),
        Some(_) => {
            StandingAnswer::Printed(printed(call, &Exhibit::Declaration(&standing), Vec::new(), columns)?)
        }
    }))
}

/// Proposes to issue it.
pub(crate) fn propose_declaration(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let IssuingAsked { signing, because } = call.json()?;
    let proposal = propose_to_issue(call, signing, &because)?;
    let href = link::path(&["api", "v1", "operators", call.operator(), "proposals", &proposal]);
    let place = href.clone();
    Ok(Answer { location: Some(place), ..Answer::json(&IssuingProposed { proposal, href }).status(202) })
}

/// What was issued.
pub(crate) fn issued_declaration(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let file = issued(call)?;
    Ok(saved(call, file))
}

/// What would be issued.
pub(crate) fn waiting_declaration(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let file = to_be_issued(call)?;
    Ok(saved(call, file))
}

/// Never shown by the browser in our own name: a paper quotes what others wrote.
fn saved(call: &Call<'_>, file: PackedFile) -> Answer {
    let name = call.name("name");
    let saved_as = Some(file_name(call.name("product"), call.name("release"), name));
    let content = Content::Bytes { media: media_of(name), bytes: file.bytes, name: saved_as };
    Answer::of(content).version(file.sha256.to_string())
}
