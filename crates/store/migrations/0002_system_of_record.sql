-- Records: the present content of each thing kept. The ledger names every change of one by the digests before and after.
CREATE TABLE record (
    operator TEXT NOT NULL,
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    content  BLOB NOT NULL,
    sha256   BLOB NOT NULL CHECK (length(sha256) = 32),
    PRIMARY KEY (operator, kind, id)
) STRICT;

-- Whose a kept document is: whoever handed the bytes in. Nobody reads another operator's by its digest.
CREATE TABLE kept_document (
    operator TEXT NOT NULL,
    digest   BLOB NOT NULL REFERENCES document (digest),
    PRIMARY KEY (operator, digest)
) STRICT, WITHOUT ROWID;

-- Locked last by every change that appends a line, so that lines stand in the order they are committed in.
CREATE TABLE ledger_head (
    one INTEGER PRIMARY KEY CHECK (one = 1)
) STRICT;
INSERT INTO ledger_head (one) VALUES (1);

-- Products as lists sort and filter them: written with their record, never by themselves.
CREATE TABLE product_row (
    operator         TEXT    NOT NULL,
    id               TEXT    NOT NULL,
    folded_name      TEXT    NOT NULL,
    archived         INTEGER NOT NULL,
    gate             TEXT    NOT NULL,
    calm             INTEGER NOT NULL,
    support_ends_on  TEXT    NOT NULL,
    obligations_late INTEGER NOT NULL,
    critical         INTEGER NOT NULL,
    high             INTEGER NOT NULL,
    medium           INTEGER NOT NULL,
    low              INTEGER NOT NULL,
    unrated          INTEGER NOT NULL,
    exploited        INTEGER NOT NULL,
    undecided        INTEGER NOT NULL,
    PRIMARY KEY (operator, id)
) STRICT;
CREATE INDEX product_row_by_name ON product_row (operator, archived, folded_name, id);
CREATE INDEX product_row_by_urgency ON product_row (operator, archived, calm, id);
CREATE INDEX product_row_by_support_end ON product_row (operator, archived, support_ends_on, id);

-- Releases in the order they came; `newest` is smallest for the last one.
CREATE TABLE release_row (
    operator TEXT    NOT NULL,
    product  TEXT    NOT NULL,
    release  TEXT    NOT NULL,
    newest   INTEGER NOT NULL,
    PRIMARY KEY (operator, product, release)
) STRICT;
CREATE INDEX release_row_by_age ON release_row (operator, product, newest, release);

-- Components of releases. `row_key` tells rows of one name apart, the same way whenever they are written anew.
CREATE TABLE component_row (
    operator    TEXT    NOT NULL,
    product     TEXT    NOT NULL,
    release     TEXT    NOT NULL,
    place       INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    version     TEXT    NOT NULL,
    purl        TEXT    NOT NULL,
    licences    TEXT    NOT NULL,
    top_level   INTEGER NOT NULL,
    folded_name TEXT    NOT NULL,
    row_key     INTEGER NOT NULL,
    PRIMARY KEY (operator, product, release, place)
) STRICT;
CREATE INDEX component_row_by_name ON component_row (operator, folded_name, row_key);
CREATE INDEX component_row_of_product ON component_row (operator, product, folded_name, row_key);

-- Findings of releases. `severe`, `likely` and `newest` are smallest for what comes first in a list of that order.
CREATE TABLE finding_row (
    operator       TEXT    NOT NULL,
    product        TEXT    NOT NULL,
    release        TEXT    NOT NULL,
    component      TEXT    NOT NULL,
    vulnerability  TEXT    NOT NULL,
    twin           INTEGER NOT NULL,
    summary        TEXT    NOT NULL,
    score          INTEGER NOT NULL,
    epss           INTEGER NOT NULL,
    exploited      INTEGER NOT NULL,
    status         TEXT    NOT NULL,
    unresolved     INTEGER NOT NULL,
    fixed_in       TEXT    NOT NULL,
    opened_at      INTEGER NOT NULL,
    closed_at      INTEGER,
    closed_because TEXT    NOT NULL,
    closed         INTEGER NOT NULL,
    severe         INTEGER NOT NULL,
    likely         INTEGER NOT NULL,
    newest         INTEGER NOT NULL,
    row_key        INTEGER NOT NULL,
    PRIMARY KEY (operator, product, release, component, vulnerability, twin)
) STRICT;
CREATE INDEX finding_row_by_severity ON finding_row (operator, closed, severe, row_key);
CREATE INDEX finding_row_by_epss ON finding_row (operator, closed, likely, row_key);
CREATE INDEX finding_row_by_age ON finding_row (operator, closed, newest, row_key);
CREATE INDEX finding_row_unresolved_by_severity ON finding_row (operator, closed, severe, row_key) WHERE unresolved = 1;
CREATE INDEX finding_row_unresolved_by_epss ON finding_row (operator, closed, likely, row_key) WHERE unresolved = 1;
CREATE INDEX finding_row_unresolved_by_age ON finding_row (operator, closed, newest, row_key) WHERE unresolved = 1;
CREATE INDEX finding_row_exploited ON finding_row (operator, closed, severe, row_key) WHERE exploited = 1;
CREATE INDEX finding_row_by_vulnerability ON finding_row (operator, vulnerability, closed, severe, row_key);

-- Jobs: as durable as the change that asked for them. `again_at` and `again_payload`: it was asked for once more
-- while somebody worked on it.
CREATE TABLE job (
    id            TEXT    PRIMARY KEY,
    operator      TEXT    NOT NULL,
    lane          INTEGER NOT NULL,
    kind          TEXT    NOT NULL,
    payload       TEXT    NOT NULL,
    due_at        INTEGER NOT NULL,
    attempts      INTEGER NOT NULL,
    most_attempts INTEGER NOT NULL,
    state         TEXT    NOT NULL,
    worker        TEXT,
    leased_until  INTEGER,
    trouble       TEXT,
    done_at       INTEGER,
    again_at      INTEGER,
    again_payload TEXT
) STRICT;
CREATE INDEX job_waiting ON job (lane, due_at, id) WHERE state = 'waiting';
CREATE INDEX job_of_operator ON job (operator, due_at, id);
CREATE INDEX job_done ON job (done_at) WHERE state = 'done';

-- What passes: sessions, counters, one-time links. In no ledger; it expires.
CREATE TABLE passing (
    kind       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    content    TEXT    NOT NULL,
    uses       INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT;
CREATE INDEX passing_by_expiry ON passing (expires_at);
