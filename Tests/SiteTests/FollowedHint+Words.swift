import Diagnostics
import FixtureSite

extension FollowedHint {
  static let words: [FollowedHint] = [
    .body(
      "absolute-claim", "This cures hip pain.",
      "Say only what is known, with words such as \"may\", \"often\" or \"in most people\".", "cures",
      "may ease"),
    .body(
      "long-sentence",
      "You can walk on most days of the week as long as it does not hurt more than a little, and you can run again once the hip has been calm for about two weeks.",
      "Split it into two sentences.", "little, and you", "little. You"),
    .body(
      "hard-to-read",
      "Musculoskeletal rehabilitation practitioners characteristically individualize multidimensional interventions. Comprehensive reassessment determines subsequent appropriateness. Neuromuscular coordination deteriorates unpredictably. Pathophysiological considerations necessitate interdisciplinary communication. Biomechanical abnormalities predominantly necessitate individualized rehabilitation considerations.",
      "Use shorter sentences and everyday words, then check again.",
      "Musculoskeletal rehabilitation practitioners characteristically individualize multidimensional interventions. Comprehensive reassessment determines subsequent appropriateness. Neuromuscular coordination deteriorates unpredictably. Pathophysiological considerations necessitate interdisciplinary communication. Biomechanical abnormalities predominantly necessitate individualized rehabilitation considerations.",
      "We look at how you move. Then we pick what helps you. We check again in two weeks."),
    .body(
      "vague-link", "Read more [here](sign:outer-pain).",
      "Use words that name the page: many readers go from link to link.", "[here]", "[about the pain]"),
    .body("skipped-heading", "## One\n\n#### Two\n\nText.", "Start it with `###`.", "####", "###"),
    .file(
      "unexplained-word", "Content/causes/tendon-pain.md", "Try less hill running.", "Rest the bursa.",
      "Use a plain word, or explain it under a heading `bursa` in the article that `writing: {glossary: …}` points to.",
      "the bursa", "it", ["site.yaml": FixtureSite.configuration + "writing: {jargon: [bursa]}\n"]),
    .file(
      "orphan", "Content/pages/alone.md", "", "---\ntitle: Alone\nsummary: About it.\n---\nText.\n",
      "Link to it from an article that its readers would come from, or add it to a relation.",
      "", ""
    ).and([
      "Content/pages/about.md":
        "---\ntitle: About this site\nsummary: About it.\n---\nStart at [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups) or [](page:alone).\n"
    ]),
    .file(
      "unused-file", "Content/causes/old.txt", "", "x",
      "Use it in an article, or delete it. If it is an article, rename it to `old.md`.", "", ""
    )
    .and([
      "Content/causes/old.txt": nil
    ]),
    .body(
      "unused-reference", "Text.", "Cite it where it supports a claim, as in `[@griffin2016]`, or remove it.",
      "Text.", "Text [@griffin2016].",
      ["Content/references.json": "[{\"id\": \"griffin2016\", \"title\": \"A trial\"}]"]),
    .file(
      "empty-article", "Content/causes/tendon-pain.md",
      "It hurts at the side of the hip. See [what it feels like](../signs/outer-pain.md).\n\n## What helps\n\nTry less hill running.",
      "", "Write it below the second `---`, or set `draft: true` for now.", "stretches: [step-ups]\n---\n",
      "stretches: [step-ups]\n---\nRest.\n"),
  ]
}
