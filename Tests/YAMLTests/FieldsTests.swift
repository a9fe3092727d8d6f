import Diagnostics
import Testing

@testable import YAML

@Suite struct FieldsTests {
  static let keys: KnownKeys = ["title", "signs", "draft", "order", "updated", "review"]

  private func fields(_ text: String) throws -> (Fields, [Diagnostic]) {
    let root = try #require(read(text, firstLine: 2).0?.root)
    var diagnostics: [Diagnostic] = []
    let fields = Fields(root, named: "front matter", allowing: Self.keys, into: &diagnostics)
    return (try #require(fields), diagnostics)
  }

  @Test func unknownKeysAreReportedWithTheNearest() throws {
    let (_, diagnostics) = try fields("titel: x\n<<: y\n")
    #expect(
      diagnostics == [
        fault(.unknownKey, 2, 1, "There is no key `titel` here.", hint: "Did you mean `title`?"),
        fault(
          .unknownKey, 3, 1, "There is no key `<<` here.",
          hint: "The keys are `title`, `signs`, `draft`, `order`, `updated`, `review`."),
      ])
  }

  /// In braces, a colon with something right behind it is part of a word.
  @Test func aColonWithoutASpaceInBraces() throws {
    let (fields, diagnostics) = try fields("{title:x, draft: true}")
    #expect(fields.isMisspelt("title"))
    let (message, hint) = ("There is no space after `title:`.", "Add a space after `title:`.")
    #expect(diagnostics == [fault(.unknownKey, 2, 2, message, hint: hint)])
    let (_, others) = try self.fields("title:\"A knee: about it\"\ndraft: true\n")
    #expect(others == [fault(.unknownKey, 2, 1, message, hint: hint)])
  }

  /// What ends at a comma is there, so nobody misses it.
  @Test func aTextCutAtItsComma() throws {
    var (fields, diagnostics) = try fields("{title: One, two, draft: true}")
    #expect(fields.required("title", into: &diagnostics) == nil)
    #expect(
      diagnostics == [
        fault(
          .wrongType, 2, 9, "`title` ends at the comma: in braces, a comma starts another key.",
          hint: "Put the whole text in quotes: `title: \"One, two\"`.")
      ])
  }

  @Test func aMissingKeyIsReportedWhereTheCallerSays() throws {
    let (fields, _) = try fields("draft: true\n")
    var diagnostics: [Diagnostic] = []
    #expect(fields.required("title", missingAt: .start, into: &diagnostics) == nil)
    #expect(fields.required("draft", into: &diagnostics)?.text == "true")
    #expect(fields["order"] == nil)
    #expect(
      diagnostics == [
        fault(.missingKey, 1, 1, "The key `title` is missing.", hint: "Add `title:`, then its value.")
      ])
  }

  @Test func somethingElseThanAMapping() throws {
    let root = try #require(read("- a").0?.root)
    var diagnostics: [Diagnostic] = []
    #expect(Fields(root, named: "front matter", allowing: Self.keys, into: &diagnostics) == nil)
    #expect(
      diagnostics == [
        fault(.wrongType, 1, 1, "`front matter` must be a mapping (`key: value` lines), not a list.")
      ])
  }

  @Test func valuesAreReadAsTheirKeyWants() throws {
    let (fields, _) = try fields(
      "title: no\ndraft: false\norder: -12\nupdated: 2024-02-29\nsigns: [a, 'b']\n")
    var diagnostics: [Diagnostic] = []
    #expect(fields["title"]?.asText("title", into: &diagnostics) == "no")
    #expect(fields["draft"]?.asBool("draft", into: &diagnostics) == false)
    #expect(fields["order"]?.asInteger("order", into: &diagnostics) == -12)
    #expect(fields["updated"]?.asDate("updated", into: &diagnostics)?.text == "2024-02-29")
    let signs = fields["signs"]?.asTexts("signs", of: "ids", example: "[a]", into: &diagnostics)
    #expect(signs?.map(\.text) == ["a", "b"])
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    ("title:", 1, "`title` is empty."),
    ("title: ~", 2, "`title` is empty."),
    ("title: \"\"", 2, "`title` is empty."),
    (
      "title: [a]", 2,
      "`title` must be text, not a list. » If the brackets are part of the text, write `title: \"[a]\"`. If not, remove them."
    ),
    ("draft: no", 2, "`draft` must be `true` or `false`, not `no`. » Write `false`."),
    (
      "draft: 'true'", 2,
      "`draft` must be `true` or `false`, not the text \"true\". » Write `true`, without quotes."
    ),
    ("order: 1e3", 2, "`order` must be a whole number, not `1e3`."),
    ("order: 012", 2, "`order` must be a whole number, not `012`. » Write `12`."),
    ("order: +1", 2, "`order` must be a whole number, not `+1`."),
    ("order: 99999999999999999999", 2, "`order` must be a whole number, not `99999999999999999999`."),
    (
      "updated: 2026-02-30", 2,
      "`updated` must be a date, such as `2026-02-28`, not `2026-02-30`. » February 2026 has 28 days."
    ),
    (
      "updated: 0226-11-20", 2,
      "`updated` must be a date, such as `2026-02-28`, not `0226-11-20`. » Check the year: `0226` starts with a zero."
    ),
    (
      "updated: 26-11-20", 2,
      "`updated` must be a date, such as `2026-02-28`, not `26-11-20`. » Write `2026-11-20` for November 20, 2026; or `2020-11-26` for November 26, 2020."
    ),
    (
      "updated: 05-06-07", 2,
      "`updated` must be a date, such as `2026-02-28`, not `05-06-07`. » Write `2005-06-07` for June 7, 2005; `2007-05-06` for May 6, 2007; or `2007-06-05` for June 5, 2007."
    ),
    (
      "updated: 3/4/26", 2,
      "`updated` must be a date, such as `2026-02-28`, not `3/4/26`. » Write `2026-03-04` for March 4, or `2026-04-03` for April 3."
    ),
    (
      "signs: hip", 2,
      "`signs` must be a list of ids, such as `[outer-hip-pain]`, not a single value. » Write `signs: [hip]`."
    ),
    (
      "signs: -hip -outer-hip", 2,
      "`signs` must be a list of ids, such as `[outer-hip-pain]`, not a single value. » Write `signs: [hip, outer-hip]`."
    ),
    (
      "updated: [2026-02-01, 2026-02-02]", 2,
      "`updated` must be a date, such as `2026-02-28`, not a list. » Only one value can stand here. Write `updated: 2026-02-01`, for example."
    ),
    (
      "signs: none", 2,
      "`signs` must be a list of ids, such as `[outer-hip-pain]`, not a single value. » Write `signs: []` if there are none."
    ),
    (
      "signs: hip and knee", 2,
      "`signs` must be a list of ids, such as `[outer-hip-pain]`, not a single value. » Write `signs: [hip, knee]`."
    ),
    (
      "signs: [[a]]", 3,
      "`signs` must be a list of ids, such as `[outer-hip-pain]`, not a list. » Write one pair of brackets: `signs: [a]`."
    ),
  ])
  func wrongValues(text: String, offset: Int, message: String) throws {
    let (fields, _) = try fields(text)
    var diagnostics: [Diagnostic] = []
    _ = fields["title"]?.asText("title", into: &diagnostics)
    _ = fields["draft"]?.asBool("draft", into: &diagnostics)
    _ = fields["order"]?.asInteger("order", into: &diagnostics)
    _ = fields["updated"]?.asDate("updated", into: &diagnostics)
    _ = fields["signs"]?.asTexts("signs", of: "ids", example: "[outer-hip-pain]", into: &diagnostics)
    let key = text.prefix { $0 != ":" }
    let code: DiagnosticCode = message.hasSuffix("is empty.") ? .emptyValue : .wrongType
    let parts = message.split(separator: " » ").map(String.init)
    let hint = parts.count == 2 ? parts[1] : nil
    #expect(diagnostics == [fault(code, 2, key.count + 1 + offset, parts[0], hint: hint)])
  }

  @Test func anEmptyListIsWrittenOut() throws {
    let (fields, _) = try fields("signs:\n")
    var diagnostics: [Diagnostic] = []
    #expect(fields["signs"]?.asList("signs", of: "ids", example: "[a]", into: &diagnostics) == nil)
    #expect(
      diagnostics == [
        fault(.emptyValue, 2, 7, "`signs` is empty.", hint: "Write `[]` if there are none on purpose.")
      ])
  }

  /// A single value where a list of ids belongs: the hint is the list that was meant.
  @Test(arguments: [
    ("(hip-pain knee-pain)", "[hip-pain, knee-pain]"), ("hip-pain and knee", "[hip-pain, knee]"),
    ("hip knee", "[hip knee]"), ("(hip-pain", "[\"(hip-pain\"]"),
    ("hip-pain; Knee's (left)", "[hip-pain, Knee's (left)]"),
    ("hip-pain, 'knee' pain", "[hip-pain, \"'knee' pain\"]"), ("a*b", "[\"a*b\"]"),
  ])
  func aListThatIsNone(written: String, meant: String) throws {
    let (fields, _) = try fields("signs: \(written)\n")
    var diagnostics: [Diagnostic] = []
    #expect(fields["signs"]?.asTexts("signs", of: "ids", example: "[a]", into: &diagnostics) == nil)
    #expect(
      diagnostics == [
        fault(
          .wrongType, 2, 8, "`signs` must be a list of ids, such as `[a]`, not a single value.",
          hint: "Write `signs: \(meant)`.")
      ])
  }

  /// A list where a number belongs: the hint is its first entry, if that can stand there.
  @Test(
    arguments: [
      ("[7]", "Write `order: 7`, without brackets or `-`."),
      ("[7, 8]", "Only one value can stand here. Write `order: 7`, for example."), ("['']", nil),
      ("[[7]]", nil), ("[]", nil),
      ("['a\"b']", nil), ("[\(String(repeating: "7", count: 81))]", nil),
      (
        "[\(String(repeating: "7", count: 80))]",
        "Write `order: \(String(repeating: "7", count: 80))`, without brackets or `-`."
      ),
    ] as [(String, String?)])
  func aListInPlaceOfANumber(written: String, hint: String?) throws {
    let (fields, _) = try fields("order: \(written)\n")
    var diagnostics: [Diagnostic] = []
    #expect(fields["order"]?.asInteger("order", into: &diagnostics) == nil)
    #expect(
      diagnostics == [fault(.wrongType, 2, 8, "`order` must be a whole number, not a list.", hint: hint)])
  }

  /// Of a long value, its beginning says which it is.
  @Test(arguments: [(40, ""), (41, "…")]) func aLongValueIsToldShort(count: Int, end: String) throws {
    let (fields, _) = try fields("draft: \(String(repeating: "x", count: count))\n")
    var diagnostics: [Diagnostic] = []
    #expect(fields["draft"]?.asBool("draft", into: &diagnostics) == nil)
    let shown = String(repeating: "x", count: 40) + end
    #expect(
      diagnostics == [fault(.wrongType, 2, 8, "`draft` must be `true` or `false`, not `\(shown)`.")])
  }

  /// A text between curly quotes was meant to be between straight ones; a sign alone is between nothing.
  @Test(arguments: [
    ("“It clicks.”", true), ("‘x’", true), ("“", false), ("”", false), ("It “clicks”.", false),
  ])
  func curlyQuotes(written: String, isTold: Bool) throws {
    let (fields, _) = try fields("title: \(written)\n")
    var diagnostics: [Diagnostic] = []
    #expect(fields["title"]?.asWords("title", into: &diagnostics) == written)
    #expect(
      diagnostics.map(\.message)
        == (isTold ? ["`title` is in curly quotes, which readers will see."] : []))
  }
}
