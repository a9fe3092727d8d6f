import Diagnostics
import Testing

@testable import YAML

/// Where values end, for who changes a file.
@Suite struct EndTests {
  private static func document(_ text: String, firstLine: Int = 1, keepsEnds: Bool = true) throws
    -> YAMLDocument
  {
    var found: [Diagnostic] = []
    let document = YAMLDocument.parse(
      Array(text.utf8)[...], file: "x.yaml", firstLine: firstLine, keepsEnds: keepsEnds, into: &found)
    #expect(found == [])
    return try #require(document)
  }

  @Test(arguments: [
    ("a: plain # rest", "plain", 9), ("a: 'it''s' ", "it's", 11), ("a: \"x\\x2Dy\"", "x-y", 12),
    ("{a: &name  one, b: *name}", "one", 15), ("a: {b: [ one ,two]}", "one", 13), ("a: über", "über", 8),
    ("\u{FEFF}a: b", "b", 5),
  ])
  func scalars(_ text: String, _ value: String, _ column: Int) throws {
    let node = try #require(try Self.document(text).nodes.first { $0.matches(value) })
    #expect(node.end == Position(line: 1, column: column))
  }

  @Test func linesAreThoseOfTheFile() throws {
    let document = try Self.document("a: b\nc:\n  - d\n  - \"e\n    f\"\n", firstLine: 2)
    #expect(document.nodes.first { $0.matches("d") }?.end == Position(line: 4, column: 6))
    #expect(document.nodes.first { $0.matches("e f") }?.end == Position(line: 6, column: 7))
    #expect(document.root?.end == nil && document.root?.value(for: "c")?.end == nil)
  }

  @Test func aliasesKnowWhatTheyStandFor() throws {
    let document = try Self.document("a: &x one\nb: [*x, two]\nc: *x\n")
    let list = try #require(document.root?.value(for: "b")?.elements)
    #expect(list[0].aliased?.position == Position(line: 1, column: 4))
    #expect(list[0].end == Position(line: 2, column: 7) && list[1].aliased == nil)
    #expect(document.root?.value(for: "c")?.aliased?.text == "one")
  }

  @Test func nothingIsKeptUnlessItIsWanted() throws {
    let document = try Self.document("a: &x one\nb: *x\n", keepsEnds: false)
    #expect(document.nodes.allSatisfy { $0.end == nil && $0.aliased == nil })
  }
}
