//! What continuous integration asks beyond the tests.

use crate::run::{Complaint, cargo};
use crate::test;

/// Format, lints, tests.
pub(crate) fn ci() -> Result<(), Complaint> {
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])?;
    test::test()
}
