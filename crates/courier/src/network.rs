//! Networks: which addresses are of the public internet, and which others somebody allowed by name.
//!
//! A server that fetches what strangers name can be made to fetch from its own neighbourhood (server-side request
//! forgery). So an address is barred unless the IANA special-purpose registries leave it to everybody.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use proofmark_text::{Text, text};

/// A network in CIDR form: an address and how many of its leading bits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

/// The networks that are not public but that whoever runs the installation allowed by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllowedNetworks(pub Vec<Network>);

/// Why an address is barred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    /// The machine itself (RFC 1122, RFC 4291), or no address at all.
    ThisMachine,
    /// A private network (RFC 1918, RFC 4193, RFC 6598).
    Private,
    /// The link itself, where clouds answer with their machines' credentials (RFC 3927, RFC 4291).
    LinkLocal,
    /// A cloud's metadata service at an address of its own.
    Metadata,
    /// More than one machine (RFC 5771, RFC 4291).
    Multicast,
    /// Set aside: documentation, benchmarking, protocol assignments, the future (RFC 6890).
    Reserved,
    /// An IPv4 address inside an IPv6 one, which no public name needs.
    Wrapped,
}

impl AllowedNetworks {
    /// Every network: for errands whose destination is named by the person who sends them, and by nobody else.
    pub fn every() -> Self {
        let whole = |address: IpAddr| Network { address, bits: 0 };
        Self(vec![whole(Ipv4Addr::UNSPECIFIED.into()), whole(Ipv6Addr::UNSPECIFIED.into())])
    }

    /// Why an errand may not go to this address; `None`: it may.
    pub fn bars(&self, address: IpAddr) -> Option<Barred> {
        let named = |address: IpAddr| self.0.iter().any(|network| network.holds(address));
        if named(address) {
            return None;
        }
        match address {
            IpAddr::V4(plain) => bars_v4(plain),
            IpAddr::V6(long) => match wrapped(long) {
                Some((plain, _)) if named(IpAddr::V4(plain)) => None,
                Some((plain, gateway)) => bars_v4(plain).or((!gateway).then_some(Barred::Wrapped)),
                None => bars_v6(long),
            },
        }
    }
}

impl Barred {
    /// The reason in words.
    pub fn says(self) -> Text {
        match self {
            Self::ThisMachine => text!("courier-network-this-machine"),
            Self::Private => text!("courier-network-private"),
            Self::LinkLocal => text!("courier-network-link-local"),
            Self::Metadata => text!("courier-network-metadata"),
            Self::Multicast => text!("courier-network-multicast"),
            Self::Reserved => text!("courier-network-reserved"),
            Self::Wrapped => text!("courier-network-wrapped"),
        }
    }
}

impl Network {
    /// Whether the address is one of this network's.
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let differing = u32::from(own) ^ u32::from(other);
                differing.leading_zeros() >= u32::from(self.bits)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let differing = u128::from(own) ^ u128::from(other);
                differing.leading_zeros() >= u32::from(self.bits)
            }
            _ => false,
        }
    }
}

/// `10.0.0.0/8`, `fd00::/8`, or a single address.
impl FromStr for Network {
    type Err = Text;

    fn from_str(written: &str) -> Result<Self, Text> {
        let unreadable = || text!("courier-network-unreadable", network = written);
        let (address, bits) = written.split_once('/').map_or((written, None), |(a, b)| (a, Some(b)));
        let address: IpAddr = address.parse().map_err(|_| unreadable())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits: u8 = bits.map_or(Ok(most), str::parse).map_err(|_| unreadable())?;
        if bits > most { Err(unreadable()) } else { Ok(Self { address, bits }) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.address, self.bits)
    }
}

/// The IANA IPv4 special-purpose address registry (RFC 6890), and what clouds put at public addresses.
fn bars_v4(address: Ipv4Addr) -> Option<Barred> {
    let [first, second, third, _] = address.octets();
    match (first, second, third) {
        (0 | 127, ..) => Some(Barred::ThisMachine),
        (10, ..) | (192, 168, _) => Some(Barred::Private),
        (172, second, _) if second & 0xf0 == 16 => Some(Barred::Private),
        // Shared by the customers of a carrier (RFC 6598).
        (100, second, _) if second & 0xc0 == 64 => Some(Barred::Private),
        (169, 254, _) => Some(Barred::LinkLocal),
        // Azure's host, at an address that looks like any other.
        (168, 63, 129) if address.octets()[3] == 16 => Some(Barred::Metadata),
        (192, 0, 0 | 2) | (192, 88, 99) | (198, 51, 100) | (203, 0, 113) | (198, 18 | 19, _) => {
            Some(Barred::Reserved)
        }
        (224..=239, ..) => Some(Barred::Multicast),
        (240..=255, ..) => Some(Barred::Reserved),
        _ => None,
    }
}

/// Only `2000::/3` is given out to everybody (RFC 4291 section 2.4), and of it the registry takes some back.
fn bars_v6(address: Ipv6Addr) -> Option<Barred> {
    let groups = address.segments();
    if address.is_loopback() || address.is_unspecified() {
        return Some(Barred::ThisMachine);
    }
    match groups[0] {
        first if first & 0xff00 == 0xff00 => Some(Barred::Multicast),
        first if first & 0xffc0 == 0xfe80 => Some(Barred::LinkLocal),
        first if first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfec0 => Some(Barred::Private),
        // 2001::/23 holds protocol assignments (Teredo, benchmarking, ORCHID); 2001:db8::/32 and 3fff::/20 examples.
        0x2001 if groups[1] < 0x0200 || groups[1] == 0x0db8 => Some(Barred::Reserved),
        0x3fff if groups[1] < 0x1000 => Some(Barred::Reserved),
        first if first & 0xe000 == 0x2000 => None,
        _ => Some(Barred::Reserved),
    }
}

/// The IPv4 address inside an IPv6 one, and whether it is a gateway's way to reach it that public names may have.
fn wrapped(address: Ipv6Addr) -> Option<(Ipv4Addr, bool)> {
    let groups = address.segments();
    let pair = |high: u16, low: u16| Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
    match groups {
        // NAT64 (RFC 6052): where there is no IPv4, every IPv4 server is reached so.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some((pair(high, low), true)),
        // IPv4-compatible (RFC 4291 section 2.5.5.1), which `::` and `::1` are not.
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => None,
        // That, IPv4-mapped (section 2.5.5.2), IPv4-translated (RFC 2765), and 6to4 (RFC 3056, put away by RFC 7526).
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low]
        | [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x2002, high, low, ..] => Some((pair(high, low), false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bars(address: &str) -> Option<Barred> {
        AllowedNetworks::default().bars(address.parse().unwrap())
    }

    #[test]
    fn whoever_names_the_destination_themselves_may_name_any() {
        for address in
            ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1", "8.8.8.8"]
        {
            assert_eq!(AllowedNetworks::every().bars(address.parse().unwrap()), None, "{address}");
        }
    }

    #[test]
    fn public_addresses_are_free() {
        for address in [
            "8.8.8.8",
            "1.1.1.1",
            "172.15.0.1",
            "172.32.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "168.63.129.17",
            "192.0.1.1",
            "198.17.0.1",
            "198.20.0.1",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2001:4860:4860::8888",
            "2001:200::1",
            "64:ff9b::8.8.8.8",
        ] {
            assert_eq!(bars(address), None, "{address}");
        }
    }

    #[test]
    fn every_range_that_is_not_for_everybody_is_barred() {
        use Barred::{LinkLocal, Metadata, Multicast, Private, Reserved, ThisMachine, Wrapped};
        for (address, why) in [
            ("0.0.0.0", ThisMachine),
            ("0.1.2.3", ThisMachine),
            ("127.0.0.1", ThisMachine),
            ("127.255.0.9", ThisMachine),
            ("::", ThisMachine),
            ("::1", ThisMachine),
            ("10.1.2.3", Private),
            ("172.16.0.1", Private),
            ("172.31.255.255", Private),
            ("192.168.0.1", Private),
            ("100.64.0.1", Private),
            ("100.100.100.200", Private),
            ("100.127.255.255", Private),
            ("fc00::1", Private),
            ("fd00:ec2::254", Private),
            ("fd20:ce::254", Private),
            ("fec0::1", Private),
            ("169.254.169.254", LinkLocal),
            ("fe80::1", LinkLocal),
            ("168.63.129.16", Metadata),
            ("224.0.0.1", Multicast),
            ("ff02::1", Multicast),
            ("192.0.0.192", Reserved),
            ("192.0.2.1", Reserved),
            ("192.88.99.1", Reserved),
            ("198.18.0.1", Reserved),
            ("198.19.255.255", Reserved),
            ("198.51.100.1", Reserved),
            ("203.0.113.1", Reserved),
            ("240.0.0.1", Reserved),
            ("255.255.255.255", Reserved),
            ("100::1", Reserved),
            ("64:ff9b:1::1", Reserved),
            ("2001::1", Reserved),
            ("2001:2::1", Reserved),
            ("2001:db8::1", Reserved),
            ("3fff::1", Reserved),
            ("5f00::1", Reserved),
            ("::ffff:127.0.0.1", ThisMachine),
            ("::ffff:8.8.8.8", Wrapped),
            ("::8.8.8.8", Wrapped),
            ("::ffff:0:10.0.0.1", Private),
            ("64:ff9b::10.0.0.1", Private),
            ("64:ff9b::169.254.169.254", LinkLocal),
            ("2002:7f00:1::", ThisMachine),
            ("2002:808:808::1", Wrapped),
        ] {
            assert_eq!(bars(address), Some(why), "{address}");
        }
    }

    #[test]
    fn a_network_named_in_the_list_is_free_in_every_form() {
        let allowed = AllowedNetworks(vec!["10.1.0.0/16".parse().unwrap(), "fd00::/8".parse().unwrap()]);
        for free in ["10.1.2.3", "::ffff:10.1.2.3", "64:ff9b::10.1.2.3", "fd12::1"] {
            assert_eq!(allowed.bars(free.parse().unwrap()), None, "{free}");
        }
        for barred in ["10.2.0.1", "::ffff:10.2.0.1", "fc00::1", "127.0.0.1"] {
            assert!(allowed.bars(barred.parse().unwrap()).is_some(), "{barred}");
        }
    }

    #[test]
    fn a_network_reads_back_and_nonsense_does_not() {
        for network in ["10.0.0.0/8", "fd00::/8", "0.0.0.0/0", "::/0", "127.0.0.1/32"] {
            assert_eq!(network.parse::<Network>().unwrap().to_string(), network);
        }
        assert_eq!("127.0.0.1".parse::<Network>().unwrap().to_string(), "127.0.0.1/32");
        for nonsense in
            ["", "10.0.0.0/33", "::/129", "10/8", "10.0.0.0/", "10.0.0.0/-1", "intern", "10.0.0.0/8/8"]
        {
            assert!(nonsense.parse::<Network>().is_err(), "{nonsense}");
        }
        assert!("0.0.0.0/0".parse::<Network>().unwrap().holds("9.9.9.9".parse().unwrap()));
        assert!(!"0.0.0.0/0".parse::<Network>().unwrap().holds("::1".parse().unwrap()));
    }

    proptest! {
        // The standard library's own words for the ranges, as a second opinion.
        #[test]
        fn nothing_the_standard_library_calls_private_is_free(bits: u32) {
            let address = Ipv4Addr::from(bits);
            let barred = AllowedNetworks::default().bars(address.into()).is_some();
            if address.is_private() || address.is_loopback() || address.is_link_local() || address.is_multicast()
                || address.is_broadcast() || address.is_documentation() || address.is_unspecified() {
                prop_assert!(barred);
            }
            let mapped = AllowedNetworks::default().bars(address.to_ipv6_mapped().into());
            prop_assert!(mapped.is_some());
        }

        #[test]
        fn what_is_wrapped_is_never_freer_than_what_it_wraps(bits: u32) {
            let plain = Ipv4Addr::from(bits);
            let [a, b, c, d] = plain.octets();
            let [high, low] = [u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])];
            for long in [Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low), Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1)] {
                let free = AllowedNetworks::default();
                prop_assert!(free.bars(plain.into()).is_none() || free.bars(long.into()).is_some());
            }
        }
    }
}
