//! The API of the installation: its description, who asks, feeds and jobs.

use proofmark_access::Right;
use proofmark_facts::{Job, Page};
use proofmark_text::text;

use crate::house::Feeds;
use crate::route::Wall::{Installation, Operator, Public, SignedIn};
use crate::route::{Method, Route, Takes, schema_of};
use crate::{api, desk};

/// The API of the installation: its description, who asks, feeds and jobs.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/openapi.json",
        "openapi",
        Public,
        schema_of::<serde_json::Value>,
        || text!("web-route-openapi"),
        api::openapi,
    ),
    Route::read("/api/v1/me", "me", SignedIn, schema_of::<api::Me>, || text!("web-route-me"), api::me),
    Route::read(
        "/api/v1/operators/{operator}/jobs",
        "list-jobs",
        Operator(Right::SeeJobs),
        schema_of::<Page<Job>>,
        || text!("web-route-jobs"),
        api::list_jobs,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/jobs/{job}/retry",
        "retry-job",
        Operator(Right::RetryJobs),
        schema_of::<bool>,
        || text!("web-route-retry"),
        api::retry_job,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/jobs",
        "list-installation-jobs",
        Installation(Right::SeeJobs),
        schema_of::<Page<Job>>,
        || text!("desk-route-installation-jobs"),
        api::list_jobs,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/jobs/{job}/retry",
        "retry-installation-job",
        Installation(Right::RetryJobs),
        schema_of::<bool>,
        || text!("desk-route-retry-installation-job"),
        api::retry_job,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/feeds",
        "show-feeds",
        Operator(Right::SeeFeeds),
        schema_of::<Option<Feeds>>,
        || text!("web-route-feeds"),
        api::show_feeds,
    ),
];
