import Diagnostics
import FixtureSite

extension FollowedHint {
  static let templates: [FollowedHint] = [
    .file(
      "bad-configuration", "Templates/layout.mustache", "",
      FixtureSite.files["Templates/layout.mustache"] ?? "",
      "Use `footer` in `Templates/layout.mustache`, or delete `footer`.", "</body>",
      "{{#footer}}<a href=\"{{url}}\">{{title}}</a>{{/footer}}</body>",
      ["site.yaml": FixtureSite.configuration("language: en", "language: en\nfooter: [causes]")]),
    .file(
      "template-unexpected-close", "Templates/page.mustache", "{{/layout}}", "{{/layout}}\n{{/title}}",
      "Remove it, or open `{{#title}}` above it.", "\n{{/title}}", ""),
    .file(
      "template-mismatched-close", "Templates/page.mustache", "{{{body}}}",
      "{{{body}}}{{#breadcrumbs}}x{{/bread}}",
      "Write the same name at both ends of the section: open it as `{{#bread}}`, or close it as `{{/breadcrumbs}}`.",
      "{{/bread}}",
      "{{/breadcrumbs}}"),
    .file(
      "template-bad-delimiters", "Templates/page.mustache", "{{{body}}}", "{{{body}}}{{=<% =}}",
      "Write the new delimiters with a space between them and without `=`, such as `{{=<% %>=}}`.",
      "{{=<% =}}", "{{=<% %>=}}<%={{ }}=%>"),
    .file(
      "template-empty-tag", "Templates/page.mustache", "{{{body}}}", "{{{body}}}{{}}",
      "Write the name of a value, as in `{{title}}`, or remove the tag.", "{{}}", ""),
    .file(
      "template-bad-name", "Templates/page.mustache", "{{{body}}}", "{{{body}}}{{ti tle}}",
      "Write one name, with hyphens in place of spaces.",
      "{{ti tle}}", "{{title}}"),
    .file(
      "template-not-text", "Templates/page.mustache", "{{{body}}}", "{{{body}}}{{breadcrumbs}}",
      "Show its entries one by one: `{{#breadcrumbs}}…{{/breadcrumbs}}`.",
      "{{breadcrumbs}}", "{{#breadcrumbs}}{{title}}{{/breadcrumbs}}"),
    .file(
      "template-bad-word", "Templates/page.mustache", "{{{body}}}",
      "{{{body}}}{{#word.search}}x{{/word.search}}",
      "Write `{{word.search}}`.", "{{#word.search}}x{{/word.search}}", "{{word.search}}"),
    .file(
      "unused-template", "Templates/partials/banner.mustache", "", "<p>Hello</p>\n",
      "Write `{{>banner}}` where it belongs, or delete it.", "", ""
    ).and(["Templates/partials/banner.mustache": nil]),
    .file(
      "unused-word", "Templates/words/en.yaml", "", "menu: Menu\n",
      "Write `{{word.menu}}` where it belongs, or delete the line.", "menu: Menu\n", ""),
    .file(
      "template-unknown-name", "Templates/page.mustache", "{{{body}}}", "{{{body}}}{{word.serch}}",
      "Did you mean `search`?", "serch", "search"),
    .file(
      "template-bad-json", "Templates/page.mustache", "{{{body}}}",
      "{{{body}}}<script type=\"application/ld+json\">{\"name\": {{title}}}</script>",
      "Write each value in quotes, and a comma between two entries: `\"name\": \"{{title}}\"`.",
      "\"name\": {{title}}", "\"name\": \"{{title}}\""),
    .file(
      "template-nested-list", "Templates/page.mustache", "{{{body}}}",
      "{{{body}}}{{#breadcrumbs}}{{#breadcrumbs}}x{{/breadcrumbs}}{{/breadcrumbs}}",
      "To show something once if the list has entries, use a flag.",
      "{{#breadcrumbs}}{{#breadcrumbs}}x{{/breadcrumbs}}{{/breadcrumbs}}", "{{#has-related}}x{{/has-related}}"
    ),
    .file(
      "template-dynamic-name", "Templates/page.mustache", "{{{body}}}", "{{{body}}}{{>*title}}",
      "Include each partial by name, inside a section that decides when it is shown.",
      "{{>*title}}", "{{#has-related}}{{>related}}{{/has-related}}"),
    .file(
      "template-cycle", "Templates/partials/card.mustache", "{{title}}", "{{title}}{{>card}}",
      "Remove one of these tags.",
      "{{>card}}", ""),
    .file(
      "template-missing-parent", "Templates/page.mustache", "layout", "layuot", "Did you mean `layout`?",
      "layuot",
      "layout"),
    .file(
      "template-unknown-block", "Templates/page.mustache", "{{$main}}\n\(FixtureSite.body)\n{{/main}}",
      "{{$mian}}\n\(FixtureSite.body)\n{{/mian}}", "Did you mean `main`?",
      "{{$mian}}\n\(FixtureSite.body)\n{{/mian}}",
      "{{$main}}\n\(FixtureSite.body)\n{{/main}}"),
    .file(
      "template-duplicate-block", "Templates/page.mustache", "{{/main}}", "{{/main}}\n{{$main}}x{{/main}}",
      "Put both texts into one block, or remove one of them.", "\n{{$main}}x{{/main}}", ""),
    .file(
      "template-outside-block", "Templates/page.mustache", "{{/main}}", "{{/main}}\n<p>x</p>",
      "Move it into a block: `{{$main}}`.",
      "{{/main}}\n<p>x</p>", "<p>x</p>{{/main}}"),
    .file(
      "template-nesting", "Templates/page.mustache", "{{{body}}}",
      "{{{body}}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}",
      "Close the sections that are finished.",
      "{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}",
      "{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{#has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}{{/has-related}}"
    ),
    .file(
      "content-policy", "Templates/page.mustache", "{{{body}}}",
      "{{{body}}}<iframe title=\"Map\" src=\"https://maps.example/\"></iframe>",
      "Write `content-policy: {frame: [https://maps.example]}` in `site.yaml`.", "", ""
    ).and([
      "site.yaml": FixtureSite.configuration(
        "language: en", "language: en\ncontent-policy: {frame: [https://maps.example]}")
    ]),
    .file(
      "content-policy", "Templates/page.mustache", "{{{body}}}",
      "{{{body}}}<form action=\"/about/\"><button>Send</button></form>",
      "Add `form: [self]` to `content-policy` in `site.yaml`.", "", "",
      [
        "site.yaml": FixtureSite.configuration(
          "language: en", "language: en\ncontent-policy: {frame: [https://maps.example]}")
      ]
    ).and([
      "site.yaml": FixtureSite.configuration(
        "language: en", "language: en\ncontent-policy: {frame: [https://maps.example], form: [self]}")
    ]),
    .file(
      "content-policy", "Templates/page.mustache", "{{{body}}}", "{{{body}}}<p style=\"color: red\">Text</p>",
      "Write a `class` in its place, and its style in a stylesheet in `Templates/assets`.",
      "style=\"color: red\"", "class=\"red\""),
    .file(
      "content-policy", "Templates/assets/a.js", "", "new Worker(\"https://work.example/timer.js\");\n",
      "Save its script in `Templates/assets`, and start it with `new URL(\"./timer.js\", import.meta.url)`.",
      "\"https://work.example/timer.js\"", "new URL(\"./timer.js\", import.meta.url)",
      ["Templates/assets/timer.js": "go()"]),
  ]
}
