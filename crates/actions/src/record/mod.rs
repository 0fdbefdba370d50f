//! What an assessment leaves in the record: operator, product, release, and the rows lists are made of.

mod component_rows;
mod finding_intervals;
mod gone_cases;
mod kept_noun;
mod notices_digest;
mod operator;
mod outlook;
mod product_name;
mod release_change;
mod standing;

pub(crate) use kept_noun::{KeptNoun, instead, kept_noun, kept_nouns, new_noun, noun_of, written};
pub use operator::operator_ids;
pub(crate) use operator::{INSTALLATION, operator_if_new};
pub(crate) use product_name::named_product;
pub(crate) use release_change::{Concluded, ReadFrom, release_change};
