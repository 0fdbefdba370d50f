//! `proofmark serve` when things go wrong around it: senders that dawdle, a database that goes away, a disk that is full,
//! an object store that stalls, two nodes at once, a
//! process that is killed. Each time the behaviour is named, and nothing acknowledged is lost.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
#![expect(clippy::print_stderr, reason = "what is missing here is said")]

#[path = "../../../store/tests/contract/bucket_server.rs"]
#[expect(dead_code, reason = "shared with the tests of the store, which ask more of it")]
mod bucket_server;
#[path = "../../../store/tests/contract/cluster.rs"]
#[expect(dead_code, reason = "shared with the tests of the store, which ask more of it")]
mod cluster;
mod dawdling;
mod disk;
mod exchange;
mod kept;
mod killed;
mod nodes;
mod outage;
#[path = "../../../store/tests/contract/postgres_programs.rs"]
mod postgres_programs;
mod served;
mod tls;
mod wire;
