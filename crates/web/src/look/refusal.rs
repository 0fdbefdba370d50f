//! A refusal as a person reads it: what is wrong, where, what to do.

use maud::{Markup, html};
use proofmark_facts::Problem;
use proofmark_text::{Text, text};

use super::badge::Tone;
use super::notice::{notice, sentence};
use super::page::{Shown, narrow_page, page};
use super::reader::Reader;
use crate::refusal::Refusal;

/// A refusal on its way to be read.
pub(crate) struct Refused<'a> {
    /// Why it was refused.
    pub(crate) refusal: &'a Refusal,
    /// What logs call the request.
    pub(crate) request: &'a str,
    /// The nearest page above what was asked, if there is one.
    pub(crate) above: Option<&'a str>,
}

/// The page of a refusal nobody's page could take up: with the navigation of whoever is signed in.
pub(crate) fn refusal_page(reader: &Reader, refused: &Refused<'_>) -> Markup {
    let refusal = refused.refusal;
    let title = reader.say(&heading(refusal.status));
    let body = html! {
        div .head { h1 { (title) } }
        (refusal_said(reader, refusal))
        p .row {
            @if let Some(above) = refused.above {
                a .button .primary href=(above) { (reader.say(&text!("overview-refused-back"))) }
            }
            a .button href="/" { (reader.say(&text!("web-to-front"))) }
        }
        @if refusal.status >= 500 {
            p .hint { (reader.say(&text!("web-request-id", id = refused.request))) }
        }
    };
    if reader.name.is_some() {
        page(reader, &Shown { title: &title, at: None, searched: "" }, &body)
    } else {
        narrow_page(reader, &title, &body)
    }
}

/// What kind of refusal it is, by its status (RFC 9110 section 15).
fn heading(status: u16) -> Text {
    match status {
        401 => text!("overview-refused-sign-in"),
        403 => text!("web-title-forbidden"),
        404 | 410 => text!("web-title-not-found"),
        409 | 412 | 428 => text!("overview-refused-changed"),
        400 | 405 | 408 | 413..=415 => text!("overview-refused-unreadable"),
        429 => text!("web-title-too-often"),
        502..=504 | 507 => text!("overview-refused-not-now"),
        500.. => text!("web-title-fault"),
        _ => text!("web-title-refused"),
    }
}

/// What was refused and why, each thing once: a problem that speaks for the whole adds only its place.
pub(crate) fn refusal_said(reader: &Reader, refusal: &Refusal) -> Markup {
    html! {
        (notice(reader, Tone::Bad, &refusal.says))
        @match refusal.problems.as_slice() {
            [only] if only.says == refusal.says => {
                @let (here, at) = place(only);
                @if here { p { (reader.say(&text!("overview-refused-at"))) " " (at) } }
            }
            several => (problems(reader, several)),
        }
    }
}

/// Where a problem is, and whether that is known.
fn place(problem: &Problem) -> (bool, Markup) {
    let place = &problem.place;
    let known = place.file.is_some() || place.path.is_some() || place.line_and_column.is_some();
    let written = html! {
        @for part in [&place.file, &place.path].into_iter().flatten() { code { (part) } " " }
        @if let Some((line, column)) = place.line_and_column { code { (line) ":" (column) } " " }
    };
    (known, written)
}

/// Every problem with its place and its hint.
pub(crate) fn problems(reader: &Reader, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            ul .problems {
                @for problem in problems {
                    li {
                        (place(problem).1)
                        (sentence(&reader.say(&problem.says)))
                        @let hint = reader.hint(&problem.says);
                        @if !hint.is_empty() { span .hint { (sentence(&hint)) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Place;

    use super::*;
    use crate::look::{assert_sound, readers};

    fn refused(status: u16, problems: Vec<Problem>) -> Refusal {
        Refusal { problems, ..Refusal::new(status, text!("web-bad-json", error = "<b>")) }
    }

    #[test]
    fn a_problem_that_speaks_for_the_whole_is_said_once_with_its_place() {
        let says = text!("web-bad-json", error = "<b>");
        let only = Problem::error(Place::at("release.sbom"), says.clone());
        for reader in readers() {
            let refusal = refused(422, vec![only.clone()]);
            let page =
                refusal_page(&reader, &Refused { refusal: &refusal, request: "r", above: Some("/o/x") });
            assert_sound(&page);
            let said = maud::html! { (sentence(&reader.say(&says))) }.0;
            assert_eq!(page.0.matches(&said).count(), 1, "{}", page.0);
            assert!(page.0.contains("release.sbom") && page.0.contains("href=\"/o/x\""), "{}", page.0);
            assert!(page.0.contains("<nav class=\"side\""), "{}", page.0);
            let stranger = Reader { taste: reader.taste, path: "/".into(), ..Reader::default() };
            let page = refusal_page(&stranger, &Refused { refusal: &refusal, request: "r", above: None });
            assert_sound(&page);
            assert!(!page.0.contains("<nav class=\"side\""), "{}", page.0);
        }
    }

    #[test]
    fn only_what_is_not_allowed_is_called_so() {
        let reader = &readers()[0];
        let forbidden = reader.say(&heading(403));
        for status in [400, 401, 404, 405, 408, 409, 412, 413, 415, 422, 428, 429, 500, 503, 507] {
            assert_ne!(reader.say(&heading(status)), forbidden, "{status}");
        }
    }
}
