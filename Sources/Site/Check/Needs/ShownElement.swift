import Markdown

/// An element of the markup that a template writes.
struct ShownElement {
  let name: String
  let classes: Set<String>
  let id: String

  /// For each of some places of a template's markup, ascending, the elements around it, outermost first.
  static func around(_ offsets: [Int], in bytes: [UInt8]) -> [[ShownElement]] {
    var open: [ShownElement] = []
    var found: [[ShownElement]] = []
    var at = 0
    for offset in offsets {
      while let start = bytes[min(at, offset)..<offset].firstIndex(of: UInt8(ascii: "<")) {
        guard let tag = MarkupTag(bytes, at: start) else {
          at = start + 1
          continue
        }
        // A value within a tag stands in the elements around it.
        if tag.end > offset { break }
        at = tag.end
        if tag.name.isEmpty { continue }
        if tag.isEnd {
          if let place = open.lastIndex(where: { $0.name == tag.name }) { open.removeSubrange(place...) }
        } else if !tag.isVoid {
          open.append(ShownElement(tag, bytes))
        }
      }
      found.append(open)
    }
    return found
  }

  private init(_ tag: MarkupTag, _ bytes: [UInt8]) {
    func value(_ name: String) -> String {
      tag.attributes.first { $0.name == name }.map { String(decoding: bytes[$0.value], as: UTF8.self) } ?? ""
    }
    name = tag.name
    classes = Set(value("class").split { $0.isWhitespace }.map(String.init))
    id = value("id")
  }
}
