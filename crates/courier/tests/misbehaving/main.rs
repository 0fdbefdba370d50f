//! The courier among servers that misbehave: slow, endless, cut off, lying, circling, leading into the house.
//! Everything is on loopback, which each test allows by name where it is meant to be reached.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod answers;
mod fetching;
mod guard;
mod letters;
mod parcels;
mod server;
