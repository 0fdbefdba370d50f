//! Puts what sources say into the sections of the file, by vulnerability.

use crate::claim_record::{Claim, ClaimRun, ClaimSeverity, Unheard};
use crate::error::IndexError;
use crate::kept::{Keep, Kept};
use crate::layout::Section;
use crate::record::{Record, Reference};
use crate::runs::Runs;

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
    let (heard, unheard) = by_vulnerability(material)?;
    let mut rest = heard.as_slice();
    for vulnerability in 0..fits(material.names.len())? {
        let (of_it, others) = rest.split_at(rest.partition_point(|&(number, _)| number <= vulnerability));
        rest = others;
        let run = written.run(material, of_it)?;
        run.write(&mut written.runs);
    }
    for of_name in unheard.chunk_by(|left, right| left.0 == right.0) {
        let ClaimRun { first, count } = written.run(material, of_name)?;
        Unheard { name: of_name[0].0, first, count }.write(&mut written.unheard);
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

/// Records, by their place among the survivors, of each vulnerability, and those nobody stands by of each of their
/// identifiers; both sorted.
type Sorted = (Vec<(u32, u32)>, Vec<(u32, u32)>);

/// A record that was taken back joins no vulnerabilities, but is heard where others still speak of what it named.
fn by_vulnerability(material: &Material<'_>) -> Result<Sorted, IndexError> {
    let named = named(material)?;
    let with_name = |name: u32| {
        let first = named.partition_point(|&(known, _)| known < name);
        named[first..].iter().take_while(move |&&(known, _)| known == name).map(|&(_, number)| number)
    };
    let (mut heard, mut unheard) = (Vec::new(), Vec::new());
    let mut spoken = material.spoken.iter();
    for (place, &kept) in (0..).zip(material.survivors) {
        if !kept.withdrawn {
            heard.extend(spoken.next().into_iter().flatten().map(|&number| (number, place)));
            continue;
        }
        let id = (material.offset)(kept.id);
        let aliases = material.keep.references[kept.aliases.clone()].iter();
        let aliases: Vec<u32> = aliases.map(|&number| (material.offset)(number)).collect();
        let mut numbers: Vec<u32> = with_name(id).collect();
        if numbers.is_empty() {
            numbers.extend(aliases.iter().flat_map(|&alias| with_name(alias)));
        }
        if numbers.is_empty() {
            unheard.extend(std::iter::once(id).chain(aliases).map(|name| (name, place)));
        }
        heard.extend(numbers.into_iter().map(|number| (number, place)));
    }
    for sorted in [&mut heard, &mut unheard] {
        sorted.sort_unstable();
        sorted.dedup();
    }
    Ok((heard, unheard))
}

/// The vulnerabilities with each name, sorted by name; nothing where no record was taken back that would ask.
fn named(material: &Material<'_>) -> Result<Vec<(u32, u32)>, IndexError> {
    let mut named = Vec::new();
    if material.survivors.iter().any(|kept| kept.withdrawn) {
        for (number, names) in material.names.iter().enumerate() {
            let number = fits(number)?;
            named.extend(names.iter().map(|&name| (name, number)));
        }
        named.sort_unstable();
    }
    Ok(named)
}

/// The sections in the making.
#[derive(Default)]
struct Written {
    claims: Vec<u8>,
    severities: Vec<u8>,
    words: Vec<u8>,
    runs: Vec<u8>,
    unheard: Vec<u8>,
    severity_runs: Runs,
    word_runs: Runs,
}

impl Written {
    /// Puts the claims of these records, by source and identifier.
    fn run(&mut self, material: &Material<'_>, records: &[(u32, u32)]) -> Result<ClaimRun, IndexError> {
        let first = fits(self.claims.len() / Claim::BYTES)?;
        let mut claims: Vec<(u32, u32, usize)> = Vec::new();
        for &(_, place) in records {
            let kept = material.survivors[place as usize];
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
        let severities = &material.keep.claim_severities[kept.severities.clone()];
        let severities = severities
            .iter()
            .map(|severity| ClaimSeverity { vector: (material.offset)(severity.vector), ..*severity });
        let words = material.keep.references[kept.words.clone()].iter();
        let words = words.map(|&word| Reference { to: (material.offset)(word) });
        let first_severity = self.severity_runs.place(severities, &mut self.severities)?;
        let first_word = self.word_runs.place(words, &mut self.words)?;
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
}

fn fits(number: usize) -> Result<u32, IndexError> {
    u32::try_from(number).map_err(|_| IndexError::TooLarge)
}

fn small(number: usize) -> Result<u16, IndexError> {
    u16::try_from(number).map_err(|_| IndexError::TooLarge)
}
