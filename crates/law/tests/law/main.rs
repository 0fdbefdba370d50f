//! The law against made-up products: one row of a table, one test case; one popular mistake, one test.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod a_product;
mod boundary;
mod calendar;
mod classes;
mod classification;
mod complete;
mod contradictions;
mod definitions;
mod duties;
mod exceptions;
mod facts_that_begin_duties;
mod free_software;
mod lookup;
mod maturity;
mod mistakes;
mod modification;
mod modification_properties;
mod neighbours;
mod operators;
mod penalties;
mod period_arithmetic;
mod periods;
mod periods_properties;
mod properties;
mod readiness;
mod register;
mod remote;
mod reported_events;
mod reporting;
mod reporting_form;
mod reporting_properties;
mod retention;
mod roles;
mod routes;
mod routes_table;
mod rows;
mod schema;
mod scope;
mod standings;
mod state;
mod suppliers;
mod support_period;
mod tailor_made;
mod teaching;
