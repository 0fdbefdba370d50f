//! A connection to either database, and transactions on it.

use std::time::Duration;

use proofmark_facts::KeepError;

use super::fault::{Fault, SqlError};
use super::postgres::Postgres;
use super::row::Row;
use super::sqlite::Sqlite;
use super::value::Value;

/// How often a transaction that another one came between is done again.
const MOST_TRIES: u32 = 12;

/// The longest pause before it is done again; the first ones are shorter.
const LONGEST_PAUSE: Duration = Duration::from_millis(160);

/// How many rows one statement inserts at most. For a server each statement is a journey; in a file each further row only
/// makes a statement larger, which is kept.
const MOST_ROWS: usize = 256;
const MOST_ROWS_IN_A_FILE: usize = 16;

/// A connection to one of the databases.
#[derive(Debug)]
pub(crate) enum Connection {
    /// A file on this machine.
    Sqlite(Sqlite),
    /// A server.
    Postgres(Box<Postgres>),
}

/// Which database's words a statement needs where they differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// SQLite's.
    Sqlite,
    /// PostgreSQL's.
    Postgres,
}

impl Connection {
    /// Whose words it understands.
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite(_) => Dialect::Sqlite,
            Self::Postgres(_) => Dialect::Postgres,
        }
    }

    /// All rows of an answer.
    pub(crate) fn query(&self, statement: &str, values: &[Value]) -> Result<Vec<Row>, SqlError> {
        match self {
            Self::Sqlite(connection) => connection.query(statement, values),
            Self::Postgres(connection) => connection.query(statement, values),
        }
    }

    /// The first row of an answer.
    pub(crate) fn first(&self, statement: &str, values: &[Value]) -> Result<Option<Row>, SqlError> {
        Ok(self.query(statement, values)?.into_iter().next())
    }

    /// Does something and says how many rows it touched.
    pub(crate) fn execute(&self, statement: &str, values: &[Value]) -> Result<u64, SqlError> {
        match self {
            Self::Sqlite(connection) => connection.execute(statement, values),
            Self::Postgres(connection) => connection.execute(statement, values),
        }
    }

    /// Runs statements without values, as they are.
    pub(crate) fn run(&self, statements: &str) -> Result<(), SqlError> {
        match self {
            Self::Sqlite(connection) => connection.run(statements),
            Self::Postgres(connection) => connection.run(statements),
        }
    }

    /// Inserts rows, many with one statement: `into` names table and columns, `or_else` what to do on a conflict.
    pub(crate) fn insert(&self, into: &str, rows: &[Vec<Value>], or_else: &str) -> Result<(), SqlError> {
        let most = match self.dialect() {
            Dialect::Sqlite => MOST_ROWS_IN_A_FILE,
            Dialect::Postgres => MOST_ROWS,
        };
        let mut rest = rows;
        while let Some(first) = rest.first() {
            // Halving sizes: few different statements, each prepared once.
            let count = rest.len().min(most).next_power_of_two();
            let count = if count > rest.len() { count / 2 } else { count };
            let (these, others) = rest.split_at(count);
            let statement = format!("INSERT INTO {into} VALUES {} {or_else}", places(count, first.len()));
            self.execute(&statement, &these.concat())?;
            rest = others;
        }
        Ok(())
    }

    /// Does all of it or nothing, and does it again where another transaction came between.
    pub(crate) fn transaction<T>(
        &self,
        mut work: impl FnMut(&Self) -> Result<T, SqlError>,
    ) -> Result<T, SqlError> {
        let mut pause = Duration::from_millis(5);
        for _ in 1..MOST_TRIES {
            match self.try_once(&mut work) {
                Err(error) if error.fault == Fault::Conflict => std::thread::sleep(pause),
                done => return done,
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        self.try_once(&mut work)
    }

    fn try_once<T>(&self, work: &mut impl FnMut(&Self) -> Result<T, SqlError>) -> Result<T, SqlError> {
        match self {
            Self::Sqlite(connection) => connection.begin()?,
            Self::Postgres(connection) => connection.run("BEGIN ISOLATION LEVEL READ COMMITTED")?,
        }
        let mut open = OpenTransaction { connection: self, committed: false };
        let result = work(self)?;
        self.run("COMMIT")?;
        open.committed = true;
        Ok(result)
    }

    /// Asks several things of one moment; nothing is written.
    pub(crate) fn at_one_moment<T>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, SqlError>,
    ) -> Result<T, SqlError> {
        self.run(match self {
            Self::Sqlite(_) => "BEGIN DEFERRED",
            Self::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        })?;
        let mut open = OpenTransaction { connection: self, committed: false };
        let answer = work(self)?;
        self.run("COMMIT")?;
        open.committed = true;
        Ok(answer)
    }

    /// Whether it still answers.
    pub(crate) fn is_alive(&self) -> bool {
        match self {
            Self::Sqlite(_) => true,
            Self::Postgres(connection) => connection.is_alive(),
        }
    }

    /// The words for "this text holds the one at the place of a value", letter by letter.
    pub(crate) fn holds(&self, column: &str, place: &str) -> String {
        match self.dialect() {
            Dialect::Sqlite => format!("instr({column}, {place}) > 0"),
            Dialect::Postgres => format!("strpos({column}, {place}) > 0"),
        }
    }

    /// The words for "among the numbers of this JSON list" at the place of a value.
    pub(crate) fn among_numbers(&self, place: &str) -> String {
        match self.dialect() {
            Dialect::Sqlite => format!("IN (SELECT value FROM json_each({place}))"),
            Dialect::Postgres => {
                format!("= ANY (ARRAY(SELECT jsonb_array_elements_text({place}::text::jsonb)::bigint))")
            }
        }
    }

    /// The words for a table of the numbers in the lists of this JSON list, under these names.
    pub(crate) fn table_of_numbers(&self, place: &str, names: &[&str]) -> String {
        let column = |(number, name): (usize, &&str)| format!("CAST(value ->> {number} AS BIGINT) AS {name}");
        let columns = names.iter().enumerate().map(column).collect::<Vec<_>>().join(", ");
        let lists = match self.dialect() {
            Dialect::Sqlite => format!("json_each({place})"),
            Dialect::Postgres => format!("jsonb_array_elements({place}::text::jsonb) AS lists (value)"),
        };
        format!("(SELECT {columns} FROM {lists})")
    }

    /// The words that ask each row by itself whether it is among the texts of this JSON list: no index is chosen for it.
    pub(crate) fn is_one_of(&self, column: &str, place: &str) -> String {
        let listed = match self.dialect() {
            Dialect::Sqlite => format!("SELECT value FROM json_each({place})"),
            Dialect::Postgres => format!("SELECT jsonb_array_elements_text({place}::text::jsonb)"),
        };
        format!("({column} IN ({listed})) IS TRUE")
    }

    /// The words for "among the texts of this JSON list" at the place of a value.
    pub(crate) fn among(&self, place: &str) -> String {
        match self.dialect() {
            Dialect::Sqlite => format!("IN (SELECT value FROM json_each({place}))"),
            Dialect::Postgres => {
                format!("= ANY (ARRAY(SELECT jsonb_array_elements_text({place}::text::jsonb)))")
            }
        }
    }
}

/// A transaction that is taken back unless it was committed, even when the work panics.
struct OpenTransaction<'a> {
    connection: &'a Connection,
    committed: bool,
}

impl Drop for OpenTransaction<'_> {
    fn drop(&mut self) {
        if !self.committed {
            // Whoever cannot take it back has lost the connection, and the transaction with it.
            let _: Result<(), KeepError> = self.connection.run("ROLLBACK").map_err(Into::into);
        }
        if let Connection::Sqlite(connection) = self.connection {
            connection.rest();
        }
    }
}

/// `($1, $2), ($3, $4)` for two rows of two.
fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let values: Vec<String> =
            (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", values.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
