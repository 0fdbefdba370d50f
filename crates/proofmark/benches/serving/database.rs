//! The databases that are measured, and their own shells: statements without anything of ours around them.

use std::path::PathBuf;

use proofmark_store::Place;

use crate::cluster::Cluster;
use crate::size::Size;

/// A database with the home beside it.
pub(crate) struct Database {
    pub(crate) name: &'static str,
    /// Where key, documents and vulnerability database are, and SQLite's file.
    pub(crate) home: PathBuf,
    pub(crate) cluster: Option<Cluster>,
    /// Whether it was filled by an earlier run.
    pub(crate) is_filled: bool,
    _folder: Option<tempfile::TempDir>,
}

/// The databases that were asked for, as far as they are to be had here.
pub(crate) fn wanted(size: &Size) -> Vec<Database> {
    let mut all = Vec::new();
    if size.sqlite {
        all.push(Database::of("SQLite", size, |_| None));
    }
    if size.postgres {
        let postgres = Database::of("PostgreSQL", size, |folder| Cluster::start(&folder));
        if postgres.cluster.is_some() {
            all.push(postgres);
        } else {
            println!("PostgreSQL is not installed: measured on SQLite alone\n");
        }
    }
    all
}

impl Database {
    fn of(name: &'static str, size: &Size, start: impl Fn(PathBuf) -> Option<Cluster>) -> Self {
        let (root, folder) = if let Some(keep) = &size.keep {
            (keep.clone(), None)
        } else {
            let folder = tempfile::Builder::new().prefix("proofmark-serving-").tempdir().unwrap();
            (folder.path().to_owned(), Some(folder))
        };
        let root = root.join(format!("{name}-{}x{}x{}", size.products, size.releases, size.components));
        let home = root.join("home");
        std::fs::create_dir_all(&home).unwrap();
        let is_filled = root.join("home/filled").exists();
        readable_by_all(&root);
        let cluster = start(root.join("postgres"));
        Self { name, home, cluster, is_filled, _folder: folder }
    }

    /// Says that it is filled, for the next run.
    pub(crate) fn is_filled_now(&self) {
        std::fs::write(self.home.join("filled"), "").unwrap();
    }

    pub(crate) fn place(&self) -> Place {
        let place = Place::of_home(&self.home);
        match &self.cluster {
            Some(cluster) => place.with_database(&cluster.url).unwrap(),
            None => place,
        }
    }

    /// How many bytes the database takes on the disk.
    pub(crate) fn bytes(&self) -> u64 {
        let place = self.cluster.as_ref().map_or_else(|| self.home.join("store.db"), |one| one.data.clone());
        let said = std::process::Command::new("du").arg("-sb").arg(place).output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        said.split_whitespace().next().and_then(|bytes| bytes.parse().ok()).unwrap_or_default()
    }

    pub(crate) fn shell(&self) -> Shell {
        match &self.cluster {
            Some(cluster) => Shell::Postgres(
                postgres::Client::connect(&cluster.url, postgres::NoTls).map(Box::new).unwrap(),
            ),
            None => Shell::Sqlite(rusqlite::Connection::open(self.home.join("store.db")).unwrap()),
        }
    }
}

/// PostgreSQL may run as somebody else, who must reach its folder.
fn readable_by_all(folder: &std::path::Path) {
    #[cfg(unix)]
    for one in folder.ancestors().take(2) {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(one, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
}

/// A connection with nothing of ours on it.
pub(crate) enum Shell {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Client>),
}

impl Shell {
    /// Runs statements as they are.
    pub(crate) fn run(&mut self, statements: &str) {
        match self {
            Self::Sqlite(connection) => connection.execute_batch(statements).unwrap(),
            Self::Postgres(client) => client.batch_execute(statements).unwrap(),
        }
    }

    /// How many rows an answer has, all of them read.
    pub(crate) fn ask(&mut self, statement: &str) -> usize {
        match self {
            Self::Postgres(client) => client.query(statement, &[]).unwrap().len(),
            Self::Sqlite(connection) => {
                let mut prepared = connection.prepare_cached(statement).unwrap();
                let columns = prepared.column_count();
                let mut rows = prepared.query([]).unwrap();
                let mut count = 0;
                while let Some(row) = rows.next().unwrap() {
                    for column in 0..columns {
                        let _: rusqlite::types::Value = row.get(column).unwrap();
                    }
                    count += 1;
                }
                count
            }
        }
    }

    /// The words that make each index of the row tables that is no key, by its name.
    pub(crate) fn indexes(&mut self) -> Vec<(String, String)> {
        match self {
            Self::Sqlite(connection) => {
                let asks = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL \
                            AND tbl_name IN ('component_row', 'finding_row')";
                let mut prepared = connection.prepare(asks).unwrap();
                let rows = prepared.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
                rows.map(Result::unwrap).collect()
            }
            Self::Postgres(client) => {
                let asks = "SELECT indexname, indexdef FROM pg_indexes \
                            WHERE tablename IN ('component_row', 'finding_row') AND indexname NOT LIKE '%_pkey'";
                client.query(asks, &[]).unwrap().iter().map(|row| (row.get(0), row.get(1))).collect()
            }
        }
    }

    /// What keeps the planner's numbers right.
    pub(crate) fn settle(&mut self) {
        match self {
            // Nothing of ours runs ANALYZE on SQLite: what is measured is what an installation has.
            Self::Sqlite(connection) => {
                let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
                connection.query_row(checkpoint, [], |_| Ok(())).unwrap();
            }
            Self::Postgres(client) => client.batch_execute("VACUUM ANALYZE").unwrap(),
        }
    }
}
