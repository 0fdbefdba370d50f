//! What strangers would like to be more than words, and how it is told whether a page shows it as words.

use crate::browser::Seen;

/// Markup that would leave a tag, an attribute, a box; a template; overrides and isolates of direction; a word written from
/// right to left.
pub(crate) const HOSTILE: &str =
    "pm\"><img src=x onerror=1>'</textarea><script>pm</script>{{7*7}}\u{202e}\u{2066}שלום";

/// What no line of text holds, beside it.
pub(crate) const BROKEN: &str = "pm\0\r\u{1b}[8m<script>pm</script>\u{202e}";

/// Holds that a page shows foreign words as words: nothing of theirs is markup, no sign steers, what is written from right
/// to left is isolated.
pub(crate) fn sound(what: &str, seen: &Seen) {
    assert!(seen.status.as_u16() < 500, "{what}: {} {}", seen.status, seen.body);
    if !seen.header("content-type").starts_with("text/html") {
        return;
    }
    let page = &seen.body;
    let shown = |at: usize| page[at.saturating_sub(200)..].chars().take(400).collect::<String>();
    for markup in ["<img", "<script>", "pm49", "onerror=1>"] {
        assert!(!page.contains(markup), "{what}: `{markup}` in {}", shown(page.find(markup).unwrap_or(0)));
    }
    assert_eq!(page.matches("<textarea").count(), page.matches("</textarea>").count(), "{what}");
    let steering = page.char_indices().find(|(at, letter)| match letter {
        '\u{2068}' | '\u{2069}' => false,
        '\r' => !page[at + 1..].starts_with('\n'),
        letter => proofmark_text::steers(*letter),
    });
    if let Some((at, letter)) = steering {
        panic!("{what}: {letter:?} in {}", shown(floor(page, at)));
    }
    isolated(what, page);
}

fn floor(page: &str, at: usize) -> usize {
    (at.saturating_sub(200)..=at).rev().find(|at| page.is_char_boundary(*at)).unwrap_or(0)
}

/// Holds that every letter written from right to left stands in `<bdi>`, between isolates or in a box of its own.
fn isolated(what: &str, page: &str) {
    let (mut open, mut rest) = (0_usize, page);
    while let Some(start) = rest.find('<') {
        let (words, tag) = rest.split_at(start);
        let (mut depth, mut boxed) = (open, false);
        for letter in words.chars() {
            match letter {
                '\u{2068}' => boxed = true,
                '\u{2069}' => boxed = false,
                '\u{590}'..='\u{5ff}' => assert!(depth > 0 || boxed, "{what}: not isolated: {words}"),
                _ => {}
            }
        }
        let (tag, after) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
        for name in ["bdi", "textarea"] {
            if tag.starts_with(&format!("<{name}")) {
                depth += 1;
            } else if tag.starts_with(&format!("</{name}")) {
                depth -= 1;
            }
        }
        (open, rest) = (depth, after);
    }
}

/// A form as a page offers it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    /// The page it is on.
    pub page: String,
    /// Where it goes.
    pub action: String,
    /// Whether it takes files.
    pub files: bool,
    /// What is sent when nobody touches it.
    pub filled: Vec<(String, String)>,
    /// The fields anything can be typed into that is shown again: not passwords, which no page ever shows.
    pub typed: Vec<String>,
}

/// The forms of a page that change something.
pub(crate) fn forms(page: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for piece in page.split("<form").skip(1) {
        let piece = piece.split("</form>").next().unwrap_or_default();
        let (head, inside) = piece.split_once('>').unwrap_or((piece, ""));
        if attribute(head, "method").as_deref() != Some("post") {
            continue;
        }
        let action = attribute(head, "action").unwrap_or_default();
        let files = attribute(head, "enctype").is_some();
        let mut form = Form { action, files, ..Form::default() };
        for tag in inside.split('<').skip(1) {
            form.take(tag);
        }
        // What belongs to it and stands elsewhere on the page.
        if let Some(id) = attribute(head, "id") {
            let theirs = format!(" form=\"{id}\"");
            page.split('<')
                .filter(|tag| tag.starts_with("input") && tag.contains(&theirs))
                .for_each(|tag| form.take(tag));
        }
        found.push(form);
    }
    found
}

impl Form {
    fn take(&mut self, tag: &str) {
        let name = attribute(tag, "name").unwrap_or_default();
        let value = attribute(tag, "value").unwrap_or_default();
        if name.is_empty() || name == "form" {
            if let (true, Some((name, chosen))) = (tag.starts_with("option"), self.filled.last_mut())
                && chosen.is_empty()
                && !name.is_empty()
            {
                *chosen = value;
            }
            return;
        }
        let kind = attribute(tag, "type").unwrap_or_else(|| "text".to_owned());
        let first = !self.filled.iter().any(|(found, _)| *found == name);
        match tag.split([' ', '>']).next().unwrap_or_default() {
            "input" if matches!(kind.as_str(), "checkbox" | "radio") && !first => {}
            "button" if !first => {}
            "input" if kind == "file" => {}
            "input" | "textarea" => {
                if !matches!(kind.as_str(), "checkbox" | "radio" | "hidden" | "number" | "date" | "password")
                {
                    self.typed.push(name.clone());
                }
                self.filled.push((name, value));
            }
            "select" => self.filled.push((name, String::new())),
            "button" => self.filled.push((name, value)),
            _ => {}
        }
    }
}

/// An attribute's value, as it was meant.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split('>').next().unwrap_or_default();
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    let value = value.split('"').next().unwrap_or_default();
    Some(
        value
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&"),
    )
}

#[test]
fn a_page_that_shows_markup_a_sign_or_a_word_that_turns_is_noticed() {
    let seen = |body: &str| Seen {
        status: axum::http::StatusCode::OK,
        headers: [(axum::http::header::CONTENT_TYPE, "text/html".parse().unwrap())].into_iter().collect(),
        body: body.to_owned(),
        bytes: Vec::new(),
    };
    let held = |body: &str| std::panic::catch_unwind(|| sound("it", &seen(body))).is_ok();
    assert!(held("<p title=\"&lt;img\">&lt;script&gt;<bdi>שלום</bdi></p><textarea>שלום</textarea>"));
    for body in [
        "<img>",
        "<script>",
        "<p>\u{202e}</p>",
        "<p>a\rb</p>",
        "<p>שלום</p>",
        "<textarea></textarea></textarea>",
    ] {
        assert!(!held(body), "{body:?}");
    }
}
