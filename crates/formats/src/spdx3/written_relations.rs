//! What each component contains and depends on, as relationships.

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{Sbom, SbomParticulars};

use super::own_elements::OwnElements;
use super::taken_relations::{COMPLETENESS, NO_ASSERTION, NONE};
use super::written_element::Written;

/// What each component leads to.
type Lists<'w> = BTreeMap<u32, Vec<&'w str>>;

/// What the relationships are written from.
#[derive(Clone, Copy)]
pub(super) struct Related<'w> {
    pub(super) sbom: &'w Sbom,
    pub(super) ids: &'w [String],
    pub(super) further_of: &'w [Option<u32>],
    pub(super) own: &'w OwnElements<'w>,
}

/// What each component contains and depends on, with how complete that is stated to be; `id` names a relationship. What stands in
/// own words is not said again.
pub(super) fn dependencies<'w>(
    related: Related<'w>,
    id: impl Fn(&str, usize) -> String + Copy + 'w,
) -> impl Iterator<Item = Written<'w>> {
    let Related { sbom, ids, further_of, own } = related;
    let nothing = SbomParticulars::default();
    let particulars = sbom.particulars.as_deref().unwrap_or(&nothing);
    let (mut of_parts, mut of_dependencies) = (HashMap::new(), HashMap::new());
    for stated in &particulars.completeness {
        let word = word(&stated.aggregate);
        stated.parts_of.iter().for_each(|index| _ = of_parts.insert(*index, word));
        stated.dependencies_of.iter().for_each(|index| _ = of_dependencies.insert(*index, word));
    }
    let (mut contains, mut depends) = (Lists::new(), Lists::new());
    let is_further = |index: &u32| further_of[*index as usize].is_some();
    for pair @ (from, to) in &sbom.dependencies {
        let is_part = particulars.contained.binary_search(pair).is_ok();
        let (kind, lists) = if is_part { ("contains", &mut contains) } else { ("dependsOn", &mut depends) };
        let (first, second) = (&ids[*from as usize], &ids[*to as usize]);
        if !is_further(from) && !is_further(to) && !own.relate_to(kind, first, second) {
            lists.entry(*from).or_default().push(second);
        }
    }
    let nothing_told = |kind: &str, index: &u32| !own.relate(kind, &ids[*index as usize]);
    for index in particulars.answered.iter().chain(of_dependencies.keys()) {
        if nothing_told("dependsOn", index) {
            depends.entry(*index).or_default();
        }
    }
    for index in of_parts.keys().filter(|index| nothing_told("contains", index)) {
        contains.entry(*index).or_default();
    }
    let lists =
        [("contains", "contains", contains, of_parts), ("depends", "dependsOn", depends, of_dependencies)];
    // Each is made when it is written: there are as many as components.
    lists.into_iter().flat_map(move |(name, kind, all, stated)| {
        all.into_iter().map(move |(from, to)| {
            let said = stated.get(&from).copied();
            // Of what is not known to be complete, no list is not an empty one.
            let to = match said {
                _ if !to.is_empty() => to,
                None | Some("complete") => vec![NONE],
                Some(_) => vec![NO_ASSERTION],
            };
            let number = from as usize;
            Written::relationship(&id(name, number), kind, &ids[number], &to, said)
        })
    })
}

/// How complete a list is, in SPDX's words.
fn word(aggregate: &str) -> &'static str {
    match COMPLETENESS.iter().find(|(known, _)| *known == aggregate) {
        Some((_, word)) => word,
        None if aggregate == "not_specified" => "noAssertion",
        None => "incomplete",
    }
}
