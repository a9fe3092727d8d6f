/// JSON writes a character beyond U+FFFF as two escapes (RFC 8259, section 7: `\ud83d\ude00`), which YAML does not know: each pair
/// is read as the one escape that YAML has for it (`\U0001F600`), two characters shorter.
struct SurrogatePairs {
  /// Lines and columns, from 1, at which pairs begin in the joined text.
  private var places: [(line: Int, column: Int)] = []

  /// Nil when `source` has none; half a pair stays as it is.
  init?(joiningIn source: inout ArraySlice<UInt8>) {
    guard Self.mayHoldPair(source) else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var at = source.startIndex
    var (line, column) = (1, 1)
    while at < source.endIndex {
      if let pair = Self.pair(in: source, at) {
        places.append((line, column))
        let digits = String(pair, radix: 16, uppercase: true)
        out += "\\U".utf8 + Array(repeating: UInt8(ascii: "0"), count: 8 - digits.utf8.count) + digits.utf8
        column += 10
        at += 12
        continue
      }
      // What a backslash escapes is no beginning of an escape.
      let width = source[at] == UInt8(ascii: "\\") && at + 1 < source.endIndex ? 2 : 1
      for byte in source[at..<at + width] {
        out.append(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
        if byte == 0x0A { (line, column) = (line + 1, 1) }
      }
      at += width
    }
    guard !places.isEmpty else { return nil }
    source = out[...]
  }

  /// The column in the file of what stands at a line and column of the joined text.
  func writtenColumn(line: Int, column: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return column + 2 * places[low...].prefix { $0.line == line && $0.column < column }.count
  }

  private static func mayHoldPair(_ source: ArraySlice<UInt8>) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      var found = false
      for at in bytes.indices.dropLast(2)
      where bytes[at] == UInt8(ascii: "\\") && bytes[at + 1] == UInt8(ascii: "u") {
        found = found || bytes[at + 2] | 0x20 == UInt8(ascii: "d")
      }
      return found
    }
  }

  /// The character of the pair that begins at `at`.
  private static func pair(in source: ArraySlice<UInt8>, _ at: Int) -> UInt32? {
    guard let high = escape(in: source, at), (0xD800..<0xDC00).contains(high),
      let low = escape(in: source, at + 6), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private static func escape(in source: ArraySlice<UInt8>, _ at: Int) -> UInt32? {
    guard at + 6 <= source.endIndex, source[at] == UInt8(ascii: "\\"), source[at + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: source[at + 2..<at + 6], as: UTF8.self), radix: 16)
  }
}
