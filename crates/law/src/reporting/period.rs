//! Periods of Article 14, counted twice: exactly, and as Regulation (EEC, Euratom) No 1182/71 counts at the outside.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use proofmark_facts::Country;
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::civil_time::CivilTime;
use crate::reporting::holidays::is_working_day;
use crate::source::{I, M, S, Source};

/// A period as Article 14 expresses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// So many hours.
    Hours(u16),
    /// So many days.
    Days(u16),
    /// One month.
    Month,
}

/// When a period ends.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Deadline {
    /// The instant to work and to alarm by: `strict`, or `legal_outer` on the rare days it comes first.
    pub due_at: Timestamp,
    /// Plain arithmetic in UTC from the instant the period starts: so many hours, so many times 24 hours, or the same
    /// clock time one calendar month later, at the latest on that month's last day.
    pub strict: Timestamp,
    /// Regulation No 1182/71 in the coordinator's civil time; `None` while the coordinator is not known. Never a target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_outer: Option<LegalOuter>,
}

/// The last moment an authority could defend, which rests on rules not verified against their text.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LegalOuter {
    /// The first instant that is too late: the last hour ends here.
    pub ends_before: Timestamp,
    /// The last day, in the coordinator's civil time.
    pub last_day: Date,
    /// The day the period would have ended on, had that not been a Saturday, a Sunday or a public holiday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Date>,
    /// Whose civil time and holidays were used.
    pub coordinator: Country,
    /// The zone.
    pub zone: &'static str,
    /// The end in words.
    pub says: Text,
    /// The rules it was counted by.
    pub reasons: Vec<Reason>,
}

impl Period {
    /// When the period ends that starts at this instant. Whatever would leave the calendar stays at its end.
    pub fn deadline(self, starts_at: Timestamp, coordinator: Option<Country>) -> Deadline {
        let strict = self.strict(starts_at);
        let time = coordinator.and_then(CivilTime::of);
        let mut legal_outer = time.and_then(|time| self.legal_outer(starts_at, &time));
        // Where clocks go forward on the way, fourteen times 24 hours end after the fourteenth day does; near the end
        // of February so can a month. Then the day ends first, and nobody should be led past it.
        let outer = legal_outer.as_ref().map_or(strict, |outer| outer.ends_before);
        if let Some(legal_outer) = legal_outer.as_mut().filter(|outer| outer.ends_before < strict) {
            let says = text!("reporting-period-outer-first", strict = strict.to_string());
            let (source, act) = match self {
                Self::Month => (Source::new("PER-03", &[M]), ACT_MONTH),
                Self::Hours(_) | Self::Days(_) => (Source::new("PER-02", &[M]), ACT_DAYS),
            };
            legal_outer.reasons.push(Reason::new(says, source, Citation::act(act)));
        }
        Deadline { due_at: strict.min(outer), strict, legal_outer }
    }

    fn strict(self, starts_at: Timestamp) -> Timestamp {
        let hours = |hours: i64| starts_at.checked_add(SignedDuration::from_hours(hours)).ok();
        let end = match self {
            Self::Hours(count) => hours(i64::from(count)),
            Self::Days(count) => hours(i64::from(count) * 24),
            Self::Month => {
                let later = starts_at.to_zoned(TimeZone::UTC).checked_add(Span::new().months(1));
                later.ok().map(|later| later.timestamp())
            }
        };
        end.unwrap_or(Timestamp::MAX)
    }

    fn legal_outer(self, starts_at: Timestamp, time: &CivilTime) -> Option<LegalOuter> {
        let (ends_before, unmoved) = match self {
            Self::Hours(count) => {
                let ends_before = end_of_hours(starts_at, count)?;
                (ends_before, time.day_of(last_moment(ends_before)))
            }
            Self::Days(count) => {
                let last = time.day_of(starts_at).checked_add(Span::new().days(i64::from(count))).ok()?;
                (time.end_of(working_day(time.state(), last)?)?, last)
            }
            Self::Month => {
                let last = time.day_of(starts_at).checked_add(Span::new().months(1)).ok()?;
                (time.end_of(working_day(time.state(), last)?)?, last)
            }
        };
        let last_day = time.day_of(last_moment(ends_before));
        Some(LegalOuter {
            ends_before,
            last_day,
            moved_from: (last_day != unmoved).then_some(unmoved),
            coordinator: time.state(),
            zone: time.name(),
            says: self.says(ends_before, last_day, time),
            reasons: self.reasons(last_day, unmoved, time),
        })
    }

    fn says(self, ends_before: Timestamp, last_day: Date, time: &CivilTime) -> Text {
        match self {
            Self::Hours(_) => {
                text!("reporting-outer-hour", end = time.write(ends_before), zone = time.name())
            }
            Self::Days(_) | Self::Month => text!(
                "reporting-outer-day",
                day = text!(
                    "reporting-weekday",
                    weekday = last_day.strftime("%A").to_string(),
                    day = last_day.to_string()
                ),
                zone = time.name(),
                end = ends_before.to_string()
            ),
        }
    }

    fn reasons(self, last_day: Date, unmoved: Date, time: &CivilTime) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let mut because = |says: Text, source: Source, article: &'static str| {
            reasons.push(Reason::new(says, source, Citation::act(article)));
        };
        match self {
            Self::Hours(_) => {
                let (first, third) = (ACT_HOURS, "Regulation (EEC, Euratom) No 1182/71, Article 3(3)");
                because(text!("reporting-period-hours"), Source::new("PER-01", &[M]), first);
                because(text!("reporting-period-counts"), Source::new("PER-04", &[M]), third);
                let fifth = "Regulation (EEC, Euratom) No 1182/71, Article 3(5)";
                because(text!("reporting-period-two-working-days"), Source::new("PER-06", &[M]), fifth);
            }
            Self::Days(_) => because(text!("reporting-period-days"), Source::new("PER-02", &[M]), ACT_DAYS),
            Self::Month => because(text!("reporting-period-month"), Source::new("PER-03", &[M]), ACT_MONTH),
        }
        if last_day != unmoved {
            let says = text!("reporting-period-moved", from = unmoved.to_string(), to = last_day.to_string());
            because(says, Source::new("PER-05", &[S]), "Regulation (EEC, Euratom) No 1182/71, Article 3(4)");
        }
        let says = if time.is_one_of_several() {
            text!("reporting-period-place-several", state = time.state().as_str(), zone = time.name())
        } else {
            text!("reporting-period-place", state = time.state().as_str(), zone = time.name())
        };
        because(says, Source::new("PER-07", &[M, I]), "Regulation (EEC, Euratom) No 1182/71, Article 2(1)");
        let says = text!("reporting-period-open");
        because(says, Source::new("OPN-05", &[M, I]), "Regulation (EEC, Euratom) No 1182/71");
        reasons
    }
}

const ACT_HOURS: &str = "Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(a)";
const ACT_DAYS: &str = "Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(b)";
const ACT_MONTH: &str = "Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(c)";

/// The hour of the event is not counted: the period runs from the next full hour. Every civil time in the Union is whole
/// hours from UTC, so its hours are the hours of UTC.
fn end_of_hours(starts_at: Timestamp, count: u16) -> Option<Timestamp> {
    let hour = starts_at.as_nanosecond().div_euclid(NANOSECONDS_AN_HOUR);
    let end = (hour + 1 + i128::from(count)).checked_mul(NANOSECONDS_AN_HOUR)?;
    Timestamp::from_nanosecond(end).ok()
}

const NANOSECONDS_AN_HOUR: i128 = 3_600 * 1_000_000_000;

fn last_moment(ends_before: Timestamp) -> Timestamp {
    ends_before.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(Timestamp::MIN)
}

/// This day, or the next one that is neither a weekend nor a public holiday.
fn working_day(state: Country, day: Date) -> Option<Date> {
    let mut day = day;
    while !is_working_day(state, day) {
        day = day.tomorrow().ok()?;
    }
    Some(day)
}
