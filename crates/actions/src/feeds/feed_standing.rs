//! How a feed's copy stands: how old it is against its rhythm, how many records against what is expected.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::feed_copy::{CsafOrigin, FeedCopy, FeedTrouble, FeedTroubleKind};

/// What a feed's own file says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedTerms {
    /// What it speaks of.
    pub of: String,
    /// Who publishes it.
    pub publisher: String,
    /// The licence it is under.
    pub licence: String,
    /// Where its publisher has it.
    pub address: String,
    /// How often it is asked for, in hours.
    pub every_hours: u32,
    /// After how many hours without a success it is out of date.
    pub stale_after_hours: u32,
    /// How many records it has at least.
    pub least_records: u64,
}

/// How a feed's copy stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FeedStanding {
    /// The feed's name.
    pub name: String,
    /// What it speaks of; absent for what was imported by hand, and for a feed this program does not know.
    pub of: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The licence it is under.
    pub licence: Option<String>,
    /// Where the copy came from.
    pub address: Option<String>,
    /// How many records the copy has; absent: there is none.
    pub records: Option<u64>,
    /// How many the copy before had.
    pub records_before: Option<u64>,
    /// How many are expected at least.
    pub expected_records: Option<u64>,
    /// How many bytes its files have.
    pub bytes: Option<u64>,
    /// When the copy changed last.
    pub changed_at: Option<Timestamp>,
    /// When it was last found to be what is published.
    pub checked_at: Option<Timestamp>,
    /// How many hours ago that was.
    pub age_hours: Option<u64>,
    /// How often it is asked for, in hours.
    pub every_hours: Option<u32>,
    /// Of a publisher's own documents: how many of them it signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csaf: Option<CsafOrigin>,
    /// What went wrong since.
    pub trouble: Option<FeedTrouble>,
    /// What somebody must look after; nothing: it is as it should be.
    pub alarms: Vec<FeedAlarm>,
}

/// What somebody must look after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FeedAlarm {
    /// For too long nobody found it to be what is published.
    Stale,
    /// What is published now has too few records; the copy is the one before.
    Shrunk,
    /// What is published now is not whole or cannot be read; the copy is the one before.
    Refused,
    /// The copy has fewer records than such a feed has.
    Short,
}

/// How the copy of the feed of this name stands now.
pub fn standing_of(
    name: &str,
    terms: Option<FeedTerms>,
    copy: Option<&FeedCopy>,
    trouble: Option<FeedTrouble>,
    now: Timestamp,
) -> FeedStanding {
    // What was imported by hand is nobody's to fetch: its age is that of its records.
    let since = |copy: &FeedCopy| u64::try_from(now.duration_since(copy.checked_at).as_hours()).unwrap_or(0);
    let age_hours = copy.filter(|_| terms.is_some()).map(since);
    let mut alarms = Vec::new();
    if let Some(terms) = &terms {
        // A copy somebody asked for and never got is missed at once.
        let missed = copy.is_none() && trouble.is_some();
        if missed || age_hours.is_some_and(|age| age > u64::from(terms.stale_after_hours)) {
            alarms.push(FeedAlarm::Stale);
        }
        if copy.is_some_and(|copy| copy.records < terms.least_records && !copy.accepted_shrunk) {
            alarms.push(FeedAlarm::Short);
        }
    }
    match trouble.as_ref().map(|trouble| trouble.kind) {
        Some(FeedTroubleKind::Shrunk) => alarms.push(FeedAlarm::Shrunk),
        Some(FeedTroubleKind::Refused) => alarms.push(FeedAlarm::Refused),
        // What could not be fetched may be there an hour later; if not, the copy goes stale.
        Some(FeedTroubleKind::Hindered) | None => {}
    }
    let say = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    FeedStanding {
        name: name.to_owned(),
        licence: copy
            .map_or_else(|| terms.as_ref().and_then(|terms| say(&terms.licence)), |copy| say(&copy.licence)),
        address: copy
            .map_or_else(|| terms.as_ref().and_then(|terms| say(&terms.address)), |copy| say(&copy.address)),
        records: copy.map(|copy| copy.records),
        records_before: copy.and_then(|copy| copy.records_before),
        expected_records: terms.as_ref().map(|terms| terms.least_records),
        bytes: copy.map(FeedCopy::bytes),
        changed_at: copy.map(|copy| copy.changed_at),
        checked_at: copy.map(|copy| copy.checked_at),
        age_hours,
        every_hours: terms.as_ref().map(|terms| terms.every_hours),
        of: terms.as_ref().map(|terms| terms.of.clone()),
        publisher: terms.map(|terms| terms.publisher),
        csaf: copy.and_then(|copy| copy.csaf.clone()),
        trouble,
        alarms,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(written: &str) -> Timestamp {
        written.parse().unwrap()
    }

    fn terms() -> FeedTerms {
        let words = || "x".to_owned();
        FeedTerms {
            of: words(),
            publisher: words(),
            licence: words(),
            address: words(),
            every_hours: 6,
            stale_after_hours: 48,
            least_records: 100,
        }
    }

    fn copy(records: u64) -> FeedCopy {
        FeedCopy {
            feed: "osv-npm".into(),
            address: "https://example.eu/".into(),
            licence: String::new(),
            files: vec![],
            records,
            records_before: None,
            changed_at: at("2026-11-01T00:00:00Z"),
            checked_at: at("2026-11-20T00:00:00Z"),
            accepted_shrunk: false,
            csaf: None,
        }
    }

    fn alarms(copy: Option<&FeedCopy>, kind: Option<FeedTroubleKind>, now: &str) -> Vec<FeedAlarm> {
        let trouble = kind.map(|kind| FeedTrouble {
            at: at("2026-11-21T00:00:00Z"),
            kind,
            says: "it broke".into(),
            not_before: None,
        });
        standing_of("osv-npm", Some(terms()), copy, trouble, at(now)).alarms
    }

    #[test]
    fn a_copy_goes_stale_by_when_it_was_checked_not_by_when_it_changed() {
        assert_eq!(alarms(Some(&copy(100)), None, "2026-11-22T00:00:00Z"), []);
        assert_eq!(alarms(Some(&copy(100)), None, "2026-11-22T01:00:00Z"), [FeedAlarm::Stale]);
        assert_eq!(alarms(None, None, "2026-11-22T00:00:00Z"), []);
        assert_eq!(alarms(None, Some(FeedTroubleKind::Hindered), "2026-11-21T00:00:00Z"), [FeedAlarm::Stale]);
        let by_hand = standing_of("imported", None, Some(&copy(1)), None, at("2030-01-01T00:00:00Z"));
        assert_eq!((by_hand.alarms, by_hand.age_hours), (vec![], None));
    }

    #[test]
    fn what_shrank_or_is_broken_alarms_at_once_and_a_server_that_is_down_does_not() {
        let now = "2026-11-21T00:00:00Z";
        let (few, held) = (copy(99), copy(100));
        assert_eq!(alarms(Some(&few), None, now), [FeedAlarm::Short]);
        assert_eq!(alarms(Some(&FeedCopy { accepted_shrunk: true, ..few }), None, now), []);
        assert_eq!(alarms(Some(&held), Some(FeedTroubleKind::Shrunk), now), [FeedAlarm::Shrunk]);
        assert_eq!(alarms(Some(&held), Some(FeedTroubleKind::Refused), now), [FeedAlarm::Refused]);
        assert_eq!(alarms(Some(&held), Some(FeedTroubleKind::Hindered), now), []);
    }
}
