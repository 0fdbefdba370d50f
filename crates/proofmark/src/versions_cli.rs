//! The command line of `versions`.

use clap::{Args, Subcommand, ValueEnum};
use proofmark_text::text;

/// What is asked about versions.
#[derive(Debug, Subcommand)]
pub enum VersionsCommand {
    /// Compare two versions.
    #[command(about = text!("cpe-versions-cli-compare").to_string())]
    Compare(CompareArgs),
    /// Hold versions against a range.
    #[command(about = text!("cpe-versions-cli-test").to_string())]
    Test(TestArgs),
}

/// What `versions compare` is told.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The type, as VERS calls it.
    #[arg(value_name = "TYPE", help = text!("cpe-versions-cli-type").to_string())]
    pub kind: String,
    /// The one version.
    #[arg(value_name = "VERSION", allow_hyphen_values = true, help = text!("cpe-versions-cli-one").to_string())]
    pub one: String,
    /// The other one.
    #[arg(value_name = "OTHER", allow_hyphen_values = true, help = text!("cpe-versions-cli-other").to_string())]
    pub other: String,
    /// What is asked of the two.
    #[arg(long, value_enum, value_name = "RELATION", help = text!("cpe-versions-cli-is").to_string())]
    pub is: Option<Relation>,
}

/// How two versions stand to each other, in the words of scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Relation {
    /// Before it.
    Lt,
    /// Before it or the same.
    Le,
    /// The same.
    Eq,
    /// Not the same.
    Ne,
    /// The same or after it.
    Ge,
    /// After it.
    Gt,
}

/// What `versions test` is told.
#[derive(Debug, Args)]
pub struct TestArgs {
    /// The range.
    #[arg(value_name = "RANGE", allow_hyphen_values = true, help = text!("cpe-versions-cli-range").to_string())]
    pub range: String,
    /// The versions.
    #[arg(value_name = "VERSION", required = true, num_args = 1..)]
    #[arg(help = text!("cpe-versions-cli-versions").to_string())]
    pub versions: Vec<String>,
    /// The type of a range in the notation of a package manager.
    #[arg(long = "type", value_name = "TYPE", help = text!("cpe-versions-cli-native").to_string())]
    pub kind: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Command, Format};

    #[test]
    fn options_behind_the_versions_are_options() {
        let words = [
            "proofmark",
            "versions",
            "test",
            "^1.2",
            "1.3",
            "2.0",
            "--type",
            "npm",
            "--format",
            "json",
            "-q",
        ];
        let cli = Cli::try_parse_from(words).unwrap();
        let Command::Versions(VersionsCommand::Test(args)) = &cli.command else { panic!("another command") };
        assert_eq!((args.range.as_str(), args.kind.as_deref()), ("^1.2", Some("npm")));
        assert_eq!(args.versions, ["1.3", "2.0"]);
        assert_eq!((cli.everywhere.format, cli.everywhere.quiet), (Format::Json, true));
    }

    #[test]
    fn what_looks_like_an_option_is_a_version_behind_two_hyphens_alone() {
        let test = |rest: &[&str]| {
            Cli::try_parse_from(["proofmark", "versions", "test", "vers:foo/-1"].iter().chain(rest))
        };
        assert!(test(&["1.0", "--unheard"]).is_err());
        let cli = test(&["--", "-1"]).unwrap();
        let Command::Versions(VersionsCommand::Test(args)) = &cli.command else { panic!("another command") };
        assert_eq!(args.versions, ["-1"]);
    }
}
