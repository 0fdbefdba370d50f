//! The source files and commits that claims about packages name: few claims do, so they stand beside the claims.

use proofmark_facts::AffectedCode;

use crate::error::IndexError;
use crate::kept::{Keep, KeptCode};
use crate::layout::Section;
use crate::record::{Record, Reference, record};
use crate::tables::Tables;

/// The most files, and the most commits, that are kept of one claim. Where a record names more it is none of them: a list
/// that is cut short must not look like the whole.
const MOST: usize = 4096;

record! {
    /// The code one affected entry names.
    CodeOf {
        /// The affected entry.
        affected: u32,
        /// Its first word: files, then commits.
        first_word: u32,
        /// How many files it names.
        files: u16,
        /// How many commits.
        commits: u16,
    }
}

/// Keeps the code that the claim kept last names.
pub(crate) fn keep(keep: &mut Keep, code: &AffectedCode) -> Result<(), IndexError> {
    let fits = |names: &[String]| names.len() <= MOST;
    if code.is_empty() || !fits(&code.program_files) || !fits(&code.fix_commits) {
        return Ok(());
    }
    let Some(affected) = keep.affected.len().checked_sub(1) else { return Ok(()) };
    let first = keep.references.len();
    for word in code.program_files.iter().chain(&code.fix_commits) {
        let number = keep.strings.number(word)?;
        keep.references.push(number);
    }
    let words = first..keep.references.len();
    keep.codes.push(KeptCode { affected, words, files: code.program_files.len() });
    Ok(())
}

/// The code of a kept claim: claims are kept one after another, so their numbers grow.
pub(crate) fn of_kept(keep: &Keep, affected: usize) -> Option<&KeptCode> {
    let place = keep.codes.binary_search_by_key(&affected, |code| code.affected).ok()?;
    keep.codes.get(place)
}

/// Puts the code of a claim into the sections; `affected` is its number in the file.
pub(crate) fn put(
    code: &KeptCode,
    affected: u32,
    references: &[u32],
    offset: impl Fn(u32) -> u32,
    sections: &mut [Vec<u8>],
) -> Result<(), IndexError> {
    let words = &mut sections[Section::CodeWords as usize];
    let first_word = u32::try_from(words.len() / Reference::BYTES).map_err(|_| IndexError::TooLarge)?;
    for &number in &references[code.words.clone()] {
        Reference { to: offset(number) }.write(words);
    }
    let small = |count: usize| u16::try_from(count).map_err(|_| IndexError::TooLarge);
    let (files, commits) = (small(code.files)?, small(code.words.len() - code.files)?);
    let of = CodeOf { affected, first_word, files, commits };
    of.write(&mut sections[Section::AffectedCode as usize]);
    Ok(())
}

/// The code the affected entry with this number names, nothing for most; `None` if the index is damaged.
pub(crate) fn code_of(affected: u32, tables: Tables<'_>) -> Option<AffectedCode> {
    let all = tables.table::<CodeOf>(Section::AffectedCode);
    let (mut low, mut high) = (0, all.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if all.get(middle)?.affected < affected { low = middle + 1 } else { high = middle }
    }
    let Some(of) = (low < all.len()).then(|| all.get(low)).flatten().filter(|of| of.affected == affected)
    else {
        return Some(AffectedCode::default());
    };
    let words = u32::from(of.files) + u32::from(of.commits);
    let words = tables.table::<Reference>(Section::CodeWords).range(of.first_word, words)?;
    let mut program_files: Vec<String> =
        words.map(|word| tables.text(word.to).map(str::to_owned)).collect::<Option<_>>()?;
    let fix_commits = program_files.split_off(program_files.len().min(of.files.into()));
    Some(AffectedCode { program_files, fix_commits })
}
