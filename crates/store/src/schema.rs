//! The schema as it stands, held against the one the migrations make: made anew beside it by the same database, so that both
//! say it in the same words.

use std::collections::BTreeMap;

use proofmark_facts::{SchemaChange, SchemaDifference, SchemaKind};

use crate::error;
use crate::migration::make_empty;
use crate::sql::{Connection, Database, Dialect, SqlError, Sqlite};
use crate::translation::{REFUSES, for_postgres};

/// What is there: by kind and name, the table it is on and what it is.
type Schema = BTreeMap<(SchemaKind, String), (String, String)>;

/// Where the schema differs.
pub(crate) fn differences(connection: &Connection) -> Result<Vec<SchemaDifference>, SqlError> {
    let (wanted, there) = match connection.dialect() {
        Dialect::Sqlite => (wanted_of_sqlite()?, sqlite_schema(connection)?),
        Dialect::Postgres => connection.for_nothing(postgres_schemas)?,
    };
    Ok(compared(&wanted, &there))
}

fn compared(wanted: &Schema, there: &Schema) -> Vec<SchemaDifference> {
    let difference = |(kind, name): &(SchemaKind, String), table: &str, change| SchemaDifference {
        kind: *kind,
        name: name.clone(),
        table: table.to_owned(),
        change,
    };
    let mut differences = Vec::new();
    for (thing, (table, is)) in wanted {
        match there.get(thing) {
            None => differences.push(difference(thing, table, SchemaChange::Missing)),
            Some((_, found)) if found != is => {
                differences.push(difference(thing, table, SchemaChange::Changed));
            }
            Some(_) => {}
        }
    }
    // What is on a table that is gone went with it: one fault, not one an index.
    let tables = there.keys().filter(|(kind, _)| *kind == SchemaKind::Table);
    let tables: Vec<&str> = tables.map(|(_, name)| name.as_str()).collect();
    differences.retain(|one| {
        one.kind == SchemaKind::Table
            || one.kind == SchemaKind::Function
            || tables.contains(&one.table.as_str())
    });
    let acts = |kind: SchemaKind| matches!(kind, SchemaKind::Trigger | SchemaKind::Rule);
    let added = there.iter().filter(|(thing, _)| acts(thing.0) && !wanted.contains_key(thing));
    differences.extend(added.map(|(thing, (table, _))| difference(thing, table, SchemaChange::Added)));
    differences
}

fn wanted_of_sqlite() -> Result<Schema, SqlError> {
    let empty = Connection::from(Database::Sqlite(Sqlite::in_memory()?));
    make_empty(&empty, str::to_owned)?;
    sqlite_schema(&empty)
}

/// SQLite keeps the words everything was made with.
fn sqlite_schema(connection: &Connection) -> Result<Schema, SqlError> {
    let asks = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master \
                WHERE substr(name, 1, 7) <> 'sqlite_' AND type IN ('table', 'index', 'trigger')";
    let mut schema = Schema::new();
    for mut row in connection.query(asks, &[])? {
        let kind = match row.text()?.as_str() {
            "table" => SchemaKind::Table,
            "index" => SchemaKind::Index,
            _ => SchemaKind::Trigger,
        };
        let (name, table) = (row.text()?, row.text()?);
        let words = row.text()?.split_whitespace().collect::<Vec<_>>().join(" ");
        schema.insert((kind, name), (table, words));
    }
    Ok(schema)
}

/// What the server says of a schema. Names of schemas fall away: ours is whatever the address names, the other is a
/// temporary one.
const SCHEMA: &str = "
SELECT 1::bigint, c.relname::text, c.relname::text,
       coalesce((SELECT string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), o.collname,
                                             CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                                             pg_get_expr(d.adbin, d.adrelid)), ', ' ORDER BY a.attnum)
                 FROM pg_catalog.pg_attribute a
                 LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                 LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '')
       || CASE WHEN c.relrowsecurity THEN ' ROW SECURITY' ELSE '' END
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname::text = $1 AND c.relkind = 'r'
UNION ALL
SELECT 2::bigint, c.relname::text || ' ' || k.conname::text, c.relname::text,
       pg_get_constraintdef(k.oid) || k.convalidated::text
FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname::text = $1 AND k.contype <> 'n'
UNION ALL
SELECT 3::bigint, i.relname::text, c.relname::text, pg_get_indexdef(x.indexrelid) || x.indisvalid::text
FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
JOIN pg_catalog.pg_class c ON c.oid = x.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname::text = $1
UNION ALL
SELECT 4::bigint, t.tgname::text, c.relname::text, pg_get_triggerdef(t.oid) || t.tgenabled::text
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname::text = $1 AND NOT t.tgisinternal
UNION ALL
SELECT 5::bigint, r.rulename::text, c.relname::text, pg_get_ruledef(r.oid)
FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname::text = $1 AND c.relkind = 'r'
UNION ALL
SELECT 6::bigint, p.proname::text, '', p.prosrc
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname::text = $1";

/// The schema the migrations make, among temporary tables, and the one that is there.
fn postgres_schemas(connection: &Connection) -> Result<(Schema, Schema), SqlError> {
    let name = |asks: &str| {
        let found = connection.first(asks, &[])?;
        found.ok_or_else(error::unreadable_value)?.text()
    };
    let here = name("SELECT current_schema()::text")?;
    // A temporary function is found by its whole name alone.
    let function = |sql: &str| sql.replace(" proofmark_refuses(", " pg_temp.proofmark_refuses(");
    connection.run("SET LOCAL search_path TO pg_temp")?;
    connection.run(&function(REFUSES))?;
    make_empty(connection, |migration| function(&for_postgres(migration)))?;
    let temporary =
        name("SELECT nspname::text FROM pg_catalog.pg_namespace WHERE oid = pg_my_temp_schema()")?;
    Ok((postgres_schema(connection, &temporary)?, postgres_schema(connection, &here)?))
}

fn postgres_schema(connection: &Connection, schema: &str) -> Result<Schema, SqlError> {
    let asks = SCHEMA.trim_start();
    let of_schema = [format!("{schema}."), format!("\"{schema}\"."), "pg_temp.".to_owned()];
    let mut found = Schema::new();
    for mut row in connection.query(asks, &[schema.into()])? {
        let kind = match row.integer()? {
            1 => SchemaKind::Table,
            2 => SchemaKind::Constraint,
            3 => SchemaKind::Index,
            4 => SchemaKind::Trigger,
            5 => SchemaKind::Rule,
            _ => SchemaKind::Function,
        };
        let (name, table, words) = (row.text()?, row.text()?, row.text()?);
        let words = of_schema.iter().fold(words, |words, name| words.replace(name.as_str(), ""));
        found.insert((kind, name), (table, words));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(things: &[(SchemaKind, &str, &str, &str)]) -> Schema {
        let thing = |(kind, name, table, is): &(SchemaKind, &str, &str, &str)| {
            ((*kind, (*name).to_owned()), ((*table).to_owned(), (*is).to_owned()))
        };
        things.iter().map(thing).collect()
    }

    #[test]
    fn what_is_gone_changed_or_acts_by_itself_is_named_and_an_index_more_is_not() {
        let wanted = schema(&[
            (SchemaKind::Table, "a", "a", "1"),
            (SchemaKind::Table, "b", "b", "1"),
            (SchemaKind::Index, "a_by_name", "a", "1"),
            (SchemaKind::Index, "b_by_name", "b", "1"),
            (SchemaKind::Trigger, "a_stays", "a", "1"),
        ]);
        let there = schema(&[
            (SchemaKind::Table, "a", "a", "1"),
            (SchemaKind::Index, "more", "a", "1"),
            (SchemaKind::Table, "more", "more", "1"),
            (SchemaKind::Trigger, "a_stays", "a", "2"),
            (SchemaKind::Trigger, "lies", "a", "1"),
        ]);
        let found = compared(&wanted, &there);
        let told: Vec<(&str, SchemaChange)> =
            found.iter().map(|one| (one.name.as_str(), one.change)).collect();
        assert_eq!(
            told,
            [
                ("b", SchemaChange::Missing),
                ("a_by_name", SchemaChange::Missing),
                ("a_stays", SchemaChange::Changed),
                ("lies", SchemaChange::Added),
            ],
            "what was on the table that is gone is not named beside it"
        );
    }
}
