/// Text as XML has it (XML 1.0, fifth edition, section 2.4).
enum XMLText {
  /// Control characters cannot stand in XML 1.0, not even escaped. Quotes end the values of attributes.
  static func escape(_ text: some Collection<UInt8>, quotes: Bool = false, into out: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\"") where quotes: out += "&#34;".utf8
      case UInt8(ascii: "'") where quotes: out += "&#39;".utf8
      case 0x09, 0x0A, 0x0D, 0x20...: out.append(byte)
      default: break
      }
    }
  }
}
