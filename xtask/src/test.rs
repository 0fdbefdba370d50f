//! Everything that must pass before a change lands.

use crate::codegen::{self, Mode};
use crate::journeys::{self, Pictures};
use crate::run::{Complaint, cargo};
use crate::{fuzz_api, needs, tidy};

/// Tidy, generated pages, then every test of every room, the stories through the binary, the browser journeys and the
/// fuzzing of the API.
pub(crate) fn test() -> Result<(), Complaint> {
    needs::provide()?;
    tidy::tidy()?;
    codegen::codegen(Mode::Compare)?;
    cargo(&["test", "--workspace", "--locked"])?;
    journeys::journeys(Pictures::No, None)?;
    fuzz_api::fuzz_api(fuzz_api::SECONDS)
}
