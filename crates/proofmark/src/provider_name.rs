//! How the feed of a publisher somebody added is called.

use proofmark_actions::is_feed_name;
use proofmark_courier::feed_named;

/// What the name of such a publisher's feed begins with.
const NAME: &str = "csaf-";

/// Whether something can be the name of such a feed.
pub(crate) fn is_provider_name(name: &str) -> bool {
    is_feed_name(name) && name.len() > NAME.len() && name.starts_with(NAME) && feed_named(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_publisher_takes_the_name_of_a_feed_of_the_register() {
        for (name, fits) in [
            ("csaf-lamp-example", true),
            ("csaf-red-hat", false),
            ("csaf-", false),
            ("osv-npm", false),
            ("lamp", false),
            ("csaf-../x", false),
            ("csaf-Lamp", false),
        ] {
            assert_eq!(is_provider_name(name), fits, "{name}");
        }
    }
}
