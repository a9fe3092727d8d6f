import Diagnostics
import Files
import Site
import SiteModel
import Text

/// Places that name an article though no reader of the site takes them for its name: templates, comments, code, data.
/// A person has to look at them.
struct Leftovers {
  let kind: Kind
  let id: [UInt8]
  /// Scheme and host with the base path.
  let home: [UInt8]

  /// "Templates/home.mustache:12:8", and what stands there.
  struct Place {
    let file: String
    let position: Position
    let text: String
  }

  func find(in bytes: [UInt8], file: String, changed: TextEdits?) -> [Place] {
    var found: [Place] = []
    var cursor: PositionCursor?
    for offset in Self.places(of: id, in: bytes) {
      let end = offset + id.count
      guard isWhole(offset..<end, in: bytes), let start = start(of: offset..<end, in: bytes),
        changed?.changes(at: offset) != true
      else { continue }
      var positions = cursor ?? PositionCursor(bytes)
      found.append(
        Place(
          file: file, position: positions.position(ofByte: start),
          text: String(decoding: bytes[start..<end], as: UTF8.self)))
      cursor = positions
    }
    return found
  }

  /// Where `name` stands in `bytes`, by its first byte.
  static func places(of name: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = name.first, bytes.count >= name.count else { return [] }
    var places: [Int] = []
    for offset in 0...bytes.count - name.count
    where bytes[offset] == first && bytes[offset..<offset + name.count].elementsEqual(name) {
      places.append(offset)
    }
    return places
  }

  /// Whether it is not a part of a longer id.
  private func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    !(range.lowerBound > 0 && Self.isInName(bytes[range.lowerBound - 1]))
      && !(range.upperBound < bytes.count && Self.isInName(bytes[range.upperBound]))
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
      || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Where the address, path or `kind:id` begins that ends with the id; nil when it stands there as a word.
  private func start(of range: Range<Int>, in bytes: [UInt8]) -> Int? {
    let before = bytes[..<range.lowerBound]
    func start(_ prefix: String) -> Int? {
      guard before.suffix(prefix.utf8.count).elementsEqual(prefix.utf8) else { return nil }
      let start = range.lowerBound - prefix.utf8.count
      return start > 0 && Self.isInName(bytes[start - 1]) ? nil : start
    }
    if let start = start(kind.name + ":") ?? start(kind.folder + "/") { return start }
    return kind.isPage ? startOfPage(range, before, in: bytes) : nil
  }

  /// Pages stand at the root: `/care/`, or `{{site.home-url}}care/` in a template.
  private func startOfPage(_ range: Range<Int>, _ before: ArraySlice<UInt8>, in bytes: [UInt8]) -> Int? {
    guard bytes.dropFirst(range.upperBound).first == UInt8(ascii: "/") else { return nil }
    if before.suffix(2).elementsEqual("}}".utf8) { return range.lowerBound }
    guard before.last == UInt8(ascii: "/") else { return nil }
    let start = range.lowerBound - 1
    guard let last = before.dropLast().last, !before.dropLast().suffix(home.count).elementsEqual(home) else {
      return start
    }
    return Self.isInName(last) || last == UInt8(ascii: ".") || last == UInt8(ascii: "/") ? nil : start
  }
}
