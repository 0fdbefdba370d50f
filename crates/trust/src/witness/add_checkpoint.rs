//! How a log asks a witness for a cosignature: the body of `POST <prefix>/add-checkpoint` (C2SP tlog-witness).

use std::fmt;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::decimal;
use crate::hash::Hash;
use crate::note::{self, Note};
use crate::note_error::NoteError;

/// The most hashes of a consistency proof. The specification forbids to send more.
const MAX_HASHES: usize = 63;

/// The most bytes before the checkpoint: the line with the old size, at most 24 characters, the hashes with 44, and the
/// newlines; and one hash more, so that it is said to be one too many.
const MAX_FRONT_BYTES: usize = 25 + (MAX_HASHES + 1) * 45;

/// A checkpoint, with the proof that the log did not change what the witness saw last:
///
/// ```text
/// old 20852014
/// PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
///
/// example.com/behind-the-sofa
/// 20852163
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
/// — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    old_size: u64,
    proof: Vec<Hash>,
    checkpoint: Note,
}

impl AddCheckpoint {
    /// The path below a witness's submission prefix to which the request is posted.
    pub const PATH: &'static str = "/add-checkpoint";

    /// Asks for a cosignature on this signed checkpoint.
    ///
    /// `old_size` is the size of the checkpoint that the witness cosigned last, or zero if that is not known: the
    /// witness then answers with the right size. `proof` is what [`crate::consistency::prove`] gives for it.
    pub fn new(old_size: u64, proof: Vec<Hash>, checkpoint: Note) -> Result<Self, AddCheckpointError> {
        let text: Checkpoint =
            checkpoint.unverified_text().parse().map_err(AddCheckpointError::Checkpoint)?;
        let size = text.head().size();
        if old_size > size {
            return Err(AddCheckpointError::Shrinks { old_size, size });
        }
        if proof.len() > MAX_HASHES {
            return Err(AddCheckpointError::TooManyHashes);
        }
        // Every tree begins with the empty one, and a tree of the same size is the same one.
        if (old_size == 0 || old_size == size) && !proof.is_empty() {
            return Err(AddCheckpointError::NothingToProve);
        }
        Ok(Self { old_size, proof, checkpoint })
    }

    /// Reads the body of a request, as one who acts as a witness gets it. Nothing is verified yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, AddCheckpointError> {
        let too_large = AddCheckpointError::TooLarge { bytes: bytes.len() };
        if bytes.len() > MAX_FRONT_BYTES + note::MAX_BYTES {
            return Err(too_large);
        }
        let written = std::str::from_utf8(bytes).map_err(|_| AddCheckpointError::NotUtf8)?;
        // The front holds no empty line, so the first one ends it.
        let (front, checkpoint) = written.split_once("\n\n").ok_or(AddCheckpointError::NoCheckpoint)?;
        if front.len() > MAX_FRONT_BYTES {
            return Err(too_large);
        }
        let checkpoint = Note::parse(checkpoint.as_bytes()).map_err(AddCheckpointError::Note)?;
        let mut lines = front.split('\n');
        let old_size = lines.next().and_then(|line| line.strip_prefix("old ")).and_then(decimal::parse);
        let old_size = old_size.ok_or(AddCheckpointError::OldSize)?;
        let hash = |(number, line): (usize, &str)| {
            Hash::from_base64(line).map_err(|_| AddCheckpointError::Hash { number })
        };
        // One line beyond the limit is enough to see that there are too many.
        let proof = (1..).zip(lines.take(MAX_HASHES + 1)).map(hash).collect::<Result<_, _>>()?;
        Self::new(old_size, proof, checkpoint)
    }

    /// The size of the checkpoint that the witness is thought to have cosigned last.
    pub fn old_size(&self) -> u64 {
        self.old_size
    }

    /// The consistency proof from the old size to the size of the checkpoint.
    pub fn proof(&self) -> &[Hash] {
        &self.proof
    }

    /// The signed checkpoint, not yet opened.
    pub fn checkpoint(&self) -> &Note {
        &self.checkpoint
    }
}

/// Prints the body of the request.
impl fmt::Display for AddCheckpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "old {}", self.old_size)?;
        self.proof.iter().try_for_each(|hash| writeln!(out, "{}", hash.to_base64()))?;
        write!(out, "\n{}", self.checkpoint)
    }
}

/// Why something is no request for a cosignature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddCheckpointError {
    /// It is larger than any request needs to be.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// It is not UTF-8.
    NotUtf8,
    /// The first line is not `old` and a decimal number.
    OldSize,
    /// A line of the proof is not a hash.
    Hash {
        /// Which of them, counted from 1.
        number: usize,
    },
    /// The proof has more hashes than the largest tree has levels.
    TooManyHashes,
    /// A proof is given though the old tree is empty or the same.
    NothingToProve,
    /// No checkpoint follows after an empty line.
    NoCheckpoint,
    /// What follows after the empty line is not a note.
    Note(NoteError),
    /// The text of the note is not a checkpoint.
    Checkpoint(CheckpointError),
    /// The checkpoint is smaller than the one the witness saw last.
    Shrinks {
        /// The size that the witness is thought to have seen last.
        old_size: u64,
        /// The size of the checkpoint.
        size: u64,
    },
}

impl fmt::Display for AddCheckpointError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => {
                write!(out, "the request to a witness has `{bytes}` bytes, more than any needs")
            }
            Self::NotUtf8 => out.write_str("the request to a witness is not utf-8"),
            Self::OldSize => {
                out.write_str("the request to a witness does not begin with a line `old` and a number")
            }
            Self::Hash { number } => {
                write!(out, "hash `{number}` of the request to a witness is not 32 bytes in base64")
            }
            Self::TooManyHashes => {
                write!(out, "the request to a witness has more than `{MAX_HASHES}` hashes")
            }
            Self::NothingToProve => {
                out.write_str("the request to a witness has hashes, but the old tree is empty or the same")
            }
            Self::NoCheckpoint => {
                out.write_str("the request to a witness has no checkpoint after an empty line")
            }
            Self::Note(error) => error.fmt(out),
            Self::Checkpoint(error) => error.fmt(out),
            Self::Shrinks { old_size, size } => write!(
                out,
                "the checkpoint of size `{size}` is smaller than the one of size `{old_size}` that the witness saw"
            ),
        }
    }
}

impl std::error::Error for AddCheckpointError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::consistency;
    use crate::key::SigningKey;
    use crate::samples::Sample;
    use crate::signer_key::SignerKey;

    const ORIGIN: &str = "example.com/ledger";

    fn log() -> SignerKey {
        SignerKey::new(ORIGIN.parse().unwrap(), SigningKey::from_seed(&[5; 32]))
    }

    fn request(sample: &Sample, old: u64, new: u64) -> AddCheckpoint {
        let checkpoint = Checkpoint::new(ORIGIN, sample.head(new)).unwrap().sign(&[&log()]).unwrap();
        AddCheckpoint::new(old, consistency::prove(&sample.nodes, old, new).unwrap(), checkpoint).unwrap()
    }

    fn refusal(written: &str) -> AddCheckpointError {
        AddCheckpoint::parse(written.as_bytes()).unwrap_err()
    }

    // The first two hashes of the example in the specification, whose tree is not published.
    const EXAMPLE: &str = "old 20852014\n\
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n\
        \n\
        example.com/behind-the-sofa\n\
        20852163\n\
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\
        \n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

    #[test]
    fn the_form_is_that_of_the_specification() {
        let read = AddCheckpoint::parse(EXAMPLE.as_bytes()).unwrap();
        assert_eq!((read.old_size(), read.proof().len()), (20_852_014, 2));
        assert_eq!(read.to_string(), EXAMPLE);
    }

    #[test]
    fn every_pair_of_sizes_reads_back_and_its_proof_verifies() {
        let sample = Sample::of_size(12);
        for new in 0..=12 {
            for old in 0..=new {
                let request = request(&sample, old, new);
                let read = AddCheckpoint::parse(request.to_string().as_bytes()).unwrap();
                assert_eq!(read, request);
                let keys = [log().verifier_key().clone()];
                let opened = Checkpoint::open(read.checkpoint(), ORIGIN, &keys).unwrap();
                assert_eq!(consistency::verify(&sample.head(old), opened.head(), read.proof()), Ok(()));
            }
        }
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
        assert_eq!(AddCheckpoint::parse(&[0xff]), Err(AddCheckpointError::NotUtf8));
        assert_eq!(refusal(""), AddCheckpointError::NoCheckpoint);
        assert_eq!(refusal(&EXAMPLE.replace("old ", "new ")), AddCheckpointError::OldSize);
        assert_eq!(refusal(&EXAMPLE.replace("old 2", "old 02")), AddCheckpointError::OldSize);
        assert_eq!(refusal(&EXAMPLE.replace("\njrJZ", "\njrJ")), AddCheckpointError::Hash { number: 2 });
        assert_eq!(refusal(&EXAMPLE.replace(hash, &hash.repeat(63))), AddCheckpointError::TooManyHashes);
        assert_eq!(refusal(&EXAMPLE.replace("old 20852014", "old 0")), AddCheckpointError::NothingToProve);
        assert_eq!(
            refusal(&EXAMPLE.replace("old 20852014", "old 20852163")),
            AddCheckpointError::NothingToProve
        );
        assert_eq!(
            refusal(&EXAMPLE.replace("old 20852014", "old 20852164")).to_string(),
            "the checkpoint of size `20852163` is smaller than the one of size `20852164` that the witness saw"
        );
        assert_eq!(
            refusal(&EXAMPLE.replace("\n— ", "\n- ")),
            AddCheckpointError::Note(NoteError::SignatureLine { signature: 1 })
        );
        assert_eq!(
            refusal(&EXAMPLE.replace("\n20852163\n", "\nx\n")),
            AddCheckpointError::Checkpoint(CheckpointError::Size)
        );
        let large = EXAMPLE.replace(hash, &hash.repeat(65));
        assert_eq!(refusal(&large), AddCheckpointError::TooLarge { bytes: large.len() });
        let large = format!("{EXAMPLE}{}", "a".repeat(MAX_FRONT_BYTES + note::MAX_BYTES));
        assert_eq!(refusal(&large), AddCheckpointError::TooLarge { bytes: large.len() });
    }

    proptest! {
        #[test]
        fn what_is_read_prints_as_it_was(place in 0usize..400, byte: u8) {
            let mut bytes = request(&Sample::of_size(11), 6, 11).to_string().into_bytes();
            let place = place % bytes.len();
            bytes[place] = byte;
            if let Ok(read) = AddCheckpoint::parse(&bytes) {
                prop_assert_eq!(read.to_string().into_bytes(), bytes);
            }
        }
    }
}
