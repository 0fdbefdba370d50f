//! Puts what sources say into the sections of the file, by vulnerability.

use std::collections::BTreeMap;

use crate::claim_record::{Claim, ClaimRun, ClaimSeverity, Unheard};
use crate::error::IndexError;
use crate::kept::{Keep, Kept, KeptClaim};
use crate::layout::Section;
use crate::record::{Record, Reference};

/// What the sections are made of.
pub(crate) struct Material<'a> {
    /// Everything kept.
    pub(crate) keep: &'a Keep,
    /// The newest record of each source and identifier, sorted by identifier.
    pub(crate) survivors: &'a [&'a Kept],
    /// For each record that stands, in the same order, the vulnerabilities it speaks of.
    pub(crate) spoken: &'a [Vec<u32>],
    /// The identifiers of each vulnerability, as offsets.
    pub(crate) names: &'a [Vec<u32>],
    /// The offset of a string by its number; offsets are in the order of the strings.
    pub(crate) offset: &'a dyn Fn(u32) -> u32,
}

/// The sections, each with its bytes.
pub(crate) fn sections(material: &Material<'_>) -> Result<[(Section, Vec<u8>); 5], IndexError> {
    let mut written = Written::default();
    let (heard, unheard) = by_vulnerability(material);
    for records in heard {
        let run = written.run(material, &records)?;
        run.write(&mut written.runs);
    }
    for (name, records) in unheard {
        let ClaimRun { first, count } = written.run(material, &records)?;
        Unheard { name, first, count }.write(&mut written.unheard);
    }
    Ok([
        (Section::Claims, written.claims),
        (Section::ClaimSeverities, written.severities),
        (Section::ClaimWords, written.words),
        (Section::ClaimRuns, written.runs),
        (Section::Unheard, written.unheard),
    ])
}

/// The same of a record in every order of input.
pub(crate) fn words(keep: &Keep, kept: &Kept, offset: &dyn Fn(u32) -> u32) -> Vec<u64> {
    let mut words = Vec::new();
    for claim in &keep.claims[kept.claims.clone()] {
        words.extend([offset(claim.source), offset(claim.exploited_list)].map(u64::from));
        words.extend(claim.days.map(u64::from));
        words.extend([u64::from(claim.state), u64::from(claim.ssvc), u64::from(claim.weaknesses)]);
        words.push(claim.severities.len() as u64);
        for severity in &keep.claim_severities[claim.severities.clone()] {
            words.extend(
                [offset(severity.vector), severity.score.into(), severity.rating.into()].map(u64::from),
            );
        }
        words.push(claim.words.len() as u64);
        words.extend(keep.references[claim.words.clone()].iter().map(|&number| u64::from(offset(number))));
    }
    words
}

/// Records by vulnerability, and those nobody stands by, by each of their identifiers.
type Sorted<'a> = (Vec<Vec<&'a Kept>>, BTreeMap<u32, Vec<&'a Kept>>);

/// A record that was taken back joins no vulnerabilities, but is heard where others still speak of what it named.
fn by_vulnerability<'a>(material: &Material<'a>) -> Sorted<'a> {
    let mut named: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (number, names) in material.names.iter().enumerate() {
        for &name in names {
            named.entry(name).or_default().push(number);
        }
    }
    let mut heard: Vec<Vec<&Kept>> = vec![Vec::new(); material.names.len()];
    let mut unheard: BTreeMap<u32, Vec<&Kept>> = BTreeMap::new();
    let mut spoken = material.spoken.iter();
    for &kept in material.survivors {
        if !kept.withdrawn {
            for &number in spoken.next().into_iter().flatten() {
                heard[number as usize].push(kept);
            }
            continue;
        }
        let id = (material.offset)(kept.id);
        let aliases = material.keep.references[kept.aliases.clone()].iter();
        let aliases: Vec<u32> = aliases.map(|&number| (material.offset)(number)).collect();
        let mut places: Vec<usize> = named.get(&id).cloned().unwrap_or_default();
        if places.is_empty() {
            places =
                aliases.iter().flat_map(|alias| named.get(alias).into_iter().flatten()).copied().collect();
            places.sort_unstable();
            places.dedup();
        }
        for &place in &places {
            heard[place].push(kept);
        }
        if places.is_empty() {
            for name in std::iter::once(id).chain(aliases) {
                let records = unheard.entry(name).or_default();
                if !records.iter().any(|known| std::ptr::eq(*known, kept)) {
                    records.push(kept);
                }
            }
        }
    }
    (heard, unheard)
}

/// The sections in the making.
#[derive(Default)]
struct Written {
    claims: Vec<u8>,
    severities: Vec<u8>,
    words: Vec<u8>,
    runs: Vec<u8>,
    unheard: Vec<u8>,
    /// Where the severities and the words of a claim stand, by its number among those kept: a record that speaks of
    /// several vulnerabilities shares them.
    placed: BTreeMap<usize, (u32, u32)>,
}

impl Written {
    /// Puts the claims of these records, by source and identifier.
    fn run(&mut self, material: &Material<'_>, records: &[&Kept]) -> Result<ClaimRun, IndexError> {
        let first = fits(self.claims.len() / Claim::BYTES)?;
        let mut claims: Vec<(u32, u32, usize)> = Vec::new();
        for kept in records {
            let id = (material.offset)(kept.id);
            claims.extend(
                kept.claims
                    .clone()
                    .map(|number| ((material.offset)(material.keep.claims[number].source), id, number)),
            );
        }
        // Claims of one source in one record keep the order of the document: their numbers grow.
        claims.sort_unstable();
        for &(source, id, number) in &claims {
            let claim = self.claim(material, source, id, number)?;
            claim.write(&mut self.claims);
        }
        Ok(ClaimRun { first, count: fits(claims.len())? })
    }

    fn claim(
        &mut self,
        material: &Material<'_>,
        source: u32,
        id: u32,
        number: usize,
    ) -> Result<Claim, IndexError> {
        let kept = &material.keep.claims[number];
        let (first_severity, first_word) = match self.placed.get(&number) {
            Some(&placed) => placed,
            None => self.place(material, kept, number)?,
        };
        let [published, modified, ended, exploited_since, decided] = kept.days;
        let tags = kept.words.len().saturating_sub(usize::from(kept.weaknesses));
        Ok(Claim {
            source,
            id,
            exploited_list: (material.offset)(kept.exploited_list),
            published,
            modified,
            ended,
            exploited_since,
            decided,
            first_severity,
            first_word,
            severities: small(kept.severities.len())?,
            weaknesses: kept.weaknesses,
            tags: small(tags)?,
            state: kept.state,
            ssvc: kept.ssvc,
        })
    }

    fn place(
        &mut self,
        material: &Material<'_>,
        kept: &KeptClaim,
        number: usize,
    ) -> Result<(u32, u32), IndexError> {
        let place =
            (fits(self.severities.len() / ClaimSeverity::BYTES)?, fits(self.words.len() / Reference::BYTES)?);
        for severity in &material.keep.claim_severities[kept.severities.clone()] {
            let vector = (material.offset)(severity.vector);
            ClaimSeverity { vector, ..*severity }.write(&mut self.severities);
        }
        for &word in &material.keep.references[kept.words.clone()] {
            Reference { to: (material.offset)(word) }.write(&mut self.words);
        }
        self.placed.insert(number, place);
        Ok(place)
    }
}

fn fits(number: usize) -> Result<u32, IndexError> {
    u32::try_from(number).map_err(|_| IndexError::TooLarge)
}

fn small(number: usize) -> Result<u16, IndexError> {
    u16::try_from(number).map_err(|_| IndexError::TooLarge)
}
