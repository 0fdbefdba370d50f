-- The ledger: what is not in it did not happen. Lines and nodes are written once and never change.
CREATE TABLE ledger_line (
    line_index INTEGER PRIMARY KEY CHECK (line_index >= 0),
    subject    TEXT    NOT NULL,
    sequence   INTEGER NOT NULL CHECK (sequence >= 0),
    bytes      BLOB    NOT NULL,
    UNIQUE (subject, sequence)
) STRICT;

-- Roots of complete subtrees (RFC 9162 section 2.1): level 0 holds the leaf hashes.
CREATE TABLE ledger_node (
    level      INTEGER NOT NULL,
    node_index INTEGER NOT NULL,
    hash       BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, node_index)
) STRICT, WITHOUT ROWID;

-- Signed checkpoints (C2SP tlog-checkpoint), one a size.
CREATE TABLE ledger_checkpoint (
    size INTEGER PRIMARY KEY CHECK (size > 0),
    note TEXT    NOT NULL
) STRICT;

-- Which documents are kept; their bytes lie in the blob directory under their digest.
CREATE TABLE document (
    digest     BLOB    PRIMARY KEY CHECK (length(digest) = 32),
    size       INTEGER NOT NULL,
    first_line INTEGER NOT NULL REFERENCES ledger_line (line_index)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_line_is_never_changed BEFORE UPDATE ON ledger_line
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_line_is_never_removed BEFORE DELETE ON ledger_line
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_node_is_never_changed BEFORE UPDATE ON ledger_node
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_node_is_never_removed BEFORE DELETE ON ledger_node
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
