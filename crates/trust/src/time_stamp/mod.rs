//! Time stamps: somebody else's word that something was there at an instant (RFC 3161, with RFC 5816).
//!
//! A [`StampRequest`] is what is sent to a time-stamping authority, [`TimeStamp::from_answer`] reads what comes back, and
//! [`TimeStamp::verify`] says what it is worth under the roots one trusts. Revocation is not asked here: that needs a
//! network, and a token must be checked in ten years without one.

mod certificate;
mod der;
mod error;
mod oid;
mod request;
mod roots;
mod signed_data;
mod stamped_info;
mod token;

pub use error::TimeStampError;
pub use oid::Oid;
pub use request::StampRequest;
pub use roots::StampRoots;
pub use token::{Stamped, TimeStamp};
