"""The hip site's symptom checker, with its script, put into the templates of another clinic."""

import re
import shutil
from pathlib import Path

HIP = Path(__file__).resolve().parents[2] / "Templates"
PARTIALS = ["checker-question", "checker-outcome", "checker-words", "review-banner"]
ASSETS = ["checker.js", "checker-parts.js", "checker.css", "body-map.css"]


def with_the_hip_checker(source: Path) -> None:
    """Changes the copy of a site at `source`."""
    templates = source / "Templates"
    for name in PARTIALS:
        shutil.copy(HIP / f"partials/{name}.mustache", templates / "partials")
    for name in ASSETS:
        shutil.copy(HIP / f"assets/{name}", templates / "assets")
    # The clinic's header has buttons, which keep their look.
    buttons = re.findall(r"^\.site-header \.button .*$", (templates / "assets/site.css").read_text("utf-8"), re.MULTILINE)
    sheet = (HIP / "assets/site.css").read_text("utf-8")
    (templates / "assets/checker-site.css").write_text("\n".join([sheet, *buttons]) + "\n", "utf-8")
    checker = (HIP / "checker.mustache").read_text("utf-8")
    # The blocks of the hip site's own layout.
    checker = re.sub(r"\{\{\$(og-type|article-style)\}\}.*\n", "", checker)
    checker = checker.replace("{{$main}}", "{{$heading}}{{/heading}}\n{{$main}}", 1)
    sheets = '{{$sheet}}<link rel="stylesheet" href="{{site.assets.checker-site-css}}">{{/sheet}}\n'
    (templates / "checker.mustache").write_text(checker.replace("{{$head-extra}}", sheets + "{{$head-extra}}", 1), "utf-8")
    layout = templates / "layout.mustache"
    text = layout.read_text("utf-8")
    for old, new in [
        ('<link rel="stylesheet" href="{{site.assets.site-css}}">', "{{$sheet}}\n{old}\n{{/sheet}}"),
        ("{{{structured-data}}}", "{{$head-extra}}{{/head-extra}}\n{old}"),
        ('<h1>{{title}}</h1>\n{{#summary}}\n<p class="lead">{{summary}}</p>\n{{/summary}}', "{{$heading}}\n{old}\n{{/heading}}"),
    ]:
        assert text.count(old) == 1, f"the layout does not have {old} once"
        text = text.replace(old, new.replace("{old}", old))
    layout.write_text(text, "utf-8")
    add_words(templates)


def add_words(templates: Path) -> None:
    """What the checker says, where the clinic's own file does not have it; what nothing says any more goes."""
    used = "".join(file.read_text("utf-8") for file in templates.rglob("*.mustache"))
    for file in (templates / "words").glob("*.yaml"):
        own, hip = file.read_text("utf-8").splitlines(), (HIP / "words" / file.name).read_text("utf-8").splitlines()
        known = {line.split(":")[0] for line in own}
        lines = own + [line for line in hip if line.split(":")[0] not in known]
        kept = [line for line in lines if f"word.{line.split(':')[0]}}}" in used]
        file.write_text("\n".join(kept) + "\n", "utf-8")
