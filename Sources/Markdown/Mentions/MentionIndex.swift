/// A term that is linked to an article where a text first mentions it: the article's title or a synonym.
package struct Phrase: Sendable {
  package var text: [UInt8]
  package var article: Int
  package var url: [UInt8]

  package init(text: [UInt8], article: Int, url: [UInt8]) {
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
package struct MentionIndex: Sendable {
  /// Where a term was found in the bytes searched, and whose it is.
  struct Match {
    var start: Int
    var end: Int
    var term: Int
  }

  /// One reference, so that handing the index around costs no more than one.
  let trie: MentionTrie

  package init(phrases: some Sequence<Phrase>) {
    trie = MentionTrie(phrases: phrases)
  }

  func article(of term: Int) -> Int { trie.terms[term].article }
  func url(of term: Int) -> [UInt8] { trie.terms[term].url }
  func foldedText(of term: Int) -> ArraySlice<UInt8> { trie.folded[trie.terms[term].text.range] }

  /// Appends what is mentioned in `range` of `text`: no two overlap, earlier ones first. `words` is scratch space.
  func find(
    in text: [UInt8], _ range: Range<Int>, words: inout [WordScanner.Word], into matches: inout [Match]
  ) {
    words.removeAll(keepingCapacity: true)
    WordScanner.scan(text, range, into: &words)
    var i = 0
    while i < words.count {
      guard trie.mayBegin(words[i].hash), let (match, last) = longestMatch(text, words, from: i) else {
        i += 1
        continue
      }
      matches.append(match)
      i = last + 1
    }
  }

  /// The longest term that begins with word `first`, and its last word.
  private func longestMatch(_ text: [UInt8], _ words: [WordScanner.Word], from first: Int) -> (
    Match, last: Int
  )? {
    var best: (Match, last: Int)?
    var node: Int32 = 0
    var i = first
    while let edge = trie.edge(from: node, words[i].hash) {
      node = edge.node
      if edge.term >= 0, !isTied(text, words, i), first == 0 || !isTied(text, words, first - 1) {
        let match = Match(start: words[first].start, end: words[i].end, term: Int(edge.term))
        if trie.equals(text[match.start..<match.end], term: match.term) { best = (match, i) }
      }
      guard i + 1 < words.count, isPlain(text, words[i].end..<words[i + 1].start) else { break }
      i += 1
    }
    return best
  }

  /// Whether a hyphen or a similar sign ties word `i` to the next: "cross-training" is not "training".
  private func isTied(_ text: [UInt8], _ words: [WordScanner.Word], _ i: Int) -> Bool {
    guard i + 1 < words.count, words[i + 1].start == words[i].end + 1 else { return false }
    switch text[words[i].end] {
    case UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "/"): return true
    default: return false
    }
  }

  /// Whether what is between two words may be inside a term: spaces, a line end among them, or one hyphen.
  private func isPlain(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    if range.count == 1, text[range.lowerBound] == UInt8(ascii: "-") { return true }
    for i in range where text[i] != 0x20 && text[i] != 0x0A && text[i] != 0x09 { return false }
    return true
  }
}

extension MentionIndex {
  /// `text` as terms are compared: lower case, one space between words, straight apostrophes.
  package static func folded(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var space = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      i += 1
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"):
        space = !out.isEmpty
        continue
      case _ where space:
        out.append(0x20)
        space = false
      default: break
      }
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case 0xE2 where i + 1 < text.count && text[i] == 0x80 && (text[i + 1] == 0x99 || text[i + 1] == 0x98):
        out.append(0x27)
        i += 2
      case 0xC3 where i < text.count && text[i] < 0x9F && text[i] != 0x97:
        out.append(0xC3)
        out.append(text[i] | 0x20)
        i += 1
      default: out.append(byte)
      }
    }
    return out
  }
}

extension MentionIndex {
  /// Whether the text of an article could mention one of the terms, told from its Markdown without parsing it.
  /// Errs towards true: the words of a term may have any markup between them. Where characters are written as
  /// entities or with backslashes, which can be in the middle of a word, nothing is known.
  package func mayBeMentioned(inSource bytes: [UInt8]) -> Bool {
    if WordSet.isUncertain(bytes) { return true }
    var words: [WordScanner.Word] = []
    WordScanner.scan(bytes, 0..<bytes.count, into: &words)
    return words.indices.contains { trie.mayBegin(words[$0].hash) && isTerm(words, from: $0) }
  }

  private func isTerm(_ words: [WordScanner.Word], from first: Int) -> Bool {
    var node: Int32 = 0
    for word in words[first...] {
      guard let edge = trie.edge(from: node, word.hash) else { return false }
      if edge.term != -1 { return true }
      node = edge.node
    }
    return false
  }
}
