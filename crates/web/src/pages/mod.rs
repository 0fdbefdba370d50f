//! What people see: one file a page, each with the forms on it.

mod assets;
mod front;
mod preferences;
mod reader_of;
mod sign_in;

pub(crate) use assets::asset;
pub(crate) use front::front;
pub(crate) use preferences::preferences;
pub(crate) use sign_in::sign_in_page;
