//! What popular texts get wrong about the Regulation, each with what it really says.

use crate::citation::Citation;
use crate::source::{F, G, P, S};
use crate::teaching::mistake::Mistake;

/// Every mistake, in the order of the reference.
pub const MISTAKES: &[Mistake] = &[
    Mistake {
        id: "ERR-01",
        claim: "The final report on an actively exploited vulnerability is due 14 days after becoming aware of it.",
        correct: "The final report on an actively exploited vulnerability is due 14 days after a corrective or mitigating measure is available.",
        cites: &[Citation::article(14).paragraph(2).point("c")],
        verified: &[P],
    },
    Mistake {
        id: "ERR-02",
        claim: "The final report on a severe incident is due one month, or 14 days, after becoming aware of it.",
        correct: "The final report on a severe incident is due one month after the 72-hour notification was submitted.",
        cites: &[Citation::article(14).paragraph(4).point("c")],
        verified: &[P],
    },
    Mistake {
        id: "ERR-03",
        claim: "Operating systems, public key infrastructure, industrial routers and industrial control systems are important products of class II.",
        correct: "Operating systems, public key infrastructure and routers are class I; industrial control systems are not listed at all.",
        cites: &[Citation::annex("III")],
        verified: &[P],
    },
    Mistake {
        id: "ERR-04",
        claim: "A product that contains a firewall, an operating system or a crypto chip is an important product.",
        correct: "The core functionality decides the class; integrating an important product never makes the whole product important.",
        cites: &[Citation::article(7).paragraph(1)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-05",
        claim: "Critical products already need a European certificate, beside the conformity assessment.",
        correct: "Critical products need a European certificate only once a delegated act asks for it; none has been adopted, so the procedures for class II apply.",
        cites: &[Citation::article(8).paragraph(1), Citation::article(32).paragraph(4)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-06",
        claim: "Whoever makes an important product of class I may simply assess it alone.",
        correct: "An important product of class I may be self-assessed only with harmonised standards, common specifications or certification applied in full, or as free and open-source software with public technical documentation.",
        cites: &[Citation::article(32).paragraph(2), Citation::article(32).paragraph(5)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-07",
        claim: "An important product of class II may be self-assessed once harmonised standards are applied.",
        correct: "Standards never open internal control for class II; only free and open-source software with public technical documentation may use it.",
        cites: &[Citation::article(32).paragraph(3), Citation::article(32).paragraph(5)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-08",
        claim: "The notified body's number stands beside the CE marking whenever a notified body was involved.",
        correct: "The notified body's number stands beside the CE marking under full quality assurance (module H) only.",
        cites: &[Citation::article(30).paragraph(4)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-09",
        claim: "The law asks for a public, fully transitive SBOM in CycloneDX or SPDX.",
        correct: "The law asks for an SBOM in a common machine-readable format that covers at least the top-level dependencies; it need not be public.",
        cites: &[
            Citation::annex("I").part("II").point("1"),
            Citation::annex("II").point("9"),
            Citation::recital(77),
        ],
        verified: &[P],
    },
    Mistake {
        id: "ERR-10",
        claim: "Five years of support are the standard, whatever the product.",
        correct: "The support period reflects the time of expected use; five years are its floor, and only a shorter use allows less.",
        cites: &[Citation::article(13).paragraph(8)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-11",
        claim: "Open-source software is exempt as a whole, or covered as a whole.",
        correct: "Whether open-source software is covered depends, for each version and publisher, on whether it is supplied in the course of a commercial activity.",
        cites: &[Citation::recital(18), Citation::guidance(40)],
        verified: &[P, G],
    },
    Mistake {
        id: "ERR-12",
        claim: "Open-source software stewards have had to report since September 2026, and can be fined.",
        correct: "Open-source software stewards report from 11 December 2027, and no fine can be imposed on them.",
        cites: &[Citation::faq("5.5"), Citation::article(64).paragraph(10).point("b")],
        verified: &[P, F],
    },
    Mistake {
        id: "ERR-13",
        claim: "Micro and small enterprises need not send the early warning within 24 hours.",
        correct: "Micro and small enterprises owe the early warning within 24 hours like others; they are only spared the fine for missing that deadline.",
        cites: &[Citation::article(64).paragraph(10).point("a")],
        verified: &[P],
    },
    Mistake {
        id: "ERR-14",
        claim: "Article 64(10) sets aside the fines of its paragraphs 3 to 9.",
        correct: "Article 64(10), as corrected in July 2025, sets aside the fines of its paragraphs 2 to 9.",
        cites: &[Citation::article(64).paragraph(10)],
        verified: &[S],
    },
    Mistake {
        id: "ERR-15",
        claim: "Products placed on the market before December 2027 need nothing before that day.",
        correct: "Products placed on the market before December 2027 have been under the duty to report since 11 September 2026.",
        cites: &[Citation::article(69).paragraph(3)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-16",
        claim: "New units of a model that is already sold are grandfathered.",
        correct: "Each unit of a model is placed on the market for itself; only units placed there before 11 December 2027 are left alone.",
        cites: &[Citation::faq("7.2")],
        verified: &[F],
    },
    Mistake {
        id: "ERR-17",
        claim: "Every download of a program after December 2027 places it on the market anew.",
        correct: "The first offering of a version places it on the market; later downloads of the same version place nothing anew.",
        cites: &[Citation::guidance(13)],
        verified: &[G],
    },
    Mistake {
        id: "ERR-18",
        claim: "Software as a service is covered as such, or cloud software is excluded altogether.",
        correct: "A remote service is covered as part of a product if it passes the test for remote data processing, and never by itself.",
        cites: &[Citation::article(3).point("2"), Citation::guidance(184)],
        verified: &[P, G],
    },
    Mistake {
        id: "ERR-19",
        claim: "The reporting platform finds the competent coordinator by itself, or one reports to 27 of them.",
        correct: "Whoever reports chooses one coordinator, the one Article 14(7) designates.",
        cites: &[Citation::article(14).paragraph(7)],
        verified: &[P, S],
    },
    Mistake {
        id: "ERR-20",
        claim: "A CVSS score, a CVE number and the root cause must be given within 24 hours.",
        correct: "The early warning names the Member States concerned where applicable and, for an incident, whether an unlawful or malicious act is suspected; a CVSS score, a CVE number or the root cause is not mandatory in it.",
        cites: &[
            Citation::article(14).paragraph(2).point("a"),
            Citation::article(14).paragraph(4).point("a"),
        ],
        verified: &[P],
    },
    Mistake {
        id: "ERR-21",
        claim: "Every integrator must report a component's vulnerability as soon as it is exploited somewhere.",
        correct: "A component's vulnerability is reportable for its integrator only if it can be exploited, and is exploited, in the integrator's own product.",
        cites: &[Citation::guidance(218)],
        verified: &[G],
    },
    Mistake {
        id: "ERR-22",
        claim: "A product may have no known vulnerability, and each must be patched.",
        correct: "It may have no known exploitable vulnerability; measures follow the risk, and a patch is only one of them.",
        cites: &[
            Citation::annex("I").part("I").point("2").letter("a"),
            Citation::faq("4.2.2"),
            Citation::faq("4.3.1"),
        ],
        verified: &[P, F],
    },
    Mistake {
        id: "ERR-23",
        claim: "A manufacturer outside the Union must appoint an authorised representative.",
        correct: "A manufacturer outside the Union may appoint an authorised representative under this Regulation, and need not.",
        cites: &[Citation::article(18).paragraph(1)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-24",
        claim: "EN 18031 or ISO/IEC 27001 gives a presumption of conformity with this Regulation.",
        correct: "Only standards whose references are cited in the Official Journal for this Regulation give a presumption of conformity; EN 18031 and ISO/IEC 27001 do not.",
        cites: &[Citation::article(27).paragraph(1)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-25",
        claim: "Suppliers to medicine, the car industry and aviation are outside the Regulation.",
        correct: "Only products to which those acts themselves apply, that are certified, or that are made exclusively for such vehicles are outside.",
        cites: &[Citation::article(2).paragraph(2), Citation::guidance(244)],
        verified: &[P, G],
    },
    Mistake {
        id: "ERR-26",
        claim: "Everyone who may commit to an open-source project is responsible for it.",
        correct: "Control of an open-source project's publication and releases decides who is responsible; contributing brings no duties.",
        cites: &[Citation::guidance(49)],
        verified: &[G],
    },
    Mistake {
        id: "ERR-27",
        claim: "Late reports have certainly been subject to fines since September 2026.",
        correct: "On its wording, Article 64 applies from 11 December 2027.",
        cites: &[Citation::article(71).paragraph(2), Citation::faq("7.1")],
        verified: &[P, F],
    },
    Mistake {
        id: "ERR-28",
        claim: "A substantial modification starts the support period anew.",
        correct: "After a substantial modification the support period is examined again; it does not restart by itself.",
        cites: &[Citation::guidance(133)],
        verified: &[G],
    },
    Mistake {
        id: "ERR-29",
        claim: "A new function is always a substantial modification, a security update never.",
        correct: "New functions and security updates are judged by the same questions: is compliance or purpose affected in a way the risk assessment did not foresee?",
        cites: &[Citation::guidance(104)],
        verified: &[G],
    },
    Mistake {
        id: "ERR-30",
        claim: "The Digital Omnibus has changed how one reports under this Regulation.",
        correct: "The Digital Omnibus is a proposal; the text of this Regulation is unchanged by it.",
        cites: &[Citation::article(14)],
        verified: &[S],
    },
    Mistake {
        id: "ERR-31",
        claim: "Importers and distributors file the reports of Article 14.",
        correct: "Manufacturers file the reports of Article 14; an importer or distributor does so only where it counts as the manufacturer.",
        cites: &[Citation::article(19), Citation::article(20), Citation::article(21)],
        verified: &[P],
    },
    Mistake {
        id: "ERR-32",
        claim: "For a severe incident, too, a manufacturer may claim particularly exceptional circumstances, so that its coordinator passes on less.",
        correct: "Particularly exceptional circumstances can be claimed in the 72-hour notification of an actively exploited vulnerability only.",
        cites: &[Citation::article(16).paragraph(2).subparagraph(3)],
        verified: &[P],
    },
];

/// The mistake with this id.
pub fn mistake(id: &str) -> Option<&'static Mistake> {
    MISTAKES.iter().find(|mistake| mistake.id == id)
}
