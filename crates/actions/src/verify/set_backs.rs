//! Places where the times of the ledger's lines go back. The order of the lines is what counts and what is signed; their
//! times are what the clock of the machine said. So a clock set back hinders nobody, and is named.

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::KeptLine;
use proofmark_text::{Text, text};

use crate::ledger_line::LedgerLine;

/// The most places that are named; what is beyond is counted.
const MOST_PLACES: usize = 100;

/// What passes unnamed: a line has the time its action began, and the clocks of two nodes are never quite alike.
const PASSES: SignedDuration = SignedDuration::from_mins(1);

/// The places among lines that follow each other, with what to do about it.
pub fn set_backs(lines: &[KeptLine]) -> Vec<Text> {
    let mut found = SetBacks::default();
    for line in lines {
        if let Ok(parsed) = LedgerLine::parse(&line.bytes) {
            found.see(line.index, parsed.at);
        }
    }
    found.finish()
}

/// The places as they are found, in the order of the lines.
#[derive(Debug, Default)]
pub(super) struct SetBacks {
    before: Option<Timestamp>,
    named: Vec<Text>,
    more: usize,
}

impl SetBacks {
    /// Takes the next line.
    pub(super) fn see(&mut self, index: u64, at: Timestamp) {
        let before = self.before.replace(at).unwrap_or(at);
        let back = before.duration_since(at);
        if back <= PASSES {
            return;
        }
        if self.named.len() == MOST_PLACES {
            self.more += 1;
            return;
        }
        let back = format!("{:#}", SignedDuration::from_secs(back.as_secs()));
        let (at, before) = (at.to_string(), before.to_string());
        self.named.push(text!(
            "server-set-back",
            line = index.to_string(),
            back = back,
            at = at,
            before = before
        ));
    }

    /// All of them.
    pub(super) fn finish(mut self) -> Vec<Text> {
        if self.more > 0 {
            self.named.push(text!("server-set-back-more", count = self.more));
        }
        self.named
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(seconds: &[i64]) -> Vec<Text> {
        let mut found = SetBacks::default();
        for (index, second) in (0..).zip(seconds) {
            found.see(index, Timestamp::from_second(*second).unwrap());
        }
        found.finish()
    }

    #[test]
    fn a_clock_set_back_is_named_once_with_its_place_and_by_how_much() {
        let named = found(&[0, 10_000, 2_800, 2_900, 9_000]);
        assert_eq!(named.len(), 1, "{named:?}");
        let says = named[0].to_string();
        assert!(says.contains("line 2") && says.contains("2h"), "{says}");
        assert!(says.contains("1970-01-01T00:46:40Z") && says.contains("1970-01-01T02:46:40Z"), "{says}");
        assert!(named[0].hint().unwrap().contains("ledger stamp"));
    }

    #[test]
    fn two_actions_at_once_are_no_clock_set_back() {
        assert!(found(&[100, 40, 100, 99]).is_empty());
        assert_eq!(found(&[100, 39]).len(), 1);
    }

    #[test]
    fn no_more_are_named_than_anybody_reads_and_the_others_are_counted() {
        let swinging: Vec<i64> = (0..210).map(|line| if line % 2 == 0 { 7_200 } else { 0 }).collect();
        let named = found(&swinging);
        assert_eq!(named.len(), MOST_PLACES + 1);
        assert_eq!(named[MOST_PLACES].id(), "server-set-back-more");
        assert!(named[MOST_PLACES].to_string().contains('5'), "{}", named[MOST_PLACES]);
    }

    proptest! {
        #[test]
        fn times_in_their_order_are_never_named(mut seconds: Vec<i32>) {
            seconds.sort_unstable();
            let seconds: Vec<i64> = seconds.into_iter().map(i64::from).collect();
            prop_assert!(found(&seconds).is_empty());
        }

        #[test]
        fn lines_of_any_bytes_are_passed_over(bytes: Vec<Vec<u8>>) {
            let lines: Vec<KeptLine> =
                (0..).zip(bytes).map(|(index, bytes)| KeptLine { index, bytes }).collect();
            prop_assert!(set_backs(&lines).is_empty());
        }
    }
}
