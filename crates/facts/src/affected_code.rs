//! What a record says of the source code a vulnerability is in, beside the versions it is in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The code a vulnerability is in, as the kernel's numbering authority names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AffectedCode {
    /// Source files, by their paths in the source tree (CVE Record Format 5, `programFiles`), sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub program_files: Vec<String>,
    /// Commits that fix it, one for each branch it was fixed in, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix_commits: Vec<String>,
}

impl AffectedCode {
    /// Whether it names anything.
    pub fn is_empty(&self) -> bool {
        self.program_files.is_empty() && self.fix_commits.is_empty()
    }

    /// Adds what another record names of the same vulnerability.
    pub fn add(&mut self, other: Self) {
        for (all, more) in
            [(&mut self.program_files, other.program_files), (&mut self.fix_commits, other.fix_commits)]
        {
            all.extend(more);
            all.sort_unstable();
            all.dedup();
        }
    }
}
