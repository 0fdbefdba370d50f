//! A database that goes away and comes back, an object store that stalls or fails.

use std::thread;
use std::time::{Duration, Instant};

use crate::bucket_server::{BucketServer, Mood};
use crate::cluster::Cluster;
use crate::served::{Place, assert_sound};
use crate::wire::Wire;

/// Once it is back, everything works again by then.
const BACK_WITHIN: Duration = Duration::from_secs(30);

#[test]
fn a_database_that_was_away_is_used_again_and_nothing_is_lost() {
    let Some(cluster) = Cluster::shared() else { return };
    let url = cluster.new_database("outage");
    let wire = Wire::to(cluster.port);
    let wired = url.replace(&format!(":{}/", cluster.port), &format!(":{}/", wire.port));
    let place = Place::new(&["--database", &wired]);
    let served = place.serve();
    let team = served.set_up();
    assert!(team.hand_in("Before").unwrap().status < 300);

    wire.cut();
    let begun = Instant::now();
    let answer = team.hand_in("Meanwhile").unwrap();
    assert_eq!(answer.status, 503, "{answer:?}");
    assert!(!answer.code().is_empty(), "{answer:?}");
    assert_eq!(team.get("/api/v1/operators/maker/products").unwrap().status, 503);
    assert!(begun.elapsed() < Duration::from_secs(45), "{:?}", begun.elapsed());
    // Whoever spreads requests over nodes is told that this one is of no use now.
    assert_eq!(served.health().0, 503);

    wire.mend();
    let end = Instant::now() + BACK_WITHIN;
    while team.get("/api/v1/operators/maker/products").unwrap().status != 200 {
        assert!(Instant::now() < end, "it did not come back");
        thread::sleep(Duration::from_millis(200));
    }
    assert_eq!(team.products(), ["Before"]);
    assert!(team.hand_in("After").unwrap().status < 300);
    served.end();
    assert_sound(&place, &["--database", &url]);
}

#[test]
fn a_database_cut_off_again_and_again_loses_nothing_acknowledged() {
    let Some(cluster) = Cluster::shared() else { return };
    let url = cluster.new_database("cuts");
    let wire = Wire::to(cluster.port);
    let wired = url.replace(&format!(":{}/", cluster.port), &format!(":{}/", wire.port));
    let place = Place::new(&["--database", &wired]);
    let served = place.serve();
    let team = served.set_up();
    let mut acknowledged = Vec::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            for cut in 0..8 {
                thread::sleep(Duration::from_millis(350 + 97 * cut));
                wire.cut();
                thread::sleep(Duration::from_millis(100));
                wire.mend();
            }
        });
        let end = Instant::now() + Duration::from_secs(7);
        for number in 0.. {
            if Instant::now() > end {
                break;
            }
            let name = format!("Gateway {number}");
            let answer = team.hand_in(&name).unwrap();
            match answer.status {
                200..300 => acknowledged.push(name),
                503 => thread::sleep(Duration::from_millis(50)),
                _ => panic!("{answer:?}"),
            }
        }
    });
    assert!(acknowledged.len() > 2);
    let end = Instant::now() + BACK_WITHIN;
    while team.get("/api/v1/operators/maker/products").unwrap().status != 200 {
        assert!(Instant::now() < end, "it did not come back");
        thread::sleep(Duration::from_millis(200));
    }
    let found = team.products();
    // What was refused may have been written all the same: its answer was what got lost.
    for name in acknowledged {
        assert!(found.contains(&name), "{name} was acknowledged and is lost: {found:?}");
    }
    served.end();
    assert_sound(&place, &["--database", &url]);
}

#[test]
fn an_object_store_that_stalls_holds_up_nobody_else() {
    let Some(cluster) = Cluster::shared() else { return };
    let url = cluster.new_database("stalls");
    let bucket = BucketServer::start();
    let blobs = format!("s3://key:secret@evidence/?endpoint={}&timeout_seconds=6", bucket.endpoint);
    let place = Place::new(&["--database", &url, "--blobs", &blobs]);
    let served = place.serve();
    let team = served.set_up();
    assert!(team.hand_in("Before").unwrap().status < 300);

    bucket.be(Mood::Slow(Duration::from_secs(4)));
    thread::scope(|scope| {
        let slow = scope.spawn(|| team.hand_in("Slow").unwrap());
        thread::sleep(Duration::from_millis(500));
        for _ in 0..5 {
            let begun = Instant::now();
            assert_eq!(team.products(), ["Before"]);
            assert!(begun.elapsed() < Duration::from_secs(3), "others waited for {:?}", begun.elapsed());
        }
        let answer = slow.join().unwrap();
        assert!(answer.status < 300, "late is not wrong: {answer:?}");
    });

    bucket.be(Mood::Failing(u32::MAX));
    let answer = team.hand_in("Never kept").unwrap();
    assert_eq!(answer.status, 503, "{answer:?}");
    assert!(!answer.code().is_empty(), "{answer:?}");
    let mut found = team.products();
    found.sort();
    assert_eq!(found, ["Before", "Slow"], "a line without its documents");

    bucket.be(Mood::Failing(2));
    let answer = team.hand_in("Tried again").unwrap();
    assert!(answer.status < 300, "two failures in passing are tried again: {answer:?}");
    served.end();
    assert_sound(&place, &["--database", &url, "--blobs", &blobs]);
}
