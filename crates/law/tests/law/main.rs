//! The law against made-up products: one row of a table, one test case; one popular mistake, one test.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod a_product;
mod calendar;
mod classes;
mod complete;
mod contradictions;
mod mistakes;
mod modification;
mod modification_properties;
mod properties;
mod readiness;
mod register;
mod remote;
mod roles;
mod routes;
mod schema;
mod scope;
