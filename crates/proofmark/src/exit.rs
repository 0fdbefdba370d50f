//! How the program ends: the exit codes, which are a promise to scripts and pipelines.

use std::process::ExitCode;

use proofmark_actions::ActionError;

/// The end of a run. The numbers never change their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The answer is yes: the gate is open, the pack is intact, the command did what was asked.
    Yes = 0,
    /// The answer is no: the gate is closed, the pack is not intact.
    No = 1,
    /// The command line cannot be understood.
    Usage = 2,
    /// What was handed in cannot be used: a dossier, an SBOM, an advisory, a key.
    Refused = 3,
    /// Something outside hindered it: a full disk, a missing permission, a busy store.
    Hindered = 4,
    /// What was kept earlier is not as it was written.
    Damaged = 5,
    /// No answer can be given yet: facts are missing or contradict each other.
    Undecided = 6,
    /// Whoever asks may not do it.
    Forbidden = 7,
    /// A fault of Proofmark itself.
    Bug = 70,
}

impl Exit {
    /// Every end there is, in the order of the numbers.
    pub const ALL: [Self; 9] = [
        Self::Yes,
        Self::No,
        Self::Usage,
        Self::Refused,
        Self::Hindered,
        Self::Damaged,
        Self::Undecided,
        Self::Forbidden,
        Self::Bug,
    ];

    /// What it means, for the page of exit codes.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Yes => {
                "The answer is yes: the release may be placed on the market as far as Annex I Part I (2)(a) \
                 goes, or the Regulation does not ask that of it; a checked product may be passed on; the \
                 modification is not substantial; of no component a scan asks about anything is known; the pack is intact, the ledger verifies, or the command did what \
                 was asked."
            }
            Self::No => {
                "The answer is no: the gate is closed (as it would stand, too, for what was placed on the market before \
                 2027-12-11), the pack is not intact, the ledger does not verify; a \
                 checked product must not be passed on; the modification is substantial; a scan found vulnerabilities; a feed was not brought up to \
                 date or must be looked after; a VEX format could not hold every statement; a document of CSAF is not valid; a finding is past its day."
            }
            Self::Usage => "The command line cannot be understood.",
            Self::Refused => {
                "What was handed in cannot be used (a dossier, an SBOM, an advisory, a key), a vulnerability database among \
                 it that is damaged or of another format: it is made anew by importing once more. Every problem \
                 is named with its place; nothing was written."
            }
            Self::Hindered => {
                "Something outside hindered it: a full disk, a missing permission, a busy store. Nothing of \
                 this run was kept; run it again when the hindrance is gone."
            }
            Self::Damaged => {
                "What was kept earlier is not as it was written: the record, its files or the ledger are damaged."
            }
            Self::Undecided => {
                "No answer can be given yet: facts are missing or contradict each other, or files that tell of components \
                 could not be read for a generated list. What to ask is named; what was found so far is kept."
            }
            Self::Forbidden => "Whoever asks may not do it: the duty that may is named. Nothing was changed.",
            Self::Bug => "A fault of Proofmark itself. Please report it with the message.",
        }
    }

    /// The answer to a yes-or-no question.
    pub fn answer(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<&ActionError> for Exit {
    fn from(error: &ActionError) -> Self {
        match error {
            ActionError::Refused(_) | ActionError::NotFound(_) => Self::Refused,
            ActionError::Hindered(_) | ActionError::Moved(_) => Self::Hindered,
            ActionError::Forbidden(_) => Self::Forbidden,
            ActionError::Damaged(_) => Self::Damaged,
        }
    }
}
