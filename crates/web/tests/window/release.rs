//! Releases looked at closely: the component list as a tree and searched, a component with its paths, what changed, a finding
//! with its history; for those who may see the product, and for nobody else.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::browser::{Browser, Seen};
use crate::test_house::TestHouse;

/// Names that would like to be markup.
const EVIL: &str = "<img src=x onerror=alert(1)><script>alert(1)</script>\"'`";

const ADVISORY: &str = r#"{
  "id": "GHSA-aaaa-bbbb-cccc", "schema_version": "1.6.0", "aliases": ["CVE-2028-1111"],
  "modified": "2028-01-10T00:00:00Z", "published": "2028-01-01T00:00:00Z",
  "summary": "pads <script>alert(1)</script> too far", "details": "Use `pad` <b>no</b> more.",
  "severity": [{ "type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
  "references": [{ "type": "WEB", "url": "https://example.com/left-pad" }],
  "affected": [{ "package": { "ecosystem": "npm", "name": "left-pad" },
    "ranges": [{ "type": "SEMVER", "events": [{ "introduced": "0" }, { "fixed": "1.3.0" }] }] }]
}"#;

fn dossier() -> String {
    let dossier =
        crate::life::DOSSIER.replace("proofmark = 1\n", "proofmark = 1\nadvisories = [\"advisories\"]\n");
    dossier.replace("Gateway <i>7</i>", "Gateway")
}

/// A list whose product pulls in `one` and `two`, which share left-pad; left-pad and `ring` pull in each other.
fn list(left_pad: &str, further: &[Value]) -> String {
    let component = |name: &str, version: &str| json!({ "type": "library", "name": name, "version": version, "bom-ref": name });
    let mut components = vec![
        component("one", "1.0.0"),
        component("two", "2.0.0"),
        json!({ "type": "library", "name": "left-pad", "version": left_pad, "bom-ref": "left-pad",
            "purl": format!("pkg:npm/left-pad@{left_pad}") }),
        component("ring", "1.0.0"),
    ];
    components.extend(further.iter().cloned());
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "metadata": { "component": { "type": "application", "name": "Gateway", "version": "1", "bom-ref": "app" } },
        "components": components,
        "dependencies": [
            { "ref": "app", "dependsOn": ["one", "two"] },
            { "ref": "one", "dependsOn": ["left-pad"] },
            { "ref": "two", "dependsOn": ["left-pad"] },
            { "ref": "left-pad", "dependsOn": ["ring"] },
            { "ref": "ring", "dependsOn": ["left-pad"] },
        ],
    })
    .to_string()
}

/// Everything of a component that others write, as markup.
fn evil() -> Value {
    json!({
        "type": "library", "group": EVIL, "name": EVIL, "version": EVIL, "bom-ref": EVIL, "cpe": EVIL,
        "supplier": { "name": EVIL }, "licenses": [{ "license": { "name": EVIL } }],
        "hashes": [{ "alg": "SHA-256", "content": "00" }], "description": EVIL,
    })
}

async fn anna(house: &Arc<TestHouse>) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in("anna").await;
    browser
}

/// A product whose first release has this list; its path.
async fn handed_in(browser: &mut Browser, list: &str) -> String {
    let dossier = dossier();
    let files = [
        ("files", "proofmark.toml", dossier.as_str()),
        ("files", "sbom.cdx.json", list),
        ("files", "advisories/GHSA-aaaa-bbbb-cccc.json", ADVISORY),
    ];
    let seen = browser.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    seen.header("location").to_owned()
}

/// Hands in another release of it.
async fn next_release(browser: &mut Browser, product: &str, version: &str, list: &str) {
    let field = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let (form, release) = (field("form", &browser.form), field("release", version));
    let body = format!(
        "{form}{release}--x\r\nContent-Disposition: form-data; name=\"sbom\"; filename=\"sbom.cdx.json\"\r\n\r\n\
         {list}\r\n--x--\r\n"
    );
    let path = format!("{product}/submissions");
    let request = browser.request("POST", &path).header("content-type", "multipart/form-data; boundary=x");
    let seen = browser.send(request.body(Body::from(body)).unwrap()).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
}

fn assert_shown(seen: &Seen, what: &str) {
    assert_eq!(seen.status, StatusCode::OK, "{what}: {}", seen.body);
    assert_eq!(seen.body.matches("<h1").count(), 1, "{what}");
    assert!(!seen.body.contains("<img") && !seen.body.contains("<script>"), "{what}: {}", seen.body);
    assert!(!seen.body.contains(">pictures-") && !seen.body.contains(">web-"), "{what}: {}", seen.body);
}

fn json_of(seen: &Seen) -> Value {
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    serde_json::from_str(&seen.body).unwrap()
}

fn api(product: &str) -> String {
    product.replace("/o/maker/", "/api/v1/operators/maker/")
}

#[tokio::test]
async fn a_component_is_found_in_tree_and_search_with_every_path_to_it() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = anna(&house).await;
    let product = handed_in(&mut browser, &list("1.1.0", &[])).await;
    let release = format!("{product}/releases/1.0.0");
    let tree = browser.get(&format!("{release}/components")).await;
    assert_shown(&tree, "tree");
    assert!(tree.body.contains("pulls in what pulls it in"), "{}", tree.body);
    assert!(
        tree.body.contains("unfolded elsewhere") && tree.body.contains("one open finding"),
        "{}",
        tree.body
    );
    let found = browser.get(&format!("{release}/components?q=LEFT-pad")).await;
    assert_shown(&found, "search");
    assert!(found.body.contains("One component found"), "{}", found.body);
    let place = found.body.split("/components/").nth(1).unwrap().split('"').next().unwrap().to_owned();

    let shown = json_of(&browser.ask(&format!("{}/components/{place}", api(&release))).await);
    let paths = shown["paths"].as_array().unwrap();
    assert_eq!((paths.len(), shown["attached"].as_bool()), (2, Some(true)), "{shown:#}");
    assert!(paths.iter().all(|path| path.as_array().unwrap().len() == 3), "{shown:#}");
    let component = browser.get(&format!("{release}/components/{place}")).await;
    assert_shown(&component, "component");
    assert!(component.body.contains("<svg class=\"chart paths\""), "{}", component.body);
    assert!(component.body.contains("GHSA-aaaa-bbbb-cccc") || component.body.contains("CVE-2028-1111"));
    for nothing in ["components/99", "components/-1", "components/x", "components?from=99"] {
        let seen = browser.ask(&format!("{release}/{nothing}")).await;
        assert_eq!(
            (seen.status, seen.code()),
            (StatusCode::NOT_FOUND, "web-no-such-thing".to_owned()),
            "{nothing}"
        );
    }
    assert_shown(&browser.get(&format!("{release}/components?from={place}")).await, "subtree");
    assert_shown(&browser.get(&format!("{release}/components?skip=18446744073709551615")).await, "skip");
}

#[tokio::test]
async fn what_others_write_into_a_list_never_becomes_markup() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = anna(&house).await;
    let product = handed_in(&mut browser, &list("1.1.0", &[evil()])).await;
    let release = format!("{product}/releases/1.0.0");
    next_release(&mut browser, &product, "1.1.0", &list("1.1.0", &[])).await;
    for path in [
        release.clone(),
        format!("{release}/components"),
        format!("{release}/components?q=onerror"),
        format!("{release}/components/5"),
        format!("{release}/components?from=5"),
        format!("{product}/releases/1.1.0/changes"),
        format!("{product}/dossier"),
        "/o/maker/search?q=%3Cimg".to_owned(),
    ] {
        assert_shown(&browser.get(&path).await, &path);
    }
    let found = browser.get(&format!("{release}/components?q=onerror")).await;
    assert!(found.body.contains("&lt;img src=x onerror=alert(1)&gt;"), "{}", found.body);
}

#[tokio::test]
async fn what_changed_is_told_since_the_release_before_and_since_any_other() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = anna(&house).await;
    let product = handed_in(&mut browser, &list("1.1.0", &[])).await;
    let first = browser.get(&format!("{product}/releases/1.0.0/changes")).await;
    assert_shown(&first, "first");
    assert!(first.body.contains("There is no release before this one"), "{}", first.body);
    let none = browser.ask(&format!("{}/releases/1.0.0/changes", api(&product))).await;
    assert_eq!((none.status, none.code()), (StatusCode::NOT_FOUND, "pictures-first-release".to_owned()));

    let new = json!({ "type": "library", "name": "new", "version": "0.1.0", "bom-ref": "new" });
    next_release(&mut browser, &product, "1.1.0", &list("1.3.0", &[new])).await;
    next_release(&mut browser, &product, "0.9.9-hotfix", &list("1.2.0", &[])).await;

    let changes = json_of(&browser.ask(&format!("{}/releases/1.1.0/changes", api(&product))).await);
    assert_eq!(changes["since"], "1.0.0");
    assert_eq!(changes["components"]["added"]["items"][0]["package"], "new");
    let up = &changes["components"]["upgraded"]["items"][0];
    assert_eq!(
        (&up["package"], &up["from"][0], &up["to"][0]),
        (&json!("pkg:npm/left-pad"), &json!("1.1.0"), &json!("1.3.0"))
    );
    assert_eq!(changes["findings"]["disappeared"]["items"][0]["because"], "other-version", "{changes:#}");
    assert_eq!(changes["findings"]["appeared"]["count"], 0);

    // By when they were handed in, whatever their versions say.
    let changes = json_of(&browser.ask(&format!("{}/releases/0.9.9-hotfix/changes", api(&product))).await);
    assert_eq!(changes["since"], "1.1.0");
    assert_eq!(changes["components"]["downgraded"]["count"], 1);
    assert_eq!(changes["findings"]["appeared"]["count"], 1);
    let changes =
        json_of(&browser.ask(&format!("{}/releases/0.9.9-hotfix/changes?since=1.0.0", api(&product))).await);
    assert_eq!((&changes["since"], &changes["findings"]["stayed"]), (&json!("1.0.0"), &json!(1)));
    let page = browser.get(&format!("{product}/releases/1.1.0/changes?since=0.9.9-hotfix")).await;
    assert_shown(&page, "changes");
    assert!(page.body.contains("What changed since 0.9.9-hotfix"), "{}", page.body);

    let itself = browser.ask(&format!("{}/releases/1.1.0/changes?since=1.1.0", api(&product))).await;
    assert_eq!(
        (itself.status, itself.code()),
        (StatusCode::UNPROCESSABLE_ENTITY, "pictures-same-release".to_owned())
    );
    let unknown = browser.ask(&format!("{}/releases/1.1.0/changes?since=7", api(&product))).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_finding_says_why_it_is_there_and_who_decided_what() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = anna(&house).await;
    let product = handed_in(&mut browser, &list("1.1.0", &[])).await;
    let all = browser.get("/o/maker/findings").await;
    assert_shown(&all, "findings");
    assert!(all.body.contains("Why it is here"), "{}", all.body);
    let link = all.body.split("href=\"").find(|rest| rest.contains("/findings/pkg")).unwrap();
    let link = link.split('"').next().unwrap().to_owned();
    let seen = browser.get(&link).await;
    assert_shown(&seen, "finding");
    for said in
        ["GHSA-aaaa-bbbb-cccc", "&lt; 1.3.0", "It keeps the gate closed", "The text of", "left-pad 1.1.0"]
    {
        assert!(seen.body.contains(said), "{said}: {}", seen.body);
    }
    assert!(seen.body.contains("Nobody has decided anything"), "{}", seen.body);

    // Each with a reason of its own, told on the finding's page from the ledger.
    let id = product.rsplit('/').next().unwrap();
    let vulnerability = link.rsplit('/').next().unwrap();
    let value = format!("{id} {vulnerability} pkg:npm/left-pad@1.1.0");
    for (status, because) in [("affected", "we pad with it <b>"), ("under_investigation", "looking again")] {
        let alone = format!("because {value}");
        let fields = [
            ("finding", value.as_str()),
            ("status", status),
            ("because", "for all the others"),
            (alone.as_str(), because),
            ("back", "/o/maker/findings"),
        ];
        let sent = browser.post("/o/maker/findings/decisions", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    let seen = browser.get(&link).await;
    assert_shown(&seen, "decided");
    assert!(
        seen.body.contains("we pad with it &lt;b&gt;") && seen.body.contains("looking again"),
        "{}",
        seen.body
    );
    assert!(!seen.body.contains("for all the others"), "{}", seen.body);
    let nothing = browser.ask(&format!("{product}/releases/1.0.0/findings/x/CVE-1")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn findings_are_narrowed_by_words_fix_and_age_in_the_address() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = anna(&house).await;
    handed_in(&mut browser, &list("1.1.0", &[])).await;
    for (query, found) in [
        ("q=left-pad", true),
        ("q=LEFT%20pad", true),
        ("q=right-pad", false),
        ("q=%25", false),
        ("q=cve-2028-1111", true),
        ("q=cve-2028-9999", false),
        ("q=ghsa-AAAA-bbbb-cccc", true),
        ("q=ghsa-aaaa-bbbb", true),
        ("vulnerability=GHSA-aaaa-bbbb-cccc", true),
        ("vulnerability=cve-2028-1111", true),
        ("fixable=true", true),
        ("fixable=false", false),
        ("older_than=0", true),
        ("older_than=7", false),
        ("newer_than=7", true),
        ("q=left&fixable=true&exploited=false&score_from=9.0", true),
        ("q=left&product=nothing", false),
    ] {
        let list = json_of(&browser.ask(&format!("/api/v1/operators/maker/findings?{query}")).await);
        assert_eq!(!list["items"].as_array().unwrap().is_empty(), found, "{query}: {list:#}");
        assert_shown(&browser.get(&format!("/o/maker/findings?{query}")).await, query);
    }
    for (words, found) in [("ghsa-aaaa-bbbb-CCCC", 1), ("CVE-2028-1111", 1), ("ghsa-aaaa-bbbb-dddd", 0)] {
        let answer = json_of(&browser.ask(&format!("/api/v1/operators/maker/search?q={words}")).await);
        let listed = answer["findings"]["items"].as_array().unwrap();
        assert_eq!(listed.len(), found, "{words}: {answer:#}");
        assert!(listed.iter().all(|one| one["vulnerability"] == "CVE-2028-1111"), "{answer:#}");
    }
}

#[tokio::test]
async fn whoever_may_not_see_the_product_sees_none_of_it() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = anna(&house).await;
    let product = handed_in(&mut browser, &list("1.1.0", &[])).await;
    next_release(&mut browser, &product, "1.1.0", &list("1.3.0", &[])).await;
    let id = product.rsplit('/').next().unwrap().to_owned();
    house.let_in_for("ours", "maker", Duty::Engineer, &[&id]);
    house.let_in_for("theirs", "maker", Duty::Engineer, &["another"]);
    let (mut ours, mut theirs) = (Browser::new(&house), Browser::new(&house));
    ours.sign_in("ours").await;
    theirs.sign_in("theirs").await;
    let release = format!("{product}/releases/1.0.0");
    for path in [
        format!("{product}/dossier"),
        format!("{release}/components"),
        format!("{release}/components/1"),
        format!("{product}/releases/1.1.0/changes"),
        format!("{release}/findings/pkg%3Anpm%2Fleft-pad%401.1.0/CVE-2028-1111"),
        format!("{}/releases/1.1.0/changes", api(&product)),
        format!("{}/components/1", api(&release)),
    ] {
        let allowed = ours.ask(&path).await;
        assert_eq!(allowed.status, StatusCode::OK, "{path}: {}", allowed.body);
        let refused = theirs.ask(&path).await;
        assert_eq!(
            (refused.status, refused.code()),
            (StatusCode::NOT_FOUND, "web-not-found".to_owned()),
            "{path}"
        );
    }
    assert!(!theirs.get("/o/maker/findings?q=left").await.body.contains("pkg:npm/left-pad"));
}

#[tokio::test]
async fn ten_thousand_components_in_circles_are_shown_in_bounded_pages() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = anna(&house).await;
    let count = 10_000;
    let name = |number: usize| format!("part-{number}");
    let components: Vec<Value> = (0..count)
        .map(|number| json!({ "type": "library", "name": name(number), "version": "1.0", "bom-ref": name(number) }))
        .collect();
    // Each pulls in three further ones, and every tenth one back at the beginning.
    let dependencies: Vec<Value> = (0..count)
        .map(|number| {
            let back = if number % 10 == 0 { number / 3 } else { number };
            let below = [3 * number + 1, 3 * number + 2, 3 * number + 3, back];
            let below: Vec<String> = below.into_iter().filter(|one| *one < count).map(name).collect();
            json!({ "ref": name(number), "dependsOn": below })
        })
        .chain([json!({ "ref": "app", "dependsOn": (0..1500).map(name).collect::<Vec<_>>() })])
        .collect();
    let list = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "metadata": { "component": { "type": "application", "name": "Gateway", "version": "1", "bom-ref": "app" } },
        "components": components, "dependencies": dependencies,
    });
    let product = handed_in(&mut browser, &list.to_string()).await;
    let release = format!("{product}/releases/1.0.0");
    // The first look reads the list; without optimisation that alone takes most of a second.
    assert_shown(&browser.get(&format!("{release}/components")).await, "first look");
    for path in [
        format!("{release}/components"),
        format!("{release}/components?from=0"),
        format!("{release}/components?from=0&skip=1400"),
        format!("{release}/components?q=part"),
        format!("{release}/components?q=part-99&skip=50"),
        format!("{release}/components/9999"),
        format!("{release}/components/1"),
    ] {
        let started = Instant::now();
        let seen = browser.get(&path).await;
        let took = started.elapsed();
        assert_shown(&seen, &path);
        assert!(took < Duration::from_secs(3), "{path} took {took:?}");
        assert!(seen.body.len() < 400_000, "{path}: {} bytes", seen.body.len());
    }
    let tree = browser.get(&format!("{release}/components")).await.body;
    assert!(tree.matches("/components/").count() <= 201, "{}", tree.matches("/components/").count());
    assert!(tree.contains("more below"));
}
