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
/// (ASCII and Latin-1). A hyphen or dash is as good as a space, a straight apostrophe or quotation mark as a curly one;
/// all other signs of a name have to be there, so that "Impingement (FAI)", "St. Vitus knee" and "C++ & knees" are names.
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
  func name(of term: Int) -> UInt64 { trie.terms[term].name }

  /// Appends what is mentioned in `range` of `text`: no two overlap, earlier ones first. `words` is scratch space.
  func find(
    in text: [UInt8], _ range: Range<Int>, words: inout [WordScanner.Word], into matches: inout [Match]
  ) {
    words.removeAll(keepingCapacity: true)
    WordScanner.scan(text, range, into: &words)
    var i = 0
    while i < words.count {
      guard trie.mayBegin(words[i].hash, before: i + 1 < words.count ? words[i + 1].hash : nil),
        let (match, last) = longestMatch(text, words, from: i, range)
      else {
        i += 1
        continue
      }
      matches.append(match)
      i = last + 1
    }
  }

  /// The longest term that begins with word `first`, and its last word.
  private func longestMatch(
    _ text: [UInt8], _ words: [WordScanner.Word], from first: Int, _ range: Range<Int>
  ) -> (Match, last: Int)? {
    var best: (Match, last: Int)?
    var node: Int32 = 0
    var i = first
    while let edge = trie.edge(from: node, words[i].hash) {
      node = edge.node
      var term = Int(edge.term)
      while term >= 0 {
        if let found = trie.range(of: term, words[first].start..<words[i].end, in: text),
          range.lowerBound <= found.lowerBound, found.upperBound <= range.upperBound,
          isFree(text, words, found, first, i), found.count >= best.map({ $0.0.end - $0.0.start }) ?? 0
        {
          best = (Match(start: found.lowerBound, end: found.upperBound, term: term), i)
        }
        term = Int(trie.terms[term].next)
      }
      guard i + 1 < words.count else { break }
      i += 1
    }
    return best
  }

  /// Whether a term at words `first` to `last` is no part of something longer: neither tied to another word nor, where it
  /// begins or ends with a sign, right beside one.
  private func isFree(
    _ text: [UInt8], _ words: [WordScanner.Word], _ found: Range<Int>, _ first: Int, _ last: Int
  ) -> Bool {
    if first > 0 {
      guard found.lowerBound == words[first].start else { return words[first - 1].end < found.lowerBound }
      if isTied(text, words, first - 1) { return false }
    }
    if found.upperBound > words[last].end {
      return last + 1 == words.count || words[last + 1].start > found.upperBound
    }
    return !isTied(text, words, last)
  }

  /// Whether a hyphen or a similar sign ties word `i` to the next: "cross-training" is not "training".
  private func isTied(_ text: [UInt8], _ words: [WordScanner.Word], _ i: Int) -> Bool {
    guard i + 1 < words.count, words[i + 1].start == words[i].end + 1 else { return false }
    switch text[words[i].end] {
    case UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "/"): return true
    default: return false
    }
  }
}

extension MentionIndex {
  /// `text` as terms are compared: lower case, one space for spaces, hyphens and dashes, straight apostrophes and quotation
  /// marks, and without the mark that ends a sentence.
  package static func folded(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var space = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      let length = gapLength(text, i)
      if length > 0 {
        space = !out.isEmpty
        i += length
        continue
      }
      if space {
        out.append(0x20)
        space = false
      }
      i += 1
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case 0xE2 where i + 1 < text.count && text[i] == 0x80 && (0x98...0x9D).contains(text[i + 1]):
        out.append(text[i + 1] < 0x9C ? 0x27 : 0x22)
        i += 2
      case 0xC3 where i < text.count && text[i] < 0x9F && text[i] != 0x97:
        out.append(0xC3)
        out.append(text[i] | 0x20)
        i += 1
      default: out.append(byte)
      }
    }
    while let last = out.last, ".?!,;:".utf8.contains(last) { out.removeLast() }
    return out
  }

  /// How many bytes of what is as good as a space stand there: white space, a hyphen, a dash, a minus.
  private static func gapLength(_ text: [UInt8], _ i: Int) -> Int {
    switch text[i] {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"): return 1
    case 0xC2: return i + 1 < text.count && text[i + 1] == 0xA0 ? 2 : 0
    case 0xE2 where i + 2 < text.count:
      let (second, third) = (text[i + 1], text[i + 2])
      let isDash = second == 0x80 && (0x90...0x95).contains(third) || second == 0x88 && third == 0x92
      return isDash || second == 0x80 && third == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// Tells names apart, whatever index they are in; `text` as `folded(_:)` gives it.
  package static func name(ofFolded text: [UInt8]) -> UInt64 {
    text.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
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

extension MentionIndex {
  /// What is looked for, folded, and whose it is.
  package var phrases: some Sequence<(folded: ArraySlice<UInt8>, article: Int)> {
    trie.terms.lazy.map { [trie] in (trie.folded[$0.text.range], $0.article) }
  }
}
