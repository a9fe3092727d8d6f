import FixtureSite
import Testing

@testable import SiteModel
@testable import Text

/// Documents of other programs under the name of an article or of data, and JSON with the quotes of a word processor.
@Suite struct ForeignFileTests {
  private static let article = "Content/causes/tendon-pain.md"
  private static let copy =
    "Copy its text into a new file of a text editor, and save that as plain text in UTF-8."
  private static let encoding = "Save it again, and choose UTF-8 as its encoding."

  private func found(_ bytes: [UInt8], at file: String) async throws -> [String] {
    let site = try FixtureSite()
    try site.write(bytes, to: file)
    return site.lines(try await site.check()).filter { $0.hasPrefix(file) }
  }

  private static func wide(_ text: String, isBig: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  private static let files: [(bytes: [UInt8], message: String, hint: String)] = [
    (Array("{\\rtf1\\ansi Text}".utf8), "This is an RTF document, not plain text.", copy),
    (Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3], "This is a PDF, not plain text.", copy),
    (
      [0x50, 0x4B, 3, 4, 20, 0] + Array("word/document.xml".utf8), "This is a Word document, not plain text.",
      copy
    ),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "This is an old Word document, not plain text.", copy),
    (Array("\n<!DOCTYPE html>\n<html lang=en>".utf8), "This is a web page (HTML), not plain text.", copy),
    (Array("<HTML><p>Text".utf8), "This is a web page (HTML), not plain text.", copy),
    ([0xFF, 0xFE] + wide(FixtureSite.cause()), "This text is in UTF-16, not in UTF-8.", encoding),
    (
      [0xFE, 0xFF] + wide(FixtureSite.cause(), isBig: true), "This text is in UTF-16, not in UTF-8.", encoding
    ),
    (wide(FixtureSite.cause()), "This text is in UTF-16, not in UTF-8.", encoding),
    (
      [0xFF, 0xD8, 0xFF, 0xE0], "This is a picture, not plain text.",
      "Give the file its own ending back, such as `.png` or `.jpg`."
    ),
  ]

  @Test(arguments: files.indices) func asArticles(number: Int) async throws {
    let file = Self.files[number]
    expectFaults(
      try await found(file.bytes, at: Self.article),
      ["\(Self.article):1:1: error not-utf-8: \(file.message) » \(file.hint)"])
  }

  @Test(arguments: ["site.yaml", "Content/red-flags.yaml"]) func asData(file: String) async throws {
    expectFaults(
      try await found([0xFF, 0xFE] + Self.wide("name: A"), at: file),
      ["\(file):1:1: error yaml-syntax: This text is in UTF-16, not in UTF-8. » \(Self.encoding)"])
    expectFaults(
      try await found(Array("{\\rtf1 name: A}".utf8), at: file),
      ["\(file):1:1: error yaml-syntax: This is an RTF document, not plain text. » \(Self.copy)"])
  }

  @Test func asTemplate() async throws {
    expectFaults(
      try await found([0xFF, 0xFE] + Self.wide("{{title}}"), at: "Templates/faq.mustache"),
      [
        "Templates/faq.mustache:1:1: error not-utf-8: This text is in UTF-16, not in UTF-8. » \(Self.encoding)"
      ])
  }

  @Test(arguments: [
    "---\ntitle: T\nsummary: S.\n---\n<html>", "Portable text", "%d of them", "{\"a\": 1}", "<p>HTML</p>",
    "bplist",
    "发烧\n", "",
  ])
  func plainText(text: String) { #expect(ForeignFile(Array(text.utf8)[...]) == nil) }

  // MARK: Curly quotes

  @Test(arguments: [
    ("[{“id”: “lee2016”, “title”: “Hips”}]", 3), ("[{\"id\": \"lee2016\", \"title\": “Hips”}]", 29),
    ("[{\"id\": \"lee2016\", ”title\": \"Hips\"}]", 20),
    ("[{\"id\": \"lee2016\", \"title\": \"Hips”, \"type\": \"book\"}]", 34),
    ("[{\"id\": \"lee2016\", \"author\": [{“family”: \"Lee\"}], \"title\": \"Hips\"}]", 32),
  ])
  func curlyQuotes(text: String, column: Int) async throws {
    expectFaults(
      try await found(Array(text.utf8), at: "Content/references.json"),
      [
        "Content/references.json:1:\(column): error bad-reference: This quote is curly, so it neither begins nor ends a text. » Replace the curly quotes around keys and texts with straight quotes (`\"`)."
      ])
  }

  @Test(arguments: [
    "\"“Hips” and knees\"", "\"What “stop” means\"", "\"He said “stop”\"", "\"“Stop”, he said: “now”\"",
    "\"A \\\"b\\\" ”\"",
  ])
  func curlyQuotesThatAreMeant(title: String) async throws {
    let found = try await found(
      Array("[{\"id\": \"lee2016\", \"type\": \"book\", \"title\": \(title)}]".utf8),
      at: "Content/references.json")
    #expect(!found.contains { $0.contains("curly") })
  }
}
