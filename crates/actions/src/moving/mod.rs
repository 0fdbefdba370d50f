//! The complete record on its way out, readable without Proofmark, and into another store.

mod export_record;
mod exported;
mod import_record;
mod verify_export;

pub use export_record::{ExportOrder, MovableRecord, Outlet, export_record};
pub use exported::{
    EXPORT_MANIFEST, ExportManifest, ExportedCheckpoint, ExportedDocument, ExportedFile, ExportedJob,
    ExportedLedger, ExportedRecord, ExportedRow,
};
pub use import_record::{FillableRecord, import_record};
pub use verify_export::{Inlet, verify_export};
