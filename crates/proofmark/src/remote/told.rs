//! What a server says of a refusal, turned back into the same refusal: same code, same places, same exit code.

use std::ops::Range;

use proofmark_actions::ActionError;
use proofmark_courier::{Answer, CourierError, CourierTrouble};
use proofmark_facts::{Place, Problem, Weight};
use proofmark_text::{Text, text};
use serde::Deserialize;

/// A problem document (RFC 9457). What it may say beyond this is for newer programs.
#[derive(Deserialize)]
struct Document {
    code: String,
    detail: String,
    hint: Option<String>,
    #[serde(default)]
    problems: Vec<ToldProblem>,
}

/// A problem as JSON has it.
#[derive(Deserialize)]
pub(super) struct ToldProblem {
    weight: String,
    #[serde(default)]
    place: ToldPlace,
    says: ToldText,
}

#[derive(Default, Deserialize)]
struct ToldPlace {
    file: Option<String>,
    path: Option<String>,
    bytes: Option<Range<usize>>,
    line_and_column: Option<(usize, usize)>,
}

/// A sentence as JSON has it.
#[derive(Deserialize)]
pub(super) struct ToldText {
    id: String,
    text: String,
    hint: Option<String>,
}

impl From<ToldText> for Text {
    fn from(told: ToldText) -> Self {
        Self::told(&plain(told.id), plain(told.text), told.hint.map(plain))
    }
}

impl From<ToldProblem> for Problem {
    fn from(told: ToldProblem) -> Self {
        let ToldPlace { file, path, bytes, line_and_column } = told.place;
        let place = Place { file: file.map(plain), path: path.map(plain), bytes, line_and_column };
        // A weight of a newer server is taken for the heavier.
        let weight = if told.weight == "warning" { Weight::Warning } else { Weight::Error };
        Self { weight, place, says: told.says.into() }
    }
}

/// The refusal an answer is.
pub(super) fn error_of(answer: &Answer) -> ActionError {
    refusal_of(&answer.origin, answer.status, &answer.body)
}

/// What a server says of a refusal with this status (RFC 9457), as the command line says it.
pub fn read_refusal(status: u16, body: &[u8]) -> ActionError {
    refusal_of("the server", status, body)
}

fn refusal_of(origin: &str, status: u16, body: &[u8]) -> ActionError {
    if (300..400).contains(&status) {
        return ActionError::Hindered(text!("server-redirects", origin = origin));
    }
    let Ok(document) = serde_json::from_slice::<Document>(body) else {
        let says = text!("server-not-understood", origin = origin, status = u32::from(status));
        return ActionError::Hindered(says);
    };
    let says = Text::told(&plain(document.code), plain(document.detail), document.hint.map(plain));
    match status {
        401 | 403 => ActionError::Forbidden(says),
        404 | 405 | 410 => ActionError::NotFound(says),
        409 => ActionError::Moved(says),
        // A fault of the program is not one of what it keeps.
        500 if says.id() != "web-fault" => ActionError::Damaged(says),
        408 | 425 | 429 | 500.. => ActionError::Hindered(says),
        _ if document.problems.is_empty() => refused(says),
        _ => ActionError::Refused(document.problems.into_iter().map(Problem::from).collect()),
    }
}

/// A trouble on the way. An address that may not be asked is the user's to mend, anything else may pass.
pub(super) fn on_the_way(error: CourierError) -> ActionError {
    match error.trouble {
        CourierTrouble::Barred => refused(error.says),
        CourierTrouble::Hindered | CourierTrouble::Broken => ActionError::Hindered(error.says),
    }
}

/// What is wrong as a whole, at no place in particular.
pub(super) fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}

/// A server is somebody else's program: no control character of its reaches the terminal.
fn plain(told: String) -> String {
    if !told.chars().any(|letter| letter.is_control() && letter != '\n') {
        return told;
    }
    told.chars()
        .map(|letter| if letter.is_control() && letter != '\n' { '\u{fffd}' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use proofmark_courier::Seen;

    use super::*;

    fn answered(status: u16, body: &str) -> ActionError {
        let (content_type, retry_after) = (Some("application/problem+json".to_owned()), None);
        let origin = "https://proofmark.example".to_owned();
        error_of(&Answer {
            status,
            content_type,
            seen: Seen::default(),
            retry_after,
            origin,
            body: body.as_bytes().to_vec(),
        })
    }

    #[test]
    fn a_refusal_comes_back_with_every_place_and_hint() {
        let error = answered(
            422,
            r#"{"type":"urn:x","title":"t","status":422,"detail":"two problems","code":"web-refused","newer":[1],
            "problems":[{"weight":"error","newer":1,"place":{"file":"proofmark.toml","path":"product.kind",
            "bytes":{"start":4,"end":9},"line_and_column":[2,3]},"says":{"id":"x-y","text":"a\u001b]0;b","hint":"h"}},
            {"weight":"warning","place":{},"says":{"id":"z","text":"w"}}]}"#,
        );
        let ActionError::Refused(problems) = error else { panic!("{error:?}") };
        assert_eq!(problems[0].place.bytes, Some(4..9));
        assert_eq!(problems[0].place.line_and_column, Some((2, 3)));
        assert_eq!(problems[0].place.path.as_deref(), Some("product.kind"));
        assert_eq!((problems[0].says.id(), problems[0].says.hint().as_deref()), ("x-y", Some("h")));
        assert_eq!(problems[0].says.to_string(), "a\u{fffd}]0;b");
        assert_eq!(problems[1].weight, Weight::Warning);
    }

    #[test]
    fn every_kind_of_refusal_keeps_its_kind() {
        let body = r#"{"code":"c","detail":"d"}"#;
        for (status, fits) in [
            (401, (|e| matches!(e, ActionError::Forbidden(_))) as fn(&ActionError) -> bool),
            (403, |e| matches!(e, ActionError::Forbidden(_))),
            (404, |e| matches!(e, ActionError::NotFound(_))),
            (409, |e| matches!(e, ActionError::Moved(_))),
            (413, |e| matches!(e, ActionError::Refused(_))),
            (422, |e| matches!(e, ActionError::Refused(_))),
            (429, |e| matches!(e, ActionError::Hindered(_))),
            (500, |e| matches!(e, ActionError::Damaged(_))),
            (503, |e| matches!(e, ActionError::Hindered(_))),
            (302, |e| matches!(e, ActionError::Hindered(_))),
        ] {
            let error = answered(status, body);
            assert!(fits(&error), "{status}: {error:?}");
        }
        assert!(matches!(answered(502, "<html>bad gateway"), ActionError::Hindered(_)));
        assert!(matches!(answered(500, r#"{"code":"web-fault","detail":"d"}"#), ActionError::Hindered(_)));
    }
}
