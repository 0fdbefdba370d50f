//! Firmware and the hardware it runs on, in both orders; and products that records know by CPE names alone.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod nvd_reading;
mod reading;

use proofmark_facts::{
    Advisory, AffectedProduct, Component, ComponentKind, MatchConfidence, MatchRule, VersionClaim,
    VersionStatus, VersionUntil,
};
use proofmark_vulndb::{Builder, Checked, Index};

const GATEWAY: &str = r#"{"id": "CVE-2026-1", "configurations": [{"operator": "AND", "nodes": [
    {"operator": "OR", "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:o:acme:gateway_firmware:*:*:*:*:*:*:*:*", "versionEndExcluding": "2.4"}]},
    {"operator": "OR", "cpeMatch": [{"vulnerable": false, "criteria": "cpe:2.3:h:acme:gateway:-:*:*:*:*:*:*:*"}]}]}]}"#;

const WINDOWS: &str = r#"{"id": "CVE-2026-2", "configurations": [{"operator": "AND", "nodes": [
    {"operator": "OR", "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:o:microsoft:windows_10:*:*:*:*:*:*:*:*"}]},
    {"operator": "OR", "cpeMatch": [{"vulnerable": false, "criteria": "cpe:2.3:h:acme:gateway:-:*:*:*:*:*:*:*"}]}]}]}"#;

fn nvd() -> Index {
    let mut builder = Builder::new();
    for record in [GATEWAY, WINDOWS] {
        nvd_reading::add(&mut builder, record);
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

fn part(cpe: &str, version: Option<&str>, kind: ComponentKind) -> Component {
    Component {
        name: "part".into(),
        version: version.map(str::to_owned),
        cpe: Some(cpe.into()),
        kind,
        ..Component::default()
    }
}

fn device(version: Option<&str>) -> Component {
    part("cpe:2.3:h:acme:gateway:-:*:*:*:*:*:*:*", version, ComponentKind::Device)
}

fn firmware(version: &str) -> Component {
    let cpe = format!("cpe:2.3:o:acme:gateway_firmware:{version}:*:*:*:*:*:*:*");
    part(&cpe, None, ComponentKind::Firmware)
}

fn said(checked: &Checked) -> String {
    let known = checked.known().iter().map(|known| {
        let by = &known.matched_by[0];
        format!("{} {:?} {:?}", known.id, by.rule, by.confidence)
    });
    let unchecked = checked.unchecked().map(|because| because.id().to_owned());
    known.chain(unchecked).collect::<Vec<_>>().join(", ")
}

/// What is said of each of a list.
fn all(index: &Index, list: &[Component]) -> Vec<String> {
    index.check_all(list).iter().map(said).collect()
}

#[test]
fn firmware_and_hardware_meet_in_either_order() {
    let index = nvd();
    let (affected, fixed) = (firmware("2.3"), firmware("2.4"));
    for list in [vec![affected.clone(), device(None)], vec![device(None), affected.clone()]] {
        let mut said = all(&index, &list);
        said.sort();
        // The firmware is found; the hardware it runs on is known, and has nothing of its own.
        assert_eq!(said, ["", "CVE-2026-1 CpeRange Likely"]);
    }
    assert_eq!(all(&index, &[fixed, device(None)]), ["", ""]);
    assert_eq!(all(&index, &[affected]), ["cpe-needs-platform"]);
}

#[test]
fn hardware_alone_stands_for_the_device_in_its_own_version() {
    let index = nvd();
    // The rule and the weakness say what the version is taken from.
    assert_eq!(all(&index, &[device(Some("2.3.9"))]), ["CVE-2026-1 CpeHardware Weak"]);
    assert_eq!(all(&index, &[device(Some("2.4"))]), [""]);
    assert_eq!(all(&index, &[device(None)]), ["cpe-needs-platform"]);
    // The version in a name of hardware is one of the hardware.
    let revision = part("cpe:2.3:h:acme:gateway:-:*:*:*:*:*:*:*", Some("main"), ComponentKind::Device);
    assert_eq!(all(&index, &[revision]), ["cpe-version-unreadable"]);
    let other = part("cpe:2.3:h:acme:other:-:*:*:*:*:*:*:*", Some("1.0"), ComponentKind::Device);
    assert_eq!(all(&index, &[other]), ["cpe-product-unknown"]);
    let checked = index.check(&device(Some("2.3")));
    let by = &checked.known()[0].matched_by[0];
    assert_eq!(by.criteria.as_deref(), Some("cpe:2.3:o:acme:gateway_firmware:*:*:*:*:*:*:*:*"));
    // A bare name finds what is vulnerable, not what it runs on.
    let bare = Component { name: "gateway".into(), version: Some("1.0".into()), ..Component::default() };
    assert_eq!(index.check(&bare).known(), []);
}

fn product(cpes: &[&str], versions: Vec<VersionClaim>) -> Index {
    let product = AffectedProduct {
        vendor: Some("Acme".into()),
        product: Some("Gateway".into()),
        cpes: cpes.iter().map(|cpe| (*cpe).to_owned()).collect(),
        versions,
        ..AffectedProduct::default()
    };
    let advisory = Advisory { id: "ACME-1".into(), products: vec![product], ..Advisory::default() };
    let mut builder = Builder::new();
    builder.add(&advisory, "Acme (acme.example)").unwrap();
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

fn claim(status: VersionStatus, version: &str, until: VersionUntil) -> VersionClaim {
    VersionClaim { status, version: version.into(), until, ..VersionClaim::default() }
}

#[test]
fn a_product_known_by_its_cpe_name_alone_is_found() {
    let any = "cpe:2.3:a:acme:gateway:-:*:*:*:*:*:*:*";
    let ask = |index: &Index, version: &str| {
        said(&index.check(&part(
            &format!("cpe:2.3:a:acme:gateway:{version}:*:*:*:*:*:*:*"),
            None,
            ComponentKind::Library,
        )))
    };
    let before = product(
        &[any, "cpe:broken", "cpe:2.3:a:*:gateway:*:*:*:*:*:*:*:*"],
        vec![
            claim(VersionStatus::Unaffected, "2.0", VersionUntil::Only),
            claim(VersionStatus::Affected, "1.0", VersionUntil::LessThan("2.0".into())),
        ],
    );
    for (version, expected) in
        [("1.2", "ACME-1 CpeRange Likely"), ("2.0", ""), ("0.9", ""), ("main", "cpe-version-unreadable")]
    {
        assert_eq!(ask(&before, version), expected, "{version}");
    }
    let checked = before.check(&part("cpe:/a:acme:gateway:1.2", None, ComponentKind::Library));
    assert_eq!(checked.known()[0].matched_by[0].source, "Acme (acme.example)");
    // A version taken out of the middle is what no bounds can say.
    let hole = product(
        &[any],
        vec![
            claim(VersionStatus::Unaffected, "1.5", VersionUntil::Only),
            claim(VersionStatus::Affected, "1.0", VersionUntil::LessThan("2.0".into())),
        ],
    );
    assert_eq!(ask(&hole, "1.2"), "cpe-bounds-unreadable");
    // One version in the name is that version.
    let affected = || vec![claim(VersionStatus::Affected, "*", VersionUntil::Only)];
    let one = product(&["cpe:2.3:a:acme:gateway:1.0:*:*:*:*:*:*:*"], affected());
    assert_eq!((ask(&one, "1.0"), ask(&one, "1.1")), ("ACME-1 CpeExact Likely".into(), String::new()));
    let every = product(&[any], affected());
    assert_eq!(ask(&every, "7"), "ACME-1 CpeRange Likely");
    // Versions in words say nothing of any, and that is said.
    let words =
        product(&[any], vec![claim(VersionStatus::Affected, "all before spring", VersionUntil::Only)]);
    assert_eq!(ask(&words, "1.0"), "cpe-bounds-unreadable");
    let fixed = product(&[any], vec![claim(VersionStatus::Unaffected, "1.0", VersionUntil::Only)]);
    assert_eq!(ask(&fixed, "1.0"), "cpe-no-data");
    let rule = MatchRule::CpeHardware;
    assert_eq!(
        (serde_json::to_string(&rule).unwrap(), MatchConfidence::Weak < MatchConfidence::Likely),
        ("\"cpe-hardware\"".into(), true)
    );
}
