//! A PostgreSQL for the tests: started when first asked for, gone with the process that asked.

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use crate::postgres_programs::{OLDEST, as_somebody_ordinary, binaries};

/// Never in an error, so the tests look for it there.
pub(crate) const PASSWORD: &str = "pa55-of-the-tests";

/// A running server.
pub(crate) struct Cluster {
    pub(crate) port: u16,
    /// What its TLS certificate is to be verified with.
    pub(crate) certificate: PathBuf,
    /// The shell that watches the server ends it when this goes.
    _watcher: Mutex<Child>,
}

impl Cluster {
    /// The one server of this process; `None`, said once: there is no PostgreSQL here.
    pub(crate) fn shared() -> Option<&'static Self> {
        static SHARED: OnceLock<Option<Cluster>> = OnceLock::new();
        let start = || {
            let binaries = binaries();
            if binaries.is_none() {
                eprintln!("PostgreSQL {OLDEST} or later is not installed: these tests run on SQLite alone");
            }
            binaries.map(|binaries| Self::start(&binaries))
        };
        SHARED.get_or_init(start).as_ref()
    }

    /// The address of one of its databases.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://proofmark:{PASSWORD}@127.0.0.1:{}/{database}", self.port)
    }

    /// A new, empty database; its address.
    pub(crate) fn new_database(&self, name: &str) -> String {
        let mut client = postgres::Client::connect(&self.url("postgres"), postgres::NoTls).unwrap();
        client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        self.url(name)
    }

    fn start(binaries: &Path) -> Self {
        let directory = tempfile::Builder::new().prefix("proofmark-postgres-").tempdir().unwrap().keep();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        fs::write(directory.join("password"), PASSWORD).unwrap();
        let mut shell = as_somebody_ordinary(&directory);
        // A collation other than the bytes' own, so that an order left to the database is seen.
        let script = "set -e; bin=$1; dir=$2; port=$3; cd \"$dir\"
            \"$bin/initdb\" -D data -U proofmark --auth=scram-sha-256 --pwfile=password -E UTF8 --locale=C.UTF-8 \
                --locale-provider=icu --icu-locale=en-US --no-sync >initdb.log 2>&1
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \\
                -addext subjectAltName=DNS:localhost -addext basicConstraints=critical,CA:FALSE \\
                -keyout data/server.key -out data/server.crt >>initdb.log 2>&1
            chmod 600 data/server.key
            \"$bin/postgres\" -D data -F -c ssl=on -p \"$port\" -k \"$dir\" -c listen_addresses=127.0.0.1 \
                -c max_connections=200 >server.log 2>&1 &
            server=$!; cat >/dev/null || true; kill -INT $server; wait $server || true; cd /; rm -rf \"$dir\"";
        let mut watcher = shell
            .args(["sh", "-c", script, "sh"])
            .args([binaries, &directory])
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        watcher.stdin.as_mut().unwrap().flush().unwrap();
        let certificate = directory.join("data/server.crt");
        let cluster = Self { port, certificate, _watcher: Mutex::new(watcher) };
        for _ in 0..600 {
            if postgres::Client::connect(&cluster.url("postgres"), postgres::NoTls).is_ok() {
                return cluster;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let log = |name: &str| fs::read_to_string(directory.join(name)).unwrap_or_default();
        panic!("PostgreSQL did not start:\n{}\n{}", log("initdb.log"), log("server.log"));
    }
}
