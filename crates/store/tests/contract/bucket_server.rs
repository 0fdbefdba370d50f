//! An object store for the tests: as much of S3 as documents need, and every way to misbehave.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How it behaves from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// As it should.
    Fine,
    /// It answers late.
    Slow(Duration),
    /// It refuses this many requests, then is fine.
    Failing(u32),
    /// It breaks off in the middle of what it gives out.
    Truncating,
    /// It gives out other bytes.
    Forging,
    /// It does not know conditional writes.
    Simple,
}

/// A running server; its thread ends with the process.
pub(crate) struct BucketServer {
    pub(crate) endpoint: String,
    inside: Arc<Mutex<Inside>>,
}

struct Inside {
    mood: Mood,
    objects: BTreeMap<String, Vec<u8>>,
    requests: Vec<String>,
}

struct Request {
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl BucketServer {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let inside = Inside { mood: Mood::Fine, objects: BTreeMap::new(), requests: vec![] };
        let inside = Arc::new(Mutex::new(inside));
        let shared = Arc::clone(&inside);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                std::thread::spawn(move || serve(&stream, &shared));
            }
        });
        Self { endpoint, inside }
    }

    pub(crate) fn be(&self, mood: Mood) {
        self.inside.lock().unwrap().mood = mood;
    }

    /// Names and contents of all objects.
    pub(crate) fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        self.inside.lock().unwrap().objects.clone()
    }

    /// Puts an object there behind everybody's back.
    pub(crate) fn plant(&self, path: &str, bytes: &[u8]) {
        self.inside.lock().unwrap().objects.insert(path.to_owned(), bytes.to_vec());
    }

    /// Takes the list of what was asked so far: method and path.
    pub(crate) fn requests(&self) -> Vec<String> {
        std::mem::take(&mut self.inside.lock().unwrap().requests)
    }
}

fn serve(stream: &TcpStream, inside: &Mutex<Inside>) {
    let mut reader = BufReader::new(stream);
    while let Some(request) = read(&mut reader) {
        let mood = {
            let mut inside = inside.lock().unwrap();
            inside.requests.push(format!("{} {}", request.method, request.path));
            let mood = inside.mood;
            if let Mood::Failing(left) = mood {
                inside.mood = if left > 1 { Mood::Failing(left - 1) } else { Mood::Fine };
            }
            mood
        };
        if let Mood::Slow(pause) = mood {
            std::thread::sleep(pause);
        }
        let (status, body) = match mood {
            Mood::Failing(_) => ("503 Service Unavailable", vec![]),
            mood => answer(&request, mood, &mut inside.lock().unwrap().objects),
        };
        if respond(stream, &request, status, &body, mood).is_err() || mood == Mood::Truncating {
            let _ = stream.shutdown(std::net::Shutdown::Both);
            return;
        }
    }
}

fn read(reader: &mut impl BufRead) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next()?, words.next()?);
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request { method, path, headers, body })
}

fn answer(request: &Request, mood: Mood, objects: &mut BTreeMap<String, Vec<u8>>) -> (&'static str, Vec<u8>) {
    assert!(request.headers["authorization"].starts_with("AWS4-HMAC-SHA256 "), "requests are signed");
    let conditional = request.headers.contains_key("if-none-match");
    match request.method.as_str() {
        "PUT" if conditional && mood == Mood::Simple => ("501 Not Implemented", vec![]),
        "PUT" if conditional && objects.contains_key(&request.path) => ("412 Precondition Failed", vec![]),
        "PUT" => {
            objects.insert(request.path.clone(), request.body.clone());
            ("200 OK", vec![])
        }
        _ => match objects.get(&request.path) {
            None => ("404 Not Found", vec![]),
            Some(bytes) if mood == Mood::Forging => ("200 OK", vec![b'x'; bytes.len()]),
            Some(bytes) => ("200 OK", bytes.clone()),
        },
    }
}

fn respond(
    mut stream: &TcpStream,
    request: &Request,
    status: &str,
    body: &[u8],
    mood: Mood,
) -> std::io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\netag: \"e\"\r\n\
         last-modified: Sat, 21 Nov 2026 10:00:00 GMT\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    match request.method.as_str() {
        "HEAD" => Ok(()),
        _ if mood == Mood::Truncating => stream.write_all(&body[..body.len() / 2]),
        _ => stream.write_all(body),
    }
}
