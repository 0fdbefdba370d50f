//! Proofmark's automation. It must never be needed to use the product, only to change it. Start reading at
//! [`Task`]: each task is a file.
#![expect(clippy::print_stderr, reason = "this program talks to a developer")]

mod ci;
mod codegen;
mod codegen_feeds;
mod codegen_gitlab;
mod codegen_standards;
mod fuzz;
mod fuzz_api;
mod generate_compare;
mod journeys;
mod judges;
mod manual;
mod needs;
mod race;
mod readers;
mod run;
mod test;
mod tidy;

use std::process::ExitCode;

use journeys::Pictures;

/// What can be asked for.
const USAGE: &str = "\
cargo xtask test              everything that must pass; installs what it needs when it may
cargo xtask ci                format, lints, then `test`
cargo xtask journeys [word]   the browser journeys, or those whose file has the word in its name
cargo xtask pictures          the browser journeys, keeping pictures in docs/pictures
cargo xtask fuzz-api [secs]   ask the API everything its description allows, and more
cargo xtask fuzz [secs [name]] the fuzz targets (or those whose name begins so) in turn, an hour each
cargo xtask race [dir]        race `scan` against other scanners and explain every difference
cargo xtask judges [dir]      hold `sbom check` against two other judges of bills of materials
cargo xtask readers           show what we write to libraries and validators of others
cargo xtask generate-compare  hold component lists of published packages against another generator's
cargo xtask tidy              the house rules that no compiler checks
cargo xtask codegen [--check] write (or compare) the generated pages and schemas";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["test"] => test::test(),
        ["ci"] => ci::ci(),
        ["journeys"] => journeys::journeys(Pictures::No, None),
        ["journeys", word] => journeys::journeys(Pictures::No, Some(word)),
        ["pictures"] => journeys::journeys(Pictures::Keep, None),
        ["fuzz-api"] => fuzz_api::fuzz_api(fuzz_api::SECONDS),
        ["fuzz-api", seconds] => fuzz_api::fuzz_api(seconds),
        ["fuzz"] => fuzz::fuzz(fuzz::SECONDS, ""),
        ["fuzz", seconds] => fuzz::fuzz(seconds, ""),
        ["fuzz", seconds, beginning] => fuzz::fuzz(seconds, beginning),
        ["race"] => race::race(None),
        ["race", data] => race::race(Some(data)),
        ["judges"] => judges::compare(None),
        ["judges", data] => judges::compare(Some(data)),
        ["readers"] => readers::readers(),
        ["generate-compare"] => generate_compare::generate_compare(),
        ["tidy"] => tidy::tidy(),
        ["codegen"] => codegen::codegen(codegen::Mode::Write),
        ["codegen", "--check"] => codegen::codegen(codegen::Mode::Compare),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(complaint) => {
            eprintln!("\n{complaint}");
            ExitCode::FAILURE
        }
    }
}
