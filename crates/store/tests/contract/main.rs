//! What every store promises, told once and held against every database behind it.
//!
//! The tests start a PostgreSQL of their own when its programs are on this machine, and say so when they are not.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![expect(clippy::print_stderr, reason = "a test that skips says so")]

mod bucket;
mod bucket_server;
mod cluster;
mod components;
mod crash;
mod databases;
mod finding_filters;
mod identifiers;
mod jobs;
mod ledger;
mod lists;
mod migration;
mod moving;
mod overviews;
mod packages;
mod passing;
mod pool;
mod postgres_programs;
mod proving;
mod records;
mod samples;
mod schema;
mod tenants;
mod together;
