//! Lays a change against the record anew where somebody else changed it meanwhile.

use crate::error::ActionError;

/// How often it is tried: each time somebody else has got on, so that many in a row are many at once.
const MOST_ATTEMPTS: usize = 16;

/// What a store says where a record is no longer what was read.
const OVERTAKEN: &str = "store-record-moved";

/// Tries again, a bounded number of times, where a record was no longer what the attempt had read.
pub(crate) fn again_when_moved<T>(
    mut attempt: impl FnMut() -> Result<T, ActionError>,
) -> Result<T, ActionError> {
    again_while(|error| matches!(error, ActionError::Moved(_)), &mut attempt)
}

/// The same where somebody else came between a record's reading and its writing, and nowhere else: what an attempt finds to
/// stand otherwise is its answer.
pub(crate) fn again_when_overtaken<T>(
    mut attempt: impl FnMut() -> Result<T, ActionError>,
) -> Result<T, ActionError> {
    again_while(|error| matches!(error, ActionError::Moved(says) if says.id() == OVERTAKEN), &mut attempt)
}

fn again_while<T>(
    is_worth: impl Fn(&ActionError) -> bool,
    attempt: &mut impl FnMut() -> Result<T, ActionError>,
) -> Result<T, ActionError> {
    for _ in 1..MOST_ATTEMPTS {
        match attempt() {
            Err(error) if is_worth(&error) => {}
            done => return done,
        }
    }
    attempt()
}

#[cfg(test)]
mod tests {
    use proofmark_text::text;

    use super::*;

    #[test]
    fn what_moved_is_tried_again_and_not_for_ever() {
        let moved = || ActionError::Moved(text!("record-no-such-product", id = "x"));
        let mut attempts = 0;
        let done = again_when_moved(|| {
            attempts += 1;
            if attempts < 3 { Err(moved()) } else { Ok(attempts) }
        });
        assert_eq!(done, Ok(3));
        let mut attempts = 0;
        let done: Result<(), _> = again_when_moved(|| {
            attempts += 1;
            Err(moved())
        });
        assert_eq!((done, attempts), (Err(moved()), MOST_ATTEMPTS));
        // What stands otherwise is an answer, what came between is none.
        let (overtaken, mut attempts) = (text!("store-record-moved", kind = "proposal", id = "x"), 0);
        let done: Result<(), _> = again_when_overtaken(|| {
            attempts += 1;
            Err(if attempts < 3 { ActionError::Moved(overtaken.clone()) } else { moved() })
        });
        assert_eq!((done, attempts), (Err(moved()), 3));
    }
}
