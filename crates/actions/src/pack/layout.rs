//! Where things lie in a pack. These paths are a promise to whoever verifies one in ten years.

/// What the pack holds: every file but the ledger's, `SHA256SUMS` and the manifest itself.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The digests of the manifest and of every file it lists, as `sha256sum --check` reads them.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// The signed checkpoint (C2SP tlog-checkpoint).
pub(crate) const CHECKPOINT: &str = "ledger/checkpoint";

/// The ledger's verifier key (C2SP signed-note).
pub(crate) const KEY: &str = "ledger/key.txt";

/// The same key as OpenSSL reads it (RFC 8410).
pub(crate) const KEY_PEM: &str = "ledger/key.pem";

/// The folder of the ledger's lines about this product, each a leaf of the tree, named by its place.
pub(crate) const LINES: &str = "ledger/lines/";

/// The folder of their inclusion proofs (C2SP tlog-proof).
pub(crate) const PROOFS: &str = "ledger/proofs/";

/// The path of the line at this place of the ledger.
pub(crate) fn line_path(index: u64) -> String {
    format!("{LINES}{index:012}.json")
}

/// The path of the proof that the line is at this place.
pub(crate) fn proof_path(index: u64) -> String {
    format!("{PROOFS}{index:012}.tlog-proof")
}

/// The place a path of a line names; `None` for any other path.
pub(crate) fn line_place(path: &str) -> Option<u64> {
    let digits = path.strip_prefix(LINES)?.strip_suffix(".json")?;
    digits.parse().ok().filter(|index| line_path(*index) == path)
}

/// The place a path of a proof names; `None` for any other path.
pub(crate) fn proof_place(path: &str) -> Option<u64> {
    let digits = path.strip_prefix(PROOFS)?.strip_suffix(".tlog-proof")?;
    digits.parse().ok().filter(|index| proof_path(*index) == path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_back_only_as_it_is_written() {
        assert_eq!(line_place(&line_path(42)), Some(42));
        assert_eq!(proof_place(&proof_path(0)), Some(0));
        assert_eq!(line_place("ledger/lines/42.json"), None);
        assert_eq!(line_place("ledger/lines/+00000000042.json"), None);
    }
}
