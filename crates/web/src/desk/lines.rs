//! The ledger's lines of one operator, among those of all.

use proofmark_actions::{LedgerLine, operator_of};
use proofmark_facts::Keeping;
use proofmark_text::text;

use crate::call::Call;
use crate::refusal::Refusal;

/// Lines that are looked through for a page at most, and how many are read at a time: few at first, since where there is
/// one operator the newest lines are the ones that are wanted.
const LOOKED_THROUGH: u64 = 20_000;
const FIRST_BATCH: u64 = 64;
const LARGEST_BATCH: u64 = 1024;

/// A line with its place.
pub(crate) struct PlacedLine {
    pub(crate) index: u64,
    pub(crate) line: LedgerLine,
}

/// An operator's lines before this index, newest first, and where to go on; lines of others are passed over unread by
/// anybody.
pub(crate) fn lines_of(
    keeping: &dyn Keeping,
    operator: &str,
    before: u64,
    most: usize,
) -> Result<(Vec<PlacedLine>, Option<u64>), Refusal> {
    let mut found = Vec::new();
    let (mut end, mut batch) = (before, FIRST_BATCH);
    while end > 0 && before - end < LOOKED_THROUGH {
        let start = end.saturating_sub(batch);
        let length = usize::try_from(end - start).unwrap_or(usize::MAX);
        for kept in keeping.lines(start, length)?.into_iter().rev() {
            let Ok(line) = LedgerLine::parse(&kept.bytes) else { continue };
            if is_of(&line, operator) {
                found.push(PlacedLine { index: kept.index, line });
                if found.len() == most {
                    return Ok((found, Some(kept.index).filter(|index| *index > 0)));
                }
            }
        }
        end = start;
        batch = (batch * 2).min(LARGEST_BATCH);
    }
    Ok((found, Some(end).filter(|end| *end > 0)))
}

/// The index of the line the path names, if it is the operator's.
pub(crate) fn own_line(call: &Call<'_>) -> Result<u64, Refusal> {
    let nothing = || Refusal::new(404, text!("web-no-such-thing"));
    let index = call.number("line")?;
    let kept = call.store.lines(index, 1)?;
    let line = kept.first().and_then(|kept| LedgerLine::parse(&kept.bytes).ok()).ok_or_else(nothing)?;
    if is_of(&line, call.operator()) { Ok(index) } else { Err(nothing()) }
}

fn is_of(line: &LedgerLine, operator: &str) -> bool {
    !operator.is_empty() && (operator_of(&line.subject) == operator || line.subject == operator)
}
