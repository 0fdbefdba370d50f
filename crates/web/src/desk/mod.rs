//! What pages and programs ask alike: records read, files handed in, lines of the ledger looked up.

mod decisions;
mod duties;
mod kept;
mod lines;
mod lists;
mod purging;
mod signatures;
mod standings;
mod submissions;
mod versions;

pub(crate) use decisions::decide;
pub(crate) use duties::do_or_propose;
pub(crate) use kept::{looked_at, product, release};
pub(crate) use lines::{PlacedLine, lines_of, own_line};
pub(crate) use lists::{
    ComponentsAsked, FindingsAsked, PageAsked, ProductsAsked, components, findings, limit, products, releases,
};
pub(crate) use purging::purge;
pub(crate) use signatures::{Signature, Signed, sign, sign_all};
pub(crate) use standings::{Standings, standings};
pub(crate) use submissions::{assess, submit};
pub(crate) use versions::{over, over_version};
