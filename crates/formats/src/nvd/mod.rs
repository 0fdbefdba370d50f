//! The National Vulnerability Database's JSON of version 2.0: pages of its API and its yearly files, which are one long page
//! each (<https://csrc.nist.gov/schema/nvd/api/2.0/cve_api_json_2.0.schema>).

mod configuration;
mod metric;
mod page;
mod record;

pub use metric::NvdMetric;
pub use page::{NvdPage, begins_as_nvd, read_nvd};
pub use record::NvdRecord;
