//! Samples: every component and page is rendered in every language, so that none says a key nobody wrote.

use maud::Markup;
use proofmark_text::Language;

use super::reader::{Desk, Reader};
use crate::visitor::{Taste, Theme};

/// A reader of each language at a desk.
pub(crate) fn readers() -> Vec<Reader> {
    let desk = Desk { id: "nordlicht-gmbh".into(), name: "Nordlicht GmbH".into() };
    let reader = |language| Reader {
        taste: Taste { language, theme: Theme::Dark },
        name: Some("Aino <Virtanen>".into()),
        form_token: Some("token".into()),
        desk: Some(desk.clone()),
        desks: vec![desk.clone(), Desk { id: "other".into(), name: "Other \"Oy\"".into() }],
        demonstration: true,
        closed: Vec::new(),
        path: "/o/nordlicht-gmbh?x=1&y=\"".into(),
    };
    Language::ALL.into_iter().map(reader).collect()
}

/// Holds a page against what every page must be.
pub(crate) fn assert_sound(markup: &Markup) {
    let page = &markup.0;
    for key in [">web-", "=\"web-", ">overview-", "=\"overview-", ">access-", ">proofmark-"] {
        assert!(!page.contains(key), "a key was said instead of a sentence: {page}");
    }
    for inline in ["style=\"", "onclick", "<style", "javascript:"] {
        assert!(!page.contains(inline), "`{inline}` is inline: {page}");
    }
    for name in ["<Virtanen>", "<b>", "<i>", "<script>", "<x>", "<p>1"] {
        assert!(!page.contains(name), "`{name}` became markup: {page}");
    }
    let scripts = page.matches("<script").count();
    assert_eq!(scripts, page.matches("<script type=\"module\" src=\"/assets/").count());
    let posts = page.matches("method=\"post\"").count();
    let tokens = page.matches("name=\"form\"").count();
    assert!(tokens == 0 || tokens == posts, "a form without its token: {page}");
    assert_eq!(page.matches("<h1").count(), 1, "one heading for the page: {page}");
    for label in values(page, " for=\"") {
        assert!(page.contains(&format!("id=\"{label}\"")), "nothing is labelled `{label}`: {page}");
    }
    let mut ids: Vec<&str> = values(page, " id=\"").collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice: {ids:?}");
}

/// The values of an attribute.
fn values<'p>(page: &'p str, attribute: &'p str) -> impl Iterator<Item = &'p str> {
    page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}
