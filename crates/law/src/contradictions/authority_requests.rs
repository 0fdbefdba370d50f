//! Contradictions in what authorities are said to have asked.

use proofmark_facts::{Dossier, Place, Problem};
use proofmark_text::text;

use crate::register::obligations::obligation;

/// Calls on obligations that do not exist, and answers before the question.
pub(crate) fn authority_requests(dossier: &Dossier, problems: &mut Vec<Problem>) {
    for (index, request) in dossier.authority_requests.iter().enumerate() {
        let at = |field: &str| Place::at(format!("authority_requests[{index}].{field}"));
        if obligation(&request.obligation).is_none() {
            let says = text!("law-contradiction-unknown-obligation", obligation = &request.obligation);
            problems.push(Problem::warning(at("obligation"), says));
        }
        if let (Some(received_on), Some(answered_on)) = (request.received_on, request.answered_on)
            && answered_on < received_on
        {
            let says = text!(
                "duties-contradiction-answered-before-asked",
                answered_on = answered_on.to_string(),
                received_on = received_on.to_string()
            );
            problems.push(Problem::error(at("answered_on"), says));
        }
    }
}
