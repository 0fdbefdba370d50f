//! The roles in plain words, each with where the Regulation says so.

use crate::citation::Citation;
use crate::roles::role::Role;

/// A role, as one would explain it.
#[derive(Debug, Clone, Copy)]
pub struct RoleNotion {
    /// The role.
    pub role: Role,
    /// Its name.
    pub name: &'static str,
    /// Other words people use for it.
    pub also: &'static [&'static str],
    /// What makes somebody one.
    pub is: &'static str,
    /// What follows.
    pub follows: &'static str,
    /// The law.
    pub cites: &'static [Citation],
    /// The rows of the reference.
    pub rows: &'static [&'static str],
}

/// Every role but none.
pub const ROLE_NOTIONS: &[RoleNotion] = &[
    RoleNotion {
        role: Role::Manufacturer,
        name: "manufacturer",
        also: &["maker", "producer"],
        is: "Develops or makes the product, or has it developed or made, and markets it under its own name or trademark, for money or free. An importer, a distributor or anyone else who puts its own name on it or substantially modifies it takes the manufacturer's place.",
        follows: "Owes the product's security, its documents and declaration, the handling of its vulnerabilities through the support period, and the reports of Article 14.",
        cites: &[Citation::article(3).point("13"), Citation::article(21), Citation::article(22)],
        rows: &["ROL-01", "ROL-04", "ROL-05"],
    },
    RoleNotion {
        role: Role::Importer,
        name: "importer",
        also: &[],
        is: "Is established in the Union and places on its market a product that bears the name or trademark of someone established outside.",
        follows: "Checks before placing on the market that the manufacturer did its part, names itself on the product or with it, and acts where something is wrong.",
        cites: &[Citation::article(3).point("16"), Citation::article(19)],
        rows: &["ROL-02"],
    },
    RoleNotion {
        role: Role::Distributor,
        name: "distributor",
        also: &["reseller", "dealer"],
        is: "Makes the product available on the Union market later in the supply chain, without affecting its properties.",
        follows: "Checks with due care that marking, documents and names are there before making it available, and acts where something is wrong.",
        cites: &[Citation::article(3).point("17"), Citation::article(20)],
        rows: &["ROL-03"],
    },
    RoleNotion {
        role: Role::AuthorisedRepresentative,
        name: "authorised representative",
        also: &["representative", "authorized representative"],
        is: "Is established in the Union and has a written mandate from the manufacturer for named tasks. Nobody must appoint one under this Regulation.",
        follows: "Does what the mandate names, and at least keeps declaration and documentation at the authorities' disposal and works with them.",
        cites: &[Citation::article(3).point("15"), Citation::article(18)],
        rows: &["ROL-06", "ROL-10"],
    },
    RoleNotion {
        role: Role::Steward,
        name: "open-source software steward",
        also: &["steward"],
        is: "Is a legal person that supports the development of particular free and open-source software in a sustained way, so that it stays viable for commercial use, without placing it on the market itself.",
        follows: "Keeps a cybersecurity policy, works with the authorities, and reports what concerns its own involvement. It affixes no CE marking, and no fine can be imposed on it.",
        cites: &[Citation::article(3).point("14"), Citation::article(24)],
        rows: &["ROL-08"],
    },
];
