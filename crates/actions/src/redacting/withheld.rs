//! Which components go, and whether something stands in for them.

use proofmark_facts::{BelowWithheld, Component, ComponentKind, RedactionPolicy, Sbom};
use serde::Deserialize;

use super::public_address::is_internal_host;

/// What becomes of a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stays.
    Kept,
    /// The policy's entries cover it: something stands in for it.
    Withheld,
    /// It is a file, or its name is an internal address: something stands in for it.
    Telling,
    /// Only what is withheld pulls it in, and the policy cuts that off.
    Below,
}

/// A property as CycloneDX writes it.
#[derive(Debug, Deserialize)]
pub(super) struct Property {
    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) value: Option<String>,
}

/// The fate of each component. What the document is about always stays.
pub(crate) fn fates(policy: &RedactionPolicy, sbom: &Sbom) -> Vec<Fate> {
    let fate = |(index, component): (usize, &Component)| match component {
        _ if sbom.subject == Some(index) => Fate::Kept,
        component if is_covered(policy, component) => Fate::Withheld,
        component if tells_by_its_name(policy, component) => Fate::Telling,
        _ => Fate::Kept,
    };
    let mut fates: Vec<Fate> = sbom.components.iter().enumerate().map(fate).collect();
    if policy.below == BelowWithheld::Cut {
        cut_off(sbom, &mut fates);
    }
    fates
}

fn is_covered(policy: &RedactionPolicy, component: &Component) -> bool {
    let purl = component.purl.as_ref().map(ToString::to_string);
    let properties = properties(component);
    let pairs = || {
        properties.iter().filter_map(|one| Some((one.name.as_deref()?, one.value.as_deref().unwrap_or(""))))
    };
    policy
        .components
        .iter()
        .any(|entry| entry.covers(&component.name, component.group.as_deref(), purl.as_deref(), pairs()))
}

/// What the format keeps of its properties.
pub(super) fn properties(component: &Component) -> Vec<Property> {
    let words = component.particulars.iter().flat_map(|particulars| &particulars.own_words);
    let mut named = words.filter(|words| words.member == "properties");
    named.next().and_then(|words| serde_json::from_str(&words.json).ok()).unwrap_or_default()
}

/// Its name is a path of a file, or begins with an internal host, as names of Go modules do.
fn tells_by_its_name(policy: &RedactionPolicy, component: &Component) -> bool {
    let name = component.name.as_str();
    let is_path = name.starts_with(['/', '\\', '~'])
        || name.starts_with("./")
        || name.starts_with("../")
        || name.as_bytes().get(1..3) == Some(b":\\");
    let is_file = component.kind == ComponentKind::File || (component.purl.is_none() && is_path);
    let namespace = component.purl.as_ref().and_then(|purl| purl.namespace.as_deref());
    let mut begins = [Some(name), component.group.as_deref(), namespace].into_iter().flatten();
    (is_file && !policy.keep.file_names)
        || begins.any(|words| {
            let host = words.split('/').next().unwrap_or_default();
            host.contains('.') && words.contains('/') && is_internal_host(policy, host)
        })
        || namespace.is_some_and(|host| host.contains('.') && is_listed_host(policy, host))
}

/// Only what the policy lists: a namespace of dots alone, as Maven's, is no host by its ending.
fn is_listed_host(policy: &RedactionPolicy, words: &str) -> bool {
    !policy.internal_hosts.is_empty()
        && policy
            .internal_hosts
            .iter()
            .any(|host| host.trim_start_matches(['*', '.']).eq_ignore_ascii_case(words))
}

/// Whatever was reached and is reached no more where nothing below what is withheld is followed.
fn cut_off(sbom: &Sbom, fates: &mut [Fate]) {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); fates.len()];
    let mut pulled_in = vec![false; fates.len()];
    for &(from, to) in &sbom.dependencies {
        below[from as usize].push(to as usize);
        pulled_in[to as usize] = true;
    }
    let reached = |stops: &dyn Fn(usize) -> bool| {
        let mut waiting: Vec<usize> = match sbom.subject {
            Some(subject) => vec![subject],
            None => (0..pulled_in.len()).filter(|index| !pulled_in[*index]).collect(),
        };
        let mut seen = vec![false; pulled_in.len()];
        for index in &waiting {
            seen[*index] = true;
        }
        while let Some(from) = waiting.pop() {
            if stops(from) {
                continue;
            }
            for &to in &below[from] {
                if !std::mem::replace(&mut seen[to], true) {
                    waiting.push(to);
                }
            }
        }
        seen
    };
    let before = reached(&|_| false);
    let after = reached(&|index| fates[index] != Fate::Kept);
    for (index, fate) in fates.iter_mut().enumerate() {
        if before[index] && !after[index] {
            *fate = Fate::Below;
        }
    }
}
