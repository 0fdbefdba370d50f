//! A server that is asked: over TLS or on this machine, with a token, within limits, again where that is safe.

use std::thread::sleep;
use std::time::Duration;

use proofmark_access::Secret;
use proofmark_actions::ActionError;
use proofmark_courier::{AllowedNetworks, Answer, Courier, CourierTrouble, Errand, Limits, Outfit};
use proofmark_facts::Sha256;
use proofmark_text::text;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::form::Sealed;
use super::told::{error_of, on_the_way, refused};
use crate::address::Address;
use crate::progress::Progress;
use crate::session::{Session, WITH, now, uuid};

/// For an answer: as large as what may be handed in, and as long as a server takes for that and to assess it.
const ANSWER: Limits = Limits { bytes: 256 << 20, time: Duration::from_mins(10), redirects: 0 };

/// For the first question, which every server answers at once.
const FIRST: Limits = Limits { redirects: 0, ..Limits::SMALL };

/// How often something is tried, and how long the first wait is; every further one is twice as long.
const TRIES: u32 = 3;
const FIRST_WAIT: Duration = Duration::from_secs(1);

/// A server that asks for more patience than this is not waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// The most operators that are named where one must be chosen.
const MOST_NAMED: usize = 20;

/// Reaches the server: only once what is to be handed in is there.
pub(super) type Reach<'a> = dyn Fn() -> Result<Server<'a>, ActionError> + 'a;

/// A server that answered, and whose answers are in a form that is known here.
pub(super) struct Server<'a> {
    courier: Courier,
    origin: String,
    token: Secret,
    operator: String,
    session: &'a Session,
}

/// Who asks, as the server knows them.
#[derive(Deserialize)]
struct Me {
    #[serde(default)]
    grants: Vec<GrantTold>,
    program: Option<String>,
    commands: Option<u32>,
}

#[derive(Deserialize)]
struct GrantTold {
    operator: String,
}

impl<'a> Server<'a> {
    /// Asks the server who we are: so a wrong token, another operator or an older server is known before anything is
    /// handed in.
    pub(super) fn reach(address: &Address, session: &'a Session) -> Result<Self, ActionError> {
        let Some(token) = address.token()? else {
            return Err(refused(text!("server-no-token", origin = &address.origin)));
        };
        let mut outfit = Outfit::plain(&WITH.replace(' ', "/"));
        // Whoever runs the command names the server themselves, and it may well be in their own network.
        outfit.allowed = AllowedNetworks::every();
        outfit.authorities = address.authorities()?;
        let courier = Courier::new(&outfit).map_err(on_the_way)?;
        let (origin, operator) = (address.origin.clone(), String::new());
        let mut server = Self { courier, origin, token, operator, session };
        let me = server.asked(Errand::get(&server.url(&["me"], &[])).within(FIRST))?;
        let me: Me = server.read(&me)?;
        if me.commands.is_none() {
            let theirs = me.program.unwrap_or_else(|| "proofmark".to_owned());
            let says = text!("server-too-old", origin = &server.origin, theirs = theirs, ours = WITH);
            return Err(ActionError::Hindered(says));
        }
        server.operator = operator_of(address.operator.as_deref(), me.grants)?;
        Ok(server)
    }

    /// What is at this place of the operator's.
    pub(super) fn get<T: DeserializeOwned>(
        &self,
        place: &[&str],
        query: &[(&str, String)],
    ) -> Result<T, ActionError> {
        self.read(&self.asked(Errand::get(&self.url(&self.of_operator(place), query)).within(ANSWER))?)
    }

    /// A document of a product's by its digest, which it must have.
    pub(super) fn document(&self, product: &str, digest: &str) -> Result<String, ActionError> {
        let place = self.of_operator(&["products", product, "documents", digest]);
        let answer = self.asked(Errand::get(&self.url(&place, &[])).within(ANSWER))?;
        let differs = || ActionError::Damaged(text!("server-document-differs", digest = digest));
        if Sha256::of(&answer.body).to_string() != digest {
            return Err(differs());
        }
        String::from_utf8(answer.body).map_err(|_| differs())
    }

    /// The bytes that are at this place of the operator's.
    pub(super) fn bytes(&self, place: &[&str]) -> Result<Vec<u8>, ActionError> {
        Ok(self.asked(Errand::get(&self.url(&self.of_operator(place), &[])).within(ANSWER))?.body)
    }

    /// What is at this address below the server's own, as it is.
    pub(super) fn file(&self, path: &str) -> Result<Vec<u8>, ActionError> {
        if !path.starts_with('/') {
            return Err(ActionError::Hindered(text!("server-answer-unknown")));
        }
        let url = format!("{}{path}", self.origin);
        Ok(self.asked(Errand::get(&url).within(ANSWER))?.body)
    }

    /// Has something made at this place of the operator's, once.
    pub(super) fn order<T: DeserializeOwned>(
        &self,
        place: &[&str],
        query: &[(&str, String)],
    ) -> Result<T, ActionError> {
        let url = self.url(&self.of_operator(place), query);
        let errand = Errand::post(&url, "application/json", Vec::new());
        self.read(&self.asked(errand.header("idempotency-key", &key()?).within(ANSWER))?)
    }

    /// Has something done with what is said in JSON at this place of the operator's, once.
    pub(super) fn tell<T: DeserializeOwned>(
        &self,
        place: &[&str],
        query: &[(&str, String)],
        said: &impl Serialize,
    ) -> Result<T, ActionError> {
        let url = self.url(&self.of_operator(place), query);
        let said = serde_json::to_vec(said).expect("what is said becomes JSON");
        let errand = Errand::post(&url, "application/json", said);
        self.read(&self.asked(errand.header("idempotency-key", &key()?).within(ANSWER))?)
    }

    /// Takes away, once, what is at this place of the operator's in whichever version: as a command here does.
    pub(super) fn take_away<T: DeserializeOwned>(&self, place: &[&str]) -> Result<T, ActionError> {
        let errand = Errand::delete(&self.url(&self.of_operator(place), &[])).header("if-match", "*");
        self.read(&self.asked(errand.header("idempotency-key", &key()?).within(ANSWER))?)
    }

    /// What is at this place of the installation's.
    pub(super) fn of_installation<T: DeserializeOwned>(
        &self,
        place: &[&str],
        query: &[(&str, String)],
    ) -> Result<T, ActionError> {
        self.read(&self.asked(Errand::get(&self.url(place, query)).within(ANSWER))?)
    }

    /// Hands files in at this place of the operator's. It is done once, however often it has to be sent.
    pub(super) fn hand_in<T: DeserializeOwned>(
        &self,
        place: &[&str],
        query: &[(&str, String)],
        form: &Sealed,
    ) -> Result<T, ActionError> {
        let most = proofmark_web::Takes::LARGE;
        if form.length > most {
            let (found, most) = (form.length.div_ceil(1 << 20), most >> 20);
            return Err(refused(text!("server-too-much", found = found, most = most)));
        }
        let progress = Progress::new(self.session);
        let kibibytes = form.length.div_ceil(1024);
        progress.say(&text!("server-handing-in", files = form.files, kibibytes = kibibytes));
        let url = self.url(&self.of_operator(place), query);
        let errand = Errand::post_file(&url, &form.media_type, form.path().to_owned(), form.length);
        let answer = self.asked(errand.header("idempotency-key", &key()?).within(ANSWER));
        progress.finish();
        self.read(&answer?)
    }

    /// Runs the errand, again where the server was hindered: every errand here may be asked twice.
    fn asked(&self, errand: Errand) -> Result<Answer, ActionError> {
        let bearer = format!("Bearer {}", self.token.reveal());
        let errand = errand
            .header("authorization", &bearer)
            .header("accept", "application/json")
            .header("accept-language", "en");
        let mut wait = FIRST_WAIT;
        for left in (0..TRIES).rev() {
            let tried = self.courier.carry(&errand);
            let pause = pause_after(&tried, wait).filter(|pause| left > 0 && *pause <= LONGEST_WAIT);
            let Some(pause) = pause else {
                let answer = tried.map_err(on_the_way)?;
                return if answer.is_success() { Ok(answer) } else { Err(error_of(&answer)) };
            };
            sleep(pause);
            wait *= 2;
        }
        Err(ActionError::Hindered(text!("server-answer-unknown")))
    }

    fn read<T: DeserializeOwned>(&self, answer: &Answer) -> Result<T, ActionError> {
        let (origin, status) = (&self.origin, u32::from(answer.status));
        let not_understood =
            |_| ActionError::Hindered(text!("server-not-understood", origin = origin, status = status));
        serde_json::from_slice(&answer.body).map_err(not_understood)
    }

    fn of_operator<'p>(&'p self, place: &[&'p str]) -> Vec<&'p str> {
        ["operators", self.operator.as_str()].into_iter().chain(place.iter().copied()).collect()
    }

    fn url(&self, place: &[&str], query: &[(&str, String)]) -> String {
        let path =
            place.iter().fold(format!("{}/api/v1", self.origin), |path, step| path + "/" + &encoded(step));
        let query: Vec<String> =
            query.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

/// A key drawn for one change: trying again does nothing twice.
fn key() -> Result<String, ActionError> {
    Ok(uuid()?.iter().fold(String::new(), |key, byte| key + &format!("{byte:02x}")))
}

/// How long to wait before it is tried again; `None`: another try would end the same way.
fn pause_after(tried: &Result<Answer, proofmark_courier::CourierError>, wait: Duration) -> Option<Duration> {
    match tried {
        Err(error) => {
            // An answer that broke off may have been given: that it is not done twice is the key's business.
            let passing = error.trouble == CourierTrouble::Hindered || error.says.id() == "courier-cut-off";
            passing.then_some(wait)
        }
        Ok(answer) => {
            // 409 with a time to come back: the same change is still being made for an earlier try.
            let passing = matches!(answer.status, 408 | 425 | 429 | 502 | 503 | 504)
                || answer.status == 409 && answer.retry_after.is_some();
            let asked = answer.retry_after.map(|after| {
                let seconds = after.not_before(now()).duration_since(now()).as_secs();
                Duration::from_secs(u64::try_from(seconds).unwrap_or_default())
            });
            passing.then(|| asked.map_or(wait, |asked| asked.max(wait)))
        }
    }
}

/// The operator that was asked for, or the only one the token reaches.
fn operator_of(asked_for: Option<&str>, grants: Vec<GrantTold>) -> Result<String, ActionError> {
    if let Some(operator) = asked_for {
        return Ok(operator.to_owned());
    }
    let mut operators: Vec<String> = grants.into_iter().map(|grant| grant.operator).collect();
    operators.retain(|operator| !operator.is_empty());
    operators.sort();
    operators.dedup();
    operators.truncate(MOST_NAMED);
    match operators.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(ActionError::Forbidden(text!("server-no-operator"))),
        several => Err(refused(text!("server-which-operator", operators = several.join("`, `")))),
    }
}

/// A value as it stands in a path segment or a query (RFC 3986 section 2.1).
fn encoded(value: &str) -> String {
    value.bytes().fold(String::with_capacity(value.len()), |written, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            written + char::from(byte).encode_utf8(&mut [0; 4])
        } else {
            written + &format!("%{byte:02X}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked_of(operators: &[&str]) -> Result<String, ActionError> {
        let grants = operators.iter().map(|id| GrantTold { operator: (*id).to_owned() }).collect();
        operator_of(None, grants)
    }

    #[test]
    fn the_only_operator_goes_without_saying_and_several_are_named() {
        assert_eq!(asked_of(&["maker", "maker", ""]), Ok("maker".to_owned()));
        assert!(matches!(asked_of(&[""]), Err(ActionError::Forbidden(_))));
        let Err(ActionError::Refused(problems)) = asked_of(&["maker", "other"]) else {
            panic!("one was chosen")
        };
        assert_eq!(problems[0].says.id(), "server-which-operator");
        assert!(problems[0].says.to_string().contains("`maker`, `other`"));
        assert_eq!(operator_of(Some("x"), Vec::new()), Ok("x".to_owned()));
    }

    #[test]
    fn no_value_changes_the_shape_of_an_address() {
        assert_eq!(encoded("a/b?c=d&e#ü .."), "a%2Fb%3Fc%3Dd%26e%23%C3%BC%20..");
    }
}
