//! What an assessment noticed, as one digest: an assessment that says the same as the one before is not written.

use proofmark_facts::{Problem, Sha256};
use proofmark_text::{Arg, Text};
use serde_json::{Value, json};

/// The digest of these notices, whatever their order. It is of what they say and where, not of the words they say it in: a newer
/// program may put the same otherwise.
pub(crate) fn notices_digest(notices: &[Problem]) -> Sha256 {
    let mut all: Vec<String> = notices.iter().map(said).collect();
    all.sort_unstable();
    Sha256::of(all.join("\n").as_bytes())
}

/// One line of JSON.
fn said(notice: &Problem) -> String {
    json!([notice.weight, notice.place.file, notice.place.path, sentence(&notice.says)]).to_string()
}

fn sentence(says: &Text) -> Value {
    let args = says.args().iter().map(|(name, arg)| json!([name, filled(arg)]));
    json!([says.id(), args.collect::<Vec<_>>()])
}

fn filled(arg: &Arg) -> Value {
    match arg {
        Arg::Words(words) => json!(words),
        Arg::Count(count) => json!(count),
        Arg::Text(says) => sentence(says),
        Arg::Register(sentence) => json!([sentence.key()]),
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Informational, Place};
    use proofmark_text::text;

    use crate::informed::informed;

    use super::*;

    #[test]
    fn whatever_is_said_otherwise_has_another_digest_and_the_order_has_none() {
        let unmaintained = |component: &str| {
            informed(component, "RUSTSEC-2026-0001", Some("nobody is there"), Informational::Unmaintained)
        };
        let [one, other] = ["pkg:cargo/a@1", "pkg:cargo/b@1"].map(unmaintained);
        let both = notices_digest(&[one.clone(), other.clone()]);
        assert_eq!(notices_digest(&[other.clone(), one.clone()]), both);
        let noticed = informed("pkg:cargo/a@1", "RUSTSEC-2026-0001", None, Informational::Notice);
        let inner = Problem { says: text!("formats-cyclonedx-newer", version = "1.8"), ..one.clone() };
        let there = Problem { place: Place::at("/components/0"), ..one.clone() };
        let in_file =
            Problem { place: Place { file: Some("a.json".into()), ..Place::default() }, ..one.clone() };
        let mut seen = std::collections::HashSet::from([both, notices_digest(&[])]);
        for notice in [one, other, noticed, inner, there, in_file] {
            assert!(seen.insert(notices_digest(std::slice::from_ref(&notice))), "{notice:?}");
            assert!(seen.insert(notices_digest(&[notice.clone(), notice])));
        }
    }
}
