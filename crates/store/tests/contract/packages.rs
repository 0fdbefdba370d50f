//! Releases found by the packages of their components and the words these are asked by, against all rows of all releases.

use std::collections::BTreeSet;

use proofmark_facts::{
    Asking, ComponentRow, Difference, Keeping, Proving, Purl, RecordKind, RecordWrite, Sha256, release_id,
};
use proofmark_store::Store;

use crate::databases::{Database, every_database};
use crate::samples::{Sample, component, key, new_noun, product, release, rows};

const OPERATORS: [&str; 2] = ["maker", "other"];
const PRODUCTS: [&str; 3] = ["gateway", "pump", "sensor"];
const RELEASES: [&str; 3] = ["1.0", "1.1", "2.0"];

/// Packages in several versions, as Debian names them with and without their source, in odd letters, and what is none.
const PURLS: [&str; 16] = [
    "pkg:npm/a@1",
    "pkg:npm/a@2?arch=x",
    "pkg:npm/%40scope/a@1#src",
    "pkg:pypi/Zope_Interface@1",
    "pkg:pypi/zope-interface@2",
    "pkg:golang/github.com/Gorilla/mux@1",
    "pkg:maven/org.example/a@1",
    "pkg:deb/debian/libssl3@3?upstream=openssl%401.1&distro=debian-12",
    "pkg:deb/debian/libssl3@3?upstream=openssl%403.0",
    "pkg:deb/debian/libssl3@3",
    "pkg:deb/debian/openssl@3?arch=source",
    "pkg:apk/alpine/libcrypto@3?upstream=openssl",
    "pkg:rpm/redhat/openssl@3?upstream=openssl-3.src.rpm&epoch=1",
    "pkg:generic/zero%00inside@1",
    "nothing that is one",
    "",
];

/// Numbers that look thrown, the same in every run.
struct Thrown(u64);

impl Thrown {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Words components are asked by beside their package URLs.
const WORDS: [&str; 6] =
    ["cpe:a:acme:a", "cpe:", "name:mbed_tls", "git:github.com/madler/zlib", "commit:0123456789ab", "file"];

/// The package and the words of a component; the one word for all where nobody kept its own.
fn packages(row: &ComponentRow) -> Vec<String> {
    let package = row.purl.parse::<Purl>().ok().map(|purl| purl.advised_package().to_string());
    let words = row.asked.clone().unwrap_or_else(|| vec!["unknown".to_owned()]);
    package.into_iter().chain(words).collect()
}

/// Every release with its packages, read from all rows there are.
fn had(store: &Store, operator: &str) -> Vec<((String, String), BTreeSet<String>)> {
    let places = PRODUCTS.iter().flat_map(|product| RELEASES.map(|release| (*product, release)));
    let had = places.map(|(product, release)| {
        let rows = store.components_of(operator, product, release).unwrap();
        ((product.to_owned(), release.to_owned()), rows.iter().flat_map(packages).collect())
    });
    had.collect()
}

/// Asks for the releases of some packages; what was asked, in its order.
fn asked(
    store: &Store,
    operator: &str,
    is_such: impl Fn(&str) -> bool,
) -> (Vec<String>, Vec<(String, String)>) {
    let mut packages = Vec::new();
    let found = store.releases_with(operator, &mut |package| {
        packages.push(package.to_owned());
        is_such(package)
    });
    packages.sort();
    (packages, found.unwrap())
}

fn same_as_all_rows(database: &Database, store: &Store, thrown: &mut Thrown) {
    for operator in OPERATORS {
        let had = had(store, operator);
        let all: BTreeSet<String> = had.iter().flat_map(|(_, packages)| packages.clone()).collect();
        let such: BTreeSet<String> = all.iter().filter(|_| thrown.below(4) == 0).cloned().collect();
        let (packages, found) = asked(store, operator, |package| such.contains(package));
        assert_eq!(packages, all.into_iter().collect::<Vec<_>>(), "{}: each once, none gone", database.name);
        let wanted: Vec<_> = had
            .iter()
            .filter(|(_, packages)| !packages.is_disjoint(&such))
            .map(|(place, _)| place.clone())
            .collect();
        assert_eq!(found, wanted, "{}: {such:?}", database.name);
    }
}

/// Differences in the tables of packages, with a record for every release.
fn differences(store: &Store) -> Vec<String> {
    let mut found = store.stray_rows(1000).unwrap();
    for operator in OPERATORS {
        for product in PRODUCTS {
            for release in RELEASES {
                let held = store.held_release(operator, &release_id(product, release)).unwrap();
                found.extend(held.into_iter().flat_map(|held| held.differences));
            }
        }
    }
    let of_packages = found.iter().filter(|one| one.table.ends_with("_package"));
    of_packages.map(|one| format!("{} {} {:?}", one.table, one.row, one.difference)).collect()
}

fn founded(database: &Database) -> Store {
    let mut store = database.open();
    for operator in OPERATORS {
        let mut records: Vec<RecordWrite> =
            PRODUCTS.iter().map(|id| new_noun(operator, &product(id, None, 0))).collect();
        for product in PRODUCTS {
            records.extend(
                (1..)
                    .zip(RELEASES)
                    .map(|(number, version)| new_noun(operator, &release(product, version, number))),
            );
        }
        Sample { records, ..Sample::of(operator) }.keep(&mut store).unwrap();
    }
    store
}

fn write(store: &mut Store, operator: &str, product: &str, release: &str, purls: &[&str]) {
    write_asked(store, (operator, product, release), purls, &mut || Some(Vec::new()));
}

fn write_asked(
    store: &mut Store,
    (operator, product, release): (&str, &str, &str),
    purls: &[&str],
    asked: &mut dyn FnMut() -> Option<Vec<String>>,
) {
    let components = (0..).zip(purls).map(|(place, purl)| ComponentRow {
        purl: (*purl).to_owned(),
        asked: asked(),
        ..component(place, "one name for all")
    });
    let rows = vec![rows(operator, product, release, components.collect(), vec![])];
    Sample { rows, ..Sample::of(operator) }.keep(store).unwrap();
}

/// Takes a release away and founds it anew without rows.
fn take_away(store: &mut Store, operator: &str, of: &str, version: &str) {
    let gone = key(operator, RecordKind::Release, &release_id(of, version));
    let expects = store.record(&gone).unwrap().map(|record| Sha256::of(&record.content));
    let records = vec![RecordWrite { key: gone, expects, content: None }];
    Sample { records, ..Sample::of(operator) }.keep(store).unwrap();
    let records = vec![new_noun(operator, &release(of, version, 7))];
    Sample { records, ..Sample::of(operator) }.keep(store).unwrap();
}

#[test]
fn releases_of_packages_are_those_all_rows_say_whatever_was_written_over_what() {
    for database in every_database() {
        let mut store = founded(&database);
        let mut thrown = Thrown(11);
        for turn in 0..120 {
            let place = (thrown.of(&OPERATORS), thrown.of(&PRODUCTS), thrown.of(&RELEASES));
            let (operator, product, release) = place;
            if thrown.below(6) == 0 {
                take_away(&mut store, operator, product, release);
            } else {
                let count = thrown.below(6);
                let purls: Vec<&str> = (0..count).map(|_| thrown.of(&PURLS)).collect();
                let mut asked = || {
                    let words: BTreeSet<&str> = (0..thrown.below(3)).map(|_| thrown.of(&WORDS)).collect();
                    (thrown.below(8) != 0).then(|| words.into_iter().map(str::to_owned).collect())
                };
                write_asked(&mut store, place, &purls, &mut asked);
            }
            same_as_all_rows(&database, &store, &mut thrown);
            if turn % 10 == 0 {
                assert_eq!(differences(&store), Vec::<String>::new(), "{}", database.name);
            }
        }
    }
}

#[test]
fn packages_of_more_releases_than_are_read_at_once_are_all_found() {
    for database in every_database() {
        let mut store = founded(&database);
        let versions: Vec<String> = (0..600).map(|number| format!("3.{number:03}")).collect();
        let of_one = |(number, version): (usize, &String)| {
            let purl = format!("pkg:npm/p{}@1", number % 50);
            rows("maker", "pump", version, vec![ComponentRow { purl, ..component(0, "x") }], vec![])
        };
        let rows = versions.iter().enumerate().map(of_one).collect();
        Sample { rows, ..Sample::of("maker") }.keep(&mut store).unwrap();
        let (packages, found) = asked(&store, "maker", |package| package == "pkg:npm/p49");
        assert_eq!((packages.len(), found.len()), (50, 12), "{}", database.name);
        assert_eq!(found[11], ("pump".to_owned(), "3.599".to_owned()));
        assert_eq!(asked(&store, "other", |_| true), (vec![], vec![]), "nobody else's");
    }
}

#[test]
fn a_store_from_before_packages_were_kept_comes_forward_with_those_of_all_rows() {
    for database in every_database() {
        let mut store = founded(&database);
        let mut thrown = Thrown(5);
        for operator in OPERATORS {
            for product in PRODUCTS {
                for release in &RELEASES[1..] {
                    let purls: Vec<&str> = (0..5).map(|_| thrown.of(&PURLS)).collect();
                    write(&mut store, operator, product, release, &purls);
                }
            }
        }
        drop(store);
        let earlier = if database.url.is_some() {
            "UPDATE schema_version SET version = 6"
        } else {
            "PRAGMA user_version = 6"
        };
        let tables = "DROP TABLE component_package; DROP TABLE release_package; \
                      ALTER TABLE component_row DROP COLUMN asked";
        database.behind_the_back(&format!("{tables}; {earlier}")).unwrap();
        let store = database.open();
        same_as_all_rows(&database, &store, &mut thrown);
        assert_eq!(differences(&store), Vec::<String>::new(), "{}", database.name);
        // Of what nobody kept the words, all is meant; of a release written since, its own.
        let (_, unknown) = asked(&store, "maker", |word| word == "unknown");
        let with_rows = had(&store, "maker").into_iter().filter(|(_, packages)| !packages.is_empty());
        assert_eq!(unknown, with_rows.map(|(place, _)| place).collect::<Vec<_>>(), "{}", database.name);
        let mut store = store;
        write(&mut store, "maker", "pump", "1.1", &["pkg:npm/a@1"]);
        let (_, left) = asked(&store, "maker", |word| word == "unknown");
        assert_eq!(left.len() + 1, unknown.len(), "{}", database.name);
    }
}

#[test]
fn packages_that_were_changed_behind_the_back_are_named() {
    for database in every_database() {
        let mut store = founded(&database);
        write(&mut store, "maker", "pump", "1.0", &["pkg:npm/a@1", "pkg:npm/b@1"]);
        for (statement, table, expected) in [
            (
                "DELETE FROM component_package WHERE package = 'pkg:npm/a'",
                "component_package",
                Difference::Missing,
            ),
            ("UPDATE component_package SET package = 'pkg:npm/c'", "component_package", Difference::Added),
            (
                "UPDATE component_row SET asked = 'cpe:a:b:c' WHERE place = 0",
                "release_package",
                Difference::Columns(vec!["package_keys"]),
            ),
            ("DELETE FROM release_package", "release_package", Difference::Missing),
        ] {
            database.behind_the_back(statement).unwrap();
            let mut found = store.stray_rows(100).unwrap();
            found.extend(store.held_release("maker", "pump 1.0").unwrap().unwrap().differences);
            let named = found.iter().any(|one| one.table == table && one.difference == expected);
            assert!(named, "{}: {statement}: {found:?}", database.name);
        }
    }
}
