//! Recovery codes: what gets a person in whose telephone is gone. Each is used once.

use proofmark_facts::Sha256;

use crate::base32;
use crate::secret::{Secret, same};

/// How many a person is given.
pub const RECOVERY_CODES: usize = 10;

/// Random bytes of a code: 80 bits need no slow hash.
const CODE_BYTES: usize = 10;

/// The codes of these random bytes, as they are shown once.
pub fn recovery_codes(random: &[u8; RECOVERY_CODES * CODE_BYTES]) -> Vec<Secret> {
    random.chunks(CODE_BYTES).map(|bytes| Secret::new(grouped(&base32::encode(bytes)))).collect()
}

/// What is kept of a code.
pub fn recovery_digest(code: &Secret) -> Sha256 {
    let typed = code.reveal().chars().filter(char::is_ascii_alphanumeric).take(64);
    let plain: String = typed.map(|letter| letter.to_ascii_uppercase()).collect();
    Sha256::of(format!("proofmark recovery code\0{plain}").as_bytes())
}

/// Which of the kept ones a code is.
pub fn find_recovery_code(kept: &[Sha256], code: &Secret) -> Option<usize> {
    let digest = recovery_digest(code);
    kept.iter().position(|one| same(&one.0, &digest.0))
}

/// Four groups of four, so that it can be copied by hand.
fn grouped(letters: &str) -> String {
    let groups: Vec<&str> =
        (0..letters.len()).step_by(4).map(|at| &letters[at..letters.len().min(at + 4)]).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_code_is_found_however_it_is_typed_and_none_is_another() {
        let mut random = [0; 100];
        for (byte, value) in random.iter_mut().zip(0..) {
            *byte = value;
        }
        let codes = recovery_codes(&random);
        let kept: Vec<Sha256> = codes.iter().map(recovery_digest).collect();
        assert_eq!(codes[0].reveal(), "AAAQ-EAYE-AUDA-OCAJ");
        for (number, code) in codes.iter().enumerate() {
            assert_eq!(find_recovery_code(&kept, code), Some(number));
            let typed = code.reveal().to_lowercase().replace('-', " ");
            assert_eq!(find_recovery_code(&kept, &typed.as_str().into()), Some(number));
        }
        assert_eq!(find_recovery_code(&kept, &"AAAQ-EAYE-AUDA-OCAK".into()), None);
        assert_eq!(find_recovery_code(&kept, &"".into()), None);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_found_only_where_it_is_kept(typed in "\\PC{0,90}") {
            let code = Secret::new(typed);
            prop_assert_eq!(find_recovery_code(&[], &code), None);
            prop_assert_eq!(find_recovery_code(&[recovery_digest(&code)], &code), Some(0));
        }
    }
}
