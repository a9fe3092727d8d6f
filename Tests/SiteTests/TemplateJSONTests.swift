import FixtureSite
import Foundation
import Testing

@testable import Text

/// JSON for search engines that a designer writes in a template: JSON on every page, whatever that has.
@Suite struct TemplateJSONTests {
  private static func script(_ json: String) -> String {
    FixtureSite.page("<script type=\"application/ld+json\">\(json)</script>\n{{{body}}}")
  }

  private static func found(_ json: String) async throws -> [String] {
    try await faults(["Templates/cause.mustache": script(json)]).filter { $0.contains("template-") }
  }

  private static let empty =
    "It comes out like that when a value or list is empty. Put what is around it into its section as well."
  private static let several =
    "It comes out like that when a list has several entries: they need commas between them."
  private static let quotes =
    "Write each value in quotes, and a comma between two entries: `\"name\": \"{{title}}\"`."

  @Test(arguments: [
    ("{\"name\": {{title}}}", "a text needs quotes, behind `{\"name\":`", quotes),
    ("{\"name\": \"{{title}}\",}", "a comma stands before this bracket, behind `{\"name\": \"x\",`", quotes),
    (
      "{\"name\": \"{{title}}\" \"url\": \"{{url}}\"}", "a comma is due here, behind `{\"name\": \"x\"`",
      quotes
    ),
    ("{\"name\": \"{{title}}", "a text is not closed, behind `{\"name\": \"x`", quotes),
    (
      "{\"signs\": [{{#signs}}\"{{title}}\"{{/signs}}]}", "a comma is due here, behind `{\"signs\": [\"x\"`",
      several
    ),
    (
      "{\"signs\": [{{#signs}}\"{{title}}\",{{/signs}} \"last\", {{#stretches}}\"x\"{{/stretches}}]}",
      "a comma stands before this bracket, behind `{\"signs\": [ \"last\",`", empty
    ),
    (
      "{{#has-signs}}{\"a\": 1}{{/has-signs}}", "it ends where a value is due", empty
    ),
    ("{\"a\": 01}", "a text needs quotes, behind `{\"a\":`", quotes),
    (
      "{\"a\": \"\\x\"}",
      "a backslash stands before something else than a quote, a backslash or one of `/bfnrtu`, behind `{\"a\": \"\\`",
      quotes
    ),
  ])
  func faulty(json: String, reason: String, hint: String) async throws {
    expectFaults(
      try await Self.found(json),
      ["Templates/cause.mustache:3:1: error template-bad-json: This JSON is not valid: \(reason). » \(hint)"],
      "\(json)")
  }

  @Test func unclosed() async throws {
    expectFaults(
      try await faults(["Templates/cause.mustache": "<script type=\"application/ld+json\">{}\n{{{body}}}"])
        .filter {
          $0.contains("template-")
        },
      [
        "Templates/cause.mustache:1:1: error template-bad-json: This script with JSON is never closed. » Write `</script>` where it ends.",
        "Templates/cause.mustache:2:1: error template-not-text: `body` is HTML, which cannot stand in JSON.",
      ])
  }

  @Test func markup() async throws {
    expectFaults(
      try await Self.found("{\"text\": \"{{{body}}}\"}"),
      ["Templates/cause.mustache:3:46: error template-not-text: `body` is HTML, which cannot stand in JSON."])
  }

  /// What titles may hold cannot end the text, the script or the JSON.
  @Test(arguments: [
    "Say \\\"no\\\"", "back\\\\slash", "</script><b>", "a < b & c > d", "it’s 'here'", "Étude 😀", "tab here",
  ])
  func values(title: String) async throws {
    let site = try FixtureSite([
      "Templates/cause.mustache": Self.script(
        "{\"@type\": \"Thing\", \"name\": \"{{title}}\"{{#has-signs}}, \"signs\": [{{#signs}}{\"name\": \"{{title}}\"}, {{/signs}}null]{{/has-signs}}}"
      ),
      "Content/causes/tendon-pain.md": FixtureSite.article(
        "\"\(title)\"", "signs: [outer-pain]", "stretches: [step-ups]",
        body: "See [](sign:outer-pain) and [](stretch:step-ups)."),
    ])
    let lines = site.lines(try await site.build()).filter { $0.contains(" error ") }
    #expect(lines == [], "\(lines)")
    let page = try site.text(of: "Public/causes/tendon-pain/index.html")
    let start = try #require(page.range(of: "ld+json\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let json = try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8))
    let object = try #require(json as? [String: Any])
    let meant = title.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    #expect(object["name"] as? String == meant)
    #expect((object["signs"] as? [Any])?.count == 2)
  }

  /// Lists in lists are tried as well.
  @Test func deepLists() async throws {
    let names = ["signs", "stretches", "caution", "avoid", "see-also", "related", "linked-from"]
    let json =
      names.map { "{{#\($0)}}" }.joined() + "\"x\"" + names.reversed().map { "{{/\($0)}}" }.joined()
    expectFaults(
      try await Self.found("[\(json)]"),
      [
        "Templates/cause.mustache:3:1: error template-bad-json: This JSON is not valid: a comma is due here, behind `[\"x\"`. » \(Self.several)"
      ])
  }

  /// The validator agrees with Foundation's on texts made of the pieces of JSON.
  @Test func sameAsFoundation() {
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"\\n\"", "1", "-0.5e3", "01", "true", "null", " ", "x", "\"",
      "-",
    ]
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0..<1000, using: &generator)
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var valid = 0
    for _ in 0..<20_000 {
      let text = (0...random(9)).map { _ in pieces[random(pieces.count)] }.joined()
      // Foundation takes a comma at the end of a list, and no number beyond what a double holds.
      if text.contains(/,\s*[\]}]/) || text.contains(/e3\d/) { continue }
      let isValid =
        (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
      if isValid { valid += 1 }
      #expect((JSONSyntax.fault(in: Array(text.utf8)) == nil) == isValid, "seed \(seed): \(text)")
    }
    #expect(valid > 100)
  }
}
