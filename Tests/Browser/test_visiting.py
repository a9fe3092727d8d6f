"""What a visit to each page does: it loads nothing from elsewhere, complains of nothing, fits a small screen."""

from playwright.sync_api import Browser

from published_site import PublishedSite


def test_visit_is_quiet(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    """No request to anybody else, no error in the console (a breach of the CSP is one), no cookie, no storage."""
    context = browser.new_context()
    tab = context.new_page()
    found: list[str] = []
    context.on(
        "request",
        lambda request: request.url.startswith((any_origin, "data:")) or found.append(f"{tab.url} asks for {request.url}"),
    )
    context.on("response", lambda answer: answer.status < 400 or found.append(f"{answer.status} for {answer.url}"))
    tab.on("console", lambda message: message.type in {"error", "warning"} and found.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: found.append(f"{tab.url}: {error}"))
    for page in any_site.browsed_pages:
        tab.goto(any_origin + page.url, wait_until="networkidle" if page.scripts else "load")
        kept = tab.evaluate("localStorage.length + sessionStorage.length")
        if kept:
            found.append(f"{page.url} keeps {kept} things in the browser")
    cookies = context.cookies()
    context.close()
    assert not found and not cookies, "\n".join(found) + str(cookies)


def test_no_sideways_scroll(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    """At 320 pixels, which is 1280 at a zoom of 400 % (WCAG 2.2, success criterion 1.4.10)."""
    context = browser.new_context(viewport={"width": 320, "height": 256})
    tab = context.new_page()
    found = []
    for page in any_site.browsed_pages:
        tab.goto(any_origin + page.url)
        width = tab.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            found.append(f"{page.url} is {width} pixels wide")
    context.close()
    assert not found, "\n".join(found)


def test_works_without_scripts(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    """Each page shows its heading and its text with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for page in any_site.browsed_pages:
        tab.goto(any_origin + page.url)
        assert tab.locator("h1").count() == 1, page.url
        assert tab.locator("h1").is_visible(), page.url
        assert tab.locator("main").inner_text().strip(), page.url
    context.close()


def test_unknown_address(any_origin: str, browser: Browser) -> None:
    tab = browser.new_page()
    answer = tab.goto(any_origin + "/no/such/page/")
    assert answer is not None and answer.status == 404
    assert tab.locator("h1").is_visible()
    # Its stylesheet has to load from any depth.
    assert tab.evaluate("getComputedStyle(document.body).fontFamily") != tab.evaluate(
        "(() => { const f = document.createElement('iframe'); document.body.append(f);"
        " return f.contentWindow.getComputedStyle(f.contentDocument.body).fontFamily })()"
    )
    tab.close()
