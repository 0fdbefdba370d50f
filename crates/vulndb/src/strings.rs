//! Strings kept once: each gets a number, the same text the same number.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::error::IndexError;

/// A growing set of strings: the text itself, four bytes of bounds and two to four slots of sixteen for each.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<u32>,
    /// Open addressing by hash.
    slots: Vec<Slot>,
    hasher: FixedState,
}

/// Where a string is, beside its hash: to look at a text takes one step from here, for most lie far from each other.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// The upper half of the hash. Where these differ no text is looked at.
    tag: u32,
    /// The string's number plus one; zero in an empty slot.
    number: u32,
    start: u32,
    end: u32,
}

impl Strings {
    /// The number of this text, a new one if it is new.
    pub(crate) fn number(&mut self, text: &str) -> Result<u32, IndexError> {
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let tag = u32::try_from(self.hasher.hash_one(text) >> 32).unwrap_or_default();
        let known = |slot: Slot| &self.text.as_bytes()[slot.start as usize..slot.end as usize];
        let is_it = |slot: Slot| is_same(known(slot), text.as_bytes());
        let at = self.slot(tag, is_it);
        if let Some(number) = self.slots[at].number.checked_sub(1) {
            return Ok(number);
        }
        let start = u32::try_from(self.text.len()).map_err(|_| IndexError::TooLarge)?;
        let end = u32::try_from(self.text.len() + text.len()).map_err(|_| IndexError::TooLarge)?;
        let number = u32::try_from(self.ends.len()).map_err(|_| IndexError::TooLarge)?;
        self.text.push_str(text);
        self.ends.push(end);
        self.slots[at] = Slot { tag, number: number + 1, start, end };
        Ok(number)
    }

    /// The text with this number.
    pub(crate) fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.text[start..self.ends[number] as usize]
    }

    /// How long they are together.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where a text with this tag stands, if this is it, or would stand.
    fn slot(&self, tag: u32, is_it: impl Fn(Slot) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = tag as usize & mask;
        loop {
            match self.slots[at] {
                Slot { number: 0, .. } => return at,
                slot if slot.tag == tag && is_it(slot) => return at,
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let slots = vec![Slot::default(); (4 * (self.ends.len() + 1)).next_power_of_two().max(1024)];
        for known in std::mem::replace(&mut self.slots, slots) {
            if known.number != 0 {
                let at = self.slot(known.tag, |_| false);
                self.slots[at] = known;
            }
        }
    }
}

/// Whether two texts are the same, eight bytes at a time. Most are short and many are empty: the system's own comparison is slow
/// with these, as it masks what it must not read, and the processor then finds out each time that there is nothing to read.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (eights, rest) = one.as_chunks::<8>();
    let (other_eights, other_rest) = other.as_chunks::<8>();
    let differs = rest.iter().zip(other_rest).fold(0, |differs, (left, right)| differs | (left ^ right));
    let is_same =
        |(left, right): (&[u8; 8], &[u8; 8])| u64::from_ne_bytes(*left) == u64::from_ne_bytes(*right);
    differs == 0 && eights.iter().zip(other_eights).all(is_same)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn texts_are_the_same_where_every_byte_is(one in "[ab]{0,20}", other in "[ab]{0,20}", at in 0_usize..20) {
            prop_assert_eq!(is_same(one.as_bytes(), other.as_bytes()), one == other);
            let mut changed = one.clone().into_bytes();
            prop_assert!(is_same(&changed, one.as_bytes()));
            if let Some(byte) = changed.get_mut(at) {
                *byte ^= 1;
                prop_assert!(!is_same(&changed, one.as_bytes()));
            }
        }
    }

    #[test]
    fn a_text_keeps_its_number_however_many_come_after_it() {
        let mut strings = Strings::default();
        let numbers: Vec<u32> =
            (0..5000).map(|index| strings.number(&format!("s{index}")).unwrap()).collect();
        for (index, &number) in numbers.iter().enumerate() {
            assert_eq!(strings.number(&format!("s{index}")).unwrap(), number);
            assert_eq!(strings.text(number), format!("s{index}"));
        }
        assert_eq!(strings.len(), 5000);
    }
}
