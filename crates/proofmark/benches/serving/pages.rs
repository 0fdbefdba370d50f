//! Every page a person opens and every list a program reads, at random places of the portfolio.

use serde_json::Value;

use crate::client::Client;
use crate::filling::{product_id, version};
use crate::material::{ADVISED, vulnerability};
use crate::random::Random;
use crate::size::Size;

/// A page, and how to ask for it at a random place.
pub(crate) struct Page {
    pub(crate) name: &'static str,
    /// How often it comes among all.
    pub(crate) weight: usize,
    /// The same question to the database itself, where the page is one list.
    pub(crate) plainly: Option<String>,
    /// Whether somebody asks for it who may see every third product.
    pub(crate) limited: bool,
    path: Box<dyn Fn(&mut Random) -> String>,
}

impl Page {
    fn new(name: &'static str, weight: usize, path: impl Fn(&mut Random) -> String + 'static) -> Self {
        Self { name, weight, plainly: None, limited: false, path: Box::new(path) }
    }

    fn plainly(self, statement: impl Into<String>) -> Self {
        Self { plainly: Some(statement.into()), ..self }
    }

    fn limited(self) -> Self {
        Self { limited: true, ..self }
    }

    /// The path of it at a random place.
    pub(crate) fn path(&self, random: &mut Random) -> String {
        (self.path)(random)
    }
}

/// The pages of the operator that is measured, and its API.
const ROOT: &str = "/o/maker";
const API: &str = "/api/v1/operators/maker";

/// Every page there is to measure.
pub(crate) fn pages(size: &Size, client: &mut Client) -> Vec<Page> {
    let (products, releases) = (size.products, size.releases);
    let product = move |random: &mut Random| product_id(random.below(products));
    let release = move |random: &mut Random| version(1 + random.below(releases));
    let fixed = |path: String| move |_: &mut Random| path.clone();
    // One stretch of the index: critical, open, unresolved, fixable and not exploited.
    let findings = "SELECT * FROM finding_row WHERE operator = 'maker' AND facet = 25";
    let names = "SELECT folded_name FROM component_name WHERE operator = 'maker' AND product = ''";
    let severe = deep(client, &format!("{API}/findings?open=true&order=severity"));
    let likely = deep(client, &format!("{API}/findings?open=true&order=epss"));
    let mut all = vec![
        Page::new("portfolio", 8, fixed(ROOT.to_owned())).plainly(
            "SELECT t.calm, t.id, record.content FROM product_row t JOIN record ON record.operator = t.operator AND \
             record.kind = 'product' AND record.id = t.id WHERE t.operator = 'maker' AND archived = 0 \
             ORDER BY t.calm, t.id LIMIT 51",
        ),
        Page::new("portfolio, gates closed, by name", 3, fixed(format!("{ROOT}?gate=closed&order=name"))),
        Page::new("portfolio, named", 2, move |random| format!("{ROOT}?named={:03}", random.below(1000))),
        Page::new("product", 14, move |random| format!("{ROOT}/products/{}", product(random))),
        Page::new("product, opened again", 4, fixed(format!("{ROOT}/products/{}", product_id(0)))),
        Page::new("release", 14, move |random| {
            format!("{ROOT}/products/{}/releases/{}", product(random), release(random))
        })
        .plainly(
            "SELECT * FROM finding_row WHERE operator = 'maker' AND product = 'product-00001' AND release = '1.2.0' \
             ORDER BY component, vulnerability, twin",
        ),
        Page::new("findings by severity", 6, fixed(format!("{ROOT}/findings")))
            .plainly(format!("{findings} ORDER BY severe, row_key LIMIT 51")),
        Page::new("findings by EPSS", 6, fixed(format!("{ROOT}/findings?open=true&order=epss")))
            .plainly(format!("{findings} ORDER BY likely, row_key LIMIT 51")),
        Page::new("findings by severity, page 100", 3, fixed(format!("{ROOT}/findings?open=true&after={severe}")))
            .plainly(format!("{findings} ORDER BY severe, row_key LIMIT 51 OFFSET 4950")),
        Page::new(
            "findings by EPSS, page 100",
            3,
            fixed(format!("{ROOT}/findings?open=true&order=epss&after={likely}")),
        )
        .plainly(format!("{findings} ORDER BY likely, row_key LIMIT 51 OFFSET 4950")),
        Page::new("findings, unresolved", 3, fixed(format!("{ROOT}/findings?open=true&unresolved=true"))),
        Page::new("findings, exploited, by EPSS", 3, fixed(format!("{ROOT}/findings?exploited=true&order=epss"))),
        Page::new("findings of a product", 4, move |random| {
            format!("{ROOT}/findings?open=true&product={}", product(random))
        }),
        Page::new("findings of a vulnerability", 4, move |random| {
            format!("{ROOT}/findings?vulnerability={}", vulnerability(random.below(ADVISED)))
        }),
        Page::new("search", 6, move |random| format!("{ROOT}/search?q=lib{:04}", random.below(ADVISED))).plainly(
            format!("{names} AND folded_name LIKE '%lib0100%' ORDER BY folded_name LIMIT 16"),
        ),
        Page::new("search, a product", 2, fixed(format!("{ROOT}/search?q=Product+0001"))),
        Page::new("approvals", 2, fixed(format!("{ROOT}/approvals"))),
        Page::new("ledger", 3, fixed(format!("{ROOT}/ledger"))),
        Page::new("feeds and jobs", 2, fixed(format!("{ROOT}/feeds"))),
        Page::new("people", 2, fixed(format!("{ROOT}/people"))),
        Page::new("settings", 1, fixed(format!("{ROOT}/settings"))),
        Page::new("account", 1, fixed("/account".to_owned())),
        Page::new("API: product", 4, move |random| format!("{API}/products/{}", product(random))),
        Page::new("API: 200 findings", 2, fixed(format!("{API}/findings?open=true&limit=200"))),
        Page::new("API: portfolio", 2, fixed(format!("{API}/portfolio")))
            .plainly("SELECT count(*), sum(critical), sum(high) FROM product_row WHERE operator = 'maker'"),
    ];
    all.extend(filters());
    all.extend(limited());
    all
}

/// Every filter of the list of findings, in the order that is hardest for it and together with others.
fn filters() -> Vec<Page> {
    let fixed = |query: &str| {
        let path = format!("{ROOT}/findings?{query}");
        move |_: &mut Random| path.clone()
    };
    let word = |order: &'static str| {
        move |random: &mut Random| format!("{ROOT}/findings?q=lib{:03}&order={order}", random.below(500))
    };
    vec![
        Page::new("findings with a word, by EPSS", 3, word("epss")),
        Page::new("findings with a word that all have, newest first", 2, fixed("q=lib&order=newest")),
        Page::new("findings with a word that none has", 2, fixed("q=nothing-is-called-so")),
        Page::new(
            "findings, fixable, from high, by EPSS",
            2,
            fixed("fixable=true&score_from=7.0&order=epss"),
        ),
        Page::new("findings, not fixable", 2, fixed("fixable=false&order=newest")),
        Page::new("findings, newer than a week, by severity", 2, fixed("newer_than=7")),
        Page::new("findings, newer than a day, by EPSS", 2, fixed("newer_than=1&order=epss")),
        Page::new("findings, older than a year, by EPSS", 2, fixed("older_than=365&order=epss")),
        Page::new("findings, older than all, newest first", 2, fixed("older_than=9000&order=newest")),
        Page::new("findings, everything at once", 2, move |random| {
            format!(
                "{ROOT}/findings?q=lib{:02}&unresolved=true&exploited=true&fixable=true&score_from=4.0&older_than=90&order=epss",
                random.below(50)
            )
        }),
        Page::new("findings of a release's version", 1, fixed("release=1.2.0&order=epss")),
    ]
}

/// What somebody opens who may see every third product.
fn limited() -> Vec<Page> {
    let fixed = |rest: &str| {
        let path = format!("{ROOT}{rest}");
        move |_: &mut Random| path.clone()
    };
    vec![
        Page::new("a third: portfolio", 3, fixed("")).limited(),
        Page::new("a third: findings by severity", 2, fixed("/findings")).limited(),
        Page::new("a third: findings by EPSS", 2, fixed("/findings?open=true&order=epss")).limited(),
        Page::new("a third: findings with a word", 2, move |random| {
            format!("{ROOT}/findings?q=lib{:03}&order=newest", random.below(500))
        })
        .limited(),
        Page::new(
            "a third: exploited, older than a year",
            1,
            fixed("/findings?exploited=true&older_than=365"),
        )
        .limited(),
        Page::new("a third: search", 2, move |random| {
            format!("{ROOT}/search?q=lib{:04}", random.below(ADVISED))
        })
        .limited(),
    ]
}

/// Where the hundredth page begins, as somebody who turns them one by one meets it.
fn deep(client: &mut Client, list: &str) -> String {
    let mut after = String::new();
    for _ in 0..99 {
        let answer = client.get(&format!("{list}&limit=50&after={after}"));
        let page: Value = serde_json::from_slice(&answer.body).unwrap();
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    after
}
