//! What the world has published about vulnerabilities, ready to be asked: one compact, memory-mapped index,
//! and the rules by which a component and an advisory match. This room must never guess: what cannot be decided
//! is said to be undecided, with the reason. Start reading at [`Index::check`], then [`Builder`] and [`Order`].

mod archive;
mod assemble;
mod assemble_cpe;
mod bounds;
mod builder;
mod by_cpe;
mod by_package;
mod check;
mod checked;
mod cluster;
mod conclusion;
mod coordinates;
mod cpe_asked;
mod cpe_fit;
mod cpe_relation;
mod cpe_statement;
mod distribution_release;
mod ecosystem;
mod error;
mod gathering;
mod index;
mod index_facts;
mod kept;
mod kept_cpe;
mod layout;
mod package_name;
mod publish;
mod record;
mod severity;
mod strings;
mod surroundings;
mod tables;
mod verdict;
mod vers;
mod version;
mod window;

pub use archive::{ArchiveError, Limits, Walked, packs_tar, walk_gz, walk_tar, walk_tar_gz, walk_zip};
pub use builder::Builder;
pub use checked::{Answers, Checked};
pub use coordinates::{Coordinates, Release};
pub use ecosystem::Ecosystem;
pub use error::IndexError;
pub use index::Index;
pub use index_facts::{CoverageFacts, IndexFacts, SourceFacts};
pub use publish::publish;
pub use vers::{Comparator, Constraint, VersRange};
pub use version::{ORDERS, Order, Version};
