//! What a witness answers to a request for a cosignature (C2SP tlog-witness, "add-checkpoint").

use std::fmt;

use jiff::Timestamp;

use crate::decimal;
use crate::note::{MAX_SIGNATURES, Note, NoteSignature};
use crate::note_error::NoteError;
use crate::tree_head::MAX_SIZE;
use crate::witness::{WitnessPolicy, WitnessesMissing};

/// The most bytes of an answer: far more than a note's signatures need, those with ML-DSA-44 included.
const MAX_BYTES: usize = 512 * 1024;

/// The media type of the answer that names a size.
const SIZE_TYPE: &str = "text/x.tlog.size";

/// What a witness answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessAnswer {
    /// Status 200: it cosigned. Nothing is verified yet: see [`WitnessAnswer::cosigned_note`].
    Cosigned(Vec<NoteSignature>),
    /// Status 409: the checkpoint it cosigned last has this size. Ask again with a proof from there. If the size is
    /// more than the log has, the log has forgotten something: that is for a person to look at.
    Conflict {
        /// The size of the checkpoint that the witness cosigned last.
        size: u64,
    },
    /// It refused.
    Refused(WitnessRefusal),
}

/// Why a witness refused, by the status it answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WitnessRefusal {
    /// 400: it could not read the request.
    Unreadable,
    /// 403: no key that it trusts for this log signed the checkpoint.
    Untrusted,
    /// 404: it does not know the log.
    UnknownLog,
    /// 422: the proof does not show that the log only grew.
    Inconsistent,
    /// Any other status, which says nothing about the checkpoint: a fault on the way, or too many requests.
    Other {
        /// The status of the answer.
        status: u16,
    },
}

impl WitnessAnswer {
    /// Reads an answer from its status, its `Content-Type` if it has one, and its body.
    pub fn read(status: u16, content_type: Option<&str>, body: &[u8]) -> Result<Self, WitnessAnswerError> {
        // The bodies of refusals are not looked at: they are not specified.
        let refusal = match status {
            200 => return read_lines(body).map(Self::Cosigned),
            409 => return read_size(content_type, body).map(|size| Self::Conflict { size }),
            400 => WitnessRefusal::Unreadable,
            403 => WitnessRefusal::Untrusted,
            404 => WitnessRefusal::UnknownLog,
            422 => WitnessRefusal::Inconsistent,
            _ => WitnessRefusal::Other { status },
        };
        Ok(Self::Refused(refusal))
    }

    /// The checkpoint with the cosignatures of known witnesses below its signatures, if this answer brings any.
    ///
    /// Those of keys that are not in the policy are left out, as the specification asks. A quorum is not asked for
    /// here, since it needs the answers of several witnesses: one verified cosignature is enough.
    pub fn cosigned_note(
        &self,
        checkpoint: &Note,
        known: &WitnessPolicy,
        now: Timestamp,
    ) -> Result<Note, WitnessAnswerError> {
        let Self::Cosigned(lines) = self else { return Err(WitnessAnswerError::NotCosigned) };
        let is_known = |line: &&NoteSignature| {
            known.witnesses().iter().any(|key| key.name() == line.name() && key.id() == line.id())
        };
        let lines = lines.iter().filter(is_known).cloned().collect::<Vec<_>>();
        if lines.is_empty() {
            return Err(WitnessAnswerError::NoKnownWitness);
        }
        let note = checkpoint.with_signatures(&lines).map_err(WitnessAnswerError::Note)?;
        match known.check(&note, now) {
            Ok(_) | Err(WitnessesMissing::TooFew { .. }) => Ok(note),
            Err(error) => Err(WitnessAnswerError::Cosignature(error)),
        }
    }
}

fn read_lines(body: &[u8]) -> Result<Vec<NoteSignature>, WitnessAnswerError> {
    if body.len() > MAX_BYTES {
        return Err(WitnessAnswerError::TooLarge { bytes: body.len() });
    }
    let written = std::str::from_utf8(body).map_err(|_| WitnessAnswerError::Lines)?;
    let lines = written.strip_suffix('\n').ok_or(WitnessAnswerError::Lines)?;
    if lines.split('\n').count() > MAX_SIGNATURES {
        return Err(WitnessAnswerError::Lines);
    }
    lines.split('\n').map(|line| NoteSignature::parse(line).ok_or(WitnessAnswerError::Lines)).collect()
}

fn read_size(content_type: Option<&str>, body: &[u8]) -> Result<u64, WitnessAnswerError> {
    // Anyone on the way may answer 409; only a witness does so with this type.
    let media_type = content_type.and_then(|written| written.split(';').next()).map(str::trim);
    if !media_type.is_some_and(|written| written.eq_ignore_ascii_case(SIZE_TYPE)) {
        return Err(WitnessAnswerError::Size);
    }
    let written = std::str::from_utf8(body).ok().and_then(|written| written.strip_suffix('\n'));
    let size = written.and_then(decimal::parse).filter(|size| *size <= MAX_SIZE);
    size.ok_or(WitnessAnswerError::Size)
}

impl fmt::Display for WitnessRefusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => out.write_str("the witness could not read the request (`400`)"),
            Self::Untrusted => out.write_str("the witness trusts no key that signed the checkpoint (`403`)"),
            Self::UnknownLog => out.write_str("the witness does not know the log (`404`)"),
            Self::Inconsistent => out.write_str("the witness does not find that the log only grew (`422`)"),
            Self::Other { status } => write!(out, "the witness answered with status `{status}`"),
        }
    }
}

/// Why an answer cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessAnswerError {
    /// It is larger than any answer needs to be.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// The body of a success is not lines of signatures.
    Lines,
    /// The body of a conflict is not a size, or its type is not `text/x.tlog.size`.
    Size,
    /// The witness did not cosign.
    NotCosigned,
    /// None of the signatures is by a known witness.
    NoKnownWitness,
    /// The checkpoint has no room for the signatures.
    Note(NoteError),
    /// A signature of a known witness does not verify, or is from the future.
    Cosignature(WitnessesMissing),
}

impl fmt::Display for WitnessAnswerError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => {
                write!(out, "the answer of the witness has `{bytes}` bytes, more than any needs")
            }
            Self::Lines => out.write_str("the answer of the witness is not lines of `— name base64`"),
            Self::Size => {
                write!(out, "the witness answered `409`, but not with a size of type `{SIZE_TYPE}`")
            }
            Self::NotCosigned => out.write_str("the witness did not cosign"),
            Self::NoKnownWitness => {
                out.write_str("the answer holds no cosignature of a witness that you know")
            }
            Self::Note(error) => error.fmt(out),
            Self::Cosignature(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for WitnessAnswerError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::key::SigningKey;
    use crate::signer_key::SignerKey;
    use crate::witness::cosignature::tests::{at, checkpoint, witness};

    const NOW: i64 = 1_700_000_000;

    fn note() -> Note {
        let log = SignerKey::new("example.com/ledger".parse().unwrap(), SigningKey::from_seed(&[9; 32]));
        checkpoint().sign(&[&log]).unwrap()
    }

    fn policy(quorum: usize) -> WitnessPolicy {
        let keys = [("one.example", 1), ("two.example", 2)];
        let keys = keys.map(|(name, seed)| witness(name, seed).verifier_key().clone());
        WitnessPolicy::new(quorum, keys.to_vec()).unwrap()
    }

    fn line(name: &str, seed: u8, second: i64) -> String {
        format!("{}\n", witness(name, seed).cosign(&checkpoint(), at(second)).unwrap())
    }

    fn answer(body: &str) -> WitnessAnswer {
        WitnessAnswer::read(200, None, body.as_bytes()).unwrap()
    }

    #[test]
    fn known_cosignatures_join_the_checkpoint_and_others_do_not() {
        let body = line("stranger.example", 7, NOW) + &line("one.example", 1, NOW);
        let once = answer(&body).cosigned_note(&note(), &policy(2), at(NOW)).unwrap();
        assert_eq!(once.signatures().len(), 2);
        assert!(policy(1).check(&once, at(NOW)).is_ok());
        let both = answer(&line("two.example", 2, NOW)).cosigned_note(&once, &policy(2), at(NOW)).unwrap();
        assert_eq!(policy(2).check(&both, at(NOW)).unwrap().len(), 2);
    }

    #[test]
    fn an_answer_that_brings_nothing_known_or_something_wrong_is_refused() {
        let stranger = answer(&line("stranger.example", 7, NOW));
        assert_eq!(
            stranger.cosigned_note(&note(), &policy(1), at(NOW)),
            Err(WitnessAnswerError::NoKnownWitness)
        );
        let other = crate::Checkpoint::new("example.com/other", *checkpoint().head()).unwrap();
        let wrong = format!("{}\n", witness("one.example", 1).cosign(&other, at(NOW)).unwrap());
        let future = line("one.example", 1, NOW + 1000);
        for body in [wrong, future] {
            assert!(matches!(
                answer(&body).cosigned_note(&note(), &policy(1), at(NOW)),
                Err(WitnessAnswerError::Cosignature(_))
            ));
        }
        assert_eq!(
            WitnessAnswer::Conflict { size: 3 }.cosigned_note(&note(), &policy(1), at(NOW)),
            Err(WitnessAnswerError::NotCosigned)
        );
    }

    #[test]
    fn a_conflict_names_the_size() {
        let read = |kind, body: &str| WitnessAnswer::read(409, kind, body.as_bytes());
        let conflict = |size| Ok(WitnessAnswer::Conflict { size });
        assert_eq!(read(Some("text/x.tlog.size"), "20852014\n"), conflict(20_852_014));
        assert_eq!(read(Some("Text/X.tlog.size; charset=utf-8"), "0\n"), conflict(0));
        for (kind, body) in [
            (None, "7\n"),
            (Some("text/plain"), "7\n"),
            (Some(SIZE_TYPE), "7"),
            (Some(SIZE_TYPE), "07\n"),
            (Some(SIZE_TYPE), "-7\n"),
            (Some(SIZE_TYPE), "\n"),
            (Some(SIZE_TYPE), "7\n\n"),
            (Some(SIZE_TYPE), "9223372036854775808\n"),
        ] {
            assert_eq!(read(kind, body), Err(WitnessAnswerError::Size), "{kind:?} {body:?}");
        }
    }

    #[test]
    fn each_other_status_is_a_refusal() {
        let said = |status| match WitnessAnswer::read(status, None, b"\xff whatever") {
            Ok(WitnessAnswer::Refused(refusal)) => refusal.to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!(said(400), "the witness could not read the request (`400`)");
        assert_eq!(said(403), "the witness trusts no key that signed the checkpoint (`403`)");
        assert_eq!(said(404), "the witness does not know the log (`404`)");
        assert_eq!(said(422), "the witness does not find that the log only grew (`422`)");
        assert_eq!(said(503), "the witness answered with status `503`");
        assert_eq!(said(204), "the witness answered with status `204`");
    }

    #[test]
    fn lines_that_are_no_signatures_are_refused() {
        let line = line("one.example", 1, NOW);
        let long = "x".repeat(MAX_BYTES + 1);
        for body in ["", "\n", line.trim_end(), &format!("{line}\n"), &format!("\n{line}"), "hello\n"] {
            let read = WitnessAnswer::read(200, None, body.as_bytes());
            assert_eq!(read, Err(WitnessAnswerError::Lines), "{body:?}");
        }
        assert_eq!(
            WitnessAnswer::read(200, None, line.repeat(101).as_bytes()),
            Err(WitnessAnswerError::Lines)
        );
        assert!(WitnessAnswer::read(200, None, line.repeat(100).as_bytes()).is_ok());
        assert!(matches!(
            WitnessAnswer::read(200, None, long.as_bytes()),
            Err(WitnessAnswerError::TooLarge { .. })
        ));
        assert_eq!(WitnessAnswer::read(200, None, &[0xff]), Err(WitnessAnswerError::Lines));
    }

    proptest! {
        #[test]
        fn lines_print_as_they_were(place in 0usize..400, byte: u8) {
            let mut bytes = (line("one.example", 1, NOW) + &line("two.example", 2, NOW)).into_bytes();
            let place = place % bytes.len();
            bytes[place] = byte;
            if let Ok(WitnessAnswer::Cosigned(lines)) = WitnessAnswer::read(200, None, &bytes) {
                let mut printed = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
                printed.push('\n');
                prop_assert_eq!(printed.into_bytes(), bytes);
            }
        }
    }
}
