//! The door: command line, files, clock and wiring; the only place that knows every room. It must never
//! decide what the law asks or what may be kept: it opens, hands to one action, and shows. Start reading
//! at [`run`], then the commands.

mod address;
mod advisories;
mod attesting_cli;
mod audience;
mod cli;
mod clock_report;
mod commands;
mod declaration_cli;
mod demo;
mod directory;
mod doctor_report;
mod exit;
mod export_folder;
mod feed_provider_cli;
mod feeds;
mod feeds_cli;
mod gate_cli;
mod going_out;
mod going_out_args;
mod home;
mod law_in_use;
mod log;
mod new_database;
mod packed_archive;
mod progress;
mod provider_name;
mod record_cli;
mod remote;
mod run;
mod sbom_cli;
mod scan_args;
mod schema_cli;
mod serve_args;
mod served_house;
mod session;
mod show;
mod sources;
mod spare_memory;
mod standards_report;
mod versions_cli;
mod whereabouts;
mod worker;
mod write;

pub use cli::Cli;
pub use clock_report::ClockReport;
pub use commands::schema_of;
pub use doctor_report::{DoctorCheck, DoctorReport, Health};
pub use exit::Exit;
pub use law_in_use::LawInUse;
pub use remote::read_refusal;
pub use run::{run, watch_for_bugs};
pub use schema_cli::SchemaName;
pub use standards_report::StandardsReport;
pub use worker::{KeyBox, Outside, Worker, WorkerHandle, WorkerOptions};
