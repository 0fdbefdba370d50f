//! Statements of vulnerabilities in products (VEX), read from and written as OpenVEX, CSAF, CycloneDX and SPDX 3. How their words stand
//! to each other is one table: `proofmark_facts::STATUS_WORDS` and `JUSTIFICATION_WORDS`.

mod csaf;
mod csaf_products;
mod csaf_write;
mod cyclonedx;
mod cyclonedx_write;
mod labelled;
mod noticing;
mod openvex;
mod openvex_write;
mod read;
mod spdx;
mod spdx_write;
mod written;

pub use csaf_write::write_csaf_vex;
pub use cyclonedx_write::write_cyclonedx_vex;
pub use openvex_write::write_openvex;
pub use read::{VexFormat, is_vex, read_vex};
pub use spdx_write::write_spdx_vex;
pub use written::{VexHeading, WrittenVex};
