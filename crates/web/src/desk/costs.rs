//! What work on a release costs in memory, measured on releases of 300,000 components (`docs/performance.md`): a little more
//! than was seen, because lists differ.

/// Bytes of memory for each byte of a component list that is read into a graph.
pub(super) const LIST_COSTS: u64 = 11;

/// Bytes of memory for each byte of a component list or an advisory in an assessment.
pub const ASSESSING_COSTS: u64 = 16;

/// Bytes of memory for each byte of a kept assessment.
pub(super) const SAID_COSTS: u64 = 4;

/// Bytes of memory for each row of a finding.
pub(super) const ROW_COSTS: u64 = 1024;

/// Bytes of memory for each byte of a file that is only carried: as it came, and once more where it is kept or packed.
pub(super) const CARRYING_COSTS: u64 = 2;
