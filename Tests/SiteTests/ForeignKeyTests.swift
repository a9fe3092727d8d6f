import FixtureSite
import Testing

/// Keys of other programs, in kinds that have a field for what they mean.
@Suite struct ForeignKeyTests {
  private static func found(_ key: String, fields: String) async throws -> [String] {
    try await faults([
      "site.yaml": FixtureSite.configuration(
        "title: Questions\n", "title: Questions\n    fields: {\(fields)}\n"),
      "Templates/faq.mustache": FixtureSite.page(
        FixtureSite.body
          + "{{day}}{{start}}{{end}}{{#photo}}{{url}}{{/photo}}{{map}}{{leaflet}}{{place}}{{phone}}"
          .replacing(/\{\{#?(day|start|end|photo|map|leaflet|place|phone)\}\}(\{\{url\}\}\{\{\/photo\}\})?/) {
            fields.contains("\($0.output.1):") ? String($0.output.0) : ""
          }),
      "Content/faqs/keep-running.md": FixtureSite.article(
        "Can I keep running?", "about: [cause:tendon-pain]", key),
    ])
  }

  @Test(arguments: [
    ("date: 2026-01-01", "day: {type: date}", "`day`"),
    ("Date: 2026-01-01", "day: {type: date}", "`day`"),
    ("date: 2026-01-01", "start: {type: date}, end: {type: date}", "`start` or `end`"),
    ("day: 2026-01-01", "start: {type: date}", "`start`"),
    ("image: x.jpg", "photo: {type: image}", "`photo`"),
    ("featured_image: x.jpg", "photo: {type: image}", "`photo`"),
    ("website: https://a.example", "map: {type: url}", "`map`"),
    ("attachment: a.pdf", "leaflet: {type: file}", "`leaflet`"),
    ("location: Springfield", "place: {type: text}", "`place`"),
    ("telephone: 555 0100", "phone: {type: text}", "`phone`"),
    (
      "date: 2026-01-01", "start: {type: date}, end: {type: date}, day: {type: date}",
      "`start` or `end` or `day`"
    ),
    // Of more than three, none is meant more than the others.
    (
      "date: 2026-01-01", "start: {type: date}, end: {type: date}, day: {type: date}, map: {type: date}",
      "`updated`"
    ),
    // Without such a field, what every kind has.
    ("date: 2026-01-01", "place: {type: text}", "`updated`"),
    ("lastmod: 2026-01-01", "day: {type: date}", "`updated`"),
  ])
  func meanings(key: String, fields: String, meant: String) async throws {
    let name = key.prefix { $0 != ":" }
    expectFaults(
      try await Self.found(key, fields: fields),
      [
        "Content/faqs/keep-running.md:5:1: error unknown-key: There is no key `\(name)` here. » Did you mean \(meant)?"
      ])
  }

  /// What they mean is there already.
  @Test(arguments: [("Description: x", "summary"), ("name: x", "title")])
  func besideTheirMeanings(key: String, meant: String) async throws {
    expectFaults(
      try await Self.found(key, fields: "place: {type: text}"),
      [
        "Content/faqs/keep-running.md:5:1: error unknown-key: There is no key `\(key.prefix { $0 != ":" })` here. » Delete this line: `\(meant)` is there already."
      ])
  }

  /// A picture, a list of them, and downloads that are not there: the hint has the form of the field.
  @Test func filesOfFields() async throws {
    let settings = FixtureSite.configuration(
      "figure: {type: image}",
      "figure: {type: image}\n      views: {type: image, list: true}\n      leaflets: {type: file, list: true}\n      box: {type: group, fields: {photo: {type: image}}}"
    )
    let template = (FixtureSite.files["Templates/stretch.mustache"] ?? "").replacing(
      "{{/main}}",
      with:
        "{{#figure}}{{url}}{{/figure}}{{#views}}{{url}}{{/views}}{{#leaflets}}{{.}}{{/leaflets}}{{#box}}{{#photo}}{{url}}{{/photo}}{{/box}}\n{{/main}}"
    )
    let hint = "Put the picture next to the article, and write its file name: `file: photo.jpg`."
    expectFaults(
      try await faults([
        "site.yaml": settings, "Templates/stretch.mustache": template,
        "Content/stretches/step-ups.md": FixtureSite.article(
          "Step-ups", "figure: {file: x.jpg, alt: A step}", "views: [{file: y.jpg, alt: A stair}]",
          "leaflets: [z.pdf]", "box:", "  photo: {file: w.png, alt: A rail}"),
      ]),
      [
        "Content/stretches/step-ups.md:4:16: error missing-image: The picture `Content/stretches/x.jpg` does not exist. » \(hint)",
        "Content/stretches/step-ups.md:5:16: error missing-image: The picture `Content/stretches/y.jpg` does not exist. » \(hint)",
        "Content/stretches/step-ups.md:6:12: error broken-link: The file `Content/stretches/z.pdf` does not exist. » Put the file next to the article, and write its name alone, such as `leaflet.pdf`.",
        "Content/stretches/step-ups.md:8:17: error missing-image: The picture `Content/stretches/w.png` does not exist. » \(hint)",
      ])
  }
}
