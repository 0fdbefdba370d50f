//! An industrial edge gateway that may not be sold yet.

use crate::example::{Expected, assert_plain, hold};
use crate::house::{House, example};

const GRPC: &str = "pkg:golang/google.golang.org/grpc@v1.58.2";
const WEBPKI: &str = "pkg:cargo/rustls-webpki@0.102.8";
const REQUESTS: &str = "pkg:pypi/requests@2.32.3";
const NOT_AFFECTED: Option<&str> = Some("not_affected");
const GENERIC: &str = "vulndb-purl-type-unknown";

const EXPECTED: Expected<'_> = Expected {
    directory: "edge-gateway",
    code: 1,
    class: ("important-I", "III.I.12"),
    days: &[("2026-09-11", "already"), ("2027-12-11", "later"), ("2028-06-11", "later")],
    services: &[
        ("Kvistmark Fleet", "part-of-the-product"),
        ("The operator's own message broker", "component"),
        ("LTE network", "outside"),
    ],
    findings: &[
        (GRPC, "CVE-2023-44487", &["1.58.3"], Some("2023-10-10"), Some(5.3), Some("under_investigation")),
        (GRPC, "GHSA-m425-mq94-257g", &["1.58.3"], None, Some(7.5), None),
        (GRPC, "CVE-2026-33186", &["1.79.3"], None, None, Some("affected")),
        (GRPC, "GHSA-hrxh-6v49-42gf", &["1.82.1"], None, None, None),
        (
            "pkg:golang/github.com/golang-jwt/jwt/v5@v5.2.1",
            "CVE-2025-30204",
            &["5.2.2"],
            None,
            Some(8.7),
            Some("fixed"),
        ),
        ("pkg:golang/golang.org/x/crypto@v0.52.0", "GO-2026-5932", &[], None, None, NOT_AFFECTED),
        ("pkg:pypi/jinja2@3.1.5", "CVE-2025-27516", &["3.1.6"], None, Some(5.4), NOT_AFFECTED),
        (REQUESTS, "CVE-2024-47081", &["2.32.4"], None, Some(5.3), NOT_AFFECTED),
        (REQUESTS, "CVE-2026-25645", &["2.33.0"], None, Some(5.5), Some("affected")),
        ("pkg:cargo/rustls@0.23.13", "CVE-2024-11738", &["0.23.18"], None, Some(8.2), NOT_AFFECTED),
        (WEBPKI, "GHSA-pwjx-qhcg-rvj4", &["0.103.10"], None, None, NOT_AFFECTED),
        (WEBPKI, "GHSA-965h-392x-2mh5", &["0.103.12", "0.104.0-alpha.6"], None, None, Some("affected")),
        (WEBPKI, "GHSA-xgp8-3hg3-c2mh", &["0.103.12", "0.104.0-alpha.6"], None, None, Some("affected")),
        (WEBPKI, "GHSA-82j2-j2ch-gfr8", &["0.103.13", "0.104.0-alpha.7"], None, None, NOT_AFFECTED),
        (
            "pkg:deb/debian/openssl@3.0.17-1~deb12u2",
            "CVE-2025-9230",
            &["3.0.17-1~deb12u3"],
            None,
            None,
            NOT_AFFECTED,
        ),
        (
            "pkg:deb/debian/openssl@3.0.17-1~deb12u2",
            "CVE-2025-9232",
            &["3.0.17-1~deb12u3"],
            None,
            None,
            NOT_AFFECTED,
        ),
        (
            "pkg:deb/debian/libssl3@3.0.17-1~deb12u2",
            "CVE-2025-9230",
            &["3.0.17-1~deb12u3"],
            None,
            None,
            NOT_AFFECTED,
        ),
        (
            "pkg:deb/debian/libssl3@3.0.17-1~deb12u2",
            "CVE-2025-9232",
            &["3.0.17-1~deb12u3"],
            None,
            None,
            NOT_AFFECTED,
        ),
        (
            "pkg:deb/debian/openssh-server@1:9.2p1-2%2Bdeb12u3",
            "CVE-2025-26465",
            &["1:9.2p1-2+deb12u5"],
            None,
            None,
            NOT_AFFECTED,
        ),
        (
            "pkg:deb/debian/openssh-sftp-server@1:9.2p1-2%2Bdeb12u3",
            "CVE-2025-26465",
            &["1:9.2p1-2+deb12u5"],
            None,
            None,
            NOT_AFFECTED,
        ),
        (
            "pkg:deb/debian/openssh-client@1:9.2p1-2%2Bdeb12u3",
            "CVE-2025-26465",
            &["1:9.2p1-2+deb12u5"],
            None,
            None,
            Some("affected"),
        ),
    ],
    told: &[],
    unchecked: &[
        ("pkg:generic/u-boot@2024.01", GENERIC),
        ("pkg:generic/linux@6.1.192", "vulndb-ecosystem-not-covered"),
        ("pkg:generic/trusted-firmware-a@2.12.0", GENERIC),
        ("pkg:generic/optee-os@4.4.0", GENERIC),
        ("pkg:generic/busybox@1.36.1", GENERIC),
        ("lte-modem-firmware@R07A03-EU", "vulndb-no-purl"),
        ("pkg:golang/github.com/miekg/dns@%28devel%29", "vulndb-version-unreadable"),
    ],
    blocked: &[
        ("under-investigation", "CVE-2023-44487"),
        ("fix-not-proven", "CVE-2025-30204"),
        ("undecided", "GHSA-m425-mq94-257g"),
        ("decision-lapsed", "CVE-2025-26465"),
        ("risk-not-accepted", "CVE-2026-33186"),
        ("undecided", "GHSA-hrxh-6v49-42gf"),
        ("unchecked", "lte-modem-firmware@R07A03-EU"),
        ("unchecked", "pkg:golang/github.com/miekg/dns@%28devel%29"),
    ],
    open: &[
        "art13-1",
        "art13-3",
        "art13-5",
        "art13-6",
        "art13-8a",
        "art13-12",
        "art13-13",
        "art23-2",
        "art28-1",
        "art28-2",
        "art28-3",
        "art28-4",
        "art29",
        "art30-3",
        "art30-5",
        "art31-4",
        "art32-1",
        "art32-2",
        "I.2.a",
        "I.2.l",
        "II.2",
        "II.4",
        "II.8",
        "annex-V-3",
        "annex-V-5",
        "annex-V-7",
        "annex-V-8",
        "annex-VII-1",
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
        "art30-1-software",
        "art30-2",
        "art30-4",
        "art32-3",
        "art32-4",
        "art32-5",
        "art33-5",
        "art53",
        "art54-1",
        "art57-1",
        "art58-1",
        "annex-II-9",
        "annex-VII-8",
    ],
};

#[test]
fn every_answer_is_the_one_worked_out_by_hand() {
    let json = hold(&House::new(), &EXPECTED);
    let warns = json["gate"]["blocked_by"][0]["exploited_somewhere"]["text"].as_str().unwrap();
    assert!(warns.contains("Exploited somewhere is not exploited in our product"), "{warns}");
}

#[test]
fn the_instructions_a_person_gets_on_how_it_stands() {
    let json = hold(&House::new(), &EXPECTED);
    let obligations = json["obligations"].as_array().unwrap();
    assert_eq!(obligations.len(), 119);
    // What must be done first is what closes most, and every step says where in the dossier.
    for step in json["next_steps"].as_array().unwrap() {
        assert!(!step["at"].as_array().unwrap().is_empty(), "{step}");
        assert!(!step["closes"].as_array().unwrap().is_empty(), "{step}");
        // Placed two days after everything applies: that is the day it is due.
        assert_eq!(step["by"], "2027-12-13");
    }
}

#[test]
fn a_person_reads_it_on_a_plain_terminal() {
    let house = House::new();
    let done = house.assess(&example("edge-gateway"), &["--all"]).ends(1);
    assert_plain(&done, 80);
    assert_eq!(done.err, "");
    for words in [
        "In scope of Regulation (EU) 2024/2847",
        "Your role: manufacturer",
        "Class: important, class I: III.I.12",
        "Open today: EU-type examination",
        "Closed today, could open: internal control (module A)",
        "Binds since 2026-09-11",
        "21, 1 exploited somewhere; 163 components are listed",
        "closed: the release may not be placed on the market: 8 reasons",
        "lte-modem-firmware",
        "No legal advice",
    ] {
        done.shows(words);
    }
}

#[test]
fn acceptances_that_run_out_close_the_gate_further() {
    let house = House::new();
    let directory = example("edge-gateway");
    let done =
        house.run(&["assess", crate::house::text(&directory), "--on", "2027-12-13", "--format", "json"]);
    let json = done.ends(1).json();
    // Findings 9, 12 and 13 block too on the planned day of placing.
    let lapsed = json["gate"]["blocked_by"].as_array().unwrap().iter();
    let lapsed: Vec<_> = lapsed
        .filter(|block| block["cause"] == "decision-lapsed")
        .map(|block| &block["vulnerability"])
        .collect();
    assert_eq!(lapsed.len(), 4, "{lapsed:?}");
}
