//! Strings kept once: each gets a number, the same text the same number.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::error::IndexError;

/// A growing set of strings: the text itself, four bytes of bounds and two to four slots of eight for each.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<u32>,
    /// Open addressing by hash: the hash's upper half, and a string's number plus one. Where the hashes differ no text is
    /// looked at.
    slots: Vec<(u32, u32)>,
    hasher: FixedState,
}

impl Strings {
    /// The number of this text, a new one if it is new.
    pub(crate) fn number(&mut self, text: &str) -> Result<u32, IndexError> {
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let tag = u32::try_from(self.hasher.hash_one(text) >> 32).unwrap_or_default();
        let slot = self.slot(tag, |number| self.text(number) == text);
        if let Some(number) = self.slots[slot].1.checked_sub(1) {
            return Ok(number);
        }
        let end = u32::try_from(self.text.len() + text.len()).map_err(|_| IndexError::TooLarge)?;
        let number = u32::try_from(self.ends.len()).map_err(|_| IndexError::TooLarge)?;
        self.text.push_str(text);
        self.ends.push(end);
        self.slots[slot] = (tag, number + 1);
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
    fn slot(&self, tag: u32, is_it: impl Fn(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = tag as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => return at,
                (known, number) if known == tag && is_it(number - 1) => return at,
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let slots = vec![(0, 0); (4 * (self.ends.len() + 1)).next_power_of_two().max(1024)];
        for (tag, number) in std::mem::replace(&mut self.slots, slots) {
            if number != 0 {
                let slot = self.slot(tag, |_| false);
                self.slots[slot] = (tag, number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
