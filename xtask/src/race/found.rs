//! What a scanner found, in a form in which two of them can be held against each other.

use std::collections::{BTreeMap, BTreeSet};

/// A vulnerability of a component.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Its package URL, as [`place`] has it.
    pub(crate) component: String,
    /// Every name the scanner has for the vulnerability.
    pub(crate) names: Vec<String>,
}

/// Which package in which version a package URL is about, in one spelling: percent-encoding undone and without qualifiers,
/// as every scanner writes these in its own way.
pub(crate) fn place(purl: &str) -> String {
    let (purl, subpath) = purl.split_once('#').unwrap_or((purl, ""));
    let plain = purl.split('?').next().unwrap_or_default();
    let below = if subpath.is_empty() { String::new() } else { format!("#{subpath}") };
    decoded(&format!("{plain}{below}"))
}

fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let [first, behind @ ..] = rest {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).to_lowercase()
}

/// Where two scanners differ.
#[derive(Debug, Default)]
pub(crate) struct Held {
    /// Findings of the other that Proofmark has as well.
    pub(crate) both: usize,
    /// Component and names.
    pub(crate) only_ours: Vec<Found>,
    /// The same of the other.
    pub(crate) only_theirs: Vec<Found>,
}

/// Holds Proofmark's findings against another's: two are the same if they are of one component and share a name.
pub(crate) fn hold(ours: &[Found], theirs: &[Found]) -> Held {
    let (known_to_us, known_to_them) = (names(ours), names(theirs));
    let mut held = Held::default();
    let mut told = BTreeSet::new();
    for found in theirs {
        if !told.insert((&found.component, &found.names)) {
            continue;
        }
        if shares(found, &known_to_us) {
            held.both += 1;
        } else {
            held.only_theirs.push(found.clone());
        }
    }
    let mut told = BTreeSet::new();
    for found in ours {
        if told.insert((&found.component, &found.names)) && !shares(found, &known_to_them) {
            held.only_ours.push(found.clone());
        }
    }
    held
}

fn names(all: &[Found]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for found in all {
        known.entry(&found.component).or_default().extend(found.names.iter().map(String::as_str));
    }
    known
}

fn shares(found: &Found, known: &BTreeMap<&str, BTreeSet<&str>>) -> bool {
    let names = known.get(found.component.as_str());
    names.is_some_and(|names| found.names.iter().any(|name| names.contains(name.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(component: &str, names: &[&str]) -> Found {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Found { component: place(component), names }
    }

    #[test]
    fn findings_meet_by_component_and_any_name_and_what_is_left_is_told_once() {
        let ours = [
            found("pkg:golang/a@v1#v2", &["CVE-1", "GO-1"]),
            found("pkg:npm/%40a/b@1?x=y", &["CVE-2"]),
            found("pkg:npm/c@1", &["CVE-3"]),
        ];
        let theirs = [
            found("pkg:golang/A@v1?package-id=7#v2", &["GO-1"]),
            found("pkg:npm/@a/b@1", &["CVE-2"]),
            found("pkg:npm/c@2", &["CVE-3"]),
            found("pkg:npm/c@2", &["CVE-3"]),
        ];
        let held = hold(&ours, &theirs);
        assert_eq!(held.both, 2);
        let only = |all: &[Found]| all.iter().map(|found| found.component.clone()).collect::<Vec<_>>();
        assert_eq!(only(&held.only_ours), ["pkg:npm/c@1"]);
        assert_eq!(only(&held.only_theirs), ["pkg:npm/c@2"]);
    }
}
