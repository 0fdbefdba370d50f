//! Senders that dawdle: a byte now and then, to keep a place for themselves and everybody else out.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use crate::exchange::Answer;
use crate::served::{Place, Served};

/// How many of them at once.
const MANY: usize = 300;

/// However slow they are: after this they are gone.
const GONE_AFTER: Duration = Duration::from_secs(25);

/// Nobody else waits longer than this meanwhile.
const OTHERS_WAIT: Duration = Duration::from_secs(5);

#[test]
fn heads_a_byte_at_a_time_hold_up_nobody_and_are_let_go() {
    let place = Place::new(&[]);
    let served = place.serve();
    let begun = Instant::now();
    let mut dawdlers: Vec<TcpStream> =
        (0..MANY).map(|_| begin(&served, b"GET / HTTP/1.1\r\nhost: ")).collect();
    let mut left = MANY;
    while left > 0 {
        assert!(begun.elapsed() < GONE_AFTER, "{left} of {MANY} still have their place");
        for dawdler in &mut dawdlers {
            let _ = dawdler.write_all(b"x");
        }
        let (status, took) = served.health();
        assert_eq!(status, 200);
        assert!(took < OTHERS_WAIT, "others waited for {took:?}");
        dawdlers.retain_mut(|dawdler| !is_over(dawdler));
        left = dawdlers.len();
        thread::sleep(Duration::from_millis(500));
    }
    served.end();
}

#[test]
fn a_body_that_never_comes_is_not_waited_for() {
    let place = Place::new(&[]);
    let served = place.serve();
    let host = served.address;
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\naccept: application/json\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nname=a"
    );
    let begun = Instant::now();
    let mut dawdler = begin(&served, head.as_bytes());
    dawdler.set_read_timeout(Some(GONE_AFTER)).unwrap();
    let mut received = Vec::new();
    // The answer comes, then the connection is of no more use to anybody.
    let mut buffer = [0; 4096];
    while let Ok(length @ 1..) = dawdler.read(&mut buffer) {
        received.extend_from_slice(&buffer[..length]);
        if received.windows(4).any(|four| four == b"\r\n\r\n") {
            break;
        }
    }
    assert!(begun.elapsed() < GONE_AFTER);
    assert_eq!(Answer::read(&received).status, 408, "{}", String::from_utf8_lossy(&received));
    served.end();
}

fn begin(served: &Served, bytes: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(served.address).unwrap();
    stream.write_all(bytes).unwrap();
    stream
}

/// Whether the server has ended the conversation.
fn is_over(stream: &mut TcpStream) -> bool {
    stream.set_nonblocking(true).unwrap();
    let mut buffer = [0; 4096];
    let over = loop {
        match stream.read(&mut buffer) {
            Ok(0) => break true,
            Ok(_) => {}
            Err(error) => break error.kind() != std::io::ErrorKind::WouldBlock,
        }
    };
    stream.set_nonblocking(false).unwrap();
    over
}
