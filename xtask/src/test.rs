//! Everything that must pass before a change lands.

use crate::codegen::{self, Mode};
use crate::journeys::{self, Pictures};
use crate::run::{Complaint, cargo};
use crate::{needs, tidy};

/// Tidy, generated pages, then every test of every room, the stories through the binary and the browser journeys.
pub(crate) fn test() -> Result<(), Complaint> {
    needs::provide()?;
    tidy::tidy()?;
    codegen::codegen(Mode::Compare)?;
    cargo(&["test", "--workspace", "--locked"])?;
    journeys::journeys(Pictures::No, None)
}
