"""Reads bills of materials with libraries of another ecosystem: what does not read, or is not valid, is told.

    bills.py FOLDER

CycloneDX by cyclonedx-python-lib (schema, then its own model), SPDX 2.3 by spdx-tools (its full validation), SPDX 3.0.1 by
spdx-python-model (the classes generated from the standard's model). Before the first document each is given one with a fault it
must find. Called by `cargo xtask readers`.
"""

import json
import pathlib
import sys
import tempfile

from cyclonedx.model.bom import Bom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from spdx_python_model import v3_0_1 as spdx3
from spdx_tools.spdx.parser.error import SPDXParsingError
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

VALIDATORS = {"1.6": JsonStrictValidator(SchemaVersion.V1_6), "1.7": JsonStrictValidator(SchemaVersion.V1_7)}


def of_cyclonedx(path):
    text = path.read_text()
    document = json.loads(text)
    fault = VALIDATORS[document["specVersion"]].validate_str(text)
    if fault is not None:
        return str(fault)
    read = Bom.from_json(document)
    names = {component.name for component in read.components}
    return None if names == {one["name"] for one in document.get("components", [])} else "other components"


def of_spdx(path):
    try:
        document = parse_file(str(path))
    except SPDXParsingError as fault:
        return "; ".join(map(str, fault.get_messages()))
    faults = validate_full_spdx_document(document)
    if faults:
        return faults[0].validation_message
    written = json.loads(path.read_text())
    names = [package.name for package in document.packages]
    return None if names == [one["name"] for one in written["packages"]] else "other packages"


def of_spdx_3(path):
    read = spdx3.SHACLObjectSet()
    with path.open("rb") as document:
        spdx3.JSONLDDeserializer().read(document, read)
    missing = read.link()
    if missing:
        return f"refers to {sorted(missing)[0]}, which is not there"
    written = json.loads(path.read_text())["@graph"]
    count = sum(one["type"] == "software_Package" for one in written)
    return None if count == sum(1 for _ in read.foreach_type(spdx3.software_Package)) else "other packages"


READERS = {".cdx.json": of_cyclonedx, ".spdx.json": of_spdx, ".spdx3.json": of_spdx_3}

FAULTY = {
    ".cdx.json": {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"name": "a"}]},
    ".spdx.json": {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "a", "packages": []},
    ".spdx3.json": {
        "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
        "@graph": [{"type": "software_Package", "spdxId": "urn:a", "creationInfo": "_:x", "nothing_such": 1}],
    },
}


def fault_of(reader, path):
    try:
        return reader(path)
    except Exception as fault:  # what a reader throws is its verdict
        return f"{type(fault).__name__}: {fault}"


def show(readers):
    """Lets each read what is there of its form, and counts what has a fault or is lacking."""
    bad = 0
    for ending, reader in readers.items():
        count, broken = 0, 0
        for path in sorted(pathlib.Path(sys.argv[1]).glob(f"*{ending}")):
            count += 1
            fault = fault_of(reader, path)
            if fault is not None:
                broken += 1
                if broken <= 5:
                    print(f"{path.name}: {fault[:300]}")
        print(f"{ending[1:]}: {count} documents read, {broken} with a fault")
        bad += broken + (count == 0)
    return bad


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for ending, document in FAULTY.items():
            path = pathlib.Path(folder, f"faulty{ending}")
            path.write_text(json.dumps(document))
            if fault_of(READERS[ending], path) is None:
                print(f"the reader of {ending} takes a document with a fault")
                bad += 1
    sys.exit(bool(bad + show(READERS)))


if __name__ == "__main__":
    main()
