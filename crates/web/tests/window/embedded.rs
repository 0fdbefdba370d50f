//! A kernel's finding in the window: closed by what was compiled, with the list as evidence, and open again for a release of which
//! nothing was stated.

use axum::body::Body;
use axum::http::StatusCode;
use proofmark_facts::{KERNEL_CORE, KERNEL_CORE_HEADERS};
use serde_json::json;

use crate::browser::Browser;
use crate::test_house::TestHouse;

const DOSSIER: &str = "proofmark = 1\nadvisories = [\"advisories\"]\n[operator]\nname = \"Maker\"\n[product]\nname = \"Box\"\nkind = \"software\"\n\
    [release]\nversion = \"1.0.0\"\nsbom = \"sbom.cdx.json\"\ncompiled_files = \"kernel/compiled.txt\"\nsoc = \"i.MX <8>\"\n";

const RECORD: &str = r#"{"dataType": "CVE_RECORD", "dataVersion": "5.1",
  "cveMetadata": {"cveId": "CVE-2026-1101", "state": "PUBLISHED", "assignerShortName": "Linux", "dateUpdated": "2026-01-10T00:00:00Z"},
  "containers": {"cna": {"providerMetadata": {"shortName": "Linux"}, "title": "Bluetooth: fix it", "affected": [
    {"vendor": "Linux", "product": "Linux", "defaultStatus": "affected", "programFiles": ["drivers/bluetooth/btusb.c"],
     "versions": [{"version": "6.6.17", "lessThanOrEqual": "6.6.*", "status": "unaffected", "versionType": "semver"}]}]}}}"#;

fn list() -> String {
    let kernel = json!({"type": "operating-system", "name": "linux", "version": "6.6.16", "bom-ref": "linux", "purl": "pkg:generic/linux@6.6.16"});
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "metadata": {"component": {"type": "firmware", "name": "Box", "version": "1", "bom-ref": "app"}},
        "components": [kernel], "dependencies": [{"ref": "app", "dependsOn": ["linux"]}],
    })
    .to_string()
}

/// The page of the finding in this release.
async fn finding(browser: &mut Browser, release: &str) -> String {
    let all = browser.get("/o/maker/findings").await;
    let wanted = format!("/releases/{release}/findings/");
    let link = all
        .body
        .split("href=\"")
        .find(|rest| rest.split('"').next().is_some_and(|link| link.contains(&wanted)));
    let link =
        link.unwrap_or_else(|| panic!("{release}: {}", all.body)).split('"').next().unwrap().to_owned();
    let seen = browser.get(&link).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    assert!(!seen.body.contains(">embedded-"), "{}", seen.body);
    seen.body
}

/// A list of what every kernel compiles, and nothing more.
fn compiled() -> String {
    let core = KERNEL_CORE.iter().chain(&KERNEL_CORE_HEADERS).chain(&["arch/arm64/kernel/setup.c"]);
    core.flat_map(|file| [*file, "\n"]).collect()
}

#[tokio::test]
async fn what_was_not_compiled_is_shown_with_its_evidence_and_only_for_its_release() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    browser.sign_in("anna").await;
    let (list, compiled) = (list(), compiled());
    let files = [
        ("files", "proofmark.toml", DOSSIER),
        ("files", "sbom.cdx.json", list.as_str()),
        ("files", "kernel/compiled.txt", compiled.as_str()),
        ("files", "advisories/CVE-2026-1101.json", RECORD),
    ];
    let seen = browser.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let product = seen.header("location").to_owned();
    let page = finding(&mut browser, "1.0.0").await;
    for said in [
        "By the release&#39;s facts",
        "drivers/bluetooth/btusb.c",
        "kernel/compiled.txt",
        "i.MX &lt;8&gt;",
        "Nobody decided this",
        "It does not stand in the way of the gate",
    ] {
        let plain = said.replace("&#39;", "'");
        assert!(page.contains(said) || page.contains(&plain), "{said}: {page}");
    }

    // Another version is handed in over the dossier: nothing is stated of its kernel.
    let field = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = format!(
        "{}{}--x\r\nContent-Disposition: form-data; name=\"sbom\"; filename=\"sbom.cdx.json\"\r\n\r\n{list}\r\n--x--\r\n",
        field("form", &browser.form),
        field("release", "1.1.0")
    );
    let request = browser
        .request("POST", &format!("{product}/submissions"))
        .header("content-type", "multipart/form-data; boundary=x");
    let seen = browser.send(request.body(Body::from(body)).unwrap()).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let page = finding(&mut browser, "1.1.0").await;
    assert!(!page.contains("kernel/compiled.txt"), "{page}");
}

#[tokio::test]
async fn what_the_build_declares_is_shown_closes_nothing_and_begins_the_decision() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    browser.sign_in("anna").await;
    let dossier = "proofmark = 1\nadvisories = [\"advisories\"]\n[operator]\nname = \"Maker\"\n[product]\nname = \"Box\"\nkind = \"software\"\n\
        [release]\nversion = \"1.0.0\"\nsbom = \"show-info.json\"\nbuild_files = [\"patches/linux/CVE-2026-1101.patch\"]\n";
    let package = json!({"type": "target", "name": "linux", "virtual": false, "version": "6.6.16", "dependencies": [],
        "reverse_dependencies": [], "cpe-id": "cpe:2.3:o:linux:linux_kernel:6.6.16:*:*:*:*:*:*:*", "ignore_cves": ["CVE-2026-1101"]});
    let list = json!({ "linux": package }).to_string();
    let files = [
        ("files", "proofmark.toml", dossier),
        ("files", "show-info.json", list.as_str()),
        (
            "files",
            "patches/linux/CVE-2026-1101.patch",
            "Upstream-Status: Backport [<x>]\n---\ndiff --git a/a b/a\n",
        ),
        ("files", "advisories/CVE-2026-1101.json", RECORD),
    ];
    let seen = browser.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let page = finding(&mut browser, "1.0.0").await;
    for said in [
        "Declared by the build",
        "Declared fixed in <code>linux</code> by a patch",
        "patches/linux/CVE-2026-1101.patch",
        "Upstream-Status: Backport [&lt;x&gt;]",
        "Ignored in <code>linux</code>",
        "This closes nothing",
        "<option value=\"fixed\" selected>",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("It does not stand in the way of the gate"), "{page}");
}
