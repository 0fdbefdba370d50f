//! The host check: a page somewhere else whose name suddenly leads here (DNS rebinding) is not answered.

use std::net::IpAddr;

use proofmark_text::text;

use crate::options::Opening;
use crate::refusal::Refusal;

/// Whether this is a name we answer to.
pub(crate) fn host_is_ours(host: Option<&str>, opening: &Opening) -> Result<(), Refusal> {
    let name = host.map(without_port).unwrap_or_default().to_ascii_lowercase();
    let ours = name == "localhost"
        || opening.hosts.iter().any(|known| known.eq_ignore_ascii_case(&name))
        || name.trim_matches(['[', ']']).parse().is_ok_and(|address| is_our_address(address, opening));
    if ours { Ok(()) } else { Err(Refusal::new(421, text!("web-wrong-host", host = name))) }
}

/// Who asks by address was led here by no name; where one address is listened on, it must be that one.
fn is_our_address(address: IpAddr, opening: &Opening) -> bool {
    let listens = opening.listen.ip();
    address.is_loopback() || listens.is_unspecified() || address.to_canonical() == listens.to_canonical()
}

/// The host without its port.
pub(crate) fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_we_were_told_and_loopback_are_ours() {
        let opening = Opening { hosts: vec!["proofmark.example.eu".into()], ..Opening::default() };
        for (host, ours) in [
            (Some("localhost:8417"), true),
            (Some("127.0.0.1:8417"), true),
            (Some("[::1]:8417"), true),
            (Some("Proofmark.Example.EU"), true),
            (Some("proofmark.example.eu.evil.example"), false),
            (Some("evil.example:8417"), false),
            (Some("192.0.2.7"), false),
            (Some(""), false),
            (None, false),
        ] {
            assert_eq!(host_is_ours(host, &opening).is_ok(), ours, "{host:?}");
        }
    }

    #[test]
    fn where_every_address_is_listened_on_an_address_is_enough() {
        let opening = Opening { listen: "0.0.0.0:443".parse().unwrap(), ..Opening::default() };
        assert!(host_is_ours(Some("192.0.2.7"), &opening).is_ok());
        assert!(host_is_ours(Some("evil.example"), &opening).is_err());
    }
}
