//! The migrations are written as SQLite reads them; this makes of them what PostgreSQL reads.

/// Makes PostgreSQL's words of a migration written in SQLite's. It knows what our migrations use, and no more:
///
/// - `INTEGER` becomes `BIGINT`, `BLOB` becomes `BYTEA`;
/// - `TEXT` compares by bytes (`COLLATE "C"`), as it does in SQLite, so that both give lists in the same order;
/// - `STRICT` and `WITHOUT ROWID` fall away;
/// - a trigger that refuses changes calls the function [`REFUSES`]; one that refuses removals refuses emptying the
///   whole table too, which SQLite has no statement for.
pub(crate) fn for_postgres(migration: &str) -> String {
    let mut translated = String::new();
    for statement in statements(migration) {
        if let Some(trigger) = statement.strip_prefix("CREATE TRIGGER ") {
            translated.push_str(&refusal(trigger));
        } else {
            let table = [") STRICT, WITHOUT ROWID", ") STRICT"];
            let end = table.iter().find_map(|end| statement.strip_suffix(end));
            let plain = end.map_or_else(|| statement.clone(), |start| format!("{start})"));
            translated.push_str(&with_types(&plain));
        }
        translated.push_str(";\n");
    }
    translated
}

/// The function behind every trigger that refuses; created once, before the first migration.
pub(crate) const REFUSES: &str = "CREATE FUNCTION proofmark_refuses() RETURNS trigger LANGUAGE plpgsql AS \
    $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$";

/// `name BEFORE UPDATE ON table BEGIN SELECT RAISE(ABORT, 'why'); END` in PostgreSQL's words.
fn refusal(trigger: &str) -> String {
    let words: Vec<&str> = trigger.split_whitespace().collect();
    let [name, "BEFORE", event, "ON", table, "BEGIN", ..] = words.as_slice() else { return String::new() };
    let why = trigger.split('\'').nth(1).unwrap_or_default();
    let calls = format!("EXECUTE FUNCTION proofmark_refuses('{why}')");
    let refused = format!("CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {calls}");
    if *event != "DELETE" {
        return refused;
    }
    format!("{refused};\nCREATE TRIGGER {name}_at_once BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {calls}")
}

fn with_types(statement: &str) -> String {
    let mut made = String::with_capacity(statement.len());
    let mut word = String::new();
    let mut quoted = false;
    for letter in statement.chars().chain(['\n']) {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        made.push_str(match word.as_str() {
            "INTEGER" if !quoted => "BIGINT",
            "BLOB" if !quoted => "BYTEA",
            "TEXT" if !quoted => "TEXT COLLATE \"C\"",
            other => other,
        });
        word.clear();
        made.push(letter);
        quoted ^= letter == '\'';
    }
    made.truncate(made.trim_end().len());
    made
}

/// The statements of a migration, without comments; a trigger's body belongs to its statement.
fn statements(migration: &str) -> Vec<String> {
    let lines = migration.lines().filter(|line| !line.trim_start().starts_with("--"));
    let text = lines.collect::<Vec<_>>().join("\n");
    let mut statements = Vec::new();
    let mut statement = String::new();
    for part in text.split_inclusive(';') {
        statement.push_str(part);
        let said = statement.trim();
        if said.starts_with("CREATE TRIGGER ") && !said.ends_with("END;") {
            continue;
        }
        let said = said.trim_end_matches(';').trim();
        if !said.is_empty() {
            statements.push(said.to_owned());
        }
        statement.clear();
    }
    statements
}

#[cfg(test)]
mod tests {
    use super::for_postgres;

    #[test]
    fn a_table_keeps_its_columns_and_changes_its_types() {
        let migration = "-- Why it is there; and more.\nCREATE TABLE thing (\n    size INTEGER PRIMARY KEY,\n    \
                         note TEXT NOT NULL,\n    BLOBS BLOB CHECK (note <> 'TEXT')\n) STRICT, WITHOUT ROWID;\n";
        insta::assert_snapshot!(for_postgres(migration), @r#"
        CREATE TABLE thing (
            size BIGINT PRIMARY KEY,
            note TEXT COLLATE "C" NOT NULL,
            BLOBS BYTEA CHECK (note <> 'TEXT')
        );
        "#);
    }

    #[test]
    fn a_refusing_trigger_refuses_in_postgres_too() {
        let migration = "CREATE TRIGGER thing_stays BEFORE DELETE ON thing\n\
                         BEGIN SELECT RAISE(ABORT, 'it stays'); END;\nCREATE INDEX i ON thing (size);";
        insta::assert_snapshot!(for_postgres(migration), @r"
        CREATE TRIGGER thing_stays BEFORE DELETE ON thing FOR EACH ROW EXECUTE FUNCTION proofmark_refuses('it stays');
        CREATE TRIGGER thing_stays_at_once BEFORE TRUNCATE ON thing FOR EACH STATEMENT EXECUTE FUNCTION proofmark_refuses('it stays');
        CREATE INDEX i ON thing (size);
        ");
    }
}
