import Diagnostics
import Testing

@testable import YAML

/// Texts that YAML cuts off, joins or ends where nobody would see it.
@Suite struct PastedTextTests {
  private static func cut(
    _ line: Int, _ column: Int, _ what: String, _ example: String,
    _ comment: String = "add a space after the `#`"
  ) -> Diagnostic {
    .warning(
      .doubtfulValue, file: "a.yaml", at: Position(line: line, column: column),
      "\(what) ends here: everything after a space and a `#` is ignored.",
      hint:
        "Put the whole text in straight quotes\(example). If this is a comment, \(comment).")
  }

  private static let alone = "move it to a line of its own"

  @Test(arguments: [
    ("title: Exercise #2\n", cut(1, 17, "`title`", ": `title: \"…\"`")),
    ("a:\n  label: Pain #1 of all\n", cut(2, 15, "`label`", ": `label: \"…\"`")),
    ("a:\n- Step #3\n- b\n", cut(2, 8, "This text", "")),
    ("é: Größe\nb: é #x\n", cut(2, 6, "`b`", ": `b: \"…\"`")),
    ("summary: See # of steps\n", cut(1, 14, "`summary`", ": `summary: \"…\"`", alone)),
    ("a: Exercise # 2 is new\n", cut(1, 13, "`a`", ": `a: \"…\"`", alone)),
    ("a:\n- Press the # key\n", cut(2, 13, "This text", "", alone)),
    ("text: A cold leg # or numb\n", cut(1, 18, "`text`", ": `text: \"…\"`", alone)),
    ("a:\n  label: At the side # and below\n", cut(2, 22, "`label`", ": `label: \"…\"`", alone)),
    ("a: Knee pain #new\n", cut(1, 14, "`a`", ": `a: \"…\"`", alone)),
  ])
  func isCutOff(text: String, expected: Diagnostic) { #expect(read(text).1 == [expected]) }

  @Test(arguments: [
    "a: b # a comment\n", "draft: true #later\n", "order: 3 #first\n", "#title\na: b\n", "a: [b, c] #old\n",
    "a: \"b #2\"\n", "a: |\n  b #2\n", "a: b#2\n", "a:\n  #old: c\n  b: d\n", "day: 2026-01-01 #new\n",
    "a: b ##\n",
    "a: #fff\n", "order: 3 # first on the list\n", "title: Hip # the main title\n", "a: [] # none of them\n",
    "title: Hip pain # The title as it is shown\n", "from: 08:00 # in the morning\n",
    "draft: true # 2 of 3 are done\n", "status: pending # 2 reviewers are missing\n", "max: 12 # of them\n",
  ])
  func isMeant(text: String) { #expect(read(text).1 == []) }

  /// Works have titles with such signs, and no comments.
  @Test func literature() {
    var found: [Diagnostic] = []
    _ = YAMLDocument.parse(
      ArraySlice("[{\"title\": \"Hip #2\"}]".utf8), file: "a.json", into: &found)
    #expect(found == [])
  }

  @Test(arguments: [
    ("a:\n- b\n - c\n", 3, 2), ("a:\n  - b\n    - c\n  - d\n", 3, 5), ("a: b\n  - c\n", 2, 3),
  ])
  func itemsFurtherIn(text: String, line: Int, column: Int) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, line, column,
          "This `-` is indented too far, so it continues the text above it and is no entry of the list.",
          hint:
            "Start it in the same column as the other entries. If it is text, put the whole text in quotes.")
      ])
  }

  @Test(arguments: ["a: b\n  c -d\n", "a: >\n  b\n  - c\n", "a: \"b\n  - c\"\n", "a:\n- b\n- c - d\n"])
  func textsOverSeveralLines(text: String) { #expect(read(text).1 == []) }

  @Test(arguments: [
    ("title: The \"b\" c\n", nil), ("title: \"The \"best\" knee\"\n", "Write `title: 'The \"best\" knee'`."),
    ("a: 'Runner's knee'\n", "Write `a: \"Runner's knee\"`."),
    ("a: 'It's' so\n", "Write `a: \"'It's' so\"`."),
    ("a: \"Hip\" pain\n", "Write `a: '\"Hip\" pain'`."),
    ("a: *b*\n", "Put the text in quotes: write `a: \"*b*\"`."),
    ("a: ! b\n", "If it is part of the text, write `a: \"! b\"`."),
    ("draft = true\nb: c\n", "Write `draft: true`."),
    (
      "m:\n  a: b\n  level soon\n  c: d\n",
      "If this continues the text above, start it with 4 spaces. If `level` is a key, write `level: soon`."
    ),
    (
      "a: [one # two]\n",
      "Put the text that contains it in quotes: `\"…\"`. If it is a comment, move it to a line of its own."
    ),
    ("[{a: b}][{a: c}]\n", "Write a `,` in place of the `]` before it and this `[`."),
    (
      "{\"a\": 1}\n{\"a\": 2}\n",
      "Write `[` before the first `{`, a `,` between two entries, and `]` after the last."
    ),
  ])
  func hints(text: String, hint: String?) {
    let found = read(text).1
    #expect(found.count == (hint == nil ? 0 : 1), "\(found)")
    if let hint { #expect(found.first?.hint?.contains(hint) ?? false, "\(found)") }
  }
}
