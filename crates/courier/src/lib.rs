//! Who goes outside: the only outbound network. This room must never decide what is sent or what an answer means:
//! it carries parcels, within limits, and only where it may go. Start reading at [`Errand`], then at [`Courier`] and
//! at [`AllowedNetworks`], which keeps errands out of the house's own networks.

mod content_range;
mod courier;
mod destination;
mod direct_hosts;
mod errand;
mod feeds;
mod mail;
mod network;
mod openid;
mod parcel;
mod receive;
mod resolver;
mod retry_after;
mod sealing_key;
mod time_stamp;
mod trouble;
mod webhook;
mod witness;

pub use content_range::ContentRange;
pub use courier::{Courier, Outfit};
pub use destination::Destination;
pub use direct_hosts::DirectHosts;
pub use errand::{Answer, Errand, Limits, Seen};
pub use feeds::{CsafDigest, CsafFolder, FEEDS, Feed, FeedFile, Layout, UpdateSearch, feed_named};
pub use mail::{Letter, MailSecurity, MailServer, is_mail_address};
pub use network::{AllowedNetworks, Barred, Network};
pub use parcel::{Begun, Fetched, Fetcher, NotFetched, Pace, Parcel, Shelf};
pub use resolver::{Lookup, SystemLookup};
pub use retry_after::RetryAfter;
pub use sealing_key::SealingKey;
pub use trouble::{CourierError, CourierTrouble};
pub use webhook::{Delivery, WebhookSecret, is_genuine, webhook_headers};
