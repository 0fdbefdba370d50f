//! In which language a document is: tests 6.1.12, 6.1.15 and 6.1.28, and 6.2.12, 6.2.14 and 6.2.15.

use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use crate::excerpt::excerpt;

/// Every subtag that IANA registered, a line each kind; where from, says `data/csaf/ORIGIN.md`.
const REGISTERED: &str = include_str!("../../../data/csaf/language-subtags.txt");

/// The members that are language tags.
const MEMBERS: [&str; 2] = ["lang", "source_lang"];

/// 6.1.12: the languages are ones.
pub(super) fn language(judged: &Judged<'_>, found: &mut Findings) {
    each(judged, |member, tag| {
        if !is_valid(tag) {
            found
                .tell(|| format!("/document/{member}"), || text!("csaf-judged-language", tag = excerpt(tag)));
        }
    });
}

/// 6.1.15: a translator says what was translated from.
pub(super) fn translator(judged: &Judged<'_>, found: &mut Findings) {
    let is_translator = judged.document["publisher"]["category"] == "translator";
    let source = judged.document["source_lang"].as_str().unwrap_or_default();
    if is_translator && source.is_empty() {
        found.tell(|| "/document/source_lang".to_owned(), || text!("csaf-judged-translator"));
    }
}

/// 6.1.28: what was translated was in another language. Tags do not depend on case.
pub(super) fn translation(judged: &Judged<'_>, found: &mut Findings) {
    if let (Some(into), Some(from)) =
        (judged.document["lang"].as_str(), judged.document["source_lang"].as_str())
        && into.eq_ignore_ascii_case(from)
    {
        found.tell(
            || "/document/source_lang".to_owned(),
            || text!("csaf-judged-translation", tag = excerpt(from)),
        );
    }
}

/// 6.2.12: the document says in which language it is.
pub(super) fn missing_language(judged: &Judged<'_>, found: &mut Findings) {
    if judged.document["lang"].as_str().is_none_or(str::is_empty) {
        found.tell(|| "/document/lang".to_owned(), || text!("csaf-judged-no-language"));
    }
}

/// 6.2.14: no subtag is for private use.
pub(super) fn private_language(judged: &Judged<'_>, found: &mut Findings) {
    each(judged, |member, tag| {
        if tag.split('-').enumerate().any(|(place, subtag)| is_private(place == 0, subtag)) {
            found.tell(
                || format!("/document/{member}"),
                || text!("csaf-judged-private-language", tag = excerpt(tag)),
            );
        }
    });
}

/// 6.2.15: the language is a real one.
pub(super) fn default_language(judged: &Judged<'_>, found: &mut Findings) {
    each(judged, |member, tag| {
        if tag.eq_ignore_ascii_case("i-default") {
            found.tell(|| format!("/document/{member}"), || text!("csaf-judged-default-language"));
        }
    });
}

fn each(judged: &Judged<'_>, mut told: impl FnMut(&'static str, &str)) {
    for member in MEMBERS {
        if let Some(tag) = judged.document[member].as_str() {
            told(member, tag);
        }
    }
}

/// Whether a subtag is one of those the registry keeps for private use: `x`, `qaa` to `qtz`, `Qaaa` to `Qabx`, `QM` to `QZ`, `XA` to
/// `XZ`, `AA` and `ZZ`.
fn is_private(is_first: bool, subtag: &str) -> bool {
    let subtag = subtag.to_ascii_lowercase();
    let between = |from: &str, to: &str| subtag.as_str() >= from && subtag.as_str() <= to;
    match (subtag.len(), is_first) {
        (1, _) => subtag == "x",
        (3, true) => between("qaa", "qtz"),
        (4, false) => between("qaaa", "qabx"),
        (2, false) => between("qm", "qz") || between("xa", "xz") || subtag == "aa" || subtag == "zz",
        _ => false,
    }
}

/// Whether a tag is valid as RFC 5646 section 2.2.9 has it: well-formed, every subtag registered, no variant and no singleton twice.
fn is_valid(tag: &str) -> bool {
    let tag = excerpt(tag).to_ascii_lowercase();
    if is_registered("grandfathered", &tag) {
        return true;
    }
    let mut subtags = tag.split('-').peekable();
    let Some(language) = subtags.next() else { return false };
    if language == "x" {
        return subtags.peek().is_some() && subtags.all(|subtag| is_alphanumeric(subtag, 1));
    }
    let is_own = language.len() == 3 && is_private(true, language);
    if !is_own && !is_registered("language", language) {
        return false;
    }
    if let Some(extended) = subtags.next_if(|subtag| subtag.len() == 3 && is_alphabetic(subtag))
        && !is_registered("extlang", &format!("{extended}:{language}"))
    {
        return false;
    }
    if let Some(script) = subtags.next_if(|subtag| subtag.len() == 4 && is_alphabetic(subtag))
        && !is_registered("script", script)
        && !is_private(false, script)
    {
        return false;
    }
    let is_region = |subtag: &&str| {
        subtag.len() == 2 && is_alphabetic(subtag)
            || subtag.len() == 3 && subtag.bytes().all(|byte| byte.is_ascii_digit())
    };
    if let Some(region) = subtags.next_if(is_region)
        && !is_registered("region", region)
        && !is_private(false, region)
    {
        return false;
    }
    let mut variants: Vec<&str> = Vec::new();
    while let Some(variant) = subtags.next_if(|subtag| subtag.len() >= 4) {
        if variants.contains(&variant) || !is_registered("variant", variant) {
            return false;
        }
        variants.push(variant);
    }
    are_extensions(subtags)
}

/// Whether the rest of a tag is extensions, each singleton once, and private use at the end.
fn are_extensions<'t>(mut subtags: std::iter::Peekable<impl Iterator<Item = &'t str>>) -> bool {
    let mut singletons: Vec<&str> = Vec::new();
    while let Some(singleton) = subtags.next() {
        if singleton == "x" {
            return subtags.peek().is_some() && subtags.all(|subtag| is_alphanumeric(subtag, 1));
        }
        let has_value = subtags.peek().is_some_and(|subtag| is_alphanumeric(subtag, 2));
        if !is_alphanumeric(singleton, 1)
            || singleton.len() != 1
            || singletons.contains(&singleton)
            || !has_value
        {
            return false;
        }
        singletons.push(singleton);
        while subtags.next_if(|subtag| is_alphanumeric(subtag, 2)).is_some() {}
    }
    true
}

fn is_alphanumeric(subtag: &str, least: usize) -> bool {
    (least..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_alphabetic(subtag: &str) -> bool {
    subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether a subtag, in lower case, is registered as of this kind.
fn is_registered(kind: &str, subtag: &str) -> bool {
    let line = REGISTERED.lines().find_map(|line| line.strip_prefix(kind)?.strip_prefix(' '));
    line.is_some_and(|line| line.split(' ').any(|known| known == subtag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_the_standard_are_valid_and_others_are_not() {
        // RFC 5646, appendix A.
        for tag in [
            "de",
            "fr",
            "ja",
            "i-enochian",
            "zh-Hant",
            "sr-Latn",
            "zh-cmn-Hans-CN",
            "cmn-Hans-CN",
            "zh-yue-HK",
            "sr-Latn-RS",
            "sl-rozaj",
            "sl-rozaj-biske",
            "de-CH-1901",
            "sl-IT-nedis",
            "hy-Latn-IT-arevela",
            "de-DE",
            "en-US",
            "es-419",
            "de-CH-x-phonebk",
            "az-Arab-x-AZE-derbend",
            "x-whatever",
            "qaa-Qaaa-QM-x-southern",
            "de-Qaaa",
            "en-US-u-islamcal",
            "zh-CN-a-myext-x-private",
            "I-Default",
            "EN-us",
        ] {
            assert!(is_valid(tag), "{tag}");
        }
        for tag in [
            "",
            "EZ",
            "de-419-DE",
            "a-DE",
            "ar-a-aaa-b-bbb-a-ccc",
            "de-DE-1901-1901",
            "en-yue",
            "zz",
            "en-Xxxx",
            "en-QQQ",
            "en-",
            "x",
            "en-u",
            "en-x",
            "en-US-foobar",
            "abcdefghi",
        ] {
            assert!(!is_valid(tag), "{tag}");
        }
    }

    #[test]
    fn what_is_for_private_use_is_known() {
        let private = |tag: &str| tag.split('-').enumerate().any(|(place, one)| is_private(place == 0, one));
        for tag in ["qtx", "en-x-klingon", "de-Qaaa", "en-QM", "en-ZZ"] {
            assert!(private(tag), "{tag}");
        }
        for tag in ["quc", "en-US", "sr-Latn", "aa", "i-default"] {
            assert!(!private(tag), "{tag}");
        }
    }
}
