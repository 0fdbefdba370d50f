//! Who looks at a page, from the call that asks for it.

use proofmark_access::{Right, may};
use proofmark_facts::{RecordKey, RecordKind};
use serde_json::Value;

use crate::call::Call;
use crate::link;
use crate::look::{Desk, Place, Reader};

/// The reader of the page this call asks for.
pub(super) fn reader_of(call: &Call<'_>) -> Reader {
    let actor = call.visitor.actor();
    let mut ids: Vec<&str> = Vec::new();
    for grant in actor.iter().flat_map(|actor| &actor.grants) {
        if !grant.operator.is_empty() && !ids.contains(&grant.operator.as_str()) {
            ids.push(&grant.operator);
        }
    }
    let desks: Vec<Desk> =
        ids.iter().map(|id| Desk { id: (*id).to_owned(), name: operator_name(call, id) }).collect();
    let path = if call.asked.query_text.is_empty() {
        call.asked.path.clone()
    } else {
        format!("{}?{}", call.asked.path, call.asked.query_text)
    };
    let closed = |right: &Right| actor.is_none_or(|actor| may(actor, *right, call.operator(), None).is_err());
    Reader {
        taste: call.taste,
        name: actor.map(|actor| actor.name.clone()),
        form_token: call.visitor.form_token().map(|token| token.reveal().to_owned()),
        desk: desks.iter().find(|desk| desk.id == call.operator()).cloned(),
        desks,
        demonstration: call.house.is_demonstration(),
        closed: Place::ALL.into_iter().map(Place::right).filter(closed).collect(),
        path: link::own_path(&path).to_owned(),
    }
}

/// What an operator is called; its id where nothing is kept of it.
pub(super) fn operator_name(call: &Call<'_>, id: &str) -> String {
    let key = RecordKey { operator: String::new(), kind: RecordKind::Operator, id: id.to_owned() };
    let record = call.store.record(&key).ok().flatten();
    let content = record.and_then(|record| serde_json::from_slice::<Value>(&record.content).ok());
    content.and_then(|content| content["name"].as_str().map(str::to_owned)).unwrap_or_else(|| id.to_owned())
}
