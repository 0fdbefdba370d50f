//! Pages of feeds, jobs and settings.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Route;
use crate::route::Wall::Operator;

/// Pages of feeds, jobs and settings.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/feeds",
        "feeds",
        Operator(Right::SeeFeeds),
        || text!("web-route-feeds"),
        pages::feeds,
    ),
    Route::form(
        "/o/{operator}/feeds/jobs/{job}/retry",
        "retry",
        Operator(Right::RetryJobs),
        || text!("web-route-retry"),
        pages::retry_job,
    ),
    Route::page(
        "/o/{operator}/settings",
        "settings",
        Operator(Right::SeeFeeds),
        || text!("web-route-settings"),
        pages::settings,
    ),
];
