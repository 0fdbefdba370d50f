//! Who looks at a page, from the call that asks for it.

use proofmark_access::{Right, may};
use proofmark_facts::{PurgeableRecord, RecordKey, RecordKind};
use serde_json::Value;

use crate::call::Call;
use crate::house::House;
use crate::link;
use crate::look::{Desk, Place, Reader};
use crate::visitor::{Taste, Visitor};

/// The reader of the page this call asks for.
pub(super) fn reader_of(call: &Call<'_>) -> Reader {
    let path = if call.asked.query_text.is_empty() {
        call.asked.path.clone()
    } else {
        format!("{}?{}", call.asked.path, call.asked.query_text)
    };
    let seen =
        Seen { store: call.store, visitor: call.visitor, taste: call.taste, operator: call.operator() };
    Reader {
        demonstration: call.house.is_demonstration(),
        path: link::own_path(&path).to_owned(),
        ..reader_at(&seen)
    }
}

/// Whoever was refused something, at the desk they asked from or at one of theirs: a refusal is no dead end.
pub(crate) fn reader_refused(
    house: &dyn House,
    store: &dyn PurgeableRecord,
    visitor: &Visitor,
    taste: Taste,
    operator: &str,
) -> Reader {
    let at = |operator: &str| reader_at(&Seen { store, visitor, taste, operator });
    let mut reader = at(operator);
    let own = reader.desks.first().map(|desk| desk.id.clone());
    if let (None, Some(own)) = (&reader.desk, own) {
        reader = at(&own);
    }
    Reader { demonstration: house.is_demonstration(), path: "/".to_owned(), ..reader }
}

/// Who looks, and at whose desk.
struct Seen<'a> {
    store: &'a dyn PurgeableRecord,
    visitor: &'a Visitor,
    taste: Taste,
    operator: &'a str,
}

fn reader_at(seen: &Seen<'_>) -> Reader {
    let actor = seen.visitor.actor();
    let mut ids: Vec<&str> = Vec::new();
    for grant in actor.iter().flat_map(|actor| &actor.grants) {
        if !grant.operator.is_empty() && !ids.contains(&grant.operator.as_str()) {
            ids.push(&grant.operator);
        }
    }
    let desk = |id: &&str| Desk { id: (*id).to_owned(), name: name_of(seen.store, id) };
    let desks: Vec<Desk> = ids.iter().map(desk).collect();
    let closed = |right: &Right| actor.is_none_or(|actor| may(actor, *right, seen.operator, None).is_err());
    Reader {
        taste: seen.taste,
        name: actor.map(|actor| actor.name.clone()),
        form_token: seen.visitor.form_token().map(|token| token.reveal().to_owned()),
        desk: desks.iter().find(|desk| desk.id == seen.operator).cloned(),
        desks,
        closed: Place::ALL.into_iter().map(Place::right).filter(closed).collect(),
        ..Reader::default()
    }
}

/// What an operator is called; its id where nothing is kept of it.
pub(super) fn operator_name(call: &Call<'_>, id: &str) -> String {
    name_of(call.store, id)
}

fn name_of(store: &dyn PurgeableRecord, id: &str) -> String {
    let key = RecordKey { operator: String::new(), kind: RecordKind::Operator, id: id.to_owned() };
    let record = store.record(&key).ok().flatten();
    let content = record.and_then(|record| serde_json::from_slice::<Value>(&record.content).ok());
    content.and_then(|content| content["name"].as_str().map(str::to_owned)).unwrap_or_else(|| id.to_owned())
}
