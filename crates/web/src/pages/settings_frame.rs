//! The frame of the settings' pages: one heading, and the parts the reader may open.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_text::{Text, text};

use super::reader_of::reader_of;
use crate::call::Call;
use crate::link;
use crate::look::{Desk, Place, Reader, Shown, page, tabs};
use crate::refusal::Refusal;

/// A part of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What runs here, and how a pipeline reaches it.
    General,
    /// Where events are sent.
    Webhooks,
    /// How letters are sent: the installation's.
    Mail,
    /// What is held, what is purged.
    Retention,
}

/// Who looks, and which parts they may open.
pub(super) struct Frame {
    pub(super) reader: Reader,
    pub(super) desk: Desk,
    parts: Vec<Part>,
}

impl Part {
    const ALL: [Self; 4] = [Self::General, Self::Webhooks, Self::Mail, Self::Retention];

    fn name(self) -> Text {
        match self {
            Self::General => text!("desk-settings-general"),
            Self::Webhooks => text!("desk-webhooks"),
            Self::Mail => text!("desk-mail"),
            Self::Retention => text!("desk-retention"),
        }
    }

    /// Its path at an operator's desk.
    pub(super) fn path(self, desk: &Desk) -> String {
        let part = match self {
            Self::General => return link::path(&["o", &desk.id, "settings"]),
            Self::Webhooks => "webhooks",
            Self::Mail => "mail",
            Self::Retention => "retention",
        };
        link::path(&["o", &desk.id, "settings", part])
    }

    /// What its route asks for, and of whom: the operator, or the installation.
    fn right(self) -> (Right, bool) {
        match self {
            Self::General => (Right::SeeFeeds, false),
            Self::Webhooks => (Right::ManageSettings, false),
            Self::Mail => (Right::ManageSettings, true),
            Self::Retention => (Right::SeeLedger, false),
        }
    }
}

/// The frame for whoever asks; at a desk that is not theirs there is none.
pub(super) fn frame(call: &Call<'_>) -> Result<Frame, Refusal> {
    let reader = reader_of(call);
    let desk = reader.desk.clone().ok_or_else(|| Refusal::new(404, text!("web-not-found")))?;
    let actor = call.actor();
    let opens = |part: &Part| {
        let (right, of_installation) = part.right();
        may(&actor, right, if of_installation { "" } else { call.operator() }, None).is_ok()
    };
    let parts = Part::ALL.into_iter().filter(opens).collect();
    Ok(Frame { reader, desk, parts })
}

/// The page of one part.
pub(super) fn settings_page(frame: &Frame, here: Part, body: &Markup) -> Markup {
    let Frame { reader, desk, parts } = frame;
    let title = reader.say(&text!("web-place-settings"));
    let part = reader.say(&here.name());
    let heading = if here == Part::General { title.clone() } else { format!("{title}: {part}") };
    let ways: Vec<(String, String, bool)> =
        parts.iter().map(|part| (reader.say(&part.name()), part.path(desk), *part == here)).collect();
    let body = html! {
        div .head { h1 { (heading) } }
        (tabs(&title, &ways))
        (body)
    };
    page(reader, &Shown { title: &heading, at: Some(Place::Settings), searched: "" }, &body)
}

#[cfg(test)]
pub(crate) mod samples {
    use super::{Frame, Part};
    use crate::look::readers;

    /// A frame of each language with every part.
    pub(in crate::pages) fn frames() -> Vec<Frame> {
        let frame = |reader: crate::look::Reader| Frame {
            desk: reader.desk.clone().unwrap(),
            reader,
            parts: Part::ALL.to_vec(),
        };
        readers().into_iter().map(frame).collect()
    }
}
