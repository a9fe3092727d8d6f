/// Words with numbers, in the order they were met.
package struct WordTable {
  /// A place of the table, all that is needed of a word that is met again in 16 bytes.
  struct Slot {
    fileprivate var hash: UInt64 = 0
    /// -1 for an empty place.
    fileprivate(set) var number: Int32 = -1
    fileprivate var isLong = false
    /// For whoever reads words to keep something about each.
    var state = UInt16.max
  }

  private(set) var slots: [Slot]
  private var hashes: [UInt64] = []
  private var letters: [UInt8] = []
  private var ends: [Int32] = [0]

  init(capacity: Int = 4096) { slots = Array(repeating: Slot(), count: capacity) }

  var count: Int { hashes.count }

  func bytes(_ number: Int) -> ArraySlice<UInt8> { letters[Int(ends[number])..<Int(ends[number + 1])] }

  /// A word's hash, eight letters at a time. Up to eight letters it is another way of writing them: multiplying by an odd
  /// number can be undone, so that two such words of one hash are the same.
  struct Hash {
    private var packed: UInt64

    static let wholeLength = 8

    /// Of the first eight letters.
    @inline(__always)
    init(_ first: LetterRun) { packed = first.letters }

    /// Those that come after eight others.
    @inline(__always)
    mutating func add(_ further: LetterRun) { packed = (packed &* 0xD6E8_FEB8_6659_FD93) ^ further.letters }

    @inline(__always)
    var value: UInt64 { packed &* 0x9E37_79B9_7F4A_7C15 }

    /// Of letters that are small already, and may be beyond ASCII.
    init(_ word: [UInt8]) {
      func chunk(_ start: Int) -> UInt64 {
        word[start..<min(start + 8, word.count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      packed = chunk(0)
      for start in stride(from: 8, to: word.count, by: 8) {
        packed = (packed &* 0xD6E8_FEB8_6659_FD93) ^ chunk(start)
      }
    }
  }

  /// The place of a word whose letters stand in `text`, in either case if they are ASCII. `text` holds `start..<end`. A word
  /// that is new may make the table larger, and then every word has another place.
  @inline(__always)
  mutating func slot(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash >> 40) & mask
    while true {
      let found = slots[slot]
      if found.number < 0 { return insert(text, start, end, hash) }
      if found.hash == hash, equals(found, text, start, end) { return slot }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  mutating func setState(_ state: UInt16, ofSlot slot: Int) { slots[slot].state = state }

  private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64)
    -> Int
  {
    if (hashes.count + 1) * 2 > slots.count { grow() }
    let slot = emptySlot(for: hash)
    slots[slot] = Slot(hash: hash, number: Int32(hashes.count), isLong: end - start > Hash.wholeLength)
    hashes.append(hash)
    for at in start..<end { letters.append(Self.small(text[at])) }
    ends.append(Int32(letters.count))
    return slot
  }

  /// The number here of a word of another table.
  mutating func number(of word: Int, in other: WordTable) -> Int {
    other.letters.withUnsafeBufferPointer {
      let slot = slot(
        of: $0, from: Int(other.ends[word]), to: Int(other.ends[word + 1]), hash: other.hashes[word])
      return Int(slots[slot].number)
    }
  }

  @inline(__always)
  private func equals(_ slot: Slot, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if !slot.isLong, end &- start <= Hash.wholeLength { return true }
    let first = Int(ends[Int(slot.number)])
    guard Int(ends[Int(slot.number) + 1]) - first == end - start else { return false }
    for at in 0..<(end - start) where letters[first + at] != Self.small(text[start + at]) { return false }
    return true
  }

  @inline(__always)
  static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private func emptySlot(for hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 40) & mask
    while slots[slot].number >= 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { slots[emptySlot(for: slot.hash)] = slot }
  }
}
