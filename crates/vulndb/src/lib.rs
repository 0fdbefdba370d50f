//! What the world has published about vulnerabilities, ready to be asked: one compact, memory-mapped index,
//! and the rules by which a component and an advisory match. This room must never guess: what cannot be decided
//! is said to be undecided, with the reason. Start reading at [`Index::check`], then [`Builder`] and [`Order`].

mod archive;
mod assemble;
mod bounds;
mod builder;
mod changes;
mod check;
mod checked;
mod claim_keeping;
mod claim_reading;
mod claim_record;
mod claim_tables;
mod cluster;
mod coordinates;
mod days;
mod distribution_release;
mod ecosystem;
mod error;
mod gathering;
mod index;
mod index_facts;
mod kept;
mod layout;
mod package_name;
mod product_packages;
mod publish;
mod record;
mod severity;
mod status_ranges;
mod strings;
mod tables;
mod tell;
mod verdict;
mod vers;
mod version;
mod window;

pub use archive::{ArchiveError, Limits, Walked, packs_tar, walk_gz, walk_tar, walk_tar_gz, walk_zip};
pub use builder::Builder;
pub use changes::Changes;
pub use checked::{Answers, Checked};
pub use coordinates::{Coordinates, Release};
pub use ecosystem::Ecosystem;
pub use error::IndexError;
pub use index::Index;
pub use index_facts::{CoverageFacts, IndexFacts, SourceFacts};
pub use publish::publish;
pub use severity::cvss_base_score;
pub use vers::{Comparator, Constraint, VersRange};
pub use version::{ORDERS, Order, Version};
