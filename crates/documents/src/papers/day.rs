//! Days in words.

use jiff::civil::Date;
use proofmark_text::{Text, text};

/// `December 2032`, as users read it on a package (Article 13(19)).
pub(super) fn month_and_year(day: Date) -> Text {
    text!("papers-month-and-year", month = month(day).to_string(), year = day.year().to_string())
}

/// `31 December 2032`.
pub(super) fn in_words(day: Date) -> Text {
    text!(
        "papers-day",
        day = day.day().to_string(),
        month = month(day).to_string(),
        year = day.year().to_string(),
    )
}

fn month(day: Date) -> Text {
    match day.month() {
        1 => text!("papers-january"),
        2 => text!("papers-february"),
        3 => text!("papers-march"),
        4 => text!("papers-april"),
        5 => text!("papers-may"),
        6 => text!("papers-june"),
        7 => text!("papers-july"),
        8 => text!("papers-august"),
        9 => text!("papers-september"),
        10 => text!("papers-october"),
        11 => text!("papers-november"),
        _ => text!("papers-december"),
    }
}
