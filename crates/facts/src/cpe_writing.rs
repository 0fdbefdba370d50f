//! Writing a CPE name in its two spellings: formatted string and URI (NIST IR 7695, 6.1.2 and 6.2.2).

use std::fmt::{self, Write as _};

use crate::cpe::{Cpe, CpeAttribute};
use crate::cpe_reading::PACKED;
use crate::cpe_value::{CpeSymbol, CpeText, CpeValue};

impl fmt::Display for Cpe {
    /// As formatted string.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("cpe:2.3")?;
        for value in &self.values {
            out.write_char(':')?;
            match value {
                CpeValue::Any => out.write_char('*')?,
                CpeValue::Na => out.write_char('-')?,
                CpeValue::Text(text) => string(text, out)?,
            }
        }
        Ok(())
    }
}

impl Cpe {
    /// As URI of version 2.2.
    ///
    /// # Panics
    ///
    /// Never: writing into a string cannot fail.
    pub fn uri(&self) -> String {
        let mut written = "cpe:/".to_owned();
        for attribute in &CpeAttribute::ALL[..7] {
            match attribute {
                CpeAttribute::Edition if self.is_packed() => {
                    for packed in PACKED {
                        written.push('~');
                        self.uri_part(packed, &mut written);
                    }
                }
                attribute => self.uri_part(*attribute, &mut written),
            }
            written.push(':');
        }
        written.truncate(written.trim_end_matches(':').len().max("cpe:/".len()));
        written
    }

    /// Whether attributes are said that version 2.2 did not have.
    fn is_packed(&self) -> bool {
        PACKED[1..].iter().any(|attribute| *self.get(*attribute) != CpeValue::Any)
    }

    fn uri_part(&self, attribute: CpeAttribute, out: &mut String) {
        let CpeValue::Text(text) = self.get(attribute) else {
            if *self.get(attribute) == CpeValue::Na {
                out.push('-');
            }
            return;
        };
        for symbol in text.symbols() {
            match symbol {
                CpeSymbol::AtMostOne => out.push_str("%01"),
                CpeSymbol::Any => out.push_str("%02"),
                CpeSymbol::Literal(letter)
                    if letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.') =>
                {
                    out.push(letter);
                }
                CpeSymbol::Literal(letter) => {
                    write!(out, "%{:02x}", u32::from(letter)).expect("writing into a string cannot fail");
                }
            }
        }
    }
}

/// Full stop, hyphen and underscore need no backslash there.
fn string(text: &CpeText, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    text.symbols().try_for_each(|symbol| match symbol {
        CpeSymbol::AtMostOne => out.write_char('?'),
        CpeSymbol::Any => out.write_char('*'),
        CpeSymbol::Literal(letter) if letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.') => {
            out.write_char(letter)
        }
        CpeSymbol::Literal(letter) => write!(out, "\\{letter}"),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_examples_of_the_specification_are_written() {
        let name = |written: &str| written.parse::<Cpe>().unwrap();
        let cpe = name(r"cpe:2.3:a:hp:openview_network_manager:7.51:*:*:*:*:linux:*:*");
        assert_eq!(cpe.uri(), "cpe:/a:hp:openview_network_manager:7.51::~~~linux~~");
        let cpe = name("cpe:/a:foo%5cbar:big%24money_manager_2010:::~~special~ipod_touch~80gb~");
        assert_eq!(
            cpe.to_string(),
            r"cpe:2.3:a:foo\\bar:big\$money_manager_2010:*:*:*:*:special:ipod_touch:80gb:*"
        );
        assert_eq!(
            name("cpe:/a:microsoft:internet_explorer:8.%02:sp%01").uri(),
            "cpe:/a:microsoft:internet_explorer:8.%02:sp%01"
        );
        assert_eq!(name("cpe:/h:acme:box:-").to_string(), "cpe:2.3:h:acme:box:-:*:*:*:*:*:*:*");
        assert_eq!(name("cpe:2.3:*:*:*:*:*:*:*:*:*:*:*").uri(), "cpe:/");
    }

    fn value() -> impl Strategy<Value = CpeValue> {
        let body =
            proptest::collection::vec(proptest::char::range('!', '~').prop_map(CpeSymbol::Literal), 1..8);
        let end = || {
            prop_oneof![
                3 => Just(vec![]),
                1 => Just(vec![CpeSymbol::Any]),
                1 => (1..4_usize).prop_map(|count| vec![CpeSymbol::AtMostOne; count]),
            ]
        };
        let text = (end(), body, end())
            .prop_filter_map("a hyphen alone", |(from, body, to)| {
                CpeText::of([from, body, to].concat().into_iter()).ok()
            })
            .prop_map(CpeValue::Text);
        prop_oneof![3 => text, 1 => Just(CpeValue::Any), 1 => Just(CpeValue::Na)]
    }

    fn name() -> impl Strategy<Value = Cpe> {
        let part = prop_oneof![Just("a"), Just("o"), Just("h")]
            .prop_map(|part| CpeText::literal(part).map_or(CpeValue::Any, CpeValue::Text));
        let rest = proptest::collection::vec(value(), 10);
        (prop_oneof![4 => part, 1 => Just(CpeValue::Any)], rest).prop_map(|(part, rest)| {
            let mut values = [const { CpeValue::Any }; 11];
            for (place, value) in values.iter_mut().zip(std::iter::once(part).chain(rest)) {
                *place = value;
            }
            Cpe { values }
        })
    }

    proptest! {
        #[test]
        fn both_spellings_are_read_back(cpe in name()) {
            prop_assume!(cpe.to_string().len() < 2000 && cpe.uri().len() < 2000);
            prop_assert_eq!(cpe.to_string().parse::<Cpe>(), Ok(cpe.clone()));
            prop_assert_eq!(cpe.uri().parse::<Cpe>(), Ok(cpe));
        }

        #[test]
        fn no_text_makes_the_reader_panic(written in r"(cpe:(2\.3:|/))?[aoh]?[a-z:*?\\%~.0-9ü -]{0,60}") {
            if let Ok(cpe) = written.parse::<Cpe>() {
                prop_assert_eq!(cpe.to_string().parse::<Cpe>(), Ok(cpe));
            }
        }
    }
}
