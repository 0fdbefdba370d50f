//! What a paper says, before anyone asks how it looks.

mod block;
mod callout;
mod document;
mod inline;
mod key_values;
mod list;
mod missing;
mod quotation;
mod section;
mod signature;
mod table;

pub use block::Block;
pub use callout::{Callout, CalloutKind};
pub use document::Document;
pub use inline::{Inline, Run};
pub use key_values::{KeyValue, KeyValues};
pub use list::{Item, List};
pub use quotation::Quotation;
pub use section::Section;
pub use signature::Signature;
pub use table::{Align, Column, Table};
