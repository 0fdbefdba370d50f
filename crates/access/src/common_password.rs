//! Passwords everybody tries first, among those long enough to be accepted at all.

/// Long passwords that lead published lists of leaked ones, in lower case.
const COMMON: &[&str] = &[
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123456789012345",
    "1234567890123456",
    "12345678910111213",
    "0123456789012",
    "098765432109",
    "987654321098",
    "1q2w3e4r5t6y",
    "1q2w3e4r5t6y7u",
    "1q2w3e4r5t6y7u8i",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc",
    "1qaz2wsx3edc4rfv",
    "1qazxsw23edc",
    "q1w2e3r4t5y6",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwertyuiop1234",
    "qwertyuiopas",
    "qwertyuiopasdf",
    "qwertyuiopasdfghjkl",
    "qwertyuiop[]",
    "qwerty123456",
    "qwerty1234567",
    "qwerty12345678",
    "qwerty123456789",
    "qwertzuiop12",
    "qwertzuiopasdf",
    "qwertzuiopasdfghjkl",
    "azertyuiop12",
    "azertyuiop123",
    "asdfghjkl123",
    "asdfghjkl1234",
    "asdfghjklqwerty",
    "asdfasdfasdf",
    "zxcvbnm12345",
    "zxcvbnm123456",
    "abcdefghijkl",
    "abcdefghijklm",
    "abcdefghijklmnop",
    "abc123456789",
    "abcd12345678",
    "a1b2c3d4e5f6",
    "a123456789012",
    "admin1234567",
    "admin12345678",
    "administrator",
    "administrator1",
    "adminadminadmin",
    "changeme1234",
    "changemenow1",
    "correcthorsebatterystaple",
    "correct horse battery staple",
    "football1234",
    "hallo1234567",
    "iloveyou1234",
    "iloveyou12345",
    "iloveyouforever",
    "letmein12345",
    "letmein123456",
    "letmeinplease",
    "mypassword12",
    "mypassword123",
    "p@ssw0rd1234",
    "p@ssword1234",
    "pa55word1234",
    "pass12345678",
    "passw0rd1234",
    "passwort1234",
    "passwort12345",
    "passwort123456",
    "password1234",
    "password12345",
    "password123456",
    "password1234567",
    "password12345678",
    "password123!",
    "password1234!",
    "password2024",
    "password2025",
    "password2026",
    "password2027",
    "passwordpassword",
    "princess1234",
    "schalke04schalke04",
    "sommer2025!!",
    "sommer2026!!",
    "summer2025!!",
    "summer2026!!",
    "sunshine1234",
    "superman1234",
    "testtesttest",
    "test12345678",
    "thisismypassword",
    "trustno1trustno1",
    "welcome12345",
    "welcome123456",
    "welcome2025!",
    "welcome2026!",
    "willkommen12",
    "willkommen123",
    "willkommen1234",
    "winter2025!!",
    "winter2026!!",
];

/// Whether everybody would try it: listed, whatever its case, or one or two characters over and over.
pub(crate) fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let mut letters: Vec<char> = lower.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len() <= 2 || COMMON.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::password::SHORTEST_PASSWORD_BYTES;

    #[test]
    fn the_list_holds_nothing_that_is_refused_anyway_and_nothing_twice() {
        for (index, one) in COMMON.iter().enumerate() {
            assert!(one.len() >= SHORTEST_PASSWORD_BYTES, "{one}");
            assert_eq!(*one, one.to_lowercase());
            assert!(!COMMON[..index].contains(one), "{one}");
        }
    }
}
