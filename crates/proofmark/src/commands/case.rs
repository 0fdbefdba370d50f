//! `proofmark case`: the response desk in the home.

use std::path::Path;

use jiff::Timestamp;
use proofmark_actions::{
    ActionError, CaseOrder, ChangeOrder, DraftOrder, HandedProof, OpenOrder, Told, draft_stage,
    enter_in_case, look_at_case, look_at_cases, open_case, seal_batch,
};
use proofmark_facts::{
    Actor, CaseFact, CaseState, CaseTold, CaseWords, Place, Problem, Signal, Stage, Submission,
};
use proofmark_law::StateOfTheLaw;
use proofmark_text::{Text, text};
use proofmark_web::Exhibit;

use super::purge::operator;
use crate::case_cli::{CaseArgs, CaseCommand, EntryCommand, Judged, SignalArgs, SubmittedArgs, When};
use crate::directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, user};

/// Does what is asked with the home's cases.
pub(crate) fn case(args: &CaseArgs, session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let state = home.state_in_use()?.state;
    let mut store = home.store()?;
    let operator = operator(args.of.as_deref(), &store)?;
    let by = Actor::local(&args.by.clone().unwrap_or_else(user));
    let change = ChangeOrder { by: &by, with: WITH, at: session.now };
    let of = |case| CaseOrder { change, operator: &operator, case };
    match &args.command {
        CaseCommand::List { judged } => {
            let change = judging(change, judged);
            let list = look_at_cases(&change, &operator, &state, &store)?;
            Ok(session.show(&Exhibit::Cases(&list, change.at)))
        }
        CaseCommand::Show { case, all, judged } => {
            let order = CaseOrder { change: judging(change, judged), ..of(case) };
            let view = look_at_case(&order, &state, &store)?;
            Ok(session.show(&Exhibit::Case(&view, *all)))
        }
        CaseCommand::Draft { case, stage, product, judged } => {
            let of = CaseOrder { change: judging(change, judged), ..of(case) };
            let order = DraftOrder { of, stage: (*stage).into(), product: product.as_deref() };
            let draft = draft_stage(&order, &state, &store)?;
            Ok(session.show(&Exhibit::Draft(&draft)))
        }
        CaseCommand::Open(asked) => {
            let signer = home.signer()?;
            let signal = signal(&asked.signal, session.now);
            let order = OpenOrder {
                change,
                operator: &operator,
                name: &asked.name,
                stream: asked.stream.into(),
                exercise: asked.exercise.as_deref(),
                signal: Some(&signal),
            };
            let opened = open_case(&order, &mut store)?;
            seal_batch(&mut store, &signer)?;
            Ok(session.show(&Exhibit::CaseEntered(&opened)))
        }
        CaseCommand::Enter(entered) => {
            let signer = home.signer()?;
            let read = read(entered, &state, session.now)?;
            let entered = Told { told: read.told, files: read.files.iter().map(ReadFile::proof).collect() };
            let after = enter_in_case(&of(&read.case), &entered, &mut store)?;
            seal_batch(&mut store, &signer)?;
            Ok(session.show(&Exhibit::CaseEntered(&after)))
        }
    }
}

/// The same, judged at another instant where one is named.
fn judging<'a>(change: ChangeOrder<'a>, judged: &Judged) -> ChangeOrder<'a> {
    ChangeOrder { at: judged.judged_at.unwrap_or(change.at), ..change }
}

/// What is entered, with the files it names.
struct Read {
    case: String,
    told: CaseTold,
    files: Vec<ReadFile>,
}

struct ReadFile {
    name: String,
    bytes: Vec<u8>,
}

impl ReadFile {
    fn proof(&self) -> HandedProof<'_> {
        HandedProof { name: &self.name, bytes: &self.bytes }
    }
}

fn read(command: &EntryCommand, state: &StateOfTheLaw, now: Timestamp) -> Result<Read, ActionError> {
    let (case, told) = match command {
        EntryCommand::Submitted(asked) => return submitted(asked, state, now),
        EntryCommand::Attach { case, file } => {
            let file = read_file(file)?;
            let told = CaseTold::Attached { file: file.proof().file() };
            return Ok(Read { case: case.clone(), told, files: vec![file] });
        }
        EntryCommand::Signal { case, signal: asked } => (case, CaseTold::Signal(signal(asked, now))),
        EntryCommand::RejectSignal { case, signal, because } => {
            (case, CaseTold::SignalRejected { signal: *signal, because: because.clone() })
        }
        EntryCommand::Assess { case, when } => (case, CaseTold::AssessmentBegan { began_at: at(when, now) }),
        EntryCommand::Occurred { case, when } => (case, CaseTold::Occurred { occurred_at: at(when, now) }),
        EntryCommand::Fact { case, fact, answer, because } => {
            let named = CaseFact::ALL.into_iter().find(|one| one.word() == *fact);
            let facts = CaseFact::ALL.into_iter().map(CaseFact::word);
            let fact = named.ok_or_else(|| not_one_of("FACT", fact, facts))?;
            (case, CaseTold::Known { fact, answer: answer.answer(), because: because.clone() })
        }
        EntryCommand::Aware { case, when, because } => {
            (case, CaseTold::Ruled { aware_at: at(when, now), because: because.clone() })
        }
        EntryCommand::Measure { case, kind, when, details } => {
            let (available_at, kind, details) = (at(when, now), (*kind).into(), details.clone());
            (case, CaseTold::MeasureAvailable { available_at, kind, details })
        }
        EntryCommand::WithdrawMeasure { case, measure, because } => {
            (case, CaseTold::MeasureWithdrawn { measure: *measure, because: because.clone() })
        }
        EntryCommand::Affects { case, product, releases, not } => {
            let (product, releases) = (product.clone(), releases.clone());
            (case, CaseTold::Affects { product, releases, affected: !not })
        }
        EntryCommand::Component { case, component } => {
            (case, CaseTold::InComponent { component: component.clone() })
        }
        EntryCommand::Word { case, what, text, file } => {
            let named = CaseWords::ALL.into_iter().find(|one| one.word() == *what);
            let all = CaseWords::ALL.into_iter().map(CaseWords::word);
            let what = named.ok_or_else(|| not_one_of("WHAT", what, all))?;
            (case, CaseTold::Worded { what, words: words(text.as_deref(), file.as_deref())? })
        }
        EntryCommand::AvailableIn { case, member_states } => {
            (case, CaseTold::AvailableIn { member_states: member_states.clone() })
        }
        EntryCommand::Coordinator { case, member_state, because } => {
            (case, CaseTold::Coordinator { member_state: *member_state, because: because.clone() })
        }
        EntryCommand::Step { case, to, because } => {
            let all = CaseState::ALL.into_iter().map(|state| state.word().to_owned());
            let to = CaseState::of_word(to).ok_or_else(|| not_one_of("STATE", to, all))?;
            (case, CaseTold::Moved { to, because: because.clone() })
        }
        EntryCommand::ReportAsked { case, when, due } => {
            (case, CaseTold::ReportAsked { asked_at: at(when, now), due_at: *due })
        }
        EntryCommand::GivenBefore { case, stage, because } => {
            (case, CaseTold::GivenBefore { stage: (*stage).into(), because: because.clone() })
        }
        EntryCommand::UsersTold { case, when, whom } => {
            (case, CaseTold::UsersTold { told_at: at(when, now), whom: whom.clone() })
        }
        EntryCommand::Remark { case, words } => (case, CaseTold::Remark { words: words.clone() }),
    };
    Ok(Read { case: case.clone(), told, files: Vec::new() })
}

fn at(when: &When, now: Timestamp) -> Timestamp {
    when.at.unwrap_or(now)
}

fn signal(asked: &SignalArgs, now: Timestamp) -> Signal {
    Signal {
        came_at: at(&asked.when, now),
        source: asked.source.into(),
        says: asked.says.clone(),
        from: asked.from.clone(),
        claims_exploitation: asked.claims_exploitation,
    }
}

fn submitted(asked: &SubmittedArgs, state: &StateOfTheLaw, now: Timestamp) -> Result<Read, ActionError> {
    let receipt = read_file(&asked.receipt)?;
    let draft = asked.draft.as_deref().map(read_file).transpose()?;
    let platform = &state.reporting_platform;
    let submission = Submission {
        stage: Stage::from(asked.stage),
        submitted_at: at(&asked.when, now),
        representative: asked.representative.clone(),
        reference: asked.reference.clone(),
        receipt: receipt.proof().file(),
        draft: draft.as_ref().map(|draft| draft.proof().file()),
        glossary: format!("{}, {}", platform.glossary, platform.captured_on),
    };
    let files = std::iter::once(receipt).chain(draft).collect();
    Ok(Read { case: asked.case.clone(), told: CaseTold::Submitted(submission), files })
}

fn words(text: Option<&str>, file: Option<&Path>) -> Result<String, ActionError> {
    let Some(file) = file else { return Ok(text.unwrap_or_default().to_owned()) };
    let read = read_file(file)?;
    let name = file.display().to_string();
    String::from_utf8(read.bytes).map_err(|_| refused("--file", text!("cases-cli-no-text", file = name)))
}

/// The file, and its name alone: where it lies concerns nobody.
fn read_file(path: &Path) -> Result<ReadFile, ActionError> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(ReadFile { name, bytes: directory::read_file(path)? })
}

fn not_one_of(place: &str, word: &str, all: impl Iterator<Item = String>) -> ActionError {
    let all: Vec<String> = all.collect();
    refused(place, text!("cases-cli-not-one-of", word = word, all = all.join(", ")))
}

fn refused(place: &str, says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::at(place), says)])
}
