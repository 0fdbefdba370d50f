//! What differs between two states of the law, and what that changes for a product.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use proofmark_facts::{Dossier, Procedure};
use schemars::JsonSchema;
use serde::Serialize;
use toml::Value;

use crate::calendar::BindingDate;
use crate::case::Case;
use crate::classes::article_7_classification::ClassOutcome;
use crate::kept::Kept;
use crate::register::obligation::Applicability;
use crate::register::obligations::OBLIGATIONS;
use crate::routes::route::RoutesVerdict;
use crate::scope::article_2_scope::ScopeOutcome;
use crate::state::state_of_the_law::{StateName, StateOfTheLaw};
use crate::verdict::assess;

/// One thing that stands differently in two states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StateDifference {
    /// Where: the key, rows by their own name, as `standard[EN 40000-1-2].cited_on`.
    pub at: String,
    /// What stood there; `None`: nothing.
    pub was: Option<String>,
    /// What stands there; `None`: nothing.
    pub is: Option<String>,
}

/// What a product's verdict is under one state and under another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ProductDifference {
    /// The day both verdicts are for.
    pub on: Date,
    /// The state it was.
    pub was_under: StateName,
    /// The state it is.
    pub is_under: StateName,
    /// Procedures that open.
    pub opened: Vec<Procedure>,
    /// Procedures that close, or can no longer be told to be open.
    pub closed: Vec<Procedure>,
    /// The class, where it changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Change<ClassOutcome>>,
    /// The scope, where it changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Change<ScopeOutcome>>,
    /// Days that bind under one state only, or bind differently.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Change<Vec<BindingDate>>>,
    /// Obligations that begin to apply.
    pub obligations_begun: Vec<&'static str>,
    /// Obligations that no longer apply.
    pub obligations_ended: Vec<&'static str>,
}

/// What was, and what is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Change<T> {
    /// Before.
    pub was: T,
    /// After.
    pub is: T,
}

impl ProductDifference {
    /// Whether nothing changes for the product.
    pub fn is_none(&self) -> bool {
        self.opened.is_empty()
            && self.closed.is_empty()
            && self.class.is_none()
            && self.scope.is_none()
            && self.dates.is_none()
            && self.obligations_begun.is_empty()
            && self.obligations_ended.is_empty()
    }
}

/// Everything that stands differently, in the order of the keys.
pub fn state_differences(was: &StateOfTheLaw, is: &StateOfTheLaw) -> Vec<StateDifference> {
    let (was, is) = (flat(was), flat(is));
    let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    keys.into_iter()
        .filter(|key| was.get(*key) != is.get(*key))
        .map(|key| StateDifference { at: key.clone(), was: was.get(key).cloned(), is: is.get(key).cloned() })
        .collect()
}

/// Lays the same facts against both states, on the same day.
pub fn difference_for(
    dossier: &Dossier,
    was: &StateOfTheLaw,
    is: &StateOfTheLaw,
    day: Date,
) -> ProductDifference {
    let (before, after) = (assess(dossier, was, day), assess(dossier, is, day));
    let open = |routes: &RoutesVerdict| -> BTreeSet<Procedure> {
        routes.open.iter().map(|route| route.procedure).collect()
    };
    let (was_open, is_open) = (open(&before.routes), open(&after.routes));
    let owed = |state: &StateOfTheLaw, verdict: &crate::verdict::Verdict| -> BTreeSet<&'static str> {
        let kept = Kept::default();
        let case = Case { dossier, verdict, state, kept: &kept, day };
        let applies = OBLIGATIONS.iter().filter(|one| (one.applies)(&case, one) == Applicability::Applies);
        applies.map(|one| one.id).collect()
    };
    let (was_owed, is_owed) = (owed(was, &before), owed(is, &after));
    ProductDifference {
        on: day,
        was_under: was.name(),
        is_under: is.name(),
        opened: is_open.difference(&was_open).copied().collect(),
        closed: was_open.difference(&is_open).copied().collect(),
        class: changed(before.class.outcome, after.class.outcome),
        scope: changed(before.scope.outcome, after.scope.outcome),
        dates: changed(before.calendar, after.calendar),
        obligations_begun: is_owed.difference(&was_owed).copied().collect(),
        obligations_ended: was_owed.difference(&is_owed).copied().collect(),
    }
}

fn changed<T: PartialEq>(was: T, is: T) -> Option<Change<T>> {
    (was != is).then_some(Change { was, is })
}

/// Every value of the state under a path of its own.
fn flat(state: &StateOfTheLaw) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    if let Ok(value) = Value::try_from(state) {
        walk(&value, String::new(), &mut values);
    }
    values
}

fn walk(value: &Value, path: String, values: &mut BTreeMap<String, String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                walk(value, path, values);
            }
        }
        Value::Array(items) => {
            let mut known: BTreeMap<String, usize> = BTreeMap::new();
            for (index, item) in items.iter().enumerate() {
                let name = name_of(item).unwrap_or_else(|| index.to_string());
                let times = known.entry(name.clone()).or_default();
                *times += 1;
                // Two rows of one act are two rows.
                let again = if *times > 1 { format!("#{times}") } else { String::new() };
                walk(item, format!("{path}[{name}{again}]"), values);
            }
        }
        Value::String(text) => {
            values.insert(path, text.clone());
        }
        other => {
            values.insert(path, other.to_string());
        }
    }
}

/// What a row is called, so that one more row does not make all after it look different.
fn name_of(item: &Value) -> Option<String> {
    if let Value::String(text) = item {
        return Some(text.clone());
    }
    let table = item.as_table()?;
    let named = ["row", "reference", "provision", "member_state", "scheme", "act", "euro"];
    named.iter().find_map(|key| match table.get(*key)? {
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    })
}
