//! Whether a text that stays names a component that does not.

use std::collections::{HashMap, HashSet};

use proofmark_facts::Component;

/// A name with fewer letters and digits than this says nothing where it is met.
const SHORTEST_NAME: usize = 3;

/// The names of everything that is withheld, word by word: `radio-core` is met in `libs/Radio_core.so` too.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    by_first: HashMap<String, Vec<Vec<String>>>,
}

impl Mentions {
    /// Of these components names, groups, references, package URLs and digests.
    pub(crate) fn of<'c>(
        withheld: impl Iterator<Item = &'c Component>,
        kept: impl Iterator<Item = &'c Component>,
    ) -> Self {
        // A group or version control namespace that stays elsewhere tells nothing.
        let open: HashSet<&str> = kept.filter_map(|component| component.group.as_deref()).collect();
        let mut mentions = Self::default();
        let mut seen = HashSet::new();
        for component in withheld {
            let group = component.group.as_deref().filter(|group| !open.contains(group));
            let purl = component.purl.as_ref();
            let names = [Some(component.name.as_str()), group, purl.map(|purl| purl.name.as_str())];
            let written = [Some(component.reference.clone()), purl.map(ToString::to_string)];
            let digests = component.digests.iter().map(|(_, digest)| digest.clone());
            let all = names.into_iter().flatten().map(str::to_owned);
            for name in all.chain(written.into_iter().flatten()).chain(digests) {
                if seen.insert(name.clone()) {
                    mentions.add(&name);
                }
            }
        }
        mentions
    }

    fn add(&mut self, name: &str) {
        let words: Vec<String> = words(name).collect();
        let length: usize = words.iter().map(String::len).sum();
        if let (Some(first), true) = (words.first(), length >= SHORTEST_NAME) {
            self.by_first.entry(first.clone()).or_default().push(words);
        }
    }

    /// Whether one of them stands in the text.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        if self.by_first.is_empty() {
            return false;
        }
        let said: Vec<String> = words(text).collect();
        (0..said.len()).any(|at| {
            let names = self.by_first.get(&said[at]);
            names.is_some_and(|names| names.iter().any(|name| said[at..].starts_with(name)))
        })
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_met_however_it_is_written_and_not_within_another_word() {
        let component = |name: &str, group: Option<&str>| Component {
            name: name.to_owned(),
            group: group.map(str::to_owned),
            ..Component::default()
        };
        let withheld = [component("Radio-Core", Some("com.corp")), component("io", Some("org.open"))];
        let kept = [component("zlib", Some("org.open"))];
        let mentions = Mentions::of(withheld.iter(), kept.iter());
        for text in ["uses radio-core", "https://x/RADIO_CORE.git", "see com.corp.x", "(radio core)"] {
            assert!(mentions.are_in(text), "{text}");
        }
        for text in ["radio", "radio-corex", "aradio-core", "io", "org.open", ""] {
            assert!(!mentions.are_in(text), "{text}");
        }
    }
}
