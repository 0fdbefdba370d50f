//! Findings by severity, likelihood or age, across products and releases: first the keys of a page are found, from
//! indexes alone, then its rows are read.

use proofmark_facts::{FindingQuery, FindingRow, Page, Placed};

use super::clauses::Clauses;
use super::cursor;
use super::finding_choice::{Bounds, Choice, Found, Key, USUAL};
use super::finding_gathering::{Driver, gathered};
use super::finding_walk::{Lane, walked};
use super::finding_words::{names_holding, products_with, vulnerabilities_called};
use crate::release_rows::{FINDING, finding};
use crate::sql::{Connection, Row, SqlError, Value};

/// As far as products are walked one by one, each in its own order; further ones among all.
const MOST_LANES: usize = 16;

/// A page of findings.
pub(super) fn page(
    connection: &Connection,
    query: &FindingQuery<'_>,
) -> Result<Page<Placed<FindingRow>>, SqlError> {
    page_within(connection, query, USUAL)
}

fn page_within(
    connection: &Connection,
    query: &FindingQuery<'_>,
    bounds: Bounds,
) -> Result<Page<Placed<FindingRow>>, SqlError> {
    let mut choice = Choice::of(query, bounds)?;
    let (mut keys, looked_to) = found(connection, &mut choice)?;
    let next = if keys.len() > query.limit {
        keys.truncate(query.limit);
        keys.last().map(Key::place)
    } else {
        looked_to
    };
    let next = next.map(|(place, row_key)| cursor::written(&[place.into(), row_key.into()]));
    Ok(Page { items: rows(connection, &choice, &keys)?, next })
}

/// Few that fit are gathered and sorted; among many, those that come first are come upon soon.
fn found(connection: &Connection, choice: &mut Choice<'_>) -> Result<Found, SqlError> {
    if let Some(called) = choice.called {
        let mut those = vulnerabilities_called(connection, choice, called)?;
        those.retain(|one| choice.vulnerabilities.as_ref().is_none_or(|wanted| wanted.contains(one)));
        choice.vulnerabilities = Some(those);
    }
    if choice.is_empty() {
        return Ok((Vec::new(), None));
    }
    if let (Some(release), None) = (choice.release, &choice.products) {
        choice.products = products_with(connection, choice, release)?;
    }
    let names = if choice.words.is_empty() { None } else { names_holding(connection, choice)? };
    let aged = choice.is_aged() && choice.column != "newest";
    let ways = [
        choice.vulnerabilities.as_deref().map(Driver::Vulnerabilities),
        names.as_deref().map(Driver::Names),
        choice.products.as_deref().map(Driver::Products),
        aged.then_some(Driver::Age),
    ];
    for way in ways.iter().flatten() {
        if let Some(keys) = gathered(connection, choice, way)? {
            return Ok((keys, None));
        }
    }
    walked(connection, choice, lanes(choice))
}

fn lanes(choice: &Choice<'_>) -> Vec<Lane> {
    let of = |column: &'static str, values: &[String]| -> Vec<Lane> {
        let each = |closed: bool| values.iter().map(move |value| Lane::of(column, value, closed));
        choice.closed().flat_map(each).collect()
    };
    if choice.column == "severe" {
        for (column, values) in [("vulnerability", &choice.vulnerabilities), ("product", &choice.products)] {
            if let Some(values) = values.as_ref().filter(|values| values.len() <= MOST_LANES) {
                return of(column, values);
            }
        }
    }
    choice.facets.iter().copied().map(Lane::Facet).collect()
}

/// The rows of these keys, in their order. One that was written anew meanwhile is left out.
fn rows(
    connection: &Connection,
    choice: &Choice<'_>,
    keys: &[Key],
) -> Result<Vec<Placed<FindingRow>>, SqlError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let listed: Vec<[i64; 3]> = keys.iter().map(|key| [key.facet, key.place, key.row]).collect();
    let mut clauses = Clauses::of_operator(choice.operator);
    let place = clauses.place(serde_json::to_string(&listed).expect("numbers become JSON"));
    let column = choice.column;
    clauses.and(format!("t.facet = k.facet AND t.{column} = k.place AND t.row_key = k.row_key"));
    let keys = connection.table_of_numbers(&place, &["facet", "place", "row_key"]);
    let select = format!(
        "SELECT t.{column}, t.row_key, product, release, {FINDING} FROM {keys} k CROSS JOIN finding_row t"
    );
    let rows = clauses.all(connection, &select, "")?;
    let mut entries: Vec<(Placed<FindingRow>, [Value; 2])> =
        rows.into_iter().map(entry).collect::<Result<_, SqlError>>()?;
    entries.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(entries.into_iter().map(|(row, _)| row).collect())
}

fn entry(mut row: Row) -> Result<(Placed<FindingRow>, [Value; 2]), SqlError> {
    let place = [row.value()?, row.value()?];
    let (product, release) = (row.text()?, row.text()?);
    Ok((Placed { product, release, row: finding(&mut row)? }, place))
}

/// All findings of one release, in the order of component and vulnerability.
pub(super) fn all_of(
    connection: &Connection,
    operator: &str,
    product: &str,
    release: &str,
) -> Result<Vec<FindingRow>, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.is("product", product);
    clauses.is("release", release);
    let select = format!("SELECT {FINDING} FROM finding_row t");
    let rows = clauses.all(connection, &select, "ORDER BY t.component, t.vulnerability, t.twin")?;
    rows.into_iter().map(|mut row| finding(&mut row)).collect()
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{
        Change, FindingFilter, FindingOrder, FindingQuery, FindingRow, Keeping as _, ReleaseRows, Seen,
    };

    use super::super::finding_choice::Bounds;
    use super::page_within;
    use crate::Store;

    fn filled(home: &std::path::Path) -> Store {
        let mut store = Store::open(home).unwrap();
        let row = |number: i64| FindingRow {
            component: format!("lib{:03}", number % 40),
            vulnerability: format!("CVE-{:03}", number % 70),
            aliases: Vec::new(),
            summary: String::new(),
            score: number * 7 % 101,
            epss: number * 31 % 1000,
            exploited: number % 5 == 0,
            status: String::new(),
            unresolved: number % 3 == 0,
            fixed_in: if number % 2 == 0 { "1".to_owned() } else { String::new() },
            opened_at: jiff::Timestamp::from_second(number * 1000).unwrap(),
            closed_at: (number % 4 == 0).then(|| jiff::Timestamp::from_second(number * 2000).unwrap()),
            closed_because: String::new(),
        };
        let rows = ["1.0", "2.0"].map(|release| ReleaseRows {
            operator: "maker".to_owned(),
            product: format!("product-{release}"),
            release: release.to_owned(),
            components: None,
            findings: Some((0..150).map(row).collect()),
        });
        let change = Change {
            rows: rows.to_vec(),
            ..Change::of_documents("maker/x/00000000", "maker", Vec::new(), &|_| Vec::new())
        };
        store.keep(&change).unwrap();
        store
    }

    /// Every page, and whether one was not full though there was a next one.
    fn all_pages(store: &Store, query: &FindingQuery<'_>, bounds: Bounds) -> (Vec<String>, bool) {
        let (mut all, mut short, mut after) = (Vec::new(), false, None);
        for _ in 0..5000 {
            let query = FindingQuery { after: after.as_deref(), ..query.clone() };
            let page = page_within(&store.connection, &query, bounds).unwrap();
            short |= page.items.len() < query.limit && page.next.is_some();
            all.extend(page.items.into_iter().map(|one| format!("{} {:?}", one.product, one.row)));
            assert!(page.next.is_none() || page.next.as_deref() != query.after, "it goes on");
            after = page.next;
            if after.is_none() {
                return (all, short);
            }
        }
        panic!("it has no end");
    }

    #[test]
    fn however_little_is_looked_at_for_a_page_all_pages_together_are_the_same() {
        let home = tempfile::tempdir().unwrap();
        let store = filled(home.path());
        let plenty = Bounds { gathered: 9999, names: 9999, entries: 99_999, first: 256, rows: 99_999 };
        let little = Bounds { gathered: 3, names: 3, entries: 120, first: 2, rows: 120 };
        let at = |second| Some(jiff::Timestamp::from_second(second).unwrap());
        let none = FindingFilter::default();
        let filters = [
            none,
            FindingFilter { holding: Some("lib00 cve-01"), ..none },
            FindingFilter { fixable: Some(true), opened_until: at(90_000), ..none },
            FindingFilter { opened_from: at(100_000), opened_until: at(120_000), ..none },
            FindingFilter { identified: Some("cve-007"), ..none },
        ];
        let few = Seen::These(vec!["product-2.0".to_owned(), "product-9".to_owned()]);
        let mut looked_on = 0;
        for narrowed in filters {
            for order in [FindingOrder::Severity, FindingOrder::Epss, FindingOrder::Newest] {
                for (seen, release, open) in
                    [(&Seen::All, None, Some(true)), (&few, None, None), (&Seen::All, Some("2.0"), None)]
                {
                    let query = FindingQuery {
                        operator: "maker",
                        seen,
                        product: None,
                        release,
                        vulnerability: None,
                        open,
                        unresolved: None,
                        exploited: None,
                        score_from: Some(33),
                        narrowed,
                        order,
                        after: None,
                        limit: 25,
                    };
                    let (whole, _) = all_pages(&store, &query, plenty);
                    let (parts, short) = all_pages(&store, &query, little);
                    assert_eq!(whole, parts, "{query:?}");
                    assert!(!whole.is_empty(), "{query:?}");
                    looked_on += usize::from(short);
                }
            }
        }
        assert!(looked_on > 5, "{looked_on}");
    }
}
