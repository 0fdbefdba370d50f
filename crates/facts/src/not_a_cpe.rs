//! Why a text is no CPE name, and where.

use proofmark_text::{Text, text};

use crate::cpe::{CpeAttribute, LONGEST_CPE_BYTES};

/// What is wrong with a text that was to be a CPE name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACpe {
    /// The byte it is about, from zero.
    pub at: usize,
    /// What is wrong there.
    pub fault: CpeFault,
}

/// What can be wrong with a CPE name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CpeFault {
    /// It begins neither with `cpe:2.3:` nor with `cpe:/`.
    Beginning,
    /// It is longer than [`LONGEST_CPE_BYTES`].
    Length,
    /// It has so many attributes, and not eleven (or, as a URI, at most seven).
    Attributes(usize),
    /// The part is none of `a`, `o` and `h`.
    Part,
    /// The attribute is empty; `*` says that anything fits.
    Empty(CpeAttribute),
    /// A blank, a control character or one beyond ASCII.
    Character(CpeAttribute),
    /// `*` or `?` stands elsewhere than at the beginning or end, and no backslash before it.
    Wildcard(CpeAttribute),
    /// A quoted hyphen alone, which would be read back as "not applicable".
    Hyphen(CpeAttribute),
    /// A backslash at the end, with nothing behind it.
    Escape(CpeAttribute),
    /// A percent sign without two hexadecimal digits of a printable character.
    Percent(CpeAttribute),
    /// An edition that begins with a tilde has five parts, each behind one.
    Packed(usize),
}

impl NotACpe {
    /// The sentence for the user. Columns count from one.
    pub fn says(&self) -> Text {
        let column = self.at + 1;
        let of = CpeAttribute::name;
        match self.fault {
            CpeFault::Beginning => text!("cpe-fault-beginning"),
            CpeFault::Length => text!("cpe-fault-length", most = LONGEST_CPE_BYTES),
            CpeFault::Attributes(found) => text!("cpe-fault-attributes", found = found),
            CpeFault::Part => text!("cpe-fault-part", column = column),
            CpeFault::Empty(it) => text!("cpe-fault-empty", attribute = of(it), column = column),
            CpeFault::Character(it) => text!("cpe-fault-character", attribute = of(it), column = column),
            CpeFault::Wildcard(it) => text!("cpe-fault-wildcard", attribute = of(it), column = column),
            CpeFault::Hyphen(it) => text!("cpe-fault-hyphen", attribute = of(it), column = column),
            CpeFault::Escape(it) => text!("cpe-fault-escape", attribute = of(it), column = column),
            CpeFault::Percent(it) => text!("cpe-fault-percent", attribute = of(it), column = column),
            CpeFault::Packed(found) => text!("cpe-fault-packed", found = found, column = column),
        }
    }
}
