import Foundation

extension FixtureSite {
  /// A clinic's site of five articles, one of each kind, without errors or warnings.
  public static let files: [String: String] = [
    "site.yaml": configuration,
    "Content/causes/tendon-pain.md": article(
      "Tendon pain", "signs: [outer-pain]", "stretches: [step-ups]",
      body:
        "It hurts at the side of the hip. See [what it feels like](../signs/outer-pain.md).\n\n## What helps\n\nTry less hill running."
    ),
    "Content/signs/outer-pain.md": article("Outer hip pain", body: "It is felt at the side."),
    "Content/stretches/step-ups.md": article(
      "Step-ups", "dose: {sets: 2-3, hold: 20-30 s}", body: "Step up, then down."),
    "Content/faqs/keep-running.md": article(
      "Can I keep running?", "about: [cause:tendon-pain]", body: "Often, but less."),
    "Content/pages/about.md": article(
      "About this site", body: "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups)."),
    "Templates/layout.mustache": """
    <!doctype html>
    <html lang="{{language}}">
    <head><title>{{head-title}}</title><link rel="canonical" href="{{canonical}}">{{^is-indexable}}<meta name="robots" content="noindex">{{/is-indexable}}<link rel="stylesheet" href="{{site.assets.site-css}}"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="{{content-policy}}"></head>
    <body>
    <nav><a href="{{site.home-url}}">{{site.name}}</a>{{#navigation}} <a href="{{url}}"{{#is-current}} aria-current="true"{{/is-current}}>{{title}}</a>{{/navigation}}</nav>{{#site.red-flags}}{{#is-emergency}}<p>{{heading}}</p>{{/is-emergency}}{{/site.red-flags}}
    <main>
    <h1>{{title}}</h1>
    {{$main}}{{/main}}
    </main>
    </body>
    </html>

    """,
    "Templates/partials/card.mustache": "<li><a href=\"{{url}}\">{{title}}</a></li>\n",
    "Templates/partials/related.mustache":
      "{{#has-related}}\n<h2>Related</h2>\n<ul>\n{{#related}}\n{{>card}}\n{{/related}}\n</ul>\n{{/has-related}}\n",
    "Templates/cause.mustache": page(
      "\(body)\n<ul>\n{{#signs}}\n{{>card}}\n{{/signs}}\n{{#stretches}}\n{{>card}}\n{{/stretches}}\n</ul>\n{{>related}}"
    ),
    "Templates/sign.mustache": page(
      "\(body)\n<ul>\n{{#causes}}\n{{>card}}\n{{/causes}}\n</ul>\n{{>related}}"
    ),
    "Templates/stretch.mustache": page(
      "{{#dose}}<p>{{sets}} sets, {{hold}}</p>{{/dose}}\n\(body)\n<ul>\n{{#easier}}\n<li>{{{html}}}</li>\n{{/easier}}\n{{#helps-with}}\n{{>card}}\n{{/helps-with}}\n</ul>"
    ),
    "Templates/faq.mustache": page(body),
    "Templates/page.mustache": page(body),
    "Templates/home.mustache": page("<ul>\n{{#site.kinds}}\n{{>card}}\n{{/site.kinds}}\n</ul>"),
    "Templates/index.mustache": page("<ul>\n{{#articles}}\n{{>card}}\n{{/articles}}\n</ul>"),
    "Templates/404.mustache": page("<p>There is no such page.</p>"),
    "Templates/assets/site.css": "main { max-inline-size: 40rem; }\n",
  ]

  public static let configuration = """
    name: Hill Clinic
    description: Help for sore hips.
    base-url: https://clinic.example/
    language: en
    navigation: [causes, page:about]
    kinds:
      cause:
        folder: causes
        title: Causes
        summary: What may be behind it.
        relations:
          signs: {to: sign, inverse: causes}
          stretches: {to: stretch, inverse: helps-with}
          caution: {to: stretch, inverse: caution-for}
          avoid: {to: stretch, inverse: avoid-for}
          see-also: {to: cause, symmetric: true}
      sign:
        folder: signs
        title: Signs
      stretch:
        folder: stretches
        title: Stretches
        fields:
          dose: {type: group, fields: {sets: {type: range}, hold: {type: duration}}}
          easier: {type: markdown, list: true}
          figure: {type: image}
      faq:
        folder: faqs
        title: Questions
        relations:
          about: {to: [cause, sign], inverse: questions}
      page:
        folder: pages
        title: Pages
    checker:
      {causes: cause, stretches: stretch, managed-with: stretches, careful-with: [caution], never-with: [avoid], signs: signs}

    """

  /// `site.yaml` with one text in it replaced.
  public static func configuration(_ old: String, _ new: String) -> String {
    configuration.replacingOccurrences(of: old, with: new)
  }

  /// What a template shows of an article: its text and its red flags.
  public static let body = "{{{body}}}" + warnings

  /// The red flags of an article, by how urgent they are.
  public static let warnings =
    "{{#warnings}}{{heading}}{{#flags}}<p>{{text}}</p>{{/flags}}{{/warnings}}"

  /// An article's file: `title` on line 2, `summary` on line 3, then `keys`, then the body after a line `---`.
  public static func article(_ title: String, _ keys: String..., body: String = "Text.") -> String {
    (["---", "title: \(title)", "summary: About it."] + keys + ["---", body, ""]).joined(separator: "\n")
  }

  /// The small site's only cause with other front matter or another body: keys from line 6, the body from line 7
  /// when there are none.
  public static func cause(_ keys: String..., body: String = "Text.") -> String {
    (["---", "title: Tendon pain", "summary: About it.", "signs: [outer-pain]", "stretches: [step-ups]"]
      + keys
      + ["---", body, ""]).joined(separator: "\n")
  }

  /// A template that fills the block `main` of the layout.
  public static func page(_ main: String) -> String {
    "{{<layout}}\n{{$main}}\n\(main)\n{{/main}}\n{{/layout}}\n"
  }
}
