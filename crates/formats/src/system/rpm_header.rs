//! The header of an installed package as rpm's databases keep it
//! (<https://rpm-software-management.github.io/rpm/manual/hregions.html>): an index of tags, then what they say.

/// The most tags of one header; rpm itself allows as many.
const MOST_TAGS: usize = 0xffff;

/// A tag's number in rpm (`rpmtag.h`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag(u32);

impl Tag {
    pub(super) const NAME: Self = Self(1000);
    pub(super) const VERSION: Self = Self(1001);
    pub(super) const RELEASE: Self = Self(1002);
    pub(super) const EPOCH: Self = Self(1003);
    pub(super) const VENDOR: Self = Self(1011);
    pub(super) const LICENSE: Self = Self(1014);
    pub(super) const ARCH: Self = Self(1022);
    pub(super) const SOURCE_RPM: Self = Self(1044);
    pub(super) const PROVIDES: Self = Self(1047);
    pub(super) const REQUIRES: Self = Self(1049);
}

/// A header; what of it cannot be read is not there.
#[derive(Debug, Clone, Copy)]
pub(super) struct RpmHeader<'a> {
    index: &'a [u8],
    data: &'a [u8],
}

impl<'a> RpmHeader<'a> {
    /// `None`: the lengths it states are not those it has.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let tags = number(bytes, 0)? as usize;
        let length = number(bytes, 4)? as usize;
        let rest = bytes.get(8..)?;
        if tags > MOST_TAGS {
            return None;
        }
        let (index, data) = rest.split_at_checked(tags.checked_mul(16)?)?;
        Some(Self { index, data: data.get(..length)? })
    }

    /// What stands behind a tag from its beginning, and how many values of which type they are.
    fn find(&self, tag: Tag) -> Option<(u32, &'a [u8], usize)> {
        let entry = self.index.chunks_exact(16).find(|entry| number(entry, 0) == Some(tag.0))?;
        let (kind, offset, count) =
            (number(entry, 4)?, number(entry, 8)? as usize, number(entry, 12)? as usize);
        Some((kind, self.data.get(offset..)?, count))
    }

    /// The texts of a tag; a single one counts as one. A text that is no UTF-8 is left out.
    pub(super) fn texts(&self, tag: Tag) -> impl Iterator<Item = &'a str> {
        let (kind, data, count) = self.find(tag).unwrap_or_default();
        // STRING, STRING_ARRAY and I18NSTRING.
        let count = if matches!(kind, 6 | 8 | 9) { count } else { 0 };
        data.split(|&byte| byte == 0).take(count).filter_map(|text| str::from_utf8(text).ok())
    }

    /// The first text of a tag; empty: there is none.
    pub(super) fn text(&self, tag: Tag) -> &'a str {
        self.texts(tag).next().unwrap_or_default()
    }

    /// The first number of a tag.
    pub(super) fn number(&self, tag: Tag) -> Option<u32> {
        // INT32.
        self.find(tag)
            .filter(|(kind, _, count)| *kind == 4 && *count > 0)
            .and_then(|(_, data, _)| number(data, 0))
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_be_bytes(*four))
}
