//! The authorisation matrix: every route, as everybody, at their own operator and at another's.
//!
//! The rows are written by hand: a route of the register without a row fails, and so does a row that is not so.

use axum::body::Body;
use axum::http::StatusCode;
use proofmark_facts::Duty;
use proofmark_web::{Method, ROUTES, Route, Takes};

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::test_house::TestHouse;

/// Who comes past the wall of a route, in the order of `Duty::ALL`: administrator, product owner, engineer, security
/// response, compliance, approver, auditor. `*`: anybody; `+`: whoever is signed in; `-`: nobody of an operator.
const ROWS: &[(&str, &str)] = &[
    ("health", "*"),
    ("asset", "*"),
    ("checkpoint", "*"),
    ("ledger-key", "*"),
    ("ledger-entries", "-"),
    ("ledger-tile", "*"),
    ("front", "*"),
    ("sign-in", "*"),
    ("preferences", "*"),
    ("do-sign-in", "*"),
    ("sign-in-code", "*"),
    ("passkey-challenge", "*"),
    ("passkey-sign-in", "*"),
    ("sign-out", "+"),
    ("set-up", "*"),
    ("do-set-up", "*"),
    ("invitation", "*"),
    ("accept-invitation", "*"),
    ("reset", "*"),
    ("do-reset", "*"),
    ("account", "+"),
    ("change-password", "+"),
    ("enrol-codes", "+"),
    ("prove-codes", "+"),
    ("registration-challenge", "+"),
    ("register-passkey", "+"),
    ("remove-passkey", "+"),
    ("sign-out-everywhere", "+"),
    ("end-session", "+"),
    ("end-others", "+"),
    ("end-sessions", "a......"),
    ("list-own-sessions", "+"),
    ("end-own-session", "+"),
    ("end-other-sessions", "+"),
    ("end-sessions-of", "a......"),
    ("sign-in-with", "*"),
    ("back-from-provider", "*"),
    ("accept-with", "*"),
    ("identities", "+"),
    ("link-identity", "+"),
    ("forget-identity", "+"),
    ("identity-providers", "-"),
    ("add-provider", "-"),
    ("provider-secret", "-"),
    ("pause-provider", "-"),
    ("resume-provider", "-"),
    ("remove-provider", "-"),
    ("approve-for-installation", "-"),
    ("refuse-for-installation", "-"),
    ("withdraw-for-installation", "-"),
    ("workloads", "ao..cvr"),
    ("trust-workload", "a......"),
    ("revoke-workload", "a......"),
    ("list-identity-providers", "-"),
    ("add-identity-provider", "-"),
    ("keep-client-secret", "-"),
    ("pause-identity-provider", "-"),
    ("resume-identity-provider", "-"),
    ("remove-identity-provider", "-"),
    ("list-workloads", "ao..cvr"),
    ("add-workload", "a......"),
    ("remove-workload", "a......"),
    ("portfolio", ".oescvr"),
    ("add-product", ".o..c.."),
    ("product", ".oescvr"),
    ("product-obligations", ".oescvr"),
    ("archive", ".o..c.."),
    ("hand-in", ".oesc.."),
    ("assess-again", ".oesc.."),
    ("file", ".oescvr"),
    ("revision", ".oescvr"),
    ("release", ".oescvr"),
    ("documents", ".oescvr"),
    ("product-documents", ".oescvr"),
    ("make-release-papers", ".oesc.."),
    ("declaration", ".oescvr"),
    ("issue-declaration", ".oesc.."),
    ("show-declaration", ".oescvr"),
    ("propose-declaration", ".oesc.."),
    ("show-waiting-declaration", ".oescvr"),
    ("show-issued-declaration", ".oescvr"),
    ("dossier", ".oescvr"),
    ("component-tree", ".oescvr"),
    ("component", ".oescvr"),
    ("changes", ".oescvr"),
    ("finding", ".oescvr"),
    ("findings", ".oescvr"),
    ("decide", ".oescvr"),
    ("approvals", "aoescvr"),
    ("approve", "aoescvr"),
    ("refuse", "aoescvr"),
    ("withdraw", "aoescvr"),
    ("sign-several", "aoescvr"),
    ("ledger", "ao.scvr"),
    ("line-proof", "ao.scvr"),
    ("feeds", "aoescvr"),
    ("retry", "a..s..."),
    ("retry-for-installation", "-"),
    ("operators", "-"),
    ("new-operator", "-"),
    ("people", "aoescvr"),
    ("invite", "a......"),
    ("invite-again", "a......"),
    ("reset-link", "a......"),
    ("person", "a......"),
    ("close-out", "a......"),
    ("let-back", "a......"),
    ("change-person", "a......"),
    ("forget-factor", "a......"),
    ("flag-same-person", "a......"),
    ("part-same-person", "a......"),
    ("confirm-person", "a....v."),
    ("make-token", "aoescv."),
    ("revoke-token", "aoescv."),
    ("settings", "aoescvr"),
    ("webhooks", "a......"),
    ("new-webhook", "a......"),
    ("webhook", "a......"),
    ("keep-webhook", "a......"),
    ("pause-webhook", "a......"),
    ("new-webhook-secret", "a......"),
    ("drop-webhook", "a......"),
    ("replay", "a......"),
    ("mail", "-"),
    ("keep-mail", "-"),
    ("drop-mail", "-"),
    ("test-letter", "-"),
    ("retention", "ao.scvr"),
    ("new-hold", ".o..c.."),
    ("lift-hold", ".o..c.."),
    ("do-purge", "....c.."),
    ("decisions", ".oescvr"),
    ("take-decision-back", ".oesc.."),
    ("search", ".oescvr"),
    ("cases", ".oescvr"),
    ("case", ".oescvr"),
    ("list-cases", ".oescvr"),
    ("show-case", ".oescvr"),
    ("find", ".oescvr"),
    ("openapi", "*"),
    ("me", "+"),
    ("show-account", "+"),
    ("change-own-password", "+"),
    ("begin-one-time-codes", "+"),
    ("prove-one-time-codes", "+"),
    ("remove-own-passkey", "+"),
    ("forget-own-identity", "+"),
    ("end-own-sessions", "+"),
    ("ledger-consistency", "*"),
    ("show-portfolio", ".oescvr"),
    ("list-products", ".oescvr"),
    ("submit-product", ".oescvr"),
    ("show-product", ".oescvr"),
    ("show-assessment", ".oescvr"),
    ("assess-product", ".oesc.."),
    ("submit-release", ".oesc.."),
    ("list-releases", ".oescvr"),
    ("show-release", ".oescvr"),
    ("show-changes", ".oescvr"),
    ("show-component", ".oescvr"),
    ("show-document", ".oescvr"),
    ("list-documents", ".oescvr"),
    ("make-papers", ".oesc.."),
    ("list-packs", ".oescvr"),
    ("show-pack", ".oescvr"),
    ("show-paper", ".oescvr"),
    ("decide-findings", ".oesc.."),
    ("list-findings", ".oescvr"),
    ("list-components", ".oescvr"),
    ("checkpoint-of-size", "*"),
    ("time-stamp", "*"),
    ("attestors", "-"),
    ("change-attestors", "-"),
    ("list-attestations", "*"),
    ("show-attestors", "-"),
    ("put-attestors", "-"),
    ("list-lines", "ao.scvr"),
    ("prove-line", "ao.scvr"),
    ("list-people", "ao..cvr"),
    ("invite-person", "a......"),
    ("invite-person-again", "a......"),
    ("reset-password-of", "a......"),
    ("disable-person", "a......"),
    ("enable-person", "a......"),
    ("change-duties", "a......"),
    ("forget-second-factor", "a......"),
    ("say-same-person", "a......"),
    ("take-same-person-back", "a......"),
    ("confirm-account", "a....v."),
    ("list-tokens", "aoescv."),
    ("issue-token", "aoescv."),
    ("end-token", "aoescv."),
    ("list-proposals", "aoescvr"),
    ("show-proposal", "aoescvr"),
    ("approve-proposal", "aoescvr"),
    ("refuse-proposal", "aoescvr"),
    ("withdraw-proposal", "aoescvr"),
    ("decide-proposals", "aoescvr"),
    ("list-installation-proposals", "-"),
    ("show-installation-proposal", "-"),
    ("approve-installation-proposal", "-"),
    ("refuse-installation-proposal", "-"),
    ("withdraw-installation-proposal", "-"),
    ("list-operators", "+"),
    ("add-operator", "-"),
    ("list-webhooks", "a......"),
    ("add-webhook", "a......"),
    ("show-webhook", "a......"),
    ("change-webhook", "a......"),
    ("remove-webhook", "a......"),
    ("rotate-webhook-secret", "a......"),
    ("list-deliveries", "a......"),
    ("replay-delivery", "a......"),
    ("show-mail", "-"),
    ("change-mail", "-"),
    ("remove-mail", "-"),
    ("send-test-letter", "-"),
    ("list-holds", "ao.scvr"),
    ("place-hold", ".o..c.."),
    ("show-hold", "ao.scvr"),
    ("release-hold", ".o..c.."),
    ("look-at-purge", "....c.."),
    ("purge", "....c.."),
    ("archive-product", ".o..c.."),
    ("list-decisions", ".oescvr"),
    ("show-decision", ".oescvr"),
    ("withdraw-decision", ".oesc.."),
    ("list-jobs", "ao.scvr"),
    ("retry-job", "a..s..."),
    ("list-installation-jobs", "-"),
    ("retry-installation-job", "-"),
    ("show-feeds", "aoescvr"),
    ("check-supplier", ".oescvr"),
    ("review-modification", ".oescvr"),
    ("show-maturity", ".oescvr"),
    ("evaluate-gate", ".oescvr"),
    ("explain", ".oescvr"),
    ("verify-ledger", "ao.scvr"),
    ("show-database", "aoescvr"),
];

pub(crate) const LETTERS: [char; 7] = ['a', 'o', 'e', 's', 'c', 'v', 'r'];

pub(crate) fn row(route: &Route) -> &'static str {
    let found = ROWS.iter().find(|(name, _)| *name == route.name);
    found.unwrap_or_else(|| panic!("`{}` is a route without a row in the matrix", route.name)).1
}

pub(crate) fn path(route: &Route, operator: &str, product: &str) -> String {
    let path = route.path.replace("{operator}", operator).replace("{product}", product);
    let mut path = path.replace("{release}", "1.0.0").replace("{name}", "x").replace("{*place}", "000");
    // Which thing it is does not matter to a wall.
    while let Some((before, rest)) = path.split_once('{') {
        let (_, after) = rest.split_once('}').unwrap();
        path = format!("{before}1{after}");
    }
    path
}

/// Whether the wall let the request through: what stands behind it may refuse it for its own reasons, under other codes.
async fn passes(browser: &mut Browser, route: &Route, path: &str) -> (bool, StatusCode) {
    let mut request = browser.request(route.method.word(), path).body(Body::empty()).unwrap();
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    // No content type: a form is refused right behind the wall. One without a body would be done.
    if route.takes == Takes::Nothing && route.method != Method::Get {
        request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    }
    let seen = browser.send(request).await;
    let code = seen.code();
    assert!(seen.status.as_u16() < 500, "{} {path}: {}", route.name, seen.body);
    let stopped = code == "web-sign-in-first" || code == "web-not-found" || code == "access-may-not";
    (!stopped, seen.status)
}

#[tokio::test]
async fn everybody_comes_as_far_as_they_may_and_no_further() {
    let house = TestHouse::new();
    house.set_up();
    house.add_operator("Other");
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = anna.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let product = product.rsplit('/').next().unwrap().to_owned();

    let mut nobody = Browser::new(&house);
    for route in ROUTES.iter() {
        let allowed = row(route) == "*";
        let (passed, status) = passes(&mut nobody, route, &path(route, "maker", &product)).await;
        assert_eq!(passed, allowed, "nobody at {}: {status}", route.name);
    }
    for (duty, letter) in Duty::ALL.into_iter().zip(LETTERS) {
        let (own, other) = (format!("own-{letter}"), format!("other-{letter}"));
        house.let_in(&own, "maker", duty);
        house.let_in(&other, "other", duty);
        let (mut at_home, mut abroad) = (Browser::new(&house), Browser::new(&house));
        at_home.sign_in(&own).await;
        abroad.sign_in(&other).await;
        for route in ROUTES.iter() {
            let everybody = matches!(row(route), "*" | "+");
            let path = path(route, "maker", &product);
            let (passed, status) = passes(&mut at_home, route, &path).await;
            assert_eq!(
                passed,
                everybody || row(route).contains(letter),
                "{duty:?} at {}: {status}",
                route.name
            );
            let (passed, status) = passes(&mut abroad, route, &path).await;
            assert_eq!(passed, everybody, "{duty:?} of another operator at {}: {status}", route.name);
        }
    }
    for (name, _) in ROWS {
        assert!(ROUTES.iter().any(|route| route.name == *name), "`{name}` has a row and is no route");
    }
}
