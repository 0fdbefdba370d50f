//! Every table there is: what holds its rows, or why nothing need hold them.

/// A table of the store.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) held: Held,
    /// Faults that name what was done to it without naming the table.
    pub(crate) also: &'static [&'static str],
    /// How a column is changed, a row added (`add`) or rows taken away (`remove`), where it is not done as everywhere; empty:
    /// the database itself allows no other.
    pub(crate) special: &'static [(&'static str, &'static str)],
}

/// Whether `proofmark ledger verify` holds a table.
pub(crate) enum Held {
    /// Every column of it, by this.
    By(&'static str),
    /// None of it, because of this.
    Not(&'static str),
}

/// By its record, made again by the code that wrote it.
const fn by_record(name: &'static str, held: &'static str) -> Table {
    Table { name, held: Held::By(held), also: &[], special: &[] }
}

/// All of them, in the order of the migrations.
pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "ledger_line",
        held: Held::By("the tree over the lines; subject and number by the line's own words"),
        also: &[
            "actions-ledger-line-changed",
            "actions-ledger-line-gone",
            "actions-ledger-truncated",
            "store-node-missing",
        ],
        special: &[
            ("line_index", "UPDATE ledger_line SET line_index = 77 WHERE line_index = 1"),
            ("subject", "UPDATE ledger_line SET subject = 'somebody/else' WHERE line_index = 1"),
            ("sequence", "UPDATE ledger_line SET sequence = 77 WHERE line_index = 1"),
            (
                "bytes",
                "UPDATE ledger_line SET bytes = (SELECT bytes FROM ledger_line WHERE line_index = 0) \
                 WHERE line_index = 1",
            ),
            (
                "add",
                "INSERT INTO ledger_line SELECT 77, subject, 77, bytes FROM ledger_line WHERE line_index = 1",
            ),
            ("remove", "DELETE FROM ledger_line WHERE line_index = 1"),
        ],
    },
    Table {
        name: "ledger_node",
        held: Held::By("the lines, from which every node of the tree is computed again"),
        also: &["store-node-missing", "ends-ledger-node-changed"],
        special: &[
            ("level", "UPDATE ledger_node SET level = 40 WHERE level = 1 AND node_index = 0"),
            ("node_index", "UPDATE ledger_node SET node_index = 77 WHERE level = 1 AND node_index = 0"),
            (
                "hash",
                "UPDATE ledger_node SET hash = (SELECT sha256 FROM record WHERE kind = 'product') WHERE level = 1",
            ),
            ("add", "INSERT INTO ledger_node SELECT 1, 77, hash FROM ledger_node WHERE level = 1"),
            ("remove", "DELETE FROM ledger_node WHERE level = 1 AND node_index = 0"),
        ],
    },
    Table {
        name: "ledger_checkpoint",
        held: Held::By(
            "the ledger's key and the tree; one taken away by the lines written after it, the last by what is \
             remembered beside the key",
        ),
        also: &[
            "actions-ledger-truncated",
            "actions-ledger-rewritten",
            "record-checkpoint-gone",
            "record-last-checkpoint-gone",
        ],
        special: &[
            ("size", "UPDATE ledger_checkpoint SET size = 77 WHERE size = 1"),
            (
                "note",
                "UPDATE ledger_checkpoint SET note = (SELECT note FROM ledger_checkpoint WHERE size = 2) \
                 WHERE size = 1",
            ),
            ("add", "INSERT INTO ledger_checkpoint SELECT 77, note FROM ledger_checkpoint WHERE size = 1"),
            ("remove", "DELETE FROM ledger_checkpoint WHERE size = 1"),
        ],
    },
    Table {
        name: "document",
        held: Held::By(
            "the lines that kept it, what the assessments and packs they name say, and its own bytes",
        ),
        also: &["actions-ledger-document-unknown", "store-document-gone"],
        special: &[
            (
                "digest",
                "UPDATE document SET digest = (SELECT sha256 FROM record WHERE kind = 'product') \
                 WHERE digest = (SELECT digest FROM document ORDER BY digest LIMIT 1)",
            ),
            ("add", "INSERT INTO document SELECT sha256, 1, 0 FROM record WHERE kind = 'product'"),
            (
                "remove",
                "DELETE FROM document WHERE digest = (SELECT digest FROM document ORDER BY digest DESC LIMIT 1)",
            ),
        ],
    },
    Table {
        name: "record",
        held: Held::By("the last line about it, which names the digest of its content"),
        also: &["record-added", "record-removed", "record-changed", "record-unreadable"],
        special: &[
            (
                "content",
                "UPDATE record SET content = (SELECT content FROM record WHERE kind = 'operator') \
                 WHERE kind = 'product'",
            ),
            (
                "sha256",
                "UPDATE record SET sha256 = (SELECT digest FROM document ORDER BY digest LIMIT 1) WHERE kind = 'product'",
            ),
        ],
    },
    Table {
        name: "kept_document",
        held: Held::By("the lines that kept it, by whom they are about"),
        also: &["actions-ledger-document-unknown"],
        special: &[(
            "digest",
            "UPDATE kept_document SET digest = (SELECT sha256 FROM record WHERE kind = 'product') \
             WHERE digest = (SELECT digest FROM kept_document ORDER BY digest LIMIT 1)",
        )],
    },
    Table {
        name: "ledger_head",
        held: Held::By(
            "that there is one row: without it changes on PostgreSQL would not wait for each other",
        ),
        also: &[],
        special: &[("one", ""), ("add", "")],
    },
    by_record("product_row", "the product's record"),
    by_record("release_row", "the release's record"),
    Table {
        name: "component_row",
        held: Held::By("the seal in the release's record; what lists sort by is made of the row's own words"),
        also: &["record-components-changed"],
        special: &[],
    },
    Table {
        name: "finding_row",
        held: Held::By("the seal in the release's record; what lists sort by is made of the row's own words"),
        also: &["record-findings-changed"],
        special: &[("closed_at", "UPDATE finding_row SET closed_at = opened_at")],
    },
    Table {
        name: "job",
        held: Held::Not(
            "work that is still to be done, in no ledger: what it does writes a line of its own, and what was done \
             is forgotten",
        ),
        also: &[],
        special: &[],
    },
    Table {
        name: "passing",
        held: Held::Not("sessions, counters and one-time links: in no ledger, and gone when they expire"),
        also: &[],
        special: &[],
    },
    by_record("outlook_row", "the product's record"),
    by_record("readiness_row", "the product's record"),
    by_record("case_row", "the product's record"),
    by_record("clock_row", "the product's record"),
    by_record("finding_week", "the rows of the product's findings, counted again"),
    by_record("component_name", "the rows of the product's components; an operator's names by its products'"),
    by_record("component_package", "the keys of packages that the operator's releases have"),
    Table {
        name: "release_package",
        held: Held::By("the rows of the release's components, whose packages it has"),
        also: &[],
        special: &[(
            "package_keys",
            "UPDATE release_package SET package_keys = (SELECT sha256 FROM record WHERE kind = 'product')",
        )],
    },
    by_record("finding_name", "the rows of findings, whose own keys of names are held with them"),
    by_record("finding_alias", "the names of findings"),
];
