//! The civil time of each Member State: the IANA zone of the place its coordinator sits in.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use proofmark_facts::Country;

/// Each State and its zone. Where a State has several, the zone of the coordinator's seat: mainland Spain and not the
/// Canaries, mainland Portugal and not the Azores or Madeira, European France, Denmark and the Netherlands.
const ZONES: [(&str, &str); 27] = [
    ("AT", "Europe/Vienna"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    ("CY", "Asia/Nicosia"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin"),
    ("DK", "Europe/Copenhagen"),
    ("EE", "Europe/Tallinn"),
    ("ES", "Europe/Madrid"),
    ("FI", "Europe/Helsinki"),
    ("FR", "Europe/Paris"),
    ("GR", "Europe/Athens"),
    ("HR", "Europe/Zagreb"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IT", "Europe/Rome"),
    ("LT", "Europe/Vilnius"),
    ("LU", "Europe/Luxembourg"),
    ("LV", "Europe/Riga"),
    ("MT", "Europe/Malta"),
    ("NL", "Europe/Amsterdam"),
    ("PL", "Europe/Warsaw"),
    ("PT", "Europe/Lisbon"),
    ("RO", "Europe/Bucharest"),
    ("SE", "Europe/Stockholm"),
    ("SI", "Europe/Ljubljana"),
    ("SK", "Europe/Bratislava"),
];

/// States in which more than one civil time is kept, so that a verdict says which one was used.
const SEVERAL_ZONES: [&str; 5] = ["ES", "PT", "FR", "DK", "NL"];

/// The database built into the program: the same everywhere, whatever the machine has installed.
static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// The civil time kept where a Member State's coordinator sits.
#[derive(Debug, Clone)]
pub(crate) struct CivilTime {
    state: Country,
    name: &'static str,
    zone: TimeZone,
}

impl CivilTime {
    /// The civil time of a Member State; `None` for any other country.
    pub(crate) fn of(state: Country) -> Option<Self> {
        let (_, name) = ZONES.iter().find(|(member, _)| *member == state.as_str())?;
        let zone = DATABASE.get(name).ok()?;
        Some(Self { state, name, zone })
    }

    /// The Member State.
    pub(crate) fn state(&self) -> Country {
        self.state
    }

    /// The zone's name, as `Europe/Berlin`.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the State keeps other civil times as well.
    pub(crate) fn is_one_of_several(&self) -> bool {
        SEVERAL_ZONES.contains(&self.state.as_str())
    }

    /// The day it is there at this instant.
    pub(crate) fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The instant at which a day is over there: the first one of the next day. `None` where the calendar ends.
    pub(crate) fn end_of(&self, day: Date) -> Option<Timestamp> {
        let next = day.tomorrow().ok()?;
        self.zone.to_ambiguous_timestamp(next.at(0, 0, 0, 0)).compatible().ok()
    }

    /// Date, time and offset there, as `2026-09-14 22:10 +02`.
    pub(crate) fn write(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%d %H:%M %z").to_string()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::MEMBER_STATES;

    use super::*;

    #[test]
    fn every_member_state_has_its_civil_time_in_the_built_in_database() {
        for state in MEMBER_STATES {
            let time = CivilTime::of(state.parse().unwrap()).unwrap_or_else(|| panic!("{state}"));
            assert_eq!(time.state().as_str(), state);
            // Every zone keeps one of the four offsets in use in the Union, winter and summer.
            for day in [date(2027, 1, 15), date(2027, 7, 15)] {
                let end = time.end_of(day).unwrap();
                let ahead =
                    (day.tomorrow().unwrap().at(0, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp()
                        - end)
                        .get_seconds();
                assert!([0, 3600, 7200, 10800].contains(&ahead), "{state}: {ahead}");
            }
        }
        assert!(CivilTime::of("CH".parse().unwrap()).is_none());
    }
}
