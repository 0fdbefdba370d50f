//! The distribution and release a platform is, from its CPE name: what a package's URL says with `distro`.

use proofmark_facts::{Cpe, CpeAttribute};

/// A release of a distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Platform {
    /// The namespace its packages have in package URLs; `None`: the one they are written with.
    pub(super) namespace: Option<&'static str>,
    /// What the qualifier `distro` says.
    pub(super) distro: String,
}

/// The release; `None` for a product that is no release of a distribution, and for one whose packages are mended apart
/// (extended support): there another version has the fix.
pub(super) fn platform_of(cpe: &str) -> Option<Platform> {
    let cpe: Cpe = cpe.trim().parse().ok()?;
    let text = |attribute| cpe.get(attribute).plain().unwrap_or_default();
    let (vendor, product) = (text(CpeAttribute::Vendor), text(CpeAttribute::Product));
    let (version, update) = (text(CpeAttribute::Version), text(CpeAttribute::Update));
    match (vendor.as_str(), product.as_str()) {
        ("redhat", "enterprise_linux") => {
            let major = version.split('.').next().filter(|major| is_number(major))?;
            Some(Platform { namespace: None, distro: format!("rhel-{major}") })
        }
        ("opensuse", "leap") => {
            Some(Platform { namespace: Some("opensuse"), distro: format!("opensuse-leap-{version}") })
        }
        ("suse", "sles" | "sled") => Some(Platform { namespace: None, distro: of_suse(&version, &update)? }),
        ("suse", module) if module.starts_with("sle-module-") => {
            Some(Platform { namespace: None, distro: of_suse(&version, &update)? })
        }
        _ => None,
    }
}

/// `15` and `sp6` are `sles-15.6`.
fn of_suse(version: &str, update: &str) -> Option<String> {
    let pack = update.strip_prefix("sp").unwrap_or(if update.is_empty() { "0" } else { update });
    (is_number(version) && is_number(pack)).then(|| format!("sles-{version}.{pack}"))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platform_is_a_release_only_where_its_packages_are_those_of_the_release() {
        let distro = |cpe: &str| platform_of(cpe).map(|platform| platform.distro);
        for (cpe, expected) in [
            ("cpe:/o:redhat:enterprise_linux:9::baseos", Some("rhel-9")),
            ("cpe:/a:redhat:enterprise_linux:8::appstream", Some("rhel-8")),
            ("cpe:/o:redhat:enterprise_linux:10.0", Some("rhel-10")),
            ("cpe:2.3:o:redhat:enterprise_linux:9:*:baseos:*:*:*:*:*", Some("rhel-9")),
            ("cpe:/a:redhat:rhel_eus:9.2::appstream", None),
            ("cpe:/a:redhat:openshift:4.14::el9", None),
            ("cpe:/o:suse:sles:15:sp6", Some("sles-15.6")),
            ("cpe:/o:suse:sle-module-basesystem:15:sp6", Some("sles-15.6")),
            ("cpe:/o:suse:sles-ltss:15:sp3", None),
            ("cpe:/o:opensuse:leap:15.6", Some("opensuse-leap-15.6")),
            ("Red Hat Enterprise Linux", None),
        ] {
            assert_eq!(distro(cpe).as_deref(), expected, "{cpe}");
        }
    }
}
