-- What findings are filtered by in one number, so that the findings of any choice of filters are a few stretches of an
-- index; the key of what a finding is called; and the other identifiers its vulnerability has, one a line.
ALTER TABLE finding_row ADD COLUMN facet INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding_row ADD COLUMN name_key INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding_row ADD COLUMN aliases TEXT NOT NULL DEFAULT '';

-- Made anew below, each with all that a list is filtered and ordered by: rows that do not fit are passed over without
-- being read.
DROP INDEX finding_row_by_severity;
DROP INDEX finding_row_by_epss;
DROP INDEX finding_row_by_age;
DROP INDEX finding_row_unresolved_by_severity;
DROP INDEX finding_row_unresolved_by_epss;
DROP INDEX finding_row_unresolved_by_age;
DROP INDEX finding_row_exploited_by_severity;
DROP INDEX finding_row_exploited_by_epss;
DROP INDEX finding_row_exploited_by_age;
DROP INDEX finding_row_of_product;

-- The number `facet.rs` makes of a row.
UPDATE finding_row SET facet = (closed * 8 + unresolved * 4 + exploited * 2 + CASE WHEN fixed_in <> '' THEN 1 ELSE 0 END) * 5
    + CASE WHEN score >= 90 THEN 0 WHEN score >= 70 THEN 1 WHEN score >= 40 THEN 2 WHEN score > 0 THEN 3 ELSE 4 END;

-- Findings as searches know them: a component with a vulnerability, whichever release's; words of both, folded.
CREATE TABLE finding_name (
    operator      TEXT    NOT NULL,
    name_key      INTEGER NOT NULL,
    vulnerability TEXT    NOT NULL,
    searched      TEXT    NOT NULL,
    PRIMARY KEY (operator, name_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_name_of_vulnerability ON finding_name (operator, vulnerability);

-- Under which vulnerabilities findings are listed that somebody calls so, whatever the case of its letters.
CREATE TABLE finding_alias (
    operator      TEXT NOT NULL,
    alias         TEXT NOT NULL,
    vulnerability TEXT NOT NULL,
    PRIMARY KEY (operator, alias, vulnerability)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_alias_of_vulnerability ON finding_alias (operator, vulnerability);

-- Weeks of some products, read without their rows.
CREATE INDEX finding_week_of_product ON finding_week
    (operator, product, week, opened, closed, critical, high, medium, low, unrated, still_open);
