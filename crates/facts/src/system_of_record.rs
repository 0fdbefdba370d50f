//! Everything an installation remembers, as one thing to ask and to write.

use crate::asking::Asking;
use crate::job::Jobs;
use crate::keeping::Keeping;
use crate::needs::Overseeing;
use crate::passing::PassingThings;
use crate::proving::Proving;
use crate::together::Together;

/// Everything an installation remembers, as actions of a whole team see it.
pub trait SystemOfRecord: Keeping + Proving + Asking + Overseeing + Jobs + PassingThings + Together {}

impl<T: Keeping + Proving + Asking + Overseeing + Jobs + PassingThings + Together + ?Sized> SystemOfRecord
    for T
{
}
