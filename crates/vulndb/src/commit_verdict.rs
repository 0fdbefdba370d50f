//! Whether a range of commits holds a place in the history of its repository.

use proofmark_facts::{Ancestors, CommitHistory, MatchConfidence, RevisionKind};

use crate::histories::Histories;
use crate::kept_git::{FIXED, INTRODUCED, LAST_AFFECTED, LIMIT, LISTED, LISTED_VERSION};
use crate::repository::{self, AskedCommit};

/// How many digits of a commit's name are shown in a range.
const SHOWN: usize = 12;

/// What is so of a range and a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CommitVerdict {
    /// It does not hold.
    Outside,
    /// It cannot be said.
    Open,
    /// It holds.
    Inside {
        /// In these words of its range.
        range: String,
        /// For this commit or tag, of those that were asked about.
        at: String,
        /// As surely as this.
        sure: MatchConfidence,
    },
}

/// A place that is asked about, and what comes before it where the history is at hand.
pub(crate) struct Place<'a> {
    asked: &'a AskedCommit,
    history: Option<(&'a CommitHistory, u32, Ancestors)>,
}

impl<'a> Place<'a> {
    /// Of a commit that is only held, what came before it need not be held: one commit can be taken over alone.
    pub(crate) fn of(asked: &'a AskedCommit, histories: &'a Histories) -> Self {
        let history = asked.repository.as_deref().filter(|_| asked.kind == RevisionKind::MadeFrom);
        let history = history.and_then(|key| histories.of(key)).and_then(|history| {
            let place = history.find(&asked.at)?;
            Some((history, place, history.ancestors(place)))
        });
        Self { asked, history }
    }
}

/// What the events say of all places of a component together: that the fix is in one of them decides.
pub(crate) fn verdict(places: &[Place<'_>], events: &[(u8, &str)]) -> CommitVerdict {
    if places.iter().any(|place| named(place.asked, events, &[FIXED, LIMIT]).is_some()) {
        return CommitVerdict::Outside;
    }
    let mut said = CommitVerdict::Open;
    for one in places.iter().map(|place| of_place(place, events)) {
        said = match (said, one) {
            (CommitVerdict::Inside { range, at, sure }, CommitVerdict::Inside { sure: other, .. })
                if sure >= other =>
            {
                CommitVerdict::Inside { range, at, sure }
            }
            (_, inside @ CommitVerdict::Inside { .. }) | (inside @ CommitVerdict::Inside { .. }, _) => inside,
            (CommitVerdict::Outside, _) | (_, CommitVerdict::Outside) => CommitVerdict::Outside,
            (CommitVerdict::Open, CommitVerdict::Open) => CommitVerdict::Open,
        };
    }
    said
}

/// The event of one of these kinds that is at the place that is asked about, and how sure that is.
fn named<'e>(
    asked: &AskedCommit,
    events: &[(u8, &'e str)],
    kinds: &[u8],
) -> Option<(&'e str, MatchConfidence)> {
    let of_kind = events.iter().filter(|(what, _)| kinds.contains(what));
    of_kind.filter_map(|(_, at)| Some((*at, is_it(at, asked)?))).max_by_key(|(_, sure)| *sure)
}

fn of_place(place: &Place<'_>, events: &[(u8, &str)]) -> CommitVerdict {
    let asked = place.asked;
    if let Some((at, sure)) = named(asked, events, &[INTRODUCED, LAST_AFFECTED, LISTED, LISTED_VERSION]) {
        // Another commit that is held may be the fix, though nobody says so.
        let most = if asked.kind == RevisionKind::Holds { MatchConfidence::Likely } else { sure };
        return inside(asked, at.to_owned(), sure.min(most));
    }
    if let Some((history, commit, before)) = &place.history {
        return by_history(asked, history, (*commit, before), events);
    }
    let has = |kinds: &[u8]| events.iter().any(|(what, _)| kinds.contains(what));
    let from_the_start = events.iter().any(|&(what, at)| what == INTRODUCED && at == "0");
    if from_the_start && !has(&[FIXED, LAST_AFFECTED, LIMIT]) {
        return inside(asked, ">= 0".to_owned(), MatchConfidence::Certain);
    }
    // The tags that are affected are listed, and this is none of them.
    if has(&[LISTED]) && asked.is_tag() { CommitVerdict::Outside } else { CommitVerdict::Open }
}

fn inside(asked: &AskedCommit, range: String, sure: MatchConfidence) -> CommitVerdict {
    CommitVerdict::Inside { range, at: asked.at.clone(), sure }
}

/// Whether an event is at the place that is asked about, and how sure that is.
fn is_it(at: &str, asked: &AskedCommit) -> Option<MatchConfidence> {
    if at == asked.at {
        return Some(MatchConfidence::Certain);
    }
    if repository::is_commit(at) {
        let is_long = asked.is_anywhere();
        let begins = asked.is_beginning() && at.starts_with(&asked.at);
        return begins.then_some(if is_long { MatchConfidence::Certain } else { MatchConfidence::Likely });
    }
    // Some write a tag with the `v` before it, some without.
    let plain = |tag: &str| {
        let rest = tag
            .strip_prefix(['v', 'V'])
            .filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
        rest.unwrap_or(tag).to_ascii_lowercase()
    };
    (asked.is_tag() && plain(at) == plain(&asked.at)).then_some(MatchConfidence::Likely)
}

/// Affected is what comes after a commit that brought it in, and not after a fix of it (OSV schema, "Evaluation").
fn by_history(
    asked: &AskedCommit,
    history: &CommitHistory,
    (commit, before): (u32, &Ancestors),
    events: &[(u8, &str)],
) -> CommitVerdict {
    let of = |kind: u8| events.iter().filter(move |(what, _)| *what == kind).map(|(_, at)| *at);
    let (mut introduced, mut unsure) = (Vec::new(), false);
    for at in of(INTRODUCED) {
        match history.find(at) {
            _ if at == "0" => introduced.push((at, None)),
            Some(place) if before.contains(place) => introduced.push((at, Some(place))),
            Some(_) if history.is_whole() => {}
            // Where it came in is not in this history: perhaps elsewhere, perhaps before it was cut off.
            _ => unsure = true,
        }
    }
    if introduced.is_empty() {
        return if unsure { CommitVerdict::Open } else { CommitVerdict::Outside };
    }
    let limits: Vec<Option<u32>> = of(LIMIT).map(|at| history.find(at)).collect();
    let is_limited = limits.iter().flatten().any(|limit| before.contains(*limit));
    let mut ends: Vec<u32> =
        of(FIXED).filter_map(|at| history.find(at)).filter(|it| before.contains(*it)).collect();
    let last = of(LAST_AFFECTED).filter_map(|at| history.find(at));
    ends.extend(last.filter(|it| *it != commit && before.contains(*it)));
    // With one beginning every end is the end of it; with several, an end only ends what began before it.
    let is_ended = |place: Option<u32>| match place {
        Some(place) if introduced.len() > 1 => ends.iter().any(|end| history.is_before(place, *end)),
        _ => !ends.is_empty(),
    };
    let Some((from, _)) = introduced.iter().find(|(_, place)| !is_limited && !is_ended(*place)) else {
        return CommitVerdict::Outside;
    };
    // A cut history may have lost a fix.
    if !history.is_whole() {
        return CommitVerdict::Open;
    }
    let to = of(FIXED).map(|at| format!("< {}", shown(at)));
    let to = to.chain(of(LAST_AFFECTED).map(|at| format!("<= {}", shown(at))));
    let words: Vec<String> = std::iter::once(format!(">= {}", shown(from))).chain(to.take(2)).collect();
    inside(asked, words.join(", "), MatchConfidence::Certain)
}

fn shown(at: &str) -> &str {
    if repository::is_commit(at) { at.get(..SHOWN).unwrap_or(at) } else { at }
}
