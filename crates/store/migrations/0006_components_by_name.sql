-- Which products have a component of a name: few rows beside those of all releases, and hardly any of them new when a
-- release is handed in that has the names of the one before.
CREATE INDEX component_name_by_name ON component_name (operator, folded_name, product);

-- Every row of every release stood in it at a place of its own, each written with each release.
DROP INDEX component_row_by_name;
