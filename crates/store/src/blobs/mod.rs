//! Documents by digest: written once, whole, and checked against their digest whenever they are read.

mod bucket;
mod directory;
mod s3_address;
mod shelves;

pub(crate) use s3_address::S3Address;
pub(crate) use shelves::Blobs;
