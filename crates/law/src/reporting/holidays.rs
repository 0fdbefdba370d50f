//! Public holidays of the Member States, as data; a weekend or a holiday is no working day.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::Span;
use jiff::civil::{Date, Weekday};
use proofmark_facts::Country;
use serde::{Deserialize, Deserializer};

use crate::reporting::easter::Easter;

static STATES: LazyLock<BTreeMap<String, Holidays>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/holidays.toml"))
        .expect("the embedded holidays are parsed by a test of this room");
    file.state.into_iter().map(|state| (state.member_state.clone(), state)).collect()
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "the day the data was written down is for people who check it")]
    captured_on: Date,
    #[expect(dead_code, reason = "how far the data can be trusted is for people who check it")]
    confidence: String,
    state: Vec<Holidays>,
}

/// The holidays of one Member State.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holidays {
    member_state: String,
    easter: Easter,
    fixed: Vec<MonthDay>,
    from_easter: Vec<i16>,
    #[serde(default)]
    weekday: Vec<OnWeekday>,
    #[serde(default)]
    changed: Vec<Changed>,
}

/// A day of the year, written `05-01`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct MonthDay {
    month: i8,
    day: i8,
}

/// The first day of this name on or after a day of the year.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OnWeekday {
    #[serde(deserialize_with = "weekday")]
    name: Weekday,
    from: MonthDay,
    #[serde(default, deserialize_with = "some_weekday")]
    not_when_first_is: Option<Weekday>,
    #[serde(default, deserialize_with = "some_weekday")]
    only_when_first_is: Option<Weekday>,
}

/// A fixed day that is none in some years.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    on: MonthDay,
    #[serde(default)]
    since: Option<i16>,
    #[serde(default)]
    not_in: Vec<i16>,
}

/// Whether a day is a Saturday, a Sunday or a public holiday of the whole State.
pub(crate) fn is_working_day(state: Country, day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_public_holiday(state, day)
}

/// Whether a day is a public holiday of the whole State. Regional holidays are not known here.
pub fn is_public_holiday(state: Country, day: Date) -> bool {
    STATES.get(state.as_str()).is_some_and(|holidays| holidays.contain(day))
}

impl Holidays {
    fn contain(&self, day: Date) -> bool {
        let today = MonthDay { month: day.month(), day: day.day() };
        let from_easter = || {
            let sunday = self.easter.sunday(day.year());
            sunday.is_some_and(|sunday| {
                let falls =
                    |days: &i16| sunday.checked_add(Span::new().days(*days)).is_ok_and(|at| at == day);
                self.from_easter.iter().any(falls)
            })
        };
        self.fixed.contains(&today)
            || self.weekday.iter().any(|rule| rule.is_on(day))
            || self.changed.iter().any(|rule| {
                rule.on == today
                    && rule.since.is_none_or(|since| day.year() >= since)
                    && !rule.not_in.contains(&day.year())
            })
            || from_easter()
    }
}

impl OnWeekday {
    fn is_on(&self, day: Date) -> bool {
        let Ok(first) = Date::new(day.year(), self.from.month, self.from.day) else { return false };
        let behind = first.until(day).map_or(-1, |span| span.get_days());
        day.weekday() == self.name
            && (0..7).contains(&behind)
            && self.not_when_first_is.is_none_or(|not| first.weekday() != not)
            && self.only_when_first_is.is_none_or(|only| first.weekday() == only)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let written = String::deserialize(reader)?;
        let parts = written.split_once('-').and_then(|(month, day)| {
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A leap year has every day there can be.
            Date::new(2024, month, day).is_ok().then_some(Self { month, day })
        });
        parts.ok_or_else(|| serde::de::Error::custom(format!("`{written}` is no day of the year")))
    }
}

fn some_weekday<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Weekday>, D::Error> {
    weekday(reader).map(Some)
}

fn weekday<'de, D: Deserializer<'de>>(reader: D) -> Result<Weekday, D::Error> {
    let written = String::deserialize(reader)?;
    Ok(match written.as_str() {
        "monday" => Weekday::Monday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        _ => return Err(serde::de::Error::custom(format!("`{written}` is no weekday used here"))),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::MEMBER_STATES;

    use super::*;

    #[test]
    fn every_member_state_has_its_holidays_and_no_other() {
        let known: Vec<&str> = STATES.keys().map(String::as_str).collect();
        assert_eq!(known, MEMBER_STATES);
        for state in MEMBER_STATES {
            let state = state.parse().unwrap();
            assert!(is_public_holiday(state, date(2027, 1, 1)), "{state}");
            assert!(is_public_holiday(state, date(2027, 12, 25)), "{state}");
            let days = date(2027, 1, 1).series(Span::new().days(1)).take(365);
            let count = days.filter(|day| is_public_holiday(state, *day)).count();
            assert!((9..=17).contains(&count), "{state}: {count}");
        }
    }

    #[test]
    fn holidays_fall_where_calendars_of_the_states_have_them() {
        let is =
            |state: &str, year, month, day| is_public_holiday(state.parse().unwrap(), date(year, month, day));
        assert!(is("DE", 2027, 3, 26) && is("DE", 2027, 3, 29), "Good Friday and Easter Monday");
        assert!(is("DE", 2027, 5, 6) && is("DE", 2027, 5, 17), "Ascension and Whit Monday");
        assert!(!is("DE", 2027, 5, 27), "Corpus Christi is regional in Germany");
        assert!(is("AT", 2027, 5, 27) && is("PT", 2027, 5, 27), "Corpus Christi");
        assert!(is("GR", 2027, 3, 15) && is("CY", 2027, 3, 15), "Clean Monday, seven weeks before Easter");
        assert!(is("GR", 2027, 5, 3) && !is("GR", 2027, 3, 29), "Orthodox Easter Monday only");
        assert!(is("RO", 2027, 6, 21) && is("GR", 2027, 6, 21), "Orthodox Whit Monday");
        assert!(is("BG", 2027, 4, 30) && is("BG", 2027, 5, 3), "Orthodox Good Friday and Easter Monday");
        assert!(is("IE", 2027, 2, 1) && is("IE", 2027, 8, 2) && is("IE", 2027, 10, 25), "Irish Mondays");
        assert!(!is("IE", 2030, 2, 4), "1 February 2030 is a Friday and is the holiday itself");
        assert!(is("IE", 2030, 2, 1) && !is("IE", 2030, 2, 8) && !is("IE", 2027, 2, 5));
        assert!(is("IT", 2027, 10, 4) && !is("IT", 2025, 10, 4), "Saint Francis, since 2026");
        assert!(is("IE", 2026, 10, 26) && !is("IE", 2026, 10, 19), "the last Monday, not the one before");
        assert!(is("SE", 2026, 6, 20) && is("FI", 2026, 10, 31), "Midsummer and All Saints' Saturdays");
        assert!(is("PL", 2025, 12, 24) && !is("PL", 2024, 12, 24));
        assert!(is("SK", 2027, 9, 15) && !is("SK", 2026, 9, 15));
        assert!(!is("DK", 2027, 4, 23), "Great Prayer Day was abolished in 2024");
        assert!(!is("FR", 2027, 3, 26), "Good Friday is none in most of France");
    }
}
