import Diagnostics
import FixtureSite

extension FollowedHint {
  static let bodies: [FollowedHint] = [
    FollowedHint.body(
      "private-link", "See the [form](https://docs.google.com/document/d/1a2b3c/edit).",
      "Save the document as a PDF next to the article, and link to that file, or use an address that opens without signing in.",
      "https://docs.google.com/document/d/1a2b3c/edit", "form.pdf"
    ).and(["Content/causes/form.pdf": "%PDF-1.4\n"]),
    .body(
      "broken-link", "See [the sore side](#).", "Write the address between `(` and `)`.", "(#)",
      "(sign:outer-pain)"),
    .body(
      "broken-link", "See [about this site](//clinic.example/abuot/).",
      "Did you mean `https://clinic.example/about/`?",
      "//clinic.example/abuot/", "https://clinic.example/about/"),
    .body(
      "unread-markdown", "Week\n\n– Rest\n– Walk",
      "Replace the mark of each line with `- `, or with `1. `, `2. ` and so on.", "– Rest\n– Walk",
      "- Rest\n- Walk"),
    .body(
      "unread-markdown", "a) Rest\nb) Walk",
      "Replace the mark of each line with `- `, or with `1. `, `2. ` and so on.", "a) Rest\nb) Walk",
      "1. Rest\n2. Walk"),
    .body(
      "unread-markdown", "i. Rest\n\nii. Walk",
      "Replace the mark of each line with `- `, or with `1. `, `2. ` and so on.", "i. Rest\n\nii. Walk",
      "1. Rest\n\n2. Walk"),
    .body(
      "unread-markdown", "1\\. Rest\n2\\. Walk", "Delete the backslash in the mark of each line.",
      "1\\. Rest\n2\\. Walk", "1. Rest\n2. Walk"),
    .body(
      "unread-markdown", "\\- Rest\n\\- Walk", "Delete the backslash in the mark of each line.",
      "\\- Rest\n\\- Walk", "- Rest\n- Walk"),
    .body(
      "unread-markdown", "Do this:\n      - Rest\n      - Walk",
      "Delete the spaces at the start of each line.", "      - Rest\n      - Walk",
      "- Rest\n- Walk"),
    .body(
      "lost-sign", "Stop if the pain is\n>5 out of 10.",
      "Write `more than 5`, or `\\>5`. If this is a quote, add a space after the `>`.", ">5", "\\>5"),
    .body(
      "lost-sign", "Rest for a week\n+ 3 days.",
      "Write `\\+ 3 days`, with a backslash. If this is a list, start it with `-`.", "+ 3 days", "\\+ 3 days"),
    .body(
      "unread-callout", "> [!WARNING]\n> Stop.\n\n> Then rest.",
      "Write `>` on the empty line above it. If it is a quote, write a line of text between the two.",
      "Stop.\n\n>", "Stop.\n>\n>"),
    .body(
      "unread-markdown", "I have run since\n1. January.",
      "If it continues that line, write `1\\.`, with a backslash. If it is a list, add an empty line above it.",
      "1. January", "1\\. January"),
    .body(
      "unread-markdown", "1. Lie down 2. Bend the knee", "Start each item on a line of its own.", " 2.",
      "\n2."),
    .body(
      "unread-markdown", "1. Lie\n3. Bend", "Write `2.`, or add the item that is missing above it.", "3.",
      "2."),
    .body(
      "unread-markdown", "| a | b |\n|---|---|\n| c |",
      "Add the cells that are missing. Leave one empty with a space between two `|`.", "| c |", "| c | |"),
    .body(
      "unread-markdown", "It may hurt. If you cannot walk, call 911.",
      "Put it in a callout of its own: the line `> [!EMERGENCY]`, then each line of its text with `> ` before it.",
      "It may hurt. If", "It may hurt.\n\n> [!EMERGENCY]\n> If"),
    .body(
      "unread-markdown", "See [it](https://www.example.org/?utm_source=chatgpt.com).",
      "Write `https://www.example.org/`.",
      "?utm_source=chatgpt.com", ""),
    .body(
      "empty-heading", "## What helps\n\n## When to rest\n\nText.", "Write its text, or delete the heading.",
      "## What helps\n\n", ""),
    .body(
      "misleading-link", "Call [911](tel:112).", "Write the same in both places.", "tel:112", "tel:911"),
    .body("unread-markdown", "• Rest", "Replace the dot with `- `, on each line of the list.", "•", "-"),
    .body(
      "unread-markdown", "- Rest\n\n    o Walk", "Replace the dot with `- `, on each line of the list.",
      "o Walk", "- Walk"),
    .body(
      "unread-markdown", "1. Rest\na. Walk\nb. Run\n2. Sleep",
      "Start each of them with four spaces and `- ` in place of its mark, since they belong to the item above.",
      "a. Walk\nb. Run", "    - Walk\n    - Run"),
    .body(
      "unread-markdown", "4.\tRest\n\n   - Walk\n   - Run",
      "Start each of its lines with 3 spaces, and write one space behind the item's number.", "4.\tRest",
      "1. Rest"),
    .body(
      "unread-markdown", "1. Rest\n\n  Then walk.",
      "Start each of its lines with 3 spaces, and write one space behind the item's number.", "  Then",
      "   Then"),
    .body("unread-markdown", "☐ Rest for a day.", "Replace the mark with `- `.", "☐", "-"),
    .body(
      "unread-markdown", "2. Walk\n3. Rest",
      "Start it with `1.`, or add the items that are missing above it.",
      "2. Walk\n3.", "1. Walk\n2."),
    .body(
      "unread-markdown", "**What is it?**\n\nA knee.",
      "Write `## What is it?`. If it is not a heading, delete the `**` around it.", "**What is it?**",
      "## What is it?"),
    .body(
      "unread-markdown", "**What is it?**\n\nA knee.",
      "Write `## What is it?`. If it is not a heading, delete the `**` around it.", "**What is it?**",
      "What is it?"),
    .body(
      "unread-markdown", "&bull; Rest", "Replace `&bull;` with `- `, on each line of the list.", "&bull; ",
      "- "),
    .body(
      "unread-markdown", "- • Rest", "Delete it, in each item: the mark before it already makes this a list.",
      "• ", ""),
    .body(
      "unread-markdown", "| a | b |\n\n|---|---|\n\n| c | d |", "Delete the empty lines between the rows.",
      "| a | b |\n\n|---|---|\n\n",
      "| a | b |\n|---|---|\n"),
    .body(
      "unread-markdown", "| a | b |\n\n| c | d |",
      "Delete the empty lines between the rows, and add the line `|---|---|` under the first, with one `---` for each column.",
      "| a | b |\n\n", "| a | b |\n|---|---|\n"),
    .body(
      "unread-markdown", "| a |\n|---|\n| b |\n\n| c |", "Delete the empty line above it.", "| b |\n\n",
      "| b |\n"),
    .body(
      "unread-markdown", "\\| a \\| b \\|\n\\|---\\|---\\|\n\\| c \\| d \\|",
      "Delete every backslash in these rows, and any empty lines between them.",
      "\\| a \\| b \\|\n\\|---\\|---\\|\n\\| c \\| d \\|", "| a | b |\n|---|---|\n| c | d |"),
    .body(
      "unread-markdown", "\\| a \\|\n\n\\| c \\|",
      "Delete every backslash in these rows, and any empty lines between them. Add the line `|---|---|` under the first, with one `---` for each column.",
      "\\| a \\|\n\n\\| c \\|", "| a |\n|---|\n| c |"),
    .body(
      "unread-markdown", "| a | b |\n| c | d |",
      "Add the line `|---|---|` under the header, with one `---` for each column.", "| a | b |\n",
      "| a | b |\n|---|---|\n"),
    .body(
      "unread-markdown", "Week\tMiles\n1\t2",
      "Write each line as `| first | second |`, and `|---|---|` below the first.", "Week\tMiles\n1\t2",
      "| Week | Miles |\n|---|---|\n| 1 | 2 |"),
    .body(
      "unread-markdown", "Week   Miles\n1      2",
      "Write each line as `| first | second |`, and `|---|---|` below the first.", "Week   Miles\n1      2",
      "| Week | Miles |\n|---|---|\n| 1 | 2 |"),
    .body(
      "unread-markdown", "**What helps**\n\nRest.",
      "Write `## What helps`. If it is a sentence, end it with a period.", "**What helps**", "## What helps"),
    .body(
      "unread-markdown", "**Stop running today**\n\nRest.",
      "Write `## Stop running today`. If it is a sentence, end it with a period.", "today**", "today.**"),
    .body(
      "unread-markdown", "Stop running today.\n---", "Add an empty line above it, or delete it.", "\n---",
      "\n\n---"),
    .body(
      "unread-markdown", "See NHS<https://www.nhs.uk/>.",
      "Write `[NHS](https://www.nhs.uk/)`. If the link has several words, put all of them between `[` and `]`.",
      "NHS<https://www.nhs.uk/>",
      "[NHS](https://www.nhs.uk/)"),
    .body(
      "unread-markdown", "It helps.[a]", "Delete it, and the comment's own text if it was copied, too.",
      "[a]", ""),
    .body(
      "unread-markdown", "It helps.¹",
      "Write `[^1]` here, then `[^1]: ` and the note on a line of its own. To cite a work, write `[@key]`.",
      "¹", "[^1]\n\n[^1]: In one trial."),
    .body(
      "unfinished-text", "TODO: doses", "Write what belongs here, or delete it.",
      "TODO: doses", "Twice a day."),
    .body(
      "unread-markdown", "Ask Dr. [insert name].",
      "Write what belongs here, or delete it. To keep a note to yourself, write `<!-- … -->` around it.",
      "Dr. [insert name]", "your doctor"),
    .body(
      "unfinished-text", "Twice a day, TBD.", "Write what belongs here, or delete it.", ", TBD", ""),
    .body("unread-markdown", "##Rest", "Add a space after `##` to make this a heading.", "##", "## "),
    .body("unread-markdown", "-Rest", "Add a space after `-`, on each line of the list.", "-Rest", "- Rest"),
    .body("unread-markdown", "## Rest", "Delete that space and type it again.", " ", " "),
    .body("unread-markdown", "    Rest.", "Remove the indentation.", "    ", ""),
    .body(
      "unread-markdown", "2016. That was it.",
      "If it is a sentence, write `2016\\.`, with a backslash before the period.", "2016.", "2016\\."),
    .body(
      "unread-markdown", "3*10 a day, then 2*15", "Write `×` to multiply, or `\\*` to show a star.",
      "3*10 a day, then 2*15", "3×10 a day, then 2×15"),
    .body(
      "unread-markdown", "See https://www.nhs.uk/.",
      "Write a link text and the address: `[the guideline](https://…)`.", "https://www.nhs.uk/",
      "[the guideline](https://www.nhs.uk/)"),
    .body("unread-markdown", "[a] (sign:outer-pain)", "Remove the space.", "] (", "]("),
    .body(
      "unread-markdown", "[pain][other]", "Write `[text](address)`, as in `[hip pain](sign:outer-hip-pain)`.",
      "[pain][other]", "[pain](sign:outer-pain)"),
    .body(
      "unread-markdown", "Some ==words== here", "Write `**words**` to make them stand out.", "==words==",
      "**words**"),
    .body("unread-markdown", "A {.lead} word", "Delete it.", " {.lead}", ""),
    .body(
      "unread-markdown", "**Stop, please",
      "Put `**` right before the first word and right after the last, or delete it.", "please", "please**"),
    .body(
      "unread-markdown", "Stop.\n\n**Warning:** Do not run.",
      "Start it with the line `> [!WARNING]`, and each line of its text with `> `.",
      "**Warning:** Do not run.",
      "> [!WARNING]\n> Do not run."),
    .body(
      "unread-markdown", "As shown [griffin2016].", "Write `[@griffin2016]`.", "[griffin2016]",
      "[@griffin2016]",
      ["Content/references.json": "[{\"id\": \"griffin2016\", \"title\": \"A trial\"}]"]),
    .body(
      "raw-html", "<b>Rest</b>", "Write `**words**`. To show a `<`, write `\\<`.", "<b>Rest</b>", "**Rest**"),
    .body(
      "raw-html", "It helps.<sup>1</sup>",
      "Write `[^1]`, then `[^1]: ` and the note on a line of its own. To cite a work, write `[@key]`. To show a `<`, write `\\<`.",
      "<sup>1</sup>", "[^1]\n\n[^1]: In one trial."),
    .body(
      "raw-html", "One<br>two", "End the line with a `\\` to break it there. To show a `<`, write `\\<`.",
      "<br>two", "\\\ntwo"),
    .body("bad-character", "Ten​don", "Delete it, or type the words around it again.", "​", ""),
    .body("bad-character", "Ten­don", "Delete it, or type the words around it again.", "­", ""),
    .body(
      "bad-image", "![A hip](hip.heic)", "Use a PNG, JPEG, GIF, WebP, AVIF or SVG file.", "hip.heic",
      "hip.svg",
      ["Content/causes/hip.svg": "<svg viewBox='0 0 4 3'></svg>", "Content/causes/hip.heic": "x"]
    ).and(["Content/causes/hip.heic": nil]),
    .body(
      "missing-alt", "![](hip.svg)", "Describe the picture between the brackets: `![A runner on a hill](…)`.",
      "![]", "![A hip]",
      ["Content/causes/hip.svg": "<svg viewBox='0 0 4 3'></svg>"]),
    .body(
      "missing-image", "![A hip](hop.svg)", "Did you mean `hip.svg`?", "hop.svg", "hip.svg",
      ["Content/causes/hip.svg": "<svg viewBox='0 0 4 3'></svg>"]),
    .body(
      "broken-link", "[x](<br>)",
      "Write the path of a file that exists, or a kind and an id, such as `cause:tendon-pain`.", "<br>",
      "cause:tendon-pain"),
    .body(
      "broken-link", "[x](sign:zzzzzzzz)",
      "Write the id of a sign that exists: the name of its file without `.md`.", "zzzzzzzz", "outer-pain"),
    .body(
      "duplicate-footnote", "A.[^1]\n\n[^1]: One.\n\n[^1]: Two.", "Give one of them a different name.",
      "\n\n[^1]: Two.", ""),
    .body(
      "empty-footnote", "A.[^1]\n\n[^1]:\n", "Start its text right after the colon.", "[^1]:\n",
      "[^1]: One.\n"),
    .body(
      "misplaced-footnote", "A.[^1]\n\n- b\n\n  [^1]: One.",
      "Move it to the end of the file, with nothing before its `[`.", "  [^1]", "[^1]"),
    .body(
      "malformed-citation", "A [@griffin2016,].",
      "Write `[@key]`, `[@key, p. 3]` for a page, or `[@one; @two]` for more than one. To show `[@` as text, write `\\[@`.",
      "2016,]", "2016]",
      ["Content/references.json": "[{\"id\": \"griffin2016\", \"title\": \"A trial\"}]"]),
    .body(
      "empty-callout", "> [!NOTE]", "Write its text on the next line, after a `>`.", "[!NOTE]",
      "[!NOTE]\n> Rest."),
    .body(
      "empty-link", "[](https://other.example/)",
      "Write the text between the brackets: `[text](https://other.example/)`.", "[]", "[the other]"),
    .body(
      "unsafe-link", "[x](javascript:alert)", "Link to a page, a file or a web address.", "javascript:alert",
      "sign:outer-pain"),
    .body(
      "table-header-mismatch", "| a | b |\n|---|\n| c | d |", "Give both lines the same number of columns.",
      "|---|\n", "|---|---|\n"),
    .body(
      "table-row-too-long", "| a |\n|---|\n| b | c |",
      "Remove a `|`, add a column to the header, or write `\\|` if the `|` is part of the text.", "| b | c |",
      "| b |"),
    .file(
      "not-inline", "Content/stretches/step-ups.md", "dose:", "easier: [\"# Slow\"]\ndose:",
      "If a line starts with `#`, `-`, `>` or a number and a period, put a `\\` in front of it.", "# Slow",
      "\\\\# Slow"),
  ]
}
