//! The schema a program made is the one it finds: what somebody took away, changed or added with a database shell is named.

use proofmark_facts::{
    Asking, Condition, Jobs, KeepError, KeepTrouble, Keeping, Proving, SchemaChange, Seen,
};
use proofmark_text::text;

use crate::databases::{Database, every_database, postgres_database};
use crate::samples::{Sample, finding, rows};

/// What differs, in words.
fn differences(database: &Database) -> Vec<String> {
    let found = database.open().schema_differences().unwrap();
    found.iter().map(|one| format!("{:?} {} {:?}", one.kind, one.name, one.change)).collect()
}

#[test]
fn a_schema_nobody_touched_differs_in_nothing_and_stays_as_it_is() {
    for database in every_database() {
        let mut store = database.open();
        Sample { documents: vec![b"one"], ..Sample::of("maker") }.keep(&mut store).unwrap();
        for _ in 0..2 {
            assert_eq!(differences(&database), Vec::<String>::new(), "{}", database.name);
        }
        // What was made to compare with is gone, and the same connection goes on.
        assert!(store.schema_differences().unwrap().is_empty());
        Sample { documents: vec![b"two"], ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(store.ledger_size().unwrap(), 2, "{}", database.name);
    }
}

#[test]
fn a_server_vacuums_often_what_is_read_from_indexes_alone() {
    let Some(database) = postgres_database() else { return };
    drop(database.open());
    let mut client = postgres::Client::connect(database.url.as_deref().unwrap(), postgres::NoTls).unwrap();
    let mut told = |table: &str| -> Vec<String> {
        let asks = "SELECT coalesce(reloptions, '{}') FROM pg_class WHERE oid = $1::text::regclass";
        client.query_one(asks, &[&table]).unwrap().get(0)
    };
    for table in ["finding_row", "component_row", "component_name"] {
        assert!(told(table).contains(&"autovacuum_vacuum_scale_factor=0.01".to_owned()), "{table}");
    }
    assert!(told("finding_week").contains(&"fillfactor=50".to_owned()));
    let keys = client.query("SELECT 1 FROM pg_indexes WHERE indexname = 'finding_week_pkey'", &[]).unwrap();
    assert_eq!(keys.len(), 1);
}

#[test]
fn what_was_dropped_changed_or_added_is_named() {
    for database in every_database() {
        drop(database.open());
        let postgres = database.url.is_some();
        let (drop_trigger, quiet, added) = if postgres {
            (
                "DROP TRIGGER ledger_line_is_never_changed ON ledger_line",
                "ALTER TABLE ledger_node DISABLE TRIGGER ledger_node_is_never_removed",
                "CREATE RULE lies AS ON UPDATE TO ledger_line DO INSTEAD NOTHING",
            )
        } else {
            (
                "DROP TRIGGER ledger_line_is_never_changed",
                "DROP TRIGGER ledger_node_is_never_removed; CREATE TRIGGER ledger_node_is_never_removed \
                 BEFORE DELETE ON ledger_node BEGIN SELECT 1; END",
                "CREATE TRIGGER lies AFTER INSERT ON record BEGIN DELETE FROM record WHERE id = 'x'; END",
            )
        };
        for (statement, expected) in [
            (drop_trigger, "Trigger ledger_line_is_never_changed Missing"),
            (quiet, "Trigger ledger_node_is_never_removed Changed"),
            (added, if postgres { "Rule lies Added" } else { "Trigger lies Added" }),
            ("DROP INDEX product_row_by_name", "Index product_row_by_name Missing"),
            (
                "DROP INDEX release_row_by_age; CREATE INDEX release_row_by_age ON release_row (operator)",
                "Index release_row_by_age Changed",
            ),
            ("ALTER TABLE clock_row ADD COLUMN more TEXT", "Table clock_row Changed"),
        ] {
            let before = differences(&database);
            database.behind_the_back(statement).unwrap();
            let mut after = differences(&database);
            after.retain(|one| !before.contains(one));
            assert_eq!(after, [expected], "{}: {statement}", database.name);
        }
        let before = differences(&database).len();
        database.behind_the_back("CREATE INDEX more ON record (id); CREATE TABLE other (id TEXT)").unwrap();
        assert_eq!(differences(&database).len(), before, "what does no harm is not named");
    }
}

#[test]
fn a_table_that_is_gone_is_damage_by_its_name_whatever_is_asked() {
    for database in every_database() {
        let mut store = database.open();
        Sample { documents: vec![b"one"], ..Sample::of("maker") }.keep(&mut store).unwrap();
        for table in ["job", "case_row", "record"] {
            database.behind_the_back(&format!("DROP TABLE {table}")).unwrap();
        }
        let gone = store.schema_differences().unwrap();
        let tables =
            gone.iter().filter(|one| one.change == SchemaChange::Missing).map(|one| one.name.as_str());
        let tables: Vec<&str> = tables.collect();
        assert_eq!(tables, ["case_row", "job", "record"], "{}", database.name);
        let told = |error: KeepError| (error.trouble, error.says.id(), error.says.to_string());
        let record = crate::samples::key("maker", proofmark_facts::RecordKind::Token, "x");
        for (table, error) in [
            ("record", store.record(&record).unwrap_err()),
            ("job", store.jobs("maker", None, 5).unwrap_err()),
        ] {
            let (trouble, code, says) = told(error);
            assert_eq!(
                (trouble, code),
                (KeepTrouble::Damage, "ends-table-gone"),
                "{}: {says}",
                database.name
            );
            assert!(says.contains(table), "{}: {says}", database.name);
        }
    }
}

#[test]
fn a_database_that_does_not_say_how_far_it_came_is_not_taken_for_a_new_one() {
    let Some(database) = postgres_database() else { return };
    drop(database.open());
    database.behind_the_back("DROP TABLE schema_version").unwrap();
    let error = proofmark_store::Store::connect(&database.place).unwrap_err();
    assert_eq!((error.trouble, error.says.id()), (KeepTrouble::Damage, "ends-table-gone"));
}

#[test]
fn a_change_is_kept_only_under_its_condition_which_sees_what_is_written_and_what_others_wrote() {
    for database in every_database() {
        let mut store = database.open();
        let write_line = |_: proofmark_facts::LinePlace| b"line".to_vec();
        let mut attempt = |held: bool| {
            let seen = std::cell::Cell::new(0);
            let asks = |asking: &dyn Asking| {
                seen.set(asking.findings_of("maker", "gateway", "1.0")?.len());
                let products = asking.portfolio("maker", &Seen::All)?.products;
                assert_eq!(products, 0);
                let says = text!("store-busy");
                if held { Ok(()) } else { Err(KeepError { says, trouble: KeepTrouble::Moved }) }
            };
            let mut change =
                proofmark_facts::Change::of_documents("maker/x/00000000", "maker", Vec::new(), &write_line);
            change.rows = vec![rows("maker", "gateway", "1.0", vec![], vec![finding("a", "CVE-1", 98, 5)])];
            change.condition = Some(Condition::new(&asks));
            let kept = store.keep(&change).map(|line| line.index).map_err(|error| error.trouble);
            (kept, seen.get())
        };
        // It is asked inside: the rows of the change itself are there already.
        assert_eq!(attempt(false), (Err(KeepTrouble::Moved), 1), "{}", database.name);
        assert_eq!(database.open().ledger_size().unwrap(), 0);
        assert!(database.open().findings_of("maker", "gateway", "1.0").unwrap().is_empty());
        assert_eq!(attempt(true), (Ok(0), 1), "{}", database.name);
    }
}
