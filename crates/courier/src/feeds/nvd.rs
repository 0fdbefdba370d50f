//! The National Vulnerability Database of the NIST (US), as its yearly files in the form of its interface 2.0.
//!
//! Names, form and rhythm: <https://nvd.nist.gov/vuln/data-feeds>, "2.0 JSON Feeds". The file of 2002 holds all earlier years
//! too; the years are made anew each night, what changed in the last eight days (`modified`) every two hours. There were
//! some 380,000 records in August 2026. Terms: <https://nvd.nist.gov/developers/terms-of-use>.

use jiff::civil::DateTime;

use super::feed::{Feed, Layout};
use super::feed_file::FeedFile;

/// The year of the first file.
const FIRST_YEAR: i16 = 2002;

pub(super) const NVD: Feed = Feed {
    name: "nvd",
    of: "NVD",
    publisher: "NIST",
    licence: "public domain; whoever uses it says that the NVD neither endorses nor certifies the product",
    address: "https://nvd.nist.gov/feeds/json/cve/2.0/",
    documented: "https://nvd.nist.gov/vuln/data-feeds",
    layout: Layout::Files(files),
    every_hours: 6,
    stale_after_hours: 48,
    least_records: 350_000,
    may_shrink_percent: 1,
    // A year is one document: one that cannot be read to its end is not whole.
    unreadable_per_mille: 0,
    most_bytes: 256 << 20,
    pause_milliseconds: 200,
};

/// Every year, and what changed since the years were made. Of the same record the newest counts.
fn files(now: DateTime) -> Vec<FeedFile> {
    let file = |of: String| FeedFile::named(format!("nvdcve-2.0-{of}.json.gz"));
    let mut files: Vec<FeedFile> = (FIRST_YEAR..=now.year()).map(|year| file(year.to_string())).collect();
    // Nobody says at which hour of the year its file comes into being.
    if now.month() == 1 {
        let newest = files.pop();
        files.extend(newest.map(FeedFile::if_there));
    }
    files.push(file("modified".to_owned()));
    files
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn a_year_that_has_just_begun_may_have_no_file_yet() {
        let new_year = files(datetime(2027, 1, 1, 0, 0, 5, 0));
        let lenient: Vec<&str> =
            new_year.iter().filter(|file| file.may_be_missing).map(|file| file.names[0].as_str()).collect();
        assert_eq!(lenient, ["nvdcve-2.0-2027.json.gz"]);
        assert_eq!(new_year.len(), 27);
        let later = files(datetime(2027, 2, 1, 0, 0, 0, 0));
        assert!(later.len() == 27 && later.iter().all(|file| !file.may_be_missing));
        assert_eq!(later[0].names, ["nvdcve-2.0-2002.json.gz"]);
        assert_eq!(later[26].names, ["nvdcve-2.0-modified.json.gz"]);
    }
}
