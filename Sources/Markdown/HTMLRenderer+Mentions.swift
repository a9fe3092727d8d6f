extension HTMLRenderer {
  /// Writes `range` with first mentions of other articles as links.
  mutating func writeLinkingMentions(_ range: Range<Int>, at i: Int) {
    guard let mentions else { return write(range, at: i) }
    var start = range.lowerBound
    for match in mentionMatches {
      let index = mentions.article(of: match.term)
      guard index != options.article, !options.articlesNotLinked.contains(index),
        !linkedArticles.contains(index)
      else {
        continue
      }
      if !options.termsNotLinked.isEmpty,
        options.termsNotLinked.contains(Array(mentions.foldedText(of: match.term)))
      {
        continue
      }
      linkedArticles.insert(index)
      write(start..<match.start, at: i)
      out.append("<a href=\"")
      out.append(escapingURL: mentions.url(of: match.term))
      out.append("\">")
      let run = collector.openRun(.automaticLink, index: links.count)
      write(match.start..<match.end, at: i)
      collector.closeRun(run)
      out.append("</a>")
      links.append(.init(article: index, fragment: [], position: nil, kind: .automatic))
      start = match.end
    }
    write(start..<range.upperBound, at: i)
  }
}
