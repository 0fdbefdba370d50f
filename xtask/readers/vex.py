"""Reads statements of vulnerabilities with libraries of another ecosystem.

    vex.py FOLDER

CycloneDX by cyclonedx-python-lib, SPDX 3.0.1 by spdx-python-model. CSAF has validators of its own (csaf.mjs), OpenVEX the
committee's schema in the tests of `proofmark-formats`. Called by `cargo xtask readers`.
"""

import json
import sys

import bills
from cyclonedx.model.bom import Bom
from spdx_python_model import v3_0_1 as spdx3


def of_cyclonedx(path):
    fault = bills.of_cyclonedx(path)
    if fault is not None:
        return fault
    document = json.loads(path.read_text())
    read = Bom.from_json(document)
    return None if len(read.vulnerabilities) == len(document["vulnerabilities"]) else "other vulnerabilities"


def of_spdx_3(path):
    fault = bills.of_spdx_3(path)
    if fault is not None:
        return fault
    read = spdx3.SHACLObjectSet()
    with path.open("rb") as document:
        spdx3.JSONLDDeserializer().read(document, read)
    kind = spdx3.security_VexVulnAssessmentRelationship
    return None if any(read.foreach_type(kind)) else "no statement was read"


READERS = {".cdx.json": of_cyclonedx, ".spdx3.json": of_spdx_3}


if __name__ == "__main__":
    sys.exit(bool(bills.show(READERS)))
