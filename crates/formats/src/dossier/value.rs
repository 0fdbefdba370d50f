//! One value against what its key asks for: types first, then what a text must look like.

use jiff::civil::Date;
use proofmark_facts::{Country, NotAPurl, Purl, Sha256};
use proofmark_text::{Text, text};
use toml::de::DeValue;

use super::date;
use super::key::{Kind, Word, quoted, words};
use super::spelling::{nearest, shown};

/// The longest text, in bytes.
const LONGEST_TEXT_BYTES: usize = 64 * 1024;

/// The largest number, beyond every turnover there is: sums and shares of it still fit a machine word.
const LARGEST_COUNT: u64 = 1_000_000_000_000_000;

/// The format version this reader knows.
pub(super) const FORMAT_VERSION: u32 = 1;

/// A value that can be used, or what is wrong with it.
pub(super) type Judged<T> = Result<Fit<T>, Text>;

/// A value that can be used, and what its reader should know all the same.
pub(super) struct Fit<T> {
    pub(super) value: T,
    pub(super) but: Option<Text>,
}

fn fit<T>(value: T) -> Fit<T> {
    Fit { value, but: None }
}

/// Text of any kind.
pub(super) fn words_of(kind: Kind, value: &DeValue<'_>) -> Judged<String> {
    let written = string(kind, value)?;
    check_text(kind, written)?;
    let but = matches!(kind, Kind::Url | Kind::Reach)
        .then(|| written.strip_prefix("http://"))
        .flatten()
        .map(|rest| text!("dossier-url-unprotected", rest = shown(rest)));
    match kind {
        Kind::Url => check_url(written)?,
        Kind::Reach => check_reach(written)?,
        Kind::Path => check_path(written)?,
        Kind::PathOrText if !written.contains(char::is_whitespace) => check_path(written)?,
        Kind::PurlWithVersion => check_purl(written)?,
        Kind::FourDigits if written.len() != 4 || !written.bytes().all(|byte| byte.is_ascii_digit()) => {
            return Err(text!("dossier-not-four-digits", written = shown(written)));
        }
        Kind::Language if !is_language(written) => {
            return Err(text!("dossier-not-a-language", written = shown(written)));
        }
        _ => {}
    }
    Ok(Fit { value: written.to_owned(), but })
}

/// `true` or `false`.
pub(super) fn flag(kind: Kind, value: &DeValue<'_>) -> Judged<bool> {
    match value {
        DeValue::Boolean(flag) => Ok(fit(*flag)),
        DeValue::String(written) if matches!(&**written, "true" | "false") => {
            Err(text!("dossier-flag-in-quotes", written = written.as_ref()))
        }
        other => Err(wrong_type(kind, "", other)),
    }
}

/// A day.
pub(super) fn day(kind: Kind, value: &DeValue<'_>) -> Judged<Date> {
    let date = match value {
        DeValue::Datetime(written) => date::from_toml(written)?,
        DeValue::String(written) => {
            check_text(kind, written)?;
            date::from_text(written)?
        }
        other => return Err(wrong_type(kind, "", other)),
    };
    Ok(Fit { value: date, but: date::doubt(date) })
}

/// A whole number of years from 1 to 200.
pub(super) fn years(kind: Kind, value: &DeValue<'_>) -> Judged<u32> {
    match number(kind, value)? {
        Some(years @ 1..=200) => Ok(fit(years)),
        _ => Err(text!("dossier-years-out-of-range")),
    }
}

/// A whole number: of people, of months, of euros.
pub(super) fn count(kind: Kind, value: &DeValue<'_>) -> Judged<u64> {
    let written = value.as_integer().ok_or_else(|| wrong_type(kind, "", value))?;
    match u64::from_str_radix(written.as_str(), written.radix()) {
        Ok(count @ 0..=LARGEST_COUNT) => Ok(fit(count)),
        _ => Err(text!("periods-count-out-of-range", most = LARGEST_COUNT.to_string())),
    }
}

/// The version of the file's own format.
pub(super) fn format(kind: Kind, value: &DeValue<'_>) -> Judged<u32> {
    match number(kind, value)? {
        Some(FORMAT_VERSION) => Ok(fit(FORMAT_VERSION)),
        _ => Err(text!("dossier-format-unknown", known = FORMAT_VERSION.to_string())),
    }
}

/// One word of a closed choice.
pub(super) fn word<T: Word>(kind: Kind, value: &DeValue<'_>) -> Judged<T> {
    let written = string(kind, value)?;
    if let Some((_, meant)) = T::WORDS.iter().find(|(word, _)| *word == written) {
        return Ok(fit(*meant));
    }
    let (written, known) = (shown(written), words::<T>());
    let allowed = quoted(&known);
    Err(match nearest(&written, known.into_iter()) {
        Some(meant) => {
            text!("dossier-unknown-word-meant", written = written, meant = meant, allowed = allowed)
        }
        None => text!("dossier-unknown-word", written = written, allowed = allowed),
    })
}

/// A country.
pub(super) fn country(kind: Kind, value: &DeValue<'_>) -> Judged<Country> {
    let written = string(kind, value)?;
    // The Union's own papers write EL and UK, which ISO 3166-1 does not; as codes they would match no country.
    let meant = match written.trim().to_uppercase().as_str() {
        "EL" => "GR".to_owned(),
        "UK" => "GB".to_owned(),
        upper => upper.to_owned(),
    };
    match (written.parse(), meant.parse::<Country>()) {
        (Ok(country), _) if meant == written => Ok(fit(country)),
        (_, Ok(meant)) => {
            Err(text!("dossier-country-meant", written = shown(written), meant = meant.to_string()))
        }
        _ => Err(text!("dossier-not-a-country", written = shown(written))),
    }
}

/// A SHA-256 digest.
pub(super) fn sha256(kind: Kind, value: &DeValue<'_>) -> Judged<Sha256> {
    let written = string(kind, value)?;
    written.parse().map(fit).map_err(|_| {
        text!("dossier-not-a-digest", written = shown(written), length = written.chars().count().to_string())
    })
}

/// The sentence for a value of the wrong type; a table's path tells how its header is written.
pub(super) fn wrong_type(expected: Kind, path: &str, found: &DeValue<'_>) -> Text {
    let example = expected.sample(path);
    let found = match found {
        DeValue::String(_) => text!("dossier-found-string"),
        DeValue::Integer(_) => text!("dossier-found-integer"),
        DeValue::Float(_) => text!("dossier-found-float"),
        DeValue::Boolean(_) => text!("dossier-found-boolean"),
        DeValue::Datetime(date) if date.time.is_none() => text!("dossier-found-date"),
        DeValue::Datetime(_) => text!("dossier-found-time"),
        DeValue::Array(_) => text!("dossier-found-list"),
        DeValue::Table(_) => text!("dossier-found-table"),
    };
    text!("dossier-wrong-type", expected = expected.called(), found = found, example = example)
}

fn string<'v>(kind: Kind, value: &'v DeValue<'_>) -> Result<&'v str, Text> {
    value.as_str().ok_or_else(|| wrong_type(kind, "", value))
}

/// The number, or nothing if it does not fit the type.
fn number(kind: Kind, value: &DeValue<'_>) -> Result<Option<u32>, Text> {
    let written = value.as_integer().ok_or_else(|| wrong_type(kind, "", value))?;
    Ok(u32::from_str_radix(written.as_str(), written.radix()).ok())
}

/// What every text must be: not empty, not too long, no control characters.
fn check_text(kind: Kind, written: &str) -> Result<(), Text> {
    if written.len() > LONGEST_TEXT_BYTES {
        return Err(text!("dossier-text-too-long", most = (LONGEST_TEXT_BYTES / 1024).to_string()));
    }
    if written.trim().is_empty() {
        return Err(text!("dossier-text-empty"));
    }
    let breaks_allowed = matches!(kind, Kind::Text | Kind::PathOrText);
    for letter in written.chars().filter(|letter| letter.is_control()) {
        match letter {
            '\n' | '\r' | '\t' if breaks_allowed => {}
            '\n' | '\r' => return Err(text!("dossier-text-line-break")),
            _ => {
                let code = format!("U+{:04X}", u32::from(letter));
                return Err(text!("dossier-text-control-character", code = code));
            }
        }
    }
    Ok(())
}

fn check_reach(written: &str) -> Result<(), Text> {
    let is_address = written.contains('@') && !written.contains(':') && !written.contains('/');
    if is_address {
        return if is_email(written) {
            Ok(())
        } else {
            Err(text!("dossier-not-an-email", written = shown(written)))
        };
    }
    check_url(written).map_err(|_| text!("dossier-not-a-reach", written = shown(written)))
}

fn check_url(written: &str) -> Result<(), Text> {
    let fits = match written.split_once(':') {
        Some(("mailto", address)) => is_email(address.split('?').next().unwrap_or_default()),
        Some(("https" | "http", rest)) => rest.strip_prefix("//").is_some_and(has_host),
        _ => false,
    };
    let odd = |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '\\' | '`');
    if fits && !written.contains(odd) {
        Ok(())
    } else {
        Err(text!("dossier-not-a-url", written = shown(written)))
    }
}

fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    host.starts_with(|first: char| first.is_alphanumeric() || first == '[')
}

/// One `@`, something before it and a domain with a dot after it: enough to catch slips, refuses no real address
/// of a manufacturer.
fn is_email(written: &str) -> bool {
    let Some((local, domain)) = written.split_once('@') else { return false };
    let labels_fit = domain.split('.').all(|label| {
        !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    });
    !local.is_empty()
        && !local.contains(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | ',' | ';'))
        && domain.contains('.')
        && labels_fit
}

/// A path that stays beside the dossier on every system.
fn check_path(written: &str) -> Result<(), Text> {
    let path = shown(written);
    if written.contains("://") {
        return Err(text!("dossier-path-is-url", path = path));
    }
    if written.contains('\\') {
        return Err(text!("dossier-path-backslash", path = shown(written)));
    }
    let drive = matches!(written.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    if written.starts_with(['/', '~']) || drive {
        return Err(text!("dossier-path-absolute", path = path));
    }
    if written.split('/').any(|part| part == "..") {
        return Err(text!("dossier-path-leaves", path = path));
    }
    Ok(())
}

fn check_purl(written: &str) -> Result<(), Text> {
    match written.parse::<Purl>() {
        Ok(purl) if purl.version.is_some() => Ok(()),
        Ok(_) => Err(text!("dossier-purl-without-version", purl = shown(written))),
        Err(NotAPurl::Scheme) => Err(text!("dossier-not-a-purl", written = shown(written))),
        Err(why) => Err(text!("dossier-purl-broken", purl = shown(written), part = part_of(why))),
    }
}

/// What about a package URL cannot be read.
fn part_of(why: NotAPurl) -> Text {
    match why {
        NotAPurl::Scheme => text!("dossier-purl-part-scheme"),
        NotAPurl::Type => text!("dossier-purl-part-type"),
        NotAPurl::Name => text!("dossier-purl-part-name"),
        NotAPurl::Namespace => text!("dossier-purl-part-namespace"),
        NotAPurl::Version => text!("dossier-purl-part-version"),
        NotAPurl::Encoding => text!("dossier-purl-part-encoding"),
        NotAPurl::Qualifier => text!("dossier-purl-part-qualifier"),
        NotAPurl::Length => text!("dossier-purl-part-length"),
    }
}

/// The outer shape of RFC 5646: a language of two or three letters, subtags of up to eight.
fn is_language(written: &str) -> bool {
    let mut parts = written.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(kind: Kind, written: &str) -> &'static str {
        words_of(kind, &DeValue::String(written.into())).map_or_else(|says| says.id(), |_| "fits")
    }

    #[test]
    fn addresses_that_are_real_fit() {
        for written in
            ["https://example.com/a?b#c", "https://[2001:db8::1]/", "mailto:psirt@example.com?subject=x"]
        {
            assert_eq!(why(Kind::Url, written), "fits", "{written}");
        }
        for written in ["o'neil+cra@bücher.example.de", "https://example.com/contact@us"] {
            assert_eq!(why(Kind::Reach, written), "fits", "{written}");
        }
    }

    #[test]
    fn addresses_that_lead_nowhere_do_not() {
        for written in [
            "example.com",
            "https://",
            "https:///path",
            "ftp://example.com",
            "mailto:psirt",
            "javascript:alert(1)",
        ] {
            assert_eq!(why(Kind::Url, written), "dossier-not-a-url", "{written}");
        }
        for written in ["psirt@localhost", "@example.com", "a b@example.com", "a@example..com"] {
            assert_eq!(why(Kind::Reach, written), "dossier-not-an-email", "{written}");
        }
    }

    #[test]
    fn no_path_leaves_the_directory() {
        assert_eq!(why(Kind::Path, "./docs/a..b/risk.pdf"), "fits");
        assert_eq!(why(Kind::Path, "docs/../../etc/passwd"), "dossier-path-leaves");
        assert_eq!(why(Kind::Path, "/etc/passwd"), "dossier-path-absolute");
        assert_eq!(why(Kind::Path, "C:/risk.pdf"), "dossier-path-absolute");
        assert_eq!(why(Kind::Path, "~/risk.pdf"), "dossier-path-absolute");
        assert_eq!(why(Kind::Path, "docs\\risk.pdf"), "dossier-path-backslash");
        assert_eq!(why(Kind::Path, "a\0b"), "dossier-text-control-character");
        assert_eq!(why(Kind::PathOrText, "../process.md"), "dossier-path-leaves");
        assert_eq!(why(Kind::PathOrText, "Reports go to the lead, etc. ..\nSee the wiki."), "fits");
    }

    #[test]
    fn a_purl_needs_its_version() {
        assert_eq!(why(Kind::PurlWithVersion, "pkg:cargo/rand@0.8.5"), "fits");
        assert_eq!(why(Kind::PurlWithVersion, "pkg:cargo/rand"), "dossier-purl-without-version");
        assert_eq!(why(Kind::PurlWithVersion, "rand 0.8.5"), "dossier-not-a-purl");
        assert_eq!(why(Kind::PurlWithVersion, "pkg:cargo"), "dossier-purl-broken");
    }
}
