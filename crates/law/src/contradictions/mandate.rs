//! Contradictions between a mandate and Article 18: tasks it cannot hold, and tasks it must hold.

use proofmark_facts::{Dossier, MandatedTask, Place, Problem};
use proofmark_text::{Text, text};

/// Article 18(3)(a) to (c) (AR-03): what every mandate lets a representative do.
const LEAST: [MandatedTask; 3] =
    [MandatedTask::KeepDocuments, MandatedTask::AnswerAuthorities, MandatedTask::Cooperate];

/// What the mandate names against what Article 18 allows and asks. A mandate whose tasks are not stated is not judged.
pub(crate) fn mandate(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let Some(representative) = &dossier.operator.authorised_representative else { return };
    for (index, task) in representative.tasks.iter().enumerate() {
        if let Some(paragraph) = excluded(*task) {
            let place = Place::at(format!("operator.authorised_representative.tasks[{index}]"));
            let says = text!("duties-contradiction-excluded-task", paragraph = paragraph);
            problems.push(Problem::error(place, says));
        }
    }
    if representative.tasks.is_empty() {
        return;
    }
    for says in missing_tasks(&representative.tasks) {
        problems.push(Problem::error(Place::at("operator.authorised_representative.tasks"), says));
    }
}

/// What a mandate with these tasks lacks of the least it must hold.
pub(crate) fn missing_tasks(tasks: &[MandatedTask]) -> Vec<Text> {
    let lacking = LEAST.iter().filter(|task| !tasks.contains(task));
    lacking.map(|task| text!("duties-contradiction-missing-task", task = word(*task))).collect()
}

fn word(task: MandatedTask) -> &'static str {
    match task {
        MandatedTask::KeepDocuments => "keep-documents",
        MandatedTask::AnswerAuthorities => "answer-authorities",
        _ => "cooperate",
    }
}

/// Article 18(2) (AR-01): the paragraph that keeps a task with the manufacturer; the tasks of Annex VIII (AR-04)
/// and the least of Article 18(3) have none.
fn excluded(task: MandatedTask) -> Option<Text> {
    Some(match task {
        MandatedTask::Design => text!("duties-excluded-design"),
        MandatedTask::RiskAssessment => text!("duties-excluded-risk"),
        MandatedTask::Components => text!("duties-excluded-components"),
        MandatedTask::VulnerabilityHandling => text!("duties-excluded-vulnerabilities"),
        MandatedTask::KeepUpdatesAvailable => text!("duties-excluded-updates"),
        MandatedTask::DrawUpDocumentation => text!("duties-excluded-documentation"),
        MandatedTask::SeriesProduction => text!("duties-excluded-series"),
        MandatedTask::KeepDocuments
        | MandatedTask::AnswerAuthorities
        | MandatedTask::Cooperate
        | MandatedTask::CeMarking
        | MandatedTask::Declaration
        | MandatedTask::ApplyForExamination
        | MandatedTask::InformNotifiedBody
        | MandatedTask::QualityAssurance => return None,
    })
}
