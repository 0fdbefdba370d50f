//! A package URL: `pkg:type/namespace/name@version?qualifiers#subpath` (ECMA-427).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// The longest package URL that is read, in bytes.
pub const LONGEST_PURL_BYTES: usize = 4096;

/// A package URL in its canonical form: type in lower case, names normalised as their type asks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Purl {
    /// The type, in lower case: `cargo`, `npm`, `deb`.
    pub kind: String,
    /// The namespace, decoded, segments joined by `/`: `@angular`, `debian`, `github.com/gorilla`.
    pub namespace: Option<String>,
    /// The name, decoded.
    pub name: String,
    /// The version, decoded.
    pub version: Option<String>,
    /// The qualifiers, decoded, by key.
    pub qualifiers: BTreeMap<String, String>,
    /// The subpath, decoded.
    pub subpath: Option<String>,
}

/// Why a text is not a package URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAPurl {
    /// It does not begin with `pkg:`.
    Scheme,
    /// The type is missing or has characters a type may not have.
    Type,
    /// There is no name, or one the type does not allow.
    Name,
    /// The type asks for a namespace and there is none, or allows none and there is one.
    Namespace,
    /// The type does not allow this version.
    Version,
    /// A percent sign is not followed by two hexadecimal digits, or the decoded bytes are not UTF-8.
    Encoding,
    /// A qualifier has a key with characters a key may not have, or a key stands twice.
    Qualifier,
    /// It is longer than [`LONGEST_PURL_BYTES`].
    Length,
}

impl Purl {
    /// A package URL from its decoded parts; an empty part is an absent one.
    pub fn new(
        kind: &str,
        namespace: &str,
        name: &str,
        version: &str,
        qualifiers: &[(&str, &str)],
        subpath: &str,
    ) -> Result<Self, NotAPurl> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut by_key = BTreeMap::new();
        for (key, value) in qualifiers.iter().filter(|(_, value)| !value.is_empty()) {
            if by_key.insert(parse_key(key)?, (*value).to_owned()).is_some() {
                return Err(NotAPurl::Qualifier);
            }
        }
        let purl = Self {
            kind: parse_type(kind)?,
            namespace: some(&named_segments(namespace)),
            name: some(name.trim_matches('/')).ok_or(NotAPurl::Name)?,
            version: some(version),
            qualifiers: by_key,
            subpath: some(&named_segments(subpath)),
        };
        purl.normalised()
    }

    /// Type, namespace and name without version, qualifiers and subpath: which package, not which version.
    #[must_use]
    pub fn package(&self) -> Self {
        Self { version: None, qualifiers: BTreeMap::new(), subpath: None, ..self.clone() }
    }

    /// The package advisories speak of it by: all its versions share it. Beside type, namespace and name it has the source
    /// package that a package of Debian, Alpine or their like names (qualifier `upstream`), which has the advisories, and the
    /// subpath of one of Go, in which a module of its own may lie.
    #[must_use]
    pub fn advised_package(&self) -> Self {
        let mut package = self.package();
        package.subpath = self.subpath.clone().filter(|_| self.kind == "golang");
        let upstream = self.qualifier("upstream").filter(|_| matches!(self.kind.as_str(), "deb" | "apk"));
        if let Some(upstream) = upstream {
            let name = upstream.split_once('@').map(|(name, _)| name).filter(|name| !name.is_empty());
            package.qualifiers.insert("upstream".to_owned(), name.unwrap_or(upstream).to_owned());
        }
        package
    }

    /// Whether it names a package of a distribution, whose versions carry corrections that the version upstream does not show.
    pub fn is_of_distribution(&self) -> bool {
        matches!(self.kind.as_str(), "deb" | "rpm" | "apk" | "alpm")
    }

    /// A qualifier's value.
    pub fn qualifier(&self, key: &str) -> Option<&str> {
        self.qualifiers.get(key).map(String::as_str)
    }
}

impl FromStr for Purl {
    type Err = NotAPurl;

    /// Parses by the specification's steps: from the right, subpath, qualifiers, scheme, type, version, name.
    fn from_str(written: &str) -> Result<Self, NotAPurl> {
        if written.len() > LONGEST_PURL_BYTES {
            return Err(NotAPurl::Length);
        }
        let (rest, subpath) = split_last(written, '#');
        let (rest, qualifiers) = split_last(rest, '?');
        let (scheme, rest) = rest.split_once(':').ok_or(NotAPurl::Scheme)?;
        if !scheme.eq_ignore_ascii_case("pkg") {
            return Err(NotAPurl::Scheme);
        }
        let rest = rest.trim_matches('/');
        let (kind, rest) = rest.split_once('/').ok_or_else(|| type_or_name_missing(rest))?;
        let kind = parse_type(kind)?;
        let rest = rest.trim_matches('/');
        // A version's `@` stands after the last `/`; an npm scope's stands before it and may be unencoded.
        let name_starts_at = rest.rfind('/').map_or(0, |slash| slash + 1);
        let (rest, version) = match rest[name_starts_at..].rfind('@') {
            // Only a version: `pkg:maven/@1.3.4`.
            Some(0) => return Err(NotAPurl::Name),
            None => version_with_slashes(rest),
            Some(at) => (&rest[..name_starts_at + at], Some(&rest[name_starts_at + at + 1..])),
        };
        let (namespace, name) = match rest.trim_end_matches('/').rsplit_once('/') {
            Some((namespace, name)) => (Some(namespace), name),
            None => (None, rest),
        };
        let name = decode(name)?;
        if name.is_empty() {
            return Err(NotAPurl::Name);
        }
        let purl = Self {
            namespace: namespace.map(segments).transpose()?.filter(|text| !text.is_empty()),
            name,
            version: version.map(decode).transpose()?.filter(|text| !text.is_empty()),
            qualifiers: qualifiers.map(parse_qualifiers).transpose()?.unwrap_or_default(),
            subpath: subpath.map(subpath_segments).transpose()?.filter(|text| !text.is_empty()),
            kind,
        };
        purl.normalised()
    }
}

impl Purl {
    /// Applies what the type definitions ask of case, spelling and namespace.
    ///
    /// Read more leniently than defined, because real documents are: a qualifier's key may be in upper case,
    /// `julia` may lack its `uuid`, and `git` keeps its names as written, one segment the name.
    fn normalised(mut self) -> Result<Self, NotAPurl> {
        match self.kind.as_str() {
            "pypi" => {
                lower(&mut self.name);
                if self.name.contains('_') {
                    self.name = self.name.replace('_', "-");
                }
            }
            "alpm" | "apk" | "bitbucket" | "bitnami" | "brew" | "composer" | "deb" | "github" | "hex"
            | "qpkg" => {
                lower(&mut self.name);
                self.namespace.iter_mut().for_each(lower);
            }
            "rpm" | "luarocks" => self.namespace.iter_mut().for_each(lower),
            "oci" | "pub" => lower(&mut self.name),
            "huggingface" => self.version.iter_mut().for_each(lower),
            // Databricks does not tell models apart by case, other trackers do.
            "mlflow" if self.qualifier("repository_url").is_some_and(|url| url.contains("databricks")) => {
                lower(&mut self.name);
            }
            _ => {}
        }
        self.check_type_rules()?;
        Ok(self)
    }

    /// Refuses what a type definition prohibits and what would therefore name nothing.
    fn check_type_rules(&self) -> Result<(), NotAPurl> {
        let version_is = |allowed: fn(&str) -> bool| self.version.as_deref().is_none_or(allowed);
        match self.kind.as_str() {
            "otp" | "vcpkg" if self.namespace.is_some() => Err(NotAPurl::Namespace),
            "swift" | "vscode-extension" if self.namespace.is_none() => Err(NotAPurl::Namespace),
            // A module, not the distribution it is in.
            "cpan" if self.name.contains("::") => Err(NotAPurl::Name),
            "chrome-extension" if !is_extension_id(&self.name) => Err(NotAPurl::Name),
            "chrome-extension" if !version_is(is_extension_version) => Err(NotAPurl::Version),
            _ => Ok(()),
        }
    }
}

fn lower(text: &mut String) {
    // Nearly every name is in small letters already.
    if text.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        *text = text.to_lowercase();
    }
}

/// Thirty-two letters from a to p.
fn is_extension_id(name: &str) -> bool {
    name.len() == 32 && name.bytes().all(|byte| matches!(byte, b'a'..=b'p'))
}

/// One to four numbers.
fn is_extension_version(version: &str) -> bool {
    let mut numbers = version.split('.');
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    numbers.clone().count() <= 4 && numbers.all(number)
}

impl fmt::Display for Purl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "pkg:{}/", self.kind)?;
        if let Some(namespace) = &self.namespace {
            for segment in namespace.split('/') {
                write!(out, "{}/", Encoded(segment))?;
            }
        }
        write!(out, "{}", Encoded(&self.name))?;
        if let Some(version) = &self.version {
            write!(out, "@{}", Encoded(version))?;
        }
        for (index, (key, value)) in self.qualifiers.iter().enumerate() {
            let mark = if index == 0 { '?' } else { '&' };
            write!(out, "{mark}{key}={}", Encoded(value))?;
        }
        if let Some(subpath) = &self.subpath {
            let encoded: Vec<String> =
                subpath.split('/').map(|segment| Encoded(segment).to_string()).collect();
            write!(out, "#{}", encoded.join("/"))?;
        }
        Ok(())
    }
}

impl Serialize for Purl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Purl {
    fn schema_name() -> Cow<'static, str> {
        "Purl".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^pkg:" })
    }
}

/// A component text, percent-encoded as the specification asks: everything but letters, digits and `.-_~:`.
struct Encoded<'a>(&'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Nearly all of nearly every text stays as it is.
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'~' | b':');
        let mut rest = self.0;
        while let Some(at) = rest.bytes().position(|byte| !is_plain(byte)) {
            let (plain, other) = rest.split_at(at);
            out.write_str(plain)?;
            let length = other.chars().next().map_or(other.len(), char::len_utf8);
            for byte in other.bytes().take(length) {
                write!(out, "%{byte:02X}")?;
            }
            rest = &other[length..];
        }
        out.write_str(rest)
    }
}

fn split_last(text: &str, mark: char) -> (&str, Option<&str>) {
    text.rsplit_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// Some writers leave slashes in a version unencoded; then its `@` stands before the last `/`.
fn version_with_slashes(rest: &str) -> (&str, Option<&str>) {
    match rest.rfind('@') {
        Some(at) if at > 0 && !rest[..at].ends_with('/') => (&rest[..at], Some(&rest[at + 1..])),
        _ => (rest, None),
    }
}

fn type_or_name_missing(rest: &str) -> NotAPurl {
    if rest.is_empty() { NotAPurl::Type } else { NotAPurl::Name }
}

fn parse_type(kind: &str) -> Result<String, NotAPurl> {
    let starts_well = kind.starts_with(|first: char| first.is_ascii_alphabetic());
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+');
    if starts_well && kind.bytes().all(allowed) { Ok(kind.to_ascii_lowercase()) } else { Err(NotAPurl::Type) }
}

fn parse_key(key: &str) -> Result<String, NotAPurl> {
    let starts_well = key.starts_with(|first: char| first.is_ascii_alphabetic());
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    if starts_well && key.bytes().all(allowed) {
        Ok(key.to_ascii_lowercase())
    } else {
        Err(NotAPurl::Qualifier)
    }
}

/// Decoded segments without the empty ones.
fn named_segments(decoded: &str) -> String {
    let named: Vec<&str> = decoded.split('/').filter(|segment| !segment.is_empty()).collect();
    named.join("/")
}

fn segments(namespace: &str) -> Result<String, NotAPurl> {
    let mut decoded = String::with_capacity(namespace.len());
    for segment in namespace.split('/').filter(|segment| !segment.is_empty()) {
        if !decoded.is_empty() {
            decoded.push('/');
        }
        if segment.contains('%') {
            decoded.push_str(&decode(segment)?);
        } else {
            decoded.push_str(segment);
        }
    }
    Ok(decoded)
}

fn subpath_segments(subpath: &str) -> Result<String, NotAPurl> {
    let named = |segment: &&str| !matches!(*segment, "" | "." | "..");
    let decoded: Result<Vec<String>, NotAPurl> = subpath.split('/').filter(named).map(decode).collect();
    Ok(decoded?.join("/"))
}

fn parse_qualifiers(written: &str) -> Result<BTreeMap<String, String>, NotAPurl> {
    let mut qualifiers = BTreeMap::new();
    for pair in written.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').ok_or(NotAPurl::Qualifier)?;
        let key = parse_key(key)?;
        let value = decode(value)?;
        if value.is_empty() {
            continue;
        }
        if qualifiers.insert(key, value).is_some() {
            return Err(NotAPurl::Qualifier);
        }
    }
    Ok(qualifiers)
}

fn decode(written: &str) -> Result<String, NotAPurl> {
    if !written.contains('%') {
        return Ok(written.to_owned());
    }
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first != b'%' {
            bytes.push(first);
            rest = tail;
            continue;
        }
        let pair = tail.get(..2).and_then(|pair| str::from_utf8(pair).ok()).ok_or(NotAPurl::Encoding)?;
        bytes.push(u8::from_str_radix(pair, 16).map_err(|_| NotAPurl::Encoding)?);
        rest = &tail[2..];
    }
    String::from_utf8(bytes).map_err(|_| NotAPurl::Encoding)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn canonical(written: &str) -> String {
        written.parse::<Purl>().unwrap().to_string()
    }

    #[test]
    fn the_examples_of_the_specification_are_read() {
        for written in [
            "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie",
            "pkg:npm/%40angular/animation@12.3.1",
            "pkg:golang/google.golang.org/genproto@abcdedf#googleapis/api/annotations",
            "pkg:cargo/rand@0.7.2",
        ] {
            assert_eq!(canonical(written), written);
        }
    }

    #[test]
    fn names_are_normalised_as_their_type_asks() {
        assert_eq!(canonical("pkg:PYPI/Django_Allauth@12"), "pkg:pypi/django-allauth@12");
        assert_eq!(canonical("pkg:npm/@angular/animation@12"), "pkg:npm/%40angular/animation@12");
        assert_eq!(canonical("pkg:npm/@angular/animation"), "pkg:npm/%40angular/animation");
        assert_eq!(canonical("pkg:brew/Homebrew/Core/SQLite"), "pkg:brew/homebrew/core/sqlite");
    }

    #[test]
    fn an_epoch_survives_its_encoding() {
        let purl: Purl = "pkg:deb/debian/openssl@1%3A3.0.11-1~deb12u2".parse().unwrap();
        assert_eq!(purl.version.as_deref(), Some("1:3.0.11-1~deb12u2"));
    }

    #[test]
    fn what_is_no_package_url_is_refused_with_the_reason() {
        let why = |written: &str| written.parse::<Purl>().unwrap_err();
        assert_eq!(why("cargo/rand@1"), NotAPurl::Scheme);
        assert_eq!(why("pkg:cargo"), NotAPurl::Name);
        assert_eq!(why("pkg:c%rgo/rand"), NotAPurl::Type);
        assert_eq!(why("pkg:cargo/rand%zz"), NotAPurl::Encoding);
        assert_eq!(why("pkg:cargo/rand?1=2"), NotAPurl::Qualifier);
        assert_eq!(why("pkg:maven/@1.3.4"), NotAPurl::Name);
        assert_eq!(why("pkg:swift/Alamofire@5.4.3"), NotAPurl::Namespace);
        assert_eq!(why("pkg:chrome-extension/dlpngalgnefjeiefhmpklpfiohadpglk@1-b"), NotAPurl::Version);
        assert_eq!(why(&format!("pkg:cargo/{}", "r".repeat(5000))), NotAPurl::Length);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(written in "(pkg:)?[a-z@%/#?&=.0-9é:-]{0,40}") {
            let _ = written.parse::<Purl>();
        }

        #[test]
        fn the_canonical_form_is_read_back_unchanged(
            name in "[A-Za-z0-9._~ é@/%+-]{1,12}",
            version in proptest::option::of("[0-9A-Za-z.+:~ @-]{1,10}"),
        ) {
            prop_assume!(!name.trim_matches('/').is_empty());
            let purl = Purl {
                kind: "generic".into(), namespace: None, name, version,
                qualifiers: BTreeMap::new(), subpath: None,
            };
            prop_assert_eq!(purl.to_string().parse::<Purl>(), Ok(purl));
        }
    }
}
