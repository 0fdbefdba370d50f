//! `proofmark vex`: statements of vulnerabilities in products, one file a command.

mod convert;
mod export;
mod show;
mod vex_command;
mod written;

pub(crate) use vex_command::vex;
