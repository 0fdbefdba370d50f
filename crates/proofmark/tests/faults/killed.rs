//! A process that is killed (`SIGKILL`) while it makes changes. Whoever heard no answer asks again under the same key, and
//! hears the first answer or has it done now: once, either way, and at once.

use std::io::ErrorKind;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::cluster::Cluster;
use crate::exchange::Answer;
use crate::served::{Place, Team, assert_sound};

/// How often it is killed; set `PROOFMARK_KILLS` for more.
const KILLS: usize = 12;

/// How many ask at the same time.
const CALLERS: usize = 3;

/// How long a change may take at most, once there is somebody to ask: no key is kept from its owner by who died with it.
const AT_ONCE: Duration = Duration::from_secs(20);

const HOLDS: &str = "/api/v1/operators/maker/holds";

/// One change that is asked for until somebody says it was made.
#[derive(Debug, Clone)]
struct Wish {
    key: String,
    name: String,
    is_product: bool,
}

impl Wish {
    fn new(caller: usize, number: usize) -> Self {
        let name = format!("Gateway {caller} {number}");
        // Now and then something smaller than an upload.
        Self { key: format!("key-{caller}-{number}"), name, is_product: !number.is_multiple_of(3) }
    }

    fn ask(&self, team: &Team) -> std::io::Result<Answer> {
        if self.is_product {
            return team.hand_in_once(&self.name, Some(&self.key));
        }
        team.tell_once(HOLDS, &json!({ "name": self.name, "because": "an inquiry" }), &self.key)
    }
}

/// Asks for one change after the other until the server is gone; gives those that were made, with their answers, and the one that
/// was not heard of.
fn work(team: &Team, caller: usize, from: usize) -> (Vec<(Wish, String)>, Wish) {
    let mut made = Vec::new();
    for number in from.. {
        let wish = Wish::new(caller, number);
        match wish.ask(team) {
            Ok(answer) if answer.status == 201 => made.push((wish, answer.body)),
            // What was cut off may begin like an answer, or say that the house is closing; it is none.
            Ok(answer) => {
                assert!(matches!(answer.status, 0 | 201 | 503), "{answer:?}");
                return (made, wish);
            }
            Err(error) => {
                assert_ne!(error.kind(), ErrorKind::TimedOut, "{error}");
                return (made, wish);
            }
        }
    }
    unreachable!("numbers do not end")
}

fn made_again(team: &Team, wish: &Wish) -> String {
    let begun = Instant::now();
    let answer = wish.ask(team).unwrap();
    assert_eq!(answer.status, 201, "{wish:?}: {answer:?}");
    assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
    answer.body
}

/// Everything that was acknowledged is there, once.
fn assert_once(team: &Team, acknowledged: &[(Wish, String)]) {
    let lines = lines(team);
    for (wish, answer) in acknowledged.iter().filter(|(wish, _)| wish.is_product) {
        let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
        let subject = format!("maker/{}/", answer["product"].as_str().unwrap());
        let is_of_it =
            |line: &&serde_json::Value| line["subject"].as_str().is_some_and(|it| it.starts_with(&subject));
        let of_it = lines.iter().filter(is_of_it).count();
        assert_eq!(of_it, 1, "{wish:?}: {lines:#?}");
    }
    let holds = holds(team);
    for (wish, _) in acknowledged.iter().filter(|(wish, _)| !wish.is_product) {
        let id = wish.name.to_lowercase().replace(' ', "-");
        assert_eq!(holds.iter().filter(|hold| **hold == id).count(), 1, "{wish:?}: {holds:?}");
    }
}

/// The ids of all holds.
fn holds(team: &Team) -> Vec<String> {
    let (mut holds, mut after) = (Vec::new(), String::new());
    loop {
        let page = team.get(&format!("{HOLDS}?limit=200{after}")).unwrap().json();
        let items = page["items"].as_array().unwrap();
        holds.extend(items.iter().map(|hold| hold["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { return holds };
        after = format!("&after={next}");
    }
}

/// All lines of the ledger.
fn lines(team: &Team) -> Vec<serde_json::Value> {
    let (mut lines, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/v1/operators/maker/ledger/lines?limit=200{after}");
        let page = team.get(&path).unwrap().json();
        lines.extend(page["items"].as_array().unwrap().iter().map(|item| item["line"].clone()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return lines,
        }
    }
}

fn is_killed_again_and_again(place: &Place, verify: &[&str]) {
    let kills = std::env::var("PROOFMARK_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut served = place.serve();
    let mut team = served.set_up();
    let (mut acknowledged, mut next) = (Vec::new(), [0; CALLERS]);
    for round in 0..kills {
        // No two changes take equally long, so the delays walk over all of one.
        let delay = Duration::from_millis(40 + round as u64 * 137 % 700);
        let unheard: Vec<Wish> = thread::scope(|scope| {
            let team = &team;
            let callers: Vec<_> =
                (0..CALLERS).map(|caller| scope.spawn(move || work(team, caller, next[caller]))).collect();
            thread::sleep(delay);
            served.kill();
            let ended = callers.into_iter().map(|caller| caller.join().unwrap());
            ended
                .map(|(made, unheard)| {
                    acknowledged.extend(made);
                    unheard
                })
                .collect()
        });
        served = place.serve();
        team = team.at(served.address);
        for (caller, wish) in unheard.into_iter().enumerate() {
            next[caller] = wish.key.rsplit('-').next().unwrap().parse::<usize>().unwrap() + 1;
            let answer = made_again(&team, &wish);
            acknowledged.push((wish, answer));
        }
        // Whoever did hear, and asks all the same, hears it again.
        let (wish, answer) = acknowledged.last().unwrap();
        assert_eq!(&made_again(&team, wish), answer);
    }
    for (wish, answer) in &acknowledged {
        assert_eq!(&made_again(&team, wish), answer, "{wish:?}");
    }
    assert_once(&team, &acknowledged);
    served.end();
    assert_sound(place, verify);
}

#[test]
fn what_was_not_heard_of_is_asked_for_again_and_done_once() {
    is_killed_again_and_again(&Place::new(&[]), &[]);
}

#[test]
fn the_same_on_a_server_of_databases() {
    let Some(cluster) = Cluster::shared() else { return };
    let url = cluster.new_database("killed");
    is_killed_again_and_again(&Place::new(&["--database", &url]), &["--database", &url]);
}
