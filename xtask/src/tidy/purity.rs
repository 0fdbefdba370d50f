//! Pure rooms hold no socket, no SQL, no file, no clock, no randomness: neither themselves nor by a guest.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::arrows::metadata;
use super::source::Source;

/// The pure rooms. `vulndb` is pure but for its memory map and for publishing its own file.
const PURE: &[&str] = &["text", "facts", "trust", "law", "formats", "access", "documents", "actions"];

/// Guests that bring the outside with them.
const OUTSIDE: &[&str] = &[
    "tokio",
    "mio",
    "socket2",
    "reqwest",
    "hyper",
    "ureq",
    "rusqlite",
    "sqlx",
    "postgres",
    "getrandom",
    "tempfile",
];

/// What brings outside things along and is known not to use them where we ask it: the one impure room below, and the
/// reader of identity tokens and the verifier of certificates, both of which only verify signatures and draw nothing. The
/// latter's other cryptography, which could draw, stands in the graph although nothing switches it on.
/// The reader of OpenPGP likewise only verifies, although it could sign. What holds documents against schemas seeds its tables by chance;
/// what it finds is put in order.
const BAGGAGE: &[&str] = &["proofmark-vulndb", "jsonwebtoken", "rustls-webpki", "pgp", "jsonschema"];

/// Words in the code that reach outside.
const REACHES_OUT: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::env::var",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "std::io::stdin",
    "std::thread::sleep",
];

/// Asks both the code and cargo's dependency graph.
pub(crate) fn purity(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|source| source.ships()) {
        if source.room().is_some_and(|room| PURE.contains(&room)) {
            let code = source.without_tests();
            complaints.extend(
                REACHES_OUT
                    .iter()
                    .filter(|word| code.contains(**word))
                    .map(|word| format!("{} says `{word}`", source.path)),
            );
        }
    }
    let graph = match metadata() {
        Ok(metadata) => Graph::read(&metadata),
        Err(complaint) => return vec![complaint],
    };
    for room in PURE {
        let guests = graph.reached_from(&format!("proofmark-{room}"));
        complaints.extend(
            OUTSIDE
                .iter()
                .filter(|guest| guests.contains(**guest))
                .map(|guest| format!("`{room}` brings in `{guest}`")),
        );
    }
    complaints
}

/// What only programs inside a browser need is in none of ours.
fn for_browsers(kind: &Value) -> bool {
    kind["target"].as_str().is_some_and(|target| target.contains("wasm32"))
}

/// The resolved dependency graph, without what only tests and build scripts need.
struct Graph {
    names: HashMap<String, String>,
    needs: HashMap<String, Vec<String>>,
}

impl Graph {
    fn read(metadata: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let names = list(&metadata["packages"])
            .iter()
            .map(|package| (text(&package["id"]), text(&package["name"])))
            .collect();
        let is_shipped = |need: &Value| {
            list(&need["dep_kinds"]).iter().any(|kind| kind["kind"].is_null() && !for_browsers(kind))
        };
        let needs = list(&metadata["resolve"]["nodes"])
            .iter()
            .map(|node| {
                let deps = list(&node["deps"]);
                let shipped = deps.iter().filter(|need| is_shipped(need)).map(|need| text(&need["pkg"]));
                (text(&node["id"]), shipped.collect())
            })
            .collect();
        Self { names, needs }
    }

    /// What a room brings in; what the one impure room below brings is its own affair.
    fn reached_from(&self, name: &str) -> BTreeSet<&str> {
        let mut waiting: Vec<&String> =
            self.names.iter().filter(|(_, found)| *found == name).map(|(id, _)| id).collect();
        let mut seen: BTreeSet<&String> = waiting.iter().copied().collect();
        while let Some(id) = waiting.pop() {
            if self.names.get(id).is_some_and(|name| BAGGAGE.contains(&name.as_str())) {
                continue;
            }
            for need in self.needs.get(id).into_iter().flatten() {
                if seen.insert(need) {
                    waiting.push(need);
                }
            }
        }
        seen.into_iter().filter_map(|id| self.names.get(id)).map(String::as_str).collect()
    }
}
