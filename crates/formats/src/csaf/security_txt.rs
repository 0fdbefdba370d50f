//! Where a `security.txt` (RFC 9116) says that metadata of a publisher lie: its lines `CSAF:` (CSAF 2.0 section 7.1.8).

/// The longest file that is looked at, in bytes.
const MOST_BYTES: usize = 64 * 1024;

/// The most of its lines that count.
const MOST_LINES: usize = 20;

/// The addresses behind `CSAF:`, in their order. The standard wants them to be reached through TLS; others are passed over.
pub fn csaf_of_security_txt(bytes: &[u8]) -> Vec<String> {
    let written = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_BYTES)]);
    let address = |line: &str| {
        let (field, value) = line.split_once(':')?;
        let value = value.trim();
        let fits = value.starts_with("https://") && !value.contains(char::is_whitespace);
        (field.trim().eq_ignore_ascii_case("csaf") && fits).then(|| value.to_owned())
    };
    written.lines().filter_map(address).take(MOST_LINES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_csaf_are_found_among_others() {
        let written = "-----BEGIN PGP SIGNED MESSAGE-----\r\n# CSAF: https://no.example/\r\nContact: mailto:a@b\r\n\
                       CSAF: https://a.example/provider-metadata.json\r\ncsaf:https://b.example/x.json \nCSAF: http://c/\n\
                       CSAF: https://d.example/ e\n";
        assert_eq!(
            csaf_of_security_txt(written.as_bytes()),
            ["https://a.example/provider-metadata.json", "https://b.example/x.json"]
        );
        assert!(csaf_of_security_txt(&[0xff, b'\n', b':']).is_empty());
    }
}
