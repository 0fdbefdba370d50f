//! Keys of rows and names: numbers in the place of words that are long.

use proofmark_facts::Sha256;

/// A number that tells things apart, rows at the same place of an order above all: it depends on what they are about and on nothing else,
/// so that a page goes on at the right row even when all were written anew meanwhile.
pub(crate) fn key_of(parts: &[&str]) -> i64 {
    let digest = Sha256::of(parts.join("\0").as_bytes());
    let (first, _) = digest.0.split_first_chunk().expect("a digest has more than eight bytes");
    i64::from_be_bytes(*first)
}
