//! Reviews a modification from two revisions that are handed over: the same review as between two directories.

use proofmark_access::Right;
use proofmark_facts::{Problem, SystemOfRecord};
use proofmark_law::StateOfTheLaw;

use crate::determine_modification::{determined, is_determined};
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::keep_review::keep_review;
use crate::modification_review::{ModificationReview, ReviewOrder};
use crate::products::handed_file::HandedFile;
use crate::products::handed_over::HandedOrder;
use crate::propose_modification::proposed;
use crate::revision::{Revision, read_revision};

/// The folder the earlier revision is handed over in.
pub const EARLIER_FOLDER: &str = "earlier/";

/// The folder the newer revision is handed over in.
pub const NEWER_FOLDER: &str = "newer/";

/// Keeps both revisions with the proposal or the declared decision, and writes one line. It does not seal.
///
/// The files lie in two folders, `earlier` and `newer`, and every problem names its file with its folder. Beside the
/// review stands what was noticed in both.
pub fn review_handed(
    order: &HandedOrder<'_>,
    files: &[HandedFile],
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(ModificationReview, Vec<Problem>), ActionError> {
    let (earlier, newer) = {
        let keeping = &*keeping;
        let read = |folder| read_revision(&order.beside(&in_folder(files, folder), keeping)?, state);
        both(read(EARLIER_FOLDER), read(NEWER_FOLDER))?
    };
    let asked = ReviewOrder { by: &order.change.by.name, with: order.change.with, at: order.change.at };
    let conclude = if is_determined(&newer) { determined } else { proposed };
    // What is wrong with the two together is mended in the newer one.
    let concluded =
        conclude(&asked, &earlier, &newer, state).map_err(|error| error_in(error, NEWER_FOLDER))?;
    let review = &concluded.review;
    order.demand(Right::HandIn, &review.subject, (&review.operator, &review.product), keeping)?;
    keep_review(&asked, &concluded, [&earlier, &newer], keeping)?;
    let of_newer: Vec<Problem> = newer.notices.iter().chain(&review.notices).cloned().collect();
    let mut notices = problems_in(earlier.notices, EARLIER_FOLDER);
    notices.extend(problems_in(of_newer, NEWER_FOLDER));
    Ok((concluded.review, notices))
}

/// The files of one folder, by the names its dossier knows them by.
fn in_folder(files: &[HandedFile], folder: &str) -> Vec<HandedFile> {
    let inside = |file: &HandedFile| {
        let path = file.path.strip_prefix(folder)?.to_owned();
        Some(HandedFile { path, bytes: file.bytes.clone() })
    };
    files.iter().filter_map(inside).collect()
}

/// Both revisions; what is wrong with either is told at once.
fn both(
    earlier: Result<Revision, ActionError>,
    newer: Result<Revision, ActionError>,
) -> Result<(Revision, Revision), ActionError> {
    let earlier = earlier.map_err(|error| error_in(error, EARLIER_FOLDER));
    let newer = newer.map_err(|error| error_in(error, NEWER_FOLDER));
    match (earlier, newer) {
        (Ok(earlier), Ok(newer)) => Ok((earlier, newer)),
        (Err(ActionError::Refused(mut problems)), Err(ActionError::Refused(more))) => {
            problems.extend(more);
            Err(ActionError::Refused(problems))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

fn error_in(error: ActionError, folder: &str) -> ActionError {
    match error {
        ActionError::Refused(problems) => ActionError::Refused(problems_in(problems, folder)),
        other => other,
    }
}

fn problems_in(mut problems: Vec<Problem>, folder: &str) -> Vec<Problem> {
    for problem in &mut problems {
        let file = problem.place.file.take().unwrap_or_else(|| DOSSIER.to_owned());
        problem.place.file = Some(format!("{folder}{file}"));
    }
    problems
}
