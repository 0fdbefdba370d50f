//! How a search is laid out that gives its records by pages.

use jiff::civil::Date;

/// A search whose records are read by windows of when they were updated. Within a window that is over nothing moves from page to page, as
/// it would in a list of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UpdateSearch {
    /// The search below the feed's address.
    pub name: &'static str,
    /// The first day a record can have been updated on.
    pub first_day: Date,
    /// The most records of a page.
    pub page: u64,
    /// A window with more records is read in two halves, as long as it can be halved.
    pub most_in_window: u64,
}

impl UpdateSearch {
    /// The page of this number, from 0, of the records updated from one day to another.
    pub fn page_of(&self, from: Date, until: Date, page: u64) -> String {
        let (name, size) = (self.name, self.page);
        format!("{name}?fromUpdatedDate={from}&toUpdatedDate={until}&page={page}&size={size}")
    }

    /// What tells how many records there are in all.
    pub fn all(&self) -> String {
        format!("{}?page=0&size=1", self.name)
    }
}
