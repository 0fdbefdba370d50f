//! The types of ranges and the order of each (VERS specification, "VERS types"; the types of package URLs).

use crate::version::Order;

/// Every type we know with its order, sorted by name.
const REGISTER: [(&str, Order); 39] = [
    ("alpine", Order::Apk),
    ("alpm", Order::Alpm),
    ("apk", Order::Apk),
    ("bioconductor", Order::Cran),
    ("bitnami", Order::Bitnami),
    ("cargo", Order::SemVer),
    ("composer", Order::Composer),
    ("conan", Order::Conan),
    ("cpan", Order::Perl),
    ("cran", Order::Cran),
    ("dart", Order::Pub),
    ("datetime", Order::DateTime),
    ("deb", Order::Dpkg),
    ("ebuild", Order::Gentoo),
    ("gem", Order::RubyGems),
    ("generic", Order::Generic),
    ("gentoo", Order::Gentoo),
    ("githubactions", Order::GitHubActions),
    ("go", Order::Go),
    ("golang", Order::Go),
    ("hackage", Order::Hackage),
    ("hex", Order::SemVer),
    ("intdot", Order::IntDot),
    ("julia", Order::Julia),
    ("lexicographic", Order::Lexicographic),
    ("maven", Order::Maven),
    ("mozilla", Order::Generic),
    ("nginx", Order::IntDot),
    ("npm", Order::Npm),
    ("nuget", Order::NuGet),
    ("opam", Order::Opam),
    ("openssl", Order::OpenSsl),
    ("pub", Order::Pub),
    ("pypi", Order::Pep440),
    ("rpm", Order::Rpm),
    ("rubygems", Order::RubyGems),
    ("semver", Order::SemVer),
    ("swift", Order::SemVer),
    ("upstream", Order::Generic),
];

/// The order of a type's versions; `None` for one we do not know.
pub(super) fn order(name: &str) -> Option<Order> {
    let at = REGISTER.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    Some(REGISTER[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_is_sorted() {
        assert!(REGISTER.is_sorted_by(|left, right| left.0 < right.0));
        assert_eq!(order("npm"), Some(Order::Npm));
        assert_eq!(order("conda"), None);
    }
}
