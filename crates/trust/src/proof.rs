//! A proof that anyone can check offline: a leaf's index, its inclusion proof and a signed checkpoint in one file
//! (C2SP tlog-proof).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::decimal;
use crate::hash::Hash;
use crate::inclusion::{self, InclusionError};
use crate::note::{self, Note};
use crate::note_error::NoteError;
use crate::verifier_key::VerifierKey;

/// The first line.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// The most hashes on a path: a tree of [`MAX_SIZE`](crate::MAX_SIZE) leaves has 63 levels above them.
const MAX_HASHES: usize = 63;

/// The most extra data in bytes. The format sets no limit.
const MAX_EXTRA_BYTES: usize = 65_536;

/// The largest part in front of the checkpoint in bytes: extra data in base64, 63 hashes of 45, and room to spare.
const MAX_FRONT_BYTES: usize = 100_000;

/// What shows, together with a leaf and a log's keys, that the leaf is in the log. Kept as a `.tlog-proof` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    extra: Option<Vec<u8>>,
    index: u64,
    path: Vec<Hash>,
    checkpoint: Note,
}

impl Proof {
    /// The proof for the leaf of this index: the path that [`inclusion::prove`] gives for the checkpoint's size, and
    /// the signed checkpoint.
    pub fn new(index: u64, path: Vec<Hash>, checkpoint: Note) -> Result<Self, ProofError> {
        if path.len() > MAX_HASHES {
            return Err(ProofError::TooManyHashes);
        }
        Ok(Self { extra: None, index, path, checkpoint })
    }

    /// The same proof with extra data for its reader. Nothing in the proof vouches for them.
    pub fn with_extra(self, extra: Vec<u8>) -> Result<Self, ProofError> {
        // Without data the line is left out, so an empty one would be a second spelling of that.
        if extra.is_empty() || extra.len() > MAX_EXTRA_BYTES {
            return Err(ProofError::Extra);
        }
        Ok(Self { extra: Some(extra), ..self })
    }

    /// Reads a proof. Nothing is verified yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, ProofError> {
        let too_large = ProofError::TooLarge { bytes: bytes.len() };
        if bytes.len() > MAX_FRONT_BYTES + note::MAX_BYTES {
            return Err(too_large);
        }
        let written = std::str::from_utf8(bytes).map_err(|_| ProofError::NotUtf8)?;
        // The front holds no empty line, so the first one ends it.
        let (front, checkpoint) = written.split_once("\n\n").ok_or(ProofError::NoCheckpoint)?;
        if front.len() > MAX_FRONT_BYTES {
            return Err(too_large);
        }
        let checkpoint = Note::parse(checkpoint.as_bytes()).map_err(ProofError::Note)?;
        let mut lines = front.split('\n').peekable();
        if lines.next() != Some(HEADER) {
            return Err(ProofError::Header);
        }
        let extra = lines.next_if(|line| line.starts_with("extra "));
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).and_then(decimal::parse);
        let index = index.ok_or(ProofError::Index)?;
        // One line beyond the limit is enough to see that there are too many.
        let path = (1..).zip(lines.take(MAX_HASHES + 1)).map(parse_hash).collect::<Result<_, _>>()?;
        let proof = Self::new(index, path, checkpoint)?;
        match extra {
            Some(line) => proof.with_extra(parse_extra(line)?),
            None => Ok(proof),
        }
    }

    /// The extra data, if any. They are not vouched for by anything here.
    pub fn extra(&self) -> Option<&[u8]> {
        self.extra.as_deref()
    }

    /// The index the leaf is said to have.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// The hashes beside the leaf's path, from its sibling up.
    pub fn path(&self) -> &[Hash] {
        &self.path
    }

    /// The signed checkpoint, not yet opened: it may also carry signatures of witnesses.
    pub fn checkpoint(&self) -> &Note {
        &self.checkpoint
    }

    /// Checks that the log of this origin, whose keys these are, has the leaf at the proof's index, and gives the
    /// checkpoint that says so. The steps are those of the specification; witnesses are for the caller to ask for, by
    /// opening [`Proof::checkpoint`] with their keys.
    pub fn verify(
        &self,
        leaf: Hash,
        origin: &str,
        log_keys: &[VerifierKey],
    ) -> Result<Checkpoint, ProofError> {
        // Step 1, the leaf hash, is the caller's. Step 2:
        let checkpoint =
            Checkpoint::open(&self.checkpoint, origin, log_keys).map_err(ProofError::Checkpoint)?;
        // Step 4; step 3 is about witnesses.
        inclusion::verify(checkpoint.head(), self.index, leaf, &self.path).map_err(ProofError::Inclusion)?;
        Ok(checkpoint)
    }
}

fn parse_hash((number, line): (usize, &str)) -> Result<Hash, ProofError> {
    Hash::from_base64(line).map_err(|_| ProofError::Hash { number })
}

fn parse_extra(line: &str) -> Result<Vec<u8>, ProofError> {
    let encoded = line.strip_prefix("extra ").ok_or(ProofError::Extra)?;
    STANDARD.decode(encoded).map_err(|_| ProofError::Extra)
}

impl fmt::Display for Proof {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(out, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(out, "index {}", self.index)?;
        self.path.iter().try_for_each(|hash| writeln!(out, "{}", hash.to_base64()))?;
        write!(out, "\n{}", self.checkpoint)
    }
}

/// Why something is not a proof, or does not prove what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProofError {
    /// It is larger than any proof needs to be.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// It is not UTF-8.
    NotUtf8,
    /// It does not begin with the line `c2sp.org/tlog-proof@v1`.
    Header,
    /// The extra data are empty, too large or not base64.
    Extra,
    /// The line with the index is missing or cannot be read.
    Index,
    /// A line of the path is not a hash.
    Hash {
        /// Which of them, counted from 1.
        number: usize,
    },
    /// The path has more hashes than the largest tree has levels.
    TooManyHashes,
    /// No checkpoint follows after an empty line.
    NoCheckpoint,
    /// What follows after the empty line is not a note.
    Note(NoteError),
    /// The checkpoint is not one of the log it should be of.
    Checkpoint(CheckpointError),
    /// The leaf is not in the tree of the checkpoint, or not at this index.
    Inclusion(InclusionError),
}

impl fmt::Display for ProofError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => {
                write!(out, "the proof has `{bytes}` bytes, more than any proof needs")
            }
            Self::NotUtf8 => out.write_str("the proof is not utf-8"),
            Self::Header => write!(out, "the first line of the proof is not `{HEADER}`"),
            Self::Extra => write!(
                out,
                "the extra data of a proof are 1 to `{MAX_EXTRA_BYTES}` bytes in standard base64 with padding"
            ),
            Self::Index => out.write_str("the proof has no line `index` with a decimal number"),
            Self::Hash { number } => write!(out, "hash `{number}` of the proof is not 32 bytes in base64"),
            Self::TooManyHashes => write!(out, "the proof has more than `{MAX_HASHES}` hashes"),
            Self::NoCheckpoint => out.write_str("the proof has no checkpoint after an empty line"),
            Self::Note(error) => error.fmt(out),
            Self::Checkpoint(error) => error.fmt(out),
            Self::Inclusion(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for ProofError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::key::SigningKey;
    use crate::note_error::OpenError;
    use crate::samples::Sample;
    use crate::signer_key::SignerKey;

    const ORIGIN: &str = "example.com/ledger";

    fn log() -> SignerKey {
        SignerKey::new(ORIGIN.parse().unwrap(), SigningKey::from_seed(&[5; 32]))
    }

    fn keys() -> [VerifierKey; 1] {
        [log().verifier_key().clone()]
    }

    fn proof(sample: &Sample, index: u64, size: u64) -> Proof {
        let checkpoint = Checkpoint::new(ORIGIN, sample.head(size)).unwrap().sign(&[&log()]).unwrap();
        Proof::new(index, inclusion::prove(&sample.nodes, index, size).unwrap(), checkpoint).unwrap()
    }

    fn refusal(written: &str) -> ProofError {
        Proof::parse(written.as_bytes()).unwrap_err()
    }

    #[test]
    fn a_proof_reads_as_the_specification_writes_it() {
        let sample = Sample::certificate_transparency();
        let proof = proof(&sample, 2, 3).with_extra(b"more".to_vec()).unwrap();
        let note = proof.checkpoint().to_string();
        assert_eq!(
            proof.to_string(),
            format!(
                "c2sp.org/tlog-proof@v1\n\
                 extra bW9yZQ==\n\
                 index 2\n\
                 +sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=\n\
                 \n\
                 {note}"
            )
        );
        assert_eq!(Proof::parse(proof.to_string().as_bytes()), Ok(proof));
    }

    #[test]
    fn every_leaf_of_every_tree_verifies() {
        let sample = Sample::of_size(20);
        for size in 1..=20 {
            for (index, leaf) in (0..size).zip(&sample.leaves) {
                let written = proof(&sample, index, size).to_string();
                let read = Proof::parse(written.as_bytes()).unwrap();
                assert_eq!(read.to_string(), written);
                let checkpoint = read.verify(*leaf, ORIGIN, &keys()).unwrap();
                assert_eq!(*checkpoint.head(), sample.head(size));
                let stranger = Hash::of_leaf(b"never logged");
                assert!(matches!(read.verify(stranger, ORIGIN, &keys()), Err(ProofError::Inclusion(_))));
            }
        }
    }

    #[test]
    fn a_proof_of_another_log_or_by_an_unknown_key_is_refused() {
        let sample = Sample::of_size(3);
        let proof = proof(&sample, 1, 3);
        let other = CheckpointError::OtherOrigin { found: ORIGIN.into(), wanted: "example.com/other".into() };
        assert_eq!(
            proof.verify(sample.leaves[1], "example.com/other", &keys()),
            Err(ProofError::Checkpoint(other))
        );
        assert!(matches!(
            proof.verify(sample.leaves[1], ORIGIN, &[]),
            Err(ProofError::Checkpoint(CheckpointError::Note(OpenError::UnknownSigners(_))))
        ));
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        let good = proof(&Sample::of_size(3), 1, 3).with_extra(vec![1]).unwrap().to_string();
        let hash = Hash::EMPTY_ROOT.to_base64();
        assert_eq!(Proof::parse(&[0xff]), Err(ProofError::NotUtf8));
        assert_eq!(refusal(""), ProofError::NoCheckpoint);
        assert_eq!(refusal("c2sp.org/tlog-proof@v1\nindex 0\n"), ProofError::NoCheckpoint);
        assert_eq!(refusal(&good.replace("@v1", "@v2")), ProofError::Header);
        assert_eq!(refusal(&good.replace("AQ==", "")), ProofError::Extra);
        assert_eq!(refusal(&good.replace("AQ==", "AQ")), ProofError::Extra);
        assert_eq!(refusal(&good.replace("extra AQ==\n", "extra\n")), ProofError::Index);
        assert_eq!(refusal(&good.replace("index 1", "index 01")), ProofError::Index);
        assert_eq!(refusal(&good.replace("index 1\n", "")), ProofError::Index);
        assert_eq!(refusal(&good.replace("index 1\n", "index 1\nAQ==\n")), ProofError::Hash { number: 1 });
        let long = good.replace("index 1\n", &format!("index 1\n{}", format!("{hash}\n").repeat(64)));
        assert_eq!(refusal(&long), ProofError::TooManyHashes);
        let (front, _) = good.split_once("\n\n").unwrap();
        assert_eq!(refusal(&format!("{front}\n\nnothing\n")), ProofError::Note(NoteError::NoSignatures));
        let large = good.replace("AQ==", &"A".repeat(MAX_FRONT_BYTES));
        assert_eq!(refusal(&large), ProofError::TooLarge { bytes: large.len() });
        let large = format!("{good}{}", "a".repeat(MAX_FRONT_BYTES + note::MAX_BYTES));
        assert_eq!(refusal(&large), ProofError::TooLarge { bytes: large.len() });
    }

    #[test]
    fn the_largest_extra_data_fit() {
        let proof = proof(&Sample::of_size(3), 1, 3);
        let full = proof.clone().with_extra(vec![7; MAX_EXTRA_BYTES]).unwrap();
        assert_eq!(Proof::parse(full.to_string().as_bytes()), Ok(full));
        assert_eq!(proof.clone().with_extra(vec![7; MAX_EXTRA_BYTES + 1]), Err(ProofError::Extra));
        assert_eq!(proof.with_extra(Vec::new()), Err(ProofError::Extra));
    }

    proptest! {
        #[test]
        fn no_changed_byte_goes_unnoticed(place in 0usize..400, byte: u8) {
            let sample = Sample::of_size(11);
            let mut bytes = proof(&sample, 6, 11).to_string().into_bytes();
            let place = place % bytes.len();
            prop_assume!(bytes[place] != byte);
            bytes[place] = byte;
            if let Ok(read) = Proof::parse(&bytes) {
                prop_assert_eq!(read.to_string().into_bytes(), bytes);
                prop_assert!(read.verify(sample.leaves[6], ORIGIN, &keys()).is_err());
            }
        }
    }
}
