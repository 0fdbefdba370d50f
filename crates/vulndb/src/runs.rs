//! Runs of records that stand in a section once, however many others refer to them: the packages of one advisory mostly
//! share their windows, and many claims name the same weakness alone.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::error::IndexError;
use crate::record::Record;

/// The runs of one section so far.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    /// Where a run begins, by the hash of its bytes.
    known: HashMap<u64, usize, FixedState>,
    hasher: FixedState,
    /// The run that is being put together.
    bytes: Vec<u8>,
}

impl Runs {
    /// The number of the first of these records in the section, which gets them unless it has them already.
    pub(crate) fn place<R: Record>(
        &mut self,
        records: impl Iterator<Item = R>,
        section: &mut Vec<u8>,
    ) -> Result<u32, IndexError> {
        self.bytes.clear();
        for record in records {
            record.write(&mut self.bytes);
        }
        // Nothing stands anywhere.
        if self.bytes.is_empty() {
            return Ok(0);
        }
        let hash = self.hasher.hash_one(&self.bytes);
        let known = self.known.get(&hash).copied();
        let known = known.filter(|&start| section[start..].starts_with(&self.bytes));
        let start = known.unwrap_or(section.len());
        if known.is_none() {
            section.extend_from_slice(&self.bytes);
            self.known.insert(hash, start);
        }
        u32::try_from(start / R::BYTES).map_err(|_| IndexError::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Reference;

    #[test]
    fn a_run_stands_once_and_another_behind_it() {
        let (mut runs, mut section) = (Runs::default(), Vec::new());
        let mut place = |run: &[u32]| {
            let first = runs.place(run.iter().map(|&to| Reference { to }), &mut section).unwrap();
            (first, section.len() / Reference::BYTES)
        };
        assert_eq!(place(&[]), (0, 0));
        assert_eq!(place(&[7, 8]), (0, 2));
        assert_eq!(place(&[7]), (2, 3));
        assert_eq!(place(&[7, 8]), (0, 3));
        assert_eq!(place(&[8, 7]), (3, 5));
        assert_eq!(place(&[]), (0, 5));
    }
}
