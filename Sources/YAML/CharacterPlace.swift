import Diagnostics

/// Where a character or a word of a scalar is written, as itself or as an escape (YAML 1.1, section 5.6).
struct CharacterPlace {
  /// Offset in the source; nil when it is not found.
  private(set) var offset: Int?

  /// `start` is where the scalar begins.
  init(
    of scalar: UInt32, from start: Position, firstLine: Int, in source: UnsafeBufferPointer<UInt8>
  ) {
    var spellings = Self.escapes(of: scalar)
    if let one = Unicode.Scalar(scalar) { spellings.append(Array(String(one).utf8)) }
    self.init(spellings, from: start, firstLine: firstLine, in: source)
  }

  /// Of `word` as it is.
  init(
    of word: ArraySlice<UInt8>, from start: Position, firstLine: Int, in source: UnsafeBufferPointer<UInt8>
  ) {
    self.init([Array(word)], from: start, firstLine: firstLine, in: source)
  }

  private init(
    _ spellings: [[UInt8]], from start: Position, firstLine: Int, in source: UnsafeBufferPointer<UInt8>
  ) {
    var at = Self.offset(of: start, firstLine: firstLine, in: source)
    while at < source.count {
      let isFound = spellings.contains { spelling in
        at + spelling.count <= source.count
          && spelling.indices.allSatisfy {
            Self.isSame(source[at + $0], spelling[$0], isEscape: spelling[0] == 0x5C && $0 > 1)
          }
      }
      if isFound {
        offset = at
        return
      }
      at += source[at] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  /// Hexadecimal digits in any case.
  private static func isSame(_ byte: UInt8, _ wanted: UInt8, isEscape: Bool) -> Bool {
    byte == wanted || isEscape && (byte | 0x20) == (wanted | 0x20)
  }

  private static func escapes(of scalar: UInt32) -> [[UInt8]] {
    func padded(_ letter: String, _ width: Int) -> [UInt8]? {
      let digits = String(scalar, radix: 16)
      guard digits.utf8.count <= width else { return nil }
      return Array("\\\(letter)\(String(repeating: "0", count: width - digits.utf8.count))\(digits)".utf8)
    }
    let short: [UInt32: String] = [
      0: "\\0", 7: "\\a", 8: "\\b", 0xB: "\\v", 0xC: "\\f", 0x1B: "\\e", 0x85: "\\N", 0x2028: "\\L",
      0x2029: "\\P",
    ]
    return [padded("x", 2), padded("u", 4), padded("U", 8)].compactMap { $0 }
      + (short[scalar].map { [Array($0.utf8)] } ?? [])
  }

  private static func offset(
    of position: Position, firstLine: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var at = 0
    var line = firstLine
    while at < source.count, line < position.line {
      if source[at] == 0x0A || source[at] == 0x0D && !(at + 1 < source.count && source[at + 1] == 0x0A) {
        line += 1
      }
      at += 1
    }
    var column = 1
    while at < source.count, column < position.column {
      at += 1
      while at < source.count, source[at] & 0xC0 == 0x80 { at += 1 }
      column += 1
    }
    return at
  }
}
