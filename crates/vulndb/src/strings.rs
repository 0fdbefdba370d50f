//! Strings kept once: each gets a number, the same text the same number.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::error::IndexError;

/// A growing set of strings: the text itself, four bytes of table and eight of bounds for each.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<u32>,
    /// Open addressing by hash; a slot holds a string's number plus one.
    slots: Vec<u32>,
    hasher: FixedState,
}

impl Strings {
    /// The number of this text, a new one if it is new.
    pub(crate) fn number(&mut self, text: &str) -> Result<u32, IndexError> {
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let slot = self.slot(text);
        if self.slots[slot] != 0 {
            return Ok(self.slots[slot] - 1);
        }
        let end = u32::try_from(self.text.len() + text.len()).map_err(|_| IndexError::TooLarge)?;
        let number = u32::try_from(self.ends.len()).map_err(|_| IndexError::TooLarge)?;
        self.text.push_str(text);
        self.ends.push(end);
        self.slots[slot] = number + 1;
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

    /// Where this text stands or would stand.
    fn slot(&self, text: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(self.hasher.hash_one(text) & mask as u64).unwrap_or_default();
        while self.slots[at] != 0 && self.text(self.slots[at] - 1) != text {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; (4 * (self.ends.len() + 1)).next_power_of_two().max(1024)];
        for number in 0..self.ends.len() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            let slot = self.slot(self.text(number));
            self.slots[slot] = number + 1;
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
