//! A witness as C2SP tlog-witness describes it, written from the specification; and what it may do wrong.

use std::cell::RefCell;

use jiff::Timestamp;
use proofmark_actions::Attestors;
use proofmark_text::{Text, text};
use proofmark_trust::witness::{AddCheckpoint, Witness, WitnessAnswer};
use proofmark_trust::{Checkpoint, Hash, SigningKey, TreeHead, VerifierKey, consistency};

/// What it does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lie {
    None,
    /// It signs with another key than it published.
    WrongKey,
    /// It signs a larger tree than it was shown.
    OtherSize,
    /// It signs another root of the same size.
    OtherRoot,
    /// It says it saw more than there is.
    Ahead,
    /// It signs in the far future.
    Future,
    /// It answers with this status.
    Status(u16),
    /// It does not answer.
    Silent,
}

pub(crate) struct TestWitness {
    pub(crate) witness: Witness,
    log: VerifierKey,
    pub(crate) seen: RefCell<Option<TreeHead>>,
    pub(crate) lie: RefCell<Lie>,
    /// The old size and how many hashes each request had.
    pub(crate) asked: RefCell<Vec<(u64, usize)>>,
    pub(crate) now: RefCell<Timestamp>,
}

impl TestWitness {
    pub(crate) fn new(log: &VerifierKey, now: Timestamp) -> Self {
        Self {
            witness: Witness::new("witness.example/w1".parse().unwrap(), SigningKey::from_seed(&[3; 32])),
            log: log.clone(),
            seen: RefCell::new(None),
            lie: RefCell::new(Lie::None),
            asked: RefCell::default(),
            now: RefCell::new(now),
        }
    }

    pub(crate) fn key(&self) -> String {
        self.witness.verifier_key().to_string()
    }

    fn cosign(&self, checkpoint: &Checkpoint) -> Vec<u8> {
        let head = checkpoint.head();
        let other =
            |size, root| Checkpoint::new(checkpoint.origin(), TreeHead::new(size, root).unwrap()).unwrap();
        let (lie, now) = (*self.lie.borrow(), *self.now.borrow());
        let forged =
            Witness::new(self.witness.verifier_key().name().clone(), SigningKey::from_seed(&[4; 32]));
        let cosignature = match lie {
            Lie::WrongKey => forged.cosign(checkpoint, now).unwrap(),
            Lie::OtherSize => self.witness.cosign(&other(head.size() + 1, *head.root()), now).unwrap(),
            Lie::OtherRoot => {
                self.witness.cosign(&other(head.size(), Hash::of_leaf(b"another tree")), now).unwrap()
            }
            Lie::Future => self.witness.cosign(checkpoint, "2999-01-01T00:00:00Z".parse().unwrap()).unwrap(),
            _ => self.witness.cosign(checkpoint, now).unwrap(),
        };
        format!("{cosignature}\n").into_bytes()
    }
}

impl Attestors for TestWitness {
    fn ask_time_stamp(&self, _: &str, _: &[u8]) -> Result<Vec<u8>, Text> {
        Err(text!("courier-url-unreadable"))
    }

    fn ask_witness(&self, prefix: &str, request: &AddCheckpoint) -> Result<WitnessAnswer, Text> {
        assert_eq!(prefix, "https://witness.example/submit");
        self.asked.borrow_mut().push((request.old_size(), request.proof().len()));
        let answer = |status, media, body: &[u8]| Ok(WitnessAnswer::read(status, media, body).unwrap());
        match *self.lie.borrow() {
            Lie::Silent => return Err(text!("courier-url-unreadable")),
            Lie::Status(status) => return answer(status, None, b""),
            Lie::Ahead => return answer(409, Some("text/x.tlog.size"), b"1000000\n"),
            _ => {}
        }
        // What goes over the wire is read again, as a stranger would.
        let request = AddCheckpoint::parse(request.to_string().as_bytes()).unwrap();
        let keys = [self.log.clone()];
        let Ok(checkpoint) = Checkpoint::open(request.checkpoint(), self.log.name().as_str(), &keys) else {
            return answer(403, None, b"");
        };
        let seen = *self.seen.borrow();
        let known = seen.as_ref().map_or(0, TreeHead::size);
        if request.old_size() != known {
            return answer(409, Some("text/x.tlog.size"), format!("{known}\n").as_bytes());
        }
        if let Some(seen) = seen
            && consistency::verify(&seen, checkpoint.head(), request.proof()).is_err()
        {
            return answer(422, None, b"");
        }
        *self.seen.borrow_mut() = Some(*checkpoint.head());
        answer(200, None, &self.cosign(&checkpoint))
    }
}
