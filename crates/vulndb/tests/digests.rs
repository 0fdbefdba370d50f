//! Components found by the digest of their very file.

mod reading;

use proofmark_facts::{Advisory, AffectedProduct, Component, MatchConfidence, MatchRule};
use reading::index;

fn product(digests: &[(&str, &str)]) -> AffectedProduct {
    let digests = digests.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    AffectedProduct { product: Some("firmware.bin".into()), digests, ..AffectedProduct::default() }
}

fn component(algorithm: &str, value: &str) -> Component {
    let digests = vec![(algorithm.to_owned(), value.to_owned())];
    Component { name: "image".into(), digests, ..Component::default() }
}

#[test]
fn a_file_is_known_by_its_digest_and_the_rule_says_so() {
    let sha256 = "AB".repeat(32);
    let advisory = Advisory {
        id: "ACME-1".into(),
        products: vec![product(&[("SHA-256", &sha256), ("MD5", &"cd".repeat(16)), ("ADLER32", "01020304")])],
        ..Advisory::default()
    };
    let index = index(&[advisory]);
    let checked = index.check(&component("SHA-256", &sha256.to_ascii_lowercase()));
    let matched = &checked.known()[0].matched_by[0];
    assert_eq!((checked.known()[0].id.as_str(), matched.rule), ("ACME-1", MatchRule::Digest));
    assert_eq!(
        (matched.confidence, matched.range.as_str()),
        (MatchConfidence::Certain, &*format!("SHA-256:{}", "ab".repeat(32)))
    );
    // A file with a digest of MD5 can be made on purpose.
    let checked = index.check(&component("MD5", &"cd".repeat(16)));
    assert_eq!(checked.known()[0].confidence(), MatchConfidence::Likely);
    // What is the same by chance says nothing, nor does another algorithm or file.
    for (algorithm, value) in
        [("ADLER32", "01020304"), ("SHA3-256", &*sha256), ("SHA-256", &*"00".repeat(32))]
    {
        let checked = index.check(&component(algorithm, value));
        assert_eq!(checked.known(), [], "{algorithm}");
        assert_eq!(checked.unchecked().unwrap().id(), "vulndb-no-purl", "{algorithm}");
    }
}
