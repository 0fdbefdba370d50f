//! A `lib.rs` or `mod.rs` of a room declares and re-exports; it defines nothing.

use super::source::Source;

/// Names every face that defines something.
pub(crate) fn faces(sources: &[Source]) -> Vec<String> {
    let faces = sources.iter().filter(|source| {
        source.ships() && (source.path.ends_with("/lib.rs") || source.path.ends_with("/mod.rs"))
    });
    faces
        .flat_map(|source| {
            let lines = source.text.lines().enumerate();
            let defining = lines.filter(|(_, line)| {
                let line = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
                ["fn ", "struct ", "enum ", "trait ", "impl ", "impl<", "const ", "static ", "type "]
                    .iter()
                    .any(|word| line.starts_with(word))
            });
            defining
                .map(|(number, line)| format!("{}:{}: {line}", source.path, number + 1))
                .collect::<Vec<_>>()
        })
        .collect()
}
