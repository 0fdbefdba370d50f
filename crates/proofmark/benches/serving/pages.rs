//! Every page a person opens and every list a program reads, at random places of the portfolio.

use serde_json::Value;

use crate::client::Client;
use crate::filling::{product_id, version};
use crate::material::{ADVISED, OPERATOR_ID, vulnerability};
use crate::random::Random;
use crate::size::Size;

/// A page, and how to ask for it at a random place.
pub(crate) struct Page {
    pub(crate) name: &'static str,
    /// How often it comes among all.
    pub(crate) weight: usize,
    /// The same question to the database itself, where the page is one list.
    pub(crate) plainly: Option<String>,
    path: Box<dyn Fn(&mut Random) -> String>,
}

impl Page {
    fn new(name: &'static str, weight: usize, path: impl Fn(&mut Random) -> String + 'static) -> Self {
        Self { name, weight, plainly: None, path: Box::new(path) }
    }

    fn plainly(self, statement: impl Into<String>) -> Self {
        Self { plainly: Some(statement.into()), ..self }
    }

    /// The path of it at a random place.
    pub(crate) fn path(&self, random: &mut Random) -> String {
        (self.path)(random)
    }
}

/// Every page there is to measure.
pub(crate) fn pages(size: &Size, client: &mut Client) -> Vec<Page> {
    let (products, releases) = (size.products, size.releases);
    let root = format!("/o/{OPERATOR_ID}");
    let api = format!("/api/v1/operators/{OPERATOR_ID}");
    let product = move |random: &mut Random| product_id(random.below(products));
    let release = move |random: &mut Random| version(1 + random.below(releases));
    let fixed = |path: String| move |_: &mut Random| path.clone();
    let findings = "SELECT * FROM finding_row WHERE operator = 'maker' AND closed = 0";
    let components = "SELECT * FROM component_row WHERE operator = 'maker'";
    let severe = deep(client, &format!("{api}/findings?open=true&order=severity"));
    let likely = deep(client, &format!("{api}/findings?open=true&order=epss"));
    let under = |path: &str| format!("{root}/{path}");
    let (portfolio, of_product, of_vulnerability) = (root.clone(), under("findings"), under("findings"));
    let (one, of_release, found) = (under("products"), under("products"), under("search"));
    let read = format!("{api}/products");
    vec![
        Page::new("portfolio", 8, fixed(root.clone())).plainly(
            "SELECT t.calm, t.id, record.content FROM product_row t JOIN record ON record.operator = t.operator AND \
             record.kind = 'product' AND record.id = t.id WHERE t.operator = 'maker' AND archived = 0 \
             ORDER BY t.calm, t.id LIMIT 51",
        ),
        Page::new("portfolio, gates closed, by name", 3, fixed(format!("{root}?gate=closed&order=name"))),
        Page::new("portfolio, named", 2, move |random| format!("{portfolio}?named={:03}", random.below(1000))),
        Page::new("product", 14, move |random| format!("{one}/{}", product(random))),
        Page::new("product, opened again", 4, fixed(format!("{root}/products/{}", product_id(0)))),
        Page::new("release", 14, move |random| {
            format!("{of_release}/{}/releases/{}", product(random), release(random))
        })
        .plainly(
            "SELECT * FROM finding_row WHERE operator = 'maker' AND product = 'product-00001' AND release = '1.2.0' \
             ORDER BY component, vulnerability, twin",
        ),
        Page::new("findings by severity", 6, fixed(format!("{root}/findings")))
            .plainly(format!("{findings} ORDER BY severe, row_key LIMIT 51")),
        Page::new("findings by EPSS", 6, fixed(format!("{root}/findings?open=true&order=epss")))
            .plainly(format!("{findings} ORDER BY likely, row_key LIMIT 51")),
        Page::new("findings by severity, page 100", 3, fixed(format!("{root}/findings?open=true&after={severe}")))
            .plainly(format!("{findings} ORDER BY severe, row_key LIMIT 51 OFFSET 4950")),
        Page::new(
            "findings by EPSS, page 100",
            3,
            fixed(format!("{root}/findings?open=true&order=epss&after={likely}")),
        )
        .plainly(format!("{findings} ORDER BY likely, row_key LIMIT 51 OFFSET 4950")),
        Page::new("findings, unresolved", 3, fixed(format!("{root}/findings?open=true&unresolved=true"))),
        Page::new("findings, exploited, by EPSS", 3, fixed(format!("{root}/findings?exploited=true&order=epss"))),
        Page::new("findings of a product", 4, move |random| {
            format!("{of_product}?open=true&product={}", product(random))
        }),
        Page::new("findings of a vulnerability", 4, move |random| {
            format!("{of_vulnerability}?vulnerability={}", vulnerability(random.below(ADVISED)))
        }),
        Page::new("search", 6, move |random| format!("{found}?q=lib{:04}", random.below(ADVISED))).plainly(
            format!("{components} AND folded_name >= 'lib0100' AND folded_name < 'lib0101' \
                     ORDER BY folded_name, row_key LIMIT 16"),
        ),
        Page::new("search, a product", 2, fixed(format!("{root}/search?q=Product+0001"))),
        Page::new("approvals", 2, fixed(format!("{root}/approvals"))),
        Page::new("ledger", 3, fixed(format!("{root}/ledger"))),
        Page::new("feeds and jobs", 2, fixed(format!("{root}/feeds"))),
        Page::new("people", 2, fixed(format!("{root}/people"))),
        Page::new("settings", 1, fixed(format!("{root}/settings"))),
        Page::new("account", 1, fixed("/account".to_owned())),
        Page::new("API: product", 4, move |random| format!("{read}/{}", product(random))),
        Page::new("API: 200 findings", 2, fixed(format!("{api}/findings?open=true&limit=200"))),
        Page::new("API: portfolio", 2, fixed(format!("{api}/portfolio")))
            .plainly("SELECT count(*), sum(critical), sum(high) FROM product_row WHERE operator = 'maker'"),
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
