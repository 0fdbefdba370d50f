//! The window: HTTP API and pages. This room must never decide anything: it parses a request, calls one action and
//! shows the answer. Start reading at [`ROUTES`], the register of everything that can be asked, then at [`Route`] and
//! [`Call`].

mod answer;
mod api;
mod asset;
mod budget;
mod call;
mod cookie;
mod desk;
mod exhibit;
mod frame;
mod house;
mod issuers;
mod known_names;
mod limit;
mod link;
mod look;
mod memory;
mod openapi;
mod options;
mod outcomes;
mod pages;
mod parameter;
mod readings;
mod refusal;
mod room;
mod route;
mod routes;
mod taken;
mod turn;
mod visitor;

pub use answer::{Answer, Content, Keep};
pub use call::{Asked, Call};
pub use cookie::{CookieName, SetCookie};
pub use desk::ASSESSING_COSTS;
pub use exhibit::{AnswerWord, Exhibit};
pub use frame::{ServeError, read_body, router, serve};
pub use house::{Feed, Feeds, House, StoreWork};
pub use issuers::{Issuers, Outside};
pub use memory::Memory;
pub use openapi::openapi;
pub use options::{Opening, TlsFiles};
pub use refusal::Refusal;
pub use room::{Held, Room};
pub use route::{Handler, Kind, Method, Route, SchemaOf, Takes, Wall};
pub use routes::{ROUTES, Register};
pub use taken::{Fields, Taken, TakenFile};
pub use turn::Turn;
pub use visitor::{Taste, Theme, Visitor};
