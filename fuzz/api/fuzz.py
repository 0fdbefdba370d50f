"""Fuzzes the HTTP API from its own OpenAPI document, against a server started for it.

No answer may be a 5xx, and every answer must be what the document says it is, whoever asks: an administrator, an auditor, an
engineer of one product, nobody. Each of them asks with several seeds; all share the time there is. Called by `cargo xtask fuzz-api` with the
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

# Who asks: the duties of their token, and whether they are for the example alone.
ASKERS = {
    "administrator": (["administrator", "product-owner", "security-response", "compliance"], False),
    "auditor": (["auditor"], False),
    "engineer of one product": (["engineer"], True),
    "nobody": ([], False),
}
# A round of fewer seconds than this finds little.
SHORTEST_ROUND = 15
# What the server and the tool need to begin and to end.
OVERHEAD = 6
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]


def main():
    program, seconds = sys.argv[1], sys.argv[2]
    sys.exit(fuzz_in_rounds(program, float(seconds)))


class Server:
    """A server with a home of its own, for one round: whom one asker signs out, disables or takes a token from is no other's."""

    def __init__(self, program):
        self.home = tempfile.mkdtemp(prefix="proofmark-fuzz-")
        self.log = open(pathlib.Path(self.home) / "server.log", "w+")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        # What is asked here in a minute a person asks in a week.
        words = ["serve", "--home", self.home, "--listen", f"127.0.0.1:{port}", "--requests-a-minute", "1000000"]
        self.running = subprocess.Popen([program, *words], stdout=self.log, stderr=subprocess.STDOUT)

    def link(self):
        return wait_for(lambda: re.search(r"https?://\S+/set-?up\S*", said(self.log)), self.running, self.log).group()

    def end(self):
        """Stops it, and says whether it had run and stopped in good order."""
        before = self.running.poll()
        self.running.send_signal(signal.SIGTERM)
        ended = self.running.wait(PATIENCE)
        spoken = said(self.log)
        shutil.rmtree(self.home)
        if before is not None:
            return complain(f"the server had ended with {before}:\n{spoken}")
        if "panicked at" in spoken:
            return complain("the server panicked:\n" + spoken)
        if ended != 0:
            return complain(f"the server did not stop in good order ({ended}):\n{spoken}")
        return 0


def prepare(url, link, name):
    """An operator with a product and its release, and a token for whoever asks."""
    visitor = Visitor(url)
    visitor.set_up(link)
    operator = visitor.operator
    duties, for_one = ASKERS[name]
    other = visitor.invite("bo", sorted({*duties, *ASKERS["administrator"][0]}))
    token = other.make_token(operator, ASKERS["administrator"][0])["token"]
    paths = [path for path in EXAMPLE.rglob("*") if path.is_file() and path.suffix in (".json", ".md", ".toml")]
    names = {path: path.relative_to(EXAMPLE).as_posix() for path in paths if path.name not in ("EXPECTED.md", "ORIGIN.md")}
    parts = [("files", (name, path.read_bytes())) for path, name in names.items()]
    address = f"{url}/api/v1/operators/{operator}/submissions"
    answer = requests.post(address, headers={"Authorization": f"Bearer {token}"}, files=parts, timeout=60)
    if not answer.ok:
        sys.exit(f"the example was not taken: {answer.status_code} {answer.text}")
    product = answer.json()["product"]
    known = {"operator": operator, "product": product, "release": answer.json()["release"]}
    if not duties:
        return None, known, ""
    made = other.make_token(operator, duties, [product] if for_one else None)
    return made["token"], known, made["record"]["id"]


def fuzz_in_rounds(program, seconds):
    """Everybody asks with one seed after the other, each for as long as an equal share of what is left."""
    seeds = max(1, int(seconds / (len(ASKERS) * SHORTEST_ROUND)))
    rounds = [(seed, name) for seed in range(1, seeds + 1) for name in ASKERS]
    end = time.monotonic() + seconds
    worst = 0
    for number, (seed, name) in enumerate(rounds):
        share = max(5, (end - time.monotonic()) / (len(rounds) - number) - OVERHEAD)
        print(f"-- {name}, seed {seed}, {share:.0f} s", flush=True)
        server = Server(program)
        try:
            token, known, own = prepare(server.url, server.link(), name)
            if fuzz(server, token, known, own, share, seed) != 0:
                worst = complain(f"found by {name} with seed {seed}")
        finally:
            worst = max(worst, server.end())
    return worst


def fuzz(server, token, known, own, seconds, seed):
    tool = pathlib.Path(sys.executable).parent / "schemathesis"
    # Examples and edges of the description are the same with every seed.
    phases = "examples,coverage,fuzzing" if seed == 1 else "fuzzing"
    words = [
        "run", f"{server.url}/api/v1/openapi.json", "--checks", ",".join(CHECKS), "--phases", phases, "--max-examples", "25",
        "--max-time", str(int(seconds)), "--seed", str(seed), "--request-timeout", "30", "--warnings", "off",
        "--continue-on-failure",
    ]
    if token:
        words += ["--header", f"Authorization: Bearer {token}"]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE), "FUZZ_SEED": str(seed), "FUZZ_OWN_TOKEN": own}
    environment |= {f"KNOWN_{name.upper()}": value for name, value in known.items()}
    # What the tool remembers between runs would make them differ: it remembers nothing.
    return subprocess.run([tool, *words], env=environment, cwd=server.home).returncode


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
