//! The digest algorithms that bills of materials name, in CycloneDX's spelling where it has one.

/// A digest algorithm.
pub(crate) struct Algorithm {
    /// Its name.
    pub(crate) name: &'static str,
    /// How many hexadecimal digits a value has; `None`: any.
    digits: Option<usize>,
    /// Whether CycloneDX 1.6 knows it (`hash-alg`).
    pub(crate) in_cyclonedx: bool,
}

const fn algorithm(name: &'static str, digits: usize) -> Algorithm {
    Algorithm { name, digits: Some(digits), in_cyclonedx: true }
}

const fn elsewhere(name: &'static str, digits: Option<usize>) -> Algorithm {
    Algorithm { name, digits, in_cyclonedx: false }
}

/// CycloneDX `hash-alg`, then what only SPDX 2.3 section 7.10 or CycloneDX 1.7 name.
const ALGORITHMS: [Algorithm; 20] = [
    algorithm("MD5", 32),
    algorithm("SHA-1", 40),
    algorithm("SHA-256", 64),
    algorithm("SHA-384", 96),
    algorithm("SHA-512", 128),
    algorithm("SHA3-256", 64),
    algorithm("SHA3-384", 96),
    algorithm("SHA3-512", 128),
    algorithm("BLAKE2b-256", 64),
    algorithm("BLAKE2b-384", 96),
    algorithm("BLAKE2b-512", 128),
    algorithm("BLAKE3", 64),
    elsewhere("SHA-224", Some(56)),
    elsewhere("MD2", Some(32)),
    elsewhere("MD4", Some(32)),
    elsewhere("MD6", None),
    elsewhere("ADLER32", Some(8)),
    elsewhere("Streebog-256", Some(64)),
    elsewhere("Streebog-512", Some(128)),
    elsewhere("GOST-R-34.11-94", Some(64)),
];

/// The algorithm of this name, in whatever case, with or without hyphens: `SHA256`, `sha-256`.
pub(crate) fn algorithm_named(name: &str) -> Option<&'static Algorithm> {
    let letters = |text: &str| -> Vec<u8> {
        text.bytes().filter(|byte| *byte != b'-').map(|byte| byte.to_ascii_lowercase()).collect()
    };
    if name.len() > 32 {
        return None;
    }
    let wanted = letters(name);
    ALGORITHMS.iter().find(|known| letters(known.name) == wanted)
}

/// Algorithm and value in one spelling: the name as above, the value in lower case. `None` where the
/// algorithm is unknown or the value cannot be one of its digests.
pub(crate) fn digest(name: &str, value: &str) -> Option<(String, String)> {
    let algorithm = algorithm_named(name)?;
    let fits = algorithm.digits.is_none_or(|digits| digits == value.len());
    let hexadecimal = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    (fits && hexadecimal).then(|| (algorithm.name.to_owned(), value.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn a_digest_has_the_length_of_its_algorithm() {
        let md5 = "D41D8CD98F00B204E9800998ECF8427E";
        assert_eq!(digest("md5", md5), Some(("MD5".to_owned(), md5.to_ascii_lowercase())));
        assert_eq!(digest("SHA256", md5), None);
        assert_eq!(digest("SHA-256", &"ab".repeat(32)).unwrap().0, "SHA-256");
        assert_eq!(digest("CRC", "00"), None);
    }
}
