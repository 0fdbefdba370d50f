//! Two nodes on one database: each change is made once, each job is done once, whoever does it.

use std::thread;
use std::time::{Duration, Instant};

use crate::cluster::Cluster;
use crate::served::{Place, assert_sound, shown};

/// How many products are handed in, at both nodes at once.
const PRODUCTS: usize = 12;

#[test]
fn two_nodes_share_the_work_and_do_each_piece_once() {
    let Some(cluster) = Cluster::shared() else { return };
    let url = cluster.new_database("nodes");
    let place = Place::new(&["--database", &url]);
    let first = place.serve();
    let team = first.set_up();
    let second = place.serve();
    let other = team.at(second.address);
    thread::scope(|scope| {
        for number in 0..PRODUCTS {
            let node = if number % 2 == 0 { &team } else { &other };
            scope.spawn(move || {
                let answer = node.hand_in(&format!("Gateway {number}")).unwrap();
                assert!(answer.status < 300, "{answer:?}");
            });
        }
    });
    assert_eq!(team.products().len(), PRODUCTS);
    assert_eq!(other.products().len(), PRODUCTS);

    // The same product at both: one of them may be told that it moved, but nothing happens by halves.
    thread::scope(|scope| {
        let at_both =
            [&team, &other].map(|node| scope.spawn(move || node.hand_in("Gateway 0").unwrap().status));
        for status in at_both.map(|one| one.join().unwrap()) {
            assert!(matches!(status, 200..300 | 409), "{status}");
        }
    });

    // News about a component all of them have: one piece of work a product, whoever does it.
    let advisory = place.path("advisory.json");
    std::fs::write(&advisory, ADVISORY).unwrap();
    let done = place.run(&["feeds", "import", &shown(&advisory), "--database", &url]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let end = Instant::now() + Duration::from_mins(1);
    let jobs = loop {
        let jobs = team.get("/api/v1/operators/maker/jobs?limit=200").unwrap().json();
        let jobs = jobs["items"].as_array().unwrap().clone();
        if jobs.len() >= PRODUCTS && jobs.iter().all(|job| job["state"] == "done") {
            break jobs;
        }
        assert!(Instant::now() < end, "{jobs:#?}");
        thread::sleep(Duration::from_millis(200));
    };
    for job in &jobs {
        assert_eq!(job["attempts"], 1, "{job:#?}");
    }
    let shown = team.get("/api/v1/operators/maker/ledger/lines?limit=200").unwrap().json();
    let lines = shown["items"].as_array().unwrap();
    let of_workers =
        |line: &&serde_json::Value| line["line"]["action"] == "assess" && line["line"]["by"] == "system";
    let rescans = lines.iter().filter(of_workers).count();
    assert_eq!(rescans, PRODUCTS, "{lines:#?}");
    let found = team.get("/api/v1/operators/maker/findings?limit=200").unwrap().json();
    assert_eq!(found["items"].as_array().unwrap().len(), PRODUCTS, "{found:#?}");
    first.end();
    second.end();
    assert_sound(&place, &["--database", &url]);
}

/// Something is wrong with every version of the component they all have.
const ADVISORY: &str = r#"{
  "schema_version": "1.6.0", "id": "GHSA-2222-3333-4444", "modified": "2026-11-20T00:00:00Z", "summary": "Made up",
  "affected": [{ "package": { "ecosystem": "npm", "name": "left-pad" },
    "ranges": [{ "type": "SEMVER", "events": [{ "introduced": "0" }, { "fixed": "2.0.0" }] }] }]
}"#;
