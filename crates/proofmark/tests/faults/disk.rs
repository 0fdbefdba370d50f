//! A disk that is full: what was acknowledged is there, what was not is refused with a code, and reading goes on.

use crate::served::{Place, assert_sound};

/// Files may grow to this many blocks of 512 bytes; the program is told, not killed.
const LIMITED: &str = "trap '' XFSZ; ulimit -f 6000";

/// Whoever gets this far was never limited.
const FAR_TOO_MANY: usize = 600;

#[test]
fn nothing_acknowledged_is_lost_when_the_disk_is_full() {
    let mut place = Place::new(&[]);
    place.before = LIMITED;
    let served = place.serve();
    let team = served.set_up();
    let mut acknowledged = Vec::new();
    let refused = (0..FAR_TOO_MANY).find_map(|number| {
        let name = format!("Gateway {number}");
        let answer = team.hand_in(&name).unwrap();
        if answer.status < 300 {
            acknowledged.push(name);
            return None;
        }
        Some(answer)
    });
    let refused = refused.expect("the disk was never full");
    assert!(matches!(refused.status, 503 | 507), "{refused:?}");
    assert!(!refused.code().is_empty() && !refused.json()["hint"].is_null(), "{refused:?}");
    assert!(acknowledged.len() > 1, "{refused:?}");
    assert_eq!(served.health().0, 200);
    assert_all_there(&team, &acknowledged);
    served.end();

    place.before = "";
    assert_sound(&place, &[]);
    let served = place.serve();
    let team = team.at(served.address);
    assert_all_there(&team, &acknowledged);
    let answer = team.hand_in("Gateway after all").unwrap();
    assert!(answer.status < 300, "{answer:?}");
    served.end();
    assert_sound(&place, &[]);
}

fn assert_all_there(team: &crate::served::Team, acknowledged: &[String]) {
    let mut found = team.products();
    found.sort();
    let mut wanted = acknowledged.to_vec();
    wanted.sort();
    assert_eq!(found, wanted);
}
