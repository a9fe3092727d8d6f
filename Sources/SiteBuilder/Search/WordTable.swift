/// Words with numbers, in the order they were met. Hashes are FNV-1a with 64 bits.
struct WordTable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var letters: [UInt8] = []
  private var ends: [Int32] = [0]

  init(capacity: Int = 4096) { slots = Array(repeating: -1, count: capacity) }

  var count: Int { hashes.count }

  func bytes(_ number: Int) -> ArraySlice<UInt8> { letters[Int(ends[number])..<Int(ends[number + 1])] }

  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func hash(of word: some Sequence<UInt8>) -> UInt64 { word.reduce(emptyHash) { add($1, to: $0) } }

  /// The number of a word whose letters stand in `text`, in either case if they are ASCII.
  mutating func number(of text: Span<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, equals(number, text, start, end) { return number }
      slot = (slot + 1) & mask
    }
    let number = hashes.count
    slots[slot] = Int32(number)
    hashes.append(hash)
    for at in start..<end { letters.append(Self.small(text[at])) }
    ends.append(Int32(letters.count))
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  /// The number here of a word of another table.
  mutating func number(of word: Int, in other: WordTable) -> Int {
    number(
      of: other.letters.span, from: Int(other.ends[word]), to: Int(other.ends[word + 1]),
      hash: other.hashes[word])
  }

  private func equals(_ number: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = Int(ends[number])
    guard Int(ends[number + 1]) - first == end - start else { return false }
    for at in 0..<(end - start) where letters[first + at] != Self.small(text[start + at]) { return false }
    return true
  }

  @inline(__always)
  static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
