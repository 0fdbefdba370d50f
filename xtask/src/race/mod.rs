//! Races `scan` against independent scanners on the same lists and advisories, and explains every difference
//! (`docs/differences.md`). Start reading at [`race`].

mod appthreat;
mod bbolt;
mod course;
mod differences;
mod found;
pub(crate) mod lists;
mod ours;
mod records;
mod stopwatch;
mod trivy;

pub(crate) use course::race;
