//! Others attest the ledger: an authority made with OpenSSL says when, a witness on loopback says that it only grew; and a
//! stranger checks what they said with OpenSSL alone.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use jiff::Timestamp;
use proofmark_actions::{Archive, ArchiveFile};
use proofmark_trust::witness::{AddCheckpoint, Witness};
use proofmark_trust::{Checkpoint, SigningKey, TreeHead, VerifierKey, consistency};

use crate::house::{Done, House, example, skipped, text};

const CONFIG: &str = "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=Root\n[v3]\nextendedKeyUsage=critical,timeStamping\n\
    [tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\nsigner_digest=sha256\n\
    default_policy=1.2.3.4.1\ndigests=sha256\ness_cert_id_alg=sha256\n";

const LOOPBACK: [&str; 2] = ["--allow-network", "127.0.0.0/8"];

fn openssl(at: &Path, arguments: &str) -> bool {
    let done = Command::new("openssl").args(arguments.split(' ')).current_dir(at).output();
    done.is_ok_and(|done| done.status.success())
}

fn has_openssl() -> bool {
    let there = openssl(Path::new("."), "version");
    if !there {
        skipped("there is no openssl");
    }
    there
}

/// An authority's files in a folder; gives its root.
fn authority(folder: &Path) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("config"), CONFIG).unwrap();
    fs::write(folder.join("serial"), "01").unwrap();
    let key = "-newkey rsa:2048 -nodes -config config";
    for arguments in [
        format!("req -x509 {key} -subj /CN=Root -keyout root.key -out root.pem -days 20000 -addext basicConstraints=critical,CA:TRUE"),
        format!("req -new {key} -subj /CN=Authority -keyout tsa.key -out tsa.csr"),
        "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 10000 -extfile config -extensions v3 -out tsa.pem".to_owned(),
    ] {
        assert!(openssl(folder, &arguments), "{arguments}");
    }
    folder.join("root.pem")
}

/// What stands on loopback.
struct Others {
    folder: PathBuf,
    log: VerifierKey,
    witness: Witness,
    seen: Mutex<Option<TreeHead>>,
}

impl Others {
    /// Opens a port for them; gives its address.
    fn open(self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || listener.incoming().flatten().for_each(|stream| self.serve(stream)));
        address
    }

    fn serve(&self, stream: TcpStream) {
        let mut reader = BufReader::new(stream);
        let (mut path, mut length) = (String::new(), 0);
        let mut line = String::new();
        while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
            if path.is_empty() {
                line.split(' ').nth(1).unwrap_or_default().clone_into(&mut path);
            }
            let lower = line.to_ascii_lowercase();
            if let Some(value) = lower.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            line.clear();
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let (status, media, answer) = match path.as_str() {
            "/stamps" => {
                fs::write(self.folder.join("query"), &body).unwrap();
                assert!(openssl(&self.folder, "ts -reply -config config -queryfile query -out answer"));
                (200, "application/timestamp-reply", fs::read(self.folder.join("answer")).unwrap())
            }
            "/witness/add-checkpoint" => self.witness(&body),
            _ => (404, "text/plain", Vec::new()),
        };
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: {media}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            answer.len()
        );
        let mut stream = reader.into_inner();
        // Who has gone away needs no answer.
        stream.write_all(&[head.as_bytes(), &answer].concat()).unwrap_or_default();
    }

    /// C2SP tlog-witness, "add-checkpoint".
    #[expect(clippy::disallowed_methods, reason = "a witness signs by its own clock")]
    fn witness(&self, body: &[u8]) -> (u16, &'static str, Vec<u8>) {
        let nothing = |status| (status, "text/plain", Vec::new());
        let Ok(request) = AddCheckpoint::parse(body) else { return nothing(400) };
        let keys = [self.log.clone()];
        let Ok(checkpoint) = Checkpoint::open(request.checkpoint(), self.log.name().as_str(), &keys) else {
            return nothing(403);
        };
        let mut seen = self.seen.lock().unwrap();
        let known = seen.as_ref().map_or(0, TreeHead::size);
        if known != request.old_size() {
            return (409, "text/x.tlog.size", format!("{known}\n").into_bytes());
        }
        if let Some(seen) = &*seen
            && consistency::verify(seen, checkpoint.head(), request.proof()).is_err()
        {
            return nothing(422);
        }
        *seen = Some(*checkpoint.head());
        let line = self.witness.cosign(&checkpoint, Timestamp::now()).unwrap();
        (200, "text/plain", format!("{line}\n").into_bytes())
    }
}

/// A maker whose ledger is attested by an authority and a witness.
struct Attested {
    maker: House,
    pack: PathBuf,
    roots: PathBuf,
    witness: String,
    key: String,
}

fn attested() -> Attested {
    let maker = House::new();
    let pack = maker.pack();
    let folder = maker.path("authority");
    let roots = authority(&folder);
    let key = maker.run(&["ledger", "key"]).ends(0).out.lines().next().unwrap().to_owned();
    let witness = Witness::new("witness.example/w1".parse().unwrap(), SigningKey::from_seed(&[3; 32]));
    let vkey = witness.verifier_key().to_string();
    let address = Others { folder, log: key.parse().unwrap(), witness, seen: Mutex::new(None) }.open();
    let url = format!("{address}/stamps");
    maker.run(&["ledger", "authority", "set", &url, "--roots", text(&roots)]).ends(0).tells("from now on");
    let prefix = format!("{address}/witness");
    maker.run(&["ledger", "witness", "add", &vkey, &prefix]).ends(0).tells("witness.example/w1");
    Attested { maker, pack, roots, witness: vkey, key }
}

fn ledger(maker: &House, arguments: &[&str]) -> Done {
    maker.run(&[&["ledger"], arguments].concat())
}

#[test]
fn a_ledger_is_stamped_and_witnessed_and_a_pack_shows_it_to_a_stranger() {
    if !has_openssl() {
        return;
    }
    let Attested { maker, pack, roots, witness, key } = attested();
    // Nothing leads to the house's own network by itself.
    ledger(&maker, &["stamp"]).ends(4);
    ledger(&maker, &[&["stamp"], &LOOPBACK[..]].concat()).ends(0).tells("says the time-stamping authority");
    ledger(&maker, &[&["cosign"], &LOOPBACK[..]].concat()).ends(0).tells("cosigned the first");
    // What they said is kept in lines of its own, and they are nothing new.
    ledger(&maker, &[&["stamp"], &LOOPBACK[..]].concat()).ends(0).tells("nothing was written since");
    ledger(&maker, &[&["cosign"], &LOOPBACK[..]].concat()).ends(0).tells("nothing was written since");
    let verified = ledger(&maker, &["verify", "--format", "json"]).ends(0).json();
    assert_eq!((verified["stamps"].as_u64(), verified["cosignatures"].as_u64()), (Some(1), Some(1)));
    ledger(&maker, &["verify"]).ends(0).shows("1 time stamps and 1 cosignatures of witnesses hold");
    ledger(&maker, &["attestations"]).ends(0).shows("witness.example/w1");

    ledger(&maker, &["attest", text(&pack)]).ends(0).tells("one checkpoint");
    let stranger = House::new();
    let seen = |more: &[&str]| stranger.run(&[&["verify", text(&pack), "--key", &key], more].concat());
    seen(&[]).ends(0).shows("present is not verified");
    seen(&["--tsa-roots", text(&roots), "--witness", &witness]).ends(0).shows("time-stamped at");
    openssl_agrees(&stranger, &pack, &roots);
    // Changed on the way.
    let mut files = Archive::parse(&fs::read(&pack).unwrap()).unwrap().files().to_vec();
    let stamp = files.iter_mut().find(|file: &&mut ArchiveFile| file.path.ends_with("tst")).unwrap();
    let end = stamp.bytes.len() - 3;
    stamp.bytes[end] ^= 1;
    let broken = stranger.write("broken.zip", Archive::new(files).to_bytes().unwrap());
    let done = stranger.run(&["verify", text(&broken), "--key", &key, "--tsa-roots", text(&roots)]);
    done.ends(1).shows("does not hold");
}

/// A stranger without Proofmark: the time stamp is of the checkpoint's own bytes.
fn openssl_agrees(stranger: &House, pack: &Path, roots: &Path) {
    let archive = Archive::parse(&fs::read(pack).unwrap()).unwrap();
    let of = |end: &str| archive.files().iter().find(|file| file.path.ends_with(end)).unwrap().bytes.clone();
    stranger.write("x/token", of(".tst"));
    stranger.write("x/checkpoint", of(".checkpoint"));
    fs::copy(roots, stranger.path("x/roots")).unwrap();
    let verify = "ts -verify -token_in -in token -data checkpoint -CAfile roots";
    assert!(openssl(&stranger.path("x"), verify));
    stranger.write("x/checkpoint", "another checkpoint\n");
    assert!(!openssl(&stranger.path("x"), verify));
}

#[test]
fn a_home_restored_from_an_old_copy_is_found_out_by_the_witness() {
    if !has_openssl() {
        return;
    }
    let Attested { maker, .. } = attested();
    let copy = maker.path("copy");
    copy_tree(&maker.home(), &copy);
    maker.assess(&example("edge-gateway"), &[]).ends(1);
    ledger(&maker, &[&["cosign"], &LOOPBACK[..]].concat()).ends(0);
    let mut old = vec!["--home", text(&copy), "ledger", "cosign"];
    old.extend(LOOPBACK);
    maker.run(&old).ends(5).tells("lines were lost that others have seen");
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_tree(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
