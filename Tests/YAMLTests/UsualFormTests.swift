import Diagnostics
import FixtureSite
import Foundation
import Testing

@testable import YAML

/// What is read without libyaml is read as libyaml reads it.
@Suite struct UsualFormTests {
  /// A node with all that can be asked of it.
  private struct Reading: Equatable {
    var nodes: [[UInt32]] = []
    var children: [UInt32] = []
    var pool: [UInt8] = []
    var diagnostics: [Diagnostic] = []
    var isTree = false
  }

  private func reading(_ text: [UInt8], usual: Bool, firstLine: Int) -> Reading {
    text.withUnsafeBufferPointer { buffer in
      var builder = TreeBuilder(
        source: buffer, file: "a.yaml", firstLine: firstLine, limits: .standard, pairs: nil)
      builder.readsUsualForm = usual
      let storage = builder.build()
      var reading = Reading()
      reading.diagnostics = builder.diagnostics
      guard let storage else { return reading }
      reading.isTree = true
      reading.nodes = storage.records.map {
        [
          $0.kind == .scalar ? 0 : $0.kind == .sequence ? 1 : 2, $0.isPlain ? 1 : 0, $0.start, $0.end,
          $0.line, $0.column,
        ]
      }
      reading.children = storage.children
      reading.pool = storage.pool
      return reading
    }
  }

  private func isUsual(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { UsualForm($0, .standard) != nil }
  }

  private func same(_ text: String, _ line: Int = 2) -> Bool {
    let bytes = Array(text.utf8)
    return reading(bytes, usual: true, firstLine: line) == reading(bytes, usual: false, firstLine: line)
  }

  @Test(arguments: [
    "title: Knee pain\n", "title: \"Knee: pain\"\nsigns: [a, b-c, 'd e']\n",
    "signs:\n  - a\n  - b\nmore:\n- c\n-   d\n", "a:\n  b: 1\n  c:\n    d: x\ne: y",
    "steps:\n  - id: x\n    note: from week 3\n  - id: y\nnext: z\n",
    "# A comment\n\ntitle: Knee\n\n  # another\nempty:\nlist: []\n", "last:\n", "a:\nb:\n\n\n",
    "title: Häfte – “so”…\nlist: [é, “x”, z]\n", "  a: 1\n  b: 2\n", "k: it's\nl: a,b [c] {d}\nm: 1.5:2\n",
    "review: {status: pending, by: x y}\nlist: [{id: a, note: \"b: c\"}, {}, [d]]\n", "- k: v\n",
    "a: b   \nc: d", "a:\n- k:\n  - x\n- z\n",
  ])
  func isReadWithoutLibyaml(text: String) {
    #expect(isUsual(Array(text.utf8)) == !text.hasPrefix("- "))
    #expect(same(text))
  }

  /// Each of these means something that only libyaml knows, or is wrong.
  @Test(arguments: [
    "a: b: c\n", "a: b # c\n", "a: &x b\nc: *x\n", "a: |\n  b\n", "a: >-\n  b\n", "a: !x b\n", "a: {b}\n",
    "a: {b: }\n", "a: {b: c]\n",
    "a: {b : c}\n", "a: {b:c}\n", "a: {\"b\": c}\n", "a: {b: c: d}\n", "a: {b: [{c: [{d: e}]}]}\n",
    "a: [b,\n  c]\n", "a: b\n  c\n", "a:\n  b\n", "a: \"b\\n\"\n", "a: 'b''c'\n",
    "a: \"b\n c\"\n",
    "a: b\n c: d\n", "a:\n  - b\n c: d\n", "a:\n    b: c\n  d: e\n", "a: - b\n", "a:\tb\n",
    "a: b\r\nc: d\r\n",
    "a: \"b\" c\n", "a: [b] c\n", "a: [b: c]\n", "a: [b,]\n", "a: @b\n", "a: `b`\n", "a: %b\n", "? a\n: b\n",
    "a b: c\n",
    "\"a\": b\n", "---\na: b\n", "a: b\n---\nc: d\n", "a: b\n...\n", "a: b\u{2028}c\n", "a: e\u{301}\n",
    "a: 膝\n",
    "a: b:\n", "a: # b\n", "-\n  a: b\n", "- a\n- b\n", "", "\n# x\n", "text\n", "a: [b #c]\n", "a: b\n- c\n",
    "a:\n  - b\n  c: d\n", "a: [", "a: ]\n", "a: ,b\n", "a: \u{FEFF}b\n", "a: \u{85}b\n",
  ])
  func isLeftToLibyaml(text: String) {
    #expect(!isUsual(Array(text.utf8)))
    #expect(same(text))
  }

  /// Both forms of one key, and what is missing after a list: faults are told in the same words.
  @Test(arguments: ["a: b\na: c\n", "a:\n  - b: c\n    b: d\n", "a: TODO\n", "a: donâ€™t\n"])
  func faultsAreTheSame(text: String) { #expect(same(text)) }

  @Test func everyArticleOfTheSites() throws {
    var (usual, all) = (0, 0)
    for folder in ["Content", "Examples"] {
      let root = URL(filePath: Example.repository).appending(path: folder)
      for case let file as URL in try #require(
        FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
      where ["md", "yaml"].contains(file.pathExtension) {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        // The advice of a checker has no front matter.
        if file.path.contains("/advice/") { continue }
        let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        let yaml = file.pathExtension == "md" && parts.count > 2 ? String(parts[1]) : text
        all += 1
        usual += isUsual(Array(yaml.utf8)) ? 1 : 0
        #expect(same(yaml), "\(file.lastPathComponent)")
      }
    }
    #expect(usual * 10 > all * 7, "\(usual) of \(all)")
  }

  /// Documents made of pieces of the form, and damaged.
  @Test func isTheSameWhateverTheText() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("UsualFormTests.isTheSameWhateverTheText: seed \(seed)")
    var random = SeededGenerator(seed)
    func next(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    let values = [
      "knee", "Knee pain, in runners", "\"a: b\"", "'x # y'", "[a, b]", "[a:b, c:d:1, e]", "[a:]", "[]", "{}",
      "{a: b, c: [d]}",
      "[{a: b}, \"c\"]", "[\"a\", 'b c', d]",
      "2024-01-02", "true", "",
      "é – “x”", "it's 3 [or] 4", "a/b", "~", "x ", "(y)", "1:2", "a:b", "a#b",
    ]
    let damages = Array("-:#[]{}&*!|>'\"%@`, \n\t\\?~.a1é\u{2028}\u{301}".unicodeScalars)
    var usual = 0
    for _ in 0..<4000 {
      var text = ""
      var indentations = [0]
      for _ in 0..<1 + next(8) {
        switch next(12) {
        case 0: indentations.append(indentations[indentations.count - 1] + 1 + next(3))
        case 1 where indentations.count > 1: indentations.removeLast()
        case 2: text += "\n"
        case 3: text += String(repeating: " ", count: next(5)) + "# note: x\n"
        default: break
        }
        let key = ["title", "a", "b-c", "signs_2", "k1"][next(5)]
        let value = values[next(values.count)]
        let indentation = String(repeating: " ", count: indentations[indentations.count - 1])
        switch next(4) {
        case 0: text += "\(indentation)\(key):\n"
        case 1: text += "\(indentation)- \(value)\n"
        case 2: text += "\(indentation)- \(key): \(value)\n"
        default: text += "\(indentation)\(key): \(value)\n"
        }
      }
      if next(2) == 0 {
        var scalars = Array(text.unicodeScalars)
        let at = next(scalars.count + 1)
        if next(3) == 0, at < scalars.count {
          scalars.remove(at: at)
        } else {
          scalars.insert(damages[next(damages.count)], at: at)
        }
        text = String(String.UnicodeScalarView(scalars))
      }
      if isUsual(Array(text.utf8)) { usual += 1 }
      guard same(text, 1 + next(3)) else {
        Issue.record("\(text.debugDescription)")
        return
      }
    }
    #expect(usual > 400, "\(usual)")
  }
}
