//! Each source's own claim: kept with its days, told by any name, never mixed with another's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use jiff::civil::date;
use proofmark_facts::{
    Advisory, AffectedProduct, ClaimState, Component, Exploitation, ExploitedStatement, Rating, RecordClaim,
    SeverityVector, SourceClaim, SsvcDecision, ToldVulnerability, VersionClaim, VersionStatus, VersionUntil,
    contradiction,
};
use proofmark_vulndb::{Builder, Checked, Index};
use reading::{advisory, component};

const CRITICAL: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
const LOW: &str = "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N";

const GHSA: &str = r#"{"id": "GHSA-a", "aliases": ["CVE-2026-1"], "published": "2026-01-02T00:00:00Z", "modified": "2026-02-03T00:00:00Z",
    "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}]}"#;
const WITHDRAWN: &str = r#"{"id": "PYSEC-1", "aliases": ["CVE-2026-1"], "published": "2026-01-03T00:00:00Z", "withdrawn": "2026-03-04T00:00:00Z",
    "affected": [{"package": {"ecosystem": "PyPI", "name": "left-pad"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}"#;

fn severity(vector: &str) -> SeverityVector {
    SeverityVector { scheme: "CVSS_V3".into(), vector: vector.into() }
}

/// A CVE record as its authority (who rates it low) and CISA (who lists it as exploited) write it.
fn cve(id: &str, state: ClaimState) -> Advisory {
    let authority = RecordClaim {
        source: "acme".into(),
        state,
        published_at: "2026-01-01T12:00:00Z".parse().ok(),
        modified_at: "2026-01-05T12:00:00Z".parse().ok(),
        ended_at: (!state.stands()).then(|| "2026-05-06T00:00:00Z".parse().unwrap()),
        severities: vec![severity(LOW), severity("CVSS:3.1/AV:N")],
        weaknesses: vec!["CWE-79".into(), "CWE-80".into()],
        tags: vec!["unsupported-when-assigned".into()],
        ..RecordClaim::default()
    };
    let cisa = RecordClaim {
        source: "CISA-ADP".into(),
        state,
        severity_word: Some("critical".into()),
        exploited: Some(ExploitedStatement { list: "CISA KEV".into(), since: Some(date(2026, 2, 6)) }),
        ssvc: Some(SsvcDecision {
            exploitation: Some(Exploitation::Active),
            decided_on: Some(date(2026, 2, 5)),
            ..SsvcDecision::default()
        }),
        ..RecordClaim::default()
    };
    Advisory {
        id: id.into(),
        modified_at: "2026-02-07T00:00:00Z".parse().ok(),
        state,
        claims: if state.stands() { vec![authority, cisa] } else { vec![authority] },
        ..Advisory::default()
    }
}

fn index(records: &[Advisory]) -> Index {
    let build = |records: &mut dyn Iterator<Item = &Advisory>| {
        let mut builder = Builder::new();
        for record in records {
            let source = record.id.split('-').next().unwrap_or_default();
            builder.add(record, source).unwrap();
        }
        builder.finish().unwrap()
    };
    let bytes = build(&mut records.iter());
    assert!(bytes == build(&mut records.iter().rev()), "the order of the records does not matter");
    let index = Index::from_bytes(bytes).unwrap();
    index.verify().unwrap();
    index
}

fn json(record: &str) -> Advisory {
    advisory(&serde_json::from_str(record).unwrap())
}

fn told(index: &Index, name: &str) -> ToldVulnerability {
    let mut told = index.tell(name).unwrap();
    assert_eq!(told.len(), 1, "{name}: {told:?}");
    told.remove(0)
}

fn sources(claims: &[SourceClaim]) -> Vec<(&str, ClaimState)> {
    claims.iter().map(|claim| (claim.source.as_str(), claim.state)).collect()
}

#[test]
fn a_finding_has_the_claim_of_each_source_with_its_days() {
    let index = index(&[json(GHSA), json(WITHDRAWN), cve("CVE-2026-1", ClaimState::Published)]);
    let checked = index.check(&component("pkg:npm/left-pad@1.1.0"));
    let [known] = checked.known() else { panic!("{checked:?}") };
    let expected = [
        ("CISA-ADP", ClaimState::Published),
        ("GHSA", ClaimState::Published),
        ("PYSEC", ClaimState::Withdrawn),
        ("acme", ClaimState::Published),
    ];
    assert_eq!(sources(&known.claims), expected);
    let [cisa, ghsa, pysec, acme] = &known.claims[..] else { panic!() };
    assert_eq!((ghsa.published_on, ghsa.modified_on), (Some(date(2026, 1, 2)), Some(date(2026, 2, 3))));
    assert_eq!((ghsa.id.as_str(), &ghsa.severities[..]), ("GHSA-a", &[][..]));
    assert_eq!(pysec.ended_on, Some(date(2026, 3, 4)));
    assert_eq!((acme.published_on, acme.modified_on), (Some(date(2026, 1, 1)), Some(date(2026, 1, 5))));
    assert_eq!((acme.weaknesses.len(), acme.tags.len()), (2, 1));
    let [read, unread] = &acme.severities[..] else { panic!("{acme:?}") };
    assert_eq!((read.score, read.rating), (Some(3.1), Rating::Low));
    assert_eq!(
        (unread.score, unread.rating, unread.vector.as_deref()),
        (None, Rating::Unknown, Some("CVSS:3.1/AV:N"))
    );
    assert_eq!((cisa.severities[0].rating, cisa.severities[0].vector.as_deref()), (Rating::Critical, None));
    assert_eq!(cisa.ssvc.unwrap().decided_on, Some(date(2026, 2, 5)));
    assert_eq!(known.exploited.as_ref().map(|one| one.catalogue.as_str()), Some("CISA KEV"));
    // Nobody who matches rates it: a score goes before a word.
    assert_eq!(known.severity.score, Some(3.1));
    assert!(
        index.check(&component("pkg:npm/left-pad@1.3.0")).known().is_empty(),
        "a claim alone is no match"
    );
    for name in ["CVE-2026-1", "cve-2026-1", "GHSA-a"] {
        assert_eq!(told(&index, name).claims, known.claims, "{name}");
    }
    assert_eq!(index.tell("CVE-2026-2").unwrap(), []);
}

/// A record as the kernel's numbering authority writes it: once by commits, once by versions, with a fix in each branch.
fn of_the_kernel(id: &str) -> Advisory {
    let claim = |status, version: &str, until, kind: &str| VersionClaim {
        status,
        version: version.into(),
        until,
        version_type: Some(kind.into()),
        changes: vec![],
    };
    let fixed = |version: &str, branch: &str| {
        claim(VersionStatus::Unaffected, version, VersionUntil::LessThanOrEqual(branch.into()), "semver")
    };
    let kernel = AffectedProduct {
        claimed_by: "Linux".into(),
        vendor: Some("Linux".into()),
        product: Some("Linux".into()),
        ecosystem: Some("Linux".into()),
        package_name: Some("Kernel".into()),
        program_files: vec!["net/netfilter/nft_set_rbtree.c".into()],
        ..AffectedProduct::default()
    };
    let commits = AffectedProduct {
        default_status: VersionStatus::Unaffected,
        versions: vec![claim(
            VersionStatus::Affected,
            "657b306a7bdf",
            VersionUntil::LessThan("486218c11e8d".into()),
            "git",
        )],
        ..kernel.clone()
    };
    let versions = AffectedProduct {
        default_status: VersionStatus::Affected,
        versions: vec![
            claim(VersionStatus::Affected, "3.7", VersionUntil::Only, ""),
            claim(VersionStatus::Unaffected, "0", VersionUntil::LessThan("3.7".into()), "semver"),
            fixed("5.15.149", "5.15.*"),
            fixed("6.6.17", "6.6.*"),
            fixed("6.7.5", "6.7.*"),
            fixed("6.8", "*"),
        ],
        ..kernel
    };
    Advisory { products: vec![commits, versions], ..cve(id, ClaimState::Published) }
}

#[test]
fn a_fix_in_a_stable_branch_ends_that_branch_alone() {
    let index = index(&[of_the_kernel("CVE-2026-1")]);
    for (version, affected) in [
        ("3.6.11", false),
        ("3.7", true),
        ("5.15.148", true),
        ("5.15.149", false),
        ("5.15.160-yocto-standard", false),
        ("5.16.20", true),
        ("6.6.16%2Bgit", true),
        ("6.6.17", false),
        ("6.6.31", false),
        ("6.7", true),
        ("6.7.5", false),
        ("6.8-rc3", true),
        ("6.8", false),
        ("6.12.1", false),
    ] {
        let checked = index.check(&component(&format!("pkg:generic/linux@{version}")));
        let expected = usize::from(affected);
        assert_eq!((checked.known().len(), checked.unchecked()), (expected, None), "{version}: {checked:?}");
    }
    let of_commit = index.check(&component("pkg:github/torvalds/linux@657b306a7bdf"));
    assert!(matches!(of_commit, Checked::Unchecked(_)), "a commit is no version: {of_commit:?}");
    let cpe = |cpe: &str| Component { name: "kernel".into(), cpe: Some(cpe.into()), ..Component::default() };
    for (cpe_name, expected) in [
        ("cpe:2.3:o:linux:linux_kernel:6.6.16:*:*:*:*:*:*:*", 1),
        ("cpe:2.3:*:*:linux_kernel:6.6.17:*:*:*:*:*:*:*", 0),
        ("cpe:/o:linux:linux_kernel:6.7.4", 1),
    ] {
        let checked = index.check(&cpe(cpe_name));
        assert_eq!((checked.known().len(), checked.unchecked()), (expected, None), "{cpe_name}: {checked:?}");
    }
    let both = [cpe("cpe:/o:linux:linux_kernel:6.6.16"), cpe("cpe:/o:linux:linux_kernel:6.6.17")];
    let answers: Vec<usize> = index.check_all(&both).iter().map(|checked| checked.known().len()).collect();
    assert_eq!(answers, [1, 0], "two kernels without package URL are not one");
    let known = index.check(&component("pkg:yocto/core/linux-yocto@6.6.10"));
    let code = known.known()[0].code.clone().unwrap();
    assert_eq!(code.program_files, ["net/netfilter/nft_set_rbtree.c"]);
    assert_eq!(code.fix_commits, ["486218c11e8d"]);
    assert_eq!(known.known()[0].fixed_in, ["6.6.17", "6.7.5", "6.8"]);
    let module = index.check(&component("pkg:generic/kernel-module-can@6.6.10"));
    assert!(
        matches!(module, Checked::Unchecked(_)),
        "one finding for the kernel, none for each module: {module:?}"
    );
}

#[test]
fn the_rating_of_who_matches_goes_before_that_of_others() {
    let rated = GHSA.replace(
        "\"affected\"",
        &format!("\"severity\": [{{\"type\": \"CVSS_V3\", \"score\": \"{CRITICAL}\"}}], \"affected\""),
    );
    let index = index(&[json(&rated), cve("CVE-2026-1", ClaimState::Published)]);
    let checked = index.check(&component("pkg:npm/left-pad@1.1.0"));
    assert_eq!(checked.known()[0].severity.score, Some(9.8));
}

#[test]
fn what_was_rejected_or_withdrawn_is_told_and_makes_no_finding() {
    let rejected = Advisory { withdrawn_at: None, ..cve("CVE-2026-1", ClaimState::Rejected) };
    let alone = index(&[rejected.clone(), json(WITHDRAWN)]);
    let of_cve = told(&alone, "CVE-2026-1");
    assert!(!of_cve.stands());
    assert_eq!(sources(&of_cve.claims), [("PYSEC", ClaimState::Withdrawn), ("acme", ClaimState::Rejected)]);
    assert_eq!(of_cve.claims[1].ended_on, Some(date(2026, 5, 6)));
    assert_eq!(of_cve.aliases, ["PYSEC-1"]);
    assert_eq!(told(&alone, "PYSEC-1").claims.len(), 1);
    assert!(alone.check(&component("pkg:pypi/left-pad@1")).known().is_empty());
    assert_eq!(alone.facts().unwrap().withdrawn, 2);

    let contradicted = index(&[json(GHSA), rejected]);
    let checked = contradicted.check(&component("pkg:npm/left-pad@1.1.0"));
    let [known] = checked.known() else { panic!("a rejection by one does not silence another: {checked:?}") };
    assert_eq!(known.id, "CVE-2026-1");
    assert_eq!(contradiction(&known.claims).unwrap().source, "acme");
}

#[test]
fn a_claim_about_several_vulnerabilities_is_heard_at_each_and_melts_none() {
    let several = json(
        r#"{"id": "DSA-1", "upstream": ["CVE-2026-1", "CVE-2026-2"], "modified": "2026-01-02T00:00:00Z"}"#,
    );
    let index =
        index(&[several, cve("CVE-2026-1", ClaimState::Published), cve("CVE-2026-2", ClaimState::Disputed)]);
    assert_eq!(told(&index, "CVE-2026-1").claims.len(), 3);
    assert_eq!(told(&index, "CVE-2026-2").claims.len(), 3);
    let both: Vec<String> = index.tell("DSA-1").unwrap().into_iter().map(|one| one.id).collect();
    assert_eq!(both, ["CVE-2026-1", "CVE-2026-2"]);
}

#[test]
fn a_package_a_cve_record_names_is_matched_and_its_ecosystem_is_not_covered_by_it() {
    let claim = VersionClaim {
        status: VersionStatus::Affected,
        version: "0".into(),
        until: VersionUntil::LessThan("1.3.0".into()),
        ..VersionClaim::default()
    };
    let product = AffectedProduct {
        ecosystem: Some("npm".into()),
        package_name: Some("left-pad".into()),
        default_status: VersionStatus::Unaffected,
        versions: vec![claim],
        ..AffectedProduct::default()
    };
    let of_purl = AffectedProduct {
        ecosystem: None,
        package_name: None,
        purl: Some("pkg:pypi/Zope.Interface".into()),
        ..product.clone()
    };
    let by_vendor = AffectedProduct {
        ecosystem: None,
        package_name: None,
        vendor: Some("npm".into()),
        ..product.clone()
    };
    let record =
        Advisory { products: vec![product, of_purl, by_vendor], ..cve("CVE-2026-1", ClaimState::Published) };
    let only = index(std::slice::from_ref(&record));
    for purl in ["pkg:npm/left-pad@1.2.9", "pkg:pypi/zope-interface@1.0"] {
        let Checked::Partly(known, because) = only.check(&component(purl)) else { panic!("{purl}") };
        assert_eq!(known[0].id, "CVE-2026-1");
        assert_eq!(because.id(), "vulndb-ecosystem-not-covered");
    }
    for purl in ["pkg:npm/left-pad@1.3.0", "pkg:npm/other@1"] {
        assert!(
            matches!(only.check(&component(purl)), Checked::Unchecked(_)),
            "{purl}: silence of a CVE record says nothing"
        );
    }
    assert!(only.facts().unwrap().covers.is_empty());
    let other = json(
        r#"{"id": "GHSA-z", "affected": [{"package": {"ecosystem": "npm", "name": "z"}, "versions": ["1.0.0"]}]}"#,
    );
    let covered = index(&[record, other]);
    assert!(matches!(covered.check(&component("pkg:npm/left-pad@1.2.9")), Checked::Known(_)));
    assert!(matches!(covered.check(&component("pkg:npm/left-pad@1.3.0")), Checked::Clean));
}

#[test]
fn one_after_another_components_are_told_the_same_but_for_the_claims() {
    let records =
        [json(GHSA), cve("CVE-2026-1", ClaimState::Disputed), of_the_kernel("CVE-2026-2"), json(WITHDRAWN)];
    let index = index(&records);
    let mut components: Vec<Component> =
        ["pkg:npm/left-pad@1.1.0", "pkg:npm/left-pad@1.3.0", "pkg:hex/none@1"]
            .into_iter()
            .map(component)
            .collect();
    components.push(component("pkg:generic/linux@6.6.10"));
    components.push(components[0].clone());
    let mut whole = index.check_all(&components);
    for checked in &mut whole {
        if let Checked::Known(known) | Checked::Partly(known, _) = checked {
            for known in known {
                known.claims.retain(|claim| claim.tags.iter().any(|tag| tag.starts_with("TLP:")));
                known.code = None;
            }
        }
    }
    let asking = index.asking_of(&components);
    let told: Vec<Checked> = components.iter().map(|component| asking.ask(component).in_short()).collect();
    assert_eq!(told, whole);
    assert!(
        whole[0].known()[0].exploited.is_some() && whole[0].known()[0].severity.rating != Rating::Unknown
    );
    assert!(!whole[3].known().is_empty());
}
