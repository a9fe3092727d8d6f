"""Pages are light: HTML, CSS and JavaScript together."""

import gzip

from published_site import Page, PublishedSite

# Bytes as published and compressed. The checker's page holds the whole tree.
LIMIT = (60_000, 20_000)
CHECKER_LIMIT = (160_000, 36_000)
# In bytes that are not compressed, other languages need more for the same words: Spanish a sixth.
LONGER = {"es": 1.16}
DRAWING_LIMIT = 15_000


def limit(page: Page) -> tuple[int, int]:
    whole, packed = CHECKER_LIMIT if page.url.endswith("/symptom-checker/") else LIMIT
    return int(whole * LONGER.get(page.url.split("/")[1], 1)), packed


def test_pages_are_light(any_site: PublishedSite) -> None:
    found = []
    for page in any_site.shown_pages:
        files = [page.file, *(any_site.file(address, page.url) for address in page.stylesheets + page.scripts)]
        texts = [file.read_bytes() for file in files]
        whole = sum(map(len, texts))
        packed = sum(len(gzip.compress(text)) for text in texts)
        if whole > limit(page)[0] or packed > limit(page)[1]:
            found.append(f"{page.url}: {whole} bytes, {packed} compressed")
    assert not found, "\n".join(found)


def test_drawings_are_light(any_site: PublishedSite) -> None:
    for drawing in any_site.folder.rglob("*.svg"):
        assert drawing.stat().st_size <= DRAWING_LIMIT, drawing.name
