import Diagnostics

extension HTMLRenderer {
  mutating func begin(options: ArticleOptions, references: any MarkdownReferences, mentions: MentionIndex?) {
    self.options = options
    self.references = references
    self.mentions = mentions
    article = RenderedArticle()
    source.firstLine = options.firstLine
    (leaf, linkEnd, headingEnd, quietEnd, emergencies) = (0, 0, 0, 0, 0)
    (shown, listEnd, quoteEnd, isInFootnotes) = (0..<Int.max, 0, 0, false)
    collector.begin(isWanted: options.collectsText)
    steps.begin(of: options.stepsURL)
    sectionLevel = options.sectionLevel
    citations.removeAll()
    links.removeAll(keepingCapacity: true)
    slugCounts.removeAll(keepingCapacity: true)
    follower.removeAll()
    definitions = nil
    fixedPosition = nil
    footnotes.removeAll()
    linkedArticles.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    out.removeAll(keepingCapacity: true)
  }

  mutating func finish() -> RenderedArticle {
    article.html = out.copied
    article.links = links.copied
    article.citations = citations.cited
    if options.collectsText { article.text = collector.copied }
    article.steps = steps.finish(out)
    if options.countsWords { article.wordCount = wordCount() }
    article.diagnostics.sort()
    let result = article
    article = RenderedArticle()
    return result
  }

  /// Runs of characters between spaces in the text, line ends included.
  private func wordCount() -> Int {
    var words = 0
    for node in tree.nodes where node.kind == .text {
      words += TextScanner.words(in: tree.bytes, node.text.range)
    }
    return words
  }
}
