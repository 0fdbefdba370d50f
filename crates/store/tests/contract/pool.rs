//! A pool of stores: bounded, and whole again when its database is.

use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use proofmark_facts::{KeepTrouble, Keeping};
use proofmark_store::{Place, Store, StorePool};

use crate::cluster::PASSWORD;
use crate::databases::{every_database, postgres_database};
use crate::samples::Sample;

/// Stands between the store and its database, so that the database can be gone.
struct Gate {
    port: u16,
    open: Arc<AtomicBool>,
    streams: Arc<Mutex<Vec<TcpStream>>>,
}

impl Gate {
    fn to(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let gate = Self {
            port: listener.local_addr().unwrap().port(),
            open: Arc::new(AtomicBool::new(true)),
            streams: Arc::default(),
        };
        let (open, streams) = (Arc::clone(&gate.open), Arc::clone(&gate.streams));
        std::thread::spawn(move || {
            for inner in listener.incoming().flatten() {
                if !open.load(Ordering::SeqCst) {
                    continue;
                }
                let outer = TcpStream::connect(("127.0.0.1", server)).unwrap();
                for (from, to) in [(&inner, &outer), (&outer, &inner)] {
                    let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                    std::thread::spawn(move || {
                        let _ = io::copy(&mut from, &mut to);
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
                streams.lock().unwrap().extend([inner, outer]);
            }
        });
        gate
    }

    fn close(&self) {
        self.open.store(false, Ordering::SeqCst);
        for stream in self.streams.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn open(&self) {
        self.open.store(true, Ordering::SeqCst);
    }
}

#[test]
fn no_more_are_in_use_than_were_asked_for_and_the_rest_wait() {
    for database in every_database() {
        let pool = StorePool::new(database.place.clone(), 3);
        let (now, most) = (AtomicU32::new(0), AtomicU32::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let mut store = pool.get().unwrap();
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        Sample::of("maker").keep(&mut store).unwrap();
                        now.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(most.into_inner() <= 3);
        assert_eq!(pool.get().unwrap().ledger_size().unwrap(), 40);
    }
}

#[test]
fn whoever_waits_too_long_is_told_and_a_panic_costs_no_place() {
    let database = every_database().remove(0);
    let pool = StorePool::with_patience(database.place.clone(), 1, Duration::from_millis(200));
    let held = pool.get().unwrap();
    let error = pool.get().unwrap_err();
    assert_eq!((error.trouble, error.says.id()), (KeepTrouble::Hindrance, "store-pool-busy"));
    drop(held);
    let other = pool.clone();
    let panicked = std::thread::spawn(move || {
        let _held = other.get().unwrap();
        panic!("on purpose");
    });
    panicked.join().unwrap_err();
    assert_eq!(pool.get().unwrap().ledger_size().unwrap(), 0);
}

#[test]
fn a_database_that_went_away_and_came_back_needs_no_restart() {
    let Some(database) = postgres_database() else { return };
    let url = database.url.as_ref().unwrap();
    let (before, after) = url.split_once("@127.0.0.1:").unwrap();
    let (port, name) = after.split_once('/').unwrap();
    let gate = Gate::to(port.parse().unwrap());
    let place = Place::of_home(database.home())
        .with_database(&format!("{before}@127.0.0.1:{}/{name}", gate.port))
        .unwrap();
    let pool = StorePool::new(place.clone(), 2);
    let mut one = pool.get().unwrap();
    Sample::of("maker").keep(&mut one).unwrap();
    drop((one, pool.get().unwrap()));

    gate.close();
    let started = Instant::now();
    // A connection used a moment ago is handed out unasked; its first use tells.
    let error = pool.get().and_then(|mut store| Sample::of("maker").keep(&mut store)).unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!((error.trouble, error.says.id()), (KeepTrouble::Hindrance, "store-unreachable"));
    assert!(error.to_string().contains(&format!("127.0.0.1:{}", gate.port)), "{error}");
    assert!(!format!("{error}{error:?}{pool:?}").contains(PASSWORD));
    refused_five_times(&pool);
    gate.open();
    for _ in 0..3 {
        let mut store = pool.get().unwrap();
        Sample::of("maker").keep(&mut store).unwrap();
    }
    assert_eq!(Store::connect(&place).unwrap().ledger_size().unwrap(), 4);
}

/// While the database is gone every attempt is refused, and none of them costs a place of the pool.
fn refused_five_times(pool: &StorePool) {
    for _ in 0..5 {
        let error = pool.get().and_then(|store| store.ledger_size()).unwrap_err();
        assert_eq!(error.says.id(), "store-unreachable");
    }
}

#[test]
fn a_session_the_server_ends_is_replaced() {
    let Some(database) = postgres_database() else { return };
    let pool = StorePool::new(database.place.clone(), 1);
    Sample::of("maker").keep(&mut pool.get().unwrap()).unwrap();
    let ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                WHERE datname = current_database() AND pid <> pg_backend_pid()";
    database.behind_the_back(ends).unwrap();
    std::thread::sleep(Duration::from_millis(600));
    Sample::of("maker").keep(&mut pool.get().unwrap()).unwrap();
    assert_eq!(pool.get().unwrap().ledger_size().unwrap(), 2);
}

#[test]
fn a_wrong_password_and_a_host_that_is_not_there_are_said_without_the_password() {
    let Some(database) = postgres_database() else { return };
    let url = database.url.clone().unwrap();
    let home = Place::of_home(database.home());
    let wrong = home.clone().with_database(&url.replace(PASSWORD, "wr0ng-password")).unwrap();
    let error = Store::connect(&wrong).unwrap_err();
    assert_eq!(error.trouble, KeepTrouble::Hindrance);
    assert!(!format!("{error}{error:?}{wrong:?}").contains("wr0ng"), "{error:?}");
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let gone = home.with_database(&format!("postgres://a:{PASSWORD}@127.0.0.1:{nobody}/x")).unwrap();
    let error = Store::connect(&gone).unwrap_err();
    assert_eq!((error.trouble, error.says.id()), (KeepTrouble::Hindrance, "store-unreachable"));
    assert!(error.to_string().contains(&format!("127.0.0.1:{nobody}")), "{error}");
    assert!(!format!("{error:?}").contains(PASSWORD));
}
