//! A client that costs little: one connection kept open, requests written and answers read as they are.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An answer.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: String,
    /// The session's cookie, where one was set.
    pub(crate) cookie: Option<String>,
    pub(crate) body: Vec<u8>,
}

/// A connection, opened when it is needed.
pub(crate) struct Client {
    address: SocketAddr,
    /// Headers of every request.
    pub(crate) headers: String,
    open: Option<BufReader<TcpStream>>,
}

impl Client {
    pub(crate) fn new(address: SocketAddr, headers: &str) -> Self {
        Self { address, headers: headers.to_owned(), open: None }
    }

    /// Reads.
    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), "", &[])
    }

    /// Sends a form.
    pub(crate) fn post(&mut self, path: &str, body: &str) -> Answer {
        let headers = "content-type: application/x-www-form-urlencoded\r\n";
        self.ask(&format!("POST {path}"), headers, body.as_bytes())
    }

    /// Asks; a connection that was closed meanwhile is opened anew, once.
    pub(crate) fn ask(&mut self, what: &str, more: &str, body: &[u8]) -> Answer {
        let fresh = self.open.is_none();
        match self.try_once(what, more, body) {
            Ok(answer) => answer,
            Err(error) if fresh => panic!("{what}: {error}"),
            Err(_) => {
                self.open = None;
                self.try_once(what, more, body).unwrap_or_else(|error| panic!("{what}: {error}"))
            }
        }
    }

    /// The same, saying what went wrong.
    pub(crate) fn try_once(&mut self, what: &str, more: &str, body: &[u8]) -> std::io::Result<Answer> {
        let stream = if let Some(stream) = &mut self.open {
            stream
        } else {
            let stream = TcpStream::connect(self.address)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(Duration::from_mins(1)))?;
            self.open.insert(BufReader::with_capacity(64 * 1024, stream))
        };
        let head = format!(
            "{what} HTTP/1.1\r\nhost: {}\r\n{}{more}content-length: {}\r\n\r\n",
            self.address,
            self.headers,
            body.len()
        );
        let socket = stream.get_mut();
        socket.write_all(&[head.as_bytes(), if body.len() < 64 * 1024 { body } else { &[] }].concat())?;
        if body.len() >= 64 * 1024 {
            socket.write_all(body)?;
        }
        read(stream)
    }
}

fn read(stream: &mut BufReader<TcpStream>) -> std::io::Result<Answer> {
    let mut answer = Answer::default();
    let (mut length, mut chunked) = (0, false);
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    answer.status = status.ok_or(std::io::ErrorKind::UnexpectedEof)?;
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().unwrap(),
            "transfer-encoding" => chunked = true,
            "location" => value.clone_into(&mut answer.location),
            "set-cookie" if value.contains("session") => {
                answer.cookie = value.split(';').next().map(str::to_owned);
            }
            _ => {}
        }
    }
    if !chunked {
        answer.body.resize(length, 0);
        stream.read_exact(&mut answer.body)?;
        return Ok(answer);
    }
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let size = usize::from_str_radix(line.trim(), 16).unwrap();
        let start = answer.body.len();
        answer.body.resize(start + size, 0);
        stream.read_exact(&mut answer.body[start..])?;
        line.clear();
        stream.read_line(&mut line)?;
        if size == 0 {
            return Ok(answer);
        }
    }
}
