//! Every reader of bytes from outside has a fuzz target, or a reason why not.

use super::source::Source;

/// Where targets lie.
const TARGETS: &str = "fuzz/fuzz_targets/";

/// Rooms whose readers meet what strangers wrote.
const ROOMS: [&str; 9] =
    ["access", "actions", "courier", "facts", "formats", "law", "proofmark", "trust", "vulndb"];

/// What readers are called, or begin with.
const CALLED: [&str; 9] = [
    "read",
    "parse",
    "from_bytes",
    "from_pem",
    "from_answer",
    "from_secret_line",
    "read_",
    "walk_",
    "verify_",
];

/// Readers no target calls by name, each with the reason.
const SPARED: &[(&str, &str)] = &[
    ("Country::from_str", "two letters out of a list; every dossier that is fuzzed goes through it"),
    ("Ecosystem::parse", "a word out of a list; every advisory that is fuzzed goes through it"),
    ("Hash::from_str", "base64 of 32 bytes; every checkpoint that is fuzzed goes through it"),
    ("KeyName::from_str", "the first part of every key that is fuzzed"),
    ("Network::from_str", "written by whoever runs the installation"),
    ("Oid::from_str", "written by whoever runs the installation"),
    ("Order::read", "each of the orders is asked, by the list of them"),
    ("SealingKey::from_secret_line", "written by whoever runs the installation"),
    ("Sha256::from_str", "64 digits; every list of components that is fuzzed goes through it"),
    ("StandardsMapping::parse", "built into the program"),
    ("read_state", "the state of the law after its signature, which has a target"),
    ("verify_pack_under", "what `verify_pack` calls"),
];

/// Names every reader without a target, and every exception that is none any more.
pub(crate) fn readers(sources: &[Source]) -> Vec<String> {
    let targets: Vec<&Source> = sources.iter().filter(|source| source.path.starts_with(TARGETS)).collect();
    let is_said = |words: &str| targets.iter().any(|target| target.text.contains(words));
    let is_fuzzed = |reader: &str| match reader.strip_suffix("::from_str") {
        Some(of) => is_said(&format!("parse::<{of}>")),
        None => is_said(reader),
    };
    let (mut complaints, mut found) = (Vec::new(), Vec::new());
    let meets_strangers =
        |source: &&Source| source.ships() && source.room().is_some_and(|room| ROOMS.contains(&room));
    for source in sources.iter().filter(meets_strangers) {
        for reader in readers_of(source) {
            let is_spared = SPARED.iter().any(|(name, _)| *name == reader);
            match (is_fuzzed(&reader), is_spared) {
                (false, false) => {
                    complaints.push(format!("{}: no fuzz target calls `{reader}`", source.path));
                }
                (true, true) => complaints.push(format!("`{reader}` is fuzzed and needs no exception")),
                _ => {}
            }
            found.push(reader);
        }
    }
    let gone = SPARED.iter().filter(|(name, _)| !found.iter().any(|reader| reader == name));
    complaints.extend(gone.map(|(name, _)| format!("`{name}` is an exception and no reader")));
    complaints
}

/// The public readers of a file: `read_sbom`, `Note::parse`, `VerifierKey::from_str`.
fn readers_of(source: &Source) -> Vec<String> {
    let mut of = String::new();
    let mut found = Vec::new();
    let lines: Vec<&str> = source.without_tests().lines().collect();
    for (place, line) in lines.iter().enumerate() {
        if line.starts_with("impl") {
            of = implemented(line);
            if line.contains(" FromStr for ") {
                found.push(format!("{of}::from_str"));
            }
        } else if *line == "}" {
            of.clear();
        }
        let Some(rest) = line.trim_start().strip_prefix("pub fn ") else { continue };
        let name: String = rest.chars().take_while(|one| one.is_alphanumeric() || *one == '_').collect();
        let called =
            CALLED.iter().any(|called| name == *called || called.ends_with('_') && name.starts_with(called));
        let signature: String =
            lines[place..].iter().take_while(|line| !line.ends_with('{')).copied().collect();
        let signature = if line.ends_with('{') { (*line).to_owned() } else { signature };
        let takes_text = ["&[u8]", "&'a [u8]", "Vec<u8>", "&str", "&Secret", "impl Read"]
            .iter()
            .any(|kind| signature.split("->").next().unwrap_or_default().contains(kind));
        if called && takes_text {
            found.push(if of.is_empty() { name } else { format!("{of}::{name}") });
        }
    }
    found
}

/// `X` of `impl<'a> X<'a> {` and `impl FromStr for X {`.
fn implemented(line: &str) -> String {
    let line = line.split(" where").next().unwrap_or_default();
    let of = line.rsplit(" for ").next().unwrap_or_default();
    let of = if line.contains(" for ") { of } else { after_generics(line) };
    of.trim().chars().take_while(|one| one.is_alphanumeric() || *one == '_').collect()
}

/// What follows `impl` and the brackets behind it.
fn after_generics(line: &str) -> &str {
    let rest = line.trim_start_matches("impl");
    if rest.starts_with('<') { rest.split_once("> ").map_or(rest, |(_, of)| of) } else { rest }
}
