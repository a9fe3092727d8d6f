/// Words with numbers, in the order they were met.
struct WordTable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var letters: [UInt8] = []
  private var ends: [Int32] = [0]

  init(capacity: Int = 4096) { slots = Array(repeating: -1, count: capacity) }

  var count: Int { hashes.count }

  func bytes(_ number: Int) -> ArraySlice<UInt8> { letters[Int(ends[number])..<Int(ends[number + 1])] }

  /// A word's hash, letter by letter. Up to eight letters it is another way of writing them: each step is
  /// one that can be undone, so that two such words of one hash are the same.
  struct Hash {
    private var packed: UInt64 = 0

    static let wholeLength = 8

    /// One of the first eight letters.
    @inline(__always)
    mutating func addFirst(_ letter: UInt8) { packed = packed &<< 8 | UInt64(letter) }

    /// A letter after these.
    @inline(__always)
    mutating func addFurther(_ letter: UInt8) { packed = (packed &* 0x100_0000_01B3) ^ UInt64(letter) }

    @inline(__always)
    private mutating func add(_ letter: UInt8, at place: Int) {
      if place < Self.wholeLength { addFirst(letter) } else { addFurther(letter) }
    }

    @inline(__always)
    var value: UInt64 { packed &* 0x9E37_79B9_7F4A_7C15 }

    init() {}

    init(_ word: some Sequence<UInt8>) { for (place, letter) in word.enumerated() { add(letter, at: place) } }
  }

  /// The number of a word whose letters stand in `text`, in either case if they are ASCII. `text` holds `start..<end`.
  @inline(__always)
  mutating func number(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt64) -> Int
  {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash >> 40) & mask
    while true {
      let number = Int(slots[slot])
      if number < 0 { return insert(text, start, end, hash, at: slot) }
      if hashes[number] == hash, equals(number, text, start, end) { return number }
      slot = (slot &+ 1) & mask
    }
  }

  private mutating func insert(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64, at slot: Int
  ) -> Int {
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
    other.letters.withUnsafeBufferPointer {
      number(of: $0, from: Int(other.ends[word]), to: Int(other.ends[word + 1]), hash: other.hashes[word])
    }
  }

  @inline(__always)
  private func equals(_ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = Int(ends[number])
    let length = Int(ends[number &+ 1]) &- first
    if length <= Hash.wholeLength, end &- start <= Hash.wholeLength { return true }
    guard length == end &- start else { return false }
    for at in 0..<length where letters[first &+ at] != Self.small(text[start &+ at]) { return false }
    return true
  }

  @inline(__always)
  static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 40) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
