//! What was read of a document so far: every part of it adds to this.

use super::wanted::Wanted;
use crate::Limits;
use crate::gathered::Gathered;
use crate::json::{Pointer, Stop};

/// What the readers of the document's parts share.
pub(super) struct SoFar<'a> {
    pub(super) gathered: Gathered<'a>,
    pub(super) pointer: Pointer,
    pub(super) stop: Stop,
    pub(super) wanted: Wanted<'a>,
    /// The index of `metadata.component`, once it is reached.
    pub(super) subject: Option<u32>,
    /// The component that stands for the subject a second time, listed among the others.
    pub(super) twin: Option<u32>,
}

impl<'a> SoFar<'a> {
    /// Nothing yet.
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self {
            gathered: Gathered::new(limits),
            pointer: Pointer::default(),
            stop: Stop::default(),
            wanted: Wanted::default(),
            subject: None,
            twin: None,
        }
    }
}
