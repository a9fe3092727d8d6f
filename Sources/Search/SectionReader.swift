import Text

/// Reads the words of a run of pages. Words are the runs of letters and digits, small and without accents; a single letter
/// is none.
package struct SectionReader {
  private var words = WordTable()
  /// The pages' words one page after another, each a word's number and, in the lowest bits, its weight.
  private var entries: [UInt32] = []
  /// Where each page's entries end.
  private var ends: [Int] = []

  private var folding = LetterFolding()
  /// The places in `words` of those that stand in the page. The state of each is how often it does, up to 255, and above
  /// that its best weight so far; all bits for a word that does not.
  private var met: [Int32] = []
  /// How large `words` was when the last was met.
  private var size = 0
  private var folded: [UInt8] = []

  private static let longestWord = 40
  private static let frequentCount = 3
  private static let notMet = UInt16.max

  /// What was read, by word.
  package consuming func section() -> SearchSection { SearchSection(words, entries, ends) }

  package mutating func add(_ text: [UInt8], _ weight: SearchWeight) { read(text, weight) }

  /// A title or synonym: what a hyphen joins is also one word.
  package mutating func add(name: [UInt8], _ weight: SearchWeight) {
    add(name, weight)
    guard name.contains(UInt8(ascii: "-")) else { return }
    for part in name.split(separator: 0x20) where part.contains(UInt8(ascii: "-")) {
      add(part.filter { $0 != UInt8(ascii: "-") }, weight)
    }
  }

  /// Closes a page.
  mutating func endPage() {
    for place in met {
      let slot = words.slots[Int(place)]
      var weight = UInt8(truncatingIfNeeded: slot.state >> 8)
      if weight == SearchWeight.text.rawValue, slot.state & 0xFF >= Self.frequentCount {
        weight = SearchWeight.frequent.rawValue
      }
      entries.append(UInt32(slot.number) << SearchWeight.bits | UInt32(weight))
      words.setState(Self.notMet, ofSlot: Int(place))
    }
    met.removeAll(keepingCapacity: true)
    ends.append(entries.count)
  }

  private mutating func read(_ text: [UInt8], _ weight: SearchWeight) {
    // The pointer is used only inside the closure, at places below its count.
    text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        at = readKnown(bytes, from: at, weight)
        if at < bytes.count { at = readAny(bytes, from: at, weight) }
      }
    }
  }

  /// Reads words that were met before and have nothing but letters and digits of ASCII, which most are; gives where
  /// another begins, or the end.
  private mutating func readKnown(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ weight: SearchWeight
  ) -> Int {
    if words.slots.count != size { findMet() }
    var met: [Int32] = []
    swap(&met, &self.met)
    defer { swap(&met, &self.met) }
    let first = UInt16(weight.rawValue) << 8
    return words.withKnownWords { words in
      let end = bytes.count
      var at = start
      while at < end {
        let run = LetterRun(bytes, at: at, upTo: end)
        if run.count == 0 {
          if bytes[at] >= 0x80 { return at }
          at &+= 1
          continue
        }
        let start = at
        let hash = Self.hash(of: run, bytes, &at)
        let next = at < end ? bytes[at] : 0
        if next >= 0x80 || next == UInt8(ascii: "'") { return start }
        if at &- start > 1, at &- start <= Self.longestWord {
          let slot = words.slot(of: bytes, from: start, to: at, hash: hash)
          if slot < 0 { return start }
          let state = words.state(ofSlot: slot)
          if state == Self.notMet { met.append(Int32(truncatingIfNeeded: slot)) }
          words.setState(Self.state(state, afterAnother: first), ofSlot: slot)
        }
        // What ended the word begins none.
        at &+= 1
      }
      return at
    }
  }

  /// The hash of the word that begins with `run`, at `at`, which is moved to its end.
  @inline(__always)
  private static func hash(of run: LetterRun, _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt64
  {
    var run = run
    var hash = WordHash(run)
    at &+= run.count
    while run.count == 8, at < bytes.count {
      run = LetterRun(bytes, at: at, upTo: bytes.count)
      if run.count > 0 { hash.add(run) }
      at &+= run.count
    }
    return hash.value
  }

  /// Reads the word at `start`, whatever it is; gives where it ends, past `start`.
  private mutating func readAny(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ weight: SearchWeight
  ) -> Int {
    var at = start
    let run = LetterRun(bytes, at: at, upTo: bytes.count)
    if run.count == 0 { return readFolding(bytes, from: start, weight) }
    let hash = Self.hash(of: run, bytes, &at)
    let next = at < bytes.count ? bytes[at] : 0
    if next >= 0x80 || next == UInt8(ascii: "'") { return readFolding(bytes, from: start, weight) }
    if at &- start > 1, at &- start <= Self.longestWord {
      count(words.slot(of: bytes, from: start, to: at, hash: hash), weight)
    }
    return at
  }

  /// Reads a word with an apostrophe or letters beyond ASCII; gives where it ends, past `start`.
  private mutating func readFolding(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ weight: SearchWeight
  ) -> Int {
    folded.removeAll(keepingCapacity: true)
    var at = start
    var isFirst = true
    while at < text.count {
      let byte = text[at]
      if let length = Self.apostrophe(text, at) {
        at += length
        // What was elided before a word is no part of it.
        if isFirst, LetterFolding.isElision(folded), Self.beginsWord(text, at) { return at }
        if !folded.isEmpty { isFirst = false }
        continue
      }
      if byte < 0x80 {
        if Self.isLetterOrDigit(byte) {
          folded.append(byte.small)
        } else {
          break
        }
        at += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      let end = min(text.count, at + length)
      let scalar = String(decoding: text[at..<end], as: UTF8.self).unicodeScalars.first ?? " "
      guard let letters = folding.folded(scalar) else {
        if at == start { at = end }
        break
      }
      if LetterFolding.isWholeWord(scalar.value) {
        // What came before it is a word of its own; it is read again after that.
        if !folded.isEmpty { break }
        folded += letters
        at = end
        count(weight)
        return at
      }
      folded += letters
      at = end
    }
    if folded.count > 1, folded.count <= Self.longestWord { count(weight) }
    return max(at, start + 1)
  }

  /// How many bytes the apostrophe at `i` takes: `'`, U+2019 or U+02BC; nil for anything else.
  private static func apostrophe(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
    switch text[i] {
    case UInt8(ascii: "'"): 1
    case 0xCA where i + 1 < text.count && text[i + 1] == 0xBC: 2
    case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80 && text[i + 2] == 0x99: 3
    default: nil
    }
  }

  /// Whether a letter is at `i`, of the scripts in which words are elided.
  private static func beginsWord(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i < text.count && ((text[i] | 0x20) &- 0x61 < 26 || text[i] &- 0xC3 < 3)
  }

  private mutating func count(_ weight: SearchWeight) {
    let word = folded
    word.withUnsafeBufferPointer {
      count(words.slot(of: $0, from: 0, to: word.count, hash: WordHash(word).value), weight)
    }
  }

  private mutating func count(_ place: Int, _ weight: SearchWeight) {
    if words.slots.count != size { findMet() }
    let state = words.slots[place].state
    if state == Self.notMet { met.append(Int32(truncatingIfNeeded: place)) }
    words.setState(Self.state(state, afterAnother: UInt16(weight.rawValue) << 8), ofSlot: place)
  }

  /// The state of a word that is met once more, in the weight that `weight` has above the lowest eight bits.
  @inline(__always)
  private static func state(_ state: UInt16, afterAnother weight: UInt16) -> UInt16 {
    if state == notMet { return weight | 1 }
    let count = state & 0xFF
    return min(state & 0xFF00, weight) | (count < 0xFF ? count &+ 1 : count)
  }

  /// The table has grown, and its words have other places.
  private mutating func findMet() {
    size = words.slots.count
    met = words.slots.indices.filter { words.slots[$0].state != Self.notMet }.map { Int32($0) }
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
