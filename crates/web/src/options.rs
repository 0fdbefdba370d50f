//! How the window is opened: where it listens, under which names, behind what.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::room::Room;

/// What `proofmark serve` is told about listening.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Certificate chain and key in PEM: with them it speaks TLS itself.
    pub tls: Option<TlsFiles>,
    /// Something in front speaks TLS, so cookies are marked for it and the address it names is believed where trusted.
    pub behind_tls_proxy: bool,
    /// The names it answers to, beside loopback and the address it listens on.
    pub hosts: Vec<String>,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// How many requests a minute one address or token may make.
    pub requests_a_minute: u32,
    /// The memory that work on large releases may take together; what would take more waits, or works alone. The worker's jobs
    /// take from the same.
    pub room: Arc<Room>,
    /// How long a request waits for its part of it.
    pub patience: Duration,
    /// Whether anybody may read the ledger's lines; its hashes and checkpoints are public either way.
    pub open_ledger: bool,
}

/// Where certificate and key lie. They are read again when they change.
#[derive(Debug, Clone)]
pub struct TlsFiles {
    /// The certificate chain.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

impl Opening {
    /// What work on large releases may take together unless it is said otherwise, in bytes: 512 MiB.
    pub const WORK_MEMORY: u64 = 512 << 20;

    /// How long a request waits for its part of it unless it is said otherwise.
    pub const PATIENCE: Duration = Duration::from_secs(45);

    /// Whether what browsers see is encrypted.
    pub fn is_secure(&self) -> bool {
        self.tls.is_some() || self.behind_tls_proxy
    }

    /// Whether passwords would cross a network in the clear.
    pub fn is_exposed(&self) -> bool {
        !self.is_secure() && !self.listen.ip().is_loopback()
    }
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8417)),
            tls: None,
            behind_tls_proxy: false,
            hosts: Vec::new(),
            trusted_proxies: Vec::new(),
            requests_a_minute: 6000,
            room: Room::of(Self::WORK_MEMORY),
            patience: Self::PATIENCE,
            open_ledger: false,
        }
    }
}
