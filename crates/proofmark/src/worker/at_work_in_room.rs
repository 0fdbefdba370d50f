//! The worker at work in the room it shares with the window: what takes much memory waits, and nothing else does.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use proofmark_actions::{HandedFile, Owed, Submission, SubmitOrder, built_in, rescan_jobs, submit_release};
use proofmark_facts::{Job, JobState, Jobs as _, Lane};
use proofmark_web::House as _;

use crate::worker::at_work::{OPERATOR, ROOM, Site, job};

const DOSSIER: &str = r#"
proofmark = 1

[operator]
name = "Nordlicht GmbH"

[product]
name = "NAME"
kind = "software"

[release]
version = "1.0.0"
sbom = "sbom.cdx.json"
"#;

/// A component list of more than a MiB: assessing it takes more room than there is.
fn large_list() -> String {
    let component = |place: usize| {
        format!(
            r#"{{"type":"library","bom-ref":"c{place}","name":"part-{place}","version":"1.{place}","purl":"pkg:npm/part-{place}@1.{place}"}}"#
        )
    };
    let all: Vec<String> = (0..12_000).map(component).collect();
    let head = r#"{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":["#;
    format!("{head}{}]}}", all.join(","))
}

/// A site with one store, these products with a large list each, and a rescan owed for each.
fn site(directory: &Path, products: &[&str], lane: Lane) -> Site {
    let site = Site::with_stores(directory, 1);
    let open = |_: &[String], _: &proofmark_actions::KeptFiles<'_>| Ok(Vec::new());
    let list = large_list();
    let mut store = site.store();
    for name in products {
        let submission = Submission {
            dossier: Some(DOSSIER.replace("NAME", name).into_bytes()),
            sbom: Some(HandedFile { path: "sbom.cdx.json".to_owned(), bytes: list.clone().into_bytes() }),
            ..Submission::default()
        };
        let as_of = jiff::civil::date(2026, 11, 21);
        let order = SubmitOrder { change: site.order(), as_of, operator: OPERATOR, product: None };
        submit_release(&order, &submission, &open, &built_in().state, &mut *store).unwrap();
    }
    let jobs = rescan_jobs(Owed::Everything, site.order().at, &*store).unwrap();
    assert_eq!(jobs.len(), products.len());
    for mut owed in jobs {
        owed.lane = lane;
        store.add_job(&owed).unwrap();
    }
    drop(store);
    site
}

fn is_leased_rescan(job: &Job) -> bool {
    job.kind == "rescan" && job.leased.is_some()
}

fn rescans(site: &Site) -> Vec<Job> {
    let mut jobs = site.store().jobs(OPERATOR, None, 100).unwrap();
    jobs.retain(|job| job.kind == "rescan");
    jobs
}

#[test]
fn a_rescan_waits_while_the_window_has_the_room_and_goes_on_afterwards() {
    for lane in [Lane::Bulk, Lane::Soon] {
        let directory = tempfile::tempdir().unwrap();
        let site = site(directory.path(), &["Gateway"], lane);
        let window = site.room.at_once(ROOM).unwrap();
        let worker = site.start(1);
        site.job(is_leased_rescan);
        // It waits without the one store there is, and others are served.
        site.lends_its_store_for(Duration::from_secs(1));
        site.store().add_job(&job("nobody-knows", Lane::Soon, site.house.now())).unwrap();
        site.job(|job| job.kind == "nobody-knows" && job.state == JobState::Failed);
        assert_eq!(site.house.assessing.count.load(Ordering::SeqCst), 0);
        let waiting = site.job(is_leased_rescan);
        assert_eq!((waiting.state, waiting.attempts, waiting.trouble), (JobState::Waiting, 1, None));
        drop(window);
        site.job(|job| job.kind == "rescan" && job.state == JobState::Done);
        worker.stop();
        let seen = &site.house.assessing;
        assert_eq!(seen.count.load(Ordering::SeqCst), 1);
        assert_eq!(seen.beside_others.load(Ordering::SeqCst), 0, "the window finds the room taken meanwhile");
        assert!(site.room.at_once(ROOM).is_some(), "it was given back");
    }
}

#[test]
fn rescans_that_need_more_than_there_is_are_done_one_after_the_other() {
    let directory = tempfile::tempdir().unwrap();
    let site = site(directory.path(), &["One", "Two", "Three"], Lane::Bulk);
    let worker = site.start(3);
    let begun = Instant::now();
    while !rescans(&site).iter().all(|job| job.state == JobState::Done) {
        assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", rescans(&site));
        thread::sleep(Duration::from_millis(100));
    }
    worker.stop();
    let seen = &site.house.assessing;
    assert_eq!((seen.count.load(Ordering::SeqCst), seen.most_at_once.load(Ordering::SeqCst)), (3, 1));
    assert_eq!(seen.beside_others.load(Ordering::SeqCst), 0);
}

#[test]
fn a_worker_that_is_stopped_while_a_rescan_waits_ends_soon_and_gives_it_back_untried() {
    for lane in [Lane::Bulk, Lane::Soon] {
        let directory = tempfile::tempdir().unwrap();
        let site = site(directory.path(), &["Gateway"], lane);
        let window = site.room.at_once(ROOM).unwrap();
        let worker = site.start(1);
        let due = site.job(is_leased_rescan).due_at;
        thread::sleep(Duration::from_millis(500));
        let asked = Instant::now();
        worker.stop();
        assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
        let left = rescans(&site).remove(0);
        assert_eq!((left.state, left.leased, left.attempts, left.due_at), (JobState::Waiting, None, 0, due));
        // Whoever comes next does it.
        drop(window);
        let worker = site.start(1);
        site.job(|job| job.kind == "rescan" && job.state == JobState::Done);
        worker.stop();
    }
}
