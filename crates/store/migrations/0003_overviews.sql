-- What lies ahead of products, made from their records and written with them, never by itself. A product without a row
-- here was never assessed, or before such rows were kept.
CREATE TABLE outlook_row (
    operator      TEXT NOT NULL,
    product       TEXT NOT NULL,
    binds_next_on TEXT NOT NULL,
    PRIMARY KEY (operator, product)
) STRICT;

-- How many obligations stand how, by product and annex.
CREATE TABLE readiness_row (
    operator       TEXT    NOT NULL,
    product        TEXT    NOT NULL,
    part           TEXT    NOT NULL,
    met            INTEGER NOT NULL,
    open           INTEGER NOT NULL,
    late           INTEGER NOT NULL,
    undecided      INTEGER NOT NULL,
    not_applicable INTEGER NOT NULL,
    PRIMARY KEY (operator, product, part)
) STRICT;

-- Declared cases; `presses` is smallest for what is due first, and largest for what waits for nobody.
CREATE TABLE case_row (
    operator     TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    product      TEXT    NOT NULL,
    product_name TEXT    NOT NULL,
    searched     TEXT    NOT NULL,
    asks         INTEGER NOT NULL,
    presses      INTEGER NOT NULL,
    content      TEXT    NOT NULL,
    PRIMARY KEY (operator, id)
) STRICT;
CREATE INDEX case_row_by_urgency ON case_row (operator, presses, id);
CREATE INDEX case_row_of_product ON case_row (operator, product, presses, id);

-- Clocks of cases that somebody has to act on, by when they end.
CREATE TABLE clock_row (
    operator TEXT    NOT NULL,
    case_id  TEXT    NOT NULL,
    stage    TEXT    NOT NULL,
    product  TEXT    NOT NULL,
    due_at   INTEGER NOT NULL,
    PRIMARY KEY (operator, case_id, stage)
) STRICT;
CREATE INDEX clock_row_by_end ON clock_row (operator, due_at, case_id);
CREATE INDEX clock_row_of_product ON clock_row (operator, product);

-- Findings of all releases of a product by the week they opened or closed in; weeks begin on Monday and are counted from
-- the one of 29 December 1969. What is still open is counted by the score it has, in the week it opened in.
CREATE TABLE finding_week (
    operator TEXT    NOT NULL,
    product  TEXT    NOT NULL,
    week     INTEGER NOT NULL,
    opened   INTEGER NOT NULL,
    closed   INTEGER NOT NULL,
    critical INTEGER NOT NULL,
    high     INTEGER NOT NULL,
    medium   INTEGER NOT NULL,
    low      INTEGER NOT NULL,
    unrated  INTEGER NOT NULL,
    still_open INTEGER NOT NULL,
    PRIMARY KEY (operator, product, week)
) STRICT;
CREATE INDEX finding_week_moved ON finding_week (operator, week, opened, closed);
CREATE INDEX finding_week_open ON finding_week (operator, week, critical, high, medium, low, unrated) WHERE still_open > 0;

-- Names of components, each once for a product, and once for the whole operator where `product` is empty; with the
-- package URL without version, qualifiers and subpath. Small enough to be searched for any part of a name.
CREATE TABLE component_name (
    operator    TEXT NOT NULL,
    product     TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    folded_purl TEXT NOT NULL,
    PRIMARY KEY (operator, product, folded_name, folded_purl)
) STRICT, WITHOUT ROWID;

-- Releases by version, whichever product's.
CREATE INDEX release_row_by_version ON release_row (operator, release, product);
