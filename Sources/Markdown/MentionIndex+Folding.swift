extension MentionIndex {
  /// `text` as terms are compared: lower case, one space between words, straight apostrophes.
  package static func folded(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var space = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      i += 1
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"):
        space = !out.isEmpty
        continue
      case _ where space:
        out.append(0x20)
        space = false
      default: break
      }
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case 0xE2 where i + 1 < text.count && text[i] == 0x80 && (text[i + 1] == 0x99 || text[i + 1] == 0x98):
        out.append(0x27)
        i += 2
      case 0xC3 where i < text.count && text[i] < 0x9F && text[i] != 0x97:
        out.append(0xC3)
        out.append(text[i] | 0x20)
        i += 1
      default: out.append(byte)
      }
    }
    return out
  }
}
