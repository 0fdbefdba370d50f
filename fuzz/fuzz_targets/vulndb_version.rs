//! Compares any two texts in every order: none may panic, and each must agree with itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_vulndb::ORDERS;

fuzz_target!(|text: &str| {
    let (left, right) = text.split_once('\n').unwrap_or((text, text));
    for order in ORDERS {
        if let (Some(left), Some(right)) = (order.read(left), order.read(right)) {
            let compared = left.compare(right);
            assert_eq!(right.compare(left), compared.map(std::cmp::Ordering::reverse));
            if compared.is_some_and(std::cmp::Ordering::is_lt) {
                assert!(left.coarse() <= right.coarse());
            }
            assert!(compared.is_some() || !order.says_all());
        }
    }
});
