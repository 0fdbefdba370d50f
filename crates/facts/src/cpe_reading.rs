//! Reading a CPE name from its two spellings: formatted string and URI (NIST IR 7695, 6.1.3 and 6.2.3).
//!
//! More leniently than specified where one reading is the only one: capital letters count as small ones, a backslash may
//! quote what needs none, and punctuation in a URI may lack its percent-encoding.

use std::str::FromStr;

use crate::cpe::{Cpe, CpeAttribute, LONGEST_CPE_BYTES};
use crate::cpe_value::{CpeSymbol, CpeText, CpeValue, NotAText};
use crate::not_a_cpe::{CpeFault, NotACpe};

/// What a formatted string begins with.
const STRING: &str = "cpe:2.3:";
/// What a URI begins with.
const URI: &str = "cpe:/";
/// How many attributes a URI has at most; the others are packed into the edition.
const URI_ATTRIBUTES: usize = 7;
/// The attributes packed into the edition of a URI, in their order.
pub(crate) const PACKED: [CpeAttribute; 5] = [
    CpeAttribute::Edition,
    CpeAttribute::SwEdition,
    CpeAttribute::TargetSw,
    CpeAttribute::TargetHw,
    CpeAttribute::Other,
];

impl FromStr for Cpe {
    type Err = NotACpe;

    fn from_str(written: &str) -> Result<Self, NotACpe> {
        if written.len() > LONGEST_CPE_BYTES {
            return Err(NotACpe { at: LONGEST_CPE_BYTES, fault: CpeFault::Length });
        }
        let begins = |with: &str| written.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
        let values = if begins(STRING) {
            of_string(written)?
        } else if begins(URI) {
            of_uri(written)?
        } else {
            return Err(NotACpe { at: 0, fault: CpeFault::Beginning });
        };
        match &values[0] {
            CpeValue::Text(part) if !matches!(part.as_quoted(), "a" | "o" | "h") => {
                let at = if begins(STRING) { STRING.len() } else { URI.len() };
                Err(NotACpe { at, fault: CpeFault::Part })
            }
            _ => within_limit(Self { values }, written),
        }
    }
}

/// What is read can be written and read again: quoting may at most double it.
fn within_limit(name: Cpe, written: &str) -> Result<Cpe, NotACpe> {
    if 2 * written.len() > LONGEST_CPE_BYTES && name.to_string().len() > LONGEST_CPE_BYTES {
        return Err(NotACpe { at: written.len(), fault: CpeFault::Length });
    }
    Ok(name)
}

/// One attribute as written, and where it begins.
#[derive(Debug, Clone, Copy)]
struct Written<'a> {
    text: &'a str,
    at: usize,
    attribute: CpeAttribute,
}

/// What stands between separators, with where each begins; a separator behind a backslash is none.
fn split(text: &str, at: usize, separator: u8) -> Vec<(usize, &str)> {
    let (mut parts, mut from, mut quoted) = (Vec::new(), 0, false);
    for (place, byte) in text.bytes().enumerate() {
        if byte == separator && !quoted {
            parts.push((at + from, &text[from..place]));
            from = place + 1;
        }
        quoted = byte == b'\\' && !quoted;
    }
    parts.push((at + from, &text[from..]));
    parts
}

fn of_string(written: &str) -> Result<[CpeValue; 11], NotACpe> {
    let parts = split(&written[STRING.len()..], STRING.len(), b':');
    let mut values = [const { CpeValue::Any }; 11];
    if parts.len() != values.len() {
        return Err(NotACpe { at: written.len(), fault: CpeFault::Attributes(parts.len()) });
    }
    for ((value, (at, text)), attribute) in values.iter_mut().zip(parts).zip(CpeAttribute::ALL) {
        *value = match text {
            "*" => CpeValue::Any,
            "-" => CpeValue::Na,
            _ => of_symbols(Written { text, at, attribute }, unquoted)?,
        };
    }
    Ok(values)
}

fn of_uri(written: &str) -> Result<[CpeValue; 11], NotACpe> {
    // A backslash quotes nothing in a URI, so a colon behind one still separates.
    let (mut parts, mut at) = (Vec::new(), URI.len());
    for text in written[URI.len()..].split(':') {
        parts.push((at, text));
        at += text.len() + 1;
    }
    if parts.len() > URI_ATTRIBUTES {
        return Err(NotACpe { at: written.len(), fault: CpeFault::Attributes(parts.len()) });
    }
    let mut values = [const { CpeValue::Any }; 11];
    for ((at, text), attribute) in parts.into_iter().zip(CpeAttribute::ALL) {
        if attribute == CpeAttribute::Edition && text.starts_with('~') {
            unpack(text, at, &mut values)?;
        } else {
            values[attribute as usize] = of_uri_part(Written { text, at, attribute })?;
        }
    }
    Ok(values)
}

/// `~edition~sw_edition~target_sw~target_hw~other`
fn unpack(text: &str, at: usize, values: &mut [CpeValue; 11]) -> Result<(), NotACpe> {
    let parts: Vec<&str> = text[1..].split('~').collect();
    if parts.len() != PACKED.len() {
        return Err(NotACpe { at, fault: CpeFault::Packed(parts.len()) });
    }
    let mut at = at + 1;
    for (text, attribute) in parts.into_iter().zip(PACKED) {
        values[attribute as usize] = of_uri_part(Written { text, at, attribute })?;
        at += text.len() + 1;
    }
    Ok(())
}

fn of_uri_part(written: Written<'_>) -> Result<CpeValue, NotACpe> {
    match written.text {
        "" => Ok(CpeValue::Any),
        "-" => Ok(CpeValue::Na),
        _ => of_symbols(written, decoded),
    }
}

/// Takes the next symbol off the text, with how many bytes it took.
type Next = fn(&str) -> Result<(CpeSymbol, usize), fn(CpeAttribute) -> CpeFault>;

fn of_symbols(written: Written<'_>, next: Next) -> Result<CpeValue, NotACpe> {
    let Written { text, at, attribute } = written;
    let (mut symbols, mut places, mut place) = (Vec::with_capacity(text.len()), Vec::new(), 0);
    while let Some(rest) = text.get(place..).filter(|rest| !rest.is_empty()) {
        let (symbol, length) =
            next(rest).map_err(|fault| NotACpe { at: at + place, fault: fault(attribute) })?;
        symbols.push(symbol);
        places.push(at + place);
        place += length;
    }
    let of = |number: usize| places.get(number).copied().unwrap_or(at);
    CpeText::of(symbols.into_iter()).map(CpeValue::Text).map_err(|fault| match fault {
        NotAText::Empty => NotACpe { at, fault: CpeFault::Empty(attribute) },
        NotAText::Character(number) => NotACpe { at: of(number), fault: CpeFault::Character(attribute) },
        NotAText::Wildcard(number) => NotACpe { at: of(number), fault: CpeFault::Wildcard(attribute) },
        NotAText::Hyphen => NotACpe { at, fault: CpeFault::Hyphen(attribute) },
    })
}

/// A symbol of the formatted string (IR 7695, 6.2.3.3).
fn unquoted(rest: &str) -> Result<(CpeSymbol, usize), fn(CpeAttribute) -> CpeFault> {
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return Err(CpeFault::Empty) };
    Ok(match first {
        '*' => (CpeSymbol::Any, 1),
        '?' => (CpeSymbol::AtMostOne, 1),
        '\\' => {
            let quoted = letters.next().ok_or(CpeFault::Escape as fn(CpeAttribute) -> CpeFault)?;
            (CpeSymbol::Literal(quoted), 1 + quoted.len_utf8())
        }
        letter => (CpeSymbol::Literal(letter), letter.len_utf8()),
    })
}

/// A symbol of the URI (IR 7695, 6.1.3.2); `%01` and `%02` are the wildcards.
fn decoded(rest: &str) -> Result<(CpeSymbol, usize), fn(CpeAttribute) -> CpeFault> {
    let Some(first) = rest.chars().next() else { return Err(CpeFault::Empty) };
    if first == '*' || first == '?' {
        return Err(CpeFault::Wildcard);
    }
    if first != '%' {
        return Ok((CpeSymbol::Literal(first), first.len_utf8()));
    }
    let digits = rest.get(1..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
    Ok(match byte {
        Some(1) => (CpeSymbol::AtMostOne, 3),
        Some(2) => (CpeSymbol::Any, 3),
        Some(byte) if byte.is_ascii_graphic() => (CpeSymbol::Literal(char::from(byte)), 3),
        _ => return Err(CpeFault::Percent),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The well-formed spelling of an attribute.
    fn of(written: &str, attribute: CpeAttribute) -> String {
        match written.parse::<Cpe>().unwrap().get(attribute) {
            CpeValue::Any => "ANY".to_owned(),
            CpeValue::Na => "NA".to_owned(),
            CpeValue::Text(text) => text.as_quoted().to_owned(),
        }
    }

    #[test]
    fn the_examples_of_the_specification_are_read() {
        // IR 7695, 6.2.3.2 and 6.1.3.2.
        let name = r"cpe:2.3:a:microsoft:internet_explorer:8.0.6001:beta:*:*:*:*:*:*";
        assert_eq!(of(name, CpeAttribute::Version), r"8\.0\.6001");
        assert_eq!(of(name, CpeAttribute::Edition), "ANY");
        let name = r"cpe:2.3:a:microsoft:internet_explorer:8.*:sp?:*:*:*:*:*:*";
        assert_eq!(
            (of(name, CpeAttribute::Version), of(name, CpeAttribute::Update)),
            (r"8\.*".into(), "sp?".into())
        );
        let name = r"cpe:2.3:a:hp:insight_diagnostics:7.4.0.1570:-:*:*:online:win2003:x64:*";
        assert_eq!(of(name, CpeAttribute::Update), "NA");
        assert_eq!(of(name, CpeAttribute::TargetSw), "win2003");
        let name = r"cpe:2.3:a:foo\\bar:big\$money:2010:*:*:*:special:ipod_touch:80gb:*";
        assert_eq!(of(name, CpeAttribute::Vendor), r"foo\\bar");
        assert_eq!(of(name, CpeAttribute::Product), r"big\$money");

        let name = "cpe:/a:microsoft:internet_explorer:8.%02:sp%01";
        assert_eq!(
            (of(name, CpeAttribute::Version), of(name, CpeAttribute::Update)),
            (r"8\.*".into(), "sp?".into())
        );
        let name = "cpe:/a:hp:insight_diagnostics:7.4.0.1570::~~online~win2003~x64~";
        assert_eq!(of(name, CpeAttribute::Edition), "ANY");
        assert_eq!(of(name, CpeAttribute::SwEdition), "online");
        assert_eq!(of(name, CpeAttribute::TargetHw), "x64");
        let name = "cpe:/a:foo~bar:big%7emoney_manager_2010";
        assert_eq!(of(name, CpeAttribute::Vendor), r"foo\~bar");
        assert_eq!(of(name, CpeAttribute::Product), r"big\~money_manager_2010");
    }

    #[test]
    fn what_real_writers_leave_out_is_read_the_one_way_there_is() {
        let name = r"CPE:2.3:A:Vendor:Pro+Duct:1.0-RC.1:*:*:*:*:*:*:*";
        assert_eq!(of(name, CpeAttribute::Product), r"pro\+duct");
        assert_eq!(of(name, CpeAttribute::Version), r"1\.0\-rc\.1");
        assert_eq!(of(r"cpe:2.3:a:a\:b:\c\_d:*:*:*:*:*:*:*:*", CpeAttribute::Vendor), r"a\:b");
        assert_eq!(of(r"cpe:2.3:a:a\:b:\c\_d:*:*:*:*:*:*:*:*", CpeAttribute::Product), "c_d");
        assert_eq!(of("cpe:/o:a+b", CpeAttribute::Vendor), r"a\+b");
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_place() {
        let why = |written: &str| {
            let fault = written.parse::<Cpe>().unwrap_err();
            (fault.at, fault.says().id())
        };
        assert_eq!(why("pkg:npm/x"), (0, "cpe-fault-beginning"));
        assert_eq!(why("cpe:2.3:a:x"), (11, "cpe-fault-attributes"));
        assert_eq!(why("cpe:2.3:x:v:p:1:*:*:*:*:*:*:*"), (8, "cpe-fault-part"));
        assert_eq!(why("cpe:/x:v:p"), (5, "cpe-fault-part"));
        assert_eq!(why("cpe:2.3:a::p:1:*:*:*:*:*:*:*"), (10, "cpe-fault-empty"));
        assert_eq!(why("cpe:2.3:a:v v:p:1:*:*:*:*:*:*:*"), (11, "cpe-fault-character"));
        assert_eq!(why("cpe:2.3:a:vü:p:1:*:*:*:*:*:*:*"), (11, "cpe-fault-character"));
        assert_eq!(why("cpe:2.3:a:v:p:1*2:*:*:*:*:*:*:*"), (15, "cpe-fault-wildcard"));
        assert_eq!(why(r"cpe:2.3:a:v:p:\-:*:*:*:*:*:*:*"), (14, "cpe-fault-hyphen"));
        assert_eq!(why(r"cpe:2.3:a:v:p:1:*:*:*:*:*:*:x\"), (29, "cpe-fault-escape"));
        assert_eq!(why("cpe:/a:v:p%zz"), (10, "cpe-fault-percent"));
        assert_eq!(why("cpe:/a:v:p:1:u:~a~b"), (15, "cpe-fault-packed"));
        assert_eq!(why("cpe:/a:v:p:1:u:e:l:x"), (20, "cpe-fault-attributes"));
        assert_eq!(why(&format!("cpe:/a:{}", "v".repeat(3000))), (2048, "cpe-fault-length"));
        assert_eq!(why(&format!("cpe:/a:{}", "+".repeat(1500))), (1507, "cpe-fault-length"));
    }
}
