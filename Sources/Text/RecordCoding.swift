/// Values as bytes, one after another, for a file that the same program reads again.
package struct RecordWriter: Sendable {
  package private(set) var bytes: [UInt8]

  package init(_ start: [UInt8] = []) { bytes = start }

  /// The bytes so far, without the room that they keep for more.
  package var exactBytes: [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      Array(unsafeUninitializedCapacity: bytes.count) { room, count in
        count = room.initialize(fromContentsOf: bytes)
      }
    }
  }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// `value` is not negative.
  package mutating func number(_ value: Int) {
    var rest = UInt64(clamping: value)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func text(_ value: String) {
    let text = value.utf8
    number(text.count)
    bytes += text
  }

  package mutating func optional(_ value: String?) {
    number(value == nil ? 0 : 1)
    if let value { text(value) }
  }

  package mutating func data(_ value: ArraySlice<UInt8>) {
    number(value.count)
    bytes.append(contentsOf: value)
  }

  /// Not generic: as such it was the dearest part of what an article asks of its site.
  package mutating func data(_ value: [UInt8]) { data(value[...]) }

  package mutating func data(_ value: some Collection<UInt8>) { data(Array(value)) }

  /// Each with its length before it.
  package mutating func list(_ values: [[UInt8]]) {
    number(values.count)
    for value in values { data(value) }
  }

  package mutating func hash(_ value: FileHash) {
    // The bytes are those of the two numbers, and are copied inside the closure.
    withUnsafeBytes(of: (value.high.littleEndian, value.low.littleEndian)) { bytes.append(contentsOf: $0) }
  }

  /// As they lie in memory, padding included: only the program that wrote them can read them.
  package mutating func values<Value: BitwiseCopyable>(_ values: [Value]) {
    number(values.count)
    // The bytes are those of the array's own elements, and are copied inside the closure.
    values.withUnsafeBytes { bytes += $0 }
  }
}

/// Reads what a `RecordWriter` wrote; nil wherever the bytes end too soon or make no sense.
package struct RecordReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  private var count: Int { bytes.endIndex - at }
  package var isAtEnd: Bool { count == 0 }

  package mutating func number() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 63, at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(exactly: value) }
      shift += 7
    }
    return nil
  }

  package mutating func text() -> String? { slice().map { String(decoding: $0, as: UTF8.self) } }

  /// Nil for what cannot be read; a nil inside for a text that was not there.
  package mutating func optional() -> String?? {
    guard let isThere = number() else { return nil }
    if isThere == 0 { return .some(nil) }
    return text().map { .some($0) }
  }

  package mutating func data() -> [UInt8]? { slice().map(Array.init) }

  /// The same where it lies.
  package mutating func slice() -> ArraySlice<UInt8>? {
    guard let length = number(), length <= count else { return nil }
    defer { at += length }
    return bytes[at..<at + length]
  }

  package mutating func list() -> [[UInt8]]? {
    guard let length = number(), length <= count else { return nil }
    var values: [[UInt8]] = []
    values.reserveCapacity(length)
    for _ in 0..<length {
      guard let value = data() else { return nil }
      values.append(value)
    }
    return values
  }

  package mutating func hash() -> FileHash? {
    guard count >= 16 else { return nil }
    func half(_ start: Int) -> UInt64 { (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[start + $1]) } }
    defer { at += 16 }
    return FileHash(high: half(at), low: half(at + 8))
  }

  package mutating func values<Value: BitwiseCopyable>(of type: Value.Type = Value.self) -> [Value]? {
    let size = MemoryLayout<Value>.stride
    guard let length = number(), length <= count / size else { return nil }
    let start = at - bytes.startIndex
    defer { at += length * size }
    return bytes.withUnsafeBytes { raw in
      [Value](unsafeUninitializedCapacity: length) { buffer, filled in
        // Both sides have room for `length` values, as checked above. That they are values of this type is known from
        // the hash of the whole, which this program wrote.
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: raw[start..<start + length * size]))
        filled = length
      }
    }
  }
}
