//! A page: head, bar, navigation, content, foot.

use maud::{DOCTYPE, Markup, html};
use proofmark_text::{Language, text};

use super::code_marks::code_marks;
use super::english_words::english_words;
use super::field::hidden;
use super::foreign_words::foreign_words;
use super::icon::{Icon, icon};
use super::navigation::{Place, navigation};
use super::reader::Reader;
use crate::asset;
use crate::link;
use crate::visitor::Theme;

/// What a page is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown<'a> {
    /// Its title, which is its heading too.
    pub(crate) title: &'a str,
    /// Where in the navigation it stands.
    pub(crate) at: Option<Place>,
    /// What was searched for.
    pub(crate) searched: &'a str,
}

/// A page at an operator's desk.
pub(crate) fn page(reader: &Reader, shown: &Shown<'_>, body: &Markup) -> Markup {
    let content = html! {
        (bar(reader, shown))
        div .room {
            @if let Some(desk) = &reader.desk { (navigation(reader, desk, shown.at)) }
            main id="content" tabindex="-1" { (body) }
        }
        (foot(reader))
    };
    whole(reader, shown.title, "desk", &content)
}

/// A page with one thing on it: signing in, a refusal.
pub(crate) fn narrow_page(reader: &Reader, title: &str, body: &Markup) -> Markup {
    let content = html! {
        main id="content" .card tabindex="-1" {
            p .brand { (brand()) }
            (body)
        }
        (foot(reader))
    };
    whole(reader, title, "narrow", &content)
}

/// The way that led to a page: each step with its path, and the page itself.
pub(crate) fn crumbs(reader: &Reader, steps: &[(&str, String)], here: &str) -> Markup {
    html! {
        nav .crumbs aria-label=(reader.say(&text!("web-crumbs"))) {
            ol {
                @for (name, path) in steps { li { a href=(path) { (name) } } }
                li aria-current="page" { (here) }
            }
        }
    }
}

fn whole(reader: &Reader, title: &str, class: &str, content: &Markup) -> Markup {
    let theme = Some(reader.taste.theme).filter(|theme| *theme != Theme::System).map(Theme::word);
    let scheme = theme.unwrap_or("light dark");
    foreign_words(code_marks(english_words(html! {
        (DOCTYPE)
        html lang=(reader.language().tag()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content=(scheme);
                title { (title) " · Proofmark" }
                link rel="icon" href=(asset::address("icon.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(asset::address("proofmark.css"));
                script type="module" src=(asset::address("proofmark.js")) {}
            }
            body class=(class) {
                a .skip href="#content" { (reader.say(&text!("web-skip"))) }
                @if reader.demonstration {
                    p .demonstration role="note" { (icon(Icon::Note)) span { (reader.say(&text!("evidence-demonstration"))) } }
                }
                (content)
            }
        }
    })))
}

fn brand() -> Markup {
    html! {
        svg .mark aria-hidden="true" focusable="false" viewBox="0 0 24 24" width="24" height="24" {
            path d="M12 2 4 5v6c0 5 3.4 9.2 8 11 4.6-1.8 8-6 8-11V5z" {}
            path .tick d="m8 12 2.8 2.8L16.2 9" {}
        }
        span { "Proofmark" }
    }
}

fn bar(reader: &Reader, shown: &Shown<'_>) -> Markup {
    html! {
        header .bar {
            a .brand href="/" { (brand()) }
            @if let Some(desk) = reader.desk.as_ref().filter(|_| !reader.closed.contains(&Place::Portfolio.right())) {
                form .search role="search" action=(link::path(&["o", &desk.id, "search"])) method="get" {
                    (icon(Icon::Search))
                    input name="q" type="search" value=(shown.searched) maxlength="200"
                        aria-label=(reader.say(&text!("web-search-label")))
                        placeholder=(reader.say(&text!("web-search-hint")));
                }
            }
            @if let Some(name) = &reader.name {
                details .menu {
                    summary { (icon(Icon::Account)) span { (name) } }
                    div .menu-body {
                        @for desk in &reader.desks {
                            a href=(link::path(&["o", &desk.id]))
                                aria-current=[(reader.desk.as_ref() == Some(desk)).then_some("true")] { (desk.name) }
                        }
                        a href="/account" { (reader.say(&text!("web-account"))) }
                        form action="/sign-out" method="post" {
                            (hidden(reader))
                            button type="submit" .plain { (reader.say(&text!("web-sign-out"))) }
                        }
                    }
                }
            }
        }
    }
}

/// How the reader likes to read, in a form that needs no script.
fn foot(reader: &Reader) -> Markup {
    let languages = [(Language::English, "English"), (Language::German, "Deutsch")];
    html! {
        footer .foot {
            form action="/preferences" method="post" {
                (hidden(reader))
                input type="hidden" name="back" value=(reader.path);
                fieldset {
                    legend { (reader.say(&text!("web-language"))) }
                    @for (language, name) in languages {
                        button type="submit" name="language" value=(language.tag()) lang=(language.tag())
                            aria-pressed=((language == reader.language()).to_string()) { (name) }
                    }
                }
                fieldset {
                    legend { (reader.say(&text!("web-theme"))) }
                    @for theme in Theme::ALL {
                        button type="submit" name="theme" value=(theme.word())
                            aria-pressed=((theme == reader.taste.theme).to_string()) {
                            (reader.say(&theme_name(theme)))
                        }
                    }
                }
            }
            p { (reader.say(&text!("web-no-legal-advice"))) }
        }
    }
}

fn theme_name(theme: Theme) -> proofmark_text::Text {
    match theme {
        Theme::System => text!("web-theme-system"),
        Theme::Light => text!("web-theme-light"),
        Theme::Dark => text!("web-theme-dark"),
    }
}
