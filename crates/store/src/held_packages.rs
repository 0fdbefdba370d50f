//! Packages that components are of, made again of the rows and held against what is there.

use std::collections::HashSet;

use proofmark_facts::{Difference, RowDifference};

use crate::component_packages::{
    OF_RELEASES, PACKAGES, Packages, each_package, each_release, key_of_package, keys,
};
use crate::sql::{Connection, SqlError, Value};

/// Where the keys a release has are not those of its components' packages.
pub(crate) fn differences_of_release(
    connection: &Connection,
    place: &[Value; 3],
    packages: &Packages,
) -> Result<Vec<RowDifference>, SqlError> {
    let there = OF_RELEASES.rows(connection, &["operator", "product", "release"], place)?;
    Ok(OF_RELEASES.differences(there, packages.row(place).into_iter().collect()))
}

/// Where the packages of operators are not those whose keys their releases have, at most so many; the keys are held with the
/// releases.
pub(crate) fn differences(connection: &Connection, limit: usize) -> Result<Vec<RowDifference>, SqlError> {
    let mut found = Vec::new();
    let asks =
        "SELECT DISTINCT operator FROM release_package UNION SELECT DISTINCT operator FROM component_package";
    for mut operator in connection.query(asks, &[])? {
        let operator = operator.value()?;
        let mut had: HashSet<i64> = HashSet::new();
        each_release(connection, &operator, None, &mut |kept| {
            had.extend(keys(&kept.keys));
            true
        })?;
        let mut named: HashSet<i64> = HashSet::new();
        each_package(connection, &operator, &mut |key, package| {
            if key == key_of_package(&package) && had.contains(&key) {
                named.insert(key);
            } else {
                let row = [operator.clone(), key.into(), package.as_str().into()];
                found.push(PACKAGES.named(&row, Difference::Added));
            }
        })?;
        let nameless = had.difference(&named).map(|key| [operator.clone(), (*key).into()]);
        found.extend(nameless.map(|key| PACKAGES.named(&key, Difference::Missing)));
    }
    found.truncate(limit);
    Ok(found)
}
