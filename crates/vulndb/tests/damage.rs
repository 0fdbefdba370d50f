//! A damaged or hostile index gives an error or an answer, never a panic.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod nvd_reading;
mod reading;

use std::sync::LazyLock;

use proofmark_facts::Component;
use proofmark_vulndb::{Builder, Index, IndexError};
use proptest::prelude::*;
use reading::component;

const RECORDS: [&str; 5] = [
    r#"{"id": "PYSEC-1", "aliases": ["CVE-1"], "modified": "2024-01-01T00:00:00Z", "summary": "s", "affected": [
        {"package": {"ecosystem": "PyPI", "name": "p"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1"}, {"fixed": "2"}]}],
         "versions": ["0.5"], "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}]}]}"#,
    r#"{"id": "GHSA-1", "aliases": ["CVE-1"], "affected": [{"package": {"ecosystem": "PyPI", "name": "p"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"last_affected": "3"}]}]}]}"#,
    r#"{"id": "DSA-1", "upstream": ["CVE-1", "CVE-2"], "affected": [{"package": {"ecosystem": "Debian:12", "name": "p"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}"#,
    r#"{"id": "GHSA-2", "affected": [{"package": {"ecosystem": "Maven", "name": "g:a"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}], "versions": ["1"]}]}"#,
    r#"{"id": "CVE-3", "configurations": [{"operator": "AND", "nodes": [
        {"cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:v:p:*:*:*:*:*:*:*:*", "versionStartIncluding": "1", "versionEndExcluding": "2"},
                      {"vulnerable": true, "criteria": "cpe:2.3:a:w:p:3:*:*:*:*:*:*:*"}]},
        {"cpeMatch": [{"vulnerable": false, "criteria": "cpe:2.3:o:v:k:-:*:*:*:*:*:*:*"}]}]}]}"#,
];

const NAMED: [&str; 5] =
    ["cpe:/a:v:p:1.5", "cpe:/a:w:p:3", "cpe:/o:v:k:1", "cpe:/a::p:1.5", "cpe:2.3:a:v:p:*:*:*:*:*:*:*:*"];

const ASKED: [&str; 7] = [
    "pkg:pypi/p@1.5",
    "pkg:pypi/p@0.5",
    "pkg:pypi/p",
    "pkg:pypi/q@1",
    "pkg:deb/debian/p@1?distro=debian-12",
    "pkg:maven/g/a@1",
    "pkg:maven/g/a@2",
];

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| built(&[0, 1, 2, 3, 4]));

fn built(order: &[usize]) -> Vec<u8> {
    let mut builder = Builder::new();
    for &number in order {
        nvd_reading::add(&mut builder, RECORDS[number]);
    }
    builder.add_exploited("CVE-1", "KEV", Some(jiff::civil::date(2024, 1, 2))).unwrap();
    builder.add_prediction("CVE-1", 5, 6, Some(jiff::civil::date(2024, 1, 2)));
    builder.finish().unwrap()
}

/// Asks everything there is to ask.
fn ask(index: &Index) {
    for purl in ASKED {
        let _ = index.check(&component(purl));
    }
    let named = |cpe: &str| Component { name: "p".into(), cpe: Some(cpe.into()), ..Component::default() };
    let mut all: Vec<Component> = NAMED.iter().map(|cpe| named(cpe)).collect();
    all.push(Component { name: "p".into(), version: Some("1.5".into()), ..Component::default() });
    let _ = index.check_all(&all);
    let _ = index.facts();
}

/// The header's own digest, made to fit again: what someone who means harm would do.
fn with_fitting_header(mut bytes: Vec<u8>) -> Vec<u8> {
    let sections = bytes.get(12..16).and_then(|count| Some(u32::from_le_bytes(count.try_into().ok()?)));
    let end = 8 + 4 + 4 + 32 + sections.unwrap_or_default().min(1000) as usize * 20;
    if bytes.len() >= end + 32 {
        let digest = proofmark_facts::Sha256::of(&bytes[..end]);
        bytes[end..end + 32].copy_from_slice(&digest.0);
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_flipped_bytes_make_it_panic(flips in proptest::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..8)) {
        let mut bytes = BYTES.clone();
        for (place, flip) in flips {
            let place = place.index(bytes.len());
            bytes[place] ^= flip;
        }
        let changed = bytes != *BYTES;
        for (bytes, is_fitted) in [(bytes.clone(), false), (with_fitting_header(bytes), true)] {
            let same = bytes == *BYTES;
            if let Ok(index) = Index::from_bytes(bytes) {
                prop_assert!(index.verify().is_err() || same || !changed);
                // The sums do not look at the digest in the header, which that of the header holds unless made to fit.
                prop_assert!(index.check_sums().is_err() || same || !changed || is_fitted);
                ask(&index);
            }
        }
    }

    #[test]
    fn no_cut_makes_it_panic_and_every_cut_is_noticed(length in any::<prop::sample::Index>()) {
        let cut = length.index(BYTES.len());
        prop_assert!(Index::from_bytes(BYTES[..cut].to_vec()).is_err());
    }

    #[test]
    fn no_overwritten_stretch_makes_it_panic(
        place in any::<prop::sample::Index>(), with in prop_oneof![Just(0_u8), Just(255), any::<u8>()], length in 1..64_usize,
    ) {
        let mut bytes = BYTES.clone();
        let place = place.index(bytes.len());
        let end = (place + length).min(bytes.len());
        bytes[place..end].fill(with);
        if let Ok(index) = Index::from_bytes(with_fitting_header(bytes)) {
            ask(&index);
        }
    }

    #[test]
    fn the_same_records_in_any_order_give_the_same_bytes(order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle(), twice in 0..5_usize) {
        prop_assert_eq!(&built(&order), &*BYTES);
        let mut order = order;
        order.push(twice);
        prop_assert_eq!(&built(&order), &*BYTES);
    }
}

#[test]
fn every_changed_byte_is_found_by_the_sums_and_the_part_is_named() {
    let mut parts = std::collections::BTreeSet::new();
    for place in 0..BYTES.len() {
        let mut bytes = BYTES.clone();
        bytes[place] ^= 1 << (place % 8);
        let checked = Index::from_bytes(bytes.clone()).and_then(|index| index.check_sums());
        match checked {
            Err(IndexError::Damaged(part)) => parts.insert(part),
            Err(IndexError::NotAnIndex | IndexError::OtherVersion(_)) if place < 12 => false,
            other => panic!("byte {place}: {other:?}"),
        };
        // Nor do the sums and the digest of the header, both made to fit, deceive the digest of the whole.
        let fitted = with_fitting_header(bytes);
        let is_mended = fitted == *BYTES;
        let verified = Index::from_bytes(fitted).and_then(|index| index.verify());
        assert_eq!(verified.is_ok(), is_mended, "byte {place}");
    }
    assert!(parts.contains("header") && parts.contains("Strings") && parts.contains("Windows"), "{parts:?}");
}

#[test]
fn what_is_not_an_index_is_refused_with_the_reason() {
    assert!(matches!(Index::from_bytes(Vec::new()), Err(IndexError::NotAnIndex)));
    assert!(matches!(Index::from_bytes(b"PMVULNDB".to_vec()), Err(IndexError::Damaged(_))));
    let mut newer = BYTES.clone();
    newer[8] = 250;
    let refusal = Index::from_bytes(newer).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "The vulnerability database has format version 250; this program reads version 7."
    );
    let mut grown = BYTES.clone();
    grown.push(0);
    assert!(Index::from_bytes(grown).is_err());
}

#[test]
fn an_index_is_published_and_opened_by_map() {
    let directory = std::env::temp_dir().join(format!("vulndb-test-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let path = directory.join("vulndb.index");
    proofmark_vulndb::publish(&path, |out| Ok(out.write_all(&BYTES)?)).unwrap();
    let index = Index::open(&path).unwrap();
    index.verify().unwrap();
    index.check_sums().unwrap();
    assert_eq!(index.check(&component(ASKED[0])).known()[0].id, "CVE-1");
    std::fs::remove_dir_all(&directory).unwrap();
    assert!(matches!(Index::open(&path), Err(IndexError::Io(_))));
}
