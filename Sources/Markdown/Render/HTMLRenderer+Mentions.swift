/// First mentions of other articles, which become links.
struct MentionLinks {
  private(set) var index: MentionIndex?
  /// Articles that the text links to already.
  var linked: Set<Int> = []
  /// The names that stand in the text, linked or not, each once.
  private(set) var mentioned: [UInt64] = []
  private(set) var matches: [MentionIndex.Match] = []
  private var words: [WordScanner.Word] = []

  mutating func begin(_ index: MentionIndex?) {
    self.index = index
    linked.removeAll(keepingCapacity: true)
    mentioned.removeAll(keepingCapacity: true)
  }

  mutating func note(_ name: UInt64) {
    if !mentioned.contains(name) { mentioned.append(name) }
  }

  /// Looks for mentions in `range` of `text`: whether there are any.
  mutating func find(in text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let index else { return false }
    matches.removeAll(keepingCapacity: true)
    index.find(in: text, range, words: &words, into: &matches)
    return !matches.isEmpty
  }
}

extension HTMLRenderer {
  /// Writes `range` with first mentions of other articles as links.
  mutating func writeLinkingMentions(_ range: Range<Int>, at i: Int) {
    guard let index = mentions.index else { return write(range, at: i) }
    var start = range.lowerBound
    for match in mentions.matches {
      let target = index.article(of: match.term)
      guard target != options.article else { continue }
      mentions.note(index.name(of: match.term))
      guard !mentions.linked.contains(target) else { continue }
      if !options.commonNames.isEmpty, options.commonNames.contains(index.name(of: match.term)) { continue }
      if !options.termsNotLinked.isEmpty,
        options.termsNotLinked.contains(Array(index.foldedText(of: match.term)))
      {
        continue
      }
      mentions.linked.insert(target)
      write(start..<match.start, at: i)
      out.append("<a href=\"")
      out.append(escapingURL: index.url(of: match.term))
      out.append("\">")
      let run = collector.openRun(.automaticLink, index: links.count)
      write(match.start..<match.end, at: i)
      collector.closeRun(run)
      out.append("</a>")
      links.append(.init(article: target, fragment: [], position: nil, kind: .automatic))
      start = match.end
    }
    write(start..<range.upperBound, at: i)
  }
}
