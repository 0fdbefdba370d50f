//! What others say about the ledger, for programs and for anybody who follows it; and whom the installation asks.

use proofmark_actions::{
    AttestationList, ChangeOrder, attestations, attestors, change_attestors, checkpoint_of_size, time_stamp,
};
use proofmark_facts::AttestorSettings;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Content, Keep};
use crate::call::Call;
use crate::desk::{page_line, printed};
use crate::exhibit::{Exhibit, Printed};
use crate::limit::{Limit, limit};
use crate::refusal::Refusal;

/// Which of it, and in which form.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct AttestationsAsked {
    /// The `next` of the page before.
    after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    limit: Option<Limit>,
    /// As the command line prints it, this many columns wide; absent: as data alone.
    columns: Option<u16>,
}

/// What others said, as it is asked for.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum AttestationsAnswer {
    /// As data.
    Held(AttestationList),
    /// As the command line prints it.
    Printed(Printed),
}

/// The checkpoint of one size. More cosignatures may come, so it is kept only for a while.
pub(crate) fn sized_checkpoint(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let note = checkpoint_of_size(&*call.store, call.number("size")?)?;
    let media = "text/plain; charset=utf-8";
    let content = Content::Bytes { media, bytes: note.to_string().into_bytes(), name: None };
    Ok(Answer::of(content).keep(Keep::Shortly))
}

/// The time stamp of the checkpoint of one size (RFC 3161 token; RFC 7193 names its media type).
pub(crate) fn time_stamp_of_size(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let size = call.number("size")?;
    let bytes = time_stamp(&*call.store, size)?;
    let name = Some(format!("checkpoint-{size}.tst"));
    Ok(Answer::of(Content::Bytes { media: "application/cms", bytes, name }))
}

/// What was said, smallest size first.
pub(crate) fn list_attestations(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: AttestationsAsked = call.query()?;
    let after = asked.after.as_deref().map_or(Ok(0), page_line)?;
    let list = attestations(&*call.store, after, limit(asked.limit))?;
    Ok(Answer::json(&if asked.columns.is_none() {
        AttestationsAnswer::Held(list)
    } else {
        let exhibit = Exhibit::Attestations(&list);
        AttestationsAnswer::Printed(printed(call, &exhibit, Vec::new(), asked.columns)?)
    }))
}

/// Whom the installation asks.
pub(crate) fn show_attestors(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::json(&attestors(&*call.store)?))
}

/// Changes whom the installation asks.
pub(crate) fn put_attestors(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let settings: AttestorSettings = call.json()?;
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    Ok(Answer::json(&change_attestors(&order, settings, &mut *call.store)?))
}
