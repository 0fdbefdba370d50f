//! What is shown of what was measured.

use std::time::Duration;

/// In milliseconds, with as many digits as are worth reading.
pub(crate) fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms < 10.0 { format!("{ms:.1} ms") } else { format!("{ms:.0} ms") }
}

/// How many times the other.
pub(crate) fn ratio(one: Duration, other: Duration) -> String {
    if other.is_zero() {
        return String::new();
    }
    let times = one.as_secs_f64() / other.as_secs_f64();
    if times < 10.0 { format!("{times:.1} x") } else { format!("{times:.0} x") }
}

/// In mebibytes.
pub(crate) fn mib(bytes: u64) -> String {
    format!("{:.0} MiB", bytes as f64 / 1024.0 / 1024.0)
}

/// One line of a table.
pub(crate) fn row(cells: &[&str]) {
    println!("| {} |", cells.join(" | "));
}

/// The head of a table; numbers stand at the right.
pub(crate) fn head(columns: &[&str]) {
    row(columns);
    let marks: Vec<&str> =
        columns.iter().enumerate().map(|(place, _)| if place == 0 { "---" } else { "---:" }).collect();
    println!("|{}|", marks.join("|"));
}
