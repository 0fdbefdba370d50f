//! Time stamps made by OpenSSL, a program that is not ours, verified by us; and broken ones refused.
//! Where there is no `openssl` the tests say so and end.
#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "the helpers of a test are part of it")]

use std::fs;
use std::path::Path;
use std::process::Command;

use proofmark_trust::time_stamp::{StampRequest, StampRoots, TimeStamp, TimeStampError};
use tempfile::TempDir;

const IMPRINT: [u8; 32] = [0x5a; 32];
const NONCE: [u8; 16] = [0x91; 16];

/// A root and an authority of OpenSSL's, in a directory.
struct Authority {
    directory: TempDir,
}

/// How the authority's certificate is made.
struct Made<'a> {
    key: &'a [&'a str],
    usage: &'a str,
    dates: [&'a str; 2],
    digest: &'a str,
    ess: &'a str,
}

const USUAL: Made<'static> = Made {
    key: &["-newkey", "rsa:2048"],
    usage: "critical,timeStamping",
    dates: ["20200101000000Z", "20600101000000Z"],
    digest: "sha256",
    ess: "sha256",
};

impl Authority {
    fn new(made: &Made<'_>) -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            eprintln!("no openssl here: time stamps are not tested");
            return None;
        }
        let directory = tempfile::tempdir().unwrap();
        let at = directory.path();
        let config = config(made);
        for (name, content) in
            [("config", config.as_str()), ("index", ""), ("ca_serial", "01"), ("serial", "01")]
        {
            fs::write(at.join(name), content).unwrap();
        }
        let subject = ["-subj", "/CN=Root", "-nodes", "-config", "config"];
        let root = "req -x509 -newkey rsa:2048 -keyout root.key -out root.pem -days 20000 -extensions v3_ca";
        openssl(at, &root.split(' ').chain(subject).collect::<Vec<_>>());
        let subject = ["-subj", "/CN=Authority", "-nodes", "-config", "config"];
        openssl(
            at,
            &[&["req", "-new", "-keyout", "tsa.key", "-out", "tsa.csr"], made.key, &subject[..]].concat(),
        );
        openssl(
            at,
            &[
                "ca",
                "-batch",
                "-notext",
                "-config",
                "config",
                "-cert",
                "root.pem",
                "-keyfile",
                "root.key",
                "-in",
                "tsa.csr",
                "-out",
                "tsa.pem",
                "-extensions",
                "v3_tsa",
                "-startdate",
                made.dates[0],
                "-enddate",
                made.dates[1],
            ],
        );
        Some(Self { directory })
    }

    fn answer(&self, request: &StampRequest) -> Vec<u8> {
        let at = self.directory.path();
        fs::write(at.join("query"), request.to_der()).unwrap();
        openssl(at, &["ts", "-reply", "-config", "config", "-queryfile", "query", "-out", "answer"]);
        fs::read(at.join("answer")).unwrap()
    }

    fn roots(&self) -> StampRoots {
        StampRoots::from_pem(&fs::read_to_string(self.directory.path().join("root.pem")).unwrap()).unwrap()
    }
}

/// What OpenSSL is told about root, authority and stamps.
fn config(made: &Made<'_>) -> String {
    format!(
        "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=Test\n\
             [v3_ca]\nbasicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\n\
             [v3_tsa]\nextendedKeyUsage={}\n\
             [ca]\ndefault_ca=c\n[c]\ndatabase=index\nnew_certs_dir=.\nserial=ca_serial\ndefault_md=sha256\npolicy=p\n\
             unique_subject=no\n[p]\ncommonName=supplied\n\
             [tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert=tsa.pem\ncerts=root.pem\nsigner_key=tsa.key\n\
             signer_digest={}\ndefault_policy=1.2.3.4.1\nother_policies=1.2.3.4.5\ndigests=sha256,sha512\n\
             accuracy=secs:1,millisecs:500\nordering=yes\ntsa_name=yes\ness_cert_id_chain=no\ness_cert_id_alg={}\n",
        made.usage, made.digest, made.ess
    )
}

fn openssl(at: &Path, arguments: &[&str]) {
    let done = Command::new("openssl").args(arguments).current_dir(at).output().unwrap();
    assert!(done.status.success(), "openssl {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn request() -> StampRequest {
    StampRequest::new(IMPRINT, NONCE, None)
}

#[test]
fn a_time_stamp_of_openssl_verifies_and_openssl_takes_ours_back() {
    for made in [
        USUAL,
        Made { digest: "sha512", ess: "sha1", ..USUAL },
        Made { key: &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"], digest: "sha384", ..USUAL },
    ] {
        let Some(authority) = Authority::new(&made) else { return };
        let stamp = TimeStamp::from_answer(&authority.answer(&request())).unwrap();
        stamp.answers(&request()).unwrap();
        let stamped = stamp.verify(&IMPRINT, &authority.roots()).unwrap();
        assert_eq!(stamped.policy, "1.2.3.4.1");
        assert_eq!(TimeStamp::parse(stamp.as_der()), Ok(stamp.clone()));
        let at = authority.directory.path();
        fs::write(at.join("token"), stamp.as_der()).unwrap();
        let digest: String =
            IMPRINT.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
        openssl(
            at,
            &["ts", "-verify", "-token_in", "-in", "token", "-digest", &digest, "-CAfile", "root.pem"],
        );
    }
}

#[test]
fn an_answer_to_something_else_is_refused() {
    let Some(authority) = Authority::new(&USUAL) else { return };
    let stamp = TimeStamp::from_answer(&authority.answer(&request())).unwrap();
    let other = StampRequest::new([1; 32], NONCE, None);
    assert_eq!(stamp.answers(&other), Err(TimeStampError::Imprint));
    assert_eq!(stamp.verify(&[1; 32], &authority.roots()), Err(TimeStampError::Imprint));
    let old = StampRequest::new(IMPRINT, [7; 16], None);
    assert_eq!(stamp.answers(&old), Err(TimeStampError::Nonce));
    let asked = StampRequest::new(IMPRINT, NONCE, Some("1.2.3.4.5".parse().unwrap()));
    assert_eq!(stamp.answers(&asked), Err(TimeStampError::Policy { found: "1.2.3.4.1".to_owned() }));
    let stamp = TimeStamp::from_answer(&authority.answer(&asked)).unwrap();
    stamp.answers(&asked).unwrap();
    // A policy that the authority does not have: it refuses, and says so.
    let unknown = StampRequest::new(IMPRINT, NONCE, Some("1.9.9".parse().unwrap()));
    let refused = TimeStamp::from_answer(&authority.answer(&unknown)).unwrap_err();
    assert!(matches!(&refused, TimeStampError::Refused { status: 2, says } if !says.is_empty()), "{refused}");
}

#[test]
fn who_is_not_trusted_or_has_expired_or_may_not_stamp_is_refused() {
    let Some(authority) = Authority::new(&USUAL) else { return };
    let stamp = TimeStamp::from_answer(&authority.answer(&request())).unwrap();
    let other = Authority::new(&USUAL).unwrap();
    assert!(matches!(stamp.verify(&IMPRINT, &other.roots()), Err(TimeStampError::Chain { .. })));
    let expired = Authority::new(&Made { dates: ["20200101000000Z", "20210101000000Z"], ..USUAL }).unwrap();
    let stamp = TimeStamp::from_answer(&expired.answer(&request())).unwrap();
    let refused = stamp.verify(&IMPRINT, &expired.roots()).unwrap_err();
    assert!(matches!(refused, TimeStampError::Chain { .. }), "{refused}");
    assert!(StampRoots::from_pem("").is_err());
    assert!(StampRoots::from_pem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").is_err());
}

#[test]
fn no_byte_of_a_time_stamp_can_be_changed() {
    let Some(authority) = Authority::new(&USUAL) else { return };
    let stamp = TimeStamp::from_answer(&authority.answer(&request())).unwrap();
    let (roots, good) = (authority.roots(), stamp.verify(&IMPRINT, &authority.roots()).unwrap());
    let mut harmless = 0;
    for place in 0..stamp.as_der().len() {
        let mut changed = stamp.as_der().to_vec();
        changed[place] ^= 0x01;
        // What is said and not signed may differ: the version of the envelope, the lists of algorithms.
        if let Ok(stamped) = TimeStamp::parse(&changed).and_then(|stamp| stamp.verify(&IMPRINT, &roots)) {
            assert_eq!(stamped, good, "{place}");
            harmless += 1;
        }
        assert!(TimeStamp::parse(&stamp.as_der()[..place]).is_err());
    }
    assert!(harmless < stamp.as_der().len() / 2, "{harmless}");
    let cut = [stamp.as_der(), &[0]].concat();
    assert_eq!(TimeStamp::parse(&cut), Err(TimeStampError::Encoding));
    assert!(matches!(TimeStamp::parse(&vec![0x30; 300_000]), Err(TimeStampError::TooLarge { .. })));
}
