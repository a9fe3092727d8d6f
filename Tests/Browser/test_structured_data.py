"""JSON-LD uses what schema.org has, where schema.org has it, and says only what its page shows."""

import copy
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from published_site import Page, PublishedSite
from structured_data import TYPES, names, nodes, problems

# What these hold is read by people, too. A clinic's own name stands in the header.
SHOWN = ["name", "alternateName", "headline", "text", "citation", "activityFrequency", "restPeriods"]

# What only a site says whose `site.yaml` has `clinic`.
FACTS = {
    *("address", "addressCountry", "addressLocality", "addressRegion", "postalCode", "streetAddress"),
    *("closes", "dayOfWeek", "opens", "openingHoursSpecification"),
    *("datePublished", "startDate", "endDate", "location", "totalTime", "tool"),
    *("image", "jobTitle", "knowsLanguage", "hasMap"),
    *("email", "location", "logo", "potentialAction", "sameAs", "target", "telephone"),
    *("contentUrl", "duration", "embedUrl", "thumbnailUrl", "uploadDate", "video"),
}


def blocks(site: PublishedSite) -> Iterator[tuple[Page, dict]]:
    for page in site.pages:
        for block in page.structured_data:
            yield page, json.loads(block)


def test_vocabulary_is_whole() -> None:
    """Parents and values that the list names are in the list."""
    for name, one in TYPES.items():
        assert set(one["parents"]) <= TYPES.keys(), name
        for values in one.get("properties", {}).values():
            assert set(values) <= TYPES.keys() | {"Text", "URL", "Date", "Time", "DayOfWeek", "Integer", "Number"}, name


def test_every_page_keeps_to_schema_org(any_site: PublishedSite) -> None:
    found = [f"{page.url}: {problem}" for page, block in blocks(any_site) for problem in problems(block)]
    assert not found, "\n".join(found)
    without = [page.url for page in any_site.shown_pages if not page.structured_data and page.url != "/404.html"]
    assert not without, f"pages without JSON-LD: {without}"


def test_list_holds_no_more_than_is_used(site: PublishedSite) -> None:
    """A property that no page uses any more leaves the list; those of reviewed pages and of dosage wait for their day, and those
    of a clinic's facts and of videos are the knee clinic's."""
    used = {key for _, block in blocks(site) for node in nodes(block) for key in node}
    listed = {key for one in TYPES.values() for key in one.get("properties", {})}
    assert listed - used <= {"lastReviewed", "reviewedBy", "restPeriods", "value"} | FACTS


PAGE = {"@type": "MedicalWebPage", "url": "https://clinic.example/a/", "headline": "A"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"@type": "MedicalPage"}, "no type MedicalPage"),
        ({"colour": "green"}, "no property colour"),
        ({"signOrSymptom": {"@type": "MedicalSymptom", "name": "B"}}, "no property signOrSymptom"),
        ({"url": "/a/"}, "url of ['MedicalWebPage'] takes ['URL']"),
        ({"dateModified": "2026-02-30"}, "takes ['Date']"),
        ({"publisher": {"@type": "MedicalCondition", "name": "B"}}, "takes ['Organization', 'Person']"),
        ({"headline": ""}, "takes ['Text']"),
        ({"about": []}, "empty list"),
        ({"about": {"name": "B"}}, "without a type"),
        (
            {"mainEntity": {"@type": "MedicalCondition", "possibleTreatment": {"@type": "ExercisePlan", "name": "B"}}},
            "takes ['MedicalTherapy']",
        ),
    ],
)
def test_checker_finds(change: dict, said: str) -> None:
    """A check that finds nothing anywhere would let every page pass."""
    page = copy.deepcopy(PAGE)
    assert not problems({"@context": "https://schema.org", "@graph": [page]})
    assert any(said in problem for problem in problems({"@context": "https://schema.org", "@graph": [page | change]}))


def test_says_only_what_the_page_shows(any_site: PublishedSite, any_origin: str, browser: Browser) -> None:
    """Names, answers and works stand in the page's text; the page of a reviewer's approval shows their name as well."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    found = []
    for page in any_site.browsed_pages:
        tab.goto(any_origin + page.url)
        # What a video is called is heard.
        labels = tab.locator("video").evaluate_all("videos => videos.map(video => video.getAttribute('aria-label') ?? '')")
        text = squeezed(" ".join([tab.locator("body").inner_text(), *tab.locator("body").all_text_contents(), *labels]))
        for block in page.structured_data:
            for node in nodes(json.loads(block)):
                for key in SHOWN:
                    values = node.get(key, [])
                    for value in values if isinstance(values, list) else [values]:
                        # What a node stands for is a node of its own.
                        if isinstance(value, str) and not all(part in text for part in parts(value, key)):
                            found.append(f"{page.url}: {key} of {names(node)} is not on the page: {value[:160]}")
    context.close()
    assert not found, "\n".join(found)


def squeezed(text: str) -> str:
    """Without white space, upper case (some headings are shown in capitals) and the numbers of references."""
    return "".join(text.split()).casefold()


def parts(value: str, key: str) -> list[str]:
    """The text that has to be found. Numbers of references stand between the sentences of an answer, so that each
    sentence is looked for by itself."""
    sentences = value.replace("! ", ". ").replace("? ", ". ").split(". ") if key == "text" else [value]
    return [squeezed(sentence.rstrip(".")) for sentence in sentences]
