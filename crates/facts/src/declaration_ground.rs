//! What a declaration of conformity rests on: which revision of what.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digest::Sha256;
use crate::review_ground::ReviewGround;

/// What two people look at when they issue a declaration. Not the findings, nor how likely they are to be exploited: they
/// move every day, and only whether the release gate is open counts, which is asked anew with each signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarationGround {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// What the declaration says, without its day of issue.
    pub declared: Sha256,
    /// The dossier.
    pub dossier: Sha256,
    /// The component list; absent: there was none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub component_list: Option<Sha256>,
    /// The files the dossier names, each by its digest: all of them together.
    pub files: Sha256,
    /// The same one by one, by the path the dossier names them by; `None`: it was not there. Absent as a whole: it names
    /// none, or the ground was written down before they were kept one by one.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub named: BTreeMap<String, Option<Sha256>>,
    /// What a legal review was to be of; absent: the procedure asks for none, or that was not kept yet.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub review: Option<ReviewGround>,
}

/// The most paths of files that moved a sentence names.
const MOST_NAMED: usize = 10;

impl DeclarationGround {
    /// The files as one digest; `None`: it is not there.
    pub fn of_files(files: &BTreeMap<String, Option<Sha256>>) -> Sha256 {
        let lines: Vec<String> = files
            .iter()
            .map(|(path, sha256)| {
                let written = sha256.map_or_else(|| "-".to_owned(), |sha256| sha256.to_string());
                // The length first: no name of a file can pass for two lines.
                format!("{} {path} {written}\n", path.len())
            })
            .collect();
        Sha256::of(lines.concat().as_bytes())
    }

    /// The files it stands on, as far as they were there and are kept one by one.
    pub fn kept_files(&self) -> impl Iterator<Item = Sha256> {
        self.named.values().copied().flatten()
    }

    /// How it differs from what is there now, in words; empty: it does not.
    pub fn moved(&self, now: &Self) -> Vec<Text> {
        let mut says = Vec::new();
        if (&self.product, &self.release) != (&now.product, &now.release) {
            says.push(text!("issuing-moved-release", release = &self.release));
        }
        let short = |digest: &Sha256| digest.to_string()[..12].to_owned();
        if self.dossier != now.dossier {
            let (was, is) = (short(&self.dossier), short(&now.dossier));
            says.push(text!("issuing-moved-dossier", was = was, now = is));
        }
        if self.component_list != now.component_list {
            let digits = |list: Option<&Sha256>| list.map_or_else(|| "–".to_owned(), short);
            let (was, is) = (digits(self.component_list.as_ref()), digits(now.component_list.as_ref()));
            says.push(text!("issuing-moved-list", was = was, now = is));
        }
        if self.files != now.files {
            says.push(self.moved_files(now));
        }
        // With the dossier it moves as a rule; alone it does where the state of the law did.
        if self.declared != now.declared {
            says.push(text!("issuing-moved-words"));
        }
        says.extend(ReviewGround::moved(self.review.as_ref(), now.review.as_ref()));
        says
    }

    /// Which files moved, where that is kept of both.
    fn moved_files(&self, now: &Self) -> Text {
        let paths: BTreeSet<&String> = self.named.keys().chain(now.named.keys()).collect();
        let is_told = Self::of_files(&self.named) == self.files && Self::of_files(&now.named) == now.files;
        let moved = paths.into_iter().filter(|path| self.named.get(*path) != now.named.get(*path));
        let mut moved: Vec<String> = moved.map(|path| format!("`{path}`")).collect();
        if !is_told || moved.is_empty() {
            return text!("issuing-moved-files");
        }
        if moved.len() > MOST_NAMED {
            moved.truncate(MOST_NAMED);
            moved.push("…".to_owned());
        }
        text!("issuing-moved-named-files", paths = moved.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground() -> DeclarationGround {
        DeclarationGround {
            product: "gateway".into(),
            release: "1.0.0".into(),
            declared: Sha256::of(b"declared"),
            dossier: Sha256::of(b"dossier"),
            component_list: Some(Sha256::of(b"list")),
            files: Sha256::of(b"files"),
            named: BTreeMap::new(),
            review: None,
        }
    }

    fn review() -> ReviewGround {
        let none = BTreeMap::new;
        let law_as_of = jiff::civil::Date::constant(2026, 11, 21);
        ReviewGround { asked: none(), rests_on: none(), law_as_of, law: Sha256::of(b"law") }
    }

    #[test]
    fn each_thing_that_moved_is_named_and_nothing_else_is() {
        assert_eq!(ground().moved(&ground()), Vec::new());
        for (id, now) in [
            ("issuing-moved-release", DeclarationGround { release: "2".into(), ..ground() }),
            ("issuing-moved-dossier", DeclarationGround { dossier: Sha256::of(b"x"), ..ground() }),
            ("issuing-moved-list", DeclarationGround { component_list: None, ..ground() }),
            ("issuing-moved-files", DeclarationGround { files: Sha256::of(b"x"), ..ground() }),
            ("issuing-review-untold", DeclarationGround { review: Some(review()), ..ground() }),
            ("issuing-moved-words", DeclarationGround { declared: Sha256::of(b"x"), ..ground() }),
        ] {
            let ids: Vec<&str> = ground().moved(&now).iter().map(Text::id).collect();
            assert_eq!(ids, [id]);
        }
    }

    #[test]
    fn files_that_moved_are_named_where_both_grounds_tell_them() {
        let with = |files: &[(&str, Option<&[u8]>)]| {
            let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.map(Sha256::of)));
            let named: BTreeMap<String, Option<Sha256>> = files.collect();
            DeclarationGround { files: DeclarationGround::of_files(&named), named, ..ground() }
        };
        let was = with(&[("a", Some(b"1")), ("b", Some(b"2")), ("c", None)]);
        let now = with(&[("a", Some(b"1")), ("b", Some(b"3")), ("c", Some(b"4"))]);
        let says = was.moved(&now);
        assert_eq!(says.iter().map(Text::id).collect::<Vec<_>>(), ["issuing-moved-named-files"]);
        let says = says[0].to_string();
        assert!(says.contains("`b`, `c`") && !says.contains("`a`"), "{says}");
        assert_eq!(was.kept_files().collect::<Vec<_>>(), [Sha256::of(b"1"), Sha256::of(b"2")]);
        // A ground of before tells only that something moved.
        let before = DeclarationGround { named: BTreeMap::new(), ..was };
        let ids: Vec<&str> = before.moved(&now).iter().map(Text::id).collect();
        assert_eq!(ids, ["issuing-moved-files"]);
    }

    #[test]
    fn files_are_one_digest_that_no_name_can_forge() {
        let of = |files: &[(&str, Option<&[u8]>)]| {
            let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.map(Sha256::of)));
            DeclarationGround::of_files(&files.collect())
        };
        let gone = of(&[("a", None)]);
        assert_ne!(gone, of(&[("a", Some(b"x"))]));
        assert_ne!(of(&[("a", None), ("b", None)]), of(&[("a -\n1 b", None)]));
        assert_eq!(gone, of(&[("a", None)]));
    }
}
