//! From content to PDF/A in three steps: `body` turns content into strips, `paginate` puts strips on
//! pages, `paint` draws pages and their structure tree with krilla.

mod body;
mod composer;
mod contents;
mod heading;
mod line;
mod list;
mod page;
mod paginate;
mod paint;
mod paragraph;
mod render;
mod running;
mod set_apart;
mod signature;
mod strip;
mod structure;
mod style;
mod symbol;
mod table;
mod title;
mod typeface;

pub use render::{PDF_CONFORMANCE, Pdf, RenderError, render_pdf};
