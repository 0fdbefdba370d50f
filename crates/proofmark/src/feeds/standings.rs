//! How each feed stands that something is known of here.

use jiff::Timestamp;
use proofmark_actions::{ActionError, FeedStanding, FeedTerms, standing_of};
use proofmark_courier::{FEEDS, Feed, feed_named};

use super::feeds_home::FeedsHome;
use super::known_feed::known_feed;
use super::provider::Provider;

/// Those of the register in its order, then what the register does not know.
pub(crate) fn standings(home: &FeedsHome, now: Timestamp) -> Result<Vec<FeedStanding>, ActionError> {
    let names = home.names()?;
    let (known, other): (Vec<String>, Vec<String>) =
        names.into_iter().partition(|name| feed_named(name).is_some());
    let known = FEEDS.iter().map(|feed| feed.name).filter(|name| known.iter().any(|held| held == name));
    let in_order = known.map(str::to_owned).chain(other);
    in_order
        .map(|name| {
            let state = home.state(&name)?;
            let terms = known_feed(&name, &state).map(|feed| terms_of(&feed));
            Ok(standing_of(&name, terms, state.copy.as_ref(), state.trouble, now))
        })
        .collect()
}

/// Every feed of the register, whether or not a copy of it is held, and every publisher somebody added.
pub(crate) fn every_feed(home: &FeedsHome, now: Timestamp) -> Result<Vec<FeedStanding>, ActionError> {
    let providers = home.providers()?;
    FEEDS
        .iter()
        .map(|feed| **feed)
        .chain(providers.iter().map(Provider::feed))
        .map(|feed| {
            let state = home.state(feed.name)?;
            Ok(standing_of(feed.name, Some(terms_of(&feed)), state.copy.as_ref(), state.trouble, now))
        })
        .collect()
}

fn terms_of(feed: &Feed) -> FeedTerms {
    FeedTerms {
        of: feed.of.to_owned(),
        publisher: feed.publisher.to_owned(),
        licence: feed.licence.to_owned(),
        address: feed.address.to_owned(),
        every_hours: feed.every_hours,
        stale_after_hours: feed.stale_after_hours,
        least_records: feed.least_records,
    }
}
