//! The releases of Linux distributions: one spelling for what advisories and package URLs spell in many.

use crate::ecosystem::Ecosystem;

/// Debian's code names (debian.org, "Debian Releases").
const DEBIAN_NAMES: [(&str, &str); 12] = [
    ("squeeze", "6"),
    ("wheezy", "7"),
    ("jessie", "8"),
    ("stretch", "9"),
    ("buster", "10"),
    ("bullseye", "11"),
    ("bookworm", "12"),
    ("trixie", "13"),
    ("forky", "14"),
    ("duke", "15"),
    ("sid", "sid"),
    ("unstable", "sid"),
];

/// Ubuntu's code names of the releases with long-term support (wiki.ubuntu.com/Releases).
const UBUNTU_NAMES: [(&str, &str); 7] = [
    ("trusty", "14.04"),
    ("xenial", "16.04"),
    ("bionic", "18.04"),
    ("focal", "20.04"),
    ("jammy", "22.04"),
    ("noble", "24.04"),
    ("resolute", "26.04"),
];

/// The release an OSV ecosystem's suffix means, in our spelling: `12`, `22.04`, `3.18`, `8`.
pub(crate) fn of_suffix(ecosystem: Ecosystem, suffix: &str) -> String {
    match ecosystem {
        Ecosystem::Ubuntu => suffix.trim_end_matches(":LTS").to_owned(),
        Ecosystem::Alpine => suffix.trim_start_matches('v').to_owned(),
        // The end of a CPE name: `enterprise_linux:9::baseos`. Extended support is mended in versions of its own.
        Ecosystem::RedHat => {
            let version =
                suffix.strip_prefix("enterprise_linux:").and_then(|rest| rest.split([':', '.']).next());
            version.unwrap_or(suffix).to_owned()
        }
        Ecosystem::Suse => of_suse(suffix).unwrap_or_else(|| suffix.to_owned()),
        Ecosystem::OpenSuse => suffix.strip_prefix("Leap ").unwrap_or(suffix).to_owned(),
        _ => suffix.to_owned(),
    }
}

/// `Linux Enterprise Server 15 SP6` and `Linux Enterprise Module for Basesystem 15 SP6` are parts of one release, `15.6`.
fn of_suse(suffix: &str) -> Option<String> {
    let (product, pack) = suffix.rsplit_once(" SP")?;
    let (product, version) = product.rsplit_once(' ')?;
    let is_part = matches!(product, "Linux Enterprise Server" | "Linux Enterprise Desktop")
        || product.starts_with("Linux Enterprise Module for ");
    let release = format!("{version}.{pack}");
    (is_part && numbers(&release, 2).as_ref() == Some(&release)).then_some(release)
}

/// The release a package URL's `distro` qualifier means, in the same spelling; `None` where it cannot be told.
///
/// Written as the distribution's id and version (`debian-12.4`, `almalinux-8.6`), a code name (`bookworm`), or
/// the version alone.
pub(crate) fn of_qualifier(ecosystem: Ecosystem, distro: &str) -> Option<String> {
    let distro = distro.to_ascii_lowercase();
    let written = match distro.split_once('-') {
        Some((id, version)) if ids(ecosystem).contains(&id) => version,
        Some(_) => return None,
        None => distro.as_str(),
    };
    let named = |names: &[(&str, &str)]| {
        names.iter().find(|(name, _)| *name == written).map(|(_, version)| (*version).to_owned())
    };
    match ecosystem {
        Ecosystem::Debian => named(&DEBIAN_NAMES).or_else(|| numbers(written, 1)),
        Ecosystem::Ubuntu => named(&UBUNTU_NAMES).or_else(|| numbers(written, 2)),
        Ecosystem::Alpine => numbers(written.trim_start_matches('v'), 2),
        // Alpaquita's other release has a name: `stream`.
        Ecosystem::Alpaquita if written == "stream" => Some(written.to_owned()),
        Ecosystem::AlmaLinux | Ecosystem::Alpaquita | Ecosystem::RedHat | Ecosystem::RockyLinux => {
            numbers(written, 1)
        }
        Ecosystem::Suse => numbers(written, 2),
        Ecosystem::OpenSuse => numbers(written.trim_start_matches("leap-"), 2),
        _ => None,
    }
}

/// The ids of a distribution in `os-release`.
fn ids(ecosystem: Ecosystem) -> &'static [&'static str] {
    match ecosystem {
        Ecosystem::Debian => &["debian"],
        Ecosystem::Ubuntu => &["ubuntu"],
        Ecosystem::Alpaquita => &["alpaquita"],
        Ecosystem::Alpine => &["alpine"],
        Ecosystem::AlmaLinux => &["almalinux", "alma"],
        Ecosystem::RockyLinux => &["rocky", "rockylinux"],
        Ecosystem::RedHat => &["rhel", "redhat"],
        Ecosystem::Suse => &["sles", "sled", "suse"],
        Ecosystem::OpenSuse => &["opensuse"],
        _ => &[],
    }
}

/// The first so many dotted numbers, if all of the text is dotted numbers.
fn numbers(written: &str, count: usize) -> Option<String> {
    let numbers: Vec<&str> = written.split('.').collect();
    let are_numbers =
        numbers.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (are_numbers && numbers.len() >= count).then(|| numbers[..count].join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_has_one_spelling() {
        let release = |ecosystem, distro| of_qualifier(ecosystem, distro).unwrap();
        assert_eq!(release(Ecosystem::Debian, "debian-12.4"), "12");
        assert_eq!(release(Ecosystem::Debian, "bookworm"), "12");
        assert_eq!(release(Ecosystem::Debian, "debian-sid"), "sid");
        assert_eq!(release(Ecosystem::Ubuntu, "ubuntu-22.04"), of_suffix(Ecosystem::Ubuntu, "22.04:LTS"));
        assert_eq!(release(Ecosystem::Alpine, "alpine-3.18.4"), of_suffix(Ecosystem::Alpine, "v3.18"));
        assert_eq!(release(Ecosystem::AlmaLinux, "almalinux-8.6"), "8");
        assert_eq!(release(Ecosystem::Alpaquita, "alpaquita-23"), "23");
        assert_eq!(release(Ecosystem::Alpaquita, "alpaquita-stream"), "stream");
        let suffix = |suffix| of_suffix(Ecosystem::RedHat, suffix);
        assert_eq!(release(Ecosystem::RedHat, "rhel-9.4"), suffix("enterprise_linux:9::baseos"));
        assert_eq!(release(Ecosystem::RedHat, "redhat-10.0"), suffix("enterprise_linux:10.0"));
        assert_eq!(suffix("rhel_eus:9.2::appstream"), "rhel_eus:9.2::appstream");
        let suffix = |suffix| of_suffix(Ecosystem::Suse, suffix);
        assert_eq!(release(Ecosystem::Suse, "sles-15.6"), suffix("Linux Enterprise Server 15 SP6"));
        assert_eq!(
            release(Ecosystem::Suse, "suse-15.6"),
            suffix("Linux Enterprise Module for Basesystem 15 SP6")
        );
        assert_eq!(suffix("Linux Enterprise Server 15 SP3-LTSS"), "Linux Enterprise Server 15 SP3-LTSS");
        assert_eq!(
            release(Ecosystem::OpenSuse, "opensuse-leap-15.6"),
            of_suffix(Ecosystem::OpenSuse, "Leap 15.6")
        );
    }

    #[test]
    fn a_release_of_another_distribution_is_none() {
        assert_eq!(of_qualifier(Ecosystem::Debian, "ubuntu-22.04"), None);
        assert_eq!(of_qualifier(Ecosystem::Debian, "elxr"), None);
        assert_eq!(of_qualifier(Ecosystem::Ubuntu, "22"), None);
    }
}
