//! Reads a search window by window. What was read of it waits in a folder beside the copy, so that a run that ends early is gone on
//! with by the next.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;

use jiff::ToSpan;
use jiff::civil::Date;
use proofmark_courier::{Fetched, Seen, UpdateSearch};
use proofmark_formats::{EuvdItem, EuvdPage, Limits, read_euvd_page};
use proofmark_text::text;
use serde::{Deserialize, Serialize};

use super::asking::Asking;
use super::failure::Failure;
use super::part::{Held, PART};
use super::update_window::UpdateWindow;
use crate::write::{hindered, write_whole};

/// How often a window is read whose records move meanwhile.
const MOST_TRIES: u32 = 4;

/// The most records of a window that cannot be halved.
const MOST_IN_A_DAY: u64 = 200_000;

/// For how many days a reading that was interrupted is gone on with; after that it is cheaper to begin anew.
const GOES_ON_FOR_DAYS: i32 = 14;

/// What the reading that waits is of.
const BEGUN: &str = "begun.json";

/// A reading of a search that is perhaps not at its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Begun {
    address: String,
    from: Date,
    until: Date,
}

/// What is read of a search, window by window.
pub(super) struct Reading<'a> {
    asking: &'a Asking<'a>,
    search: UpdateSearch,
    path: PathBuf,
    total: u64,
    /// The windows that were read, in the order of their days, and how many records each has.
    windows: Vec<(UpdateWindow, u64)>,
}

impl<'a> Reading<'a> {
    /// Reads every record that was updated from that day on; of `total` there are in all.
    pub(super) fn since(
        asking: &'a Asking<'a>,
        search: UpdateSearch,
        from: Date,
        today: Date,
        total: u64,
    ) -> Result<Self, Failure> {
        let path = asking.folder.at(&format!("windows{PART}"));
        let mut reading = Self { asking, search, path, total, windows: Vec::new() };
        let began = reading.begin(from, today)?;
        reading.read(UpdateWindow::until_today(from, began), true)?;
        if began < today {
            // What was updated since moved out of windows that were yet to be read.
            let since = began.checked_sub(1.days()).unwrap_or(began);
            reading.read(UpdateWindow::until_today(since, today), false)?;
        }
        Ok(reading)
    }

    /// The windows that were read, the latest first: of a record that stands in two of them the first is the newest.
    pub(super) fn latest_first(&self) -> impl Iterator<Item = Result<Vec<EuvdItem>, Failure>> {
        self.windows.iter().rev().map(|(window, _)| {
            let path = self.path.join(window.file());
            let bytes = fs::read(&path).map_err(|error| hindered(&path, &error))?;
            let limits = Limits { advisory_bytes: usize::MAX, ..Limits::default() };
            Ok(page_of(&bytes, &limits)?.items)
        })
    }

    /// Nothing waits any more. What cannot be taken away only takes room.
    pub(super) fn clear(&self) {
        fs::remove_dir_all(&self.path).unwrap_or_default();
    }

    /// The day the reading that waits began on, if it is of the same; else today, and nothing waits.
    fn begin(&self, from: Date, today: Date) -> Result<Date, Failure> {
        let note = self.path.join(BEGUN);
        let begun: Option<Begun> = fs::read(&note).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let is_same = |begun: &Begun| {
            let age = (today - begun.until).get_days();
            begun.address == self.asking.address()
                && begun.from == from
                && (0..=GOES_ON_FOR_DAYS).contains(&age)
        };
        if let Some(begun) = begun.filter(is_same) {
            return Ok(begun.until);
        }
        self.clear();
        fs::create_dir_all(&self.path).map_err(|error| hindered(&self.path, &error))?;
        let begun = Begun { address: self.asking.address().to_owned(), from, until: today };
        let written = serde_json::to_vec(&begun).expect("an address and two days become JSON");
        write_whole(&note, &written)?;
        Ok(today)
    }

    /// Reads a window, or both its halves if it has too many records to be read in one go.
    fn read(&mut self, window: UpdateWindow, may_wait: bool) -> Result<(), Failure> {
        let path = self.path.join(window.file());
        if may_wait && path.is_file() {
            let bytes = fs::read(&path).map_err(|error| hindered(&path, &error))?;
            let limits = Limits { advisory_bytes: usize::MAX, ..Limits::default() };
            let count = page_of(&bytes, &limits)?.total;
            self.windows.push((window, count));
            return Ok(());
        }
        let first = self.page(window, 0)?;
        if first.total > self.search.most_in_window
            && let Some(halves) = window.halves()
        {
            return halves.into_iter().try_for_each(|half| self.read(half, may_wait));
        }
        if first.total > MOST_IN_A_DAY {
            let (day, most) = (window.from.to_string(), MOST_IN_A_DAY);
            return Err(Failure::refused(text!(
                "feeds-window-too-long",
                day = day,
                count = first.total,
                most = most
            )));
        }
        let records = self.whole(window, first)?;
        write_whole(&path, written(&records).as_bytes())?;
        self.windows.push((window, records.len() as u64));
        let done = self.windows.iter().map(|(_, count)| count).sum();
        (self.asking.changed)(done, self.total.max(done));
        Ok(())
    }

    /// Every record of a window. One whose total changes while it is read, or of which a record stands on two pages, is read again.
    fn whole(&self, window: UpdateWindow, first: EuvdPage) -> Result<Vec<EuvdItem>, Failure> {
        let mut page = first;
        for _ in 0..MOST_TRIES {
            let total = page.total;
            let mut records: HashMap<String, EuvdItem> = HashMap::new();
            let mut taken = 0;
            let mut number = 0;
            loop {
                let count = page.items.len() as u64;
                taken += count;
                records.extend(page.items.into_iter().map(|item| (item.id.clone(), item)));
                if page.total != total || count == 0 || taken >= total {
                    break;
                }
                number += 1;
                page = self.page(window, number)?;
            }
            if page.total == total && taken == total && records.len() as u64 == total {
                return Ok(records.into_values().collect());
            }
            page = self.page(window, 0)?;
        }
        let (from, until) = (window.from.to_string(), window.until.to_string());
        Err(Failure::hindered(text!("feeds-window-moves", from = from, until = until, tries = MOST_TRIES)))
    }

    fn page(&self, window: UpdateWindow, number: u64) -> Result<EuvdPage, Failure> {
        fetch_page(self.asking, &self.search.page_of(window.from, window.until, number))
    }
}

/// A page, as the server has it now.
pub(super) fn fetch_page(asking: &Asking<'_>, name: &str) -> Result<EuvdPage, Failure> {
    let (url, mut held, nothing) = (asking.url(name), Held::default(), Seen::default());
    match asking.fetcher.fetch(&asking.parcel(&url, &nothing, asking.feed.most_bytes), &mut held)? {
        Fetched::Whole(_) => page_of(&held.0, &Limits::default()),
        Fetched::Unchanged => Err(Failure::refused(text!("feeds-unfit"))),
    }
}

fn page_of(bytes: &[u8], limits: &Limits) -> Result<EuvdPage, Failure> {
    let read = read_euvd_page(bytes, limits);
    let says = read.problems.into_iter().next().map(|problem| problem.says);
    read.value.ok_or_else(|| Failure::refused(says.unwrap_or_else(|| text!("feeds-unfit"))))
}

/// The records of a window as a page is written, sorted by identifier.
fn written(records: &[EuvdItem]) -> String {
    let sorted: BTreeSet<(&str, &str)> =
        records.iter().map(|item| (item.id.as_str(), item.json.as_str())).collect();
    let items: Vec<&str> = sorted.into_iter().map(|(_, json)| json).collect();
    format!("{{\"items\":[{}],\"total\":{}}}", items.join(","), items.len())
}
