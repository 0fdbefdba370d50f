//! Papers and packs of a release: made, listed, found again.

use jiff::civil::Date;
use proofmark_actions::{
    ChangeOrder, KeptFiles, KeptOrder, KeptPack, MadePapers, PapersOrder, kept_packs, make_papers as make,
    pack_weight,
};
use proofmark_facts::{Sha256, slug};
use proofmark_text::text;

use super::costs::CARRYING_COSTS;
use super::kept::assessing_cost;
use crate::call::Call;
use crate::house::random;
use crate::refusal::Refusal;

/// What a version may hold and a file's name keeps.
const KEPT_IN_NAMES: &str = ".+_~";

/// Makes the papers of the release the path names, as of this day; today unless it is said.
pub(crate) fn make_papers(call: &mut Call<'_>, on: Option<Date>) -> Result<MadePapers, Refusal> {
    room_for_papers(call)?;
    let actor = call.actor();
    let house = call.house;
    let state = house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| house.open_sources(advisories, files);
    let random = random(house)?;
    let names = ["operator", "product", "release"].map(|name| call.name(name).to_owned());
    let order = PapersOrder {
        change: ChangeOrder { by: &actor, with: house.program(), at: call.now },
        as_of: on.unwrap_or_else(|| call.today()),
        operator: &names[0],
        product: &names[1],
        release: &names[2],
        random,
    };
    Ok(make(&order, &open, &state, call.store, house.signer())?)
}

/// Takes room for assessing the release and for gathering all of the product's files into a pack.
fn room_for_papers(call: &Call<'_>) -> Result<(), Refusal> {
    let actor = call.actor();
    let order = KeptOrder {
        change: call.change(&actor),
        as_of: call.today(),
        operator: call.operator(),
        product: call.name("product"),
        release: Some(call.name("release")),
    };
    let carried = pack_weight(&order, &*call.store)?.saturating_mul(CARRYING_COSTS);
    Ok(call.turn.take_room(assessing_cost(&order, call)?.saturating_add(carried))?)
}

/// The packs of a product the path's operator keeps, or of one of its releases, newest first.
pub(crate) fn packs(
    call: &Call<'_>,
    product: &str,
    release: Option<&str>,
    place: (Option<u64>, usize),
) -> Result<Vec<KeptPack>, Refusal> {
    let actor = call.actor();
    Ok(kept_packs(&call.change(&actor), (call.operator(), product), release, place, &*call.store)?)
}

/// The newest pack of the release the path names.
pub(crate) fn newest_pack(call: &Call<'_>) -> Result<KeptPack, Refusal> {
    let release = call.name("release");
    let newest = packs(call, call.name("product"), Some(release), (None, 1))?.pop();
    newest.ok_or_else(|| Refusal::new(404, text!("evidence-no-papers", version = release)))
}

/// A digest as an address holds it; what is none names nothing.
pub(crate) fn digest(written: &str) -> Result<Sha256, Refusal> {
    written.parse().map_err(|_| Refusal::new(404, text!("web-no-such-thing")))
}

/// What a paper or a pack of this release is saved as: letters, digits and hyphens, so that no name can lead elsewhere.
pub(crate) fn file_name(product: &str, release: &str, what: &str) -> String {
    format!("{}-{}-{what}", slug(product, ""), slug(release, KEPT_IN_NAMES))
}

/// The media type of a paper, by the ending we gave it.
pub(crate) fn media_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("pdf") => "application/pdf",
        Some("html") => "text/html; charset=utf-8",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_release_leads_a_file_elsewhere() {
        assert_eq!(file_name("gateway", "../../etc/passwd", "x.pdf"), "gateway-..-..-etc-passwd-x.pdf");
        assert_eq!(file_name("gateway", "1.0 \"b\"\r\n", "p.zip"), "gateway-1.0-b-p.zip");
        assert_eq!(media_of("technical-documentation.pdf"), "application/pdf");
        assert_eq!(media_of("evil.svg"), "application/octet-stream");
    }
}
