//! Tests of components that a list names several times: each is told once, by the surest match.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use proofmark_facts::{
    Advisory, Affected, CpeBound, CpeConfiguration, CpeMatch, CpeNode, CpeOperator, MatchConfidence,
    MatchRule,
};
use proofmark_vulndb::{Builder, Index};
use serde_json::{Value, json};

use crate::scan::{ScanEnd, ScanPart, ScannedList};
use crate::scan_finding::{ScanFinding, ScanSighting};
use crate::vulnerability_source::VulnerabilitySource;

/// `zlib` before 1.2.12 in the NVD, `one` 1.0.0 of npm in OSV.
fn source() -> VulnerabilitySource {
    let mut builder = Builder::new();
    let criteria = "cpe:2.3:a:zlib:zlib:*:*:*:*:*:*:*:*".parse().unwrap();
    let to = Some(CpeBound { version: "1.2.12".to_owned(), included: false });
    let node = CpeNode {
        operator: CpeOperator::Or,
        negate: false,
        matches: vec![CpeMatch { vulnerable: true, criteria, from: None, to }],
    };
    let configuration = CpeConfiguration { operator: CpeOperator::Or, negate: false, nodes: vec![node] };
    let advisory = |id: &str| Advisory { id: id.to_owned(), ..Advisory::default() };
    builder.add_with_configurations(&advisory("CVE-2018-25032"), &[configuration], "NVD").unwrap();
    let affected = Affected {
        ecosystem: "npm".to_owned(),
        name: "one".to_owned(),
        versions: ["1.0.0"].into(),
        ..Affected::default()
    };
    builder.add(&Advisory { affected: vec![affected], ..advisory("OSV-1") }, "OSV").unwrap();
    let index = Index::from_bytes(builder.finish().unwrap()).unwrap();
    VulnerabilitySource { name: "test".to_owned(), index }
}

/// Findings, copied.
#[derive(Default)]
struct Part(Vec<ScanFinding>);

impl ScanPart for Part {
    fn take(&mut self, sighting: ScanSighting<'_>) {
        self.0.push(sighting.to_finding());
    }

    fn is_full(&self) -> bool {
        false
    }
}

fn scanned(components: &[Value]) -> (Vec<ScanFinding>, ScanEnd) {
    let mut components = components.to_vec();
    for component in &mut components {
        component["type"] = json!("library");
    }
    let document = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components});
    let list = ScannedList::read("sbom.json", document.to_string().as_bytes()).unwrap();
    let mut found = Vec::new();
    let receive = |part: Part| {
        found.extend(part.0);
        ControlFlow::<()>::Continue(())
    };
    let ControlFlow::Continue(end) = list.scan(&source(), NonZeroUsize::MIN, Part::default, receive) else {
        panic!("nobody broke off")
    };
    (found, end)
}

fn told(components: &[Value]) -> Vec<String> {
    scanned(components).0.iter().map(|one| format!("{} {}", one.component, one.vulnerability.id)).collect()
}

#[test]
fn the_surest_match_of_a_component_listed_twice_is_kept() {
    let plain = json!({"name": "zlib", "version": "1.2.11"});
    let with_cpe =
        json!({"name": "zlib", "version": "1.2.11", "cpe": "cpe:2.3:a:zlib:zlib:1.2.11:*:*:*:*:*:*:*"});
    let (alone, _) = scanned(std::slice::from_ref(&plain));
    assert_eq!(alone[0].vulnerability.confidence(), MatchConfidence::Weak);
    for both in [[plain.clone(), with_cpe.clone()], [with_cpe, plain]] {
        let (found, _) = scanned(&both);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].vulnerability.confidence(), MatchConfidence::Likely);
        assert_eq!(found[0].vulnerability.matched_by[0].rule, MatchRule::CpeRange);
    }
}

#[test]
fn a_package_url_under_several_versions_is_told_once() {
    let listed = |version: &str| json!({"name": "one", "version": version, "purl": "pkg:npm/one@1.0.0"});
    assert_eq!(told(&[listed("1.0.0"), listed("1"), listed("v1.0.0")]), ["pkg:npm/one@1.0.0 OSV-1"]);
}

#[test]
fn findings_stand_where_their_component_is_listed_first() {
    let one = |version: &str| json!({"name": "one", "version": version, "purl": "pkg:npm/one@1.0.0"});
    let zlib = json!({"name": "zlib", "version": "1.2.11"});
    assert_eq!(
        told(&[one("1"), zlib.clone(), one("2")]),
        ["pkg:npm/one@1.0.0 OSV-1", "zlib@1.2.11 CVE-2018-25032"]
    );
    assert_eq!(told(&[zlib, one("1"), one("2")]), ["zlib@1.2.11 CVE-2018-25032", "pkg:npm/one@1.0.0 OSV-1"]);
}

#[test]
fn what_cannot_be_said_of_a_component_is_said_once_wherever_it_stands() {
    let listed = |name: &str, version: &str| json!({"name": name, "version": version, "purl": format!("pkg:hex/{name}@1")});
    let (_, end) =
        scanned(&[listed("a", "1"), listed("b", "1"), listed("a", "2"), listed("b", "2"), listed("a", "3")]);
    let unchecked: Vec<&str> = end.unchecked.iter().map(|one| one.component.as_str()).collect();
    assert_eq!(unchecked, ["pkg:hex/a@1", "pkg:hex/b@1"]);
}
