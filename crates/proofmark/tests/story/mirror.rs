//! A mirror of feeds on loopback that answers as a story tells it to.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use zip::write::SimpleFileOptions;

/// How a path is answered.
#[derive(Clone)]
pub(crate) enum Says {
    /// These bytes under this entity tag; 304 to whoever has them, the rest to whoever has a beginning.
    File(Vec<u8>, String),
    /// The head of a whole with only this many of its bytes, and then nothing.
    Half(Vec<u8>, String, usize),
    /// The same, but the line is held open.
    Stall(Vec<u8>, usize),
    /// This head, verbatim.
    Head(&'static str),
}

/// A mirror.
pub(crate) struct Mirror {
    port: u16,
    says: Arc<Mutex<BTreeMap<String, Vec<Says>>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Mirror {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let says: Arc<Mutex<BTreeMap<String, Vec<Says>>>> = Arc::default();
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (answers, known) = (Arc::clone(&says), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answers, known) = (Arc::clone(&answers), Arc::clone(&known));
                thread::spawn(move || answer(stream, &answers, &known));
            }
        });
        Self { port, says, asked }
    }

    /// The address of a folder.
    pub(crate) fn url(&self, folder: &str) -> String {
        format!("{}/{folder}/", self.origin())
    }

    /// Its address without a path.
    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on a path is answered so: first with the first, in the end always with the last.
    pub(crate) fn says(&self, path: &str, answers: &[Says]) {
        self.says.lock().unwrap().insert(path.to_owned(), answers.to_vec());
    }

    /// A file, whose tag follows from what is in it.
    pub(crate) fn has(&self, path: &str, bytes: &[u8]) {
        self.says(path, &[file(bytes)]);
    }

    /// What was asked since the last time: paths, with `+` before those asked from some place on.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }

    /// A folder as OSV.dev exports it, of these records.
    pub(crate) fn exports(&self, folder: &str, records: &[(&str, &str, String)]) {
        let mut list: Vec<String> =
            records.iter().map(|(id, modified, _)| format!("{modified},{id}\n")).collect();
        list.sort_by(|one, other| other.cmp(one));
        self.has(&format!("/{folder}/modified_id.csv"), list.concat().as_bytes());
        self.has(&format!("/{folder}/all.zip"), &zip_of(records));
        for (id, _, record) in records {
            self.has(&format!("/{folder}/{id}.json"), record.as_bytes());
        }
    }
}

/// A file, whose tag follows from what is in it.
pub(crate) fn file(bytes: &[u8]) -> Says {
    Says::File(bytes.to_vec(), format!("\"{}\"", proofmark_facts::Sha256::of(bytes)))
}

/// An OSV record of the crate `lamp`, fixed in this version.
pub(crate) fn record(id: &str, modified: &str, fixed: &str) -> String {
    format!(
        r#"{{"schema_version":"1.6.0","id":"{id}","modified":"{modified}","affected":[{{"package":{{"ecosystem":"crates.io","name":"lamp"}},"ranges":[{{"type":"SEMVER","events":[{{"introduced":"0"}},{{"fixed":"{fixed}"}}]}}]}}]}}"#
    )
}

/// The records in an archive.
pub(crate) fn zip_of(records: &[(&str, &str, String)]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (id, _, record) in records {
        out.start_file(format!("{id}.json"), SimpleFileOptions::default()).unwrap();
        out.write_all(record.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// These files in an archive.
pub(crate) fn zip_of_files(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Bytes packed by gzip.
pub(crate) fn gzip_of(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn answer(
    mut stream: TcpStream,
    answers: &Mutex<BTreeMap<String, Vec<Says>>>,
    known: &Mutex<Vec<String>>,
) -> Option<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).ok()?;
    let path = head.split(' ').nth(1)?.to_owned();
    let header = |name: &str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
    };
    let from =
        header("range").and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok());
    let from: usize = from.unwrap_or(0);
    known.lock().unwrap().push(format!("{}{path}", if from > 0 { "+" } else { "" }));
    let says = {
        let mut answers = answers.lock().unwrap();
        let queue = answers.get_mut(&path);
        queue.map(|queue| if queue.len() > 1 { queue.remove(0) } else { queue[0].clone() })
    };
    let not_found = Says::Head("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    let whole = |bytes: &[u8], tag: &str| {
        format!("HTTP/1.1 200 OK\r\nETag: {tag}\r\nContent-Length: {}\r\n\r\n", bytes.len())
    };
    match says.unwrap_or(not_found) {
        Says::Head(head) => stream.write_all(head.as_bytes()).ok()?,
        Says::File(_, tag) if header("if-none-match").as_ref() == Some(&tag) => {
            stream.write_all(b"HTTP/1.1 304 Not Modified\r\n\r\n").ok()?;
        }
        Says::File(bytes, tag) if from > 0 && header("if-range").as_ref() == Some(&tag) => {
            let (last, length) = (bytes.len() - 1, bytes.len());
            let head = format!(
                "HTTP/1.1 206 Partial Content\r\nETag: {tag}\r\nContent-Range: bytes {from}-{last}/{length}\r\n\
                 Content-Length: {}\r\n\r\n",
                length - from
            );
            stream.write_all(head.as_bytes()).ok()?;
            stream.write_all(&bytes[from..]).ok()?;
        }
        Says::File(bytes, tag) => {
            stream.write_all(whole(&bytes, &tag).as_bytes()).ok()?;
            stream.write_all(&bytes).ok()?;
        }
        Says::Half(bytes, tag, count) => {
            stream.write_all(whole(&bytes, &tag).as_bytes()).ok()?;
            stream.write_all(&bytes[..count]).ok()?;
        }
        Says::Stall(bytes, count) => {
            stream.write_all(whole(&bytes, "\"stall\"").as_bytes()).ok()?;
            stream.write_all(&bytes[..count]).ok()?;
            stream.flush().ok()?;
            thread::sleep(Duration::from_secs(20));
        }
    }
    stream.flush().ok()
}
