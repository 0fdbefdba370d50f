//! Names of components, each once: few enough to be searched for any part of them, while the rows are millions.

use std::collections::BTreeSet;

use proofmark_facts::{ComponentRow, Difference, RowDifference};

use crate::folding::folded;
use crate::sql::{Connection, Dialect, Row, SqlError, Value};
use crate::table::Table;

/// A component as searches know it: its folded name, and its folded package URL without version.
pub(crate) type Name = (String, String);

/// Whoever changes an operator's names, of components or of findings, holds this lock until its change is kept, so that no name is taken away for which
/// somebody else is just writing a row: the letters `PfMl`.
const LOCK: &str = "SELECT pg_advisory_xact_lock(1348881772)";

/// How many names one statement looks at.
const BATCH: usize = 500;

/// The names of these rows.
pub(crate) fn of_rows(rows: &[ComponentRow]) -> BTreeSet<Name> {
    rows.iter().map(|row| (folded(&row.name), folded(unversioned(&row.purl)))).collect()
}

/// The names of a release's rows, as often as they stand there: asked for distinct ones, SQLite may go through those of the
/// whole product in their order.
pub(crate) const OF_RELEASE: &str =
    "SELECT folded_name, purl FROM component_row WHERE operator = $1 AND product = $2 AND release = $3";

/// The names a release has in the store.
pub(crate) fn of_release(connection: &Connection, place: &[Value]) -> Result<BTreeSet<Name>, SqlError> {
    connection.query(OF_RELEASE, place)?.into_iter().map(name).collect()
}

fn name(mut row: Row) -> Result<Name, SqlError> {
    Ok((row.text()?, folded(unversioned(&row.text()?))))
}

/// After a release's rows were written or taken away: adds the names that came, takes away those no row has any more.
pub(crate) fn changed(
    connection: &Connection,
    operator: &str,
    product: &str,
    before: &BTreeSet<Name>,
    after: &BTreeSet<Name>,
) -> Result<(), SqlError> {
    let gone: Vec<&Name> = before.difference(after).collect();
    let came: Vec<&Name> = after.difference(before).collect();
    if gone.is_empty() && came.is_empty() {
        return Ok(());
    }
    lock(connection)?;
    add(connection, operator, product, &came)?;
    for names in gone.chunks(BATCH) {
        take_away(connection, operator, product, names)?;
    }
    Ok(())
}

/// Takes away those of the names that no row has any more: first the product's, then what no product has. What a package
/// URL begins with is no column, so the product's rows that share a name are looked at.
fn take_away(
    connection: &Connection,
    operator: &str,
    product: &str,
    names: &[&Name],
) -> Result<(), SqlError> {
    let words: BTreeSet<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    let listed = serde_json::to_string(&words).expect("words become JSON");
    let listed_name = format!("folded_name {}", connection.among("$2"));
    let of_product = format!(
        "SELECT DISTINCT folded_name, purl FROM component_row WHERE operator = $1 AND {listed_name} AND product = $3"
    );
    let place = [operator.into(), listed.as_str().into(), product.into()];
    let still = connection.query(&of_product, &place)?.into_iter().map(name).collect::<Result<_, _>>()?;
    delete(connection, operator, product, names, &still)?;
    let of_products = format!(
        "SELECT DISTINCT folded_name, folded_purl FROM component_name \
         WHERE operator = $1 AND {listed_name} AND product > ''"
    );
    let still = connection
        .query(&of_products, &place[..2])?
        .into_iter()
        .map(|mut row| Ok((row.text()?, row.text()?)));
    let still = still.collect::<Result<_, SqlError>>()?;
    delete(connection, operator, "", names, &still)
}

/// Deletes what is not still there.
fn delete(
    connection: &Connection,
    operator: &str,
    of: &str,
    names: &[&Name],
    still: &BTreeSet<Name>,
) -> Result<(), SqlError> {
    for (name, purl) in names.iter().filter(|name| !still.contains(**name)) {
        let statement = "DELETE FROM component_name WHERE operator = $1 AND product = $2 \
                         AND folded_name = $3 AND folded_purl = $4";
        let values = [operator.into(), of.into(), name.as_str().into(), purl.as_str().into()];
        connection.execute(statement, &values)?;
    }
    Ok(())
}

/// Where the names of a product are not those its rows have.
pub(crate) fn differences(
    connection: &Connection,
    operator: &str,
    product: &str,
) -> Result<Vec<RowDifference>, SqlError> {
    let place = [operator.into(), product.into()];
    let asks = "SELECT DISTINCT folded_name, purl FROM component_row WHERE operator = $1 AND product = $2";
    let mut wanted = BTreeSet::new();
    for row in connection.query(asks, &place)? {
        wanted.insert(name(row)?);
    }
    let there = NAMES.rows(connection, &["operator", "product"], &place)?;
    let wanted = wanted.iter().map(|name| row_of(operator, product, name)).collect();
    Ok(NAMES.differences(there, wanted))
}

/// Where the names of whole operators are not those of their products together: what there is too much or too little,
/// at most so many.
pub(crate) fn differences_of_operators(
    connection: &Connection,
    limit: usize,
) -> Result<Vec<RowDifference>, SqlError> {
    let of_products = "SELECT operator, folded_name, folded_purl FROM component_name WHERE product <> ''";
    let of_operators = "SELECT operator, folded_name, folded_purl FROM component_name WHERE product = ''";
    let mut differences = Vec::new();
    for (one, other, difference) in
        [(of_products, of_operators, Difference::Missing), (of_operators, of_products, Difference::Added)]
    {
        for mut row in connection.query(&format!("{one} EXCEPT {other} LIMIT $1"), &[limit.into()])? {
            let operator = row.text()?;
            let name = (row.text()?, row.text()?);
            differences.push(NAMES.named(&row_of(&operator, "", &name), difference.clone()));
        }
    }
    Ok(differences)
}

/// Names, each once for a product and once for the whole operator, whose `product` is empty.
const NAMES: Table = Table {
    name: "component_name",
    columns: &["operator", "product", "folded_name", "folded_purl"],
    keys: 4,
};

fn row_of(operator: &str, product: &str, (name, purl): &Name) -> Vec<Value> {
    vec![operator.into(), product.into(), name.as_str().into(), purl.as_str().into()]
}

/// Waits until nobody else changes names. In a file one transaction writes at a time anyway.
pub(crate) fn lock(connection: &Connection) -> Result<(), SqlError> {
    if connection.dialect() == Dialect::Postgres {
        connection.query(LOCK, &[])?;
    }
    Ok(())
}

/// Each name once for the whole operator and once for the product; in one order, whoever adds them.
fn add(connection: &Connection, operator: &str, product: &str, names: &[&Name]) -> Result<(), SqlError> {
    for of in ["", product] {
        let rows: Vec<Vec<Value>> = names.iter().map(|name| row_of(operator, of, name)).collect();
        connection.insert(&NAMES.with_columns(), &rows, "ON CONFLICT DO NOTHING")?;
    }
    Ok(())
}

/// Finds the names of all rows there are, as a migration does, and counts the findings that overviews show.
pub(crate) fn fill(connection: &Connection) -> Result<(), SqlError> {
    crate::finding_weeks::count_all(connection)?;
    let products = connection.query("SELECT DISTINCT operator, product FROM component_row", &[])?;
    for mut place in products {
        let (operator, product) = (place.text()?, place.text()?);
        let asks =
            "SELECT DISTINCT folded_name, purl FROM component_row WHERE operator = $1 AND product = $2";
        let found = connection.query(asks, &[operator.as_str().into(), product.as_str().into()])?;
        let names: BTreeSet<Name> = found.into_iter().map(name).collect::<Result<_, SqlError>>()?;
        add(connection, &operator, &product, &names.iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

/// A package URL without version, qualifiers and subpath (ECMA-427): what all versions of a component share.
pub(crate) fn unversioned(purl: &str) -> &str {
    let purl = purl.split(['?', '#']).next().unwrap_or_default();
    match (purl.rfind('@'), purl.rfind('/')) {
        (Some(at), Some(slash)) if at > slash => &purl[..at],
        _ => purl,
    }
}

#[cfg(test)]
mod tests {
    use super::unversioned;

    #[test]
    fn a_package_url_ends_where_its_version_begins() {
        for (purl, base) in [
            ("pkg:npm/left-pad@1.3.0", "pkg:npm/left-pad"),
            ("pkg:npm/%40scope/name@1?arch=x#src", "pkg:npm/%40scope/name"),
            ("pkg:npm/@scope/name", "pkg:npm/@scope/name"),
            ("pkg:deb/debian/curl?arch=i386", "pkg:deb/debian/curl"),
            ("", ""),
        ] {
            assert_eq!(unversioned(purl), base);
        }
    }
}
