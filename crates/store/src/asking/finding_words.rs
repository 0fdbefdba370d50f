//! What words of a list's filters stand for: names of findings, vulnerabilities by another identifier, products of a
//! release's version.

use super::clauses::Clauses;
use super::finding_choice::Choice;
use crate::folding::folded;
use crate::sql::{Connection, SqlError};

/// As far as products are looked up by the version of a release.
const MOST_PRODUCTS: usize = 16;

/// The keys of the names that hold the words; `None`: too many to look up one by one.
pub(super) fn names_holding(
    connection: &Connection,
    choice: &Choice<'_>,
) -> Result<Option<Vec<i64>>, SqlError> {
    let mut clauses = Clauses::of_operator_called(choice.operator, "n");
    let holds = choice.holds_words(connection, &mut clauses);
    clauses.and(holds);
    let most = choice.bounds.names;
    let rows =
        clauses.all(connection, "SELECT n.name_key FROM finding_name n", &format!("LIMIT {}", most + 1))?;
    let names: Vec<i64> = rows.into_iter().map(|mut row| row.integer()).collect::<Result<_, _>>()?;
    Ok(Some(names).filter(|names| names.len() <= most))
}

/// The vulnerabilities that somebody calls so.
pub(super) fn vulnerabilities_called(
    connection: &Connection,
    choice: &Choice<'_>,
    called: &str,
) -> Result<Vec<String>, SqlError> {
    let asks =
        "SELECT vulnerability FROM finding_alias WHERE operator = $1 AND alias = $2 ORDER BY vulnerability";
    let rows = connection.query(asks, &[choice.operator.into(), folded(called).into()])?;
    rows.into_iter().map(|mut row| row.text()).collect()
}

/// The products that have a release of this version, where they are few; `None`: all may have one.
pub(super) fn products_with(
    connection: &Connection,
    choice: &Choice<'_>,
    release: &str,
) -> Result<Option<Vec<String>>, SqlError> {
    let asks = "SELECT product FROM release_row WHERE operator = $1 AND release = $2 LIMIT $3";
    let most = MOST_PRODUCTS + 1;
    let rows = connection.query(asks, &[choice.operator.into(), release.into(), most.into()])?;
    let products: Vec<String> = rows.into_iter().map(|mut row| row.text()).collect::<Result<_, _>>()?;
    Ok(Some(products).filter(|products| (1..most).contains(&products.len())))
}
