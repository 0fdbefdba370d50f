//! Periods, counted by hand: each row says how. Weekdays and clock changes are from a printed calendar.

use jiff::civil::{Weekday, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use proofmark_facts::{Country, MEMBER_STATES};
use proofmark_law::{Deadline, Period, is_public_holiday};
use proptest::prelude::*;

const DAY: Period = Period::Hours(24);
const THREE_DAYS: Period = Period::Hours(72);
const FORTNIGHT: Period = Period::Days(14);
const MONTH: Period = Period::Month;

/// The period, its start, the coordinator's State, `strict`, and the end of `legal_outer`.
type Row = (Period, &'static str, &'static str, &'static str, &'static str);

/// Hours: `strict` is start plus hours; the outer end is the next full hour plus hours. Nothing moves it.
const HOURS: &[Row] = &[
    // 22:10 in Berlin is 20:10Z: the hour to 21:00Z is not counted, 21:00Z and 24 hours.
    (DAY, "2026-09-14T22:10:00+02:00", "DE", "2026-09-15T20:10:00Z", "2026-09-15T21:00:00Z"),
    (THREE_DAYS, "2026-09-14T22:10:00+02:00", "DE", "2026-09-17T20:10:00Z", "2026-09-17T21:00:00Z"),
    // On the stroke of an hour the event falls in the hour that begins: 21:00Z and 24 hours again.
    (DAY, "2026-09-14T20:00:00Z", "DE", "2026-09-15T20:00:00Z", "2026-09-15T21:00:00Z"),
    // The last thousandth before an hour: the hour ends at once.
    (DAY, "2026-09-14T20:59:59.999Z", "DE", "2026-09-15T20:59:59.999Z", "2026-09-15T21:00:00Z"),
    // Friday evening: the Saturday counts and ends it.
    (DAY, "2026-09-18T17:30:00Z", "DE", "2026-09-19T17:30:00Z", "2026-09-19T18:00:00Z"),
    // Friday to Monday over the weekend.
    (THREE_DAYS, "2026-09-18T17:30:00Z", "FR", "2026-09-21T17:30:00Z", "2026-09-21T18:00:00Z"),
    // Christmas Eve to the Sunday after Christmas: holidays count, nothing moves.
    (THREE_DAYS, "2026-12-24T12:00:01Z", "AT", "2026-12-27T12:00:01Z", "2026-12-27T13:00:00Z"),
    // Clocks go back at 01:00Z on 25 October 2026: 00:30 there to 23:30 there the same day is 24 hours.
    (DAY, "2026-10-25T00:30:00+02:00", "DE", "2026-10-25T22:30:00Z", "2026-10-25T23:00:00Z"),
    // Clocks go forward at 01:00Z on 28 March 2027: 24 hours end at 01:30 there on the next day but one.
    (DAY, "2027-03-28T00:30:00+01:00", "DE", "2027-03-28T23:30:00Z", "2027-03-29T00:00:00Z"),
    (THREE_DAYS, "2027-03-26T10:00:00Z", "IT", "2027-03-29T10:00:00Z", "2027-03-29T11:00:00Z"),
    // Finland, Ireland, Portugal and Cyprus: hours are the same hours everywhere.
    (DAY, "2026-10-25T02:30:00+03:00", "FI", "2026-10-25T23:30:00Z", "2026-10-26T00:00:00Z"),
    (DAY, "2027-03-28T00:59:00Z", "IE", "2027-03-29T00:59:00Z", "2027-03-29T01:00:00Z"),
    (THREE_DAYS, "2027-03-27T23:01:00Z", "PT", "2027-03-30T23:01:00Z", "2027-03-31T00:00:00Z"),
    (THREE_DAYS, "2026-10-24T20:15:00+03:00", "CY", "2026-10-27T17:15:00Z", "2026-10-27T18:00:00Z"),
    // Leap day, end of February, end of the year.
    (DAY, "2028-02-28T12:00:00Z", "DE", "2028-02-29T12:00:00Z", "2028-02-29T13:00:00Z"),
    (DAY, "2027-02-28T12:00:00Z", "DE", "2027-03-01T12:00:00Z", "2027-03-01T13:00:00Z"),
    (DAY, "2026-12-31T23:59:59Z", "SE", "2027-01-01T23:59:59Z", "2027-01-02T00:00:00Z"),
    (THREE_DAYS, "2026-12-30T23:15:00Z", "NL", "2027-01-02T23:15:00Z", "2027-01-03T00:00:00Z"),
];

/// Fourteen days: `strict` is start plus 336 hours; the outer end is the end of the civil day fourteen days later, which is
/// 22:00Z in CEST, 23:00Z in CET, 21:00Z in EEST, 22:00Z in EET; moved on from a weekend or holiday.
const DAYS: &[Row] = &[
    // Monday to Monday, 28 September 2026, CEST.
    (FORTNIGHT, "2026-09-14T10:00:00Z", "DE", "2026-09-28T10:00:00Z", "2026-09-28T22:00:00Z"),
    // Friday to Friday, 2 October 2026: the holiday is the day after.
    (FORTNIGHT, "2026-09-18T10:00:00Z", "DE", "2026-10-02T10:00:00Z", "2026-10-02T22:00:00Z"),
    // Saturday 3 October 2026, moved to Monday the 5th.
    (FORTNIGHT, "2026-09-19T10:00:00Z", "DE", "2026-10-03T10:00:00Z", "2026-10-05T22:00:00Z"),
    // Sunday the 4th, moved to the same Monday.
    (FORTNIGHT, "2026-09-20T10:00:00Z", "DE", "2026-10-04T10:00:00Z", "2026-10-05T22:00:00Z"),
    // 22:30Z is 00:30 on the 15th in Berlin, so the 29th ends it.
    (FORTNIGHT, "2026-09-14T22:30:00Z", "DE", "2026-09-28T22:30:00Z", "2026-09-29T22:00:00Z"),
    // The same instant is still the 14th in Lisbon (WEST, one hour ahead): the 28th ends at 23:00Z.
    (FORTNIGHT, "2026-09-14T22:30:00Z", "PT", "2026-09-28T22:30:00Z", "2026-09-28T23:00:00Z"),
    // Over the change to CET: Thursday 29 October 2026 ends at 23:00Z.
    (FORTNIGHT, "2026-10-15T10:00:00Z", "DE", "2026-10-29T10:00:00Z", "2026-10-29T23:00:00Z"),
    // Over the change to CEST: Tuesday 30 March 2027 ends at 22:00Z.
    (FORTNIGHT, "2027-03-16T10:00:00Z", "DE", "2027-03-30T10:00:00Z", "2027-03-30T22:00:00Z"),
    // Easter Monday 29 March 2027, moved to Tuesday.
    (FORTNIGHT, "2027-03-15T10:00:00Z", "DE", "2027-03-29T10:00:00Z", "2027-03-30T22:00:00Z"),
    // Good Friday, then Saturday, Easter Sunday, Easter Monday: moved to Tuesday.
    (FORTNIGHT, "2027-03-12T10:00:00Z", "DE", "2027-03-26T10:00:00Z", "2027-03-30T22:00:00Z"),
    // Good Friday is a working day in France; still CET.
    (FORTNIGHT, "2027-03-12T10:00:00Z", "FR", "2027-03-26T10:00:00Z", "2027-03-26T23:00:00Z"),
    // 23:30 CET on Wednesday 17 March; 336 hours end at 00:30 CEST on 1 April, after the 31st has ended at 22:00Z.
    (FORTNIGHT, "2027-03-17T22:30:00Z", "DE", "2027-03-31T22:30:00Z", "2027-03-31T22:00:00Z"),
    // New Year's Day is a Friday: moved to Monday 4 January 2027.
    (FORTNIGHT, "2026-12-18T10:00:00Z", "DE", "2027-01-01T10:00:00Z", "2027-01-04T23:00:00Z"),
    // Romania, EET: the same Monday ends at 22:00Z.
    (FORTNIGHT, "2026-12-18T10:00:00Z", "RO", "2027-01-01T10:00:00Z", "2027-01-04T22:00:00Z"),
    // Christmas Day is a Friday, Saint Stephen's a Saturday: moved to Monday 28 December 2026.
    (FORTNIGHT, "2026-12-11T10:00:00Z", "DE", "2026-12-25T10:00:00Z", "2026-12-28T23:00:00Z"),
    (FORTNIGHT, "2026-12-11T10:00:00Z", "LV", "2026-12-25T10:00:00Z", "2026-12-28T22:00:00Z"),
    // Ireland keeps UTC in winter: the Monday ends at midnight UTC.
    (FORTNIGHT, "2026-12-11T10:00:00Z", "IE", "2026-12-25T10:00:00Z", "2026-12-29T00:00:00Z"),
    // Christmas Eve, a Thursday, is a holiday in Czechia and none in Germany.
    (FORTNIGHT, "2026-12-10T10:00:00Z", "CZ", "2026-12-24T10:00:00Z", "2026-12-28T23:00:00Z"),
    (FORTNIGHT, "2026-12-10T10:00:00Z", "DE", "2026-12-24T10:00:00Z", "2026-12-24T23:00:00Z"),
    // Epiphany, Wednesday 6 January 2027: Austria moves on, Germany (regional only) does not.
    (FORTNIGHT, "2026-12-23T10:00:00Z", "AT", "2027-01-06T10:00:00Z", "2027-01-07T23:00:00Z"),
    (FORTNIGHT, "2026-12-23T10:00:00Z", "DE", "2027-01-06T10:00:00Z", "2027-01-06T23:00:00Z"),
    // Romania keeps the 6th and the 7th: Friday the 8th.
    (FORTNIGHT, "2026-12-23T10:00:00Z", "RO", "2027-01-06T10:00:00Z", "2027-01-08T22:00:00Z"),
    // The leap day is a Tuesday in 2028, and a day like any other.
    (FORTNIGHT, "2028-02-15T10:00:00Z", "DE", "2028-02-29T10:00:00Z", "2028-02-29T23:00:00Z"),
    // February 2027 has 28 days: Monday 1 March.
    (FORTNIGHT, "2027-02-15T10:00:00Z", "DE", "2027-03-01T10:00:00Z", "2027-03-01T23:00:00Z"),
    // Clean Monday, 15 March 2027, moved to Tuesday, EET.
    (FORTNIGHT, "2027-03-01T10:00:00Z", "GR", "2027-03-15T10:00:00Z", "2027-03-16T22:00:00Z"),
    // Liberation Day, Wednesday 3 March 2027.
    (FORTNIGHT, "2027-02-17T10:00:00Z", "BG", "2027-03-03T10:00:00Z", "2027-03-04T22:00:00Z"),
    // Orthodox Easter Monday, 3 May 2027, EEST; in Germany a Monday like any other.
    (FORTNIGHT, "2027-04-19T10:00:00Z", "GR", "2027-05-03T10:00:00Z", "2027-05-04T21:00:00Z"),
    (FORTNIGHT, "2027-04-19T10:00:00Z", "DE", "2027-05-03T10:00:00Z", "2027-05-03T22:00:00Z"),
    // Ascension, Thursday 6 May 2027: Germany moves on, Italy does not; Bulgaria keeps Saint George.
    (FORTNIGHT, "2027-04-22T10:00:00Z", "DE", "2027-05-06T10:00:00Z", "2027-05-07T22:00:00Z"),
    (FORTNIGHT, "2027-04-22T10:00:00Z", "IT", "2027-05-06T10:00:00Z", "2027-05-06T22:00:00Z"),
    (FORTNIGHT, "2027-04-22T10:00:00Z", "BG", "2027-05-06T10:00:00Z", "2027-05-07T21:00:00Z"),
    // Each with a holiday of its own on the fourteenth day, moved to the next working day.
    (FORTNIGHT, "2027-07-19T10:00:00Z", "IE", "2027-08-02T10:00:00Z", "2027-08-03T23:00:00Z"), // Mon, first in August
    (FORTNIGHT, "2027-05-27T10:00:00Z", "PT", "2027-06-10T10:00:00Z", "2027-06-11T23:00:00Z"), // Thu, Portugal Day
    (FORTNIGHT, "2027-11-22T10:00:00Z", "FI", "2027-12-06T10:00:00Z", "2027-12-07T22:00:00Z"), // Mon, Independence
    (FORTNIGHT, "2027-06-11T10:00:00Z", "SE", "2027-06-25T10:00:00Z", "2027-06-25T22:00:00Z"), // Fri, Midsummer's Eve: none
    (FORTNIGHT, "2027-09-01T10:00:00Z", "SK", "2027-09-15T10:00:00Z", "2027-09-16T22:00:00Z"), // Wed, Lady of Sorrows
    (FORTNIGHT, "2026-09-01T10:00:00Z", "SK", "2026-09-15T10:00:00Z", "2026-09-15T22:00:00Z"), // Tue, worked in 2026
    (FORTNIGHT, "2027-06-09T10:00:00Z", "LU", "2027-06-23T10:00:00Z", "2027-06-24T22:00:00Z"), // Wed, National Day
    (FORTNIGHT, "2027-06-09T10:00:00Z", "LV", "2027-06-23T10:00:00Z", "2027-06-25T21:00:00Z"), // Wed and Thu, Līgo and Jāņi
    (FORTNIGHT, "2027-09-28T10:00:00Z", "ES", "2027-10-12T10:00:00Z", "2027-10-13T22:00:00Z"), // Tue, National Day
    (FORTNIGHT, "2027-08-25T10:00:00Z", "MT", "2027-09-08T10:00:00Z", "2027-09-09T22:00:00Z"), // Wed, Victory Day
    (FORTNIGHT, "2027-07-22T10:00:00Z", "HR", "2027-08-05T10:00:00Z", "2027-08-06T22:00:00Z"), // Thu, Victory Day
    (FORTNIGHT, "2027-08-06T10:00:00Z", "HU", "2027-08-20T10:00:00Z", "2027-08-23T22:00:00Z"), // Fri, Saint Stephen
    (FORTNIGHT, "2027-08-06T10:00:00Z", "EE", "2027-08-20T10:00:00Z", "2027-08-23T21:00:00Z"), // Fri, Restoration
    (FORTNIGHT, "2027-01-25T10:00:00Z", "SI", "2027-02-08T10:00:00Z", "2027-02-09T23:00:00Z"), // Mon, Prešeren Day
    (FORTNIGHT, "2027-04-13T10:00:00Z", "NL", "2027-04-27T10:00:00Z", "2027-04-28T22:00:00Z"), // Tue, King's Day
    (FORTNIGHT, "2027-07-07T10:00:00Z", "BE", "2027-07-21T10:00:00Z", "2027-07-22T22:00:00Z"), // Wed, National Day
    (FORTNIGHT, "2027-05-03T10:00:00Z", "DK", "2027-05-17T10:00:00Z", "2027-05-18T22:00:00Z"), // Whit Monday
    (FORTNIGHT, "2027-02-02T10:00:00Z", "LT", "2027-02-16T10:00:00Z", "2027-02-17T22:00:00Z"), // Tue, State Day
    (FORTNIGHT, "2027-03-18T10:00:00Z", "CY", "2027-04-01T10:00:00Z", "2027-04-02T21:00:00Z"), // Thu, National Day
    (FORTNIGHT, "2027-09-14T10:00:00Z", "CZ", "2027-09-28T10:00:00Z", "2027-09-29T22:00:00Z"), // Tue, Statehood
    (FORTNIGHT, "2027-10-28T10:00:00Z", "PL", "2027-11-11T10:00:00Z", "2027-11-12T23:00:00Z"), // Thu, Independence
];

/// One month: `strict` is the same clock time in UTC one month later, clamped; the outer end is the end of the civil day
/// with the same date, clamped, moved on from a weekend or holiday.
const MONTHS: &[Row] = &[
    // 17 October 2026 is a Saturday: Monday the 19th, CEST.
    (MONTH, "2026-09-17T09:00:00Z", "DE", "2026-10-17T09:00:00Z", "2026-10-19T22:00:00Z"),
    // 31 January to the end of February: Sunday the 28th in 2027, moved to Monday 1 March.
    (MONTH, "2027-01-31T10:00:00Z", "DE", "2027-02-28T10:00:00Z", "2027-03-01T23:00:00Z"),
    (MONTH, "2027-01-30T10:00:00Z", "DE", "2027-02-28T10:00:00Z", "2027-03-01T23:00:00Z"),
    (MONTH, "2027-01-28T10:00:00Z", "DE", "2027-02-28T10:00:00Z", "2027-03-01T23:00:00Z"),
    // The leap day, Tuesday 29 February 2028.
    (MONTH, "2028-01-31T10:00:00Z", "DE", "2028-02-29T10:00:00Z", "2028-02-29T23:00:00Z"),
    // From the leap day: Wednesday 29 March 2028, CEST since the 26th.
    (MONTH, "2028-02-29T10:00:00Z", "DE", "2028-03-29T10:00:00Z", "2028-03-29T22:00:00Z"),
    // 31 March to Friday 30 April 2027.
    (MONTH, "2027-03-31T10:00:00Z", "DE", "2027-04-30T10:00:00Z", "2027-04-30T22:00:00Z"),
    // Over the year's end: Sunday 31 January 2027, moved to Monday; in Ireland Saint Brigid's, so Tuesday.
    (MONTH, "2026-12-31T12:00:00Z", "DE", "2027-01-31T12:00:00Z", "2027-02-01T23:00:00Z"),
    (MONTH, "2026-12-31T12:00:00Z", "IE", "2027-01-31T12:00:00Z", "2027-02-03T00:00:00Z"),
    // New Year's Day, a Friday, moved to Monday.
    (MONTH, "2026-12-01T12:00:00Z", "DE", "2027-01-01T12:00:00Z", "2027-01-04T23:00:00Z"),
    // Over the change to CET: Sunday 1 November 2026, moved to Monday.
    (MONTH, "2026-10-01T10:00:00Z", "DE", "2026-11-01T10:00:00Z", "2026-11-02T23:00:00Z"),
    // Over the change to CEST: Thursday 1 April 2027.
    (MONTH, "2027-03-01T10:00:00Z", "DE", "2027-04-01T10:00:00Z", "2027-04-01T22:00:00Z"),
    // 23:30Z on 28 February is 1 March in Berlin: 1 April, while UTC counts to 28 March.
    (MONTH, "2027-02-28T23:30:00Z", "DE", "2027-03-28T23:30:00Z", "2027-04-01T22:00:00Z"),
    // 31 January in Berlin, the 30th in UTC: both end in February, and the civil day half an hour before.
    (MONTH, "2028-01-30T23:30:00Z", "DE", "2028-02-29T23:30:00Z", "2028-02-29T23:00:00Z"),
    // 23:30 CET on 15 March; a month later 22:30Z is 00:30 CEST on the 16th, after the 15th has ended.
    (MONTH, "2027-03-15T22:30:00Z", "DE", "2027-04-15T22:30:00Z", "2027-04-15T22:00:00Z"),
    // Assumption, Sunday 15 August 2027, moved to Monday, in Greece (EEST).
    (MONTH, "2027-07-15T10:00:00Z", "GR", "2027-08-15T10:00:00Z", "2027-08-16T21:00:00Z"),
];

fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

fn country(code: &str) -> Country {
    code.parse().unwrap()
}

#[test]
fn periods_end_where_they_were_counted_to_by_hand() {
    let rows = [HOURS, DAYS, MONTHS].concat();
    assert!(rows.len() >= 60, "{}", rows.len());
    for (period, start, state, strict, outer) in rows {
        let Deadline { due_at, strict: counted, legal_outer } =
            period.deadline(at(start), Some(country(state)));
        let legal_outer = legal_outer.unwrap();
        assert_eq!(counted, at(strict), "strict: {period:?} from {start}, {state}");
        assert_eq!(legal_outer.ends_before, at(outer), "outer: {period:?} from {start}, {state}");
        assert_eq!(due_at, at(strict).min(at(outer)), "due: {period:?} from {start}, {state}");
        assert!(legal_outer.reasons.iter().any(|reason| reason.legal_review.is_some()));
    }
}

#[test]
fn the_outer_limit_says_in_words_and_in_rows_how_it_was_counted() {
    let of = |period: Period, start: &str, state: &str| {
        period.deadline(at(start), Some(country(state))).legal_outer.unwrap()
    };
    let hours = of(DAY, "2026-09-14T22:10:00+02:00", "DE");
    assert_eq!(hours.says.to_string(), "before 2026-09-15 23:00 +0200 (Europe/Berlin)");
    let rows: Vec<&str> = hours.reasons.iter().map(|reason| reason.row).collect();
    assert_eq!(rows, ["PER-01", "PER-04", "PER-06", "PER-07", "OPN-05"]);
    let days = of(FORTNIGHT, "2026-09-19T10:00:00Z", "DE");
    assert_eq!(
        days.says.to_string(),
        "before the end of Monday 2026-10-05 in Europe/Berlin, that is before 2026-10-05T22:00:00Z"
    );
    assert_eq!((days.last_day, days.moved_from), (date(2026, 10, 5), Some(date(2026, 10, 3))));
    let rows: Vec<&str> = days.reasons.iter().map(|reason| reason.row).collect();
    assert_eq!(rows, ["PER-02", "PER-05", "PER-07", "OPN-05"]);
    let month = of(MONTH, "2027-03-01T10:00:00Z", "ES");
    let rows: Vec<&str> = month.reasons.iter().map(|reason| reason.row).collect();
    assert_eq!(rows, ["PER-03", "PER-07", "OPN-05"]);
    let place = month.reasons[1].says.to_string();
    assert!(place.contains("Europe/Madrid") && place.contains("other civil times"), "{place}");
}

#[test]
fn without_a_coordinator_there_is_no_outer_limit() {
    for state in [None, Some(country("CH"))] {
        let end = DAY.deadline(at("2026-09-14T20:10:00Z"), state);
        assert_eq!((end.due_at, end.legal_outer), (at("2026-09-15T20:10:00Z"), None));
    }
}

#[test]
fn the_ends_of_the_calendar_end_no_program() {
    for start in [Timestamp::MIN, Timestamp::MAX, at("9999-12-01T00:00:00Z")] {
        for period in [DAY, THREE_DAYS, FORTNIGHT, MONTH, Period::Hours(u16::MAX), Period::Days(u16::MAX)] {
            for state in MEMBER_STATES {
                let end = period.deadline(start, Some(country(state)));
                assert!(end.due_at >= start && end.due_at <= end.strict);
            }
        }
    }
}

fn starts() -> impl Strategy<Value = Timestamp> {
    // 2024 to 2099, with every other start near a change of the clocks or the end of a month or year.
    let edges = prop::sample::select(vec![
        "2026-10-25T01:00:00Z",
        "2027-03-28T01:00:00Z",
        "2028-02-29T12:00:00Z",
        "2027-02-28T23:59:59Z",
        "2026-12-31T23:00:00Z",
        "2027-01-31T00:00:00Z",
        "2027-03-14T23:00:00Z",
    ]);
    let near = (edges, -2_000_000_i64..2_000_000)
        .prop_map(|(edge, seconds)| at(edge) + SignedDuration::from_secs(seconds));
    let any = (1_704_067_200_i64..4_070_908_800).prop_map(|second| Timestamp::from_second(second).unwrap());
    prop_oneof![near, any]
}

fn states() -> impl Strategy<Value = Country> {
    prop::sample::select(MEMBER_STATES.to_vec()).prop_map(country)
}

proptest! {
    #[test]
    fn hours_are_hours_in_every_civil_time(start in starts(), state in states(), hours in 1_u16..200) {
        let end = Period::Hours(hours).deadline(start, Some(state));
        prop_assert_eq!(end.strict, start + SignedDuration::from_hours(hours.into()));
        prop_assert_eq!(end.due_at, end.strict);
        let outer = end.legal_outer.unwrap();
        let later = outer.ends_before.duration_since(end.strict);
        prop_assert!(later > SignedDuration::ZERO && later <= SignedDuration::from_hours(1));
        prop_assert_eq!(outer.moved_from, None);
        let there = outer.ends_before.in_tz(outer.zone).unwrap();
        prop_assert_eq!((there.minute(), there.second(), there.subsec_nanosecond()), (0, 0, 0));
    }

    #[test]
    fn days_end_with_a_working_day_in_every_civil_time(start in starts(), state in states()) {
        let end = FORTNIGHT.deadline(start, Some(state));
        prop_assert_eq!(end.strict, start + SignedDuration::from_hours(14 * 24));
        let outer = end.legal_outer.unwrap();
        // The day may end up to an hour before 336 hours do, where clocks went forward on the way; never more.
        prop_assert!(end.strict.duration_since(outer.ends_before) <= SignedDuration::from_hours(1));
        prop_assert!(end.due_at == end.strict.min(outer.ends_before));
        let there = start.in_tz(outer.zone).unwrap().date();
        prop_assert!(outer.last_day >= there + 14.days());
        prop_assert!(outer.last_day <= there + 24.days());
        prop_assert!(!matches!(outer.last_day.weekday(), Weekday::Saturday | Weekday::Sunday));
        prop_assert!(!is_public_holiday(state, outer.last_day));
        let midnight = outer.ends_before.in_tz(outer.zone).unwrap();
        prop_assert_eq!(midnight.date(), outer.last_day + 1.day());
        prop_assert_eq!(midnight.hour(), 0);
        // Outside spring the outer limit never comes first.
        let offset = |at: Timestamp| at.in_tz(outer.zone).unwrap().offset();
        if offset(start) >= offset(end.strict) {
            prop_assert!(outer.ends_before > end.strict);
        }
    }

    #[test]
    fn a_month_ends_with_the_same_date_or_the_month(start in starts(), state in states()) {
        let end = MONTH.deadline(start, Some(state));
        let (from, to) = (start.to_zoned(TimeZone::UTC), end.strict.to_zoned(TimeZone::UTC));
        prop_assert_eq!(from.time(), to.time());
        let later = from.date() + 1.month();
        prop_assert_eq!(to.date(), later);
        prop_assert!(to.day() == from.day() || to.day() == to.days_in_month());
        let outer = end.legal_outer.unwrap();
        prop_assert!(end.strict.duration_since(outer.ends_before) <= SignedDuration::from_hours(3));
        prop_assert!(end.due_at == end.strict.min(outer.ends_before));
    }

    #[test]
    fn clocks_never_move_backwards_when_their_start_moves_forward(
        start in starts(), state in states(), seconds in 0_i64..4_000_000,
    ) {
        let later = start + SignedDuration::from_secs(seconds);
        for period in [DAY, THREE_DAYS, FORTNIGHT] {
            let (one, other) = (period.deadline(start, Some(state)), period.deadline(later, Some(state)));
            prop_assert!(one.due_at <= other.due_at && one.strict <= other.strict);
            prop_assert!(one.legal_outer.unwrap().ends_before <= other.legal_outer.unwrap().ends_before);
        }
        // A month is clamped to its last day at the same clock time, so only its day never goes back.
        let (one, other) = (MONTH.deadline(start, Some(state)), MONTH.deadline(later, Some(state)));
        let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
        prop_assert!(day(one.strict) <= day(other.strict));
        prop_assert!(one.legal_outer.unwrap().ends_before <= other.legal_outer.unwrap().ends_before);
    }
}
