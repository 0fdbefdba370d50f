//! A PostgreSQL for the measurement: its own, as it comes, gone with the process that asked.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::postgres_programs::{as_somebody_ordinary, binaries};

/// A running server.
pub(crate) struct Cluster {
    pub(crate) url: String,
    /// The server's data, to be weighed.
    pub(crate) data: PathBuf,
    watcher: Child,
}

impl Cluster {
    /// Starts one over this folder, which it makes or finds filled; `None`: there is no PostgreSQL here.
    pub(crate) fn start(folder: &Path) -> Option<Self> {
        let binaries = binaries()?;
        fs::create_dir_all(folder).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut shell = as_somebody_ordinary(folder);
        // Durable, as it comes: nothing is set but where it listens. The shell ends the server when its input closes.
        let script = "set -e; bin=$1; dir=$2; port=$3; cd \"$dir\"
            [ -d data ] || \"$bin/initdb\" -D data -U proofmark --auth=trust -E UTF8 --locale=C.UTF-8 >initdb.log 2>&1
            \"$bin/postgres\" -D data -p \"$port\" -k \"$dir\" -c listen_addresses=127.0.0.1 >server.log 2>&1 &
            server=$!; cat >/dev/null || true; kill -INT $server; wait $server || true";
        let watcher = shell
            .args(["sh", "-c", script, "sh"])
            .args([&binaries, folder])
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let address = |database: &str| format!("postgres://proofmark@127.0.0.1:{port}/{database}");
        let connect = || postgres::Client::connect(&address("postgres"), postgres::NoTls).ok();
        // One that was stopped hard goes through its log first, which with ten million rows takes minutes.
        let waited = (0..12_000).find_map(|_| {
            std::thread::sleep(Duration::from_millis(50));
            connect()
        });
        let mut client = waited.expect("PostgreSQL starts within ten minutes");
        let there = client.query("SELECT 1 FROM pg_database WHERE datname = 'proofmark'", &[]).unwrap();
        if there.is_empty() {
            client.batch_execute("CREATE DATABASE proofmark").unwrap();
        }
        Some(Self { url: address("proofmark"), data: folder.join("data"), watcher })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        self.watcher.wait().unwrap();
    }
}
