"""What is not translated yet is shown in the original's language, and says so wherever it stands: screen readers pronounce it right."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Page as Tab, expect

from conftest import REPOSITORY
from site_server import serve
from source_site import copy_source

ORIGINAL = "en-US"
CHECKER = "Content/symptom-checker/hip-pain"
# For each text that is shown the language that assistive technology takes it for.
LANGUAGES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('script, style, template, svg') || !node.data.trim()) continue;
    found.push([node.data.trim().replace(/\\s+/g, ' '), node.parentElement.closest('[lang]').lang]);
  }
  return found;
}"""


def without(file: Path, block: str) -> None:
    """Takes the lines away that begin with `block`, and those below that stand further in."""
    text = file.read_text("utf-8")
    depth = len(block) - len(block.lstrip())
    changed = re.sub(rf"^{re.escape(block)}.*\n(?:(?: {{{depth + 1},}}.*)?\n)*", "", text, count=1, flags=re.MULTILINE)
    assert changed != text, block
    file.write_text(changed, "utf-8")


@pytest.fixture(scope="module")
def untranslated() -> list[str]:
    """Texts that have no Spanish words in the site of these tests, as the original has them."""
    tree = yaml.safe_load((REPOSITORY / f"{CHECKER}.yaml").read_text("utf-8"))
    flag = yaml.safe_load((REPOSITORY / "Content/red-flags.yaml").read_text("utf-8"))["rf-cold-leg"]
    level = yaml.safe_load((REPOSITORY / "Content/symptom-checker/care-levels.yaml").read_text("utf-8"))["emergency"]
    question = tree["questions"]["emergency"]
    # The heading says the time frame as well.
    return [question["ask"], question["none"]["label"], flag["why"], level["heading"]]


@pytest.fixture(scope="module")
def half(limber: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the clinic's site is served with some words of its Spanish missing."""
    source = copy_source(REPOSITORY, tmp_path_factory.mktemp("half"))
    settings = source / "site.yaml"
    text = settings.read_text("utf-8")
    assert ", required: [checker, red-flags]" in text
    settings.write_text(text.replace(", required: [checker, red-flags]", ""), "utf-8")
    without(source / f"{CHECKER}.es.yaml", "title:")
    without(source / f"{CHECKER}.es.yaml", "  emergency:")
    without(source / "Content/red-flags.es.yaml", "rf-cold-leg:")
    without(source / "Content/symptom-checker/care-levels.es.yaml", "emergency:")
    for name in ["faqs/can-i-keep-running.es.md", "pages/contact.es.md"]:
        (source / "Content" / name).unlink()
    build = subprocess.run([limber, "build", "--source", source], capture_output=True, text=True, timeout=600)
    assert build.returncode == 0, build.stderr
    with serve(source / "Public") as address:
        yield address


def expect_marked(tab: Tab, texts: list[str]) -> None:
    """Each of the texts is there, in the original's language, and words of this one stay in it."""
    shown = tab.evaluate(LANGUAGES)
    for text in texts:
        languages = {language for words, language in shown if words in text and len(words) > len(text) / 3}
        assert languages == {ORIGINAL}, (text, languages)
    assert {language for _, language in shown} == {"es", ORIGINAL}
    assert not [words for words, language in shown if language == ORIGINAL and re.search(r"[áéíóúñ¿¡]", words)]


@pytest.mark.parametrize("without_script", [True, False])
def test_the_checker(half: str, untranslated: list[str], browser: Browser, without_script: bool) -> None:
    tab = browser.new_page(java_script_enabled=not without_script, reduced_motion="reduce")
    tab.goto(half + "/es/symptom-checker/")
    if without_script:
        # Scripts of the page are off, those of the test are not.
        expect_marked(tab, untranslated)
    else:
        question, none, _, heading = untranslated
        tab.get_by_role("button", name="Empezar").click()
        expect(tab.get_by_role("heading", level=1)).to_have_text(question)
        expect_marked(tab, [question, none])
        tab.get_by_role("checkbox").first.check()
        tab.get_by_role("button", name="Continuar").click()
        expect(tab.get_by_role("heading", level=1)).to_contain_text(heading)
        expect_marked(tab, [question, heading])
    tab.close()


def test_the_json_of_the_checker(half: str) -> None:
    """Programs are told, too, in keys that the published schema has."""
    folder = f"{half}/es/symptom-checker"
    schema, tree = (json.load(urlopen(f"{folder}/{name}")) for name in ["tree.schema.json", "hip-pain.json"])
    errors = [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(schema).iter_errors(tree)]
    assert not errors, "\n".join(errors)
    assert (tree["titleLang"], tree["flagsLang"]) == (ORIGINAL, {"rf-cold-leg": ORIGINAL})
    marked = [name for name, one in (tree["nodes"] | tree["careLevels"]).items() if one.get("lang") == ORIGINAL]
    assert marked == ["emergency"] and tree["careLevels"]["emergency"]["lang"] == ORIGINAL


def test_pages_in_lists(half: str, browser: Browser) -> None:
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(half + "/es/search/")
    for address in ["/faqs/can-i-keep-running/", "/contact/"]:
        link = tab.locator(f'[data-all] a[href="{address}"]')
        assert (link.get_attribute("lang"), link.get_attribute("hreflang")) == (ORIGINAL, ORIGINAL)
    # Where templates lead to a page that has no translation, there is one that leads on.
    tab.goto(half + "/es/contact/")
    tab.wait_for_url("**/contact/")
    expect(tab.locator("html")).to_have_attribute("lang", ORIGINAL)
    tab.close()
