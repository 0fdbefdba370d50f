//! What build systems call the Linux kernel.

/// Names under which build systems list the kernel itself. What is only made from it (`linux-libc-headers`,
/// `kernel-module-…`) or beside it (`linux-firmware`) is another thing.
const NAMES: [&str; 22] = [
    "linux",
    "linux-kernel",
    "linux_kernel",
    "linux-mainline",
    "linux-stable",
    "linux-lts",
    "linux-yocto",
    "linux-yocto-dev",
    "linux-yocto-rt",
    "linux-yocto-tiny",
    "linux-fslc",
    "linux-fslc-imx",
    "linux-fslc-lts",
    "linux-imx",
    "linux-intel",
    "linux-qcom",
    "linux-raspberrypi",
    "linux-stm32mp",
    "linux-ti-mainline",
    "linux-ti-staging",
    "linux-toradex-mainline",
    "linux-xlnx",
];

/// Whether a build system lists the kernel itself under this name, in lower case.
pub fn is_kernel_recipe(name: &str) -> bool {
    NAMES.contains(&name)
}

/// The kernel's CPE name in the release a build's version begins with: `6.6.23` of `6.6.23+git0+a1b2c3`. `None`: it begins with
/// none, as the name of a branch and a commit do.
pub fn kernel_cpe(version: &str) -> Option<String> {
    let version = version.strip_prefix('v').unwrap_or(version);
    let end = version.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(version.len());
    let (release, rest) = version.split_at(end);
    let is_release = release.contains('.') && release.split('.').all(|number| !number.is_empty());
    let ends = !rest.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    (is_release && ends).then(|| format!("cpe:2.3:o:linux:linux_kernel:{release}:*:*:*:*:*:*:*"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_says_its_release_before_its_commit() {
        for (version, release) in [
            ("6.6.23", Some("6.6.23")),
            ("6.6.23+git0+a1b2c3_d4e5f6", Some("6.6.23")),
            ("v6.6", Some("6.6")),
            ("1a2b3c4d5e6f", None),
            ("6.x", None),
            ("main", None),
            ("6", None),
        ] {
            let name = release.map(|release| format!("cpe:2.3:o:linux:linux_kernel:{release}:*:*:*:*:*:*:*"));
            assert_eq!(kernel_cpe(version), name, "{version}");
        }
    }

    #[test]
    fn what_is_made_from_the_kernel_is_not_the_kernel() {
        for kernel in ["linux", "linux-yocto", "linux-raspberrypi"] {
            assert!(is_kernel_recipe(kernel), "{kernel}");
        }
        for other in
            ["linux-libc-headers", "linux-firmware", "linux-headers", "kernel-module-fat", "linuxptp"]
        {
            assert!(!is_kernel_recipe(other), "{other}");
        }
    }
}
