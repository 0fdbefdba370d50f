//! How the bounds of a window are written in one byte of the index.

use crate::window::{End, Stretch};

/// What a stored window says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bounds {
    /// A stretch of versions.
    Stretch {
        /// Whether it has a lower bound.
        from: bool,
        /// The kind of its upper bound.
        to: Upper,
    },
    /// Versions cannot be compared with it.
    Undecidable(Because),
}

/// The kinds of upper bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Upper {
    Open,
    Fixed,
    Limit,
    LastAffected,
}

/// Why versions cannot be compared with a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Because {
    /// The ecosystem has no exact order here.
    NoOrder,
    /// A bound is no version of the ecosystem, or nothing is introduced.
    Bounds,
    /// Only commits are named, or nothing at all.
    Commits,
}

const LOWER: u8 = 4;

impl Bounds {
    pub(crate) fn of(stretch: Stretch<'_>) -> Self {
        let to = match stretch.to {
            End::Open => Upper::Open,
            End::Fixed(_) => Upper::Fixed,
            End::Limit(_) => Upper::Limit,
            End::LastAffected(_) => Upper::LastAffected,
        };
        Self::Stretch { from: stretch.from.is_some(), to }
    }

    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Stretch { from, to } => {
                let to = match to {
                    Upper::Open => 0,
                    Upper::Fixed => 1,
                    Upper::Limit => 2,
                    Upper::LastAffected => 3,
                };
                to | if from { LOWER } else { 0 }
            }
            Self::Undecidable(Because::NoOrder) => 16,
            Self::Undecidable(Because::Bounds) => 17,
            Self::Undecidable(Because::Commits) => 18,
        }
    }

    pub(crate) fn of_code(code: u8) -> Option<Self> {
        let to = match code & !LOWER {
            0 => Upper::Open,
            1 => Upper::Fixed,
            2 => Upper::Limit,
            3 => Upper::LastAffected,
            16 => return Some(Self::Undecidable(Because::NoOrder)).filter(|_| code & LOWER == 0),
            17 => return Some(Self::Undecidable(Because::Bounds)).filter(|_| code & LOWER == 0),
            18 => return Some(Self::Undecidable(Because::Commits)).filter(|_| code & LOWER == 0),
            _ => return None,
        };
        Some(Self::Stretch { from: code & LOWER != 0, to })
    }

    /// The stretch with these bounds; `None` for an undecidable window.
    pub(crate) fn stretch<'a>(self, lower: &'a str, upper: &'a str) -> Option<Stretch<'a>> {
        let Self::Stretch { from, to } = self else {
            return None;
        };
        let to = match to {
            Upper::Open => End::Open,
            Upper::Fixed => End::Fixed(upper),
            Upper::Limit => End::Limit(upper),
            Upper::LastAffected => End::LastAffected(upper),
        };
        Some(Stretch { from: from.then_some(lower), to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_itself() {
        let known = (0..=u8::MAX).filter_map(|code| Some((code, Bounds::of_code(code)?)));
        let codes: Vec<u8> = known
            .map(|(code, bounds)| {
                assert_eq!(bounds.code(), code);
                code
            })
            .collect();
        assert_eq!(codes, [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18]);
    }
}
