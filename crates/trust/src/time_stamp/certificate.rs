//! What is asked of a certificate beside its chain: who issued it under which number, and what it is for (RFC 5280).

use super::der::{BOOLEAN, Der, INTEGER, OCTETS, OID, SEQUENCE, context};
use super::error::TimeStampError;
use super::oid::TIME_STAMPING;

/// The extension that says what a key is for, and only for (RFC 5280 section 4.2.1.12).
const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x25];

/// A certificate's parts.
pub(super) struct Certificate<'a> {
    /// All bytes of the issuer's name.
    pub(super) issuer: &'a [u8],
    /// The serial number's content.
    pub(super) serial: &'a [u8],
    extensions: &'a [u8],
}

impl<'a> Certificate<'a> {
    pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, TimeStampError> {
        let mut certificate = Der::new(Der::only(bytes, SEQUENCE)?);
        let mut fields = Der::new(certificate.expect(SEQUENCE)?);
        fields.optional(context(0))?;
        let serial = fields.expect(INTEGER)?;
        fields.expect(SEQUENCE)?;
        let issuer = fields.next()?.whole;
        // Validity, subject and key are read where the chain is verified.
        for _ in 0..3 {
            fields.expect(SEQUENCE)?;
        }
        let mut extensions: &[u8] = &[];
        while !fields.is_empty() {
            let field = fields.next()?;
            if field.tag == context(3) {
                extensions = Der::only(field.content, SEQUENCE)?;
            }
        }
        Ok(Self { issuer, serial, extensions })
    }

    /// RFC 3161 section 2.3: the key is for time stamps, for nothing else, and whoever does not know that must stop.
    pub(super) fn is_for_time_stamps_alone(&self) -> Result<(), TimeStampError> {
        let mut extensions = Der::new(self.extensions);
        while !extensions.is_empty() {
            let mut extension = Der::new(extensions.expect(SEQUENCE)?);
            let name = extension.expect(OID)?;
            let critical = extension.optional(BOOLEAN)?.is_some_and(|truth| truth.content == [0xff]);
            if name == EXTENDED_KEY_USAGE {
                let mut uses = Der::new(Der::only(extension.expect(OCTETS)?, SEQUENCE)?);
                let only = uses.expect(OID)? == TIME_STAMPING && uses.is_empty();
                return if only && critical { Ok(()) } else { Err(TimeStampError::Purpose) };
            }
        }
        Err(TimeStampError::Purpose)
    }
}
