//! From content to one HTML file that needs nothing else: `page` is the frame, `section` the walk through the
//! paper, `block` and `inline` what stands in it.
//!
//! Written with `maud`, because it escapes every value unless told otherwise and checks the elements when we
//! compile; a writer of our own would have to be trusted to escape at each of a hundred places.

mod block;
mod inline;
mod own_words;
mod page;
mod section;
mod symbol;

pub use page::render_html;
