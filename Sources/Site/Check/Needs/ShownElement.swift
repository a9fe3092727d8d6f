/// An element of the markup that a template writes.
struct ShownElement {
  let name: String
  let classes: Set<String>
  let id: String

  /// The elements around a place of a template's markup, outermost first.
  static func around(_ offset: Int, in bytes: [UInt8]) -> [ShownElement] {
    var open: [ShownElement] = []
    var at = 0
    while let start = bytes[at..<offset].firstIndex(of: UInt8(ascii: "<")) {
      let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
      let name = String(
        decoding: bytes[(start + (isEnd ? 2 : 1))...].prefix { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 },
        as: UTF8.self
      ).lowercased()
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      at = min(end + 1, offset)
      if name.isEmpty || end >= offset { continue }
      if isEnd {
        if let place = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(place...) }
      } else if !void.contains(name), bytes[end - 1] != UInt8(ascii: "/") {
        let tag = String(decoding: bytes[start..<end], as: UTF8.self)
        open.append(
          ShownElement(
            name: name,
            classes: Set(value(of: "class", in: tag).split { $0.isWhitespace }.map(String.init)),
            id: value(of: "id", in: tag)))
      }
    }
    return open
  }

  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  private static func value(of attribute: String, in tag: String) -> String {
    guard let start = tag.firstRange(of: " \(attribute)=") else { return "" }
    let rest = tag[start.upperBound...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      return String(rest.prefix { !$0.isWhitespace })
    }
    return String(rest.dropFirst().prefix { $0 != quote })
  }
}
