//! Days as the index file holds them: `year * 10000 + month * 100 + day`, zero for none.

use jiff::civil::Date;

/// A day as a number; `None` for one before the year 0.
pub(crate) fn number(date: Date) -> Option<u32> {
    let number = i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day());
    u32::try_from(number).ok()
}

/// A day of the file; `None` for none.
pub(crate) fn date(day: u32) -> Option<Date> {
    let year = i16::try_from(day / 10_000).ok()?;
    let (month, day) = (i8::try_from(day / 100 % 100).ok()?, i8::try_from(day % 100).ok()?);
    Date::new(year, month, day).ok()
}
