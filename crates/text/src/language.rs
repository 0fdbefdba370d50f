//! The languages the catalogue speaks, and which of them a reader is given.

/// A language of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// The reference: every sentence stands in it, and what another language lacks is said in it.
    #[default]
    English,
    /// German, in the words of the Regulation's German text.
    German,
}

/// How long an `Accept-Language` list may be, in bytes. A browser sends a few dozen.
const LONGEST_LIST: usize = 1024;

/// How many entries of an `Accept-Language` list are looked at.
const MOST_ENTRIES: usize = 32;

impl Language {
    /// Every language, the reference first.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag after BCP 47: what stands in a page's `lang` and names the folder of its files.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language a BCP 47 tag names: `de`, `de-AT` and `DE-at` are German. None if we do not speak it, or
    /// if it is no tag.
    ///
    /// Regions and scripts are read and set aside: there is one German and one English.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let primary = subtags.next()?;
        if !subtags.all(is_subtag) {
            return None;
        }
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language to answer in, by the value of an `Accept-Language` header (RFC 9110, 12.5.4): the best
    /// weighted of ours, the earlier of two with the same weight, never one with weight 0.
    ///
    /// None if none of ours is asked for. The header is a stranger's: an entry that cannot be read is passed
    /// over, entries after the thirty-second are not looked at, and a list of more than 1024 bytes asks for
    /// nothing.
    pub fn accepted(list: &str) -> Option<Self> {
        if list.len() > LONGEST_LIST {
            return None;
        }
        let entries: Vec<Entry<'_>> = list.split(',').take(MOST_ENTRIES).filter_map(Entry::read).collect();
        let mut best: Option<(u16, usize, Self)> = None;
        for language in Self::ALL {
            let Some((weight, place)) = wish(language, &entries) else { continue };
            let better =
                best.is_none_or(|(most, first, _)| weight > most || (weight == most && place < first));
            if weight > 0 && better {
                best = Some((weight, place, language));
            }
        }
        best.map(|(_, _, language)| language)
    }
}

/// How much a language is wanted, and at which place of the list that is said. `*` speaks of the languages the
/// list does not name.
fn wish(language: Language, entries: &[Entry<'_>]) -> Option<(u16, usize)> {
    let says = |wanted: &dyn Fn(&Entry<'_>) -> bool| {
        let found = entries.iter().enumerate().filter(|(_, entry)| wanted(entry));
        found
            .map(|(place, entry)| (entry.weight, place))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
    };
    says(&|entry| Language::of_tag(entry.range) == Some(language))
        .or_else(|| says(&|entry| entry.range == "*"))
}

/// One entry of an `Accept-Language` list.
struct Entry<'a> {
    range: &'a str,
    /// Thousandths: 1000 is wanted most, 0 is not wanted.
    weight: u16,
}

impl<'a> Entry<'a> {
    fn read(written: &'a str) -> Option<Self> {
        let Some((range, weight)) = written.split_once(';') else {
            return Some(Self { range: written.trim(), weight: 1000 });
        };
        let (name, weight) = weight.split_once('=')?;
        let weight = name.trim().eq_ignore_ascii_case("q").then(|| thousandths(weight.trim()))??;
        Some(Self { range: range.trim(), weight })
    }
}

/// `0` to `1` with three decimals at most, in thousandths.
fn thousandths(written: &str) -> Option<u16> {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    if !matches!(whole, "0" | "1") || decimals.len() > 3 || !decimals.bytes().all(|one| one.is_ascii_digit())
    {
        return None;
    }
    let weight: u16 = format!("{whole}{decimals:0<3}").parse().ok()?;
    (weight <= 1000).then_some(weight)
}

fn is_subtag(subtag: &str) -> bool {
    (1..=8).contains(&subtag.len()) && subtag.bytes().all(|letter| letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_a_language_whatever_its_region_and_case() {
        for tag in ["de", "DE", "de-AT", "de-at", "de-Latn-CH-1996"] {
            assert_eq!(Language::of_tag(tag), Some(Language::German), "{tag}");
        }
        for tag in ["en", "en-GB", "EN-us"] {
            assert_eq!(Language::of_tag(tag), Some(Language::English), "{tag}");
        }
        for tag in
            ["", "-", "fr", "deu", "den", "de-", "de--AT", "de_AT", "de AT", " de", "de-ä", "de-nineletters"]
        {
            assert_eq!(Language::of_tag(tag), None, "{tag}");
        }
    }

    #[test]
    fn every_tag_names_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(language));
        }
    }

    #[test]
    fn the_heavier_weight_wins_wherever_it_stands() {
        for (list, wanted) in [
            ("de", Language::German),
            ("en;q=0.8, de", Language::German),
            ("de-AT,de;q=0.9,en;q=0.8", Language::German),
            ("de;q=0.5, en-GB;q=0.501", Language::English),
            ("fr-FR, fr;q=0.9, de;q=0.1", Language::German),
            ("de;q=0.2, de-CH;q=0.9, en;q=0.5", Language::German),
            (" EN ; Q = 1.000 , de ; q=0.999", Language::English),
        ] {
            assert_eq!(Language::accepted(list), Some(wanted), "{list}");
        }
    }

    #[test]
    fn of_equal_weights_the_earlier_wins() {
        assert_eq!(Language::accepted("de, en"), Some(Language::German));
        assert_eq!(Language::accepted("en, de"), Some(Language::English));
        assert_eq!(Language::accepted("en;q=0.7, fr, de;q=0.7"), Some(Language::English));
    }

    #[test]
    fn what_is_not_wanted_is_not_given() {
        assert_eq!(Language::accepted("de;q=0"), None);
        assert_eq!(Language::accepted("de;q=0.000, en;q=0.1"), Some(Language::English));
        assert_eq!(Language::accepted("en;q=0, *"), Some(Language::German));
        assert_eq!(Language::accepted("*;q=0"), None);
    }

    #[test]
    fn a_star_speaks_of_what_is_not_named() {
        assert_eq!(Language::accepted("*"), Some(Language::English));
        assert_eq!(Language::accepted("fr, *;q=0.5"), Some(Language::English));
        assert_eq!(Language::accepted("de;q=0.4, *;q=0.5"), Some(Language::English));
        assert_eq!(Language::accepted("de;q=0.6, *;q=0.5"), Some(Language::German));
    }

    #[test]
    fn an_entry_that_cannot_be_read_is_passed_over() {
        for entry in
            ["de;q=2", "de;q=1.001", "de;q=", "de;q=-1", "de;q=0.1234", "de;level=1", "de;q=0,5", "de;q"]
        {
            let list = format!("{entry}, en;q=0.001");
            assert_eq!(Language::accepted(&list), Some(Language::English), "{list}");
        }
        assert_eq!(Language::accepted(""), None);
        assert_eq!(Language::accepted(",,;,=,"), None);
        assert_eq!(Language::accepted("fr, it;q=0.5"), None);
    }

    #[test]
    fn a_list_without_end_is_not_read_to_its_end() {
        assert_eq!(Language::accepted(&format!("{}de", "fr,".repeat(31))), Some(Language::German));
        assert_eq!(Language::accepted(&format!("{}de", "fr,".repeat(32))), None);
        assert_eq!(Language::accepted(&format!("de,{}", "x".repeat(1022))), None);
        assert_eq!(Language::accepted(&format!("de,{}", "x".repeat(1021))), Some(Language::German));
    }
}
