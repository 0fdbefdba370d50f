//! `proofmark sbom`: what is done with bills of materials themselves, one file a command.

mod check;
mod diff;
mod generate;
mod sbom_command;

pub(crate) use sbom_command::sbom;
