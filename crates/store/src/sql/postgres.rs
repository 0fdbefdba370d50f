//! PostgreSQL: the database of a company, on a server that many nodes share.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::error::Error as _;
use std::fmt;
use std::time::{Duration, Instant};

use postgres::error::SqlState;
use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, NoTls, Statement};
use proofmark_facts::KeepError;
use proofmark_text::text;

use super::fault::{Fault, SqlError};
use super::postgres_address::PostgresAddress;
use super::row::Row;
use super::tls::encryption;
use super::value::Value;
use crate::error;

/// How many prepared statements are kept; filters make many, so there is an end.
const STATEMENTS: usize = 300;

/// A connection used this recently is taken to be alive without asking.
const FRESH: Duration = Duration::from_millis(500);

/// How long a connection may take to say that it is alive.
const ANSWERS_WITHIN: Duration = Duration::from_secs(3);

/// What every session sets. The limits are for a server that hangs, not for slow statements; plans are made for the
/// values at hand, since a list's best plan depends on them.
const SESSION: &str = "SET lock_timeout = '30s'; SET statement_timeout = '300s'; \
    SET idle_in_transaction_session_timeout = '60s'; SET plan_cache_mode = force_custom_plan; \
    SET client_min_messages = warning; \
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

/// A connection to a server.
pub(crate) struct Postgres {
    client: RefCell<Client>,
    statements: RefCell<HashMap<String, Statement>>,
    server: String,
    lost: Cell<bool>,
    used_at: Cell<Instant>,
}

impl Postgres {
    /// Connects.
    pub(crate) fn connect(address: &PostgresAddress) -> Result<Self, SqlError> {
        let connected = if address.encrypted {
            address.config.connect(encryption(address.trusted.as_deref())?)
        } else {
            address.config.connect(NoTls)
        };
        let client = connected.map_err(|e| fault(&e, &address.shown))?;
        let postgres = Self {
            client: RefCell::new(client),
            statements: RefCell::default(),
            server: address.shown.clone(),
            lost: Cell::new(false),
            used_at: Cell::new(Instant::now()),
        };
        postgres.run(SESSION)?;
        Ok(postgres)
    }

    /// All rows of an answer.
    pub(crate) fn query(&self, statement: &str, values: &[Value]) -> Result<Vec<Row>, SqlError> {
        let prepared = self.prepared(statement)?;
        let rows = self.client.borrow_mut().query(&prepared, &references(values));
        let rows = rows.map_err(|e| self.fault(&e))?;
        self.used_at.set(Instant::now());
        let row = |row: &postgres::Row| {
            let values: Result<_, _> = (0..row.len()).map(|column| row.try_get(column)).collect();
            values.map(Row::new).map_err(|_| SqlError::from(error::unreadable_value()))
        };
        rows.iter().map(row).collect()
    }

    /// Does something and says how many rows it touched.
    pub(crate) fn execute(&self, statement: &str, values: &[Value]) -> Result<u64, SqlError> {
        let prepared = self.prepared(statement)?;
        let done = self.client.borrow_mut().execute(&prepared, &references(values));
        done.map_err(|e| self.fault(&e))
    }

    /// Inserts rows by one statement, whose words are the same however many they are: a place for each value would be
    /// planned each time.
    pub(crate) fn insert(&self, into: &str, rows: &[Vec<Value>], or_else: &str) -> Result<(), SqlError> {
        let width = rows.first().map_or(0, Vec::len);
        let columns: Vec<Vec<&Value>> =
            (0..width).map(|column| rows.iter().filter_map(|row| row.get(column)).collect()).collect();
        let (mut chosen, mut lists, mut names, mut values) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for column in &columns {
            let Some(kind) = column.iter().find_map(|value| value.kind_on_a_server()) else {
                chosen.push("NULL".to_owned());
                continue;
            };
            values.push(column as &(dyn ToSql + Sync));
            let name = format!("c{}", values.len());
            lists.push(format!("${}::{kind}[]", values.len()));
            chosen.push(name.clone());
            names.push(name);
        }
        let statement = format!(
            "INSERT INTO {into} SELECT {} FROM unnest({}) u ({}) {or_else}",
            chosen.join(", "),
            lists.join(", "),
            names.join(", ")
        );
        let prepared = self.prepared(&statement)?;
        let done = self.client.borrow_mut().execute(&prepared, &values);
        done.map(drop).map_err(|e| self.fault(&e))
    }

    /// Runs statements as they are.
    pub(crate) fn run(&self, statements: &str) -> Result<(), SqlError> {
        let done = self.client.borrow_mut().batch_execute(statements);
        done.map_err(|e| self.fault(&e))
    }

    /// Whether the server still answers on it.
    pub(crate) fn is_alive(&self) -> bool {
        let mut client = self.client.borrow_mut();
        if self.lost.get() || client.is_closed() {
            return false;
        }
        let alive = self.used_at.get().elapsed() < FRESH || client.is_valid(ANSWERS_WITHIN).is_ok();
        self.lost.set(!alive);
        alive
    }

    fn prepared(&self, statement: &str) -> Result<Statement, SqlError> {
        if let Some(known) = self.statements.borrow().get(statement) {
            return Ok(known.clone());
        }
        let prepared = self.client.borrow_mut().prepare(statement).map_err(|e| self.fault(&e))?;
        let mut statements = self.statements.borrow_mut();
        if statements.len() >= STATEMENTS {
            statements.clear();
        }
        statements.insert(statement.to_owned(), prepared.clone());
        Ok(prepared)
    }

    fn fault(&self, error: &postgres::Error) -> SqlError {
        let fault = fault(error, &self.server);
        if fault.fault == Fault::Lost {
            self.lost.set(true);
        }
        fault
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Postgres").field("server", &self.server).finish_non_exhaustive()
    }
}

fn references(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

type Wrong = Box<dyn std::error::Error + Sync + Send>;

impl Value {
    /// What a server calls its kind; nothing is of any.
    fn kind_on_a_server(&self) -> Option<&'static str> {
        match self {
            Self::Null => None,
            Self::Integer(_) => Some("bigint"),
            Self::Text(_) => Some("text"),
            Self::Bytes(_) => Some("bytea"),
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self, of: &Type, out: &mut BytesMut) -> Result<IsNull, Wrong> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(value) => match *of {
                Type::INT4 => i32::try_from(*value)?.to_sql(of, out),
                Type::INT2 => i16::try_from(*value)?.to_sql(of, out),
                _ => value.to_sql(of, out),
            },
            Self::Text(value) => without_zero(value).as_ref().to_sql(of, out),
            Self::Bytes(value) => value.as_slice().to_sql(of, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(of: &Type, raw: &'a [u8]) -> Result<Self, Wrong> {
        Ok(match *of {
            Type::INT8 => Self::Integer(i64::from_sql(of, raw)?),
            Type::INT4 => Self::Integer(i32::from_sql(of, raw)?.into()),
            Type::BOOL => Self::Integer(bool::from_sql(of, raw)?.into()),
            Type::BYTEA => Self::Bytes(raw.to_vec()),
            _ => Self::Text(with_zero(<&str>::from_sql(of, raw)?)),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Wrong> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// The character that stands for zero, which PostgreSQL's text cannot hold and others' component lists may. It is none
/// that text is made of; where it occurs all the same, it is doubled by another sign.
const ESCAPE: char = '\u{10FFFF}';

fn without_zero(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(['\0', ESCAPE]) {
        return text.into();
    }
    text.replace(ESCAPE, "\u{10FFFF}1").replace('\0', "\u{10FFFF}0").into()
}

fn with_zero(text: &str) -> String {
    if !text.contains(ESCAPE) {
        return text.to_owned();
    }
    text.replace("\u{10FFFF}0", "\0").replace("\u{10FFFF}1", "\u{10FFFF}")
}

fn fault(error: &postgres::Error, server: &str) -> SqlError {
    let why = error.as_db_error().map_or_else(|| chain(error), |said| said.message().to_owned());
    let refused = || error::hindrance(text!("store-database", error = &why));
    let Some(code) = error.code() else {
        return SqlError { error: unreachable(server, &why), fault: Fault::Lost };
    };
    let (error, fault) = match *code {
        SqlState::T_R_SERIALIZATION_FAILURE
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::UNIQUE_VIOLATION => (refused(), Fault::Conflict),
        SqlState::LOCK_NOT_AVAILABLE | SqlState::QUERY_CANCELED => {
            (error::hindrance(text!("store-busy")), Fault::Lasting)
        }
        SqlState::DISK_FULL => (error::hindrance(text!("store-disk-full")), Fault::Lasting),
        SqlState::DATA_CORRUPTED | SqlState::INDEX_CORRUPTED => {
            (error::damage(text!("store-damaged", error = &why)), Fault::Lasting)
        }
        SqlState::UNDEFINED_TABLE | SqlState::UNDEFINED_COLUMN | SqlState::UNDEFINED_FUNCTION => {
            let gone = error.as_db_error().and_then(|error| quoted(error.message()));
            let is_table = *code == SqlState::UNDEFINED_TABLE;
            let gone = gone.filter(|_| is_table).map(error::table_gone);
            (gone.unwrap_or_else(|| error::schema_broken(&why)), Fault::Lasting)
        }
        // Classes 08 (connection), 57P (the server is going or coming) and 53300 (no connection left).
        ref code if ["08", "57P", "53300"].iter().any(|class| code.code().starts_with(class)) => {
            (unreachable(server, &why), Fault::Lost)
        }
        _ => (refused(), Fault::Lasting),
    };
    SqlError { error, fault }
}

/// Host and port are named; neither user nor password ever.
fn unreachable(server: &str, why: &str) -> KeepError {
    error::hindrance(text!("store-unreachable", server = server, error = why))
}

/// The name a server quotes, whatever its language's marks are: `relation "record" does not exist`.
fn quoted(message: &str) -> Option<&str> {
    let is_mark =
        |letter: char| matches!(letter, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{AB}' | '\u{BB}');
    message.split(is_mark).nth(1).map(str::trim).filter(|name| !name.is_empty())
}

/// The error with what is behind it, each said once.
fn chain(error: &postgres::Error) -> String {
    let mut said = error.to_string();
    let mut behind = error.source();
    while let Some(error) = behind {
        let words = error.to_string();
        if !said.contains(&words) {
            said = format!("{said}: {words}");
        }
        behind = error.source();
    }
    said
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{quoted, with_zero, without_zero};

    #[test]
    fn a_name_is_found_in_whatever_marks_it_stands() {
        for message in [
            "relation \"record\" does not exist",
            "Relation »record« existiert nicht",
            "la relation « record » n'existe pas",
        ] {
            assert_eq!(quoted(message), Some("record"), "{message}");
        }
        assert_eq!(quoted("nothing is named"), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_went(text in proptest::collection::vec(
            prop_oneof![Just('\0'), Just('\u{10FFFF}'), Just('0'), Just('1'), any::<char>()], 0..12)) {
            let text: String = text.into_iter().collect();
            let kept = without_zero(&text);
            prop_assert!(!kept.contains('\0'));
            prop_assert_eq!(with_zero(&kept), text);
        }
    }
}
