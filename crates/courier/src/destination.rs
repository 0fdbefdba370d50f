//! Where an errand may go: a URL whose form is held against rules before anything is resolved or connected.

use std::net::{IpAddr, Ipv4Addr};

use proofmark_text::text;
use reqwest::Url;

use crate::network::AllowedNetworks;
use crate::trouble::CourierError;

/// The longest URL that is taken: what every server and proxy in use can read.
const MAX_URL_BYTES: usize = 2048;

/// The longest name of a host, in bytes (RFC 1035 section 2.3.4, without the root's empty label).
const LONGEST_HOST: usize = 253;

/// Ports above 1023 at which something other than HTTP is known to listen: those the Fetch standard blocks
/// (section 2.9, "port blocking"), and databases and caches that would take an HTTP request for commands.
const FOREIGN_PORTS: &[u16] = &[
    1433, 1521, 1719, 1720, 1723, 2049, 2375, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432,
    5672, 5900, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042, 10080, 10250, 11211, 27017,
];

/// A URL an errand may be sent to, as far as its form says. Its addresses are checked when it is connected.
#[derive(Clone, PartialEq, Eq)]
pub struct Destination {
    url: Url,
}

impl Destination {
    /// Reads a URL: `http` or `https`, no credentials in it, a port at which HTTP may be expected.
    ///
    /// Written forms of an address (`0x7f.1`, `2130706433`) become the address they mean.
    pub fn parse(written: &str) -> Result<Self, CourierError> {
        let unreadable = || CourierError::barred(text!("courier-url-unreadable"));
        if written.len() > MAX_URL_BYTES || written.chars().any(|letter| letter.is_control() || letter == ' ')
        {
            return Err(unreadable());
        }
        let mut url: Url = written.parse().map_err(|_| unreadable())?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(CourierError::barred(text!("courier-url-scheme", scheme = url.scheme())));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(CourierError::barred(text!("courier-url-credentials")));
        }
        // Letters outside ASCII grow when they are written for the wire: what is too long then was too long before.
        let unfit = |host: &str| host.is_empty() || host.len() > LONGEST_HOST;
        if url.as_str().len() > MAX_URL_BYTES || url.host_str().is_none_or(unfit) {
            return Err(unreadable());
        }
        let port = url.port_or_known_default().unwrap_or_default();
        if !matches!(port, 80 | 443) && (port < 1024 || FOREIGN_PORTS.contains(&port)) {
            return Err(CourierError::barred(text!("courier-url-port", port = u32::from(port))));
        }
        url.set_fragment(None);
        Ok(Self { url })
    }

    /// Where a redirect from here leads (RFC 9110 section 10.2.2). From `https` it never leads to `http`.
    pub(crate) fn redirected(&self, location: &str) -> Result<Self, CourierError> {
        let next = self.url.join(location).map_err(|_| {
            CourierError::broken(text!("courier-redirect-unreadable", origin = self.origin()))
        })?;
        let next = Self::parse(next.as_str())?;
        if self.url.scheme() == "https" && next.url.scheme() == "http" {
            return Err(CourierError::barred(text!("courier-redirect-to-plain", origin = self.origin())));
        }
        Ok(next)
    }

    /// Refuses a host that is written as an address and barred, or by the name every machine has for itself. Other names are
    /// checked when they are resolved.
    pub(crate) fn check_literal(&self, allowed: &AllowedNetworks) -> Result<(), CourierError> {
        let own = self.is_this_machine().then_some(IpAddr::V4(Ipv4Addr::LOCALHOST));
        let Some(address) = self.literal().or(own) else { return Ok(()) };
        allowed.bars(address).map_or(Ok(()), |why| Err(barred(&self.host(), why.says())))
    }

    /// Refuses a name that stays inside a house: for when a proxy resolves it, where nobody checks the address.
    pub(crate) fn check_name(&self) -> Result<(), CourierError> {
        let host = self.host();
        let host = host.trim_end_matches('.');
        let inside = ["localhost", "local", "internal", "home.arpa"];
        let is_inside = |end: &&str| *host == **end || host.ends_with(&format!(".{end}"));
        if self.literal().is_none() && (!host.contains('.') || inside.iter().any(is_inside)) {
            return Err(barred(host, text!("courier-network-private")));
        }
        Ok(())
    }

    /// Scheme, host and port: what of a URL may be said aloud.
    pub fn origin(&self) -> String {
        self.url.origin().ascii_serialization()
    }

    /// Whether it is this machine itself, by an address or by the name every machine has for itself (RFC 6761
    /// section 6.3).
    pub fn is_this_machine(&self) -> bool {
        let host = self.host();
        let host = host.trim_end_matches('.');
        let named = host == "localhost" || host.ends_with(".localhost");
        named || self.literal().is_some_and(|address| address.to_canonical().is_loopback())
    }

    /// Whether it is written as the address of another machine.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.literal().is_some_and(|address| !address.to_canonical().is_loopback())
    }

    /// Whether it is reached through TLS.
    pub fn is_secure(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// The whole URL, which may hold secrets.
    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// The host, as a URL writes it.
    pub(crate) fn host(&self) -> String {
        self.url.host_str().unwrap_or_default().to_owned()
    }

    fn literal(&self) -> Option<IpAddr> {
        self.url.host_str()?.trim_start_matches('[').trim_end_matches(']').parse().ok()
    }
}

/// Shows the origin alone.
impl std::fmt::Debug for Destination {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_tuple("Destination").field(&self.origin()).finish()
    }
}

/// Says that a host is barred and why.
pub(crate) fn barred(host: &str, why: proofmark_text::Text) -> CourierError {
    CourierError::barred(text!("courier-barred", host = host, why = why))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refusal(written: &str) -> &'static str {
        let found = Destination::parse(written)
            .and_then(|destination| destination.check_literal(&AllowedNetworks::default()));
        found.expect_err(written).says.id()
    }

    #[test]
    fn urls_of_the_public_web_are_taken() {
        for (written, origin) in [
            ("https://example.com/hooks?key=secret#part", "https://example.com"),
            ("http://EXAMPLE.com:8080/", "http://example.com:8080"),
            ("https://bücher.example/", "https://xn--bcher-kva.example"),
            ("https://8.8.8.8/", "https://8.8.8.8"),
        ] {
            let destination = Destination::parse(written).unwrap();
            assert_eq!(destination.origin(), origin);
            assert!(destination.check_literal(&AllowedNetworks::default()).is_ok());
        }
    }

    #[test]
    fn no_host_is_longer_than_names_are_and_no_address_grows_beyond_the_limit() {
        let host = |letters: usize| format!("https://{}/", "a".repeat(letters));
        assert!(Destination::parse(&host(LONGEST_HOST)).is_ok());
        assert_eq!(refusal(&host(LONGEST_HOST + 1)), "courier-url-unreadable");
        // Short as it is typed, too long as it is sent: its origin would be no address any more.
        assert_eq!(refusal(&format!("https:{}", "\"ä".repeat(600))), "courier-url-unreadable");
        assert_eq!(refusal(&format!("https://example.com/{}", "ä".repeat(900))), "courier-url-unreadable");
    }

    #[test]
    fn every_other_form_is_refused_with_its_reason() {
        for (written, id) in [
            ("", "courier-url-unreadable"),
            ("example.com", "courier-url-unreadable"),
            ("https://", "courier-url-unreadable"),
            ("https://exa mple.com/", "courier-url-unreadable"),
            ("https://example.com/\r\nHost: x", "courier-url-unreadable"),
            ("file:///etc/passwd", "courier-url-scheme"),
            ("gopher://example.com/", "courier-url-scheme"),
            ("javascript:alert(1)", "courier-url-scheme"),
            ("https://user@example.com/", "courier-url-credentials"),
            ("https://:word@example.com/", "courier-url-credentials"),
            ("https://example.com:25/", "courier-url-port"),
            ("https://example.com:22/", "courier-url-port"),
            ("http://example.com:6379/", "courier-url-port"),
            ("http://example.com:0/", "courier-url-port"),
            ("http://127.0.0.1/", "courier-barred"),
            ("http://localhost/", "courier-barred"),
            ("http://db.LOCALHOST./", "courier-barred"),
            ("http://0x7f.1/", "courier-barred"),
            ("http://2130706433/", "courier-barred"),
            ("http://017700000001/", "courier-barred"),
            ("http://[::1]/", "courier-barred"),
            ("http://[::ffff:10.0.0.1]/", "courier-barred"),
            ("http://169.254.169.254/latest/meta-data", "courier-barred"),
            ("http://①②⑦.0.0.1/", "courier-barred"),
        ] {
            assert_eq!(refusal(written), id, "{written}");
        }
        assert_eq!(
            refusal(&format!("https://example.com/{}", "a".repeat(MAX_URL_BYTES))),
            "courier-url-unreadable"
        );
    }

    #[test]
    fn a_redirect_never_leaves_tls_nor_the_rules() {
        let from = Destination::parse("https://example.com/a/b?c").unwrap();
        let to = |location| from.redirected(location);
        assert_eq!(to("../d").unwrap().url().as_str(), "https://example.com/d");
        assert_eq!(to("//other.example/").unwrap().origin(), "https://other.example");
        assert_eq!(to("http://example.com/").unwrap_err().says.id(), "courier-redirect-to-plain");
        assert_eq!(to("ftp://example.com/").unwrap_err().says.id(), "courier-url-scheme");
        assert_eq!(to("https://example.com:25/").unwrap_err().says.id(), "courier-url-port");
        let plain = Destination::parse("http://example.com/").unwrap();
        assert!(plain.redirected("https://example.com/").is_ok());
    }

    #[test]
    fn behind_a_proxy_names_of_the_house_are_refused() {
        for name in
            ["localhost", "LOCALHOST.", "db.localhost", "metadata.google.internal", "printer.local", "db"]
        {
            let destination = Destination::parse(&format!("http://{name}/")).unwrap();
            assert!(destination.check_name().is_err(), "{name}");
        }
        assert!(Destination::parse("https://example.com/").unwrap().check_name().is_ok());
    }

    #[test]
    fn a_destination_shows_no_path() {
        let shown = format!("{:?}", Destination::parse("https://example.com/T0/secret?k=v").unwrap());
        assert_eq!(shown, "Destination(\"https://example.com\")");
    }

    proptest! {
        #[test]
        fn whatever_is_taken_is_http_without_credentials(written in "(https?|ftp)://[a-z0-9.@:\\[\\]/%#?-]{0,40}") {
            if let Ok(destination) = Destination::parse(&written) {
                let url = destination.url();
                prop_assert!(matches!(url.scheme(), "http" | "https"));
                prop_assert!(url.username().is_empty() && url.password().is_none());
                prop_assert!(url.fragment().is_none());
            }
        }
    }

    #[test]
    fn only_this_machine_is_this_machine() {
        for (url, is) in [
            ("http://127.0.0.1:8417", true),
            ("http://127.9.9.9:8417", true),
            ("http://[::1]:8417", true),
            ("http://[::ffff:127.0.0.1]:8417", true),
            ("http://localhost:8417", true),
            ("http://LOCALHOST:8417", true),
            ("http://2130706433:8417", true),
            ("http://localhost.example.eu", false),
            ("http://127.0.0.1.example.eu", false),
            ("http://10.0.0.1", false),
            ("http://0.0.0.0:8417", false),
            ("http://proofmark.example.eu", false),
        ] {
            assert_eq!(Destination::parse(url).unwrap().is_this_machine(), is, "{url}");
        }
    }
}
