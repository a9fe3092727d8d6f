import Foundation
import Specifications
import Testing

@testable import Markdown

/// One example of a specification's suite.
struct Example: Decodable {
  var markdown: String
  var html: String
  var example: Int

  static func all(of suite: String) throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Specifications.contents(of: suite))
  }
}

@Suite(.enabled(if: Specifications.test("commonmark-0.30.json"), "\(Specifications.absence)"))
struct SpecificationTests {
  @Test func commonMark() throws {
    let examples = try Example.all(of: "commonmark-0.30.json")
    #expect(examples.count == 652)
    for example in examples {
      let html = PlainMarkdown.html(Array(example.markdown.utf8))
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  @Test func tablesAndStrikethrough() throws {
    let examples = try Example.all(of: "gfm-tables-strikethrough.json")
    #expect(examples.count == 10)
    for example in examples {
      let html = PlainMarkdown.html(Array(example.markdown.utf8), tables: true, strikethrough: true)
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  /// Neither extension changes what has neither.
  @Test func extensionsLeaveCommonMarkAlone() throws {
    let examples = try Example.all(of: "commonmark-0.30.json")
    for example in examples where !example.markdown.contains("~") {
      let html = PlainMarkdown.html(Array(example.markdown.utf8), tables: true, strikethrough: true)
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  /// Line ends of any kind give the same page.
  @Test func lineEnds() throws {
    let examples = try Example.all(of: "commonmark-0.30.json")
    for example in examples {
      let crlf = example.markdown.replacingOccurrences(of: "\n", with: "\r\n")
      #expect(String(decoding: PlainMarkdown.html(Array(crlf.utf8)), as: UTF8.self) == example.html)
    }
  }
}
