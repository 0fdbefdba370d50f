//! What commands ask about files they hand over and about the installation: each answer as the command prints it, too.

use std::sync::Mutex;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use proofmark_actions::{
    junit, markdown, maturity_of, maturity_papers, sarif, verify_ledger as verify_action,
};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{check, explained, gated, look, printed, review};
use crate::exhibit::{Exhibit, Printed};
use crate::refusal::Refusal;

/// How an answer is meant, and what of it is printed.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CommandAsked {
    /// The day the answer is for; today unless said otherwise.
    on: Option<Date>,
    /// In words too, as the command line prints them, this many columns wide.
    columns: Option<u16>,
    /// Everything in words, not only what is open.
    all: Option<bool>,
}

/// What is to be explained.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(crate) struct ExplainAsked {
    /// An id, an article, a category, a role, a key of the dossier, a vulnerability.
    what: String,
    /// The day the answer is for; today unless said otherwise.
    on: Option<Date>,
    /// In words too, as the command line prints them, this many columns wide.
    columns: Option<u16>,
}

/// How the gate is meant, and how what it says is printed.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct GateAsked {
    /// The day the answer is for; today unless said otherwise.
    on: Option<Date>,
    /// In words too, as the command line prints them, this many columns wide.
    columns: Option<u16>,
    /// Every hit in words, not only the first of each rule.
    all: Option<bool>,
    /// What `gate.toml` of the form is called where it comes from.
    policy: Option<String>,
    /// Where the files lie below the root of their repository: SARIF names them by it.
    below: Option<String>,
}

/// The gate's verdict, with the reports on it.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct GateAnswered {
    /// The verdict as it is printed.
    printed: Printed,
    /// SARIF 2.1.0.
    sarif: String,
    /// `JUnit` XML.
    junit: String,
    /// Markdown.
    markdown: String,
}

/// Where a product stands, with the papers that say so.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct MaturityAnswer {
    /// The report as it is printed.
    printed: Printed,
    /// The papers.
    papers: Vec<PaperHeld>,
    /// What the papers could not show as it is written.
    warning: Option<Text>,
}

/// A paper in one form.
#[derive(Debug, Serialize, JsonSchema)]
struct PaperHeld {
    /// The file's name.
    name: String,
    /// The file: its bytes in base64 (RFC 4648 section 4).
    base64: String,
}

/// Checks a supplied product and keeps the check.
pub(crate) fn check_supplier(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: CommandAsked = call.query()?;
    let result = check(call, asked.on)?;
    let notices = result.notices.clone();
    let printed = printed(call, &Exhibit::SupplierCheck(&result), notices, asked.columns)?;
    Ok(Answer::json(&printed).status(201))
}

/// Reviews a modification and keeps the review.
pub(crate) fn review_modification(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: CommandAsked = call.query()?;
    let (review, notices) = review(call)?;
    let printed = printed(call, &Exhibit::Modification(&review), notices, asked.columns)?;
    Ok(Answer::json(&printed).status(201))
}

/// Says where a product stands; nothing is kept.
pub(crate) fn show_maturity(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: CommandAsked = call.query()?;
    let looked = look(call, asked.on)?.ok_or_else(|| Refusal::new(400, text!("web-no-body")))?;
    let report = maturity_of(looked);
    let (papers, warning) = maturity_papers(&report)?;
    let all = asked.all.unwrap_or_default();
    let printed = printed(call, &Exhibit::Maturity(&report, all), Vec::new(), asked.columns)?;
    let held = |paper: proofmark_actions::MaturityPaper| PaperHeld {
        name: paper.name,
        base64: STANDARD.encode(&paper.bytes),
    };
    let papers = papers.into_iter().map(held).collect();
    Ok(Answer::json(&MaturityAnswer { printed, papers, warning }))
}

/// Evaluates the gate to its end and answers with its verdict; nothing is kept.
pub(crate) fn evaluate_gate(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: GateAsked = call.query()?;
    let verdict = gated(call, asked.on, asked.policy.as_deref())?;
    let exhibit = Exhibit::Gate(&verdict, asked.all.unwrap_or_default());
    let printed = printed(call, &exhibit, verdict.notices.clone(), asked.columns)?;
    Ok(Answer::json(&GateAnswered {
        printed,
        sarif: sarif(&verdict, asked.below.as_deref().unwrap_or_default()),
        junit: junit(&verdict),
        markdown: markdown(&verdict),
    }))
}

/// Explains something of the law, or a vulnerability, and where it applies to a product; nothing is kept.
pub(crate) fn explain(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: ExplainAsked = call.query()?;
    let (found, name) = explained(call, &asked.what, asked.on)?;
    let exhibit = Exhibit::Explanations(&found, name.as_deref());
    let printed = printed(call, &exhibit, Vec::new(), asked.columns)?;
    Ok(Answer::json(&printed))
}

/// One verification at a time: it reads everything that was ever kept.
static VERIFYING: Mutex<()> = Mutex::new(());

/// Proves the store against its ledger.
pub(crate) fn verify_ledger(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: CommandAsked = call.query()?;
    let busy = |_| Refusal::new(503, text!("server-verifying")).again_after(30);
    let _turn = VERIFYING.try_lock().map_err(busy)?;
    let report = verify_action(&*call.store, Some(call.house.signer().verifier_key()), call.now)?;
    let printed = printed(call, &Exhibit::Ledger(&report), Vec::new(), asked.columns)?;
    Ok(Answer::json(&printed))
}

/// Says what the installation's vulnerability database holds.
pub(crate) fn show_database(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: CommandAsked = call.query()?;
    let status = call.house.database()?;
    let printed = printed(call, &Exhibit::Database(&status), Vec::new(), asked.columns)?;
    Ok(Answer::json(&printed))
}
