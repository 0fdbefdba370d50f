//! Answers that are slow, endless, cut off or wrong.

use std::thread;
use std::time::{Duration, Instant};

use proofmark_courier::{CourierTrouble, Errand, Limits, Seen};

use crate::server::{Server, courier};

fn small(url: &str) -> Errand {
    Errand::get(url).within(Limits { bytes: 100, time: Duration::from_millis(700), redirects: 3 })
}

fn failure(errand: &Errand) -> (&'static str, CourierTrouble) {
    let error = courier().carry(errand).expect_err("it must fail");
    (error.says.id(), error.trouble)
}

#[test]
fn a_plain_answer_arrives_with_what_it_says_about_itself() {
    let server = Server::saying(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: \"7\"\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 5\r\n\r\nhello",
    );
    let answer = courier().carry(&small(&server.url("/a?b=c"))).unwrap();
    assert_eq!((answer.status, answer.body.as_slice()), (200, b"hello".as_slice()));
    assert_eq!(answer.content_type.as_deref(), Some("text/plain"));
    assert_eq!(answer.seen.etag.as_deref(), Some("\"7\""));
    assert_eq!(answer.origin, format!("http://127.0.0.1:{}", server.port));
    let asked = &server.seen()[0];
    assert_eq!(asked.path(), "/a?b=c");
    assert_eq!(asked.header("user-agent"), Some("proofmark/test"));
    assert_eq!(
        asked.header("accept-encoding"),
        None,
        "nothing compressed is asked for, so nothing can burst"
    );
}

#[test]
fn what_did_not_change_is_not_fetched_again() {
    let server = Server::plain(|request, out| {
        let known =
            request.header("if-none-match") == Some("\"7\"") && request.header("if-modified-since").is_none();
        let status = if known { "304 Not Modified" } else { "200 OK" };
        out.write_all(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").as_bytes())
    });
    let seen = Seen {
        etag: Some("\"7\"".to_owned()),
        last_modified: Some("Sun, 06 Nov 1994 08:49:37 GMT".to_owned()),
    };
    let answer = courier().carry(&small(&server.url("/")).if_changed_since(&seen)).unwrap();
    assert!(answer.is_unchanged());
    assert!(courier().carry(&small(&server.url("/"))).unwrap().is_success());
}

#[test]
fn a_server_that_never_answers_is_left_in_time() {
    let server = Server::plain(|_, _| {
        thread::sleep(Duration::from_secs(20));
        Ok(())
    });
    let start = Instant::now();
    assert_eq!(failure(&small(&server.url("/"))), ("courier-slow", CourierTrouble::Hindered));
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_server_that_drips_is_left_in_time() {
    let server = Server::plain(|_, out| {
        out.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n")?;
        for _ in 0..90 {
            thread::sleep(Duration::from_millis(100));
            out.write_all(b"x")?;
            out.flush()?;
        }
        Ok(())
    });
    let start = Instant::now();
    assert_eq!(failure(&small(&server.url("/"))), ("courier-slow", CourierTrouble::Hindered));
    assert!(start.elapsed() < Duration::from_secs(5), "each byte in time is not the whole in time");
}

#[test]
fn an_answer_that_is_cut_off_is_no_answer() {
    for answer in [
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf of it",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\nhello",
        "this is not HTTP\r\n\r\n",
        "",
    ] {
        let server = Server::saying(answer);
        let (id, trouble) = failure(&small(&server.url("/")));
        assert_eq!((id, trouble), ("courier-cut-off", CourierTrouble::Broken), "{answer:?}");
    }
}

#[test]
fn an_answer_that_is_too_large_is_refused_announced_or_not() {
    let server = Server::saying("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n");
    assert_eq!(failure(&small(&server.url("/"))), ("courier-too-large", CourierTrouble::Broken));
    let endless = Server::plain(|_, out| {
        out.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")?;
        loop {
            out.write_all(b"5\r\nhello\r\n")?;
        }
    });
    assert_eq!(failure(&small(&endless.url("/"))), ("courier-too-large", CourierTrouble::Broken));
    let exact = Server::plain(|_, out| {
        out.write_all(format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", "x".repeat(100)).as_bytes())
    });
    assert_eq!(courier().carry(&small(&exact.url("/"))).unwrap().body.len(), 100);
}

#[test]
fn endless_headers_are_refused() {
    let server = Server::plain(|_, out| {
        out.write_all(b"HTTP/1.1 200 OK\r\n")?;
        loop {
            out.write_all(b"X-More: and more\r\n")?;
        }
    });
    let errand = small(&server.url("/")).within(Limits::SMALL);
    assert_eq!(failure(&errand), ("courier-cut-off", CourierTrouble::Broken));
}

#[test]
fn of_an_endless_answer_an_excerpt_is_taken() {
    let server = Server::plain(|_, out| {
        out.write_all(b"HTTP/1.1 500 Oh\r\nContent-Length: 100000000\r\n\r\n")?;
        loop {
            out.write_all(b"why ")?;
        }
    });
    let answer = courier().carry(&small(&server.url("/")).for_an_excerpt()).unwrap();
    assert_eq!((answer.status, answer.body.len()), (500, 100));
}

#[test]
fn a_large_parcel_is_handed_on_piece_by_piece() {
    let server = Server::plain(|_, out| {
        out.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n")?;
        (0..3000).try_for_each(|_| out.write_all(&[7; 1000]))
    });
    let mut bytes = 0;
    let mut largest = 0;
    let answer = courier()
        .carry_into(&Errand::get(&server.url("/")).within(Limits::PARCEL), &mut |piece| {
            bytes += piece.len();
            largest = largest.max(piece.len());
            Ok(())
        })
        .unwrap();
    assert_eq!((bytes, answer.body.len()), (3_000_000, 0));
    assert!(largest < 1_000_000);
    let full = courier().carry_into(&Errand::get(&server.url("/")).within(Limits::PARCEL), &mut |_| {
        Err(std::io::Error::other("no room"))
    });
    assert_eq!(full.unwrap_err().says.id(), "courier-not-kept");
}

#[test]
fn statuses_say_whether_it_is_worth_trying_again() {
    for (status, expected) in [
        ("429 Too Many", CourierTrouble::Hindered),
        ("503 Away", CourierTrouble::Hindered),
        ("500 Oh", CourierTrouble::Hindered),
        ("404 Where", CourierTrouble::Broken),
        ("410 Gone", CourierTrouble::Broken),
    ] {
        let server = Server::plain(move |_, out| {
            out.write_all(
                format!("HTTP/1.1 {status}\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n").as_bytes(),
            )
        });
        let answer = courier().carry(&small(&server.url("/"))).unwrap();
        let now = "2026-11-21T10:00:00Z".parse().unwrap();
        let again = answer.retry_after.unwrap().not_before(now);
        assert_eq!(again.to_string(), "2026-11-21T10:02:00Z");
        assert_eq!(answer.or_trouble().unwrap_err().trouble, expected, "{status}");
    }
}

#[test]
fn nothing_that_is_said_holds_the_path_or_the_query() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let url = format!("http://127.0.0.1:{port}/T0PSECRET?token=hunter2");
    let error = courier().carry(&small(&url)).unwrap_err();
    assert_eq!(error.says.id(), "courier-unreachable");
    let server = Server::saying("nonsense\r\n\r\n");
    let other = courier().carry(&small(&server.url("/T0PSECRET?token=hunter2"))).unwrap_err();
    for said in [format!("{error} {error:?}"), format!("{other} {other:?}"), format!("{:?}", small(&url))] {
        assert!(!said.contains("SECRET") && !said.contains("hunter2"), "{said}");
        assert!(said.contains("127.0.0.1"));
    }
}

#[test]
fn no_header_ends_a_line() {
    let server = Server::saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    for (name, value) in [("x-a", "b\r\nx-c: d"), ("x-a", "b\nc"), ("x a", "b"), ("x-a:", "b"), ("", "b")] {
        let failed = courier().carry(&small(&server.url("/")).header(name, value)).unwrap_err();
        assert_eq!(failed.says.id(), "courier-header", "{name:?} {value:?}");
    }
    assert!(server.seen().is_empty());
}
