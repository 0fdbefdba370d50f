//! Conformity assessment procedures: their steps, and what comes out of them.

use proofmark_text::RegisterSentence;

use super::obligations::numbered;
use crate::routes::annex_viii::{ModuleDuties, procedure_name};

impl ModuleDuties {
    /// What is done at each of its steps, in their order.
    pub fn step_sentences(&self) -> Vec<RegisterSentence> {
        let steps = (1..).zip(self.steps);
        steps
            .map(|(number, step)| RegisterSentence::numbered("step", self.name(), number, step.does))
            .collect()
    }

    /// The documents that exist afterwards, in their order.
    pub fn document_sentences(&self) -> Vec<RegisterSentence> {
        numbered("document", self.name(), self.documents)
    }

    /// What comes out of it.
    pub fn output_sentence(&self) -> RegisterSentence {
        RegisterSentence::new("output", self.name(), self.output)
    }

    fn name(&self) -> &'static str {
        procedure_name(self.procedure)
    }
}
