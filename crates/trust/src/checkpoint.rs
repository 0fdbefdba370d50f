//! A checkpoint: a log's name and tree head as the text of a note (C2SP tlog-checkpoint).

use std::fmt;
use std::str::FromStr;

use crate::decimal;
use crate::hash::{Hash, HashError};
use crate::note::Note;
use crate::note_error::{NoteError, OpenError};
use crate::signer_key::SignerKey;
use crate::tree_head::{TreeHead, TreeHeadError};
use crate::verifier_key::VerifierKey;

/// The longest origin in bytes. The format sets no limit; none in use comes near this one.
const MAX_ORIGIN_BYTES: usize = 1024;

/// The most extension lines. The format sets no limit and recommends to have none.
const MAX_EXTENSIONS: usize = 100;

/// What a log says of itself at one moment.
///
/// A log signs it as a note, and must never sign two that contradict each other:
///
/// ```text
/// example.com/behind-the-sofa
/// 20852163
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    head: TreeHead,
    extensions: Vec<String>,
}

impl Checkpoint {
    /// The checkpoint of the log of this origin: its unique name, which should be a URL without scheme.
    pub fn new(origin: &str, head: TreeHead) -> Result<Self, CheckpointError> {
        if origin.len() > MAX_ORIGIN_BYTES || !is_line(origin) {
            return Err(CheckpointError::Origin);
        }
        Ok(Self { origin: origin.to_owned(), head, extensions: Vec::new() })
    }

    /// The same checkpoint with these extension lines. The format recommends to have none, because no one who watches
    /// the log can check them.
    pub fn with_extensions(self, lines: Vec<String>) -> Result<Self, CheckpointError> {
        if lines.len() > MAX_EXTENSIONS {
            return Err(CheckpointError::TooManyExtensions { lines: lines.len() });
        }
        // Extension lines follow origin, size and root.
        match (4..).zip(&lines).find(|(_, text)| !is_line(text)) {
            Some((line, _)) => Err(CheckpointError::Extension { line }),
            None => Ok(Self { extensions: lines, ..self }),
        }
    }

    /// The name of the log.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The log's size and root.
    pub fn head(&self) -> &TreeHead {
        &self.head
    }

    /// The extension lines, which mean what the log says they mean.
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }

    /// The checkpoint as a note signed with every one of these keys. The log's key should bear the origin as its name.
    pub fn sign(&self, signers: &[&SignerKey]) -> Result<Note, NoteError> {
        Note::sign(&self.to_string(), signers)
    }

    /// Opens a note with the keys of one log and reads that log's checkpoint from it.
    ///
    /// The text is not looked at before a signature verified, and a checkpoint of another log is refused even if a key
    /// of this one signed it.
    pub fn open(note: &Note, origin: &str, log_keys: &[VerifierKey]) -> Result<Self, CheckpointError> {
        let opened = note.open(log_keys).map_err(CheckpointError::Note)?;
        let checkpoint: Self = opened.text().parse()?;
        if checkpoint.origin != origin {
            return Err(CheckpointError::OtherOrigin { found: checkpoint.origin, wanted: origin.to_owned() });
        }
        Ok(checkpoint)
    }
}

/// A line that is there, and is one line of a note.
fn is_line(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character >= ' ')
}

/// Reads the text of a checkpoint, without signatures.
impl FromStr for Checkpoint {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.strip_suffix('\n').ok_or(CheckpointError::TooShort)?.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(CheckpointError::TooShort);
        };
        let size = decimal::parse(size).ok_or(CheckpointError::Size)?;
        let root = Hash::from_base64(root).map_err(CheckpointError::Root)?;
        let head = TreeHead::new(size, root).map_err(CheckpointError::Head)?;
        // One line beyond the limit is enough to see that there are too many.
        let extensions = lines.take(MAX_EXTENSIONS + 1).map(str::to_owned).collect();
        Self::new(origin, head)?.with_extensions(extensions)
    }
}

/// Prints the text of the checkpoint, which is what gets signed.
impl fmt::Display for Checkpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}\n{}\n{}", self.origin, self.head.size(), self.head.root().to_base64())?;
        self.extensions.iter().try_for_each(|line| writeln!(out, "{line}"))
    }
}

/// Why something is not a checkpoint of the log it should be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckpointError {
    /// The note it stands on cannot be believed.
    Note(OpenError),
    /// It does not have the three lines origin, size and root, each with its newline.
    TooShort,
    /// The origin is empty, too long or contains a control character.
    Origin,
    /// It is the checkpoint of another log.
    OtherOrigin {
        /// The log it is of.
        found: String,
        /// The log it should be of.
        wanted: String,
    },
    /// The size is not a decimal number without leading zeroes.
    Size,
    /// The root is not a hash.
    Root(HashError),
    /// No tree has this size and this root.
    Head(TreeHeadError),
    /// An extension line is empty or contains a control character.
    Extension {
        /// The line of the checkpoint, counted from 1.
        line: usize,
    },
    /// There are more extension lines than any log needs.
    TooManyExtensions {
        /// How many were counted before counting stopped.
        lines: usize,
    },
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Note(error) => error.fmt(out),
            Self::TooShort => {
                out.write_str("a checkpoint has at least the three lines origin, size and root hash")
            }
            Self::Origin => {
                out.write_str("the origin of a checkpoint is one line of text, neither empty nor overlong")
            }
            Self::OtherOrigin { found, wanted } => {
                write!(out, "the checkpoint is of the log `{found}`, not of `{wanted}`")
            }
            Self::Size => {
                out.write_str("the size in a checkpoint is a decimal number without leading zeroes")
            }
            Self::Root(error) => write!(out, "the root of the checkpoint cannot be read: {error}"),
            Self::Head(error) => error.fmt(out),
            Self::Extension { line } => {
                write!(out, "line `{line}` of the checkpoint is empty or contains a control character")
            }
            Self::TooManyExtensions { .. } => {
                write!(out, "the checkpoint has more than `{MAX_EXTENSIONS}` extension lines")
            }
        }
    }
}

impl std::error::Error for CheckpointError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::key::SigningKey;

    // From the specification.
    const SOFA: &str =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    fn signer(name: &str) -> SignerKey {
        SignerKey::new(name.parse().unwrap(), SigningKey::from_seed(&[5; 32]))
    }

    fn refusal(text: &str) -> CheckpointError {
        text.parse::<Checkpoint>().unwrap_err()
    }

    #[test]
    fn the_checkpoint_of_the_specification_reads_and_prints() {
        let sofa: Checkpoint = SOFA.parse().unwrap();
        assert_eq!((sofa.origin(), sofa.head().size()), ("example.com/behind-the-sofa", 20_852_163));
        assert_eq!(sofa.to_string(), SOFA);
        let extended = format!("{SOFA}one\ntwo two\n");
        let read: Checkpoint = extended.parse().unwrap();
        assert_eq!(read.extensions(), ["one", "two two"]);
        assert_eq!(read.to_string(), extended);
    }

    #[test]
    fn an_empty_log_has_a_checkpoint() {
        let empty = Checkpoint::new("log", TreeHead::EMPTY).unwrap();
        assert_eq!(empty.to_string(), "log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assert_eq!(empty.to_string().parse(), Ok(empty));
    }

    #[test]
    fn a_checkpoint_is_opened_by_its_own_logs_keys_only() {
        let log = signer("example.com/log");
        let keys = [log.verifier_key().clone()];
        let checkpoint = Checkpoint::new("example.com/log", TreeHead::EMPTY).unwrap();
        let note = checkpoint.sign(&[&log, &signer("example.com/witness")]).unwrap();
        assert_eq!(Checkpoint::open(&note, "example.com/log", &keys), Ok(checkpoint));
        assert_eq!(
            Checkpoint::open(&note, "example.com/other", &keys).unwrap_err().to_string(),
            "the checkpoint is of the log `example.com/log`, not of `example.com/other`"
        );
        let strangers = [signer("example.com/stranger").verifier_key().clone()];
        assert!(matches!(
            Checkpoint::open(&note, "example.com/log", &strangers),
            Err(CheckpointError::Note(OpenError::UnknownSigners(_)))
        ));
        let no_checkpoint = Note::sign("a text\n", &[&log]).unwrap();
        assert_eq!(Checkpoint::open(&no_checkpoint, "a text", &keys), Err(CheckpointError::TooShort));
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        for short in ["", "\n", "a\n1\n", SOFA.trim_end()] {
            assert_eq!(refusal(short), CheckpointError::TooShort, "{short:?}");
        }
        let overlong = format!("{}{SOFA}", "a".repeat(1024));
        for origin in [SOFA.trim_start_matches(|c| c != '\n'), &overlong, &SOFA.replace("the", "\t")] {
            assert_eq!(refusal(origin), CheckpointError::Origin);
        }
        for size in ["", "-1", "+1", "01", "1 ", "0x1", "18446744073709551616"] {
            assert_eq!(refusal(&SOFA.replace("20852163", size)), CheckpointError::Size, "{size:?}");
        }
        for root in ["CsUY", "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=", "\r"] {
            let changed = SOFA.replace("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", root);
            assert_eq!(refusal(&changed), CheckpointError::Root(HashError::Base64), "{root:?}");
        }
        assert!(matches!(refusal(&SOFA.replace("20852163", "0")), CheckpointError::Head(_)));
        assert!(matches!(
            refusal(&SOFA.replace("20852163", "9223372036854775808")),
            CheckpointError::Head(_)
        ));
        assert_eq!(refusal(&format!("{SOFA}\n")), CheckpointError::Extension { line: 4 });
        assert_eq!(refusal(&format!("{SOFA}one\n\ntwo\n")), CheckpointError::Extension { line: 5 });
        let crowded = format!("{SOFA}{}", "one\n".repeat(101));
        assert_eq!(refusal(&crowded), CheckpointError::TooManyExtensions { lines: 101 });
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(
            origin in "[^\\x00-\\x1f]{1,30}",
            size in 1..=crate::MAX_SIZE,
            root: [u8; 32],
            extensions in prop::collection::vec("[^\\x00-\\x1f]{1,30}", 0..4),
        ) {
            let head = TreeHead::new(size, Hash::from_bytes(root)).unwrap();
            let checkpoint = Checkpoint::new(&origin, head).unwrap().with_extensions(extensions).unwrap();
            prop_assert_eq!(checkpoint.to_string().parse(), Ok(checkpoint));
        }

        #[test]
        fn what_is_read_prints_as_it_was(place in 0..SOFA.len(), character in "[0A=\\n +]?") {
            let mut text = SOFA.to_owned();
            text.replace_range(place..=place, &character);
            if let Ok(read) = text.parse::<Checkpoint>() {
                prop_assert_eq!(read.to_string(), text);
            }
        }
    }
}
