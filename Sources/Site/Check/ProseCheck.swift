import Diagnostics
import Markdown
import SiteModel
import Writing

/// Says what readers may trip over in the words of the articles, at its place.
struct ProseCheck: Sendable {
  let index: SiteIndex
  let parsed: [ParsedArticle]
  /// The article whose headings are words that the site explains.
  let glossary: Int?

  private var settings: WritingSettings { index.configuration.writing }

  /// What the site explains: which words of the jargon, by their number.
  struct Explained: Equatable, Sendable {
    fileprivate var numbers: Set<Int> = []
  }

  /// The words that a heading of the glossary, or the title or a synonym of an article, explains.
  func explained() -> Explained {
    let lists = index.words
    guard !lists.jargon.isEmpty else { return Explained() }
    var explained = Explained()
    func explain(_ name: [UInt8]) {
      if let number = lists.jargon(named: name) { explained.numbers.insert(number) }
    }
    for article in index.articles where article.isPublished {
      explain(article.title)
      for synonym in article.synonyms { explain(synonym.bytes) }
    }
    if let glossary {
      for heading in parsed[glossary].body.outline {
        explain(heading.text)
        for name in heading.text.split(separator: UInt8(ascii: ",")) { explain(Array(name)) }
      }
    }
    return explained
  }

  /// What is wrong in each of the articles that have a fault, or in those of the given numbers.
  func run(_ explained: Explained, only numbers: [Int]? = nil) -> [Int: [Diagnostic]] {
    var byArticle: [Int: [Diagnostic]] = [:]
    for number in numbers ?? Array(parsed.indices) where index.articles[number].isPublished {
      let found = diagnostics(of: number, explained)
      if !found.isEmpty { byArticle[number] = found }
    }
    return byArticle
  }

  private func diagnostics(of number: Int, _ explained: Explained) -> [Diagnostic] {
    let article = parsed[number]
    let phrases = index.words.phrases
    return article.findings.lazy.filter {
      $0.check != .unexplainedWord || !explained.numbers.contains(phrases[$0.value].number)
    }.prefix(ProseScanner.mostInOneArticle).map { finding in
      let (message, hint) = words(for: finding, article.body.outline)
      return .warning(
        finding.check.code, file: index.articles[number].file, at: finding.position, message, hint: hint)
    }
  }

  private func words(
    for finding: PlacedFinding, _ outline: [RenderedArticle.Heading]
  ) -> (String, hint: String) {
    let value = finding.value
    var written: String { index.words.phrases[value].shown }
    switch finding.check {
    case .hardToRead:
      return (
        "This section is written for readers of \(value / 10).\(value % 10) years; it should suit those of 14.",
        "Shorten the sentences and use words that people say, then check again."
      )
    case .longSentence:
      return ("This sentence has \(value) words; at most 30 are easy to follow.", "Make two of it.")
    case .unexplainedWord:
      let word = index.words.phrases[value].text
      return (
        "`\(word)` is a word that readers may not know, and the site does not explain it.",
        "Use a plain word, or explain it under a heading `\(word)` in "
          + (glossary.map { "`\(index.articles[$0].file)`." }
            ?? "the article that `writing: {glossary: …}` names.")
      )
    case .absoluteClaim:
      if index.words.phrases[value].words == Claim.address {
        return (
          "\"You have\" tells readers what they have, which only an examination can.",
          "Write \"you may have\", or what it can feel like."
        )
      }
      return (
        "`\(written)` promises more than anybody can.",
        "Say what is known: \"may\", \"often\", \"in most people\"."
      )
    case .skippedHeading:
      let level = outline[value].level
      let before = value > 0 ? outline[value - 1].level : 1
      return (
        value > 0
          ? "This heading has the level \(level), and the one before it \(before): a level is left out."
          : "The first heading has the level \(level): the one below the title is 2.",
        "Begin it with `\(String(repeating: "#", count: before + 1))`."
      )
    case .vagueLink:
      return (
        "The link `\(written)` does not say where it leads.",
        "Link words that do: many readers go from link to link."
      )
    case .unreadMarkdown, .orphan: return ("", "")
    }
  }
}
