//! People: coming in, being let in, being kept out, and doing together what one must not do alone.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![expect(clippy::similar_names, reason = "a link, and the line that says it was used")]

mod at_once;
mod authenticator;
#[expect(
    dead_code,
    clippy::print_stderr,
    reason = "the store's own tests ask more of it, and are told what is missing"
)]
#[path = "../../../store/tests/contract/cluster.rs"]
mod cluster;
mod coming_in;
mod house;
mod issuer;
mod issuing;
mod older_release;
#[path = "../../../store/tests/contract/postgres_programs.rs"]
mod postgres_programs;
mod reviewed;
mod same_person;
mod second_factor;
mod test_box;
mod tokens;
mod two_people;
mod vouched_for;
mod walls;
mod ways_in;
mod whose_account;
