//! A refusal: why a request was not answered as asked, with a stable code, a sentence and a hint.

use proofmark_actions::ActionError;
use proofmark_facts::{KeepError, Place, Problem};
use proofmark_text::{Language, Text, text};
use serde_json::{Map, Value, json};

/// Why a request was not answered as asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// What is wrong. Its key is the refusal's code.
    pub says: Text,
    /// Every problem of what was handed in, with its place.
    pub problems: Vec<Problem>,
    /// Seconds after which it is worth another try.
    pub retry_after: Option<u64>,
    /// Where a browser is sent instead, such as the sign-in page.
    pub instead: Option<String>,
}

impl Refusal {
    /// A refusal with this status and sentence.
    pub fn new(status: u16, says: Text) -> Self {
        Self { status, says, problems: Vec::new(), retry_after: None, instead: None }
    }

    /// Of a page of a list that was never given, or no longer is.
    pub(crate) fn unknown_page() -> Self {
        let says = text!("store-page-unknown");
        let problems = vec![Problem::error(Place::at("after"), says.clone())];
        Self { problems, ..Self::new(400, says) }
    }

    /// Worth another try after so many seconds.
    #[must_use]
    pub fn again_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// A browser goes there instead.
    #[must_use]
    pub fn instead(mut self, path: String) -> Self {
        self.instead = Some(path);
        self
    }

    /// The problem document (RFC 9457), in the reader's language.
    pub fn to_problem(&self, language: Language, request: &str) -> Value {
        let mut document = json!({
            "type": format!("urn:proofmark:problem:{}", self.says.id()),
            "title": phrase(self.status),
            "status": self.status,
            "detail": self.says.in_language(language),
            "code": self.says.id(),
            "request": request,
        });
        if let (Some(hint), Some(object)) = (self.says.hint_in(language), document.as_object_mut()) {
            object.insert("hint".to_owned(), hint.into());
        }
        if let (false, Some(object)) = (self.problems.is_empty(), document.as_object_mut()) {
            let problems = self.problems.iter().map(|problem| problem_in(problem, language)).collect();
            object.insert("problems".to_owned(), Value::Array(problems));
        }
        document
    }
}

fn problem_in(problem: &Problem, language: Language) -> Value {
    let mut says = Map::new();
    says.insert("id".to_owned(), problem.says.id().into());
    says.insert("text".to_owned(), problem.says.in_language(language).into());
    if let Some(hint) = problem.says.hint_in(language) {
        says.insert("hint".to_owned(), hint.into());
    }
    json!({ "weight": problem.weight, "place": problem.place, "says": says })
}

/// The reason phrase (RFC 9110 section 15), which every language shares.
fn phrase(status: u16) -> &'static str {
    let known = axum::http::StatusCode::from_u16(status).ok();
    known.and_then(|status| status.canonical_reason()).unwrap_or("Error")
}

impl From<ActionError> for Refusal {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Refused(problems) => {
                let first = problems.first().map(|problem| problem.says.clone());
                let says = match first {
                    Some(says) if problems.len() == 1 => says,
                    _ => text!("web-refused", count = problems.len()),
                };
                Self { problems, ..Self::new(422, says) }
            }
            ActionError::Hindered(says) => Self::new(503, says).again_after(5),
            ActionError::Damaged(says) => Self::new(500, says),
            ActionError::Forbidden(says) => Self::new(403, says),
            ActionError::NotFound(says) => Self::new(404, says),
            ActionError::Moved(says) => Self::new(409, says),
        }
    }
}

/// What a store says of a page it never gave: whoever asks for it, not the store, is at fault.
const UNKNOWN_PAGE: &str = "store-page-unknown";

impl From<KeepError> for Refusal {
    fn from(error: KeepError) -> Self {
        if error.says.id() == UNKNOWN_PAGE {
            return Self::unknown_page();
        }
        ActionError::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_in_the_document_with_its_place_and_hint() {
        let says = text!("web-bad-json", error = "x");
        let problems = vec![
            Problem::error(Place::at("produkt"), says.clone()),
            Problem::error(Place::at("release"), says),
        ];
        let document = Refusal::from(ActionError::Refused(problems)).to_problem(Language::English, "r1");
        assert_eq!(document["status"], 422);
        assert_eq!(document["code"], "web-refused");
        assert_eq!(document["title"], "Unprocessable Entity");
        assert_eq!(document["problems"][1]["place"]["path"], "release");
        assert_eq!(document["problems"].as_array().map(Vec::len), Some(2));
    }

    #[test]
    fn a_single_problem_speaks_for_the_whole() {
        let says = text!("web-not-found");
        let error = ActionError::Refused(vec![Problem::error(Place::default(), says)]);
        assert_eq!(Refusal::from(error).says.id(), "web-not-found");
    }
}
