//! The catalogue: one Fluent bundle a language and room, its embedded file parsed once many of its sentences are said. Most runs
//! of the program say few sentences of a room, each of which is parsed alone: to parse the files took most of a short one's time.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use crate::files::files;
use crate::{Arg, Language, Text};

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::of(Language::English, files(Language::English)));
static GERMAN: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::of(Language::German, files(Language::German)));

/// How many sentences of a room are parsed alone before its whole file is: parsing a file takes as long as some fifty of them.
const FEW: usize = 64;

/// The sentences of a language.
struct Catalogue {
    language: Language,
    rooms: Vec<Room>,
}

/// The sentences of a room.
struct Room {
    name: &'static str,
    /// Its file.
    source: &'static str,
    /// How many were looked for before the file was parsed.
    asked: AtomicUsize,
    /// The file, parsed.
    parsed: OnceLock<Bundle>,
}

impl Catalogue {
    fn of(language: Language, files: &[(&'static str, &'static str)]) -> Self {
        let room = |&(name, source): &(&'static str, &'static str)| Room {
            name,
            source,
            asked: AtomicUsize::new(0),
            parsed: OnceLock::new(),
        };
        Self { language, rooms: files.iter().map(room).collect() }
    }

    /// Hands on the sentence with this key, which begins with its room, and the bundle that fills it.
    fn with_message<T>(
        &self,
        key: &str,
        then: impl FnOnce(&Bundle, &FluentMessage<'_>) -> Option<T>,
    ) -> Option<T> {
        let (of, _) = key.split_once('-')?;
        let room = self.rooms.iter().find(|room| room.name == of)?;
        let is_one_of_few = || room.asked.fetch_add(1, Ordering::Relaxed) < FEW;
        if room.parsed.get().is_none() && is_one_of_few() {
            let alone = load(self.language, room.name, entry(room.source, key)?);
            return then(&alone, &alone.get_message(key)?);
        }
        let whole = room.parsed.get_or_init(|| load(self.language, room.name, room.source));
        then(whole, &whole.get_message(key)?)
    }
}

/// The lines of one entry of a file: that of its key, and those below it that are indented or empty. No sentence of ours names
/// another one or a term, so that its lines are all it needs.
fn entry<'s>(source: &'s str, key: &str) -> Option<&'s str> {
    let mut places = source.match_indices(key).filter(|&(place, _)| {
        let begins_line = place == 0 || source.as_bytes().get(place - 1) == Some(&b'\n');
        let after = source.get(place + key.len()..).unwrap_or_default();
        begins_line && after.trim_start_matches(' ').starts_with('=')
    });
    let (begin, _) = places.next()?;
    let entry = source.get(begin..)?;
    let goes_on = |line: &&str| matches!(line.bytes().next(), None | Some(b' ' | b'\n' | b'\r' | b'}'));
    let rest = entry.split_inclusive('\n').skip(1).take_while(goes_on);
    let first = entry.find('\n').map_or(entry.len(), |end| end + 1);
    entry.get(..first + rest.map(str::len).sum::<usize>())
}

/// Takes from a sentence the part that is to be said.
type Part = for<'m> fn(&FluentMessage<'m>) -> Option<&'m Pattern<&'m str>>;

const SENTENCE: Part = |message| message.value();
const HINT: Part = |message| Some(message.get_attribute("hint")?.value());

/// Gaps that hold what a library said: it speaks English, whoever listens.
const TOLD_IN_ENGLISH: [&str; 5] = ["error", "fault", "message", "reason", "why"];

/// Puts a sentence into words. A key nobody wrote is shown rather than lost.
pub(crate) fn render(text: &Text, language: Language) -> String {
    say(catalogue(language), text, language, SENTENCE).unwrap_or_else(|| text.id().to_owned())
}

/// Puts a sentence's hint into words, if it has one.
pub(crate) fn render_hint(text: &Text, language: Language) -> Option<String> {
    say(catalogue(language), text, language, HINT)
}

/// The sentence with these signs around every English word of a library in it.
pub(crate) fn with_english_between(text: &Text, language: Language, signs: [char; 2]) -> Text {
    let marked = |name: &str, arg: &Arg| match arg {
        Arg::Words(words)
            if TOLD_IN_ENGLISH.contains(&name) && words.contains(' ') && language != Language::English =>
        {
            Arg::Words(format!("{}{words}{}", signs[0], signs[1]))
        }
        Arg::Text(inner) => Arg::Text(with_english_between(inner, language, signs)),
        other => other.clone(),
    };
    let args = text.args().iter().map(|(name, arg)| (*name, marked(name, arg))).collect();
    text.with_args(args)
}

/// A sentence of a register as a language says it; `None` where it lacks it, as English, whose sentences are constants.
pub(crate) fn of_register(key: &str, language: Language) -> Option<Cow<'static, str>> {
    catalogue(language).with_message(key, |bundle, message| {
        let mut errors = Vec::new();
        Some(Cow::Owned(bundle.format_pattern(message.value()?, None, &mut errors).into_owned()))
    })
}

/// Says a part of a sentence as a catalogue has it, or as English has it where that does not.
///
/// A sentence in a gap is said in the reader's language even if the one around it cannot be.
fn say(catalogue: &Catalogue, text: &Text, language: Language, part: Part) -> Option<String> {
    [catalogue, &ENGLISH].into_iter().find_map(|catalogue| {
        catalogue
            .with_message(text.id(), |bundle, message| Some(fill(bundle, part(message)?, text, language)))
    })
}

fn fill(bundle: &Bundle, pattern: &Pattern<&str>, text: &Text, language: Language) -> String {
    let mut args = FluentArgs::with_capacity(text.args().len());
    for (name, arg) in text.args() {
        let value = match arg {
            Arg::Words(words) => FluentValue::from(words.as_str()),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Text(inner) => FluentValue::from(inner.in_language(language)),
            Arg::Register(inner) => FluentValue::from(inner.in_language(language)),
        };
        args.set(*name, value);
    }
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "`{}` was not filled: {errors:?}", text.id());
    said
}

fn catalogue(language: Language) -> &'static Catalogue {
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

/// Parses a file. They are our own: one that does not parse is our mistake.
fn load(language: Language, room: &str, source: &str) -> Bundle {
    let tag = language.tag();
    let named = tag.parse().expect("the tag of a language names a language");
    let mut bundle =
        FluentBundle::new_concurrent(vec![LanguageIdentifier::from_parts(named, None, None, &[])]);
    // Direction marks around every value would end up in terminals, JSON and file names.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{tag}/{room}.ftl does not parse: {errors:?}"));
    if let Err(errors) = bundle.add_resource(resource) {
        panic!("{tag}/{room}.ftl: {errors:?}");
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A German catalogue with little in it.
    fn sparse(source: &'static str) -> Catalogue {
        Catalogue::of(Language::German, &[("law", source)])
    }

    /// The keys of a file, in its order.
    fn keys(source: &str) -> impl Iterator<Item = &str> {
        let entries =
            source.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
        entries.filter_map(|line| Some(line.split_once('=')?.0.trim()))
    }

    #[test]
    fn every_file_of_every_language_parses_and_every_sentence_alone_is_the_one_in_its_file() {
        for language in Language::ALL {
            for (room, source) in files(language) {
                // Parsing says which key stands twice.
                let whole = load(language, room, source);
                for key in keys(source) {
                    let alone = load(language, room, entry(source, key).unwrap());
                    let parts = |bundle: &Bundle| {
                        let message = bundle.get_message(key).unwrap();
                        let attributes = message.attributes().map(|one| format!("{one:?}"));
                        (format!("{:?}", message.value()), attributes.collect::<Vec<_>>())
                    };
                    assert_eq!(parts(&alone), parts(&whole), "{language:?} {room}: {key}");
                    assert!(
                        catalogue(language).with_message(key, |_, _| Some(())).is_some(),
                        "{room}: {key}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_sentence_names_another_one_or_a_term() {
        for language in Language::ALL {
            for (room, source) in files(language) {
                for line in source.lines().filter(|line| !line.starts_with('#')) {
                    let named = line.split('{').skip(1).map(str::trim_start);
                    let stray =
                        named.clone().find(|inside| !inside.is_empty() && !inside.starts_with(['$', '"']));
                    assert_eq!(stray, None, "{language:?} {room}: {line}");
                }
            }
        }
    }

    #[test]
    fn a_key_is_found_where_it_begins_a_line_and_ends_before_the_sign() {
        let source = "# law-x = no\nlaw-xy = other\nlaw-y = as law-x = says\nlaw-x  = this\n    and that\n\n    .hint = do\nlaw-z = z";
        assert_eq!(entry(source, "law-x"), Some("law-x  = this\n    and that\n\n    .hint = do\n"));
        assert_eq!(entry(source, "law-z"), Some("law-z = z"));
        assert_eq!(entry(source, "law-"), None);
        assert_eq!(entry(source, "aw-xy"), None);
    }

    #[test]
    fn a_file_is_parsed_once_many_of_its_sentences_are_said_and_no_other_one() {
        let catalogue = Catalogue::of(Language::English, files(Language::English));
        let parsed = || {
            let parsed = catalogue.rooms.iter().filter(|room| room.parsed.get().is_some());
            parsed.map(|room| room.name).collect::<Vec<_>>()
        };
        let is_known = |key: &str| catalogue.with_message(key, |_, _| Some(())).is_some();
        for _ in 0..FEW / 2 {
            assert!(is_known("law-not-stated") && !is_known("law-nowhere"));
            assert_eq!(parsed(), Vec::<&str>::new());
        }
        assert!(is_known("law-not-stated") && !is_known("law-nowhere"));
        assert_eq!(parsed(), ["law"]);
    }

    #[test]
    fn an_unknown_key_is_shown_rather_than_lost() {
        for language in Language::ALL {
            assert_eq!(Text::new("no-such-key", vec![]).in_language(language), "no-such-key");
        }
    }

    #[test]
    fn a_sentence_a_language_lacks_is_said_in_english() {
        let text = crate::text!("law-not-stated", path = "product.name");
        let said = say(&sparse(""), &text, Language::German, SENTENCE);
        assert_eq!(
            said.as_deref(),
            Some("`product.name` is not stated, so this question cannot be answered.")
        );
    }

    #[test]
    fn a_hint_a_language_lacks_is_said_in_english() {
        let text = crate::text!("law-not-stated", path = "product.name");
        let bundle = sparse("law-not-stated = `{ $path }` fehlt.");
        assert_eq!(say(&bundle, &text, Language::German, SENTENCE).as_deref(), Some("`product.name` fehlt."));
        assert_eq!(say(&bundle, &text, Language::German, HINT).as_deref(), Some("State it in the dossier."));
    }

    #[test]
    fn a_language_chooses_its_own_plural_form() {
        let bundle = sparse("law-x = { $count ->\n [one] ein Befund\n *[other] { $count } Befunde\n }");
        let said = |count: u32| {
            say(&bundle, &Text::new("law-x", vec![("count", count.into())]), Language::German, SENTENCE)
        };
        assert_eq!(said(1).as_deref(), Some("ein Befund"));
        assert_eq!(said(0).as_deref(), Some("0 Befunde"));
        assert_eq!(said(1200).as_deref(), Some("1200 Befunde"));
    }

    #[test]
    fn what_a_library_said_can_be_told_from_our_own_words() {
        let text = crate::text!("web-bad-json", error = "expected value at line 1");
        let outer = crate::text!("law-gate-unchecked", component = "left pad", because = &text);
        let marked = with_english_between(&outer, Language::German, ['<', '>']).in_language(Language::German);
        assert!(marked.contains("<expected value at line 1>") && marked.contains("`left pad`"), "{marked}");
        let same = with_english_between(&outer, Language::English, ['<', '>']);
        assert_eq!(same, outer, "who reads English reads it as it is");
    }

    #[test]
    fn a_language_may_choose_its_form_by_a_word() {
        let said = |what: &str| crate::text!("law-free-price-of", what = what).in_language(Language::German);
        assert!(said("version").starts_with("Für eine Version davon"));
        assert!(said("set of ready-made binaries").starts_with("Für fertig gebaute Binärdateien davon"));
    }

    #[test]
    fn a_sentence_in_a_gap_is_said_in_the_language_of_the_reader() {
        let inner = crate::text!("law-gate-no-sbom");
        let text = crate::text!("law-gate-unchecked", component = "left-pad", because = &inner);
        for language in Language::ALL {
            assert!(text.in_language(language).ends_with(&inner.in_language(language)));
        }
        assert_eq!(text.to_string(), format!("Nothing is known about `left-pad`: {inner}"));
    }
}
