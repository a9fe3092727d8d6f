/// A curly quote where JSON needs a straight one.
struct CurlyQuote {
  /// Its offset.
  let offset: Int
  /// Whether it stands outside of all texts. Inside one it may be meant: only a text that nothing else ends tells.
  let isCertain: Bool

  /// The first certain one, or else the first inside a text that it seems to end, as in `"title": "Hip pain”, "id"`.
  init?(in bytes: [UInt8]) {
    var (isInText, doubtful) = (false, Int?.none)
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\\") where isInText: i += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80 && (0x9C...0x9F).contains(bytes[i + 2]):
        if !isInText {
          (offset, isCertain) = (i, true)
          return
        }
        let behind = bytes[(i + 3)...].prefix { $0 <= 0x20 || ",:}]".utf8.contains($0) }
        let next = behind.endIndex < bytes.count ? bytes[behind.endIndex] : 0
        if doubtful == nil, behind.contains(where: { $0 > 0x20 }), next == UInt8(ascii: "\"") { doubtful = i }
      default: break
      }
      i += 1
    }
    guard let doubtful else { return nil }
    (offset, isCertain) = (doubtful, false)
  }
}
