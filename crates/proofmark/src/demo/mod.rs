//! A demonstration: the example products in a home of their own, with people who have different duties, so that every page
//! has something to show. It is brought in through the same actions as everything else.

mod demo_home;
mod draw;
mod furnish;
mod material;
mod people;

pub(crate) use demo_home::DemoHome;
pub(crate) use furnish::furnish;
pub(crate) use people::let_in_again;
