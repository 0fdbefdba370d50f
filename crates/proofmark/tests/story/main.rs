//! What people live through with Proofmark, told through the program as it is built: from the first dossier to
//! the pack a stranger checks, and everything that goes wrong on the way.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod bad_input;
mod boundary;
mod cases;
mod check;
mod claims;
mod closed_pipe;
mod cpe;
mod crash;
mod csaf;
mod csaf_check;
#[cfg(unix)]
mod demonstration;
mod devices;
mod door;
mod ecosystems;
mod edge_gateway;
mod embedded;
mod euvd;
mod example;
mod feed_files;
mod feeds;
mod gate;
mod generate;
mod house;
mod interview;
mod issuing;
mod law_map;
mod mirror;
mod modification;
mod own_dossier;
mod pack;
mod papers;
mod password_manager;
mod periods;
mod providers;
mod record;
mod reporting;
mod response_desk;
mod sbom_lists;
mod scan;
mod schemas;
mod served;
mod server;
mod stamps;
mod state_of_the_law;
mod teaching;
mod triage;
mod without_us;
