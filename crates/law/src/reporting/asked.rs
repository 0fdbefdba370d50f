//! What a question about one case may turn on: the case, the rest of the dossier, and the instant it is asked for.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{CaseKnowledge, DeclaredCase, Dossier};

use crate::roles::role::RoleVerdict;
use crate::scope::article_2_scope::ScopeVerdict;
use crate::state::state_of_the_law::StateOfTheLaw;

/// One declared case and everything around it.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) dossier: &'a Dossier,
    /// The state of the law it is judged under.
    pub(crate) state: &'a StateOfTheLaw,
    pub(crate) scope: &'a ScopeVerdict,
    pub(crate) role: &'a RoleVerdict,
    pub(crate) case: &'a DeclaredCase,
    /// Its place among the declared cases.
    pub(crate) index: usize,
    /// The day the law is asked for.
    pub(crate) day: Date,
    /// The instant clocks are judged at; what is declared for later has not happened yet.
    pub(crate) now: Timestamp,
}

/// A case at an instant: all its clocks turn on.
#[derive(Clone, Copy)]
pub(crate) struct CaseAt<'a> {
    pub(crate) case: &'a DeclaredCase,
    pub(crate) index: usize,
    pub(crate) now: Timestamp,
}

impl<'a> Asked<'a> {
    /// The case and the instant alone.
    pub(crate) fn at(&self) -> CaseAt<'a> {
        CaseAt { case: self.case, index: self.index, now: self.now }
    }

    /// The way to a fact of this case.
    pub(crate) fn path(&self, fact: &str) -> String {
        self.at().path(fact)
    }

    pub(crate) fn known(&self) -> &CaseKnowledge {
        &self.case.known
    }

    /// An instant that has come by the instant asked for.
    pub(crate) fn by_now(&self, at: Option<Timestamp>) -> Option<Timestamp> {
        self.at().by_now(at)
    }
}

impl CaseAt<'_> {
    /// The way to a fact of this case.
    pub(crate) fn path(&self, fact: &str) -> String {
        format!("cases[{}].{fact}", self.index)
    }

    /// An instant that has come by the instant asked for.
    pub(crate) fn by_now(&self, at: Option<Timestamp>) -> Option<Timestamp> {
        at.filter(|at| *at <= self.now)
    }
}
