import Diagnostics
import FixtureSite

extension FollowedHint {
  static let frontMatter: [FollowedHint] = [
    .keys(
      "bad-redirect", ["redirect-from: [old-page]"], body: "Text.", "Write `/old-page`.", "[old-page]",
      "[/old-page]"),
    .keys(
      "bad-redirect", ["redirect-from: [\"https://clinic.example/old/\"]"], body: "Text.", "Write `/old/`.",
      "https://clinic.example/old/", "/old/"),
    .keys(
      "duplicate-url", ["redirect-from: [/signs/outer-pain/]"], body: "Text.",
      "Remove it, or give the other page a different address.",
      "redirect-from: [/signs/outer-pain/]\n", ""),
    .keys(
      "doubtful-value", ["also-known-as: [“sore hip”]"], body: "Text.",
      "Remove them, or use straight quotes (`\"`).", "“sore hip”", "sore hip"),
    .file(
      "doubtful-value", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: Exercise #2",
      "Put the whole text in straight quotes: `title: \"…\"`. If this is a comment, add a space after the `#`.",
      "Exercise #2", "\"Exercise #2\""),
    .keys(
      "doubtful-value", ["updated: 2036-01-01"], body: "Text.", "Check the year: today is 2026-03-01.",
      "2036", "2026"),
    .keys(
      "doubtful-value", ["also-known-as: [sore side; side ache]"], body: "Text.",
      "Separate the names with commas, outside any quotes: `[sore side, side ache]`.", "sore side; side ache",
      "sore side, side ache"),
    .file(
      "doubtful-value", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: Exercise # 2",
      "Put the whole text in straight quotes: `title: \"…\"`. If this is a comment, move it to a line of its own.",
      "Exercise # 2", "\"Exercise # 2\""),
    .file(
      "missing-key", "Content/causes/tendon-pain.md", "title: Tendon pain\n", "",
      "Add `title:`, then its value.", "---\nsummary", "---\ntitle: Sore tendon\nsummary"),
    .keys(
      "missing-key", ["changes: [{date: 2026-02-01}]"], body: "Text.", "Add `text:`, then its value.",
      "2026-02-01}", "2026-02-01, text: A new exercise}"),
    .file(
      "text-too-long", "Content/causes/tendon-pain.md", "summary: About it.",
      "summary: \(String(repeating: "About. ", count: 28))About it.",
      "Take out 5 characters or more: the rest can stand in the text of the article.", "summary: About. ",
      "summary: "),
    .keys(
      "dates-out-of-order", ["publish-on: 2026-02-01", "expires-on: 2026-01-31"], body: "Text.",
      "Write a later date after `expires-on:`, such as `2027-02-01`, or delete that line.", "2026-01-31",
      "2027-02-01"),
    .keys("wrong-type", ["order: first"], body: "Text.", "Write `1`.", "first", "1"),
    .keys("duplicate-key", ["title: Again"], body: "Text.", "Remove one of the two.", "title: Again\n", ""),
    .keys(
      "empty-value", ["avoid:"], body: "Text.", "Write `[]` if there are none on purpose.", "avoid:",
      "avoid: []"),
    .file(
      "front-matter-missing", "Content/causes/tendon-pain.md",
      "---\ntitle: Tendon pain\nsummary: About it.\nsigns: [outer-pain]\nstretches: [step-ups]\n---\n", "",
      "Start the file with a line `---`, then `title:` and `summary:`, then another line `---`.", "It hurts",
      "---\ntitle: Tendon pain\nsummary: About it.\nsigns: [outer-pain]\nstretches: [step-ups]\n---\nIt hurts"
    ),
    .file(
      "front-matter-unclosed", "Content/causes/tendon-pain.md", "[step-ups]\n---\n", "[step-ups]\n\n",
      "Add a line `---` below the last key.",
      "[step-ups]\n\n", "[step-ups]\n---\n\n"),
    .file(
      "review-invalid", "Content/causes/tendon-pain.md", "title:",
      "review: {status: approved, author: Ann Lee, reviewer: Ann Lee, reviewed: 2026-01-01}\ntitle:",
      "Someone else must review the article.",
      "reviewer: Ann Lee", "reviewer: Bo Day"),
    .file(
      "review-invalid", "Content/causes/tendon-pain.md", "title:",
      "review: {status: approved, reviewer: TBD, reviewed: 2026-01-01}\ntitle:",
      "Write who approved the text, or set `status: pending`.",
      "{status: approved, reviewer: TBD, reviewed: 2026-01-01}", "{status: pending}"),
    .file(
      "review-invalid", "Content/causes/tendon-pain.md", "title:",
      "review: {status: approved, reviewer: Bo Day, reviewed: 2026-01-01, due: 2036-01-01}\ntitle:",
      "The latest date allowed is 2029-01-01.",
      "2036-01-01", "2028-12-31"),
    .file(
      "review-overdue", "Content/causes/tendon-pain.md", "title:",
      "review: {status: approved, reviewer: Bo Day, reviewed: 2025-01-01, due: 2026-02-01}\ntitle:",
      "Have it reviewed again, then update `reviewed` and `due`.",
      "reviewed: 2025-01-01, due: 2026-02-01", "reviewed: 2026-02-20, due: 2028-02-01",
      ["site.yaml": FixtureSite.configuration + "review: {overdue: warn}\n"]),
    .file(
      "bad-file-name", "Content/signs/Groin_Pain.md", "",
      "---\ntitle: Groin pain\nsummary: About it.\n---\nText.\n", "Rename it to `groin-pain.md`.", "", "",
      [
        "Content/pages/about.md":
          "---\ntitle: About this site\nsummary: About it.\n---\nStart at [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups), [](sign:groin-pain).\n"
      ]
    ).and([
      "Content/signs/Groin_Pain.md": nil,
      "Content/signs/groin-pain.md": "---\ntitle: Groin pain\nsummary: About it.\n---\nText.\n",
    ]),
    .file(
      "moved-article", "Content/signs/side-pain.md", "",
      "---\ntitle: Outer pain\nsummary: About it.\n---\nText.\n",
      "Rename it back to `outer-pain.md`, then run `limber move sign:outer-pain side-pain`, which changes those places, too.",
      "", "", ["Content/signs/outer-pain.md": nil]
    ).and([
      "Content/signs/side-pain.md": nil,
      "Content/signs/outer-pain.md": "---\ntitle: Outer pain\nsummary: About it.\n---\nText.\n",
    ]),
    .file(
      "duplicate-id", "Content/signs/more/outer-pain.md", "",
      "---\ntitle: Other pain\nsummary: About it.\n---\nText.\n", "Rename one of the two files.", "", "",
      [
        "Content/pages/about.md":
          "---\ntitle: About this site\nsummary: About it.\n---\nStart at [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups), [](sign:other-pain).\n"
      ]
    ).and([
      "Content/signs/more/outer-pain.md": nil,
      "Content/signs/more/other-pain.md": "---\ntitle: Other pain\nsummary: About it.\n---\nText.\n",
    ]),
    .file(
      "empty-file", "Content/signs/new.md", "", "",
      "Write an article, or delete the file. `limber new` creates an article with the front matter it needs.",
      "", ""
    ).and(["Content/signs/new.md": nil]),
    .file(
      "no-such-kind-folder", "Content/sings/other.md", "",
      "---\ntitle: Other pain\nsummary: About it.\n---\nText.\n",
      "Rename the folder to `signs`, or write `folder: sings` for that kind in `site.yaml`.", "", "",
      [
        "Content/pages/about.md":
          "---\ntitle: About this site\nsummary: About it.\n---\nStart at [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups), [](sign:other).\n"
      ]
    ).and([
      "Content/sings/other.md": nil,
      "Content/signs/other.md": "---\ntitle: Other pain\nsummary: About it.\n---\nText.\n",
    ]),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: Hip: what now",
      "Put the text in quotes: write `title: \"Hip: what now\"`.",
      "Hip: what now", "\"Hip: what now\""),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "title: Tendon pain", "title:Tendon pain",
      "Add a space after `title:`.",
      "title:", "title: "),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "[outer-pain]", "[outer-pain",
      "Add `]` behind `outer-pain`.", "[outer-pain",
      "[outer-pain]"),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: \"Tendon pain",
      "Add the same quote at the end. If the quote is part of the text, write `title: '\"Tendon pain'`.",
      "\"Tendon pain", "\"Tendon pain\""),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "summary: About it.", "\tsummary: About it.",
      "Indent with spaces instead.",
      "\tsummary", "summary"),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "summary: About it.", " summary: About it.",
      "Remove the space: keys at the same level start in the same column. If it goes on with the text above, put the whole text in quotes.",
      " summary", "summary"),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: @hips",
      "Put the text in quotes: write `title: \"@hips\"`.", "@hips",
      "\"@hips\""),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: *hips",
      "Put the text in quotes: write `title: \"*hips\"`.", "*hips",
      "\"*hips\""),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: &co Company",
      "Put the whole text in quotes: `\"&co Company\"`.",
      "&co Company", "\"&co Company\""),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: \"Hips\" and knees",
      "Write `title: '\"Hips\" and knees'`.", "\"Hips\" and knees",
      "'\"Hips\" and knees'"),
    .file(
      "yaml-syntax", "Content/causes/tendon-pain.md", "summary: About it.", "summary About it.",
      "If this continues the text above, start it with two spaces. If `summary` is a key, write `summary: About it.`.",
      "summary About", "summary: About"),
    .file(
      "yaml-tag", "Content/causes/tendon-pain.md", "title: Tendon pain", "title: !!str Tendon pain",
      "Remove the tag: the key already decides what its value means. If it is part of the text, write `title: \"!!str Tendon pain\"`.",
      "!!str ", ""),
  ]
}
