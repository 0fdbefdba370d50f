//! Whether a range of commits holds a place in the history of its repository.

use proofmark_facts::{Ancestors, CommitHistory, CommitName, MatchConfidence, RevisionKind};

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

    /// The same as if no history were at hand.
    pub(crate) fn without_history(asked: &'a AskedCommit) -> Self {
        Self { asked, history: None }
    }

    /// Whether the history of this repository is at hand, with the place in it.
    pub(crate) fn is_in_history_of(&self, repository: &str) -> bool {
        self.history.is_some() && self.asked.repository.as_deref() == Some(repository)
    }

    /// The fix that comes before it, where the history is at hand.
    pub(crate) fn fix_before<'e>(&self, events: &[(u8, &'e str)]) -> Option<&'e str> {
        let (history, _, before) = self.history.as_ref()?;
        let mut fixes = events.iter().filter(|(what, _)| *what == FIXED).map(|(_, at)| *at);
        fixes.find(|at| history.find(at).is_some_and(|fix| before.contains(fix)))
    }

    /// The commit's whole name, where the history is at hand.
    pub(crate) fn in_history(&self) -> Option<CommitName> {
        let (history, place, _) = self.history.as_ref()?;
        history.name_of(*place)
    }

    /// Whether a claim about this repository is about this place: of another repository, it is where it names the commit.
    fn concerns(&self, repository: &str, events: &[(u8, &str)]) -> bool {
        self.asked.repository.as_deref().is_none_or(|own| own == repository)
            || self.asked.is_anywhere() && events.iter().any(|(_, at)| is_it(at, self.asked).is_some())
    }
}

/// What the events of a claim about a repository say of all places of a component together.
///
/// A fix that the component states to hold decides. Else affected is what one place shows to be affected, and not affected only
/// what one place shows not to be while no other leaves it open.
pub(crate) fn verdict(places: &[Place<'_>], repository: &str, events: &[(u8, &str)]) -> CommitVerdict {
    let places: Vec<&Place<'_>> = places.iter().filter(|place| place.concerns(repository, events)).collect();
    if places.iter().any(|place| holds_fix(place.asked, events)) {
        return CommitVerdict::Outside;
    }
    let worse = |one, other| match (one, other) {
        (CommitVerdict::Inside { range, at, sure }, CommitVerdict::Inside { sure: less, .. })
            if sure >= less =>
        {
            CommitVerdict::Inside { range, at, sure }
        }
        (_, inside @ CommitVerdict::Inside { .. }) | (inside @ CommitVerdict::Inside { .. }, _) => inside,
        (CommitVerdict::Open, _) | (_, CommitVerdict::Open) => CommitVerdict::Open,
        (CommitVerdict::Outside, CommitVerdict::Outside) => CommitVerdict::Outside,
    };
    places.iter().map(|place| of_place(place, events)).reduce(worse).unwrap_or(CommitVerdict::Open)
}

/// Whether the component states that it has the fix in it. Of what came in more than once nobody knows which time was mended.
fn holds_fix(asked: &AskedCommit, events: &[(u8, &str)]) -> bool {
    let introduced = events.iter().filter(|(what, _)| *what == INTRODUCED).count();
    asked.kind == RevisionKind::Holds && introduced <= 1 && named(asked, events, &[FIXED]).is_some()
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
    let made_from = asked.kind == RevisionKind::MadeFrom;
    if made_from && named(asked, events, &[FIXED]).is_some() {
        return CommitVerdict::Outside;
    }
    if let Some((history, commit, before)) = &place.history {
        // The record lists the tags that are affected, and the commit is the one such a tag stands at.
        let mut listed = events.iter().filter(|(what, _)| *what == LISTED).map(|(_, at)| *at);
        if let Some(tag) = listed.find(|tag| history.tagged(tag) == Some(*commit)) {
            return inside(asked, tag.to_owned(), MatchConfidence::Certain);
        }
        return ByHistory { asked, history, commit: *commit, before, events }.verdict();
    }
    let count = |kind: u8| events.iter().filter(|(what, _)| *what == kind).count();
    // Of several limits, another one may still be ahead.
    if made_from && count(LIMIT) == 1 && named(asked, events, &[LIMIT]).is_some() {
        return CommitVerdict::Outside;
    }
    let from_the_start = events.iter().any(|&(what, at)| what == INTRODUCED && at == "0");
    if from_the_start && [FIXED, LAST_AFFECTED, LIMIT].into_iter().all(|kind| count(kind) == 0) {
        return inside(asked, ">= 0".to_owned(), MatchConfidence::Certain);
    }
    // A list of tags says nothing of a tag that is not on it: it may have come later than the record.
    CommitVerdict::Open
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

/// A commit in its history, and the events of a range. Affected is what comes after a commit that brought it in, not after a
/// fix of it, and before a limit where there are any (OSV schema, "Evaluation"). `None` is what the history cannot say.
struct ByHistory<'a> {
    asked: &'a AskedCommit,
    history: &'a CommitHistory,
    commit: u32,
    before: &'a Ancestors,
    events: &'a [(u8, &'a str)],
}

/// What ends a range.
struct End {
    /// Where; `None`: not in this history.
    place: Option<u32>,
    /// Whether the commit comes after it.
    is_passed: Option<bool>,
    /// Whether the commit it stands at is still affected.
    is_inclusive: bool,
}

impl<'a> ByHistory<'a> {
    fn verdict(&self) -> CommitVerdict {
        let introduced: Vec<(&str, Option<u32>)> =
            self.of(INTRODUCED).map(|at| (at, self.history.find(at).filter(|_| at != "0"))).collect();
        let (ends, within) = (self.ends(), self.is_within_limits());
        let mut said = CommitVerdict::Outside;
        for &(from, place) in &introduced {
            let has_begun = match place {
                _ if from == "0" => Some(true),
                Some(place) => self.before.says(place),
                // Where it came in is not in this history: perhaps elsewhere, perhaps before it was cut off.
                None => None,
            };
            let is_ended = self.is_ended(from, place, &ends, introduced.len() > 1);
            match all([has_begun, is_ended.map(|ended| !ended), within]) {
                Some(true) => return self.inside(from),
                None => said = CommitVerdict::Open,
                Some(false) => {}
            }
        }
        // A range that begins nowhere was not written for ancestry.
        if introduced.is_empty() { CommitVerdict::Open } else { said }
    }

    fn of(&self, kind: u8) -> impl Iterator<Item = &'a str> + use<'a> {
        self.events.iter().filter(move |(what, _)| *what == kind).map(|(_, at)| *at)
    }

    fn ends(&self) -> Vec<End> {
        let fixed = self.of(FIXED).map(|at| {
            let place = self.history.find(at);
            End { place, is_passed: self.is_passed(at, place), is_inclusive: false }
        });
        let last = self.of(LAST_AFFECTED).map(|at| {
            let place = self.history.find(at);
            let is_it = place == Some(self.commit);
            let is_passed = if is_it { Some(false) } else { self.is_passed(at, place) };
            End { place, is_passed, is_inclusive: true }
        });
        fixed.chain(last).collect()
    }

    /// A commit that is not in the history comes before none in it where nothing was cut away; a tag may be called otherwise.
    fn is_passed(&self, at: &str, place: Option<u32>) -> Option<bool> {
        match place {
            Some(place) => self.before.says(place),
            None => (self.history.is_stated_whole() && CommitName::parse(at).is_some()).then_some(false),
        }
    }

    /// Whether what came in there was ended again before the commit. With one beginning every end is the end of it; with
    /// several, an end only ends what began before it.
    fn is_ended(
        &self,
        from: &str,
        place: Option<u32>,
        ends: &[End],
        is_one_of_several: bool,
    ) -> Option<bool> {
        let ends_it = |end: &End| -> Option<bool> {
            match (place, end.place) {
                _ if !is_one_of_several || from == "0" => Some(true),
                // Fixed in one range, and brought in again by the same commit in the next.
                (Some(from), Some(at)) if from == at => Some(end.is_inclusive),
                (Some(from), Some(at)) => self.history.says_before(from, at),
                (None, _) | (_, None) => None,
            }
        };
        any(ends.iter().map(|end| match end.is_passed {
            Some(false) => Some(false),
            passed => all([passed, ends_it(end)]),
        }))
    }

    /// Before one of the limits is enough (OSV schema, `BeforeLimits`).
    fn is_within_limits(&self) -> Option<bool> {
        let mut limits = self.of(LIMIT).peekable();
        if limits.peek().is_none() {
            return Some(true);
        }
        any(limits.map(|at| match self.history.find(at)? {
            limit if self.before.contains(limit) => Some(false),
            limit => self.history.says_before(self.commit, limit),
        }))
    }

    fn inside(&self, from: &str) -> CommitVerdict {
        let to = self.of(FIXED).map(|at| format!("< {}", shown(at)));
        let to = to.chain(self.of(LAST_AFFECTED).map(|at| format!("<= {}", shown(at))));
        let words: Vec<String> = std::iter::once(format!(">= {}", shown(from))).chain(to.take(2)).collect();
        inside(self.asked, words.join(", "), MatchConfidence::Certain)
    }
}

/// Whether all are so; one that is not decides.
fn all(said: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    any(said.into_iter().map(|one| one.map(|is_so| !is_so))).map(|is_so| !is_so)
}

/// Whether any is so; one that is decides.
fn any(said: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut is_sure = true;
    for one in said {
        match one {
            Some(true) => return Some(true),
            Some(false) => {}
            None => is_sure = false,
        }
    }
    is_sure.then_some(false)
}

fn shown(at: &str) -> &str {
    if repository::is_commit(at) { at.get(..SHOWN).unwrap_or(at) } else { at }
}
