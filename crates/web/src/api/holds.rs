//! Holds, and purging what neither law nor hold keeps.

use proofmark_actions::PurgeReport;
use proofmark_actions::{
    ChangeOrder, HoldOrder, look_at_hold, look_at_holds, place_hold as place_now, release_hold as release_now,
};
use proofmark_facts::{HoldRecord, Page, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, Run, over, over_version, page_of, printed, purge as purge_now};
use crate::exhibit::{Exhibit, Printed};
use crate::limit::Limit;
use crate::link;
use crate::refusal::Refusal;

/// A hold in force.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct HoldView {
    /// The hold.
    #[serde(flatten)]
    hold: HoldRecord,
    /// Its version, for `If-Match`.
    version: Sha256,
}

/// In which form an answer is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PrintAsked {
    /// As the command line prints it, this many columns wide; absent: as data alone.
    #[serde(default)]
    pub(super) columns: Option<u16>,
}

/// Which holds, and in which form.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct HoldsAsked {
    /// As the command line prints all of them, this many columns wide; absent: as data alone, page by page.
    columns: Option<u16>,
    /// The `next` of the page before.
    after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    limit: Option<Limit>,
}

/// The holds in force, as they are asked for.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum HoldsAnswer {
    /// As data, each with its version.
    Held(Page<HoldView>),
    /// As the command line prints them.
    Printed(Printed),
}

/// The hold that was placed, as it is asked for.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum PlacedAnswer {
    /// As data.
    Held(HoldRecord),
    /// As the command line prints it.
    Printed(Printed),
}

/// What was purged and what stays, as it is asked for.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum PurgeAnswer {
    /// As data.
    Done(PurgeReport),
    /// As the command line prints it.
    Printed(Printed),
}

/// A hold to be placed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HoldAsked {
    /// What it is called: a file number, a matter.
    name: String,
    /// Why.
    because: String,
    /// The product's id; absent: everything of the operator's.
    #[serde(default)]
    product: Option<String>,
}

/// Whose things.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PurgeAsked {
    /// One product's, by its id; absent: all of the operator's.
    #[serde(default)]
    product: Option<String>,
}

/// What a purge is looked at for.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PurgeLookAsked {
    /// One product's, by its id; absent: all of the operator's.
    #[serde(default)]
    product: Option<String>,
    /// As the command line prints it, this many columns wide; absent: as data alone.
    #[serde(default)]
    columns: Option<u16>,
}

/// The holds in force.
pub(crate) fn list_holds(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: HoldsAsked = call.query()?;
    let actor = call.actor();
    let all = look_at_holds(&call.change(&actor), call.operator(), &*call.store)?;
    if asked.columns.is_some() {
        let holds: Vec<HoldRecord> = all.into_iter().map(|(hold, _)| hold).collect();
        let printed = printed(call, &Exhibit::Holds(&holds), Vec::new(), asked.columns)?;
        return Ok(Answer::json(&HoldsAnswer::Printed(printed)));
    }
    let all: Vec<HoldView> = all.into_iter().map(|(hold, version)| HoldView { hold, version }).collect();
    let asked = PageAsked { after: asked.after, limit: asked.limit };
    Ok(Answer::json(&HoldsAnswer::Held(page_of(all, &asked, Run::Rising, |held| held.hold.id.clone()))))
}

/// One hold in force.
pub(crate) fn show_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (hold, version) =
        look_at_hold(&call.change(&actor), call.operator(), call.name("hold"), &*call.store)?;
    Ok(Answer::json(&HoldView { hold, version }).version(version.to_string()))
}

/// Places a hold.
pub(crate) fn place_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let PrintAsked { columns } = call.query()?;
    let asked: HoldAsked = call.json()?;
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let order = HoldOrder {
        change: ChangeOrder { by: &actor, with: call.house.program(), at: call.now },
        operator: &operator,
        product: asked.product.as_deref(),
        name: &asked.name,
        because: &asked.because,
    };
    let hold = place_now(&order, call.store)?;
    let place = link::path(&["api", "v1", "operators", &operator, "holds", &hold.id]);
    let answer = match columns {
        None => PlacedAnswer::Held(hold),
        Some(_) => PlacedAnswer::Printed(printed(call, &Exhibit::Holds(&[hold]), Vec::new(), columns)?),
    };
    Ok(Answer { location: Some(place), ..Answer::json(&answer).status(201) })
}

/// Lifts the hold that was seen.
pub(crate) fn release_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = over(call)?;
    let actor = call.actor();
    let (operator, hold) = (call.operator().to_owned(), call.name("hold").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let released = over_version(release_now(&order, &operator, &hold, over, call.store))?;
    Ok(Answer::json(&released))
}

/// What a purge would take away, and why everything else stays.
pub(crate) fn look_at_purge(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PurgeLookAsked = call.query()?;
    let report = purge_now(call, asked.product.as_deref(), true)?;
    answer(call, report, true, asked.columns)
}

/// Purges what neither law nor hold keeps; everything else is named with what keeps it.
pub(crate) fn purge(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let PrintAsked { columns } = call.query()?;
    let asked: PurgeAsked = call.json()?;
    let report = purge_now(call, asked.product.as_deref(), false)?;
    answer(call, report, false, columns)
}

fn answer(
    call: &Call<'_>,
    report: PurgeReport,
    only_looked: bool,
    columns: Option<u16>,
) -> Result<Answer, Refusal> {
    Ok(Answer::json(&if columns.is_none() {
        PurgeAnswer::Done(report)
    } else {
        let exhibit = Exhibit::Purge(&report, only_looked);
        PurgeAnswer::Printed(printed(call, &exhibit, Vec::new(), columns)?)
    }))
}
