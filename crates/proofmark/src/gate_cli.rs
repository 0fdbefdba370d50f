//! The command line of `proofmark gate`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use proofmark_text::text;

/// What `gate` is told.
#[derive(Debug, Args)]
pub struct GateArgs {
    /// The directory with the dossier.
    #[arg(value_name = "DIR", help = text!("proofmark-cli-assess-dir").to_string())]
    pub directory: PathBuf,
    /// The manufacturer's rules.
    #[arg(long, value_name = "FILE", help = text!("gate-cli-policy").to_string())]
    pub policy: Option<PathBuf>,
    /// Where the verdict goes.
    #[arg(long, value_name = "FILE", help = text!("gate-cli-output").to_string())]
    pub output: Option<PathBuf>,
    /// Reports.
    #[arg(long = "report", value_name = "KIND[=FILE]", value_parser = report)]
    #[arg(help = text!("gate-cli-report").to_string())]
    pub reports: Vec<Report>,
    /// The day the answer is for.
    #[arg(long, alias = "as-of", value_name = "DATE", help = text!("proofmark-cli-assess-as-of").to_string())]
    pub on: Option<Date>,
    /// Another vulnerability database.
    #[arg(long, value_name = "FILE", help = text!("proofmark-cli-assess-db").to_string())]
    pub db: Option<PathBuf>,
    /// Show everything.
    #[arg(long, short, help = text!("gate-cli-all").to_string())]
    pub all: bool,
}

/// A report, and where it goes; without a file, to standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Which.
    pub kind: ReportKind,
    /// Where.
    pub file: Option<PathBuf>,
}

/// What kinds of reports there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// SARIF 2.1.0.
    Sarif,
    /// `JUnit` XML.
    Junit,
    /// Markdown.
    Markdown,
    /// The verdict itself.
    Json,
}

fn report(written: &str) -> Result<Report, String> {
    let (kind, file) = match written.split_once('=') {
        Some((_, "")) => return Err(text!("gate-cli-report-file").to_string()),
        Some((kind, file)) => (kind, Some(PathBuf::from(file))),
        None => (written, None),
    };
    let kind = match kind {
        "sarif" => ReportKind::Sarif,
        "junit" => ReportKind::Junit,
        "markdown" => ReportKind::Markdown,
        "json" => ReportKind::Json,
        _ => return Err(text!("gate-cli-report-kind").to_string()),
    };
    Ok(Report { kind, file })
}
