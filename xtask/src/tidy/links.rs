//! Every relative link of a Markdown file leads to a file that is there and, behind `#`, to one of its headings.

use std::collections::HashMap;
use std::path::Path;

use super::source::Source;
use crate::run::root;

/// Names every link that leads nowhere, with its place.
pub(crate) fn links(sources: &[Source]) -> Vec<String> {
    let pages: Vec<(&str, &str)> = sources
        .iter()
        .filter(|source| Path::new(&source.path).extension().is_some_and(|end| end == "md"))
        .map(|source| (source.path.as_str(), source.text.as_str()))
        .collect();
    broken(&pages, &|path| root().join(path).exists())
}

/// The same of pages by path; `is_there` knows every other file.
fn broken(pages: &[(&str, &str)], is_there: &dyn Fn(&str) -> bool) -> Vec<String> {
    let anchors: HashMap<&str, Vec<String>> =
        pages.iter().map(|(path, text)| (*path, anchors(text))).collect();
    let mut complaints = Vec::new();
    for (path, text) in pages {
        for (line, target) in targets(text) {
            let has_scheme = target.split(['/', '#']).next().is_some_and(|start| start.contains(':'));
            if has_scheme || target.is_empty() {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let says = |what: &str| format!("{path}:{line}: `{target}` leads to {what}");
            let Some(to) = resolved(path, file) else {
                complaints.push(says("nothing inside the repository"));
                continue;
            };
            match anchors.get(to.as_str()) {
                None if !is_there(&to) => complaints.push(says("no file")),
                Some(anchors) if !anchor.is_empty() && !anchors.iter().any(|known| known == anchor) => {
                    complaints.push(says("no heading"));
                }
                _ => {}
            }
        }
    }
    complaints
}

/// The path from the root that a page's link leads to; `None`: out of the repository.
fn resolved(page: &str, file: &str) -> Option<String> {
    if file.is_empty() {
        return Some(page.to_owned());
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    let (from_root, file) = file.strip_prefix('/').map_or((false, file), |rest| (true, rest));
    if from_root {
        parts.clear();
    }
    for part in file.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Lines outside fenced code, each with its number.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fence: Option<&str> = None;
    text.lines().enumerate().filter_map(move |(number, line)| {
        let start = line.trim_start();
        let marks = ["```", "~~~"].into_iter().find(|marks| start.starts_with(marks));
        match (fence, marks) {
            (None, Some(_)) => {
                fence = marks;
                None
            }
            (Some(open), Some(marks)) if open == marks => {
                fence = None;
                None
            }
            (Some(_), _) => None,
            (None, None) => Some((number + 1, line)),
        }
    })
}

/// What links and pictures lead to, each with its line.
fn targets(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (number, line) in prose(text) {
        let mut begin = 0;
        while let Some(at) = line[begin..].find("](") {
            let at = begin + at;
            let rest = &line[at + 2..];
            begin = at + 2;
            // Within a code span it is no link.
            if line[..at].matches('`').count() % 2 == 1 {
                continue;
            }
            if let Some(end) = rest.find(')') {
                // A title may stand behind the address.
                let target = rest[..end].split(' ').next().unwrap_or_default();
                found.push((number, target.trim_start_matches('<').trim_end_matches('>')));
            }
        }
        if let Some((name, target)) = line.trim_start().strip_prefix('[').and_then(|it| it.split_once("]: "))
            && !name.contains(']')
        {
            found.push((number, target.split(' ').next().unwrap_or_default()));
        }
    }
    found
}

/// The anchors of a page's headings, as GitHub and GitLab name them, and those it sets itself.
fn anchors(text: &str) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for (_, line) in prose(text) {
        for set in ["<a id=\"", "<a name=\""] {
            found.extend(line.split(set).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
        }
        let heading = line.trim_start_matches('#');
        let depth = line.len() - heading.len();
        if !(1..=6).contains(&depth) || !heading.starts_with(' ') {
            continue;
        }
        let anchor = anchor(heading.trim());
        let before = seen.entry(anchor.clone()).or_default();
        found.push(if *before == 0 { anchor } else { format!("{anchor}-{before}") });
        *before += 1;
    }
    found
}

fn anchor(heading: &str) -> String {
    // Of a link only its words count.
    let mut words = String::new();
    let mut rest = heading;
    while let Some((before, after)) = rest.split_once("](") {
        words.push_str(before);
        rest = after.split_once(')').map_or("", |(_, behind)| behind);
    }
    words.push_str(rest);
    let kept = words.chars().filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter));
    kept.flat_map(char::to_lowercase).map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUIDE: &str = "# The guide\n\n## What it *does*, and `why`\n\n## Twice\n\n## Twice\n\n```sh\n# not a heading\n[not](a-link.md)\n```\n\
        <a id=\"set\"></a>\n### [Linked](other.md) words\n";

    fn broken_in(page: &str) -> Vec<String> {
        let pages = [("README.md", page), ("docs/guide.md", GUIDE), ("docs/other.md", "")];
        let known = |path: &str| path == "docs/pictures/a.png" || path == "ci-templates";
        let told = broken(&pages, &known);
        told.into_iter().map(|told| told.trim_start_matches("README.md:").to_owned()).collect()
    }

    #[test]
    fn what_is_there_is_not_complained_about() {
        for link in [
            "docs/guide.md",
            "./docs/guide.md#the-guide",
            "docs/guide.md#what-it-does-and-why",
            "docs/guide.md#twice-1",
            "docs/guide.md#set",
            "docs/guide.md#linked-words",
            "docs/pictures/a.png",
            "ci-templates/",
            "https://example.org/x.md",
            "mailto:a@example.org",
            "/docs/other.md",
        ] {
            assert_eq!(broken_in(&format!("a [link]({link}) and more\n")), Vec::<String>::new(), "{link}");
        }
        assert_eq!(
            broken_in("# Here\n[there](#here) `[no](link.md)` ![a](docs/pictures/a.png \"A\")\n"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn what_leads_nowhere_is_named_with_its_place() {
        for (page, complaint) in [
            ("\n[a](docs/gone.md)\n", "2: `docs/gone.md` leads to no file"),
            (
                "[a](docs/guide.md) [b](docs/guide.md#not-a-heading)",
                "1: `docs/guide.md#not-a-heading` leads to no heading",
            ),
            ("[a](docs/guide.md#twice-2)", "1: `docs/guide.md#twice-2` leads to no heading"),
            ("[a](#nowhere)", "1: `#nowhere` leads to no heading"),
            ("![a](docs/pictures/b.png)", "1: `docs/pictures/b.png` leads to no file"),
            ("[a](../other/x.md)", "1: `../other/x.md` leads to nothing inside the repository"),
            ("[a]\n\n[a]: docs/gone.md", "3: `docs/gone.md` leads to no file"),
            ("`code` [a](guide.md) `code`", "1: `guide.md` leads to no file"),
        ] {
            assert_eq!(broken_in(page), [complaint], "{page}");
        }
    }
}
