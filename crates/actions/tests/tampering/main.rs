//! Somebody with a database shell: whatever row of whatever table they change, add or take away, the verification names
//! it. Every table of every migration is in the list of `tables`, with what holds it or why nothing need hold it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[expect(
    dead_code,
    clippy::print_stderr,
    reason = "the store's own tests ask more of it, and are told what is missing"
)]
#[path = "../../../store/tests/contract/cluster.rs"]
mod cluster;
#[path = "../../../store/tests/contract/postgres_programs.rs"]
mod postgres_programs;
mod shell;
mod tables;
mod world;

use std::collections::BTreeMap;

use crate::shell::Shell;
use crate::tables::{Held, TABLES, Table};
use crate::world::World;

/// The columns of every table there is, with their types.
fn columns(world: &World) -> BTreeMap<String, Vec<(String, String)>> {
    let database = rusqlite::Connection::open(world.file()).unwrap();
    let asks = "SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c \
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
    let mut statement = database.prepare(asks).unwrap();
    let mut found: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    });
    for row in rows.unwrap() {
        let (table, column, is) = row.unwrap();
        found.entry(table).or_default().push((column, is));
    }
    found
}

#[test]
fn every_table_is_held_by_something_or_says_why_not() {
    let there: Vec<String> = columns(&World::new()).into_keys().collect();
    let mut listed: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    listed.sort_unstable();
    assert_eq!(listed, there, "a migration adds a table: say in `tables` what holds it, or why nothing need");
    for table in TABLES {
        let (Held::By(reason) | Held::Not(reason)) = table.held;
        assert!(reason.len() > 15, "{}: {reason}", table.name);
    }
}

#[test]
fn every_column_that_is_held_is_named_when_it_is_changed_on_sqlite() {
    tampered(&Shell::sqlite(World::new()));
}

#[test]
fn every_column_that_is_held_is_named_when_it_is_changed_on_postgresql() {
    if let Some(cluster) = cluster::Cluster::shared() {
        tampered(&Shell::postgres(World::on(&cluster.new_database("tampering")), cluster, "tampering"));
    }
}

/// Changes each column of each table that is held, adds a row to it and takes rows away, each in a copy of its own.
fn tampered(shell: &Shell) {
    assert_eq!(shell.faults_after(""), Vec::new(), "nobody touched it");
    let columns = columns(&World::new());
    let mut silent = Vec::new();
    for table in TABLES.iter().filter(|table| matches!(table.held, Held::By(_))) {
        for statement in statements(table, &columns[table.name]) {
            let found = shell.faults_after(&statement);
            let names = |(id, says): &(&str, String)| {
                says.contains(&format!("`{}`", table.name)) || table.also.contains(id)
            };
            if !found.iter().any(names) {
                silent.push(format!("{statement}: {found:?}"));
            }
        }
    }
    assert!(silent.is_empty(), "not named:\n{}", silent.join("\n"));
}

/// What somebody does to a table: each column changed, a row added, rows taken away.
fn statements(table: &Table, columns: &[(String, String)]) -> Vec<String> {
    let name = table.name;
    let special = |what: &str| table.special.iter().find(|(column, _)| *column == what).map(|(_, sql)| *sql);
    let another = |column: &str, is: &str| match is {
        "INTEGER" => format!("{column} - 1000"),
        _ => format!("{column} || 'x'"),
    };
    let mut statements = Vec::new();
    for (column, is) in columns {
        statements.push(match special(column) {
            Some(sql) => sql.to_owned(),
            None => format!("UPDATE {name} SET {column} = {}", another(column, is)),
        });
    }
    let (first, is) = &columns[0];
    let list: Vec<&str> = columns.iter().map(|(column, _)| column.as_str()).collect();
    let (all, others) = (list.join(", "), list[1..].join(", "));
    let key = another(first, is);
    let comma = if others.is_empty() { "" } else { ", " };
    let add = || format!("INSERT INTO {name} ({all}) SELECT {key}{comma}{others} FROM {name}");
    statements.push(special("add").map_or_else(add, str::to_owned));
    statements.push(special("remove").map_or_else(|| format!("DELETE FROM {name}"), str::to_owned));
    statements.retain(|statement| !statement.is_empty());
    statements
}
