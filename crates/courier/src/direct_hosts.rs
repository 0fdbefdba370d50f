//! Hosts that are reached directly although there is a proxy: what stands in `NO_PROXY`.

use std::net::IpAddr;

use crate::network::Network;

/// Hosts that are reached past a proxy. Nothing says how `NO_PROXY` is read but what programs have in common: names
/// with all below them, addresses, networks, and `*` for everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DirectHosts {
    names: Vec<String>,
    networks: Vec<Network>,
    every: bool,
}

impl DirectHosts {
    /// Reads a list with commas or spaces between; what is neither a name nor a network is passed over.
    pub fn of(list: &str) -> Self {
        let mut hosts = Self::default();
        for written in list.split([',', ' ']).map(str::trim).filter(|written| !written.is_empty()) {
            if written == "*" {
                hosts.every = true;
            } else if let Ok(network) = written.trim_matches(['[', ']']).parse() {
                hosts.networks.push(network);
            } else {
                let name = written.trim_start_matches('*').trim_matches('.').to_ascii_lowercase();
                hosts.names.extend((!name.is_empty()).then_some(name));
            }
        }
        hosts
    }

    /// Whether this host, as a URL writes it, is reached directly.
    pub fn holds(&self, host: &str) -> bool {
        if self.every {
            return true;
        }
        let host = host.trim_matches(['[', ']']).trim_end_matches('.').to_ascii_lowercase();
        if let Ok(address) = host.parse::<IpAddr>() {
            return self.networks.iter().any(|network| network.holds(address));
        }
        let below = |name: &String| host.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with('.'));
        self.names.iter().any(|name| host == *name || below(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_what_is_below_them_and_networks_their_addresses() {
        let hosts = DirectHosts::of("example.eu, .internal *.house 10.0.0.0/8,[fd00::1] ,,");
        for host in ["example.eu", "A.EXAMPLE.EU.", "db.internal", "x.house", "10.1.2.3", "[fd00::1]"] {
            assert!(hosts.holds(host), "{host}");
        }
        for host in ["badexample.eu", "example.eu.evil.org", "11.0.0.1", "fd00::2", "eu"] {
            assert!(!hosts.holds(host), "{host}");
        }
        assert!(DirectHosts::of("*").holds("anything.example"));
        assert!(!DirectHosts::of("").holds("anything.example"));
    }
}
