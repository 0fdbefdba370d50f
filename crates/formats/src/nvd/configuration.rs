//! Which products are vulnerable: configurations, their nodes and the names in them.

use proofmark_facts::{Cpe, CpeBound, CpeConfiguration, CpeMatch, CpeNode, CpeOperator, NotACpe, Place};
use proofmark_text::text;
use serde::Deserialize;

use crate::excerpt::excerpt;
use crate::json::{List, Words};
use crate::problems::Problems;

#[derive(Deserialize)]
pub(super) struct WrittenConfiguration<'a> {
    #[serde(borrow)]
    operator: Option<Words<'a>>,
    #[serde(default)]
    negate: Option<bool>,
    #[serde(default, borrow)]
    nodes: List<WrittenNode<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenNode<'a> {
    #[serde(borrow)]
    operator: Option<Words<'a>>,
    #[serde(default)]
    negate: Option<bool>,
    #[serde(default, borrow)]
    cpe_match: List<WrittenMatch<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenMatch<'a> {
    #[serde(default)]
    vulnerable: Option<bool>,
    #[serde(borrow)]
    criteria: Option<Words<'a>>,
    #[serde(borrow)]
    version_start_including: Option<Words<'a>>,
    #[serde(borrow)]
    version_start_excluding: Option<Words<'a>>,
    #[serde(borrow)]
    version_end_including: Option<Words<'a>>,
    #[serde(borrow)]
    version_end_excluding: Option<Words<'a>>,
}

impl WrittenConfiguration<'_> {
    /// A name that cannot be read is told and left out. Its node stays, even an empty one: what it asked for is not
    /// known, so nobody can say that it holds.
    pub(super) fn into_configuration(self, place: &str, problems: &mut Problems) -> CpeConfiguration {
        let mut nodes = Vec::with_capacity(self.nodes.0.len());
        for (number, node) in self.nodes.0.into_iter().enumerate() {
            let mut matches = Vec::with_capacity(node.cpe_match.0.len());
            for (index, written) in node.cpe_match.0.into_iter().enumerate() {
                let place = || Place::at(format!("{place}/nodes/{number}/cpeMatch/{index}/criteria"));
                matches.extend(written.into_match(place, problems));
            }
            let operator = operator(node.operator.as_deref());
            nodes.push(CpeNode { operator, negate: node.negate.unwrap_or_default(), matches });
        }
        let operator = operator(self.operator.as_deref());
        CpeConfiguration { operator, negate: self.negate.unwrap_or_default(), nodes }
    }
}

impl WrittenMatch<'_> {
    fn into_match(self, place: impl FnOnce() -> Place, problems: &mut Problems) -> Option<CpeMatch> {
        let written = self.criteria.as_deref().unwrap_or_default();
        let read: Result<Cpe, NotACpe> = written.parse();
        let criteria = match read {
            Ok(criteria) => criteria,
            Err(fault) => {
                let says = text!("cpe-unreadable", cpe = excerpt(written), why = fault.says());
                problems.warn(place(), says);
                return None;
            }
        };
        // A bound that is empty says nothing; of two at one end, which the schema does not allow, the narrower holds.
        let bound = |written: Option<Words<'_>>, included: bool| {
            let version = written.map(Words::into_string).filter(|version| !version.is_empty())?;
            Some(CpeBound { version, included })
        };
        let from =
            bound(self.version_start_excluding, false).or_else(|| bound(self.version_start_including, true));
        let to = bound(self.version_end_excluding, false).or_else(|| bound(self.version_end_including, true));
        Some(CpeMatch { vulnerable: self.vulnerable.unwrap_or_default(), criteria, from, to })
    }
}

fn operator(written: Option<&str>) -> CpeOperator {
    if written.is_some_and(|word| word.eq_ignore_ascii_case("AND")) {
        CpeOperator::And
    } else {
        CpeOperator::Or
    }
}
