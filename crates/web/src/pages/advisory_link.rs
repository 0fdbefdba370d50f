//! Where an advisory is published, by its identifier: for people who want to read it at its source.

/// The address; `None`: the identifier is of no source that is known, or not one.
pub(super) fn advisory_link(id: &str) -> Option<String> {
    let sound = !id.is_empty()
        && id.len() <= 100
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._:".contains(&byte));
    if !sound {
        return None;
    }
    let source = id.split(['-', ':']).next()?;
    Some(match source {
        "CVE" => format!("https://www.cve.org/CVERecord?id={id}"),
        "GHSA" => format!("https://github.com/advisories/{id}"),
        "RUSTSEC" => format!("https://rustsec.org/advisories/{id}.html"),
        "GO" => format!("https://pkg.go.dev/vuln/{id}"),
        "DSA" | "DLA" => format!("https://security-tracker.debian.org/tracker/{id}"),
        "USN" => format!("https://ubuntu.com/security/notices/{id}"),
        "ALPINE" | "ALSA" | "ASB" | "BIT" | "CGA" | "DEBIAN" | "EEF" | "GSD" | "HSEC" | "MAL" | "MGASA"
        | "OSV" | "PSF" | "PYSEC" | "RHSA" | "RLSA" | "RSEC" | "SUSE" | "UBUNTU" | "openSUSE" => {
            format!("https://osv.dev/vulnerability/{id}")
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::advisory_link;

    #[test]
    fn each_source_has_its_place_and_nothing_else_gets_into_an_address() {
        assert_eq!(
            advisory_link("GHSA-m425-mq94-257g").as_deref(),
            Some("https://github.com/advisories/GHSA-m425-mq94-257g")
        );
        assert_eq!(
            advisory_link("CVE-2026-1").as_deref(),
            Some("https://www.cve.org/CVERecord?id=CVE-2026-1")
        );
        for strange in ["", "CVE-1/../x", "CVE-1?x", "CVE-1\"", "javascript:alert(1)", "ours-1"] {
            assert_eq!(advisory_link(strange), None, "{strange}");
        }
    }
}
