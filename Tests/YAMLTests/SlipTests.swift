import Diagnostics
import Testing

@testable import YAML

/// What YAML stumbles over further down than it was written.
@Suite struct SlipTests {
  @Test(arguments: [
    (
      "name: \"Example\ndescription: \"Plain help.\"\nlanguage: en\n",
      fault(
        .yamlSyntax, 1, 7, "This quote is never closed.",
        hint: "Write `\"Example\"`.")
    ),
    (
      "a: 'It''s here\nb: [c, \"d\"]\ne: 'f g'\nh: i\n",
      fault(.yamlSyntax, 1, 4, "This quote is never closed.", hint: "Write `'It''s here'`.")
    ),
    (
      "a:\n  - \"one\n  - \"two\"\n",
      fault(.yamlSyntax, 2, 5, "This quote is never closed.", hint: "Write `\"one\"`.")
    ),
    (
      "a: {b: [c], d: \"09:00, e: \"17:00\"}\n",
      fault(.yamlSyntax, 1, 16, "This quote is never closed.", hint: "Write `\"09:00\"`.")
    ),
    (
      "a:\n  - one\n  -two\nb: c\n",
      fault(
        .yamlSyntax, 3, 3, "There is no space after this `-`.",
        hint: "Write `- ` in front of each entry of the list.")
    ),
    (
      "a:\n  - > 3 of 10 pain means stop.\n",
      fault(
        .yamlSyntax, 2, 7, "Only a comment can follow here.",
        hint: "Put the text in quotes: write `- \"> 3 of 10 pain means stop.\"`.")
    ),
    (
      "a:\n  - !Do not go lower than feels safe.\n",
      fault(
        .yamlTag, 2, 5, "The tag `!Do` is not supported.",
        hint: "Put the text in quotes: write `- \"!Do not go lower than feels safe.\"`.")
    ),
  ])
  func isToldWhereItStands(text: String, wanted: Diagnostic) {
    let (document, diagnostics) = read(text)
    #expect(document == nil)
    #expect(diagnostics == [wanted])
  }

  /// YAML reads the second line as going on with the first.
  @Test func gluedDashAboveAnother() {
    #expect(
      read("a:\n  -one\n  - two\nb: c\n").1 == [
        fault(
          .yamlSyntax, 2, 3, "There is no space after this `-`.",
          hint: "Write `- ` in front of each entry of the list.")
      ])
  }

  /// Whatever YAML makes of the marks.
  @Test(arguments: ["a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "<<<<<<< HEAD\na: [1\n"])
  func mergedVersions(text: String) {
    let found = read(text).1
    #expect(
      found.map(\.message) == ["Git left this line here when it merged two versions of this text."])
    #expect(found.first?.position == Position(line: text.hasPrefix("a") ? 2 : 1, column: 1))
  }

  /// What a `#` takes away without a word.
  @Test(arguments: [
    ("a: [b] #, c]\nd: e\n", [1, 8]), ("a: [b] # c, d]\n", [1, 8]),
    ("a:\n  text: A calf that is swollen,\n    # warm or red\n", [3, 5]),
  ])
  func isCutOff(text: String, place: [Int]) {
    let found = read(text).1
    #expect(found.map(\.code) == [.doubtfulValue])
    #expect(found.first?.position == Position(line: place[0], column: place[1]))
  }

  @Test(arguments: [
    "a: [b] # both\n", "a: [b] # as in [c]\n", "# One, two,\n# three\na: b\n", "a: [b,\n  # c\n  d]\n",
    "a:\n  b: c\n    # A note\n",
  ])
  func isAComment(text: String) { #expect(read(text).1 == []) }
}
