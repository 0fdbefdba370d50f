//! What `law map` answers programs: rows of the mapping, with all that is needed to judge them.

use jiff::civil::Date;
use proofmark_law::{MappedStandard, MappingOrigin, MappingRow, StandardsMapping};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

/// The rows asked for, their standards with the editions, and whose mappings they are.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StandardsReport {
    /// Never: a mapping presumes nothing (Article 27(1)).
    pub presumption_of_conformity: bool,
    /// The same as a sentence.
    pub caution: Text,
    /// The day the mapping's sources were read.
    pub read_on: Date,
    /// The rows, by requirement, then standard, then origin.
    pub rows: Vec<MappingRow>,
    /// The standards they name.
    pub standards: Vec<MappedStandard>,
    /// The origins they name.
    pub origins: Vec<MappingOrigin>,
}

impl StandardsReport {
    /// These rows of the mapping.
    pub(crate) fn of(mapping: &StandardsMapping, rows: &[&MappingRow]) -> Self {
        let named = |standard: &&MappedStandard| rows.iter().any(|row| row.standard == standard.name);
        let meant = |origin: &&MappingOrigin| rows.iter().any(|row| row.origin == origin.id);
        Self {
            presumption_of_conformity: false,
            caution: text!("neighbours-map-caution"),
            read_on: mapping.read_on,
            rows: rows.iter().map(|row| (*row).clone()).collect(),
            standards: mapping.standards.iter().filter(named).cloned().collect(),
            origins: mapping.origins.iter().filter(meant).cloned().collect(),
        }
    }
}
