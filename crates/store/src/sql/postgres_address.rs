//! Where a PostgreSQL database is and how it is spoken to: read from a `postgres://` address.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use proofmark_facts::KeepError;
use proofmark_text::text;

use crate::error;
use crate::percent::unescaped;

/// How long connecting may take, where the address says nothing else.
const CONNECT: Duration = Duration::from_secs(5);

/// How long a server may leave sent bytes unacknowledged before the connection counts as gone.
const SILENCE: Duration = Duration::from_secs(20);

/// The address of a PostgreSQL database. Its password is shown to nobody.
#[derive(Clone)]
pub(crate) struct PostgresAddress {
    /// All that the driver needs.
    pub(crate) config: postgres::Config,
    /// Hosts and ports, as errors name them.
    pub(crate) shown: String,
    /// Whether the connection is encrypted; then the server's certificate is always verified.
    pub(crate) encrypted: bool,
    /// A file of certificates to trust instead of the system's (`sslrootcert`).
    pub(crate) trusted: Option<PathBuf>,
}

impl PostgresAddress {
    /// Reads `postgres://user:password@host:port/database?sslmode=…&sslrootcert=…`.
    ///
    /// `sslmode` is `disable`, `prefer`, `require`, `verify-ca` or `verify-full`. The last three are one here: the
    /// certificate is verified, its name too. Without `sslmode`, and with `prefer`, a server on this machine is spoken to
    /// plainly and any other one under TLS: nothing falls back to plain by itself.
    pub(crate) fn parse(url: &str) -> Result<Self, KeepError> {
        let (base, query) = url.split_once('?').unwrap_or((url, ""));
        let mut left = Vec::new();
        let (mut mode, mut trusted) = (None, None);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("sslmode", word)) => mode = Some(word),
                Some(("sslrootcert", path)) => trusted = Some(PathBuf::from(unescaped(path))),
                _ => left.push(pair),
            }
        }
        let url = if left.is_empty() { base.to_owned() } else { format!("{base}?{}", left.join("&")) };
        let mut config: postgres::Config =
            url.parse().map_err(|e: postgres::Error| unreadable(&e.to_string()))?;
        let encrypted = match mode {
            Some("require" | "verify-ca" | "verify-full") => true,
            Some("disable") => false,
            None | Some("prefer") => !is_local(&config),
            Some(other) => return Err(unreadable(&format!("unknown sslmode `{other}`"))),
        };
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(unreadable("no host"));
        }
        settle(&mut config, encrypted);
        let shown = shown(&config);
        Ok(Self { config, shown, encrypted, trusted })
    }
}

impl fmt::Debug for PostgresAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("PostgresAddress")
            .field("server", &self.shown)
            .field("encrypted", &self.encrypted)
            .finish_non_exhaustive()
    }
}

/// What the address leaves open. A server that went away without a word must be noticed.
fn settle(config: &mut postgres::Config, encrypted: bool) {
    config.ssl_mode(if encrypted { SslMode::Require } else { SslMode::Disable });
    config.keepalives(true).keepalives_idle(SILENCE).keepalives_interval(Duration::from_secs(5));
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(SILENCE);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECT);
    }
    if config.get_application_name().is_none() {
        config.application_name("proofmark");
    }
}

/// A socket file or a loopback address: nobody on a network listens.
fn is_local(config: &postgres::Config) -> bool {
    let local_host = |host: &Host| match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    };
    config.get_hosts().iter().all(local_host) && config.get_hostaddrs().iter().all(IpAddr::is_loopback)
}

fn shown(config: &postgres::Config) -> String {
    let port = |place: usize| {
        let ports = config.get_ports();
        ports.get(place).or_else(|| ports.first()).copied().unwrap_or(5432)
    };
    let host = |(place, host): (usize, &Host)| match host {
        Host::Tcp(name) => format!("{name}:{}", port(place)),
        #[cfg(unix)]
        Host::Unix(path) => format!("{}:{}", path.display(), port(place)),
    };
    let hosts: Vec<String> = config.get_hosts().iter().enumerate().map(host).collect();
    let addresses = config.get_hostaddrs().iter().enumerate();
    let addresses: Vec<String> = addresses.map(|(place, ip)| format!("{ip}:{}", port(place))).collect();
    if hosts.is_empty() { addresses.join(", ") } else { hosts.join(", ") }
}

/// Says what is wrong with the address, never the address itself: it may hold a password.
fn unreadable(why: &str) -> KeepError {
    error::hindrance(text!("store-address-unreadable", error = why))
}

#[cfg(test)]
mod tests {
    use super::PostgresAddress;

    fn encrypted(url: &str) -> bool {
        PostgresAddress::parse(url).unwrap().encrypted
    }

    #[test]
    fn nothing_is_plain_beyond_this_machine_unless_somebody_says_so() {
        assert!(!encrypted("postgres://a@localhost/b"));
        assert!(!encrypted("postgres://a@127.0.0.1:5433/b"));
        assert!(!encrypted("postgres://a@[::1]/b?sslmode=prefer"));
        assert!(!encrypted("postgres:///b?host=/run/postgresql"));
        assert!(encrypted("postgres://a@db.example/b"));
        assert!(encrypted("postgres://a@db.example/b?sslmode=prefer"));
        assert!(encrypted("postgres://a@localhost,db.example/b"));
        assert!(encrypted("postgres://a@localhost/b?sslmode=verify-full"));
        assert!(!encrypted("postgres://a@db.example/b?sslmode=disable"));
    }

    #[test]
    fn hosts_are_shown_and_passwords_are_not() {
        let address = PostgresAddress::parse("postgres://anna:s3cret@db.example:6432/pm").unwrap();
        assert_eq!(address.shown, "db.example:6432");
        assert!(!format!("{address:?}").contains("s3cret"));
        for wrong in ["postgres://anna:s3cret@db.example:port/pm", "postgres://:s3cret@h/d?sslmode=s3cret2"] {
            let said = PostgresAddress::parse(wrong).unwrap_err().to_string();
            assert!(!said.contains("s3cret@"), "{said}");
        }
    }

    #[test]
    fn the_file_of_trusted_certificates_is_read_escaped_or_not() {
        let address = PostgresAddress::parse("postgres://h/d?sslrootcert=%2Fetc%2Fca.pem&sslmode=require");
        assert_eq!(address.unwrap().trusted.unwrap().to_str(), Some("/etc/ca.pem"));
    }
}
