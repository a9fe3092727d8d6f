/// Reads the words of a run of pages. Words are the runs of letters and digits, small and without accents; a single letter
/// is none.
struct SectionReader {
  private var words = WordTable()
  /// The pages' words one page after another, each a word's number and, in the lowest bits, its weight.
  private var entries: [UInt32] = []
  /// Where each page's entries end.
  private var ends: [Int] = []

  private var folding = LetterFolding()
  private var best: [UInt8] = []
  private var counts: [UInt8] = []
  private var met: [Int32] = []
  private var folded: [UInt8] = []

  private static let longestWord = 40
  private static let frequentCount = 3

  /// What was read, by word.
  consuming func section() -> SearchSection { SearchSection(words, entries, ends) }

  mutating func add(_ text: [UInt8], _ weight: SearchWeight) { read(text, isHTML: false, weight) }
  mutating func add(html: [UInt8]) { read(html, isHTML: true, .text) }

  /// A title or synonym: what a hyphen joins is also one word.
  mutating func add(name: [UInt8], _ weight: SearchWeight) {
    add(name, weight)
    guard name.contains(UInt8(ascii: "-")) else { return }
    for part in name.split(separator: 0x20) where part.contains(UInt8(ascii: "-")) {
      add(part.filter { $0 != UInt8(ascii: "-") }, weight)
    }
  }

  /// Closes a page.
  mutating func endPage() {
    for word in met {
      let number = Int(word)
      var weight = best[number]
      if weight == SearchWeight.text.rawValue, counts[number] >= Self.frequentCount {
        weight = SearchWeight.frequent.rawValue
      }
      entries.append(UInt32(number) << SearchWeight.bits | UInt32(weight))
      best[number] = .max
      counts[number] = 0
    }
    met.removeAll(keepingCapacity: true)
    ends.append(entries.count)
  }

  private mutating func read(_ text: [UInt8], isHTML: Bool, _ weight: SearchWeight) {
    let bytes = text.span
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if isHTML, byte == UInt8(ascii: "<") {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
        continue
      }
      if isHTML, byte == UInt8(ascii: "&") {
        let end = min(bytes.count, at + 8)
        at += 1
        while at < end, bytes[at] != UInt8(ascii: ";"), bytes[at] != 0x20 { at += 1 }
        continue
      }
      guard Self.isLetterOrDigit(byte) || byte >= 0x80 else {
        at += 1
        continue
      }
      let start = at
      var hash = WordTable.emptyHash
      while at < bytes.count, Self.isLetterOrDigit(bytes[at]) {
        hash = WordTable.add(WordTable.small(bytes[at]), to: hash)
        at += 1
      }
      if at == bytes.count || (bytes[at] < 0x80 && bytes[at] != UInt8(ascii: "'")) {
        if at - start > 1, at - start <= Self.longestWord {
          count(words.number(of: bytes, from: start, to: at, hash: hash), weight)
        }
      } else {
        at = readFolding(text, from: start, weight)
      }
    }
  }

  /// Reads a word with an apostrophe or letters beyond ASCII; gives where it ends, past `start`.
  private mutating func readFolding(_ text: [UInt8], from start: Int, _ weight: SearchWeight) -> Int {
    folded.removeAll(keepingCapacity: true)
    var at = start
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        if Self.isLetterOrDigit(byte) {
          folded.append(WordTable.small(byte))
        } else if byte != UInt8(ascii: "'") {
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

  private mutating func count(_ weight: SearchWeight) {
    let word = folded
    count(words.number(of: word.span, from: 0, to: word.count, hash: WordTable.hash(of: word)), weight)
  }

  private mutating func count(_ number: Int, _ weight: SearchWeight) {
    if number == best.count {
      best.append(.max)
      counts.append(0)
    }
    if best[number] == .max { met.append(Int32(number)) }
    best[number] = min(best[number], weight.rawValue)
    if counts[number] < .max { counts[number] += 1 }
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
