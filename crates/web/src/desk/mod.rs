//! What pages and programs ask alike: records read, files handed in, lines of the ledger looked up.

mod closer;
mod kept;
mod lines;
mod lists;
mod submissions;

pub(crate) use closer::{ChangesAsked, changes, graph, said, shipped};
pub(crate) use kept::{looked_at, product, release, release_of};
pub(crate) use lines::{PlacedLine, lines_of, own_line};
pub(crate) use lists::{
    ComponentsAsked, FindingsAsked, PageAsked, ProductsAsked, components, findings, identifier, limit,
    products, releases,
};
pub(crate) use submissions::{assess, submit};
