//! Questions about files that are handed over: nothing becomes a product's file by being asked about.

use jiff::civil::Date;
use proofmark_actions::{
    Assessed, ChangeOrder, CheckResult, Explanation, GateVerdict, HandedFile, HandedOrder, KeptFiles,
    ModificationReview, check_handed, explain_named, gate_handed, look_handed, review_handed,
};
use proofmark_facts::Problem;

use super::submissions::files_handed;
use crate::call::Call;
use crate::refusal::Refusal;

/// Checks the supplied product whose dossier and evidence are in the form.
pub(crate) fn check(call: &mut Call<'_>, on: Option<Date>) -> Result<CheckResult, Refusal> {
    let files = files_handed(call)?;
    let (actor, operator) = (call.actor(), call.operator().to_owned());
    let state = call.house.state_in_use(&*call.store)?.state;
    let on = on.unwrap_or_else(|| call.today());
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let order = HandedOrder { change, operator: &operator };
    Ok(check_handed(&order, on, &files, &state, call.store)?)
}

/// Reviews the modification between the two revisions in the form.
pub(crate) fn review(call: &mut Call<'_>) -> Result<(ModificationReview, Vec<Problem>), Refusal> {
    let files = files_handed(call)?;
    let (actor, operator) = (call.actor(), call.operator().to_owned());
    let state = call.house.state_in_use(&*call.store)?.state;
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let order = HandedOrder { change, operator: &operator };
    Ok(review_handed(&order, &files, &state, call.store)?)
}

/// The assessment of the files in the form, with nothing kept; `None`: there are none.
pub(crate) fn look(call: &mut Call<'_>, on: Option<Date>) -> Result<Option<Assessed>, Refusal> {
    let files = files_handed(call)?;
    if files.is_empty() {
        return Ok(None);
    }
    let (actor, operator) = (call.actor(), call.operator().to_owned());
    let on = on.unwrap_or_else(|| call.today());
    let order = HandedOrder { change: call.change(&actor), operator: &operator };
    looked(call, &order, on, &files).map(Some)
}

/// The gate's verdict on the files in the form, with nothing kept. `named` is what the policy is called where it comes from.
pub(crate) fn gated(
    call: &mut Call<'_>,
    on: Option<Date>,
    named: Option<&str>,
) -> Result<GateVerdict, Refusal> {
    let files = files_handed(call)?;
    let (actor, operator) = (call.actor(), call.operator().to_owned());
    let on = on.unwrap_or_else(|| call.today());
    let order = HandedOrder { change: call.change(&actor), operator: &operator };
    let state = call.house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| call.house.open_sources(advisories, files);
    Ok(gate_handed(&order, (on, named), &files, &open, &state, &*call.store)?)
}

/// What goes by this name, and where it applies to the product whose files are in the form; that product's name.
pub(crate) fn explained(
    call: &mut Call<'_>,
    what: &str,
    on: Option<Date>,
) -> Result<(Vec<Explanation>, Option<String>), Refusal> {
    let files = files_handed(call)?;
    let (actor, operator) = (call.actor(), call.operator().to_owned());
    let on = on.unwrap_or_else(|| call.today());
    let order = HandedOrder { change: call.change(&actor), operator: &operator };
    let product = if files.is_empty() { None } else { Some(looked(call, &order, on, &files)?) };
    let advisories = product.as_ref().map(|product| product.dossier.advisories.clone()).unwrap_or_default();
    let beside = order.beside(&files, &*call.store)?;
    let found = explain_named(what, product.as_ref(), &|| call.house.open_sources(&advisories, &beside))?;
    Ok((found, product.map(|product| product.dossier.product.name)))
}

fn looked(
    call: &Call<'_>,
    order: &HandedOrder<'_>,
    on: Date,
    files: &[HandedFile],
) -> Result<Assessed, Refusal> {
    let state = call.house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| call.house.open_sources(advisories, files);
    Ok(look_handed(order, on, files, &open, &state, &*call.store)?)
}
