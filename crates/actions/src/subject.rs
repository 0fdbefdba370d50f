//! Operator and product in one word: what the ledger calls whom a line is about.

use proofmark_facts::slug;

/// `Nordlicht GmbH`, `Gateway EG-200` becomes `nordlicht-gmbh/gateway-eg-200`.
pub fn subject(operator: &str, product: &str) -> String {
    format!("{}/{}", slug(operator, ""), slug(product, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_script_become_one_word() {
        assert_eq!(subject("Nordlicht GmbH & Co.", "Gateway EG-200"), "nordlicht-gmbh-co/gateway-eg-200");
        assert_eq!(subject("Ελλάδα", "///"), "ελλάδα/unnamed");
    }
}
