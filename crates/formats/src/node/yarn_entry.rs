//! The lines of a `yarn.lock` as entries: those of Yarn 1, and those of later versions, which write a form of YAML with nothing but
//! texts in blocks.

use std::borrow::Cow;

/// One entry: what was asked for, and what it gets.
#[derive(Debug, Default)]
pub(super) struct YarnEntry<'a> {
    /// The line it begins at.
    pub(super) line: usize,
    /// Names with the ranges they were asked for in: `name@range`.
    pub(super) keys: Vec<Cow<'a, str>>,
    pub(super) version: Cow<'a, str>,
    /// Where it comes from (Yarn 1).
    pub(super) resolved: Cow<'a, str>,
    /// What it is and where it comes from (later versions): `name@npm:version`.
    pub(super) resolution: Cow<'a, str>,
    pub(super) integrity: Cow<'a, str>,
    /// Names and ranges.
    pub(super) needs: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

/// Reads the entries; an error is the number of the line that fits nowhere.
pub(super) fn entries(written: &str, most: usize) -> Result<Vec<YarnEntry<'_>>, usize> {
    let mut entries: Vec<YarnEntry<'_>> = Vec::new();
    let mut block = "";
    for (at, line) in written.lines().enumerate() {
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        let words = words.trim_end();
        // A key too long for YAML stands behind `? `, and its colon on the next line.
        if words.is_empty() || words.starts_with('#') || words == ":" {
            continue;
        }
        match indent {
            0 => {
                let words = words.strip_prefix("? ").unwrap_or(words);
                let keys = keys_of(words).ok_or(at + 1)?;
                if entries.len() == most {
                    return Err(at + 1);
                }
                entries.push(YarnEntry { line: at + 1, keys, ..YarnEntry::default() });
                block = "";
            }
            2 => {
                let entry = entries.last_mut().ok_or(at + 1)?;
                let (name, rest) = word(words).ok_or(at + 1)?;
                block = "";
                if rest.is_empty() {
                    block = words.trim_end_matches(':');
                    continue;
                }
                let (value, _) = word(rest).ok_or(at + 1)?;
                match &*name {
                    "version" => entry.version = value,
                    "resolved" => entry.resolved = value,
                    "resolution" => entry.resolution = value,
                    "integrity" => entry.integrity = value,
                    _ => {}
                }
            }
            _ if matches!(block, "dependencies" | "optionalDependencies") => {
                let entry = entries.last_mut().ok_or(at + 1)?;
                let (name, rest) = word(words).ok_or(at + 1)?;
                let (range, _) = word(rest).ok_or(at + 1)?;
                entry.needs.push((name, range));
            }
            _ => {}
        }
    }
    Ok(entries)
}

/// The keys of an entry: Yarn 1 quotes each, later versions all together.
fn keys_of(words: &str) -> Option<Vec<Cow<'_, str>>> {
    let mut keys = Vec::new();
    let mut rest = words.strip_suffix(':').unwrap_or(words);
    while !rest.is_empty() {
        let (several, more) = if rest.starts_with('"') {
            word(rest)?
        } else {
            let (one, more) = rest.split_once(", ").unwrap_or((rest, ""));
            (Cow::Borrowed(one), more)
        };
        match several {
            Cow::Borrowed(several) => keys.extend(several.split(", ").map(Cow::Borrowed)),
            Cow::Owned(several) => keys.extend(several.split(", ").map(|one| Cow::Owned(one.to_owned()))),
        }
        rest = more.trim_start_matches([',', ' ']);
    }
    (!keys.is_empty()).then_some(keys)
}

/// The first word, and what follows it: in quotes, or up to a blank, without the colon behind it.
fn word(words: &str) -> Option<(Cow<'_, str>, &str)> {
    let Some(quoted) = words.strip_prefix('"') else {
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        let first = first.strip_suffix(':').unwrap_or(first);
        return (!first.is_empty()).then(|| (Cow::Borrowed(first), rest.trim_start()));
    };
    let mut is_escaped = false;
    let end = quoted.find(|one: char| {
        let ends = one == '"' && !is_escaped;
        is_escaped = one == '\\' && !is_escaped;
        ends
    })?;
    let inside = &quoted[..end];
    let inside = if inside.contains('\\') {
        Cow::Owned(inside.replace("\\\"", "\"").replace("\\\\", "\\"))
    } else {
        Cow::Borrowed(inside)
    };
    Some((inside, quoted[end + 1..].trim_start_matches(':').trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_give_the_same_entries() {
        let old = "# yarn lockfile v1\n\n\n\"@s/a@^1.0\", \"@s/a@^1.1\", b@2:\n  version \"1.1.0\"\n  resolved \"https://r/a.tgz#aa\"\n  \
                   dependencies:\n    \"@s/c\" \"~3\"\n    d \">=1 <2\"\n";
        let new = "__metadata:\n  version: 8\n\n\"@s/a@npm:^1.0, @s/a@npm:^1.1\":\n  version: 1.1.0\n  resolution: \"@s/a@npm:1.1.0\"\n  \
                   dependencies:\n    \"@s/c\": \"npm:~3\"\n    d: \"npm:>=1 <2\"\n  peerDependencies:\n    e: \"*\"\n  linkType: hard\n";
        let old = entries(old, 100).unwrap();
        assert_eq!(old[0].keys, ["@s/a@^1.0", "@s/a@^1.1", "b@2"]);
        assert_eq!((&*old[0].version, &*old[0].resolved, old[0].line), ("1.1.0", "https://r/a.tgz#aa", 4));
        assert_eq!(old[0].needs, [("@s/c".into(), "~3".into()), ("d".into(), ">=1 <2".into())]);
        let new = entries(new, 100).unwrap();
        assert_eq!(new[1].keys, ["@s/a@npm:^1.0", "@s/a@npm:^1.1"]);
        assert_eq!(&*new[1].resolution, "@s/a@npm:1.1.0");
        assert_eq!(new[1].needs, [("@s/c".into(), "npm:~3".into()), ("d".into(), "npm:>=1 <2".into())]);
    }

    #[test]
    fn what_is_cut_off_is_told_by_its_line() {
        assert_eq!(entries("a@1:\n  version \"1", 100).unwrap_err(), 2);
        assert_eq!(entries("  version \"1\"\n", 100).unwrap_err(), 1);
        assert_eq!(entries("\"a@1\n", 100).unwrap_err(), 1);
        assert_eq!(entries(&"a@1:\n".repeat(5), 3).unwrap_err(), 4);
        let long = format!("? \"{}\"\n:\n  version: 1\n", "a@1, ".repeat(400) + "a@2");
        assert_eq!(entries(&long, 3).unwrap()[0].keys.len(), 401);
    }
}
