//! Packages that components are of, as advisories speak of them, and the other words vulnerabilities are looked up by: each once for
//! an operator, and for each release the keys of those it has. When advisories change, whom they speak of is asked once a package, and releases are found by their keys:
//! the rows of components, of which there are many times more, are not read.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use proofmark_facts::{ComponentRow, Purl};

use crate::component_names::lock;
use crate::row_key::key_of;
use crate::sql::{Connection, Row, SqlError, Value};
use crate::table::Table;

/// Packages by their keys.
pub(crate) const PACKAGES: Table =
    Table { name: "component_package", columns: &["operator", "package_key", "package"], keys: 3 };

/// Keys of packages by release.
pub(crate) const OF_RELEASES: Table =
    Table { name: "release_package", columns: &["operator", "product", "release", "package_keys"], keys: 3 };

/// How many packages are read at a time.
const PACKAGES_AT_A_TIME: usize = 10_000;

/// How many releases are read at a time: one of ten thousand components has eighty kilobytes of keys.
const RELEASES_AT_A_TIME: usize = 256;

/// Stands for whatever a component may be asked by whose words nobody kept.
const UNKNOWN: &str = "unknown";

/// The packages of a release and its other words, by their keys.
#[derive(Debug, Default)]
pub(crate) struct Packages(BTreeMap<i64, String>);

impl Packages {
    fn of_rows(rows: &[ComponentRow]) -> Self {
        let mut packages = Self::default();
        for row in rows {
            packages.add(row);
        }
        packages
    }

    /// Adds what a component is asked by.
    pub(crate) fn add(&mut self, row: &ComponentRow) {
        self.add_package(&row.purl);
        self.add_words(row.asked.as_deref());
    }

    /// Adds the package of a component; one whose package URL cannot be read has none.
    fn add_package(&mut self, purl: &str) {
        let Ok(purl) = purl.parse::<Purl>() else { return };
        self.add_word(purl.advised_package().to_string());
    }

    fn add_words(&mut self, words: Option<&[String]>) {
        match words {
            Some(words) => words.iter().for_each(|word| self.add_word(word.clone())),
            None => self.add_word(UNKNOWN.to_owned()),
        }
    }

    fn add_word(&mut self, word: String) {
        self.0.insert(key_of_package(&word), word);
    }

    /// The row of a release that has them; none without any.
    pub(crate) fn row(&self, place: &[Value]) -> Option<Vec<Value>> {
        let keys: Vec<u8> = self.0.keys().flat_map(|key| key.to_be_bytes()).collect();
        (!keys.is_empty()).then(|| [place, &[keys.as_slice().into()]].concat())
    }
}

pub(crate) fn key_of_package(package: &str) -> i64 {
    key_of(&[package])
}

/// The keys in a release's row.
pub(crate) fn keys(bytes: &[u8]) -> impl Iterator<Item = i64> {
    bytes.as_chunks().0.iter().map(|key| i64::from_be_bytes(*key))
}

/// After a release's components were written or taken away: its keys are those of their packages, packages that came are
/// added, and those no release has any more are taken away.
pub(crate) fn changed(
    connection: &Connection,
    place: &[Value; 3],
    components: &[ComponentRow],
) -> Result<(), SqlError> {
    let packages = Packages::of_rows(components);
    let there = OF_RELEASES.rows(connection, &["operator", "product", "release"], place)?.pop();
    let row = packages.row(place);
    if there == row {
        return Ok(());
    }
    if let Some(row) = &row {
        let rows = std::slice::from_ref(row);
        connection.insert(&OF_RELEASES.with_columns(), rows, &OF_RELEASES.or_else())?;
    } else {
        let statement = "DELETE FROM release_package WHERE operator = $1 AND product = $2 AND release = $3";
        connection.execute(statement, place)?;
    }
    let before: HashSet<i64> = match there.as_deref() {
        Some([.., Value::Bytes(bytes)]) => keys(bytes).collect(),
        _ => HashSet::new(),
    };
    let came = packages.0.iter().filter(|(key, _)| !before.contains(key));
    let gone: BTreeSet<i64> = before.iter().copied().filter(|key| !packages.0.contains_key(key)).collect();
    let [operator, product, _] = place;
    lock(connection)?;
    add(connection, operator, came)?;
    take_away(connection, operator, product, gone)
}

fn add<'p>(
    connection: &Connection,
    operator: &Value,
    packages: impl Iterator<Item = (&'p i64, &'p String)>,
) -> Result<(), SqlError> {
    let rows: Vec<Vec<Value>> = packages
        .map(|(key, package)| vec![operator.clone(), (*key).into(), package.as_str().into()])
        .collect();
    connection.insert(&PACKAGES.with_columns(), &rows, "ON CONFLICT DO NOTHING")
}

/// Takes those away that no release has. Most are still had by another release of the product.
fn take_away(
    connection: &Connection,
    operator: &Value,
    product: &Value,
    mut gone: BTreeSet<i64>,
) -> Result<(), SqlError> {
    for product in [Some(product), None] {
        each_release(connection, operator, product, &mut |release| {
            for key in keys(&release.keys) {
                gone.remove(&key);
            }
            !gone.is_empty()
        })?;
    }
    for key in gone {
        let statement = "DELETE FROM component_package WHERE operator = $1 AND package_key = $2";
        connection.execute(statement, &[operator.clone(), key.into()])?;
    }
    Ok(())
}

/// A release with the keys of its packages.
pub(crate) struct KeptKeys {
    pub(crate) product: String,
    pub(crate) release: String,
    pub(crate) keys: Vec<u8>,
}

/// Goes through the releases of an operator, or of one product, for as long as anybody wants to.
pub(crate) fn each_release(
    connection: &Connection,
    operator: &Value,
    product: Option<&Value>,
    goes_on: &mut dyn FnMut(KeptKeys) -> bool,
) -> Result<(), SqlError> {
    let of = if product.is_some() { "AND product = $2" } else { "" };
    let asks = format!(
        "SELECT product, release, package_keys FROM release_package \
         WHERE operator = $1 {of} AND (product, release) > ($2, $3) \
         ORDER BY product, release LIMIT {RELEASES_AT_A_TIME}"
    );
    let first = product.cloned().unwrap_or_else(|| "".into());
    let mut after = [operator.clone(), first, "".into()];
    loop {
        let rows = connection.query(&asks, &after)?;
        let is_last = rows.len() < RELEASES_AT_A_TIME;
        for mut row in rows {
            let kept = KeptKeys { product: row.text()?, release: row.text()?, keys: row.bytes()? };
            after = [operator.clone(), kept.product.as_str().into(), kept.release.as_str().into()];
            if !goes_on(kept) {
                return Ok(());
            }
        }
        if is_last {
            return Ok(());
        }
    }
}

/// Goes through the packages of an operator.
pub(crate) fn each_package(
    connection: &Connection,
    operator: &Value,
    take: &mut dyn FnMut(i64, String),
) -> Result<(), SqlError> {
    let asks = format!(
        "SELECT package_key, package FROM component_package WHERE operator = $1 AND (package_key, package) > ($2, $3) \
         ORDER BY package_key, package LIMIT {PACKAGES_AT_A_TIME}"
    );
    let mut after = [operator.clone(), i64::MIN.into(), "".into()];
    loop {
        let rows = connection.query(&asks, &after)?;
        let is_last = rows.len() < PACKAGES_AT_A_TIME;
        for mut row in rows {
            let (key, package) = (row.integer()?, row.text()?);
            after = [operator.clone(), key.into(), package.as_str().into()];
            take(key, package);
        }
        if is_last {
            return Ok(());
        }
    }
}

/// The releases that have a component of such a package.
pub(crate) fn releases_with(
    connection: &Connection,
    operator: &str,
    is_such: &mut dyn FnMut(&str) -> bool,
) -> Result<Vec<(String, String)>, SqlError> {
    let operator = operator.into();
    let mut such = Such::default();
    each_package(connection, &operator, &mut |key, package| {
        if is_such(&package) {
            such.add(key);
        }
    })?;
    let mut found = Vec::new();
    if such.keys.is_empty() {
        return Ok(found);
    }
    each_release(connection, &operator, None, &mut |kept| {
        if keys(&kept.keys).any(|key| such.has(key)) {
            found.push((kept.product, kept.release));
        }
        true
    })?;
    Ok(found)
}

/// Keys that are looked for among all keys of all releases.
struct Such {
    /// In the order they came: the smallest first.
    keys: Vec<i64>,
    /// Which first two bytes any of them has. Keys are digests: hardly any other key begins like one of few.
    begins: Vec<bool>,
}

impl Default for Such {
    fn default() -> Self {
        Self { keys: Vec::new(), begins: vec![false; 1 << 16] }
    }
}

impl Such {
    fn add(&mut self, key: i64) {
        self.keys.push(key);
        self.begins[beginning(key)] = true;
    }

    fn has(&self, key: i64) -> bool {
        self.begins[beginning(key)] && self.keys.binary_search(&key).is_ok()
    }
}

fn beginning(key: i64) -> usize {
    let [first, second, ..] = key.to_be_bytes();
    usize::from(u16::from_be_bytes([first, second]))
}

/// Notes of every release that has rows that nobody kept the words of its components, as a migration does.
pub(crate) fn fill_unknown(connection: &Connection) -> Result<(), SqlError> {
    connection.execute("DELETE FROM component_package", &[])?;
    connection.execute("DELETE FROM release_package", &[])?;
    fill_with(connection, &|packages| packages.add_words(None))
}

/// Finds the packages of all rows there are, as a migration does.
pub(crate) fn fill(connection: &Connection) -> Result<(), SqlError> {
    fill_with(connection, &|_| ())
}

fn fill_with(connection: &Connection, also: &dyn Fn(&mut Packages)) -> Result<(), SqlError> {
    let places = connection.query("SELECT DISTINCT operator, product, release FROM component_row", &[])?;
    let mut known: HashSet<(Value, i64)> = HashSet::new();
    for place in places.into_iter().map(Row::into_values) {
        let asks = "SELECT purl FROM component_row WHERE operator = $1 AND product = $2 AND release = $3";
        let mut packages = Packages::default();
        for mut row in connection.query(asks, &place)? {
            packages.add_package(&row.text()?);
        }
        also(&mut packages);
        let Some(row) = packages.row(&place) else { continue };
        connection.insert(&OF_RELEASES.with_columns(), &[row], "")?;
        packages.0.retain(|key, _| known.insert((place[0].clone(), *key)));
        add(connection, &place[0], packages.0.iter())?;
    }
    Ok(())
}
