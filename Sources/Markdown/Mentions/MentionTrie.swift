/// The terms of a `MentionIndex` as a trie over words: its edges in one open-addressing table, 16 bytes each.
final class MentionTrie: Sendable {
  struct Edge {
    /// The node before, mixed with the word's hash; 0 is an empty slot.
    var key: UInt64 = 0
    var node: Int32 = 0
    /// The first of the terms whose last word this is; -1 for none.
    var term: Int32 = -1
  }

  struct Term {
    /// In `folded`: all of it, and its part from the first word to the last. What stands before and after that are signs,
    /// as the bracket in "Impingement (FAI)".
    var text: ByteRange
    var core: ByteRange
    var article: Int
    var url: [UInt8]
    /// Tells names apart in whatever index they are.
    var name: UInt64
    /// The next term of the same words, such as "A/B" after "A B"; -1 for none.
    var next: Int32 = -1
    /// Claimed by two articles, and so linked to neither.
    var isShared = false
  }

  /// Folded terms, end to end: a match is compared with its term, so hashes decide nothing.
  let folded: [UInt8]
  let terms: [Term]
  private let edges: [Edge]
  /// One bit for each hash of a first word: most words of a text are turned away here, in 8 KB.
  private let firstWords: [UInt64]
  /// The same for a first word and the second, and for a first word that is a term by itself: a large site has terms that
  /// begin with most words of its texts, and `edges` does not fit the processor's cache as this does.
  private let firstPairs: [UInt64]

  init(phrases: some Sequence<Phrase>) {
    var folded: [UInt8] = []
    var terms: [Term] = []
    var words: [WordScanner.Word] = []
    // The hashes of all terms' words, and where each term's end.
    var hashes: [UInt64] = []
    var ends: [Int] = []
    for phrase in phrases {
      let text = MentionIndex.folded(phrase.text)
      words.removeAll(keepingCapacity: true)
      WordScanner.scan(text, 0..<text.count, into: &words)
      guard let first = words.first, let last = words.last else { continue }
      hashes.append(contentsOf: words.lazy.map(\.hash))
      let start = folded.count
      folded.append(contentsOf: text)
      terms.append(
        Term(
          text: ByteRange(start, folded.count), core: ByteRange(start + first.start, start + last.end),
          article: phrase.article, url: phrase.url, name: MentionIndex.name(ofFolded: text)))
      ends.append(hashes.count)
    }
    var capacity = 16
    while capacity < hashes.count * 2 { capacity *= 2 }
    var edges = [Edge](repeating: Edge(), count: capacity)
    var firstWords = [UInt64](repeating: 0, count: 1024)
    var pairWords = 64
    while pairWords < ends.count / 4, pairWords < 1 << 14 { pairWords *= 2 }
    var firstPairs = [UInt64](repeating: 0, count: pairWords)
    var nodes: Int32 = 0
    var start = 0
    for (term, end) in ends.enumerated() {
      firstWords[Int(hashes[start] >> 6 & 1023)] |= 1 << (hashes[start] & 63)
      let pair = Self.pair(hashes[start], start + 1 < end ? hashes[start + 1] : Self.alone)
      firstPairs[Int(truncatingIfNeeded: pair >> 6) & (pairWords - 1)] |= 1 << (pair & 63)
      let slot = Self.insert(hashes[start..<end], into: &edges, nodes: &nodes)
      var other = Int(edges[slot].term)
      while other >= 0, folded[terms[other].text.range] != folded[terms[term].text.range] {
        other = Int(terms[other].next)
      }
      if other < 0 {
        terms[term].next = edges[slot].term
        edges[slot].term = Int32(truncatingIfNeeded: term)
      } else if terms[other].article != terms[term].article {
        terms[other].isShared = true
      }
      start = end
    }
    (self.folded, self.terms, self.edges) = (folded, terms, edges)
    (self.firstWords, self.firstPairs) = (firstWords, firstPairs)
  }

  /// The slot of the path's last edge.
  private static func insert(_ path: ArraySlice<UInt64>, into edges: inout [Edge], nodes: inout Int32) -> Int
  {
    var node: Int32 = 0
    var slot = 0
    for hash in path {
      let key = key(node, hash)
      slot = find(key, in: edges)
      if edges[slot].key == 0 {
        nodes += 1
        edges[slot] = Edge(key: key, node: nodes)
      }
      node = edges[slot].node
    }
    return slot
  }

  func mayBegin(_ hash: UInt64) -> Bool { firstWords[Int(hash >> 6 & 1023)] & (1 << (hash & 63)) != 0 }

  /// Whether a term may begin with a word of hash `first` that one of hash `second` follows; `second` is nil at the end of a
  /// text.
  func mayBegin(_ first: UInt64, before second: UInt64?) -> Bool {
    guard mayBegin(first) else { return false }
    if hasPair(first, Self.alone) { return true }
    guard let second else { return false }
    return hasPair(first, second)
  }

  private func hasPair(_ first: UInt64, _ second: UInt64) -> Bool {
    let pair = Self.pair(first, second)
    return firstPairs[Int(truncatingIfNeeded: pair >> 6) & (firstPairs.count - 1)] & (1 << (pair & 63)) != 0
  }

  /// Stands for the word after a term of a single word.
  private static let alone: UInt64 = 0

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }

  func edge(from node: Int32, _ hash: UInt64) -> Edge? {
    let edge = edges[Self.find(Self.key(node, hash), in: edges)]
    return edge.key == 0 ? nil : edge
  }

  /// Whether `core` of `text`, which has the term's words, and what stands around it are the term: where it then
  /// begins and ends.
  func range(of term: Int, _ core: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    let term = terms[term]
    let written = text[core]
    let wanted = folded[term.core.range]
    guard !term.isShared,
      written.elementsEqual(wanted) || MentionIndex.folded(Array(written)).elementsEqual(wanted)
    else { return nil }
    let before = folded[term.text.range.lowerBound..<term.core.range.lowerBound]
    let after = folded[term.core.range.upperBound..<term.text.range.upperBound]
    let range = core.lowerBound - before.count..<core.upperBound + after.count
    guard !before.isEmpty || !after.isEmpty else { return range }
    guard range.lowerBound >= 0, range.upperBound <= text.count,
      text[range.lowerBound..<core.lowerBound].elementsEqual(before),
      text[core.upperBound..<range.upperBound].elementsEqual(after)
    else { return nil }
    return range
  }

  private static func key(_ node: Int32, _ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return mixed == 0 ? 1 : mixed
  }

  /// The slot of `key`, or the empty one where it would stand. The table is at most half full.
  private static func find(_ key: UInt64, in edges: [Edge]) -> Int {
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: key >> 32) & mask
    while edges[slot].key != key, edges[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }
}
