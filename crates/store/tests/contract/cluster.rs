//! A PostgreSQL for the tests: started when first asked for, gone with the process that asked.

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

/// Never in an error, so the tests look for it there.
pub(crate) const PASSWORD: &str = "pa55-of-the-tests";

/// Releases before this one are not promised to work.
const OLDEST: u32 = 15;

/// A running server.
pub(crate) struct Cluster {
    pub(crate) port: u16,
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
            \"$bin/postgres\" -D data -F -p \"$port\" -k \"$dir\" -c listen_addresses=127.0.0.1 \
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
        let cluster = Self { port, _watcher: Mutex::new(watcher) };
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

/// PostgreSQL refuses to run as root, so root becomes somebody else for it.
fn as_somebody_ordinary(directory: &Path) -> Command {
    let id = Command::new("id").arg("-u").output().unwrap();
    if id.stdout != b"0\n" {
        return Command::new("env");
    }
    let known =
        |user: &str| Command::new("id").arg(user).output().is_ok_and(|output| output.status.success());
    let user = if known("postgres") { "postgres" } else { "nobody" };
    assert!(Command::new("chown").args(["-R", user]).arg(directory).status().unwrap().success());
    let mut command = Command::new("runuser");
    command.args(["-u", user, "--"]);
    command
}

/// The newest installed release's programs.
fn binaries() -> Option<PathBuf> {
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = installed.map(|folder| folder.path().join("bin")).collect();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let release = |folder: &PathBuf| -> Option<u32> {
        if !folder.join("initdb").is_file() {
            return None;
        }
        let said = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
        let said = String::from_utf8(said.stdout).ok()?;
        said.split_whitespace().nth(2)?.split(['.', 'b', 'r', 'd']).next()?.parse().ok()
    };
    let found = folders.into_iter().filter_map(|folder| Some((release(&folder)?, folder)));
    found.filter(|(release, _)| *release >= OLDEST).max().map(|(_, folder)| folder)
}
