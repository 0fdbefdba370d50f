//! What findings are called, each once for an operator: a component with a vulnerability and the identifiers that one has.
//! They are few enough to be searched for any part of them, while the rows are millions.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::FindingRow;

use crate::component_names::lock;
use crate::folding::folded;
use crate::row_key::key_of;
use crate::sql::{Connection, Row, SqlError, Value};
use crate::table::Table;

/// How many names one statement looks at.
const BATCH: usize = 500;

/// What a finding is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) component: String,
    pub(crate) vulnerability: String,
    /// One a line.
    pub(crate) aliases: String,
}

/// Names, by the key of what makes them.
pub(crate) const NAMES: Table =
    Table { name: "finding_name", columns: &["operator", "name_key", "vulnerability", "searched"], keys: 2 };

/// The identifiers of vulnerabilities, their own among them.
pub(crate) const ALIASES: Table =
    Table { name: "finding_alias", columns: &["operator", "alias", "vulnerability"], keys: 3 };

impl Name {
    /// The row of it, as [`NAMES`] names its columns.
    pub(crate) fn row(&self, operator: &str) -> Vec<Value> {
        let vulnerability = self.vulnerability.as_str();
        vec![operator.into(), self.key().into(), vulnerability.into(), self.searched().into()]
    }

    fn key(&self) -> i64 {
        name_key(&self.component, &self.vulnerability, &self.aliases)
    }

    /// What it is searched by: the component in one line, then each identifier in its own.
    fn searched(&self) -> String {
        let component = self.component.replace('\n', " ");
        let identifiers = format!("{}\n{}", self.vulnerability, self.aliases);
        folded(&format!("{component}\n{}", identifiers.trim_end_matches('\n')))
    }
}

/// The names of releases before and after their rows were written.
#[derive(Debug, Default)]
pub(crate) struct Renaming {
    before: BTreeSet<i64>,
    after: BTreeMap<i64, Name>,
}

/// The key of a finding's name. Other identifiers make another name, so that nobody has to look whether they changed.
pub(crate) fn name_key(component: &str, vulnerability: &str, aliases: &str) -> i64 {
    key_of(&[component, vulnerability, aliases])
}

/// The other identifiers of a row's vulnerability as they are kept: one a line, always in one order.
pub(crate) fn aliases_of(row: &FindingRow) -> String {
    let aliases: BTreeSet<&str> = row.aliases.iter().map(String::as_str).collect();
    aliases.into_iter().collect::<Vec<_>>().join("\n")
}

impl Renaming {
    /// A release's names before its rows are written or taken away.
    pub(crate) fn before(&mut self, connection: &Connection, place: &[Value]) -> Result<(), SqlError> {
        for mut row in connection.query(OF_RELEASE, place)? {
            self.before.insert(row.integer()?);
        }
        Ok(())
    }

    /// Its names afterwards.
    pub(crate) fn after(&mut self, rows: &[FindingRow]) {
        for row in rows {
            let (component, vulnerability) = (row.component.clone(), row.vulnerability.clone());
            let name = Name { component, vulnerability, aliases: aliases_of(row) };
            self.after.insert(name.key(), name);
        }
    }

    /// Adds the names that came, takes away those no row has any more. Last of all, so that whoever writes on a server
    /// waits for others as shortly as can be.
    pub(crate) fn keep(self, connection: &Connection, operator: &str) -> Result<(), SqlError> {
        let came: Vec<&Name> =
            self.after.iter().filter(|(key, _)| !self.before.contains(key)).map(|(_, name)| name).collect();
        let gone: Vec<i64> =
            self.before.iter().copied().filter(|key| !self.after.contains_key(key)).collect();
        if came.is_empty() && gone.is_empty() {
            return Ok(());
        }
        lock(connection)?;
        add(connection, operator, &came)?;
        gone.chunks(BATCH).try_for_each(|keys| take_away(connection, operator, keys))
    }
}

/// The names of a release's rows. Each once only here: asked for distinct ones, SQLite goes through all names of the operator
/// in their order.
const OF_RELEASE: &str =
    "SELECT name_key FROM finding_row WHERE operator = $1 AND product = $2 AND release = $3";

fn add(connection: &Connection, operator: &str, names: &[&Name]) -> Result<(), SqlError> {
    let rows: Vec<Vec<Value>> = names.iter().map(|name| name.row(operator)).collect();
    connection.insert(&NAMES.with_columns(), &rows, "ON CONFLICT DO NOTHING")?;
    let called = names.iter().map(|name| (name.vulnerability.clone(), name.searched()));
    let rows: Vec<Vec<Value>> = identifiers(operator, called).into_iter().collect();
    connection.insert(&ALIASES.with_columns(), &rows, "ON CONFLICT DO NOTHING")
}

/// Each identifier of these vulnerabilities, in whichever letters it is typed: the lines behind the first of what their
/// names are searched by.
pub(crate) fn identifiers(
    operator: &str,
    names: impl IntoIterator<Item = (String, String)>,
) -> BTreeSet<Vec<Value>> {
    let mut rows = BTreeSet::new();
    for (vulnerability, searched) in names {
        for alias in searched.lines().skip(1) {
            rows.insert(vec![operator.into(), alias.into(), vulnerability.as_str().into()]);
        }
    }
    rows
}

/// Takes those of the names away that no row has, then the identifiers no name of their vulnerability has any more.
fn take_away(connection: &Connection, operator: &str, keys: &[i64]) -> Result<(), SqlError> {
    let listed = serde_json::to_string(keys).expect("numbers become JSON");
    let statement = format!(
        "DELETE FROM finding_name WHERE operator = $1 AND name_key {} AND NOT EXISTS (SELECT 1 FROM finding_row f \
         WHERE f.operator = finding_name.operator AND f.name_key = finding_name.name_key) RETURNING vulnerability",
        connection.among_numbers("$2")
    );
    let gone = connection.query(&statement, &[operator.into(), listed.into()])?;
    let gone: BTreeSet<String> = gone.into_iter().map(|mut row| row.text()).collect::<Result<_, _>>()?;
    if gone.is_empty() {
        return Ok(());
    }
    let listed = serde_json::to_string(&gone).expect("words become JSON");
    let of_them = format!("WHERE operator = $1 AND vulnerability {}", connection.among("$2"));
    let asks = format!("SELECT vulnerability, searched FROM finding_name {of_them}");
    let values = [operator.into(), listed.into()];
    let mut names = Vec::new();
    for mut row in connection.query(&asks, &values)? {
        names.push((row.text()?, row.text()?));
    }
    let wanted = identifiers(operator, names);
    let there =
        connection.query(&format!("SELECT {} FROM finding_alias {of_them}", ALIASES.list()), &values)?;
    for row in there.into_iter().map(Row::into_values).filter(|row| !wanted.contains(row)) {
        let statement = "DELETE FROM finding_alias WHERE operator = $1 AND alias = $2 AND vulnerability = $3";
        connection.execute(statement, &row)?;
    }
    Ok(())
}

/// Names the findings there are, as a migration does, and makes the indexes that need their names: an index is made
/// faster over rows that are there than grown with each change of one.
pub(crate) fn fill(connection: &Connection) -> Result<(), SqlError> {
    let asks = "SELECT DISTINCT operator, component, vulnerability FROM finding_row ORDER BY operator";
    let read = |mut row: Row| -> Result<(String, Name), SqlError> {
        let operator = row.text()?;
        let (component, vulnerability) = (row.text()?, row.text()?);
        Ok((operator, Name { component, vulnerability, aliases: String::new() }))
    };
    for found in connection.query(asks, &[])? {
        let (operator, name) = read(found)?;
        let of = [
            name.key().into(),
            operator.as_str().into(),
            name.vulnerability.as_str().into(),
            name.component.as_str().into(),
        ];
        let names = "UPDATE finding_row SET name_key = $1 WHERE operator = $2 AND vulnerability = $3 AND component = $4";
        connection.execute(names, &of)?;
        add(connection, &operator, &[&name])?;
    }
    connection.run(INDEXES)
}

/// Every index over findings but that of their keys.
const INDEXES: &str = "DROP INDEX finding_row_by_vulnerability;
    CREATE INDEX finding_row_by_severity ON finding_row (operator, facet, severe, row_key, product, newest, name_key);
    CREATE INDEX finding_row_by_epss ON finding_row (operator, facet, likely, row_key, product, newest, name_key);
    CREATE INDEX finding_row_by_age ON finding_row
        (operator, facet, newest, row_key, product, severe, likely, name_key);
    CREATE INDEX finding_row_of_product ON finding_row
        (operator, product, closed, severe, row_key, facet, likely, newest, name_key);
    CREATE INDEX finding_row_by_vulnerability ON finding_row
        (operator, vulnerability, closed, severe, row_key, facet, likely, newest, product, name_key);
    CREATE INDEX finding_row_by_name ON finding_row
        (operator, name_key, row_key, facet, severe, likely, newest, product)";

#[cfg(test)]
mod tests {
    use crate::Store;

    #[test]
    fn the_names_of_a_release_are_read_from_its_rows_alone() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path()).unwrap();
        for asks in [super::OF_RELEASE, crate::component_names::OF_RELEASE] {
            let plan = store
                .connection
                .query(&format!("EXPLAIN QUERY PLAN {asks}"), &["a".into(), "b".into(), "c".into()]);
            let steps = format!("{:?}", plan.unwrap());
            assert!(steps.contains("(operator=? AND product=? AND release=?)"), "{steps}");
        }
    }
}
