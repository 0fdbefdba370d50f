//! Puts what was kept of CPE names into their sections: products with their claims, and configurations.

use crate::error::IndexError;
use crate::kept::Kept;
use crate::kept_cpe::{KeptCpes, KeptMatch};
use crate::layout::{SECTIONS, Section};
use crate::record::{CpeClaim, CpeConfiguration, CpeMatch, CpeName, CpeNode, CpeProduct, Record};

/// Where a string stands in the file, by its number.
type Offset<'a> = &'a dyn Fn(u32) -> u32;

/// Which matches call which products vulnerable.
#[derive(Debug, Default)]
pub(crate) struct CpeClaims {
    /// Key and name of the product as offsets, and the claim; sorted.
    all: Vec<(u32, u32, u32, u32)>,
    covered_as: Option<u32>,
}

impl CpeClaims {
    /// The claims of each product.
    fn products(&self) -> impl Iterator<Item = &[(u32, u32, u32, u32)]> {
        self.all.chunk_by(|left, right| left.0 == right.0)
    }

    /// What is covered by CPE names, where anything is: products and claims.
    pub(crate) fn coverage(&self) -> Option<((u32, u32), (u32, u32))> {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let covered = self.covered_as.filter(|_| !self.all.is_empty())?;
        Some(((covered, 0), (count(self.products().count()), count(self.all.len()))))
    }
}

/// The claims of these records, whose configurations and matches are numbered in their order.
pub(crate) fn claims(cpes: &KeptCpes, live: &[&Kept], offset: Offset<'_>) -> Result<CpeClaims, IndexError> {
    let mut claims = CpeClaims { all: Vec::new(), covered_as: cpes.covered_as.map(offset) };
    let (mut configuration, mut place) = (0, 0);
    for kept in live {
        for written in &cpes.configurations[kept.configurations.clone()] {
            for node in &cpes.nodes[written.nodes.clone()] {
                for one in &cpes.matches[node.matches.clone()] {
                    if let Some((key, name)) = one.product {
                        claims.all.push((offset(key), offset(name), fits(configuration)?, fits(place)?));
                    }
                    place += 1;
                }
            }
            configuration += 1;
        }
    }
    claims.all.sort_unstable();
    Ok(claims)
}

/// Writes the sections, in the order the claims were numbered by.
pub(crate) fn put(
    cpes: &KeptCpes,
    live: &[&Kept],
    claims: &CpeClaims,
    offset: Offset<'_>,
    sections: &mut [Vec<u8>; SECTIONS],
) -> Result<(), IndexError> {
    let (mut first_node, mut first_match) = (0, 0);
    for (advisory, kept) in live.iter().enumerate() {
        for written in &cpes.configurations[kept.configurations.clone()] {
            let configuration = CpeConfiguration {
                advisory: fits(advisory)?,
                vector: offset(written.vector),
                first_node: fits(first_node)?,
                nodes: fits(written.nodes.len())?,
                score: written.score,
                rating: written.rating,
                flags: written.flags,
            };
            configuration.write(&mut sections[Section::CpeConfigurations as usize]);
            first_node += written.nodes.len();
            for node in &cpes.nodes[written.nodes.clone()] {
                let matches = fits(node.matches.len())?;
                let written = CpeNode { first_match: fits(first_match)?, matches, flags: node.flags };
                written.write(&mut sections[Section::CpeNodes as usize]);
                first_match += node.matches.len();
                for &KeptMatch { criteria, from, to, flags, .. } in &cpes.matches[node.matches.clone()] {
                    let [criteria, from, to] = [criteria, from, to].map(offset);
                    CpeMatch { criteria, from, to, flags }.write(&mut sections[Section::CpeMatches as usize]);
                }
            }
        }
    }
    put_products(claims, sections)
}

fn put_products(claims: &CpeClaims, sections: &mut [Vec<u8>; SECTIONS]) -> Result<(), IndexError> {
    let (mut first, mut names) = (0, Vec::new());
    for (number, of_product) in claims.products().enumerate() {
        let (key, name, ..) = of_product[0];
        let count = fits(of_product.len())?;
        CpeProduct { key, first: fits(first)?, count }.write(&mut sections[Section::CpeProducts as usize]);
        first += of_product.len();
        names.push((name, fits(number)?));
        for &(_, _, configuration, place) in of_product {
            CpeClaim { configuration, place }.write(&mut sections[Section::CpeClaims as usize]);
        }
    }
    names.sort_unstable();
    for (name, product) in names {
        CpeName { name, product }.write(&mut sections[Section::CpeNames as usize]);
    }
    Ok(())
}

fn fits(number: usize) -> Result<u32, IndexError> {
    u32::try_from(number).map_err(|_| IndexError::TooLarge)
}
