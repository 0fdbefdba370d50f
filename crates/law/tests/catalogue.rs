//! Code and catalogue hold each other to account: every sentence named exists, every sentence written is used.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn named_in(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        for (at, _) in source.match_indices("\"law-") {
            let key = source[at + 1..].split('"').next().unwrap();
            keys.insert(key.to_owned());
        }
    }
}

#[test]
fn every_sentence_the_law_names_is_in_the_catalogue_and_none_lies_idle() {
    let mut named = BTreeSet::new();
    named_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named);
    let written: BTreeSet<String> = proofmark_text::messages()
        .into_iter()
        .filter(|message| message.room == "law")
        .map(|message| message.id)
        .collect();
    assert_eq!(named.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "not written");
    assert_eq!(written.difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "not used");
}
