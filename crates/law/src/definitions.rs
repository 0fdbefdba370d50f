//! Article 3, and the terms the Regulation or the guidance explain elsewhere: what each means, in plain words.
//!
//! The Official Journal's wording governs; these lines say what to look for there.

use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::source::{G, P, Source, Verification};

/// One term.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Definition {
    /// The row of the reference it was written from; several terms may share one.
    pub id: &'static str,
    /// The term, as the Regulation writes it.
    pub term: &'static str,
    /// What it means, in plain words.
    pub meaning: &'static str,
    /// Where it is defined or explained.
    pub cites: Citation,
    /// How the row was verified.
    pub verified: &'static [Verification],
    /// Rows that say more.
    pub see: &'static [&'static str],
}

impl Definition {
    const fn new(id: &'static str, term: &'static str, cites: Citation, meaning: &'static str) -> Self {
        Self { id, term, meaning, cites, verified: &[P], see: &[] }
    }

    /// Explained by the guidance, not defined by the Regulation.
    const fn guidance(self) -> Self {
        Self { verified: &[G], ..self }
    }

    const fn see(self, rows: &'static [&'static str]) -> Self {
        Self { see: rows, ..self }
    }

    /// The row and its verification.
    pub const fn source(&self) -> Source {
        Source::new(self.id, self.verified)
    }
}

/// The terms that this row of the reference or this word names, in the order of the register.
pub fn definitions(asked: &str) -> impl Iterator<Item = &'static Definition> + '_ {
    let asked = asked.trim();
    DEFINITIONS
        .iter()
        .filter(move |one| one.id.eq_ignore_ascii_case(asked) || one.term.eq_ignore_ascii_case(asked))
}

const fn point(number: &'static str) -> Citation {
    Citation::article(3).point(number)
}

/// Every term, in the order of the reference.
pub const DEFINITIONS: &[Definition] = &[
    Definition::new(
        "DEF-01",
        "product with digital elements",
        point("1"),
        "Software or hardware, taken together with the remote data processing it relies on. A component that is sold \
         on its own is one too.",
    )
    .see(&["SCP-01", "RDP-01"]),
    Definition::new(
        "DEF-02",
        "remote data processing",
        point("2"),
        "Data processing away from the product, by software the manufacturer made or had made, without which the \
         product would lack one of its functions.",
    )
    .see(&["RDP-01", "RDP-03"]),
    Definition::new(
        "DEF-03",
        "software",
        point("4"),
        "The part of an electronic information system that is computer code.",
    ),
    Definition::new(
        "DEF-03",
        "hardware",
        point("5"),
        "A physical electronic information system, or a part of one, that can process, store or transmit digital data.",
    ),
    Definition::new(
        "DEF-04",
        "component",
        point("6"),
        "Software or hardware that is meant to be built into an electronic information system.",
    ),
    Definition::new(
        "DEF-05",
        "logical connection",
        point("8"),
        "A link for data that is made through a software interface.",
    ),
    Definition::new(
        "DEF-05",
        "physical connection",
        point("9"),
        "A link for data that is made by physical means: wires, optics, mechanics, or radio waves.",
    ),
    Definition::new(
        "DEF-05",
        "indirect connection",
        point("10"),
        "A link that does not go straight to a device or network, but through a larger system that can be connected \
         directly.",
    ),
    Definition::new(
        "DEF-06",
        "end-point",
        point("11"),
        "A device on a network that serves as a way into that network.",
    ),
    Definition::new(
        "DEF-07",
        "economic operator",
        point("12"),
        "Manufacturer, authorised representative, importer, distributor, and whoever else the Regulation gives duties \
         for making products or making them available.",
    ),
    Definition::new(
        "DEF-08",
        "manufacturer",
        point("13"),
        "Who makes a product, or has it designed, developed or made, and markets it under its own name or trademark, \
         for money or for nothing. Human beings can be manufacturers.",
    )
    .see(&["ROL-01"]),
    Definition::new(
        "DEF-09",
        "open-source software steward",
        point("14"),
        "A legal person, other than the manufacturer, whose purpose is to support the development of particular free \
         software for commercial use, steadily and for long, and who keeps that software viable.",
    )
    .see(&["FOS-14", "ROL-08"]),
    Definition::new(
        "DEF-10",
        "authorised representative",
        point("15"),
        "Someone in the Union whom the manufacturer has mandated in writing with certain tasks.",
    )
    .see(&["ROL-06"]),
    Definition::new(
        "DEF-11",
        "importer",
        point("16"),
        "Someone in the Union who is the first to put a product on the Union market that bears the name or trademark of \
         someone outside it.",
    )
    .see(&["ROL-02"]),
    Definition::new(
        "DEF-12",
        "distributor",
        point("17"),
        "Anyone else in the supply chain who makes a product available and leaves its properties as they are.",
    )
    .see(&["ROL-03"]),
    Definition::new(
        "DEF-13",
        "consumer",
        point("18"),
        "A human being who does not act for a trade, business, craft or profession.",
    ),
    Definition {
        verified: &[P, Verification::Unverified],
        ..Definition::new(
            "DEF-14",
            "microenterprise, small and medium-sized enterprise",
            point("19"),
            "The size classes of Recommendation 2003/361/EC: fewer than 10 staff and at most 2 million euro of turnover \
             or balance sheet; fewer than 50 and at most 10 million; fewer than 250 and at most 50 million of turnover \
             or 43 million of balance sheet. Linked and partner enterprises count along.",
        )
    },
    Definition::new(
        "DEF-15",
        "support period",
        point("20"),
        "The time in which the manufacturer has to make sure that vulnerabilities are handled well, as Annex I Part II \
         asks.",
    ),
    Definition::new(
        "DEF-16",
        "placing on the market",
        point("21"),
        "The first time that one product, unit by unit, is made available in the Union.",
    )
    .see(&["PLM-01"]),
    Definition::new(
        "DEF-16",
        "making available on the market",
        point("22"),
        "Supplying a product in the Union, to be passed on or used, as part of a commercial activity. It may cost \
         something or nothing.",
    )
    .see(&["PLM-02", "SCP-18"]),
    Definition::new(
        "DEF-17",
        "intended purpose",
        point("23"),
        "What the manufacturer means the product for, as its instructions, its advertising and sales statements and its \
         technical documentation show.",
    ),
    Definition::new(
        "DEF-18",
        "reasonably foreseeable use",
        point("24"),
        "Use that is not necessarily meant, but likely, given how people behave and how technical systems interact.",
    ),
    Definition::new(
        "DEF-19",
        "reasonably foreseeable misuse",
        point("25"),
        "Use against the intended purpose that one can expect to happen all the same.",
    ),
    Definition::new(
        "DEF-20",
        "conformity assessment",
        point("27"),
        "Finding out whether the essential requirements of Annex I have been met.",
    ),
    Definition::new(
        "DEF-21",
        "notified body",
        point("29"),
        "A body that assesses conformity and has been designated for it under Article 43.",
    ),
    Definition::new(
        "DEF-22",
        "substantial modification",
        point("30"),
        "A change after the product was placed on the market that touches its compliance with Annex I Part I, or gives \
         it a purpose it was not assessed for.",
    )
    .see(&["SUB-01"]),
    Definition::new(
        "DEF-23",
        "CE marking",
        point("31"),
        "The sign by which the manufacturer states that the product and its own processes meet Annex I and any other \
         Union law that asks for the marking.",
    ),
    Definition::new(
        "DEF-24",
        "cybersecurity risk",
        point("37"),
        "What an incident could cost or disrupt: how large that is, together with how likely it is.",
    ),
    Definition::new(
        "DEF-25",
        "significant cybersecurity risk",
        point("38"),
        "A risk whose technical nature makes an incident with severe harm highly likely.",
    ),
    Definition::new(
        "DEF-26",
        "software bill of materials",
        point("39"),
        "A formal list of the components in the software, with their details and where they come from in the supply \
         chain.",
    ),
    Definition::new(
        "DEF-27",
        "vulnerability",
        point("40"),
        "A weak spot or flaw of a product that a cyber threat can use.",
    ),
    Definition::new(
        "DEF-28",
        "exploitable vulnerability",
        point("41"),
        "A vulnerability that an adversary could really use where and how the product runs.",
    ),
    Definition::new(
        "DEF-29",
        "actively exploited vulnerability",
        point("42"),
        "A vulnerability for which there is reliable evidence that somebody with bad intent used it in a system whose \
         owner had not agreed. Finds of well-meaning researchers do not count.",
    ),
    Definition::new("DEF-30", "incident", point("43"), "What Article 6(6) of Directive (EU) 2022/2555 (NIS2) says it is."),
    Definition::new(
        "DEF-31",
        "incident having an impact on the security of the product",
        point("44"),
        "An incident that harms, or can harm, the product's ability to keep data or functions available, authentic, \
         intact or confidential.",
    ),
    Definition::new(
        "DEF-32",
        "near miss",
        point("45"),
        "What Article 6(5) of Directive (EU) 2022/2555 (NIS2) says it is.",
    ),
    Definition::new(
        "DEF-32",
        "cyber threat",
        point("46"),
        "What Article 2(8) of Regulation (EU) 2019/881 (Cybersecurity Act) says it is.",
    ),
    Definition::new(
        "DEF-33",
        "severe incident",
        Citation::article(14).paragraph(5),
        "An incident with an impact on the product's security that either touches, or can touch, the protection of \
         sensitive or important data or functions, or has led, or can lead, to malicious code in a product or in a \
         user's systems.",
    )
    .see(&["DEF-31"]),
    Definition::new(
        "DEF-34",
        "free and open-source software",
        point("48"),
        "Software whose source is shared openly, under a licence that lets everyone get at it, use it, change it and \
         pass it on freely.",
    )
    .see(&["FOS-01"]),
    Definition::new(
        "DEF-35",
        "recall",
        point("49"),
        "What Article 3(22) of Regulation (EU) 2019/1020 says it is.",
    ),
    Definition::new(
        "DEF-35",
        "withdrawal",
        point("50"),
        "What Article 3(23) of Regulation (EU) 2019/1020 says it is.",
    ),
    Definition::new(
        "DEF-36",
        "CSIRT designated as coordinator",
        point("51"),
        "The computer security incident response team a Member State designated under Article 12(1) of Directive (EU) \
         2022/2555 (NIS2).",
    ),
    Definition::new(
        "DEF-37",
        "main establishment",
        Citation::article(14).paragraph(7).subparagraph(2),
        "For reporting: the Member State in which most decisions on the cybersecurity of the products are taken; if that \
         cannot be told, the one whose establishment has the most employees in the Union.",
    ),
    Definition::new(
        "DEF-38",
        "core functionality",
        Citation::guidance(139),
        "The main features and technical abilities without which the product would miss its intended purpose, judged by \
         what instructions, advertising and technical documentation show. Article 7(1) uses the term and does not \
         define it.",
    )
    .guidance(),
    Definition::new(
        "DEF-39",
        "becoming aware",
        Citation::guidance(213),
        "After a first look, taken without delay, being reasonably certain that an actively exploited vulnerability is in \
         the product, or that a severe incident happened. The Regulation does not define it.",
    )
    .guidance(),
    Definition::new(
        "DEF-40",
        "known vulnerability",
        Citation::guidance(232),
        "Listed in a public database that matters (such as the EUVD), learnt in confidence from a reporter or a test of \
         one's own, or prominent in reliable media. A short time to confirm it is accepted. The Regulation does not \
         define it.",
    )
    .guidance(),
];
