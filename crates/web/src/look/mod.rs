//! How the window looks: components, one a file, that know nothing of stores and requests.

mod badge;
mod bars;
mod curve;
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
mod select;
mod span;
mod steps;
mod tabs;
mod tally;

pub(crate) use badge::{Tone, badge};
pub(crate) use bars::{Bar, bars, legend};
pub(crate) use curve::curve;
pub(crate) use empty::empty;
pub(crate) use field::{Field, field, hidden};
pub(crate) use figure::{Figure, figures};
pub(crate) use icon::{Icon, icon};
pub(crate) use navigation::Place;
pub(crate) use notice::notice;
pub(crate) use page::{Shown, crumbs, narrow_page, page};
pub(crate) use pager::pager;
pub(crate) use reader::{Desk, Reader};
pub(crate) use refusal::{problems, refusal_page};
#[cfg(test)]
pub(crate) use samples::{assert_sound, readers};
pub(crate) use select::select;
pub(crate) use span::{Milestone, time_span};
pub(crate) use steps::steps;
pub(crate) use tabs::tabs;
pub(crate) use tally::tally;
