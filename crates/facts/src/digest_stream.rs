//! The digest of bytes that are not all there at once.

use crate::digest::Sha256;

/// A digest in the making.
#[derive(Debug, Clone, Default)]
pub struct DigestStream(sha2::Sha256);

impl DigestStream {
    /// The next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        sha2::Digest::update(&mut self.0, bytes);
    }

    /// The digest of all of them.
    pub fn finish(self) -> Sha256 {
        Sha256(sha2::Digest::finalize(self.0).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_in_pieces_have_the_digest_of_the_whole() {
        let mut stream = DigestStream::default();
        stream.update(b"a");
        stream.update(b"bc");
        assert_eq!(stream.finish(), Sha256::of(b"abc"));
    }
}
