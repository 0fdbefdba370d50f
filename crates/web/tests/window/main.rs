//! The window over a real store, asked through its router: walls, headers, forms, bad input, the life of a product.

#![expect(missing_docs, reason = "tests")]

mod bad_input;
mod browser;
mod frame;
mod life;
mod matrix;
mod test_house;
