//! Coarse keys: 64 bits of a version that never contradict its exact order.
//!
//! If one version is before another, its key is less or the same. Most comparisons with the bounds of a range
//! are settled by two integers; only equal keys ask the exact comparator.

use super::number;

/// 28 bits for the first number, 18 each for the next two, as much as the versions of the world need.
const WIDTHS: [u32; 3] = [28, 18, 18];

/// A number that fits nowhere.
const BEYOND: &str = "18446744073709551616";

/// The key of dotted numbers. A number that does not fit fills everything to its right with ones, so that
/// what comes after it cannot speak.
pub(super) fn of_numbers(numbers: &str) -> u64 {
    packed(dotted(numbers), &WIDTHS)
}

/// The key of numbers; one that is missing counts as zero.
pub(super) fn of_list<'a>(numbers: impl Iterator<Item = &'a str>) -> u64 {
    packed(numbers, &WIDTHS)
}

/// The key of numbers behind which something stands that goes after every further number.
pub(super) fn of_list_and_more<'a>(numbers: impl Iterator<Item = &'a str>) -> u64 {
    packed(numbers.chain(std::iter::repeat(BEYOND)), &WIDTHS)
}

/// The key of an epoch and dotted numbers: eight bits for the epoch, the rest for the numbers.
pub(super) fn of_epoch_and_numbers(epoch: &str, numbers: &str) -> u64 {
    packed(std::iter::once(epoch).chain(dotted(numbers)), &[8, 22, 18, 16])
}

/// The key of an epoch and the number a version begins with.
pub(super) fn of_epoch_and_number(epoch: &str, number: &str) -> u64 {
    packed([epoch, number].into_iter(), &[16, 48])
}

/// The numbers between the dots. They are a few digits long: looking at each byte is faster than a search.
pub(super) fn dotted(numbers: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(numbers);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| byte == b'.');
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

fn packed<'a>(mut numbers: impl Iterator<Item = &'a str>, widths: &[u32]) -> u64 {
    let mut key: u64 = 0;
    let mut full = false;
    for &width in widths {
        let most = (1_u64 << width) - 1;
        let value = if full { most } else { number::at_most(numbers.next().unwrap_or("0"), most) };
        full = full || value == most;
        key = (key << width) | value;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_does_not_fit_silences_what_follows() {
        assert_eq!(of_numbers("999999999999.1"), of_numbers("999999999998.2"));
        assert!(of_numbers("1.2.3") < of_numbers("1.2.4"));
        assert!(of_numbers("1.999999.0") > of_numbers("1.2.9"));
        assert_eq!(of_numbers("1"), of_numbers("1.0.0.7"));
    }
}
