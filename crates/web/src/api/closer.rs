//! Releases looked at closely: what changed in them, and how a component came in.

use proofmark_facts::Component;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{ChangesAsked, changes, graph, product, release};
use crate::refusal::Refusal;

/// Paths that are given.
const MOST_PATHS: usize = 20;

/// A component of a release.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ComponentShown {
    /// Its place in the component list, from zero.
    place: usize,
    /// What the list says of it.
    component: Component,
    /// The list says how it came into the product.
    attached: bool,
    /// Places from the product down to it, both included; the shortest path first, at most twenty.
    paths: Vec<Vec<usize>>,
    /// There are, or may be, more paths.
    more_paths: bool,
    /// Places of what pulls it in directly.
    pulled_in_by: Vec<usize>,
    /// Places of what it pulls in directly.
    pulls_in: Vec<usize>,
}

/// What changed since the release asked for, or the one handed in last before.
pub(crate) fn show_changes(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: ChangesAsked = call.query()?;
    let (product, _) = product(call)?;
    let (release, _) = release(call)?;
    let changes = changes(call, &product, &release, &asked)?;
    let first = || Refusal::new(404, text!("pictures-first-release"));
    Ok(Answer::json(&changes.ok_or_else(first)?))
}

/// A component, with the paths that lead to it.
pub(crate) fn show_component(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let nothing = || Refusal::new(404, text!("web-no-such-thing"));
    let (product, _) = product(call)?;
    let (release, version) = release(call)?;
    let graph = graph(call, &product, &release)?.ok_or_else(nothing)?;
    let place: usize = call.number("place")?;
    let component = graph.component(place).cloned().ok_or_else(nothing)?;
    let found = graph.paths_to(place, MOST_PATHS);
    let shown = ComponentShown {
        place,
        component,
        attached: graph.is_attached(place),
        paths: found.paths,
        more_paths: found.more,
        pulled_in_by: graph.above(place).to_vec(),
        pulls_in: graph.below(place).to_vec(),
    };
    Ok(Answer::json(&shown).version(version.to_string()))
}
