//! How the window looks: components, one a file, that know nothing of stores and requests.

mod badge;
mod empty;
mod field;
mod figure;
mod icon;
mod navigation;
mod notice;
mod page;
mod pager;
mod reader;
mod refusal;
#[cfg(test)]
mod samples;

pub(crate) use badge::{Tone, badge};
pub(crate) use empty::empty;
pub(crate) use field::{Field, field, hidden};
pub(crate) use figure::{Figure, figures};
pub(crate) use icon::{Icon, icon};
pub(crate) use navigation::Place;
pub(crate) use notice::notice;
pub(crate) use page::{Shown, crumbs, narrow_page, page};
pub(crate) use pager::pager;
pub(crate) use reader::{Desk, Reader};
pub(crate) use refusal::refusal_page;
#[cfg(test)]
pub(crate) use samples::{assert_sound, readers};
