//! The CVE Program's own records (CVE List V5), with the containers of its enrichers; among them those of the Linux kernel's
//! numbering authority with the files each concerns.
//!
//! Releases, their names and what they hold: <https://github.com/CVEProject/cvelistV5>, "Releases". Each day's release has
//! all records as of midnight, a ZIP file in a ZIP file of some 620 MB (October 2026), and each hour's has those that changed since.
//! Of the same day's file now the day, now the day before stands in its name (issue 145 there), and an hour's may bear the
//! next one (issue 124): each spelling is asked for. What changed in an hour is not always all there (issues 40, 112, 138), so every day's
//! whole file is fetched and the changes only bridge the time to the next. Both are kept on other hosts of GitHub, to which
//! it redirects. Terms: <https://www.cve.org/Legal/TermsOfUse>, which let everybody copy and hand on the records with the
//! notice they contain.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::feed::{Feed, Layout};
use super::feed_file::FeedFile;

/// For how many hours back the newest changes are looked for.
const HOURS_BACK: i8 = 6;

pub(super) const CVE_RECORDS: Feed = Feed {
    name: "cve-records",
    of: "CVE List",
    publisher: "CVE Program",
    licence: "CVE Program Terms of Use",
    address: "https://github.com/CVEProject/cvelistV5/releases/download/",
    documented: "https://github.com/CVEProject/cvelistV5",
    layout: Layout::Files(files),
    every_hours: 6,
    stale_after_hours: 72,
    least_records: 300_000,
    may_shrink_percent: 1,
    unreadable_per_mille: 1,
    most_bytes: 2 << 30,
    pause_milliseconds: 500,
};

/// All records as of the last midnight there is a file of, what changed on the day before, and what changed since.
fn files(now: DateTime) -> Vec<FeedFile> {
    let (today, hour) = (now.date(), now.hour());
    let days: Vec<Date> = (0..3).filter_map(|back| today.checked_sub(back.days()).ok()).collect();
    let all = |(release, named): (&Date, &Date)| {
        format!("cve_{release}_0000Z/{named}_all_CVEs_at_midnight.zip.zip")
    };
    let spellings = days.windows(2).flat_map(|pair| [(&pair[0], &pair[0]), (&pair[0], &pair[1])]);
    let mut files = vec![FeedFile::first_of(spellings.map(all).collect()).for_good()];
    // While midnight's file is still being made, the one before and its day's changes are what there is.
    files.extend(days.get(1).map(|day| {
        FeedFile::named(format!("cve_{day}_at_end_of_day/{day}_delta_CVEs_at_end_of_day.zip"))
            .for_good()
            .if_there()
    }));
    let hours = (1..=hour).rev().take(usize::from(HOURS_BACK.unsigned_abs()));
    let since = hours.flat_map(|hour| {
        [hour, hour + 1]
            .map(|named| format!("cve_{today}_{hour:02}00Z/{today}_delta_CVEs_at_{named:02}00Z.zip"))
    });
    let since: Vec<String> = since.collect();
    if !since.is_empty() {
        files.push(FeedFile::first_of(since).for_good().if_there());
    }
    files
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn each_spelling_of_a_release_is_asked_for_and_the_newest_first() {
        let files = files(datetime(2026, 3, 1, 2, 10, 0, 0));
        assert_eq!(
            files[0].names,
            [
                "cve_2026-03-01_0000Z/2026-03-01_all_CVEs_at_midnight.zip.zip",
                "cve_2026-03-01_0000Z/2026-02-28_all_CVEs_at_midnight.zip.zip",
                "cve_2026-02-28_0000Z/2026-02-28_all_CVEs_at_midnight.zip.zip",
                "cve_2026-02-28_0000Z/2026-02-27_all_CVEs_at_midnight.zip.zip",
            ]
        );
        assert!(!files[0].may_be_missing && files[1].may_be_missing && files[2].may_be_missing);
        assert_eq!(files[1].names, ["cve_2026-02-28_at_end_of_day/2026-02-28_delta_CVEs_at_end_of_day.zip"]);
        assert_eq!(files[2].names[0], "cve_2026-03-01_0200Z/2026-03-01_delta_CVEs_at_0200Z.zip");
        assert_eq!(files[2].names.len(), 4);
        assert!(files.iter().all(|file| file.is_final));
    }

    #[test]
    fn in_the_first_hour_nothing_changed_since_midnight() {
        assert_eq!(files(datetime(2026, 3, 1, 0, 59, 0, 0)).len(), 2);
        assert_eq!(files(datetime(2026, 3, 1, 23, 59, 0, 0))[2].names.len(), 12);
    }
}
