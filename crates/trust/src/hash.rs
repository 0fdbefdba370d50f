//! A SHA-256 hash, and the three ways a Merkle tree makes one (RFC 6962 section 2.1).

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What a leaf's data begins with before it is hashed, so that no leaf can pass for an inner node.
const LEAF_PREFIX: [u8; 1] = [0x00];

/// What a pair of hashes begins with before it is hashed.
const NODE_PREFIX: [u8; 1] = [0x01];

/// A SHA-256 hash: of a leaf, of an inner node, or of a whole tree.
///
/// It is printed as 64 lower-case hexadecimal digits; checkpoints and proofs write it in base64.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash([u8; Hash::LEN]);

impl Hash {
    /// The length of a hash in bytes.
    pub const LEN: usize = 32;

    /// The root of a tree without leaves: the hash of no bytes at all.
    pub const EMPTY_ROOT: Self = Self([
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27,
        0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
    ]);

    /// The hash that these bytes are.
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    /// The bytes of the hash.
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    /// The hash of a leaf with this data.
    pub fn of_leaf(data: &[u8]) -> Self {
        Self::of([&LEAF_PREFIX, data])
    }

    /// The hash of an inner node above these two.
    pub fn of_node(left: &Self, right: &Self) -> Self {
        Self::of([&NODE_PREFIX, left.0.as_slice(), right.0.as_slice()])
    }

    /// The hash written as standard base64 with padding (RFC 4648 section 4).
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.0)
    }

    /// Reads the base64 form. The unused bits at its end must be zero, so that a hash has one spelling only.
    pub fn from_base64(written: &str) -> Result<Self, HashError> {
        // Decoding into an array of the exact size refuses any other length without allocating for it.
        let mut bytes = [0; Self::LEN];
        match STANDARD.decode_slice(written, &mut bytes) {
            Ok(Self::LEN) => Ok(Self(bytes)),
            _ => Err(HashError::Base64),
        }
    }

    fn of<const N: usize>(parts: [&[u8]; N]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Hash({self})")
    }
}

/// Reads the hexadecimal form: 64 digits, lower case.
impl FromStr for Hash {
    type Err = HashError;

    fn from_str(written: &str) -> Result<Self, HashError> {
        let (pairs, rest) = written.as_bytes().as_chunks::<2>();
        if pairs.len() != Self::LEN || !rest.is_empty() {
            return Err(HashError::Hex);
        }
        let mut bytes = [0; Self::LEN];
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(bytes))
    }
}

fn digit(character: u8) -> Result<u8, HashError> {
    match character {
        b'0'..=b'9' => Ok(character - b'0'),
        b'a'..=b'f' => Ok(character - b'a' + 10),
        _ => Err(HashError::Hex),
    }
}

/// Why something written is not a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashError {
    /// It is not 64 lower-case hexadecimal digits.
    Hex,
    /// It is not 32 bytes in standard base64 with padding.
    Base64,
}

impl fmt::Display for HashError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Hex => "a hash is written as 64 lower-case hexadecimal digits",
            Self::Base64 => "a hash is written as 32 bytes in standard base64 with padding",
        })
    }
}

impl std::error::Error for HashError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_root_is_the_hash_of_nothing() {
        assert_eq!(Hash::of([]), Hash::EMPTY_ROOT);
    }

    // The values that RFC 6962 implementations share: certificate-transparency's merkletree tests.
    #[test]
    fn leaves_and_nodes_hash_as_in_rfc_6962() {
        assert_eq!(
            Hash::of_leaf(b"").to_string(),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        );
        assert_eq!(
            Hash::of_leaf(b"L123456").to_string(),
            "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"
        );
    }

    #[test]
    fn both_written_forms_read_back() {
        let hash = Hash::of_leaf(b"x");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(Hash::from_base64(&hash.to_base64()), Ok(hash));
    }

    #[test]
    fn a_hash_has_one_spelling_in_each_form() {
        let hex = Hash::EMPTY_ROOT.to_string();
        for wrong in [hex.to_uppercase(), hex[1..].to_owned(), format!("{hex}0"), format!("{hex}00")] {
            assert_eq!(wrong.parse::<Hash>(), Err(HashError::Hex), "{wrong}");
        }
        // The last character but the padding carries two bits that no byte uses: `U` leaves them zero, `V` not.
        let base64 = Hash::EMPTY_ROOT.to_base64();
        assert_eq!(base64, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        let long = STANDARD.encode([0; 33]);
        for wrong in [base64.replace("U=", "V="), base64.replace('=', ""), format!("{base64}\n"), long] {
            assert_eq!(Hash::from_base64(&wrong), Err(HashError::Base64), "{wrong}");
        }
    }
}
