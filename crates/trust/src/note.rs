//! A note: text signed by one or more keys (C2SP signed-note).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::key_name::{KeyId, KeyName};
use crate::note_error::{NoteError, OpenError};
use crate::signer_key::SignerKey;
use crate::verifier_key::VerifierKey;

/// The largest note in bytes, signatures included.
pub(crate) const MAX_BYTES: usize = 1_000_000;

/// The most signatures on a note. The format asks for at least 16; the Go implementation takes as many as here.
pub(crate) const MAX_SIGNATURES: usize = 100;

/// What a signature line begins with: an em dash and a space.
const SIGNATURE_MARK: &str = "\u{2014} ";

/// A signed text that is well-formed. Whether to believe it is decided by [`Note::open`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// A signature line of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    name: KeyName,
    id: KeyId,
    bytes: Vec<u8>,
}

/// A note whose text may be believed, because at least one known key signed it. Only [`Note::open`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedNote<'a> {
    text: &'a str,
    verified: Vec<&'a NoteSignature>,
    unknown: Vec<&'a NoteSignature>,
}

impl<'a> OpenedNote<'a> {
    /// The text, with the newline at its end.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The signatures of known keys: at least one, one a key, so that they can be counted against a quorum.
    pub fn verified(&self) -> &[&'a NoteSignature] {
        &self.verified
    }

    /// The signatures of keys that are not known. They say nothing, neither for the note nor against it.
    pub fn unknown(&self) -> &[&'a NoteSignature] {
        &self.unknown
    }
}

impl Note {
    /// Signs a text, which must end in a newline, with every one of these keys.
    pub fn sign(text: &str, signers: &[&SignerKey]) -> Result<Self, NoteError> {
        check_characters(text)?;
        if !text.ends_with('\n') {
            return Err(NoteError::NoFinalNewline);
        }
        let signatures = signers.iter().map(|signer| NoteSignature::make(signer, text)).collect();
        let note = Self { text: text.to_owned(), signatures };
        check_count(note.signatures.len())?;
        check_length(note.to_string().len())?;
        Ok(note)
    }

    /// Reads a note. Nothing is verified yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        check_length(bytes.len())?;
        let written = std::str::from_utf8(bytes).map_err(|_| NoteError::NotUtf8)?;
        check_characters(written)?;
        // The text may contain empty lines; the last one is where the signatures begin.
        let blank = written.rfind("\n\n").ok_or(NoteError::NoSignatures)?;
        let (text, signatures) = (&written[..=blank], &written[blank + 2..]);
        if signatures.is_empty() {
            return Err(NoteError::NoSignatures);
        }
        let lines = signatures.strip_suffix('\n').ok_or(NoteError::NoFinalNewline)?;
        check_count(lines.split('\n').count())?;
        let parse_line =
            |(number, line)| NoteSignature::parse(line).ok_or(NoteError::SignatureLine { signature: number });
        let signatures = (1..).zip(lines.split('\n')).map(parse_line).collect::<Result<_, _>>()?;
        Ok(Self { text: text.to_owned(), signatures })
    }

    /// The same note with these further signatures below the ones it has. Nothing is verified.
    pub fn with_signatures(&self, more: &[NoteSignature]) -> Result<Self, NoteError> {
        let signatures = [self.signatures.as_slice(), more].concat();
        check_count(signatures.len())?;
        let note = Self { text: self.text.clone(), signatures };
        check_length(note.to_string().len())?;
        Ok(note)
    }

    /// The text before anyone checked who signed it. To act on it, take it from [`Note::open`] instead.
    pub fn unverified_text(&self) -> &str {
        &self.text
    }

    /// All signatures in their order on the note, verified or not.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Opens the note with the keys the reader knows.
    ///
    /// A signature belongs to a known key if it has both its name and its id. Each such signature must verify, or the
    /// note is refused; signatures of other keys are set aside; and without one that verifies the note is refused too.
    pub fn open(&self, known: &[VerifierKey]) -> Result<OpenedNote<'_>, OpenError> {
        let mut opened = OpenedNote { text: &self.text, verified: Vec::new(), unknown: Vec::new() };
        for signature in &self.signatures {
            match signature.find_key(known)? {
                Some(key) => {
                    key.public_key()
                        .verify(self.text.as_bytes(), &signature.bytes)
                        .map_err(|_| OpenError::WrongSignature(signature.name.clone(), signature.id))?;
                    // A key that signed twice still is only one.
                    if !opened.verified.iter().any(|other| other.is_by(key)) {
                        opened.verified.push(signature);
                    }
                }
                None => opened.unknown.push(signature),
            }
        }
        if opened.verified.is_empty() {
            let name = |signature: &NoteSignature| (signature.name.clone(), signature.id);
            return Err(OpenError::UnknownSigners(self.signatures.iter().map(name).collect()));
        }
        Ok(opened)
    }
}

impl NoteSignature {
    /// The name of the key that signed.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key that signed.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The signature itself: 64 bytes if it is an Ed25519 one, which is what OpenSSL takes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn make(signer: &SignerKey, text: &str) -> Self {
        let key = signer.verifier_key();
        Self { name: key.name().clone(), id: key.id(), bytes: signer.sign(text.as_bytes()).to_vec() }
    }

    /// The signature with these bytes of the key of this name and id.
    pub(crate) fn new(name: KeyName, id: KeyId, bytes: Vec<u8>) -> Self {
        Self { name, id, bytes }
    }

    /// Reads one signature line without its newline.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(SIGNATURE_MARK)?.split_once(' ')?;
        let decoded = STANDARD.decode(encoded).ok()?;
        let (id, bytes) = decoded.split_first_chunk::<4>()?;
        // An id with nothing behind it is no signature.
        let bytes = (!bytes.is_empty()).then(|| bytes.to_vec())?;
        Some(Self { name: name.parse().ok()?, id: KeyId::from_bytes(*id), bytes })
    }

    /// Whether the signature names this key. Only verifying it tells whether the key made it.
    fn is_by(&self, key: &VerifierKey) -> bool {
        self.name == *key.name() && self.id == key.id()
    }

    fn find_key<'k>(&self, known: &'k [VerifierKey]) -> Result<Option<&'k VerifierKey>, OpenError> {
        let mut matching = known.iter().filter(|key| self.is_by(key));
        let Some(first) = matching.next() else { return Ok(None) };
        // Ids are short enough to collide on purpose, so two different keys may answer to one name and id.
        if matching.any(|other| other != first) {
            return Err(OpenError::AmbiguousKeys(self.name.clone(), self.id));
        }
        Ok(Some(first))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(out, "{signature}"))
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encoded = STANDARD.encode([self.id.to_bytes().as_slice(), &self.bytes].concat());
        write!(out, "{SIGNATURE_MARK}{} {encoded}", self.name)
    }
}

fn check_length(bytes: usize) -> Result<(), NoteError> {
    if bytes > MAX_BYTES { Err(NoteError::TooLarge { bytes }) } else { Ok(()) }
}

fn check_count(signatures: usize) -> Result<(), NoteError> {
    match signatures {
        0 => Err(NoteError::NoSignatures),
        1..=MAX_SIGNATURES => Ok(()),
        _ => Err(NoteError::TooManySignatures { signatures }),
    }
}

fn check_characters(text: &str) -> Result<(), NoteError> {
    let is_control = |line: &str| line.chars().any(|character| character < ' ');
    match (1..).zip(text.split('\n')).find(|(_, line)| is_control(line)) {
        Some((line, _)) => Err(NoteError::ControlCharacter { line }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::key::SigningKey;

    // From the documentation of golang.org/x/mod/sumdb/note.
    const PETER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const PETER_SECRET: &str =
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    const ENOCH: &str = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
                        then you don't know what your problem is.\n";
    const PETER_LINE: &str = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    const ENOCH_LINE: &str = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    fn key(written: &str) -> VerifierKey {
        written.parse().unwrap()
    }

    fn signer(name: &str, seed: u8) -> SignerKey {
        SignerKey::new(name.parse().unwrap(), SigningKey::from_seed(&[seed; 32]))
    }

    fn both() -> Note {
        Note::parse(format!("{TEXT}\n{PETER_LINE}{ENOCH_LINE}").as_bytes()).unwrap()
    }

    fn names(signatures: &[&NoteSignature]) -> Vec<String> {
        signatures.iter().map(|signature| signature.name().to_string()).collect()
    }

    #[test]
    fn the_note_of_the_specification_verifies() {
        let note = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
        let known = key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        let parsed = Note::parse(note.as_bytes()).unwrap();
        assert_eq!(parsed.open(&[known]).unwrap().text(), "This is an example message.\n");
        assert_eq!(parsed.to_string(), note);
    }

    #[test]
    fn signing_gives_the_published_note() {
        let peter = SignerKey::from_secret_line(PETER_SECRET).unwrap();
        assert_eq!(Note::sign(TEXT, &[&peter]).unwrap().to_string(), format!("{TEXT}\n{PETER_LINE}"));
    }

    #[test]
    fn a_text_may_hold_blank_lines_and_dashes() {
        let salvatore =
            "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
        let log = signer("example.com/log", 1);
        for text in ["\n", "\n\n", salvatore, "— a b\n", "a\n\n\n", "\u{7f}\n"] {
            let note = Note::sign(text, &[&log]).unwrap();
            let read = Note::parse(note.to_string().as_bytes()).unwrap();
            assert_eq!(read, note, "{text:?}");
            assert_eq!(read.open(std::slice::from_ref(log.verifier_key())).unwrap().text(), text);
        }
    }

    #[test]
    fn known_and_unknown_signers_are_told_apart() {
        let (note, peter, enoch) = (both(), key(PETER), key(ENOCH));
        let opened = note.open(&[peter.clone(), enoch.clone()]).unwrap();
        assert_eq!((names(opened.verified()).len(), opened.unknown().len()), (2, 0));
        let opened = note.open(&[enoch]).unwrap();
        assert_eq!(names(opened.verified()), ["EnochRoot"]);
        assert_eq!(names(opened.unknown()), ["PeterNeumann"]);
        let strangers = note.open(&[signer("PeterNeumann", 3).verifier_key().clone()]).unwrap_err();
        assert_eq!(
            strangers.to_string(),
            "the note is signed by `PeterNeumann+c74f20a3`, `EnochRoot+af0cfe78`, and you know none of these keys"
        );
        assert!(matches!(note.open(&[]), Err(OpenError::UnknownSigners(signers)) if signers.len() == 2));
    }

    #[test]
    fn a_known_key_whose_signature_does_not_verify_refuses_the_note() {
        let changed = both().to_string().replace("answer", "problem");
        let changed = Note::parse(changed.as_bytes()).unwrap();
        let refused = changed.open(&[key(ENOCH)]).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "the signature of `EnochRoot+af0cfe78`, a key you know, does not verify"
        );
        // One good signature does not make up for a bad one.
        let other = Note::sign("other\n", &[&SignerKey::from_secret_line(PETER_SECRET).unwrap()]).unwrap();
        let mut note = both();
        note.signatures[0] = other.signatures[0].clone();
        assert!(matches!(note.open(&[key(PETER), key(ENOCH)]), Err(OpenError::WrongSignature(..))));
        assert!(note.open(&[key(ENOCH)]).is_ok());
        // Nor does a signature of the wrong length pass for one of an unknown kind.
        note.signatures[0].bytes.push(0);
        assert!(matches!(note.open(&[key(PETER)]), Err(OpenError::WrongSignature(..))));
    }

    #[test]
    fn a_key_that_signs_twice_counts_once() {
        let twice = Note::parse(format!("{TEXT}\n{PETER_LINE}{PETER_LINE}").as_bytes()).unwrap();
        assert_eq!(names(twice.open(&[key(PETER)]).unwrap().verified()), ["PeterNeumann"]);
        // But its second signature must verify as well.
        let mut wrong = twice.clone();
        wrong.signatures[1].bytes[0] ^= 1;
        assert!(matches!(wrong.open(&[key(PETER)]), Err(OpenError::WrongSignature(..))));
    }

    #[test]
    fn two_keys_that_answer_to_one_name_and_id_are_not_chosen_between() {
        let peter = key(PETER);
        assert!(both().open(&[peter.clone(), peter.clone()]).is_ok());
        let twin = peter.with_colliding_key(SigningKey::from_seed(&[9; 32]).public_key());
        assert!(matches!(both().open(&[peter, twin]), Err(OpenError::AmbiguousKeys(..))));
    }

    fn refusal(note: &str) -> NoteError {
        Note::parse(note.as_bytes()).unwrap_err()
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        let good = format!("{TEXT}\n{PETER_LINE}");
        assert_eq!(refusal(""), NoteError::NoSignatures);
        assert_eq!(refusal(TEXT), NoteError::NoSignatures);
        assert_eq!(refusal(&format!("{TEXT}\n")), NoteError::NoSignatures);
        assert_eq!(refusal(PETER_LINE), NoteError::NoSignatures);
        assert_eq!(refusal(good.trim_end()), NoteError::NoFinalNewline);
        assert_eq!(refusal(&good.replace("then", "\tthen")), NoteError::ControlCharacter { line: 2 });
        assert_eq!(refusal(&good.replace('\n', "\r\n")), NoteError::ControlCharacter { line: 1 });
        assert_eq!(Note::parse(&[0xff, b'\n', b'\n']), Err(NoteError::NotUtf8));
        let long = format!("{}\n\n{PETER_LINE}", "a".repeat(MAX_BYTES));
        assert_eq!(refusal(&long), NoteError::TooLarge { bytes: long.len() });
        let crowded = format!("{TEXT}\n{}", PETER_LINE.repeat(101));
        assert_eq!(refusal(&crowded), NoteError::TooManySignatures { signatures: 101 });
        assert!(Note::parse(format!("{TEXT}\n{}", PETER_LINE.repeat(100)).as_bytes()).is_ok());
    }

    #[test]
    fn a_signature_line_has_one_form_only() {
        for line in [
            "- a AAAAAAA=",
            "—a AAAAAAA=",
            "— a",
            "— a AAAAAA==",
            "— a AAAAAAB=",
            "— a AAAAAAA",
            "—  AAAAAAA=",
            "— a  AAAAAAA=",
            "— a+b AAAAAAA=",
            "— a AAAAAAA= ",
        ] {
            assert_eq!(
                refusal(&format!("t\n\n{line}\n")),
                NoteError::SignatureLine { signature: 1 },
                "{line}"
            );
        }
        // Five bytes are an id and a signature of one byte: of an unknown kind, but well-formed.
        assert!(Note::parse("t\n\n— a AAAAAAA=\n".as_bytes()).is_ok());
    }

    #[test]
    fn what_could_not_be_read_is_not_signed() {
        let log = signer("log", 1);
        assert_eq!(Note::sign("a", &[&log]), Err(NoteError::NoFinalNewline));
        assert_eq!(Note::sign("", &[&log]), Err(NoteError::NoFinalNewline));
        assert_eq!(Note::sign("a\n", &[]), Err(NoteError::NoSignatures));
        assert_eq!(Note::sign("a\u{0}\n", &[&log]), Err(NoteError::ControlCharacter { line: 1 }));
        let text = format!("{}\n", "a".repeat(MAX_BYTES - 1));
        assert!(matches!(Note::sign(&text, &[&log]), Err(NoteError::TooLarge { .. })));
    }

    proptest! {
        #[test]
        fn what_is_signed_reads_back(lines in prop::collection::vec("[^\\x00-\\x1f]{0,20}", 1..6), seeds in prop::collection::vec(0u8..9, 1..4)) {
            let signers: Vec<SignerKey> = seeds.iter().map(|seed| signer("example.com/é", *seed)).collect();
            let note = Note::sign(&(lines.join("\n") + "\n"), &signers.iter().collect::<Vec<_>>()).unwrap();
            let read = Note::parse(note.to_string().as_bytes()).unwrap();
            prop_assert_eq!(&read, &note);
            let known: Vec<VerifierKey> = signers.iter().map(|signer| signer.verifier_key().clone()).collect();
            let distinct: BTreeSet<u8> = seeds.into_iter().collect();
            prop_assert_eq!(read.open(&known).unwrap().verified().len(), distinct.len());
        }

        #[test]
        fn what_is_read_prints_as_it_was(note in "[a—\\n A=]{0,40}") {
            if let Ok(read) = Note::parse(note.as_bytes()) {
                prop_assert_eq!(read.to_string(), note);
            }
        }

        #[test]
        fn no_changed_bit_goes_unnoticed(bit in 0..8 * (TEXT.len() + 1 + PETER_LINE.len())) {
            let mut bytes = format!("{TEXT}\n{PETER_LINE}").into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let opened = Note::parse(&bytes).map(|note| note.open(&[key(PETER)]).is_ok());
            prop_assert_ne!(opened, Ok(true));
        }
    }
}
