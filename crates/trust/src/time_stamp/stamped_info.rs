//! What a time stamp says: of which digest, when, under which policy (`TSTInfo`, RFC 3161 section 2.4.2).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::der::{BOOLEAN, Der, GENERALIZED_TIME, INTEGER, OCTETS, OID, SEQUENCE, context};
use super::error::TimeStampError;
use super::oid::Oid;

/// What a time stamp says, as it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StampedInfo {
    pub(super) policy: Oid,
    /// The content of the algorithm's identifier.
    pub(super) algorithm: Vec<u8>,
    pub(super) digest: Vec<u8>,
    pub(super) serial: Vec<u8>,
    pub(super) at: Timestamp,
    /// All bytes of the nonce.
    pub(super) nonce: Option<Vec<u8>>,
}

impl StampedInfo {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, TimeStampError> {
        let mut info = Der::new(Der::only(bytes, SEQUENCE)?);
        if info.expect(INTEGER)? != [1] {
            return Err(TimeStampError::Encoding);
        }
        let policy = Oid::from_content(info.expect(OID)?)?;
        let mut imprint = Der::new(info.expect(SEQUENCE)?);
        let algorithm = Der::new(imprint.expect(SEQUENCE)?).expect(OID)?.to_vec();
        let digest = imprint.expect(OCTETS)?.to_vec();
        imprint.end()?;
        let serial = info.expect(INTEGER)?.to_vec();
        let at = instant(info.expect(GENERALIZED_TIME)?)?;
        // How exact the clock is and whether stamps are ordered: said by the authority, and nothing here rests on it.
        info.optional(SEQUENCE)?;
        info.optional(BOOLEAN)?;
        let nonce = info.optional(INTEGER)?.map(|nonce| nonce.whole.to_vec());
        info.optional(context(0))?;
        // Extensions could be critical, and none is known here.
        if info.optional(context(1))?.is_some() {
            return Err(TimeStampError::Algorithm);
        }
        info.end()?;
        Ok(Self { policy, algorithm, digest, serial, at, nonce })
    }
}

/// `20270314150926.535Z`: in UTC, with seconds, and a fraction without zeroes at its end.
fn instant(content: &[u8]) -> Result<Timestamp, TimeStampError> {
    let bad = || TimeStampError::Encoding;
    let written =
        std::str::from_utf8(content).ok().and_then(|text| text.strip_suffix('Z')).ok_or_else(bad)?;
    let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let has_fraction = written.len() != whole.len();
    let sound = whole.len() == 14 && digits(whole) && digits(fraction) && fraction.len() <= 9;
    if !sound || has_fraction && (fraction.is_empty() || fraction.ends_with('0')) {
        return Err(bad());
    }
    let number = |from: usize, to: usize| whole[from..to].parse::<i8>().map_err(|_| bad());
    let year = whole[..4].parse::<i16>().map_err(|_| bad())?;
    let nanoseconds = format!("{fraction:0<9}").parse::<i32>().map_err(|_| bad())?;
    let (month, day) = (number(4, 6)?, number(6, 8)?);
    let (hour, minute, second) = (number(8, 10)?, number(10, 12)?, number(12, 14)?);
    let time = DateTime::new(year, month, day, hour, minute, second, nanoseconds).map_err(|_| bad())?;
    TimeZone::UTC.to_timestamp(time).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_have_one_spelling_only() {
        let read = |written: &str| instant(written.as_bytes()).map(|at| at.to_string());
        assert_eq!(read("20270314150926Z").unwrap(), "2027-03-14T15:09:26Z");
        assert_eq!(read("20270314150926.535Z").unwrap(), "2027-03-14T15:09:26.535Z");
        for wrong in [
            "20270314150926",
            "202703141509Z",
            "20270314150926.Z",
            "20270314150926.50Z",
            "20271314150926Z",
            "+0270314150926Z",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
