//! Servers on loopback that answer as a test tells them to, well or badly.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use proofmark_courier::{AllowedNetworks, Courier, Lookup, Outfit};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// The authority whose certificates the test servers bear.
pub(crate) const AUTHORITY: &[u8] = include_bytes!("../certificates/authority.pem");

/// A stream in the clear or under TLS.
pub(crate) trait Stream: Read + Write {}

impl<T: Read + Write> Stream for T {}

/// What a server was asked.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// Request line and headers.
    pub(crate) head: String,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The path it asked for.
    pub(crate) fn path(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }
}

/// A server that runs until the test ends.
pub(crate) struct Server {
    /// Where it listens.
    pub(crate) port: u16,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// A server in the clear.
    pub(crate) fn plain(
        answer: impl Fn(&Request, &mut dyn Stream) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self::start(answer, None)
    }

    /// A server with this certificate.
    pub(crate) fn secure(
        certificate: &[u8],
        answer: impl Fn(&Request, &mut dyn Stream) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self::start(answer, Some(tls(certificate)))
    }

    /// A server that gives everybody the same.
    pub(crate) fn saying(answer: &'static str) -> Self {
        Self::plain(move |_, out| out.write_all(answer.as_bytes()))
    }

    /// Its URL.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What it was asked so far.
    pub(crate) fn seen(&self) -> Vec<Request> {
        self.seen.lock().unwrap().clone()
    }

    fn start(
        answer: impl Fn(&Request, &mut dyn Stream) -> io::Result<()> + Send + Sync + 'static,
        tls: Option<Arc<ServerConfig>>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (kept, answer) = (Arc::clone(&seen), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (kept, answer, tls) = (Arc::clone(&kept), Arc::clone(&answer), tls.clone());
                thread::spawn(move || {
                    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
                    let mut stream: Box<dyn Stream> = match tls {
                        Some(config) => {
                            Box::new(StreamOwned::new(ServerConnection::new(config).unwrap(), stream))
                        }
                        None => Box::new(stream),
                    };
                    let Some(request) = read(&mut *stream) else { return };
                    kept.lock().unwrap().push(request.clone());
                    // The courier may hang up on a server that misbehaves: that is what it should do.
                    answer(&request, &mut *stream).and_then(|()| stream.flush()).unwrap_or_default();
                });
            }
        });
        Self { port, seen }
    }
}

/// A courier that may go to loopback, knows the test's authority and resolves names as told.
pub(crate) fn courier() -> Courier {
    Courier::new(&outfit(
        &["127.0.0.0/8"],
        &[("plain.example", &["127.0.0.1"]), ("tls.example", &["127.0.0.1"])],
    ))
    .unwrap()
}

/// An outfit with these networks allowed and these names known.
pub(crate) fn outfit(allowed: &[&str], names: &[(&str, &[&str])]) -> Outfit {
    let names = names.iter().map(|(name, addresses)| {
        ((*name).to_owned(), addresses.iter().map(|address| address.parse().unwrap()).collect())
    });
    Outfit {
        allowed: AllowedNetworks(allowed.iter().map(|network| network.parse().unwrap()).collect()),
        authorities: Some(AUTHORITY.to_vec()),
        lookup: Arc::new(Names(names.collect())),
        ..Outfit::plain("proofmark/test")
    }
}

/// Names a test made up.
struct Names(HashMap<String, Vec<IpAddr>>);

impl Lookup for Names {
    fn addresses(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        self.0.get(name).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

/// A TLS server's settings with this certificate and the key that belongs to all of the test's certificates.
pub(crate) fn tls(certificate: &[u8]) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("../certificates/server.key")).unwrap();
    let chain = vec![CertificateDer::from_pem_slice(certificate).unwrap()];
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let builder =
        ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(builder.with_no_client_auth().with_single_cert(chain, key).unwrap())
}

fn read(stream: &mut dyn Stream) -> Option<Request> {
    let mut bytes = Vec::new();
    let head = loop {
        let mut piece = [0; 1024];
        let count = stream.read(&mut piece).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&piece[..count]);
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let body = bytes.split_off(end + 4);
            let head = String::from_utf8(std::mem::replace(&mut bytes, body)).unwrap();
            break head;
        }
    };
    let mut request = Request { head, body: bytes };
    let length: usize = request.header("content-length").map_or(0, |value| value.parse().unwrap());
    while request.body.len() < length {
        let mut piece = [0; 1024];
        let count = stream.read(&mut piece).ok().filter(|count| *count > 0)?;
        request.body.extend_from_slice(&piece[..count]);
    }
    Some(request)
}
