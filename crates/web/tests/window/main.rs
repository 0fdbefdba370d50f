//! The window over a real store, asked through its router: walls, headers, forms, bad input, the life of a product.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod bad_input;
mod bounds;
mod browser;
mod clock_back;
mod commands;
mod desk_operators;
mod desk_people;
mod desk_person;
mod desk_proposals;
mod desk_settings;
mod desk_whose_account;
mod documents;
mod frame;
mod identity;
mod known;
mod life;
mod lists;
mod matrix;
mod memory;
mod once;
mod outside;
mod overview;
mod program;
mod promise;
mod provider;
mod refused;
mod release;
mod stamps;
mod test_house;
mod workload;
