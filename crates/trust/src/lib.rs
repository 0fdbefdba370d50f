//! What a stranger can check without us: keys, signed notes, the ledger's tree and its proofs.
//!
//! This room must never hold a clock, a file, a socket or a source of randomness: bytes are handed in, and what
//! comes out can be checked again by anyone with the public formats alone. Start reading at [`Frontier`] for the
//! tree and at [`inclusion`] and [`consistency`] for what is proven about it, then at [`Note`] for who vouches for it;
//! [`Checkpoint`], [`Proof`] and [`Tile`] put the two together. [`witness`] is for others who watch the ledger grow,
//! [`time_stamp`] for others who say when, [`openpgp`] for others who sign
//! their own documents.

mod checkpoint;
pub mod consistency;
mod decimal;
mod entry_bundle;
mod frontier;
mod hash;
mod hash_reader;
mod hash_tile;
pub mod inclusion;
mod key;
mod key_name;
mod leaf_range;
mod node;
mod note;
mod note_error;
pub mod openpgp;
mod proof;
#[cfg(test)]
mod samples;
mod signer_key;
mod tile;
pub mod time_stamp;
mod tree_head;
mod verifier_key;
pub mod witness;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use entry_bundle::{EntryBundle, EntryBundleError};
pub use frontier::{Frontier, FrontierFull};
pub use hash::{Hash, HashError};
pub use hash_reader::{HashReader, MissingNode, ReadError};
pub use hash_tile::{HashTile, HashTileError, MissingTile, TileSet};
pub use key::{KeyError, PublicKey, SigningKey};
pub use key_name::{KeyId, KeyName, KeyNameError};
pub use node::Node;
pub use note::{Note, NoteSignature, OpenedNote};
pub use note_error::{NoteError, OpenError};
pub use proof::{Proof, ProofError};
pub use signer_key::{SignerKey, SignerKeyError};
pub use tile::{Tile, TileError, TileRow};
pub use tree_head::{MAX_SIZE, TreeHead, TreeHeadError};
pub use verifier_key::{VerifierKey, VerifierKeyError};
