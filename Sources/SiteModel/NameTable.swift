/// Names (UTF-8) to numbers: a flat open-addressing table, so that a look-up neither allocates nor makes a
/// `String`. Look-up and insertion cost one hash of the name and, as a rule, one comparison.
package struct NameTable: Sendable {
  private var slots: [Int32]
  private var entries: [(start: Int32, length: Int32, hash: UInt32, value: Int32)] = []
  private var pool: [UInt8] = []

  package init(expecting count: Int = 8) {
    slots = [Int32](repeating: -1, count: Self.capacity(for: count))
  }

  package subscript(name: some Collection<UInt8>) -> Int? {
    let found = name.withContiguousStorageIfAvailable { find($0) }
    return found ?? Array(name).withUnsafeBufferPointer { find($0) }
  }

  /// Adds a name; when it is there already the table stays as it is and its number is returned.
  @discardableResult
  package mutating func insert(_ name: some Collection<UInt8>, _ value: Int) -> Int? {
    let bytes = Array(name)
    if let present = self[bytes] { return present }
    if (entries.count + 1) * 2 > slots.count { grow() }
    let hash = bytes.withUnsafeBufferPointer { Self.hash($0) }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entries.count)
    entries.append((Int32(pool.count), Int32(bytes.count), hash, Int32(value)))
    pool += bytes
    return nil
  }

  /// Every name, in the order in which they were added.
  package var names: some Sequence<String> {
    entries.lazy.map { String(decoding: pool[Int($0.start)..<Int($0.start + $0.length)], as: UTF8.self) }
  }

  private func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(name)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, Int(entry.length) == name.count, same(name, at: Int(entry.start)) {
        return Int(entry.value)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func same(_ name: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in 0..<name.count where pool[start + offset] != name[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  private static func capacity(for count: Int) -> Int {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }

  /// FNV-1a with a final mix, so that the low bits depend on every byte.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
