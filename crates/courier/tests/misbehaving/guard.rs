//! Where errands may not go, however they are led there.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::net::{IpAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proofmark_courier::{Courier, CourierError, CourierTrouble, DirectHosts, Errand, Limits, Lookup, Outfit};

use crate::server::{Server, courier, outfit};

const FINE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";

fn errand(url: &str) -> Errand {
    Errand::get(url).within(Limits { bytes: 1000, time: Duration::from_secs(5), redirects: 3 })
}

fn id(ended: Result<impl Sized, CourierError>) -> &'static str {
    ended.err().expect("it must fail").says.id()
}

#[test]
fn loopback_is_barred_unless_it_is_allowed_by_name() {
    let server = Server::saying(FINE);
    let plain = Courier::new(&outfit(&[], &[("inside.example", &["127.0.0.1"]), ("long.example", &["::1"])]))
        .unwrap();
    for host in ["127.0.0.1", "127.1", "0x7f000001", "[::ffff:127.0.0.1]", "inside.example", "long.example"] {
        let error = plain.carry(&errand(&format!("http://{host}:{}/", server.port))).unwrap_err();
        assert_eq!((error.says.id(), error.trouble), ("courier-barred", CourierTrouble::Barred), "{host}");
    }
    assert!(server.seen().is_empty(), "nothing was even connected");
    assert_eq!(courier().carry(&errand(&server.url("/"))).unwrap().body, b"fine");
}

#[test]
fn a_name_with_one_barred_address_among_free_ones_is_refused() {
    let mixed = outfit(&[], &[("mixed.example", &["203.0.114.7", "10.0.0.1"])]);
    let ended = Courier::new(&mixed).unwrap().carry(&errand("http://mixed.example:8080/"));
    assert_eq!(id(ended), "courier-barred");
}

/// A name server that says something else each time it is asked.
struct Fickle(Mutex<VecDeque<&'static str>>);

impl Lookup for Fickle {
    fn addresses(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        let next = self.0.lock().unwrap().pop_front();
        Ok(vec![next.expect("asked more often than the test foresaw").parse().unwrap()])
    }
}

#[test]
fn the_address_that_was_checked_is_the_one_connected_to() {
    let server = Server::saying(FINE);
    // Were the name resolved a second time to be connected, it would lead to 10.0.0.1, or to a panic.
    let fickle = Fickle(Mutex::new(["127.0.0.1", "10.0.0.1"].into()));
    let courier =
        Courier::new(&Outfit { lookup: Arc::new(fickle), ..outfit(&["127.0.0.0/8"], &[]) }).unwrap();
    let url = format!("http://fickle.example:{}/", server.port);
    assert_eq!(courier.carry(&errand(&url)).unwrap().body, b"fine");
    let rebound = Fickle(Mutex::new(["10.0.0.1"].into()));
    let courier =
        Courier::new(&Outfit { lookup: Arc::new(rebound), ..outfit(&["127.0.0.0/8"], &[]) }).unwrap();
    assert_eq!(id(courier.carry(&errand(&url))), "courier-barred");
}

fn redirecting(to: String) -> Server {
    Server::plain(move |_, out| {
        out.write_all(format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n").as_bytes())
    })
}

#[test]
fn a_redirect_into_the_house_is_not_followed() {
    for (to, expected) in [
        ("http://10.0.0.1/", "courier-barred"),
        ("http://169.254.169.254/latest/meta-data/", "courier-barred"),
        ("http://[::1]:8080/", "courier-barred"),
        ("//2130706434:8080/", "courier-unreachable"),
        ("http://private.example:8080/", "courier-barred"),
        ("file:///etc/passwd", "courier-url-scheme"),
        ("http://user:word@plain.example/", "courier-url-credentials"),
        ("http://plain.example:22/", "courier-url-port"),
        ("http://", "courier-redirect-unreadable"),
    ] {
        let server = redirecting(to.to_owned());
        let known: &[(&str, &[&str])] =
            &[("private.example", &["192.168.1.1"]), ("plain.example", &["127.0.0.1"])];
        let courier = Courier::new(&outfit(&["127.0.0.0/8"], known)).unwrap();
        assert_eq!(id(courier.carry(&errand(&server.url("/")))), expected, "{to}");
    }
}

#[test]
fn a_circle_of_redirects_ends() {
    let server = redirecting("/again".to_owned());
    let ended = courier().carry(&errand(&server.url("/")));
    assert_eq!(id(ended), "courier-redirects");
    assert_eq!(server.seen().len(), 4, "three redirects are four requests");
}

#[test]
fn a_redirect_is_followed_without_the_headers_meant_for_the_first_server() {
    let last = Server::saying(FINE);
    let first = redirecting(format!("http://127.0.0.1:{}/there", last.port));
    let errand = errand(&first.url("/")).header("authorization", "Bearer hunter2");
    assert_eq!(courier().carry(&errand).unwrap().origin, format!("http://127.0.0.1:{}", last.port));
    assert_eq!(first.seen()[0].header("authorization"), Some("Bearer hunter2"));
    let there = &last.seen()[0];
    assert_eq!((there.path(), there.header("authorization")), ("/there", None));
}

#[test]
fn what_was_posted_is_never_redirected() {
    let last = Server::saying(FINE);
    let first = redirecting(format!("http://127.0.0.1:{}/", last.port));
    let answer = courier().carry(&Errand::post(&first.url("/"), "text/plain", b"x".to_vec())).unwrap();
    assert_eq!(answer.status, 302);
    assert!(last.seen().is_empty());
}

#[test]
fn a_certificate_of_a_known_authority_for_the_right_name_is_asked_for() {
    let good = include_bytes!("../certificates/server.pem");
    let other = include_bytes!("../certificates/other-name.pem");
    let server = Server::secure(good, |_, out| out.write_all(FINE.as_bytes()));
    let url = format!("https://tls.example:{}/", server.port);
    assert_eq!(courier().carry(&errand(&url)).unwrap().body, b"fine");
    let unknown =
        Outfit { authorities: None, ..outfit(&["127.0.0.0/8"], &[("tls.example", &["127.0.0.1"])]) };
    match Courier::new(&unknown) {
        Ok(courier) => {
            let error = courier.carry(&errand(&url)).unwrap_err();
            assert_eq!((error.says.id(), error.trouble), ("courier-certificate", CourierTrouble::Broken));
        }
        // A machine without any authority can trust nobody, and says so at once.
        Err(error) => assert_eq!(error.says.id(), "courier-unready"),
    }
    let misnamed = Server::secure(other, |_, out| out.write_all(FINE.as_bytes()));
    let ended = courier().carry(&errand(&format!("https://tls.example:{}/", misnamed.port)));
    assert_eq!(id(ended), "courier-certificate");
    assert!(misnamed.seen().is_empty());
    let blunt = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = blunt.local_addr().unwrap().port();
    std::thread::spawn(move || blunt.accept().unwrap().0.write_all(b"HTTP/1.1 400 This is no TLS\r\n\r\n"));
    let ended = courier().carry(&errand(&format!("https://tls.example:{port}/")));
    assert_eq!(id(ended), "courier-unreachable");
}

#[test]
fn from_tls_no_redirect_leads_out_of_it() {
    let last = Server::saying(FINE);
    let to = format!("http://plain.example:{}/", last.port);
    let server = Server::secure(include_bytes!("../certificates/server.pem"), move |_, out| {
        out.write_all(format!("HTTP/1.1 301 Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n").as_bytes())
    });
    let ended = courier().carry(&errand(&format!("https://tls.example:{}/", server.port)));
    assert_eq!(id(ended), "courier-redirect-to-plain");
    assert!(last.seen().is_empty());
}

#[test]
fn authorities_that_are_none_and_proxies_that_are_none_are_said_at_once() {
    let bad = Outfit { authorities: Some(b"not a certificate".to_vec()), ..Outfit::plain("test") };
    assert_eq!(id(Courier::new(&bad)), "courier-authorities");
    for proxy in ["proxy", "ftp://proxy.example", ""] {
        let bad = Outfit { proxy: Some(proxy.to_owned()), ..outfit(&[], &[]) };
        assert_eq!(id(Courier::new(&bad)), "courier-proxy", "{proxy}");
    }
}

#[test]
fn past_the_proxy_the_guard_is_ours_again() {
    let (proxy, near) = (Server::saying(FINE), Server::saying(FINE));
    let names: [(&str, &[&str]); 3] =
        [("proxy.house", &["127.0.0.1"]), ("near.internal", &["127.0.0.2"]), ("far.internal", &["10.0.0.1"])];
    let outfit = Outfit {
        proxy: Some(format!("http://proxy.house:{}", proxy.port)),
        direct: DirectHosts::of("internal,proxy.house"),
        ..outfit(&["127.0.0.2"], &names)
    };
    let courier = Courier::new(&outfit).unwrap();
    // The test servers listen on 127.0.0.1 alone: that 127.0.0.2 was tried is all that can be seen.
    let tried = id(courier.carry(&errand(&format!("http://near.internal:{}/", near.port))));
    assert_eq!(tried, "courier-unreachable");
    assert_eq!(id(courier.carry(&errand("http://far.internal:8080/"))), "courier-barred");
    // The proxy may be anywhere; what is asked of its host directly is an errand like any other.
    assert_eq!(id(courier.carry(&errand(&format!("http://proxy.house:{}/", proxy.port)))), "courier-barred");
    assert!(proxy.seen().is_empty() && near.seen().is_empty());
    assert_eq!(courier.carry(&errand("http://far.example/feed")).unwrap().body, b"fine");
}

#[test]
fn behind_a_proxy_everything_goes_through_it_and_the_house_stays_barred() {
    let proxy = Server::saying(FINE);
    let url = format!("http://anna:hunter2@proxy.house:{}", proxy.port);
    // The proxy itself may be anywhere: whoever runs the installation named it.
    let outfit = Outfit { proxy: Some(url), ..outfit(&[], &[("proxy.house", &["127.0.0.1"])]) };
    let courier = Courier::new(&outfit).unwrap();
    assert_eq!(courier.carry(&errand("http://far.example/feed")).unwrap().body, b"fine");
    let asked = &proxy.seen()[0];
    assert!(asked.head.starts_with("GET http://far.example/feed HTTP/1.1"), "{}", asked.head);
    assert!(asked.header("proxy-authorization").is_some());
    for barred in ["http://10.0.0.1/", "http://localhost/", "http://metadata.google.internal/", "http://db/"]
    {
        assert_eq!(id(courier.carry(&errand(barred))), "courier-barred", "{barred}");
    }
    assert_eq!(proxy.seen().len(), 1);
    assert!(!format!("{courier:?}").contains("hunter2"));
}
