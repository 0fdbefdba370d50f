//! A connection to either database, and transactions on it.

use std::cell::RefCell;
use std::time::Duration;

use proofmark_facts::KeepError;

use super::fault::{Fault, SqlError};
use super::postgres::Postgres;
use super::row::Row;
use super::sqlite::Sqlite;
use super::together::{Mark, Together};
use super::value::Value;
use crate::error;

/// How often a transaction that another one came between is done again.
const MOST_TRIES: u32 = 12;

/// The longest pause before it is done again; the first ones are shorter.
const LONGEST_PAUSE: Duration = Duration::from_millis(160);

/// How many rows one statement inserts at most. A server takes a list for each column, however long; in a file each further row
/// makes a statement larger, which is kept.
const MOST_ROWS: usize = 4096;
const MOST_ROWS_IN_A_FILE: usize = 16;

/// A connection to one of the databases.
#[derive(Debug)]
pub(crate) struct Connection {
    database: Database,
    together: RefCell<Together>,
}

/// One of the databases.
#[derive(Debug)]
pub(crate) enum Database {
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

impl From<Database> for Connection {
    fn from(database: Database) -> Self {
        Self { database, together: RefCell::new(Together::Apart) }
    }
}

impl Connection {
    /// Whose words it understands.
    pub(crate) fn dialect(&self) -> Dialect {
        match self.database {
            Database::Sqlite(_) => Dialect::Sqlite,
            Database::Postgres(_) => Dialect::Postgres,
        }
    }

    /// All rows of an answer.
    pub(crate) fn query(&self, statement: &str, values: &[Value]) -> Result<Vec<Row>, SqlError> {
        // Some statements change something and answer with what they changed.
        if !statement.starts_with("SELECT") && !statement.starts_with("WITH") {
            self.open()?;
        }
        match &self.database {
            Database::Sqlite(connection) => connection.query(statement, values),
            Database::Postgres(connection) => connection.query(statement, values),
        }
    }

    /// The first row of an answer.
    pub(crate) fn first(&self, statement: &str, values: &[Value]) -> Result<Option<Row>, SqlError> {
        Ok(self.query(statement, values)?.into_iter().next())
    }

    /// Does something and says how many rows it touched.
    pub(crate) fn execute(&self, statement: &str, values: &[Value]) -> Result<u64, SqlError> {
        self.open()?;
        self.execute_here(statement, values)
    }

    /// The same, in whatever transaction is open.
    fn execute_here(&self, statement: &str, values: &[Value]) -> Result<u64, SqlError> {
        match &self.database {
            Database::Sqlite(connection) => connection.execute(statement, values),
            Database::Postgres(connection) => connection.execute(statement, values),
        }
    }

    /// Runs statements without values, as they are.
    pub(crate) fn run(&self, statements: &str) -> Result<(), SqlError> {
        match &self.database {
            Database::Sqlite(connection) => connection.run(statements),
            Database::Postgres(connection) => connection.run(statements),
        }
    }

    /// Inserts rows, many with one statement: `into` names table and columns, `or_else` what to do on a conflict.
    pub(crate) fn insert(&self, into: &str, rows: &[Vec<Value>], or_else: &str) -> Result<(), SqlError> {
        if let Database::Postgres(connection) = &self.database {
            self.open()?;
            return rows.chunks(MOST_ROWS).try_for_each(|these| connection.insert(into, these, or_else));
        }
        let mut rest = rows;
        while let Some(first) = rest.first() {
            // Halving sizes: few different statements, each prepared once.
            let count = rest.len().min(MOST_ROWS_IN_A_FILE).next_power_of_two();
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
        self.open()?;
        let part = self.is_together();
        if part {
            self.run("SAVEPOINT part")?;
        } else {
            self.begin()?;
        }
        let mut open = OpenTransaction { connection: self, part, committed: false };
        let result = work(self)?;
        self.run(if part { "RELEASE SAVEPOINT part" } else { "COMMIT" })?;
        open.committed = true;
        Ok(result)
    }

    /// Asks several things of one moment; nothing is written.
    pub(crate) fn at_one_moment<T>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, SqlError>,
    ) -> Result<T, SqlError> {
        if self.is_together() {
            return work(self);
        }
        self.run(match self.dialect() {
            Dialect::Sqlite => "BEGIN DEFERRED",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        })?;
        let mut open = OpenTransaction { connection: self, part: false, committed: false };
        let answer = work(self)?;
        self.run("COMMIT")?;
        open.committed = true;
        Ok(answer)
    }

    /// Does something in a transaction that is taken back, whatever comes of it.
    pub(crate) fn for_nothing<T>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, SqlError>,
    ) -> Result<T, SqlError> {
        let part = self.is_together();
        if part {
            self.run("SAVEPOINT part")?;
        } else {
            self.begin()?;
        }
        let _taken_back = OpenTransaction { connection: self, part, committed: false };
        work(self)
    }

    fn begin(&self) -> Result<(), SqlError> {
        match &self.database {
            Database::Sqlite(connection) => connection.begin(),
            Database::Postgres(connection) => connection.run("BEGIN ISOLATION LEVEL READ COMMITTED"),
        }
    }

    /// From now on all writes are one transaction. The first of them opens it, and puts this mark before anything else: where
    /// the mark cannot be put, nothing is written.
    pub(crate) fn hold_together(&self, mark: Mark) {
        self.part();
        *self.together.borrow_mut() = Together::Promised(mark);
    }

    /// How far writing together has come.
    pub(crate) fn is_together(&self) -> bool {
        matches!(*self.together.borrow(), Together::Open)
    }

    /// Whether the mark was there already: nothing was written then.
    pub(crate) fn is_taken(&self) -> bool {
        matches!(*self.together.borrow(), Together::Taken)
    }

    /// Whether every write stands for itself again.
    pub(crate) fn is_apart(&self) -> bool {
        matches!(*self.together.borrow(), Together::Apart)
    }

    /// Ends the transaction that was opened, so that what was written in it is kept.
    pub(crate) fn keep_together(&self) -> Result<(), SqlError> {
        if self.is_together() {
            self.run("COMMIT")?;
            *self.together.borrow_mut() = Together::Apart;
            self.rest();
        }
        self.part();
        Ok(())
    }

    /// Every write stands for itself again; what was written together and not kept is taken back.
    pub(crate) fn part(&self) {
        if self.is_together() {
            self.take_back("ROLLBACK");
            self.rest();
        }
        *self.together.borrow_mut() = Together::Apart;
    }

    /// Opens the transaction that was promised, before something is written.
    fn open(&self) -> Result<(), SqlError> {
        let mark = match &*self.together.borrow() {
            Together::Apart => return Ok(()),
            Together::Open if self.has_transaction() => return Ok(()),
            Together::Open => return Err(error::taken_back().into()),
            Together::Taken => return Err(error::mark_taken().into()),
            Together::Promised(mark) => mark.clone(),
        };
        self.begin()?;
        let put = self.execute_here(mark.statement, &mark.values);
        if matches!(put, Ok(1)) {
            *self.together.borrow_mut() = Together::Open;
            return Ok(());
        }
        self.take_back("ROLLBACK");
        self.rest();
        put?;
        *self.together.borrow_mut() = Together::Taken;
        Err(error::mark_taken().into())
    }

    /// A file that could not be written takes its transaction back by itself; what came after would be kept alone.
    fn has_transaction(&self) -> bool {
        match &self.database {
            Database::Sqlite(connection) => connection.has_transaction(),
            Database::Postgres(_) => true,
        }
    }

    fn take_back(&self, statements: &str) {
        // Whoever cannot take it back has lost the connection, and the transaction with it.
        let _: Result<(), KeepError> = self.run(statements).map_err(Into::into);
    }

    fn rest(&self) {
        if let Database::Sqlite(connection) = &self.database {
            connection.rest();
        }
    }

    /// Whether it still answers.
    pub(crate) fn is_alive(&self) -> bool {
        match &self.database {
            Database::Sqlite(_) => true,
            Database::Postgres(connection) => connection.is_alive(),
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

/// A transaction, or a part of one, that is taken back unless it was committed, even when the work panics.
struct OpenTransaction<'a> {
    connection: &'a Connection,
    part: bool,
    committed: bool,
}

impl Drop for OpenTransaction<'_> {
    fn drop(&mut self) {
        if !self.committed {
            let part = "ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part";
            self.connection.take_back(if self.part { part } else { "ROLLBACK" });
        }
        if !self.part {
            self.connection.rest();
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
