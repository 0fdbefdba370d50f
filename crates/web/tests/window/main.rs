//! The window over a real store, asked through its router: walls, headers, forms, bad input, the life of a product.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod account;
mod bad_input;
mod bodies;
mod bounds;
mod browser;
mod clock_back;
mod commands;
mod counterparts;
mod deeds;
mod desk_operators;
mod desk_people;
mod desk_person;
mod desk_proposals;
mod desk_settings;
mod desk_whose_account;
mod documents;
mod embedded;
mod foreign_fields;
mod foreign_house;
mod foreign_words;
mod frame;
mod german;
mod identity;
mod issuing;
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
mod sessions;
mod stamps;
mod test_house;
mod unknown_names;
mod workload;
