//! Pages of feeds, jobs, settings and operators.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Route;
use crate::route::Wall::{Installation, Operator};

/// Pages of feeds, jobs, settings and operators.
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
    Route::form(
        // The operator is whose page it is done on and come back to; the job is nobody's but the installation's.
        "/o/{operator}/feeds/installation-jobs/{job}/retry",
        "retry-for-installation",
        Installation(Right::RetryJobs),
        || text!("desk-route-retry-installation-job"),
        pages::retry_installation_job,
    ),
    Route::page(
        "/installation/operators",
        "operators",
        Installation(Right::ManageOperators),
        || text!("desk-route-operators"),
        pages::operators,
    ),
    Route::form(
        "/installation/operators",
        "new-operator",
        Installation(Right::ManageOperators),
        || text!("desk-route-add-operator"),
        pages::add_operator,
    ),
    Route::page(
        "/o/{operator}/settings",
        "settings",
        Operator(Right::SeeFeeds),
        || text!("web-route-settings"),
        pages::settings,
    ),
];
