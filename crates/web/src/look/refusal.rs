//! A refusal as a person reads it: what is wrong, where, what to do.

use maud::{Markup, html};
use proofmark_facts::Problem;
use proofmark_text::text;

use super::badge::Tone;
use super::notice::{notice, sentence};
use super::page::narrow_page;
use super::reader::Reader;
use crate::refusal::Refusal;
use crate::visitor::Taste;

/// The page of a refusal nobody's page could take up.
pub(crate) fn refusal_page(refusal: &Refusal, taste: Taste, demonstration: bool, request: &str) -> Markup {
    let reader = Reader { taste, demonstration, path: "/".to_owned(), ..Reader::default() };
    let title = reader.say(&match refusal.status {
        401 | 403 => text!("web-title-forbidden"),
        404 => text!("web-title-not-found"),
        429 => text!("web-title-too-often"),
        500.. => text!("web-title-fault"),
        _ => text!("web-title-refused"),
    });
    let body = html! {
        h1 { (title) }
        (notice(&reader, Tone::Bad, &refusal.says))
        (problems(&reader, &refusal.problems))
        p { a .button href="/" { (reader.say(&text!("web-to-front"))) } }
        p .hint { (reader.say(&text!("web-request-id", id = request))) }
    };
    narrow_page(&reader, &title, &body)
}

/// Every problem with its place and its hint.
pub(crate) fn problems(reader: &Reader, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            ul .problems {
                @for problem in problems {
                    li {
                        @let place = [&problem.place.file, &problem.place.path];
                        @for part in place.into_iter().flatten() { code { (part) } " " }
                        @if let Some((line, column)) = problem.place.line_and_column {
                            code { (line) ":" (column) } " "
                        }
                        (sentence(&reader.say(&problem.says)))
                        @let hint = reader.hint(&problem.says);
                        @if !hint.is_empty() { span .hint { (sentence(&hint)) } }
                    }
                }
            }
        }
    }
}
