//! The frame around every handler: what is asked of a request before it is answered, and of an answer before it
//! leaves.

mod above;
mod body;
mod connection;
mod head;
mod headers;
mod host;
mod identity;
mod letting_go;
mod once;
mod origin;
mod rates;
mod render;
mod router;
mod server;
mod shared;
mod turns;
mod wall;

pub use body::read_body;
pub use router::router;
pub use server::{ServeError, serve};
