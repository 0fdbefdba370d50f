//! Declarations of conformity of a release: how they stand, proposed to be issued, fetched.

use proofmark_access::DeclarationSigning;
use proofmark_actions::people::{DeclarationOrder, Errand, propose_declaration};
use proofmark_actions::{
    DeclarationStanding, KeptFiles, PackedFile, declaration_standing, issued_declaration,
    proposed_declaration,
};

use crate::call::Call;
use crate::house::random;
use crate::refusal::Refusal;

/// How the declaration of the release the path names stands.
pub(crate) fn declaration(call: &Call<'_>) -> Result<DeclarationStanding, Refusal> {
    let actor = call.actor();
    let of = (call.operator(), call.name("product"));
    Ok(declaration_standing(&call.change(&actor), of, call.name("release"), &*call.store)?)
}

/// Proposes to issue it; gives the proposal's identification.
pub(crate) fn propose_to_issue(
    call: &mut Call<'_>,
    signing: DeclarationSigning,
    because: &str,
) -> Result<String, Refusal> {
    let actor = call.actor();
    let house = call.house;
    let state = house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| house.open_sources(advisories, files);
    let names = ["operator", "product", "release"].map(|name| call.name(name).to_owned());
    let order = DeclarationOrder {
        operator: &names[0],
        product: &names[1],
        release: &names[2],
        signing,
        because,
        random: random(house)?,
    };
    let errand = Errand { by: &actor, at: call.now, with: house.program() };
    Ok(propose_declaration(call.store, &errand, order, &open, &state)?.id)
}

/// The declaration as it was issued, in the form and the revision the path names.
pub(crate) fn issued(call: &Call<'_>) -> Result<PackedFile, Refusal> {
    let actor = call.actor();
    let of = (call.operator(), call.name("product"));
    let form = (call.number("revision")?, call.name("name"));
    Ok(issued_declaration(&call.change(&actor), of, call.name("release"), form, &*call.store)?)
}

/// The declaration as the proposal the path names would issue it.
pub(crate) fn to_be_issued(call: &Call<'_>) -> Result<PackedFile, Refusal> {
    let actor = call.actor();
    let of = (call.operator(), call.name("product"));
    let form = (call.name("proposal"), call.name("name"));
    Ok(proposed_declaration(&call.change(&actor), of, call.name("release"), form, &*call.store)?)
}
