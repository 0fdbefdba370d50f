//! A span of days a search is bounded by, and how it is halved.

use jiff::ToSpan;
use jiff::civil::Date;

/// From one day to another. Nobody says whether a search includes them, so neighbours share a day, and the last ends a day late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UpdateWindow {
    /// From this day on.
    pub(super) from: Date,
    /// Until this one.
    pub(super) until: Date,
}

impl UpdateWindow {
    /// From a day until today, whichever zone the server's days are of.
    pub(super) fn until_today(from: Date, today: Date) -> Self {
        Self { from, until: today.checked_add(1.days()).unwrap_or(today) }
    }

    /// Both halves, the earlier first; `None`: it is of one day.
    pub(super) fn halves(self) -> Option<[Self; 2]> {
        let days = (self.until - self.from).get_days();
        let middle = self.from.checked_add((days / 2).days()).ok().filter(|_| days >= 2)?;
        Some([Self { from: self.from, until: middle }, Self { from: middle, until: self.until }])
    }

    /// What the file of its records is called.
    pub(super) fn file(self) -> String {
        format!("{}_{}.json", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_cannot_be_halved_and_two_can() {
        let window = UpdateWindow { from: date(2026, 2, 27), until: date(2026, 3, 1) };
        let [one, other] = window.halves().unwrap();
        assert_eq!((one.until, other.from), (date(2026, 2, 28), date(2026, 2, 28)));
        assert_eq!((one.halves(), other.halves()), (None, None));
        assert_eq!(UpdateWindow::until_today(date(2026, 1, 1), date(2026, 12, 31)).until, date(2027, 1, 1));
    }

    #[test]
    fn every_day_is_in_a_window_that_cannot_be_halved() {
        let from = date(1990, 1, 1);
        for days in (1..400_i64).chain([10_957, 13_475]) {
            let until = from.checked_add(days.days()).unwrap();
            let (mut open, mut next) = (vec![UpdateWindow { from, until }], from);
            while let Some(window) = open.pop() {
                if let Some([one, other]) = window.halves() {
                    open.extend([other, one]);
                } else {
                    assert_eq!(window.from, next, "nothing between two of them");
                    next = window.until;
                }
            }
            assert_eq!(next, until);
        }
    }
}
