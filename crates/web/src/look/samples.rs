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
        path: "/o/nordlicht-gmbh?x=1&y=\"".into(),
    };
    Language::ALL.into_iter().map(reader).collect()
}

/// Holds a page against what every page must be.
pub(crate) fn assert_sound(markup: &Markup) {
    let page = &markup.0;
    assert!(
        !page.contains("web-") || !page.contains(">web-"),
        "a key was said instead of a sentence: {page}"
    );
    for inline in ["style=\"", "onclick", "<style", "javascript:"] {
        assert!(!page.contains(inline), "`{inline}` is inline: {page}");
    }
    assert!(!page.contains("<Virtanen>"), "a name became markup");
    let scripts = page.matches("<script").count();
    assert_eq!(scripts, page.matches("<script type=\"module\" src=\"/assets/").count());
    let posts = page.matches("method=\"post\"").count();
    let tokens = page.matches("name=\"form\"").count();
    assert!(tokens == 0 || tokens == posts, "a form without its token");
    let labelled = page.matches("<label for=").count();
    let boxes = page.matches("<input id=").count();
    assert_eq!(labelled, boxes, "a box without a label: {page}");
}
