import Diagnostics
import FixtureSite

/// What is left of documents of other programs, and works that cannot be cited.
extension FollowedHint {
  static let documents: [FollowedHint] = [
    .body(
      "unread-markdown", "Week | Minutes\n1 | 20",
      "Add the line `|---|---|` under the header, with one `---` for each column.", "Minutes\n",
      "Minutes\n|---|---|\n"),
    .body(
      "unread-markdown", "+-----+-----+\n| a | b |\n+=====+=====+\n| 1 | 2 |\n+-----+-----+",
      "Write each row as `| first | second |`, with `|---|---|` below the first row and no other lines between rows.",
      "+-----+-----+\n| a | b |\n+=====+=====+\n| 1 | 2 |\n+-----+-----+", "| a | b |\n|---|---|\n| 1 | 2 |"),
    .body(
      "unread-markdown", "Text.\n\nWARNING – DO NOT JUMP",
      "Start it with the line `> [!WARNING]`, and each line of its text with `> `.",
      "WARNING – DO NOT JUMP", "> [!WARNING]\n> Do not jump."),
    .body(
      "unread-markdown", "EXERCISES FOR HOME\n\nText.",
      "Write `## Exercises for home`. If it is a sentence, end it with a period.", "EXERCISES FOR HOME",
      "## Exercises for home"),
    .body(
      "unread-markdown", "## 1. Causes\n\nText.\n\n## 2. Walk\n\nText.",
      "Delete `1.`, and the numbers of the headings below: headings on this site are not numbered.",
      "1. Causes\n\nText.\n\n## 2. ",
      "Causes\n\nText.\n\n## "),
    .body(
      "unread-markdown", "Text.\n\nPage 1 of 2", "Delete it, and the header or footer around it.",
      "\n\nPage 1 of 2", ""),
    .body(
      "unread-markdown", "Text.\n\n3",
      "Delete it, or write the table: each line as `| first | second |`, and `|---|---|` below the first.",
      "\n\n3", ""),
    .body(
      "unread-markdown", "Contents\n\n- What it is\n\nText.",
      "Delete it, and its entries: a page with three or more headings gets one automatically.",
      "Contents\n\n- What it is\n\n", ""),
    .body(
      "unread-markdown", "Table 1: Doses\n\nText.",
      "Write the table below it: each line as `| first | second |`, and `|---|---|` below the first. Or delete this.",
      "Doses\n", "Doses\n\n| Week | Minutes |\n|---|---|\n| 1 | 20 |\n"),
    .body(
      "unread-markdown", "Text.\n\nIMG_2041.JPG",
      "Save the picture next to the article, and write `![What it shows](IMG_2041.JPG)`, or delete this.",
      "\n\nIMG_2041.JPG", ""),
    .body(
      "unread-markdown", "See C:\\Users\\Ann\\knee.pdf for more.",
      "Save the file next to the article, and write `[what it is](file.pdf)`, or delete this.",
      "C:\\Users\\Ann\\knee.pdf", "[the leaflet](file.pdf)"
    ).and(["Content/causes/file.pdf": "%PDF-1.4\n"]),
    .body(
      "unread-markdown", "Rest helps.\n\n² Or sleep.",
      "Write `[^2]: ` in place of its number, and `[^2]` where it belongs.", "Rest helps.\n\n² Or sleep.",
      "Rest helps.[^2]\n\n[^2]: Or sleep."),
    .body(
      "unread-markdown", "The clinic\tKnee\tMay\n\nText.",
      "If it is a header or footer of another document, delete it. If it is a row of a table, write each row as `| first | second |`, and `|---|---|` below the first.",
      "The clinic\tKnee\tMay\n\n", ""),
    .body(
      "unread-markdown", "See Error! Filename not specified.", "Write what should stand here, or delete it.",
      " Error! Filename not specified.", " it."),
    .body(
      "unread-markdown", "Text.\n\n1.2 When to rest\n\nText.",
      "Write `## When to rest`. If it is a sentence, end it with a period.", "1.2 When", "## When"),
    .body(
      "unread-markdown", "## 1.2 When to rest\n\nText.",
      "Delete `1.2`: headings on this site are not numbered.", "1.2 ", ""),
    .body(
      "unread-markdown", "See [it](https://www.google.com/url?q=https://nhs.uk/a&sa=D).",
      "Write `https://nhs.uk/a`.",
      "https://www.google.com/url?q=https://nhs.uk/a&sa=D", "https://nhs.uk/a"),
    .body(
      "unread-markdown", "Common {Griffin, 2016 #12}.",
      "Write `[@key]`, where `key` is the work's `id` in the references.", "{Griffin, 2016 #12}",
      "[@griffin2016]",
      ["Content/references.json": "[{\"id\": \"griffin2016\", \"title\": \"A trial\"}]"]),
    .body(
      "broken-link", "See [it](https://https://nhs.uk/a).", "Write `https://nhs.uk/a`.",
      "https://https://nhs.uk/a",
      "https://nhs.uk/a"),
    .file(
      "bad-reference", "Content/references.json", "", "[{\"title\": \"A trial\"}]",
      "Add one, such as `\"id\": \"griffin2016\",`, after its `{`.", "[{", "[{\"id\": \"griffin2016\", ",
      [cause: FixtureSite.cause(body: "Text [@griffin2016].")]),
    .file(
      "duplicate-reference", "Content/references.json", "",
      "[{\"id\": \"a\", \"title\": \"A\", \"DOI\": \"10.1234/x\"}, {\"id\": \"b\", \"title\": \"A\", \"DOI\": \"10.1234/x\"}]",
      "If both are one study, keep only one of them and cite it everywhere. If not, correct the DOI.",
      ", {\"id\": \"b\", \"title\": \"A\", \"DOI\": \"10.1234/x\"}", "",
      [cause: FixtureSite.cause(body: "Text [@a; @b].")]
    ).and([cause: FixtureSite.cause(body: "Text [@a].")]),
    .keys(
      "review-outdated",
      ["updated: 2026-02-01", "review: {status: approved, reviewer: Ann Lee, reviewed: 2026-01-01}"],
      "When a clinician has approved the change, set `reviewed` to that day. Until then, set `status: pending`.",
      "reviewed: 2026-01-01", "reviewed: 2026-02-01"),
    .keys(
      "review-outdated",
      ["updated: 2026-02-01", "review: {status: approved, reviewer: Ann Lee, reviewed: 2026-01-01}"],
      "When a clinician has approved the change, set `reviewed` to that day. Until then, set `status: pending`.",
      "status: approved", "status: pending"),
  ]
}
