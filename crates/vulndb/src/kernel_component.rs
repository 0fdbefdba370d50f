//! Which components are the Linux kernel, whoever packed it.

use proofmark_facts::{Component, Cpe, CpeAttribute, CpeValue, Purl, is_kernel_recipe};

/// The kernel's package in the ecosystem `Linux` of OSV.
pub(crate) const PACKAGE: &str = "Kernel";

/// Whether a package URL names the kernel: a generic one or one of Yocto by the names above, or a repository of the
/// kernel's own. A distribution's kernel is its own package, with its own advisories.
pub(crate) fn is_kernel(purl: &Purl) -> bool {
    let name = purl.name.to_ascii_lowercase();
    let namespace = purl.namespace.as_deref().unwrap_or_default().to_ascii_lowercase();
    match purl.kind.as_str() {
        "generic" | "yocto" => is_kernel_recipe(&name),
        "github" => name == "linux" && matches!(namespace.as_str(), "torvalds" | "gregkh"),
        _ => false,
    }
}

/// A kernel that a CPE name names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatedKernel {
    /// Its version, as the name or the component says it.
    pub(crate) version: Option<String>,
}

/// The kernel a component states to be by a CPE name, `None` where it states no such name. Yocto leaves part and
/// vendor of its names open, `cpe:2.3:*:*:linux_kernel:6.6.21:*:…`; no other vendor has a product of that name.
pub(crate) fn stated_kernel(component: &Component) -> Option<StatedKernel> {
    if is_beside_the_kernel(&component.name) {
        return None;
    }
    // Names are only read where they can be the kernel's.
    let written = component.cpes().filter(|written| written.to_ascii_lowercase().contains("linux_kernel"));
    for name in written.filter_map(|written| written.trim().parse::<Cpe>().ok()) {
        let is = |attribute, word: &str| match name.get(attribute) {
            CpeValue::Any => attribute != CpeAttribute::Product,
            CpeValue::Text(text) => text.plain().as_deref() == Some(word),
            CpeValue::Na => false,
        };
        if is(CpeAttribute::Part, "o")
            && is(CpeAttribute::Vendor, "linux")
            && is(CpeAttribute::Product, "linux_kernel")
        {
            let version = name.get(CpeAttribute::Version).plain();
            let own = || component.version.as_deref().map(str::trim).map(str::to_owned);
            let version = version.or_else(own).filter(|version| !version.is_empty());
            return Some(StatedKernel { version });
        }
    }
    None
}

/// What only has its name of the kernel: headers for building the C library, firmware.
pub(crate) fn is_beside_the_kernel(name: &str) -> bool {
    ["headers", "libc", "firmware"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cpe_name_of_the_kernel_says_its_version() {
        let stated = |name: &str, cpe: &str| {
            let component = Component {
                name: name.into(),
                version: Some("6.6.21+git".into()),
                cpe: Some(cpe.into()),
                ..Component::default()
            };
            stated_kernel(&component).map(|kernel| kernel.version)
        };
        assert_eq!(stated("kernel", "cpe:/o:linux:linux_kernel:6.1.20"), Some(Some("6.1.20".into())));
        let yocto = "cpe:2.3:*:*:linux_kernel:6.6.21:*:*:*:*:*:*:*";
        assert_eq!(stated("linux-acme", yocto), Some(Some("6.6.21".into())));
        let open = "cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*";
        assert_eq!(stated("linux-acme", open), Some(Some("6.6.21+git".into())));
        assert_eq!(stated("linux-libc-headers", yocto), None);
        for other in [
            "cpe:2.3:a:linux:linux_kernel:6.1:*:*:*:*:*:*:*",
            "cpe:2.3:o:acme:linux_kernel:6.1:*:*:*:*:*:*:*",
            "cpe:2.3:o:linux:linux_kernel_tools:6.1:*:*:*:*:*:*:*",
            "linux_kernel",
        ] {
            assert_eq!(stated("kernel", other), None, "{other}");
        }
    }

    #[test]
    fn the_kernel_is_known_and_what_is_made_from_it_is_not() {
        let is = |purl: &str| is_kernel(&purl.parse().unwrap());
        for purl in [
            "pkg:generic/linux@6.6.31",
            "pkg:generic/kernel.org/linux@6.6.31",
            "pkg:generic/Linux-Yocto@6.6.31%2Bgit",
            "pkg:yocto/core/linux-yocto@6.6.31",
            "pkg:github/torvalds/linux@v6.6",
            "pkg:github/gregkh/linux@v6.6.31",
        ] {
            assert!(is(purl), "{purl}");
        }
        for purl in [
            "pkg:generic/linux-libc-headers@6.6",
            "pkg:generic/linux-firmware@20240101",
            "pkg:generic/kernel-module-can@6.6.31",
            "pkg:github/raspberrypi/linux@6.6",
            "pkg:deb/debian/linux@6.1.90-1?distro=debian-12",
            "pkg:npm/linux@1.0.0",
        ] {
            assert!(!is(purl), "{purl}");
        }
    }
}
