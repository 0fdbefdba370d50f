//! Releases by the identifiers of what is found in them: when a catalogue says something else of an identifier, the releases
//! with an open finding under it are found without reading the rows of the others.

use std::collections::{BTreeSet, HashSet};

use crate::sql::{Connection, SqlError, Value};

/// How many identifiers are read at a time.
const IDENTIFIERS_AT_A_TIME: usize = 10_000;

/// How many names one statement looks at.
const BATCH: usize = 500;

/// The most names of findings whose rows are looked up. The scores of all vulnerabilities are new every day: then hardly a release
/// with an open finding has none of such a name.
const MOST_NAMES: usize = 5_000;

/// The releases that have an open finding under such an identifier.
pub(crate) fn releases_knowing(
    connection: &Connection,
    operator: &str,
    is_such: &mut dyn FnMut(&str) -> bool,
) -> Result<Vec<(String, String)>, SqlError> {
    let operator: Value = operator.into();
    let (such, vulnerabilities) = such_identifiers(connection, &operator, is_such)?;
    let vulnerabilities: Vec<String> = vulnerabilities.into_iter().collect();
    let mut names = Vec::new();
    for some in vulnerabilities.chunks(BATCH) {
        names.extend(names_of(connection, &operator, some, &such)?);
        if names.len() > MOST_NAMES {
            return with_open_findings(connection, &operator);
        }
    }
    let mut found = BTreeSet::new();
    for keys in names.chunks(BATCH) {
        let listed = serde_json::to_string(keys).expect("numbers become JSON");
        let asks = format!(
            "SELECT DISTINCT product, release FROM finding_row WHERE operator = $1 AND closed = 0 AND name_key {}",
            connection.among_numbers("$2")
        );
        for mut row in connection.query(&asks, &[operator.clone(), listed.into()])? {
            found.insert((row.text()?, row.text()?));
        }
    }
    Ok(found.into_iter().collect())
}

/// The identifiers, and the vulnerabilities that have one of them.
fn such_identifiers(
    connection: &Connection,
    operator: &Value,
    is_such: &mut dyn FnMut(&str) -> bool,
) -> Result<(HashSet<String>, BTreeSet<String>), SqlError> {
    let asks = format!(
        "SELECT alias, vulnerability FROM finding_alias WHERE operator = $1 AND (alias, vulnerability) > ($2, $3) \
         ORDER BY alias, vulnerability LIMIT {IDENTIFIERS_AT_A_TIME}"
    );
    let (mut such, mut vulnerabilities) = (HashSet::new(), BTreeSet::new());
    let mut last: Option<(String, bool)> = None;
    let mut after = [operator.clone(), "".into(), "".into()];
    loop {
        let rows = connection.query(&asks, &after)?;
        let is_last = rows.len() < IDENTIFIERS_AT_A_TIME;
        for mut row in rows {
            let (alias, vulnerability) = (row.text()?, row.text()?);
            after = [operator.clone(), alias.as_str().into(), vulnerability.as_str().into()];
            let known = last.take().filter(|(asked, _)| *asked == alias);
            let is_one = known.map_or_else(|| is_such(&alias), |(_, is_one)| is_one);
            if is_one {
                such.insert(alias.clone());
                vulnerabilities.insert(vulnerability);
            }
            last = Some((alias, is_one));
        }
        if is_last {
            return Ok((such, vulnerabilities));
        }
    }
}

/// The keys of names of these vulnerabilities that hold such an identifier: the lines behind the first of what a name is
/// searched by. Another component may know the same vulnerability under fewer.
fn names_of(
    connection: &Connection,
    operator: &Value,
    vulnerabilities: &[String],
    such: &HashSet<String>,
) -> Result<Vec<i64>, SqlError> {
    let listed = serde_json::to_string(vulnerabilities).expect("words become JSON");
    let asks = format!(
        "SELECT name_key, searched FROM finding_name WHERE operator = $1 AND vulnerability {}",
        connection.among("$2")
    );
    let mut names = Vec::new();
    for mut row in connection.query(&asks, &[operator.clone(), listed.into()])? {
        let (key, searched) = (row.integer()?, row.text()?);
        if searched.lines().skip(1).any(|identifier| such.contains(identifier)) {
            names.push(key);
        }
    }
    Ok(names)
}

fn with_open_findings(connection: &Connection, operator: &Value) -> Result<Vec<(String, String)>, SqlError> {
    let asks = "SELECT product, release FROM release_row r WHERE operator = $1 AND EXISTS \
                (SELECT 1 FROM finding_row f WHERE f.operator = r.operator AND f.product = r.product \
                AND f.release = r.release AND f.closed = 0) ORDER BY product, release";
    let rows = connection.query(asks, std::slice::from_ref(operator))?;
    rows.into_iter().map(|mut row| Ok((row.text()?, row.text()?))).collect()
}
