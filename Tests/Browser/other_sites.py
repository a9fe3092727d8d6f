"""Other sites, all played by one proxy: `http://NAME.test/…` is answered by the rule called NAME."""

import math
import ssl
import subprocess
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit

from site_server import Server


@dataclass
class Asked:
    """A request: its begin is after whoever asks has sent it, its end before they get the answer, whatever else the machine does then."""

    host: str
    # Method and path.
    what: str
    begin: float
    end: float = math.inf


class Sites:
    """What was asked of whom, and when."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.asked: list[Asked] = []
        # What is slow is over when nobody needs it any more.
        self.over = threading.Event()

    def count(self, host: str) -> Counter[str]:
        with self.lock:
            return Counter(one.what for one in self.asked if one.host == host)

    def times(self, host: str) -> list[tuple[float, float]]:
        with self.lock:
            return sorted((one.begin, one.end) for one in self.asked if one.host == host)


class Handler(BaseHTTPRequestHandler):
    """One request to a proxy: its line has the whole address."""

    sites: Sites
    asked: Asked
    context: ssl.SSLContext
    protocol_version = "HTTP/1.1"

    def answer(self, status: int, **headers: str) -> None:
        self.asked.end = time.monotonic()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def do(self) -> None:
        address = urlsplit(self.path)
        host = address.hostname or ""
        self.asked = Asked(host, f"{self.command} {address.path}", time.monotonic())
        with self.sites.lock:
            before = sum(one.host == host for one in self.sites.asked)
            self.sites.asked.append(self.asked)
        self.play(host, address.path, before)

    def play(self, host: str, path: str, before: int) -> None:
        match host.removesuffix(".test"):
            case "polite":
                time.sleep(0.1)
                self.answer(200)
            case "gone":
                self.answer(410 if path == "/410" else 404)
            case "no-head":
                self.answer(405 if self.command == "HEAD" else 200)
            case "head-lies":
                self.answer(404 if self.command == "HEAD" else 200)
            case "moved":
                match path:
                    case "/page":
                        self.answer(301, Location="http://polite.test/new")
                    case "/deep/page":
                        self.answer(308, Location="/")
                    case _:
                        self.answer(200)
            case "elsewhere":
                self.answer(302, Location="http://polite.test/for-now")
            case "forbidden":
                self.answer(200 if self.headers.get("Cookie") else 403)
            case "busy":
                self.answer(429, Retry_After="1") if before == 0 else self.answer(200)
            case "shaky":
                self.answer(503) if before == 0 else self.answer(200)
            case "broken":
                self.answer(500)
            case "circle":
                self.answer(302, Location="http://circle.test/b" if path == "/a" else "http://circle.test/a")
            case "cookies":
                self.answer(200) if "seen=1" in self.headers.get("Cookie", "") else self.answer(301, Location="http://login.cookies.test/start")
            case "login.cookies":
                assert path == "/start" and self.headers.get("Cookie") is None
                self.answer(302, Location="http://cookies.test/", Set_Cookie="seen=1; Path=/; Domain=.cookies.test")
            case "thief":
                self.answer(302, Location="http://forbidden.test/", Set_Cookie="x=1; Domain=forbidden.test")
            case "inward":
                self.answer(302, Location="http://10.0.0.1/secret")
            case "slow":
                self.sites.over.wait()
            case "doi.org":
                self.answer(302, Location="http://forbidden.test/") if path.endswith("/known") else self.answer(404)
            case "cut":
                self.close_connection = True
            case _:
                self.answer(418)

    do_HEAD = do_GET = do

    def do_CONNECT(self) -> None:
        """Lets through, then speaks no TLS, or with a certificate that nobody has signed."""
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        if not self.path.startswith("self-signed."):
            self.wfile.write(b"not a handshake\r\n")
            return
        try:
            self.context.wrap_socket(self.connection, server_side=True).close()
        except OSError:
            """Whoever asked did not go on."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def self_signed() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        options = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=self-signed.test", "-addext", "subjectAltName=DNS:self-signed.test"]
        subprocess.run(["openssl", "req", "-x509", *options, "-keyout", "key", "-out", "certificate"], cwd=folder, check=True, capture_output=True)
        context.load_cert_chain(f"{folder}/certificate", f"{folder}/key")
    return context


@contextmanager
def other_sites() -> Iterator[tuple[Sites, dict[str, str]]]:
    """The sites, and the environment in which `curl` finds them. `no-such-host.invalid` is asked of the machine itself."""
    sites = Sites()
    server = Server(("127.0.0.1", 0), type("Bound", (Handler,), {"sites": sites, "context": self_signed()}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    proxy = f"http://127.0.0.1:{server.server_port}"
    try:
        yield sites, {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": "no-such-host.invalid"}
    finally:
        sites.over.set()
        server.shutdown()
        server.server_close()
