//! What pages and programs ask alike: records read, files handed in, lines of the ledger looked up.

mod closer;
mod costs;
mod handed;
mod jobs;
mod kept;
mod lines;
mod lists;
mod members;
mod need_asked;
mod overview;
mod paging;
mod printing;
mod score_asked;
mod search;
mod submissions;
mod trusts;

pub(crate) use handed::{check, explained, gated, look, review};
mod documents;
mod own_sessions;
mod packs;
mod release_papers;
pub(crate) use closer::{ChangesAsked, changes, graph, rows, said, shipped};
pub use costs::ASSESSING_COSTS;
pub(crate) use documents::{DocumentsAsked, documents};
pub(crate) use jobs::retry;
pub(crate) use kept::{assessment_document, look_at, looked_at, product, release, release_of};
mod decisions;
mod declarations;
mod duties;
mod purging;
mod signatures;
mod standings;
mod versions;

pub(crate) use decisions::decide;
pub(crate) use declarations::{declaration, issued, propose_to_issue, to_be_issued};
pub(crate) use duties::do_or_propose;
pub(crate) use lines::{PlacedLine, lines_of, own_line};
pub(crate) use lists::{
    ComponentsAsked, FindingsAsked, PageAsked, ProductsAsked, components, findings, products, releases,
};
pub(crate) use members::member;
pub(crate) use need_asked::NeedAsked;
pub(crate) use overview::{CasesAsked, FeedAge, Overview, case, cases, overview};
pub(crate) use own_sessions::{end_other_own_sessions, end_own_session, own_sessions};
pub(crate) use packs::{digest, file_name, make_papers, media_of, newest_pack, packs};
pub(crate) use paging::{Run, key_at, page_line, page_of};
pub(crate) use printing::{in_words, printed};
pub(crate) use purging::purge;
pub(crate) use release_papers::{ReleasePapers, release_papers};
pub(crate) use search::{Found, SearchAsked, search, words_of};
pub(crate) use signatures::{Signature, Signed, sign, sign_all};
pub(crate) use standings::{Standings, standings};
pub(crate) use submissions::{SubmitAsked, assess, submit};
pub(crate) use trusts::{ProviderAsked, TrustAsked, add_provider, resume_provider, trust};
pub(crate) use versions::{NOTHING_THERE, over, over_version};
