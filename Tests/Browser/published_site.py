"""The published site as files: its pages, what is in them and where their links lead."""

import os
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ALL = os.environ.get("LIMBER_TEST_ALL") == "1"
# Attributes that hold one address.
ADDRESSES = {"href", "src", "action", "poster", "data", "cite", "xlink:href"}


@dataclass
class Page(HTMLParser):
    """One HTML file."""

    url: str
    file: Path
    ids: set[str] = field(default_factory=set)
    # Address and the tag that holds it.
    links: list[tuple[str, str]] = field(default_factory=list)
    canonical: str | None = None
    stylesheets: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    structured_data: list[str] = field(default_factory=list)
    is_redirect: bool = False
    # Whether search engines may list it.
    is_indexable: bool = True

    def __post_init__(self) -> None:
        super().__init__()
        self._reads_data = False
        self.feed(self.file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href")
        else:
            self.links += [(values[name], tag) for name in ADDRESSES & values.keys()]
        for candidate in filter(None, values.get("srcset", "").split(",")):
            self.links.append((candidate.split()[0], tag))
        if tag == "link" and values.get("rel") == "stylesheet":
            self.stylesheets.append(values["href"])
        if tag == "script" and "src" in values:
            self.scripts.append(values["src"])
        if tag == "link" and values.get("rel") == "modulepreload":
            self.scripts.append(values["href"])
        if tag == "script" and values.get("type") == "application/ld+json":
            self.structured_data.append("")
            self._reads_data = True
        if tag == "meta" and values.get("name") == "robots" and "noindex" in values.get("content", ""):
            self.is_indexable = False
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.is_redirect = True
            self.links.append((values["content"].split("url=", 1)[1], tag))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._reads_data = False

    def handle_data(self, data: str) -> None:
        if self._reads_data:
            self.structured_data[-1] += data


class PublishedSite:
    """An output folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # As `editions.SOURCES` has it.
        self.name = ""
        # One of `Examples`, which is there for its templates and settings.
        self.is_example = False

    @cached_property
    def pages(self) -> list[Page]:
        """Every page, redirects included, by address."""
        files = sorted(self.folder.rglob("*.html"))
        return [Page(self._url(file), file) for file in files]

    @cached_property
    def shown_pages(self) -> list[Page]:
        """Every page that a visitor gets to see: all but redirects."""
        return [page for page in self.pages if not page.is_redirect]

    @cached_property
    def varied_pages(self) -> list[Page]:
        """What is shown, for tests that take long for each page: the fullest page of each template in each language, and of the clinic's site
        the barest, too. `make test-all` takes every page of that."""
        if ALL and not self.is_example:
            return self.shown_pages
        by_size = sorted(self.shown_pages, key=lambda page: page.file.stat().st_size)
        fullest = {self.place(page): page for page in by_size}
        barest = {} if self.is_example else {self.place(page): page for page in reversed(by_size)}
        return list({page.url: page for page in [*fullest.values(), *barest.values()]}.values())

    @property
    def browsed_pages(self) -> list[Page]:
        """What is shown, for tests in a browser: every page in the original's language, of others what varies."""
        varied = {page.url for page in self.varied_pages}
        return [page for page in self.shown_pages if ALL or not self.language(page) or page.url in varied]

    def language(self, page: Page) -> str:
        """The folder of the page's language; empty for the original's."""
        first = page.url.split("/")[1]
        return first if first in self.languages else ""

    @cached_property
    def languages(self) -> list[str]:
        """Folders of further languages."""
        return sorted({file.parent.name for file in self.folder.glob("*/404.html")})

    def place(self, page: Page) -> tuple[str, ...]:
        """What pages of one template and language have in common: their folders, and that there is a name in one."""
        language = self.language(page)
        match page.url.removeprefix(f"/{language}" if language else "").strip("/").split("/"):
            case [folder, _, *further]:
                return (language, folder, *further, "")
            case [name] if name in self.folders or "." in name or not name:
                return (language, name)
        return (language, "page")

    @cached_property
    def folders(self) -> set[str]:
        """Names of lists, of the checker and of the search: each is a template of its own."""
        parts = [page.url.removeprefix(f"/{self.language(page)}").strip("/").split("/") for page in self.shown_pages]
        return {part[0] for part in parts if len(part) > 1} | {"search", "symptom-checker"}

    @cached_property
    def checkers(self) -> dict[str, Path]:
        """The JSON of each symptom checker, by the address of its page."""
        folder = self.folder / "symptom-checker"
        files = [file for file in sorted(folder.glob("*.json")) if file.name != "tree.schema.json"]
        assert files, "the site has no checker"
        if len(files) == 1:
            return {"/symptom-checker/": files[0]}
        return {f"/symptom-checker/{file.stem}/": file for file in files}

    @cached_property
    def origin(self) -> str:
        """Scheme and host of the site's own addresses, as its home page says."""
        home = next(page for page in self.pages if page.url == "/")
        assert home.canonical, "the home page has no canonical address"
        parts = urlsplit(home.canonical)
        return f"{parts.scheme}://{parts.netloc}"

    def _url(self, file: Path) -> str:
        path = file.relative_to(self.folder).as_posix()
        return "/" + path.removesuffix("index.html")

    @cached_property
    def _by_url(self) -> dict[str, Page]:
        return {page.url: page for page in self.pages}

    def problem(self, address: str, base: str) -> str | None:
        """What is wrong with an address that stands at `base`; None when it leads somewhere or to another site."""
        parts = urlsplit(urljoin(self.origin + base, address))
        if f"{parts.scheme}://{parts.netloc}" != self.origin:
            return None if parts.scheme in {"https", "http", "mailto", "tel"} else f"{address} has a scheme of its own"
        page = self._by_url.get(unquote(parts.path))
        if page is None:
            file = self.folder / unquote(parts.path).lstrip("/")
            return None if file.is_file() else f"{address} leads nowhere"
        fragment = unquote(parts.fragment)
        if fragment and fragment not in page.ids:
            return f"{address} leads to a place that {page.url} does not have"
        return None

    def file(self, address: str, base: str) -> Path:
        """The file behind an address of this site."""
        path = unquote(urlsplit(urljoin(self.origin + base, address)).path)
        return self.folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
