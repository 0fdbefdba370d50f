//! With which statuses a route of the API answers, told from what the route is: the document forgets none.

use proofmark_text::{Text, text};
use serde_json::{Map, Value, json};

use crate::route::{Kind, Method, Route, Takes};

/// Every status a refusal may have that is the asker's doing.
const REFUSALS: [u16; 15] = [400, 401, 403, 404, 408, 409, 412, 413, 414, 415, 421, 422, 428, 429, 500];

/// The statuses by which this route refuses; the last one stands for whatever is our own fault.
fn refusals(route: &Route) -> impl Iterator<Item = u16> {
    let (takes_body, changes) = (route.takes != Takes::Nothing, !route.method.is_safe());
    let over = matches!(route.method, Method::Put | Method::Delete);
    REFUSALS.into_iter().filter(move |status| match status {
        408 | 413 | 415 => takes_body,
        // What a file would hold may have moved since it was named.
        409 => changes || route.kind == Kind::File,
        412 | 428 => over,
        _ => true,
    })
}

/// How a status, or a class of them, is written in the document.
fn written(status: u16) -> String {
    if status >= 500 { "5XX".to_owned() } else { status.to_string() }
}

/// Every answer of a route: done with this content, or refused.
pub(crate) fn responses(route: &Route, content: &Value) -> Value {
    let says = (route.says)().to_string();
    let mut all = Map::new();
    for status in route.done {
        all.insert(status.to_string(), json!({ "description": says, "content": content }));
    }
    if route.method.is_safe() {
        all.insert("304".to_owned(), json!({ "description": text!("ends-status-304").to_string() }));
    }
    for status in refusals(route) {
        let place = format!("#/components/responses/{}", written(status));
        all.insert(written(status), json!({ "$ref": place }));
    }
    Value::Object(all)
}

/// The refusals every route may point at.
pub(crate) fn shared_responses() -> Value {
    let problem = json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/ProblemDocument" } } });
    let one = |status: u16| {
        (written(status), json!({ "description": says(status).to_string(), "content": problem }))
    };
    Value::Object(REFUSALS.into_iter().map(one).collect())
}

fn says(status: u16) -> Text {
    match status {
        400 => text!("ends-status-400"),
        401 => text!("ends-status-401"),
        403 => text!("ends-status-403"),
        404 => text!("ends-status-404"),
        408 => text!("ends-status-408"),
        409 => text!("ends-status-409"),
        412 => text!("ends-status-412"),
        413 => text!("ends-status-413"),
        414 => text!("ends-status-414"),
        415 => text!("ends-status-415"),
        421 => text!("ends-status-421"),
        422 => text!("ends-status-422"),
        428 => text!("ends-status-428"),
        429 => text!("ends-status-429"),
        _ => text!("ends-status-5xx"),
    }
}
