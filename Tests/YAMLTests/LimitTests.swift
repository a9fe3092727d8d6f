import Diagnostics
import FixtureSite
import Testing

@testable import YAML

@Suite(.serialized) struct LimitTests {
  /// Text built to cost time or memory; a megabyte or so each.
  static let hostile: [(name: String, text: String)] = [
    ("[", String(repeating: "[", count: 1_000_000)),
    ("{", String(repeating: "{", count: 1_000_000)),
    ("[{", String(repeating: "[{", count: 500_000)),
    ("- ", String(repeating: "- ", count: 500_000)),
    ("? ", String(repeating: "? ", count: 500_000)),
    ("{? ", "{" + String(repeating: "? ", count: 500_000)),
    (": ", String(repeating: ": ", count: 500_000)),
    ("&a ", String(repeating: "&a ", count: 330_000)),
    ("&a\n", String(repeating: "&a\n", count: 330_000)),
    ("! ", String(repeating: "! ", count: 500_000)),
    ("\"", String(repeating: "\"", count: 1_000_000)),
    ("'", String(repeating: "'", count: 1_000_000)),
    ("\"x", "\"" + String(repeating: "x", count: 1_000_000)),
    ("x ", String(repeating: "x ", count: 500_000)),
    ("x\\n", String(repeating: "x\n", count: 500_000)),
    ("#", String(repeating: "#\n", count: 500_000)),
    ("%TAG", (0..<60_000).map { "%TAG !a\($0)! x\n" }.joined() + "---\na: 1\n"),
    ("...%TAG", "a: 1\n...\n" + (0..<60_000).map { "%TAG !a\($0)! x\n" }.joined()),
    ("[[\\n", String(repeating: "[\n", count: 500_000)),
    ("[x,", "[" + String(repeating: "x,", count: 500_000) + "]"),
    ("{x:y,", "{" + (0..<130_000).map { "\($0): y," }.joined() + "}"),
    ("keys", (0..<110_000).map { "\($0): y\n" }.joined()),
    ("- -\\n", String(repeating: "- -\n", count: 250_000)),
    ("anchors", "[" + (0..<90_000).map { "&a\($0) x," }.joined() + "]"),
    ("long key", String(repeating: "k", count: 1_000_000) + ": x"),
    ("? long", "? " + String(repeating: "k\n  ", count: 250_000) + ": x"),
    ("|", "a: |\n" + String(repeating: "  x\n", count: 250_000)),
    ("\\n", String(repeating: "\n", count: 1_000_000)),
    ("\\r", String(repeating: "\r", count: 1_000_000)),
    ("tab", String(repeating: "\t", count: 1_000_000)),
    ("---", String(repeating: "---\n", count: 250_000)),
    ("-", String(repeating: "-", count: 1_000_000)),
    ("indent", (0..<1400).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    ("\u{2028}", "a: \"" + String(repeating: "\u{2028}", count: 330_000) + "\""),
    ("*", String(repeating: "*", count: 1_000_000)),
    ("*a ", "[&a x, " + String(repeating: "*a, ", count: 250_000) + "]"),
    ("open [*", "&a [" + String(repeating: "&a [", count: 60)),
    ("3 MB", String(repeating: "# comment\n", count: 300_000)),
  ]

  @Test(arguments: hostile.map(\.name)) func isReadOrRefusedWithinASecond(name: String) throws {
    let text = try #require(Self.hostile.first { $0.name == name }).text
    let bytes = ArraySlice(Array(text.utf8))
    var diagnostics: [Diagnostic] = []
    var document: YAMLDocument?
    let time = processorSeconds {
      document = YAMLDocument.parse(bytes, file: "a.yaml", into: &diagnostics)
    }
    // Names and characters that nobody sees are told, and the rest is read all the same.
    let isReadWithFaults = ["anchors", "\u{2028}"].contains(name) && document != nil && !diagnostics.isEmpty
    #expect((document == nil) == !diagnostics.isEmpty || isReadWithFaults)
    #expect(time < oneSecond)
  }

  /// A billion laughs: each line repeats the one before nine times.
  @Test func aBombIsRefused() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      text += "\(name): &\(name) [" + String(repeating: "*\(before), ", count: 9) + "]\n"
    }
    let (document, diagnostics) = read(text)
    #expect(document == nil)
    #expect(
      diagnostics == [
        fault(
          .yamlTooLarge, 6, 12,
          "This file has more than 200000 values, including the values repeated by aliases.")
      ])
  }

  @Test func aTextRepeatedTooOftenIsRefused() {
    let text =
      "a: &a \(String(repeating: "x", count: 1000))\nb: [" + String(repeating: "*a, ", count: 9000) + "]\n"
    let (_, diagnostics) = read(text)
    #expect(diagnostics.map(\.code) == [.yamlTooLarge])
    #expect(
      diagnostics.first?.message
        == "This file has more than 8000000 bytes of text, including the text repeated by aliases.")
  }

  @Test func depthCountsAliases() {
    #expect(read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).1 == [])
    #expect(
      read(String(repeating: "[", count: 65) + String(repeating: "]", count: 65)).1 == [
        fault(.yamlTooLarge, 1, 65, "This file is nested more than 64 levels deep.")
      ])
    let half = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let (_, diagnostics) = read(
      "a: &a \(half)\nb: \(String(repeating: "[", count: 30))*a\(String(repeating: "]", count: 30))\n")
    #expect(diagnostics == [fault(.yamlTooLarge, 2, 34, "This file is nested more than 64 levels deep.")])
  }

  @Test func tooManyBytes() {
    let (_, diagnostics) = read("a: 12345", limits: Limits(bytes: 7))
    #expect(diagnostics == [fault(.yamlTooLarge, 1, 1, "This file has 8 bytes; the limit is 7.")])
  }

  @Test func anyBytesAreReadOrRefused() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SeededGenerator(seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let pieces = [
      "a", ":", " ", "\n", "- ", "[", "]", "{", "}", ",", "&x", "*x", "'", "\"", "|", ">", "#", "\t", "? ",
      "!", "%",
      "---", "...", "é", "\u{2028}", "\r", "\\", "~", "<<", "1", "\u{FEFF}", "\u{0}",
    ].map { Array($0.utf8) }
    for round in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<next(40) {
        if round % 4 == 0 { bytes.append(UInt8(next(256))) } else { bytes += pieces[next(pieces.count)] }
      }
      var diagnostics: [Diagnostic] = []
      let document = YAMLDocument.parse(bytes[...], file: "a.yaml", firstLine: 2, into: &diagnostics)
      if let root = document?.root { _ = outline(root) }
      if document == nil { #expect(!diagnostics.isEmpty) }
      let lines = bytes.count + 3
      #expect(diagnostics.allSatisfy { ($0.position?.line ?? 0) >= 2 && ($0.position?.line ?? 0) <= lines })
    }
  }
}
