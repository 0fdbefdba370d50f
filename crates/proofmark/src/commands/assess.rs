//! `proofmark assess`: the main job.

use std::path::Path;

use proofmark_actions::{
    ActionError, AssessOrder, Assessed, DOSSIER, PackOrder, Papers, assemble_pack, assess as assess_action,
    papers,
};
use proofmark_facts::{Keeping, Problem};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;
use proofmark_trust::SignerKey;
use proofmark_web::Exhibit;

use crate::cli::AssessArgs;
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, show_problems, user, uuid};
use crate::sources::open_sources;
use crate::write::write_whole;

/// The evidence pack's name in the directory the papers go to.
pub(crate) const PACK: &str = "evidence-pack.zip";

/// Assesses the release, writes papers and pack where asked, and answers with the gate.
pub(crate) fn assess(args: &AssessArgs, session: &Session) -> Result<Exit, ActionError> {
    let directory = Directory::open(&args.directory)?;
    let by = args.by.clone().unwrap_or_else(user);
    let as_of = args.on.unwrap_or_else(|| session.today());
    let order = AssessOrder { by: &by, with: WITH, at: session.now, as_of };
    let home = session.home()?;
    let open = |advisories: &[String]| open_sources(home, args.db.as_deref(), &directory, advisories);
    // The key first: where it is damaged or gone, nothing may be kept.
    let open_keeping = || home.signer().and_then(|signer| Ok((home.store()?, signer)));
    let state = home.state_in_use()?.state;
    let done = assess_action(&order, &directory, &open, &state, open_keeping);
    let (assessed, mut store, signer) = done.map_err(|error| named(error, &args.directory))?;
    show_notices(&assessed, args, session);
    if let Some(out) = &args.out {
        write_papers((&assessed, &state), out, &by, session, &mut store, &signer)?;
    }
    Ok(session.show(&Exhibit::Assessment(&assessed.assessment, args.all)))
}

/// Every paper into the directory, then the pack that holds them all.
fn write_papers(
    (assessed, state): (&Assessed, &StateOfTheLaw),
    out: &Path,
    by: &str,
    session: &Session,
    store: &mut dyn Keeping,
    signer: &SignerKey,
) -> Result<(), ActionError> {
    let Papers { files, warnings } = papers(assessed, state, uuid()?)?;
    show_problems(&warnings);
    for file in &files {
        write_whole(&out.join(&file.path), &file.bytes)?;
    }
    let result = &assessed.assessment;
    let order = PackOrder {
        subject: &result.subject,
        operator: &result.operator,
        product: &result.product,
        release: &result.release,
        by,
        with: WITH,
        at: session.now,
    };
    let pack = assemble_pack(&order, files, store, signer)?;
    write_whole(&out.join(PACK), &pack)?;
    session.say(&text!("proofmark-wrote", path = out.display().to_string()));
    Ok(())
}

/// What was noticed in the inputs goes to standard error: it is talk about the data, not the data.
fn show_notices(assessed: &Assessed, args: &AssessArgs, session: &Session) {
    if !session.quiet {
        let notices = assessed.assessment.notices.iter().cloned();
        let notices = notices.map(|problem| in_directory(problem, &args.directory));
        show_problems(&notices.collect::<Vec<_>>());
    }
}

/// Names files as the user named the directory.
pub(crate) fn named(error: ActionError, directory: &Path) -> ActionError {
    match error {
        ActionError::Refused(problems) => ActionError::Refused(
            problems.into_iter().map(|problem| in_directory(problem, directory)).collect(),
        ),
        other => other,
    }
}

/// Names the file a problem stands in as the user named the directory.
pub(crate) fn in_directory(mut problem: Problem, directory: &Path) -> Problem {
    let file = problem.place.file.take().unwrap_or_else(|| DOSSIER.to_owned());
    problem.place.file = Some(directory.join(file).display().to_string());
    problem
}
