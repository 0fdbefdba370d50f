//! The command line of `proofmark sbom convert`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use proofmark_actions::SbomForm;
use proofmark_formats::CyclonedxVersion;
use proofmark_text::text;

/// What `sbom convert` is told.
#[derive(Debug, Args)]
pub struct SbomConvertArgs {
    /// The list.
    #[arg(value_name = "FILE", help = text!("bill-cli-file").to_string())]
    pub file: PathBuf,
    /// What it is written as.
    #[arg(long, value_enum, value_name = "FORM", help = text!("bill-cli-to").to_string())]
    pub to: ConvertTo,
    /// Where the document goes.
    #[arg(long, short, value_name = "FILE", help = text!("bill-cli-output").to_string())]
    pub output: Option<PathBuf>,
}

/// The forms that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConvertTo {
    /// `CycloneDX` JSON 1.6.
    #[value(name = "cyclonedx-1.6")]
    Cyclonedx16,
    /// `CycloneDX` JSON 1.7.
    #[value(name = "cyclonedx-1.7")]
    Cyclonedx17,
    /// SPDX JSON 2.3.
    #[value(name = "spdx-2.3")]
    Spdx23,
    /// SPDX JSON-LD 3.0.1.
    #[value(name = "spdx-3.0.1")]
    Spdx301,
}

impl ConvertTo {
    /// The form as the action knows it.
    pub fn form(self) -> SbomForm {
        match self {
            Self::Cyclonedx16 => SbomForm::Cyclonedx(CyclonedxVersion::V1_6),
            Self::Cyclonedx17 => SbomForm::Cyclonedx(CyclonedxVersion::V1_7),
            Self::Spdx23 => SbomForm::Spdx2,
            Self::Spdx301 => SbomForm::Spdx3,
        }
    }
}
