//! `META-INF/maven/GROUP/ARTIFACT/pom.properties`, which Maven lays into what it packs.

use proofmark_facts::{Component, Place};

use super::coordinates::Coordinates;
use crate::gathered::Gathered;

/// The artifact the lines name; `None`: one of its parts is missing.
pub(super) fn of_pom_properties(
    written: &str,
    gathered: &mut Gathered<'_>,
    place: &str,
) -> Option<Component> {
    let value = |name: &str| {
        let mut values = written
            .lines()
            .filter_map(|line| line.trim().split_once('='))
            .filter(|(key, _)| key.trim() == name);
        values.next().map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    };
    let (group, artifact, version) = (value("groupId")?, value("artifactId")?, value("version")?);
    let coordinates = Coordinates { group, artifact, version, ..Coordinates::default() };
    Some(coordinates.component(gathered, &|| Place::at(place)))
}
