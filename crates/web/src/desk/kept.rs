//! The records a page shows, read for it; what is not there is not found.

use std::sync::Arc;

use proofmark_actions::{
    ActionError, Assessment, KeptFiles, KeptOrder, Looked, glance_at_kept, ground, look_kept,
};
use proofmark_facts::{Actor, Noun, ProductRecord, RecordKey, RecordKind, ReleaseRecord, Sha256, release_id};
use proofmark_text::text;

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
pub(crate) fn looked_at(call: &Call<'_>, release: Option<&str>) -> Result<Arc<Assessment>, Refusal> {
    look_at(call, call.name("product"), release)
}

/// The same of a product the path does not name.
pub(crate) fn look_at(
    call: &Call<'_>,
    product: &str,
    release: Option<&str>,
) -> Result<Arc<Assessment>, Refusal> {
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
    let open = |advisories: &[String], files: &KeptFiles<'_>| call.house.open_sources(advisories, files);
    let looked = glance_at_kept(&order, &open, &state, &*call.store)?;
    let (lasts, bytes) = (looked.lasts, weight(&looked));
    let assessment = Arc::new(looked.assessment);
    // What was read a step at a time, while somebody changed it, stands on no ground at all.
    if let Some(ground) = before.filter(|_| lasts)
        && stands_on()? == Some(ground)
    {
        call.memory.keep(ground, bytes, &assessment);
    }
    Ok(assessment)
}

/// The same as a document, made anew.
pub(crate) fn assessment_document(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let actor = call.actor();
    let state = call.house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| call.house.open_sources(advisories, files);
    Ok(look_kept(&order(call, &actor, call.name("product"), None), &open, &state, &*call.store)?.bytes)
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
        (assessment.unchecked.len(), 512),
        (assessment.notices.len(), 1024),
    ];
    let lists: usize = lists.iter().map(|(count, each)| count * each).sum();
    lists + 16 * dossier_bytes + 64 * 1024
}
