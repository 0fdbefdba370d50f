//! Who publishes documents, as somebody gathers it: `aggregator.json` (CSAF 2.0 section 7.1.21).

use proofmark_facts::{Problem, Read};
use proofmark_text::text;
use serde::Deserialize;

use super::provider::{address_of, fault, name_of};
use crate::Limits;
use crate::json::{List, Words, read_value};

/// The largest such file, in bytes.
const MOST_BYTES: usize = 16 << 20;

/// A publisher an aggregator names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsafListed {
    /// Its name.
    pub name: String,
    /// The role it takes, as it is written.
    pub role: String,
    /// Where its metadata lie.
    pub url: String,
}

#[derive(Deserialize)]
struct Written<'a> {
    #[serde(default, borrow)]
    csaf_providers: List<Listed<'a>>,
    #[serde(default, borrow)]
    csaf_publishers: List<Listed<'a>>,
}

#[derive(Deserialize)]
struct Listed<'a> {
    #[serde(borrow)]
    metadata: Option<Metadata<'a>>,
}

#[derive(Deserialize)]
struct Metadata<'a> {
    #[serde(borrow)]
    publisher: Option<Publisher<'a>>,
    #[serde(borrow)]
    role: Option<Words<'a>>,
    #[serde(borrow)]
    url: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Publisher<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
}

/// Reads a list of publishers. One without a name or an address is left out and told of.
pub fn read_csaf_aggregator(bytes: &[u8], limits: &Limits) -> Read<Vec<CsafListed>> {
    let written: Written<'_> = match read_value(bytes, MOST_BYTES, limits.depth, "CSAF") {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let (mut listed, mut problems) = (Vec::new(), Vec::new());
    let lists = [("csaf_providers", written.csaf_providers), ("csaf_publishers", written.csaf_publishers)];
    for (list, entries) in lists {
        for (index, entry) in entries.0.into_iter().enumerate() {
            match entry.into_listed(&format!("/{list}/{index}/metadata")) {
                Ok(entry) => listed.push(entry),
                Err(problem) if problems.len() < limits.problems => {
                    problems.push(Problem::warning(problem.place, problem.says));
                }
                Err(_) => {}
            }
        }
    }
    if listed.is_empty() {
        problems.push(*fault("/csaf_providers", text!("csaf-aggregator-empty")));
        return Read { value: None, problems };
    }
    Read::with(listed, problems)
}

impl Listed<'_> {
    fn into_listed(self, at: &str) -> Result<CsafListed, Box<Problem>> {
        let metadata = self.metadata.ok_or_else(|| fault(at, text!("csaf-provider-name")))?;
        let name = name_of(metadata.publisher.and_then(|publisher| publisher.name));
        Ok(CsafListed {
            name: name.ok_or_else(|| fault(at, text!("csaf-provider-name")))?,
            role: name_of(metadata.role).unwrap_or_default(),
            url: address_of(metadata.url, at)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIST: &str = include_str!("../../../../fuzz/seeds/csaf_provider/aggregator.json");

    #[test]
    fn providers_and_publishers_are_listed_and_one_without_an_address_is_told_of() {
        let read = read_csaf_aggregator(LIST.as_bytes(), &Limits::default());
        let names: Vec<(String, String)> =
            read.value.unwrap().into_iter().map(|listed| (listed.name, listed.role)).collect();
        assert_eq!(
            names,
            [("Lamp PSIRT", "csaf_trusted_provider"), ("Bulb GmbH", "csaf_publisher")]
                .map(|(name, role)| (name.to_owned(), role.to_owned()))
        );
        assert_eq!(read.problems[0].place.path.as_deref(), Some("/csaf_providers/1/metadata"));
        for json in ["{}", "[]", "{\"csaf_providers\": []}", "x"] {
            assert_eq!(read_csaf_aggregator(json.as_bytes(), &Limits::default()).value, None, "{json}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_bytes_there_is_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_csaf_aggregator(&bytes, &Limits::default());
        }
    }
}
