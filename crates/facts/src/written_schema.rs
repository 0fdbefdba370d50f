//! The schema of what is written.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

/// The JSON Schema (draft 2020-12) of a type as it is written: what may be left out is not required, what is always there
/// is. A schema of the same type as it is read would promise a reader of ours less, or more, than it finds.
pub fn written_schema<T: JsonSchema + ?Sized>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
