import Diagnostics
import Site
import SiteModel
import Text
import YAML

/// The change of an article's `redirect-from`: addresses that it had lead to it, and none that it has now is an old one.
/// Everything else about the list, its layout included, stays as it is.
struct RedirectEdit {
  /// Why the list cannot be changed in place; completes "`redirect-from` of `FILE` …".
  struct Refusal: Error { let reason: String }

  private let places: ScalarPlaces
  private let list: Node?
  private let elements: [Node]
  /// The addresses that are added, and the numbers of the elements that go.
  private var added: [[UInt8]]
  private var removed: [Int] = []

  /// `given` are the addresses that the article gets, `left` those that it leaves.
  static func apply(
    leaving left: [[UInt8]], getting given: [[UInt8]], _ places: ScalarPlaces, to edits: inout TextEdits
  ) throws(Refusal) {
    try RedirectEdit(leaving: left, getting: given, places).apply(to: &edits)
  }

  private init(leaving left: [[UInt8]], getting given: [[UInt8]], _ places: ScalarPlaces) {
    self.places = places
    list = places.document.root?.value(for: FrontMatterKey.redirectFrom.name)
    elements = list.map { Array($0.elements) } ?? []
    let known = elements.map { Self.place($0.bytes) }
    let own = given.map { Self.place($0[...]) }
    added = left.filter { !known.contains(Self.place($0[...])) }
    removed = known.indices.filter { own.contains(known[$0]) }
  }

  /// What two ways to write one address have in common.
  private static func place(_ address: ArraySlice<UInt8>) -> [UInt8] {
    var place = SiteIndexBuilder.folded(URLText.decode(address))
    if place.suffix(11).elementsEqual("/index.html".utf8) { place.removeLast(10) }
    if place.last == UInt8(ascii: "/") { place.removeLast() }
    return place
  }

  private func apply(to edits: inout TextEdits) throws(Refusal) {
    guard let list else { return try addKey(to: &edits) }
    if list.aliased != nil || elements.contains(where: { $0.aliased != nil }) {
      throw Refusal(reason: "repeats another list by `*`")
    }
    var (added, removed) = (added[...], removed[...])
    // One that goes gives its place to one that comes.
    while let new = added.first, let old = removed.first {
      added.removeFirst()
      removed.removeFirst()
      let range = try range(of: elements[old], in: &edits)
      let isQuoted =
        range.count > 1 && (edits.bytes[range.lowerBound] == 0x22 || edits.bytes[range.lowerBound] == 0x27)
      edits.replace(isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range, with: new)
    }
    for number in removed { try remove(number, from: &edits) }
    if !added.isEmpty { try append(Array(added), to: list, in: &edits) }
  }

  private func range(of node: Node, in edits: inout TextEdits) throws(Refusal) -> Range<Int> {
    guard let range = places.range(of: node, in: &edits), !edits.bytes[range].contains(0x0A) else {
      throw Refusal(reason: "has an address that spans several lines")
    }
    return range
  }

  // MARK: Adding

  private func addKey(to edits: inout TextEdits) throws(Refusal) {
    guard let root = places.document.root, let frontMatter = places.frontMatter,
      let start = edits.offsets.offset(of: root.position), let first = root.entries.first
    else { throw Refusal(reason: "has no place") }
    let entry =
      Array("\(FrontMatterKey.redirectFrom.name): [".utf8) + Array(added.joined(separator: ", ".utf8))
      + Array("]".utf8)
    if edits.bytes[start] == UInt8(ascii: "{") {
      return edits.insert(entry + Array(", ".utf8), at: start + 1)
    }
    guard root.position == first.key.position, root.position.line > 1 else {
      throw Refusal(reason: "has no place")
    }
    let indent = [UInt8](repeating: 0x20, count: root.position.column - 1)
    edits.insert(
      indent + entry + Self.lineEnd(before: frontMatter.yaml.upperBound, in: edits.bytes),
      at: frontMatter.yaml.upperBound)
  }

  /// Behind the last address, with the quotes that it has, on a line of its own where it has one.
  private func append(_ new: [[UInt8]], to list: Node, in edits: inout TextEdits) throws(Refusal) {
    guard let last = elements.last else {
      guard let start = edits.offsets.offset(of: list.position), edits.bytes[start] == UInt8(ascii: "[")
      else {
        throw Refusal(reason: "is written in a way that does not allow adding an entry")
      }
      return edits.insert(Array(new.joined(separator: ", ".utf8)), at: start + 1)
    }
    let range = try range(of: last, in: &edits)
    let quote = edits.bytes[range.lowerBound]
    let quotes: [UInt8] = quote == 0x22 || quote == 0x27 ? [quote] : []
    let lineStart = Self.lineStart(range.lowerBound, in: edits.bytes)
    let before = edits.bytes[lineStart..<range.lowerBound]
    let lineEnd = Self.lineEnd(before: lineStart, in: edits.bytes)
    let texts = new.map { quotes + $0 + quotes }
    if before.contains(UInt8(ascii: "-")), before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) {
      // A line for each, below the last one.
      let end =
        edits.bytes[range.upperBound...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? edits.bytes.endIndex
      edits.insert(texts.flatMap { lineEnd + before + $0 }, at: end)
    } else if before.allSatisfy({ $0 == 0x20 }) {
      edits.insert(texts.flatMap { [UInt8(ascii: ",")] + lineEnd + before + $0 }, at: range.upperBound)
    } else {
      edits.insert(texts.flatMap { Array(", ".utf8) + $0 }, at: range.upperBound)
    }
  }

  // MARK: Removing

  private func remove(_ number: Int, from edits: inout TextEdits) throws(Refusal) {
    let range = try range(of: elements[number], in: &edits)
    let lineStart = Self.lineStart(range.lowerBound, in: edits.bytes)
    let before = edits.bytes[lineStart..<range.lowerBound]
    if before.contains(UInt8(ascii: "-")), before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) {
      var end =
        edits.bytes[range.upperBound...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? edits.bytes.endIndex
      if end < edits.bytes.endIndex { end += Self.lineEnd(before: end + 1, in: edits.bytes).count }
      edits.replace(lineStart..<end, with: [])
    } else if number + 1 < elements.count {
      edits.replace(
        range.lowerBound..<(try self.range(of: elements[number + 1], in: &edits).lowerBound), with: [])
    } else if number > 0 {
      edits.replace(
        try self.range(of: elements[number - 1], in: &edits).upperBound..<range.upperBound, with: [])
    } else {
      edits.replace(range, with: [])
    }
  }

  // MARK: Lines

  private static func lineStart(_ offset: Int, in bytes: [UInt8]) -> Int {
    (bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? -1) + 1
  }

  /// How the line ends that ends before `offset`.
  private static func lineEnd(before offset: Int, in bytes: [UInt8]) -> [UInt8] {
    guard offset > 0, offset <= bytes.count else { return [0x0A] }
    if bytes[offset - 1] == 0x0D {
      return offset < bytes.count && bytes[offset] == 0x0A ? [0x0D, 0x0A] : [0x0D]
    }
    return offset > 1 && bytes[offset - 2] == 0x0D ? [0x0D, 0x0A] : [0x0A]
  }
}
