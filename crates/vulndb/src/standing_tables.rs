//! Puts what catalogues say by identifier into the file, and the names by which vulnerabilities are found.

use std::collections::HashMap;
use std::hash::BuildHasher;

use crate::error::IndexError;
use crate::layout::{SECTIONS, Section};
use crate::record::{Called, Prediction, Record, Scored};

/// Predictions that were put, by the identifiers they are of.
pub(crate) struct Predicted<'a> {
    sorted: Vec<&'a str>,
}

impl<'a> Predicted<'a> {
    /// Puts all of them, whether or not a record speaks of their CVEs.
    pub(crate) fn put<S: BuildHasher>(
        predictions: &'a HashMap<String, Prediction, S>,
        sections: &mut [Vec<u8>; SECTIONS],
    ) -> Result<Self, IndexError> {
        let mut all: Vec<(&str, &Prediction)> =
            predictions.iter().map(|(id, prediction)| (id.as_str(), prediction)).collect();
        all.sort_unstable_by_key(|(id, _)| *id);
        let mut scored = Vec::with_capacity(all.len());
        for (number, (id, prediction)) in all.iter().enumerate() {
            prediction.write(&mut sections[Section::Predictions as usize]);
            scored.extend(cve_number(id).map(|cve| (cve, number)));
        }
        scored.sort_unstable();
        for (cve, number) in scored {
            Scored { cve, prediction: fits(number)? }.write(&mut sections[Section::Scored as usize]);
        }
        fits(all.len() + 1)?;
        Ok(Self { sorted: all.into_iter().map(|(id, _)| id).collect() })
    }

    /// The number of the prediction of this identifier, plus one; zero for none.
    pub(crate) fn number(&self, id: &str) -> u32 {
        let place = self.sorted.binary_search(&id).ok();
        place.and_then(|place| u32::try_from(place + 1).ok()).unwrap_or_default()
    }
}

/// Puts the names of vulnerabilities but those they are called by. `names` has all of each as offsets, in the order of the
/// vulnerabilities, the one it is called by first.
pub(crate) fn put_called(names: &[Vec<u32>], sections: &mut [Vec<u8>; SECTIONS]) -> Result<(), IndexError> {
    let mut called = Vec::new();
    for (vulnerability, names) in names.iter().enumerate() {
        let vulnerability = fits(vulnerability)?;
        called.extend(names.iter().skip(1).map(|&name| (name, vulnerability)));
    }
    called.sort_unstable();
    for (name, vulnerability) in called {
        Called { name, vulnerability }.write(&mut sections[Section::Called as usize]);
    }
    Ok(())
}

/// The most digits of a CVE's number behind its year.
const MOST_DIGITS: usize = 13;

/// The identifier of a CVE as a number that is no other's; `None` for what is not written as one.
pub(crate) fn cve_number(id: &str) -> Option<u64> {
    let (year, serial) = id.strip_prefix("CVE-")?.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !digits(year) || !digits(serial) || serial.len() > MOST_DIGITS {
        return None;
    }
    // Zeros before a number make another identifier: how many digits it has is a part of it.
    let length = u64::try_from(serial.len()).ok()?;
    Some((year.parse::<u64>().ok()? << 48) | (length << 44) | serial.parse::<u64>().ok()?)
}

/// The identifier with this number.
pub(crate) fn cve_of_number(number: u64) -> String {
    let (year, length) = (number >> 48, usize::try_from(number >> 44 & 0xf).unwrap_or_default());
    format!("CVE-{year:04}-{:0length$}", number & ((1 << 44) - 1))
}

fn fits(number: usize) -> Result<u32, IndexError> {
    u32::try_from(number).map_err(|_| IndexError::TooLarge)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_identifiers_have_one_number() {
        let ids = [
            "CVE-2026-1",
            "CVE-2026-0001",
            "CVE-2026-00001",
            "CVE-2025-0001",
            "CVE-2026-9999999999999",
            "CVE-9999-9999999999999",
        ];
        let numbers: BTreeSet<u64> = ids.iter().map(|id| cve_number(id).unwrap()).collect();
        assert_eq!(numbers.len(), ids.len());
        assert!(ids.iter().all(|id| cve_of_number(cve_number(id).unwrap()) == *id));
        for other in
            ["CVE-2026-", "CVE-26-0001", "CVE-2026-12a", "GHSA-1", "CVE-2026-+123", "CVE-2026-99999999999999"]
        {
            assert_eq!(cve_number(other), None, "{other}");
        }
    }
}
