//! What pages and programs ask alike: records read, files handed in, lines of the ledger looked up.

mod kept;
mod lines;
mod lists;
mod submissions;

pub(crate) use kept::{assessment_document, looked_at, product, release};
pub(crate) use lines::{PlacedLine, lines_of, own_line};
pub(crate) use lists::{
    ComponentsAsked, FindingsAsked, PageAsked, ProductsAsked, components, findings, limit, products, releases,
};
pub(crate) use submissions::{assess, submit};
