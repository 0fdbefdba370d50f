//! Feeds: who publishes what is known about vulnerabilities, and where. One file a feed; the register lists them.

mod cisa_kev;
mod epss;
mod feed;
mod osv;
mod osv_almalinux;
mod osv_alpine;
mod osv_bitnami;
mod osv_cran;
mod osv_crates_io;
mod osv_debian;
mod osv_github_actions;
mod osv_go;
mod osv_hackage;
mod osv_hex;
mod osv_linux;
mod osv_maven;
mod osv_npm;
mod osv_nuget;
mod osv_opam;
mod osv_opensuse;
mod osv_oss_fuzz;
mod osv_packagist;
mod osv_pub;
mod osv_pypi;
mod osv_red_hat;
mod osv_rocky_linux;
mod osv_rubygems;
mod osv_suse;
mod osv_swift;
mod osv_ubuntu;
mod register;

pub use feed::{Feed, Layout};
pub use register::{FEEDS, feed_named};
