import FixtureSite
import Testing

@testable import SiteModel

/// Every type of field that a kind can declare, given what it wants and what it does not.
@Suite struct FieldTypeTests {
  private static let settings = FixtureSite.configuration(
    "      easier: {type: markdown, list: true}",
    """
          easier: {type: markdown, list: true}
          note: {type: text}
          count: {type: number}
          repetitions: {type: range}
          hold: {type: duration}
          since: {type: date}
          hard: {type: flag}
          level: {type: choice, of: [easy, hard]}
          cue: {type: markdown}
          tools: {type: text, list: true}
          load: {type: group, fields: {kilograms: {type: number, required: true}}}
    """)

  private static func found(_ key: String, settings: String = settings) async throws -> [String] {
    try await faults([
      "site.yaml": settings, "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", key),
    ]).map { $0.replacing("Content/stretches/step-ups.md:4:", with: "") }
  }

  @Test(arguments: [
    (
      "note: [a]",
      "7: error wrong-type: `note` must be text, not a list. » If the brackets are part of the text, write `note: \"[a]\"`. If not, remove them."
    ),
    ("note:", "6: error empty-value: `note` is empty."),
    ("count: three", "8: error wrong-type: `count` must be a number, not `three`. » Write `3`."),
    ("count: 3.", "8: error wrong-type: `count` must be a number, not `3.`. » Write `3`."),
    ("count: .5", "8: error wrong-type: `count` must be a number, not `.5`. » Write `0.5`."),
    ("count: 2,5", "8: error wrong-type: `count` must be a number, not `2,5`. » Write `2.5`."),
    ("count: 1e3", "8: error wrong-type: `count` must be a number, not `1e3`."),
    (
      "count: \"2.5\"",
      "8: error wrong-type: `count` must be a number, not the text \"2.5\". » Write `2.5`, without quotes."
    ),
    ("count: -1", "8: error wrong-type: `count` must be a number, 0 or more, not `-1`."),
    (
      "repetitions: 3-2",
      "14: error wrong-type: `repetitions` must be a number or a range, such as `2-3`, not `3-2`. » Write the smaller number first: `2-3`."
    ),
    (
      "repetitions: 8 - 10",
      "14: error wrong-type: `repetitions` must be a number or a range, such as `2-3`, not `8 - 10`. » Write `8-10`."
    ),
    (
      "repetitions: three sets",
      "14: error wrong-type: `repetitions` must be a number or a range, such as `2-3`, not `three sets`. » Write `3`."
    ),
    (
      "repetitions: ~12 x",
      "14: error wrong-type: `repetitions` must be a number or a range, such as `2-3`, not `~12 x`. » Write `12`."
    ),
    (
      "hold: about thirty seconds",
      "7: error wrong-type: `hold` must be a time in `s` or `min`, such as `20-30 s`, not `about thirty seconds`. » Write `30 s`."
    ),
    (
      "repetitions: 20 s",
      "14: error wrong-type: `repetitions` must be a number or a range, such as `2-3`, not `20 s`."
    ),
    (
      "hold: 30",
      "7: error wrong-type: `hold` must be a time in `s` or `min`, such as `20-30 s`, not `30`. » Add the unit: write `30 s` or `30 min`."
    ),
    (
      "hold: 30-20 s",
      "7: error wrong-type: `hold` must be a time in `s` or `min`, such as `20-30 s`, not `30-20 s`. » Write the smaller number first: `20-30 s`."
    ),
    (
      "hold: 0 s",
      "7: error wrong-type: `hold` must be a time in `s` or `min`, such as `20-30 s`, not `0 s`."
    ),
    (
      "hold: 30 hours",
      "7: error wrong-type: `hold` must be a time in `s` or `min`, such as `20-30 s`, not `30 hours`."
    ),
    (
      "since: 2025-02-29",
      "8: error wrong-type: `since` must be a date, such as `2026-02-28`, not `2025-02-29`. » February 2025 has 28 days."
    ),
    ("hard: on", "7: error wrong-type: `hard` must be `true` or `false`, not `on`. » Write `true`."),
    (
      "level: esy",
      "8: error wrong-type: `level` must be one of `easy`, `hard`, not `esy`. » Did you mean `easy`?"
    ),
    (
      "cue: {a: b}",
      "6: error wrong-type: `cue` must be text, not a mapping. » If the brackets are part of the text, write `cue: \"{a: b}\"`. If not, remove them."
    ),
    (
      "tools: [band, [step]]",
      "15: error wrong-type: `tools` must be text, not a list. » If the brackets are part of the text, write `tools: \"[step]\"`. If not, remove them."
    ),
    (
      "dose: 3",
      "7: error wrong-type: `dose` must be a mapping (`key: value` lines), not a single value. » Put it in braces, with a key in front: `{sets: …}`. The keys are `sets`, `hold`."
    ),
    ("dose: {set: 3}", "8: error unknown-key: There is no key `set` here. » Did you mean `sets`?"),
    ("load: {}", "7: error missing-key: The key `kilograms` is missing. » Add `kilograms:`, then its value."),
    (
      "figure: [a.png]",
      "9: error wrong-type: `figure` must be a mapping with `file` and `alt`, not a list. » Write `figure: {file: picture.svg, alt: What the picture shows}`."
    ),
    (
      "figure: a.png",
      "9: error wrong-type: `figure` must be a mapping with `file` and `alt`, not a single value. » Write `figure: {file: picture.svg, alt: What the picture shows}`."
    ),
    (
      "figure: {file: a.png}", "9: error missing-key: The key `alt` is missing. » Add `alt:`, then its value."
    ),
    ("figure: {file: a.png, alt: ''}", "28: error empty-value: `alt` is empty."),
    (
      "figure: {file: a.png, alt: A}",
      "16: error missing-image: The picture `Content/stretches/a.png` does not exist. » Put the picture next to the article, and write its file name: `file: photo.jpg`."
    ),
  ])
  func refuses(key: String, expected: String) async throws {
    expectFaults(try await Self.found(key), [expected])
  }

  @Test(arguments: [
    "note: yes", "count: 0", "count: 2.5", "count: 0.25", "count: 3.0", "repetitions: 8", "repetitions: 8–12",
    "hold: 1 min", "hold: 20-30s",
    "since: 2024-02-29",
    "hard: false", "level: hard", "cue: Keep the *knee* over the foot.", "tools: band", "tools: [band, step]",
    "dose: {}",
    "load: {kilograms: 4}", "easier: [Hold a rail., Use a lower step.]",
  ])
  func takes(key: String) async throws { expectFaults(try await Self.found(key), []) }

  @Test func requiredFieldIsMissing() async throws {
    let settings = FixtureSite.configuration("figure: {type: image}", "figure: {type: image, required: true}")
    expectFaults(
      try await faults(["site.yaml": settings]),
      [
        "Content/stretches/step-ups.md:1:1: error missing-key: The key `figure` is missing. » Add `figure:`, then its value."
      ])
  }

  /// Markdown in front matter has the positions of the file, and no list of references to cite into.
  @Test func markdownOfFields() async throws {
    expectFaults(
      try await Self.found("easier: [Rest., \"See [that](../signs/inner-pain.md).\"]"),
      [
        "17: error broken-link: The file `Content/signs/inner-pain.md` does not exist. » Did you mean `../signs/outer-pain.md`?"
      ])
    expectFaults(
      try await Self.found("easier: \"Less <b>weight</b>.\"").map { String($0.drop { $0 != "e" }) },
      [
        "error raw-html: This is HTML. Articles cannot contain HTML. » Write `**words**`. To show a `<`, write `\\<`."
      ])
    expectFaults(
      try await Self.found("easier: \"Less weight [@a2020].\"").map { String($0.drop { $0 != "e" }) },
      [
        "error unknown-citation: `@a2020` is cited, but it is not in the references. » Cite it in the article's text: front matter cannot contain citations."
      ])
  }

  /// What a translation has to say of a video is its title, if it has one.
  @Test func aVideoWithoutATitleHasNoWords() {
    let title = FieldValue.text(Array("The bridge".utf8))
    #expect(!VideoType().lacksWords(.group([.none, title, .none, .none])))
    #expect(VideoType().lacksWords(.group([.none, .none, .none, .none])))
  }
}
