//! Article 32: which conformity assessment procedure is carried out.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::always;
use crate::register::conditions::{class_i, class_ii, critical, free_software_option};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{G, P, Source};

/// Article 32(1): one of the procedures.
pub(crate) const ANY: Obligation = Obligation {
    id: "art32-1",
    row: "RTE-01",
    verified: &[P],
    also: &[Source::new("RTE-09", &[P])],
    cites: Citation::article(32).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Carry out a conformity assessment of the product and of your processes, by one of the procedures that are open to it.",
    shown_by: &[EvidenceKind::ConformityProcedure],
    suggests: None,
    applies: always,
};

/// Article 32(2): important products of class I.
pub(crate) const CLASS_I: Obligation = Obligation {
    id: "art32-2",
    row: "RTE-03",
    verified: &[P],
    also: &[Source::new("RTE-02", &[P, G])],
    cites: Citation::article(32).paragraph(2),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "For class I, have a notified body examine the type or the quality system for what no harmonised standard, common specification or certification covers in full.",
    shown_by: &[EvidenceKind::ConformityProcedure],
    suggests: None,
    applies: class_i,
};

/// Article 32(3): important products of class II.
pub(crate) const CLASS_II: Obligation = Obligation {
    id: "art32-3",
    row: "RTE-05",
    verified: &[P],
    also: &[],
    cites: Citation::article(32).paragraph(3),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "For class II, go by examination of the type, by full quality assurance or by a certification of level substantial at least; standards never open internal control.",
    shown_by: &[EvidenceKind::ConformityProcedure],
    suggests: None,
    applies: class_ii,
};

/// Article 32(4): critical products.
pub(crate) const CRITICAL: Obligation = Obligation {
    id: "art32-4",
    row: "RTE-07",
    verified: &[P],
    also: &[Source::new("RTE-06", &[P]), Source::new("RTE-08", &[P])],
    cites: Citation::article(32).paragraph(4),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "For a critical product, go by the certification that an act under Article 8(1) asks for; while there is none, by the procedures of class II.",
    shown_by: &[EvidenceKind::ConformityProcedure],
    suggests: None,
    applies: critical,
};

/// Article 32(5): free software with public documentation.
pub(crate) const FREE_SOFTWARE: Obligation = Obligation {
    id: "art32-5",
    row: "RTE-04",
    verified: &[P, G],
    also: &[],
    cites: Citation::article(32).paragraph(5),
    owed_by: &[Role::Manufacturer],
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "For important products that are free and open-source software, any procedure of Article 32(1) may be used, if the technical documentation is public when the product is placed on the market.",
    shown_by: &[EvidenceKind::ConformityProcedure],
    suggests: None,
    applies: free_software_option,
};
