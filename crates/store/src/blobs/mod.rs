//! Documents by digest: written once, whole, and checked against their digest whenever they are read.

mod blob_place;
mod bucket;
mod directory;
mod s3_address;
mod shelves;

pub(crate) use blob_place::BlobPlace;
pub(crate) use s3_address::S3Address;
pub(crate) use shelves::Blobs;
