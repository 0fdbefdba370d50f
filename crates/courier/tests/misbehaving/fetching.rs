//! Parcels from servers that misbehave: what comes is the whole or nothing, and nobody is asked more often than he bears.

use std::cell::{Cell, RefCell};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proofmark_courier::{Begun, CourierTrouble, Fetched, Fetcher, NotFetched, Pace, Parcel, Seen, Shelf};

use crate::server::{Request, Server, Stream, courier};

const WHOLE: &[u8] = b"0123456789";

/// A clock that goes only when somebody waits.
struct Waits {
    began: Timestamp,
    waited: RefCell<Vec<Duration>>,
    patient: bool,
}

impl Waits {
    fn new() -> Self {
        let began = "2026-11-21T10:00:00Z".parse().unwrap();
        Self { began, waited: RefCell::default(), patient: true }
    }

    fn seconds(&self) -> Vec<u64> {
        self.waited.borrow().iter().map(Duration::as_secs).collect()
    }
}

impl Pace for Waits {
    fn now(&self) -> Timestamp {
        let waited: Duration = self.waited.borrow().iter().sum();
        self.began + SignedDuration::try_from(waited).unwrap()
    }

    fn wait(&self, time: Duration) -> bool {
        self.waited.borrow_mut().push(time);
        self.patient
    }
}

/// A shelf in memory, with what an earlier try left.
#[derive(Default)]
struct Board {
    bytes: Vec<u8>,
    seen: Seen,
    started: Cell<usize>,
    most: Option<usize>,
}

impl Shelf for Board {
    fn begun(&self) -> Option<Begun> {
        Some(Begun { bytes: self.bytes.len() as u64, seen: self.seen.clone() })
    }

    fn start(&mut self, from: u64, seen: &Seen) -> io::Result<()> {
        self.started.set(self.started.get() + 1);
        self.bytes.truncate(usize::try_from(from).unwrap());
        self.seen = seen.clone();
        Ok(())
    }

    fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(piece);
        match self.most {
            Some(most) if self.bytes.len() > most => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        }
    }
}

fn tag(tag: &str) -> Seen {
    Seen { etag: Some(format!("\"{tag}\"")), last_modified: None }
}

fn fetch(url: &str, seen: &Seen, board: &mut Board, pace: &Waits) -> Result<Fetched, NotFetched> {
    let parcel = Parcel { url, seen, most_bytes: 100, time: Duration::from_secs(2), pause: Duration::ZERO };
    Fetcher::new(&courier(), pace).fetch(&parcel, board)
}

fn whole(out: &mut dyn Stream, tag: &str, body: &[u8]) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\nETag: \"{tag}\"\r\nContent-Length: {}\r\n\r\n", body.len());
    out.write_all(head.as_bytes())?;
    out.write_all(body)
}

/// A way to answer.
type Answers = fn(&Request, &mut dyn Stream) -> io::Result<()>;

/// Answers the first request in one way and each further one in another.
fn first_then(
    first: impl Fn(&Request, &mut dyn Stream) -> io::Result<()> + Send + Sync + 'static,
    then: impl Fn(&Request, &mut dyn Stream) -> io::Result<()> + Send + Sync + 'static,
) -> Server {
    let asked = AtomicUsize::new(0);
    Server::plain(move |request, out| match asked.fetch_add(1, Ordering::SeqCst) {
        0 => first(request, out),
        _ => then(request, out),
    })
}

/// The whole's head with half its body.
fn cut(_: &Request, out: &mut dyn Stream) -> io::Result<()> {
    out.write_all(b"HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: 10\r\n\r\n01234")
}

#[test]
fn what_was_cut_off_is_gone_on_with_from_where_it_ended() {
    let server = first_then(cut, |_, out| {
        out.write_all(
            b"HTTP/1.1 206 Partial Content\r\nETag: \"a\"\r\nContent-Range: bytes 5-9/10\r\nContent-Length: 5\r\n\r\n56789",
        )
    });
    let (mut board, pace) = (Board::default(), Waits::new());
    let fetched = fetch(&server.url("/all.zip"), &Seen::default(), &mut board, &pace).unwrap();
    assert_eq!(fetched, Fetched::Whole(tag("a")));
    assert_eq!(board.bytes, WHOLE);
    let asked = server.seen();
    assert_eq!(asked.len(), 2);
    assert_eq!((asked[0].header("range"), asked[0].header("if-range")), (None, None));
    assert_eq!((asked[1].header("range"), asked[1].header("if-range")), (Some("bytes=5-"), Some("\"a\"")));
    assert_eq!(pace.seconds(), [1]);
}

#[test]
fn a_beginning_of_another_whole_is_thrown_away() {
    let other: [Answers; 4] = [
        |_, out| whole(out, "b", WHOLE),
        |request, out| {
            match request.header("range") {
            Some(_) => out.write_all(
                b"HTTP/1.1 206 Partial Content\r\nETag: \"b\"\r\nContent-Range: bytes 5-9/10\r\nContent-Length: 5\r\n\r\nxxxxx",
            ),
            None => whole(out, "b", WHOLE),
        }
        },
        |request, out| {
            match request.header("range") {
            Some(_) => out.write_all(
                b"HTTP/1.1 206 Partial Content\r\nETag: \"a\"\r\nContent-Range: bytes 0-9/10\r\nContent-Length: 10\r\n\r\n0123456789",
            ),
            None => whole(out, "b", WHOLE),
        }
        },
        |request, out| match request.header("range") {
            Some(_) => out.write_all(b"HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n\r\n"),
            None => whole(out, "b", WHOLE),
        },
    ];
    for answer in other {
        let server = first_then(cut, answer);
        let (mut board, pace) = (Board::default(), Waits::new());
        let fetched = fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap();
        assert_eq!((fetched, board.bytes.as_slice()), (Fetched::Whole(tag("b")), WHOLE));
    }
}

#[test]
fn without_anything_to_know_the_whole_by_it_is_fetched_from_the_beginning() {
    for head in ["", "ETag: W/\"a\"\r\n"] {
        let head = format!("HTTP/1.1 200 OK\r\n{head}Content-Length: 10\r\n\r\n01234");
        let server =
            first_then(move |_, out| out.write_all(head.as_bytes()), |_, out| whole(out, "b", WHOLE));
        let (mut board, pace) = (Board::default(), Waits::new());
        fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap();
        assert_eq!(server.seen()[1].header("range"), None);
        assert_eq!(board.bytes, WHOLE);
    }
}

#[test]
fn what_did_not_change_is_not_fetched() {
    let server = Server::plain(|request, out| match request.header("if-none-match") {
        Some("\"a\"") => out.write_all(b"HTTP/1.1 304 Not Modified\r\n\r\n"),
        _ => whole(out, "a", WHOLE),
    });
    let (mut board, pace) = (Board::default(), Waits::new());
    assert_eq!(fetch(&server.url("/"), &tag("a"), &mut board, &pace), Ok(Fetched::Unchanged));
    assert_eq!((board.bytes.len(), board.started.get()), (0, 0));
}

#[test]
fn a_server_that_asks_for_patience_gets_it_and_one_that_asks_for_too_much_is_left() {
    let busy = |status: &'static str, after: &'static str| {
        move |_: &Request, out: &mut dyn Stream| {
            let head =
                format!("HTTP/1.1 {status} X\r\nRetry-After: {after}\r\nContent-Length: 4\r\n\r\nbusy");
            out.write_all(head.as_bytes())
        }
    };
    for status in ["429", "503"] {
        let server = first_then(busy(status, "7"), |_, out| whole(out, "a", WHOLE));
        let (mut board, pace) = (Board::default(), Waits::new());
        fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap();
        assert_eq!((pace.seconds(), board.bytes.as_slice()), (vec![7], WHOLE));
    }
    let server = Server::plain(busy("429", "3600"));
    let (mut board, pace) = (Board::default(), Waits::new());
    let not = fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap_err();
    assert_eq!(not.not_before, Some("2026-11-21T11:00:00Z".parse().unwrap()));
    assert_eq!((server.seen().len(), pace.seconds().len()), (1, 0));
    assert!(board.bytes.is_empty(), "the body of a refusal is no parcel");
}

#[test]
fn a_fault_of_the_server_is_waited_out_longer_each_time_but_not_for_ever() {
    let fault = |_: &Request, out: &mut dyn Stream| {
        out.write_all(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")
    };
    let asked = AtomicUsize::new(0);
    let server = Server::plain(move |request, out| match asked.fetch_add(1, Ordering::SeqCst) {
        0 | 1 => fault(request, out),
        _ => whole(out, "a", WHOLE),
    });
    let (mut board, pace) = (Board::default(), Waits::new());
    fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap();
    assert_eq!(pace.seconds(), [1, 2]);
    let server = Server::plain(fault);
    let (mut board, pace) = (Board::default(), Waits::new());
    let not = fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap_err();
    assert_eq!((not.error.says.id(), not.error.trouble), ("courier-status", CourierTrouble::Hindered));
    assert_eq!((server.seen().len(), pace.seconds()), (5, vec![1, 2, 4, 8]));
}

#[test]
fn what_no_further_try_would_mend_is_tried_once() {
    for (head, id, gone) in [
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "courier-status", true),
        ("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "courier-status", false),
        ("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", "courier-too-large", false),
        ("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n", "courier-barred", false),
        ("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest\r\n\r\n", "courier-barred", false),
        ("HTTP/1.1 302 Found\r\nLocation: ftp://example.com/\r\n\r\n", "courier-url-scheme", false),
    ] {
        let server = Server::saying(head);
        let (mut board, pace) = (Board::default(), Waits::new());
        let not = fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap_err();
        assert_eq!((not.error.says.id(), not.is_gone, server.seen().len()), (id, gone, 1), "{head}");
        assert!(board.bytes.is_empty());
    }
}

#[test]
fn an_endless_or_a_lying_answer_is_no_parcel() {
    let endless = Server::plain(|_, out| {
        out.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
        loop {
            out.write_all(&[b'x'; 1000])?;
        }
    });
    let (mut board, pace) = (Board::default(), Waits::new());
    let not = fetch(&endless.url("/"), &Seen::default(), &mut board, &pace).unwrap_err();
    assert_eq!((not.error.says.id(), board.bytes.len()), ("courier-too-large", 100));
    // It promises ten bytes and never sends more than five.
    let lying = Server::saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234");
    let (mut board, pace) = (Board::default(), Waits::new());
    let not = fetch(&lying.url("/"), &Seen::default(), &mut board, &pace).unwrap_err();
    assert_eq!((not.error.says.id(), lying.seen().len()), ("courier-cut-off", 5));
}

#[test]
fn a_slow_server_is_left_and_what_it_sent_is_kept_for_the_next_try() {
    let server = first_then(
        |request, out| {
            cut(request, out)?;
            out.flush()?;
            std::thread::sleep(Duration::from_secs(4));
            out.write_all(b"56789")
        },
        |_, out| {
            out.write_all(
                b"HTTP/1.1 206 Partial Content\r\nETag: \"a\"\r\nContent-Range: bytes 5-9/10\r\nContent-Length: 5\r\n\r\n56789",
            )
        },
    );
    let (mut board, pace) = (Board::default(), Waits::new());
    fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap();
    assert_eq!((board.bytes.as_slice(), server.seen().len()), (WHOLE, 2));
}

#[test]
fn another_certificate_than_it_should_have_ends_it_at_once() {
    let other = include_bytes!("../certificates/other-name.pem");
    let server = Server::secure(other, |_, out| whole(out, "a", WHOLE));
    let (mut board, pace) = (Board::default(), Waits::new());
    let url = format!("https://tls.example:{}/", server.port);
    let not = fetch(&url, &Seen::default(), &mut board, &pace).unwrap_err();
    assert_eq!((not.error.says.id(), not.error.trouble), ("courier-certificate", CourierTrouble::Broken));
    assert_eq!((board.bytes.len(), pace.seconds().len()), (0, 0));
}

#[test]
fn a_full_disk_is_not_asked_again() {
    let server = Server::plain(|_, out| whole(out, "a", WHOLE));
    let (mut board, pace) = (Board { most: Some(5), ..Board::default() }, Waits::new());
    let not = fetch(&server.url("/"), &Seen::default(), &mut board, &pace).unwrap_err();
    assert_eq!((not.error.says.id(), server.seen().len()), ("courier-not-kept", 1));
}

#[test]
fn a_server_has_its_pause_and_another_one_does_not_wait_for_it() {
    let (one, other) =
        (Server::plain(|_, out| whole(out, "a", WHOLE)), Server::plain(|_, out| whole(out, "a", WHOLE)));
    let (pace, seen, courier) = (Waits::new(), Seen::default(), courier());
    let fetcher = Fetcher::new(&courier, &pace);
    for url in [one.url("/1"), other.url("/1"), one.url("/2")] {
        let parcel = Parcel {
            url: &url,
            seen: &seen,
            most_bytes: 100,
            time: Duration::from_secs(2),
            pause: Duration::from_secs(30),
        };
        fetcher.fetch(&parcel, &mut Board::default()).unwrap();
    }
    assert_eq!(pace.seconds(), [30]);
}

#[test]
fn who_is_told_to_stop_waits_no_longer() {
    let server = Server::saying("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    let (mut board, pace) = (Board::default(), Waits { patient: false, ..Waits::new() });
    assert!(fetch(&server.url("/"), &Seen::default(), &mut board, &pace).is_err());
    assert_eq!(server.seen().len(), 1);
}
