//! What is kept of CPE configurations until the index is written, and how their parts are written in one byte each.

use std::ops::Range;

use proofmark_facts::{Cpe, CpeAttribute, CpeBound, CpeConfiguration, CpeMatch, CpeNode, CpeOperator};

use crate::cpe_hardware;
use crate::error::IndexError;
use crate::severity::{self, Rated};
use crate::strings::Strings;

/// What the list of ecosystems covered calls them.
pub(crate) const COVERED_AS: &str = "CPE";

/// Of configurations and nodes: all parts must hold.
pub(crate) const ALL: u8 = 1;
/// Of configurations and nodes: it holds where the parts do not.
pub(crate) const NOT: u8 = 2;
/// Of matches: what fits is vulnerable.
pub(crate) const VULNERABLE: u8 = 1;
/// Of matches: the first version is inside.
pub(crate) const FROM_INSIDE: u8 = 2;
/// Of matches: the last version is inside.
pub(crate) const TO_INSIDE: u8 = 4;

/// All configurations kept so far.
#[derive(Debug, Default)]
pub(crate) struct KeptCpes {
    pub(crate) configurations: Vec<KeptConfiguration>,
    pub(crate) nodes: Vec<KeptNode>,
    pub(crate) matches: Vec<KeptMatch>,
    /// String: what the list of ecosystems covered calls them, once there is one.
    pub(crate) covered_as: Option<u32>,
}

/// A configuration.
#[derive(Debug, Clone)]
pub(crate) struct KeptConfiguration {
    /// String: the vector.
    pub(crate) vector: u32,
    /// The base score in tenths; 255 for none.
    pub(crate) score: u8,
    /// The rating's code.
    pub(crate) rating: u8,
    pub(crate) flags: u8,
    /// Its nodes.
    pub(crate) nodes: Range<usize>,
}

/// A node.
#[derive(Debug, Clone)]
pub(crate) struct KeptNode {
    pub(crate) flags: u8,
    /// Its matches.
    pub(crate) matches: Range<usize>,
}

/// A match; all texts are strings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeptMatch {
    pub(crate) criteria: u32,
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) flags: u8,
    /// Of what is vulnerable, and of hardware, the product's key and its name.
    pub(crate) product: Option<(u32, u32)>,
}

impl KeptCpes {
    /// Keeps configurations; gives where they are, and how many vulnerable products lack a vendor or a name, so that
    /// nothing could ever be found by them.
    pub(crate) fn keep(
        &mut self,
        configurations: &[CpeConfiguration],
        rated: Rated<'_>,
        strings: &mut Strings,
    ) -> Result<(Range<usize>, u32), IndexError> {
        let first = self.configurations.len();
        if !configurations.is_empty() && self.covered_as.is_none() {
            self.covered_as = Some(strings.number(COVERED_AS)?);
        }
        let mut nameless = 0;
        for configuration in configurations {
            let first_node = self.nodes.len();
            for node in &configuration.nodes {
                nameless += self.keep_node(node, strings)?;
            }
            self.configurations.push(KeptConfiguration {
                vector: strings.number(rated.vector.unwrap_or_default())?,
                score: rated.tenths.unwrap_or(u8::MAX),
                rating: severity::code(rated.rating),
                flags: flags(configuration.operator, configuration.negate),
                nodes: first_node..self.nodes.len(),
            });
        }
        Ok((first..self.configurations.len(), nameless))
    }

    fn keep_node(&mut self, node: &CpeNode, strings: &mut Strings) -> Result<u32, IndexError> {
        let (first, mut nameless) = (self.matches.len(), 0);
        for one in &node.matches {
            // Hardware is asked about by its own name too: it is known what firmware it takes.
            let is_asked = one.vulnerable || cpe_hardware::is_hardware(&one.criteria);
            let product = product(&one.criteria, strings)?.filter(|_| is_asked);
            nameless += u32::from(one.vulnerable && product.is_none());
            let mut version = |bound: Option<&CpeBound>| {
                strings.number(bound.map(|bound| bound.version.as_str()).unwrap_or_default())
            };
            let (from, to) = (version(one.from.as_ref())?, version(one.to.as_ref())?);
            let criteria = strings.number(&one.criteria.to_string())?;
            self.matches.push(KeptMatch { criteria, from, to, flags: match_flags(one), product });
        }
        let flags = flags(node.operator, node.negate);
        self.nodes.push(KeptNode { flags, matches: first..self.matches.len() });
        Ok(nameless)
    }

    /// Everything these configurations say, as numbers that mean the same in every order of input.
    pub(crate) fn words(&self, range: Range<usize>, offset: &dyn Fn(u32) -> u32) -> Vec<u64> {
        let mut words = vec![range.len() as u64];
        for configuration in &self.configurations[range] {
            words.extend([u64::from(configuration.flags), configuration.nodes.len() as u64]);
            for node in &self.nodes[configuration.nodes.clone()] {
                words.extend([u64::from(node.flags), node.matches.len() as u64]);
                for one in &self.matches[node.matches.clone()] {
                    words.extend([one.criteria, one.from, one.to].map(|number| u64::from(offset(number))));
                    words.push(u64::from(one.flags));
                }
            }
        }
        words
    }
}

/// The strings of a product's key and name; `None` where the name leaves one of them open.
fn product(criteria: &Cpe, strings: &mut Strings) -> Result<Option<(u32, u32)>, IndexError> {
    match (criteria.product_key(), criteria.get(CpeAttribute::Product).text()) {
        (Some(key), Some(name)) => Ok(Some((strings.number(&key)?, strings.number(name.as_quoted())?))),
        _ => Ok(None),
    }
}

fn flags(operator: CpeOperator, negate: bool) -> u8 {
    let all = if operator == CpeOperator::And { ALL } else { 0 };
    all | if negate { NOT } else { 0 }
}

fn match_flags(one: &CpeMatch) -> u8 {
    let inside = |bound: Option<&CpeBound>| bound.is_some_and(|bound| bound.included);
    let mut flags = if one.vulnerable { VULNERABLE } else { 0 };
    flags |= if inside(one.from.as_ref()) { FROM_INSIDE } else { 0 };
    flags | if inside(one.to.as_ref()) { TO_INSIDE } else { 0 }
}
