//! What the ledger's lines about attestations are called.

/// Whom they are about.
pub(super) const SUBJECT: &str = "installation/ledger";

/// A time stamp was kept.
pub(super) const STAMPED: &str = "stamp-checkpoint";

/// A cosignature was kept.
pub(super) const COSIGNED: &str = "cosign-checkpoint";
