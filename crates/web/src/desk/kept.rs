//! The records a page shows, read for it; what is not there is not found.

use std::sync::Arc;

use proofmark_actions::{
    ActionError, KeptFiles, KeptOrder, Looked, glance_at_kept, ground, kept_weight, look_kept,
};
use proofmark_facts::{Actor, Noun, ProductRecord, RecordKey, RecordKind, ReleaseRecord, Sha256, release_id};
use proofmark_text::text;

use super::costs::ASSESSING_COSTS;
use crate::call::Call;
use crate::refusal::Refusal;

/// A noun of the operator's, with the digest of its content: its version.
pub(crate) fn kept<N: Noun>(call: &Call<'_>, id: &str) -> Result<(N, Sha256), Refusal> {
    let key = RecordKey { operator: call.operator().to_owned(), kind: N::KIND, id: id.to_owned() };
    let record = call.store.record(&key)?.ok_or_else(|| Refusal::new(404, text!("web-no-such-thing")))?;
    let noun = serde_json::from_slice(&record.content)
        .map_err(|_| Refusal::new(500, text!("web-record-unreadable", kind = record.key.kind.word())))?;
    Ok((noun, record.sha256))
}

/// The product the path names.
pub(crate) fn product(call: &Call<'_>) -> Result<(ProductRecord, Sha256), Refusal> {
    debug_assert_eq!(ProductRecord::KIND, RecordKind::Product);
    kept(call, call.name("product"))
}

/// The release the path names.
pub(crate) fn release(call: &Call<'_>) -> Result<(ReleaseRecord, Sha256), Refusal> {
    kept(call, &release_id(call.name("product"), call.name("release")))
}

/// A product of the operator's and one of its releases, by their names.
pub(crate) fn release_of(
    call: &Call<'_>,
    product: &str,
    version: &str,
) -> Result<(ProductRecord, ReleaseRecord), Refusal> {
    let (record, _) = kept(call, product)?;
    let (release, _) = kept(call, &release_id(product, version))?;
    Ok((record, release))
}

/// The assessment of the product, or of one of its releases, as it is now. One that stands on the same ground as a look
/// before is the same.
pub(crate) fn looked_at(call: &Call<'_>, release: Option<&str>) -> Result<Arc<Looked>, Refusal> {
    look_at(call, call.name("product"), release)
}

/// The same of a product the path does not name.
pub(crate) fn look_at(call: &Call<'_>, product: &str, release: Option<&str>) -> Result<Arc<Looked>, Refusal> {
    let actor = call.actor();
    let order = order(call, &actor, product, release);
    let state = call.house.state_in_use(&*call.store)?.state;
    let name = state.name();
    let stands_on = || -> Result<Option<Sha256>, ActionError> {
        let edition = call.house.edition()?;
        edition.map(|edition| ground(&order, &edition, &name, &*call.store)).transpose()
    };
    let before = stands_on()?;
    if let Some(known) = before.as_ref().and_then(|ground| call.memory.recall(ground)) {
        return Ok(known);
    }
    let cost = || assessing_cost(&order, call);
    let glance = || -> Result<Glance, ActionError> {
        let open = |advisories: &[String], files: &KeptFiles<'_>| call.house.open_sources(advisories, files);
        let looked = glance_at_kept(&order, &open, &state, &*call.store)?;
        let (bytes, looked) = (weight(&looked), Arc::new(looked));
        // What was read a step at a time, while somebody changed it, stands on no ground at all.
        let stands = before
            .filter(|_| looked.lasts)
            .filter(|ground| stands_on().is_ok_and(|now| now == Some(*ground)));
        let remembered = stands.is_some_and(|ground| call.memory.keep(ground, bytes, &looked));
        Ok(Glance { looked, bytes: bytes as u64, held_here: stands.is_some() && !remembered })
    };
    let Some(ground) = before else {
        call.turn.take_room(cost()?)?;
        return Ok(glance()?.looked);
    };
    // What is too large to be remembered is held as long as there is room for it.
    let holds = |glance: &Glance| glance.held_here.then_some(glance.bytes);
    Ok(Arc::clone(&call.turn.read(("assessment", ground), cost, holds, glance)?.looked))
}

/// An assessment as it was looked at by one for all who asked meanwhile.
struct Glance {
    looked: Arc<Looked>,
    /// About how many bytes it takes.
    bytes: u64,
    /// It stands on its ground, and is remembered nowhere else.
    held_here: bool,
}

/// How many bytes of memory it takes to assess from these kept files.
pub(super) fn assessing_cost(order: &KeptOrder<'_>, call: &Call<'_>) -> Result<u64, ActionError> {
    Ok(kept_weight(order, &*call.store)?.saturating_mul(ASSESSING_COSTS))
}

/// The same as a document, made anew.
pub(crate) fn assessment_document(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let actor = call.actor();
    let state = call.house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| call.house.open_sources(advisories, files);
    let order = order(call, &actor, call.name("product"), None);
    call.turn.take_room(assessing_cost(&order, call)?)?;
    Ok(look_kept(&order, &open, &state, &*call.store)?.bytes)
}

fn order<'a>(call: &'a Call<'_>, by: &'a Actor, product: &'a str, release: Option<&'a str>) -> KeptOrder<'a> {
    KeptOrder { change: call.change(by), as_of: call.today(), operator: call.operator(), product, release }
}

/// About how many bytes an assessment takes in memory: more than most do. To be exact about it would take as long as to
/// write it out, which is what is spared here.
fn weight(looked: &Looked) -> usize {
    let Looked { assessment, dossier_bytes, .. } = looked;
    let lists = [
        (assessment.findings.len(), 2048),
        (assessment.gate.blocked_by.len(), 1024),
        (assessment.obligations.len(), 4096),
        (assessment.notices.len(), 1024),
    ];
    let lists: usize = lists.iter().map(|(count, each)| count * each).sum();
    lists + 16 * dossier_bytes + 64 * 1024
}
