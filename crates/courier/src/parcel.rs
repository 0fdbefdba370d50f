//! A parcel: a file that may be large, fetched whole or not at all. An interrupted try is gone on with, what hinders is
//! tried again after a while, and no server is asked more often than is asked of us.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proofmark_text::text;
use reqwest::header::{CONTENT_LENGTH, CONTENT_RANGE, HeaderMap};

use crate::content_range::ContentRange;
use crate::courier::Courier;
use crate::errand::{Answer, Errand, Limits, Seen};
use crate::receive::Receive;
use crate::trouble::CourierError;

/// How often a parcel is tried for.
const MOST_TRIES: u32 = 5;

/// The wait before the second try; each further one is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(1);

/// The longest that is waited for a server that asks for patience. One that asks for more is left for another time.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// What is to be fetched.
#[derive(Debug, Clone, Copy)]
pub struct Parcel<'p> {
    /// Where it lies.
    pub url: &'p str,
    /// What the copy that is held was answered with; nothing: it is wanted in any case.
    pub seen: &'p Seen,
    /// The most bytes it may have.
    pub most_bytes: u64,
    /// The most time for one try.
    pub time: Duration,
    /// The least time between two requests to the same server.
    pub pause: Duration,
}

/// Where a parcel is put down as it comes.
pub trait Shelf {
    /// What an interrupted try left, if it can be gone on with.
    fn begun(&self) -> Option<Begun>;

    /// The bytes that follow begin at this place: after what is there, or at 0, and what was there is void.
    fn start(&mut self, from: u64, seen: &Seen) -> io::Result<()>;

    /// The next piece.
    fn take(&mut self, piece: &[u8]) -> io::Result<()>;
}

/// The beginning of a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// How many bytes are there.
    pub bytes: u64,
    /// What the answer they came with said about itself.
    pub seen: Seen,
}

/// The clock, and a way to wait.
pub trait Pace {
    /// Now.
    fn now(&self) -> Timestamp;

    /// Waits that long; `false`: it is time to stop.
    fn wait(&self, time: Duration) -> bool;
}

/// How fetching ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// The copy that is held is the newest there is.
    Unchanged,
    /// It lies on the shelf, whole.
    Whole(Seen),
}

/// Why a parcel did not come.
#[derive(Debug, Clone, PartialEq)]
pub struct NotFetched {
    /// What went wrong, the last time it was tried.
    pub error: CourierError,
    /// When the server asked to be asked again, if that was too late to be waited for.
    pub not_before: Option<Timestamp>,
    /// The server said that there is no such thing (404, 410).
    pub is_gone: bool,
}

/// Fetches parcels, one after another.
pub struct Fetcher<'c> {
    courier: &'c Courier,
    pace: &'c dyn Pace,
    /// When each server was asked last.
    asked: RefCell<HashMap<String, Timestamp>>,
}

/// Why one try did not end well, and what to do about it.
enum Again {
    /// Nothing: it would end the same.
    Never(NotFetched),
    /// Wait and try again; not before the server asked to, where it asked.
    Later(CourierError, Option<Timestamp>),
    /// Try at once, from the beginning: what is on the shelf is of another whole.
    Anew(CourierError),
}

impl<'c> Fetcher<'c> {
    /// Fetches with this courier, by this clock.
    pub fn new(courier: &'c Courier, pace: &'c dyn Pace) -> Self {
        Self { courier, pace, asked: RefCell::default() }
    }

    /// Fetches a parcel to the shelf.
    pub fn fetch(&self, parcel: &Parcel<'_>, onto: &mut dyn Shelf) -> Result<Fetched, NotFetched> {
        let (mut wait, mut tried) = (FIRST_WAIT, 0);
        loop {
            tried += 1;
            let (error, asked) = match self.try_once(parcel, onto) {
                Ok(fetched) => return Ok(fetched),
                Err(Again::Never(not)) => return Err(not),
                Err(Again::Anew(error)) => {
                    onto.start(0, &Seen::default()).map_err(|error| not_kept(&error))?;
                    (error, None)
                }
                Err(Again::Later(error, asked)) => (error, asked),
            };
            let now = self.pace.now();
            let too_late = asked.filter(|at| at.duration_since(now) > PATIENCE);
            if tried == MOST_TRIES || too_late.is_some() {
                return Err(NotFetched { error, not_before: asked, is_gone: false });
            }
            let asked = asked.and_then(|at| Duration::try_from(at.duration_since(now)).ok());
            if !self.pace.wait(asked.unwrap_or_default().max(wait)) {
                return Err(NotFetched { error, not_before: None, is_gone: false });
            }
            wait *= 2;
        }
    }

    fn try_once(&self, parcel: &Parcel<'_>, onto: &mut dyn Shelf) -> Result<Fetched, Again> {
        self.await_turn(parcel)?;
        let begun = onto.begun().filter(|begun| begun.bytes > 0 && validator(&begun.seen).is_some());
        let limits = Limits { bytes: parcel.most_bytes, time: parcel.time, redirects: 5 };
        let errand = Errand::get(parcel.url).within(limits);
        let errand = match begun.as_ref().and_then(|begun| Some((begun, validator(&begun.seen)?))) {
            // Only if it still is the whole that the beginning is of (RFC 9110 section 13.1.5).
            Some((begun, validator)) => {
                errand.header("range", &format!("bytes={}-", begun.bytes)).header("if-range", validator)
            }
            None => errand.if_changed_since(parcel.seen),
        };
        let mut receiver =
            ToShelf { shelf: onto, begun, most: parcel.most_bytes, whole: None, came: 0, fault: None };
        let carried = self.courier.carry_to(&errand, &mut receiver);
        let ToShelf { whole, came, fault, .. } = receiver;
        match (carried, fault) {
            (_, Some(Fault::OtherWhole)) => Err(Again::Anew(cut_off(parcel.url))),
            (_, Some(Fault::TooLarge)) => {
                let says = text!("courier-too-large", origin = origin(parcel.url), bytes = parcel.most_bytes);
                Err(Again::never(CourierError::broken(says)))
            }
            // A disk that is full is not emptied by asking again.
            (Err(error), Some(Fault::Shelf)) => Err(Again::never(error)),
            (Err(error), _) if error.may_pass() => Err(Again::Later(error, None)),
            (Err(error), _) => Err(Again::never(error)),
            (Ok(answer), _) => self.judge(answer, whole, came),
        }
    }

    /// What an answer that came to its end is worth.
    fn judge(&self, answer: Answer, whole: Option<u64>, came: u64) -> Result<Fetched, Again> {
        if answer.is_unchanged() {
            return Ok(Fetched::Unchanged);
        }
        if matches!(answer.status, 200 | 206) {
            if whole.is_some_and(|whole| whole != came) {
                return Err(Again::Later(cut_off(&answer.origin), None));
            }
            return Ok(Fetched::Whole(answer.seen));
        }
        let (status, after) = (answer.status, answer.retry_after);
        let origin = answer.origin.clone();
        let error = match answer.or_trouble() {
            Err(error) => error,
            // A success without a body is none here.
            Ok(_) => {
                CourierError::broken(text!("courier-status", origin = origin, status = u32::from(status)))
            }
        };
        if status == 416 {
            return Err(Again::Anew(error));
        }
        // A guard before a server says "forbidden" to whoever asks too often; only then it says for how long.
        let is_told_to_wait = status == 403 && after.is_some();
        if error.may_pass() || is_told_to_wait {
            return Err(Again::Later(error, after.map(|after| after.not_before(self.pace.now()))));
        }
        Err(Again::Never(NotFetched { error, not_before: None, is_gone: matches!(status, 404 | 410) }))
    }

    /// Waits until the server may be asked again.
    fn await_turn(&self, parcel: &Parcel<'_>) -> Result<(), Again> {
        let there = self.courier.check(parcel.url).map_err(Again::never)?;
        let (now, server) = (self.pace.now(), there.origin());
        let before = self.asked.borrow().get(&server).copied();
        let passed = before.and_then(|before| Duration::try_from(now.duration_since(before)).ok());
        let left = passed.map(|passed| parcel.pause.saturating_sub(passed)).unwrap_or_default();
        if !left.is_zero() && !self.pace.wait(left) {
            return Err(Again::never(CourierError::hindered(text!("feeds-stopped"))));
        }
        self.asked.borrow_mut().insert(server, self.pace.now());
        Ok(())
    }
}

impl Again {
    fn never(error: CourierError) -> Self {
        Self::Never(NotFetched { error, not_before: None, is_gone: false })
    }
}

/// What stopped taking in an answer.
enum Fault {
    /// What comes is not the rest of what is there.
    OtherWhole,
    /// The whole is larger than it may be.
    TooLarge,
    /// The shelf could not take it.
    Shelf,
}

/// Puts an answer on the shelf.
struct ToShelf<'s> {
    shelf: &'s mut dyn Shelf,
    begun: Option<Begun>,
    most: u64,
    /// How many bytes the whole has, where the server says so.
    whole: Option<u64>,
    /// How many of them are there.
    came: u64,
    fault: Option<Fault>,
}

impl ToShelf<'_> {
    fn stop(&mut self, fault: Fault) -> io::Error {
        self.fault = Some(fault);
        io::Error::from(io::ErrorKind::InvalidData)
    }

    fn start(&mut self, from: u64, seen: &Seen) -> io::Result<bool> {
        self.came = from;
        match self.shelf.start(from, seen) {
            Ok(()) => Ok(true),
            Err(error) => {
                self.fault = Some(Fault::Shelf);
                Err(error)
            }
        }
    }
}

impl Receive for ToShelf<'_> {
    fn begin(&mut self, head: &Answer, headers: &HeaderMap) -> io::Result<bool> {
        let said = |name| headers.get(name).and_then(|value| value.to_str().ok());
        match head.status {
            200 => {
                self.whole = said(CONTENT_LENGTH).and_then(|length| length.parse().ok());
                self.start(0, &head.seen)
            }
            206 => {
                let range = said(CONTENT_RANGE).and_then(ContentRange::parse);
                let fits = |begun: &Begun, range: ContentRange| {
                    let same = head.seen.etag.is_none() || head.seen.etag == begun.seen.etag;
                    same && range.first == begun.bytes && range.last + 1 == range.whole
                };
                let begun = self.begun.clone();
                let Some((begun, range)) = begun.zip(range).filter(|(begun, range)| fits(begun, *range))
                else {
                    return Err(self.stop(Fault::OtherWhole));
                };
                if range.whole > self.most {
                    return Err(self.stop(Fault::TooLarge));
                }
                self.whole = Some(range.whole);
                self.start(begun.bytes, &begun.seen)
            }
            _ => Ok(false),
        }
    }

    fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        self.came += piece.len() as u64;
        self.shelf.take(piece).inspect_err(|_| self.fault = Some(Fault::Shelf))
    }
}

/// What a part can be asked for by: a strong entity tag, else a date (RFC 9110 section 13.1.5).
fn validator(seen: &Seen) -> Option<&str> {
    let strong = seen.etag.as_deref().filter(|tag| !tag.starts_with("W/"));
    strong.or(seen.last_modified.as_deref().filter(|_| seen.etag.is_none()))
}

fn origin(url: &str) -> String {
    crate::destination::Destination::parse(url).map(|there| there.origin()).unwrap_or_default()
}

fn cut_off(url: &str) -> CourierError {
    CourierError::broken(text!("feeds-other-length", origin = origin(url)))
}

fn not_kept(error: &io::Error) -> NotFetched {
    let error = CourierError::hindered(text!("courier-not-kept", error = error.to_string()));
    NotFetched { error, not_before: None, is_gone: false }
}
