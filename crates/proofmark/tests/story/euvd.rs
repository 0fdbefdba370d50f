//! The European vulnerability database: read by windows of days and by pages, from a server that misbehaves.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::Value;

use crate::house::{Done, House, files_below};
use crate::mirror::{Mirror, Says, file};

const ALL: &str = "/euvd/search?page=0&size=1";

fn sync(house: &House, mirror: &Mirror, more: &[&str]) -> Done {
    let at = format!("euvd={}", mirror.url("euvd"));
    let mut arguments =
        vec!["feeds", "sync", "--only", "euvd", "--mirror", &at, "--allow-network", "127.0.0.1"];
    arguments.extend(more);
    house.run(&arguments)
}

fn records(house: &House) -> Value {
    house.run(&["feeds", "status", "--format", "json"]).json()["records"].clone()
}

#[expect(clippy::disallowed_methods, reason = "the program under test bounds its searches by its own clock")]
fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

fn tomorrow() -> Date {
    today().checked_add(1.days()).unwrap()
}

/// Where the time from the first day on is halved.
fn middle() -> Date {
    let days = (tomorrow() - date(1990, 1, 1)).get_days();
    date(1990, 1, 1).checked_add((days / 2).days()).unwrap()
}

fn search(from: Date, until: Date, page: u64) -> String {
    format!("/euvd/search?fromUpdatedDate={from}&toUpdatedDate={until}&page={page}&size=100")
}

fn everything(page: u64) -> String {
    search(date(1990, 1, 1), tomorrow(), page)
}

fn lately() -> String {
    search(today().checked_sub(1.days()).unwrap(), tomorrow(), 0)
}

/// A page with these records, of so many.
fn page(total: u64, records: &[(&str, &str)]) -> Vec<u8> {
    let records: Vec<String> = records
        .iter()
        .map(|(number, updated)| {
            format!(
                r#"{{"id":"EUVD-2026-{number}","enisaUuid":"x","description":"of {number}","datePublished":"Jan 2, 2026, 1:02:03 AM","dateUpdated":"{updated}","baseScore":9.8,"baseScoreVersion":"4.0","baseScoreVector":"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N","references":"https://e.example/a\n","aliases":"CVE-2026-{number}\nGHSA-xxxx-xxxx-{number}\n","assigner":"e","epss":1.57,"enisaIdProduct":[],"enisaIdVendor":[]}}"#
            )
        })
        .collect();
    format!("{{\"items\":[{}],\"total\":{total}}}", records.join(",")).into_bytes()
}

const OLD: &str = "Jan 2, 2005, 1:02:03 AM";
const NEW: &str = "Nov 20, 2026, 11:02:03 PM";

/// All of it on one page.
fn has(mirror: &Mirror, records: &[(&str, &str)]) {
    let total = records.len() as u64;
    mirror.has(ALL, &page(total, &records[..1]));
    mirror.has(&everything(0), &page(total, records));
    mirror.has(&lately(), &page(0, &[]));
}

#[test]
fn a_first_copy_is_read_by_windows_and_then_only_what_was_updated() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.has(ALL, &page(3, &[("1001", OLD)]));
    // Too many for one window: two halves, one of two pages, with one record in both.
    mirror.has(&everything(0), &page(20_000, &[("1001", OLD)]));
    mirror.has(&search(date(1990, 1, 1), middle(), 0), &page(2, &[("1001", OLD)]));
    mirror.has(&search(date(1990, 1, 1), middle(), 1), &page(2, &[("1002", OLD)]));
    mirror.has(&search(middle(), tomorrow(), 0), &page(2, &[("1002", NEW), ("1003", NEW)]));
    sync(&house, &mirror, &[]).ends(1).shows("a first copy of this feed has 350000 at least");
    assert_eq!(mirror.asked(), [ALL], "nothing is read of a search that has too few");
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("3 records, 0 before");
    assert_eq!(records(&house), 3);
    assert_eq!(mirror.asked().len(), 5);
    let left = files_below(&house.home().join("feeds/euvd"));
    assert_eq!(left.len(), 3, "state, records and list: {left:?}");
    // Who holds the CVE's name finds the record.
    assert!(house.run(&["explain", "CVE-2026-1003"]).out.contains("EUVD-2026-1003"));

    mirror.has(&lately(), &page(2, &[("1002", NEW), ("1003", NEW)]));
    sync(&house, &mirror, &[]).ends(0).shows("up to date, 3 records");
    assert_eq!(mirror.asked(), [ALL.to_owned(), lately()]);

    mirror.has(ALL, &page(4, &[("1001", OLD)]));
    mirror.has(&lately(), &page(2, &[("1004", NEW), ("1001", "Nov 21, 2026, 12:00:00 AM")]));
    sync(&house, &mirror, &[]).ends(0).shows("4 records, 3 before");
    assert_eq!(records(&house), 4);
}

#[test]
fn a_window_that_moves_while_it_is_read_is_read_again() {
    let (house, mirror) = (House::new(), Mirror::open());
    has(&mirror, &[("1001", OLD), ("1002", OLD), ("1003", OLD)]);
    // A record came while the first page was read, and pushed another to the second page, where it stands again.
    mirror.says(
        &everything(0),
        &[
            file(&page(3, &[("1001", OLD), ("1002", OLD)])),
            file(&page(3, &[("1001", OLD), ("1002", OLD), ("1003", OLD)])),
        ],
    );
    mirror.has(&everything(1), &page(3, &[("1002", OLD)]));
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("3 records, 0 before");

    let (house, mirror) = (House::new(), Mirror::open());
    has(&mirror, &[("1001", OLD), ("1002", OLD), ("1003", OLD)]);
    mirror.has(&everything(0), &page(3, &[("1001", OLD), ("1002", OLD)]));
    mirror.has(&everything(1), &page(4, &[("1003", OLD)]));
    sync(&house, &mirror, &["--accept-shrunk"]).ends(1).shows("changed each of the 4 times");
    assert!(!house.home().join("vulnerabilities.index").exists());
}

#[test]
fn what_was_read_before_a_server_refused_waits_and_is_gone_on_with() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.has(ALL, &page(2, &[("1001", OLD)]));
    mirror.has(&everything(0), &page(20_000, &[("1001", OLD)]));
    mirror.has(&search(date(1990, 1, 1), middle(), 0), &page(1, &[("1001", OLD)]));
    let forbidden = Says::Head("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    mirror.says(&search(middle(), tomorrow(), 0), &[forbidden]);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(1).shows("403");
    assert!(!house.home().join("vulnerabilities.index").exists());
    mirror.asked();
    // Now it asks for patience, with either word, then sends too little, then answers.
    let (now, later) = (
        Says::Head("HTTP/1.1 403 Forbidden\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"),
        Says::Head("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"),
    );
    let whole = page(1, &[("1002", NEW)]);
    let half = Says::Half(whole.clone(), "\"half\"".to_owned(), 40);
    mirror.says(&search(middle(), tomorrow(), 0), &[now, later, half, file(&whole)]);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("2 records, 0 before");
    let asked = mirror.asked();
    assert!(!asked.contains(&search(date(1990, 1, 1), middle(), 0)), "it waited here: {asked:?}");
    assert_eq!(asked.len(), 2 + 4);
}

#[test]
fn what_the_windows_lack_of_the_whole_is_missed() {
    let (house, mirror) = (House::new(), Mirror::open());
    has(&mirror, &[("1001", OLD), ("1002", OLD)]);
    mirror.has(ALL, &page(1000, &[("1001", OLD)]));
    sync(&house, &mirror, &["--accept-shrunk"]).ends(1).shows("lack 998 of the 1000 records");
    assert!(!house.home().join("vulnerabilities.index").exists());
    // A page that is none, and one with a record of somebody else's.
    mirror.has(&everything(0), b"<html>busy</html>");
    sync(&house, &mirror, &["--accept-shrunk"]).ends(1);
    mirror.has(&everything(0), br#"{"items":[{"id":"../../x"}],"total":1}"#);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(1).shows("is no identifier of the EUVD");
}

#[test]
fn records_that_are_gone_are_noticed_by_the_total_and_all_is_read_anew() {
    let (house, mirror) = (House::new(), Mirror::open());
    has(&mirror, &[("1001", OLD), ("1002", OLD), ("1003", OLD)]);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0);
    has(&mirror, &[("1001", OLD), ("1003", OLD)]);
    sync(&house, &mirror, &[]).ends(1).shows("it has 2 records and had 3");
    assert_eq!(records(&house), 3);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("2 records, 3 before");
    assert_eq!(records(&house), 2);
}
