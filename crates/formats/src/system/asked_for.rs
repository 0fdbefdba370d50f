//! Which installed packages somebody asked for, and which came with them: `/etc/apk/world` and `/var/lib/apt/extended_states`.

use std::collections::BTreeSet;

use proofmark_facts::Read;

use crate::Limits;
use crate::input::text_of;

/// Reads the names in `/etc/apk/world`: what somebody asked apk for. Versions and repositories that were asked for with them are passed over.
pub fn read_apk_world(bytes: &[u8], limits: &Limits) -> Read<BTreeSet<String>> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let name = |word: &str| word.split(['=', '<', '>', '~', '@']).next().unwrap_or(word).to_owned();
    // What stands behind an exclamation mark must not be there.
    Read::clean(written.split_whitespace().filter(|word| !word.starts_with('!')).map(name).collect())
}

/// Reads the names in `/var/lib/apt/extended_states` that apt installed because others need them (apt-mark(8)). Whatever is installed and
/// not among them somebody asked for, or the system was set up with it.
pub fn read_apt_marks(bytes: &[u8], limits: &Limits) -> Read<BTreeSet<String>> {
    let lossy = String::from_utf8_lossy(bytes);
    let written = match text_of(lossy.as_bytes(), limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let (mut came, mut package, mut is_automatic) = (BTreeSet::new(), "", false);
    for line in written.lines().chain([""]) {
        match line.split_once(':') {
            Some(("Package", name)) => package = name.trim(),
            Some(("Auto-Installed", mark)) => is_automatic = mark.trim() == "1",
            None if line.trim().is_empty() => {
                if std::mem::take(&mut is_automatic) {
                    came.insert(package.to_owned());
                }
                package = "";
            }
            _ => {}
        }
    }
    Read::clean(came)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_what_stands_with_them() {
        let names =
            |read: Read<BTreeSet<String>>| read.value.unwrap().into_iter().collect::<Vec<_>>().join(" ");
        let limits = Limits::default();
        assert_eq!(
            names(read_apk_world(b"alpine-base\nnginx>1.2 php@edge\n!busybox\n", &limits)),
            "alpine-base nginx php"
        );
        let marks = b"Package: libssl3\nArchitecture: amd64\nAuto-Installed: 1\n\nPackage: curl\nAuto-Installed: 0\n\nPackage: zlib1g\nAuto-Installed: 1\n";
        assert_eq!(names(read_apt_marks(marks, &limits)), "libssl3 zlib1g");
    }
}
