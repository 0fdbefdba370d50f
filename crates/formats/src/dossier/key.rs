//! One key of `proofmark.toml` as the register knows it: its name, what may stand there, what it means.

use proofmark_text::{Text, text};

/// One key: the reader checks values by it, the reference and the starter file are written from it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    /// Its name in its table, the field's name in `facts`.
    pub(super) name: &'static str,
    /// What may stand there.
    pub(super) kind: Kind,
    /// Whether the table cannot be read without it.
    pub(super) must: bool,
    /// What it is, in one sentence.
    pub(super) says: &'static str,
    /// A value the reader accepts, as TOML; empty for tables.
    pub(super) example: &'static str,
    /// Where the Regulation asks for it; empty where it does not.
    pub(super) cites: &'static str,
    /// The key of the same table it is written instead of: an entry has one of them.
    pub(super) instead_of: Option<&'static str>,
}

impl Key {
    /// An optional key.
    pub(super) const fn new(
        name: &'static str,
        kind: Kind,
        example: &'static str,
        says: &'static str,
        cites: &'static str,
    ) -> Self {
        Self { name, kind, must: false, says, example, cites, instead_of: None }
    }

    /// The same key as one its table cannot do without.
    pub(super) const fn must(self) -> Self {
        Self { must: true, ..self }
    }

    /// The same key as one that is written instead of another of its table.
    pub(super) const fn instead_of(self, other: &'static str) -> Self {
        Self { instead_of: Some(other), ..self }
    }

    /// A table, a list of tables or tables by key.
    pub(super) const fn table(
        name: &'static str,
        kind: Kind,
        says: &'static str,
        cites: &'static str,
    ) -> Self {
        Self::new(name, kind, "", says, cites)
    }

    /// The keys below this one, if it is a table of any sort.
    pub(super) const fn below(&self) -> Option<&'static [Self]> {
        match self.kind {
            Kind::Table(keys) | Kind::Rows(keys) | Kind::Keyed(keys) => Some(keys),
            _ => None,
        }
    }
}

/// Each key that others are written instead of, with the first of those: an entry has one of the two.
pub(super) fn replaced(keys: &[Key]) -> impl Iterator<Item = (&Key, &Key)> {
    keys.iter().filter_map(|key| {
        let instead = keys.iter().find(|other| other.instead_of == Some(key.name))?;
        Some((key, instead))
    })
}

/// The keys that may stand together in one entry of a table: first without those that are written instead of others, then,
/// where there are such, with them instead.
pub(super) fn ways(keys: &[Key]) -> Vec<Vec<&Key>> {
    let is_replaced = |key: &Key| replaced(keys).any(|(one, _)| one.name == key.name);
    let first = keys.iter().filter(|key| key.instead_of.is_none()).collect();
    let mut ways: Vec<Vec<&Key>> = vec![first];
    if keys.iter().any(|key| key.instead_of.is_some()) {
        ways.push(keys.iter().filter(|key| !is_replaced(key)).collect());
    }
    ways
}

/// What may stand at a key.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// The version of this file's own format.
    Format,
    /// Text on one line.
    Line,
    /// Text, on several lines if need be.
    Text,
    /// An internet address: `https://` or `mailto:`.
    Url,
    /// An email address or an internet address.
    Reach,
    /// A file or folder beside the dossier, with forward slashes.
    Path,
    /// A file beside the dossier, or text: what has no white space is held to be a file.
    PathOrText,
    /// A package URL with a version.
    PurlWithVersion,
    /// A notified body's number.
    FourDigits,
    /// A BCP 47 language tag.
    Language,
    /// A day; a month alone is its last day.
    Date,
    /// An instant: a day, a time and the offset from UTC.
    Instant,
    /// `true` or `false`.
    Flag,
    /// A whole number of years.
    Years,
    /// A whole number.
    Count,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// An ISO 3166-1 alpha-2 code.
    Country,
    /// 64 hexadecimal digits.
    Sha256,
    /// A list of these.
    Many(&'static Self),
    /// A table.
    Table(&'static [Key]),
    /// A list of tables.
    Rows(&'static [Key]),
    /// Tables, each under a key of its own.
    Keyed(&'static [Key]),
}

impl Kind {
    /// What it is called in a sentence: `a date`, `a list`.
    pub(super) fn called(&self) -> Text {
        match self {
            Self::Format => text!("dossier-kind-format"),
            Self::Line => text!("dossier-kind-line"),
            Self::Text => text!("dossier-kind-text"),
            Self::Url => text!("dossier-kind-url"),
            Self::Reach => text!("dossier-kind-reach"),
            Self::Path => text!("dossier-kind-path"),
            Self::PathOrText => text!("dossier-kind-path-or-text"),
            Self::PurlWithVersion => text!("dossier-kind-purl"),
            Self::FourDigits => text!("dossier-kind-four-digits"),
            Self::Language => text!("dossier-kind-language"),
            Self::Date => text!("dossier-kind-date"),
            Self::Instant => text!("reporting-kind-instant"),
            Self::Flag => text!("dossier-kind-flag"),
            Self::Years => text!("dossier-kind-years"),
            Self::Count => text!("periods-kind-count"),
            Self::Word(words) => text!("dossier-kind-word", words = quoted(&words())),
            Self::Country => text!("dossier-kind-country"),
            Self::Sha256 => text!("dossier-kind-sha256"),
            Self::Many(one) => text!("dossier-kind-many", one = one.called()),
            Self::Table(_) => text!("dossier-kind-table"),
            Self::Rows(_) => text!("dossier-kind-rows"),
            Self::Keyed(_) => text!("dossier-kind-keyed"),
        }
    }
}

impl Kind {
    /// A value of this kind, as TOML; of a table, its header at this path.
    pub(super) fn sample(&self, path: &str) -> String {
        match self {
            Self::Format => "1".to_owned(),
            Self::Line | Self::Text => "\"text\"".to_owned(),
            Self::Url | Self::Reach => "\"https://example.com\"".to_owned(),
            Self::Path | Self::PathOrText => "\"evidence/report.pdf\"".to_owned(),
            Self::PurlWithVersion => "\"pkg:cargo/example@1.2.3\"".to_owned(),
            Self::FourDigits => "\"0123\"".to_owned(),
            Self::Language => "\"de\"".to_owned(),
            Self::Date => "2033-12-31".to_owned(),
            Self::Instant => "2026-09-14T22:10:00+02:00".to_owned(),
            Self::Flag => "true".to_owned(),
            Self::Years => "8".to_owned(),
            Self::Count => "250".to_owned(),
            Self::Word(words) => format!("\"{}\"", words().first().copied().unwrap_or_default()),
            Self::Country => "\"DE\"".to_owned(),
            Self::Sha256 => format!("\"{}\"", "0123456789abcdef".repeat(4)),
            Self::Many(one) => format!("[{}]", one.sample(path)),
            Self::Table(_) => format!("[{path}]"),
            Self::Rows(_) => format!("[[{path}]]"),
            Self::Keyed(_) => format!("[{path}.\"I.2.a\"]"),
        }
    }
}

/// Words in backticks, with commas between them.
pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A closed choice that is written as a word.
pub(super) trait Word: Copy + 'static {
    /// Each word and what it stands for, in the order a person should read them.
    const WORDS: &'static [(&'static str, Self)];
}

/// The words of a choice, for [`Kind::Word`].
pub(super) fn words<T: Word>() -> Vec<&'static str> {
    T::WORDS.iter().map(|(word, _)| *word).collect()
}
