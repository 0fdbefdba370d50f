//! Which ecosystem of OSV a package collection of a CVE record is.

/// Collections by the beginning of their address, without scheme and `www.`, and the ecosystem of OSV.
///
/// Only collections whose packages are known by the same name in OSV. Go is left out: a CVE record names the package,
/// OSV the module that holds it. Distributions are left out: a CVE record does not say which release it speaks of.
const COLLECTIONS: [(&str, &str); 26] = [
    ("registry.npmjs.org", "npm"),
    ("npmjs.com", "npm"),
    ("pypi.org", "PyPI"),
    ("pypi.python.org", "PyPI"),
    ("repo.maven.apache.org/maven2", "Maven"),
    ("repo1.maven.org/maven2", "Maven"),
    ("central.sonatype.com", "Maven"),
    ("mvnrepository.com", "Maven"),
    ("crates.io", "crates.io"),
    ("rubygems.org", "RubyGems"),
    ("nuget.org", "NuGet"),
    ("api.nuget.org", "NuGet"),
    ("packagist.org", "Packagist"),
    ("repo.packagist.org", "Packagist"),
    ("hex.pm", "Hex"),
    ("repo.hex.pm", "Hex"),
    ("pub.dev", "Pub"),
    ("hackage.haskell.org", "Hackage"),
    ("cran.r-project.org", "CRAN"),
    ("bioconductor.org", "Bioconductor"),
    ("conan.io/center", "ConanCenter"),
    ("center.conan.io", "ConanCenter"),
    ("center2.conan.io", "ConanCenter"),
    ("opam.ocaml.org", "opam"),
    ("juliahub.com", "Julia"),
    ("swiftpackageindex.com", "SwiftURL"),
];

/// The ecosystem, where the collection is one of those known.
pub(super) fn ecosystem_of(url: &str) -> Option<&'static str> {
    let lower = url.trim().to_ascii_lowercase();
    let place = lower.split_once("://").map_or(lower.as_str(), |(_, place)| place);
    let place = place.strip_prefix("www.").unwrap_or(place);
    let begins = |known: &str| {
        place.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    };
    COLLECTIONS.iter().find(|(known, _)| begins(known)).map(|(_, ecosystem)| *ecosystem)
}

#[cfg(test)]
mod tests {
    use super::ecosystem_of;

    #[test]
    fn a_collection_is_known_by_its_whole_host() {
        for (url, ecosystem) in [
            ("https://registry.npmjs.org", Some("npm")),
            ("https://www.npmjs.com/package", Some("npm")),
            ("https://pypi.org/project/", Some("PyPI")),
            ("HTTPS://Repo.Maven.Apache.org/maven2", Some("Maven")),
            ("https://pkg.go.dev", None),
            ("https://packages.debian.org", None),
            ("https://crates.io.example.org", None),
            ("https://access.redhat.com/downloads/content/package-browser/", None),
            ("", None),
        ] {
            assert_eq!(ecosystem_of(url), ecosystem, "{url}");
        }
    }
}
