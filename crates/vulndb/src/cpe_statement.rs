//! Whether a record's configuration holds for a component beside the others of its list: an application may be vulnerable
//! only on some platform. What is not in the list is not known to be absent.

use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::FixedState;
use proofmark_facts::{Cpe, MatchConfidence};

use crate::cpe_asked::AskedName;
use crate::cpe_fit::{Fit, Wanted, fit};
use crate::kept_cpe::{ALL, FROM_INSIDE, NOT, TO_INSIDE, VULNERABLE};
use crate::layout::Section;
use crate::record::{CpeConfiguration, CpeMatch, CpeNode};
use crate::surroundings::{Presence, Surroundings};
use crate::tables::Tables;

/// The most platforms that are remembered of one configuration.
const MOST_PLATFORMS: usize = 16;

/// Whether a configuration, or a part of it, holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holds {
    /// It does, as surely as this.
    Yes(MatchConfidence),
    /// It does not.
    No,
    /// It would with one of these beside the component; empty where the record does not say readably what it takes.
    Open(Vec<String>),
}

/// The names of records, each read once.
#[derive(Debug, Default)]
pub(crate) struct Criteria {
    read: HashMap<u32, Option<Rc<Cpe>>, FixedState>,
}

impl Criteria {
    /// The name of a match; `None` if the index is damaged.
    pub(crate) fn of(&mut self, one: &CpeMatch, tables: Tables<'_>) -> Option<Rc<Cpe>> {
        let read = || tables.text(one.criteria)?.parse::<Cpe>().ok().map(Rc::new);
        self.read.entry(one.criteria).or_insert_with(read).clone()
    }
}

/// A match with its name; `None` if the index is damaged.
pub(crate) fn wanted<'a>(one: &CpeMatch, criteria: &'a Cpe, tables: Tables<'a>) -> Option<Wanted<'a>> {
    let bound = |offset: u32, inside: u8| -> Option<Option<(&'a str, bool)>> {
        let version = tables.text(offset)?;
        Some((!version.is_empty()).then_some((version, one.flags & inside != 0)))
    };
    Some(Wanted {
        criteria,
        from: bound(one.from, FROM_INSIDE)?,
        to: bound(one.to, TO_INSIDE)?,
        vulnerable: one.flags & VULNERABLE != 0,
    })
}

/// Whether a configuration holds for the component of this name; `None` if the index is damaged.
pub(crate) fn holds(
    configuration: &CpeConfiguration,
    asked: &AskedName,
    surroundings: &Surroundings,
    criteria: &mut Criteria,
    tables: Tables<'_>,
) -> Option<Holds> {
    let nodes = tables.table::<CpeNode>(Section::CpeNodes);
    let nodes = nodes.range(configuration.first_node, configuration.nodes)?;
    let nodes = nodes.map(|node| {
        let matches = tables.table::<CpeMatch>(Section::CpeMatches);
        let matches = matches.range(node.first_match, node.matches)?;
        let parts = matches.map(|one| holds_one(&one, asked, surroundings, criteria, tables));
        together(parts, node.flags)
    });
    together(nodes, configuration.flags)
}

fn holds_one(
    one: &CpeMatch,
    asked: &AskedName,
    surroundings: &Surroundings,
    criteria: &mut Criteria,
    tables: Tables<'_>,
) -> Option<Holds> {
    let name = criteria.of(one, tables)?;
    let wanted = wanted(one, &name, tables)?;
    if let Fit::Yes(_, _, sure) = fit(&wanted, asked) {
        return Some(Holds::Yes(sure));
    }
    Some(match surroundings.presence(&wanted) {
        Presence::There(sure) => Holds::Yes(sure),
        Presence::Other => Holds::No,
        Presence::Untold => Holds::Open(vec![name.to_string()]),
    })
}

/// All parts, or any of them, or not; without parts nothing can be said.
fn together(parts: impl Iterator<Item = Option<Holds>>, flags: u8) -> Option<Holds> {
    let all = flags & ALL != 0;
    let (mut count, mut open, mut yes, mut no) = (0_usize, None, None, false);
    for part in parts {
        count += 1;
        match part? {
            Holds::Yes(sure) if !all && sure >= MatchConfidence::Likely => {
                return Some(turned(Holds::Yes(sure), flags));
            }
            Holds::Yes(sure) => yes = Some(yes.map_or(sure, |known: MatchConfidence| known.min(sure))),
            Holds::No if all => return Some(turned(Holds::No, flags)),
            Holds::No => no = true,
            Holds::Open(needed) => {
                let open: &mut Vec<String> = open.get_or_insert_default();
                let room = MOST_PLATFORMS.saturating_sub(open.len());
                open.extend(needed.into_iter().take(room));
            }
        }
    }
    let found = match (all, yes, open) {
        (true, _, Some(open)) | (false, None, Some(open)) => Holds::Open(open),
        (_, Some(sure), _) => Holds::Yes(sure),
        (_, None, None) if no && count > 0 => Holds::No,
        (_, None, None) => Holds::Open(Vec::new()),
    };
    Some(turned(found, flags))
}

fn turned(holds: Holds, flags: u8) -> Holds {
    match holds {
        Holds::Yes(_) if flags & NOT != 0 => Holds::No,
        Holds::No if flags & NOT != 0 => Holds::Yes(MatchConfidence::Likely),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::MatchConfidence::{Likely, Weak};

    use super::*;

    #[test]
    fn parts_are_put_together_in_three_values() {
        let open = || Holds::Open(vec!["x".to_owned()]);
        let of = |parts: &[Holds], flags: u8| together(parts.iter().cloned().map(Some), flags).unwrap();
        let (yes, weak, no) = (|| Holds::Yes(Likely), || Holds::Yes(Weak), || Holds::No);
        for (parts, flags, expected) in [
            (vec![no(), yes()], 0, yes()),
            (vec![open(), yes()], 0, yes()),
            (vec![open(), weak()], 0, weak()),
            (vec![open(), no()], 0, open()),
            (vec![no(), no()], 0, no()),
            (vec![yes(), yes()], ALL, yes()),
            (vec![yes(), weak()], ALL, weak()),
            (vec![yes(), open()], ALL, open()),
            (vec![open(), no()], ALL, no()),
            (vec![yes()], NOT, no()),
            (vec![no()], NOT, yes()),
            (vec![open()], NOT, open()),
            (vec![yes(), yes()], ALL | NOT, no()),
            (vec![], 0, Holds::Open(vec![])),
            (vec![], ALL, Holds::Open(vec![])),
        ] {
            assert_eq!(of(&parts, flags), expected, "{parts:?} {flags}");
        }
        assert_eq!(together([None].into_iter(), 0), None);
    }
}
