"""Serves an output folder as a static host would, with the headers that its `_headers` file asks for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

Rules = list[tuple[str, list[tuple[str, str]]]]


def read_headers(file: Path) -> Rules:
    """A line at the margin is a path, `*` in it stands for anything; indented lines below are its headers."""
    rules: Rules = []
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name, value.strip()))
        else:
            rules.append((line.strip(), []))
    return rules


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, *arguments, rules: Rules, **settings) -> None:
        self.rules = rules
        super().__init__(*arguments, **settings)

    def end_headers(self) -> None:
        path = urlsplit(self.path).path
        for pattern, headers in self.rules:
            if fnmatchcase(path, pattern):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments) -> None:
        """Requests are nobody's news here."""


class Server(ThreadingHTTPServer):
    """A browser asks for many files at once: on a busy machine, more than the usual five wait to be let in."""

    request_queue_size = 128


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serves `folder` on a free port of this machine; gives the origin."""
    handler = partial(Handler, directory=str(folder), rules=read_headers(folder / "_headers"))
    server = Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
