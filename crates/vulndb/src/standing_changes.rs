//! Identifiers by which catalogues say something else in a newer index than in an older one.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use sha2::{Digest as _, Sha256};

use crate::claim_reading::{self, Wanted};
use crate::gathering;
use crate::layout::Section;
use crate::record::{self, Prediction, Record, Reference, Scored, Vulnerability};
use crate::standing_tables::cve_of_number;
use crate::tables::Tables;

/// The identifiers, in small letters; `None` if one of the two is damaged. What [`crate::Index::standing`] answers hangs on
/// nothing but what is compared here of each identifier that is asked.
pub(crate) fn between(older: Tables<'_>, newer: Tables<'_>) -> Option<HashSet<String>> {
    let (before, after) = (said(older)?, said(newer)?);
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let otherwise = after.iter().filter(|(name, said)| before.get(*name) != Some(said));
    let names = gone.chain(otherwise.map(|(name, _)| name));
    Some(names.map(|name| name.to_lowercase()).collect())
}

/// What is said by each identifier, as the sum of the digests of everything that is: in whichever order it stands.
fn said(tables: Tables<'_>) -> Option<HashMap<Cow<'_, str>, u128, FixedState>> {
    let mut said: HashMap<Cow<'_, str>, u128, FixedState> = HashMap::default();
    let mut add = |name, digest| {
        let sum = said.entry(name).or_default();
        *sum = sum.wrapping_add(digest);
    };
    let vulnerabilities = tables.table::<Vulnerability>(Section::Vulnerabilities);
    for number in 0..vulnerabilities.len() {
        let vulnerability = vulnerabilities.get(number)?;
        let listed = gathering::exploited(vulnerability, tables).ok()?;
        let wanted = Wanted { severity: false, marked: false };
        let word = claim_reading::in_short(u32::try_from(number).ok()?, wanted, tables)?.exploited;
        let prediction = match vulnerability.prediction.checked_sub(1) {
            Some(number) => Some(tables.table(Section::Predictions).get(usize::try_from(number).ok()?)?),
            None => None,
        };
        if listed.is_none() && word.is_none() && prediction.is_none() {
            continue;
        }
        let id = tables.text(vulnerability.id)?;
        let digest = digest(&format!("{id:?} {listed:?} {word:?} {:?}", prediction.as_ref().map(shares)));
        add(Cow::Borrowed(id), digest);
        let names = tables.table::<Reference>(Section::Names);
        for name in names.range(vulnerability.first_name, vulnerability.names)? {
            add(Cow::Borrowed(tables.text(name.to)?), digest);
        }
    }
    for entry in all::<record::Exploited>(tables, Section::Exploited) {
        let (id, catalogue) = (tables.text(entry.id)?, tables.text(entry.catalogue)?);
        add(Cow::Borrowed(id), digest(&format!("listed {catalogue:?} {}", entry.day)));
    }
    for scored in all::<Scored>(tables, Section::Scored) {
        let prediction: Prediction =
            tables.table(Section::Predictions).get(usize::try_from(scored.prediction).ok()?)?;
        let digest = digest(&format!("scored {:?}", shares(&prediction)));
        add(Cow::Owned(cve_of_number(scored.cve)), digest);
    }
    Some(said)
}

fn shares(prediction: &Prediction) -> (u32, u32, u32) {
    let Prediction { probability, percentile, day } = *prediction;
    (probability, percentile, day)
}

fn digest(says: &str) -> u128 {
    let digest: [u8; 32] = Sha256::digest(says.as_bytes()).into();
    let (first, _) = digest.split_first_chunk().expect("it has thirty-two bytes");
    u128::from_be_bytes(*first)
}

fn all<R: Record>(tables: Tables<'_>, section: Section) -> impl Iterator<Item = R> {
    let count = tables.table::<R>(section).len();
    (0..count).filter_map(move |at| tables.table::<R>(section).get(at))
}
