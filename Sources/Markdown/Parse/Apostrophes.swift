/// Apostrophes that cmark has taken for opening quotes: it asks only what stands before and behind a `'` in the source,
/// where a word that ends in emphasis, a year or a word cut at its beginning looks like the start of a quotation.
enum Apostrophes {
  /// Makes apostrophes of them in the text of `tree`.
  static func mend(_ tree: inout SyntaxTree) {
    // The last byte of an opening quote.
    guard TextScanner.contains(0x98, in: tree.bytes) else { return }
    var block = 0
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      guard node.kind == .text else {
        if !node.kind.isInline { block = i }
        continue
      }
      var from = node.text.range.lowerBound
      while let last = TextScanner.first(0x98, in: tree.bytes, from..<node.text.range.upperBound) {
        from = last + 1
        let start = last - 2
        guard start >= node.text.range.lowerBound, isQuote(tree.bytes, start),
          let meaning = meaning(of: start, in: tree, i)
        else { continue }
        tree.bytes[last] = 0x99
        if meaning == .word { reopen(&tree, before: start, from: i, block) }
      }
    }
  }

  private enum Meaning { case word, pair }

  /// A single quotation mark, opening or closing, begins at `i`.
  private static func isQuote(_ bytes: [UInt8], _ i: Int) -> Bool {
    bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && (bytes[i + 2] == 0x98 || bytes[i + 2] == 0x99)
  }

  /// Nil for a quotation mark that opens a quotation. A pair is the two apostrophes of `'n'`.
  private static func meaning(of start: Int, in tree: SyntaxTree, _ i: Int) -> Meaning? {
    let range = tree.nodes[i].text.range
    let rest = tree.bytes[start + 3..<range.upperBound]
    guard let first = rest.first else { return nil }
    if start == range.lowerBound, follows(tree, i), ProseByte.isLetter(first) { return .word }
    if ProseByte.isDigit(first) {
      let decade = rest.prefix(3)
      let isDecade =
        decade.count == 3 && decade.dropLast().allSatisfy(ProseByte.isDigit)
        && decade.last == UInt8(ascii: "s")
      if isDecade { return !(rest.dropFirst(3).first.map(ProseByte.isLetter) ?? false) ? .word : nil }
      return isYear(rest, tree.bytes) ? .word : nil
    }
    let word = rest.prefix(while: \.isLetterOfASCII)
    let isQuoted = word.endIndex + 2 < range.upperBound && isQuote(tree.bytes, word.endIndex)
    if word.count == 1, word.first == UInt8(ascii: "n") || word.first == UInt8(ascii: "N") {
      return isQuoted ? .pair : .word
    }
    guard !isQuoted, (2...5).contains(word.count) else { return nil }
    return cutWords.contains(String(decoding: word, as: UTF8.self).lowercased()) ? .word : nil
  }

  /// `'26`, where nothing behind it closes a quotation: `'20 reps' is what it said`.
  private static func isYear(_ rest: ArraySlice<UInt8>, _ bytes: [UInt8]) -> Bool {
    let year = rest.prefix(while: ProseByte.isDigit)
    guard year.count == 2, !(rest[year.endIndex...].first.map(ProseByte.isLetter) ?? false) else {
      return false
    }
    var from = year.endIndex
    while let last = TextScanner.first(0x99, in: bytes, from..<rest.endIndex) {
      from = last + 1
      if last > year.endIndex + 1, isQuote(bytes, last - 2),
        from == rest.endIndex || !(ProseByte.isLetter(bytes[from]) || ProseByte.isDigit(bytes[from]))
      {
        return false
      }
    }
    return true
  }

  /// Words that begin with an apostrophe and are no words without it.
  private static let cutWords: Set = ["em", "til", "tis", "twas", "twere", "nuff", "cuz", "tude"]

  /// Whether something inline, emphasis or a link, ends right before text `i`.
  private static func follows(_ tree: SyntaxTree, _ i: Int) -> Bool {
    guard i > 0, tree.end(of: i - 1) <= i else { return false }
    return tree.nodes[i - 1].kind.isInline && tree.nodes[i - 1].kind != .lineBreak
  }

  /// The mark that closes a quotation was paired with the apostrophe at `start`, so the one that opens it was left over.
  private static func reopen(_ tree: inout SyntaxTree, before start: Int, from i: Int, _ block: Int) {
    var node = i
    while node > block {
      if tree.nodes[node].kind == .text {
        let range = tree.nodes[node].text.range
        var mark = min(start, range.upperBound) - 3
        while mark >= range.lowerBound {
          if isQuote(tree.bytes, mark), opens(tree.bytes, mark, range) {
            if tree.bytes[mark + 2] == 0x99, meaning(of: mark, in: tree, node) == nil {
              tree.bytes[mark + 2] = 0x98
            }
            return
          }
          mark -= 1
        }
      }
      node -= 1
    }
  }

  /// Whether the mark stands before a word and not behind one.
  private static func opens(_ bytes: [UInt8], _ mark: Int, _ range: Range<Int>) -> Bool {
    let isFree =
      mark == range.lowerBound || isSpace(bytes[mark - 1]) || bytes[mark - 1] == UInt8(ascii: "(")
    guard isFree, mark + 3 < range.upperBound else { return false }
    return ProseByte.isLetter(bytes[mark + 3]) || ProseByte.isDigit(bytes[mark + 3])
  }
}
