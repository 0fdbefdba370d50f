//! Copies of feeds on the disk: fetched, checked, kept, carried elsewhere, and made into the database.

mod asking;
mod bundle_in;
mod bundle_out;
mod by_hand;
mod changed_records;
mod clock;
mod copy_check;
mod copy_folder;
mod csaf_documents;
mod failure;
mod feeds_home;
mod fetch_csaf;
mod fetch_files;
mod fetch_osv;
mod on_rhythm;
mod part;
mod patch_zip;
mod rebuild;
mod standings;
mod sync;

pub(crate) use bundle_in::{BundleOrder, import_bundle, is_bundle};
pub(crate) use bundle_out::export_bundle;
pub(crate) use by_hand::{keep_files, read_files};
pub(crate) use clock::Clock;
pub(crate) use feeds_home::FeedsHome;
pub(crate) use on_rhythm::keep_in_rhythm;
pub(crate) use rebuild::{Built, Workshop, build_anew};
pub(crate) use standings::{every_feed, standings};
pub(crate) use sync::{SyncOrder, sync};
