//! Explains something of the law or of the dossier, and where it applies to a product; it only reads, and nothing is kept.

use proofmark_facts::{Place, Problem, ToldVulnerability};
use proofmark_formats::{
    Answer, DossierKey, Takes, dossier_key, dossier_keys, nearest_dossier_key, read_answers,
};
use proofmark_law::{Explained, NotKnown, RoleOutcome, Standing, Subject, Verdict, procedure_name};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::assess::Assessed;
use crate::error::ActionError;
use crate::interview::question_for;

/// How many reasons of a verdict are given for one place.
const REASONS_SHOWN: usize = 10;

/// Something explained, and where it applies.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Explanation {
    /// What it is.
    #[serde(flatten)]
    pub explained: Explained,
    /// Where it applies to the product asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub here: Option<Here>,
    /// What each source says, of a vulnerability.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vulnerability: Option<ToldVulnerability>,
}

/// Where something applies to one product, and how it stands.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Here {
    /// How it stands, in a sentence.
    pub says: Vec<Text>,
    /// The obligation's standing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Lines of the verdict that rest on it.
    pub reasons: Vec<AppliedReason>,
}

/// A line of the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AppliedReason {
    /// What was found, and what follows.
    pub says: String,
    /// The declared fact it turned on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// The law.
    pub cites: String,
    /// The row of the reference.
    pub row: String,
}

/// Explains what somebody asks for: an id, a place in the Regulation, a role, a procedure, a row, a key of the dossier.
pub fn explain(asked: &str, product: Option<&Assessed>) -> Result<Vec<Explanation>, ActionError> {
    let found = match dossier_key_called(asked) {
        Some(key) => vec![of_key(&key)],
        None => proofmark_law::explain(asked).map_err(|near| not_known(asked, near))?,
    };
    let explain = |explained: Explained| {
        let here = product.map(|product| here(&explained, product));
        Explanation { explained, here, vulnerability: None }
    };
    Ok(found.into_iter().map(explain).collect())
}

/// A key by its path, or by its own name where no other key is called so.
fn dossier_key_called(asked: &str) -> Option<DossierKey> {
    let asked = asked.trim();
    let by_name = || {
        let last = |key: &DossierKey| key.path.rsplit('.').next() == Some(asked);
        let mut called = dossier_keys().into_iter().filter(last);
        called.next().filter(|_| asked.contains('_') && called.next().is_none())
    };
    // A table's name alone may be a role or a word of the law as well: that goes first.
    dossier_key(asked)
        .filter(|key| asked.contains(['.', '_']) || proofmark_law::explain(&key.path).is_err())
        .or_else(by_name)
}

fn of_key(key: &DossierKey) -> Explained {
    let mut says = vec![key.says.to_owned()];
    // What the interview asks for is explained in its words.
    if let Some(question) = question_for(&key.path) {
        says.extend((question.asks)().hint());
    }
    says.push(text!("teaching-key-takes", takes = key.allowed.to_string()).to_string());
    match &key.takes {
        Takes::Table | Takes::Tables => {
            let start = format!("{}.", key.path);
            let rows = format!("{}[].", key.path);
            let below = dossier_keys().into_iter().filter_map(|one| {
                one.path.strip_prefix(&rows).or_else(|| one.path.strip_prefix(&start)).map(str::to_owned)
            });
            let names: Vec<String> = below.filter(|name| !name.contains('.')).collect();
            says.push(text!("teaching-key-below", names = names.join(", ")).to_string());
        }
        _ => says.push(text!("teaching-key-example", example = key.example).to_string()),
    }
    let mut explained =
        Explained::new(Subject::DossierKey, key.path.clone(), text!("teaching-key").to_string());
    explained.says = says;
    explained.cites =
        Some(key.cites).filter(|cites| !cites.is_empty()).map(str::to_owned).into_iter().collect();
    explained
}

fn not_known(asked: &str, near: NotKnown) -> ActionError {
    let mut nearest: Vec<String> = near.nearest;
    nearest.extend(nearest_dossier_key(asked));
    let shown: String = asked.chars().take(60).filter(|letter| !letter.is_control()).collect();
    let says = if nearest.is_empty() {
        text!("teaching-not-known", asked = shown)
    } else {
        text!("teaching-not-known-near", asked = shown, near = nearest.join("`, `"))
    };
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}

fn here(explained: &Explained, product: &Assessed) -> Here {
    let assessment = &product.assessment;
    let verdict = &assessment.verdict;
    let mut here = Here {
        standing: assessment.obligations.iter().find(|one| one.obligation == explained.id).cloned(),
        ..Here::default()
    };
    if let Ok(value) = serde_json::to_value(verdict) {
        gather(&value, explained, &mut here.reasons);
    }
    here.reasons.truncate(REASONS_SHOWN);
    match explained.subject {
        Subject::Category => here.says.push(of_category(&explained.id, verdict)),
        Subject::Procedure => here.says.push(of_procedure(&explained.id, verdict)),
        Subject::Role => here.says.push(of_role(&explained.id, verdict)),
        Subject::DossierKey => here.says.push(stated(&explained.id, &product.dossier_bytes)),
        Subject::Obligation
        | Subject::Mistake
        | Subject::Row
        | Subject::Definition
        | Subject::Class
        | Subject::Kind
        | Subject::Vulnerability => {}
    }
    if here.says.is_empty() && here.standing.is_none() && here.reasons.is_empty() {
        here.says.push(text!("teaching-here-nothing"));
    }
    here
}

fn of_category(id: &str, verdict: &Verdict) -> Text {
    match verdict.class.category {
        Some(category) if category == id => text!("teaching-here-category"),
        Some(category) => text!("teaching-here-other-category", category = category),
        None if verdict.class.class().is_none() => text!("teaching-here-class-open"),
        None => text!("teaching-here-no-category"),
    }
}

fn of_procedure(id: &str, verdict: &Verdict) -> Text {
    let holds =
        |routes: &[proofmark_law::Route]| routes.iter().any(|route| procedure_name(route.procedure) == id);
    let routes = &verdict.routes;
    if holds(&routes.open) {
        text!("teaching-here-route-open")
    } else if holds(&routes.would_open) {
        text!("teaching-here-route-would-open")
    } else if holds(&routes.closed) {
        text!("teaching-here-route-closed")
    } else {
        text!("teaching-here-route-none")
    }
}

fn of_role(id: &str, verdict: &Verdict) -> Text {
    let RoleOutcome::Is(role) = verdict.role.outcome else { return text!("teaching-here-role-open") };
    let notion = proofmark_law::ROLE_NOTIONS.iter().find(|notion| notion.role == role);
    match notion {
        Some(notion) if notion.name == id => text!("teaching-here-role"),
        Some(notion) => text!("teaching-here-other-role", role = notion.name),
        None => text!("teaching-here-no-role"),
    }
}

/// What the dossier states at a key; entries of lists are counted.
fn stated(path: &str, dossier: &[u8]) -> Text {
    let Some(answers) = read_answers(dossier).value else { return text!("teaching-here-not-stated") };
    let same = |given: &str| dossier_key(given).is_some_and(|key| key.path == path);
    let given: Vec<String> = answers
        .in_order()
        .into_iter()
        .filter(|(given, _)| same(given))
        .filter_map(|(_, answer)| match answer {
            Answer::Value(value) => Some(value.clone()),
            Answer::Table => Some("…".to_owned()),
            Answer::Nothing | Answer::Unknown => None,
        })
        .collect();
    if given.is_empty() {
        text!("teaching-here-not-stated")
    } else {
        text!("teaching-here-stated", value = given.join(", "))
    }
}

/// Every reason in the verdict that rests on this row, this place or this fact.
fn gather(value: &Value, explained: &Explained, found: &mut Vec<AppliedReason>) {
    match value {
        Value::Object(fields) => {
            let words = |name: &str| fields.get(name).and_then(Value::as_str);
            if let (Some(says), Some(row), Some(cites)) = (
                fields.get("says").and_then(|says| says.get("text")).and_then(Value::as_str),
                words("row"),
                words("cites"),
            ) {
                let fact = words("fact").map(str::to_owned);
                let on_key = explained.subject == Subject::DossierKey
                    && fact.as_deref().and_then(dossier_key).is_some_and(|key| key.path == explained.id);
                let on_place =
                    explained.subject != Subject::Row && explained.cites.iter().any(|place| place == cites);
                let reason = AppliedReason {
                    says: says.to_owned(),
                    fact,
                    cites: cites.to_owned(),
                    row: row.to_owned(),
                };
                let is_meant = on_key
                    || explained.rows.iter().any(|one| one == row)
                    || on_place && explained.subject != Subject::DossierKey;
                if is_meant && !found.contains(&reason) {
                    found.push(reason);
                }
            }
            fields.values().for_each(|value| gather(value, explained, found));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, explained, found)),
        _ => {}
    }
}
