//! Findings gathered and sorted, where there are few enough by one of the things that are asked for.

use super::clauses::Clauses;
use super::finding_choice::{Choice, Filter, Key, listed};
use crate::sql::{Connection, Row, SqlError};

/// By what findings are looked up. Each has an index that also holds everything else that is asked for.
pub(super) enum Driver<'a> {
    /// These vulnerabilities.
    Vulnerabilities(&'a [String]),
    /// These keys of names.
    Names(&'a [i64]),
    /// These products, or one release of them.
    Products(&'a [String]),
    /// When they opened.
    Age,
}

/// The keys of a page in their order; `None`: there are too many to sort.
pub(super) fn gathered(
    connection: &Connection,
    choice: &Choice<'_>,
    driver: &Driver<'_>,
) -> Result<Option<Vec<Key>>, SqlError> {
    let mut clauses = Clauses::of_operator(choice.operator);
    driver.look_up(connection, choice, &mut clauses);
    let most = choice.bounds.gathered;
    let counted = format!("LIMIT {}) c", most + 1);
    let asks = "SELECT count(*) FROM (SELECT 1 FROM finding_row t";
    let count = clauses.all(connection, asks, &counted)?.into_iter().next();
    if count.map_or(Ok(0), |mut row| row.integer())? > i64::try_from(most).unwrap_or(i64::MAX) {
        return Ok(None);
    }
    let conditions = choice.conditions(connection, &mut clauses, "t", driver.says());
    for condition in conditions {
        clauses.and(condition);
    }
    // What is not a column by itself no index is chosen for.
    let order = [&*format!("coalesce(t.{}, 0)", choice.column), "t.row_key"];
    if let Some((place, row_key)) = choice.after {
        clauses.after(order, [place.into(), row_key.into()]);
    }
    let select = format!("SELECT t.facet, t.{}, t.row_key FROM finding_row t", choice.column);
    let rows = clauses.rows(connection, &select, order, choice.limit - 1)?;
    rows.into_iter().map(key).collect::<Result<_, SqlError>>().map(Some)
}

/// A key, of facet, place and row key.
pub(super) fn key(mut found: Row) -> Result<Key, SqlError> {
    let (facet, place, row) = (found.integer()?, found.integer()?, found.integer()?);
    Ok(Key { place, row, facet })
}

impl Driver<'_> {
    fn look_up(&self, connection: &Connection, choice: &Choice<'_>, clauses: &mut Clauses) {
        match self {
            Self::Vulnerabilities(vulnerabilities) => {
                let place = listed(clauses, vulnerabilities);
                clauses.and(format!("t.vulnerability {}", connection.among(&place)));
            }
            Self::Names(names) => {
                let place = clauses.place(serde_json::to_string(names).expect("numbers become JSON"));
                clauses.and(format!("t.name_key {}", connection.among_numbers(&place)));
            }
            Self::Products(products) => {
                let place = listed(clauses, products);
                clauses.and(format!("t.product {}", connection.among(&place)));
                if let Some(release) = choice.release {
                    clauses.is("release", release);
                }
            }
            Self::Age => {
                clauses.and(format!("t.facet {}", choice.among_facets()));
                for age in choice.ages(clauses, "t.newest") {
                    clauses.and(age);
                }
            }
        }
    }

    fn says(&self) -> &'static [Filter] {
        match self {
            Self::Vulnerabilities(_) => &[Filter::Vulnerabilities],
            Self::Names(_) => &[Filter::Words],
            Self::Products(_) => &[Filter::Products, Filter::Release],
            Self::Age => &[Filter::Facets, Filter::Age],
        }
    }
}
