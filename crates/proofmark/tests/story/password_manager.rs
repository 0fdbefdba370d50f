//! A password manager that may be sold.

use crate::example::{Expected, assert_plain, hold};
use crate::house::{House, example, text};

const NOT_AFFECTED: Option<&str> = Some("not_affected");

const EXPECTED: Expected<'_> = Expected {
    directory: "password-manager",
    code: 0,
    class: ("important-I", "III.I.3"),
    days: &[("2026-09-11", "already"), ("2027-12-11", "not-unless-substantially-modified")],
    services: &[("Dohlennest Sync", "part-of-the-product"), ("Crash report service", "outside")],
    findings: &[
        ("pkg:cargo/curve25519-dalek@4.1.2", "CVE-2024-58262", &["4.1.3"], None, None, NOT_AFFECTED),
        ("pkg:cargo/idna@0.5.0", "CVE-2024-12224", &["1.0.0"], None, Some(6.3), Some("affected")),
        ("pkg:cargo/glib@0.18.5", "GHSA-wrw7-89jp-8q8g", &["0.20.0"], None, None, NOT_AFFECTED),
        ("pkg:cargo/rsa@0.9.10", "CVE-2023-49092", &[], None, Some(5.9), NOT_AFFECTED),
        ("pkg:npm/dompurify@3.2.3", "CVE-2025-26791", &["3.2.4"], None, Some(4.5), NOT_AFFECTED),
        ("pkg:npm/nanoid@3.3.7", "CVE-2024-55565", &["3.3.8"], None, None, NOT_AFFECTED),
        ("pkg:npm/ws@8.16.0", "CVE-2024-37890", &["8.17.1"], None, Some(7.5), NOT_AFFECTED),
        ("pkg:npm/jose@4.15.4", "CVE-2024-28176", &["4.15.5"], None, Some(5.3), NOT_AFFECTED),
    ],
    told: &["vulndb-told-unmaintained"],
    unchecked: &[
        ("pkg:generic/sqlite@3.45.0", "vulndb-purl-type-unknown"),
        ("pkg:generic/node@22.20.0", "vulndb-purl-type-unknown"),
        ("Public Suffix List@2026-11-02", "vulndb-no-purl"),
    ],
    blocked: &[],
    open: &[
        "art13-1",
        "art13-6",
        "art13-12",
        "art13-13",
        "art23-2",
        "art28-1",
        "art28-2",
        "art28-4",
        "art29",
        "art30-3",
        "art31-4",
        "art32-1",
        "art32-2",
        "I.2.l",
        "annex-V-3",
        "annex-V-5",
        "annex-V-7",
        "annex-V-8",
        "annex-VII-7",
        "annex-VII-9",
    ],
    not_applicable: &[
        "art12-1",
        "art13-10",
        "art13-11",
        "art13-21",
        "art13-22",
        "art13-23",
        "art13-24",
        "art13-25",
        "art14-1",
        "art14-2-a",
        "art14-2-b",
        "art14-2-c",
        "art14-3",
        "art14-4-a",
        "art14-4-b",
        "art14-4-c",
        "art14-6",
        "art14-8",
        "art15-1",
        "art18-1",
        "art18-2",
        "art23-1",
        "art28-3",
        "art30-1-hardware",
        "art30-2",
        "art30-4",
        "art30-5",
        "art31-3",
        "art32-3",
        "art32-4",
        "art32-5",
        "art33-5",
        "art53",
        "art54-1",
        "art57-1",
        "art58-1",
        "I.2.i",
        "annex-II-9",
        "annex-VII-8",
    ],
};

#[test]
fn every_answer_is_the_one_worked_out_by_hand() {
    hold(&House::new(), &EXPECTED);
}

#[test]
fn a_person_reads_it_on_a_plain_terminal() {
    let house = House::new();
    let done = house.assess(&example("password-manager"), &["--all"]).ends(0);
    assert_plain(&done, 80);
    assert!(done.err.contains("pkg:cargo/proc-macro-error@1.0.4 is no longer"), "{}", done.err);
    done.shows("open: the release may be placed on the market as far as this point goes");
    done.shows("8, 0 exploited somewhere; 240 components are listed");
}

#[test]
fn the_gate_closes_the_day_after_the_acceptance_runs_out() {
    let house = House::new();
    let directory = example("password-manager");
    house.run(&["assess", text(&directory), "--on", "2027-04-30"]).ends(0);
    house.run(&["assess", text(&directory), "--on", "2027-05-01"]).ends(1).shows("lapsed after 2027-04-30");
}
