//! Which feed a name means.

use proofmark_courier::{Feed, feed_named};

use super::feeds_home::FeedState;
use super::provider::{Provider, feed_of_copy};

/// The feed of this name: one of the register, one somebody added, or one a bundle brought.
pub(super) fn known_feed<'s>(name: &'s str, state: &'s FeedState) -> Option<Feed<'s>> {
    let added = || state.provider.as_ref().map(Provider::feed);
    let brought = || state.copy.as_ref().and_then(feed_of_copy);
    feed_named(name).copied().or_else(added).or_else(brought)
}
