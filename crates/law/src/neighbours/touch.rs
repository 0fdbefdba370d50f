//! Whether a declared fact touches another act: it does, it does not, or nobody has said.

use proofmark_facts::AlsoGoverned;

/// What the declared facts say of one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Touch {
    /// This fact touches it.
    Touched(&'static str),
    /// What is stated says that it does not.
    Not,
    /// It turns on these facts, which are not stated.
    Unknown(Vec<&'static str>),
}

/// A fact under `[scope.also]`: the way to it, and what it says.
pub(super) type Fact = (&'static str, fn(&AlsoGoverned) -> Option<bool>);

/// Touched by the first of these facts that holds; unknown while none holds and one of them is not stated.
pub(super) fn by_any(also: &AlsoGoverned, facts: &[Fact]) -> Touch {
    if let Some((path, _)) = facts.iter().find(|(_, says)| says(also) == Some(true)) {
        return Touch::Touched(path);
    }
    let unstated = facts.iter().filter(|(_, says)| says(also).is_none());
    let missing: Vec<&'static str> = unstated.map(|(path, _)| *path).collect();
    if missing.is_empty() { Touch::Not } else { Touch::Unknown(missing) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTS: &[Fact] =
        &[("scope.also.toy", |also| also.toy), ("scope.also.machinery", |also| also.machinery)];

    #[test]
    fn one_fact_that_holds_is_enough_and_one_that_is_not_stated_leaves_it_open() {
        let also = |toy, machinery| AlsoGoverned { toy, machinery, ..AlsoGoverned::default() };
        assert_eq!(by_any(&also(None, Some(true)), FACTS), Touch::Touched("scope.also.machinery"));
        assert_eq!(by_any(&also(Some(false), Some(false)), FACTS), Touch::Not);
        assert_eq!(by_any(&also(Some(false), None), FACTS), Touch::Unknown(vec!["scope.also.machinery"]));
    }
}
