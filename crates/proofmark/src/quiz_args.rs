//! The command line of `proofmark quiz`.

use clap::Args;
use proofmark_text::text;

/// What `quiz` is told.
#[derive(Debug, Args)]
pub struct QuizArgs {
    /// How many questions.
    #[arg(long, value_name = "N", default_value_t = 10)]
    #[arg(value_parser = clap::value_parser!(u8).range(1..=100))]
    #[arg(help = text!("teaching-cli-quiz-count").to_string())]
    pub count: u8,
    /// Which questions.
    #[arg(long, value_name = "N", help = text!("teaching-cli-quiz-seed").to_string())]
    pub seed: Option<u64>,
}
