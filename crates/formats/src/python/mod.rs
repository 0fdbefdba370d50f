//! What Python's package managers fix, and what an installed package says of itself.

mod locked;
mod metadata;
mod name;
mod pdm;
mod pipfile;
mod poetry;
mod project;
mod pylock;
mod requirements;
mod uv;

pub use metadata::read_python_metadata;
pub use pdm::read_pdm_lock;
pub use pipfile::read_pipfile_lock;
pub use poetry::read_poetry_lock;
pub use project::{PythonProject, read_pipfile, read_pyproject};
pub use pylock::read_pylock;
pub use requirements::{Requirements, included_files, read_requirements};
pub use uv::read_uv_lock;
