import Diagnostics
import FixtureSite

extension FollowedHint {
  static let data: [FollowedHint] = [
    .file(
      "yaml-syntax", "Content/red-flags.yaml", "",
      "rf-fall:\n  text:You fell.\n  level: urgent\n  basis: practice\n", "Add a space after `text:`.",
      "text:You", "text: You"),
    .file(
      "yaml-syntax", "Content/red-flags.yaml", "",
      "rf-fall:\n  text: You fell.\nlevel: urgent\n  basis: practice\n",
      "Add 2 spaces in front of `level:`.", "\nlevel", "\n  level"),
    .file(
      "bad-red-flag", "Content/red-flags.yaml", "",
      "rf-fall:\n  text: You fell.\n  level: urgent\nbasis: practice\n",
      "Add 2 spaces in front of `basis:`.", "\nbasis", "\n  basis"),
    .file(
      "yaml-syntax", "Content/red-flags.yaml", "",
      "rf-fall:\n  text: You fell.\n  level: urgent\n  basis: practice\n  rf-hot:\n  text: Your hip is hot.\n  level: urgent\n  basis: practice\n",
      "Remove 2 spaces in front of `rf-hot:`.", "  rf-hot", "rf-hot"),
    .file(
      "unknown-key", "Content/red-flags.yaml", "",
      "rf-fall: {text: You fell., level:urgent, basis: practice}\n", "Add a space after `level:`.",
      "level:urgent", "level: urgent"),
    .keys(
      "wrong-type", ["avoid: [[step-ups]]"], "Write one pair of brackets: `avoid: [step-ups]`.",
      "stretches: [step-ups]\navoid: [[step-ups]]", "stretches: []\navoid: [step-ups]"),
    .file(
      "bad-navigation", "site.yaml", "[causes, ", "[\"https://maps.example/\", causes, ",
      "Write `{url: \"https://maps.example/\", label: …}`, with what readers are to see.",
      "\"https://maps.example/\"", "{url: \"https://maps.example/\", label: Map}"),
    .file(
      "bad-red-flag", "Content/red-flags.yaml", "", "rf-fall: {text: You fell., level: emergency}\n",
      "Add `sources: [key]` or `basis: practice`.",
      "emergency}", "emergency, basis: practice}"),
    .file(
      "bad-red-flag", "Content/red-flags.yaml", "",
      "rf-fall: {text: You fell., level: now, basis: practice}\n",
      "The levels are `emergency`, `urgent`, `soon`, `routine`, `self-care`.", "now", "urgent"),
    .file(
      "unknown-reference", "Content/red-flags.yaml", "",
      "rf-fall: {text: You fell., level: urgent, sources: [grifin2016]}\n", "Did you mean `griffin2016`?",
      "grifin2016",
      "griffin2016", ["Content/references.json": "[{\"id\": \"griffin2016\", \"title\": \"A trial\"}]"]),
    .file(
      "bad-name", "site.yaml", "inverse: caution-for", "inverse: helps-with", "Choose another name.",
      "{to: stretch, inverse: helps-with}\n      avoid", "{to: stretch, inverse: careful-for}\n      avoid"),
    .file(
      "article-too-large", "site.yaml", "name: Hill Clinic\n",
      "name: Hill Clinic\nmarkdown: {max-bytes: 150}\n",
      "Split it into several articles, or raise `max-bytes` under `markdown` in `site.yaml`.",
      "max-bytes: 150", "max-bytes: 2000"),
    .file(
      "missing-asset", "Templates/assets/site.css", "", "main { background: url(wafe.svg); }\n",
      "Did you mean `wave.svg`?",
      "wafe", "wave", ["Templates/assets/wave.svg": "<svg/>"]),
    .file(
      "missing-asset", "Templates/assets/a.js", "", "new Worker(\"/assets/timer.js\");\n",
      "Write `new URL(\"./timer.js\", import.meta.url)`: its published name changes with its content.",
      "\"/assets/timer.js\"", "new URL(\"./timer.js\", import.meta.url)",
      ["Templates/assets/timer.js": "go()"]),
    .file(
      "missing-asset", "Templates/assets/a.js", "", "import { a } from \"chart\";\n",
      "Write `./chart.js`: its published name changes with its content.",
      "\"chart\"", "\"./chart.js\"", ["Templates/assets/chart.js": "export const a = 1;"]),
    .file(
      "unsafe-drawing", "Content/causes/hip.svg", "", "<svg viewBox='0 0 4 3'>\n<script>x</script></svg>",
      "Remove it: drawings cannot contain scripts or animation.", "<script>x</script>", "",
      [
        "Content/causes/tendon-pain.md":
          "---\ntitle: Tendon pain\nsummary: About it.\nsigns: [outer-pain]\nstretches: [step-ups]\n---\n![A hip](hip.svg)\n"
      ]),
    .file(
      "bad-image", "Content/causes/hip.svg", "", "<svg></svg>",
      "Add `viewBox=\"0 0 400 300\"`, with the drawing's own width and height, to its `<svg>` tag.", "<svg>",
      "<svg viewBox=\"0 0 400 300\">",
      [
        "Content/causes/tendon-pain.md":
          "---\ntitle: Tendon pain\nsummary: About it.\nsigns: [outer-pain]\nstretches: [step-ups]\n---\n![A hip](hip.svg)\n"
      ]),
    .keys(
      "lost-address", ["order: 1"],
      "Add `redirect-from: [/causes/tendon-pane/]` to the front matter of the article that replaces it, such as `Content/causes/tendon-pain.md`.",
      "order: 1", "redirect-from: [/causes/tendon-pane/]", ["addresses.txt": "/causes/tendon-pane/\n"]),
    .file(
      "bad-address", "addresses.txt", "", "/\ncauses/tendon-pain/\n",
      "Write a path from the root of this site, such as `/causes/tendon-pain/`, or delete the line.",
      "\ncauses", "\n/causes"),
  ]
}
