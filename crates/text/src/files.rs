//! The Fluent files, embedded: one a room and language.

use crate::Language;

/// The file of the registers' sentences, which English has none of.
pub(crate) const REGISTER: &str = "register";

/// Names every room once, so that no language can lack the file of a room.
macro_rules! embed {
    ($($room:literal),* $(,)?) => {
        /// The files of a language: each room and its source, in the order of the rooms.
        pub(crate) fn files(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::English => &[$(($room, include_str!(concat!("../en/", $room, ".ftl")))),*],
                Language::German => &[
                    $(($room, include_str!(concat!("../de/", $room, ".ftl"))),)*
                    // In English these sentences stand as constants beside the rules they state.
                    (REGISTER, include_str!("../de/register.ftl")),
                ],
            }
        }
    };
}

embed![
    "facts",
    "trust",
    "law",
    "periods",
    "routes",
    "neighbours",
    "modification",
    "formats",
    "quality",
    "dossier",
    "vex",
    "vulndb",
    "claims",
    "store",
    "courier",
    "feeds",
    "csaf",
    "record",
    "documents",
    "papers",
    "reporting",
    "duties",
    "actions",
    "proofmark",
    "interview",
    "teaching",
    "web",
    "access",
    "server",
    "identity",
    "desk",
    "overview",
    "pictures",
    "stamps",
    "evidence",
    "gate",
    "cpe",
    "ends",
    "issuing",
    "embedded",
    "generate",
    "bill",
    "redact",
    "triage",
    "cases",
];
