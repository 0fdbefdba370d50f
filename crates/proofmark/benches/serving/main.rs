//! The window under load: a portfolio is filled, the release binary serves it, and every page is asked for at a steady
//! rate, beside a bare server of the same framework and the database's own answers, all in the same run.
//!
//! `cargo bench -p proofmark --bench serving -- [--full] [--products N] [--releases N] [--components N] [--findings N]
//! [--seconds N] [--rate N] [--database sqlite|postgres|both] [--keep DIR]`
//!
//! Without arguments it is small: 40 products of 5 releases of 100 components, done in a minute or two. `--full` is 1,000 of
//! 20 of 500, ten million components and as many findings: some 20 GB and an hour. `docs/performance.md` has what was seen.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop")]
#![expect(clippy::print_stdout, reason = "the table is what this program is for")]
#![expect(clippy::cast_precision_loss, reason = "what is shown has three digits")]

mod bare;
mod client;
mod cluster;
mod database;
mod filling;
mod handing_in;
mod limited;
mod load;
mod material;
mod measures;
mod pages;
#[path = "../../../store/tests/contract/postgres_programs.rs"]
mod postgres_programs;
mod process;
mod random;
mod served;
mod size;
mod table;

use crate::size::Size;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().map(String::as_str) == Some("bare") {
        return bare::serve();
    }
    let size = Size::of(&arguments);
    for database in database::wanted(&size) {
        measures::measure(&database, &size);
    }
}
