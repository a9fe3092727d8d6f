import Diagnostics
import Testing

@testable import YAML

/// Lines that YAML stumbles over only further down: told where they are.
@Suite struct SlippedLineTests {
  @Test(arguments: [
    ("a:\n  to:b\n  c: d\n", 2, 6, "to"),
    ("a:\n  c: d\n  to:b\ne:\n  f: g\n", 3, 6, "to"),
    ("a:\n  to:\"b\"\n  d: e\n", 2, 6, "to"),
    ("- id: a\n  to:b\n  c: d\n", 2, 6, "to"),
    ("- to:b\n  c: d\n", 1, 6, "to"),
    ("a:\n  b:\n    to:1\n    c: d\n", 3, 8, "to"),
  ])
  func spaceBehindTheColon(text: String, line: Int, column: Int, key: String) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, line, column, "There is no space after `\(key):`.",
          hint: "Add a space after `\(key):`.")
      ])
    // The hint works.
    #expect(read(text.replacing("\(key):", with: "\(key): ")).1.isEmpty)
  }

  @Test(arguments: ["\u{A0}", "\u{202F}", "\u{3000}"]) func strangeSpaces(space: String) {
    #expect(
      read("a:\n  to:\(space)b\n  c: d\n").1 == [
        fault(
          .yamlSyntax, 2, 6,
          "The space after `to:` is a special character, probably pasted from a word processor.",
          hint: "Delete that space and type it again.")
      ])
    #expect(
      read("a:\n\(space)\(space)to: b\n  c: d\n").1 == [
        fault(
          .yamlSyntax, 2, 1,
          "The space in front of this line is a special character, probably pasted from a word processor.",
          hint: "Delete the spaces in front of this line and type them again.")
      ])
  }

  @Test(arguments: [
    // Among its siblings, as the first, in a list, by an odd number of spaces.
    ("a:\n  b: c\nto: d\n  e: f\ng:\n  h: i\n", 3, 1, 2), ("a:\nto: b\n  c: d\ne: f\n", 2, 1, 2),
    ("a:\n  b: c\nto: d\n  e: f\n  g: h\ni: j\n", 3, 1, 2),
    ("q:\n  a:\n    b: c\n   to: \"d\"\n    e: f\n", 4, 4, 1),
    ("q:\n  a:\n   to: d\n    e: f\n    g: h\n", 3, 4, 1),
  ])
  func furtherLeft(text: String, line: Int, column: Int, spaces: Int) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, line, column, "This line begins further left than the lines it belongs to.",
          hint: "Add \(spaces == 1 ? "a space" : "\(spaces) spaces") in front of `to:`.")
      ])
    #expect(read(text.replacing("to:", with: String(repeating: " ", count: spaces) + "to:")).1.isEmpty)
  }

  /// Where either of two lines may be the slip, the hint says so.
  @Test func eitherOfTwo() {
    #expect(
      read("x: y\na:\n  b: c\nd: e\n  f: g\nh: i\n").1 == [
        fault(
          .yamlSyntax, 5, 1, "This line starts with a space, but the key above it does not.",
          hint:
            "Keys at the same level start in the same column: remove the space, or write as many in front of the key above."
        )
      ])
  }

  @Test(arguments: ["= ", "=", " = ", "：", "： ", "; "]) func otherSignsThanTheColon(sign: String) {
    #expect(
      read("title\(sign)A knee\nsummary: About it.\n").1 == [
        fault(
          .yamlSyntax, 1, 1, "This line has no `:` after its key.", hint: "Write `title: A knee`.")
      ])
  }

  /// The value stands on the lines below the key, or nowhere.
  @Test(arguments: [
    ("also-known-as\n  - hip pain\ntitle: A\n", 1, 1, "Write `also-known-as:`."),
    ("title: A\nalso-known-as\n- hip pain\n- sore hip\norder: 1\n", 2, 1, "Write `also-known-as:`."),
    ("title\n  Sore knee\nsummary: About it.\n", 1, 1, "Write `title:`."),
    ("kinds\n  cause:\n    folder: causes\n", 1, 1, "Write `kinds:`."),
    ("kinds:\n  cause\n    folder: causes\n", 2, 3, "Write `cause:`."),
    ("a: 1\ndose\n  sets: 2\n\n  # Each day.\n  reps: 10\nb: 2\n", 2, 1, "Write `dose:`."),
    ("title\nsummary: About it.\n", 1, 1, "Write `title:` with its value behind it, or delete the line."),
    ("a: 1\ntitle\n", 2, 1, "Write `title:` with its value behind it, or delete the line."),
  ])
  func keysAlone(text: String, line: Int, column: Int, hint: String) {
    #expect(
      read(text).1 == [
        fault(.yamlSyntax, line, column, "This line has no `:` after its key.", hint: hint)
      ])
  }

  /// One word of a text is no key.
  @Test(arguments: ["a: Sore hips\n  often\n  with: rest\nb: 1\n", "a: >\n  often\nb: c: d\n"])
  func wordsOfTexts(text: String) {
    #expect(!read(text).1.contains { $0.hint?.contains("`often") ?? false })
  }

  @Test(arguments: [
    (
      "a:\n  - \"Do not\" go lower.\n", 2, 14, "The text ends at the quote before this.",
      "Write `- '\"Do not\" go lower.'`."
    ),
    (
      "a:\n  - [Signs](x.md) first.\n", 2, 12, "The list entry ends before this.",
      "Put the text in quotes: write `- \"[Signs](x.md) first.\"`."
    ),
    (
      "a:\n  - *Do not* go lower.\n", 2, 5, "`*Do` repeats `&Do`, which is not defined above.",
      "Put the text in quotes: write `- \"*Do not* go lower.\"`."
    ),
    (
      "a: {b: Photo: Pat, c: d}\n", 1, 13, "This `:` is not allowed here.",
      "Put the text in quotes: write `b: \"Photo: Pat\"`."
    ),
  ])
  func textsThatNeedQuotes(text: String, line: Int, column: Int, message: String, hint: String) {
    #expect(read(text).1 == [fault(.yamlSyntax, line, column, message, hint: hint)])
  }

  @Test func sentencesWithAColon() throws {
    let root = try #require(read("- Stop: do not go lower.\n- two\n").0?.root)
    var found: [Diagnostic] = []
    _ = root.asTexts("before", of: "texts", example: "[one]", into: &found)
    #expect(
      found == [
        fault(
          .wrongType, 1, 3, "`before` must be a list of texts, such as `[one]`, not a mapping.",
          hint: "If this is one text, put it in quotes: `\"Stop: do not go lower.\"`.")
      ])
  }
}
