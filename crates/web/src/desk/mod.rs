//! What pages and programs ask alike: records read, files handed in, lines of the ledger looked up.

mod handed;
mod kept;
mod lines;
mod lists;
mod printing;
mod submissions;

pub(crate) use handed::{check, look, review};
pub(crate) use kept::{looked_at, product, release};
pub(crate) use lines::{PlacedLine, lines_of, own_line};
pub(crate) use lists::{
    ComponentsAsked, FindingsAsked, PageAsked, ProductsAsked, components, findings, limit, products, releases,
};
pub(crate) use printing::{in_words, printed};
pub(crate) use submissions::{SubmitAsked, assess, submit};
