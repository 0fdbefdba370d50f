//! Component lists of any length, made by rule: the same length gives the same list.

use std::fmt::Write as _;

/// Ecosystems by the type of their package URLs, each with words its names are made of.
const KINDS: [(&str, &str); 5] = [
    ("npm", "%40scope/package"),
    ("pypi", "package"),
    ("maven", "org.example.group/artifact"),
    ("golang", "github.com/example/module"),
    ("cargo", "package"),
];

/// The package URL of the component with this number: no two are alike.
pub(crate) fn purl(number: usize) -> String {
    let (kind, name) = KINDS[number % KINDS.len()];
    let (major, minor) = (number % 7, number % 23);
    format!("pkg:{kind}/{name}-{number}@{major}.{minor}.{}", number % 11)
}

/// A CycloneDX document as tools write it: names, versions, licences, digests, and one dependency each.
pub(crate) fn cyclonedx(count: usize) -> String {
    let mut written = String::from(
        r#"{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"timestamp":"2026-11-20T00:00:00Z","component":{"type":"application","bom-ref":"app","name":"app","version":"1.0"}},"components":["#,
    );
    for number in 0..count {
        let comma = if number == 0 { "" } else { "," };
        let purl = purl(number);
        write!(
            written,
            r#"{comma}{{"bom-ref":"{purl}","type":"library","name":"package-{number}","version":"{}.{}.{}","scope":"required","hashes":[{{"alg":"SHA-256","content":"{:064x}"}}],"licenses":[{{"license":{{"id":"Apache-2.0"}}}}],"purl":"{purl}","properties":[{{"name":"scanner:layer","value":"{number}"}}]}}"#,
            number % 7,
            number % 23,
            number % 11,
            number
        )
        .expect("a text takes every letter");
    }
    written.push_str(r#"],"dependencies":[{"ref":"app","dependsOn":["#);
    write!(written, "\"{}\"]}}", purl(0)).expect("a text takes every letter");
    for number in 1..count {
        write!(written, r#",{{"ref":"{}","dependsOn":["{}"]}}"#, purl(number / 2), purl(number))
            .expect("a text takes every letter");
    }
    written.push_str("]}");
    written
}
