//! TLS without anything in front: spoken as asked, refused in plain text, a new certificate taken into use.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::exchange::send;
use crate::served::{Place, shown};

#[test]
fn the_window_speaks_tls_and_nothing_else_and_takes_a_new_certificate() {
    let place = Place::new(&[]);
    std::fs::create_dir_all(place.path("tls")).unwrap();
    let Some((certificate, key)) = make_certificate(&place, "one") else {
        eprintln!("there is no `openssl` here: TLS at the window is not tried");
        return;
    };
    let (in_use, in_use_key) = (place.path("tls/chain.pem"), place.path("tls/key.pem"));
    let install = |certificate: &PathBuf, key: &PathBuf| {
        std::fs::copy(key, &in_use_key).unwrap();
        std::fs::copy(certificate, &in_use).unwrap();
    };
    install(&certificate, &key);
    let mut place = place;
    place.words = ["--tls-cert", &shown(&in_use), "--tls-key", &shown(&in_use_key), "--host", "localhost"]
        .map(str::to_owned)
        .to_vec();
    let served = place.serve_named("https://localhost");

    let answer = over_tls(served.address, &certificate, &[]);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.to_ascii_lowercase().contains("strict-transport-security:"), "{answer}");
    let old = over_tls(served.address, &certificate, &["-tls1_1"]);
    assert!(!old.contains("HTTP/1.1"), "an old TLS is spoken: {old}");
    let plain = send(served.address, "GET", "/sign-in", &[], b"");
    assert!(plain.is_err() || plain.unwrap().status == 0, "plain text is answered");

    let (new, new_key) = make_certificate(&place, "two").unwrap();
    // Told apart by when they were written, in seconds on some disks.
    thread::sleep(Duration::from_millis(1100));
    install(&new, &new_key);
    let end = Instant::now() + Duration::from_secs(30);
    while !over_tls(served.address, &new, &[]).starts_with("HTTP/1.1 200") {
        assert!(Instant::now() < end, "the new certificate was never taken into use");
        thread::sleep(Duration::from_millis(500));
    }
    served.end();
}

/// What the server says to a request over TLS, if its certificate is this one.
fn over_tls(to: SocketAddr, authority: &PathBuf, more: &[&str]) -> String {
    let mut client = Command::new("openssl")
        .args(["s_client", "-quiet", "-verify_return_error", "-verify_hostname", "localhost"])
        .args(["-servername", "localhost", "-connect", &to.to_string(), "-CAfile"])
        .arg(authority)
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let request = b"GET /sign-in HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    // Where nothing was agreed upon nobody reads.
    let _ = client.stdin.as_mut().unwrap().write_all(request);
    String::from_utf8_lossy(&client.wait_with_output().unwrap().stdout).into_owned()
}

/// A certificate for this machine alone, and its key.
fn make_certificate(place: &Place, name: &str) -> Option<(PathBuf, PathBuf)> {
    let (certificate, key) = (place.path(&format!("{name}.crt")), place.path(&format!("{name}.key")));
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
        ])
        .args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout"])
        .arg(&key)
        .arg("-out")
        .arg(&certificate)
        .stderr(Stdio::null())
        .status();
    made.is_ok_and(|status| status.success()).then_some((certificate, key))
}
