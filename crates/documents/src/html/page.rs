//! The frame of the page: head, title block, contents, body, foot.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use proofmark_text::text;

use super::block::block;
use super::own_words::OwnWords;
use super::section::{Anchors, contents, section};
use crate::Document;
use crate::legible::legible;

/// The look, on screens in light and dark and on paper.
const STYLE: &str = include_str!("style.css");

/// Nothing may be loaded or run, whatever the content says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Renders a document as one HTML5 file without scripts or outside resources.
pub fn render_html(document: &Document) -> String {
    let own = OwnWords::beside(document);
    let anchors = Anchors::of(document);
    let markup = html! {
        (DOCTYPE)
        html lang=(document.language_tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="Proofmark";
                title { (legible(&document.title)) " – " (legible(&document.id)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a .skip href="#content" { (own.say(&text!("documents-skip"))) }
                (header(&own, document))
                @if document.contents && !document.sections.is_empty() {
                    (contents(&own, document, &anchors))
                }
                main id="content" {
                    @for lead in &document.lead { (block(&own, lead)) }
                    @for (at, nested) in document.sections.iter().enumerate() {
                        (section(&own, nested, &anchors, &[at]))
                    }
                }
                footer { (legible(&document.id)) " · " time { (document.date) } }
            }
        }
    };
    let mut file = markup.into_string();
    file.push('\n');
    file
}

fn header(own: &OwnWords, document: &Document) -> Markup {
    html! {
        header {
            h1 { (legible(&document.title)) }
            @if let Some(subtitle) = &document.subtitle { p .subtitle { (legible(subtitle)) } }
            dl .known {
                @if let Some(subject) = &document.subject {
                    dt { (own.say(&text!("documents-subject"))) } dd { (legible(subject)) }
                }
                @if !document.authors.is_empty() {
                    dt { (own.say(&text!("documents-author"))) }
                    @for author in &document.authors { dd { (legible(author)) } }
                }
                dt { (own.say(&text!("documents-number"))) } dd { (legible(&document.id)) }
                dt { (own.say(&text!("documents-date"))) } dd { time { (document.date) } }
                @if let Some(status) = &document.status {
                    dt { (own.say(&text!("documents-status"))) } dd { (legible(status)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Inline, Section};

    fn paper(language: &str) -> Document {
        Document::new("D-1", "Paper & more", language, jiff::civil::date(2027, 12, 11))
    }

    fn sample() -> (String, String) {
        let document = paper("fr").subject("HPC-40").status("draft").with_contents().section(
            Section::new("A")
                .anchor("über uns")
                .section(Section::new("B").anchor("contents"))
                .cites("Annex V"),
        );
        let page = render_html(&document).replace(STYLE, "…").replace("><", ">\n<");
        let (head, body) = page.split_once("<body>").unwrap();
        (head.trim().to_owned(), body.trim().to_owned())
    }

    #[test]
    fn the_head_has_language_and_policy() {
        insta::assert_snapshot!(sample().0, @r#"
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Proofmark">
        <title>Paper &amp; more – D-1</title>
        <style>…</style>
        </head>
        "#);
    }

    #[test]
    fn the_body_has_landmarks_and_every_anchor_once() {
        insta::assert_snapshot!(sample().1, @r##"
        <a class="skip" href="#content">
        <span lang="en">Skip to the content</span>
        </a>
        <header>
        <h1>Paper &amp; more</h1>
        <dl class="known">
        <dt>
        <span lang="en">Product</span>
        </dt>
        <dd>HPC-40</dd>
        <dt>
        <span lang="en">Document</span>
        </dt>
        <dd>D-1</dd>
        <dt>
        <span lang="en">Date</span>
        </dt>
        <dd>
        <time>2027-12-11</time>
        </dd>
        <dt>
        <span lang="en">Status</span>
        </dt>
        <dd>draft</dd>
        </dl>
        </header>
        <nav aria-labelledby="contents">
        <h2 id="contents">
        <span lang="en">Contents</span>
        </h2>
        <ol>
        <li>
        <a href="#über-uns">A</a>
        <ol>
        <li>
        <a href="#contents-section-1.1">B</a>
        </li>
        </ol>
        </li>
        </ol>
        </nav>
        <main id="content">
        <section id="über-uns" aria-labelledby="über-uns-title">
        <h2 id="über-uns-title">A</h2>
        <p class="cites">
        <span class="cite">Annex V</span>
        </p>
        <section id="contents-section-1.1" aria-labelledby="contents-section-1.1-title">
        <h3 id="contents-section-1.1-title">B</h3>
        </section>
        </section>
        </main>
        <footer>D-1 · <time>2027-12-11</time>
        </footer>
        </body>
        </html>
        "##);
    }

    #[test]
    fn our_own_words_are_in_the_language_of_the_paper_where_we_speak_it() {
        let document = paper("de-AT").subject("HPC-40").with_contents().section(Section::new("A"));
        let page = render_html(&document);
        assert!(page.contains(r##"<a class="skip" href="#content">Zum Inhalt springen</a>"##), "{page}");
        assert!(page.contains("<dt>Produkt</dt>") && page.contains(">Inhalt</h2>"), "{page}");
        assert!(!page.contains(r#"lang="en""#), "{page}");
    }

    #[test]
    fn headings_deeper_than_six_keep_their_level() {
        let mut section = Section::new("deep");
        for _ in 0..6 {
            section = Section::new("above").section(section);
        }
        let page = render_html(&paper("en").section(section));
        assert!(page.contains(r#"role="heading" aria-level="8""#), "{page}");
    }

    proptest! {
        #[test]
        fn no_words_become_markup(words in ".{0,40}[<>&\"'].{0,40}", anchor in any::<String>()) {
            let section = |title: &str| Section::new(title).anchor(anchor.as_str()).block(Inline::new().link(title, title));
            let page = render_html(&paper("en").section(section(&words)).section(section("x")));
            let plain = render_html(&paper("en").section(section("x")).section(section("x")));
            prop_assert_eq!(page.matches('<').count() - page.matches("<br>").count(), plain.matches('<').count());
        }
    }
}
