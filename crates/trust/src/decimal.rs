//! Numbers in the public formats: decimal digits without leading zeroes, so that a number has one spelling only.

/// The number written, if it is written so and fits.
pub(crate) fn parse(written: &str) -> Option<u64> {
    // The standard parser would also take a plus and leading zeroes.
    let is_plain = written.bytes().all(|byte| byte.is_ascii_digit());
    let has_leading_zero = written.len() > 1 && written.starts_with('0');
    (is_plain && !has_leading_zero).then(|| written.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling_only() {
        assert_eq!(["0", "7", "10", "18446744073709551615"].map(parse), [0, 7, 10, u64::MAX].map(Some));
        for wrong in ["", "00", "07", "+7", "-7", " 7", "7 ", "7\n", "0x7", "٧", "18446744073709551616"] {
            assert_eq!(parse(wrong), None, "{wrong:?}");
        }
    }
}
