import Diagnostics
import SiteModel
import YAML

/// Where the scalars of a file's YAML stand: of an article its front matter, of another file all of it.
struct ScalarPlaces {
  let document: YAMLDocument
  /// Of an article.
  let frontMatter: FrontMatter?
  private let nodes: [Position: Node]
  /// What was found: in the file the places of a text that stands in a scalar, by those in its value; empty when they do
  /// not agree.
  private var known: [Wanted: [Int: Int]] = [:]

  private struct Wanted: Hashable {
    let text: [UInt8]
    let node: Int
  }

  /// Nil for what cannot be read, which a site without errors does not have.
  init?(_ edits: TextEdits) {
    var ignored: [Diagnostic] = []
    let isArticle = edits.file.hasSuffix(".md")
    frontMatter = isArticle ? FrontMatter(in: edits.bytes, file: edits.file, into: &ignored) : nil
    if isArticle, frontMatter == nil { return nil }
    guard
      let document = YAMLDocument.parse(
        edits.bytes[(frontMatter?.yaml ?? edits.bytes.startIndex..<edits.bytes.endIndex)], file: edits.file,
        firstLine: isArticle ? FrontMatter.firstLine : 1, keepsEnds: true, into: &ignored)
    else { return nil }
    self.document = document
    nodes = Dictionary(
      document.nodes.filter { $0.kind == .scalar }.map { ($0.position, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  enum Found {
    case bytes(Range<Int>)
    /// An alias stands there, for a scalar in which the text is at these bytes.
    case alias(Range<Int>)
    case unknown
  }

  /// Where `text` is written that begins at byte `offset` of the value of the scalar at `position`. YAML may have taken
  /// escapes and line ends out of the value, so it is found by its number among its equals, of which there have to be as
  /// many in the file as in the value.
  mutating func find(
    _ text: [UInt8], at position: Position, offset: Int, in edits: inout TextEdits
  ) -> Found {
    guard let node = nodes[position] else { return .unknown }
    let wanted = Wanted(text: text, node: (node.aliased ?? node).index)
    if known[wanted] == nil { known[wanted] = places(of: text, in: node.aliased ?? node, &edits) }
    guard let start = known[wanted]?[offset] else { return .unknown }
    let range = start..<start + text.count
    return node.aliased == nil ? .bytes(range) : .alias(range)
  }

  /// Where an alias repeats a scalar that changes, though it stands at none of `allowed`; nil when none does.
  func aliasOfChange(in edits: inout TextEdits, allowed: Set<Position>) -> Position? {
    for alias in document.nodes {
      guard let node = alias.aliased, alias.kind != .scalar || !allowed.contains(alias.position) else {
        continue
      }
      var open = [node]
      while let one = open.popLast() {
        open += Array(one.elements) + one.entries.map(\.value)
        if one.kind == .scalar, let range = range(of: one, in: &edits), edits.changes(range) {
          return alias.position
        }
      }
    }
    return nil
  }

  private func places(of text: [UInt8], in node: Node, _ edits: inout TextEdits) -> [Int: Int] {
    guard let range = range(of: node, in: &edits) else { return [:] }
    let inValue = Self.places(of: text, in: Array(node.bytes)[...])
    let inFile = Self.places(of: text, in: edits.bytes[range])
    guard inValue.count == inFile.count else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(inValue, inFile))
  }

  /// The bytes of a scalar, quotes included and its name (`&name`) not.
  func range(of node: Node, in edits: inout TextEdits) -> Range<Int>? {
    guard let last = node.end, let end = edits.offsets.offset(of: last),
      var start = edits.offsets.offset(of: node.position), start <= end
    else { return nil }
    if start < end, edits.bytes[start] == UInt8(ascii: "&") {
      while start < end, edits.bytes[start] > 0x20 { start += 1 }
      while start < end, edits.bytes[start] <= 0x20 { start += 1 }
    }
    return start..<end
  }

  private static func places(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
    guard let first = text.first, bytes.count >= text.count else { return [] }
    return (bytes.startIndex...bytes.endIndex - text.count).filter {
      bytes[$0] == first && bytes[$0..<$0 + text.count].elementsEqual(text)
    }
  }
}
