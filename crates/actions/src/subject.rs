//! Operator and product in one word: what the ledger calls whom a line is about.

use proofmark_facts::{Sha256, slug};

/// Hexadecimal digits of the digest that keeps names apart that read alike.
const DIGITS: usize = 8;

/// `Nordlicht GmbH`, `Gateway EG-200` becomes `nordlicht-gmbh/gateway-eg-200/` and eight digits.
///
/// The digits are of the names as they are written: `Gate X` and `gate-x` are two products with two histories.
pub fn subject(operator: &str, product: &str) -> String {
    let exact = Sha256::of(format!("{operator}\0{product}").as_bytes()).to_string();
    format!("{}/{}/{}", slug(operator, ""), slug(product, ""), &exact[..DIGITS])
}

/// The operator's id in a subject; a subject of the installation itself has none.
pub fn operator_of(subject: &str) -> &str {
    subject.split_once('/').map_or("", |(operator, _)| operator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_script_become_one_word() {
        let word = subject("Nordlicht GmbH & Co.", "Gateway EG-200");
        assert!(word.starts_with("nordlicht-gmbh-co/gateway-eg-200/"), "{word}");
        assert!(subject("Ελλάδα", "///").starts_with("ελλάδα/unnamed/"));
    }

    #[test]
    fn names_that_read_alike_stay_apart() {
        assert_ne!(subject("Maker", "Gate X"), subject("Maker", "gate-x"));
        assert_eq!(subject("Maker", "Gate X"), subject("Maker", "Gate X"));
    }
}
