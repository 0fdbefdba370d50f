//! Every text field of every form gets hostile words, and every page shows them as words. Pages and forms come from the
//! register of routes, fields from the pages themselves: one that nobody sent anything into fails the test.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;

use axum::body::Body;
use proofmark_actions::people::make_set_up_link;
use proofmark_web::{House as _, Kind, Method, ROUTES, Route, Takes};

use crate::browser::{Browser, Seen};
use crate::foreign_house::{furnish, hostile_house};
use crate::foreign_words::{BROKEN, Form, HOSTILE, attribute, forms, sound};
use crate::program::API;
use crate::test_house::{PASSWORD, TestHouse};

/// Pages of one kind that are visited at most: the same page about something else.
const SAME_PAGES: usize = 6;

/// Pages this walk is not shown, and why.
const UNVISITED: &[(&str, &str)] = &[
    ("front", "it leads on"),
    ("set-up", "it is there before anybody is: shown below"),
    ("sign-in-with", "it leads to the provider's own page"),
    ("back-from-provider", "only a provider sends there"),
    ("accept-with", "it leads to the provider's own page"),
    ("line-proof", "it is a file"),
];

/// Forms no page offers here, and why nothing shown again can be typed into them.
const UNOFFERED: &[(&str, &str)] = &[
    ("sign-in-code", "a code of digits, never shown"),
    ("do-set-up", "it is there before anybody is: filled in below"),
    ("prove-codes", "a code of digits, never shown"),
    ("remove-passkey", "nothing is typed"),
    ("forget-identity", "nothing is typed"),
    ("resume-provider", "a proposal's reason, as `add-provider` has it"),
    ("approve-for-installation", "nothing is typed"),
    ("refuse-for-installation", "a proposal's reason, as `refuse` has it"),
    ("withdraw-for-installation", "nothing is typed"),
    ("revoke-workload", "nothing is typed"),
    ("let-back", "nothing is typed"),
    ("forget-factor", "a proposal's reason, as `change-person` has it"),
    ("part-same-person", "a proposal's reason, as `flag-same-person` has it"),
    ("confirm-person", "nothing is typed"),
    ("retry", "nothing is typed"),
    ("retry-for-installation", "nothing is typed"),
    ("replay", "nothing is typed"),
    ("do-purge", "nothing but a product's id"),
];

/// Fields that take no hostile words, and what they ask for. Everything else must take them.
const REFUSED: &[(&str, &str, &str)] = &[
    ("add-provider", "issuer", "an address that is public"),
    ("change-attestors", "url", "an address"),
    ("change-attestors", "roots", "certificates"),
    ("change-attestors", "policy", "an object identifier"),
    ("change-attestors", "witnesses", "keys"),
    ("decide", "evidence", "lines that begin with their kind"),
    ("do-sign-in", "name", "an account with its password"),
    ("hand-in", "release", "one line that does not turn"),
    ("invite", "account", "letters and digits"),
    ("issue-declaration", "because", "a dossier that has what Annex V asks for"),
    ("issue-declaration", "function", "a dossier that has what Annex V asks for"),
    ("issue-declaration", "name", "a dossier that has what Annex V asks for"),
    ("issue-declaration", "place", "a dossier that has what Annex V asks for"),
    ("invite", "email", "an address"),
    ("keep-mail", "host", "a host"),
    ("keep-mail", "from", "an address"),
    ("keep-webhook", "url", "an address"),
    ("make-token", "products", "products that are there"),
    ("new-hold", "held", "a product that is there"),
    ("new-operator", "administrator", "an account that is there"),
    ("new-webhook", "url", "an address"),
    ("trust-workload", "issuer", "an address that is public"),
    ("trust-workload", "products", "products that are there"),
];

/// What is typed where nothing hostile is, by the field's name; `#` is a new number every time.
const TYPED: &[(&str, &str)] = &[
    ("account", "ida#"),
    ("administrator", "anna"),
    ("because", "because"),
    ("client_id", "proofmark"),
    ("code", "000000"),
    ("conditions", "repository=maker/x#"),
    ("days", "90"),
    ("display_name", "Ida"),
    ("every", "60"),
    ("from", "p@maker.example"),
    ("host", "mail.example"),
    ("issuer", "https://id.example"),
    ("name", "name #"),
    ("new", PASSWORD),
    ("old", PASSWORD),
    ("operator_name", "Operator #"),
    ("password", PASSWORD),
    ("port", "465"),
    ("provider_name", "Provider #"),
    ("status", "not_affected"),
    ("token_name", "CI"),
    ("url", "https://chat.example/x"),
    ("workload_name", "Workload #"),
];

/// What stands before the words, where a field asks for a form.
const BEGINS: &[(&str, &str)] = &[("conditions", "repository="), ("url", "https://chat.example/")];

/// What was found by walking: pages by their route, forms by theirs.
#[derive(Default)]
pub(crate) struct Found {
    pages: BTreeMap<&'static str, BTreeSet<String>>,
    shown: BTreeSet<&'static str>,
    forms: BTreeMap<&'static str, Form>,
    /// What was shown, by path.
    pub(crate) bodies: BTreeMap<String, String>,
}

fn page_of(method: Method, path: &str) -> Option<&'static Route> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let fits = |route: &&Route| {
        let (mut patterns, mut segments) = (route.path.split('/'), path.split('/'));
        route.kind == Kind::Page
            && route.method == method
            && loop {
                match (patterns.next(), segments.next()) {
                    (None, None) => break true,
                    (Some(pattern), Some(segment)) if pattern == segment || pattern.starts_with('{') => {}
                    _ => break false,
                }
            }
    };
    ROUTES.iter().filter(fits).min_by_key(|route| route.names().count())
}

fn takes_a_form(route: &Route) -> bool {
    matches!(route.takes, Takes::Form(_) | Takes::Files(_)) && route.kind == Kind::Page
}

impl Found {
    /// Follows every link from here as if none had been followed before.
    async fn walk_anew(&mut self, browser: &mut Browser, from: &[String]) {
        self.pages.clear();
        self.walk(browser, from).await;
    }

    /// Follows every link from here; whatever is shown must be sound.
    pub(crate) async fn walk(&mut self, browser: &mut Browser, from: &[String]) {
        let mut ways: VecDeque<String> = from.iter().cloned().collect();
        while let Some(path) = ways.pop_front() {
            let Some(route) = page_of(Method::Get, &path) else { continue };
            let seen_before = self.pages.entry(route.name).or_default();
            if seen_before.len() >= SAME_PAGES || !seen_before.insert(path.clone()) {
                continue;
            }
            let seen = browser.get(&path).await;
            sound(&path, &seen);
            if seen.status.is_success() {
                self.shown.insert(route.name);
            }
            ways.extend(Some(seen.header("location").to_owned()).filter(|to| to.starts_with('/')));
            for mut form in forms(&seen.body) {
                form.page.clone_from(&path);
                if let Some(route) = page_of(Method::Post, &form.action) {
                    let known = self.forms.entry(route.name).or_insert_with(|| form.clone());
                    if known.typed.len() < form.typed.len() {
                        *known = form;
                    }
                }
            }
            self.bodies.insert(path.clone(), seen.body.clone());
            let links = seen.body.split("<a").skip(1).filter_map(|tag| attribute(tag, "href"));
            ways.extend(links.filter(|link| link.starts_with('/')));
        }
    }
}

/// What became of hostile words in a field.
fn judged(verdicts: &mut Vec<(String, String, String)>, route: &str, field: &str, seen: &Seen) {
    if !(seen.status.is_success() || seen.status.is_redirection()) {
        let told = seen.body.split("role=\"alert\"").nth(1).unwrap_or(&seen.body);
        let told: String =
            told.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, words)| words).collect();
        let why = format!("{} {}", seen.status.as_u16(), told.chars().take(200).collect::<String>());
        // A reason of one finding is named after it.
        let field = field.split(' ').next().unwrap_or_default();
        verdicts.push((route.to_owned(), field.to_owned(), why));
    }
}

/// Sends it; where somebody changed meanwhile what it is about, as a browser would after looking again.
async fn send(browser: &mut Browser, form: &Form, field: &str, words: &str, number: &mut u32) -> Seen {
    let words = BEGINS
        .iter()
        .find(|(name, _)| *name == field)
        .map_or(words.to_owned(), |(_, begins)| format!("{begins}{words}"));
    let seen = fill(browser, form, field, &words, number).await;
    if seen.status.as_u16() != 409 {
        return seen;
    }
    let page = browser.get(&form.page).await.body;
    match forms(&page).into_iter().find(|again| again.action == form.action) {
        Some(again) => fill(browser, &again, field, &words, number).await,
        None => seen,
    }
}

async fn fill(browser: &mut Browser, form: &Form, field: &str, words: &str, number: &mut u32) -> Seen {
    let mut fields: Vec<(String, String)> = Vec::new();
    for (name, value) in &form.filled {
        let usual = TYPED.iter().find(|(typed, _)| typed == name).map(|(_, value)| *value);
        *number += 1;
        let value = match usual {
            _ if name == field => words.to_owned(),
            Some(usual) if value.is_empty() || name == "status" => usual.replace('#', &number.to_string()),
            _ => value.clone(),
        };
        fields.push((name.clone(), value));
    }
    if !form.files {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        return browser.post(&form.action, &fields).await;
    }
    let mut body =
        format!("--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{}\r\n", browser.form);
    for (name, value) in fields {
        write!(body, "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").unwrap();
    }
    body.push_str("--x--\r\n");
    let request =
        browser.request("POST", &form.action).header("content-type", "multipart/form-data; boundary=x");
    browser.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn hostile_words_in_every_field_stay_words_on_every_page() {
    let (house, mut anna, product) = hostile_house().await;
    furnish(&house, &mut anna, &product).await;
    let (mut vera, mut boris, mut nobody) =
        (Browser::new(&house), Browser::new(&house), Browser::new(&house));
    vera.sign_in("vera").await;
    boris.sign_in("boris").await;
    let links = [
        link(&mut anna, "/people/erik/reset-link").await,
        link(&mut anna, "/people/ida/invitation").await,
        "/sign-in".to_owned(),
    ];
    let starts: Vec<String> =
        ["/", "/o/maker/people/erik", "/installation/operators", "/ledger/attestors", "/o/maker/search?q=pm"]
            .map(str::to_owned)
            .to_vec();

    let mut found = Found::default();
    found.walk(&mut anna, &starts).await;
    let mut approvals = Found::default();
    approvals.walk(&mut vera, &["/o/maker/approvals".to_owned(), "/o/maker/people".to_owned()]).await;
    let mut outside = Found::default();
    nobody.get("/sign-in").await;
    outside.walk(&mut nobody, &links).await;
    let pages = ROUTES.iter().filter(|route| route.kind == Kind::Page && route.method == Method::Get);
    let shown = |name: &&str| [&found, &approvals, &outside].iter().any(|found| found.shown.contains(name));
    let unvisited: Vec<&str> = pages.map(|route| route.name).filter(|name| !shown(name)).collect();
    assert_eq!(unvisited, names(UNVISITED), "pages nobody was shown");

    let (mut refused, mut sent, mut number) = (Vec::new(), BTreeSet::new(), 0);
    for _ in 0..2 {
        // What was done the first time lets pages offer more.
        found.walk_anew(&mut anna, &starts).await;
        approvals
            .walk_anew(&mut vera, &["/o/maker/approvals".to_owned(), "/o/maker/people".to_owned()])
            .await;
        for route in ROUTES.iter().filter(|route| takes_a_form(route)) {
            if sent.contains(route.name) {
                continue;
            }
            let offered = [(&found, &mut anna), (&approvals, &mut vera), (&outside, &mut nobody)];
            let offered = offered
                .into_iter()
                .find_map(|(found, who)| Some((found.forms.get(route.name)?.clone(), who)));
            let Some((form, who)) = offered else { continue };
            sent.insert(route.name);
            for field in &form.typed {
                for words in [HOSTILE, BROKEN] {
                    let seen = send(who, &form, field, words, &mut number).await;
                    sound(&format!("{} {field}", route.name), &seen);
                    if words == HOSTILE {
                        judged(&mut refused, route.name, field, &seen);
                    }
                }
            }
        }
    }
    let forms = ROUTES.iter().filter(|route| takes_a_form(route)).map(|route| route.name);
    let unoffered: Vec<&str> = forms.filter(|name| !sent.contains(name)).collect();
    for (route, field, why) in &refused {
        println!("REFUSED {route} {field}: {why}\n");
    }
    assert_eq!(unoffered, names(UNOFFERED), "forms no page offers");
    let argued: BTreeSet<(&str, &str)> = REFUSED.iter().map(|(route, field, _)| (*route, *field)).collect();
    let refused: BTreeSet<(&str, &str)> =
        refused.iter().map(|(route, field, _)| (route.as_str(), field.as_str())).collect();
    assert_eq!(refused, argued, "fields that take no hostile words are named with the reason, and no other");

    for language in ["en", "de"] {
        anna.cookie =
            format!("{}; proofmark-language={language}", anna.cookie.split(';').next().unwrap_or_default());
        Found::default().walk(&mut anna, &starts).await;
    }
}

fn names(argued: &[(&'static str, &str)]) -> Vec<&'static str> {
    argued.iter().map(|(name, _)| *name).collect()
}

/// A link that is made for somebody, as a path.
async fn link(anna: &mut Browser, path: &str) -> String {
    let made = anna.call("POST", &format!("{API}{path}"), None, &[]).await.held(201).json();
    let link = made["link"].as_str().unwrap();
    link[link.find("127.0.0.1:8417").unwrap() + 14..].to_owned()
}

/// Before anybody is there: who sets up is refused with hostile words, and shown as words afterwards.
#[tokio::test]
async fn hostile_words_of_who_sets_up_stay_words() {
    let house = TestHouse::new();
    let link = house.in_store(|store| make_set_up_link(store, house.now(), [3; 32]).unwrap().unwrap());
    let path = format!("/set-up/{}", link.to_text().reveal());
    let mut browser = Browser::new(&house);
    let page = browser.get(&path).await.held(200);
    sound("set-up", &page);
    let form = forms(&page.body).into_iter().find(|form| form.action == path).unwrap();
    assert_eq!(form.typed, ["operator", "display_name", "account", "email"]);
    for field in ["account", "email"] {
        let seen = fill(&mut browser, &form, field, HOSTILE, &mut 0).await.held(422);
        sound(field, &seen);
        assert!(seen.body.contains("[U+202E]") || seen.body.contains("&#x202E;"), "{}", seen.body);
    }
    let fields =
        [("operator", HOSTILE), ("display_name", HOSTILE), ("account", "anna"), ("password", PASSWORD)];
    browser.post(&path, &fields).await.held(303);
    browser.sign_in("anna").await;
    let mut found = Found::default();
    found.walk(&mut browser, &["/".to_owned()]).await;
    assert!(found.shown.contains("portfolio") && found.shown.contains("people"), "{:?}", found.shown);
}
