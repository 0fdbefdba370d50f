//! Puts what a builder kept into the sections of the file, in an order that does not hang on the input's.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::assemble_cpe::{self, CpeClaims};
use crate::assemble_git;
use crate::claim_tables::{self, Material};
use crate::cluster::{Claim, clusters};
use crate::error::IndexError;
use crate::kept::{Keep, Kept};
use crate::kept_code;
use crate::kept_digest;
use crate::layout::{self, SECTIONS, Section};
use crate::record::{
    About, Advisory, Affected, Coverage, Exploited, Package, Record, Reference, Slot, Source, Vulnerability,
    Window,
};
use crate::runs::Runs;
use crate::standing_tables::{self, Predicted};
use crate::strings::Strings;

/// The sections of the file, in its order.
pub(crate) fn assemble(keep: Keep) -> Result<[Vec<u8>; SECTIONS], IndexError> {
    let texts = Texts::of(&keep.strings)?;
    let survivors = survivors(&keep, &texts);
    let live: Vec<&Kept> = survivors.iter().copied().filter(|kept| !kept.withdrawn).collect();
    let mut file = File {
        sections: std::array::from_fn(|_| Vec::new()),
        windows: Runs::default(),
        listed: Runs::default(),
    };

    let cpes = assemble_cpe::claims(&keep.cpes, &live, &|number| texts.offset(number))?;
    file.about(&keep, &survivors);
    file.packages(&keep, &live, &texts, &cpes)?;
    assemble_cpe::put(&keep.cpes, &live, &cpes, &|number| texts.offset(number), &mut file.sections)?;
    assemble_git::put(&keep.repositories, &live, &|number| texts.offset(number), &mut file.sections)?;
    kept_digest::put(&keep.files, &live, &|number| texts.offset(number), &mut file.sections)?;
    file.vulnerabilities(&keep, &survivors, &live, &texts)?;
    file.sources(&survivors, &texts);
    let mut digests = keep.built_from;
    digests.sort_unstable();
    digests.dedup();
    for digest in digests {
        file.put(Section::BuiltFrom, &digest.0);
    }
    file.sections[Section::Strings as usize] = texts.blob;
    Ok(file.sections)
}

/// All strings in the order of their bytes: comparing two offsets compares two texts.
struct Texts {
    blob: Vec<u8>,
    /// The offset of a string by its number.
    offsets: Vec<u32>,
}

impl Texts {
    fn of(strings: &Strings) -> Result<Self, IndexError> {
        let numbers = (0..strings.len()).filter_map(|number| u32::try_from(number).ok());
        let mut sorted: Vec<(u128, u32)> =
            numbers.map(|number| (sixteen(strings.text(number), 0), number)).collect();
        sorted.sort_unstable();
        // Of those that begin alike the next bytes are fetched once too, rather than with every comparison.
        for alike in sorted.chunk_by_mut(|left, right| left.0 == right.0).filter(|alike| alike.len() > 1) {
            for (key, number) in &mut *alike {
                *key = sixteen(strings.text(*number), 16);
            }
            alike.sort_unstable_by(|(left, one), (right, other)| {
                left.cmp(right).then_with(|| strings.text(*one).cmp(strings.text(*other)))
            });
        }
        // The empty string stands at zero, whether or not anyone asked for it.
        let mut blob = Vec::with_capacity(strings.bytes() + 2 * strings.len() + 1);
        blob.push(0);
        let mut offsets = vec![0; strings.len()];
        for (_, number) in sorted {
            let text = strings.text(number);
            if !text.is_empty() {
                offsets[number as usize] = fits(blob.len())?;
                write_length(text.len(), &mut blob);
                blob.extend_from_slice(text.as_bytes());
            }
        }
        fits(blob.len())?;
        Ok(Self { blob, offsets })
    }

    fn offset(&self, number: u32) -> u32 {
        self.offsets[number as usize]
    }
}

/// Sixteen bytes from here on as a number, zeros behind the end: where two differ, they are in the order of the texts.
fn sixteen(text: &str, from: usize) -> u128 {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let mut bytes = [0; 16];
    let length = rest.len().min(16);
    bytes[..length].copy_from_slice(&rest[..length]);
    u128::from_be_bytes(bytes)
}

/// Seven bits a byte, the lowest first, the eighth says whether more follow.
fn write_length(mut length: usize, out: &mut Vec<u8>) {
    while length >= 0x80 {
        out.push(0x80 | u8::try_from(length & 0x7f).unwrap_or_default());
        length >>= 7;
    }
    out.push(u8::try_from(length).unwrap_or_default());
}

/// The newest record of each source and identifier, sorted by identifier. Of two equally new ones that differ,
/// the one whose words are greater: a rule without sense but the same every time.
fn survivors<'a>(keep: &'a Keep, texts: &Texts) -> Vec<&'a Kept> {
    let mut all: Vec<&Kept> = keep.records.iter().collect();
    let key = |kept: &Kept| (texts.offset(kept.id), texts.offset(kept.source), Reverse(kept.modified));
    all.sort_by(|left, right| {
        key(left).cmp(&key(right)).then_with(|| words(keep, texts, right).cmp(&words(keep, texts, left)))
    });
    all.dedup_by_key(|kept| (kept.id, kept.source));
    all
}

/// Everything a record says, as numbers that mean the same in every order of input.
fn words(keep: &Keep, texts: &Texts, kept: &Kept) -> Vec<u64> {
    let mut words = vec![u64::from(kept.withdrawn), u64::from(texts.offset(kept.summary))];
    words.push(u64::from(kept.informational));
    let mut refer = |range: &std::ops::Range<usize>| {
        words.push(range.len() as u64);
        words.extend(keep.references[range.clone()].iter().map(|&number| u64::from(texts.offset(number))));
    };
    refer(&kept.aliases);
    refer(&kept.upstream);
    for affected in &keep.affected[kept.affected.clone()] {
        refer(&affected.listed);
    }
    for index in kept.affected.clone() {
        let affected = &keep.affected[index];
        if let Some(code) = kept_code::of_kept(keep, index) {
            words.extend([code.words.len() as u64, code.files as u64]);
            let code = &keep.references[code.words.clone()];
            words.extend(code.iter().map(|&number| u64::from(texts.offset(number))));
        }
        let strings = [affected.ecosystem, affected.release, affected.name, affected.vector];
        words.extend(strings.map(|number| u64::from(texts.offset(number))));
        words.extend([u64::from(affected.score), u64::from(affected.rating)]);
        for window in &keep.windows[affected.windows.clone()] {
            words.extend([texts.offset(window.lower), texts.offset(window.upper)].map(u64::from));
            words.extend([window.order, window.bounds].map(u64::from));
        }
    }
    words.extend(claim_tables::words(keep, kept, &|number| texts.offset(number)));
    words.extend(keep.repositories.words(kept.commits.clone(), &|number| texts.offset(number)));
    words.extend(kept_digest::words(&keep.files[kept.files.clone()], &|number| texts.offset(number)));
    words.extend(keep.cpes.words(kept.configurations.clone(), &|number| texts.offset(number)));
    words
}

struct File {
    sections: [Vec<u8>; SECTIONS],
    windows: Runs,
    listed: Runs,
}

impl File {
    fn put(&mut self, section: Section, record: &impl Record) {
        record.write(&mut self.sections[section as usize]);
    }

    /// How many records of this kind a section has.
    fn count<R: Record>(&self, section: Section) -> Result<u32, IndexError> {
        fits(self.sections[section as usize].len() / R::BYTES)
    }

    fn about(&mut self, keep: &Keep, survivors: &[&Kept]) {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let about = About {
            as_of: survivors.iter().map(|kept| kept.modified).max().unwrap_or(i64::MIN),
            records: count(survivors.len()),
            withdrawn: count(survivors.iter().filter(|kept| kept.withdrawn).count()),
            without_package: survivors.iter().map(|kept| kept.without_package).sum(),
            scored_on: keep.predictions.values().map(|prediction| prediction.day).max().unwrap_or_default(),
        };
        self.put(Section::About, &about);
    }

    /// Packages by ecosystem and name, with their affected entries in the order of the advisories.
    fn packages(
        &mut self,
        keep: &Keep,
        live: &[&Kept],
        texts: &Texts,
        cpes: &CpeClaims,
    ) -> Result<(), IndexError> {
        let mut entries: Vec<(u32, u32, u32, usize)> = Vec::new();
        for (advisory, kept) in live.iter().enumerate() {
            for index in kept.affected.clone() {
                let affected = &keep.affected[index];
                entries.push((
                    texts.offset(affected.ecosystem),
                    texts.offset(affected.name),
                    fits(advisory)?,
                    index,
                ));
            }
        }
        // The index of a claim grows within its record, so claims of one record keep the order of the document.
        entries.sort_unstable();
        let mut coverage: BTreeMap<(u32, u32), (u32, u32)> = BTreeMap::new();
        coverage.extend(cpes.coverage());
        coverage.extend(assemble_git::coverage(&keep.repositories, live, &|number| texts.offset(number)));
        let mut hashes = Vec::new();
        for package in entries.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
            let (ecosystem, name, _, first) = package[0];
            let first_affected = self.count::<Affected>(Section::Affected)?;
            let mut releases = Vec::new();
            for &(_, _, advisory, index) in package {
                let affected = self.affected(keep, texts, advisory, index)?;
                if keep.affected[index].covers {
                    coverage.entry((ecosystem, affected.release)).or_default().1 += 1;
                    releases.push(affected.release);
                }
            }
            releases.sort_unstable();
            releases.dedup();
            for release in releases {
                coverage.entry((ecosystem, release)).or_default().0 += 1;
            }
            let count = fits(package.len())?;
            self.put(Section::Packages, &Package { ecosystem, name, first: first_affected, count });
            let kept = &keep.affected[first];
            hashes.push(layout::hash(keep.strings.text(kept.ecosystem), keep.strings.text(kept.name)));
        }
        for ((ecosystem, release), (packages, affected)) in coverage {
            self.put(Section::Coverage, &Coverage { ecosystem, release, packages, affected });
        }
        self.slots(&hashes)
    }

    fn affected(
        &mut self,
        keep: &Keep,
        texts: &Texts,
        advisory: u32,
        index: usize,
    ) -> Result<Affected, IndexError> {
        let kept = &keep.affected[index];
        let windows = keep.windows[kept.windows.clone()].iter().map(|window| {
            let (lower, upper) = (texts.offset(window.lower), texts.offset(window.upper));
            Window { lower, upper, ..*window }
        });
        let listed = keep.references[kept.listed.clone()].iter();
        let listed = listed.map(|&number| Reference { to: texts.offset(number) });
        let affected = Affected {
            advisory,
            release: texts.offset(kept.release),
            vector: texts.offset(kept.vector),
            first_window: self.windows.place(windows, &mut self.sections[Section::Windows as usize])?,
            windows: fits(kept.windows.len())?,
            first_listed: self.listed.place(listed, &mut self.sections[Section::Listed as usize])?,
            listed: fits(kept.listed.len())?,
            score: kept.score,
            rating: kept.rating,
        };
        if let Some(code) = kept_code::of_kept(keep, index) {
            let number = self.count::<Affected>(Section::Affected)?;
            let offset = |number| texts.offset(number);
            kept_code::put(code, number, &keep.references, offset, &mut self.sections)?;
        }
        self.put(Section::Affected, &affected);
        Ok(affected)
    }

    /// Open addressing, at most half full.
    fn slots(&mut self, hashes: &[u64]) -> Result<(), IndexError> {
        let mut slots = vec![Slot { tag: 0, package: 0 }; (2 * hashes.len()).next_power_of_two().max(2)];
        for (package, &hash) in hashes.iter().enumerate() {
            let mut at = layout::first_slot(hash, slots.len());
            while slots[at].package != 0 {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = Slot { tag: layout::tag(hash), package: fits(package + 1)? };
        }
        for slot in &slots {
            self.put(Section::Slots, slot);
        }
        Ok(())
    }

    /// Advisories and the vulnerabilities they speak of.
    fn vulnerabilities(
        &mut self,
        keep: &Keep,
        survivors: &[&Kept],
        live: &[&Kept],
        texts: &Texts,
    ) -> Result<(), IndexError> {
        let exploited = self.exploited(keep, texts)?;
        let predicted = Predicted::put(&keep.predictions, &mut self.sections)?;
        let references = |range: &std::ops::Range<usize>| {
            keep.references[range.clone()].iter().map(|&number| (texts.offset(number), number))
        };
        let mut identifiers: Vec<(u32, u32)> = Vec::new();
        for kept in live {
            identifiers.push((texts.offset(kept.id), kept.id));
            identifiers.extend(references(&kept.aliases).chain(references(&kept.upstream)));
        }
        identifiers.sort_unstable();
        identifiers.dedup();
        // The place of each among all identifiers, by the number of its string.
        let mut rank = vec![0; keep.strings.len()];
        for (place, &(_, number)) in identifiers.iter().enumerate() {
            rank[number as usize] = fits(place)?;
        }
        let names: Vec<&str> = identifiers.iter().map(|&(_, number)| keep.strings.text(number)).collect();
        let ranks = |range| references(range).map(|(_, number)| rank[number as usize]).collect();
        let claims = live.iter().map(|kept| Claim {
            id: rank[kept.id as usize],
            aliases: ranks(&kept.aliases),
            upstream: ranks(&kept.upstream),
        });
        let (clusters, spoken) = clusters(&claims.collect::<Vec<_>>(), &names);

        for (kept, vulnerabilities) in live.iter().zip(&spoken) {
            let first_link = self.count::<Reference>(Section::Links)?;
            let (id, summary) = (texts.offset(kept.id), texts.offset(kept.summary));
            let (source, links) = (texts.offset(kept.source), fits(vulnerabilities.len())?);
            let informational = kept.informational;
            let advisory = Advisory { id, summary, source, first_link, links, informational };
            self.put(Section::Advisories, &advisory);
            for &to in vulnerabilities {
                self.put(Section::Links, &Reference { to });
            }
        }
        let mut all_names = Vec::with_capacity(clusters.len());
        for cluster in clusters {
            let first_name = self.count::<Reference>(Section::Names)?;
            let id = identifiers[cluster.id as usize].0;
            let mut called = vec![id];
            called.extend(cluster.names.iter().map(|&name| identifiers[name as usize].0));
            // Catalogues name a CVE where there is one, else an identifier of their own.
            let exploited = called.iter().find_map(|name| exploited.get(name)).copied().unwrap_or_default();
            let prediction = predicted.number(names[cluster.id as usize]);
            let count = fits(cluster.names.len())?;
            let vulnerability = Vulnerability { id, first_name, names: count, exploited, prediction };
            self.put(Section::Vulnerabilities, &vulnerability);
            for &to in &called[1..] {
                self.put(Section::Names, &Reference { to });
            }
            all_names.push(called);
        }
        standing_tables::put_called(&all_names, &mut self.sections)?;
        let offset = &|number| texts.offset(number);
        let material = Material { keep, survivors, spoken: &spoken, names: &all_names, offset };
        for (section, bytes) in claim_tables::sections(&material)? {
            self.sections[section as usize] = bytes;
        }
        Ok(())
    }

    /// The earliest entry of each CVE, and its number plus one by the CVE.
    fn exploited(&mut self, keep: &Keep, texts: &Texts) -> Result<BTreeMap<u32, u32>, IndexError> {
        let mut entries: Vec<(u32, (bool, u32), u32)> = keep
            .exploited
            .iter()
            .map(|kept| (texts.offset(kept.cve), (kept.day == 0, kept.day), texts.offset(kept.catalogue)))
            .collect();
        entries.sort_unstable();
        entries.dedup_by_key(|(cve, ..)| *cve);
        let mut numbers = BTreeMap::new();
        for (cve, (_, day), catalogue) in entries {
            self.put(Section::Exploited, &Exploited { id: cve, catalogue, day });
            numbers.insert(cve, self.count::<Exploited>(Section::Exploited)?);
        }
        Ok(numbers)
    }

    fn sources(&mut self, survivors: &[&Kept], texts: &Texts) {
        let mut sources: BTreeMap<u32, (u32, i64)> = BTreeMap::new();
        for kept in survivors {
            let (records, newest) = sources.entry(texts.offset(kept.source)).or_insert((0, i64::MIN));
            *records += 1;
            *newest = kept.modified.max(*newest);
        }
        for (name, (records, newest)) in sources {
            self.put(Section::Sources, &Source { name, records, newest });
        }
    }
}

fn fits(number: usize) -> Result<u32, IndexError> {
    u32::try_from(number).map_err(|_| IndexError::TooLarge)
}
