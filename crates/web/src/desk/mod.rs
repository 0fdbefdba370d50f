//! What pages and programs ask alike: records read, files handed in, lines of the ledger looked up.

mod kept;
mod lines;
mod lists;
mod submissions;
mod trusts;

pub(crate) use kept::{looked_at, product, release};
pub(crate) use lines::{PlacedLine, lines_of, own_line};
pub(crate) use lists::{
    ComponentsAsked, FindingsAsked, PageAsked, ProductsAsked, components, findings, limit, products, releases,
};
pub(crate) use submissions::{assess, submit};
pub(crate) use trusts::{ProviderAsked, TrustAsked, add_provider, trust};
