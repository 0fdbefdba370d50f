//! Which products a list of rows is asked for: one statement for all of them, or one each.

use std::collections::BTreeSet;

use proofmark_facts::Seen;

/// How many products are asked for one by one before they are asked for as a list.
const MOST_SINGLE: usize = 64;

/// What one statement asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope<'a> {
    /// All products of the operator.
    All,
    /// One product.
    One(&'a str),
    /// These.
    These(&'a [String]),
}

/// The statements that together ask for what somebody may see, each product once.
///
/// Products are asked for one by one as far as that goes: the first rows of each are found at once, while the first rows
/// of a few among all may lie behind millions that are others'.
pub(super) fn scopes<'a>(seen: &'a Seen, product: Option<&'a str>) -> Vec<Scope<'a>> {
    match (seen, product) {
        (Seen::All, None) => vec![Scope::All],
        (Seen::All, Some(product)) => vec![Scope::One(product)],
        (Seen::These(products), Some(product)) if products.iter().any(|seen| seen == product) => {
            vec![Scope::One(product)]
        }
        (Seen::These(_), Some(_)) => vec![],
        (Seen::These(products), None) if products.len() <= MOST_SINGLE => {
            let once: BTreeSet<&str> = products.iter().map(String::as_str).collect();
            once.into_iter().map(Scope::One).collect()
        }
        (Seen::These(products), None) => vec![Scope::These(products)],
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Seen;

    use super::{MOST_SINGLE, Scope, scopes};

    #[test]
    fn nobody_is_asked_for_what_is_not_seen_and_nothing_twice() {
        let seen = Seen::These(["b", "a", "b"].map(str::to_owned).to_vec());
        assert_eq!(scopes(&seen, None), [Scope::One("a"), Scope::One("b")]);
        assert_eq!(scopes(&seen, Some("b")), [Scope::One("b")]);
        assert_eq!(scopes(&seen, Some("c")), []);
        assert_eq!(scopes(&Seen::All, Some("c")), [Scope::One("c")]);
        assert_eq!(scopes(&Seen::These(vec![]), None), []);
        let many = Seen::These((0..=MOST_SINGLE).map(|number| number.to_string()).collect());
        assert!(matches!(scopes(&many, None).as_slice(), [Scope::These(_)]));
    }
}
