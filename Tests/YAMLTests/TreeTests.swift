import Diagnostics
import Testing

@testable import YAML

@Suite struct TreeTests {
  @Test(arguments: [
    ("a: 1", "{a: 1}"),
    ("yes: no\nnull: ~\non: 1e3", "{yes: no, null: ~, on: 1e3}"),
    ("a: [x, 'y', \"z\\n\"]\nb: {c: d}", "{a: [x, 'y', 'z\n'], b: {c: d}}"),
    ("- a\n- - b\n  - c\n-", "[a, [b, c], ]"),
    ("a: |\n  one\n  two\nb: >\n  one\n  two\n", "{a: 'one\ntwo\n', b: 'one two\n'}"),
    ("a: &x [1, 2]\nb: *x\nc: [*x, &x z, *x]", "{a: [1, 2], b: [1, 2], c: [[1, 2], z, z]}"),
    ("\u{FEFF}a: 1\r\nb:\r\n  - 2\r\n", "{a: 1, b: [2]}"),
    ("<<: {a: 1}\nb: 2", "{<<: {a: 1}, b: 2}"),
    ("---\na: 1\n...\n", "{a: 1}"),
  ])
  func reads(text: String, tree: String) throws {
    let (document, diagnostics) = read(text)
    #expect(diagnostics == [])
    #expect(try outline(#require(document?.root)) == tree)
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "\u{FEFF}# x"])
  func emptyDocumentHasNoRoot(text: String) throws {
    let (document, diagnostics) = read(text)
    #expect(diagnostics == [])
    #expect(try #require(document).root == nil)
  }

  @Test func positionsAreThoseOfTheOriginalFile() throws {
    let (document, _) = read(
      "tïtle: \"é𝄞\" # ü\nlist: [ö, 'b']\nmap:\n  kéy: välue\n  empty:\n", firstLine: 2)
    let root = try #require(document?.root)
    #expect(root.position == Position(line: 2, column: 1))
    #expect(root.value(for: "tïtle")?.position == Position(line: 2, column: 8))
    #expect(root.value(for: "list")?.elements.map(\.position.column) == [8, 11])
    let map = try #require(root.value(for: "map"))
    #expect(map.position == Position(line: 5, column: 3))
    #expect(map.value(for: "kéy")?.position == Position(line: 5, column: 8))
    #expect(map.value(for: "empty")?.position == Position(line: 6, column: 9))
  }

  @Test func lineEndsThatEditorsDoNotCountDoNotMoveLines() throws {
    let (document, _) = read("a: \"x\u{2028}y\u{85}z\" \nb: [c,\u{2029}d]\r\ne: 1")
    let root = try #require(document?.root)
    #expect(
      root.value(for: "b")?.elements.map(\.position) == [
        .init(line: 2, column: 5), .init(line: 2, column: 8),
      ])
    #expect(root.entries.last?.key.position == Position(line: 3, column: 1))
  }

  @Test func anAliasStandsWhereItIsWritten() throws {
    let (document, _) = read("a: &x {k: v}\nb: *x")
    let alias = try #require(document?.root?.value(for: "b"))
    #expect(alias.position == Position(line: 2, column: 4))
    #expect(alias.value(for: "k")?.position == Position(line: 1, column: 11))
  }

  @Test func nullAndEmpty() throws {
    let (document, _) = read("[~, null, '', ' ', 'null', x, '~', []]")
    let elements = try #require(document?.root).elements
    #expect(elements.map(\.isNull) == [true, true, false, false, false, false, false, false])
    #expect(elements.map(\.isEmpty) == [true, true, true, true, false, false, false, false])
    #expect(elements.map(\.isPlain) == [true, true, false, false, false, true, false, false])
  }
}
