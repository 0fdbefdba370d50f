//! Looks at what lies on a disk: a source tree, what a build made of it, a root file system. This room must never write, never follow
//! a link, and never decide what something it found means. Start reading at [`walk`].

mod limits;
mod walk;

pub use limits::WalkLimits;
pub use walk::{look_for, walk};
