"""nginx and Caddy, from the distribution, with the configurations of docs/hosting."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HOSTING = Path(__file__).resolve().parents[2] / "docs/hosting"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list[str | Path], port: int, log: Path) -> Iterator[str]:
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert process.poll() is None, log.read_text()
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=10)


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
    port = free_port()
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
    with running([program, "-c", whole, "-e", scratch / "errors"], port, scratch / "log") as address:
        yield address


@contextmanager
def nginx_with_brotli(root: Path, scratch: Path) -> Iterator[str]:
    if not BROTLI.exists():
        pytest.skip("This system has no package libnginx-mod-http-brotli-static; where there is one, `scripts/install test` installs it.")
    with nginx(root, scratch, has_brotli=True) as address:
        yield address


@contextmanager
def caddy(root: Path, scratch: Path) -> Iterator[str]:
    port = free_port()
    text = changed((HOSTING / "Caddyfile").read_text(), ("root * /var/www/clinic", f"root * {root}"))
    text = re.sub(r"^clinic\.example \{$", f"http://127.0.0.1:{port} {{", text, count=1, flags=re.MULTILINE)
    whole = scratch / "Caddyfile"
    whole.write_text(f"{{\n\tadmin off\n\tstorage file_system {scratch}/storage\n}}\n{text}")
    with running(["caddy", "run", "--config", whole, "--adapter", "caddyfile"], port, scratch / "log") as address:
        yield address
