-- What a component is looked up by beside its package URL, one word a line; nothing where nobody kept it. The words are
-- among the packages of operators and releases, too.
ALTER TABLE component_row ADD COLUMN asked TEXT;
