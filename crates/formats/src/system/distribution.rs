//! `os-release` (<https://www.freedesktop.org/software/systemd/man/latest/os-release.html>): which distribution a system is.

use proofmark_facts::{Component, ComponentKind, Place, Problem, Read};
use proofmark_text::text;

use crate::Limits;
use crate::input::text_of;

/// A distribution in one of its releases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Distribution {
    /// Its identifier: `debian`, `alpine`.
    pub id: String,
    /// Its release: `12`, `3.19.1`; empty: it says none, as those that roll do.
    pub release: String,
    /// What it is called among people.
    pub pretty_name: Option<String>,
}

/// Reads an `os-release`.
pub fn read_os_release(bytes: &[u8], limits: &Limits) -> Read<Distribution> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let value = |wanted: &str| {
        let mut pairs = written.lines().filter_map(|line| line.trim().split_once('='));
        let found = pairs.find(|(key, _)| *key == wanted).map(|(_, value)| unquoted(value));
        found.filter(|value| !value.is_empty())
    };
    let Some(id) = value("ID") else {
        let why = text!("generate-system-without-id").to_string();
        let says = text!("generate-malformed", format = "os-release", why = why);
        return Read::refused(Problem::error(Place::default(), says));
    };
    let release = value("VERSION_ID").unwrap_or_default().to_owned();
    let pretty_name = value("PRETTY_NAME").map(str::to_owned);
    Read::clean(Distribution { id: id.to_ascii_lowercase(), release, pretty_name })
}

/// Shell quoting, of which only the marks around are met.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inside = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

impl Distribution {
    /// The qualifier `distro` of package URLs; `None`: the release is not known.
    pub fn qualifier(&self) -> Option<String> {
        (!self.release.is_empty()).then(|| format!("{}-{}", self.id, self.release))
    }

    /// The distribution as a component of the system.
    pub fn component(&self) -> Component {
        Component {
            reference: format!("os:{}@{}", self.id, self.release),
            kind: ComponentKind::OperatingSystem,
            name: self.id.clone(),
            version: (!self.release.is_empty()).then(|| self.release.clone()),
            ..Component::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifier_and_release_are_read_out_of_their_quotes() {
        let read = |written: &str| read_os_release(written.as_bytes(), &Limits::default()).value;
        let debian =
            read("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n").unwrap();
        assert_eq!(debian.qualifier().as_deref(), Some("debian-12"));
        assert_eq!(debian.pretty_name.as_deref(), Some("Debian GNU/Linux 12 (bookworm)"));
        assert_eq!(read("ID='arch'\n").unwrap().qualifier(), None);
        assert_eq!(read("NAME=x\n"), None);
    }
}
