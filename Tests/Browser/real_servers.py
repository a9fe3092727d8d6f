"""nginx and Caddy, from the distribution, with the configurations of docs/hosting."""

import random
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from waiting import PATIENCE, until

HOSTING = Path(__file__).resolve().parents[2] / "docs/hosting"


# Below those that systems give away by themselves, to whoever asks for any port, and to each connection that begins.
PORTS = range(20_000, 32_000)


@contextmanager
def reserved_port() -> Iterator[int]:
    """A port for a server that has to be told one. Nobody else gets it before that server listens, nor until the end of the block: other tests
    take none whose number is taken for UDP."""
    for port in random.sample(PORTS, 200):
        with socket.socket(type=socket.SOCK_DGRAM) as claim, socket.socket() as probe:
            try:
                claim.bind(("127.0.0.1", port))
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            probe.close()
            yield port
            return
    raise AssertionError("no port is free")


@contextmanager
def running(command: list[str | Path], port: int, log: Path) -> Iterator[str]:
    """A server, once it listens on its port."""
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)

        def listens() -> bool:
            assert process.poll() is None, log.read_text()
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", port)) == 0

        try:
            until(listens, f"{command[0]} listens")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with what a clinic changes; each has to be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


# Of Debian's package libnginx-mod-http-brotli-static.
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


@contextmanager
def nginx(root: Path, scratch: Path, has_brotli: bool = False) -> Iterator[str]:
    with reserved_port() as port, _nginx(root, scratch, port, has_brotli) as address:
        yield address


def _nginx(root: Path, scratch: Path, port: int, has_brotli: bool) -> AbstractContextManager[str]:
    site = scratch / "site.conf"
    text = (HOSTING / "nginx.conf").read_text()
    if has_brotli:
        text = changed(text, ("# brotli_static on;", "brotli_static on;"))
    site.write_text(changed(text, ("listen 80;", f"listen 127.0.0.1:{port};"), ("root /var/www/clinic;", f"root {root};")))
    whole = scratch / "nginx.conf"
    temporary = "".join(f"  {kind}_temp_path {scratch}/{kind};\n" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    whole.write_text(
        (f"load_module {BROTLI};\n" if has_brotli else "") + f"daemon off; master_process off; pid {scratch}/pid; error_log {scratch}/errors;\nevents {{}}\n"
        f"http {{\n  include /etc/nginx/mime.types;\n  default_type application/octet-stream;\n  access_log off;\n{temporary}  include {site};\n}}\n"
    )
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return running([program, "-c", whole, "-e", scratch / "errors"], port, scratch / "log")


@contextmanager
def nginx_with_brotli(root: Path, scratch: Path) -> Iterator[str]:
    if not BROTLI.exists():
        pytest.skip("This system has no package libnginx-mod-http-brotli-static; where there is one, `scripts/install test` installs it.")
    with nginx(root, scratch, has_brotli=True) as address:
        yield address


@contextmanager
def caddy(root: Path, scratch: Path) -> Iterator[str]:
    with reserved_port() as port, _caddy(root, scratch, port) as address:
        yield address


def _caddy(root: Path, scratch: Path, port: int) -> AbstractContextManager[str]:
    text = changed((HOSTING / "Caddyfile").read_text(), ("root * /var/www/clinic", f"root * {root}"))
    text = re.sub(r"^clinic\.example \{$", f"http://127.0.0.1:{port} {{", text, count=1, flags=re.MULTILINE)
    whole = scratch / "Caddyfile"
    whole.write_text(f"{{\n\tadmin off\n\tstorage file_system {scratch}/storage\n}}\n{text}")
    return running(["caddy", "run", "--config", whole, "--adapter", "caddyfile"], port, scratch / "log")
