//! What pages and programs ask alike: records read, files handed in, lines of the ledger looked up.

mod kept;
mod lines;
mod lists;
mod need_asked;
mod overview;
mod search;
mod submissions;

pub(crate) use kept::{look_at, looked_at, product, release};
pub(crate) use lines::{PlacedLine, lines_of, own_line};
pub(crate) use lists::{
    ComponentsAsked, FindingsAsked, PageAsked, ProductsAsked, components, findings, limit, products, releases,
};
pub(crate) use need_asked::NeedAsked;
pub(crate) use overview::{CasesAsked, FeedAge, Overview, case, cases, overview};
pub(crate) use search::{Found, SearchAsked, search, words_of};
pub(crate) use submissions::{assess, submit};
