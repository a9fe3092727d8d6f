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
