//! Devices built with Yocto, Buildroot, OpenWrt and Zephyr: what their builds write is the component list, one component for each
//! source, and what they declare of vulnerabilities explains findings and closes none.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::house::{House, text};

fn dossier(sbom: &str, release: &str) -> String {
    format!(
        "proofmark = 1\n[operator]\nname = \"Acme\"\n[product]\nname = \"Box\"\nkind = \"software\"\n[release]\nversion = \"1.0\"\nsbom = \"{sbom}\"\n{release}"
    )
}

/// Records of the NVD, made up: each of one product, before this version.
fn house() -> House {
    let cve = |id: &str, criteria: &str, before: &str| {
        let one = json!({"vulnerable": true, "criteria": criteria, "versionEndExcluding": before, "matchCriteriaId": "x"});
        json!({"cve": {
            "id": id, "sourceIdentifier": "nvd@nist.gov", "vulnStatus": "Analyzed",
            "published": "2026-01-02T03:04:05.678", "lastModified": "2026-01-03T03:04:05.678",
            "descriptions": [{"lang": "en", "value": "A buffer is read past its end."}],
            "metrics": {"cvssMetricV31": [{"source": "nvd@nist.gov", "type": "Primary",
                "cvssData": {"version": "3.1", "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}]},
            "configurations": [{"operator": "OR", "nodes": [{"operator": "OR", "negate": false, "cpeMatch": [one]}]}],
        }})
    };
    let openssl = "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*";
    let page = json!({
        "resultsPerPage": 5, "startIndex": 0, "totalResults": 5, "format": "NVD_CVE", "version": "2.0",
        "timestamp": "2026-01-04T00:00:00.000",
        "vulnerabilities": [
            cve("CVE-2026-5535", openssl, "3.0.16"),
            cve("CVE-2026-9143", openssl, "3.0.16"),
            cve("CVE-2026-7777", openssl, "3.0.16"),
            cve("CVE-2026-2222", "cpe:2.3:a:busybox:busybox:*:*:*:*:*:*:*:*", "1.37"),
            cve("CVE-2026-3333", "cpe:2.3:o:zephyrproject:zephyr:*:*:*:*:*:*:*:*", "4.2.0"),
        ],
    });
    let house = House::new();
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(page.to_string().as_bytes()).unwrap();
    let feed = house.write("nvdcve-2.0-2026.json.gz", packed.finish().unwrap());
    house.run(&["db", "import", text(&feed), "--format", "json"]).ends(0);
    house
}

/// Each finding with what the build says of it, and whether it stands in the way.
fn findings(assessment: &Value) -> Vec<String> {
    let blocks = assessment["gate"]["blocked_by"].to_string();
    let one = |finding: &Value| {
        let id = finding["vulnerability"]["id"].as_str().unwrap();
        let declared = finding["declared"].as_array().into_iter().flatten();
        let declared: Vec<String> = declared
            .map(|it| format!("{} by {}", it["says"].as_str().unwrap(), it["made_by"].as_str().unwrap()))
            .collect();
        let stands = if blocks.contains(id) { "open" } else { "closed" };
        format!("{} {id} {stands} {}", finding["component"].as_str().unwrap(), declared.join(", "))
            .trim_end()
            .to_owned()
    };
    let mut all: Vec<String> = assessment["findings"].as_array().unwrap().iter().map(one).collect();
    all.sort();
    all
}

fn folded(assessment: &Value) -> Vec<String> {
    let groups = assessment["same_source"].as_array().into_iter().flatten();
    groups.map(|it| format!("{} {}", it["component"].as_str().unwrap(), it["stands_for"])).collect()
}

/// The documents `create-spdx` writes of an image with two packages of one recipe.
fn yocto_documents() -> Vec<Value> {
    let document = |name: &str, elsewhere: &[&str], packages: Value, relations: &[(&str, &str, &str)]| {
        let elsewhere: Vec<Value> = elsewhere
            .iter()
            .map(|of| json!({"externalDocumentId": format!("DocumentRef-{of}"), "spdxDocument": format!("http://spdx.org/{of}")}))
            .collect();
        let relations: Vec<Value> = relations
            .iter()
            .map(|(from, kind, to)| json!({"spdxElementId": from, "relationshipType": kind, "relatedSpdxElement": to}))
            .collect();
        json!({"SPDXID": "SPDXRef-DOCUMENT", "spdxVersion": "SPDX-2.2", "name": name, "documentNamespace": format!("http://spdx.org/{name}"),
            "creationInfo": {"created": "2026-01-02T03:04:05Z", "creators": ["Tool: OpenEmbedded Core create-spdx.bbclass"]},
            "externalDocumentRefs": elsewhere, "packages": packages, "relationships": relations})
    };
    let package = |name: &str| {
        let id = format!("SPDXRef-Package-{name}");
        let packages = json!([{"SPDXID": id, "name": name, "versionInfo": "3.0.13"}]);
        document(
            name,
            &["recipe-openssl"],
            packages,
            &[(&id, "GENERATED_FROM", "DocumentRef-recipe-openssl:SPDXRef-Recipe-openssl")],
        )
    };
    let cpe = json!([{"referenceCategory": "SECURITY", "referenceType": "http://spdx.org/rdf/references/cpe23Type",
        "referenceLocator": "cpe:2.3:*:openssl:openssl:3.0.13:*:*:*:*:*:*:*"}]);
    let recipe = json!([{"SPDXID": "SPDXRef-Recipe-openssl", "name": "openssl", "versionInfo": "3.0.13", "externalRefs": cpe,
        "sourceInfo": "CVEs fixed: CVE-2026-5535"}]);
    let image = json!([{"SPDXID": "SPDXRef-Image-box", "name": "box-image", "versionInfo": "1.0"}]);
    let mut documents = vec![
        document(
            "box-image",
            &["libcrypto3", "openssl-bin"],
            image,
            &[
                ("SPDXRef-Image-box", "CONTAINS", "DocumentRef-libcrypto3:SPDXRef-Package-libcrypto3"),
                ("SPDXRef-Image-box", "CONTAINS", "DocumentRef-openssl-bin:SPDXRef-Package-openssl-bin"),
            ],
        ),
        package("libcrypto3"),
        package("openssl-bin"),
        document("recipe-openssl", &[], recipe, &[]),
    ];
    // Each states the digest of those it refers to, the ones that refer to others last.
    for at in (0..documents.len()).rev() {
        let (digest, namespace) =
            (sha256(&documents[at].to_string()), documents[at]["documentNamespace"].clone());
        let all = documents.iter_mut().flat_map(|it| it["externalDocumentRefs"].as_array_mut().unwrap());
        for reference in all.filter(|it| it["spdxDocument"] == namespace) {
            reference["checksum"] = json!({"algorithm": "SHA256", "checksumValue": digest});
        }
    }
    documents
}

fn sha256(text: &str) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(text) {
        write!(digits, "{byte:02x}").unwrap();
    }
    digits
}

fn yocto_archive(documents: &[Value]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for document in documents {
        let bytes = document.to_string().into_bytes();
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        let name = format!("{}.spdx.json", document["name"].as_str().unwrap());
        archive.append_data(&mut header, name, bytes.as_slice()).unwrap();
    }
    let bytes = archive.into_inner().unwrap();
    // A Zstandard frame of one raw block (RFC 8878).
    let header = (u32::try_from(bytes.len()).unwrap() << 3) | 1;
    [&[0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50], &header.to_le_bytes()[..3], &bytes].concat()
}

#[test]
fn a_recipe_whose_document_is_another_or_is_missing_is_never_called_checked() {
    let house = house();
    house.write("box/proofmark.toml", dossier("box.spdx.tar", ""));
    let mut other = yocto_documents();
    let text = other[3].to_string().replace("3.0.13", "3.0.99");
    other[3] = serde_json::from_str(&text).unwrap();
    let mut without = yocto_documents();
    without.truncate(3);
    for (documents, component, notice, reason) in [
        (
            other,
            "openssl@3.0.99",
            "embedded-spdx-document-differs",
            "`recipe-openssl`, which is not the one others refer to",
        ),
        (without, "openssl", "embedded-spdx-elsewhere", "`recipe-openssl` is not there"),
    ] {
        house.write("box/box.spdx.tar", yocto_archive(&documents));
        let scan = house.run(&["scan", "box/box.spdx.tar", "--format", "json"]);
        assert_eq!(scan.code, Some(6), "nothing is known, and not everything can be said: {scan:?}");
        let unchecked = &scan.json()["unchecked"];
        assert_eq!(unchecked[0]["component"], component, "{unchecked}");
        assert!(unchecked[0]["because"].to_string().contains(reason), "{unchecked}");
        assert!(scan.json()["notices"].to_string().contains(notice), "{scan:?}");
        assert!(!scan.err.is_empty(), "it is said to people, too");
        let assessment = house.assess(&house.path("box"), &["--format", "json"]).json();
        let unchecked = assessment["unchecked"].to_string();
        assert!(unchecked.contains(component) && unchecked.contains(reason), "{unchecked}");
    }
}

#[test]
fn what_yocto_declares_explains_a_finding_and_closes_none() {
    let house = house();
    let files = "build_files = [\"build/cve-summary.json\", \"build/openssl/CVE-2026-7777.patch\"]\n";
    house.write("box/proofmark.toml", dossier("box.spdx.tar.zst", files));
    house.write("box/box.spdx.tar.zst", yocto_archive(&yocto_documents()));
    let report = json!({"version": "1", "package": [{"name": "openssl", "layer": "meta", "version": "3.0.13", "issue": [
        {"id": "CVE-2026-5535", "status": "Patched", "detail": "backported-patch"},
        {"id": "CVE-2026-9143", "status": "Ignored", "detail": "not-applicable-config", "description": "EC2M is off"}]}]});
    house.write("box/build/cve-summary.json", report.to_string());
    house.write(
        "box/build/openssl/CVE-2026-7777.patch",
        "Upstream-Status: Backport [x]\nCVE: CVE-2026-7777\n---\ndiff --git a/a b/a\n",
    );
    let assessment = house.assess(&house.path("box"), &["--format", "json"]).json();
    assert_eq!(
        findings(&assessment),
        [
            "openssl@3.0.13 CVE-2026-5535 open fixed by spdx-source-info, fixed by yocto-cve-report",
            "openssl@3.0.13 CVE-2026-7777 open fixed by patch",
            "openssl@3.0.13 CVE-2026-9143 open not-affected by yocto-cve-report",
        ],
        "one finding for the recipe, none of them closed"
    );
    assert_eq!(folded(&assessment), ["openssl@3.0.13 [\"libcrypto3\",\"openssl-bin\"]"]);
    let evidence = &assessment["findings"][0]["declared"][0]["evidence"];
    assert_eq!(
        evidence["sha256"], assessment["sbom"]["sha256"],
        "the statement names its document by digest"
    );
    let shown = house.assess(&house.path("box"), &[]);
    let words = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Declared fixed in `openssl` by Yocto's report of vulnerabilities, `build/cve-summary.json`",
        "not proven",
        "The builder's reason: `not-applicable-config`.",
        "It names the patch `CVE-2026-7777.patch`.",
        "Proposed decision: `fixed`. Nobody took it yet.",
        "2 packages built from the same source count as openssl@3.0.13",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }

    // A statement of another version says nothing of this one.
    house.write("box/build/cve-summary.json", report.to_string().replace("3.0.13", "3.0.15"));
    let assessment = house.assess(&house.path("box"), &["--format", "json"]).json();
    assert!(findings(&assessment)[2].ends_with("CVE-2026-9143 open"), "{:?}", findings(&assessment));
}

#[test]
fn what_buildroot_ignores_stays_open() {
    let house = house();
    house.write("box/proofmark.toml", dossier("show-info.json", ""));
    let cpe = "cpe:2.3:a:busybox:busybox:1.36.1:*:*:*:*:*:*:*";
    let info = json!({
        "busybox": {"type": "target", "name": "busybox", "virtual": false, "version": "1.36.1", "licenses": "GPL-2.0", "dependencies": ["host-busybox"],
            "reverse_dependencies": [], "cpe-id": cpe, "ignore_cves": ["CVE-2026-2222"]},
        "host-busybox": {"type": "host", "name": "busybox", "virtual": false, "version": "1.30", "dependencies": [], "reverse_dependencies": [], "cpe-id": cpe},
    });
    house.write("box/show-info.json", info.to_string());
    let assessment = house.assess(&house.path("box"), &["--format", "json"]).json();
    assert_eq!(
        findings(&assessment),
        ["busybox@1.36.1 CVE-2026-2222 open ignored by buildroot-ignored-cves"]
    );
    let shown = house.assess(&house.path("box"), &[]);
    shown.shows("that alone says nothing of whether it applies");
}

#[test]
fn an_image_of_openwrt_is_its_sources_and_one_kernel() {
    let house = house();
    house.write(
        "box/proofmark.toml",
        dossier("openwrt.manifest", "build_files = [\"Packages.manifest\", \"profiles.json\"]\n"),
    );
    house.write(
        "box/openwrt.manifest",
        "kernel - 6.6.73~5f0b7c-r1\nkmod-nft-core - 6.6.73-r1\nkmod-usb-core - 6.6.73-r1\nlibopenssl3 - 3.0.15-r1\nopenssl-util - 3.0.15-r1\n",
    );
    let package = |name: &str| {
        format!(
            "Package: {name}\nVersion: 3.0.15-r1\nCPE-ID: cpe:/a:openssl:openssl\nSourceName: openssl\n\n"
        )
    };
    house.write("box/Packages.manifest", package("libopenssl3") + &package("openssl-util"));
    house.write(
        "box/profiles.json",
        r#"{"linux_kernel": {"version": "6.6.60"}, "profiles": {}, "target": "mediatek/filogic"}"#,
    );
    let assessment = house.assess(&house.path("box"), &["--format", "json"]).json();
    let openssl = |id: &str| format!("libopenssl3@3.0.15 {id} open");
    assert_eq!(findings(&assessment), ["CVE-2026-5535", "CVE-2026-7777", "CVE-2026-9143"].map(openssl));
    assert_eq!(
        folded(&assessment),
        [
            "libopenssl3@3.0.15 [\"openssl-util@3.0.15\"]",
            "kernel@6.6.73 [\"kmod-nft-core\",\"kmod-usb-core\"]"
        ]
    );
    assert!(
        assessment["notices"].to_string().contains("embedded-kernel-differs"),
        "{}",
        assessment["notices"]
    );
}

#[test]
fn zephyr_and_its_modules_are_components() {
    let house = house();
    house.write("box/proofmark.toml", dossier("zephyr.spdx", ""));
    let document = |name: &str, rest: &str| {
        format!(
            "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: {name}\nDocumentNamespace: http://x/{name}\nCreator: Tool: Zephyr SPDX builder\nCreated: 2026-01-02T03:04:05Z\n\n{rest}\n"
        )
    };
    let zephyr = "PackageName: zephyr-sources\nSPDXID: SPDXRef-zephyr-sources\nPackageVersion: 4.1.0\nExternalRef: SECURITY cpe23Type cpe:2.3:o:zephyrproject:zephyr:4.1.0:-:*:*:*:*:*:*\n";
    let build = "Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-zephyr-final\n\nPackageName: zephyr-final\nSPDXID: SPDXRef-zephyr-final\n\nPackageName: drivers--gpio\nSPDXID: SPDXRef-drivers--gpio\n";
    house.write("box/zephyr.spdx", document("zephyr-sources", zephyr) + &document("build", build));
    let assessment = house.assess(&house.path("box"), &["--format", "json"]).json();
    assert_eq!(findings(&assessment), ["zephyr@4.1.0 CVE-2026-3333 open"]);
    assert_eq!(assessment["sbom"]["components"], 2, "the targets of the build are no components");
}

#[test]
fn what_a_build_did_not_write_is_refused_by_name() {
    let house = house();
    house.write(
        "box/proofmark.toml",
        dossier("openwrt.manifest", "build_files = [\"notes.txt\", \"gone.json\"]\n"),
    );
    house.write("box/openwrt.manifest", "busybox - 1.36.1-r2\n");
    house.write("box/notes.txt", "hello\n");
    let done = house.assess(&house.path("box"), &[]);
    let words = format!("{} {}", done.out, done.err);
    assert!(words.contains("nothing a build is known to write") && words.contains("gone.json"), "{words}");
    // The report of a build is no list of what is in the product.
    house.write("box/proofmark.toml", dossier("cve-summary.json", ""));
    house.write("box/cve-summary.json", r#"{"version": "1", "package": []}"#);
    let done = house.assess(&house.path("box"), &[]);
    let words = format!("{} {}", done.out, done.err);
    assert!(words.contains("release.build_files"), "{words}");
}
