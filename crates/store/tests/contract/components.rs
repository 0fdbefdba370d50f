//! Components of a crowd of products against a model: whoever asks, however they are asked for, page by page.

use proofmark_facts::{Asking, ComponentQuery, ComponentRow, Overseeing, Page, Placed, SearchQuery, Seen};
use proofmark_store::Store;

use crate::databases::every_database;
use crate::samples::{Sample, component, new_noun, release, rows};

/// More products than are asked for one by one.
const PRODUCTS: u64 = 80;

/// What a product has in a release, as far as the model knows it.
struct Had {
    product: String,
    release: &'static str,
    row: ComponentRow,
}

/// Names that all have, some have and one has, in letters of both cases; the same name under two package URLs too.
fn had() -> Vec<Had> {
    let mut all = Vec::new();
    for number in 0..PRODUCTS {
        for release in ["1.0", "2.0"] {
            let mut names = vec![
                "zlib".to_owned(),
                format!("Lib{}", number % 7),
                format!("own-{number:02}"),
                "ZLIB".to_owned(),
            ];
            if number % 11 == 0 {
                names.push("rare-lib".to_owned());
            }
            if release == "2.0" {
                names.push(format!("later-lib{}", number % 3));
            }
            for (place, name) in (0..).zip(&names) {
                let mut row = component(place, name);
                row.top_level = place % 2 == 0;
                all.push(Had { product: format!("p{number:02}"), release, row });
            }
        }
    }
    all
}

/// What a question asks for.
#[derive(Debug, Clone, Default)]
struct Asked {
    begins: Option<&'static str>,
    holds: Option<&'static str>,
    product: Option<&'static str>,
    release: Option<&'static str>,
    top_level: Option<bool>,
}

impl Asked {
    fn fits(&self, seen: &Seen, had: &Had) -> bool {
        let name = had.row.name.to_lowercase();
        let is_seen = match seen {
            Seen::All => true,
            Seen::These(products) => products.contains(&had.product),
        };
        is_seen
            && self.begins.is_none_or(|begins| name.starts_with(begins))
            && self.holds.is_none_or(|holds| holds.split(' ').all(|word| name.contains(word)))
            && self.product.is_none_or(|product| product == had.product)
            && self.release.is_none_or(|release| release == had.release)
            && self.top_level.is_none_or(|wanted| wanted == had.row.top_level)
    }

    fn wanted(&self, seen: &Seen, had: &[Had]) -> Vec<Shown> {
        let fitting = had.iter().filter(|one| self.fits(seen, one));
        let shown = fitting.map(|one| {
            (one.row.name.to_lowercase(), one.product.clone(), one.release.to_owned(), one.row.place)
        });
        shown.collect()
    }

    fn page(
        &self,
        store: &Store,
        seen: &Seen,
        after: Option<&str>,
        limit: usize,
    ) -> Page<Placed<ComponentRow>> {
        if let Some(words) = self.holds {
            let query = SearchQuery { operator: "maker", seen, words, after, limit };
            return store.components_holding(&query).unwrap();
        }
        let query = ComponentQuery {
            operator: "maker",
            seen,
            product: self.product,
            release: self.release,
            named: self.begins,
            top_level: self.top_level,
            after,
            limit,
        };
        store.components(&query).unwrap()
    }
}

/// Folded name, product, release and place of a component that is listed.
type Shown = (String, String, String, u64);

/// What is listed.
fn shown(placed: &[Placed<ComponentRow>]) -> Vec<Shown> {
    let shown = |one: &Placed<ComponentRow>| {
        (one.row.name.to_lowercase(), one.product.clone(), one.release.clone(), one.row.place)
    };
    placed.iter().map(shown).collect()
}

#[test]
fn whoever_asks_gets_every_component_that_fits_once_in_the_order_of_names() {
    let had = had();
    let some = |which: fn(u64) -> bool| {
        Seen::These((0..PRODUCTS).filter(|one| which(*one)).map(|one| format!("p{one:02}")).collect())
    };
    let askers = [Seen::All, some(|one| one != 4 && one != 33), some(|one| one % 9 == 2), some(|_| false)];
    let asked = [
        Asked::default(),
        Asked { begins: Some("lib"), ..Asked::default() },
        Asked { begins: Some("zz"), ..Asked::default() },
        Asked { top_level: Some(false), ..Asked::default() },
        Asked { product: Some("p11"), ..Asked::default() },
        Asked { release: Some("2.0"), begins: Some("l"), ..Asked::default() },
        Asked { product: Some("p04"), release: Some("2.0"), ..Asked::default() },
        Asked { holds: Some("lib"), ..Asked::default() },
        Asked { holds: Some("ra re-lib"), ..Asked::default() },
        Asked { holds: Some("own-33"), ..Asked::default() },
    ];
    for database in every_database() {
        let mut store = database.open();
        for number in 0..PRODUCTS {
            let id = format!("p{number:02}");
            let of = |release| {
                let its = had.iter().filter(|one| one.product == id && one.release == release);
                rows("maker", &id, release, its.map(|one| one.row.clone()).collect(), vec![])
            };
            let records =
                [("1.0", 1), ("2.0", 2)].map(|(version, age)| new_noun("maker", &release(&id, version, age)));
            Sample { records: records.to_vec(), rows: vec![of("1.0"), of("2.0")], ..Sample::of("maker") }
                .keep(&mut store)
                .unwrap();
        }
        for seen in &askers {
            for asked in &asked {
                let mut wanted = asked.wanted(seen, &had);
                wanted.sort();
                for limit in [1, 4, 50, 5000] {
                    if limit < 50 && wanted.len() > 200 {
                        continue;
                    }
                    let (mut all, mut after) = (Vec::new(), None::<String>);
                    loop {
                        let page = asked.page(&store, seen, after.as_deref(), limit);
                        assert!(
                            page.items.len() <= limit && (page.items.len() == limit || page.next.is_none())
                        );
                        all.extend(shown(&page.items));
                        after = page.next;
                        if after.is_none() {
                            break;
                        }
                    }
                    let in_order =
                        all.is_sorted_by_key(|(name, product, ..)| (name.clone(), product.clone()));
                    assert!(in_order, "{} {asked:?}", database.name);
                    all.sort();
                    assert_eq!(all, wanted, "{} {asked:?} {limit}", database.name);
                }
            }
        }
    }
}
