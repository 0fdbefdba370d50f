//! Paragraphs with a label each, for formats that have one field where others have several: written here, they are read back.

use proofmark_facts::{VexAction, VexActionKind};

/// What a statement says in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) impact: Option<String>,
    pub(super) action: Option<VexAction>,
    pub(super) notes: Option<String>,
    /// The word of VEX for the justification, where the format's own word is not equal to it.
    pub(super) justification: Option<String>,
}

const IMPACT: &str = "Impact: ";
const ACTION: &str = "Action: ";
const NOTES: &str = "Notes: ";
const JUSTIFICATION: &str = "VEX justification: ";

/// What stands behind the word: nobody else's standard says that it is the same.
const MAPPED: &str = " (mapped to CycloneDX by the author's tool; no standard fixes this mapping)";

impl Said {
    /// The paragraphs; `None`: there is nothing to say.
    pub(super) fn to_words(&self) -> Option<String> {
        let mut paragraphs: Vec<String> = Vec::new();
        paragraphs.extend(self.impact.as_ref().map(|words| format!("{IMPACT}{words}")));
        paragraphs.extend(self.action.as_ref().map(|action| match action.kind {
            Some(kind) => format!("Action ({}): {}", action_word(kind), action.says),
            None => format!("{ACTION}{}", action.says),
        }));
        paragraphs.extend(self.notes.as_ref().map(|words| format!("{NOTES}{words}")));
        paragraphs.extend(self.justification.as_ref().map(|word| format!("{JUSTIFICATION}{word}{MAPPED}")));
        (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
    }

    /// What the paragraphs say; `None`: somebody wrote them otherwise, and they are words like any others.
    pub(super) fn of(words: &str) -> Option<Self> {
        let mut said = Self::default();
        let mut rest = words;
        while !rest.is_empty() {
            let end = rest.match_indices("\n\n").map(|(at, _)| at).find(|at| begins(&rest[at + 2..]));
            let (paragraph, after) = end.map_or((rest, ""), |at| (&rest[..at], &rest[at + 2..]));
            rest = after;
            let text = |label: &str| paragraph.strip_prefix(label).map(str::to_owned);
            if let Some(words) = text(IMPACT) {
                said.impact = Some(words);
            } else if let Some(words) = text(NOTES) {
                said.notes = Some(words);
            } else if let Some(words) = text(JUSTIFICATION) {
                said.justification = Some(words.strip_suffix(MAPPED)?.to_owned());
            } else {
                said.action = Some(action_of(paragraph)?);
            }
        }
        (said.to_words().as_deref() == Some(words)).then_some(said)
    }
}

fn begins(paragraph: &str) -> bool {
    [IMPACT, NOTES, JUSTIFICATION].iter().any(|label| paragraph.starts_with(label))
        || action_of(paragraph).is_some()
}

fn action_of(paragraph: &str) -> Option<VexAction> {
    if let Some(says) = paragraph.strip_prefix(ACTION) {
        return Some(VexAction { kind: None, says: says.to_owned() });
    }
    let (word, says) = paragraph.strip_prefix("Action (")?.split_once("): ")?;
    Some(VexAction { kind: Some(action_kind(word)?), says: says.to_owned() })
}

/// CSAF's word for the kind of an action.
pub(super) fn action_word(kind: VexActionKind) -> &'static str {
    match kind {
        VexActionKind::VendorFix => "vendor_fix",
        VexActionKind::Workaround => "workaround",
        VexActionKind::Mitigation => "mitigation",
        VexActionKind::NoFixPlanned => "no_fix_planned",
        VexActionKind::NoneAvailable => "none_available",
    }
}

/// The kind CSAF calls so.
pub(super) fn action_kind(word: &str) -> Option<VexActionKind> {
    Some(match word {
        "vendor_fix" => VexActionKind::VendorFix,
        "workaround" => VexActionKind::Workaround,
        "mitigation" => VexActionKind::Mitigation,
        "no_fix_planned" => VexActionKind::NoFixPlanned,
        "none_available" => VexActionKind::NoneAvailable,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_labelled_is_read_back_and_what_others_wrote_is_left_alone() {
        let says = VexAction { kind: Some(VexActionKind::Workaround), says: "a\n\nb".into() };
        let said = Said {
            impact: Some("x".into()),
            action: Some(says),
            notes: None,
            justification: Some("w".into()),
        };
        assert_eq!(Said::of(&said.to_words().unwrap()), Some(said));
        for other in ["Just words.", "Impact: a\n\nand more\n\nsomething", "Action (pray): x"] {
            let read = Said::of(other);
            assert!(read.is_none_or(|read| read.to_words().as_deref() == Some(other)), "{other}");
        }
        assert_eq!(Said::of("Just words."), None);
    }
}
