//! SPDX 2.2 and 2.3 in tag-value form (SPDX 2.3 section 6 and following), one document or several one after another.

use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use super::document_reference::Referred;
use super::noted::{Noted, NotedPackage};
use super::package::Package;
use crate::Limits;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::json::Words;

/// Reads every document of a text into `into`.
pub(super) fn note_tag_value(
    bytes: &[u8],
    gathered: &mut Gathered<'_>,
    limits: &Limits,
    into: &mut Vec<Noted>,
) -> Result<(), Box<Problem>> {
    let mut reading = Reading { gathered, into, package: None, in_package: false };
    let written = text_of(bytes, limits.bytes)?;
    let mut lines = written.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some((tag, value)) = line.split_once(':').filter(|(tag, _)| is_tag(tag)) else { continue };
        let value = value.trim();
        if value.starts_with("<text>") && !value.contains("</text>") {
            // A text of several lines says nothing of a component but of its licence or its comments.
            lines.by_ref().find(|(_, line)| line.contains("</text>"));
            continue;
        }
        let value =
            value.strip_prefix("<text>").and_then(|rest| rest.strip_suffix("</text>")).unwrap_or(value);
        reading.line(tag, value, number + 1);
    }
    reading.close_package();
    Ok(())
}

/// Tags are words of letters alone.
pub(super) fn is_tag(tag: &str) -> bool {
    !tag.is_empty() && tag.len() <= 40 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

struct Reading<'r, 'g, 'l, 'a> {
    gathered: &'r mut Gathered<'l>,
    into: &'g mut Vec<Noted>,
    package: Option<(Package<'a>, usize)>,
    /// Lines are of the package that was named last, not of a file.
    in_package: bool,
}

impl<'a> Reading<'_, '_, '_, 'a> {
    fn line(&mut self, tag: &str, value: &'a str, number: usize) {
        match tag {
            "SPDXVersion" => {
                self.close_package();
                self.into.push(Noted { version: value.to_owned(), ..Noted::default() });
            }
            "PackageName" => {
                self.close_package();
                self.package = Some((Package::named(Words(value.into())), number));
                self.in_package = true;
            }
            "FileName" | "SnippetSPDXID" | "LicenseID" => self.in_package = false,
            "Relationship" => {
                let mut words = value.split_whitespace();
                let said = (words.next(), words.next(), words.next());
                if let ((Some(first), Some(kind), Some(second)), Some(document)) =
                    (said, self.into.last_mut())
                {
                    document.relate(first, kind, second);
                }
            }
            _ => {
                if let Some((package, _)) = self.package.as_mut().filter(|_| self.in_package) {
                    package.tag(tag, Words(value.into()));
                } else if let Some(document) = self.into.last_mut() {
                    of_document(document, tag, value);
                }
            }
        }
    }

    fn close_package(&mut self) {
        let Some((package, number)) = self.package.take() else { return };
        if self.into.is_empty() {
            self.gathered.problems.warn(Place::default(), text!("embedded-spdx-no-version"));
            self.into.push(Noted::default());
        }
        let Some(document) = self.into.last_mut() else { return };
        let name = &document.name;
        let place = || format!("{name}:{number}");
        document.packages.push(NotedPackage::of(&package, self.gathered, &place));
        self.in_package = false;
    }
}

fn of_document(document: &mut Noted, tag: &str, value: &str) {
    match tag {
        "DocumentName" => value.clone_into(&mut document.name),
        "DocumentNamespace" => value.clone_into(&mut document.namespace),
        "Created" => document.created = Some(value.to_owned()),
        "Creator" => document.creators.push(value.to_owned()),
        "ExternalDocumentRef" => {
            let mut words = value.split_whitespace();
            if let (Some(reference), Some(namespace)) = (words.next(), words.next()) {
                // `SHA1: d6a7…`, with or without the blank.
                let rest: Vec<&str> = words.collect();
                let rest = rest.join(" ");
                let checksum = rest.split_once(':');
                document.elsewhere.push(Referred {
                    reference: reference.to_owned(),
                    namespace: namespace.to_owned(),
                    checksum: checksum
                        .map(|(algorithm, value)| (algorithm.to_owned(), value.trim().to_owned())),
                });
            }
        }
        _ => {}
    }
}
