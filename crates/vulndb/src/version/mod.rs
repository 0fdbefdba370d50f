//! Versions: the exact order of each ecosystem, one file an order. Start reading at [`Order`].

mod bitnami;
mod coarse;
mod dpkg;
mod go;
mod npm;
mod number;
mod order;
mod pep440;
mod rpm;
mod semver;

pub use order::{ORDERS, Order, Version};
