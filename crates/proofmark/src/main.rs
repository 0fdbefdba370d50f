//! The program: runs, and ends with one of the promised exit codes.

use std::process::ExitCode;

fn main() -> ExitCode {
    proofmark::watch_for_bugs();
    proofmark::run().into()
}
