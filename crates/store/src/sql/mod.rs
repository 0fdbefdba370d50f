//! One way to speak SQL with both databases: statements are written once, with `$1`, `$2`… for their values.

mod connection;
mod fault;
mod postgres;
mod postgres_address;
mod row;
mod sqlite;
mod tls;
mod together;
mod value;

pub(crate) use connection::{Connection, Database, Dialect};
pub(crate) use fault::SqlError;
pub(crate) use postgres::Postgres;
pub(crate) use postgres_address::PostgresAddress;
pub(crate) use row::Row;
pub(crate) use sqlite::Sqlite;
pub(crate) use together::Mark;
pub(crate) use value::{Value, micros};
