/// Markup in a text that is shown as it is, where readers would see it.
package enum PlainTextMark: Equatable, Sendable {
  /// `**`, `__`, `*` or `~~` around words.
  case emphasis(String)
  /// `[text](address)`.
  case link
  /// `[@key]`.
  case citation
  /// `<b>`, `</b>`: as written.
  case tag(String)
  /// `&nbsp;`: as written.
  case entity(String)

  /// Those in UTF-8 text, the first of each kind. Most texts are only looked through for six signs.
  package static func all(in bytes: ArraySlice<UInt8>) -> [PlainTextMark] {
    guard mayHold(bytes) else { return [] }
    var all: [PlainTextMark] = []
    for at in bytes.indices {
      let found: PlainTextMark? =
        switch bytes[at] {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis(at, bytes)
        case UInt8(ascii: "["): bracket(at, bytes)
        case UInt8(ascii: "<"): tag(at, bytes)
        case UInt8(ascii: "&"): entity(at, bytes)
        default: nil
        }
      if let found, !all.contains(where: { $0.kind == found.kind }) { all.append(found) }
    }
    return all
  }

  private var kind: Int {
    switch self {
    case .emphasis: 0
    case .link: 1
    case .citation: 2
    case .tag: 3
    case .entity: 4
    }
  }

  private static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var found: UInt8 = 0
      // Without branches, so that it runs over many bytes at once.
      for byte in buffer {
        found |=
          byte == 0x2A || byte == 0x5F || byte == 0x7E || byte == 0x5B || byte == 0x3C || byte == 0x26 ? 1 : 0
      }
      return found != 0
    }
  }

  /// `**words**`, `__words__`, `*words*`, `~~words~~`; `5 * 3`, `*` for a footnote and `snake_case` are none.
  private static func emphasis(_ at: Int, _ bytes: ArraySlice<UInt8>) -> PlainTextMark? {
    let sign = bytes[at]
    let run = bytes[at...].prefix { $0 == sign }
    let width = run.count
    guard width <= 3, width > 1 || sign == UInt8(ascii: "*"), at == bytes.startIndex || bytes[at - 1] != sign,
      at == bytes.startIndex || !isWord(bytes[at - 1]), let first = bytes[run.endIndex...].first, first > 0x20
    else { return nil }
    var close = run.endIndex
    while let next = bytes[close...].firstIndex(of: sign) {
      let end = bytes[next...].prefix { $0 == sign }.endIndex
      if end - next == width, bytes[next - 1] > 0x20, end == bytes.endIndex || !isWord(bytes[end]) {
        return .emphasis(String(decoding: run, as: UTF8.self))
      }
      close = end
    }
    return nil
  }

  private static func bracket(_ at: Int, _ bytes: ArraySlice<UInt8>) -> PlainTextMark? {
    guard let close = bytes[at...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    if bytes[(at + 1)...].first == UInt8(ascii: "@"), close > at + 2 { return .citation }
    guard bytes[(close + 1)...].first == UInt8(ascii: "("),
      let end = bytes[close...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let address = bytes[(close + 2)..<end]
    return !address.isEmpty && !address.contains(0x20) && address.contains { "/.:#".utf8.contains($0) }
      ? .link : nil
  }

  private static func tag(_ at: Int, _ bytes: ArraySlice<UInt8>) -> PlainTextMark? {
    let name = bytes[(at + 1)...].drop { $0 == UInt8(ascii: "/") }
    guard let first = name.first, isLetter(first), let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")),
      end - at < 200
    else { return nil }
    let word = String(decoding: name.prefix { isWord($0) }, as: UTF8.self).lowercased()
    guard elements.contains(word) else { return nil }
    // Where nothing ends it, a tag of words is as likely meant as it is written.
    let isEnded = ByteSearch.first(Array("</".utf8), in: bytes[at...]) != nil
    guard isEnded || alone.contains(word) else { return nil }
    return .tag(String(decoding: bytes[at...end], as: UTF8.self))
  }

  private static let alone: Set = ["br", "hr", "img", "wbr"]

  /// What people type, and what comes along from a page.
  private static let elements: Set = [
    "a", "abbr", "b", "big", "blockquote", "br", "center", "code", "div", "em", "font", "h1", "h2", "h3",
    "h4",
    "hr", "i",
    "img", "li", "mark", "nobr", "ol", "p", "s", "small", "span", "strike", "strong", "sub", "sup", "table",
    "td", "tr", "u", "ul", "wbr",
  ]

  /// Names of letters, and numbers.
  private static func entity(_ at: Int, _ bytes: ArraySlice<UInt8>) -> PlainTextMark? {
    let name = bytes[(at + 1)...].prefix(10).prefix { isWord($0) || $0 == UInt8(ascii: "#") }
    guard name.count > 1, name.first.map({ isLetter($0) || $0 == UInt8(ascii: "#") }) == true,
      bytes[name.endIndex...].first == UInt8(ascii: ";")
    else { return nil }
    return .entity(String(decoding: bytes[at...name.endIndex], as: UTF8.self))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10 || byte >= 0x80
  }
}
