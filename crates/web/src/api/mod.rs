//! What programs ask: one file a thing.

mod closer;
mod commands;
mod decisions;
mod description;
mod documents;
mod findings;
mod health;
mod jobs;
mod ledger;
mod me;
mod overview;
mod packs;
mod products;
mod submissions;
mod trusts;

pub(crate) use closer::{ComponentShown, show_changes, show_component};
pub(crate) use commands::{
    CommandAsked, ExplainAsked, MaturityAnswer, check_supplier, explain, review_modification, show_database,
    show_maturity, verify_ledger,
};
pub(crate) use decisions::{Decided, DecisionAsked, decide};
pub(crate) use description::openapi;
pub(crate) use documents::{document, list_documents};
pub(crate) use findings::{list_components, list_findings};
pub(crate) use health::health;
pub(crate) use jobs::{list_jobs, retry_job, show_feeds};
pub(crate) use ledger::{
    Growth, GrowthAsked, LinesShown, checkpoint, consistency, entries, ledger_key, lines, proof, tile,
};
pub(crate) use me::{Me, me};
pub(crate) use overview::{find, list_cases, show_case, show_portfolio};
pub(crate) use packs::{PackMade, PackShown, PaperAsked, PapersAsked, list_packs, make_pack, pack, paper};
pub(crate) use products::{
    assess_product, list_products, list_releases, show_assessment, show_product, show_release,
};
pub(crate) use submissions::{SubmissionAnswer, submit_files};
pub(crate) use trusts::{
    SecretAsked, add_a_provider, keep_secret, list_providers, list_workloads, remove_provider,
    revoke_a_workload, trust_a_workload,
};
