//! How the window looks: components, one a file, that know nothing of stores and requests.

mod badge;
mod bars;
mod code_marks;
mod curve;
mod empty;
mod english_words;
mod field;
mod figure;
mod foreign_words;
mod icon;
mod instants;
mod known;
mod navigation;
mod notice;
mod page;
mod pager;
mod path_picture;
mod reader;
mod refusal;
#[cfg(test)]
mod samples;
mod select;
mod span;
mod steps;
mod strip;
mod tabs;
mod tally;
mod timeline;
mod tree;
mod weeks;

pub(crate) use badge::{Tone, badge};
pub(crate) use bars::{Bar, bars, legend};
pub(crate) use curve::curve;
pub(crate) use empty::empty;
pub(crate) use field::{Field, field, hidden};
pub(crate) use figure::{Figure, figures};
pub(crate) use icon::{Icon, icon};
pub(crate) use known::{known_figure, none_open, unasked_says};
pub(crate) use navigation::Place;
pub(crate) use notice::notice;
pub(crate) use page::{Shown, crumbs, narrow_page, page};
pub(crate) use pager::pager;
pub(crate) use path_picture::{Station, path_picture};
pub(crate) use reader::{Desk, Reader};
pub(crate) use refusal::{Refused, problems, refusal_page, refusal_said};
#[cfg(test)]
pub(crate) use samples::{assert_sound, readers};
pub(crate) use select::select;
pub(crate) use span::{Milestone, time_span};
pub(crate) use steps::steps;
pub(crate) use strip::{span_strip, strip};
pub(crate) use tabs::tabs;
pub(crate) use tally::tally;
pub(crate) use timeline::{TimelineDay, timeline};
pub(crate) use tree::{Leaf, Tree, tree};
pub(crate) use weeks::{Week, weeks};
