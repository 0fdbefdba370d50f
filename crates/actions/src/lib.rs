//! What people do: each action decides with facts and law, keeps what came of it and writes exactly one line
//! of the ledger. This room must never open a file, a socket or a database, nor read a clock: it is handed
//! who asks, when, and whom to ask. Start reading at [`assemble_pack`] and [`verify_pack`].

mod assemble_pack;
mod error;
mod ledger_line;
mod pack;
mod publish_ledger;
mod seal;
mod subject;
mod verify_ledger;
mod verify_pack;

pub use assemble_pack::{PackFile, PackOrder, assemble_pack};
pub use error::ActionError;
pub use ledger_line::{LedgerLine, LineDocument, LineDraft};
pub use pack::{Archive, ArchiveError, ArchiveFile, Manifest, ManifestFile};
pub use publish_ledger::{PublishFile, publish_ledger};
pub use subject::{slug, subject};
pub use verify_ledger::{LedgerReport, verify_ledger};
pub use verify_pack::{PackReport, Signer, verify_pack};
