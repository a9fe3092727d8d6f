import Diagnostics
import Testing

@testable import YAML

/// Lines as other languages have them: told where they are, not where YAML stumbles.
@Suite struct ForeignLineTests {
  @Test(arguments: [
    ("// a note\nto: b\n", 1, 1, "//", "Write `# a note`."),
    ("to: b\n//a note\nc: d\n", 2, 1, "//", "Write `# a note`."),
    ("to: b\n// last\n", 2, 1, "//", "Write `# last`."),
    ("a:\n  to: b\n  // a note\n  c: d\n", 3, 3, "//", "Write `# a note`."),
    ("to: b\n<!-- a note -->\nc: d\n", 2, 1, "<!--", "Write `# a note`."),
    (
      "to: b\n<!-- a note\nand more -->\nc: d\n", 2, 1, "<!--",
      "Write `# ` at the beginning of each line of the comment, and delete its marks."
    ),
  ])
  func comments(text: String, line: Int, column: Int, sign: String, hint: String) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, line, column, "A comment starts with `#` here, not with `\(sign)`.", hint: hint)
      ])
  }

  @Test(arguments: [
    (" to: a\nc: d\n", 1, " to", "a space", "the space"),
    ("# a note\n  to: a\n  b: e\nc: d\n", 2, "  to", "2 spaces", "the 2 spaces"),
  ])
  func firstKeys(text: String, line: Int, key: String, spaces: String, what: String) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, line, 1, "This line starts with \(spaces), but the keys below it do not.",
          hint: "Remove \(what) in front of `to:`, and of any line below it that has as many.")
      ])
    // The hint works.
    #expect(read(text.replacing("\n  ", with: "\n").drop { $0 == " " } + "").1.isEmpty)
  }

  @Test(arguments: ["a:\n  b: c\n to:\n  d: e\n", "a:\n  b:\n    c: e\n   to:\n    d: e\n"])
  func keysBetweenLevels(text: String) {
    let line = text.split(separator: "\n").count - 1
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, line, 1,
          "This line starts with a space too many: no key above it begins in its column.",
          hint: "Remove one space in front of `to:`.")
      ])
    #expect(read(text.replacing(" to:", with: "to:")).1.isEmpty)
  }

  @Test(arguments: ["a:\n  * one\n  * two\n", "a:\n* one\n"]) func stars(text: String) {
    #expect(
      read(text).1.map { [$0.message, $0.hint ?? ""] } == [
        ["`*` begins no entry of a list here.", "Write `- ` in place of `* `, on each line of the list."]
      ])
    #expect(read(text.replacing("* ", with: "- ")).1.isEmpty)
  }

  @Test(arguments: ["–", "•", "—", "·"]) func otherMarks(mark: String) throws {
    let root = try #require(read("a:\n  \(mark) rf-one\n  \(mark) rf-two\n").0?.root)
    var found: [Diagnostic] = []
    _ = root.value(for: "a")?.asTexts("a", of: "ids", example: "[one]", into: &found)
    #expect(
      found.map(\.hint) == [
        "Write each entry on a line of its own that starts with `- ` in place of `\(mark) `, such as `- rf-one`."
      ])
  }

  @Test(arguments: [
    "a: http://b.example/c\n", "# a\nb: c\n", "a: b; c\n", "a: \"// b\"\nc: d\n", "a: x = y\n", "a: 2 * 3\n",
    "a:\n  b: c\nd: e\n", "  a: b\n  c: d\n",
  ])
  func ordinary(text: String) { #expect(read(text).1.isEmpty) }
}
