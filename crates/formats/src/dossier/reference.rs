//! The reference of `proofmark.toml` for people, written from the register of keys.

use std::fmt::Write as _;

use proofmark_text::{Text, text};

use super::key::{Key, ways};
use super::read::DOSSIER;

/// The reference as Markdown: every key the reader knows, with what may stand there, an example and its source.
pub fn dossier_reference() -> String {
    let title = text!("dossier-reference-title");
    let introduction = text!("dossier-reference-introduction");
    let mut page = format!("# {title}\n\n{introduction}\n\n## {}\n", text!("dossier-reference-top"));
    write_keys(&mut page, DOSSIER);
    write_tables(&mut page, DOSSIER, "", 2);
    page
}

fn write_tables(page: &mut String, keys: &[Key], path: &str, level: usize) {
    for key in keys {
        let Some(below) = key.below() else { continue };
        let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
        let header = key.kind.sample(&path);
        let source = if key.cites.is_empty() { String::new() } else { format!(" ({})", key.cites) };
        let marks = "#".repeat(level);
        push(page, format_args!("\n{marks} `{header}`\n\n{}{source}\n", key.says));
        write_keys(page, below);
        write_example(page, below, &header);
        write_tables(page, below, &path, level + 1);
    }
}

fn write_keys(page: &mut String, keys: &[Key]) {
    let heads = [
        text!("dossier-reference-head-key"),
        text!("dossier-reference-head-value"),
        text!("dossier-reference-head-meaning"),
        text!("dossier-reference-head-source"),
    ];
    let plain: Vec<&Key> = keys.iter().filter(|key| key.below().is_none()).collect();
    if plain.is_empty() {
        return;
    }
    push(
        page,
        format_args!("\n| {} |\n|---|---|---|---|\n", heads.map(|head: Text| head.to_string()).join(" | ")),
    );
    for key in plain {
        let required =
            if key.must { format!(" ({})", text!("dossier-reference-required")) } else { String::new() };
        let called = key.kind.called();
        push(page, format_args!("| `{}`{required} | {called} | {} | {} |\n", key.name, key.says, key.cites));
    }
}

fn write_example(page: &mut String, keys: &[Key], header: &str) {
    push(page, format_args!("\n{}\n\n```toml\n", text!("dossier-reference-example")));
    for (number, way) in ways(keys).into_iter().enumerate() {
        push(page, format_args!("{}{header}\n", if number == 0 { "" } else { "\n" }));
        for key in way.into_iter().filter(|key| key.below().is_none()) {
            push(page, format_args!("{} = {}\n", key.name, key.example));
        }
    }
    page.push_str("```\n");
}

fn push(page: &mut String, words: std::fmt::Arguments<'_>) {
    page.write_fmt(words).expect("a string takes everything that is written to it");
}
