//! The records a page shows, read for it; what is not there is not found.

use proofmark_actions::{Assessed, KeptOrder, look_kept};
use proofmark_facts::{Noun, ProductRecord, RecordKey, RecordKind, ReleaseRecord, Sha256, release_id};
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

/// The assessment of the product, or of one of its releases, as it is now.
pub(crate) fn looked_at(call: &Call<'_>, release: Option<&str>) -> Result<Assessed, Refusal> {
    look_at(call, call.name("product"), release)
}

/// The same of a product the path does not name.
pub(crate) fn look_at(call: &Call<'_>, product: &str, release: Option<&str>) -> Result<Assessed, Refusal> {
    let actor = call.actor();
    let order = KeptOrder {
        change: call.change(&actor),
        as_of: call.today(),
        operator: call.operator(),
        product,
        release,
    };
    let state = call.house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &proofmark_actions::KeptFiles<'_>| {
        call.house.open_sources(advisories, files)
    };
    Ok(look_kept(&order, &open, &state, &*call.store)?)
}
