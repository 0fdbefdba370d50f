//! Files stay small: 500 lines without their tests is the wall.

use super::source::Source;

/// The most lines a file may have, its tests apart.
const WALL: usize = 500;

/// Names every file over the wall.
pub(crate) fn sizes(sources: &[Source]) -> Vec<String> {
    let rust = sources.iter().filter(|source| source.ships());
    let long = rust.filter_map(|source| {
        let lines = source.without_tests().lines().count();
        (lines > WALL).then(|| format!("{} has {lines} lines, the wall is {WALL}", source.path))
    });
    long.collect()
}
