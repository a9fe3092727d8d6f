import Foundation
import Testing

@testable import Markdown

/// One example of a specification's suite.
struct Example: Decodable {
  var markdown: String
  var html: String
  var example: Int
}

/// The folder of specification suites: `LIMBER_SPECS`, or `shared/spec` beside the checkout.
enum Specifications {
  static func examples(_ name: String) -> [Example]? {
    guard let folder, let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
      return nil
    }
    return try? JSONDecoder().decode([Example].self, from: data)
  }

  static var isPresent: Bool { folder != nil }

  private static var folder: URL? {
    var candidates: [URL] = []
    if let named = ProcessInfo.processInfo.environment["LIMBER_SPECS"] {
      candidates.append(URL(fileURLWithPath: named))
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    candidates.append(root.appendingPathComponent("../shared/spec"))
    candidates.append(root.appendingPathComponent("../../shared/spec"))
    return candidates.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("commonmark-0.30.json").path)
    }
  }
}

@Suite(
  .enabled(if: Specifications.isPresent, "needs the specification suites: set LIMBER_SPECS to their folder"))
struct SpecificationTests {
  @Test func commonMark() throws {
    let examples = try #require(Specifications.examples("commonmark-0.30.json"))
    #expect(examples.count == 652)
    for example in examples {
      let html = PlainMarkdown.html(Array(example.markdown.utf8))
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  @Test func tablesAndStrikethrough() throws {
    let examples = try #require(Specifications.examples("gfm-tables-strikethrough.json"))
    #expect(examples.count == 10)
    for example in examples {
      let html = PlainMarkdown.html(Array(example.markdown.utf8), tables: true, strikethrough: true)
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  /// Neither extension changes what has neither.
  @Test func extensionsLeaveCommonMarkAlone() throws {
    let examples = try #require(Specifications.examples("commonmark-0.30.json"))
    for example in examples where !example.markdown.contains("~") {
      let html = PlainMarkdown.html(Array(example.markdown.utf8), tables: true, strikethrough: true)
      #expect(String(decoding: html, as: UTF8.self) == example.html, "example \(example.example)")
    }
  }

  /// Line ends of any kind give the same page.
  @Test func lineEnds() throws {
    let examples = try #require(Specifications.examples("commonmark-0.30.json"))
    for example in examples {
      let crlf = example.markdown.replacingOccurrences(of: "\n", with: "\r\n")
      #expect(String(decoding: PlainMarkdown.html(Array(crlf.utf8)), as: UTF8.self) == example.html)
    }
  }
}
