import Text

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

  /// What `write` wrote, for who asks for words by their numbers alone; nil when it makes no sense.
  init?(_ source: inout RecordReader) {
    guard let letters = source.data(), let ends = source.values(of: Int32.self),
      let hashes = source.values(of: UInt64.self), ends.count == hashes.count + 1, ends[0] == 0,
      Int(ends[hashes.count]) == letters.count, zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    (self.letters, self.ends, self.hashes, slots) = (letters, ends, hashes, [])
  }

  func write(to out: inout RecordWriter) {
    out.data(letters)
    out.values(ends)
    out.values(hashes)
  }

  var count: Int { hashes.count }

  func bytes(_ number: Int) -> ArraySlice<UInt8> { letters[Int(ends[number])..<Int(ends[number + 1])] }

  /// The place of a word whose letters stand in `text`, in either case if they are ASCII. `text` holds `start..<end`. A word
  /// that is new may make the table larger, and then every word has another place.
  mutating func slot(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int {
    let known = withKnownWords { $0.slot(of: text, from: start, to: end, hash: hash) }
    return known >= 0 ? known : insert(text, start, end, hash)
  }

  @inline(__always)
  mutating func setState(_ state: UInt16, ofSlot slot: Int) { slots[slot].state = state }

  /// Hands out the words that are known so far: whoever reads many at a time need not ask for each whether the table is
  /// still his alone.
  mutating func withKnownWords<Result>(_ body: (borrowing KnownWords) -> Result) -> Result {
    let mask = slots.count - 1
    return slots.withUnsafeMutableBufferPointer { slots in
      letters.withUnsafeBufferPointer { letters in
        ends.withUnsafeBufferPointer {
          body(KnownWords(slots: slots, mask: mask, letters: letters, ends: $0))
        }
      }
    }
  }

  /// A table that does not grow.
  struct KnownWords: ~Copyable {
    // All are used only while `withKnownWords` runs, which keeps the arrays where they are.
    fileprivate let slots: UnsafeMutableBufferPointer<Slot>
    fileprivate let mask: Int
    fileprivate let letters: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<Int32>

    /// As `slot(of:from:to:hash:)`; -1 for a word that is not known.
    @inline(__always)
    func slot(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: hash >> 40) & mask
      while true {
        let found = slots[slot]
        if found.number < 0 { return -1 }
        if found.hash == hash, equals(found, text, start, end) { return slot }
        slot = (slot &+ 1) & mask
      }
    }

    @inline(__always)
    private func equals(_ slot: Slot, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
      let length = end &- start
      if !slot.isLong, length <= WordHash.wholeLength { return true }
      let first = Int(ends[Int(slot.number)])
      guard Int(ends[Int(slot.number) &+ 1]) &- first == length else { return false }
      for at in 0..<length where letters[first &+ at] != text[start &+ at].small { return false }
      return true
    }

    @inline(__always)
    func state(ofSlot slot: Int) -> UInt16 { slots[slot].state }

    @inline(__always)
    func setState(_ state: UInt16, ofSlot slot: Int) { slots[slot].state = state }
  }

  private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64)
    -> Int
  {
    if (hashes.count + 1) * 2 > slots.count { grow() }
    let slot = emptySlot(for: hash)
    slots[slot] = Slot(hash: hash, number: Int32(hashes.count), isLong: end - start > WordHash.wholeLength)
    hashes.append(hash)
    for at in start..<end { letters.append(text[at].small) }
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
