//! What a vulnerability database holds.

use proofmark_actions::DatabaseStatus;
use proofmark_text::text;

use super::feeds::feed_standings;
use super::page::{Mark, Page, dim, strong};

/// Its counts, its sources, what it covers.
pub(crate) fn database(page: &mut Page, status: &DatabaseStatus) {
    page.title(&status.path, &status.as_of.clone().unwrap_or_default());
    let says = text!(
        "proofmark-db-holds",
        records = status.records,
        packages = status.packages,
        vulnerabilities = status.vulnerabilities,
        exploited = status.exploited
    );
    page.marked(Mark::Plain, &says.to_string());
    if status.listed > 0 {
        page.marked(Mark::Plain, &text!("proofmark-db-listed", count = status.listed).to_string());
    }
    if let Some(day) = &status.scored_on {
        let says = text!("proofmark-db-scored", count = status.predictions, day = day);
        page.marked(Mark::Plain, &says.to_string());
    }
    page.heading(&text!("proofmark-db-sources").to_string(), "");
    for source in &status.sources {
        let newest = source.newest.clone().unwrap_or_default();
        page.marked(Mark::Plain, &format!("{}  {}  {}", strong(&source.name), source.records, dim(&newest)));
    }
    page.heading(&text!("proofmark-db-covers").to_string(), "");
    page.below(&status.covers.join(", "));
    feed_standings(page, &status.feeds);
}
