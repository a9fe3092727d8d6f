import Text

/// Values as bytes, one after another.
struct RecordWriter {
  private(set) var bytes: [UInt8]

  init(_ start: [UInt8] = []) { bytes = start }

  /// `value` is not negative.
  mutating func number(_ value: Int) {
    var rest = UInt64(clamping: value)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func text(_ value: String) {
    let text = value.utf8
    number(text.count)
    bytes += text
  }

  mutating func optional(_ value: String?) {
    number(value == nil ? 0 : 1)
    if let value { text(value) }
  }

  mutating func hash(_ value: FileHash) {
    for half in [value.high, value.low] {
      for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: half >> UInt64(8 * place))) }
    }
  }
}

/// Reads what a `RecordWriter` wrote; nil wherever the bytes end too soon or make no sense.
struct RecordReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func number() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 63, let byte = rest.popFirst() {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(exactly: value) }
      shift += 7
    }
    return nil
  }

  mutating func text() -> String? {
    guard let count = number(), count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  /// Nil for what cannot be read; a nil inside for a text that was not there.
  mutating func optional() -> String?? {
    guard let isThere = number() else { return nil }
    if isThere == 0 { return .some(nil) }
    return text().map { .some($0) }
  }

  mutating func hash() -> FileHash? {
    guard rest.count >= 16 else { return nil }
    func half(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    defer { rest = rest.dropFirst(16) }
    return FileHash(high: half(rest.prefix(8)), low: half(rest.dropFirst(8).prefix(8)))
  }
}
