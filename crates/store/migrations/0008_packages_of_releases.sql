-- Packages that components of an operator are of, each once, in the words advisories speak of them by; and their key.
CREATE TABLE component_package (
    operator    TEXT    NOT NULL,
    package_key INTEGER NOT NULL,
    package     TEXT    NOT NULL,
    PRIMARY KEY (operator, package_key, package)
) STRICT, WITHOUT ROWID;

-- Which of them a release has: their keys, the smallest first, in eight bytes each. A row a release and not one a component:
-- those of ten million components are eighty megabytes, read from one end to the other when advisories change.
CREATE TABLE release_package (
    operator     TEXT NOT NULL,
    product      TEXT NOT NULL,
    release      TEXT NOT NULL,
    package_keys BLOB NOT NULL,
    PRIMARY KEY (operator, product, release)
) STRICT;
