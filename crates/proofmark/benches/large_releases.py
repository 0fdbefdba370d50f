"""Views of very large releases, one and six at a time: how long they take, and how much memory the server takes at most.

    cargo build --release -p proofmark
    python3 crates/proofmark/benches/large_releases.py target/release/proofmark [--components N] [--advised N] [-- ARGUMENTS]

Six products, each with a release of N components (300,000 unless it is said otherwise), N advisories for every seventh of
them, and a second release of the first product; everything lies in a temporary directory. ARGUMENTS go to `serve`. Linux
only: the peak is `VmHWM`, set back before each view. Nothing beside Python's own library is needed.
"""

import argparse
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "edge-gateway"
PASSWORD = "a long enough sentence for a bench"
PRODUCTS = 6
FORM = {"content-type": "application/x-www-form-urlencoded"}


def component_list(components, number):
    """A tree in CycloneDX in which each component pulls in eight."""
    listed, below = [], {}
    for place in range(components):
        name, version = f"part-{place:06}", f"{place % 4}.{(place + number) % 40}.{number}"
        licences = [{"license": {"id": "MIT"}}]
        purl = f"pkg:npm/{name}@{version}"
        part = {"type": "library", "bom-ref": f"c{place}", "name": name, "version": version, "purl": purl}
        listed.append(part | {"licenses": licences})
        above = "product" if place == 0 else f"c{(place - 1) // 8}"
        below.setdefault(above, []).append(f"c{place}")
    product = {"type": "application", "name": "product", "version": "1", "bom-ref": "product"}
    dependencies = [{"ref": above, "dependsOn": parts} for above, parts in below.items()]
    document = {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": product}}
    return json.dumps(document | {"components": listed, "dependencies": dependencies}).encode()


def write_advisories(folder, count):
    for number in range(count):
        name, id = f"part-{number * 7:06}", f"CVE-2025-{10000 + number}"
        events = [{"introduced": "0"}, {"fixed": "9.0.0"}]
        ranges = [{"type": "SEMVER", "events": events}]
        affected = [{"package": {"ecosystem": "npm", "name": name}, "ranges": ranges}]
        record = {"schema_version": "1.6.0", "id": id, "modified": "2025-01-01T00:00:00Z"}
        record |= {"summary": f"{name} is weak", "affected": affected}
        (folder / f"{id}.json").write_text(json.dumps(record))


class Server:
    """`proofmark serve` over a home of its own, and somebody signed in to it."""

    def __init__(self, program, home, arguments):
        self.port = 18500 + os.getpid() % 1000
        self.log = home / "serve.log"
        self.headers = {
            "origin": f"http://127.0.0.1:{self.port}",
            "sec-fetch-site": "same-origin",
            "accept": "text/html,application/json",
        }
        listen = ["--requests-a-minute", "1000000", "--listen", f"127.0.0.1:{self.port}"]
        with self.log.open("wb") as log:
            environment = os.environ | {"PROOFMARK_HOME": str(home), "PROOFMARK_LOG": "warn"}
            command = [program, "serve", *listen, *arguments]
            self.process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        for _ in range(500):
            try:
                self.ask("GET", "/sign-in")
                break
            except OSError:
                time.sleep(0.02)
        self.set_up()

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        connection.request(method, path, body, self.headers | (headers or {}))
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def set_up(self):
        link = re.search(r"/set-up/\S+", self.log.read_text()).group(0)
        person = {"account": "anna", "display_name": "Anna", "email": "", "password": PASSWORD, "form": ""}
        self.ask("POST", link, urllib.parse.urlencode(person | {"operator": "Maker"}), FORM)
        asked = {"name": "anna", "password": PASSWORD, "next": "/", "form": ""}
        status, headers, _ = self.ask("POST", "/sign-in", urllib.parse.urlencode(asked), FORM)
        assert status == 303, status
        cookies = [value.split(";")[0] for value in headers.get_all("set-cookie")]
        self.headers["cookie"] = next(cookie for cookie in cookies if "session" in cookie)
        page = self.ask("GET", "/account")[2].decode()
        self.form = re.search(r'name="form" value="([^"]+)"', page).group(1)

    def hand_in(self, path, files):
        """Where what was handed in is seen, and the seconds it took."""
        parts = [f'--x\r\nContent-Disposition: form-data; name="form"\r\n\r\n{self.form}\r\n'.encode()]
        for name, content in files:
            head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            parts += [head.encode(), content, b"\r\n"]
        headers = {"content-type": "multipart/form-data; boundary=x"}
        started = time.monotonic()
        status, answer, body = self.ask("POST", path, b"".join(parts) + b"--x--\r\n", headers)
        assert status == 303, (status, body[:500])
        return answer["location"], time.monotonic() - started

    def view(self, path):
        started = time.monotonic()
        return self.ask("GET", path)[0], time.monotonic() - started

    def memory(self):
        """Resident, its own, and at most since it was set back, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        names = ("VmRSS", "RssAnon", "VmHWM")
        return [int(re.search(rf"{name}:\s+(\d+)", status).group(1)) // 1024 for name in names]

    def set_peak_back(self):
        Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")


def fill(server, components):
    """The paths of the products, and the version of their releases."""
    dossier = (EXAMPLE / "proofmark.toml").read_text().replace('advisories = ["advisories"]\n', "")
    dossier = dossier.replace("Kvistmark Feltnet A/S", "Maker")
    evidence = sorted((EXAMPLE / "documents").iterdir())
    evidence = [(f"documents/{file.name}", file.read_bytes()) for file in evidence]
    version = re.search(r'\[release\].*?version = "([^"]+)"', dossier, re.S).group(1)
    paths = []
    for number in range(PRODUCTS):
        named = dossier.replace('name = "Kvistmark EG-200"', f'name = "Product {number}"')
        own = [("proofmark.toml", named.encode()), ("sbom.cdx.json", component_list(components, number))]
        server.set_peak_back()
        path, seconds = server.hand_in("/o/maker/products", own + evidence)
        print(f"handed in {path}: {seconds:.1f} s, at most {server.memory()[2]} MiB", flush=True)
        paths.append(path)
    later = dossier.replace('name = "Kvistmark EG-200"', 'name = "Product 0"')
    later = later.replace(f'version = "{version}"', 'version = "9.9.9"')
    own = [("proofmark.toml", later.encode()), ("sbom.cdx.json", component_list(components, 17))]
    server.hand_in(f"{paths[0]}/submissions", own)
    return paths, version


def one_at_a_time(server, product, version):
    release = f"{product}/releases/{version}"
    pages = [
        ("product", product),
        ("release", release),
        ("component tree", f"{release}/components"),
        ("component search", f"{release}/components?q=part-0001"),
        ("a component", f"{release}/components/77"),
        ("changes", f"{product}/releases/9.9.9/changes"),
        ("findings of the product", f"/o/maker/findings?product={product.rsplit('/', 1)[-1]}"),
        ("search", "/o/maker/search?q=part-0001"),
    ]
    print(f"\n{'one view of':24} {'first':>9} {'again':>9} {'at most':>9}")
    for name, path in pages:
        server.set_peak_back()
        (status, first), (_, again) = server.view(path), server.view(path)
        assert status == 200, (name, status)
        print(f"{name:24} {first:7.2f} s {again:7.2f} s {server.memory()[2]:5} MiB", flush=True)


def at_once(server, name, paths):
    """All of them at once, while a small page is asked for again and again."""
    seen, small, done = [], [], threading.Event()

    def ask_small():
        while not done.is_set():
            small.append(server.view("/o/maker")[1])
            time.sleep(0.05)

    server.set_peak_back()
    beside = threading.Thread(target=ask_small)
    asking = [threading.Thread(target=lambda path=path: seen.append(server.view(path))) for path in paths]
    started = time.monotonic()
    for thread in [beside, *asking]:
        thread.start()
    for thread in asking:
        thread.join()
    seconds = time.monotonic() - started
    done.set()
    beside.join()
    small.sort()
    statuses = sorted(status for status, _ in seen)
    print(
        f"{name}: {seconds:.1f} s, at most {server.memory()[2]} MiB, answers {statuses}; a small page meanwhile: "
        f"median {small[len(small) // 2] * 1000:.0f} ms, longest {small[-1] * 1000:.0f} ms",
        flush=True,
    )


def main():
    own, _, arguments = " ".join(sys.argv[1:]).partition(" -- ")
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--components", type=int, default=300_000)
    parser.add_argument("--advised", type=int, default=2_000)
    asked = parser.parse_args(own.split())
    with tempfile.TemporaryDirectory(prefix="proofmark-large-") as folder:
        home, advisories = Path(folder) / "home", Path(folder) / "advisories"
        home.mkdir(mode=0o700)
        if asked.advised:
            advisories.mkdir()
            write_advisories(advisories, asked.advised)
            environment = os.environ | {"PROOFMARK_HOME": str(home)}
            command = [asked.program, "feeds", "import", str(advisories)]
            subprocess.run(command, env=environment, check=True, capture_output=True)
        server = Server(asked.program, home, arguments.split())
        try:
            print("after the start: {} MiB, its own {}".format(*server.memory()))
            paths, version = fill(server, asked.components)
            releases = [f"{path}/releases/{version}" for path in paths]
            one_at_a_time(server, paths[0], version)
            time.sleep(75)
            print("\na minute and a quarter later: {} MiB, its own {}".format(*server.memory()))
            at_once(server, "six, the same tree", [f"{releases[1]}/components"] * 6)
            time.sleep(75)
            at_once(server, "six, different trees", [f"{release}/components" for release in releases])
            time.sleep(75)
            at_once(server, "six, different releases", releases)
            time.sleep(120)
            print("two minutes later: {} MiB, its own {}".format(*server.memory()))
        finally:
            server.process.terminate()
            server.process.wait()


main()
