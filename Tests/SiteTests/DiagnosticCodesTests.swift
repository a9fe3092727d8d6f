import Foundation
import Testing

/// Every code of every module has a test and a line in the documentation.
@Suite struct DiagnosticCodesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func swiftFiles(below folder: String) throws -> [String] {
    let place = root.appendingPathComponent(folder)
    guard let names = FileManager.default.enumerator(atPath: place.path) else { return [] }
    return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: place.appendingPathComponent($0), encoding: .utf8) }
  }

  private static func codes() throws -> [(name: String, text: String)] {
    try swiftFiles(below: "Sources").flatMap { source in
      source.matches(of: /static let (\w+): DiagnosticCode =\s+"([^"]+)"/).map {
        (String($0.1), String($0.2))
      }
    }
  }

  @Test func codesAreNamedAlikeAndOnce() throws {
    let codes = try Self.codes()
    #expect(codes.count > 80)
    #expect(Set(codes.map(\.text)).count == codes.count)
    for code in codes { #expect(code.text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil) }
  }

  @Test func everyCodeIsAsserted() throws {
    let tests = try Self.swiftFiles(below: "Tests").joined(separator: "\n")
    let words = Set(tests.matches(of: /\.[A-Za-z0-9]+/).map { String($0.0.dropFirst()) })
    let texts = Set(tests.matches(of: /[a-z0-9]+(-[a-z0-9]+)*/).map { String($0.0) })
    let missing = try Self.codes().filter { !words.contains($0.name) && !texts.contains($0.text) }.map(\.text)
    #expect(missing == [])
  }

  @Test func everyCodeIsDocumented() throws {
    let page = Self.root.appendingPathComponent("docs/diagnostics.md")
    let text = try #require(try? String(contentsOf: page, encoding: .utf8), "docs/diagnostics.md is missing")
    let missing = try Self.codes().filter { !text.contains("`\($0.text)`") }.map(\.text)
    #expect(missing == [])
  }
}
