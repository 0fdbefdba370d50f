-- Weeks lie together by product, and no index beside their key holds what changes each time they are counted.
CREATE TABLE finding_week_by_product (
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
) STRICT, WITHOUT ROWID;
INSERT INTO finding_week_by_product
    (operator, product, week, opened, closed, critical, high, medium, low, unrated, still_open)
SELECT operator, product, week, opened, closed, critical, high, medium, low, unrated, still_open
FROM finding_week ORDER BY operator, product, week;
DROP TABLE finding_week;
ALTER TABLE finding_week_by_product RENAME TO finding_week;
