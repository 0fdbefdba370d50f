//! What programs ask: one file a thing.

mod attestations;
mod decisions;
mod description;
mod findings;
mod health;
mod jobs;
mod ledger;
mod me;
mod products;
mod submissions;

pub(crate) use attestations::{
    list_attestations, put_attestors, show_attestors, sized_checkpoint, time_stamp_of_size,
};
pub(crate) use decisions::{Decided, DecisionAsked, decide};
pub(crate) use description::openapi;
pub(crate) use findings::{list_components, list_findings};
pub(crate) use health::health;
pub(crate) use jobs::{list_jobs, retry_job, show_feeds};
pub(crate) use ledger::{
    Growth, GrowthAsked, LinesShown, checkpoint, consistency, entries, ledger_key, lines, proof, tile,
};
pub(crate) use me::{Me, me};
pub(crate) use products::{
    assess_product, document, list_products, list_releases, show_assessment, show_portfolio, show_product,
    show_release,
};
pub(crate) use submissions::{SubmissionAnswer, submit_files};
