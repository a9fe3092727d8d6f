/// The marks with which a line begins: those of quotes, list items, headings and footnotes.
enum BlockMarks {
  /// Where the text of a block's first line begins, and how many quotes it stands in. `labels` says whether the `#`
  /// of a heading and the label of a footnote are marks too.
  static func skip(_ text: [UInt8], _ range: Range<Int>, labels: Bool) -> (text: Int, quotes: Int) {
    let end = range.upperBound
    func byte(_ i: Int) -> UInt8 { i < end ? text[i] : 0 }
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var i = range.lowerBound
    var quotes = 0
    if labels, byte(i) == UInt8(ascii: "["), byte(i + 1) == UInt8(ascii: "^") {
      var close = i
      while close < end, text[close] > 0x20, text[close] != UInt8(ascii: "]") { close += 1 }
      if byte(close) == UInt8(ascii: "]"), byte(close + 1) == UInt8(ascii: ":") { i = close + 2 }
    }
    while i < end {
      switch text[i] {
      case 0x20, 0x09: i += 1
      case UInt8(ascii: ">"):
        quotes += 1
        i += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isBlank(byte(i + 1)) else { return (i, quotes) }
        i += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var after = i
        while (0x30...0x39).contains(byte(after)) { after += 1 }
        guard after - i < 10, byte(after) == UInt8(ascii: ".") || byte(after) == UInt8(ascii: ")"),
          isBlank(byte(after + 1))
        else { return (i, quotes) }
        i = after + 1
      case UInt8(ascii: "#") where labels:
        var after = i
        while byte(after) == UInt8(ascii: "#") { after += 1 }
        guard after - i < 7, after == end || isSpace(byte(after)) else { return (i, quotes) }
        while isBlank(byte(after)) { after += 1 }
        return (after, quotes)
      default: return (i, quotes)
      }
    }
    return (min(i, max(end - 1, range.lowerBound)), quotes)
  }
}
