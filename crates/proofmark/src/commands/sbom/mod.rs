//! `proofmark sbom`: what is done with bills of materials themselves, one file a command.

mod check;
mod convert;
mod diff;
mod generate;
mod hand_out;
mod merge;
mod redact;
mod sbom_command;

pub(crate) use sbom_command::sbom;
