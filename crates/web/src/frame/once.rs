//! Once: a change asked for again under the same idempotency key is answered as the first time, not done again.

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{Passing, Sha256, SystemOfRecord};
use proofmark_text::text;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Content};
use crate::refusal::Refusal;

/// The kind among what passes.
const KIND: &str = "answer";

/// How long an answer is kept for who asks again.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A change nobody heard of for so long has failed with its node.
const AT_WORK: SignedDuration = SignedDuration::from_mins(10);

/// The largest answer that is kept: a verdict with everything in words.
const LARGEST: usize = 1024 * 1024;

/// The longest key.
const LONGEST_KEY: usize = 200;

/// A key with what it was used for.
pub(crate) struct Once {
    key: String,
    asked: String,
}

/// What is kept under a key.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The digest of what was asked.
    asked: String,
    /// The answer; absent while it is worked on.
    answer: Option<KeptAnswer>,
    /// It was done, and the answer held a secret, which is kept nowhere.
    #[serde(default)]
    secret: bool,
}

#[derive(Serialize, Deserialize)]
struct KeptAnswer {
    status: u16,
    json: Option<String>,
    location: Option<String>,
}

impl Once {
    /// The key somebody sent with what they ask: method, path, body.
    pub(crate) fn new(sent: &str, who: &str, asked: &[&[u8]]) -> Result<Self, Refusal> {
        let printable = sent.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if sent.is_empty() || sent.len() > LONGEST_KEY || !printable {
            return Err(Refusal::new(400, text!("web-bad-once-key", most = LONGEST_KEY)));
        }
        let key = format!("{}/{}", Sha256::of(who.as_bytes()), Sha256::of(sent.as_bytes()));
        let digests: Vec<String> = asked.iter().map(|part| Sha256::of(part).to_string()).collect();
        Ok(Self { key, asked: Sha256::of(digests.concat().as_bytes()).to_string() })
    }

    /// The answer given before, if there is one; otherwise the key is taken, and the change is to be done now.
    pub(crate) fn begin(
        &self,
        store: &mut dyn SystemOfRecord,
        now: Timestamp,
    ) -> Result<Option<Answer>, Refusal> {
        let begun =
            self.passing(&Kept { asked: self.asked.clone(), answer: None, secret: false }, now, AT_WORK);
        if store.put_passing_once(&begun, now)? {
            return Ok(None);
        }
        let kept = store.passing(KIND, &self.key, now)?;
        let Some(kept) = kept.and_then(|kept| serde_json::from_str::<Kept>(&kept.content).ok()) else {
            return Err(in_the_works());
        };
        if kept.asked != self.asked {
            return Err(Refusal::new(422, text!("web-once-for-something-else")));
        }
        if kept.secret {
            return Err(Refusal::new(409, text!("desk-once-secret")));
        }
        let answer = kept.answer.ok_or_else(in_the_works)?;
        let content = answer.json.map_or(Content::Nothing, |json| Content::Json(json.into_bytes()));
        Ok(Some(Answer { status: answer.status, location: answer.location, ..Answer::of(content) }))
    }

    /// Keeps the answer for who asks again; a refusal frees the key, since nothing was changed.
    pub(crate) fn end(
        &self,
        store: &mut dyn SystemOfRecord,
        outcome: &Result<Answer, Refusal>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let json = match outcome {
            Ok(Answer { secret: true, .. }) => {
                let kept = Kept { asked: self.asked.clone(), answer: None, secret: true };
                store.put_passing(&self.passing(&kept, now, KEPT))?;
                return Ok(());
            }
            Ok(Answer { content: Content::Json(bytes), .. }) if bytes.len() <= LARGEST => {
                String::from_utf8(bytes.clone()).ok()
            }
            Ok(Answer { content: Content::Nothing, .. }) => None,
            _ => {
                store.take_passing(KIND, &self.key, now)?;
                return Ok(());
            }
        };
        let Ok(answer) = outcome else { return Ok(()) };
        let kept = KeptAnswer { status: answer.status, json, location: answer.location.clone() };
        let kept = Kept { asked: self.asked.clone(), answer: Some(kept), secret: false };
        store.put_passing(&self.passing(&kept, now, KEPT))?;
        Ok(())
    }

    fn passing(&self, kept: &Kept, now: Timestamp, lasts: SignedDuration) -> Passing {
        Passing {
            kind: KIND.to_owned(),
            key: self.key.clone(),
            content: serde_json::to_string(kept).expect("strings and numbers become JSON"),
            expires_at: now.checked_add(lasts).unwrap_or(Timestamp::MAX),
        }
    }
}

fn in_the_works() -> Refusal {
    Refusal::new(409, text!("web-once-at-work")).again_after(2)
}
