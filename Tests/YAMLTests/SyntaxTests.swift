import Diagnostics
import Testing

@testable import YAML

@Suite struct SyntaxTests {
  @Test(arguments: [
    (
      "title: Hip: what now\n",
      fault(
        .yamlSyntax, 1, 11, "This `:` is not allowed here.",
        hint: "Put the text in quotes: write `title: \"Hip: what now\"`.")
    ),
    (
      "a: b\nsome text\nc: d\n",
      fault(
        .yamlSyntax, 2, 1, "This line has no `:` after its key.",
        hint:
          "If this continues the text above, start it with two spaces. If `some` is a key, write `some: text`."
      )
    ),
    (
      "a:\n\t- b\n",
      fault(
        .yamlSyntax, 2, 1, "This line is indented with a tab.",
        hint: "Indent with spaces instead.")
    ),
    (
      "a: \"é\nb: c\n",
      fault(
        .yamlSyntax, 1, 4, "This quote is never closed.",
        hint: "Add the same quote at the end. If the quote is part of the text, write `a: '\"é'`.")
    ),
    (
      "é: [b, c\nd: e\n",
      fault(
        .yamlSyntax, 1, 4, "This `[` is never closed.", hint: "Add `]` behind `c`.")
    ),
    (
      "a: [b,\n  c\n  ,\nd: [e]\n",
      fault(.yamlSyntax, 1, 4, "This `[` is never closed.", hint: "Add `]` behind `c`.")
    ),
    (
      "a: [b,\n  \"c d\",\n\n\nd: e\n",
      fault(.yamlSyntax, 1, 4, "This `[` is never closed.", hint: "Add `]` behind `\"c d\"`.")
    ),
    (
      "x:\n  a: {b: 1,\n    c: 2\n  d: e\n",
      fault(.yamlSyntax, 2, 6, "This `{` is never closed.", hint: "Add `}` behind `c: 2`.")
    ),
    (
      "a: {b: c\n",
      fault(
        .yamlSyntax, 1, 4, "This `{` is never closed.", hint: "Add `}` behind `b: c`.")
    ),
    (
      "a: 1\n b: 2\n",
      fault(
        .yamlSyntax, 2, 1, "This line starts with a space, but the key above it does not.",
        hint:
          "Remove the space: keys at the same level start in the same column. If it goes on with the text above, put the whole text in quotes."
      )
    ),
    (
      "m:\n  a: 1\n b: 2\n",
      fault(
        .yamlSyntax, 3, 2, "This line does not fit the lines above it.",
        hint:
          "Indent all keys at the same level equally. If a text contains quotes, put the other kind of quotes around it."
      )
    ),
    (
      "  a: 1\n b: 2\n",
      fault(.yamlSyntax, 2, 2, "This does not belong to the lines above.", hint: "Check the indentation.")
    ),
    (
      "a: @b\n",
      fault(
        .yamlSyntax, 1, 4, "Text cannot start with this character.",
        hint: "Put the text in quotes: write `a: \"@b\"`.")
    ),
    (
      "a: 1\n---\nb: 2\n",
      fault(
        .yamlSyntax, 2, 1, "A second document starts here, but a file can contain only one.",
        hint: "Remove this `---` line."
      )
    ),
    (
      "%YAML 1.1\n---\na: 1\n",
      fault(
        .yamlSyntax, 1, 1, "A line that starts with `%` is a YAML directive, which is not supported.",
        hint: "Remove the line, or indent it if it is part of a text.")
    ),
    (
      "a: \u{1}\n",
      fault(
        .yamlSyntax, 1, 4,
        "There is an invisible control character here, which YAML does not allow.",
        hint: "Delete it and type the line again.")
    ),
    (
      "a: &one 1\nb: *two\nc: *one\n",
      fault(
        .yamlSyntax, 2, 4, "`*two` repeats `&two`, which is not defined above.",
        hint: "Put the text in quotes: write `b: \"*two\"`.")
    ),
    (
      "a: &x [*x]\n", fault(.yamlSyntax, 1, 8, "`*x` is inside `&x` itself, so it would never end.")
    ),
    (
      "title:Foo\nsummary: A snap.\n",
      fault(
        .yamlSyntax, 1, 7, "There is no space after `title:`.", hint: "Add a space after `title:`.")
    ),
    (
      "title: Foo\r\nsummary: A\r\norder: 2\r\nupdated:2026-01-01\r\norder: 1\r\n",
      fault(
        .yamlSyntax, 4, 9, "There is no space after `updated:`.", hint: "Add a space after `updated:`."
      )
    ),
    (
      "title: Foo\nupdated:2026-01-01\norder: 1\n",
      fault(
        .yamlSyntax, 2, 9, "There is no space after `updated:`.", hint: "Add a space after `updated:`."
      )
    ),
    (
      "title: Foo\nsigns:[a, b]\n",
      fault(
        .yamlSyntax, 2, 7, "There is no space after `signs:`.", hint: "Add a space after `signs:`.")
    ),
    (
      "title: Foo\nupdated:\u{A0}2026-01-01\norder: 1\n",
      fault(
        .yamlSyntax, 2, 9,
        "The space after `updated:` is a special character, probably pasted from a word processor.",
        hint: "Delete that space and type it again.")
    ),
    (
      "title: Foo\n updated: 2026-01-01\n",
      fault(
        .yamlSyntax, 2, 1, "This line starts with a space, but the key above it does not.",
        hint:
          "Remove the space: keys at the same level start in the same column. If it goes on with the text above, put the whole text in quotes."
      )
    ),
    (
      "signs: [a]\n updated: 2026-01-01\n",
      fault(
        .yamlSyntax, 2, 1, "This line starts with a space, but the key above it does not.",
        hint:
          "Remove the space: keys at the same level start in the same column. If it goes on with the text above, put the whole text in quotes."
      )
    ),
    (
      "a:b\n\n\n\nc: d: e\n",
      fault(
        .yamlSyntax, 5, 2, "This `:` is not allowed here.",
        hint: "Put the text in quotes: write `c: \"d: e\"`.")
    ),
    ("a: &x b\n*x : c\n", fault(.yamlSyntax, 2, 1, "The alias `*x` is used as a key. Write the key itself.")),
    (
      "a: !!str 1\n",
      fault(
        .yamlTag, 1, 4, "The tag `!!str` is not supported.",
        hint:
          "Remove the tag: the key already decides what its value means. If it is part of the text, write `a: \"!!str 1\"`."
      )
    ),
    (
      "a: !foo [1]\n",
      fault(
        .yamlTag, 1, 4, "The tag `!foo` is not supported.",
        hint:
          "Remove the tag: the key already decides what its value means. If it is part of the text, write `a: \"!foo [1]\"`."
      )
    ),
    (
      "title About it\nsummary: S.\n",
      fault(.yamlSyntax, 1, 1, "This line has no `:` after its key.", hint: "Write `title: About it`.")
    ),
    (
      "title: A\nsummary: It is\nabout hips.\norder: 1\n",
      fault(
        .yamlSyntax, 3, 1, "This line has no `:` after its key.",
        hint:
          "If this continues the text above, start it with two spaces. If `about` is a key, write `about: hips.`."
      )
    ),
    (
      "title: '90s hips\nsummary: S.\n",
      fault(
        .yamlSyntax, 1, 8, "This quote is never closed.",
        hint: "Add the same quote at the end. If the quote is part of the text, write `title: \"'90s hips\"`."
      )
    ),
    (
      "title: \"Hips\" and knees\n",
      fault(
        .yamlSyntax, 1, 15, "The text ends at the quote before this.",
        hint: "Write `title: '\"Hips\" and knees'`.")
    ),
    (
      "title: *x\n",
      fault(
        .yamlSyntax, 1, 8, "`*x` repeats `&x`, which is not defined above.",
        hint: "Put the text in quotes: write `title: \"*x\"`.")
    ),
    (
      "[\n  {\"id\": \"a\"}\n  {\"id\": \"b\"}\n]\n",
      fault(
        .yamlSyntax, 3, 3, "There is no `,` before this.", hint: "Add a `,` after the value before it.")
    ),
    (
      "[{\"id\": \"a\"\n\"b\": 1}]\n",
      fault(
        .yamlSyntax, 2, 1, "There is no `,` before this.",
        hint: "Add a `,` after the value before it, or a `:` if that is its key.")
    ),
  ])
  func refuses(text: String, wanted: Diagnostic) {
    let (document, diagnostics) = read(text)
    #expect(document == nil)
    #expect(diagnostics == [wanted])
  }

  /// A name that nothing repeats was meant as text.
  @Test func lostNames() {
    let (document, diagnostics) = read("title: &co Company\nlist: [&a x, *a]\n")
    #expect(document != nil)
    #expect(
      diagnostics == [
        fault(
          .yamlSyntax, 1, 8, "`&co` is read as a name for what follows, so it is missing from the text.",
          hint: "Put the whole text in quotes: `\"&co Company\"`.")
      ])
  }

  @Test func everyRepeatedKeyIsReportedAndTheTreeStillRead() throws {
    let (document, diagnostics) = read("a: 1\nb: {c: 1, 'c': 2}\na: 3\na: 4\n", firstLine: 2)
    #expect(
      diagnostics == [
        fault(
          .duplicateKey, 3, 11, "`c` appears twice; the first is on line 3.",
          hint: "Remove one of the two."),
        fault(
          .duplicateKey, 4, 1, "`a` appears twice; the first is on line 2.",
          hint: "Remove one of the two."),
        fault(
          .duplicateKey, 5, 1, "`a` appears twice; the first is on line 2.",
          hint: "Remove one of the two."),
      ])
    #expect(try #require(document?.root?.value(for: "a")).text == "1")
  }

  @Test func repeatedKeysInLargeMappings() {
    let keys = (0..<1000).map { "key-\($0): x\n" }.joined()
    let (_, diagnostics) = read(keys + "key-7: y\n")
    #expect(
      diagnostics == [
        fault(
          .duplicateKey, 1001, 1, "`key-7` appears twice; the first is on line 8.",
          hint: "Remove one of the two.")
      ])
  }

  @Test func aKeyIsAText() {
    let (_, diagnostics) = read("[a]: 1\n? {b: c}\n: 2\n")
    #expect(
      diagnostics == [
        fault(
          .wrongType, 1, 1, "A key must be text, not a list.",
          hint: "Put text that contains brackets or braces in quotes."),
        fault(
          .wrongType, 2, 3, "A key must be text, not a mapping.",
          hint: "Put text that contains brackets or braces in quotes."),
      ])
  }

  @Test func reportingStopsAtTheLimit() {
    let text = (0..<5000).map { _ in "a: 1\n" }.joined()
    let (document, diagnostics) = read(text)
    #expect(document == nil)
    #expect(diagnostics.count == 100)
  }

  @Test func notUTF8() {
    var diagnostics: [Diagnostic] = []
    let bytes: [UInt8] = Array("a: ".utf8) + [0xFF, 0xFE]
    #expect(YAMLDocument.parse(bytes[...], file: "a.yaml", into: &diagnostics) == nil)
    #expect(
      diagnostics == [fault(.yamlSyntax, 1, 4, "This is not UTF-8 text.", hint: "Save the file as UTF-8.")])
  }
}
