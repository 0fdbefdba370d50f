//! The questions of the test: the fact each is answered by, the words it is asked in, and where it comes from.

use proofmark_facts::Modification;
use proofmark_text::{Text, text};

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{G, P, Source};

/// One question a dossier answers with yes or no.
pub(crate) struct Question {
    /// The way to the fact.
    pub(crate) path: &'static str,
    /// What is stated.
    pub(crate) answer: fn(&Modification) -> Option<bool>,
    /// The question as a person is asked it.
    pub(crate) asks: fn() -> Text,
    /// What yes means.
    pub(crate) yes: fn() -> Text,
    source: Source,
    cites: Citation,
}

impl Question {
    /// The question, as the reason why nothing can be said.
    pub(crate) fn asked(&self) -> Reason {
        Reason::new((self.asks)(), self.source, self.cites).on(self.path)
    }

    /// Whether it asks for a new threat vector, and not for what comes of one.
    pub(crate) fn is_a_vector(&self) -> bool {
        self.source.row == "SUB-02"
    }

    /// What the answer yes means.
    pub(crate) fn affirmed(&self) -> Reason {
        Reason::new((self.yes)(), self.source, self.cites).on(self.path)
    }
}

/// SUB-01, first half: whether the purpose changed.
pub(crate) const PURPOSE: Question = Question {
    path: "modification.purpose_changed",
    answer: |declared| declared.purpose_changed,
    asks: || text!("modification-ask-purpose"),
    yes: || text!("modification-purpose-changed"),
    source: Source::new("SUB-01", &[P, G]),
    cites: Citation::article(3).point("30"),
};

/// SUB-01, second half: whether the risk assessment covers the new purpose.
pub(crate) const PURPOSE_COVERED: Question = Question {
    path: "modification.purpose_change_covered",
    answer: |declared| declared.purpose_change_covered,
    asks: || text!("modification-ask-purpose-covered"),
    yes: || text!("modification-purpose-covered"),
    source: Source::new("SUB-01", &[P, G]),
    cites: Citation::guidance(105),
};

const SUB_02: Source = Source::new("SUB-02", &[G]);
const POINT_110: Citation = Citation::guidance(110);

/// SUB-02 to SUB-05: what a change can bring that nobody assessed.
pub(crate) const NEW_RISKS: [Question; 7] = [
    Question {
        path: "modification.new_interfaces",
        answer: |declared| declared.new_interfaces,
        asks: || text!("modification-ask-interfaces"),
        yes: || text!("modification-new-interfaces"),
        source: SUB_02,
        cites: POINT_110,
    },
    Question {
        path: "modification.new_channels",
        answer: |declared| declared.new_channels,
        asks: || text!("modification-ask-channels"),
        yes: || text!("modification-new-channels"),
        source: SUB_02,
        cites: POINT_110,
    },
    Question {
        path: "modification.new_execution_environments",
        answer: |declared| declared.new_execution_environments,
        asks: || text!("modification-ask-environments"),
        yes: || text!("modification-new-environments"),
        source: SUB_02,
        cites: POINT_110,
    },
    Question {
        path: "modification.new_external_dependencies",
        answer: |declared| declared.new_external_dependencies,
        asks: || text!("modification-ask-dependencies"),
        yes: || text!("modification-new-dependencies"),
        source: SUB_02,
        cites: POINT_110,
    },
    Question {
        path: "modification.new_attack_scenarios",
        answer: |declared| declared.new_attack_scenarios,
        asks: || text!("modification-ask-scenarios"),
        yes: || text!("modification-new-scenarios"),
        source: Source::new("SUB-03", &[G]),
        cites: POINT_110,
    },
    Question {
        path: "modification.likelihood_raised",
        answer: |declared| declared.likelihood_raised,
        asks: || text!("modification-ask-likelihood"),
        yes: || text!("modification-likelihood-raised"),
        source: Source::new("SUB-04", &[G]),
        cites: POINT_110,
    },
    Question {
        path: "modification.impact_raised",
        answer: |declared| declared.impact_raised,
        asks: || text!("modification-ask-impact"),
        yes: || text!("modification-impact-raised"),
        source: Source::new("SUB-05", &[G]),
        cites: POINT_110,
    },
];

/// SUB-10, asked of security updates beside the interfaces and dependencies of SUB-02.
pub(crate) const BOUNDARY: Question = Question {
    path: "modification.boundary_changed",
    answer: |declared| declared.boundary_changed,
    asks: || text!("modification-ask-boundary"),
    yes: || text!("modification-boundary-changed"),
    source: Source::new("SUB-10", &[G]),
    cites: Citation::guidance(109),
};

/// SUB-09: whether a security update does what it is for.
pub(crate) const LOWERS_RISK: Question = Question {
    path: "modification.lowers_risk",
    answer: |declared| declared.lowers_risk,
    asks: || text!("modification-ask-lowers-risk"),
    yes: || text!("modification-lowers-risk"),
    source: Source::new("SUB-09", &[P, G]),
    cites: Citation::recital(39),
};

/// SUB-06: what the existing risk assessment presumes.
pub(crate) const PRESUMED: [Question; 2] = [
    Question {
        path: "modification.assumptions_hold",
        answer: |declared| declared.assumptions_hold,
        asks: || text!("modification-ask-assumptions"),
        yes: || text!("modification-assumptions-hold"),
        source: Source::new("SUB-06", &[G]),
        cites: Citation::guidance(111),
    },
    Question {
        path: "modification.mitigations_hold",
        answer: |declared| declared.mitigations_hold,
        asks: || text!("modification-ask-mitigations"),
        yes: || text!("modification-mitigations-hold"),
        source: Source::new("SUB-06", &[G]),
        cites: Citation::guidance(111),
    },
];

/// The definition's first limb, asked outright: of repairs, and where the questions leave it open.
pub(crate) const COMPLIANCE: Question = Question {
    path: "modification.affects_compliance",
    answer: |declared| declared.affects_compliance,
    asks: || text!("modification-ask-compliance"),
    yes: || text!("modification-affects-compliance"),
    source: Source::new("DEF-22", &[P]),
    cites: Citation::article(3).point("30"),
};

/// SUB-07: the four conditions under which a change counts as foreseen, each with its question.
pub(crate) fn foreseen_asked(path: &'static str) -> Reason {
    let says = match path {
        "modification.foreseen.foreseen" => text!("modification-ask-foreseen"),
        "modification.foreseen.described" => text!("modification-ask-described"),
        "modification.foreseen.assessed" => text!("modification-ask-assessed"),
        _ => text!("modification-ask-mitigated"),
    };
    Reason::new(says, Source::new("SUB-07", &[G]), Citation::guidance(106)).on(path)
}

/// The question that a fact of this path answers.
pub(crate) fn question(path: &str) -> Option<&'static Question> {
    const SINGLE: [&Question; 5] = [&PURPOSE, &PURPOSE_COVERED, &BOUNDARY, &LOWERS_RISK, &COMPLIANCE];
    NEW_RISKS.iter().chain(&PRESUMED).chain(SINGLE).find(|question| question.path == path)
}
