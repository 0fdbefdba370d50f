//! One-time codes from a person's telephone: TOTP (RFC 6238) over HOTP (RFC 4226), SHA-1, six digits, thirty seconds.
//!
//! SHA-1 is what authenticator apps reliably know; HMAC-SHA-1 is not touched by its collisions.

use std::fmt;

use aws_lc_rs::hmac;
use jiff::Timestamp;
use proofmark_text::text;
use qrcode::QrCode;
use qrcode::render::svg;
use zeroize::Zeroizing;

use crate::base32;
use crate::percent::percent_encoded;
use crate::refusal::Refusal;
use crate::secret::{Secret, same};

/// Seconds of a step (RFC 6238 section 4.1).
const STEP_SECONDS: i64 = 30;

/// Steps a telephone's clock may be off, each way (RFC 6238 section 5.2).
const DRIFT_STEPS: u64 = 1;

/// Digits of a code.
const DIGITS: usize = 6;

/// Bytes of a secret: as long as the digest (RFC 4226 section 4, R6).
const SECRET_BYTES: usize = 20;

/// The secret a person's telephone and we share. Kept sealed; never shown but when it is enrolled.
#[derive(Clone)]
pub struct OneTimeSecret(Zeroizing<[u8; SECRET_BYTES]>);

impl OneTimeSecret {
    /// A secret of these random bytes.
    pub fn new(random: [u8; SECRET_BYTES]) -> Self {
        Self(Zeroizing::new(random))
    }

    /// The secret these letters are.
    pub fn of_base32(letters: &Secret) -> Option<Self> {
        let bytes = Zeroizing::new(base32::decode(letters.reveal()).unwrap_or_default());
        bytes.as_slice().try_into().ok().map(Self::new)
    }

    /// Which step a code belongs to: now, the one before or the one after.
    ///
    /// A code of a step up to the last one used is refused: whoever looked over the shoulder comes too late
    /// (RFC 6238 section 5.2). Keep the step that is given back.
    pub fn check(&self, code: &Secret, now: Timestamp, last_used: Option<u64>) -> Result<u64, Refusal> {
        let digits: Zeroizing<String> =
            Zeroizing::new(code.reveal().chars().filter(|letter| *letter != ' ').take(DIGITS + 1).collect());
        let present = step_at(now);
        let window = present.saturating_sub(DRIFT_STEPS)..=present.saturating_add(DRIFT_STEPS);
        // All are computed, so that the time does not tell which one it was.
        let found = window.fold(None, |found, step| {
            let matches = same(self.code_of(step).as_bytes(), digits.as_bytes());
            if matches { Some(step) } else { found }
        });
        match found {
            Some(step) if last_used.is_none_or(|last| step > last) => Ok(step),
            Some(_) => Err(text!("access-code-used").into()),
            None => Err(text!("access-code-wrong").into()),
        }
    }

    /// The code a telephone shows at that time: for tests and for whoever plays the telephone.
    pub fn code_at(&self, now: Timestamp) -> Secret {
        Secret::new(self.code_of(step_at(now)))
    }

    /// The secret as a person types it where no camera is at hand.
    pub fn to_base32(&self) -> Secret {
        Secret::new(base32::encode(self.0.as_slice()))
    }

    /// What authenticator apps read: `otpauth://totp/…` (the Key Uri Format of Google Authenticator).
    pub fn to_uri(&self, issuer: &str, account: &str) -> Secret {
        let (issuer, account) = (percent_encoded(issuer), percent_encoded(account));
        let secret = Zeroizing::new(base32::encode(self.0.as_slice()));
        Secret::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}",
            *secret
        ))
    }

    /// The same as a picture to be photographed: SVG without script, style or reference.
    pub fn to_qr_svg(&self, issuer: &str, account: &str) -> Result<Secret, Refusal> {
        let uri = self.to_uri(issuer, account);
        let code = QrCode::new(uri.reveal().as_bytes()).map_err(|_| text!("access-code-name-long"))?;
        let picture = code.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
        // The XML declaration has no place inside a page.
        let picture = picture.split_once("?>").map_or(picture.as_str(), |(_, rest)| rest).to_owned();
        Ok(Secret::new(picture))
    }

    /// HOTP (RFC 4226 section 5.3) of the step.
    fn code_of(&self, step: u64) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, self.0.as_slice());
        let tag = hmac::sign(&key, &step.to_be_bytes());
        let tag = tag.as_ref();
        let offset = usize::from(tag[tag.len() - 1] & 0x0f);
        let mut four = [0; 4];
        four.copy_from_slice(&tag[offset..offset + 4]);
        format!("{:06}", (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
    }
}

impl fmt::Debug for OneTimeSecret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("OneTimeSecret(…)")
    }
}

impl PartialEq for OneTimeSecret {
    fn eq(&self, other: &Self) -> bool {
        same(self.0.as_slice(), other.0.as_slice())
    }
}

fn step_at(now: Timestamp) -> u64 {
    u64::try_from(now.as_second().div_euclid(STEP_SECONDS)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn rfc() -> OneTimeSecret {
        OneTimeSecret::new(*b"12345678901234567890")
    }

    /// RFC 6238 appendix B, SHA-1; of its eight digits the last six are ours.
    #[test]
    fn the_vectors_of_rfc_6238() {
        for (second, code) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(rfc().code_at(at(second)).reveal(), &code[2..]);
        }
    }

    /// RFC 4226 appendix D.
    #[test]
    fn the_vectors_of_rfc_4226() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
            "520489",
        ];
        for (step, code) in (0..).zip(codes) {
            assert_eq!(rfc().code_of(step), code);
        }
    }

    #[test]
    fn a_code_holds_one_step_either_way_and_once() {
        let code = rfc().code_at(at(3000));
        for (now, last, expected) in [
            (3000, None, Ok(100)),
            (3030, None, Ok(100)),
            (2970, None, Ok(100)),
            (3060, None, Err("access-code-wrong")),
            (2939, None, Err("access-code-wrong")),
            (3000, Some(99), Ok(100)),
            (3000, Some(100), Err("access-code-used")),
            (3000, Some(101), Err("access-code-used")),
        ] {
            let checked = rfc().check(&code, at(now), last).map_err(|refusal| refusal.says.id());
            assert_eq!(checked, expected, "{now} {last:?}");
        }
        assert!(rfc().check(&"".into(), at(3000), None).is_err());
        let spaced = format!("{} {}", &code.reveal()[..3], &code.reveal()[3..]);
        assert_eq!(rfc().check(&spaced.as_str().into(), at(3000), None), Ok(100));
        let longer = format!("{}0", code.reveal());
        assert!(rfc().check(&longer.as_str().into(), at(3000), None).is_err());
    }

    #[test]
    fn an_app_can_read_it_and_a_log_cannot() {
        let uri = rfc().to_uri("Proofmark", "anna@nordlicht example");
        assert_eq!(
            uri.reveal(),
            "otpauth://totp/Proofmark:anna%40nordlicht%20example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Proofmark&algorithm=SHA1&digits=6&period=30"
        );
        let picture = rfc().to_qr_svg("Proofmark", "anna").unwrap();
        assert!(picture.reveal().starts_with("<svg") && picture.reveal().ends_with("</svg>"));
        assert!(!picture.reveal().contains("<script") && !picture.reveal().contains("style="));
        assert_eq!(format!("{:?}", rfc()), "OneTimeSecret(…)");
        assert_eq!(rfc().to_qr_svg("x", &"y".repeat(5000)).unwrap_err().says.id(), "access-code-name-long");
    }

    proptest! {
        #[test]
        fn a_secret_comes_back_as_it_was_kept(random in any::<[u8; 20]>()) {
            let secret = OneTimeSecret::new(random);
            prop_assert!(OneTimeSecret::of_base32(&secret.to_base32()) == Some(secret));
        }

        #[test]
        fn nothing_typed_makes_it_stumble(typed in "\\PC{0,20}", second in -10_i64..10_000_000_000) {
            let _ = rfc().check(&typed.as_str().into(), at(second), None);
        }
    }
}
