//! One request and its answer, written on a socket by hand: nothing here is politer than it has to be.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// What is waited for an answer at most.
const PATIENCE: Duration = Duration::from_mins(1);

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    /// Every cookie it sets, as a browser sends them back.
    pub(crate) fn cookies(&self) -> Vec<String> {
        let set = |line: &str| {
            let (name, value) = line.split_once(':')?;
            let pair = value.trim().split(';').next()?.to_owned();
            name.eq_ignore_ascii_case("set-cookie").then_some(pair)
        };
        self.head.lines().filter_map(set).collect()
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The stable code of a refusal.
    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Reads one from what was received until the other side had said everything.
    pub(crate) fn read(received: &[u8]) -> Self {
        let received = String::from_utf8_lossy(received);
        let (head, body) = received.split_once("\r\n\r\n").unwrap_or((&received, ""));
        let status = head.split_whitespace().nth(1).and_then(|code| code.parse().ok());
        Self { status: status.unwrap_or_default(), head: head.to_owned(), body: body.to_owned() }
    }
}

/// Sends a request, and reads until the connection is closed.
pub(crate) fn send(
    to: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(to)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let more: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {to}\r\nconnection: close\r\n{}content-length: {}\r\n\r\n",
        more.concat(),
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    // Whoever is refused early may find the door closed while still talking; the answer is there all the same.
    let _ = stream.write_all(body);
    let mut received = Vec::new();
    match stream.read_to_end(&mut received) {
        Err(error) if received.is_empty() => Err(error),
        _ => Ok(Answer::read(&received)),
    }
}

/// Fields as a form sends them.
pub(crate) fn form(fields: &[(&str, &str)]) -> Vec<u8> {
    let encoded = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    pairs.collect::<Vec<_>>().join("&").into_bytes()
}

/// Files as a form sends them: field, name, bytes. The content type belongs to it.
pub(crate) fn files(parts: &[(&str, &str, &[u8])]) -> (String, Vec<u8>) {
    const BOUNDARY: &str = "a-line-nobody-else-writes";
    let mut body = Vec::new();
    for (field, name, bytes) in parts {
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}
