/// A term that is linked to an article where a text first mentions it: the article's title or a synonym.
public struct Phrase: Sendable {
  public var text: [UInt8]
  public var article: Int
  public var url: [UInt8]

  public init(text: [UInt8], article: Int, url: [UInt8]) {
    self.text = text
    self.article = article
    self.url = url
  }
}

/// Finds the titles and synonyms of articles in running text: longest match, whole words, letter case ignored
/// (ASCII and Latin-1), words separated by spaces, one line end or one hyphen.
///
/// A trie over words, its edges in one open-addressing table keyed by node and word hash; 16 bytes an edge.
/// A term that two articles claim is linked to neither. Building: linear in the terms' length.
public struct MentionIndex: Sendable {
  /// Where a term was found in the bytes searched, and whose it is.
  struct Match {
    var start: Int
    var end: Int
    var term: Int
  }

  private struct Edge {
    /// The node before, mixed with the word's hash; 0 is an empty slot.
    var key: UInt64 = 0
    var node: Int32 = 0
    /// The term that ends here; -1 for none, -2 for one claimed twice.
    var term: Int32 = -1
  }

  private var edges: [Edge] = []
  private var mask = 0
  /// One bit for each hash of a first word: most words of a text are turned away here, in 8 KB.
  private var firstWords = [UInt64](repeating: 0, count: 1024)
  /// Folded terms, end to end: a match is compared with its term, so hashes decide nothing.
  private var folded: [UInt8] = []
  private var terms: [Term] = []
  private let byteClasses = WordScanner.byteClasses()

  private struct Term {
    var text: ByteRange
    var article: Int
    var url: [UInt8]
  }

  public init(phrases: some Sequence<Phrase>) {
    var paths: [[UInt64]] = []
    var count = 0
    for phrase in phrases {
      let text = Self.folded(phrase.text)
      var hashes: [UInt64] = []
      var words = WordScanner(text, 0..<text.count, classes: byteClasses)
      while let word = words.next() { hashes.append(word.hash) }
      guard !hashes.isEmpty else { continue }
      let start = folded.count
      folded.append(contentsOf: text)
      terms.append(Term(text: ByteRange(start, folded.count), article: phrase.article, url: phrase.url))
      count += hashes.count
      paths.append(hashes)
    }
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    edges = [Edge](repeating: Edge(), count: capacity)
    mask = capacity - 1
    var nodes: Int32 = 0
    for (term, path) in paths.enumerated() { insert(path, term: term, nodes: &nodes) }
  }

  private mutating func insert(_ path: [UInt64], term: Int, nodes: inout Int32) {
    firstWords[Int(path[0] >> 6 & 1023)] |= 1 << (path[0] & 63)
    var node: Int32 = 0
    var slot = 0
    for hash in path {
      let key = Self.key(node, hash)
      slot = find(key)
      if edges[slot].key == 0 {
        nodes += 1
        edges[slot] = Edge(key: key, node: nodes)
      }
      node = edges[slot].node
    }
    switch edges[slot].term {
    case -1: edges[slot].term = Int32(truncatingIfNeeded: term)
    case let other where other >= 0 && terms[Int(other)].article != terms[term].article: edges[slot].term = -2
    default: break
    }
  }

  private static func key(_ node: Int32, _ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return mixed == 0 ? 1 : mixed
  }

  /// The slot of `key`, or the empty one where it would stand. The table is at most half full.
  private func find(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key >> 32) & mask
    while edges[slot].key != key, edges[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }

  func article(of term: Int) -> Int { terms[term].article }
  func url(of term: Int) -> [UInt8] { terms[term].url }
  func foldedText(of term: Int) -> ArraySlice<UInt8> { folded[terms[term].text.range] }

  /// Appends what is mentioned in `range` of `text`: no two overlap, earlier ones first.
  func find(in text: [UInt8], _ range: Range<Int>, into matches: inout [Match]) {
    var words = WordScanner(text, range, classes: byteClasses)
    while let word = words.next() {
      guard firstWords[Int(word.hash >> 6 & 1023)] & (1 << (word.hash & 63)) != 0 else { continue }
      let next = words.position
      if let match = longestMatch(from: word, &words, text) {
        matches.append(match)
        words.position = match.end
      } else {
        words.position = next
      }
    }
  }

  private func longestMatch(from first: WordScanner.Word, _ words: inout WordScanner, _ text: [UInt8])
    -> Match?
  {
    var word = first
    var node: Int32 = 0
    var best: Match?
    while true {
      let slot = find(Self.key(node, word.hash))
      guard edges[slot].key != 0 else { return best }
      node = edges[slot].node
      let term = Int(edges[slot].term)
      if term >= 0, !words.isTied(before: first.start), !words.isTiedAfter,
        Self.equals(text[first.start..<word.end], folded[terms[term].text.range])
      {
        best = Match(start: first.start, end: word.end, term: term)
      }
      guard words.separatorIsPlain, let next = words.next() else { return best }
      word = next
    }
  }

  /// Whether `text`, folded, is `term`.
  private static func equals(_ text: ArraySlice<UInt8>, _ term: ArraySlice<UInt8>) -> Bool {
    if text.count == term.count, text.elementsEqual(term) { return true }
    return folded(Array(text)).elementsEqual(term)
  }
}
