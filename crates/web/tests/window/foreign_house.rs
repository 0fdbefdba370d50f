//! A house in which everything others write is hostile: dossier, component list, statements, advisories. Which of their
//! texts are taken, the readers themselves say.

use std::sync::Arc;

use axum::http::StatusCode;
use proofmark_facts::{Duty, Weight};
use proofmark_formats::{
    Answer, Answers, Limits, Takes, dossier_key, dossier_keys, judge_answer, read_answers, read_osv,
    read_sbom, read_vex,
};
use serde_json::{Value, json};

use crate::browser::{Browser, Seen};
use crate::foreign_words::HOSTILE;
use crate::program::API;
use crate::test_house::TestHouse;

const EXAMPLE: &str = include_str!("../../../../examples/edge-gateway/proofmark.toml");

/// Keys of the dossier that hold words and take no hostile ones, and what they name instead.
const SHAPED: &[(&str, &str)] = &[
    ("advisories", "folders that are handed in"),
    ("authority_requests[0].obligation", "an obligation"),
    ("evidence[0].shows", "obligations and requirements"),
    ("modification.of_version", "another version, in one line that does not turn"),
    ("product.considered_categories[0].category", "a category of Annex III or IV"),
    ("product.core_functionality.category", "a category of Annex III or IV"),
    ("product.tailor_made.other_deviations", "nothing: no agreement can set anything else aside"),
    ("release.build_files", "files that are handed in"),
    ("release.compiled_files", "a file that is handed in"),
    ("release.kernel_build_rules", "a file that is handed in"),
    ("release.kernel_config", "a file that is handed in"),
    ("release.kernel_tree.commits", "a file that is handed in"),
    ("release.repositories[0].history", "a file that is handed in"),
    ("release.sbom", "a file that is handed in"),
    ("requirements.\"I.2.a\".not_applicable_because", "nothing: the requirement applies"),
    ("triage", "a file that is handed in"),
    ("vulnerability_decisions[0].name", "nothing beside `component`: a decision names its component once"),
];

/// The history of a repository, as the reference names its file.
const HISTORY: &str = "1111111111111111111111111111111111111111 2222222222222222222222222222222222222222\n2222222222222222222222222222222222222222\n";

/// Acts that set a minimum support period: the built-in state of the law knows none, so that nothing can stand here yet.
const UNKNOWN_ACTS: &str = "support_period.act_minimums";

/// A house with anna, who may everything, vera who approves, boris who administers, and a hostile product.
pub(crate) async fn hostile_house() -> (Arc<TestHouse>, Browser, String) {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let (list, advisory, vex) = (list(), advisory(), vex());
    let (mut answers, mut shaped, mut rounds) = (dossier(), Vec::new(), 0);
    let seen = loop {
        let dossier = format!("proofmark = 1\n{}", answers.to_toml());
        let files = [
            ("files", "proofmark.toml", dossier.as_str()),
            ("files", "sbom.cdx.json", list.as_str()),
            ("files", "advisories/one.json", advisory.as_str()),
            ("files", "history/zlib.txt", HISTORY),
            ("vex", "vex.json", vex.as_str()),
        ];
        let seen = anna.send_files("/o/maker/products", &files).await;
        if seen.status == StatusCode::SEE_OTHER {
            break seen;
        }
        let refused = take_back(&mut answers, &seen);
        rounds += 1;
        assert!(rounds < 5, "{}", seen.body);
        shaped.extend(refused);
    };
    shaped.sort();
    let argued: Vec<&str> = SHAPED.iter().map(|(path, _)| *path).collect();
    assert_eq!(shaped, argued, "keys that take no hostile words are named with the reason, and no other");
    let product = seen.header("location").rsplit('/').next().unwrap_or_default().to_owned();
    (house, anna, product)
}

/// What the desk keeps, once each, so that every page has something to show.
pub(crate) async fn furnish(house: &Arc<TestHouse>, anna: &mut Browser, product: &str) {
    for (account, duty) in
        [("vera", Duty::Approver), ("boris", Duty::Administrator), ("erik", Duty::Engineer)]
    {
        house.let_in(account, "maker", duty);
    }
    let invited = json!({ "account": "ida", "display_name": HOSTILE, "duties": [{ "duty": "auditor" }] });
    let expires = "2028-03-01T09:00:00Z";
    let duties = json!([{ "duty": "product-owner" }]);
    let kept = format!("Kept {HOSTILE}");
    let provider =
        json!({ "name": kept, "issuer": "https://id.example", "client_id": HOSTILE, "because": HOSTILE });
    let workload = json!({ "name": kept, "issuer": "https://id.example", "conditions": { "repository": HOSTILE },
        "grants": [{ "operator": "maker", "duty": "engineer", "products": null }], "expires_at": expires, "because": HOSTILE });
    let dismissed = json!({ "findings": [{ "vulnerability": "GHSA-aaaa-bbbb-cccc", "component": "pkg:npm/left-pad@1.0.0" }],
        "status": "not_affected", "justification": "vulnerable_code_not_present", "because": HOSTILE });
    for (path, body) in [
        (format!("{API}/people"), invited),
        (format!("{API}/tokens"), json!({ "name": HOSTILE, "duties": duties, "expires_at": expires })),
        (
            format!("{API}/webhooks"),
            json!({ "name": HOSTILE, "url": "https://chat.example/x", "events": ["gate.closed"] }),
        ),
        (format!("{API}/holds"), json!({ "name": kept, "because": HOSTILE })),
        ("/api/v1/identity-providers".to_owned(), provider),
        (format!("{API}/workloads"), workload),
        (
            format!("{API}/people/erik/duties"),
            json!({ "duties": [{ "duty": "auditor" }], "because": HOSTILE }),
        ),
        (format!("{API}/products/{product}/decisions"), dismissed),
    ] {
        let seen = anna.tell(&path, body).await;
        assert!(seen.status.is_success(), "{path}: {} {}", seen.status, seen.body);
    }
}

/// The example's dossier with hostile words at every key that holds words, and what else their tables must hold as the
/// reference fills it. Which keys take them says the reader, asked of each key alone.
fn dossier() -> Answers {
    let mut answers = read_answers(EXAMPLE.as_bytes()).value.unwrap();
    answers.set("advisories", Answer::Value("[\"advisories\"]".into()));
    for key in dossier_keys() {
        let left_out = key.path == "proofmark" || key.path.starts_with(UNKNOWN_ACTS);
        if matches!(key.takes, Takes::Table | Takes::Tables) || left_out {
            continue;
        }
        let path = key.path.replace("requirements[]", "requirements.\"I.2.a\"").replace("[]", "[0]");
        let words = matches!(key.takes, Takes::Words | Takes::List);
        let hostile = Some(HOSTILE).filter(|_| words).and_then(|words| judge_answer(&path, words).ok());
        match hostile {
            Some(hostile) => answers.set(&path, Answer::Value(hostile)),
            None if key.required && answers.get(&path).is_none() => {
                answers.set(&path, Answer::Value(key.example.to_owned()));
            }
            None => {}
        }
    }
    // It must be the operator it is handed in for; an operator's own hostile name comes by the form that adds one.
    answers.set("operator.name", Answer::Value("\"Maker\"".into()));
    answers
}

/// Takes hostile words back where the refusal says that they do not fit; gives the keys.
fn take_back(answers: &mut Answers, refused: &Seen) -> Vec<String> {
    let example = read_answers(EXAMPLE.as_bytes()).value.unwrap();
    let problem: Value = serde_json::from_str(&refused.body).unwrap();
    let mut taken_back = Vec::new();
    for at in problem["problems"].as_array().into_iter().flatten() {
        let path = at["place"]["path"].as_str().unwrap_or_default();
        let list = path.rsplit_once('[').filter(|(_, end)| end.ends_with(']')).map_or(path, |(list, _)| list);
        let told: Vec<String> = answers.in_order().iter().map(|(told, _)| (*told).to_owned()).collect();
        let (kept, key) = (taken_back.len(), dossier_key(path));
        for told in told {
            let concerned = told == path || told == list || told.starts_with(&format!("{path}."));
            if !path.is_empty() && concerned && answers.get(&told) != example.get(&told) {
                let required = dossier_key(&told).filter(|key| key.required);
                let usual = required.map(|key| Answer::Value(key.example.to_owned()));
                match example.get(&told).cloned().or(usual) {
                    Some(answer) => answers.set(&told, answer),
                    None => answers.remove(&told),
                }
                taken_back.push(told);
            }
        }
        // What is asked once its neighbours are told.
        if let (true, Some(key)) = (kept == taken_back.len() && answers.get(path).is_none(), key) {
            answers.set(path, Answer::Value(key.example.to_owned()));
        }
    }
    taken_back
}

/// Every text of a document made hostile, as long as it is still taken; the paths where it is not.
fn hostile(document: &Value, accepted: impl Fn(&Value) -> bool) -> (Value, Vec<String>) {
    assert!(accepted(document), "{document:#}");
    let (mut made, mut refused) = (document.clone(), Vec::new());
    for path in texts(document, "") {
        let mut next = made.clone();
        *next.pointer_mut(&path).unwrap() = HOSTILE.into();
        if accepted(&next) { made = next } else { refused.push(path) }
    }
    (made, refused)
}

fn texts(value: &Value, path: &str) -> Vec<String> {
    match value {
        Value::String(_) => vec![path.to_owned()],
        Value::Array(list) => {
            list.iter().enumerate().flat_map(|(at, inner)| texts(inner, &format!("{path}/{at}"))).collect()
        }
        Value::Object(object) => {
            object.iter().flat_map(|(name, inner)| texts(inner, &format!("{path}/{name}"))).collect()
        }
        _ => Vec::new(),
    }
}

fn clean<T>(read: &proofmark_facts::Read<T>) -> bool {
    read.value.is_some() && !read.problems.iter().any(|problem| problem.weight == Weight::Error)
}

/// A component list whose second component is hostile in every text the reader takes.
fn list() -> String {
    let list = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "metadata": { "component": { "type": "application", "name": "Gateway", "version": "1", "bom-ref": "app" },
            "supplier": { "name": "Maker" }, "authors": [{ "name": "Anna" }],
            "tools": { "components": [{ "type": "application", "name": "builder", "version": "1" }] } },
        "components": [
            { "type": "library", "name": "left-pad", "version": "1.0.0", "purl": "pkg:npm/left-pad@1.0.0", "bom-ref": "left-pad" },
            { "type": "library", "group": "g", "name": "evil", "version": "1", "bom-ref": "evil", "cpe": "x", "purl": "pkg:npm/a@1",
              "supplier": { "name": "s" }, "licenses": [{ "license": { "name": "l" } }], "description": "d", "author": "a",
              "publisher": "p", "copyright": "c", "hashes": [{ "alg": "SHA-256", "content": "00" }],
              "externalReferences": [{ "type": "website", "url": "u" }], "properties": [{ "name": "n", "value": "v" }] },
        ],
        "dependencies": [{ "ref": "app", "dependsOn": ["left-pad"] }],
    });
    let (made, refused) = hostile(&list, |list| {
        let read = read_sbom("sbom.cdx.json", list.to_string().as_bytes(), &Limits::default());
        let known = list["components"][0]
            == json!({ "type": "library", "name": "left-pad", "version": "1.0.0",
            "purl": "pkg:npm/left-pad@1.0.0", "bom-ref": "left-pad" });
        clean(&read) && known
    });
    for taken in [
        "group",
        "name",
        "version",
        "cpe",
        "supplier/name",
        "licenses/0/license/name",
        "description",
        "author",
    ] {
        assert!(!refused.contains(&format!("/components/1/{taken}")), "{taken} was not tried: {refused:?}");
    }
    made.to_string()
}

/// An advisory that is hostile in every text but those by which it is matched.
fn advisory() -> String {
    let advisory = json!({
        "id": "GHSA-aaaa-bbbb-cccc", "schema_version": "1.6.0", "aliases": ["CVE-2028-1111"],
        "modified": "2028-01-10T00:00:00Z", "published": "2028-01-01T00:00:00Z",
        "summary": "s", "details": "d", "references": [{ "type": "WEB", "url": "https://example.com/x" }],
        "severity": [{ "type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
        "credits": [{ "name": "c", "contact": ["k"] }], "database_specific": { "severity": "high" },
        "affected": [{ "package": { "ecosystem": "npm", "name": "left-pad" },
            "ranges": [{ "type": "SEMVER", "events": [{ "introduced": "0" }, { "fixed": "1.3.0" }] }] }]
    });
    let affected = advisory["affected"].clone();
    let (made, refused) = hostile(&advisory, |advisory| {
        let read = read_osv(advisory.to_string().as_bytes(), &Limits::default());
        clean(&read) && advisory["affected"] == affected && advisory["id"] == "GHSA-aaaa-bbbb-cccc"
    });
    for taken in ["/summary", "/details", "/credits/0/name", "/references/0/url"] {
        assert!(!refused.contains(&taken.to_owned()), "{taken} was not tried: {refused:?}");
    }
    made.to_string()
}

/// Statements that are hostile in every text but what they are about.
fn vex() -> String {
    let vex = json!({
        "@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://maker.example/vex-1", "author": "a", "role": "r",
        "timestamp": "2028-01-20T00:00:00Z", "version": 1, "tooling": "t",
        "statements": [{ "vulnerability": { "name": "CVE-2028-1111", "description": "d" },
            "products": [{ "@id": "pkg:npm/left-pad@1.0.0" }], "status": "affected", "status_notes": "n",
            "action_statement": "w", "impact_statement": "i" }]
    });
    let about = |vex: &Value| {
        (vex["statements"][0]["vulnerability"]["name"].clone(), vex["statements"][0]["products"].clone())
    };
    let (made, refused) = hostile(&vex, |changed| {
        clean(&read_vex("", changed.to_string().as_bytes(), &Limits::default()))
            && about(changed) == about(&vex)
    });
    for taken in ["/author", "/statements/0/status_notes", "/statements/0/action_statement"] {
        assert!(!refused.contains(&taken.to_owned()), "{taken} was not tried: {refused:?}");
    }
    made.to_string()
}
