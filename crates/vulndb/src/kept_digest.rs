//! The files that records speak of by digest: kept, put into the index, and looked up.

use proofmark_facts::{AffectedProduct, Component, MatchConfidence, MatchRule};

use crate::error::IndexError;
use crate::gathering::{HeldCode, Holding};
use crate::held_range::HeldRange;
use crate::kept::{Kept, KeptFile};
use crate::kept_rating::rated;
use crate::layout::Section;
use crate::record::{Record, record};
use crate::severity::{self, Rated};
use crate::strings::Strings;
use crate::tables::Tables;

/// Algorithms by which two files can be made the same on purpose: they point at a file, and prove nothing.
const BROKEN: [&str; 4] = ["MD2", "MD4", "MD5", "SHA-1"];

/// Algorithms by which files can be the same by chance.
const CHECKSUMS: [&str; 1] = ["ADLER32"];

record! {
    /// That a file is affected.
    DigestClaim {
        /// String: algorithm, colon, hexadecimal value.
        digest: u32,
        /// The advisory.
        advisory: u32,
        /// String: the vector of the worst severity.
        vector: u32,
        /// The base score in tenths; 255 for none.
        score: u8,
        /// The rating's code.
        rating: u8,
    }
}

/// Keeps the files that products name, each digest once.
pub(crate) fn keep(
    files: &mut Vec<KeptFile>,
    products: &[AffectedProduct],
    rated: Rated<'_>,
    strings: &mut Strings,
) -> Result<(), IndexError> {
    let mut digests: Vec<String> =
        products.iter().flat_map(|product| &product.digests).filter_map(key_of).collect();
    digests.sort_unstable();
    digests.dedup();
    for digest in digests {
        files.push(KeptFile {
            digest: strings.number(&digest)?,
            vector: strings.number(rated.vector.unwrap_or_default())?,
            score: rated.tenths.unwrap_or(u8::MAX),
            rating: severity::code(rated.rating),
        });
    }
    Ok(())
}

/// Everything these claims say, as numbers that mean the same in every order of input.
pub(crate) fn words(files: &[KeptFile], offset: &dyn Fn(u32) -> u32) -> Vec<u64> {
    let mut words = vec![files.len() as u64];
    for file in files {
        words.extend([file.digest, file.vector].map(|number| u64::from(offset(number))));
        words.extend([u64::from(file.score), u64::from(file.rating)]);
    }
    words
}

/// Puts the files of these records into their section.
pub(crate) fn put(
    files: &[KeptFile],
    live: &[&Kept],
    offset: &dyn Fn(u32) -> u32,
    sections: &mut [Vec<u8>],
) -> Result<(), IndexError> {
    let mut claims = Vec::new();
    for (advisory, record) in live.iter().enumerate() {
        let advisory = u32::try_from(advisory).map_err(|_| IndexError::TooLarge)?;
        let of_record = &files[record.files.clone()];
        claims.extend(of_record.iter().map(|file| (offset(file.digest), advisory, file)));
    }
    claims.sort_unstable_by_key(|(digest, advisory, _)| (*digest, *advisory));
    for (digest, advisory, file) in claims {
        let KeptFile { score, rating, .. } = *file;
        let claim = DigestClaim { digest, advisory, vector: offset(file.vector), score, rating };
        claim.write(&mut sections[Section::DigestClaims as usize]);
    }
    Ok(())
}

/// What is said of the component's file by its digests; `None` if the index is damaged. That none is named says nothing.
pub(crate) fn look_up<'t>(component: &Component, tables: Tables<'t>) -> Option<Vec<Holding<'t>>> {
    let claims = tables.table::<DigestClaim>(Section::DigestClaims);
    let mut found = Vec::new();
    if claims.len() == 0 {
        return Some(found);
    }
    for digest in &component.digests {
        let Some(wanted) = key_of(digest) else { continue };
        let (mut from, mut to) = (0, claims.len());
        while from < to {
            let middle = from + (to - from) / 2;
            let is_before = tables.text(claims.get(middle)?.digest)? < wanted.as_str();
            if is_before { from = middle + 1 } else { to = middle }
        }
        let is_broken = BROKEN.contains(&digest.0.as_str());
        let confidence = if is_broken { MatchConfidence::Likely } else { MatchConfidence::Certain };
        while let Some(claim) =
            claims.get(from).filter(|claim| tables.text(claim.digest) == Some(wanted.as_str()))
        {
            found.push(Holding {
                advisory: claim.advisory,
                rated: rated(claim.vector, claim.score, claim.rating, tables)?,
                rule: MatchRule::Digest,
                range: HeldRange::Words(wanted.clone()),
                criteria: None,
                confidence,
                fixed_in: Vec::new(),
                code: HeldCode::None,
            });
            from += 1;
        }
    }
    Some(found)
}

/// One spelling: the reader's name of the algorithm and small letters.
pub(crate) fn key_of((algorithm, value): &(String, String)) -> Option<String> {
    let says = !value.is_empty() && !CHECKSUMS.contains(&algorithm.as_str());
    says.then(|| format!("{algorithm}:{}", value.to_ascii_lowercase()))
}
