//! The answer to "what is known about this component".

use proofmark_facts::KnownVulnerability;
use proofmark_text::Text;

/// What the index says of one component.
#[derive(Debug, Clone, PartialEq)]
pub enum Checked {
    /// Nothing published affects it.
    Clean,
    /// These vulnerabilities are published for it, sorted by identifier.
    Known(Vec<KnownVulnerability>),
    /// These are, and of others it cannot be said, for this reason.
    Partly(Vec<KnownVulnerability>, Text),
    /// Nothing can be said, for this reason.
    Unchecked(Text),
}

impl Checked {
    /// The vulnerabilities known.
    pub fn known(&self) -> &[KnownVulnerability] {
        match self {
            Self::Known(known) | Self::Partly(known, _) => known,
            Self::Clean | Self::Unchecked(_) => &[],
        }
    }

    /// The vulnerabilities known, for whoever needs nothing else.
    pub fn into_known(self) -> Vec<KnownVulnerability> {
        match self {
            Self::Known(known) | Self::Partly(known, _) => known,
            Self::Clean | Self::Unchecked(_) => Vec::new(),
        }
    }

    /// Why something, or anything, could not be said.
    pub fn unchecked(&self) -> Option<&Text> {
        match self {
            Self::Unchecked(because) | Self::Partly(_, because) => Some(because),
            Self::Clean | Self::Known(_) => None,
        }
    }
}

/// The answers for a list of components, each distinct one held once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// The distinct answers, in the order they were first asked for.
    pub(crate) distinct: Vec<Checked>,
    /// For each component the number of its answer.
    pub(crate) of: Vec<usize>,
}

impl Answers {
    /// The answer for the component at this place of the list.
    pub fn get(&self, component: usize) -> Option<&Checked> {
        self.distinct.get(*self.of.get(component)?)
    }

    /// The answers in the order of the components.
    pub fn iter(&self) -> impl Iterator<Item = &Checked> {
        self.of.iter().filter_map(|&number| self.distinct.get(number))
    }

    /// The answers in the order of the components, each its own: one that several have is copied but for the last.
    pub fn into_each(self) -> Vec<Checked> {
        let Self { mut distinct, of } = self;
        let mut last = vec![None; distinct.len()];
        for (place, &number) in of.iter().enumerate() {
            last[number] = Some(place);
        }
        let mut answer = |(place, number): (usize, usize)| {
            let is_last = last[number] == Some(place);
            if is_last {
                std::mem::replace(&mut distinct[number], Checked::Clean)
            } else {
                distinct[number].clone()
            }
        };
        of.into_iter().enumerate().map(&mut answer).collect()
    }

    /// The distinct answers.
    pub fn distinct(&self) -> &[Checked] {
        &self.distinct
    }
}
