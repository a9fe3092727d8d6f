"""The fonts in which pages have to fit: which one a page gets differs from machine to machine."""

from playwright.sync_api import Page

# As wide as Roboto, and as wide as DejaVu Sans.
FONTS = ["Liberation Sans", "DejaVu Sans"]


def show(tab: Page, address: str, font: str) -> None:
    """Opens a page and has it use a font in place of the reader's own."""
    tab.goto(address)
    # As properties of elements: the site's policy allows no style in the page.
    tab.evaluate(
        """font => {
          for (const name of ["--text", "--display"]) document.documentElement.style.setProperty(name, font);
          document.body.style.fontFamily = font;
        }""",
        f"'{font}', sans-serif",
    )
