"""Every address in the published files leads to something that was published, fragments included."""

import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlsplit

from published_site import PublishedSite


def test_links_of_pages(any_site: PublishedSite) -> None:
    found = [
        f"{page.url}: <{tag}> {problem}"
        for page in any_site.pages
        for address, tag in page.links
        if (problem := any_site.problem(address, page.url))
    ]
    assert not found, "\n".join(found)


def test_canonical_addresses(any_site: PublishedSite) -> None:
    """A page names itself, a redirect the page it leads to."""
    for page in any_site.shown_pages:
        if page.url != "/404.html":
            named = page.canonical and next(one for one in any_site.pages if any_site.origin + one.url == page.canonical)
            # What stands at two addresses names one of them.
            assert named and (named.url == page.url or named.file.read_bytes() == page.file.read_bytes()), page.url
    for page in any_site.pages:
        assert page.canonical is None or any_site.problem(page.canonical, page.url) is None, page.url


def test_every_page_is_reached(any_site: PublishedSite) -> None:
    """From the home page, by links alone."""
    pages = {page.url: page for page in any_site.shown_pages}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        page = pages[waiting.pop()]
        for address, tag in page.links:
            path = urlsplit(address).path
            if tag == "a" and path in pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    assert {url for url in pages.keys() - reached if not url.endswith("/404.html")} == set()


def test_sitemap(any_site: PublishedSite) -> None:
    """It names every page that may be indexed once, and neither redirects nor what says `noindex`."""
    root = ElementTree.parse(any_site.folder / "sitemap.xml").getroot()
    named = [element.text or "" for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    expected = {any_site.origin + page.url for page in any_site.shown_pages if page.is_indexable}
    assert set(named) == expected
    assert len(named) == len(expected)
    assert all(page.is_indexable for page in any_site.pages if page.is_redirect)
    assert f"Sitemap: {any_site.origin}/sitemap.xml" in (any_site.folder / "robots.txt").read_text().splitlines()


def test_stylesheets_lead_somewhere(any_site: PublishedSite) -> None:
    for sheet in any_site.folder.rglob("*.css"):
        base = "/" + sheet.relative_to(any_site.folder).as_posix()
        for address in re.findall(r"""url\(\s*["']?([^"')]+)""", sheet.read_text(encoding="utf-8")):
            if not address.startswith("data:"):
                assert any_site.problem(address, base) is None, f"{base}: {address}"
