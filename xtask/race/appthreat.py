"""AppThreat's vulnerability database, the engine of OWASP dep-scan, given the same advisories and asked about a list.

    appthreat.py fill ARCHIVE...    OSV bulk exports into its database (VDB_HOME says where)
    appthreat.py scan LIST          what it knows of a CycloneDX list, as JSON

Called by `cargo xtask race`.
"""

import json
import sys
import zipfile

from vdb.lib import db
from vdb.lib import search
from vdb.lib.osv import OSVSource

BATCH = 500


def main():
    verb, files = sys.argv[1], sys.argv[2:]
    if verb == "fill":
        fill(files)
    else:
        scan(files[0])


def fill(archives):
    db.get()
    db.clear_all()
    source = OSVSource()
    # Its own setting for ecosystems of applications: records of every year.
    source._start_year = None
    for archive in archives:
        with zipfile.ZipFile(archive) as records:
            batch = []
            for name in records.namelist():
                batch.extend(source.convert(heard(json.loads(records.read(name)))))
                if len(batch) >= BATCH:
                    source.store(batch)
                    batch.clear()
            source.store(batch)
    db.optimize_and_close_all()


def heard(record):
    """It passes over records of Go and PyPI that have a GHSA name too, because GitHub's own records are in its feeds. They
    are not in this race, so the record must not name them."""
    record["aliases"] = [name for name in record.get("aliases") or [] if not name.startswith("GHSA-")]
    return record


def scan(file):
    found = search.search_bom_summary(file)
    rows = [
        {"purl": component["locator"].get("purl"), "names": component["cve_ids"]}
        for component in found["components"]
        if component["result_count"]
    ]
    json.dump(rows, sys.stdout)


main()
