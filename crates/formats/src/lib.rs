//! How the world writes it down: bytes to facts and back, one file a standard. This room must never open a
//! file, a socket or a clock, never keep what it read, and never panic, whatever the bytes. Start reading
//! at [`read_cyclonedx`], whose shape every other reader follows.

mod cyclonedx;
mod digest;
mod excerpt;
mod gathered;
mod input;
mod json;
mod limits;
mod problems;

pub use cyclonedx::read_cyclonedx;
pub use limits::Limits;
