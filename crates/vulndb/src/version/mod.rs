//! Versions: the order of each ecosystem, one file an order. Start reading at [`Order`].

mod alpm;
mod apk;
mod bitnami;
mod built;
mod coarse;
mod composer;
mod conan;
mod dpkg;
mod gem;
mod generic;
mod gentoo;
mod github_action;
mod go;
#[cfg(test)]
mod laws;
mod linux;
mod maven;
mod maven_items;
mod npm;
mod nuget;
mod number;
mod number_list;
mod opam;
mod openssl;
mod order;
mod pep440;
mod perl;
mod plain;
mod read_version;
mod rpm;
mod semver;

pub(crate) use number::is_number;
pub use order::{ORDERS, Order};
pub use read_version::Version;
