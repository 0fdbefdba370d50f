"""Fuzzes the HTTP API from its own OpenAPI document, against a server started for it.

No answer may be a 5xx, and every answer must be what the document says it is. Called by `cargo xtask fuzz-api` with the
program and the seconds it may take.
"""

import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import requests

from visitor import Visitor

HERE = pathlib.Path(__file__).parent
EXAMPLE = HERE.parent.parent / "examples" / "edge-gateway"
PATIENCE = 30
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]


def main():
    program, seconds = sys.argv[1], sys.argv[2]
    home = tempfile.mkdtemp(prefix="proofmark-fuzz-")
    log = open(pathlib.Path(home) / "server.log", "w+")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    # What is asked here in a minute a person asks in a week.
    words = ["serve", "--home", home, "--listen", f"127.0.0.1:{port}", "--requests-a-minute", "1000000"]
    server = subprocess.Popen([program, *words], stdout=log, stderr=subprocess.STDOUT)
    try:
        link = wait_for(lambda: re.search(r"https?://\S+/set-?up\S*", said(log)), server, log).group()
        token, product = prepare(url, link)
        code = fuzz(url, token, product, seconds, home)
        if server.poll() is not None:
            code = complain(f"the server has ended with {server.returncode}")
    finally:
        server.send_signal(signal.SIGTERM)
        ended = server.wait(PATIENCE)
        spoken = said(log)
        shutil.rmtree(home)
    if "panicked at" in spoken:
        code = complain("the server panicked:\n" + spoken)
    if ended != 0:
        code = complain(f"the server did not stop in good order ({ended}):\n{spoken}")
    sys.exit(code)


def prepare(url, link):
    """An administrator, an operator, a product with a release, and a token that may do all that a token may."""
    visitor = Visitor(url)
    visitor.set_up(link)
    token = visitor.make_token()
    paths = [path for path in EXAMPLE.rglob("*") if path.is_file() and path.suffix in (".json", ".md", ".toml")]
    names = {path: path.relative_to(EXAMPLE).as_posix() for path in paths if path.name not in ("EXPECTED.md", "ORIGIN.md")}
    parts = [("files", (name, path.read_bytes())) for path, name in names.items()]
    address = f"{url}/api/v1/operators/{visitor.operator}/submissions"
    answer = requests.post(address, headers={"Authorization": f"Bearer {token}"}, files=parts, timeout=60)
    if not answer.ok:
        sys.exit(f"the example was not taken: {answer.status_code} {answer.text}")
    return token, {"operator": visitor.operator, "product": answer.json()["product"]}


def fuzz(url, token, known, seconds, home):
    tool = pathlib.Path(sys.executable).parent / "schemathesis"
    words = [
        "run", f"{url}/api/v1/openapi.json", "--header", f"Authorization: Bearer {token}",
        "--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing", "--max-examples", "25",
        "--max-time", seconds, "--seed", "1", "--request-timeout", "30", "--warnings", "off", "--continue-on-failure",
    ]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE)}
    environment |= {f"KNOWN_{name.upper()}": value for name, value in known.items()}
    # What the tool remembers between runs would make them differ: it remembers nothing.
    return subprocess.run([tool, *words], env=environment, cwd=home).returncode


def wait_for(question, server, log):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        answer = question()
        if answer:
            return answer
        time.sleep(0.05)
    sys.exit("the server did not come up:\n" + said(log))


def said(log):
    return pathlib.Path(log.name).read_text()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def complain(words):
    print(words, file=sys.stderr)
    return 1


if __name__ == "__main__":
    main()
