//! The window over a real store, asked through its router: walls, headers, forms, bad input, the life of a product.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod bad_input;
mod browser;
mod frame;
mod life;
mod matrix;
mod memory;
mod test_house;
