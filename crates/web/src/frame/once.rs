//! Once: a change asked for again under the same idempotency key is answered as the first time, not done again.
//!
//! The key with its answer is written in the transaction of the change itself. A process that dies in the middle leaves neither,
//! so the next one who asks has the change made; one that dies after it leaves both.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{Passing, PurgeableRecord, Sha256};
use proofmark_text::text;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Content};
use crate::refusal::Refusal;

/// The kind among what passes.
const KIND: &str = "answer";

/// How long an answer is kept for who asks again.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// The largest answer that is kept: a verdict with everything in words.
const LARGEST: usize = 8 * 1024 * 1024;

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
    /// It was done. Older programs kept notes of what they were about to do, too.
    #[serde(default)]
    done: bool,
    /// The answer; absent where no copy of it is kept.
    answer: Option<KeptAnswer>,
    /// The answer held a secret, which is kept nowhere.
    #[serde(default)]
    secret: bool,
    /// Where what was made is found.
    #[serde(default)]
    location: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct KeptAnswer {
    status: u16,
    json: Option<String>,
    location: Option<String>,
}

/// The keys of changes this process is making now.
#[derive(Default)]
pub(crate) struct InTheWorks(Mutex<HashSet<String>>);

impl InTheWorks {
    fn keys(&self) -> MutexGuard<'_, HashSet<String>> {
        // A thread that panicked while it held the keys left them whole: each change is one key more or less.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A change that is being made; it is made no longer when this is dropped, even by a panic.
struct AtWork<'a> {
    keys: &'a InTheWorks,
    key: &'a str,
}

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        self.keys.keys().remove(self.key);
    }
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

    /// Has it done unless it was done before, and gives the answer either way.
    pub(crate) fn answer(
        &self,
        in_the_works: &InTheWorks,
        store: &mut dyn PurgeableRecord,
        now: Timestamp,
        work: impl FnOnce(&mut dyn PurgeableRecord) -> Result<Answer, Refusal>,
    ) -> Result<Answer, Refusal> {
        if !in_the_works.keys().insert(self.key.clone()) {
            return Err(at_work());
        }
        let _at_work = AtWork { keys: in_the_works, key: &self.key };
        if let Some(kept) = self.kept(store, now)? {
            return self.again(kept);
        }
        store.hold_together(&self.note(None, now), now);
        let outcome = work(store);
        // A refusal changed nothing, so the key is as good as new.
        let done = outcome.as_ref().ok().map(|answer| self.kept_of(answer));
        match store.keep_together(&self.note(done.as_ref(), now), done.is_some(), now) {
            Ok(true) => outcome,
            // Another node made the same change meanwhile.
            Ok(false) => self.kept(store, now)?.map_or_else(|| Err(at_work()), |kept| self.again(kept)),
            Err(error) => outcome.and(Err(error.into())),
        }
    }

    fn kept(&self, store: &dyn PurgeableRecord, now: Timestamp) -> Result<Option<Kept>, Refusal> {
        let kept = store.passing(KIND, &self.key, now)?;
        Ok(kept.and_then(|kept| serde_json::from_str(&kept.content).ok()))
    }

    /// The answer to who asks again.
    fn again(&self, kept: Kept) -> Result<Answer, Refusal> {
        if kept.asked != self.asked {
            return Err(Refusal::new(422, text!("web-once-for-something-else")));
        }
        if kept.secret {
            return Err(Refusal::new(409, text!("desk-once-secret")));
        }
        let Some(answer) = kept.answer else {
            if !kept.done {
                return Err(at_work());
            }
            let says = kept.location.map_or_else(
                || text!("server-once-not-kept"),
                |location| text!("server-once-not-kept-at", location = location),
            );
            return Err(Refusal::new(409, says));
        };
        let content = answer.json.map_or(Content::Nothing, |json| Content::Json(json.into_bytes()));
        Ok(Answer { status: answer.status, location: answer.location, ..Answer::of(content) })
    }

    /// What is kept of an answer.
    fn kept_of(&self, answer: &Answer) -> Kept {
        let json = match &answer.content {
            _ if answer.secret => None,
            Content::Nothing => Some(None),
            Content::Json(bytes) if bytes.len() <= LARGEST => String::from_utf8(bytes.clone()).ok().map(Some),
            _ => None,
        };
        let location = answer.location.clone();
        let kept = json.map(|json| KeptAnswer { status: answer.status, json, location: location.clone() });
        Kept { asked: self.asked.clone(), done: true, answer: kept, secret: answer.secret, location }
    }

    /// What stands under the key: nothing while it is worked on, which nobody else sees.
    fn note(&self, kept: Option<&Kept>, now: Timestamp) -> Passing {
        let content = kept.map(|kept| serde_json::to_string(kept).expect("strings and numbers become JSON"));
        Passing {
            kind: KIND.to_owned(),
            key: self.key.clone(),
            content: content.unwrap_or_default(),
            expires_at: now.checked_add(KEPT).unwrap_or(Timestamp::MAX),
        }
    }
}

fn at_work() -> Refusal {
    Refusal::new(409, text!("web-once-at-work")).again_after(2)
}
